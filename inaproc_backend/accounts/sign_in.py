"""Signing in, renewing and signing out, as use cases over the parts beside this file."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import Connection

from inaproc_backend.accounts import devices, factor_reset, second_factor, throttle
from inaproc_backend.accounts.accesses import load_accesses
from inaproc_backend.accounts.events import Happened, note
from inaproc_backend.accounts.lookup import find_account
from inaproc_backend.accounts.sessions import (
    Lost,
    SignedIn,
    Tokens,
    end_session,
    open_session,
    renew,
)
from inaproc_backend.accounts.tokens import digest, new_token
from inaproc_backend.registration.stored_profiles import status_of_profile
from inaproc_backend.services import Services
from inaproc_backend.storage.statements import Statement
from inaproc_backend.storage.times import to_text
from inaproc_core.errors import refuse
from inaproc_core.wire import messages as m

_MOST_LETTERS = 1024
_MOST_DEVICE_LETTERS = 200
_MOST_NAME_LETTERS = 254
_CHALLENGE_ATTEMPTS = 5

_PERSON = Statement("SELECT username, name, nip FROM people WHERE id = :user_id")
_DEVICE_NAME = Statement("SELECT device_name FROM sessions WHERE id = :session_id")
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
_CLOSE_CHALLENGE = Statement("DELETE FROM challenges WHERE challenge_hash = :hash")


def sign_in(services: Services, asked: m.SignIn, host: str) -> m.SignInAnswer:
    """Check name and password; open a session, or ask for the second factor.

    The name is a username or an email address. Unknown and inactive accounts cost the same work and get the
    same answer as a wrong password.

    Raises:
        Refused: ``session.too_many_attempts`` with the waiting time, ``session.wrong_credentials``,
            ``session.field_length``.
    """
    user_id = check_password(services, asked, host)
    now = services.clock()
    device_name = asked.device_name[:_MOST_DEVICE_LETTERS]
    with services.database.write() as connection:
        factor_reset.apply_due(services, connection, user_id)
        if second_factor.is_on(connection, user_id):
            challenge = new_token(services.bits)
            until = now + timedelta(seconds=services.config.lifetimes.challenge)
            _CHALLENGE.run(
                connection,
                {
                    "hash": digest(challenge),
                    "user_id": user_id,
                    "device_id": asked.device_id,
                    "device_name": device_name,
                    "expires_at": to_text(until),
                },
            )
            return m.SignInAnswer(challenge=challenge)
        session = _open(services, connection, user_id, asked.device_id, device_name, host)
        return m.SignInAnswer(session=session)


def check_password(services: Services, asked: m.SignIn, host: str) -> str:
    """Return whose name and password these are; counts the attempt and takes it back when it was right.

    Raises:
        Refused: as ``sign_in``.
    """
    name = asked.username.strip().lower()
    for field, text, most in (
        ("username", name, _MOST_NAME_LETTERS),
        ("password", asked.password, _MOST_LETTERS),
        ("device_id", asked.device_id, _MOST_DEVICE_LETTERS),
    ):
        if not text or len(text) > most:
            refuse("session.field_length", at=field, name=field, maximum=most)
    with services.database.write() as connection:
        account = find_account(connection, name, device_id=asked.device_id)
        subjects = throttle.sign_in_subjects(
            services,
            account.user_id or name,
            device_id=asked.device_id,
            host=host,
            known_device=account.known_device,
        )
        counted = throttle.count_attempt(connection, subjects, services.config.throttle, services.clock())
        if counted.begun - {throttle.Kind.ADDRESS}:
            # Not the device's name: it is the word of a stranger, and the notice is ours.
            note(services, connection, account.user_id, Happened.LOCKED, address=host)
    throttle.refuse_for(counted.wait_seconds)
    # Outside any transaction: a hash takes a tenth of a second, and writers must not wait for it.
    if not services.passwords.matches(account.password_hash, asked.password):
        refuse("session.wrong_credentials", at="password")
    with services.database.write() as connection:
        throttle.forgive(connection, subjects)
    return account.user_id


def answer_challenge(services: Services, asked: m.SecondFactor, host: str = "") -> m.SignInAnswer:
    """Check the second factor, a code of the app or a recovery code, and open the session.

    Raises:
        Refused: ``session.challenge_expired``, ``session.wrong_code``, ``session.second_factor_locked``,
            ``session.too_many_attempts``.
    """
    now = services.clock()
    key = {"hash": digest(asked.challenge), "now": to_text(now)}
    with services.database.write() as connection:
        row = _TRY_CHALLENGE.one(connection, {**key, "most": _CHALLENGE_ATTEMPTS})
        if row is not None:
            user_id, device_id, device_name = (str(part) for part in row)
            subjects = throttle.factor_subjects(
                services,
                user_id,
                device_id=device_id,
                known_device=devices.is_known(connection, user_id, device_id),
            )
            counted = throttle.count_attempt(connection, subjects, services.config.throttle, now)
            if counted.begun:
                where = {"device_name": device_name, "address": host}
                note(services, connection, user_id, Happened.LOCKED, **where)
    if row is None:
        refuse("session.challenge_expired", at="challenge")
    throttle.refuse_for(counted.wait_seconds)
    if not second_factor.prove(services, user_id, asked.code, device_name=device_name, address=host):
        refuse("session.wrong_code", at="code")
    with services.database.write() as connection:
        # First the challenge, then the counts: rows are locked in the order of the first transaction above.
        if not _CLOSE_CHALLENGE.run(connection, {"hash": key["hash"]}):
            refuse("session.challenge_expired", at="challenge")  # another code opened it at the same moment
        throttle.forgive(connection, subjects)
        factor_reset.stop(services, connection, user_id, device_name=device_name, address=host)
        session = _open(services, connection, user_id, device_id, device_name, host)
    return m.SignInAnswer(session=session)


def refresh(services: Services, asked: m.Refresh, host: str = "") -> m.Session:
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
            address=host,
        )
        if isinstance(renewed, Tokens):
            session = _session(services, connection, renewed)
        elif renewed.code == "session.refresh_reused":
            device = _DEVICE_NAME.one(connection, {"session_id": renewed.session_id})
            where = {"device_name": str(device[0]) if device is not None else "", "address": host}
            note(services, connection, renewed.user_id, Happened.TOKEN_REUSED, **where)
    if isinstance(renewed, Lost):  # refused only here, so that an ended family is committed
        refuse(renewed.code, at="refresh_token")
    return session


def sign_out(services: Services, signed_in: SignedIn) -> None:
    """End the session with all its tokens."""
    with services.database.write() as connection:
        end_session(connection, signed_in.session_id, "signed out", services.clock())


def _open(
    services: Services, connection: Connection, user_id: str, device_id: str, device_name: str, host: str
) -> m.Session:
    stranger = not devices.is_known(connection, user_id, device_id)
    if stranger and devices.device_ids(connection, user_id):  # the very first device is no news
        note(services, connection, user_id, Happened.NEW_DEVICE, device_name=device_name, address=host)
    tokens = open_session(
        connection,
        user_id=user_id,
        device_id=device_id,
        device_name=device_name,
        lifetimes=services.config.lifetimes,
        bits=services.bits,
        now=services.clock(),
        address=host,
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
        accesses=load_accesses(
            connection, tokens.user_id, services.today(), services.registration.at(services.today()).limits
        ),
        training=services.config.training,
        profile_status=status_of_profile(connection, tokens.user_id).value,
        totp_on=second_factor.is_on(connection, tokens.user_id),
    )
