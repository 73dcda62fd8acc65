"""Stage 1, Registrasi & Verifikasi Identitas Digital: the form, two proven addresses, the account.

Whoever asks without having proven an address learns nothing about accounts: for an email, phone or username
that exists the same statements run, the same password hash is made, the same number of messages is queued
(another text, to the address's owner) and the same answer is given. Once the email is proven, a few usernames
may be tried; at the end, with both addresses proven, the truth is told.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Connection

from inaproc_backend.accounts import code_limits, codes, pending
from inaproc_backend.accounts.breached import breach_check
from inaproc_backend.accounts.consents import check_consents
from inaproc_backend.accounts.new_account import is_known, make_account
from inaproc_backend.accounts.pending import Pending
from inaproc_backend.accounts.tokens import new_token
from inaproc_backend.accounts.usernames import is_free, suggest
from inaproc_backend.messaging.queue import queue, queue_code
from inaproc_backend.services import Services
from inaproc_backend.storage.database import lost_race
from inaproc_core.errors import Refused, refuse
from inaproc_core.registration.forms import RegistrationRules
from inaproc_core.registration.identity import (
    check_email,
    check_full_name,
    check_password,
    check_username,
    phone_for_code,
)
from inaproc_core.registration.vocabulary import Channel
from inaproc_core.sentences import LANGUAGES
from inaproc_core.values import ulid
from inaproc_core.wire import account as a
from inaproc_core.wire import messages as m

_MOST_DEVICE_LETTERS = 200
_RACES = 3


def begin(services: Services, asked: a.BeginRegistration, host: str) -> a.RegistrationState:
    """Take the form; nothing is sent yet.

    Raises:
        Refused: what is wrong with a field, as the checks of ``inaproc_core.registration.identity``;
            ``consent.missing``, ``consent.outdated``; ``session.field_length`` for the device;
            ``registration.too_many_here`` with the waiting time.
    """
    rules = _rules(services)
    limits = rules.limits
    full_name = check_full_name(asked.full_name, limits)
    username = check_username(asked.username, rules)
    email = check_email(asked.email, limits)
    phone = phone_for_code(asked.phone, limits).text
    check_password(
        asked.password, username=username, email=email, limits=limits, is_breached=breach_check(services)
    )
    check_consents(asked.consents, rules)
    if not 0 < len(asked.device_id) <= _MOST_DEVICE_LETTERS:
        refuse("session.field_length", at="device_id", name="device_id", maximum=_MOST_DEVICE_LETTERS)
    most = services.config.throttle.registrations_per_address
    with services.database.write() as connection:
        wait = code_limits.count_here(services, connection, "registration", host=host, most=most)
    if wait:
        refuse("registration.too_many_here", wait_seconds=wait)
    # Outside any transaction: a hash takes a tenth of a second. Made for everybody, taken or not.
    password_hash = services.passwords.hash(asked.password)
    now = services.clock()
    token = new_token(services.bits)
    begun = Pending(
        id=ulid(now, services.bits(80)),
        full_name=full_name,
        username=username,
        email=email,
        phone=phone,
        password_hash=password_hash,
        terms_version=asked.consents.terms_version,
        privacy_version=asked.consents.privacy_version,
        device_id=asked.device_id,
        device_name=asked.device_name[:_MOST_DEVICE_LETTERS],
        language=asked.language if asked.language in LANGUAGES else LANGUAGES[0],
        email_proven=False,
        phone_proven=False,
        username_checks=0,
        sms=0,
        created_at=now,
        expires_at=now + timedelta(hours=limits.registration_hours),
    )
    with services.database.write() as connection:
        pending.put(connection, begun, token)
        return _state(services, connection, begun, token=token)


def look(services: Services, registration_id: str, token: str) -> a.RegistrationState:
    """Return where a registration stands.

    Raises:
        Refused: ``registration.unknown``, ``registration.completed``.
    """
    with services.database.read() as connection:
        found = pending.find(connection, registration_id, token, services.clock())
        return _state(services, connection, found)


def amend(
    services: Services, registration_id: str, token: str, asked: a.AmendRegistration
) -> a.RegistrationState:
    """Ubah email, Ubah nomor, another username; everything else stays.

    A new address has to be proven again, and the code that went to the old one is void.

    Raises:
        Refused: as the checks of the fields, ``username.too_many``, ``registration.unknown``,
            ``registration.completed``.
    """
    rules = _rules(services)
    email = check_email(asked.email, rules.limits) if asked.email else ""
    phone = phone_for_code(asked.phone, rules.limits).text if asked.phone else ""
    username = check_username(asked.username, rules) if asked.username else ""
    with services.database.write() as connection:
        found = pending.find(connection, registration_id, token, services.clock(), lock=True)
        email = email if email != found.email else ""
        phone = phone if phone != found.phone else ""
        username = username if username != found.username else ""
        if username and found.username_checks >= rules.limits.username_checks:
            refuse("username.too_many", at="username", maximum=rules.limits.username_checks)
        pending.amend(connection, found.id, email=email, phone=phone, username=username)
        for channel, value in ((Channel.EMAIL, email), (Channel.SMS, phone)):
            if value:
                codes.forget(connection, found.code(channel).purpose, found.id, channel)
        amended = pending.find(connection, registration_id, token, services.clock())
        return _state(services, connection, amended)


def send_code(
    services: Services, registration_id: str, token: str, asked: a.SendCode, host: str
) -> a.RegistrationState:
    """Send a code to the email, or to the phone once the email is proven; the old one is void.

    Who owns an address that has an account gets "somebody tried to register with your address" instead.

    Raises:
        Refused: as ``codes.issue``; ``code.channel``, ``code.email_first``, ``code.too_many_sms``,
            ``code.no_way``, ``registration.unknown``, ``registration.completed``.
    """
    channel = _channel(asked.channel)
    limits = _rules(services).limits
    now = services.clock()
    with services.database.write() as connection:
        found = pending.find(connection, registration_id, token, now, lock=True)
        if found.proven(channel):
            return _state(services, connection, found)
        if not _has_way(services, channel):
            refuse("code.no_way", channel=channel.value)
        if channel is Channel.SMS:
            if not found.email_proven:
                refuse("code.email_first", at="channel")
            if found.sms >= services.config.throttle.sms_per_registration:
                refuse("code.too_many_sms", at="phone")
        about = found.code(channel)
        known = is_known(connection, channel, about.target)
        issued = codes.issue(services, connection, about, limits=limits, host=host, decoy=known)
        if issued.refusal is None:
            if channel is Channel.SMS:
                pending.count_sms(connection, found.id)
            if known:
                queue(
                    connection,
                    channel=channel,
                    to=about.target,
                    template="registration.address_known",
                    facts={},
                    language=found.language,
                    now=now,
                )
            else:
                queue_code(connection, about, issued.code, limits=limits, language=found.language, now=now)
        state = _state(services, connection, found)
    if issued.refusal is not None:  # refused only here, so that what was counted is committed
        raise Refused(issued.refusal)
    return state


def check_code(
    services: Services, registration_id: str, token: str, asked: a.CheckCode
) -> a.RegistrationState:
    """Take the six digits that arrived.

    Raises:
        Refused: as ``codes.check``; ``code.channel``, ``registration.unknown``, ``registration.completed``.
    """
    channel = _channel(asked.channel)
    limits = _rules(services).limits
    now = services.clock()
    with services.database.write() as connection:
        found = pending.find(connection, registration_id, token, now, lock=True)
        if found.proven(channel):
            return _state(services, connection, found)
        refusal = codes.check(services, connection, found.code(channel), asked.code, limits=limits)
        if refusal is None:
            pending.prove(connection, found.id, channel, now)
            found = pending.find(connection, registration_id, token, now)
        state = _state(services, connection, found)
    if refusal is not None:
        raise Refused(refusal)
    return state


def complete(services: Services, registration_id: str, token: str, host: str) -> m.SignInAnswer:
    """Make the account, once; its session is open on the device that asked.

    Raises:
        Refused: ``code.not_proven``; ``username.taken``, ``email.taken``, ``phone.taken`` (the addresses are
            proven to be the asker's own); ``registration.unknown``, ``registration.completed``.
    """
    for race in range(_RACES):
        try:
            with services.database.write() as connection:
                found = pending.find(connection, registration_id, token, services.clock(), lock=True)
                return m.SignInAnswer(session=make_account(services, connection, found, host))
        except Exception as error:  # a faster registration took the name: look again, and say so
            if race == _RACES - 1 or not lost_race(error):
                raise
    raise AssertionError


def sweep(connection: Connection, now: datetime) -> None:
    """Forget registrations that were not finished in time, with their codes."""
    pending.sweep(connection, now)
    codes.sweep(connection, now)


def _state(
    services: Services, connection: Connection, found: Pending, *, token: str = ""
) -> a.RegistrationState:
    rules = _rules(services)
    email, phone = (
        codes.state_of(
            services, connection, found.code(channel), limits=rules.limits, verified=found.proven(channel)
        )
        for channel in (Channel.EMAIL, Channel.SMS)
    )
    free = is_free(connection, found.username) if found.email_proven else None
    near = suggest(connection, found.username, found.full_name, rules) if free is False else []
    return a.RegistrationState(
        registration_id=found.id,
        email=email,
        phone=phone,
        username=found.username,
        expires_seconds=max(0, int((found.expires_at - services.clock()).total_seconds())),
        token=token,
        username_free=free,
        suggestions=near,
    )


def _rules(services: Services) -> RegistrationRules:
    return services.registration.at(services.today())


def _channel(text: str) -> Channel:
    try:
        return Channel(text)
    except ValueError:
        refuse("code.channel", at="channel", allowed="|".join(Channel))


def _has_way(services: Services, channel: Channel) -> bool:
    config = services.config
    way = config.messaging.smtp if channel is Channel.EMAIL else config.messaging.sms
    return config.training or way is not None
