"""What surrounds the pages: bar, training strip, banner, rail, palette. Made when somebody signs in."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from inaproc_desktop.views import theme
from inaproc_desktop.views.shell.keys import reserve_keys
from inaproc_desktop.views.shell.notes import Sentences, StandingNotes
from inaproc_desktop.views.shell.palette import CommandPalette
from inaproc_desktop.views.shell.rail import Rail
from inaproc_desktop.views.shell.stack import PageStack
from inaproc_desktop.views.shell.topbar import TopBar
from inaproc_desktop.views.widgets import parts
from inaproc_desktop.views.widgets.banner import Banner
from inaproc_desktop.views.widgets.marks import IconMark
from inaproc_desktop.views.widgets.values import Tone

_NARROW = 1000


class ShellFrame(QWidget):
    """The frame of the main window.

    Args:
        place_text: says what a place is called.
        training_words: what the strip says first, and then.
        sentences: gives words to codes.

    Attributes:
        bar: access, search, sync pill and bell.
        strip: says that this is training.
        banner: says what concerns every page.
        notes: says what is so for a while: versions, clocks.
        rail: the places.
        stack: the pages.
        commands: the palette of Ctrl+K.
    """

    def __init__(
        self, place_text: Callable[[str], str], training_words: tuple[str, str], sentences: Sentences
    ) -> None:
        super().__init__()
        reserve_keys()
        self.bar = TopBar()
        self.strip = _strip(*training_words)
        self.banner = Banner(Tone.WARN, "", closable=True)
        self.notes = StandingNotes(sentences)
        self.rail = Rail(place_text)
        self.stack = PageStack()
        lower = QHBoxLayout()
        lower.setSpacing(0)
        lower.addWidget(self.rail)
        lower.addWidget(self.stack, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.bar)
        outer.addWidget(self.strip)
        outer.addWidget(self.notes)
        outer.addWidget(self.banner)
        outer.addLayout(lower, 1)
        self.commands = CommandPalette(self)
        self.bar.search.clicked.connect(self.commands.open_palette)
        # Of the frame, not of the window: nothing opens over the sign-in page.
        QShortcut(QKeySequence("Ctrl+K"), self).activated.connect(self.commands.open_palette)

    def fit(self, width: int) -> None:
        """Give narrow windows a rail of icons."""
        narrow = width < theme.px(_NARROW)
        self.rail.show_compact(narrow)
        self.bar.show_compact(narrow)


def _strip(title: str, note: str) -> QFrame:
    strip = QFrame()
    theme.set_role(strip, "training")
    row = QHBoxLayout(strip)
    row.setContentsMargins(*(theme.px(side) for side in (16, 3, 16, 3)))
    row.setSpacing(theme.px(theme.GAP_8))
    row.addWidget(IconMark("warning", "warn", 15))
    row.addWidget(parts.label(title, "training_words"))
    row.addWidget(parts.label(note, "small"))
    row.addStretch(1)
    strip.hide()
    return strip
