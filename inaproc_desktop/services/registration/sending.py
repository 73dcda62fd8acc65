"""Sending what was handed in: every file once, in blocks, with one progress for all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from inaproc_desktop.ports.accesses import AccessCalls, Progress
from inaproc_desktop.ports.filing import Filing, FilingStatus, Handed
from inaproc_desktop.ports.ui import CancelToken, Lane, Runner


def upload_files(
    calls: AccessCalls, filing: Filing, slots: Iterable[str], on_progress: Progress, cancel: CancelToken
) -> Filing:
    """Send the files of these slots that the backend does not have yet.

    Args:
        calls: the backend.
        filing: the application.
        slots: of the form, by value.
        on_progress: is told bytes of all files together.
        cancel: stops between two blocks; what was sent stays with the backend for a while.

    Returns:
        The application with the ids of its files.

    Raises:
        BackendRefused, WorldFailed, Cancelled: as ``AccessCalls.upload``.
    """
    waiting = [handed for slot in slots if (handed := filing.files.get(slot)) and _is_new(handed)]
    total = sum(handed.size for handed in waiting)
    before = 0
    for handed in waiting:
        content = handed.content or b""

        def tell(done: int, _size: int, start: int = before) -> None:
            on_progress(start + done, total)

        stored = calls.upload(handed.slot.value, handed.name, content, tell, cancel)
        filing = filing.with_file(replace(handed, file_id=stored.file_id))
        before += len(content)
    cancel.stop_if_cancelled()
    return filing


def file_ids(filing: Filing, slots: Iterable[str]) -> dict[str, str]:
    """Return the stored files by slot, as a message names them."""
    return {slot: handed.file_id for slot in slots if (handed := filing.files.get(slot)) and handed.file_id}


def _is_new(handed: Handed) -> bool:
    return handed.content is not None and not handed.file_id


class Sending:
    """One sending at a time, off the UI thread; it can be stopped and begun again."""

    def __init__(
        self,
        runner: Runner,
        send: Callable[[Filing, Progress, CancelToken], FilingStatus],
        on_progress: Progress,
    ) -> None:
        """Begin at rest.

        Args:
            runner: lanes for work.
            send: sends an application; blocks.
            on_progress: is told bytes of all files, on the UI thread.
        """
        self._runner = runner
        self._send = send
        self._on_progress = on_progress
        self._token = CancelToken()
        self.running = False

    def start(
        self, filing: Filing, on_sent: Callable[[FilingStatus], None], on_failed: Callable[[Exception], None]
    ) -> None:
        """Send an application."""
        self.running, self._token = True, CancelToken()
        token = self._token

        def tell(done: int, total: int) -> None:
            self._runner.call_soon(lambda: None if token.cancelled else self._on_progress(done, total))

        def sent(status: FilingStatus) -> None:
            self.running = False
            on_sent(status)

        def failed(error: Exception) -> None:
            self.running = False
            on_failed(error)

        self._runner.submit(
            Lane.NETWORK, self._send, filing, tell, token, on_done=sent, on_error=failed, cancel=token
        )

    def stop(self) -> None:
        """Stop between two blocks; what arrived stays with the backend for a while."""
        self._token.cancel()
        self.running = False
