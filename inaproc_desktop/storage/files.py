"""Small files, written so that a power cut leaves the old or the new one, for the owner alone."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from inaproc_desktop.ports.world import WorldFailed

_PAUSES = (0.01, 0.02, 0.05, 0.1, 0.2, 0.4, 0.8)
"""Seconds between tries while another program holds a file, as antivirus and indexers on Windows do."""


def write_durably(place: Path, content: bytes) -> None:
    """Replace a file as a whole.

    Raises:
        WorldFailed: ``world.disk_full``, ``world.disk``.
    """
    try:
        place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle, name = tempfile.mkstemp(dir=place.parent, prefix=f".{place.name}-")  # made with mode 600
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            patiently(lambda: Path(name).replace(place))
        except OSError:
            with contextlib.suppress(OSError):
                Path(name).unlink()
            raise
        sync_folder(place.parent)
    except OSError as error:
        raise as_world_failed(error) from error


def copy_durably(source: Path, place: Path) -> None:
    """Put a copy of a file at a place; until it is whole nothing is there. Errors as ``write_durably``."""
    half = place.with_name(f"{place.name}.copying")
    try:
        shutil.copyfile(source, half)
        half.chmod(0o600)
    except OSError as error:
        with contextlib.suppress(OSError):
            half.unlink()
        raise as_world_failed(error) from error
    sync_file(half)
    move_durably(half, place)


def move_durably(source: Path, place: Path) -> None:
    """Give a file another name in one step, in place of what had it. Errors as ``write_durably``."""
    try:
        patiently(lambda: source.replace(place))
        sync_folder(place.parent)
        if source.parent != place.parent:
            sync_folder(source.parent)
    except OSError as error:
        raise as_world_failed(error) from error


def sync_file(place: Path) -> None:
    """Bring a file to the disk that no database connection has open. Errors as ``write_durably``."""
    try:
        with place.open("rb+") as file:
            os.fsync(file.fileno())
    except OSError as error:
        raise as_world_failed(error) from error


def remove(place: Path) -> None:
    """Remove a file, if it is there. Errors as ``write_durably``."""
    try:
        patiently(lambda: place.unlink(missing_ok=True))
    except OSError as error:
        raise as_world_failed(error) from error


def patiently(deed: Callable[[], object]) -> None:
    """Do something to a file, again after a pause while another program holds it.

    Raises:
        OSError: it was held all the time, or something else is wrong.
    """
    for pause in _PAUSES:
        try:
            deed()
        except PermissionError:
            if os.name != "nt":  # elsewhere it is a matter of permissions, and waiting does not help
                raise
            time.sleep(pause)
        else:
            return
    deed()


def as_world_failed(error: OSError) -> WorldFailed:
    """Return the failure of the world behind an error of the system."""
    full = error.errno in {errno.ENOSPC, errno.EDQUOT}
    return WorldFailed("world.disk_full" if full else "world.disk", str(error))


def sync_folder(folder: Path) -> None:
    """Make a rename durable. Windows neither needs nor allows it."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
