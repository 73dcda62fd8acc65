"""Mails about profiles and accesses, put into the queue in the transaction of the deed they tell of."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import Connection

from inaproc_backend.messaging.queue import queue
from inaproc_backend.storage.statements import Statement
from inaproc_core.calendar import Zone
from inaproc_core.errors import Fact
from inaproc_core.registration.vocabulary import AccessKind, Channel

_PERSON = Statement("SELECT email, name, language FROM people WHERE id = :user_id AND active")
_INAPROC = Statement(
    """
    SELECT DISTINCT a.user_id FROM accesses a
    WHERE a.kind = :kind AND a.revoked_at IS NULL AND (a.valid_from = '' OR a.valid_from <= :day)
      AND (a.valid_to = '' OR :day <= a.valid_to)
    ORDER BY a.user_id
    """
)


def tell(connection: Connection, user_id: str, code: str, now: datetime, **facts: Fact) -> None:
    """Queue a mail to a person; nothing happens for one without a proven address.

    Args:
        connection: the writing transaction of the deed.
        user_id: whom.
        code: of ``notices.<language>.json``: ``access.approved``.
        now: the backend's clock.
        **facts: what the words need; ``name`` is added.
    """
    row = _PERSON.one(connection, {"user_id": user_id})
    if row is None or not row[0]:
        return
    queue(
        connection,
        channel=Channel.EMAIL,
        to=row[0],
        template=code,
        facts={"name": row[1], **facts},
        language=row[2],
        now=now,
    )


def in_wib(at: datetime | None) -> str:
    """Return a moment as a fact for the words: with the capital's hour, as mails have one text for all."""
    return at.astimezone(Zone.WIB.offset).isoformat() if at is not None else ""


def tell_all(
    connection: Connection, user_ids: Iterable[str], code: str, now: datetime, **facts: Fact
) -> None:
    """Queue the same mail to several people."""
    for user_id in user_ids:
        tell(connection, user_id, code, now, **facts)


def inaproc_verifiers(connection: Connection, day: str) -> list[str]:
    """Return the people who are Verifikator Akses INAPROC on a day."""
    rows = _INAPROC.all(connection, {"kind": AccessKind.VERIFIKATOR_INAPROC.value, "day": day})
    return [str(row[0]) for row in rows]
