"""The way back in when the phone and the recovery codes are lost.

Password, a code by email and a code by SMS together ask for it; then nothing happens for a day, while the
owner is told and any signed-in session can stop it. The first sign-in after the wait needs the password only.
Accesses that demand a second factor act again once a new one is on.
"""

from __future__ import annotations

import hmac
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection

from inaproc_backend.accounts import codes, recovery_codes, second_factor
from inaproc_backend.accounts.codes import CodeFor, CodePurpose
from inaproc_backend.accounts.events import Happened, local, note
from inaproc_backend.accounts.lookup import language_of
from inaproc_backend.accounts.tokens import digest, new_token
from inaproc_backend.messaging.queue import queue_code
from inaproc_backend.services import Services
from inaproc_backend.storage.statements import Statement
from inaproc_backend.storage.times import from_text, to_text
from inaproc_core.errors import Refused, refuse
from inaproc_core.registration.vocabulary import Channel
from inaproc_core.values import ulid
from inaproc_core.wire import account as wire

_CONTACT = Statement("SELECT email, phone FROM people WHERE id = :user_id AND active /*pg FOR UPDATE*/")
_ADD = Statement(
    """
    INSERT INTO factor_resets
        (id, token_hash, user_id, email, phone, device_name, address, created_at, expires_at)
    VALUES (:id, :token_hash, :user_id, :email, :phone, :device_name, :address, :now, :expires_at)
    """
)
_FIND = Statement(
    """
    SELECT token_hash, user_id, email, phone, device_name, address, email_proven_at, phone_proven_at,
           takes_effect_at
    FROM factor_resets
    WHERE id = :id AND cancelled_at IS NULL AND done_at IS NULL
      AND (takes_effect_at IS NOT NULL OR expires_at > :now)
    /*pg FOR UPDATE*/
    """
)
_PROVE_EMAIL = Statement("UPDATE factor_resets SET email_proven_at = :now WHERE id = :id")
_PROVE_PHONE = Statement("UPDATE factor_resets SET phone_proven_at = :now WHERE id = :id")
_START = Statement("UPDATE factor_resets SET takes_effect_at = :at WHERE id = :id")
_PENDING = Statement(
    """
    SELECT takes_effect_at FROM factor_resets
    WHERE user_id = :user_id AND takes_effect_at > :lapsed AND cancelled_at IS NULL AND done_at IS NULL
    """
)
_STOP = Statement(
    """
    UPDATE factor_resets SET cancelled_at = :now
    WHERE user_id = :user_id AND cancelled_at IS NULL AND done_at IS NULL
    RETURNING takes_effect_at
    """
)
_APPLY = Statement(
    """
    UPDATE factor_resets SET done_at = :now
    WHERE user_id = :user_id AND takes_effect_at <= :now AND takes_effect_at > :lapsed
      AND cancelled_at IS NULL AND done_at IS NULL
    """
)


@dataclass(frozen=True, kw_only=True)
class _Reset:
    """A reset that is under way."""

    id: str
    user_id: str
    email: str
    phone: str
    device_name: str
    address: str
    email_proven: bool
    phone_proven: bool
    takes_effect_at: datetime | None


def begin(services: Services, user_id: str, *, device_name: str, host: str) -> wire.FactorResetState:
    """Begin for somebody whose password was right just now; a code goes to the email.

    Raises:
        Refused: ``factor_reset.not_on``, ``factor_reset.no_contact``, ``factor_reset.waiting``
            (fact ``until``).
    """
    now = services.clock()
    token = new_token(services.bits)
    with services.database.write() as connection:
        contact = _CONTACT.one(connection, {"user_id": user_id})
        email, phone = contact if contact is not None else ("", "")
        if not second_factor.is_on(connection, user_id):
            refuse("factor_reset.not_on")
        if not email or not phone:
            refuse("factor_reset.no_contact")
        until = pending(services, connection, user_id)
        if until is not None:
            refuse("factor_reset.waiting", until=local(until))
        # Only the newest unproven one counts.
        _STOP.all(connection, {"user_id": user_id, "now": to_text(now)})
        reset_id = ulid(now, services.bits(80))
        ends = now + timedelta(seconds=services.config.lifetimes.factor_reset)
        _ADD.run(
            connection,
            {
                "id": reset_id,
                "token_hash": digest(token),
                "user_id": user_id,
                "email": email,
                "phone": phone,
                "device_name": device_name,
                "address": host,
                "now": to_text(now),
                "expires_at": to_text(ends),
            },
        )
        reset = _load(services, connection, reset_id, token)
        # A pause or limit of the address shows in the state; the reset itself stands.
        _send(services, connection, reset, Channel.EMAIL, host)
        return _state(services, connection, reset, token)


def send_code(
    services: Services, reset_id: str, token: str, asked: wire.SendCode, host: str
) -> wire.FactorResetState:
    """Send a (new) code; the one by SMS only once the email is proven.

    Raises:
        Refused: ``factor_reset.unknown``, ``factor_reset.email_first``, ``code.channel``, and those of
            ``codes.issue``.
    """
    channel = channel_of(asked.channel)
    with services.database.write() as connection:
        reset = _load(services, connection, reset_id, token)
        if channel is Channel.SMS and not reset.email_proven:
            refuse("factor_reset.email_first", at="channel")
        proven = reset.phone_proven if channel is Channel.SMS else reset.email_proven
        refused = None if proven else _send(services, connection, reset, channel, host)
        state = _state(services, connection, reset)
    if refused is not None:
        raise refused
    return state


def check_code(services: Services, reset_id: str, token: str, asked: wire.CheckCode) -> wire.FactorResetState:
    """Check a code; with the second right one the waiting period begins.

    Raises:
        Refused: ``factor_reset.unknown``, ``code.channel``, and those of ``codes.check``.
    """
    channel = channel_of(asked.channel)
    now = services.clock()
    with services.database.write() as connection:
        reset = _load(services, connection, reset_id, token)
        limits = services.registration.at(services.today()).limits
        refusal = codes.check(services, connection, _about(reset, channel), asked.code, limits=limits)
        if refusal is None:
            statement = _PROVE_PHONE if channel is Channel.SMS else _PROVE_EMAIL
            statement.run(connection, {"id": reset_id, "now": to_text(now)})
            reset = _load(services, connection, reset_id, token)
            if reset.email_proven and reset.phone_proven and reset.takes_effect_at is None:
                at = now + timedelta(seconds=services.config.lifetimes.factor_reset_wait)
                _START.run(connection, {"id": reset_id, "at": to_text(at)})
                where = {"device_name": reset.device_name, "address": reset.address}
                note(
                    services,
                    connection,
                    reset.user_id,
                    Happened.FACTOR_RESET_ASKED,
                    **where,
                    until=local(at),
                )
                reset = _load(services, connection, reset_id, token)
        state = _state(services, connection, reset)
    if refusal is not None:
        raise Refused(refusal)
    return state


def pending(services: Services, connection: Connection, user_id: str) -> datetime | None:
    """Return when the second factor will be off; ``None`` when nobody asked for it."""
    lapsed = _lapsed(services)
    row = _PENDING.one(connection, {"user_id": user_id, "lapsed": lapsed})
    return from_text(row[0]) if row is not None else None


def stop(
    services: Services, connection: Connection, user_id: str, *, device_name: str = "", address: str = ""
) -> None:
    """Stop whatever was asked for; the owner is told when a waiting period had begun."""
    stopped = _STOP.all(connection, {"user_id": user_id, "now": to_text(services.clock())})
    if any(row[0] and row[0] > _lapsed(services) for row in stopped):
        where = {"device_name": device_name, "address": address}
        note(services, connection, user_id, Happened.FACTOR_RESET_STOPPED, **where)


def apply_due(services: Services, connection: Connection, user_id: str) -> bool:
    """Turn the second factor off when its waiting period is over; called where the password was right."""
    now = services.clock()
    row = {"user_id": user_id, "now": to_text(now), "lapsed": _lapsed(services)}
    if not _APPLY.run(connection, row):
        return False
    second_factor.put(connection, user_id, "")
    recovery_codes.replace(connection, user_id, (), now)
    note(services, connection, user_id, Happened.TOTP_OFF)
    return True


def channel_of(text: str) -> Channel:
    """Return the channel of a message.

    Raises:
        Refused: ``code.channel``.
    """
    try:
        return Channel(text)
    except ValueError:
        refuse("code.channel", at="channel", allowed="|".join(Channel))


def _send(
    services: Services, connection: Connection, reset: _Reset, channel: Channel, host: str
) -> Refused | None:
    limits = services.registration.at(services.today()).limits
    about = _about(reset, channel)
    issued = codes.issue(services, connection, about, limits=limits, host=host)
    if issued.refusal is not None:
        return Refused(issued.refusal)
    language = language_of(connection, reset.user_id)
    queue_code(connection, about, issued.code, limits=limits, language=language, now=services.clock())
    return None


def _about(reset: _Reset, channel: Channel) -> CodeFor:
    target = reset.phone if channel is Channel.SMS else reset.email
    return CodeFor(purpose=CodePurpose.FACTOR_RESET, owner=reset.id, channel=channel, target=target)


def _load(services: Services, connection: Connection, reset_id: str, token: str) -> _Reset:
    row = _FIND.one(connection, {"id": reset_id, "now": to_text(services.clock())})
    if row is None or not hmac.compare_digest(row[0], digest(token)):
        refuse("factor_reset.unknown")
    return _Reset(
        id=reset_id,
        user_id=row[1],
        email=row[2],
        phone=row[3],
        device_name=row[4],
        address=row[5],
        email_proven=row[6] is not None,
        phone_proven=row[7] is not None,
        takes_effect_at=from_text(row[8]) if row[8] else None,
    )


def _state(
    services: Services, connection: Connection, reset: _Reset, token: str = ""
) -> wire.FactorResetState:
    limits = services.registration.at(services.today()).limits
    at = reset.takes_effect_at
    wait = max(0, int((at - services.clock()).total_seconds())) if at is not None else 0
    email, phone = (
        codes.state_of(services, connection, _about(reset, channel), limits=limits, verified=proven)
        for channel, proven in ((Channel.EMAIL, reset.email_proven), (Channel.SMS, reset.phone_proven))
    )
    lapse = timedelta(seconds=services.config.lifetimes.factor_reset_lapse)
    return wire.FactorResetState(
        reset_id=reset.id,
        email=email,
        phone=phone,
        token=token,
        takes_effect_at=at,
        wait_seconds=wait,
        lapses_at=at + lapse if at is not None else None,
    )


def _lapsed(services: Services) -> str:
    return to_text(services.clock() - timedelta(seconds=services.config.lifetimes.factor_reset_lapse))
