"""The bar at the top: whose access, the way to everything, how synchronisation stands, what is new."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from inaproc_desktop.views import format as fmt
from inaproc_desktop.views import theme
from inaproc_desktop.views.shell.bell import BellPopup
from inaproc_desktop.views.shell.rows import AccessItem, BellItem, SyncPill, SyncState
from inaproc_desktop.views.widgets import parts
from inaproc_desktop.views.widgets.marks import badge_size, badge_text, draw_badge, draw_pill, pill_size
from inaproc_desktop.views.widgets.values import PillText, Tone

HEIGHT = 48


class AccessButton(QPushButton):
    """The active access: role, office, and a menu with the others.

    Signals:
        access_chosen(str): act through this access from now on.
        manage_asked(): see and extend the accesses.
        sign_out_asked(): leave.
    """

    access_chosen = Signal(str)
    manage_asked = Signal()
    sign_out_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.set_role(self, "access")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._accesses: tuple[AccessItem, ...] = ()
        self._active: AccessItem | None = None
        self._menu = QMenu(self)
        self.setMenu(self._menu)

    def show_accesses(self, accesses: Sequence[AccessItem], active_id: str) -> None:
        """Show the accesses; the active one on the button."""
        self._accesses = tuple(accesses)
        self._active = next((item for item in accesses if item.id == active_id), None)
        said = self._line(self._active) if self._active else self.tr("Belum ada akses")
        self.setAccessibleName(self.tr("Akses aktif: {access}").format(access=said))
        self.setToolTip(said)
        self._menu.clear()
        for item in accesses:
            act = self._menu.addAction(parts.plain(self._line(item)))
            act.setCheckable(True)
            act.setChecked(item.id == active_id)
            act.triggered.connect(lambda _checked=False, at=item.id: self._on_chosen(at))
        self._menu.addSeparator()
        manage = self._menu.addAction(self.tr("Manajemen Akses…"))
        theme.set_icon(manage, "access", "muted")
        manage.triggered.connect(self.manage_asked)
        leave = self._menu.addAction(self.tr("Keluar dari akun"))
        theme.set_icon(leave, "logout", "muted")
        leave.triggered.connect(self.sign_out_asked)
        self.updateGeometry()
        self.update()

    def _on_chosen(self, access_id: str) -> None:
        # Qt has ticked the entry already; the tick is moved once the switch was made.
        if self._active is not None:
            self.show_accesses(self._accesses, self._active.id)
        self.access_chosen.emit(access_id)

    def _line(self, item: AccessItem) -> str:
        until = self.tr("s.d. {date}").format(date=item.until) if item.until else ""
        return " · ".join(part for part in (item.role, item.office, until) if part)

    def sizeHint(self) -> QSize:
        """Return the room for role and office."""
        width = theme.px(60)
        if self._active is not None:
            width += QFontMetrics(theme.font("strong")).horizontalAdvance(self._active.role)
            width += QFontMetrics(theme.font("body")).horizontalAdvance(self._active.office)
        return QSize(min(width, theme.px(330)), theme.px(theme.CONTROL_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Return the least: role and arrow."""
        return QSize(theme.px(96), theme.px(theme.CONTROL_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the button, then role, office and arrow."""
        super().paintEvent(event)
        shown = theme.colours()
        painter = QPainter(self)
        inner = self.rect().adjusted(theme.px(11), 0, -theme.px(30), 0)
        strong = theme.font("strong")
        role = self._active.role if self._active else self.tr("Belum ada akses")
        painter.setFont(strong)
        painter.setPen(QColor(shown.text))
        metrics = QFontMetrics(strong)
        painter.drawText(
            inner,
            Qt.AlignmentFlag.AlignVCenter,
            metrics.elidedText(role, Qt.TextElideMode.ElideRight, inner.width()),
        )
        if self._active is not None:
            body = theme.font("body")
            room = inner.adjusted(metrics.horizontalAdvance(role) + theme.px(8), 0, 0, 0)
            painter.setFont(body)
            painter.setPen(QColor(shown.muted))
            office = QFontMetrics(body).elidedText(
                self._active.office, Qt.TextElideMode.ElideRight, room.width()
            )
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, office)
        side = theme.px(14)
        arrow = theme.pixmap("chevron_down", side, "muted", self.devicePixelRatioF())
        painter.drawPixmap(self.width() - side - theme.px(10), (self.height() - side) // 2, arrow)
        painter.end()


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


class SyncButton(QAbstractButton):
    """The sync pill: one of four faces, in words; a click opens Kotak Keluar."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._pill = PillText("")
        self.show_sync(SyncPill(SyncState.OFFLINE))

    def show_sync(self, pill: SyncPill) -> None:
        """Show where synchronisation stands."""
        self._pill = PillText(self._words(pill), _SYNC_TONES[pill.state])
        self.setText(self._pill.text)
        self.setAccessibleName(self._pill.text)
        self.setToolTip(self.tr("{state}. Klik untuk membuka Kotak Keluar.").format(state=self._pill.text))
        self.updateGeometry()
        self.update()

    def _words(self, pill: SyncPill) -> str:
        if pill.state is SyncState.SYNCED:
            if pill.at is None:
                return self.tr("Tersinkron")
            return self.tr("Tersinkron {time}").format(time=fmt.time(pill.at))
        if pill.state is SyncState.SYNCING:
            if not pill.total:
                return self.tr("Menyinkron…")
            return self.tr("Menyinkron… {done}/{total}").format(done=pill.done, total=pill.total)
        if pill.state is SyncState.OFFLINE:
            if not pill.waiting:
                return self.tr("Luring")
            return self.tr("Luring · {count} perubahan menunggu").format(count=pill.waiting)
        return self.tr("Perlu perhatian · {count} ditolak").format(count=pill.refused)

    def sizeHint(self) -> QSize:
        """Return the room for the words and the focus ring."""
        size = pill_size(self._pill)
        return QSize(size.width() + 6, size.height() + 8)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the pill."""
        painter = QPainter(self)
        box = self.rect().adjusted(3, 4, -3, -4)
        draw_pill(painter, box, self._pill)
        if self.hasFocus() or self.underMouse():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            pen = painter.pen()
            pen.setColor(QColor(theme.colours().accent if self.hasFocus() else theme.colours().control_line))
            pen.setWidth(2 if self.hasFocus() else 1)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            ring = box.adjusted(-2, -2, 1, 1)
            painter.drawRoundedRect(ring, ring.height() / 2, ring.height() / 2)
        painter.end()


_SYNC_TONES = {
    SyncState.SYNCED: Tone.OK,
    SyncState.SYNCING: Tone.ACCENT,
    SyncState.OFFLINE: Tone.WARN,
    SyncState.ATTENTION: Tone.BAD,
}


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
