"""Feed entries of the things a scope holds beside its orders."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection

from inaproc_backend.feed.publish import Entry
from inaproc_backend.storage.facts import (
    load_official_row,
    load_officials,
    load_rup,
    load_satker,
    load_vendor,
)
from inaproc_core.orders.visibility import satker_scope, user_scope, vendor_scope
from inaproc_core.wire.codec import to_json


def rup_entry(connection: Connection, code: str) -> Entry:
    """Return the RUP package as it stands now, for its satker.

    Raises:
        LookupError: no such package.
    """
    found = load_rup(connection, code)
    if found is None:
        raise LookupError(f"no RUP {code}")
    fact, rev = found
    return Entry(scope=satker_scope(fact.satker_id), kind="rup", entity=fact.code, rev=rev, row=to_json(fact))


def satker_entry(connection: Connection, satker_id: str) -> Entry:
    """Return the satker itself, for its people.

    Raises:
        LookupError: no such satker.
    """
    found = load_satker(connection, satker_id)
    if found is None:
        raise LookupError(f"no satker {satker_id}")
    fact, rev = found
    return Entry(scope=satker_scope(satker_id), kind="satker", entity=satker_id, rev=rev, row=to_json(fact))


def official_entries(connection: Connection, satker_id: str, today: date) -> list[Entry]:
    """Return all officials of a satker, for each other."""
    scope = satker_scope(satker_id)
    return [
        Entry(scope=scope, kind="official", entity=fact.access_id, rev=rev, row=to_json(fact))
        for fact, rev in load_officials(connection, satker_id, today)
    ]


def official_entry(connection: Connection, access_id: str, today: date) -> Entry | None:
    """Return one official of a satker, for the others; ``None`` for an access that is of no satker."""
    found = load_official_row(connection, access_id, today)
    if found is None:
        return None
    fact, rev = found
    return Entry(
        scope=satker_scope(fact.satker_id), kind="official", entity=access_id, rev=rev, row=to_json(fact)
    )


def filing_entry(user_id: str, item_id: str, revision: int, status: str) -> Entry:
    """Return how something that a person handed in stands, for that person.

    Args:
        user_id: whose it is.
        item_id: ``profile:<user id>`` or ``access:<request id>``, as on the desk.
        revision: of the profile or request.
        status: ``ProfileStatus`` or ``RequestStatus`` value; their window asks for the rest.
    """
    row = to_json({"item_id": item_id, "status": status})
    return Entry(scope=user_scope(user_id), kind="filing", entity=item_id, rev=revision, row=row)


def vendor_entry(connection: Connection, vendor_id: str) -> Entry:
    """Return a penyedia's own record with its bank account, for its own people only.

    Raises:
        LookupError: no such penyedia.
    """
    found = load_vendor(connection, vendor_id)
    if found is None:
        raise LookupError(f"no vendor {vendor_id}")
    fact, rev = found
    return Entry(scope=vendor_scope(vendor_id), kind="vendor", entity=vendor_id, rev=rev, row=to_json(fact))
