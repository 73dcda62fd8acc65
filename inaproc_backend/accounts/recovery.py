"""Lupa kata sandi: a code to the account's email, the second factor where it is on, then a new password.

Nothing here tells whether there is such an account: an unknown name costs the same work, shows the same
state, and a code for it is never right. The account's pauses end with the new password, so nobody who was
locked out needs a help desk.
"""

from __future__ import annotations

import hmac
from dataclasses import dataclass
from datetime import timedelta

import msgspec
from sqlalchemy import Connection

from inaproc_backend.accounts import codes, devices, factor_reset, password, second_factor, throttle
from inaproc_backend.accounts.codes import CodeFor, CodePurpose, masked_target
from inaproc_backend.accounts.events import Happened, note
from inaproc_backend.accounts.lookup import find_account, language_of
from inaproc_backend.accounts.tokens import digest, new_token
from inaproc_backend.messaging.queue import queue, queue_code
from inaproc_backend.services import Services
from inaproc_backend.storage.statements import Statement
from inaproc_backend.storage.times import to_text
from inaproc_core.errors import Refusal, Refused, refuse
from inaproc_core.registration.forms import Limits
from inaproc_core.registration.identity import check_email, problem_of
from inaproc_core.registration.vocabulary import Channel
from inaproc_core.values import ulid
from inaproc_core.wire import account as wire

_MOST_LETTERS = 254
_FACTOR_TRIES = 5

_ADD = Statement(
    """
    INSERT INTO recoveries (id, token_hash, user_id, account, target, created_at, expires_at)
    VALUES (:id, :token_hash, :user_id, :account, :target, :now, :expires_at)
    """
)
_FIND = Statement(
    """
    SELECT r.token_hash, r.user_id, r.account, r.target, r.proven_at FROM recoveries r
    WHERE r.id = :id AND r.expires_at > :now AND r.used_at IS NULL /*pg FOR UPDATE OF r*/
    """
)
_PROVE = Statement("UPDATE recoveries SET proven_at = :now WHERE id = :id")
_TRY = Statement("UPDATE recoveries SET tries = tries + 1 WHERE id = :id AND tries < :most")
_USE = Statement("UPDATE recoveries SET used_at = :now WHERE id = :id AND used_at IS NULL")
_HASH = Statement(
    """
    SELECT c.password_hash FROM credentials c JOIN people p ON p.id = c.user_id
    WHERE c.user_id = :user_id AND p.active
    """
)
_UNLOCK = Statement("UPDATE credentials SET totp_failures = 0 WHERE user_id = :user_id")


@dataclass(frozen=True, kw_only=True)
class _Recovery:
    """A recovery that is under way.

    Attributes:
        user_id: empty where there is no such account.
        account: what was typed.
        target: where codes go; for nobody what was typed.
    """

    id: str
    user_id: str
    account: str
    target: str
    proven: bool


def begin(services: Services, asked: wire.BeginRecovery, host: str) -> wire.RecoveryState:
    """Begin, and send the first code.

    Raises:
        Refused: ``session.field_length`` at ``account``, ``session.too_many_attempts`` by network address.
    """
    name = asked.account.strip().lower()
    if not name or len(name) > _MOST_LETTERS:
        refuse("session.field_length", at="account", name="account", maximum=_MOST_LETTERS)
    now = services.clock()
    limits = _limits(services)
    token, recovery_id = new_token(services.bits), ulid(now, services.bits(80))
    state = None
    with services.database.write() as connection:
        subjects = throttle.recovery_subjects(services, host)
        counted = throttle.count_attempt(connection, subjects, services.config.throttle, now)
        if not counted.wait_seconds:
            account = find_account(connection, name)
            recovery = _Recovery(
                id=recovery_id,
                user_id=account.user_id if account.email else "",
                account=name,
                target=account.email or name,
                proven=False,
            )
            _ADD.run(
                connection,
                {
                    "id": recovery_id,
                    "token_hash": digest(token),
                    "user_id": recovery.user_id,
                    "account": name,
                    "target": recovery.target,
                    "now": to_text(now),
                    "expires_at": to_text(now + timedelta(minutes=limits.recovery_minutes)),
                },
            )
            # A limit of this name shows in the state, as the time until another code may be asked for.
            _send(services, connection, recovery, limits, host)
            state = _state(services, connection, recovery, limits, token)
    if state is None:
        throttle.refuse_for(counted.wait_seconds)
        raise AssertionError(counted)
    return state


def send_code(services: Services, recovery_id: str, token: str, host: str) -> wire.RecoveryState:
    """Send another code; the one before is void.

    Raises:
        Refused: ``recovery.unknown``, and those of ``codes.issue``.
    """
    limits = _limits(services)
    with services.database.write() as connection:
        recovery = _load(services, connection, recovery_id, token)
        refusal = None if recovery.proven else _send(services, connection, recovery, limits, host)
        state = _state(services, connection, recovery, limits)
    if refusal is not None:
        raise Refused(refusal)
    return state


def check_code(services: Services, recovery_id: str, token: str, asked: wire.CheckCode) -> wire.RecoveryState:
    """Check the digits that arrived.

    Raises:
        Refused: ``recovery.unknown``, ``code.channel``, and those of ``codes.check``.
    """
    limits = _limits(services)
    if factor_reset.channel_of(asked.channel) is not Channel.EMAIL:
        refuse("code.channel", at="channel", allowed=Channel.EMAIL.value)
    with services.database.write() as connection:
        recovery = _load(services, connection, recovery_id, token)
        refusal = codes.check(services, connection, _about(recovery), asked.code, limits=limits)
        if refusal is None:
            _PROVE.run(connection, {"id": recovery_id, "now": to_text(services.clock())})
            recovery = _load(services, connection, recovery_id, token)
        state = _state(services, connection, recovery, limits)
    if refusal is not None:
        raise Refused(refusal)
    return state


def set_password(
    services: Services, recovery_id: str, token: str, asked: wire.NewPassword, host: str
) -> None:
    """Set the new password: all sessions end, all pauses and locks of the account are lifted.

    The password is checked before a code of the second factor is spent on it.

    Raises:
        Refused: ``recovery.unknown``, ``recovery.not_proven``, those of ``identity.check_password``,
            ``session.wrong_code`` at ``code``, ``session.second_factor_locked``, ``recovery.too_many_tries``.
    """
    with services.database.write() as connection:
        recovery = _load(services, connection, recovery_id, token)
        user_id = recovery.user_id
        by_code = second_factor.is_on(connection, user_id)
        row = _HASH.one(connection, {"user_id": user_id})
    if not recovery.proven:
        refuse("recovery.not_proven")
    if row is None:  # became inactive meanwhile
        refuse("recovery.unknown")
    password.check_new(services, user_id, asked.password, at="password")
    if by_code:
        with services.database.write() as connection:
            may = _TRY.run(connection, {"id": recovery_id, "most": _FACTOR_TRIES})
        if not may:
            refuse("recovery.too_many_tries", at="code")
        if not second_factor.prove(services, user_id, asked.code, address=host):
            refuse("session.wrong_code", at="code")
    new = services.passwords.hash(asked.password)
    now = services.clock()
    with services.database.write() as connection:
        factor_reset.stop(services, connection, user_id, address=host)
        password.lock(connection, user_id)
        used = _USE.run(connection, {"id": recovery_id, "now": to_text(now)})
        if not used or not password.put(connection, user_id, old=str(row[0]), new=new, now=now):
            refuse("recovery.unknown")  # the same recovery, or another change, was faster
        devices.end_others(connection, user_id, "password recovered", now)
        throttle.lift(services, connection, user_id, devices.device_ids(connection, user_id))
        devices.disown_all(connection, user_id, now)
        _UNLOCK.run(connection, {"user_id": user_id})
        note(services, connection, user_id, Happened.PASSWORD_RESET, address=host)


def _send(
    services: Services, connection: Connection, recovery: _Recovery, limits: Limits, host: str
) -> Refusal | None:
    about, now = _about(recovery), services.clock()
    nobody = not recovery.user_id
    language = language_of(connection, recovery.user_id)
    issued = codes.issue(services, connection, about, limits=limits, host=host, decoy=nobody)
    if issued.refusal is not None:
        return issued.refusal
    if nobody:
        # Whoever owns the address is told that it has no account; a username that nobody has tells nobody.
        queue(
            connection,
            channel=Channel.EMAIL,
            to=recovery.account if _is_email(recovery.account, limits) else "",
            template="recovery.no_account",
            facts={},
            language=language,
            now=now,
        )
    else:
        queue_code(connection, about, issued.code, limits=limits, language=language, now=now)
    return None


def _is_email(name: str, limits: Limits) -> bool:
    return problem_of(lambda: check_email(name, limits)) is None


def _about(recovery: _Recovery) -> CodeFor:
    return CodeFor(
        purpose=CodePurpose.RECOVERY,
        owner=recovery.id,
        channel=Channel.EMAIL,
        target=recovery.target,
        limit_by=recovery.account,
    )


def _load(services: Services, connection: Connection, recovery_id: str, token: str) -> _Recovery:
    row = _FIND.one(connection, {"id": recovery_id, "now": to_text(services.clock())})
    if row is None or not hmac.compare_digest(row[0], digest(token)):
        refuse("recovery.unknown")
    return _Recovery(id=recovery_id, user_id=row[1], account=row[2], target=row[3], proven=bool(row[4]))


def _state(
    services: Services, connection: Connection, recovery: _Recovery, limits: Limits, token: str = ""
) -> wire.RecoveryState:
    found = codes.state_of(services, connection, _about(recovery), limits=limits, verified=recovery.proven)
    # What was typed, never the address that a username leads to.
    shown = masked_target(Channel.EMAIL, recovery.account)
    needs = recovery.proven and second_factor.is_on(connection, recovery.user_id)
    return wire.RecoveryState(
        recovery_id=recovery.id,
        email=msgspec.structs.replace(found, target=shown),
        token=token,
        proven=recovery.proven,
        needs_second_factor=needs,
    )


def _limits(services: Services) -> Limits:
    return services.registration.at(services.today()).limits
