"""Who acts, checked in the transaction that decides: the session, the access, the fresh proof."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import Connection

from inaproc_backend.config import Lifetimes
from inaproc_backend.storage.facts import is_current
from inaproc_backend.storage.statements import Statement
from inaproc_backend.storage.times import from_text, to_text
from inaproc_core.errors import refuse
from inaproc_core.orders import commands as c
from inaproc_core.roles import SYSTEM, Actor, Role

CONSEQUENTIAL: frozenset[type] = frozenset(
    {c.SignLetter, c.AcceptOrder, c.SignBast, c.CountersignBast, c.ConfirmPayment}
)
"""Commands that bind the state or move its money: they need a fresh proof of presence (ASVS 7.5.3)."""

_SESSION = Statement(
    """
    SELECT s.stepped_up_at FROM sessions s JOIN people p ON p.id = s.user_id
    WHERE s.id = :session_id AND s.user_id = :user_id AND s.revoked_at IS NULL AND s.expires_at > :now
      AND p.active /*pg FOR SHARE OF s*/
    """
)
_ACCESS = Statement(
    """
    SELECT a.role, p.name, a.satker_id, a.vendor_id, a.position, p.nip, a.valid_from, a.valid_to, a.revoked_at
    FROM accesses a JOIN people p ON p.id = a.user_id
    WHERE a.id = :access_id AND a.user_id = :user_id /*pg FOR SHARE OF a*/
    """
)


@dataclass(frozen=True, kw_only=True)
class Sender:
    """Who sent a command: a session, or the service itself (``SERVICE``)."""

    user_id: str
    session_id: str
    device_id: str


SERVICE = Sender(user_id=SYSTEM.user_id, session_id="", device_id="")


def check_session(connection: Connection, sender: Sender, now: datetime) -> datetime | None:
    """Return when the session last stepped up.

    Raises:
        Refused: ``session.token_expired``: the session was ended after the request came in.
    """
    if sender == SERVICE:
        return now
    row = _SESSION.one(
        connection, {"session_id": sender.session_id, "user_id": sender.user_id, "now": to_text(now)}
    )
    if row is None:
        refuse("session.token_expired")
    return from_text(row[0]) if row[0] else None


def load_actor(connection: Connection, sender: Sender, access_id: str, today: date) -> Actor:
    """Return the actor behind ``acting_as``.

    Raises:
        Refused: ``access.not_yours`` or ``access.not_active``.
    """
    if sender == SERVICE:
        return SYSTEM
    row = _ACCESS.one(connection, {"access_id": access_id, "user_id": sender.user_id})
    if row is None:
        refuse("access.not_yours", at="acting_as")
    role, name, satker_id, vendor_id, position, nip, valid_from, valid_to, revoked_at = row
    if not is_current(valid_from, valid_to, revoked_at, today):
        refuse("access.not_active", at="acting_as", role=role, until=valid_to)
    return Actor(
        user_id=sender.user_id,
        access_id=access_id,
        role=Role(role),
        name=name,
        satker_id=satker_id or "",
        vendor_id=vendor_id or "",
        position=position,
        nip=nip,
    )


def is_fresh(stepped_up_at: datetime | None, lifetimes: Lifetimes, now: datetime) -> bool:
    """Return whether the last proof of presence still holds."""
    return stepped_up_at is not None and now - stepped_up_at <= timedelta(seconds=lifetimes.step_up)
