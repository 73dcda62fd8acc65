"""Pills and badges: a state as a colour and a word and a shape."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from inaproc_desktop.views import theme
from inaproc_desktop.views.widgets.parts import show_or_hide
from inaproc_desktop.views.widgets.values import PillText, Tone

_MARK = 10
_PAD = 10
_GAP = 5
_HEIGHT = 22


def ink_of(tone: Tone) -> QColor:
    """Return the colour in which a tone's words are written."""
    return QColor(theme.colours().muted if tone is Tone.NEUTRAL else getattr(theme.colours(), tone.value))


def ground_of(tone: Tone) -> QColor:
    """Return the tinted ground of a tone."""
    return QColor(getattr(theme.colours(), f"{tone.value}_soft"))


def draw_mark(painter: QPainter, box: QRectF, tone: Tone, ink: QColor) -> None:
    """Draw the shape of a tone: tick, triangle, diamond, dot; nothing for neutral."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(ink))
    middle = box.center()
    if tone is Tone.OK:
        pen = QPen(ink, box.width() * 0.19)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        tick = (
            QPointF(box.left() + box.width() * 0.1, middle.y() + box.height() * 0.05),
            QPointF(box.left() + box.width() * 0.4, box.bottom() - box.height() * 0.15),
            QPointF(box.right() - box.width() * 0.05, box.top() + box.height() * 0.15),
        )
        painter.drawPolyline(QPolygonF(tick))
    elif tone is Tone.WARN:
        triangle = (QPointF(middle.x(), box.top()), box.bottomRight(), box.bottomLeft())
        painter.drawPolygon(QPolygonF(triangle))
    elif tone is Tone.BAD:
        diamond = (
            QPointF(middle.x(), box.top()),
            QPointF(box.right(), middle.y()),
            QPointF(middle.x(), box.bottom()),
            QPointF(box.left(), middle.y()),
        )
        painter.drawPolygon(QPolygonF(diamond))
    elif tone is Tone.ACCENT:
        radius = box.width() * 0.36
        painter.drawEllipse(middle, radius, radius)
    painter.restore()


def pill_size(pill: PillText) -> QSize:
    """Return the room that a pill needs."""
    metrics = QFontMetrics(theme.font("small_strong"))
    mark = 0 if pill.tone is Tone.NEUTRAL else theme.px(_MARK + _GAP)
    return QSize(metrics.horizontalAdvance(pill.text) + mark + 2 * theme.px(_PAD), theme.px(_HEIGHT))


def draw_pill(painter: QPainter, box: QRect, pill: PillText, *, raised: bool = False) -> None:
    """Draw a pill into a box; words that do not fit end in an ellipsis.

    ``raised`` draws it on the surface colour, for grounds that are tinted themselves.
    """
    ink = QColor(theme.colours().text) if pill.tone is Tone.NEUTRAL else ink_of(pill.tone)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    ground = QColor(theme.colours().surface) if raised else ground_of(pill.tone)
    painter.setBrush(QBrush(ground))
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
    left = box.left() + theme.px(_PAD)
    if pill.tone is not Tone.NEUTRAL:
        side = theme.px(_MARK)
        mark = QRectF(left, box.top() + (box.height() - side) / 2, side, side)
        draw_mark(painter, mark, pill.tone, ink)
        left += theme.px(_MARK + _GAP)
    font = theme.font("small_strong")
    room = QRect(left, box.top(), box.right() - theme.px(_PAD) - left + 2, box.height())
    text = QFontMetrics(font).elidedText(pill.text, Qt.TextElideMode.ElideRight, room.width())
    painter.setFont(font)
    painter.setPen(ink)
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
    painter.restore()


class Pill(QLabel):
    """A state in a word. Hidden while there is none to show."""

    def __init__(self, pill: PillText | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._pill = PillText("")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.notifier().changed.connect(self._resize)
        self.show_pill(pill)

    def show_pill(self, pill: PillText | None) -> None:
        """Show a state, or nothing."""
        self._pill = pill or PillText("")
        self.setText(self._pill.text)
        self.setToolTip(self._pill.text)
        show_or_hide(self, pill is not None)
        self._resize()

    @property
    def pill(self) -> PillText:
        """What is shown."""
        return self._pill

    def _resize(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room that the words need."""
        return pill_size(self._pill)

    def minimumSizeHint(self) -> QSize:
        """Return the same: a state is never cut off by a layout."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the pill."""
        if not self._pill.text:
            return
        painter = QPainter(self)
        draw_pill(painter, self.rect(), self._pill)
        painter.end()


class Badge(QLabel):
    """A count that waits; hidden at zero.

    Args:
        count: how many.
        tone: ACCENT for what waits, BAD for what is missing.
    """

    def __init__(self, count: int = 0, tone: Tone = Tone.ACCENT, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = tone
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.notifier().changed.connect(self._resize)
        self.show_count(count)

    def show_count(self, count: int) -> None:
        """Show a count; above 99 it says ``99+``."""
        self.setText(badge_text(count))
        show_or_hide(self, count > 0)
        self._resize()

    def _resize(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room that the count needs."""
        return badge_size(self.text())

    def minimumSizeHint(self) -> QSize:
        """Return the same as :meth:`sizeHint`."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the badge."""
        painter = QPainter(self)
        draw_badge(painter, self.rect(), self.text(), self._tone)
        painter.end()


def badge_text(count: int) -> str:
    """Return a count as a badge writes it."""
    most = 99
    return f"{most}+" if count > most else str(max(count, 0))


def badge_size(text: str) -> QSize:
    """Return the room that a badge needs."""
    metrics = QFontMetrics(theme.font("small_strong"))
    height = theme.px(18)
    return QSize(max(metrics.horizontalAdvance(text) + theme.px(11), height), height)


def draw_badge(painter: QPainter, box: QRect, text: str, tone: Tone) -> None:
    """Draw a badge into a box."""
    shown = theme.colours()
    ground, ink = (shown.bad, shown.on_bad) if tone is Tone.BAD else (shown.accent, shown.on_accent)
    if tone is Tone.NEUTRAL:
        ground, ink = shown.neutral_soft, shown.text
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ground))
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
    painter.setPen(QColor(ink))
    painter.setFont(theme.font("small_strong"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()


class IconMark(QWidget):
    """An icon that is only looked at; follows theme and scale."""

    def __init__(
        self, icon: str, colour: str = "text", size: int = 18, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icon, self._colour, self._size = icon, colour, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.notifier().changed.connect(self.updateGeometry)

    def show_icon(self, icon: str, colour: str) -> None:
        """Show another icon."""
        self._icon, self._colour = icon, colour
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of the icon."""
        return QSize(theme.px(self._size), theme.px(self._size))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the icon for this screen's density."""
        if not self._icon:
            return
        painter = QPainter(self)
        side = theme.px(self._size)
        drawn = theme.pixmap(self._icon, side, self._colour, self.devicePixelRatioF())
        painter.drawPixmap((self.width() - side) // 2, (self.height() - side) // 2, drawn)
        painter.end()
