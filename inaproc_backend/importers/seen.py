"""What this run has met already, kept on disk so that memory stays constant however long the file is."""

from __future__ import annotations

import sqlite3
from types import TracebackType


class Seen:
    """Keys of one file with the line they first stood on and a digest of what that line said.

    A private temporary SQLite file that vanishes with the run; it has nothing to do with the database that
    is imported into, so the same holds for SQLite and PostgreSQL.
    """

    def __init__(self) -> None:
        self._connection = sqlite3.connect("", isolation_level=None)
        self._connection.execute("PRAGMA cache_size = -4096")
        self._connection.execute("PRAGMA journal_mode = MEMORY")
        self._connection.execute("PRAGMA synchronous = OFF")
        self._connection.execute(
            "CREATE TABLE seen (key TEXT PRIMARY KEY, line INTEGER, digest INTEGER, times INTEGER)"
            " WITHOUT ROWID"
        )
        self._connection.execute("BEGIN")

    def __enter__(self) -> Seen:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._connection.close()

    def first(self, key: str, line: int, digest: int) -> tuple[int, int]:
        """Note a key unless it is known; return the line and digest of its first occurrence."""
        found = self._connection.execute("SELECT line, digest FROM seen WHERE key = ?", (key,)).fetchone()
        if found is not None:
            return int(found[0]), int(found[1])
        self._connection.execute("INSERT INTO seen VALUES (?, ?, ?, 1)", (key, line, digest))
        return line, digest

    def count(self, key: str) -> int:
        """Return how many times the key has been met in this file, this time included."""
        row = self._connection.execute(
            "INSERT INTO seen VALUES (?, 0, 0, 1) ON CONFLICT (key) DO UPDATE SET times = times + 1"
            " RETURNING times",
            (key,),
        ).fetchone()
        return int(row[0])

    def mark(self) -> None:
        """Keep what has been noted so far; ``undo`` comes back to here."""
        self._connection.execute("COMMIT")
        self._connection.execute("BEGIN")

    def undo(self) -> None:
        """Forget what has been noted since ``mark``: the batch is tried again."""
        self._connection.execute("ROLLBACK")
        self._connection.execute("BEGIN")
