"""What happens to a database that this program finds behind or cannot use, before it serves."""

from __future__ import annotations

import logging
import sqlite3
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection
from sqlalchemy.exc import DatabaseError

from inaproc_backend.storage.database import Database
from inaproc_backend.storage.schema import Shape, Standing, find_shape, read_meta
from inaproc_backend.storage.statements import Statement

_LOG = logging.getLogger(__name__)

_REAL_PEOPLE = Statement("SELECT COUNT(*) FROM people WHERE NOT simulation")


def prepare_folder(folder: Path, *, training: bool, now: datetime) -> list[str]:
    """Bring a folder's SQLite database up to date, after a copy; the caller holds the folder.

    Args:
        folder: the data folder; nothing happens where it has no database yet.
        training: a made-up office that this program cannot use is renamed, so that a new one can be made.
        now: names what is set aside.

    Returns:
        What was done, a sentence each.

    Raises:
        SchemaMismatchError: a migration is missing that nobody wrote.
        OSError: no room for the copy; nothing was changed.
    """
    if not (folder / "inaproc.db").exists():
        return []
    database = Database.in_folder(folder)
    try:
        with database.read() as connection:
            shape = find_shape(connection)
            unusable = shape.standing in {Standing.NEWER, Standing.TOO_OLD}
            is_made_up = training and unusable and _is_training(connection)
        if shape.standing is Standing.BEHIND:
            return _bring_up_to_date(database, folder, shape)
    finally:
        database.close()
    if is_made_up:
        aside = set_aside(folder, now)
        return [f"the training office of another version was set aside as {aside.name}; a new one is made"]
    return []


def set_aside(folder: Path, now: datetime) -> Path:
    """Rename the database of a folder and what belongs to it; return its new place."""
    aside = folder / f"inaproc-{now:%Y%m%d-%H%M%S}.aside.db"
    # The log first: the file alone would be read without what is in there, never the other way round.
    for ending in ("-wal", "-shm", ""):
        place = folder / f"inaproc.db{ending}"
        if place.exists():
            place.rename(f"{aside}{ending}")
    return aside


def _bring_up_to_date(database: Database, folder: Path, shape: Shape) -> list[str]:
    # Late: Alembic takes a third of a second to load, and is needed once in many starts.
    from inaproc_backend.storage.migrating import copy_before, migrate

    copy = copy_before(database, folder, f"inaproc-at-{shape.revision.replace(' ', '-')}")
    ran = migrate(database)
    return [f"the database was copied to {copy.name} and brought from {shape.revision} to {ran[-1]}"]


def _is_training(connection: Connection) -> bool:
    """Return whether everything in there is made up; in doubt it is not."""
    try:
        people = _REAL_PEOPLE.one(connection)
        return bool(read_meta(connection, "training_office")) and people is not None and people[0] == 0
    except (DatabaseError, sqlite3.Error):
        _LOG.info("a database of another version does not say whether it is for training")
        return False
