"""The list of notices that opens under the bell."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from inaproc_desktop.views import theme
from inaproc_desktop.views.shell.rows import BellItem
from inaproc_desktop.views.widgets import parts

_WIDTH = 360
_MOST_HEIGHT = 420


class _Notice(QAbstractButton):
    """One notice in two lines; a dot before it while it is new."""

    def __init__(self, item: BellItem) -> None:
        super().__init__()
        self._item = item
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        new = self.tr("baru") if item.unread else ""
        self.setAccessibleName(". ".join(part for part in (item.text, item.detail, item.when, new) if part))
        self.setToolTip("\n".join(part for part in (item.text, item.detail) if part))

    def sizeHint(self) -> QSize:
        return QSize(theme.px(_WIDTH - 20), theme.px(54))

    def paintEvent(self, _event: QPaintEvent) -> None:
        shown = theme.colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus() or self.underMouse():
            painter.setPen(QColor(shown.accent) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(shown.accent_soft))
            radius = theme.px(theme.RADIUS_SMALL)
            painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), radius, radius)
        if self._item.unread:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(shown.accent))
            painter.drawEllipse(QPoint(theme.px(10), theme.px(18)), theme.px(4), theme.px(4))
        inner = self.rect().adjusted(theme.px(22), theme.px(8), -theme.px(10), -theme.px(8))
        small = theme.font("small")
        when_width = QFontMetrics(small).horizontalAdvance(self._item.when)
        painter.setFont(small)
        painter.setPen(QColor(shown.muted))
        painter.drawText(inner, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight, self._item.when)
        detail = QFontMetrics(small).elidedText(self._item.detail, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, detail)
        font = theme.font("strong" if self._item.unread else "body")
        painter.setFont(font)
        painter.setPen(QColor(shown.text))
        room = QRect(inner.topLeft(), QSize(inner.width() - when_width - theme.px(8), inner.height()))
        text = QFontMetrics(font).elidedText(self._item.text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, text)
        painter.end()


class BellPopup(QFrame):
    """The notices, the newest first.

    Args:
        anchor: the bell; it owns the list.

    Signals:
        chosen(str): the id of the notice to follow.
    """

    chosen = Signal(str)

    def __init__(self, anchor: QWidget) -> None:
        super().__init__(anchor, Qt.WindowType.Popup)
        self._anchor = anchor
        theme.set_role(self, "popup")
        self.setAccessibleName(self.tr("Notifikasi"))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(*(theme.px(side) for side in (8, 10, 8, 8)))
        outer.setSpacing(theme.px(6))
        heading = parts.label(self.tr("Notifikasi"), "heading")
        heading.setContentsMargins(theme.px(8), 0, 0, 0)
        outer.addWidget(heading)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        theme.set_role(inside, "scrolled")
        self._layout = QVBoxLayout(inside)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(theme.px(2))
        self._area.setWidget(inside)
        outer.addWidget(self._area, 1)
        self._count = 0
        self.show_items([])

    def show_items(self, items: Sequence[BellItem]) -> None:
        """Show these notices."""
        parts.clear(self._layout)
        self._count = len(items)
        if not items:
            nothing = parts.label(self.tr("Belum ada notifikasi."), "muted", wrap=True)
            nothing.setContentsMargins(theme.px(8), 0, theme.px(8), theme.px(8))
            self._layout.addWidget(nothing)
        for item in items:
            made = _Notice(item)
            made.clicked.connect(lambda _checked=False, at=item.id: self._on_chosen(at))
            self._layout.addWidget(made)
        self._layout.addStretch(1)

    def open_below(self) -> None:
        """Open under the bell, inside the screen."""
        height = min(theme.px(56 + 56 * max(self._count, 1)), theme.px(_MOST_HEIGHT))
        self.resize(theme.px(_WIDTH), height)
        corner = self._anchor.mapToGlobal(QPoint(self._anchor.width(), self._anchor.height() + theme.px(4)))
        self.move(corner.x() - self.width(), corner.y())
        self.show()
        first = self.findChild(_Notice)
        if first is not None:
            first.setFocus()

    def _on_chosen(self, item_id: str) -> None:
        self.close()
        self.chosen.emit(item_id)
