"""The outbox as the services see it."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Connection, delete, select

from inaproc_core.errors import refuse
from inaproc_core.orders.commands import Command
from inaproc_core.roles import Actor
from inaproc_desktop.ports.data import Deed
from inaproc_desktop.ports.ui import ChangeSet, Clock
from inaproc_desktop.storage import queue
from inaproc_desktop.storage.base import BaseRows
from inaproc_desktop.storage.overlay import Overlay
from inaproc_desktop.storage.records import settled_deed
from inaproc_desktop.storage.schema import DRAFTS, JOURNAL, TRAY
from inaproc_desktop.storage.work import WorkDatabase


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
    ) -> None:
        self._work = work
        self._base = base
        self._overlay = overlay
        self._clock = clock
        self._device_id = device_id
        self._client_version = client_version
        self._bits = bits

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
    ) -> tuple[str, ChangeSet]:
        """Store a command durably and return its id; ``clear_draft`` goes in the same transaction."""
        with self._work.write() as connection:
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
            )
            if clear_draft:
                connection.execute(
                    delete(DRAFTS).where(DRAFTS.c.access_id == actor.access_id, DRAFTS.c.id == clear_draft)
                )
        kinds = ("deed", "order", "rup", "draft") if clear_draft else ("deed", "order", "rup")
        return cmd_id, ChangeSet.of(*kinds, ids=(order_id, cmd_id))

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

    def dismiss(self, cmd_id: str) -> ChangeSet:
        """Put away a refused or conflicting deed that the person has answered."""
        with self._work.write() as connection:
            connection.execute(delete(TRAY).where(TRAY.c.cmd_id == cmd_id))
        return ChangeSet.of("deed", ids=(cmd_id,))

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
            of_order = [one for one in queue.records(connection) if one.order_id == record.order_id]
            if of_order[-1].cmd_id != cmd_id:
                refuse("outbox.later_depends")
            queue.drop(connection, cmd_id)
        return ChangeSet.of("deed", "order", "rup", ids=(cmd_id, record.order_id))

    def _number(self, connection: Connection, order_id: str) -> str:
        order = self._base.order(connection, order_id)
        return order.number if order is not None else ""
