"""A picture to be examined: fitted, enlarged, turned, moved with the mouse or the arrow keys."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import QScrollArea, QWidget

from inaproc_desktop.views import theme

_STEP = 1.25
_LEAST, _MOST = 0.05, 8.0


def read_picture(content: bytes) -> QImage:
    """Read a picture; called off the UI thread. A null image means that it cannot be read."""
    return QImage.fromData(content)


class _Canvas(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.image = QImage()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the picture into the whole widget."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if not self.image.isNull():
            painter.drawImage(QRectF(self.rect()), self.image)
        painter.end()


class PictureView(QScrollArea):
    """Shows one picture.

    Args:
        name: what it is, for a screen reader.
        parent: the widget that owns it.

    Signals:
        zoomed(int): the zoom in percent of the picture's own pixels.
    """

    zoomed = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image = QImage()
        self._turned = 0
        self._zoom = 0.0
        self._held: QPoint | None = None
        self._canvas = _Canvas()
        self.setWidget(self._canvas)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.viewport().setAutoFillBackground(True)
        theme.notifier().changed.connect(self._fit_ground)
        self._fit_ground()

    def show_picture(self, image: QImage) -> None:
        """Show a picture, upright and fitted."""
        self._image, self._turned, self._zoom = image, 0, 0.0
        self._turn()

    def clear(self) -> None:
        """Show nothing; the picture is let go."""
        self.show_picture(QImage())

    def picture_size(self) -> QSize:
        """Return the size of the picture as it is turned now, in its own pixels."""
        return self._canvas.image.size()

    def turn(self) -> None:
        """Turn it by 90 degrees, clockwise."""
        self._turned = (self._turned + 90) % 360
        self._turn()

    def zoom_in(self) -> None:
        """Show it larger."""
        self._show_zoom(self.scale() * _STEP)

    def zoom_out(self) -> None:
        """Show it smaller."""
        self._show_zoom(self.scale() / _STEP)

    def fit(self) -> None:
        """Show all of it."""
        self._zoom = 0.0
        self._lay_out()

    def scale(self) -> float:
        """Return how many pixels of the screen one pixel of the picture takes."""
        size = self._canvas.image.size()
        if self._zoom or size.isEmpty():
            return self._zoom or 1.0
        room = self.maximumViewportSize()
        wide, high = room.width() / size.width(), room.height() / size.height()
        return max(min(wide, high, 2.0), _LEAST)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep it fitted."""
        super().resizeEvent(event)
        if not self._zoom:
            self._lay_out()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, scroll without."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_in() if event.angleDelta().y() > 0 else self.zoom_out()
            event.accept()
        else:
            super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of it."""
        self._held = event.position().toPoint()
        self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move it."""
        if self._held is None:
            return
        moved = event.position().toPoint() - self._held
        self._held = event.position().toPoint()
        self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() - moved.x())
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() - moved.y())

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let go of it."""
        self._held = None
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Plus and minus zoom, 0 fits, R turns."""
        match event.key():
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.zoom_in()
            case Qt.Key.Key_Minus:
                self.zoom_out()
            case Qt.Key.Key_0:
                self.fit()
            case Qt.Key.Key_R:
                self.turn()
            case _:
                super().keyPressEvent(event)

    def _turn(self) -> None:
        turned = self._image
        if self._turned and not self._image.isNull():
            turned = self._image.transformed(QTransform().rotate(self._turned))
        self._canvas.image = turned
        self._lay_out()

    def _show_zoom(self, zoom: float) -> None:
        self._zoom = min(max(zoom, _LEAST), _MOST)
        self._lay_out()

    def _lay_out(self) -> None:
        scale = self.scale()
        size = self._canvas.image.size()
        # Fitted means without scroll bars, also when rounding makes it a pixel too large.
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if self._zoom else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setHorizontalScrollBarPolicy(policy)
        self.setVerticalScrollBarPolicy(policy)
        self._canvas.resize(round(size.width() * scale), round(size.height() * scale))
        self._canvas.update()
        self.zoomed.emit(round(scale * 100))

    def _fit_ground(self) -> None:
        palette = self.viewport().palette()
        palette.setColor(self.viewport().backgroundRole(), QColor(theme.colours().neutral_soft))
        self.viewport().setPalette(palette)
