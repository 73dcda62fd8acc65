"""Making sure that nobody serves from a database while what everybody relies on is changed."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

from inaproc_backend.storage.database import Database
from inaproc_backend.storage.schema import SERVING_LOCK

_LOOK_SECONDS = 0.1


class DatabaseInUseError(OSError):
    """Processes are serving from this database."""


@contextmanager
def nobody_serving(database: Database, patience: float = 5.0) -> Iterator[None]:
    """Hold alone what every serving process holds a share of; on SQLite the caller has locked the folder.

    Args:
        database: an open database.
        patience: seconds to wait for processes that are ending.

    Raises:
        DatabaseInUseError: some are not.
    """
    if database.is_sqlite:
        yield
        return
    with database.engine.connect() as connection:
        connection = connection.execution_options(isolation_level="AUTOCOMMIT")
        connection.detach()  # closing it ends the session, and its lock with it
        until = time.monotonic() + patience
        while not connection.exec_driver_sql(f"SELECT pg_try_advisory_lock({SERVING_LOCK})").scalar():
            if time.monotonic() >= until:
                message = "processes are serving from this database: stop all of them first"
                raise DatabaseInUseError(message)
            time.sleep(_LOOK_SECONDS)
        yield
