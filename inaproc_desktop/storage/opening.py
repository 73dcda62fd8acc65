"""Opening a sealed file: what is looked at first, and what is done about files of other versions.

A file that cannot be opened is never made anew, changed or removed; the person is told what to do.
"""

from __future__ import annotations

import json
import logging
import os
import platform
from collections.abc import Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, MetaData

from inaproc_desktop.ports.data import WorldFailed
from inaproc_desktop.storage.conversion import plain_version, seal, tidy
from inaproc_desktop.storage.database import Database, code_of
from inaproc_desktop.storage.files import copy_durably, remove
from inaproc_desktop.storage.page_check import fits_any_page
from inaproc_desktop.storage.sealing import PLAIN_HEADER, Sealed, header

CANARY = "INAPROC Desktop: sealed"
_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, kw_only=True)
class Contents:
    """What a kind of file holds today.

    Attributes:
        tables: of ``version``.
        version: kept as ``user_version``.
        sealed_since: files of this version and newer ones are sealed from their first byte.
        steps: statements that lead to each version from the one before.
    """

    tables: MetaData
    version: int
    sealed_since: int
    steps: Mapping[int, Sequence[str]]


def make_ready(path: Path, key: bytes, contents: Contents) -> None:
    """See to it that the file can be used, before anything else opens it; a missing one is in order.

    Raises:
        WorldFailed: ``world.key_wrong``, ``world.damaged_file``, ``world.not_encrypted``,
            ``world.newer_file``: the file is as it was, to the byte. ``world.disk``, ``world.disk_full``,
            ``world.file_busy``.
    """
    tidy(path)
    first = header(path)
    if not first:
        return
    if first == PLAIN_HEADER:
        _seal_older(path, key, contents)
    found = _version(path, key)
    if found > contents.version:
        raise WorldFailed("world.newer_file", f"{path}: version {found}, known is {contents.version}")
    _keep_copy(path, key, found, contents.version)


def claim(database: Database) -> None:
    """Read the canary, and note in the file who uses it: advice for whoever looks into a copied profile.

    Raises:
        WorldFailed: ``world.damaged_file`` when the canary is not what was written.
    """
    here = {"computer": platform.node(), "process": os.getpid()}
    with database.write() as connection:
        _make_seal(connection)
        canary, holder = connection.exec_driver_sql("SELECT canary, holder FROM seal").one()
        if canary != CANARY:
            raise WorldFailed("world.damaged_file", f"{database.path}: the canary reads {canary!r}")
        if holder and json.loads(holder)["computer"] != here["computer"]:
            _LOG.warning("%s was in use on another computer and was not closed there", database.path.name)
        connection.exec_driver_sql("UPDATE seal SET holder = ?", (json.dumps(here),))


def release(database: Database) -> None:
    """Note that nobody uses the file; nothing happens where that cannot be written."""
    with suppress(WorldFailed), database.write() as connection:
        connection.exec_driver_sql("UPDATE seal SET holder = ''")


def _make_seal(connection: Connection) -> None:
    connection.exec_driver_sql(
        "CREATE TABLE IF NOT EXISTS seal"
        " (one INTEGER PRIMARY KEY CHECK (one = 1), canary TEXT NOT NULL, holder TEXT NOT NULL)"
    )
    connection.exec_driver_sql("INSERT OR IGNORE INTO seal VALUES (1, ?, '')", (CANARY,))


def _seal_older(path: Path, key: bytes, contents: Contents) -> None:
    found = plain_version(path)
    if found >= contents.sealed_since:
        raise WorldFailed("world.not_encrypted", f"{path}: version {found}")
    seal(path, key)


def _version(path: Path, key: bytes) -> int:
    """Open the file with the key, changing nothing; returns its version."""
    sealed = Sealed(key)
    # A write that was cut short before there was a log is undone by whoever opens for writing.
    mode = "rw" if path.with_name(f"{path.name}-journal").exists() else "ro"
    try:
        with closing(sealed.connect(path, mode=mode)) as connection:
            if not connection.execute("PRAGMA cipher_version").fetchone():
                raise WorldFailed("world.not_encrypted", "the driver does not encrypt")
            found: int = connection.execute("PRAGMA user_version").fetchone()[0]
            return found
    except sealed.module.Error as error:
        code = code_of(str(error), path.parent)
        if code == "world.damaged_file" and not fits_any_page(path, key):
            code = "world.key_wrong"
        raise WorldFailed(code, f"{path}: {error}") from error


def _keep_copy(path: Path, key: bytes, found: int, version: int) -> None:
    """Keep a copy from before a migration until the start after it."""
    if found == version:
        for copy in path.parent.glob(f"{path.name}.before-*"):
            remove(copy)
    elif found:
        with closing(Sealed(key).connect(path, mode="rw")) as connection:
            connection.execute("PRAGMA journal_mode=DELETE").close()  # everything out of the log
        copy_durably(path, path.with_name(f"{path.name}.before-{version}"))
