"""Small files, written so that a power cut leaves the old or the new one, for the owner alone."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

from inaproc_desktop.ports.world import WorldFailed


def write_durably(place: Path, content: bytes) -> None:
    """Replace a file as a whole.

    Raises:
        WorldFailed: ``world.disk``.
    """
    try:
        place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle, name = tempfile.mkstemp(dir=place.parent, prefix=f".{place.name}-")  # made with mode 600
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            Path(name).replace(place)
        except OSError:
            with contextlib.suppress(OSError):
                Path(name).unlink()
            raise
        sync_folder(place.parent)
    except OSError as error:
        raise WorldFailed("world.disk", str(error)) from error


def sync_folder(folder: Path) -> None:
    """Make a rename durable. Windows neither needs nor allows it."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
