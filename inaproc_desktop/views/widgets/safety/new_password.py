"""A new password: typed twice, with a meter that names what is missing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from inaproc_desktop.views import theme
from inaproc_desktop.views.widgets import parts
from inaproc_desktop.views.widgets.fields.text import TextField
from inaproc_desktop.views.widgets.marks import IconMark, Pill
from inaproc_desktop.views.widgets.values import PillText, Tone

_MOST = 1024


class PasswordMeter(QWidget):
    """Five conditions, each met or not in shape, colour and word, and what that makes together.

    Args:
        minimum: characters that are needed.
        advised: characters that are advised.
        parent: the widget that owns it.
    """

    def __init__(self, minimum: int, advised: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._advised = advised
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(theme.GAP_4))
        self._verdict = Pill()
        self._advice = parts.label("", "small", wrap=True)
        said = QHBoxLayout()
        said.setSpacing(theme.px(theme.GAP_8))
        said.addWidget(self._verdict)
        said.addWidget(self._advice, 1)
        layout.addLayout(said)
        self._words = {
            "length": self.tr("{count} huruf atau lebih").format(count=minimum),
            "lower": self.tr("huruf kecil"),
            "upper": self.tr("huruf besar"),
            "digit": self.tr("angka"),
            "special": self.tr("tanda khusus, misalnya ! ? #"),
        }
        self._marks: dict[str, IconMark] = {}
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(theme.GAP_16))
        grid.setVerticalSpacing(theme.px(theme.GAP_4))
        for at, (code, words) in enumerate(self._words.items()):
            self._marks[code] = IconMark("close", "muted", 14)
            grid.addWidget(
                parts.row(self._marks[code], parts.label(words, "small"), None, gap=4), at // 3, at % 3
            )
        layout.addLayout(grid)
        self.show_lacks((), 0)

    def show_lacks(self, lacks: Sequence[str], length: int) -> None:
        """Show what a password of this length still lacks, by codes of the core."""
        for code, mark in self._marks.items():
            missing = code in lacks or not length
            mark.show_icon("close" if missing else "check", "muted" if missing else "ok")
        if not length:
            pill, advice = None, ""
        elif lacks:
            missing_words = ", ".join(self._words[code] for code in lacks if code in self._words)
            pill = PillText(self.tr("Belum cukup"), Tone.BAD)
            advice = self.tr("Masih kurang: {what}.").format(what=missing_words)
        elif length < self._advised:
            pill = PillText(self.tr("Cukup"), Tone.WARN)
            advice = self.tr("Lebih aman dengan {count} huruf atau lebih.").format(count=self._advised)
        else:
            pill, advice = PillText(self.tr("Kuat"), Tone.OK), ""
        self._verdict.show_pill(pill)
        self._advice.setText(advice)
        self.setAccessibleName(self.tr("Kekuatan kata sandi"))
        self.setAccessibleDescription(f"{pill.text if pill else ''} {advice}".strip())


class NewPassword(QWidget):
    """Two secret fields and the meter between them.

    Args:
        name: prefix of object names.
        minimum: characters that are needed.
        advised: characters that are advised.
        label: label of the first field; ``Kata sandi`` when empty.
        parent: the widget that owns it.

    Signals:
        typed(str): the first field changed.
    """

    typed = Signal(str)

    def __init__(
        self, name: str, minimum: int, advised: int, *, label: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(theme.GAP_8))
        self.password = TextField(
            label or self.tr("Kata sandi"), required=True, secret=True, max_length=_MOST
        )
        self.password.setObjectName(f"{name}.password")
        self.meter = PasswordMeter(minimum, advised)
        self.meter.setObjectName(f"{name}.meter")
        self.again = TextField(self.tr("Ulangi kata sandi"), required=True, secret=True, max_length=_MOST)
        self.again.setObjectName(f"{name}.password_again")
        for widget in (self.password, self.meter, self.again):
            layout.addWidget(widget)
        self.password.changed.connect(lambda value: self.typed.emit(value))

    def values(self) -> tuple[str, str]:
        """Return both as typed."""
        return self.password.value(), self.again.value()

    def show_lacks(self, lacks: Sequence[str]) -> None:
        """Show what the password still lacks."""
        self.meter.show_lacks(lacks, len(self.password.value()))

    def show_errors(self, errors: Mapping[str, str]) -> None:
        """Show errors by field: ``password``, ``password_again``; others are cleared."""
        self.password.show_error(errors.get("password", ""))
        self.again.show_error(errors.get("password_again", ""))

    def forget(self) -> None:
        """Empty both."""
        for field in (self.password, self.again):
            field.show_value("")
            field.show_error("")
        self.meter.show_lacks((), 0)

    def focus_editor(self) -> None:
        """Put the cursor into the field at fault, else into the first."""
        (
            self.again if self.again.has_error() and not self.password.has_error() else self.password
        ).focus_editor()
