"""Slowing down guessers: an attempt is counted before it is tried, so parallel ones count too.

Attempts on one account are counted over all addresses, and those of one address over all accounts. A device
that has signed in to the account before is counted by itself and by nothing else: whoever guesses from
elsewhere cannot keep the owner out of the own device (OWASP, "device cookies"). The way out of a pause is the
recovery of the password. Names that have no account are counted alike.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import Connection

from inaproc_backend import config
from inaproc_backend.accounts.code_limits import network_of
from inaproc_backend.services import Services
from inaproc_backend.storage.server_keys import server_key
from inaproc_backend.storage.statements import Statement
from inaproc_backend.storage.times import from_text, to_text
from inaproc_core.errors import refuse

_LOCK = Statement(
    """
    INSERT INTO sign_in_attempts (subject, failures, first_at, touched_at) VALUES (:subject, 0, :now, :now)
    ON CONFLICT (subject) DO UPDATE SET touched_at = excluded.touched_at
    RETURNING failures, first_at, blocked_until, blocks
    """
)
_KEEP = Statement(
    """
    UPDATE sign_in_attempts SET failures = :failures, first_at = :first_at, blocked_until = :blocked_until,
           blocks = :blocks
    WHERE subject = :subject
    """
)
_FORGIVE = Statement(
    "UPDATE sign_in_attempts SET failures = failures - 1 WHERE subject = :subject AND failures > 0"
)
_FORGET = Statement("DELETE FROM sign_in_attempts WHERE subject = :subject")
_SWEEP = Statement("DELETE FROM sign_in_attempts WHERE touched_at <= :before")

_KEY = "throttle"


class Kind(StrEnum):
    """What a subject is counted as."""

    ACCOUNT = "account"
    DEVICE = "device"
    ADDRESS = "address"
    FACTOR = "factor"
    """Second factor and step-up; apart from the account, so that knowing the password does not reset it."""
    FACTOR_DEVICE = "factor-device"
    RECOVERY_ADDRESS = "recovery-address"


_ADDRESSES = frozenset({Kind.ADDRESS, Kind.RECOVERY_ADDRESS})


@dataclass(frozen=True)
class Subject:
    """Something that attempts are counted for."""

    kind: Kind
    key: str


@dataclass(frozen=True)
class Counted:
    """What counting came to.

    Attributes:
        wait_seconds: 0 where the attempt may be tried.
        begun: kinds whose pause began with this very attempt.
    """

    wait_seconds: int
    begun: frozenset[Kind]


def sign_in_subjects(
    services: Services, account: str, *, device_id: str, host: str, known_device: bool
) -> tuple[Subject, ...]:
    """Return what a sign-in is counted for.

    Args:
        services: for the key that hides names.
        account: id of the person, or the typed name where there is none.
        device_id: as the client says.
        host: network address.
        known_device: this device has signed in to this account before.
    """
    if known_device:
        return (_subject(services, Kind.DEVICE, account, device_id),)
    # Rows are locked in one order everywhere: account, address.
    return (_subject(services, Kind.ACCOUNT, account), _subject(services, Kind.ADDRESS, network_of(host)))


def factor_subjects(
    services: Services, user_id: str, *, device_id: str, known_device: bool
) -> tuple[Subject, ...]:
    """Return what an attempt at the second factor or at step-up is counted for."""
    if known_device:
        return (_subject(services, Kind.FACTOR_DEVICE, user_id, device_id),)
    return (_subject(services, Kind.FACTOR, user_id),)


def recovery_subjects(services: Services, host: str) -> tuple[Subject, ...]:
    """Return what the begin of a recovery is counted for; the address, apart from its sign-ins."""
    return (_subject(services, Kind.RECOVERY_ADDRESS, network_of(host)),)


def count_attempt(
    connection: Connection, subjects: Iterable[Subject], rules: config.Throttle, now: datetime
) -> Counted:
    """Count one attempt for each subject. The caller commits either way, then refuses."""
    wait, begun = 0, set()
    for subject in subjects:
        left, new = _count(connection, subject, rules, now)
        wait = max(wait, left)
        if new:
            begun.add(subject.kind)
    return Counted(wait, frozenset(begun))


def forgive(connection: Connection, subjects: Iterable[Subject]) -> None:
    """Take a successful attempt back: an account, device or factor starts afresh, an address loses one."""
    for subject in subjects:
        statement = _FORGIVE if subject.kind in _ADDRESSES else _FORGET
        statement.run(connection, {"subject": subject.key})


def lift(services: Services, connection: Connection, user_id: str, device_ids: Sequence[str] = ()) -> None:
    """End every pause of an account: of strangers and of these devices, at sign-in and second factor."""
    subjects = [_subject(services, Kind.ACCOUNT, user_id), _subject(services, Kind.FACTOR, user_id)]
    for device_id in device_ids:
        subjects += [
            _subject(services, Kind.DEVICE, user_id, device_id),
            _subject(services, Kind.FACTOR_DEVICE, user_id, device_id),
        ]
    for subject in subjects:
        _FORGET.run(connection, {"subject": subject.key})


def sweep(connection: Connection, rules: config.Throttle, now: datetime) -> None:
    """Delete counts that no longer matter."""
    kept = timedelta(seconds=rules.longest + rules.forget)
    _SWEEP.run(connection, {"before": to_text(now - kept)})


def refuse_for(seconds: int) -> None:
    """Refuse with the waiting time, when there is one.

    Raises:
        Refused: ``session.too_many_attempts``.
    """
    if seconds > 0:
        refuse("session.too_many_attempts", wait_seconds=seconds)


def _count(
    connection: Connection, subject: Subject, rules: config.Throttle, now: datetime
) -> tuple[int, bool]:
    row = _LOCK.one(connection, {"subject": subject.key, "now": to_text(now)})
    failures, first_text, blocked_text, blocks = row if row is not None else (0, to_text(now), None, 0)
    first_at = from_text(first_text)
    blocked_until = from_text(blocked_text) if blocked_text else None
    if blocked_until is not None and now < blocked_until:
        return _left(blocked_until, now), False
    ended = blocked_until or first_at + timedelta(seconds=rules.window)
    if ended <= now:
        if now - ended > timedelta(seconds=rules.forget):
            blocks = 0
        failures, first_at, blocked_until = 0, now, None
    failures += 1
    begun = failures > _allowed(subject.kind, rules)
    if begun:
        # An address is shared by many: its pause never grows.
        grown = 0 if subject.kind in _ADDRESSES else blocks
        pause = min(rules.window * 2 ** min(grown, 16), max(rules.longest, rules.window))
        blocked_until = (now if grown else first_at) + timedelta(seconds=pause)
        blocks += 1
    _KEEP.run(
        connection,
        {
            "subject": subject.key,
            "failures": failures,
            "first_at": to_text(first_at),
            "blocked_until": to_text(blocked_until) if blocked_until else None,
            "blocks": blocks,
        },
    )
    return (_left(blocked_until, now) if begun and blocked_until else 0), begun


def _allowed(kind: Kind, rules: config.Throttle) -> int:
    if kind in _ADDRESSES:
        return rules.per_address
    return rules.per_device if kind is Kind.DEVICE else rules.per_account


def _left(until: datetime, now: datetime) -> int:
    return int((until - now).total_seconds()) + 1


def _subject(services: Services, kind: Kind, *parts: str) -> Subject:
    """Name a subject by a keyed hash: people type passwords where names belong."""
    key = server_key(services.config.data, _KEY, services.bits)
    return Subject(kind, f"{kind}:{hmac.new(key, chr(0).join(parts).encode(), hashlib.sha256).hexdigest()}")
