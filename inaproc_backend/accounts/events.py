"""What happened to an account: a row the owner can read, and a notice by email, at once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum

from sqlalchemy import Connection

from inaproc_backend.messaging.queue import queue
from inaproc_backend.services import Services
from inaproc_backend.storage.statements import Statement
from inaproc_backend.storage.times import from_text, to_text
from inaproc_core.calendar import Zone
from inaproc_core.errors import Fact
from inaproc_core.registration.vocabulary import Channel
from inaproc_core.sentences import LANGUAGES
from inaproc_core.values import ulid
from inaproc_core.wire.account import SecurityEvent

_NEWEST = 100

_ADD = Statement(
    """
    INSERT INTO security_events (id, user_id, code, device_name, address, at)
    VALUES (:id, :user_id, :code, :device_name, :address, :now)
    """
)
_TOLD = Statement("SELECT email, language FROM people WHERE id = :user_id")
_LIST = Statement(
    """
    SELECT code, at, device_name, address FROM security_events WHERE user_id = :user_id
    ORDER BY id DESC LIMIT :most
    """
)
_SWEEP = Statement("DELETE FROM security_events WHERE user_id = '' AND at <= :before")


class Happened(StrEnum):
    """Codes of events; each is also the code of its notice in ``notices.<language>.json``."""

    CREATED = "account.created"
    NEW_DEVICE = "account.new_device"
    LOCKED = "account.locked"
    PASSWORD_CHANGED = "account.password_changed"
    PASSWORD_RESET = "account.password_reset"
    EMAIL_CHANGED = "account.email_changed"
    PHONE_CHANGED = "account.phone_changed"
    TOTP_ON = "account.totp_on"
    TOTP_OFF = "account.totp_off"
    TOTP_CHANGED = "account.totp_changed"
    TOTP_LOCKED = "account.totp_locked"
    FACTOR_RESET_ASKED = "account.factor_reset_asked"
    FACTOR_RESET_STOPPED = "account.factor_reset_stopped"
    RECOVERY_CODES_MADE = "account.recovery_codes_made"
    RECOVERY_CODE_USED = "account.recovery_code_used"
    SESSION_ENDED = "account.session_ended"
    SESSIONS_ENDED = "account.sessions_ended"
    TOKEN_REUSED = "account.token_reused"


def note(
    services: Services,
    connection: Connection,
    user_id: str,
    happened: Happened,
    *,
    device_name: str = "",
    address: str = "",
    also_to: Sequence[str] = (),
    **facts: Fact,
) -> None:
    """Keep an event and tell the owner by email.

    Args:
        services: for clock, randomness and policy.
        connection: the transaction of what happened.
        user_id: whose account; empty for nobody's: the same work is done, and nobody gets anything.
        happened: what.
        device_name: of the device it came from.
        address: network address it came from.
        also_to: further addresses to tell, such as the one that was replaced.
        facts: further facts of the notice.
    """
    now = services.clock()
    row = {"id": ulid(now, services.bits(80)), "user_id": user_id, "code": happened.value}
    _ADD.run(connection, {**row, "device_name": device_name, "address": address, "now": to_text(now)})
    found = _TOLD.one(connection, {"user_id": user_id})
    own, language = (str(part) for part in found) if found is not None else ("", LANGUAGES[0])
    told: dict[str, Fact] = {"at": local(now), "device": device_name or "-", "address": address, **facts}
    for to in dict.fromkeys((own, *also_to)):
        queue(
            connection,
            channel=Channel.EMAIL,
            to=to,
            template=happened.value,
            facts=told,
            language=language,
            now=now,
        )


def newest(connection: Connection, user_id: str) -> list[SecurityEvent]:
    """Return the newest events of an account, newest first."""
    rows = _LIST.all(connection, {"user_id": user_id, "most": _NEWEST})
    return [
        SecurityEvent(code=code, at=from_text(at), device_name=device_name, address=address)
        for code, at, device_name, address in rows
    ]


def sweep(connection: Connection, before: datetime) -> None:
    """Delete what happened to names that are nobody's."""
    _SWEEP.run(connection, {"before": to_text(before)})


def local(at: datetime) -> str:
    """Return a moment as notices show it: at the capital."""
    return at.astimezone(Zone.WIB.offset).isoformat(timespec="seconds")
