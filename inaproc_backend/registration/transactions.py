"""One transaction of registration: run again when another was faster, its feed rows numbered last."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from sqlalchemy import Connection

from inaproc_backend.feed.publish import Entry, publish
from inaproc_backend.services import Services
from inaproc_backend.storage.database import lost_race

_ATTEMPTS = 8

Result = TypeVar("Result")


@dataclass
class Work:
    """A transaction under way.

    Attributes:
        connection: the writing transaction.
        entries: feed rows to publish when everything else is written.
    """

    connection: Connection
    entries: list[Entry] = field(default_factory=list)


def write(services: Services, deed: Callable[[Work], Result]) -> Result:
    """Run a deed in one transaction, publish what it put into ``entries``, and wake whoever listens.

    Args:
        services: for database and wake.
        deed: does the work; run from the beginning again when another transaction was faster, so it may not
            have effects outside the database.

    Returns:
        What the deed returned, after the commit.
    """
    for attempt in range(_ATTEMPTS):
        heads: Mapping[str, int] = {}
        try:
            with services.database.write() as connection:
                work = Work(connection=connection)
                result = deed(work)
                if work.entries:
                    heads = publish(connection, work.entries)
        except Exception as error:
            if attempt == _ATTEMPTS - 1 or not lost_race(error):
                raise
        else:
            services.wake.announce(heads)
            return result
    raise AssertionError  # the loop returns or raises
