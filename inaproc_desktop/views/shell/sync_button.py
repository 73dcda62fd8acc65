"""The sync pill: how this window and the server stand to each other, in words."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from inaproc_desktop.views import format as fmt
from inaproc_desktop.views import theme
from inaproc_desktop.views.shell.rows import SyncPill, SyncState
from inaproc_desktop.views.widgets.marks import draw_pill, pill_size
from inaproc_desktop.views.widgets.values import PillText, Tone

_SYNC_TONES = {
    SyncState.SYNCED: Tone.OK,
    SyncState.SYNCING: Tone.ACCENT,
    SyncState.OFFLINE: Tone.WARN,
    SyncState.ATTENTION: Tone.BAD,
    SyncState.PARKED: Tone.WARN,
}


class SyncButton(QAbstractButton):
    """The sync pill: one of its faces, in words; a click opens Kotak Keluar."""

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
        if pill.state is SyncState.PARKED:
            if not pill.waiting:
                return self.tr("Versi tidak cocok")
            return self.tr("Versi tidak cocok · {count} perubahan menunggu").format(count=pill.waiting)
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
