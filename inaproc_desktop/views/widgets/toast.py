"""Small confirmations that pass by: ``Tersimpan``, ``Pengajuan masuk Kotak Keluar``."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from inaproc_desktop.views import theme
from inaproc_desktop.views.widgets import parts
from inaproc_desktop.views.widgets.banner import LOOKS
from inaproc_desktop.views.widgets.marks import IconMark
from inaproc_desktop.views.widgets.values import Tone

_SHOWN_MS = 4_000
_MS_PER_LETTER = 40


class Toast(QFrame):
    """One line at the lower edge of its host, gone after a few seconds or on a click.

    Args:
        host: the widget over which it appears; it owns the toast.
    """

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        layout = QHBoxLayout(self)
        layout.setContentsMargins(*(theme.px(side) for side in (12, 8, 14, 8)))
        layout.setSpacing(theme.px(theme.GAP_8))
        self._icon = IconMark("check", "ok")
        self._words = parts.label("", "strong")
        layout.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self._words)
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.timeout.connect(self.hide)
        self._close = parts.icon_button(self.tr("Tutup pemberitahuan"), "close")
        self._close.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._close.clicked.connect(self.hide)
        layout.addWidget(self._close)
        host.installEventFilter(self)
        self.hide()

    def show_text(self, text: str, tone: Tone = Tone.OK) -> None:
        """Show words in place of the present ones; long words stay longer."""
        role, icon, colour = LOOKS[tone]
        theme.set_role(self, role)
        self._icon.show_icon(icon, colour)
        self._words.setText(text)
        self.setAccessibleName(text)
        self.show()
        self._place()
        self.raise_()
        self._clock.start(_SHOWN_MS + _MS_PER_LETTER * len(text))
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def text(self) -> str:
        """Return the words, empty when none are in sight."""
        return self._words.text() if self.isVisible() else ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the lower edge of the host."""
        if watched is self._host and event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        self.setMaximumWidth(max(self._host.width() - theme.px(40), theme.px(200)))
        self.adjustSize()
        left = (self._host.width() - self.width()) // 2
        self.move(left, self._host.height() - self.height() - theme.px(20))
