"""A picture as it will be sent: what is wrong is marked on it, and a frame cuts it by mouse or keys."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from inaproc_desktop.ports.filing import Finding, Spot
from inaproc_desktop.views import theme

_LEAST = 0.08
"""Least side of the frame, in parts of the picture."""

_STEP = 0.01
_GRIP = 9
_WHOLE = QRectF(0.0, 0.0, 1.0, 1.0)


class PictureCanvas(QWidget):
    """The picture of a slot, fitted into the widget.

    Args:
        name: what it is a picture of, for a screen reader.
        parent: the widget that owns it.

    Signals:
        frame_moved(): the frame is somewhere else.
    """

    frame_moved = Signal()

    _EDGES: ClassVar[dict[Qt.CursorShape, tuple[tuple[int, int], ...]]] = {
        Qt.CursorShape.SizeFDiagCursor: ((-1, -1), (1, 1)),
        Qt.CursorShape.SizeBDiagCursor: ((1, -1), (-1, 1)),
        Qt.CursorShape.SizeHorCursor: ((-1, 0), (1, 0)),
        Qt.CursorShape.SizeVerCursor: ((0, -1), (0, 1)),
        Qt.CursorShape.SizeAllCursor: ((0, 0),),
    }

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image = QImage()
        self._findings: tuple[tuple[Finding, str], ...] = ()
        self._label = ""
        self._words = ""
        self._frame: QRectF | None = None
        self._held: tuple[int, int] | None = None
        self._from = QPointF()
        self._name = name
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.notifier().changed.connect(self.update)

    # ---- showing

    def show_picture(self, image: QImage, label: str, findings: Sequence[tuple[Finding, str]] = ()) -> None:
        """Show a picture.

        Args:
            image: upright.
            label: name of the slot; stands on the picture, so that a wrong slot is seen.
            findings: what speaks against it, each with its sentence.
        """
        self._image, self._label, self._findings = image, label, tuple(findings)
        self._words = ""
        self._frame = None
        said = [self._name, *(sentence for _, sentence in findings)]
        self.setAccessibleDescription(". ".join(said[1:]))
        self.setToolTip("\n".join(said[1:]))
        self.updateGeometry()
        self.update()

    def show_words(self, words: str, label: str = "") -> None:
        """Show words in place of a picture."""
        self._image, self._findings, self._frame = QImage(), (), None
        self._words, self._label = words, label
        self.setAccessibleDescription(words)
        self.update()

    def show_same(self, other: PictureCanvas) -> None:
        """Show what another one shows."""
        if other.has_picture():
            if other._image.cacheKey() != self._image.cacheKey():
                self.show_picture(other._image, other._label, other._findings)
        else:
            self.show_words("", other._label)

    def has_picture(self) -> bool:
        """Return whether there is one."""
        return not self._image.isNull()

    # ---- the frame

    def show_frame(self, shown: bool) -> None:
        """Begin or end cutting; the frame begins a little inside."""
        self._frame = QRectF(0.08, 0.08, 0.84, 0.84) if shown and self.has_picture() else None
        self._held = None
        policy = Qt.FocusPolicy.StrongFocus if shown else Qt.FocusPolicy.NoFocus
        self.setFocusPolicy(policy)
        if shown:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.unsetCursor()
        self.update()

    def frame_spot(self) -> Spot:
        """Return the frame in parts of the picture; all of it while there is no frame."""
        frame = self._frame or _WHOLE
        return Spot(left=frame.left(), top=frame.top(), width=frame.width(), height=frame.height())

    def move_frame(self, edge: tuple[int, int], by: QPointF) -> None:
        """Move an edge or corner of the frame, or all of it for ``(0, 0)``; it stays on the picture.

        Args:
            edge: -1, 0 or 1 for left/none/right and top/none/bottom.
            by: in parts of the picture.
        """
        if self._frame is None:
            return
        frame = QRectF(self._frame)
        if edge == (0, 0):
            frame.moveLeft(min(max(frame.left() + by.x(), 0.0), 1.0 - frame.width()))
            frame.moveTop(min(max(frame.top() + by.y(), 0.0), 1.0 - frame.height()))
        if edge[0] < 0:
            frame.setLeft(min(max(frame.left() + by.x(), 0.0), frame.right() - _LEAST))
        if edge[0] > 0:
            frame.setRight(max(min(frame.right() + by.x(), 1.0), frame.left() + _LEAST))
        if edge[1] < 0:
            frame.setTop(min(max(frame.top() + by.y(), 0.0), frame.bottom() - _LEAST))
        if edge[1] > 0:
            frame.setBottom(max(min(frame.bottom() + by.y(), 1.0), frame.top() + _LEAST))
        if frame != self._frame:
            self._frame = frame
            self.frame_moved.emit()
            self.update()

    # ---- Qt

    def sizeHint(self) -> QSize:
        """Return a size in the shape of a card."""
        return QSize(theme.px(300), theme.px(200))

    def minimumSizeHint(self) -> QSize:
        """Return the least at which marks can be told apart."""
        return QSize(theme.px(180), theme.px(120))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the frame."""
        self._held = self._edge_at(event.position())
        self._from = event.position()
        if self._held is None:
            event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move what is held; show what could be."""
        if self._held is None:
            self._show_cursor(self._edge_at(event.position()))
            return
        box = self._box()
        by = event.position() - self._from
        self._from = event.position()
        self.move_frame(self._held, QPointF(by.x() / box.width(), by.y() / box.height()))

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let go."""
        self._held = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move the frame, with Shift its right and lower edge, with Ctrl its left and upper edge."""
        ways = {
            Qt.Key.Key_Left: QPointF(-_STEP, 0),
            Qt.Key.Key_Right: QPointF(_STEP, 0),
            Qt.Key.Key_Up: QPointF(0, -_STEP),
            Qt.Key.Key_Down: QPointF(0, _STEP),
        }
        by = ways.get(Qt.Key(event.key()))
        if self._frame is None or by is None:
            super().keyPressEvent(event)
            return
        side = 0
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            side = 1
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            side = -1
        edge = (side if by.x() else 0, side if by.y() else 0)
        self.move_frame(edge, by)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the picture, its marks, the frame, and the name of the slot."""
        shown = theme.colours()
        painter = QPainter(self)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform, True
        )
        radius = theme.px(theme.RADIUS_SMALL)
        ground = QPainterPath()
        ground.addRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        painter.fillPath(ground, QColor(shown.neutral_soft))
        painter.setPen(QPen(QColor(shown.line), 1))
        painter.drawPath(ground)
        if self._image.isNull():
            painter.setFont(theme.font("body"))
            painter.setPen(QColor(shown.muted))
            room = self.rect().adjusted(theme.px(12), theme.px(24), -theme.px(12), -theme.px(8))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(room, flags, self._words)
        else:
            box = self._box()
            painter.drawImage(box, self._image)
            if self._frame is None:
                self._draw_findings(painter, box)
            else:
                self._draw_frame(painter, box)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(shown.accent), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)
        self._draw_label(painter)
        painter.end()

    # ---- inside

    def _box(self) -> QRectF:
        margin = theme.px(6)
        room = QRectF(self.rect()).adjusted(margin, margin, -margin, -margin)
        size = self._image.size().scaled(room.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
        left = room.left() + (room.width() - size.width()) / 2
        top = room.top() + (room.height() - size.height()) / 2
        return QRectF(left, top, max(size.width(), 1), max(size.height(), 1))

    def _on(self, box: QRectF, part: QRectF) -> QRectF:
        return QRectF(
            box.left() + part.left() * box.width(),
            box.top() + part.top() * box.height(),
            part.width() * box.width(),
            part.height() * box.height(),
        )

    def _edge_at(self, at: QPointF) -> tuple[int, int] | None:
        if self._frame is None:
            return None
        frame, grip = self._on(self._box(), self._frame), theme.px(_GRIP)
        if not frame.adjusted(-grip, -grip, grip, grip).contains(at):
            return None
        across = -1 if abs(at.x() - frame.left()) <= grip else 1 if abs(at.x() - frame.right()) <= grip else 0
        down = -1 if abs(at.y() - frame.top()) <= grip else 1 if abs(at.y() - frame.bottom()) <= grip else 0
        return across, down

    def _show_cursor(self, edge: tuple[int, int] | None) -> None:
        for shape, edges in self._EDGES.items():
            if edge in edges:
                self.setCursor(shape)
                return
        self.unsetCursor()

    def _draw_findings(self, painter: QPainter, box: QRectF) -> None:
        shown = theme.colours()
        for number, (finding, _) in enumerate(self._findings, start=1):
            ink = QColor(shown.bad if finding.stops else shown.warn)
            spot = finding.spot
            area = self._on(box, QRectF(spot.left, spot.top, spot.width, spot.height)).intersected(box)
            pen = QPen(ink, 2 * theme.scale())
            if not finding.stops:
                pen.setStyle(Qt.PenStyle.DashLine)
            painter.setPen(pen)
            veil = QColor(ink)
            veil.setAlpha(0 if spot.is_whole else 50)
            painter.setBrush(veil)
            painter.drawRect(area.adjusted(1, 1, -1, -1))
            self._draw_number(painter, area, number, ink, finding.stops)

    def _draw_number(self, painter: QPainter, area: QRectF, number: int, ink: QColor, stops: bool) -> None:
        side = theme.px(20)
        # A second mark on the same spot stands beside the first.
        left = area.right() - number * (side + theme.px(3))
        place = QRectF(max(left, area.left()), area.top() + theme.px(3), side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        if stops:
            painter.drawRect(place)
        else:
            painter.drawEllipse(place)
        painter.setPen(QColor(theme.colours().surface))
        painter.setFont(theme.font("small_strong"))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(number))

    def _draw_frame(self, painter: QPainter, box: QRectF) -> None:
        frame = self._on(box, self._frame or _WHOLE)
        outside = QPainterPath()
        outside.addRect(box)
        inside = QPainterPath()
        inside.addRect(frame)
        painter.fillPath(outside.subtracted(inside), QColor(0, 0, 0, 150))
        ink = QColor(theme.colours().accent)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(255, 255, 255), 3 * theme.scale()))
        painter.drawRect(frame)
        painter.setPen(QPen(ink, 1.5 * theme.scale()))
        painter.drawRect(frame)
        side = theme.px(_GRIP)
        middle = frame.center()
        for across in (frame.left(), middle.x(), frame.right()):
            for down in (frame.top(), middle.y(), frame.bottom()):
                if (across, down) != (middle.x(), middle.y()):
                    grip = QRectF(across - side / 2, down - side / 2, side, side)
                    painter.fillRect(grip, QColor(255, 255, 255))
                    painter.drawRect(grip)

    def _draw_label(self, painter: QPainter) -> None:
        if not self._label:
            return
        shown, font = theme.colours(), theme.font("small_strong")
        metrics = QFontMetricsF(font)
        text = metrics.elidedText(
            self._label, Qt.TextElideMode.ElideRight, max(self.width() - theme.px(40), theme.px(40))
        )
        width = metrics.horizontalAdvance(text) + theme.px(14)
        place = QRectF(theme.px(8), theme.px(8), width, theme.px(20))
        painter.setPen(QPen(QColor(shown.line), 1))
        painter.setBrush(QColor(shown.surface))
        painter.drawRoundedRect(place, theme.px(4), theme.px(4))
        painter.setPen(QColor(shown.text))
        painter.setFont(font)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)
