"""Feed rows of accesses that changed: for the person, and for the colleagues of the satker."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Connection

from inaproc_backend.accounts.accesses import access_entries
from inaproc_backend.feed.publish import Entry
from inaproc_backend.feed.rows import official_entry
from inaproc_backend.services import Services


def changed_entries(
    connection: Connection, services: Services, user_id: str, access_ids: Collection[str]
) -> list[Entry]:
    """Return the rows of these accesses of a person: their own, and those that pickers of officials show."""
    today = services.today()
    limits = services.registration.at(today).limits
    own = [
        entry for entry in access_entries(connection, user_id, today, limits) if entry.entity in access_ids
    ]
    officials = [official_entry(connection, access_id, today) for access_id in access_ids]
    return [*own, *(entry for entry in officials if entry is not None)]
