"""What the person did, laid over what the backend confirmed: base + outbox through the same rules.

Nothing of it is stored. It is made anew whenever the work file or the catalogue has changed.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Connection, exists, select

from inaproc_core.calendar import Zone, local_date
from inaproc_core.errors import Refusal, Refused
from inaproc_core.orders import commands as c
from inaproc_core.orders.budget import budget_effect
from inaproc_core.orders.context import Context
from inaproc_core.orders.facts import Facts
from inaproc_core.orders.machine import decide, fold
from inaproc_core.orders.model import Order
from inaproc_core.orders.offline import ONLINE_ONLY
from inaproc_core.roles import Actor
from inaproc_desktop.ports.data import Deed
from inaproc_desktop.ports.ui import Clock
from inaproc_desktop.storage import queue
from inaproc_desktop.storage.base import BaseRows
from inaproc_desktop.storage.database import generation_of
from inaproc_desktop.storage.knowledge import Knowledge
from inaproc_desktop.storage.records import Record, queued_deed, settled_deed
from inaproc_desktop.storage.schema import JOURNAL, TRAY
from inaproc_desktop.storage.work import WorkDatabase

_IN_TRAY = select(JOURNAL).where(exists().where(TRAY.c.cmd_id == JOURNAL.c.cmd_id)).order_by(JOURNAL.c.seq)


@dataclass(frozen=True, kw_only=True)
class Snapshot:
    """The overlay at one moment.

    Attributes:
        orders: orders with pending deeds, those applied; all others are as confirmed.
        pending: own deeds per order, oldest first: on the way, or refused and not yet answered.
        held: rupiah per RUP that pending deeds would take (or give back) besides what is confirmed.
    """

    orders: Mapping[str, Order] = field(default_factory=dict)
    pending: Mapping[str, tuple[Deed, ...]] = field(default_factory=dict)
    held: Mapping[str, int] = field(default_factory=dict)


class Overlay:
    """Keeps the newest snapshot; safe from several threads."""

    def __init__(self, work: WorkDatabase, base: BaseRows, knowledge: Knowledge, clock: Clock) -> None:
        self._work = work
        self._base = base
        self._knowledge = knowledge
        self._clock = clock
        self._lock = threading.Lock()
        self._made_for: tuple[int, int] | None = None
        self._snapshot = Snapshot()

    def snapshot(self, connection: Connection) -> Snapshot:
        """Return the overlay, made anew if anything has changed."""
        generation = generation_of(connection)
        if generation is None:
            return self._make(connection)
        with self._lock:
            now = (generation, self._knowledge.freshness())
            if self._made_for != now:
                self._snapshot = self._make(connection)
                self._made_for = now
            return self._snapshot

    def expected_refusal(self, command: c.Command, actor: Actor, order_id: str) -> Refusal | None:
        """Return why a command would be refused now, or ``None``."""
        with self._work.read() as connection:
            snapshot = self.snapshot(connection)
            order = snapshot.orders.get(order_id) or self._base.order(connection, order_id)
            facts = self._knowledge.facts(connection, command, order, actor, snapshot.held)
        decision = decide(order, command, actor, facts, self._context(facts, self._clock.now()))
        return decision if isinstance(decision, Refusal) else None

    def _make(self, connection: Connection) -> Snapshot:
        orders: dict[str, Order] = {}
        held: dict[str, int] = {}
        pending: dict[str, tuple[Deed, ...]] = {}
        for row in connection.execute(_IN_TRAY):
            refused = settled_deed(row, self._number(connection, row.order_id))
            pending[row.order_id] = (*pending.get(row.order_id, ()), refused)
        for record in queue.records(connection):
            before = orders.get(record.order_id) or self._base.order(connection, record.order_id)
            after, refusal = self._applied(connection, record, before, held)
            if after is not None:
                orders[record.order_id] = after
                effect = budget_effect(before, after) if after is not before else None
                if effect is not None:
                    held[effect.rup_code] = held.get(effect.rup_code, 0) + effect.reserve + effect.commit
            number = after.number if after is not None else ""
            deed = queued_deed(record, order_number=number, predicted=refusal)
            pending[record.order_id] = (*pending.get(record.order_id, ()), deed)
        return Snapshot(orders=orders, pending=pending, held=held)

    def _number(self, connection: Connection, order_id: str) -> str:
        order = self._base.order(connection, order_id)
        return order.number if order is not None else ""

    def _applied(
        self, connection: Connection, record: Record, order: Order | None, held: Mapping[str, int]
    ) -> tuple[Order | None, Refusal | None]:
        """Return the order after a pending command, and why it will probably be refused if so."""
        try:
            command = record.command()
        except Refused as refused:  # written by a newer program: kept and sent, not predicted
            return order, refused.refusal
        if isinstance(command, ONLINE_ONLY) or not record.counts:
            return order, None
        if order is not None and order.revision > record.envelope.base_rev:
            # Its own row may have arrived before its ack; or somebody else acted: the backend will say.
            return order, None
        facts = self._knowledge.facts(connection, command, order, record.actor, held)
        decision = decide(order, command, record.actor, facts, self._context(facts, record.made_at))
        if isinstance(decision, Refusal):
            return order, decision
        return fold(order, decision, record.order_id), None

    def _context(self, facts: Facts, now: datetime) -> Context:
        """Return the rules of the local day at the satker's place."""
        knowledge, satker = self._knowledge, facts.satker
        day = local_date(now, satker.zone if satker is not None else Zone.WIB)
        policy = knowledge.policy.at(day, satker.region_code if satker is not None else None)
        return Context(policy=policy, calendar=knowledge.calendar, now=now)
