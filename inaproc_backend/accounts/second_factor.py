"""The second factor: TOTP (RFC 6238; six digits, 30 seconds, one step of tolerance, each code once).

A recovery code counts wherever a code of the app does, also when too many wrong ones have locked the factor.
"""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

import pyotp
from sqlalchemy import Connection

from inaproc_backend.accounts import recovery_codes
from inaproc_backend.accounts.events import Happened, note
from inaproc_backend.accounts.sealing import open_secret
from inaproc_backend.services import Services
from inaproc_backend.storage.statements import Statement
from inaproc_core.errors import refuse

_STEP_SECONDS = 30
_TOLERANCE = 1
_DIGITS = 6

_STATE = Statement("SELECT totp_secret, totp_failures FROM credentials WHERE user_id = :user_id")
_USE = Statement(
    """
    UPDATE credentials SET totp_last_step = :step, totp_failures = 0
    WHERE user_id = :user_id AND totp_secret = :sealed AND totp_last_step < :step
    """
)
_FAIL = Statement(
    """
    UPDATE credentials SET totp_failures = totp_failures + 1
    WHERE user_id = :user_id RETURNING totp_failures
    """
)
_UNLOCK = Statement("UPDATE credentials SET totp_failures = 0 WHERE user_id = :user_id")
_SET = Statement(
    """
    UPDATE credentials SET totp_secret = :sealed, totp_last_step = :step, totp_failures = 0
    WHERE user_id = :user_id
    """
)


class Proof(StrEnum):
    """What presence was proven by."""

    APP = "APP"
    RECOVERY_CODE = "RECOVERY_CODE"


def is_on(connection: Connection, user_id: str) -> bool:
    """Return whether this person has a second factor."""
    row = _STATE.one(connection, {"user_id": user_id})
    return row is not None and bool(row[0])


def prove(
    services: Services, user_id: str, typed: str, *, device_name: str = "", address: str = ""
) -> Proof | None:
    """Spend a code of the app, or a recovery code. Runs its own transactions, committed whatever comes of it.

    Args:
        services: for database, clock and keys.
        user_id: whose factor.
        typed: six digits, or a recovery code; blanks and dashes are ignored.
        device_name: for the notice when a recovery code was used, or the factor was locked.
        address: network address, for the same.

    Returns:
        What it was, or ``None`` when it was wrong or used before.

    Raises:
        Refused: ``session.second_factor_locked``: only a recovery code counts now.
    """
    where = {"device_name": device_name, "address": address}
    if recovery_codes.looks_like(typed):
        kept = recovery_codes.find(services, user_id, typed)
        if kept is None:
            return None
        with services.database.write() as connection:
            if not recovery_codes.spend(connection, user_id, kept, typed, services.clock()):
                return None
            _UNLOCK.run(connection, {"user_id": user_id})
            left = recovery_codes.left(connection, user_id)
            note(services, connection, user_id, Happened.RECOVERY_CODE_USED, **where, left=left)
        return Proof.RECOVERY_CODE
    ever = services.config.throttle.second_factor_ever
    with services.database.write() as connection:
        row = _STATE.one(connection, {"user_id": user_id})
        locked = row is not None and row[1] >= ever
        if row is None or not row[0]:
            return None
        if not locked:
            secret = open_secret(services, user_id, row[0])
            step = matching_step(secret, typed, services.clock())
            # The step only moves forward, so of two requests with one code exactly one gets through.
            if step and _USE.run(connection, {"user_id": user_id, "sealed": row[0], "step": step}):
                return Proof.APP
            failed = _FAIL.one(connection, {"user_id": user_id})
            if failed is not None and failed[0] == ever:
                note(services, connection, user_id, Happened.TOTP_LOCKED, **where)
    if locked:
        refuse("session.second_factor_locked")
    return None


def matching_step(secret: str, typed: str, now: datetime) -> int:
    """Return the 30-second step that a code belongs to, within the tolerance; 0 when it is wrong.

    Args:
        secret: base32.
        typed: as typed; blanks are ignored.
        now: the backend's clock.
    """
    digits = "".join(typed.split())
    if len(digits) != _DIGITS or not digits.isdecimal() or not digits.isascii():
        return 0
    totp = pyotp.TOTP(secret)
    current = int(now.timestamp()) // _STEP_SECONDS
    for step in range(max(1, current - _TOLERANCE), current + _TOLERANCE + 1):
        if pyotp.utils.strings_equal(totp.generate_otp(step), digits):
            return step
    return 0


def put(connection: Connection, user_id: str, sealed: str, step: int = 0) -> None:
    """Set the secret (empty: off); codes up to ``step`` are used up."""
    _SET.run(connection, {"user_id": user_id, "sealed": sealed, "step": step})
