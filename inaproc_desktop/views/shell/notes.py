"""What stands above every page as long as it is so: versions that do not fit, a clock that is wrong."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QVBoxLayout, QWidget

from inaproc_core.errors import Fact
from inaproc_desktop.ports.understanding import UNDERSTOOD, Understanding
from inaproc_desktop.views.widgets.banner import Banner
from inaproc_desktop.views.widgets.values import Tone

Sentences = Callable[[str, Mapping[str, Fact]], str]

_HOUR = 60
_DAY = 24 * _HOUR


class StandingNotes(QWidget):
    """Lines that come and go by themselves.

    Args:
        sentences: gives words to codes.

    Attributes:
        versions: why nothing is sent.
        upgrade: by when the program has to be updated.
        clock: how wrong the computer's clock is.
    """

    def __init__(self, sentences: Sentences) -> None:
        super().__init__()
        self._sentences = sentences
        self._shown = UNDERSTOOD
        self.versions = Banner(Tone.WARN, "")
        self.versions.setObjectName("shell.versions")
        self.upgrade = Banner(Tone.ACCENT, "", closable=True)
        self.upgrade.setObjectName("shell.upgrade")
        self.clock = Banner(Tone.WARN, "", closable=True)
        self.clock.setObjectName("shell.clock")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for banner in (self.versions, self.upgrade, self.clock):
            layout.addWidget(banner)

    def show_understanding(self, understanding: Understanding) -> None:
        """Show what is to be said. What was closed stays closed until there is something else to say."""
        before, self._shown = self._shown, understanding
        parked = understanding.parked
        if parked != before.parked:
            said = self._sentences(parked.code, parked.facts) or parked.code if parked is not None else ""
            self.versions.show_text(Tone.WARN, said)
        if _asked(understanding) != _asked(before):
            self.upgrade.show_text(Tone.ACCENT, self._upgrade_words(understanding))
        if _about_clock(understanding) != _about_clock(before):
            code, facts = _about_clock(understanding)
            self.clock.show_text(Tone.WARN, self._sentences(code, facts) if code else "")

    def _upgrade_words(self, understanding: Understanding) -> str:
        if not understanding.upgrade_by:
            return ""
        facts = {"minimum": understanding.upgrade_to, "until": understanding.upgrade_by}
        return self._sentences("version.upgrade_by", facts)


def _asked(understanding: Understanding) -> tuple[str, str]:
    return understanding.upgrade_to, understanding.upgrade_by


def _about_clock(understanding: Understanding) -> tuple[str, Mapping[str, Fact]]:
    """Return what to say of the clock, as a code with facts; no code when it is right."""
    if understanding.clock_wrong:
        return "world.clock_wrong", {}
    gap = _gap(understanding.skew_minutes)
    if not gap:
        return "", {}
    return ("clock.ahead" if understanding.skew_minutes > 0 else "clock.behind"), {"gap": gap}


def _gap(minutes: int) -> str:
    """Return a difference as a word with its number (``minutes:12``), empty for none."""
    size = abs(minutes)
    if size >= 2 * _DAY:
        return f"days:{round(size / _DAY)}"
    if size >= 2 * _HOUR:
        return f"hours:{round(size / _HOUR)}"
    return f"minutes:{size}" if size else ""
