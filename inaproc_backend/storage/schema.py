"""Making and checking the schema: a version row says which shape the tables have."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, insert, inspect, select

from inaproc_backend.storage import tables
from inaproc_backend.storage.database import Database
from inaproc_backend.storage.times import to_text

SCHEMA_VERSION = 2
"""Counts changes of the tables; every change ships a migration."""


class SchemaMismatchError(RuntimeError):
    """The database was made by another version of this program."""


def create_schema(database: Database, *, epoch: str, now: datetime) -> None:
    """Make all tables where there are none, else check their version; safe to call at every start.

    Args:
        database: an open database.
        epoch: identity of this history (protocol.md 2.2), used only when the database is new.
        now: when.

    Raises:
        SchemaMismatchError: the tables belong to another version; nothing was changed.
    """
    with database.write() as connection:
        if not inspect(connection).has_table("meta"):
            tables.metadata.create_all(connection)
            values = {
                "schema_version": str(SCHEMA_VERSION),
                "epoch": epoch,
                "created_at": to_text(now),
            }
            connection.execute(insert(tables.meta), [{"key": k, "value": v} for k, v in values.items()])
            connection.execute(insert(tables.catalogue_meta).values(id=1, seq=0))
            return
        found = read_meta(connection, "schema_version")
    if found != str(SCHEMA_VERSION):
        message = (
            f"the database has schema version {found or 'none'}, this program needs {SCHEMA_VERSION}: "
            "run the matching version, or migrate"
        )
        raise SchemaMismatchError(message)


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
