"""The access switcher: through which access the person acts, and the way to the others."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidget

from inaproc_desktop.views import theme
from inaproc_desktop.views.shell.rows import AccessItem
from inaproc_desktop.views.widgets import parts


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
        else:
            width += QFontMetrics(theme.font("strong")).horizontalAdvance(self.tr("Belum ada akses"))
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
