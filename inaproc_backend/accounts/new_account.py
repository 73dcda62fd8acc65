"""The account at the end of stage 1: person, credentials, consents and first session in one transaction."""

from __future__ import annotations

from sqlalchemy import Connection

from inaproc_backend.accounts import pending
from inaproc_backend.accounts.consents import PRIVACY, TERMS, keep_consents
from inaproc_backend.accounts.events import Happened, note
from inaproc_backend.accounts.pending import Pending
from inaproc_backend.accounts.sessions import open_session
from inaproc_backend.accounts.usernames import is_free
from inaproc_backend.services import Services
from inaproc_backend.storage.statements import Statement
from inaproc_backend.storage.times import to_text
from inaproc_core.errors import refuse
from inaproc_core.registration.vocabulary import Channel, ProfileStatus
from inaproc_core.values import ulid
from inaproc_core.wire import messages as m

_KNOWN_EMAIL = Statement("SELECT 1 FROM people WHERE email = :target AND email <> ''")
_KNOWN_PHONE = Statement("SELECT 1 FROM people WHERE phone = :target AND phone <> ''")
_ADD_PERSON = Statement(
    """
    INSERT INTO people (id, username, name, email, phone, language, simulation, created_at)
    VALUES (:id, :username, :name, :email, :phone, :language, :simulation, :now)
    """
)
_ADD_CREDENTIALS = Statement(
    "INSERT INTO credentials (user_id, password_hash, changed_at) VALUES (:user_id, :password_hash, :now)"
)


def is_known(connection: Connection, channel: Channel, target: str) -> bool:
    """Return whether an account has this email or phone."""
    statement = _KNOWN_EMAIL if channel is Channel.EMAIL else _KNOWN_PHONE
    return statement.one(connection, {"target": target}) is not None


def make_account(services: Services, connection: Connection, found: Pending, host: str) -> m.Session:
    """Make the account of a registration, and open its session on the device that asked.

    Args:
        services: for clock, randomness and configuration.
        connection: the writing transaction in which the registration is locked.
        found: the registration.
        host: network address of whoever asks.

    Raises:
        Refused: ``code.not_proven``, ``username.taken``, ``email.taken``, ``phone.taken``.
    """
    now = services.clock()
    for channel in Channel:
        if not found.proven(channel):
            refuse("code.not_proven", at=channel.value, channel=channel.value)
    if not is_free(connection, found.username):
        refuse("username.taken", at="username")
    if is_known(connection, Channel.EMAIL, found.email):
        refuse("email.taken", at="email")
    if is_known(connection, Channel.SMS, found.phone):
        refuse("phone.taken", at="phone")
    user_id = ulid(now, services.bits(80))
    _ADD_PERSON.run(
        connection,
        {
            "id": user_id,
            "username": found.username,
            "name": found.full_name,
            "email": found.email,
            "phone": found.phone,
            "language": found.language,
            # A training database holds simulated people only, also those who register in it.
            "simulation": services.config.training,
            "now": to_text(now),
        },
    )
    credentials = {"user_id": user_id, "password_hash": found.password_hash, "now": to_text(now)}
    _ADD_CREDENTIALS.run(connection, credentials)
    versions = {TERMS: found.terms_version, PRIVACY: found.privacy_version}
    keep_consents(connection, user_id, versions, found.created_at)
    pending.close(connection, found.id, now)
    where = {"device_name": found.device_name, "address": host}
    note(services, connection, user_id, Happened.CREATED, **where, username=found.username)
    return _open_session(services, connection, found, user_id, host)


def _open_session(
    services: Services, connection: Connection, found: Pending, user_id: str, host: str
) -> m.Session:
    tokens = open_session(
        connection,
        user_id=user_id,
        device_id=found.device_id,
        device_name=found.device_name,
        lifetimes=services.config.lifetimes,
        bits=services.bits,
        now=services.clock(),
        address=host,
    )
    return m.Session(
        access_token=tokens.access,
        access_seconds=services.config.lifetimes.access,
        refresh_token=tokens.refresh,
        user_id=user_id,
        name=found.full_name,
        username=found.username,
        nip="",
        accesses=[],
        training=services.config.training,
        profile_status=ProfileStatus.NONE.value,
    )
