"""The data folder: whose it is, and that one process alone serves from it where the database lies in it.

Keys and handed-in files lie beside the database, not in it. Processes that share a PostgreSQL database
therefore share the folder too; one that was given another folder would make other keys and miss the files.
The folder carries the database's own name, and who finds another one there refuses to start.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from sqlalchemy import Connection

from inaproc_backend.storage.database import Database
from inaproc_backend.storage.statements import Statement

MARK_FILE = "house.id"
LOCK_FILE = "serving.lock"

_LOOK_SECONDS = 0.1

_NAME = Statement("SELECT value FROM meta WHERE key = 'house'")
_TAKE_NAME = Statement("INSERT INTO meta (key, value) VALUES ('house', :value) ON CONFLICT (key) DO NOTHING")
_CLAIM = Statement(
    "INSERT INTO meta (key, value) VALUES ('data_folder', 'marked') ON CONFLICT (key) DO NOTHING"
)


class FolderInUseError(OSError):
    """Another process serves from this folder."""


class WrongFolderError(RuntimeError):
    """The data folder belongs to another database, or this one has another folder."""


@contextlib.contextmanager
def hold_folder(folder: Path, *, patience: float = 0.0) -> Iterator[None]:
    """Hold the folder alone until the block ends; the system lets go of it when the process dies.

    Args:
        folder: the data folder.
        patience: seconds to wait for whoever holds it: the process before may be ending.

    Raises:
        FolderInUseError: somebody else holds it.
    """
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    with (folder / LOCK_FILE).open("a+b") as file:
        until = time.monotonic() + patience
        while not _lock(file):
            if time.monotonic() >= until:
                message = (
                    f"another process serves from {folder}: on SQLite there is one; end it, or give this one "
                    "a folder of its own (--data), or use PostgreSQL (docs/operating.md)"
                )
                raise FolderInUseError(message)
            time.sleep(_LOOK_SECONDS)
        yield


def match_folder(database: Database, folder: Path) -> None:
    """Check that folder and PostgreSQL database belong together; the first process ever joins them.

    Raises:
        WrongFolderError: they do not.
        OSError: the mark cannot be written.
    """
    if database.is_sqlite:
        return  # it lies in the folder
    place = folder / MARK_FILE
    with database.write() as connection:
        name = _name(connection)
        # Whoever inserts the row marks the folder before it commits; the others wait here for that.
        if _CLAIM.run(connection) == 1 and not place.exists():
            _write_whole(place, name)
    found = _mark(place)
    if found == name:
        return
    if found:
        message = f"{folder} is the data folder of another database; give each database its own (--data)"
    else:
        message = (
            f"{folder} is not the data folder of this database: all its processes share one, with keys "
            f"and files. If this is that folder and only its mark is lost, write {name} into {place}"
        )
    raise WrongFolderError(message)


def _name(connection: Connection) -> str:
    row = _NAME.one(connection)
    if row is None:  # a database from before databases had names
        _TAKE_NAME.run(connection, {"value": secrets.token_hex(16)})
        row = _NAME.one(connection)
    if row is None:
        raise AssertionError
    return str(row[0])


def _mark(place: Path) -> str:
    try:
        return place.read_text(encoding="ascii").strip()
    except FileNotFoundError:
        return ""


def _write_whole(place: Path, text: str) -> None:
    place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    draft = place.with_name(f".{place.name}.{os.getpid()}")
    with draft.open("w", encoding="ascii") as file:
        file.write(f"{text}\n")
        file.flush()
        os.fsync(file.fileno())
    draft.replace(place)


if sys.platform == "win32":
    import msvcrt

    def _lock(file: IO[bytes]) -> bool:
        try:
            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
else:
    import fcntl

    def _lock(file: IO[bytes]) -> bool:
        try:
            fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
