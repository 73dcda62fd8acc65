"""One-time codes by email and SMS: for registration, recovery of a password, and a change of contact.

The use cases around it do three things, each inside one writing transaction that they **commit in every
case** (a refusal counts too) before they refuse::

    about = CodeFor(purpose=CodePurpose.CONTACT, owner=user_id, channel=Channel.EMAIL, target=email)

    issue(services, connection, about, limits=limits, host=address) -> Issued(code, refusal)
    check(services, connection, about, typed, limits=limits)        -> Refusal | None
    state_of(services, connection, about, limits=limits, verified=…) -> CodeState

``issue`` sends nothing: queue a message with ``Issued.code`` in the same transaction
(``messaging.queue.queue``), and nothing when there is a refusal. Where nobody may get the code (no such
account, an address that has one) pass ``decoy=True``: the same work is done, the same state shown, and no
answer is right.

What is kept of a code is a keyed hash (HMAC-SHA-256, the key lies in the data folder) of purpose, owner,
channel, target and code, so that it serves nobody else and nothing else. Sends, voided codes and pauses are
counted by target over all registrations, or by ``limit_by`` where the target must not show (recovery by
username); sends also by network address, against SMS pumping (``config.Throttle``). Every other number comes
from ``RegistrationRules.limits``.
"""

from __future__ import annotations

import hmac
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import Connection

from inaproc_backend.accounts import code_limits
from inaproc_backend.accounts.code_limits import (
    Limit,
    code_key,
    keep_limit,
    left,
    lock_limit,
    mac,
    network_of,
    see_limit,
)
from inaproc_backend.services import Services
from inaproc_backend.storage.statements import Statement
from inaproc_backend.storage.times import from_text, to_text
from inaproc_core.errors import Refusal
from inaproc_core.identifiers.digits import mask
from inaproc_core.registration.forms import Limits
from inaproc_core.registration.vocabulary import Channel
from inaproc_core.wire.account import CodeState

_SEPARATORS = str.maketrans("", "", " -\u00a0\t\n")

_PUT = Statement(
    """
    INSERT INTO one_time_codes (purpose, owner, channel, code_mac, target_mac, tries, sent_at, expires_at)
    VALUES (:purpose, :owner, :channel, :code_mac, :target_mac, 0, :now, :expires_at)
    ON CONFLICT (purpose, owner, channel) DO UPDATE SET
        code_mac = excluded.code_mac, target_mac = excluded.target_mac, tries = 0,
        sent_at = excluded.sent_at, expires_at = excluded.expires_at
    """
)
_SEE = Statement(
    """
    SELECT code_mac, target_mac, tries, expires_at FROM one_time_codes
    WHERE purpose = :purpose AND owner = :owner AND channel = :channel
    """
)
_SPEND = Statement(
    """
    UPDATE one_time_codes SET code_mac = ''
    WHERE purpose = :purpose AND owner = :owner AND channel = :channel AND code_mac = :code_mac
    """
)
_MISS = Statement(
    """
    UPDATE one_time_codes SET tries = tries + 1,
           code_mac = CASE WHEN tries + 1 >= :most THEN '' ELSE code_mac END
    WHERE purpose = :purpose AND owner = :owner AND channel = :channel AND code_mac <> ''
    RETURNING tries
    """
)
_FORGET = Statement(
    "DELETE FROM one_time_codes WHERE purpose = :purpose AND owner = :owner AND channel = :channel"
)
_SWEEP = Statement("DELETE FROM one_time_codes WHERE expires_at <= :before")


class CodePurpose(StrEnum):
    """What a code is for; a code of one purpose counts for no other."""

    REGISTRATION = "REGISTRATION"
    RECOVERY = "RECOVERY"
    CONTACT = "CONTACT"
    FACTOR_RESET = "FACTOR_RESET"


@dataclass(frozen=True, kw_only=True)
class CodeFor:
    """What a code proves, and where it goes.

    Attributes:
        owner: id of the registration or recovery, or of the person who changes a contact. Of one purpose,
            owner and channel only the newest code counts.
        target: the address as ``check_email`` or ``Phone.text`` gives it.
        limit_by: what sends and pauses are counted by in place of the target: what was typed, where the state
            must not show that two names share one address.
    """

    purpose: CodePurpose
    owner: str
    channel: Channel
    target: str
    limit_by: str = ""


@dataclass(frozen=True, kw_only=True)
class Issued:
    """A new code, or why there is none.

    Attributes:
        code: to be queued; empty with a refusal. A decoy's code is never right.
        refusal: to be raised after the commit.
    """

    code: str
    refusal: Refusal | None = None


def issue(
    services: Services,
    connection: Connection,
    about: CodeFor,
    *,
    limits: Limits,
    host: str,
    decoy: bool = False,
) -> Issued:
    """Make a code; the one before is void from then on.

    Args:
        services: for clock, randomness, key and configuration.
        connection: a writing transaction; commit it also when refused.
        about: what the code proves.
        limits: of the rules in force.
        host: network address of whoever asks, from ``http.requests.address_of``.
        decoy: nobody will get it: no answer is right.

    Returns:
        The code, or ``code.paused``, ``code.too_soon``, ``code.too_many_sends`` or ``code.too_many_here``,
        each with ``wait_seconds``.
    """
    now = services.clock()
    key = code_key(services)
    # Rows are locked in one order everywhere: address, target, code.
    address, target = _address_subject(key, about.channel, host), _target_subject(key, about)
    here, there = lock_limit(connection, address, now), lock_limit(connection, target, now)
    throttle = services.config.throttle
    allowed = throttle.sms_per_address if about.channel is Channel.SMS else throttle.emails_per_address
    for code, wait in (
        ("code.paused", there.paused(now)),
        ("code.too_soon", there.until_resend(limits.code_resend_seconds, now)),
        ("code.too_many_sends", there.until_free(limits.code_sends_per_hour, now)),
        ("code.too_many_here", here.until_free(allowed, now)),
    ):
        if wait > 0:
            facts = {"wait_seconds": wait, "channel": about.channel.value}
            return Issued(code="", refusal=Refusal(code=code, facts=facts))
    for subject, limit in ((address, here), (target, there)):
        limit.count(now)
        keep_limit(connection, subject, limit)
    code = _digits(services, limits.code_digits)
    # A decoy is bound to randomness that nobody can type.
    meant = f"decoy {services.bits(256):064x}" if decoy else code
    _PUT.run(
        connection,
        {
            **_row(about),
            "code_mac": _code_mac(key, about, meant),
            "target_mac": _target_mac(key, about),
            "now": to_text(now),
            "expires_at": to_text(now + timedelta(seconds=limits.code_seconds)),
        },
    )
    return Issued(code=code)


def check(
    services: Services, connection: Connection, about: CodeFor, typed: str, *, limits: Limits
) -> Refusal | None:
    """Spend a code: right once, within its time, within its tries.

    Args:
        services: for clock and key.
        connection: a writing transaction; commit it also when refused, because the try counts.
        about: exactly what the code was issued for.
        typed: as typed or pasted; blanks and dashes are ignored.
        limits: of the rules in force.

    Returns:
        ``None`` when it was right, else ``code.digits`` (not counted as a try), ``code.paused``,
        ``code.none`` (none was sent, or it was used or void), ``code.expired``, ``code.wrong`` with
        ``tries_left``, or ``code.void`` after the last try.
    """
    digits = typed.translate(_SEPARATORS)
    if not (len(digits) == limits.code_digits and digits.isascii() and digits.isdecimal()):
        return Refusal(code="code.digits", facts={"expected": limits.code_digits}, field="code")
    now = services.clock()
    key = code_key(services)
    subject = _target_subject(key, about)
    limit = lock_limit(connection, subject, now)
    wait = limit.paused(now)
    if wait > 0:
        return Refusal(code="code.paused", facts=_wait_facts(wait, about), field="code")
    found = _SEE.one(connection, _row(about))
    if found is None or not found[0] or not hmac.compare_digest(found[1], _target_mac(key, about)):
        return Refusal(code="code.none", field="code")
    if from_text(found[3]) <= now:
        return Refusal(code="code.expired", field="code")
    right = hmac.compare_digest(found[0], _code_mac(key, about, digits))
    if right and _SPEND.run(connection, {**_row(about), "code_mac": found[0]}) == 1:
        limit.voided, limit.voided_at = 0, None
        keep_limit(connection, subject, limit)
        return None
    return _missed(connection, about, subject, limit, limits, now)


def state_of(
    services: Services, connection: Connection, about: CodeFor, *, limits: Limits, verified: bool = False
) -> CodeState:
    """Return where the code stands, in seconds from now; reads only."""
    now = services.clock()
    key = code_key(services)
    limit = see_limit(connection, _target_subject(key, about))
    found = _SEE.one(connection, _row(about))
    live = (
        not verified
        and found is not None
        and bool(found[0])
        and hmac.compare_digest(found[1], _target_mac(key, about))
        and from_text(found[3]) > now
    )
    sends_left = max(0, limits.code_sends_per_hour - len(limit.recent(now)))
    resend = max(
        limit.paused(now),
        limit.until_resend(limits.code_resend_seconds, now),
        limit.until_free(limits.code_sends_per_hour, now),
    )
    return CodeState(
        channel=about.channel.value,
        target=masked_target(about.channel, about.target),
        verified=verified,
        sent=live,
        resend_seconds=0 if verified else resend,
        expires_seconds=left(from_text(found[3]), now) if live and found is not None else 0,
        tries_left=limits.code_tries - int(found[2]) if live and found is not None else 0,
        sends_left=sends_left,
        paused_seconds=limit.paused(now),
    )


def forget(connection: Connection, purpose: CodePurpose, owner: str, channel: Channel) -> None:
    """Void a code whose target was changed or whose flow has ended."""
    _FORGET.run(connection, {"purpose": purpose.value, "owner": owner, "channel": channel.value})


def sweep(connection: Connection, now: datetime) -> None:
    """Delete codes and counts that no longer matter."""
    _SWEEP.run(connection, {"before": to_text(now)})
    code_limits.sweep(connection, now)


def masked_target(channel: Channel, target: str) -> str:
    """Return an address as lists and logs may show it: ``b***@contoh.go.id``, ``+62812*****678``."""
    if channel is Channel.SMS:
        return mask(target, head=6, tail=3)
    local, _, domain = target.rpartition("@")
    return f"{local[:1]}***@{domain}" if domain and local else "***"


def _missed(
    connection: Connection, about: CodeFor, subject: str, limit: Limit, limits: Limits, now: datetime
) -> Refusal:
    row = _MISS.one(connection, {**_row(about), "most": limits.code_tries})
    left = max(0, limits.code_tries - int(row[0])) if row is not None else 0
    if left > 0:
        return Refusal(code="code.wrong", facts={"tries_left": left}, field="code")
    limit.count_void(now, before_pause=limits.code_void_before_pause, pause_seconds=limits.code_pause_seconds)
    keep_limit(connection, subject, limit)
    wait = limit.paused(now)
    if wait > 0:
        return Refusal(code="code.paused", facts=_wait_facts(wait, about), field="code")
    return Refusal(code="code.void", field="code")


def _wait_facts(wait: int, about: CodeFor) -> dict[str, str | int]:
    return {"wait_seconds": wait, "channel": about.channel.value}


def _digits(services: Services, count: int) -> str:
    """Draw a number whose every value is as likely: what is too large is drawn again."""
    end = 10**count
    while True:
        drawn = services.bits(end.bit_length())
        if drawn < end:
            return f"{drawn:0{count}d}"


def _row(about: CodeFor) -> dict[str, str]:
    return {"purpose": about.purpose.value, "owner": about.owner, "channel": about.channel.value}


def _code_mac(key: bytes, about: CodeFor, code: str) -> str:
    return mac(key, "code", about.purpose, about.owner, about.channel, about.target, code)


def _target_mac(key: bytes, about: CodeFor) -> str:
    return mac(key, "target", about.channel, about.target)


def _target_subject(key: bytes, about: CodeFor) -> str:
    if about.limit_by:
        return mac(key, "limit by", about.purpose, about.channel, about.limit_by)
    return mac(key, "limit", about.channel, about.target)


def _address_subject(key: bytes, channel: Channel, host: str) -> str:
    return mac(key, "address", channel, network_of(host))
