"""Rows of outbox and journal as values, and how a screen sees them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import Row

from inaproc_core.errors import Refusal
from inaproc_core.orders.commands import Command
from inaproc_core.roles import Actor
from inaproc_core.wire.codec import decode_command
from inaproc_core.wire.messages import Envelope, Outcome
from inaproc_desktop.ports.data import Deed, DeedState


class QueueState(StrEnum):
    """Where a row of the outbox stands. ``ANSWERED``: the outcome is known, its ack row is still to come."""

    WAITING = "waiting"
    SENDING = "sending"
    ANSWERED = "answered"
    PARKED = "parked"


_DEED_STATES = {
    QueueState.WAITING: DeedState.WAITING,
    QueueState.SENDING: DeedState.SENDING,
    QueueState.PARKED: DeedState.PARKED,
}
_OUTCOMES = {
    "ok": DeedState.ACCEPTED,
    "conflict": DeedState.CONFLICT,
    "rejected": DeedState.REFUSED,
    "skipped": DeedState.REFUSED,
}


@dataclass(frozen=True, kw_only=True)
class Record:
    """One command of the outbox. ``uncertain``: it was sent at least once and may have arrived."""

    cmd_id: str
    order_id: str
    raw: bytes
    envelope: Envelope
    actor: Actor
    made_at: datetime
    state: QueueState
    attempts: int
    uncertain: bool
    last_error: str
    outcome: Outcome | None

    @property
    def can_be_taken_back(self) -> bool:
        """Whether it certainly never reached the backend, or is held there undecided."""
        return self.state is QueueState.PARKED or (self.state is QueueState.WAITING and not self.uncertain)

    @property
    def never_arrived(self) -> bool:
        """Whether the backend certainly never saw it, so that another one may take its place unasked."""
        return self.state is QueueState.WAITING and not self.uncertain and self.outcome is None

    def command(self) -> Command:
        """Return the command that the envelope carries."""
        return decode_command(self.envelope.type, self.envelope.type_version, self.envelope.payload)

    @property
    def counts(self) -> bool:
        """Whether its effect is to be shown: undecided, or accepted and only waiting for its row."""
        return self.outcome is None or still_counts(self.outcome)


def still_counts(outcome: Outcome) -> bool:
    """Return whether a command with this outcome is accepted or undecided; kept in the row as ``counts``."""
    return outcome.outcome in {"ok", "parked", "retry"}


class OutboxRow(NamedTuple):
    """The columns of the outbox that make a ``Record``."""

    cmd_id: str
    order_id: str
    envelope: bytes
    actor: bytes
    made_at: str
    state: str
    attempts: int
    uncertain: int
    last_error: str
    outcome: bytes | None


def record_of(row: OutboxRow | Row[Any]) -> Record:
    """Return a row of the outbox as a value."""
    return Record(
        cmd_id=row.cmd_id,
        order_id=row.order_id,
        raw=row.envelope,
        envelope=msgspec.json.decode(row.envelope, type=Envelope),
        actor=msgspec.json.decode(row.actor, type=Actor),
        made_at=datetime.fromisoformat(row.made_at),
        state=QueueState(row.state),
        attempts=row.attempts,
        uncertain=bool(row.uncertain),
        last_error=row.last_error,
        outcome=None if row.outcome is None else msgspec.json.decode(row.outcome, type=Outcome),
    )


def queued_deed(record: Record, *, order_number: str = "", predicted: Refusal | None = None) -> Deed:
    """Return a command that is not settled as a screen sees it."""
    state = _DEED_STATES.get(record.state)
    if state is None:  # answered: a refusal is told at once, an "ok" only with its row
        told = _OUTCOMES.get(record.outcome.outcome) if record.outcome is not None else None
        state = told if told is not None and told is not DeedState.ACCEPTED else DeedState.SENDING
    return Deed(
        cmd_id=record.cmd_id,
        command=record.envelope.type,
        order_id=record.order_id,
        state=state,
        made_at=record.made_at,
        payload=record.envelope.payload,
        attempts=record.attempts,
        last_error=record.last_error,
        predicted=predicted,
        outcome=record.outcome,
        order_number=order_number,
        actor=record.actor,
        uncertain=record.uncertain,
        not_after=record.envelope.not_after,
        depends_on=record.envelope.depends_on,
    )


def settled_deed(row: Row[Any], order_number: str = "") -> Deed:
    """Return a row of the journal as a screen sees it."""
    outcome = msgspec.json.decode(row.outcome, type=Outcome)
    envelope = msgspec.json.decode(row.envelope, type=Envelope)
    return Deed(
        cmd_id=row.cmd_id,
        command=row.command,
        order_id=row.order_id,
        state=_OUTCOMES.get(outcome.outcome, DeedState.REFUSED),
        made_at=datetime.fromisoformat(row.made_at),
        payload=envelope.payload,
        attempts=row.attempts,
        outcome=outcome,
        order_number=outcome.number or order_number,
        actor=msgspec.json.decode(row.actor, type=Actor),
        not_after=envelope.not_after,
        depends_on=envelope.depends_on,
        settled_at=datetime.fromisoformat(row.settled_at) if row.settled_at else None,
    )
