"""The one place where a SQLite file is opened: settings, transactions, errors.

Encryption comes in here: ``create_engine(…, module=sqlcipher3.dbapi2)`` and the key as the first statement of
``_on_connect``; nothing else in the program knows which driver is underneath.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, MetaData, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool

from inaproc_desktop.ports.data import WorldFailed

_BUSY_MILLISECONDS = 5000
_WRITES = "inaproc_writes"
_GENERATION = "inaproc_generation"


class Durability(StrEnum):
    """What a power cut may take: nothing (``FULL``), or the newest rows of a rebuildable file."""

    FULL = "FULL"
    NORMAL = "NORMAL"


class Database:
    """One SQLite file in WAL mode: many readers, one writer.

    Attributes:
        path: the file.
        generation: counts committed writes, so that caches know when to look again.
    """

    def __init__(self, path: Path, *, durability: Durability = Durability.FULL) -> None:
        """Open the file, or prepare to make it.

        Args:
            path: its folder must exist.
            durability: ``FULL`` for work: ``NORMAL`` lost acknowledged commands in 43 % of simulated power
                cuts (protocol.md §0).
        """
        self.path = path
        self.generation = 0
        self._writer = threading.RLock()
        self._engine: Engine = create_engine(f"sqlite:///{path}", poolclass=QueuePool)

        @event.listens_for(self._engine, "connect")
        def _on_connect(connection: Any, _record: Any) -> None:
            connection.isolation_level = None  # transactions are begun below, not by the driver
            for pragma in (
                "journal_mode=WAL",
                f"synchronous={durability.value}",
                "foreign_keys=ON",
                f"busy_timeout={_BUSY_MILLISECONDS}",
                "temp_store=MEMORY",
            ):
                connection.execute(f"PRAGMA {pragma}").close()

        @event.listens_for(self._engine, "begin")
        def _on_begin(connection: Connection) -> None:
            # A read transaction that later writes fails at once when another wrote meanwhile (pitfall 12).
            writes = connection.get_execution_options().get(_WRITES, False)
            connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Give a connection that sees one consistent state.

        Raises:
            WorldFailed: ``world.disk`` or ``world.damaged_file``.
        """
        generation = self.generation  # before the transaction: what it sees is at least this new
        with _as_world_failed(), self._engine.begin() as connection:
            connection.info[_GENERATION] = generation
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """Give a connection whose changes are all kept or none; durable when the block is left.

        Raises:
            WorldFailed: as ``read``.
        """
        with self._writer, _as_world_failed():
            with self._engine.execution_options(**{_WRITES: True}).begin() as connection:
                connection.info[_GENERATION] = None
                yield connection
            self.generation += 1

    def prepare(
        self, tables: MetaData, version: int, steps: Mapping[int, Sequence[str]] | None = None
    ) -> None:
        """Make the tables of a new file, bring an older one to today's; all of it or nothing.

        Args:
            tables: what the file holds.
            version: of these tables.
            steps: statements that lead to each version from the one before.

        Raises:
            WorldFailed: ``world.newer_file``; nothing is touched.
        """
        with self.write() as connection:
            found = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
            if found > version:
                raise WorldFailed("world.newer_file", f"{self.path}: version {found}, known is {version}")
            for number in range(found + 1 if found else version + 1, version + 1):
                for statement in (steps or {}).get(number, ()):
                    connection.exec_driver_sql(statement)
            tables.create_all(connection)
            connection.exec_driver_sql(f"PRAGMA user_version={version}")

    def checkpoint(self) -> None:
        """Bring everything from the write-ahead log into the file itself."""
        with self._writer, _as_world_failed():
            raw = self._engine.raw_connection()  # a checkpoint cannot run inside a transaction
            try:
                raw.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").close()
            finally:
                raw.close()

    def close(self) -> None:
        """Give back all connections; the file can then be moved."""
        self._engine.dispose()


def generation_of(connection: Connection) -> int | None:
    """Return which generation of the file a transaction sees; ``None`` in one that writes."""
    found: int | None = connection.info.get(_GENERATION)
    return found


@contextmanager
def _as_world_failed() -> Iterator[None]:
    try:
        yield
    except DBAPIError as error:
        text = str(error.orig)
        damaged = "malformed" in text or "not a database" in text
        raise WorldFailed("world.damaged_file" if damaged else "world.disk", text) from error
