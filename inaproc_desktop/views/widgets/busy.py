"""Saying that something takes a while: an overlay with progress and a way out."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QProgressBar, QVBoxLayout, QWidget

from inaproc_desktop.views import theme
from inaproc_desktop.views.widgets import parts

_PATIENCE_MS = 150
_STEPS = 1000


class BusyOverlay(QWidget):
    """Covers a widget while work that it waits for runs elsewhere.

    It appears after a moment only, so that quick work does not flicker, and swallows clicks meanwhile.

    Args:
        host: the widget to cover; it owns the overlay.

    Signals:
        cancelled(): the person does not want to wait.
    """

    cancelled = Signal()

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        layout = QVBoxLayout(self)
        panel = QFrame()
        theme.set_role(panel, "card")
        inside = QVBoxLayout(panel)
        inside.setContentsMargins(*(theme.px(side) for side in (20, 16, 20, 16)))
        inside.setSpacing(theme.px(theme.GAP_12))
        self._words = parts.label("", "strong", wrap=True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self._progress.setFixedWidth(theme.px(240))
        self._cancel = parts.button(self.tr("Batalkan"))
        self._cancel.clicked.connect(self._on_cancel)
        inside.addWidget(self._words)
        inside.addWidget(self._progress, 0, Qt.AlignmentFlag.AlignHCenter)
        inside.addWidget(self._cancel, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(panel, 0, Qt.AlignmentFlag.AlignCenter)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PATIENCE_MS)
        self._soon.timeout.connect(self._appear)
        host.installEventFilter(self)
        self.hide()

    def show_busy(self, text: str, fraction: float | None = None, cancellable: bool = True) -> None:
        """Say what is going on.

        Args:
            text: ``Mengirim dokumen…``
            fraction: how much is done, 0 to 1; None when nobody knows.
            cancellable: whether there is a way out.
        """
        self._words.setText(text)
        self.setAccessibleName(text)
        if fraction is None:
            self._progress.setRange(0, 0)
        else:
            self._progress.setRange(0, _STEPS)
            self._progress.setValue(round(min(max(fraction, 0.0), 1.0) * _STEPS))
        self._cancel.setVisible(cancellable)
        if not self.isVisible() and not self._soon.isActive():
            self._soon.start()

    def hide_busy(self) -> None:
        """Uncover the widget."""
        self._soon.stop()
        self.hide()
        # A bar that nobody sees must not keep a timer running.
        self._progress.setRange(0, _STEPS)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the host."""
        if watched is self._host and event.type() == QEvent.Type.Resize:
            self.setGeometry(self._host.rect())
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Veil what is covered."""
        painter = QPainter(self)
        veil = QColor(theme.colours().background)
        veil.setAlpha(200)
        painter.fillRect(self.rect(), veil)
        painter.end()

    def _appear(self) -> None:
        self.setGeometry(self._host.rect())
        self.show()
        self.raise_()
        if self._cancel.isVisible():
            self._cancel.setFocus()

    def _on_cancel(self) -> None:
        self.hide_busy()
        self.cancelled.emit()
