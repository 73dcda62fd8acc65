"""The outbox as the services see it."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Collection, Mapping
from datetime import datetime, timedelta

import msgspec
from sqlalchemy import Connection, bindparam, delete, select

from inaproc_core.errors import Refusal, Refused, refuse
from inaproc_core.orders.commands import Command, SaveDraft
from inaproc_core.orders.model import Order
from inaproc_core.roles import Actor
from inaproc_core.wire.codec import decode_command
from inaproc_core.wire.messages import Envelope
from inaproc_desktop.ports.data import Deed, DeedFile
from inaproc_desktop.ports.ui import ChangeSet, Clock
from inaproc_desktop.storage import queue
from inaproc_desktop.storage.base import BaseRows
from inaproc_desktop.storage.draft_leaving import adopt_answer, leave_with, revision_to_submit
from inaproc_desktop.storage.overlay import Overlay
from inaproc_desktop.storage.records import queued_deed, record_of, settled_deed
from inaproc_desktop.storage.schema import JOURNAL, OUTBOX, TRAY
from inaproc_desktop.storage.work import WorkDatabase

_IN_OUTBOX = select(OUTBOX).where(OUTBOX.c.cmd_id == bindparam("cmd_id"))
_IN_JOURNAL = select(JOURNAL).where(JOURNAL.c.cmd_id == bindparam("cmd_id"))


class LocalOutbox:
    """Implements ``ports.data.Outbox``. It holds the deeds of the person, whatever access they used."""

    def __init__(
        self,
        work: WorkDatabase,
        base: BaseRows,
        overlay: Overlay,
        clock: Clock,
        device_id: str,
        *,
        client_version: str = "",
        bits: queue.Bits = secrets.randbits,
        offset: Callable[[], timedelta] = timedelta,
    ) -> None:
        self._work = work
        self._base = base
        self._overlay = overlay
        self._clock = clock
        self._device_id = device_id
        self._client_version = client_version
        self._bits = bits
        self._offset = offset

    def put(
        self,
        command: Command,
        *,
        actor: Actor,
        order_id: str,
        base_rev: int,
        guards: Mapping[str, str | int] | None = None,
        not_after: datetime | None = None,
        clear_draft: str = "",
        answers: Collection[str] = (),
    ) -> tuple[str, ChangeSet]:
        """Store a command durably and return its id; drafts and answered cards go in the same transaction."""
        with self._work.new_work() as connection:
            _put_away(connection, answers)
            if clear_draft:
                base_rev = revision_to_submit(connection, actor.access_id, clear_draft, base_rev)
            cmd_id = queue.put(
                connection,
                command,
                actor=actor,
                order_id=order_id,
                base_rev=base_rev,
                device_id=self._device_id,
                now=self._clock.now(),
                guards=guards,
                not_after=not_after,
                client_version=self._client_version,
                bits=self._bits,
                offset=self._offset(),
            )
            if isinstance(command, SaveDraft):
                adopt_answer(
                    connection,
                    actor.access_id,
                    command,
                    order_id=order_id,
                    cmd_id=cmd_id,
                    base_rev=base_rev,
                    now=self._clock.now(),
                )
            if clear_draft:
                leave_with(connection, actor.access_id, clear_draft, cmd_id)
        of_draft = clear_draft or isinstance(command, SaveDraft)
        kinds = ("deed", "order", "rup", "draft") if of_draft else ("deed", "order", "rup")
        return cmd_id, ChangeSet.of(*kinds, ids=(order_id, cmd_id, *answers))

    def file(self, cmd_id: str) -> DeedFile | None:
        """Return one deed with its command and with what the person looked at; ``None`` when unknown."""
        with self._work.read() as connection:
            row = connection.execute(_IN_OUTBOX, {"cmd_id": cmd_id}).first()
            if row is None:
                row = connection.execute(_IN_JOURNAL, {"cmd_id": cmd_id}).first()
        if row is None:
            return None
        deed = settled_deed(row) if hasattr(row, "settled_at") else queued_deed(record_of(row))
        envelope = msgspec.json.decode(row.envelope, type=Envelope)
        try:
            command = decode_command(envelope.type, envelope.type_version, envelope.payload)
        except Refused:  # made by a newer program: kept and shown, not compared
            command = None
        return DeedFile(deed=deed, command=command, seen=_seen(row.seen))

    def expected_refusal(self, command: Command, actor: Actor, order_id: str) -> Refusal | None:
        """Return why the rules of this machine would refuse a command now, or ``None``."""
        return self._overlay.expected_refusal(command, actor, order_id)

    def deeds(self) -> tuple[Deed, ...]:
        """Return everything not yet settled and every refused or conflicting deed not yet answered."""
        with self._work.read() as connection:
            pending = self._overlay.snapshot(connection).pending
        every = (deed for deeds in pending.values() for deed in deeds)
        return tuple(sorted(every, key=lambda deed: deed.made_at))

    def recent(self, limit: int = 50) -> tuple[Deed, ...]:
        """Return settled deeds, newest first."""
        with self._work.read() as connection:
            rows = connection.execute(select(JOURNAL).order_by(JOURNAL.c.cmd_id.desc()).limit(limit)).all()
            return tuple(settled_deed(row, self._number(connection, row.order_id)) for row in rows)

    def dismiss(self, *cmd_ids: str) -> ChangeSet:
        """Put away refused or conflicting deeds that the person has answered."""
        with self._work.write() as connection:
            connection.execute(delete(TRAY).where(TRAY.c.cmd_id.in_(cmd_ids)))
        return ChangeSet.of("deed", "order", ids=cmd_ids)

    def withdraw(self, cmd_id: str) -> ChangeSet:
        """Take back a deed that has not been sent, or that the backend holds undecided.

        Raises:
            Refused: ``outbox.sent_already`` when it is on its way or answered; ``outbox.later_depends``
                while a later deed on the same order builds on it.
        """
        with self._work.write() as connection:
            record = queue.record(connection, cmd_id)
            if record is None or not record.can_be_taken_back:
                refuse("outbox.sent_already")
            if queue.has_later(connection, cmd_id):
                refuse("outbox.later_depends")
            queue.drop(connection, cmd_id)
        return ChangeSet.of("deed", "order", "rup", "draft", ids=(cmd_id, record.order_id))

    def _number(self, connection: Connection, order_id: str) -> str:
        order = self._base.order(connection, order_id)
        return order.number if order is not None else ""


def _put_away(connection: Connection, answered: Collection[str]) -> None:
    """Take the cards of these deeds away; one that the backend holds undecided is dropped with its card.

    Raises:
        Refused: ``outbox.sent_already`` when one of them is on its way, ``outbox.later_depends`` when another
            queued deed builds on it.
    """
    if not answered:
        return
    connection.execute(delete(TRAY).where(TRAY.c.cmd_id.in_(answered)))
    queued = {record.cmd_id: record for record in queue.records(connection)}
    for cmd_id in answered:
        record = queued.get(cmd_id)
        if record is None:
            continue
        if not record.can_be_taken_back:
            refuse("outbox.sent_already")
        builds_on = {one.envelope.depends_on for one in queued.values() if one.cmd_id not in answered}
        if cmd_id in builds_on:
            refuse("outbox.later_depends")
        queue.drop(connection, cmd_id)


def _seen(image: bytes | None) -> Order | None:
    """Return the order as it was looked at; one that cannot be read any more is not shown."""
    try:
        return None if image is None else msgspec.json.decode(image, type=Order)
    except msgspec.DecodeError:
        return None
