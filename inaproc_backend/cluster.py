"""This process among the others on its database: hints that cross processes, and one that does the chores.

On PostgreSQL each process keeps a session of its own that listens for hints, holds a share of the lock that a
migration wants alone, and tries for the lock of whoever does the chores (overdue orders, sweeping, accesses,
verification). Both locks end with the session, so a killed process keeps nobody waiting. Hints are sent after
the commit, on another session: ``NOTIFY`` inside the transaction of a command made it five times slower
(protocol.md).

A hint that is lost costs time only: heads of the scopes somebody listens to are looked at every few seconds,
which also finds what an import or another command wrote, on SQLite too.
"""

from __future__ import annotations

import json
import logging
import secrets
import signal
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, LiteralString, TypeAlias, cast

from sqlalchemy import select

from inaproc_backend.storage import tables
from inaproc_backend.storage.database import Database
from inaproc_backend.storage.schema import SERVING_LOCK, SchemaMismatchError, Standing, find_shape
from inaproc_backend.wake import Wake

if TYPE_CHECKING:  # an office on SQLite need not load it
    from psycopg import Connection

    Session: TypeAlias = Connection[Any]

_LOG = logging.getLogger(__name__)

CHORES_LOCK = 0x494E4150_0003
"""Key of the PostgreSQL advisory lock of the one process that does the chores."""

_PAYLOAD = 7_500
"""Bytes of one notification; PostgreSQL takes up to 7,999."""

_TICK = 0.25
_TRY_SECONDS = 1.0
_AGAIN_SECONDS = 1.0
_TOGETHER_SECONDS = 0.05
"""Hints of so long go out together: at most twenty notifications a second and process."""
_IN_ONE_QUERY = 500


def alone() -> bool:
    """Lead always: for a worker that is the only one."""
    return True


class MigratingError(OSError):
    """The tables are being changed; no process may serve meanwhile."""


class Cluster:
    """Threads from :meth:`start` to :meth:`stop`; :meth:`tell` and :meth:`leads` may be called by any."""

    def __init__(
        self, database: Database, wake: Wake, *, poll: float = 5.0, outdated: Callable[[], None] | None = None
    ) -> None:
        """Prepare.

        Args:
            database: of this process.
            wake: streams of this process; told of what others committed, and asked to pass on what it hears.
            poll: seconds between two looks at the heads.
            outdated: called when the tables were changed by another program; ends the process unless given.
        """
        self._database = database
        self._wake = wake
        self._poll = poll
        self._outdated = outdated or _end_process
        self._name = secrets.token_hex(8)
        self._leads = database.is_sqlite
        self._stop = threading.Event()
        self._pending: dict[str, int] = {}
        self._news = threading.Condition()
        self._seen: dict[str, int] = {}
        self._session: Session | None = None
        self._threads = [threading.Thread(target=self._watch, name="cluster", daemon=True)]
        if not database.is_sqlite:
            self._threads.append(threading.Thread(target=self._send, name="hints", daemon=True))
            wake.pass_on(self.tell)

    def leads(self) -> bool:
        """Return whether this process does the chores now; on SQLite always."""
        return self._leads

    def start(self) -> None:
        """Begin.

        Raises:
            MigratingError: a migration is under way.
        """
        if not self._database.is_sqlite:
            self._session = self._open()
        for thread in self._threads:
            thread.start()

    def stop(self) -> None:
        """End, and let another process do the chores."""
        self._stop.set()
        with self._news:
            self._news.notify_all()
        for thread in self._threads:
            if thread.is_alive():
                thread.join()
        self._close()

    def tell(self, heads: Mapping[str, int]) -> None:
        """Have the other processes told of new heads; returns at once."""
        with self._news:
            for scope, head in heads.items():
                self._pending[scope] = max(head, self._pending.get(scope, 0))
            self._news.notify()

    # -- listening -----------------------------------------------------------------------------------------

    def _watch(self) -> None:
        looked, tried = time.monotonic(), 0.0
        while not self._stop.is_set():
            try:
                if self._database.is_sqlite:
                    self._stop.wait(min(_TICK, self._poll))
                elif self._session is None:
                    self._session = self._open()
                    looked = 0.0  # who knows what was missed
                else:
                    self._hear(self._session)
                now = time.monotonic()
                if self._session is not None and not self._leads and now - tried >= _TRY_SECONDS:
                    tried = now
                    self._leads = _ask(self._session, "SELECT pg_try_advisory_lock(%s::bigint)", CHORES_LOCK)
                if now - looked >= self._poll:
                    self._look(everything=not looked)
                    looked = now
            except SchemaMismatchError as error:
                _LOG.error("this process ends: %s", error)
                self._outdated()
                return
            except Exception as error:
                _LOG.warning("lost touch with the other processes, trying again: %s", error)
                self._close()
                self._stop.wait(_AGAIN_SECONDS)

    def _hear(self, session: Session) -> None:
        for notice in session.notifies(timeout=_TICK, stop_after=1):
            said = json.loads(notice.payload)
            if said["by"] != self._name:
                self._wake.hear(said["heads"])

    def _look(self, *, everything: bool) -> None:
        """Look at the heads of all scopes that somebody listens to, and tell of those that moved."""
        scopes = sorted(self._wake.scopes())
        heads: dict[str, int] = {}
        for start in range(0, len(scopes), _IN_ONE_QUERY):
            head = tables.scope_head
            query = select(head.c.scope, head.c.seq).where(
                head.c.scope.in_(scopes[start : start + _IN_ONE_QUERY])
            )
            with self._database.read() as connection:
                heads.update({str(scope): int(seq) for scope, seq in connection.execute(query)})
        moved = {
            scope: head for scope, head in heads.items() if everything or self._seen.get(scope, head) != head
        }
        self._seen = heads
        self._wake.hear(moved)

    def _open(self) -> Session:
        """Open the session of this process.

        Raises:
            SchemaMismatchError: the tables are another program's by now.
            MigratingError: a migration is under way.
        """
        session = _session(self._database)
        try:
            with self._database.read() as connection:
                shape = find_shape(connection)
            if shape.standing is not Standing.CURRENT:
                raise SchemaMismatchError(shape)
            if not _ask(session, "SELECT pg_try_advisory_lock_shared(%s::bigint)", SERVING_LOCK):
                message = "the database is being migrated: start again when that is done"
                raise MigratingError(message)
            session.execute("LISTEN inaproc_wake")
        except BaseException:
            session.close()
            raise
        return session

    def _close(self) -> None:
        self._leads = self._database.is_sqlite
        session, self._session = self._session, None
        if session is not None:
            session.close()

    # -- sending -------------------------------------------------------------------------------------------

    def _send(self) -> None:
        session: Session | None = None
        while not self._stop.is_set():
            with self._news:
                while not self._pending and not self._stop.is_set():
                    self._news.wait()
                heads, self._pending = self._pending, {}
            try:
                session = session or _session(self._database)
                for payload in _payloads(self._name, heads):
                    session.execute("SELECT pg_notify('inaproc_wake', %s)", (payload,))
            except Exception as error:  # the others find out by looking
                _LOG.warning("hints for other processes were lost: %s", error)
                if session is not None:
                    session.close()
                session = None
            self._stop.wait(_TOGETHER_SECONDS)
        if session is not None:
            session.close()


def _session(database: Database) -> Session:
    """Open a session outside the pool, whose statements count at once; closing it never fails."""
    pooled = database.engine.raw_connection()
    session: Any = pooled.dbapi_connection
    pooled.detach()
    session.autocommit = True
    return cast("Session", session)


def _ask(session: Session, sql: LiteralString, key: int) -> bool:
    row = session.execute(sql, (key,)).fetchone()
    return row is not None and bool(row[0])


def _payloads(name: str, heads: Mapping[str, int]) -> Iterator[str]:
    """Put heads into as few notifications as they fit into."""
    part: dict[str, int] = {}
    size = 0
    for scope, head in heads.items():
        length = len(json.dumps({scope: head}))
        if part and size + length > _PAYLOAD:
            yield json.dumps({"by": name, "heads": part})
            part, size = {}, 0
        part[scope] = head
        size += length
    if part:
        yield json.dumps({"by": name, "heads": part})


def _end_process() -> None:
    signal.raise_signal(signal.SIGTERM)
