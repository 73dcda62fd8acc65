"""Bringing an older database up to date, one revision at a time, each whole or not at all.

A revision and the row that says it was done are one transaction on both databases, so that a process killed
at any statement leaves the revision before, and running again goes on from there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.runtime.environment import EnvironmentContext
from alembic.runtime.migration import RevisionStep
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from inaproc_backend.storage import migrations
from inaproc_backend.storage.database import Database
from inaproc_backend.storage.occupancy import nobody_serving
from inaproc_backend.storage.schema import (
    REVISIONS,
    SchemaMismatchError,
    Shape,
    Standing,
    find_shape,
    lock_schema,
)


def shape_of(database: Database) -> Shape:
    """Return how a database stands to this program."""
    with database.read() as connection:
        return find_shape(connection)


def migrate(
    database: Database, *, done: Callable[[str], None] = lambda _: None, patience: float = 5.0
) -> list[str]:
    """Run every revision that is missing and return their ids; none when there is nothing to do.

    Args:
        database: any but an empty one.
        done: told of each revision once it is committed.
        patience: seconds to wait for processes that are ending (PostgreSQL).

    Raises:
        SchemaMismatchError: nothing leads from there to here.
        DatabaseInUseError: processes are serving from it (PostgreSQL).
    """
    database.check_server()
    ran: list[str] = []
    with nobody_serving(database, patience):
        while (revision := _step(database)) is not None:
            ran.append(revision)
            done(revision)
    return ran


def copy_before(database: Database, folder: Path, name: str) -> Path:
    """Copy a SQLite database whole, waiting until the disk has it, and return the copy.

    Raises:
        OSError: there is no room; nothing was changed.
    """
    place = folder / f"{name}.db"
    draft = folder / f".{name}.part"
    draft.unlink(missing_ok=True)
    try:
        with database.engine.connect() as connection:
            # One statement that SQLite runs on a snapshot and syncs itself.
            connection.connection.driver_connection.execute("VACUUM INTO ?", (str(draft),))  # type: ignore[union-attr]
    except Exception as error:
        draft.unlink(missing_ok=True)
        message = f"the copy of the database could not be written to {folder}: {error}"
        raise OSError(message) from error
    draft.replace(place)
    return place


def scripts() -> ScriptDirectory:
    """Return the packaged revisions."""
    return ScriptDirectory(str(Path(migrations.__file__).parent))


def _step(database: Database) -> str | None:
    """Run the next revision in a transaction of its own; ``None`` when there is none."""
    with _transaction(database) as connection:
        lock_schema(connection)
        shape = find_shape(connection)
        if shape.standing is Standing.CURRENT:
            return None
        if shape.standing not in {Standing.BEHIND, Standing.EMPTY}:
            raise SchemaMismatchError(shape)
        stamped = shape.revision in REVISIONS
        following = REVISIONS[REVISIONS.index(shape.revision) + 1] if stamped else REVISIONS[0]
        _run(connection, following)
        return following


def _run(connection: Connection, revision: str) -> None:
    script = scripts()

    def steps(found: Any, _context: MigrationContext) -> list[RevisionStep]:
        return list(script._upgrade_revs(revision, found))

    with EnvironmentContext(Config(), script, fn=steps, destination_rev=revision) as environment:
        # The transaction is ours: Alembic sees that one is under way and neither begins nor commits.
        environment.configure(connection=connection, render_as_batch=True)
        environment.run_migrations()


@contextmanager
def _transaction(database: Database) -> Iterator[Connection]:
    """Open a connection that may rebuild tables, with one transaction on it."""
    with database.engine.connect() as connection:
        if not database.is_sqlite:
            with connection.begin():
                connection.exec_driver_sql("SET LOCAL statement_timeout = 0")
                connection.exec_driver_sql("SET LOCAL idle_in_transaction_session_timeout = 0")
                yield connection
            return
        driver: Any = connection.connection.driver_connection
        # A table that is copied and dropped would take its references along; SQLite listens to this only
        # outside a transaction (https://sqlite.org/lang_altertable.html, section 7).
        driver.execute("PRAGMA foreign_keys=OFF")
        try:
            driver.execute("BEGIN IMMEDIATE")
            with connection.begin():
                yield connection
                broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
                if broken:
                    message = f"rows would refer to nothing: {broken[:5]}"
                    raise RuntimeError(message)
        finally:
            if not connection.invalidated:  # else, after Ctrl+C for one, it is closed and rolled back
                if driver.in_transaction:
                    driver.rollback()
                driver.execute("PRAGMA foreign_keys=ON")
