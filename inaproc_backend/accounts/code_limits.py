"""What is counted of a target or a network address: sends of the last hour, void codes, a pause.

Rows are named by keyed hashes, so that the table tells no address. A row is locked by whoever counts in it;
several are locked in one order everywhere: network address, target, code.
"""

from __future__ import annotations

import hashlib
import hmac
import ipaddress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection

from inaproc_backend.services import Services
from inaproc_backend.storage.server_keys import server_key
from inaproc_backend.storage.statements import Statement
from inaproc_backend.storage.times import from_text, to_text

KEY = "codes"
"""Name of the key in the data folder."""

_HOUR = 3600

_LIMIT = Statement(
    """
    INSERT INTO code_limits (subject, touched_at) VALUES (:subject, :now)
    ON CONFLICT (subject) DO UPDATE SET touched_at = excluded.touched_at
    RETURNING sends, voided, voided_at, paused_until
    """
)
_SEE_LIMIT = Statement(
    "SELECT sends, voided, voided_at, paused_until FROM code_limits WHERE subject = :subject"
)
_KEEP_LIMIT = Statement(
    """
    UPDATE code_limits SET sends = :sends, voided = :voided, voided_at = :voided_at,
           paused_until = :paused_until
    WHERE subject = :subject
    """
)
_SWEEP = Statement(
    "DELETE FROM code_limits WHERE touched_at <= :before AND (paused_until IS NULL OR paused_until <= :now)"
)


@dataclass(kw_only=True)
class Limit:
    """What is remembered of a target or network address."""

    sends: list[int]
    voided: int
    voided_at: str | None
    paused_until: str | None

    def paused(self, now: datetime) -> int:
        """Seconds until the pause ends."""
        return left(from_text(self.paused_until), now) if self.paused_until else 0

    def recent(self, now: datetime) -> list[int]:
        """Return the sends of the hour that ends now."""
        start = int(now.timestamp()) - _HOUR
        return [moment for moment in self.sends if moment > start]

    def until_resend(self, resend_seconds: int, now: datetime) -> int:
        """Return the seconds until another send comes not too soon after the last."""
        return max(0, max(self.sends, default=0) + resend_seconds - int(now.timestamp()))

    def until_free(self, most: int, now: datetime) -> int:
        """Return the seconds until fewer than ``most`` sends are within the hour; 0 when they are."""
        recent = sorted(self.recent(now))
        if len(recent) < most:
            return 0
        return recent[len(recent) - most] + _HOUR - int(now.timestamp())

    def count(self, now: datetime) -> None:
        """Count one send, and forget those older than an hour."""
        self.sends = [*self.recent(now), int(now.timestamp())]

    def count_void(self, now: datetime, *, before_pause: int, pause_seconds: int) -> None:
        """Count one voided code; so many within an hour of each other bring a pause."""
        stale = self.voided_at is None or from_text(self.voided_at) <= now - timedelta(seconds=_HOUR)
        self.voided = 1 if stale else self.voided + 1
        self.voided_at = to_text(now)
        if self.voided >= before_pause:
            self.voided, self.voided_at = 0, None
            self.paused_until = to_text(now + timedelta(seconds=pause_seconds))


def lock_limit(connection: Connection, subject: str, now: datetime) -> Limit:
    """Return what is counted of a subject; nobody else counts in it until the transaction ends."""
    return _limit(_LIMIT.one(connection, {"subject": subject, "now": to_text(now)}))


def see_limit(connection: Connection, subject: str) -> Limit:
    """Return what is counted of a subject; reads only."""
    return _limit(_SEE_LIMIT.one(connection, {"subject": subject}))


def keep_limit(connection: Connection, subject: str, limit: Limit) -> None:
    """Store what is counted of a locked subject."""
    _KEEP_LIMIT.run(
        connection,
        {
            "subject": subject,
            "sends": " ".join(str(moment) for moment in limit.sends),
            "voided": limit.voided,
            "voided_at": limit.voided_at,
            "paused_until": limit.paused_until,
        },
    )


def count_here(services: Services, connection: Connection, deed: str, *, host: str, most: int) -> int:
    """Count a deed of a network address that needs no code.

    Args:
        services: for clock and key.
        connection: a writing transaction.
        deed: what is counted: ``registration``.
        host: network address of whoever asks.
        most: how often it may be done within an hour.

    Returns:
        Seconds to wait when it was done too often, else 0.
    """
    return _count_deed(services, connection, deed, network_of(host), most=most)


def count_by(services: Services, connection: Connection, deed: str, *, user_id: str, most: int) -> int:
    """Count a deed of a signed-in person, as :func:`count_here` counts those of an address."""
    return _count_deed(services, connection, deed, user_id, most=most)


def _count_deed(services: Services, connection: Connection, deed: str, who: str, *, most: int) -> int:
    now = services.clock()
    subject = mac(code_key(services), "deed", deed, who)
    limit = lock_limit(connection, subject, now)
    wait = limit.until_free(most, now)
    if wait == 0:
        limit.count(now)
        keep_limit(connection, subject, limit)
    return wait


def sweep(connection: Connection, now: datetime) -> None:
    """Delete counts that no longer matter."""
    _SWEEP.run(connection, {"before": to_text(now - timedelta(seconds=_HOUR)), "now": to_text(now)})


def network_of(host: str) -> str:
    """Return what one household or office has: an IPv4 address, or the /64 of an IPv6 one."""
    try:
        address = ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return host
    if isinstance(address, ipaddress.IPv6Address):
        mapped = address.ipv4_mapped
        return str(mapped) if mapped else str(ipaddress.ip_network((address, 64), strict=False))
    return str(address)


def code_key(services: Services) -> bytes:
    """Return the key of codes and counts."""
    return server_key(services.config.data, KEY, services.bits)


def mac(key: bytes, *parts: str) -> str:
    """Return the keyed hash of some texts, none of which holds a NUL."""
    return hmac.new(key, "\0".join(parts).encode(), hashlib.sha256).hexdigest()


def left(until: datetime, now: datetime) -> int:
    """Return whole seconds until a moment, rounded up; 0 once it has come."""
    seconds = (until - now).total_seconds()
    return max(0, -int(-seconds // 1))


def _limit(row: tuple[Any, ...] | None) -> Limit:
    if row is None:
        return Limit(sends=[], voided=0, voided_at=None, paused_until=None)
    sends, voided, voided_at, paused_until = row
    return Limit(
        sends=[int(part) for part in sends.split()],
        voided=int(voided),
        voided_at=voided_at,
        paused_until=paused_until,
    )
