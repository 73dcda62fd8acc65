"""A new email address or phone number: a code goes to the new one, a notice to the old one."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import Connection

from inaproc_backend.accounts import codes
from inaproc_backend.accounts.codes import CodeFor, CodePurpose, masked_target
from inaproc_backend.accounts.events import Happened, local, note
from inaproc_backend.accounts.factor_reset import channel_of
from inaproc_backend.accounts.lookup import language_of
from inaproc_backend.accounts.sessions import SignedIn
from inaproc_backend.accounts.step_up import require_step_up
from inaproc_backend.messaging.queue import queue, queue_code
from inaproc_backend.services import Services
from inaproc_backend.storage.statements import Statement
from inaproc_backend.storage.times import to_text
from inaproc_core.errors import Refused, refuse
from inaproc_core.registration.forms import Limits
from inaproc_core.registration.identity import check_email, phone_for_code
from inaproc_core.registration.vocabulary import Channel
from inaproc_core.wire import account as wire

_CURRENT = Statement("SELECT email, phone FROM people WHERE id = :user_id /*pg FOR UPDATE*/")
_TAKEN = {
    Channel.EMAIL: Statement(
        "SELECT id FROM people WHERE email = :target AND email <> '' AND id <> :user_id"
    ),
    Channel.SMS: Statement("SELECT id FROM people WHERE phone = :target AND phone <> '' AND id <> :user_id"),
}
_PUT = Statement(
    """
    INSERT INTO contact_changes (user_id, channel, target, session_id, expires_at)
    VALUES (:user_id, :channel, :target, :session_id, :expires_at)
    ON CONFLICT (user_id, channel) DO UPDATE SET
        target = excluded.target, session_id = excluded.session_id, expires_at = excluded.expires_at
    """
)
_FIND = Statement(
    """
    SELECT target FROM contact_changes
    WHERE user_id = :user_id AND channel = :channel AND session_id = :session_id AND expires_at > :now
    /*pg FOR UPDATE*/
    """
)
_DROP = Statement("DELETE FROM contact_changes WHERE user_id = :user_id AND channel = :channel")
_SET_EMAIL = Statement("UPDATE people SET email = :target WHERE id = :user_id")
_SET_PHONE = Statement("UPDATE people SET phone = :target WHERE id = :user_id")
_END_RECOVERIES = Statement(
    "UPDATE recoveries SET expires_at = :now WHERE user_id = :user_id AND expires_at > :now"
)


def begin(services: Services, signed_in: SignedIn, asked: wire.ChangeContact, host: str) -> wire.CodeState:
    """Send a code to the new address. One that another account uses gets a notice instead of a code.

    Raises:
        Refused: ``session.step_up_required``, ``code.channel``, ``account.same_contact``, and those of
            ``check_email``, ``phone_for_code`` (at ``target``) and ``codes.issue``.
    """
    require_step_up(services, signed_in)
    channel = channel_of(asked.channel)
    limits = _limits(services)
    target = (
        check_email(asked.target, limits, at="target")
        if channel is Channel.EMAIL
        else phone_for_code(asked.target, limits, at="target").text
    )
    user_id, now = signed_in.user_id, services.clock()
    about = _about(user_id, channel, target)
    with services.database.write() as connection:
        current = _CURRENT.one(connection, {"user_id": user_id})
        if current is not None and target == current[0 if channel is Channel.EMAIL else 1]:
            refuse("account.same_contact", at="target")
        taken = _is_taken(connection, user_id, channel, target)
        issued = codes.issue(services, connection, about, limits=limits, host=host, decoy=taken)
        if issued.refusal is None:
            until = now + timedelta(seconds=services.config.lifetimes.contact_change)
            _PUT.run(
                connection,
                {
                    "user_id": user_id,
                    "channel": channel.value,
                    "target": target,
                    "session_id": signed_in.session_id,
                    "expires_at": to_text(until),
                },
            )
            if taken:
                _tell_owner(connection, services, channel, target)
            else:
                language = language_of(connection, user_id)
                queue_code(connection, about, issued.code, limits=limits, language=language, now=now)
        state = codes.state_of(services, connection, about, limits=limits)
    if issued.refusal is not None:
        raise Refused(issued.refusal)
    return state


def check(services: Services, signed_in: SignedIn, asked: wire.CheckCode, host: str) -> None:
    """Take the digits that arrived at the new address: it is the account's from then on.

    Raises:
        Refused: ``code.channel``, ``account.no_contact_change``, ``account.contact_taken``, and those of
            ``codes.check``.
    """
    channel = channel_of(asked.channel)
    user_id, now = signed_in.user_id, services.clock()
    key = {"user_id": user_id, "channel": channel.value}
    with services.database.write() as connection:
        _CURRENT.one(connection, {"user_id": user_id})  # locked first, as where a change begins
        row = _FIND.one(connection, {**key, "session_id": signed_in.session_id, "now": to_text(now)})
        if row is None:
            refuse("account.no_contact_change", at="code")
        target = str(row[0])
        about = _about(user_id, channel, target)
        refusal = codes.check(services, connection, about, asked.code, limits=_limits(services))
        if refusal is None:
            if _is_taken(connection, user_id, channel, target):
                refuse("account.contact_taken", at="target")  # somebody registered it meanwhile
            _DROP.run(connection, key)
            _replace(services, connection, signed_in, channel, target, host)
    if refusal is not None:
        raise Refused(refusal)


def _replace(
    services: Services,
    connection: Connection,
    signed_in: SignedIn,
    channel: Channel,
    target: str,
    host: str,
) -> None:
    user_id, now = signed_in.user_id, services.clock()
    current = _CURRENT.one(connection, {"user_id": user_id})
    old_email, old_phone = current if current is not None else ("", "")
    where = {"device_name": signed_in.device_name, "address": host}
    new = masked_target(channel, target)
    if channel is Channel.EMAIL:
        _SET_EMAIL.run(connection, {"user_id": user_id, "target": target})
        # A code on its way to the old address opens nothing any more.
        _END_RECOVERIES.run(connection, {"user_id": user_id, "now": to_text(now)})
        also_to = [old_email] if old_email else []
        note(services, connection, user_id, Happened.EMAIL_CHANGED, **where, also_to=also_to, new=new)
        return
    _SET_PHONE.run(connection, {"user_id": user_id, "target": target})
    note(services, connection, user_id, Happened.PHONE_CHANGED, **where, new=new)
    if old_phone:
        facts = {"at": local(now), "new": new}
        template = Happened.PHONE_CHANGED.value
        queue(
            connection,
            channel=Channel.SMS,
            to=old_phone,
            template=template,
            facts=facts,
            language=language_of(connection, user_id),
            now=now,
        )


def _tell_owner(connection: Connection, services: Services, channel: Channel, target: str) -> None:
    queue(
        connection,
        channel=channel,
        to=target,
        template="registration.address_known",
        facts={},
        language="id",
        now=services.clock(),
    )


def _is_taken(connection: Connection, user_id: str, channel: Channel, target: str) -> bool:
    return _TAKEN[channel].one(connection, {"target": target, "user_id": user_id}) is not None


def _about(user_id: str, channel: Channel, target: str) -> CodeFor:
    return CodeFor(purpose=CodePurpose.CONTACT, owner=user_id, channel=channel, target=target)


def _limits(services: Services) -> Limits:
    return services.registration.at(services.today()).limits
