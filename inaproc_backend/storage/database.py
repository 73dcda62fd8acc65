"""The database connection: SQLite for one office, PostgreSQL for many, the same calls for both.

Two ways in, and no third: :meth:`Database.write` is one serialised transaction whose commit is durable,
:meth:`Database.read` is one unchanging snapshot.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, create_engine, event
from sqlalchemy.engine import URL, Engine, make_url
from sqlalchemy.exc import DBAPIError

OLDEST_POSTGRESQL = 15
"""Major version below which PostgreSQL is refused; 14 is not tested and leaves support in 2026."""

_BUSY_MILLISECONDS = 10_000
_POOL = 48
_AFTER_COMMIT = "after commit"

_RACE_STATES = frozenset({"23505", "40001", "40P01"})
"""SQLSTATE of unique violation, serialization failure and deadlock."""


class UnsupportedServerError(RuntimeError):
    """The database server is too old for this program."""


class Database:
    """An open database.

    Attributes:
        engine: for migrations and bulk work; ordinary code uses :meth:`read` and :meth:`write`.
        is_sqlite: which of the two it is.
    """

    def __init__(self, url: str) -> None:
        """Open by URL: ``sqlite:////folder/inaproc.db`` or ``postgresql+psycopg://…``.

        Raises:
            ValueError: another kind of database, or SQLite in memory (threads would not share it).
        """
        parsed = make_url(with_driver(url))
        backend = parsed.get_backend_name()
        if backend not in {"sqlite", "postgresql"}:
            message = f"the database must be SQLite or PostgreSQL, got {backend!r}"
            raise ValueError(message)
        self.is_sqlite = backend == "sqlite"
        if self.is_sqlite and parsed.database in {None, "", ":memory:"}:
            message = "SQLite needs a file: its threads would each see their own memory"
            raise ValueError(message)
        self._writer_lock = threading.Lock()
        self._writer: Connection | None = None
        self.engine = _sqlite_engine(parsed) if self.is_sqlite else _postgresql_engine(parsed)

    @classmethod
    def in_folder(cls, folder: Path) -> Database:
        """Open (or make) the SQLite database of a data folder."""
        folder.mkdir(parents=True, exist_ok=True)
        return cls(f"sqlite:///{folder / 'inaproc.db'}")

    def check_server(self) -> None:
        """Ask the server for its version.

        Raises:
            UnsupportedServerError: PostgreSQL below version 15.
        """
        if self.is_sqlite:
            return
        with self.engine.connect() as connection:
            number = int(connection.exec_driver_sql("SHOW server_version_num").scalar_one())
        refuse_old_server(number)

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """Run one transaction; it commits at the end, or rolls back when the block raises.

        On SQLite only one writer runs at a time, so it holds the write lock from its first statement.
        On PostgreSQL it is READ COMMITTED: rows that a decision rests on must be locked, or updated
        conditionally.
        """
        if self.is_sqlite:
            with self._writer_lock:
                callbacks = yield from self._write_alone()
        else:
            with self.engine.connect() as connection:
                connection.info.pop(_AFTER_COMMIT, None)
                with connection.begin():
                    yield connection
                callbacks = connection.info.pop(_AFTER_COMMIT, [])
        for callback in callbacks:
            callback()

    def _write_alone(self) -> Generator[Connection, None, list[Callable[[], object]]]:
        """Write through the one connection kept for it, so that its page cache stays true."""
        if self._writer is None or self._writer.closed:
            self._writer = self.engine.connect()
        connection = self._writer
        driver: Any = connection.connection.driver_connection
        # A read transaction that turns into a write fails at once when somebody else wrote: say it up front.
        driver.execute("BEGIN IMMEDIATE")
        connection.info.pop(_AFTER_COMMIT, None)
        try:
            yield connection
        except BaseException:
            connection.rollback()
            driver.rollback()
            raise
        if connection.in_transaction():
            connection.commit()
        driver.commit()
        callbacks: list[Callable[[], object]] = connection.info.pop(_AFTER_COMMIT, [])
        return callbacks

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Run reads on one snapshot: what another transaction commits meanwhile stays unseen."""
        with self.engine.connect() as connection:
            if not self.is_sqlite:
                connection = connection.execution_options(
                    isolation_level="REPEATABLE READ", postgresql_readonly=True
                )
            with connection.begin():
                yield connection

    def close(self) -> None:
        """Close all connections; for SQLite this folds the write-ahead log into the file."""
        with self._writer_lock:
            if self._writer is not None:
                self._writer.close()
                self._writer = None
        self.engine.dispose()


def with_driver(url: str) -> str:
    """Return a URL that names our driver where it names only the database: ``postgres://…``."""
    for plain in ("postgres://", "postgresql://"):
        if url.startswith(plain):
            return "postgresql+psycopg://" + url.removeprefix(plain)
    return url


def refuse_old_server(number: int) -> None:
    """Refuse a PostgreSQL server by its ``server_version_num``.

    Raises:
        UnsupportedServerError: below version 15.
    """
    if number < OLDEST_POSTGRESQL * 10_000:
        message = (
            f"the server runs PostgreSQL {number // 10_000}; this program needs {OLDEST_POSTGRESQL} or "
            "newer: upgrade the server"
        )
        raise UnsupportedServerError(message)


def after_commit(connection: Connection, callback: Callable[[], object]) -> None:
    """Call something once the transaction of ``Database.write`` is committed; never when it is rolled back.

    It runs on the writer's thread, and must be quick and not raise: setting an event, not sending a message.
    """
    connection.info.setdefault(_AFTER_COMMIT, []).append(callback)


def lost_race(error: BaseException) -> bool:
    """Return whether a transaction failed only because another one was faster: worth running it again.

    That is a broken unique constraint, a serialization failure, a deadlock, or a busy SQLite file.
    """
    if isinstance(error, DBAPIError) and error.orig is not None:
        error = error.orig
    if getattr(error, "sqlstate", None) in _RACE_STATES:
        return True
    name = str(getattr(error, "sqlite_errorname", ""))
    return name.startswith(("SQLITE_CONSTRAINT_UNIQUE", "SQLITE_CONSTRAINT_PRIMARYKEY", "SQLITE_BUSY"))


def _sqlite_engine(url: URL) -> Engine:
    engine = create_engine(url, pool_size=_POOL, max_overflow=0, pool_timeout=60, pool_use_lifo=True)

    @event.listens_for(engine, "connect")
    def prepare(driver: Any, _record: object) -> None:
        driver.isolation_level = None  # the driver must not begin transactions behind our back
        # FULL, not NORMAL: simulated power cuts lost acknowledged commands in 43 % of the states otherwise.
        for pragma in (
            "journal_mode=WAL",
            "synchronous=FULL",
            "foreign_keys=ON",
            "wal_autocheckpoint=8000",
            "cache_size=-65536",
            f"busy_timeout={_BUSY_MILLISECONDS}",
        ):
            driver.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        driver: Any = connection.connection.driver_connection
        if not driver.in_transaction:  # else a writer has begun already
            connection.exec_driver_sql("BEGIN")

    return engine


def _postgresql_engine(url: URL) -> Engine:
    return create_engine(
        url,
        pool_size=_POOL,
        max_overflow=0,
        pool_timeout=60,
        pool_pre_ping=True,
        isolation_level="READ COMMITTED",
        connect_args={
            "application_name": f"inaproc-backend {os.getpid()}",
            # A server that went away without a word is noticed after a minute, and its locks are let go.
            "keepalives_idle": 30,
            "keepalives_interval": 10,
            "keepalives_count": 3,
            # Times out whoever holds a lock and forgot (security.md: the lock-holder).
            "options": "-c statement_timeout=15000 -c idle_in_transaction_session_timeout=15000 "
            "-c lock_timeout=10000",
        },
    )
