"""The outbox table: putting commands in, and reading them back in order."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from sqlalchemy import Connection

from inaproc_core.orders.attaching import attachments_of
from inaproc_core.orders.commands import Command
from inaproc_core.roles import Actor
from inaproc_core.values import uuid7
from inaproc_core.wire.codec import COMMANDS, encode_command, to_json
from inaproc_core.wire.messages import Envelope
from inaproc_desktop.storage.records import OutboxRow, QueueState, Record, record_of
from inaproc_desktop.storage.sql import Sql

_RANDOM_BITS = 74
_MILLISECOND = timedelta(milliseconds=1)
# What the person looked at is read for one card at a time, never with the whole queue.
_RECORD = f"SELECT {', '.join(OutboxRow._fields)} FROM outbox"
_ALL = Sql(f"{_RECORD} ORDER BY seq")
_ONE = Sql(f"{_RECORD} WHERE cmd_id = ?")
_NEWEST_NUMBER = Sql("SELECT seq FROM sqlite_sequence WHERE name = 'outbox'")
_BEFORE = Sql("SELECT cmd_id FROM outbox WHERE order_id = ? AND counts = 1 ORDER BY seq DESC LIMIT 1")
_LATER = Sql(
    """
    SELECT 1 FROM outbox JOIN outbox AS mine ON mine.cmd_id = ?
    WHERE outbox.order_id = mine.order_id AND outbox.seq > mine.seq
    """
)
_EARLIER = Sql(
    """
    SELECT 1 FROM outbox JOIN outbox AS mine ON mine.cmd_id = ?
    WHERE outbox.order_id = mine.order_id AND outbox.seq < mine.seq AND outbox.counts = 1
    AND outbox.state <> 'answered'
    """
)
_HEADS = Sql(
    """
    SELECT cmd_id, state FROM outbox WHERE state IN ('waiting', 'sending') AND counts = 1
    AND NOT EXISTS (SELECT 1 FROM outbox AS older WHERE older.order_id = outbox.order_id
    AND older.seq < outbox.seq AND older.counts = 1) ORDER BY seq
    """
)
_SEEN = Sql("SELECT row FROM base WHERE kind = 'order' AND entity = ? ORDER BY scope LIMIT 1")
_PUT = Sql(
    """
    INSERT INTO outbox (seq, cmd_id, order_id, command, actor, envelope, made_at, state, attempts, uncertain,
    last_error, seen, counts) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, 0, '', ?, 1)
    """
)
_DROP = Sql("DELETE FROM outbox WHERE cmd_id = ?")

Bits = Callable[[int], int]
"""Returns an integer of so many random bits; composition roots leave the machine's own."""


def put(
    connection: Connection,
    command: Command,
    *,
    actor: Actor,
    order_id: str,
    base_rev: int,
    device_id: str,
    now: datetime,
    guards: Mapping[str, str | int] | None = None,
    not_after: datetime | None = None,
    client_version: str = "",
    state: QueueState = QueueState.WAITING,
    bits: Bits = secrets.randbits,
    offset: timedelta = timedelta(0),
) -> str:
    """Store a command and return its id. Its bytes are made here, once.

    ``now`` is the backend's time as far as it is known, ``offset`` what was added to the computer's clock for
    it: the envelope tells both, as evidence.
    """
    cmd_id = uuid7(now, bits(_RANDOM_BITS))
    seq = 1 + (_NEWEST_NUMBER.value(connection) or 0)
    before = _BEFORE.value(connection, (order_id,))
    name, payload = encode_command(command)
    named = attachments_of(command)
    envelope = Envelope(
        cmd_id=cmd_id,
        type=name,
        type_version=COMMANDS.written(name),
        acting_as=actor.access_id,
        aggregate=order_id,
        base_rev=base_rev,
        payload=payload,
        device_id=device_id,
        seq=seq,
        guards=dict(guards or {}),
        not_after=not_after,
        depends_on=before or "",
        attachments=[one.sha256 for one in named],
        made_at=now - offset,
        clock_offset_ms=round(offset / _MILLISECOND),
        client_version=client_version,
    )
    seen = _SEEN.value(connection, (order_id,))
    body, who = to_json(envelope), to_json(actor)
    _PUT.run(connection, (seq, cmd_id, order_id, name, who, body, now.isoformat(), state.value, seen))
    return cmd_id


def records(connection: Connection) -> list[Record]:
    """Return everything that is not settled, in the order it was made."""
    return [record_of(OutboxRow(*row)) for row in _ALL.all(connection)]


def record(connection: Connection, cmd_id: str) -> Record | None:
    """Return one command that is not settled."""
    row = _ONE.one(connection, (cmd_id,))
    return None if row is None else record_of(OutboxRow(*row))


def heads(connection: Connection) -> list[tuple[str, QueueState]]:
    """Return the oldest command of each order that still counts, where it is waiting or being sent."""
    return [(cmd_id, QueueState(state)) for cmd_id, state in _HEADS.all(connection)]


def has_earlier(connection: Connection, cmd_id: str) -> bool:
    """Return whether an older command of the same order is still to be sent or decided."""
    return _EARLIER.one(connection, (cmd_id,)) is not None


def has_later(connection: Connection, cmd_id: str) -> bool:
    """Return whether a newer command of the same order is in the queue."""
    return _LATER.one(connection, (cmd_id,)) is not None


def drop(connection: Connection, cmd_id: str) -> None:
    """Take a command out without a trace; only for one that was never sent."""
    _DROP.run(connection, (cmd_id,))
