"""Putting a file aside that no key opens. Nothing is removed: whoever finds the key finds the work."""

from __future__ import annotations

from datetime import date
from itertools import count
from pathlib import Path

from inaproc_desktop.ports.data import WorldFailed
from inaproc_desktop.storage.conversion import SIDES
from inaproc_desktop.storage.files import move_durably, remove


def set_aside(path: Path, day: date) -> Path:
    """Move a file with its log into a folder of that day beside it; returns the folder.

    The file itself goes last: a move that was cut short is finished by the next one, in the same folder.

    Raises:
        WorldFailed: ``world.disk``, ``world.disk_full``.
    """
    folders = (path.parent / f"set-aside-{day.isoformat()}-{number}" for number in count(1))
    folder = next(folder for folder in folders if not (folder / path.name).exists())
    try:
        folder.mkdir(exist_ok=True, mode=0o700)
    except OSError as error:
        raise WorldFailed("world.disk", str(error)) from error
    remove(path.with_name(f"{path.name}-shm"))  # an index of the log, made anew by whoever opens it
    for side in reversed(SIDES):
        part = path.with_name(f"{path.name}{side}")
        if part.exists():
            move_durably(part, folder / part.name)
    return folder
