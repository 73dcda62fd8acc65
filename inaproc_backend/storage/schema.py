"""Making and checking the schema: which revision the tables are at, and whether this program fits them.

Alembic does the changing (``storage.migrating``); knowing needs only its one-row table, so that nothing loads
Alembic at an ordinary start.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import (
    Column,
    Connection,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    insert,
    inspect,
    select,
)

from inaproc_backend.storage import tables
from inaproc_backend.storage.database import Database
from inaproc_backend.storage.statements import Statement
from inaproc_backend.storage.times import to_text

REVISIONS = ("0001", "0002", "0003")
"""Every revision this program knows, oldest first; ``storage.migrations.versions`` holds them."""

HEAD = REVISIONS[-1]
"""The revision whose tables are those of ``storage.tables``."""

SCHEMA_VERSION = int(HEAD)
"""The same as a number, for who only wants to tell it."""

SCHEMA_LOCK = 0x494E4150_0001
"""Key of the PostgreSQL advisory lock under which tables are made and changed."""

SERVING_LOCK = 0x494E4150_0002
"""Key of the lock that every serving process shares and a migration wants alone."""

_STAMPABLE = "2"
"""Version in ``meta`` of a database from before revisions: its tables are those of the first one."""

stamp = Table(
    "alembic_version",
    MetaData(),
    Column("version_num", String(32), nullable=False),
    PrimaryKeyConstraint("version_num", name="alembic_version_pkc"),
)
"""Alembic's own table, as it makes it."""

_EPOCH = Statement("SELECT value FROM meta WHERE key = 'epoch'")


class Standing(StrEnum):
    """How a database stands to this program."""

    EMPTY = "empty"
    CURRENT = "current"
    BEHIND = "behind"
    """Migrations are pending."""
    TOO_OLD = "too old"
    """From a development shape that nothing leads on from."""
    NEWER = "newer"
    FOREIGN = "foreign"
    """Somebody else's tables, of which one has a name of ours."""


@dataclass(frozen=True, kw_only=True)
class Shape:
    """What was found.

    Attributes:
        standing: what it means.
        revision: as found; for a database from before revisions ``version 2``; empty for none.
    """

    standing: Standing
    revision: str = ""


class SchemaMismatchError(RuntimeError):
    """The database cannot be used by this program as it is; nothing was changed.

    Attributes:
        shape: what was found.
    """

    def __init__(self, shape: Shape) -> None:
        super().__init__(_words(shape))
        self.shape = shape


def find_shape(connection: Connection) -> Shape:
    """Return how the database stands to this program; only looks."""
    inspector = inspect(connection)
    if inspector.has_table(stamp.name):
        revision = connection.execute(select(stamp.c.version_num)).scalar()
        if revision == HEAD:
            return Shape(standing=Standing.CURRENT, revision=HEAD)
        if revision is not None:
            known = revision in REVISIONS
            return Shape(standing=Standing.BEHIND if known else Standing.NEWER, revision=str(revision))
    if not inspector.has_table("meta"):
        ours = set(inspector.get_table_names()) & set(tables.metadata.tables)
        return Shape(standing=Standing.FOREIGN if ours else Standing.EMPTY)
    version = read_meta(connection, "schema_version")
    standing = Standing.BEHIND if version == _STAMPABLE else Standing.TOO_OLD
    if version.isdigit() and int(version) > int(_STAMPABLE):
        standing = Standing.NEWER
    return Shape(standing=standing, revision=f"version {version or '?'}")


def create_schema(database: Database, *, epoch: str, now: datetime) -> None:
    """Make all tables where there are none, else check their revision; safe to call at every start.

    Args:
        database: an open database.
        epoch: identity of this history (protocol.md 2.2), used only when the database is new.
        now: when.

    Raises:
        SchemaMismatchError: the tables are at another revision; nothing was changed.
        UnsupportedServerError: PostgreSQL is too old.
    """
    database.check_server()
    with database.write() as connection:
        lock_schema(connection)
        shape = find_shape(connection)
        if shape.standing is Standing.CURRENT:
            return
        if shape.standing is not Standing.EMPTY:
            raise SchemaMismatchError(shape)
        tables.metadata.create_all(connection)
        stamp.create(connection)
        connection.execute(insert(stamp).values(version_num=HEAD))
        fill_new(connection, epoch=epoch, now=now)


def fill_new(connection: Connection, *, epoch: str, now: datetime) -> None:
    """Write the rows that every database has from its beginning."""
    values = {"epoch": epoch, "created_at": to_text(now), "house": secrets.token_hex(16)}
    connection.execute(insert(tables.meta), [{"key": k, "value": v} for k, v in values.items()])
    connection.execute(insert(tables.catalogue_meta).values(id=1, seq=0))


def lock_schema(connection: Connection) -> None:
    """Let nobody else make or change tables until this transaction ends; SQLite has one writer anyway."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({SCHEMA_LOCK})")


def current_epoch(connection: Connection) -> str:
    """Return the identity of this history as it is in the caller's transaction."""
    row = _EPOCH.one(connection)
    return str(row[0]) if row is not None else ""


def read_meta(connection: Connection, key: str) -> str:
    """Return a value of the meta table, empty when there is none."""
    found = connection.execute(select(tables.meta.c.value).where(tables.meta.c.key == key)).scalar()
    return str(found) if found is not None else ""


def write_meta(connection: Connection, key: str, value: str) -> None:
    """Set a value of the meta table."""
    changed = connection.execute(
        tables.meta.update().where(tables.meta.c.key == key).values(value=value)
    ).rowcount
    if not changed:
        connection.execute(insert(tables.meta).values(key=key, value=value))


def _words(shape: Shape) -> str:
    match shape.standing:
        case Standing.BEHIND:
            return (
                f"the database is at revision {shape.revision}, this program needs {HEAD}: back it up and "
                "run 'inaproc-backend migrate' with the same --data and --database"
            )
        case Standing.NEWER:
            return (
                f"the database is at revision {shape.revision}, which a newer program made; this one knows "
                f"revisions up to {HEAD} and leaves it alone: run the newer program"
            )
        case Standing.TOO_OLD:
            return (
                f"the database has schema {shape.revision}, from before the first release; nothing leads "
                "from there to here: start a new one and import again"
            )
        case Standing.FOREIGN:
            return "the database holds tables of another program; give INAPROC a database of its own"
        case _:
            return "the database is empty"
