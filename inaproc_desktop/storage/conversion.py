"""A plain file of an earlier version of the program becomes a sealed one; no work is lost on the way.

The sealed file is made beside the plain one, compared with it row by row, brought to the disk, and takes its
place in one step. Killed anywhere before that step, the plain file is whole and the next start begins anew.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from inaproc_desktop.ports.data import WorldFailed
from inaproc_desktop.storage.database import code_of
from inaproc_desktop.storage.files import move_durably, remove, sync_file
from inaproc_desktop.storage.sealing import Sealed, sealing_driver

SIDES = ("", "-wal", "-shm", "-journal")
"""What a SQLite file may consist of."""


def seal(path: Path, key: bytes) -> None:
    """Put a sealed file in the place of a plain one, which nobody else has open.

    Raises:
        WorldFailed: ``world.damaged_file``, ``world.disk_full``, ``world.file_busy``, ``world.disk``; the
            plain file is as it was.
    """
    driver = sealing_driver()
    building = path.with_name(f"{path.name}.sealing")
    tidy(path)
    try:
        # One driver for both: two of them in one process would take each other's locks.
        with closing(_plain(driver, path)) as plain:
            # Everything out of the log, and the log gone: it must not be taken for that of the new file.
            if plain.execute("PRAGMA journal_mode=DELETE").fetchone() != ("delete",):
                raise WorldFailed("world.file_busy", str(path))
            _export(plain, building, Sealed(key))
            _compare(plain, building, Sealed(key))
    except driver.Error as error:
        raise WorldFailed(code_of(str(error), path.parent), f"{path}: {error}") from error
    sync_file(building)
    move_durably(building, path)


def tidy(path: Path) -> None:
    """Remove what a conversion left that was interrupted."""
    for side in SIDES:
        remove(path.with_name(f"{path.name}.sealing{side}"))


def plain_version(path: Path) -> int:
    """Return the version of a plain file.

    Raises:
        WorldFailed: as ``seal``.
    """
    try:
        with closing(_plain(sealing_driver(), path)) as plain:
            found: int = plain.execute("PRAGMA user_version").fetchone()[0]
            return found
    except sealing_driver().Error as error:
        raise WorldFailed(code_of(str(error), path.parent), f"{path}: {error}") from error


def _plain(driver: Any, path: Path) -> Any:
    connection = driver.connect(path.absolute().as_uri() + "?mode=rw", uri=True, isolation_level=None)
    connection.execute("PRAGMA synchronous=FULL").close()
    return connection


def _export(plain: Any, building: Path, sealed: Sealed) -> None:
    plain.execute(f'ATTACH DATABASE ? AS sealed KEY "{sealed.pragma_key()}"', (str(building),)).close()
    plain.execute("PRAGMA sealed.synchronous=OFF").close()  # brought to the disk as a whole, afterwards
    version = plain.execute("PRAGMA main.user_version").fetchone()[0]
    plain.execute("BEGIN").close()
    plain.execute("SELECT sqlcipher_export('sealed')").fetchall()
    plain.execute(f"PRAGMA sealed.user_version={version:d}").close()
    plain.execute("COMMIT").close()
    plain.execute("DETACH DATABASE sealed").close()


def _compare(plain: Any, building: Path, sealed: Sealed) -> None:
    """Read the new file as the next start will, and find every row of the old one in it."""
    with closing(sealed.connect(building, mode="ro")) as made:
        for mine, theirs in zip(_contents(plain), _contents(made), strict=True):
            if mine != theirs:
                raise WorldFailed("world.damaged_file", f"{building}: differs from the file it was made from")
        if made.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
            raise WorldFailed("world.damaged_file", f"{building}: is damaged")


def _contents(connection: Any) -> Iterator[object]:
    yield connection.execute("PRAGMA user_version").fetchone()
    schema = connection.execute(
        "SELECT type, name, tbl_name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY type, name"
    ).fetchall()
    yield schema
    tables = [name for kind, name, _table, _sql in schema if kind == "table"]
    for name in tables:
        yield name
        yield from connection.execute(f'SELECT * FROM "{name}" ORDER BY rowid')
