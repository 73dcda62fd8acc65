"""TOTP (RFC 6238): six digits, 30 seconds, one step of tolerance, each code once."""

from __future__ import annotations

from datetime import datetime

import pyotp
from sqlalchemy import Connection

from inaproc_backend.storage.statements import Statement
from inaproc_core.errors import refuse

_STEP_SECONDS = 30
_TOLERANCE = 1
_DIGITS = 6

_STATE = Statement("SELECT totp_secret, totp_failures FROM credentials WHERE user_id = :user_id")
_USE = Statement(
    """
    UPDATE credentials SET totp_last_step = :step, totp_failures = 0
    WHERE user_id = :user_id AND totp_last_step < :step
    """
)
_FAIL = Statement("UPDATE credentials SET totp_failures = totp_failures + 1 WHERE user_id = :user_id")


def is_on(connection: Connection, user_id: str) -> bool:
    """Return whether this person has a second factor."""
    row = _STATE.one(connection, {"user_id": user_id})
    return row is not None and bool(row[0])


def use_code(connection: Connection, user_id: str, code: str, now: datetime, *, ever: int) -> bool:
    """Spend a code.

    Args:
        connection: a writing transaction; it must be committed also when the answer is ``False``.
        user_id: whose factor.
        code: as typed; blanks are ignored.
        now: the backend's clock.
        ever: wrong codes in a row after which the factor is locked.

    Returns:
        Whether the code was right and not used before.

    Raises:
        Refused: ``session.second_factor_locked``.
    """
    row = _STATE.one(connection, {"user_id": user_id})
    if row is None or not row[0]:
        return False
    secret, failures = row
    if failures >= ever:
        refuse("session.second_factor_locked")
    digits = "".join(code.split())
    current = int(now.timestamp()) // _STEP_SECONDS
    if len(digits) == _DIGITS and digits.isdecimal() and digits.isascii():
        totp = pyotp.TOTP(secret)
        for step in range(current - _TOLERANCE, current + _TOLERANCE + 1):
            if pyotp.utils.strings_equal(totp.generate_otp(step), digits):
                # The step only moves forward, so of two requests with one code exactly one gets through.
                return _USE.run(connection, {"user_id": user_id, "step": step}) == 1
    _FAIL.run(connection, {"user_id": user_id})
    return False
