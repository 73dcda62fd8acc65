"""Who acts, checked in the transaction that decides: the session, the access, the fresh proof."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import Connection

from inaproc_backend.accounts import second_factor
from inaproc_backend.accounts.tokens import digest
from inaproc_backend.config import Lifetimes
from inaproc_backend.storage.facts import is_current
from inaproc_backend.storage.statements import Statement
from inaproc_backend.storage.times import from_text, to_text
from inaproc_core.errors import refuse
from inaproc_core.orders import commands as c
from inaproc_core.registration.forms import RegistrationRules
from inaproc_core.registration.vocabulary import AccessKind
from inaproc_core.roles import SYSTEM, Actor, Role

CONSEQUENTIAL: frozenset[type] = frozenset(
    {c.SignLetter, c.AcceptOrder, c.SignBast, c.CountersignBast, c.ConfirmPayment}
)
"""Commands that bind the state or move its money: they need a fresh proof of presence (ASVS 7.5.3)."""

_SESSION = Statement(
    """
    SELECT s.user_id, s.device_id, s.stepped_up_at
    FROM access_tokens t JOIN sessions s ON s.id = t.session_id JOIN people p ON p.id = s.user_id
    WHERE t.token_hash = :hash AND t.expires_at > :now AND s.revoked_at IS NULL AND s.expires_at > :now
      AND p.active /*pg FOR SHARE OF s, p*/
    """
)
_ACCESS = Statement(
    """
    SELECT a.role, p.name, a.satker_id, a.vendor_id, a.position, p.nip, a.valid_from, a.valid_to,
           a.revoked_at, a.kind, p.without_second_factor
    FROM accesses a JOIN people p ON p.id = a.user_id
    WHERE a.id = :access_id AND a.user_id = :user_id /*pg FOR SHARE OF a*/
    """
)


SERVICE_TOKEN = ""
"""Stands for the service's own commands (deadlines); no header can carry it."""


@dataclass(frozen=True, kw_only=True)
class Sender:
    """Whose session a command came by.

    Attributes:
        stepped_up_at: last fresh proof of presence in the session.
    """

    user_id: str
    device_id: str
    stepped_up_at: datetime | None


def find_sender(connection: Connection, token: str, now: datetime) -> Sender:
    """Return who sent a command, as the session stands in this transaction.

    Raises:
        Refused: ``session.token_expired``: unknown, too old, signed out or revoked.
    """
    if token == SERVICE_TOKEN:
        return Sender(user_id=SYSTEM.user_id, device_id="", stepped_up_at=now)
    row = _SESSION.one(connection, {"hash": digest(token), "now": to_text(now)})
    if row is None:
        refuse("session.token_expired")
    return Sender(user_id=row[0], device_id=row[1], stepped_up_at=from_text(row[2]) if row[2] else None)


def load_actor(
    connection: Connection, sender: Sender, access_id: str, today: date, rules: RegistrationRules
) -> Actor:
    """Return the actor behind ``acting_as``.

    Args:
        connection: the deciding transaction.
        sender: whose session.
        access_id: ``acting_as``.
        today: local day.
        rules: which kinds of access need a second factor.

    Raises:
        Refused: ``access.not_yours``, ``access.not_active``, or ``access.second_factor_required``: the access
            may act once its person has a second factor. The made-up people of training need none.
    """
    if sender.user_id == SYSTEM.user_id:
        return SYSTEM
    row = _ACCESS.one(connection, {"access_id": access_id, "user_id": sender.user_id})
    if row is None:
        refuse("access.not_yours", at="acting_as")
    role, name, satker_id, vendor_id, position, nip, valid_from, valid_to, revoked_at, kind, waived = row
    if not is_current(valid_from, valid_to, revoked_at, today):
        refuse("access.not_active", at="acting_as", role=role, until=valid_to)
    if (
        not waived
        and needs_second_factor(rules, kind)
        and not second_factor.is_on(connection, sender.user_id)
    ):
        refuse("access.second_factor_required", at="acting_as", role=role)
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


def needs_second_factor(rules: RegistrationRules, kind: str) -> bool:
    """Return whether an access of a kind acts only with a second factor; one made before kinds needs none."""
    form = rules.access_forms.get(AccessKind(kind)) if kind else None
    return form is not None and form.totp_required


def is_fresh(stepped_up_at: datetime | None, lifetimes: Lifetimes, now: datetime) -> bool:
    """Return whether the last proof of presence still holds."""
    return stepped_up_at is not None and now - stepped_up_at <= timedelta(seconds=lifetimes.step_up)
