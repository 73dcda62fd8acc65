"""Sending what was handed in: every file once, in blocks, with one progress for all of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from inaproc_desktop.ports.accesses import AccessCalls, Progress
from inaproc_desktop.ports.filing import Filing, Handed
from inaproc_desktop.ports.ui import CancelToken


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
