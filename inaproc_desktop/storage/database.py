"""The one place where a SQLite file is used: settings, transactions, errors.

``sealing`` opens it; nothing else in the program knows which driver is underneath.
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
from inaproc_desktop.storage.reserve import Reserve, has_room
from inaproc_desktop.storage.sealing import Opener, Plain

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

    def __init__(
        self,
        path: Path,
        *,
        opener: Opener | None = None,
        durability: Durability = Durability.FULL,
        reserve: Reserve | None = None,
    ) -> None:
        """Open the file, or prepare to make it.

        Args:
            path: its folder must exist.
            opener: ``Sealed`` for private files (see ``opening``); without it the file is a plain one.
            durability: ``FULL`` for work: ``NORMAL`` lost acknowledged commands in 43 % of simulated power
                cuts (protocol.md §0).
            reserve: room for what was saved before, when the disk is full.
        """
        self.path = path
        self.generation = 0
        self._reserve = reserve
        self._writer = threading.RLock()
        opener = opener or Plain()
        self._driver_error: type[Exception] = opener.module.Error

        def connected() -> Any:
            connection = opener.connect(path)
            try:
                for pragma in settings(durability):
                    connection.execute(f"PRAGMA {pragma}").close()
            except BaseException:
                connection.close()
                raise
            return connection

        self._engine: Engine = create_engine(
            f"sqlite:///{path}", poolclass=QueuePool, module=opener.module, creator=connected
        )

        @event.listens_for(self._engine, "begin")
        def _on_begin(connection: Connection) -> None:
            # A read transaction that later writes fails at once when another wrote meanwhile (pitfall 12).
            writes = connection.get_execution_options().get(_WRITES, False)
            driver: Any = connection.connection.driver_connection
            driver.execute("BEGIN IMMEDIATE" if writes else "BEGIN").close()

        self._writing = self._engine.execution_options(**{_WRITES: True})
        self._idle: list[Connection] = []
        self._idle_writing: list[Connection] = []
        self._times_closed = 0

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Give a connection that sees one consistent state.

        Raises:
            WorldFailed: ``world.damaged_file``, ``world.disk_full``, ``world.file_busy``, ``world.disk``.
        """
        generation = self.generation  # before the transaction: what it sees is at least this new
        with self._as_world_failed(), self._lent(self._engine, self._idle) as connection:
            connection.info[_GENERATION] = generation
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """Give a connection whose changes are all kept or none; durable when the block is left.

        Raises:
            WorldFailed: as ``read``.
        """
        with self._writer, self._as_world_failed():
            with self._lent(self._writing, self._idle_writing) as connection:
                connection.info[_GENERATION] = None
                yield connection
            self.generation += 1

    @contextmanager
    def new_work(self) -> Iterator[Connection]:
        """Give a connection as ``write`` does, for what a person begins: not while the disk is full.

        Raises:
            WorldFailed: ``world.disk_full`` before anything is done, and as ``write``.
        """
        if self._reserve is not None and not self._reserve.keep():
            raise WorldFailed("world.disk_full", "no room for the reserve")
        with self.write() as connection:
            yield connection

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
        with self._writer, self._as_world_failed():
            raw = self._engine.raw_connection()  # a checkpoint cannot run inside a transaction
            try:
                raw.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").close()
            finally:
                raw.close()

    def close(self) -> None:
        """Give back all connections; the file can then be moved."""
        self._times_closed += 1
        for idle in (self._idle, self._idle_writing):
            while idle:
                idle.pop().close()
        self._engine.dispose()

    @contextmanager
    def _lent(self, engine: Engine, idle: list[Connection]) -> Iterator[Connection]:
        """Give a connection in a transaction, and keep it for the next one.

        Taking it out of the pool and putting it back costs more than most transactions.
        """
        times_closed = self._times_closed
        try:
            connection = idle.pop()
        except IndexError:
            connection = engine.connect()
        try:
            with connection.begin():
                yield connection
        except BaseException:
            connection.close()
            raise
        if times_closed == self._times_closed:
            idle.append(connection)
        else:
            connection.close()

    @contextmanager
    def _as_world_failed(self) -> Iterator[None]:
        try:
            yield
        except (DBAPIError, self._driver_error) as error:
            text = str(error.orig if isinstance(error, DBAPIError) else error)
            failed = WorldFailed(code_of(text, self.path.parent), text)
            if failed.code == "world.disk_full" and self._reserve is not None:
                self._reserve.give()  # what was saved goes on, and can be settled
            raise failed from error


def generation_of(connection: Connection) -> int | None:
    """Return which generation of the file a transaction sees; ``None`` in one that writes."""
    found: int | None = connection.info.get(_GENERATION)
    return found


def settings(durability: Durability) -> tuple[str, ...]:
    """Return the settings of every connection."""
    return ("journal_mode=WAL", f"synchronous={durability.value}", "foreign_keys=ON", "temp_store=MEMORY")


def code_of(text: str, folder: Path) -> str:
    """Return the code of what a driver says went wrong with a file in ``folder``."""
    if "malformed" in text or "not a database" in text:
        return "world.damaged_file"
    # A page of the shared index that finds no room is reported as a plain input or output error.
    if "database or disk is full" in text or ("disk I/O error" in text and not has_room(folder)):
        return "world.disk_full"
    return "world.file_busy" if "locked" in text else "world.disk"
