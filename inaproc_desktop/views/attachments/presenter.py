"""Opening a supporting document without widgets: from here or from the backend, one at a time."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Protocol

from inaproc_core.orders.content import Attachment
from inaproc_desktop.ports.ui import CancelToken, Lane, Runner
from inaproc_desktop.services.attachments import AttachmentService


class FileView(Protocol):
    """What the presenter asks of the window that shows a file."""

    def show_waiting(self, attachment: Attachment) -> None:
        """Say that the file is on its way."""

    def show_content(self, attachment: Attachment, content: bytes) -> None:
        """Show the file."""

    def show_failed(self, error: Exception) -> None:
        """Say why it cannot be shown, in place of it."""

    def show_saved(self, path: Path) -> None:
        """Say where the copy is."""


class OpenFilePresenter:
    """One per page; makes a window for every file that is opened."""

    def __init__(
        self,
        open_view: Callable[[], FileView],
        service: AttachmentService,
        runner: Runner,
        write: Callable[[Path, bytes], None],
    ) -> None:
        """Build the presenter.

        Args:
            open_view: opens an empty window.
            service: supporting documents.
            runner: lanes for work.
            write: writes a copy where the person wants it.
        """
        self._open_view = open_view
        self._service = service
        self._runner = runner
        self._write = write
        self._fetching = CancelToken()
        self._saving = CancelToken()

    def open(self, order_id: str, attachment: Attachment) -> None:
        """Open a file; what was being fetched for another one is dropped."""
        self._fetching.cancel()
        view = self._open_view()
        view.show_waiting(attachment)
        self._fetching = self._runner.submit(
            Lane.NETWORK,
            self._service.open,
            order_id,
            attachment,
            on_done=partial(view.show_content, attachment),
            on_error=view.show_failed,
        )

    def save(self, view: FileView, content: bytes, path: str) -> None:
        """Write a copy to a place that the person chose."""
        place = Path(path)
        self._saving = self._runner.submit(
            Lane.DATA,
            self._write,
            place,
            content,
            on_done=lambda _nothing: view.show_saved(place),
            on_error=view.show_failed,
        )

    def close(self) -> None:
        """The window is closed: drop what is being fetched; a copy is written all the same."""
        self._fetching.cancel()
        self._saving.cancel()
