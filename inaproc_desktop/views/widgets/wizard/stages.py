"""The line above the registration wizards: which of the three stages, and who must act next."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from inaproc_desktop.views import theme
from inaproc_desktop.views.widgets import parts
from inaproc_desktop.views.widgets.marks import IconMark, draw_mark
from inaproc_desktop.views.widgets.values import Tone

_DIAMETER = 26


class Stage(StrEnum):
    """The three stages of registration, in order."""

    IDENTITY = "identity"
    PROFILE = "profile"
    ACCESS = "access"


class Turn(StrEnum):
    """Who must act next in a stage."""

    LATER = "later"
    """Opens once the stage before it is done."""
    YOU = "you"
    VERIFIER = "verifier"
    FIX = "fix"
    """The verifier gave it back."""
    REJECTED = "rejected"
    DONE = "done"


_TONES = {
    Turn.LATER: Tone.NEUTRAL,
    Turn.YOU: Tone.ACCENT,
    Turn.VERIFIER: Tone.WARN,
    Turn.FIX: Tone.BAD,
    Turn.REJECTED: Tone.BAD,
    Turn.DONE: Tone.OK,
}

_WORDS = {
    Tone.NEUTRAL: "muted",
    Tone.ACCENT: "accent",
    Tone.WARN: "warn",
    Tone.BAD: "bad",
    Tone.OK: "ok",
}


class StageLine(QFrame):
    """``1 Identitas Digital → 2 Profil → 3 Akses``, each with who must act next.

    Args:
        current: the stage that the wizard below belongs to.
        parent: the widget that owns it.
    """

    def __init__(self, current: Stage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("wizard.stages")
        theme.set_role(self, "panel")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(*(theme.px(side) for side in (14, 8, 14, 8)))
        layout.setSpacing(theme.px(theme.GAP_12))
        self._current = current
        self._titles = {
            Stage.IDENTITY: self.tr("Identitas Digital"),
            Stage.PROFILE: self.tr("Profil"),
            Stage.ACCESS: self.tr("Akses"),
        }
        self._stages: dict[Stage, _StageMark] = {}
        for number, (stage, title) in enumerate(self._titles.items(), start=1):
            if number > 1:
                layout.addWidget(IconMark("chevron_right", "muted", 16))
            self._stages[stage] = _StageMark(number, title, stage is current)
            layout.addWidget(self._stages[stage], 1)
        order = list(Stage)
        before = order[: order.index(current)]
        self.show_turns(dict.fromkeys(before, Turn.DONE) | {current: Turn.YOU})

    def show_turns(self, turns: Mapping[Stage, Turn]) -> None:
        """Show who must act next; a stage that is not named opens later."""
        words = {
            Turn.LATER: self.tr("Setelah tahap sebelumnya"),
            Turn.YOU: self.tr("Giliran Anda"),
            Turn.VERIFIER: self.tr("Menunggu verifikator"),
            Turn.FIX: self.tr("Perlu perbaikan: giliran Anda"),
            Turn.REJECTED: self.tr("Ditolak"),
            Turn.DONE: self.tr("Selesai"),
        }
        said = []
        for stage, mark in self._stages.items():
            turn = turns.get(stage, Turn.LATER)
            mark.show_turn(turn, words[turn])
            said.append(f"{self._titles[stage]}: {words[turn]}")
        self.setAccessibleName(". ".join(said))


class _StageMark(QWidget):
    """One stage: its number or a tick, its name, who must act."""

    def __init__(self, number: int, title: str, current: bool) -> None:
        super().__init__()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(theme.GAP_8))
        self._dot = _Dot(number)
        self._who = parts.label("", "small")
        layout.addWidget(self._dot)
        name = parts.label(title, "strong" if current else "")
        layout.addWidget(parts.column(name, self._who, gap=0))
        layout.addStretch(1)

    def show_turn(self, turn: Turn, words: str) -> None:
        self._dot.show_turn(turn)
        self._who.setText(words)
        theme.set_role(self._who, _WORDS[_TONES[turn]])


class _Dot(QWidget):
    """A round mark with the number of the stage, or a tick."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self._number = number
        self._turn = Turn.LATER
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_turn(self, turn: Turn) -> None:
        self._turn = turn
        self.update()

    def sizeHint(self) -> QSize:
        """Return its diameter both ways."""
        return QSize(theme.px(_DIAMETER), theme.px(_DIAMETER))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the circle and what is in it."""
        colours, tone = theme.colours(), _TONES[self._turn]
        ink = QColor(colours.muted if tone is Tone.NEUTRAL else getattr(colours, tone.value))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(ink, 1.5 * theme.scale()))
        filled = self._turn is Turn.YOU
        soft = colours.surface if tone is Tone.NEUTRAL else getattr(colours, f"{tone.value}_soft")
        painter.setBrush(ink if filled else QColor(soft))
        painter.drawEllipse(box)
        if self._turn is Turn.DONE:
            side = box.width() * 0.46
            draw_mark(
                painter,
                QRectF(
                    box.center() - QPointF(side / 2, side / 2), box.center() + QPointF(side / 2, side / 2)
                ),
                tone,
                ink,
            )
        else:
            painter.setPen(QColor(colours.on_accent) if filled else ink)
            painter.setFont(theme.font("small_strong"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(self._number))
        painter.end()
