"""The accesses of a person: what they may act as, and which scopes they see by it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from sqlalchemy import Connection

from inaproc_backend.feed.publish import Entry
from inaproc_backend.storage.facts import is_current
from inaproc_backend.storage.statements import Statement
from inaproc_core.orders.visibility import satker_scope, user_scope, vendor_scope
from inaproc_core.registration.forms import Limits
from inaproc_core.registration.validity import status_of
from inaproc_core.registration.vocabulary import AccessStatus
from inaproc_core.wire.codec import to_json
from inaproc_core.wire.messages import AccessRow

_ROWS = Statement(
    """
    SELECT a.id, a.role, a.position, a.satker_id, s.name, a.vendor_id, v.name, a.valid_from, a.valid_to,
           a.revoked_at, a.rev, a.kind, COALESCE(k.code, a.klpd_code), k.name, a.revoked_because
    FROM accesses a
    LEFT JOIN satker s ON s.id = a.satker_id
    LEFT JOIN vendors v ON v.id = a.vendor_id
    LEFT JOIN klpd k ON k.code = CASE WHEN a.klpd_code <> '' THEN a.klpd_code ELSE s.klpd_code END
    WHERE a.user_id = :user_id ORDER BY a.id
    """
)


def load_accesses(
    connection: Connection, user_id: str, today: date, limits: Limits | None = None
) -> list[AccessRow]:
    """Return all accesses of a person, with whether each counts today.

    Args:
        connection: the caller's transaction.
        user_id: whose.
        today: local day.
        limits: of the rules in force; without them one that ends soon is told as active.
    """
    return [row for row, _ in _load(connection, user_id, today, limits)]


def scopes_for(user_id: str, accesses: Iterable[AccessRow]) -> tuple[str, ...]:
    """Return the scopes that a person sees: their own, and those of the accesses that count, sorted."""
    scopes = {user_scope(user_id)}
    for access in accesses:
        if access.active and access.satker_id:
            scopes.add(satker_scope(access.satker_id))
        if access.active and access.vendor_id:
            scopes.add(vendor_scope(access.vendor_id))
    return tuple(sorted(scopes))


def access_entries(
    connection: Connection, user_id: str, today: date, limits: Limits | None = None
) -> list[Entry]:
    """Return feed entries of a person's accesses, for that person."""
    return [
        Entry(scope=user_scope(user_id), kind="access", entity=row.access_id, rev=rev, row=to_json(row))
        for row, rev in _load(connection, user_id, today, limits)
    ]


def _load(
    connection: Connection, user_id: str, today: date, limits: Limits | None
) -> list[tuple[AccessRow, int]]:
    return [
        (
            AccessRow(
                access_id=row[0],
                role=row[1],
                position=row[2],
                satker_id=row[3] or "",
                satker_name=row[4] or "",
                vendor_id=row[5] or "",
                vendor_name=row[6] or "",
                valid_until=row[8],
                active=is_current(row[7], row[8], row[9], today),
                kind=row[11],
                klpd_code=row[12],
                klpd_name=row[13] or "",
                valid_from=row[7],
                status=_status(row[7], row[8], row[9], today, limits),
                reason=row[14],
            ),
            int(row[10]),
        )
        for row in _ROWS.all(connection, {"user_id": user_id})
    ]


def _status(
    valid_from: str, valid_to: str, revoked_at: str | None, today: date, limits: Limits | None
) -> str:
    begins, ends = (date.fromisoformat(day) if day else None for day in (valid_from, valid_to))
    if limits is not None:
        return status_of(begins, ends, bool(revoked_at), today, limits).value
    if is_current(valid_from, valid_to, revoked_at, today):
        return AccessStatus.ACTIVE.value
    if revoked_at:
        return AccessStatus.DEACTIVATED.value
    return (AccessStatus.EXPIRED if ends is not None and ends < today else AccessStatus.FUTURE).value
