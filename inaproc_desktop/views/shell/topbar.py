"""The bar at the top: whose access, the way to everything, how synchronisation stands, what is new."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from inaproc_desktop.views import theme
from inaproc_desktop.views.shell.access_button import AccessButton
from inaproc_desktop.views.shell.bell import BellPopup
from inaproc_desktop.views.shell.rows import BellItem
from inaproc_desktop.views.shell.sync_button import SyncButton
from inaproc_desktop.views.widgets import parts
from inaproc_desktop.views.widgets.marks import badge_size, badge_text, draw_badge
from inaproc_desktop.views.widgets.values import Tone

HEIGHT = 48


class PaletteButton(QPushButton):
    """Looks like a search box; opens the command palette."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.set_role(self, "search")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._words = self.tr("Cari halaman, nomor pesanan, produk…")
        self.setAccessibleName(self._words)
        self.setToolTip(self.tr("{words} (Ctrl+K)").format(words=self._words))

    def sizeHint(self) -> QSize:
        """Return the usual width of the box."""
        return QSize(theme.px(340), theme.px(theme.CONTROL_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Return the least that still looks like a box."""
        return QSize(theme.px(90), theme.px(theme.CONTROL_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the box, the glass, the words and the keys."""
        super().paintEvent(event)
        shown = theme.colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = theme.px(15)
        glass = theme.pixmap("search", side, "muted", self.devicePixelRatioF())
        painter.drawPixmap(theme.px(11), (self.height() - side) // 2, glass)
        small = theme.font("small")
        keys = "Ctrl K"
        keys_width = QFontMetrics(small).horizontalAdvance(keys) + theme.px(14)
        roomy = self.width() > theme.px(200)
        right = self.width() - theme.px(8)
        if roomy:
            box = QRect(right - keys_width, (self.height() - theme.px(20)) // 2, keys_width, theme.px(20))
            painter.setPen(QColor(shown.line))
            painter.setBrush(QColor(shown.surface))
            painter.drawRoundedRect(box, theme.px(3), theme.px(3))
            painter.setPen(QColor(shown.muted))
            painter.setFont(small)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, keys)
            right = box.left() - theme.px(6)
        left = theme.px(11) + side + theme.px(8)
        body = theme.font("body")
        painter.setFont(body)
        painter.setPen(QColor(shown.muted))
        room = QRect(left, 0, right - left, self.height())
        words = QFontMetrics(body).elidedText(self._words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)
        painter.end()


class BellButton(QToolButton):
    """The bell with the number of new notices."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme.set_icon(self, "bell", "text", 20)
        self._unread = 0
        self.show_unread(0)

    def show_unread(self, unread: int) -> None:
        """Show how many notices are new."""
        self._unread = unread
        said = self.tr("Notifikasi, {count} baru").format(count=unread) if unread else self.tr("Notifikasi")
        self.setAccessibleName(said)
        self.setToolTip(said)
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for bell and badge."""
        return QSize(theme.px(42), theme.px(36))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bell, then its badge."""
        super().paintEvent(event)
        if not self._unread:
            return
        painter = QPainter(self)
        text = badge_text(self._unread)
        size = badge_size(text)
        draw_badge(
            painter, QRect(self.width() - size.width(), 0, size.width(), size.height()), text, Tone.ACCENT
        )
        painter.end()


class TopBar(QFrame):
    """The bar at the top.

    Attributes:
        access: the access switcher.
        search: the way to the palette.
        sync: the sync pill.
        bell: the bell.

    Signals:
        bell_chosen(str): the id of the notice to follow.
    """

    bell_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.set_role(self, "topbar")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(*(theme.px(side) for side in (16, 0, 12, 0)))
        layout.setSpacing(theme.px(theme.GAP_12))
        self._brand = parts.row(
            parts.label("INAPROC", "strong"), parts.label("Desktop", "small"), None, gap=4
        )
        self.access = AccessButton()
        self.search = PaletteButton()
        self.sync = SyncButton()
        self.bell = BellButton()
        self._popup = BellPopup(self.bell)
        layout.addWidget(self._brand)
        layout.addWidget(self.access)
        layout.addWidget(self.search, 4)
        layout.addStretch(1)
        layout.addWidget(self.sync)
        layout.addWidget(self.bell)
        self.bell.clicked.connect(self._popup.open_below)
        self._popup.chosen.connect(self.bell_chosen)
        theme.notifier().changed.connect(self._fit)
        self._fit()

    def show_bell(self, items: Sequence[BellItem]) -> None:
        """Show the notices."""
        self.bell.show_unread(sum(item.unread for item in items))
        self._popup.show_items(items)

    def show_compact(self, compact: bool) -> None:
        """Leave out the name of the program."""
        self._brand.setVisible(not compact)

    def _fit(self) -> None:
        self.setFixedHeight(theme.px(HEIGHT))
        self._brand.setFixedWidth(theme.px(168))
        self.search.setMaximumWidth(theme.px(400))
