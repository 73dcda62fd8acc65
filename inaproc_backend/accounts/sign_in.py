"""Signing in, renewing, stepping up and signing out, as use cases over the parts beside this file."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import Connection

from inaproc_backend.accounts import second_factor, throttle
from inaproc_backend.accounts.accesses import load_accesses
from inaproc_backend.accounts.sessions import (
    SignedIn,
    Tokens,
    end_session,
    mark_step_up,
    open_session,
    renew,
)
from inaproc_backend.accounts.tokens import digest, new_token
from inaproc_backend.services import Services
from inaproc_backend.storage.statements import Statement
from inaproc_backend.storage.times import to_text
from inaproc_core.errors import refuse
from inaproc_core.wire import messages as m

_MOST_LETTERS = 1024
_MOST_DEVICE_LETTERS = 200
_CHALLENGE_ATTEMPTS = 5

_ACCOUNT = Statement(
    """
    SELECT p.id, c.password_hash FROM people p JOIN credentials c ON c.user_id = p.id
    WHERE p.username = :username AND p.active
    """
)
_HASH = Statement("SELECT password_hash FROM credentials WHERE user_id = :user_id")
_PERSON = Statement("SELECT username, name, nip FROM people WHERE id = :user_id")
_CHALLENGE = Statement(
    """
    INSERT INTO challenges (challenge_hash, user_id, device_id, device_name, expires_at)
    VALUES (:hash, :user_id, :device_id, :device_name, :expires_at)
    """
)
_TRY_CHALLENGE = Statement(
    """
    UPDATE challenges SET attempts = attempts + 1
    WHERE challenge_hash = :hash AND expires_at > :now AND attempts < :most
    RETURNING user_id, device_id, device_name
    """
)
_CLOSE_CHALLENGE = Statement("DELETE FROM challenges WHERE challenge_hash = :hash OR expires_at <= :now")


def sign_in(services: Services, asked: m.SignIn, host: str) -> m.SignInAnswer:
    """Check name and password; open a session, or ask for the second factor.

    Raises:
        Refused: ``session.too_many_attempts`` with the waiting time, ``session.wrong_credentials`` (the same
            for an unknown name and a wrong password), ``wire.malformed``.
    """
    username = asked.username.strip().lower()
    for name, text, most in (
        ("username", username, _MOST_DEVICE_LETTERS),
        ("password", asked.password, _MOST_LETTERS),
        ("device_id", asked.device_id, _MOST_DEVICE_LETTERS),
    ):
        if not text or len(text) > most:
            refuse("session.field_length", at=name, name=name, maximum=most)
    subjects = (throttle.account(username), throttle.address(host))
    with services.database.write() as connection:
        wait = throttle.count_attempt(connection, subjects, services.config.throttle, services.clock())
        account = _ACCOUNT.one(connection, {"username": username})
    throttle.refuse_for(wait)
    # Outside any transaction: a hash takes a tenth of a second, and writers must not wait for it.
    if not services.passwords.matches(account[1] if account else None, asked.password) or account is None:
        refuse("session.wrong_credentials", at="password")
    user_id = str(account[0])
    device_name = asked.device_name[:_MOST_DEVICE_LETTERS]
    with services.database.write() as connection:
        throttle.forgive(connection, subjects)
        if second_factor.is_on(connection, user_id):
            return m.SignInAnswer(
                challenge=_ask_second_factor(services, connection, user_id, asked.device_id, device_name)
            )
        return m.SignInAnswer(session=_open(services, connection, user_id, asked.device_id, device_name))


def answer_challenge(services: Services, asked: m.SecondFactor) -> m.SignInAnswer:
    """Check the second factor and open the session.

    Raises:
        Refused: ``session.challenge_expired``, ``session.wrong_code``, ``session.second_factor_locked``,
            ``session.too_many_attempts``.
    """
    now = services.clock()
    key = {"hash": digest(asked.challenge), "now": to_text(now)}
    with services.database.write() as connection:
        row = _TRY_CHALLENGE.one(connection, {**key, "most": _CHALLENGE_ATTEMPTS})
        wait = 0
        if row is not None:
            wait = throttle.count_attempt(
                connection, [throttle.factor(row[0])], services.config.throttle, now
            )
    if row is None:
        refuse("session.challenge_expired", at="challenge")
    throttle.refuse_for(wait)
    user_id, device_id, device_name = row
    session = None
    with services.database.write() as connection:
        if _use_code(services, connection, user_id, asked.code):
            _CLOSE_CHALLENGE.run(connection, key)
            session = _open(services, connection, user_id, device_id, device_name)
    if session is None:  # refused only here, so that the failed attempt above is committed
        refuse("session.wrong_code", at="code")
    return m.SignInAnswer(session=session)


def refresh(services: Services, asked: m.Refresh) -> m.Session:
    """Exchange a refresh token for new tokens.

    Raises:
        Refused: see ``sessions.renew``.
    """
    with services.database.write() as connection:
        renewed = renew(
            connection,
            token=asked.refresh_token,
            device_id=asked.device_id,
            lifetimes=services.config.lifetimes,
            bits=services.bits,
            now=services.clock(),
        )
        session = _session(services, connection, renewed) if isinstance(renewed, Tokens) else None
    if session is None:
        refuse(str(renewed), at="refresh_token")
    return session


def step_up(services: Services, signed_in: SignedIn, asked: m.StepUp) -> m.StepUpAnswer:
    """Take a fresh proof of presence: the code where a second factor is on, else the password.

    Raises:
        Refused: ``session.wrong_code``, ``session.wrong_password``, ``session.too_many_attempts``,
            ``session.second_factor_locked``.
    """
    subjects = [throttle.factor(signed_in.user_id)]
    with services.database.write() as connection:
        wait = throttle.count_attempt(connection, subjects, services.config.throttle, services.clock())
        by_code = second_factor.is_on(connection, signed_in.user_id)
        stored = _HASH.one(connection, {"user_id": signed_in.user_id})
    throttle.refuse_for(wait)
    if not by_code:
        given = asked.password[:_MOST_LETTERS]
        if not services.passwords.matches(stored[0] if stored else None, given):
            refuse("session.wrong_password", at="password")
    with services.database.write() as connection:
        proven = not by_code or _use_code(services, connection, signed_in.user_id, asked.code)
        if proven:
            throttle.forgive(connection, subjects)
            mark_step_up(connection, signed_in.session_id, services.clock())
    if not proven:
        refuse("session.wrong_code", at="code")
    return m.StepUpAnswer(seconds=services.config.lifetimes.step_up)


def sign_out(services: Services, signed_in: SignedIn) -> None:
    """End the session with all its tokens."""
    with services.database.write() as connection:
        end_session(connection, signed_in.session_id, "signed out", services.clock())


def _use_code(services: Services, connection: Connection, user_id: str, code: str) -> bool:
    right = second_factor.use_code(
        connection, user_id, code, services.clock(), ever=services.config.throttle.second_factor_ever
    )
    if right:
        throttle.forgive(connection, [throttle.factor(user_id)])
    return right


def _ask_second_factor(
    services: Services, connection: Connection, user_id: str, device_id: str, device_name: str
) -> str:
    challenge = new_token(services.bits)
    until = services.clock() + timedelta(seconds=services.config.lifetimes.challenge)
    _CHALLENGE.run(
        connection,
        {
            "hash": digest(challenge),
            "user_id": user_id,
            "device_id": device_id,
            "device_name": device_name,
            "expires_at": to_text(until),
        },
    )
    return challenge


def _open(
    services: Services, connection: Connection, user_id: str, device_id: str, device_name: str
) -> m.Session:
    tokens = open_session(
        connection,
        user_id=user_id,
        device_id=device_id,
        device_name=device_name,
        lifetimes=services.config.lifetimes,
        bits=services.bits,
        now=services.clock(),
    )
    return _session(services, connection, tokens)


def _session(services: Services, connection: Connection, tokens: Tokens) -> m.Session:
    row = _PERSON.one(connection, {"user_id": tokens.user_id})
    if row is None:  # the session refers to the person
        raise LookupError(tokens.user_id)
    return m.Session(
        access_token=tokens.access,
        access_seconds=services.config.lifetimes.access,
        refresh_token=tokens.refresh,
        user_id=tokens.user_id,
        name=row[1],
        username=row[0],
        nip=row[2],
        accesses=load_accesses(connection, tokens.user_id, services.today()),
        training=services.config.training,
    )
