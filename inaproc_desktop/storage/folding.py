"""Folding pending deeds over confirmed rows, each decided again only when something it rests on has changed.

A deed rests on the order before it, on the confirmed rows that its facts are gathered from, on the money that
deeds before it hold on the same RUP (of whatever order), and on the catalogue. All deeds are gone through in
the order they were made and each is compared with what it rested on last time, so the result is the same as
from nothing; only what has changed costs a decision.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

import msgspec
from sqlalchemy import Connection, select

from inaproc_core.errors import Refusal, Refused
from inaproc_core.orders.budget import BudgetEffect, budget_effect
from inaproc_core.orders.commands import Command
from inaproc_core.orders.facts import OfficialFact, RupFact, SatkerFact
from inaproc_core.orders.machine import decide, fold
from inaproc_core.orders.model import Order
from inaproc_core.orders.offline import ONLINE_ONLY
from inaproc_core.orders.visibility import satker_scope
from inaproc_core.wire.messages import Outcome
from inaproc_desktop.ports.data import Deed
from inaproc_desktop.storage import queue
from inaproc_desktop.storage.base import BaseRows, Version
from inaproc_desktop.storage.knowledge import FactRows, Knowledge, Need
from inaproc_desktop.storage.records import QueueState, Record, queued_deed, settled_deed
from inaproc_desktop.storage.schema import JOURNAL
from inaproc_desktop.storage.sql import Sql

T = TypeVar("T")

_STANDING = Sql(
    "SELECT cmd_id, state, attempts, uncertain, last_error, outcome, order_id FROM outbox ORDER BY seq"
)
_TRAY = Sql(
    "SELECT journal.cmd_id, journal.order_id FROM tray JOIN journal ON journal.cmd_id = tray.cmd_id"
    " ORDER BY journal.seq"
)
_MANY = 20
"""From so many new ones on, the queue is read as a whole."""


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


@dataclass(slots=True, kw_only=True)
class _Decided:
    """What came of a deed, and what it rested on."""

    before: Order | None
    rested_on: tuple[Any, ...]
    after: Order | None
    refusal: Refusal | None
    effect: BudgetEffect | None


@dataclass(slots=True, kw_only=True)
class _Pending:
    """One deed of the outbox as it was last seen."""

    standing: tuple[Any, ...]
    record: Record
    command: Command | None
    needs: tuple[Need, ...]
    decided: _Decided | None = None
    deed: Deed | None = None


class Folding:
    """Makes snapshots, one after the other, for one thread at a time."""

    def __init__(self, base: BaseRows, knowledge: Knowledge) -> None:
        self._base = base
        self._knowledge = knowledge
        self._pending: dict[str, _Pending] = {}
        self._settled: dict[str, Deed] = {}

    def snapshot(self, connection: Connection) -> Snapshot:
        """Return the overlay as the transaction sees things."""
        self._follow_outbox(connection)
        tray = self._follow_tray(connection)
        confirmed = self._confirmed(connection, {order_id for _, order_id in tray})
        versions = self._versions(connection)
        rows = _KnownRows(self._base, versions)
        orders: dict[str, Order] = {}
        held: dict[str, int] = {}
        deeds: dict[str, list[Deed]] = {}
        freshness = self._knowledge.freshness()
        for cmd_id, order_id in tray:
            deeds.setdefault(order_id, []).append(self._settled_deed(cmd_id, confirmed.get(order_id)))
        for one in self._pending.values():
            order_id = one.record.order_id
            before = orders.get(order_id) or confirmed.get(order_id)
            rested_on = (
                freshness,
                one.record.counts,
                *(versions.get(need) for need in one.needs),
                *(held.get(need.entity, 0) for need in one.needs if need.kind == "rup"),
            )
            decided = one.decided
            if decided is None or decided.before is not before or decided.rested_on != rested_on:
                decided = self._decide(connection, one, before, rested_on, held, rows)
                one.decided, one.deed = decided, None
            if decided.after is not None:
                orders[order_id] = decided.after
            effect = decided.effect
            if effect is not None:
                held[effect.rup_code] = held.get(effect.rup_code, 0) + effect.reserve + effect.commit
            if one.deed is None:
                number = decided.after.number if decided.after is not None else ""
                one.deed = queued_deed(one.record, order_number=number, predicted=decided.refusal)
            deeds.setdefault(order_id, []).append(one.deed)
        pending = {order_id: tuple(of_order) for order_id, of_order in deeds.items()}
        return Snapshot(orders=orders, pending=pending, held=held)

    # ---- what there is

    def _follow_outbox(self, connection: Connection) -> None:
        """Take over what changed in the outbox; the bytes of a command never do."""
        standing = {row[0]: row for row in _STANDING.all(connection)}
        unknown = [cmd_id for cmd_id in standing if cmd_id not in self._pending]
        records = _records(connection, unknown)
        followed: dict[str, _Pending] = {}
        for cmd_id, now in standing.items():
            one = self._pending.get(cmd_id)
            if one is None:
                one = self._new(records[cmd_id], now)
            elif one.standing != now:
                one.record, one.standing, one.deed = _moved_on(one.record, now), now, None
            followed[cmd_id] = one
        self._pending = followed

    def _new(self, record: Record, standing: tuple[Any, ...]) -> _Pending:
        try:
            command = record.command()
        except Refused:  # written by a newer program: kept and sent, not predicted
            return _Pending(standing=standing, record=record, command=None, needs=())
        needs = self._knowledge.needs(command, record.actor)
        return _Pending(standing=standing, record=record, command=command, needs=needs)

    def _follow_tray(self, connection: Connection) -> list[tuple[str, str]]:
        tray = [(cmd_id, order_id) for cmd_id, order_id in _TRAY.all(connection)]
        for cmd_id, _ in tray:
            if cmd_id not in self._settled:
                row = connection.execute(select(JOURNAL).where(JOURNAL.c.cmd_id == cmd_id)).one()
                self._settled[cmd_id] = settled_deed(row)
        if len(self._settled) > len(tray):
            left = {cmd_id for cmd_id, _ in tray}
            self._settled = {cmd_id: deed for cmd_id, deed in self._settled.items() if cmd_id in left}
        return tray

    def _settled_deed(self, cmd_id: str, order: Order | None) -> Deed:
        deed = self._settled[cmd_id]
        if deed.order_number or order is None or not order.number:
            return deed
        return replace(deed, order_number=order.number)

    def _confirmed(self, connection: Connection, more: Collection[str]) -> dict[str, Order]:
        wanted = {one.record.order_id for one in self._pending.values()} | set(more)
        found = self._base.versions(connection, "order", wanted)
        return {
            order_id: self._base.decoded(connection, (scope, "order", order_id), version, Order)
            for order_id, (scope, version) in found.items()
        }

    def _versions(self, connection: Connection) -> dict[Need, tuple[str, Version]]:
        wanted: dict[str, dict[str, Need]] = {}
        for one in self._pending.values():
            for need in one.needs:
                wanted.setdefault(need.kind, {})[need.entity] = need
        return {
            needs[entity]: version
            for kind, needs in wanted.items()
            for entity, version in self._base.versions(connection, kind, needs.keys()).items()
        }

    # ---- deciding

    def _decide(
        self,
        connection: Connection,
        one: _Pending,
        before: Order | None,
        rested_on: tuple[Any, ...],
        held: Mapping[str, int],
        rows: FactRows,
    ) -> _Decided:
        after, refusal = self._applied(connection, one, before, held, rows)
        changed = after is not None and after is not before
        effect = budget_effect(before, after) if changed and after is not None else None
        return _Decided(before=before, rested_on=rested_on, after=after, refusal=refusal, effect=effect)

    def _applied(
        self,
        connection: Connection,
        one: _Pending,
        order: Order | None,
        held: Mapping[str, int],
        rows: FactRows,
    ) -> tuple[Order | None, Refusal | None]:
        """Return the order after a pending command, and why it will probably be refused if so."""
        record, command = one.record, one.command
        if command is None or isinstance(command, ONLINE_ONLY) or not record.counts:
            return order, None
        if order is not None and order.revision > record.envelope.base_rev:
            # Its own row may have arrived before its ack; or somebody else acted: the backend will say.
            return order, None
        knowledge = self._knowledge
        facts = knowledge.facts(connection, command, order, record.actor, held, rows=rows)
        decision = decide(order, command, record.actor, facts, knowledge.context(facts, record.made_at))
        if isinstance(decision, Refusal):
            return order, decision
        return fold(order, decision, record.order_id), None


class _KnownRows:
    """Rows whose versions are known already: read only where they are not decoded yet."""

    def __init__(self, base: BaseRows, versions: Mapping[Need, tuple[str, Version]]) -> None:
        self._base = base
        self._versions = versions

    def satker(self, connection: Connection, satker_id: str) -> SatkerFact | None:
        return self._row(connection, Need("satker", satker_id), SatkerFact)

    def official(self, connection: Connection, satker_id: str, access_id: str) -> OfficialFact | None:
        return self._row(connection, Need("official", access_id), OfficialFact, satker_scope(satker_id))

    def rup(self, connection: Connection, code: str) -> RupFact | None:
        return self._row(connection, Need("rup", code), RupFact)

    def _row(self, connection: Connection, need: Need, shape: type[T], within: str = "") -> T | None:
        found = self._versions.get(need)
        if found is None or (within and found[0] != within):
            return None
        scope, version = found
        return self._base.decoded(connection, (scope, need.kind, need.entity), version, shape)


def _records(connection: Connection, cmd_ids: Collection[str]) -> dict[str, Record]:
    if len(cmd_ids) >= _MANY:
        return {record.cmd_id: record for record in queue.records(connection)}
    found = (queue.record(connection, cmd_id) for cmd_id in cmd_ids)
    return {record.cmd_id: record for record in found if record is not None}


def _moved_on(record: Record, standing: tuple[Any, ...]) -> Record:
    _, state, attempts, uncertain, last_error, outcome, _ = standing
    return replace(
        record,
        state=QueueState(state),
        attempts=attempts,
        uncertain=bool(uncertain),
        last_error=last_error,
        outcome=None if outcome is None else msgspec.json.decode(outcome, type=Outcome),
    )
