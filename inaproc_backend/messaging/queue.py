"""The queue of messages: written in the transaction of the deed that they tell of, sent after its commit.

A message is sent at least once, also over a restart: whoever sends it claims it for some minutes by a
conditional update, and it stays in the queue until its end is noted. Its id is the same in every attempt
(Message-ID, idempotency key), so that a second delivery can be told from a second message. Once a message is
done its text and address are wiped; a code is not kept longer than it counts.
"""

from __future__ import annotations

import secrets
import threading
import weakref
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import Connection
from sqlalchemy.engine import Engine

from inaproc_backend.accounts.codes import CodeFor, masked_target
from inaproc_backend.messaging.notices import words_of
from inaproc_backend.storage.database import after_commit
from inaproc_backend.storage.statements import Statement
from inaproc_backend.storage.times import from_text, to_text
from inaproc_core.errors import Fact
from inaproc_core.registration.forms import Limits
from inaproc_core.registration.vocabulary import Channel
from inaproc_core.values import ulid

_PUT = Statement(
    """
    INSERT INTO outgoing_messages
        (id, channel, target, template, language, subject, body, status, next_at, expires_at, created_at)
    VALUES (:id, :channel, :target, :template, :language, :subject, :body, 'WAITING', :now, :expires_at, :now)
    """
)
# Codes first: somebody waits for them.
_CLAIM = Statement(
    """
    UPDATE outgoing_messages SET claimed_by = :claimer, claimed_until = :until, attempts = attempts + 1
    WHERE id = (
        SELECT id FROM outgoing_messages
        WHERE status = 'WAITING' AND channel = :channel AND next_at <= :now
          AND (expires_at IS NULL OR expires_at > :now)
          AND (claimed_until IS NULL OR claimed_until <= :now)
        ORDER BY CASE WHEN expires_at IS NULL THEN 1 ELSE 0 END, next_at, id LIMIT 1
        /*pg FOR UPDATE SKIP LOCKED*/
    )
    RETURNING id, channel, target, template, language, subject, body, attempts, created_at, expires_at
    """
)
_END = Statement(
    """
    UPDATE outgoing_messages SET status = :status, target = :masked, subject = '', body = '',
           claimed_by = '', claimed_until = NULL, problem = :problem, done_at = :now
    WHERE id = :id AND claimed_by = :claimer AND status = 'WAITING'
    """
)
_DELAY = Statement(
    """
    UPDATE outgoing_messages SET next_at = :next_at, claimed_by = '', claimed_until = NULL, problem = :problem
    WHERE id = :id AND claimed_by = :claimer AND status = 'WAITING'
    """
)
_EXPIRED = Statement(
    """
    SELECT id, channel, target FROM outgoing_messages
    WHERE status = 'WAITING' AND expires_at <= :now AND (claimed_until IS NULL OR claimed_until <= :now)
    ORDER BY id LIMIT 500
    """
)
_EXPIRE = Statement(
    """
    UPDATE outgoing_messages SET status = 'EXPIRED', target = :masked, subject = '', body = '',
           claimed_by = '', claimed_until = NULL, done_at = :now
    WHERE id = :id AND status = 'WAITING' AND (claimed_until IS NULL OR claimed_until <= :now)
    """
)
_NEXT = Statement(
    """
    SELECT MIN(CASE WHEN claimed_until > next_at THEN claimed_until ELSE next_at END) FROM outgoing_messages
    WHERE status = 'WAITING' AND channel = :channel
    """
)
_SWEEP = Statement("DELETE FROM outgoing_messages WHERE status <> 'WAITING' AND done_at <= :before")

_BELLS: weakref.WeakKeyDictionary[Engine, dict[Channel, threading.Event]] = weakref.WeakKeyDictionary()
_BELLS_LOCK = threading.Lock()


class Status(StrEnum):
    """Where a message stands."""

    WAITING = "WAITING"
    SENT = "SENT"
    DROPPED = "DROPPED"
    """It was for nobody."""
    REFUSED = "REFUSED"
    """The other side refused it for good: no such address."""
    GIVEN_UP = "GIVEN_UP"
    """Tried as often as configured; there is an incident."""
    EXPIRED = "EXPIRED"
    """What it says no longer counts."""


@dataclass(frozen=True, kw_only=True)
class Claimed:
    """A message that this worker has to send now.

    Attributes:
        attempt: 1 for the first.
    """

    id: str
    channel: Channel
    target: str
    template: str
    language: str
    subject: str
    body: str
    attempt: int
    created_at: datetime
    expires_at: datetime | None

    def __repr__(self) -> str:
        """Show neither text nor address: this may end in a log."""
        return f"Claimed({self.id} {self.template} {masked_target(self.channel, self.target)})"


def queue(
    connection: Connection,
    *,
    channel: Channel,
    to: str,
    template: str,
    facts: Mapping[str, Fact],
    language: str,
    now: datetime,
    expires_at: datetime | None = None,
) -> str:
    """Put a message into the queue; it goes out once this transaction is committed.

    Args:
        connection: the writing transaction of the deed.
        channel: email or SMS.
        to: address as stored; empty for nobody: the same work, and nothing goes out.
        template: code in ``notices.<language>.json``.
        facts: what its words need.
        language: ``id`` or ``en``.
        now: the backend's clock.
        expires_at: not sent from then on.

    Returns:
        The id of the message.

    Raises:
        UnknownNoticeError: no such notice for this channel.
    """
    words = words_of(template, channel, facts, language)
    message_id = ulid(now, secrets.randbits(80))
    _PUT.run(
        connection,
        {
            "id": message_id,
            "channel": channel.value,
            "target": to,
            "template": template,
            "language": language,
            "subject": words.subject,
            "body": words.body,
            "now": to_text(now),
            "expires_at": to_text(expires_at) if expires_at else None,
        },
    )
    after_commit(connection, bell(connection.engine, channel).set)
    return message_id


def queue_code(
    connection: Connection,
    about: CodeFor,
    code: str,
    *,
    limits: Limits,
    language: str,
    now: datetime,
    to: str | None = None,
) -> str:
    """Put a one-time code into the queue, under the notice of its purpose (``code.registration`` …).

    Args:
        connection: the transaction that issued it.
        about: what it was issued for.
        code: ``Issued.code``.
        limits: of the rules in force: how long it counts.
        language: ``id`` or ``en``.
        now: the backend's clock.
        to: another address than the target: empty for a decoy that nobody gets.
    """
    return queue(
        connection,
        channel=about.channel,
        to=about.target if to is None else to,
        template=f"code.{about.purpose.value.lower()}",
        facts={"code": code, "seconds": limits.code_seconds},
        language=language,
        now=now,
        expires_at=now + timedelta(seconds=limits.code_seconds),
    )


def bell(engine: Engine, channel: Channel) -> threading.Event:
    """Return what is set whenever a message of this channel was committed in this process."""
    with _BELLS_LOCK:
        return _BELLS.setdefault(engine, {one: threading.Event() for one in Channel})[channel]


def claim(
    connection: Connection, channel: Channel, *, claimer: str, now: datetime, lease: timedelta
) -> Claimed | None:
    """Take the next message that is due; nobody else gets it within the lease."""
    row = _CLAIM.one(
        connection,
        {"channel": channel.value, "claimer": claimer, "now": to_text(now), "until": to_text(now + lease)},
    )
    if row is None:
        return None
    return Claimed(
        id=row[0],
        channel=Channel(row[1]),
        target=row[2],
        template=row[3],
        language=row[4],
        subject=row[5],
        body=row[6],
        attempt=int(row[7]),
        created_at=from_text(row[8]),
        expires_at=from_text(row[9]) if row[9] else None,
    )


def end(
    connection: Connection,
    message: Claimed,
    status: Status,
    *,
    claimer: str,
    now: datetime,
    problem: str = "",
) -> bool:
    """Note how a message ended and wipe it; ``False`` when the claim was lost to another worker."""
    masked = masked_target(message.channel, message.target) if message.target else ""
    row = {"id": message.id, "claimer": claimer, "status": status.value, "masked": masked}
    return _END.run(connection, {**row, "problem": problem, "now": to_text(now)}) == 1


def delay(connection: Connection, message: Claimed, until: datetime, *, claimer: str, problem: str) -> None:
    """Give a message back, to be tried again later."""
    _DELAY.run(
        connection, {"id": message.id, "claimer": claimer, "next_at": to_text(until), "problem": problem}
    )


def expire(connection: Connection, now: datetime) -> int:
    """Wipe what no longer counts and was not sent in time; return how many."""
    rows = _EXPIRED.all(connection, {"now": to_text(now)})
    for message_id, channel, target in rows:
        masked = masked_target(Channel(channel), target) if target else ""
        _EXPIRE.run(connection, {"id": message_id, "masked": masked, "now": to_text(now)})
    return len(rows)


def next_due(connection: Connection, channel: Channel) -> datetime | None:
    """Return when the next message of a channel is to be looked at; ``None`` when none waits."""
    row = _NEXT.one(connection, {"channel": channel.value})
    return from_text(row[0]) if row is not None and row[0] else None


def sweep(connection: Connection, now: datetime, *, keep: timedelta) -> int:
    """Delete the masked rows of messages that ended long ago."""
    return _SWEEP.run(connection, {"before": to_text(now - keep)})
