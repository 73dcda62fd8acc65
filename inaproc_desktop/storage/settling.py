"""The work file as the sync engine uses it: what to send next, and how answers settle (protocol.md 2.9)."""

from __future__ import annotations

import logging
import secrets
import sys
from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import datetime, timedelta
from itertools import islice

import msgspec
from sqlalchemy import Connection, select

from inaproc_core.errors import Refusal
from inaproc_core.orders.commands import Command
from inaproc_core.roles import Actor
from inaproc_core.wire.codec import to_json
from inaproc_core.wire.messages import Outcome, PullRequest, RawPullAnswer
from inaproc_desktop.ports.data import Deed
from inaproc_desktop.ports.sync import Counts, Queued
from inaproc_desktop.ports.ui import ChangeSet, Clock
from inaproc_desktop.ports.world import NOT_SENT
from inaproc_desktop.storage import queue
from inaproc_desktop.storage.checkpoints import Checkpoints
from inaproc_desktop.storage.records import QueueState, Record, queued_deed, settled_deed, still_counts
from inaproc_desktop.storage.schema import JOURNAL
from inaproc_desktop.storage.sql import Sql, names
from inaproc_desktop.storage.staging import IN_MEMORY
from inaproc_desktop.storage.work import WorkDatabase

_LOG = logging.getLogger(__name__)


class LocalWorkFile:
    """Implements ``ports.sync.WorkFile``."""

    def __init__(
        self,
        work: WorkDatabase,
        clock: Clock,
        device_id: str,
        *,
        others: Callable[[], int] = lambda: 0,
        client_version: str = "",
        bits: queue.Bits = secrets.randbits,
        staged_bytes: int = IN_MEMORY,
        offset: Callable[[], timedelta] = timedelta,
    ) -> None:
        """Open for sending; what was under way when the program ended last time is sent again.

        Args:
            work: the work file.
            clock: stamps online-only commands.
            device_id: written into envelopes.
            others: counts unsent commands of other people on this machine.
            client_version: written into envelopes.
            bits: makes ids of commands.
            staged_bytes: how much of a pull that is not complete is held in memory.
            offset: what is added to the computer's clock for the backend's time.
        """
        self._work = work
        self._clock = clock
        self._others = others
        self._device_id = device_id
        self._client_version = client_version
        self._bits = bits
        self._offset = offset
        self._awaited: set[str] = set()
        self._counted: tuple[int, Counts] | None = None
        with work.write() as connection:
            _UNSTAGE.run(connection)  # a pull that was under way begins again
            _LEFT_OVER.run(connection)
        self._checkpoints = Checkpoints(work, clock, staged_bytes=staged_bytes)

    def due(self, *, most: int = sys.maxsize, without: Collection[str] = ()) -> tuple[Queued, ...]:
        """Return the next command to send of each order, in the order they were made.

        One that is marked as being sent was left so by a disk that failed in between: only one thread sends,
        and it is the one that asks. What a person waits for right now is left to them.
        """
        with self._work.read() as connection:
            heads = queue.heads(connection)
            due = (cmd_id for cmd_id, state in heads if cmd_id not in without and self._is_due(cmd_id, state))
            records = (queue.record(connection, cmd_id) for cmd_id in islice(due, most))
            return tuple(_queued(record) for record in records if record is not None)

    def _is_due(self, cmd_id: str, state: QueueState) -> bool:
        return state is QueueState.WAITING or cmd_id not in self._awaited

    def queued(self, cmd_id: str) -> Queued | None:
        """Return one command that has not been settled."""
        with self._work.read() as connection:
            record = queue.record(connection, cmd_id)
        return None if record is None else _queued(record)

    def earlier(self, cmd_id: str) -> bool:
        """Return whether an older command of the same order is still to be sent or decided."""
        with self._work.read() as connection:
            return queue.has_earlier(connection, cmd_id)

    def enqueue(
        self, command: Command, *, actor: Actor, order_id: str, base_rev: int
    ) -> tuple[str, ChangeSet]:
        """Store an online-only command durably before it is sent; returns its id."""
        with self._work.write() as connection:
            cmd_id = queue.put(
                connection,
                command,
                actor=actor,
                order_id=order_id,
                base_rev=base_rev,
                device_id=self._device_id,
                now=self._clock.now(),
                client_version=self._client_version,
                bits=self._bits,
                offset=self._offset(),
                state=QueueState.SENDING,  # so that a round running beside does not send it too
            )
            self._awaited.add(cmd_id)
        return cmd_id, _deeds_changed((cmd_id, order_id))

    def release(self, cmd_id: str) -> None:
        """Leave an online-only command to the rounds: nobody waits for it any more."""
        self._awaited.discard(cmd_id)

    def begin(self, cmd_ids: Sequence[str]) -> ChangeSet:
        """Note that these are being sent."""
        with self._work.write() as connection:
            _BEGIN.run(connection, (names(cmd_ids),))
            ids = _with_orders(connection, cmd_ids)
        return ChangeSet.of("deed", ids=ids, initiator="sync")

    def answered(self, outcomes: Sequence[Outcome]) -> ChangeSet:
        """Note what the backend answered. Nothing leaves the outbox before its ack row arrives."""
        with self._work.write() as connection:
            for outcome in outcomes:
                state = _STATE_AFTER.get(outcome.outcome, QueueState.ANSWERED)
                counts, told = int(still_counts(outcome)), to_json(outcome)
                _ANSWER.run(connection, (state.value, told, _trouble(outcome), counts, outcome.cmd_id))
            ids = _with_orders(connection, [outcome.cmd_id for outcome in outcomes])
        return _deeds_changed(ids)

    def unanswered(self, cmd_ids: Sequence[str], code: str) -> ChangeSet:
        """Note that these were not answered, and why. What was parked and not sent stays parked."""
        maybe_sent = code not in NOT_SENT
        with self._work.write() as connection:
            parked = [
                cmd_id
                for cmd_id, outcome in _OUTCOMES.all(connection, (names(cmd_ids),))
                if not maybe_sent and _was_parked(outcome)
            ]
            _BACK.run(connection, (code, int(maybe_sent), names(cmd_ids)))
            if parked:
                _PARK_AGAIN.run(connection, (names(parked),))
            ids = _with_orders(connection, cmd_ids)
        return _deeds_changed(ids)

    def refuse(self, cmd_id: str, refusal: Refusal, sentence: str) -> ChangeSet:
        """Settle a command that the backend will never take (malformed, id used twice): journal and tray."""
        outcome = Outcome(
            cmd_id=cmd_id,
            outcome="rejected",
            code=refusal.code,
            field=refusal.field,
            facts=dict(refusal.facts),
            sentence=sentence,
        )
        with self._work.write() as connection:
            ids = _with_orders(connection, (cmd_id,))
            settle(connection, outcome, self._clock.now())
        return _deeds_changed(ids)

    def forget(self, cmd_id: str) -> ChangeSet:
        """Drop a command that certainly never left this machine, unless a later one builds on it."""
        with self._work.write() as connection:
            ids = _with_orders(connection, (cmd_id,))
            record = queue.record(connection, cmd_id)
            if record is not None and not record.uncertain and not queue.has_later(connection, cmd_id):
                queue.drop(connection, cmd_id)
        return _deeds_changed(ids)

    def deed(self, cmd_id: str) -> Deed | None:
        """Return a command as a screen sees it, settled or not."""
        with self._work.read() as connection:
            record = queue.record(connection, cmd_id)
            if record is not None:
                return queued_deed(record)
            row = connection.execute(select(JOURNAL).where(JOURNAL.c.cmd_id == cmd_id)).first()
        return None if row is None else settled_deed(row)

    def position(self) -> PullRequest:
        """Return where the last page of the pull under way ended, or where the file stands."""
        return self._checkpoints.position()

    def apply(self, answer: RawPullAnswer) -> ChangeSet:
        """Take a page of a pull; with the last one everything is applied, all or nothing.

        What came before a link that broke is kept for the next attempt, as long as the program runs.

        Raises:
            WorldFailed: ``world.answer`` when numbers are missing: the scopes concerned are fetched anew, and
                until then what is held stays to be seen. ``sync.held`` when most of a scope would be deleted
                without the backend having taken it away: nothing is applied, and it is asked for again.
                The outbox is left alone.
        """
        at = self._clock.now()
        return self._checkpoints.take(answer, lambda connection, outcome: settle(connection, outcome, at))

    def agree_to_deletions(self) -> None:
        """Let the next checkpoint through however much it deletes: the person has seen how much."""
        self._checkpoints.agree_to_deletions()

    def forget_history(self) -> ChangeSet:
        """Drop confirmed rows and cursors: the backend began a new history. The outbox stays."""
        return self._checkpoints.forget_history()

    def counts(self) -> Counts:
        """Count what waits."""
        generation = self._work.generation  # before the reading: what is read is at least this new
        if self._counted is None or self._counted[0] != generation:
            with self._work.read() as connection:
                ((every, parked, tray, synced, held),) = _COUNT.all(connection)
            counts = Counts(
                waiting=every - parked,
                attention=parked + tray,
                synced_at=datetime.fromisoformat(synced) if synced else None,
                held_back=int(held or 0),
            )
            self._counted = generation, counts
        return self._counted[1]

    def others_waiting(self) -> int:
        """Count unsent commands of other people on this machine."""
        return self._others()


_COUNT = Sql(
    "SELECT (SELECT count(*) FROM outbox), (SELECT count(*) FROM outbox WHERE state = 'parked' AND"
    " json_extract(CAST(outcome AS TEXT), '$.code')"
    " NOT IN ('command.unsupported_version', 'command.waiting_attachment')),"
    " (SELECT count(*) FROM tray), (SELECT value FROM settings WHERE key = 'synced_at'),"
    " (SELECT value FROM settings WHERE key = 'held_back')"
)
"""Asked for the status line after every change of a deed. What is released by itself asks nobody anything."""

_THESE = "cmd_id IN (SELECT value FROM json_each(?))"
_UNSTAGE = Sql("DELETE FROM staged")
_LEFT_OVER = Sql("UPDATE outbox SET state = 'waiting', uncertain = 1 WHERE state = 'sending'")
_BEGIN = Sql(f"UPDATE outbox SET state = 'sending', attempts = attempts + 1 WHERE {_THESE}")
_ANSWER = Sql("UPDATE outbox SET state = ?, outcome = ?, last_error = ?, counts = ? WHERE cmd_id = ?")
_OUTCOMES = Sql(f"SELECT cmd_id, outcome FROM outbox WHERE {_THESE}")
_BACK = Sql(
    f"UPDATE outbox SET state = 'waiting', last_error = ?, uncertain = max(uncertain, ?) WHERE {_THESE}"
)
_PARK_AGAIN = Sql(f"UPDATE outbox SET state = 'parked' WHERE {_THESE}")
_PARK = Sql("UPDATE outbox SET state = 'parked', outcome = ?, counts = 1 WHERE cmd_id = ?")
_ORDERS = Sql(f"SELECT order_id FROM outbox WHERE {_THESE}")
_STATE = Sql("SELECT state FROM outbox WHERE cmd_id = ?")
_TO_JOURNAL = Sql(
    "INSERT INTO journal (cmd_id, seq, order_id, command, actor, envelope, made_at, attempts, outcome, seen,"
    " settled_at)"
    " SELECT cmd_id, seq, order_id, command, actor, envelope, made_at, attempts, :outcome, seen, :at"
    " FROM outbox WHERE cmd_id = :cmd_id ON CONFLICT (cmd_id) DO NOTHING"
)
_TO_TRAY = Sql("INSERT INTO tray (cmd_id) VALUES (?) ON CONFLICT (cmd_id) DO NOTHING")

_STATE_AFTER = {"retry": QueueState.WAITING, "parked": QueueState.PARKED}


def settle(connection: Connection, outcome: Outcome, at: datetime) -> bool:
    """Move a command from the outbox to the journal; one that was not taken also to the tray.

    A parked command stays: it is undecided and may be sent again. Returns whether anything changed.
    """
    state = _STATE.value(connection, (outcome.cmd_id,))
    if state is None or outcome.outcome == "retry":
        return False
    if outcome.outcome == "parked":
        if state == QueueState.SENDING.value:
            return False  # an ack of an earlier delivery; this one is under way with a fresh proof
        _PARK.run(connection, (to_json(outcome), outcome.cmd_id))
        return True
    values = {"cmd_id": outcome.cmd_id, "outcome": to_json(outcome), "at": at.isoformat()}
    _TO_JOURNAL.run(connection, values)
    if outcome.outcome != "ok":
        _TO_TRAY.run(connection, (outcome.cmd_id,))
    queue.drop(connection, outcome.cmd_id)
    return True


def _queued(record: Record) -> Queued:
    return Queued(
        cmd_id=record.cmd_id, order_id=record.order_id, envelope=record.raw, attempts=record.attempts
    )


def _was_parked(outcome: bytes | None) -> bool:
    return outcome is not None and msgspec.json.decode(outcome, type=Outcome).outcome == "parked"


def _trouble(outcome: Outcome) -> str:
    return outcome.code if outcome.outcome in {"retry", "parked"} else ""


def _with_orders(connection: Connection, cmd_ids: Sequence[str]) -> list[str]:
    """Return commands and their orders: a page that shows one order listens for that order alone."""
    return [*cmd_ids, *(order_id for (order_id,) in _ORDERS.all(connection, (names(cmd_ids),)))]


def _deeds_changed(ids: Iterable[str]) -> ChangeSet:
    return ChangeSet.of("deed", "order", "rup", ids=ids, initiator="sync")
