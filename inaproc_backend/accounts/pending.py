"""Registrations under way as rows: found by id and token, locked, changed, forgotten."""

from __future__ import annotations

import hmac
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from inaproc_backend.accounts.codes import CodeFor, CodePurpose
from inaproc_backend.accounts.tokens import digest
from inaproc_backend.storage.statements import Statement
from inaproc_backend.storage.times import from_text, to_text
from inaproc_core.errors import refuse
from inaproc_core.registration.vocabulary import Channel

_PUT = Statement(
    """
    INSERT INTO registrations
        (id, token_hash, full_name, username, email, phone, password_hash, terms_version, privacy_version,
         device_id, device_name, language, created_at, expires_at)
    VALUES (:id, :token_hash, :full_name, :username, :email, :phone, :password_hash, :terms_version,
            :privacy_version, :device_id, :device_name, :language, :created_at, :expires_at)
    """
)
_COLUMNS = """
    SELECT id, token_hash, full_name, username, email, phone, password_hash, terms_version, privacy_version,
           device_id, device_name, language, email_proven_at, phone_proven_at, username_checks, messages,
           created_at, expires_at, completed_at
    FROM registrations WHERE id = :id AND expires_at > :now
"""
_SEE = Statement(_COLUMNS)
_LOCK = Statement(_COLUMNS + " /*pg FOR UPDATE*/")
_AMEND_EMAIL = Statement("UPDATE registrations SET email = :value, email_proven_at = NULL WHERE id = :id")
_AMEND_PHONE = Statement("UPDATE registrations SET phone = :value, phone_proven_at = NULL WHERE id = :id")
_AMEND_USERNAME = Statement(
    "UPDATE registrations SET username = :value, username_checks = username_checks + 1 WHERE id = :id"
)
_PROVE_EMAIL = Statement("UPDATE registrations SET email_proven_at = :now WHERE id = :id")
_PROVE_PHONE = Statement("UPDATE registrations SET phone_proven_at = :now WHERE id = :id")
_COUNT_SMS = Statement("UPDATE registrations SET messages = messages + 1 WHERE id = :id")
_CLOSE = Statement(
    """
    UPDATE registrations SET completed_at = :now, full_name = '', username = '', email = '', phone = '',
           password_hash = '', device_name = ''
    WHERE id = :id AND completed_at IS NULL
    """
)
_SWEEP = Statement("DELETE FROM registrations WHERE expires_at <= :now")


@dataclass(frozen=True, kw_only=True)
class Pending:
    """One registration as it stands.

    Attributes:
        username_checks: how often the username was changed.
        sms: how many SMS were sent for it.
        created_at: also when the consents were given.
    """

    id: str
    full_name: str
    username: str
    email: str
    phone: str
    password_hash: str
    terms_version: str
    privacy_version: str
    device_id: str
    device_name: str
    language: str
    email_proven: bool
    phone_proven: bool
    username_checks: int
    sms: int
    created_at: datetime
    expires_at: datetime

    def proven(self, channel: Channel) -> bool:
        """Return whether the address of a channel is proven."""
        return self.email_proven if channel is Channel.EMAIL else self.phone_proven

    def code(self, channel: Channel) -> CodeFor:
        """Return what a code of this registration proves."""
        target = self.email if channel is Channel.EMAIL else self.phone
        return CodeFor(purpose=CodePurpose.REGISTRATION, owner=self.id, channel=channel, target=target)


def put(connection: Connection, pending: Pending, token: str) -> None:
    """Store a new registration."""
    _PUT.run(
        connection,
        {
            "id": pending.id,
            "token_hash": digest(token),
            "full_name": pending.full_name,
            "username": pending.username,
            "email": pending.email,
            "phone": pending.phone,
            "password_hash": pending.password_hash,
            "terms_version": pending.terms_version,
            "privacy_version": pending.privacy_version,
            "device_id": pending.device_id,
            "device_name": pending.device_name,
            "language": pending.language,
            "created_at": to_text(pending.created_at),
            "expires_at": to_text(pending.expires_at),
        },
    )


def find(
    connection: Connection, registration_id: str, token: str, now: datetime, *, lock: bool = False
) -> Pending:
    """Return the registration that a token opens.

    Args:
        connection: a transaction; with ``lock`` a writing one, in which nobody else changes the row.
        registration_id: from the address of the request.
        token: bearer token of the registration.
        now: the backend's clock.
        lock: hold the row until the transaction ends.

    Raises:
        Refused: ``registration.unknown``: no such id, another token, or expired; ``registration.completed``.
    """
    row = (_LOCK if lock else _SEE).one(connection, {"id": registration_id, "now": to_text(now)})
    if row is None or not hmac.compare_digest(row[1], digest(token)):
        refuse("registration.unknown")
    if row[18]:
        refuse("registration.completed")
    return Pending(
        id=row[0],
        full_name=row[2],
        username=row[3],
        email=row[4],
        phone=row[5],
        password_hash=row[6],
        terms_version=row[7],
        privacy_version=row[8],
        device_id=row[9],
        device_name=row[10],
        language=row[11],
        email_proven=bool(row[12]),
        phone_proven=bool(row[13]),
        username_checks=int(row[14]),
        sms=int(row[15]),
        created_at=from_text(row[16]),
        expires_at=from_text(row[17]),
    )


def amend(connection: Connection, registration_id: str, *, email: str, phone: str, username: str) -> None:
    """Change what is not empty; a new address is not proven, a new username is counted."""
    for statement, value in ((_AMEND_EMAIL, email), (_AMEND_PHONE, phone), (_AMEND_USERNAME, username)):
        if value:
            statement.run(connection, {"id": registration_id, "value": value})


def prove(connection: Connection, registration_id: str, channel: Channel, now: datetime) -> None:
    """Note that the address of a channel is proven."""
    statement = _PROVE_EMAIL if channel is Channel.EMAIL else _PROVE_PHONE
    statement.run(connection, {"id": registration_id, "now": to_text(now)})


def count_sms(connection: Connection, registration_id: str) -> None:
    """Count an SMS that is sent for a registration."""
    _COUNT_SMS.run(connection, {"id": registration_id})


def close(connection: Connection, registration_id: str, now: datetime) -> None:
    """Note that the account exists, and wipe what the registration held."""
    _CLOSE.run(connection, {"id": registration_id, "now": to_text(now)})


def sweep(connection: Connection, now: datetime) -> int:
    """Delete registrations that were not finished in time, and closed ones; return how many."""
    return _SWEEP.run(connection, {"now": to_text(now)})
