"""Penerimaan: what came, and the Pemeriksaan Tepat Guna that leads to the BAST."""

from __future__ import annotations

from datetime import date

from inaproc_core.errors import Refusal
from inaproc_core.orders import commands as c
from inaproc_core.orders.model import Order
from inaproc_core.orders.states import State
from inaproc_core.roles import Actor, Role
from inaproc_core.tax import LatePenalty, late_penalty
from inaproc_core.values import Quantity, Rupiah
from inaproc_desktop.ports.data import Backend, Mirror, Outbox
from inaproc_desktop.ports.finishing import GoodsRow, InspectForm, Lateness, ReceivedLine, ReceivingFile
from inaproc_desktop.ports.ui import ChangeSet
from inaproc_desktop.services.deciding import decide_now, refusal_of, require_allowed
from inaproc_desktop.services.orders import due_of
from inaproc_desktop.services.rules import Rules
from inaproc_desktop.services.shipping import arrived_on, goods_row, put_deed, refused_deed, shipment_rows

_SHOWN = frozenset({State.SHIPPING, State.ARRIVED, State.BAST_DRAFT, State.WAIT_BAST_SELLER})
_MINE = frozenset({State.ARRIVED, State.BAST_DRAFT})
_RANK = {State.ARRIVED: 0, State.BAST_DRAFT: 1, State.SHIPPING: 2, State.WAIT_BAST_SELLER: 3}


class ReceivingService:
    """Reads what a PPK receives and carries arrival and inspection."""

    def __init__(
        self, *, mirror: Mirror, outbox: Outbox, backend: Backend, rules: Rules, actor: Actor
    ) -> None:
        self._mirror = mirror
        self._outbox = outbox
        self._backend = backend
        self._rules = rules
        self._actor = actor

    def orders(self) -> tuple[GoodsRow, ...]:
        """Return the orders under way, arrived or before their BAST; those that wait for the reader first."""
        rows = [
            goods_row(view, self._rules, mine=view.order.state in _MINE and self._is_ppk(view.order))
            for view in self._mirror.orders()
            if view.order.state in _SHOWN
        ]
        return tuple(sorted(rows, key=lambda row: (not row.mine, _RANK[row.order.state])))

    def waiting_for_me(self) -> int:
        """Return how many orders wait for this PPK, for the badge."""
        return sum(row.mine for row in self.orders())

    def read(self, order_id: str) -> ReceivingFile | None:
        """Return the receipt of an order, ``None`` when this access does not see it."""
        view = self._mirror.order(order_id)
        if view is None:
            return None
        order = view.order
        ctx = self._rules.context(order.satker)
        ppk = self._is_ppk(order)
        # An arrival still on its way is not yet the backend's: it could not decide the inspection.
        settled = view.confirmed is not None and view.confirmed.revision == order.revision
        return ReceivingFile(
            order=order,
            due=due_of(order, ctx),
            lines=received_lines(order),
            shipments=shipment_rows(view),
            may_mark=ppk and order.state is State.SHIPPING,
            may_inspect=ppk and settled and order.state is State.ARRIVED,
            may_issue=ppk and order.state is State.BAST_DRAFT,
            today=ctx.today(order),
            arrived_on=arrived_on(order),
            due_on=max((place.arrive_to for place in order.deliveries), default=None),
            refused=refused_deed(view, "order.mark_arrived", "order.inspect"),
        )

    def check(self, file: ReceivingFile, form: InspectForm) -> Refusal | None:
        """Return what the rules say against an inspection; reads nothing, so it is fit for every key stroke.

        A form without a date is not judged: the page asks for the date itself.
        """
        if form.finished_on is None:
            return None
        ctx = self._rules.context(file.order.satker)
        return refusal_of(file.order, _command(form, form.finished_on), self._actor, ctx)

    def lateness(self, file: ReceivingFile, finished_on: date | None) -> Lateness | None:
        """Return late days and penalty at a finish date, ``None`` when it is in time."""
        if finished_on is None or file.due_on is None or finished_on <= file.due_on:
            return None
        return lateness_of(file.order, (finished_on - file.due_on).days, self._rules)

    def mark_arrived(self, order_id: str, shipment_no: int, received_by: str) -> ChangeSet:
        """Tandai tiba; works without a link.

        Raises:
            Refused: e.g. ``shipment.arrived_already``, ``shipment.receiver_missing``.
        """
        command = c.MarkArrived(shipment_no=shipment_no, received_by=received_by)
        return put_deed(self._mirror, self._outbox, self._rules, self._actor, order_id, command)

    def inspect(self, order_id: str, form: InspectForm) -> ChangeSet:
        """Pemeriksaan Tepat Guna; decided online.

        Raises:
            Refused: e.g. ``inspection.quantity_not_ok``, ``inspection.late_needs_note``; nothing was sent.
            BackendRefused: the backend decided otherwise.
            WorldFailed: no link, or no answer yet.
            ValueError: without a finish date; the page asks for it first.
        """
        if form.finished_on is None:
            message = "an inspection needs the day it was finished"
            raise ValueError(message)
        view = self._mirror.order(order_id)
        order = view.order if view is not None else None
        command = _command(form, form.finished_on)
        ctx = self._rules.context(order.satker if order is not None else None)
        allowed = require_allowed(order, command, self._actor, ctx)
        return decide_now(self._backend, allowed, command, self._actor, initiator="receiving")

    def _is_ppk(self, order: Order) -> bool:
        return (
            self._actor.role is Role.PPK
            and order.ppk is not None
            and order.ppk.user_id == self._actor.user_id
        )


def received_lines(order: Order) -> tuple[ReceivedLine, ...]:
    """Return every line with what was sent and what has arrived."""
    sent: dict[str, int] = {}
    received: dict[str, int] = {}
    for shipment in order.shipments:
        for number, amount in shipment.quantities.items():
            sent[number] = sent.get(number, 0) + amount
            if shipment.arrived_at is not None:
                received[number] = received.get(number, 0) + amount
    return tuple(
        ReceivedLine(
            no=line.no,
            name=line.name,
            unit=line.unit,
            ordered=line.quantity,
            sent=Quantity(sent.get(str(line.no), 0)),
            received=Quantity(received.get(str(line.no), 0)),
        )
        for line in order.lines
    )


def lateness_of(order: Order, days: int, rules: Rules) -> Lateness:
    """Return what days of delay would cost, by the rules of the day (information line, orders.md §6.5)."""
    policy = rules.policy(order.satker)
    total = order.current
    base = Rupiah(total.total - total.ppn) if total is not None else Rupiah(0)
    return Lateness(
        days=days,
        base=base,
        penalty=late_penalty(LatePenalty(base=base, days=days), policy.withholding),
        source=policy.sources.get("penalty.per_day", ""),
    )


def _command(form: InspectForm, finished_on: date) -> c.Inspect:
    return c.Inspect(
        finished_on=finished_on,
        function_ok=form.function_ok,
        quantity_ok=form.quantity_ok,
        time_ok=form.time_ok,
        note=form.note,
    )
