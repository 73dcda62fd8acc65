"""Slowing down guessers: an attempt is counted before it is tried, so parallel ones count too."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from sqlalchemy import Connection

from inaproc_backend import config
from inaproc_backend.storage.statements import Statement
from inaproc_backend.storage.times import from_text, to_text
from inaproc_core.errors import refuse

_COUNT = Statement(
    """
    INSERT INTO sign_in_attempts (subject, failures, first_at) VALUES (:subject, 1, :now)
    ON CONFLICT (subject) DO UPDATE SET
        failures = CASE WHEN sign_in_attempts.first_at <= :window_start THEN 1
                        ELSE sign_in_attempts.failures + 1 END,
        first_at = CASE WHEN sign_in_attempts.first_at <= :window_start THEN excluded.first_at
                        ELSE sign_in_attempts.first_at END
    RETURNING failures, first_at
    """
)
_FORGIVE = Statement(
    "UPDATE sign_in_attempts SET failures = failures - 1 WHERE subject = :subject AND failures > 0"
)
_FORGET = Statement("DELETE FROM sign_in_attempts WHERE subject = :subject")


_ADDRESS = "address:"


def account(username: str) -> str:
    """Return the subject that counts attempts on one name, whether or not it exists."""
    return f"account:{username}"


def address(host: str) -> str:
    """Return the subject that counts attempts from one network address."""
    return f"{_ADDRESS}{host}"


def factor(user_id: str) -> str:
    """Return the subject that counts second-factor and step-up attempts of one person.

    It is apart from the account's, so that whoever knows the password cannot reset it.
    """
    return f"factor:{user_id}"


def count_attempt(
    connection: Connection, subjects: Iterable[str], rules: config.Throttle, now: datetime
) -> int:
    """Count one attempt for each subject.

    Returns:
        Seconds to wait when there were too many, else 0. The caller commits either way, then refuses.
    """
    wait = 0
    window = timedelta(seconds=rules.window)
    for subject in subjects:
        row = _COUNT.one(
            connection, {"subject": subject, "now": to_text(now), "window_start": to_text(now - window)}
        )
        failures, first_at = row if row is not None else (1, to_text(now))
        allowed = rules.per_address if subject.startswith(_ADDRESS) else rules.per_account
        if failures > allowed:
            wait = max(wait, int((from_text(first_at) + window - now).total_seconds()) + 1)
    return wait


def forgive(connection: Connection, subjects: Iterable[str]) -> None:
    """Take a successful attempt back: a name or factor starts afresh, an address loses one."""
    for subject in subjects:
        (_FORGIVE if subject.startswith(_ADDRESS) else _FORGET).run(connection, {"subject": subject})


def refuse_for(seconds: int) -> None:
    """Refuse with the waiting time, when there is one.

    Raises:
        Refused: ``session.too_many_attempts``.
    """
    if seconds > 0:
        refuse("session.too_many_attempts", wait_seconds=seconds)
