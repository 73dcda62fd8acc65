"""The steps of one wizard under each other: which are done, where one stands, what is ahead."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from inaproc_desktop.views import theme
from inaproc_desktop.views.widgets.marks import draw_mark
from inaproc_desktop.views.widgets.values import Step, StepState, Tone

_ROW = 36
_WIDTH = 200
_DOT = 16
_INK = {
    StepState.DONE: "ok",
    StepState.CURRENT: "accent",
    StepState.AHEAD: "control_line",
    StepState.FAILED: "bad",
}


class StepList(QWidget):
    """Steps from top to bottom. Not for clicking: the buttons below lead on and back.

    Args:
        name: what journey it is, for a screen reader.
        parent: the widget that owns it.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._steps: tuple[Step, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.notifier().changed.connect(self.updateGeometry)

    def show_steps(self, steps: Sequence[Step]) -> None:
        """Show these steps."""
        self._steps = tuple(steps)
        here = next((at for at, step in enumerate(steps) if step.state is StepState.CURRENT), len(steps) - 1)
        place = steps[here].text if steps else ""
        self.setAccessibleName(f"{self._name}: {place} ({here + 1}/{len(steps)})")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for all steps."""
        return QSize(theme.px(_WIDTH), theme.px(_ROW) * len(self._steps))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line, the dots and the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row, left = theme.px(_ROW), theme.px(_DOT) / 2 + 2
        for at, step in enumerate(self._steps):
            middle = QPointF(left, row * (at + 0.5))
            if at:
                reached = step.state is not StepState.AHEAD
                colour = theme.colours().ok if reached else theme.colours().line
                painter.setPen(QPen(QColor(colour), theme.px(2)))
                gap = QPointF(0, theme.px(_DOT) / 2 + theme.px(2))
                painter.drawLine(QPointF(left, middle.y() - row) + gap, middle - gap)
            self._draw_step(painter, middle, step)
        painter.end()

    def _draw_step(self, painter: QPainter, middle: QPointF, step: Step) -> None:
        colours, radius = theme.colours(), theme.px(_DOT) / 2
        ink = QColor(getattr(colours, _INK[step.state]))
        painter.setPen(QPen(ink, 1.8 * theme.scale()))
        soft = {StepState.DONE: colours.ok_soft, StepState.CURRENT: colours.accent_soft}
        painter.setBrush(QColor(soft.get(step.state, colours.surface)))
        painter.drawEllipse(middle, radius, radius)
        inner = QPointF(radius, radius) * 0.5
        box = QRectF(middle - inner, middle + inner)
        if step.state is StepState.DONE:
            draw_mark(painter, box, Tone.OK, ink)
        elif step.state is StepState.CURRENT:
            painter.setBrush(ink)
            painter.drawEllipse(middle, radius * 0.35, radius * 0.35)
        elif step.state is StepState.FAILED:
            draw_mark(painter, box, Tone.BAD, ink)
        standing = step.state in (StepState.CURRENT, StepState.FAILED)
        font = theme.font("strong" if standing else "body")
        painter.setFont(font)
        words = colours.muted if step.state is StepState.AHEAD else colours.text
        painter.setPen(QColor(words))
        x = middle.x() + radius + theme.px(theme.GAP_8)
        room = QRectF(x, middle.y() - theme.px(_ROW) / 2, self.width() - x, theme.px(_ROW))
        text = QFontMetrics(font).elidedText(step.text, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
