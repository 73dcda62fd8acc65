"""SQL on the hot path of a local file: written once, sent to the driver without a layer between.

An expression language builds a statement anew each time and wraps every row; in a pull, a round or a rebase
that costs several times what the statement does. ``Database`` tells the driver's errors like its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection

Params = Mapping[str, Any] | Sequence[Any]

REGISTERED: list[Sql] = []
"""All statements of the imported modules, for the test that prepares them against the tables."""


class Sql:
    """One statement with named (``:name``) or numbered (``?``) parameters."""

    __slots__ = ("text",)

    def __init__(self, text: str) -> None:
        self.text = " ".join(text.split())
        REGISTERED.append(self)

    def run(self, connection: Connection, params: Params = ()) -> int:
        """Run it; returns how many rows it touched."""
        cursor = _driver(connection).execute(self.text, params)
        touched = int(cursor.rowcount)
        cursor.close()
        return touched

    def many(self, connection: Connection, params: Sequence[Params]) -> int:
        """Run it once for each set of parameters; returns how many rows were touched."""
        cursor = _driver(connection).executemany(self.text, params)
        touched = int(cursor.rowcount)
        cursor.close()
        return touched

    def one(self, connection: Connection, params: Params = ()) -> tuple[Any, ...] | None:
        """Return its first row, or ``None``."""
        rows = self.all(connection, params)  # all, because a statement left open holds a commit up
        return rows[0] if rows else None

    def all(self, connection: Connection, params: Params = ()) -> list[tuple[Any, ...]]:
        """Return all its rows."""
        rows: list[tuple[Any, ...]] = _driver(connection).execute(self.text, params).fetchall()
        return rows

    def value(self, connection: Connection, params: Params = ()) -> Any:
        """Return the first column of its first row, or ``None``."""
        row = self.one(connection, params)
        return None if row is None else row[0]


def names(values: Iterable[str]) -> str:
    """Return values as a parameter for ``IN (SELECT value FROM json_each(?))``."""
    return msgspec.json.encode(list(values)).decode()


def _driver(connection: Connection) -> Any:
    """Return the driver's own connection."""
    return connection.connection.driver_connection
