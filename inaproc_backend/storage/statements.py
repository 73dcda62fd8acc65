"""SQL on the hot path: written once, sent to either driver without a layer between.

A command runs about fifteen statements; building each through an expression language would cost more than
running it. Every statement registers itself, and a test prepares all of them against the real schema of both
databases, so a renamed column is found before anybody runs into it.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from typing import Any

from sqlalchemy import Connection

Params = Mapping[str, Any]

_PARAMETER = re.compile(r"(?<!:):([a-z_]+)")
_ONLY_POSTGRESQL = re.compile(r"/\*pg (.*?)\*/")

_CURSORS = itertools.count(1)

REGISTERED: list[Statement] = []
"""All statements of the imported modules, for the test that prepares them."""


class Statement:
    """One SQL statement with named parameters (``:name``).

    Only what SQLite (3.35 and later) and PostgreSQL (15 and later) both understand may be written, and no
    literal colon or percent sign. ``/*pg FOR UPDATE*/`` is a comment to SQLite, whose writer is alone, and
    live to PostgreSQL.
    """

    def __init__(self, sql: str) -> None:
        self.sql = " ".join(sql.split())
        live = _ONLY_POSTGRESQL.sub(r"\1", self.sql)
        self._by_dialect = {"sqlite": self.sql, "postgresql": _PARAMETER.sub(r"%(\1)s", live)}
        REGISTERED.append(self)

    @property
    def parameters(self) -> tuple[str, ...]:
        """Names of the parameters, each once, in order."""
        return tuple(dict.fromkeys(_PARAMETER.findall(self.sql)))

    def run(self, connection: Connection, params: Params | None = None) -> int:
        """Run it and return how many rows it touched."""
        return int(self._execute(connection, params).rowcount)

    def many(self, connection: Connection, params: Sequence[Params]) -> None:
        """Run it once for each set of parameters."""
        if params:
            cursor = _driver(connection).cursor()
            cursor.executemany(self._by_dialect[connection.dialect.name], params)
            cursor.close()

    def one(self, connection: Connection, params: Params | None = None) -> tuple[Any, ...] | None:
        """Return its first row, or ``None``."""
        # All rows are taken, because SQLite will not commit over a statement that still has some.
        rows: list[tuple[Any, ...]] = self._execute(connection, params).fetchall()
        return rows[0] if rows else None

    def all(self, connection: Connection, params: Params | None = None) -> list[tuple[Any, ...]]:
        """Return all its rows."""
        rows: list[tuple[Any, ...]] = self._execute(connection, params).fetchall()
        return rows

    def each(
        self, connection: Connection, params: Params | None = None, *, at_once: int = 200
    ) -> Iterator[tuple[Any, ...]]:
        """Yield its rows, a few at a time: for results that need not fit into memory.

        Other statements may run meanwhile. Only inside a transaction: PostgreSQL keeps a cursor in it.
        """
        sql = self._by_dialect[connection.dialect.name]
        driver = _driver(connection)
        on_server = {} if connection.dialect.name == "sqlite" else {"name": f"each_{next(_CURSORS)}"}
        with closing(driver.cursor(**on_server)) as cursor:
            if on_server:
                cursor.itersize = at_once
            cursor.execute(sql, params or {})
            yield from cursor

    def _execute(self, connection: Connection, params: Params | None) -> Any:
        return _driver(connection).execute(self._by_dialect[connection.dialect.name], params or {})


def _driver(connection: Connection) -> Any:
    """Return the driver's own connection; sqlite3 and psycopg agree on ``execute``."""
    return connection.connection.driver_connection
