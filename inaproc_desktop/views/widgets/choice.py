"""One of several: a round box with a dot, in the look of the house's tick boxes."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QRadioButton

from inaproc_desktop.views import theme

_BOX = 16


class ChoiceDot(QRadioButton):
    """A radio button; the style sheet leaves the native indicator without a shape, so it is drawn here."""

    def sizeHint(self) -> QSize:
        """Return the room for circle and words."""
        words = self.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, self.text())
        return QSize(theme.px(_BOX + 18) + words.width(), max(words.height(), theme.px(_BOX + 8)))

    def hitButton(self, pos: QPoint) -> bool:
        """Take a click anywhere on circle or words."""
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw circle, dot and words."""
        shown = theme.colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = theme.px(_BOX) / 2 - 0.5
        middle = QPointF(theme.px(3) + radius, self.height() / 2)
        edge = shown.accent if self.isChecked() or self.hasFocus() else shown.control_line
        if not self.isEnabled():
            edge = shown.line
        painter.setBrush(QColor(shown.surface))
        if self.hasFocus():
            painter.setPen(QPen(QColor(shown.accent), 2))
            painter.drawEllipse(middle, radius + 2, radius + 2)
        painter.setPen(QPen(QColor(edge), theme.scale()))
        painter.drawEllipse(middle, radius, radius)
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(edge))
            painter.drawEllipse(middle, radius * 0.55, radius * 0.55)
        painter.setPen(QColor(shown.text if self.isEnabled() else shown.disabled))
        words = self.rect().adjusted(theme.px(_BOX + 12), 0, 0, 0)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextShowMnemonic
        painter.drawText(words, flags, self.text())
        painter.end()
