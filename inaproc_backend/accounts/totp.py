"""Turning the second factor on, moving it to a new phone, turning it off, and its recovery codes."""

from __future__ import annotations

import base64
from datetime import timedelta

import pyotp
from sqlalchemy import Connection

from inaproc_backend.accounts import factor_reset, recovery_codes, second_factor
from inaproc_backend.accounts.accesses import load_accesses
from inaproc_backend.accounts.events import Happened, note
from inaproc_backend.accounts.sealing import open_secret, seal_secret
from inaproc_backend.accounts.sessions import SignedIn
from inaproc_backend.accounts.step_up import require_step_up
from inaproc_backend.services import Services
from inaproc_backend.storage.statements import Statement
from inaproc_backend.storage.times import to_text
from inaproc_core.errors import refuse
from inaproc_core.registration.vocabulary import AccessKind
from inaproc_core.wire import account as wire

_SECRET_BITS = 160
"""As many as HMAC-SHA-1 has (RFC 4226, 4, R6)."""
_SECRET_BYTES = _SECRET_BITS // 8

_PERSON = Statement("SELECT username, without_second_factor FROM people WHERE id = :user_id")
_PUT = Statement(
    """
    INSERT INTO totp_enrolments (user_id, session_id, secret_sealed, expires_at)
    VALUES (:user_id, :session_id, :sealed, :expires_at)
    ON CONFLICT (user_id) DO UPDATE SET
        session_id = excluded.session_id, secret_sealed = excluded.secret_sealed,
        expires_at = excluded.expires_at
    """
)
_FIND = Statement(
    """
    SELECT secret_sealed FROM totp_enrolments
    WHERE user_id = :user_id AND session_id = :session_id AND expires_at > :now
    """
)
_TAKE = Statement("DELETE FROM totp_enrolments WHERE user_id = :user_id AND secret_sealed = :sealed")
_DROP = Statement("DELETE FROM totp_enrolments WHERE user_id = :user_id")


def begin(services: Services, signed_in: SignedIn) -> wire.TotpSecret:
    """Make a secret. The one in force, if any, stays so until a code of the new one is confirmed.

    Raises:
        Refused: ``session.step_up_required``.
    """
    require_step_up(services, signed_in)
    raw = services.bits(_SECRET_BITS).to_bytes(_SECRET_BYTES, "big")
    secret = base64.b32encode(raw).decode()
    until = services.clock() + timedelta(seconds=services.config.lifetimes.totp_enrolment)
    with services.database.write() as connection:
        _PUT.run(
            connection,
            {
                "user_id": signed_in.user_id,
                "session_id": signed_in.session_id,
                "sealed": seal_secret(services, signed_in.user_id, secret),
                "expires_at": to_text(until),
            },
        )
    issuer = "INAPROC (SIMULASI)" if services.config.training else "INAPROC"
    uri = pyotp.TOTP(secret).provisioning_uri(name=signed_in.username, issuer_name=issuer)
    return wire.TotpSecret(secret=secret, uri=uri)


def confirm(
    services: Services, signed_in: SignedIn, asked: wire.ConfirmTotp, host: str
) -> wire.RecoveryCodes:
    """Take a code of the new secret: it is the second factor from then on, with new recovery codes.

    Raises:
        Refused: ``account.no_enrolment``: none was begun in this session, or too long ago; or
            ``session.wrong_code``.
    """
    user_id, now = signed_in.user_id, services.clock()
    key = {"user_id": user_id, "session_id": signed_in.session_id, "now": to_text(now)}
    with services.database.read() as connection:
        row = _FIND.one(connection, key)
    if row is None:
        refuse("account.no_enrolment", at="code")
    sealed = str(row[0])
    step = second_factor.matching_step(open_secret(services, user_id, sealed), asked.code, now)
    if not step:
        refuse("session.wrong_code", at="code")
    codes, hashes = _new_codes(services)
    with services.database.write() as connection:
        if not _TAKE.run(connection, {"user_id": user_id, "sealed": sealed}):
            refuse("account.no_enrolment", at="code")  # the same code came twice at once
        where = {"device_name": signed_in.device_name, "address": host}
        factor_reset.stop(services, connection, user_id, **where)
        moved = second_factor.is_on(connection, user_id)
        second_factor.put(connection, user_id, sealed, step)
        recovery_codes.replace(connection, user_id, hashes, now)
        happened = Happened.TOTP_CHANGED if moved else Happened.TOTP_ON
        note(services, connection, user_id, happened, **where)
    return wire.RecoveryCodes(codes=codes)


def disable(services: Services, signed_in: SignedIn, host: str) -> None:
    """Turn the second factor off, with its recovery codes.

    Raises:
        Refused: ``session.step_up_required``; ``account.totp_required`` (fact ``kinds``) while an active
            access demands it.
    """
    require_step_up(services, signed_in)
    user_id = signed_in.user_id
    with services.database.write() as connection:
        demanding = required_by(services, connection, user_id)
        if demanding:
            refuse("account.totp_required", kinds="|".join(demanding))
        _DROP.run(connection, {"user_id": user_id})
        if not second_factor.is_on(connection, user_id):
            return
        where = {"device_name": signed_in.device_name, "address": host}
        factor_reset.stop(services, connection, user_id, **where)
        second_factor.put(connection, user_id, "")
        recovery_codes.replace(connection, user_id, (), services.clock())
        note(services, connection, user_id, Happened.TOTP_OFF, **where)


def renew_codes(services: Services, signed_in: SignedIn, host: str) -> wire.RecoveryCodes:
    """Make new recovery codes; the old ones are void.

    Raises:
        Refused: ``session.step_up_required``, ``account.totp_off``.
    """
    require_step_up(services, signed_in)
    user_id = signed_in.user_id
    codes, hashes = _new_codes(services)
    with services.database.write() as connection:
        if not second_factor.is_on(connection, user_id):
            refuse("account.totp_off")
        recovery_codes.replace(connection, user_id, hashes, services.clock())
        where = {"device_name": signed_in.device_name, "address": host}
        note(services, connection, user_id, Happened.RECOVERY_CODES_MADE, **where)
    return wire.RecoveryCodes(codes=codes)


def required_by(services: Services, connection: Connection, user_id: str) -> list[str]:
    """Return the kinds of the person's active accesses that demand a second factor, sorted.

    The made-up people of training need none.
    """
    person = _PERSON.one(connection, {"user_id": user_id})
    if person is None or person[1]:
        return []
    today = services.today()
    forms = services.registration.at(today).access_forms
    kinds = {row.kind for row in load_accesses(connection, user_id, today) if row.active and row.kind}
    return sorted(kind for kind in kinds if forms[AccessKind(kind)].totp_required)


def _new_codes(services: Services) -> tuple[list[str], list[str]]:
    count = services.registration.at(services.today()).limits.recovery_codes
    codes = recovery_codes.draw(services, count)
    return codes, recovery_codes.hashed(services, codes)
