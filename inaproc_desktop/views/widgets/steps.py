"""The step bar: where a purchase stands between Draf and Selesai."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from inaproc_desktop.views import theme
from inaproc_desktop.views.widgets.values import Step, StepState

_RADIUS = 6.0
_INK = {
    StepState.DONE: "ok",
    StepState.CURRENT: "accent",
    StepState.AHEAD: "control_line",
    StepState.FAILED: "bad",
}


class StepBar(QWidget):
    """The steps of a journey in one line: full dots done, ring now, cross failed, hollow ahead.

    Args:
        name: what journey it is, for a screen reader.
        parent: the widget that owns it.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._steps: tuple[Step, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)
        theme.notifier().changed.connect(self.updateGeometry)

    def show_steps(self, steps: Sequence[Step]) -> None:
        """Show these steps."""
        self._steps = tuple(steps)
        now = [step.text for step in steps if step.state in (StepState.CURRENT, StepState.FAILED)]
        done = sum(step.state is StepState.DONE for step in steps)
        place = now[0] if now else (steps[-1].text if steps else "")
        self.setAccessibleName(f"{self._name}: {place} ({done}/{len(steps)})")
        self.setToolTip(" › ".join(step.text for step in steps))
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for dots and one line of words."""
        return QSize(theme.px(90) * max(len(self._steps), 1), theme.px(44))

    def minimumSizeHint(self) -> QSize:
        """Return the least; words that do not fit are shortened."""
        return QSize(theme.px(28) * max(len(self._steps), 1), theme.px(44))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw lines, dots and words."""
        if not self._steps:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        slot = self.width() / len(self._steps)
        height = theme.px(12)
        middles = [QPointF(slot * (at + 0.5), height) for at in range(len(self._steps))]
        for at in range(1, len(middles)):
            reached = self._steps[at].state is not StepState.AHEAD
            painter.setPen(QPen(QColor(theme.colours().ok if reached else theme.colours().line), theme.px(2)))
            gap = QPointF(_RADIUS * theme.scale(), 0)
            painter.drawLine(middles[at - 1] + gap, middles[at] - gap)
        for middle, step in zip(middles, self._steps, strict=True):
            self._draw_dot(painter, middle, step.state)
            self._draw_word(painter, middle, slot, step)
        painter.end()

    def _draw_dot(self, painter: QPainter, middle: QPointF, state: StepState) -> None:
        radius = _RADIUS * theme.scale()
        ink = QColor(getattr(theme.colours(), _INK[state]))
        pen = _round_pen(ink, 2.0)
        if state is StepState.DONE:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink)
            painter.drawEllipse(middle, radius, radius)
            painter.setPen(_round_pen(QColor(theme.colours().surface), 1.6))
            tick = (QPointF(-0.42, 0.05), QPointF(-0.1, 0.36), QPointF(0.45, -0.32))
            painter.drawPolyline([middle + point * radius for point in tick])
            return
        if state is StepState.CURRENT:
            halo = QColor(theme.colours().accent_soft)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(halo)
            painter.drawEllipse(middle, radius * 1.7, radius * 1.7)
        painter.setPen(pen)
        painter.setBrush(QColor(theme.colours().surface))
        painter.drawEllipse(middle, radius - theme.scale(), radius - theme.scale())
        if state is StepState.FAILED:
            arm = radius * 0.35
            painter.drawLine(middle + QPointF(-arm, -arm), middle + QPointF(arm, arm))
            painter.drawLine(middle + QPointF(-arm, arm), middle + QPointF(arm, -arm))

    def _draw_word(self, painter: QPainter, middle: QPointF, slot: float, step: Step) -> None:
        standing = step.state in (StepState.CURRENT, StepState.FAILED)
        font = theme.font("small_strong" if standing else "small")
        ink = {StepState.AHEAD: "muted", StepState.DONE: "text"}.get(step.state, _INK[step.state])
        painter.setFont(font)
        painter.setPen(QColor(getattr(theme.colours(), ink)))
        room = QRectF(middle.x() - slot / 2, theme.px(22), slot, theme.px(20))
        text = QFontMetrics(font).elidedText(step.text, Qt.TextElideMode.ElideRight, int(slot) - theme.px(4))
        painter.drawText(room, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter, text)


def _round_pen(ink: QColor, width: float) -> QPen:
    pen = QPen(ink, width * theme.scale())
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    return pen
