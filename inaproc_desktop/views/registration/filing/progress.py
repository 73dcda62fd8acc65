"""Sending: how much arrived, and a way to stop that loses nothing."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from inaproc_desktop.views import format as fmt
from inaproc_desktop.views.widgets import BusyOverlay


class SendingOverlay(BusyOverlay):
    """Covers the page while files and form are sent.

    Args:
        host: the page.
        name: prefix of object names.
    """

    def __init__(self, host: QWidget, name: str) -> None:
        super().__init__(host)
        self.setObjectName(f"{name}.sending")

    def show_progress(self, done: int, total: int) -> None:
        """Say how much arrived; ``total`` 0: the form itself is under way."""
        if not total or done >= total:
            self.show_busy(self.tr("Mengirim formulir…"), cancellable=not done)
            return
        said = self.tr("Mengunggah berkas: {done} dari {total}")
        self.show_busy(
            said.format(done=fmt.file_size(done), total=fmt.file_size(total)), done / total, cancellable=True
        )

    def hide_progress(self) -> None:
        """Uncover the page."""
        self.hide_busy()
