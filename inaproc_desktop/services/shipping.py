"""Pengiriman: what is left to send, what is under way, and the two deeds: send, and mark as arrived.

Both deeds work without a link: they go through the outbox.
"""

from __future__ import annotations

from datetime import date, datetime

from inaproc_core.calendar import local_date
from inaproc_core.errors import Refusal
from inaproc_core.orders import commands as c
from inaproc_core.orders.delivery import left_to_ship
from inaproc_core.orders.model import Order
from inaproc_core.orders.states import State
from inaproc_core.roles import Actor, Role
from inaproc_desktop.ports.data import Deed, DeedState, Mirror, OrderView, Outbox
from inaproc_desktop.ports.finishing import GoodsRow, PlaceLeft, ShipForm, ShipmentRow, ShippingFile
from inaproc_desktop.ports.ui import ChangeSet
from inaproc_desktop.services.deciding import refusal_of, require_allowed
from inaproc_desktop.services.orders import due_of
from inaproc_desktop.services.rules import Rules

_SHOWN = frozenset({State.PROCESSING, State.SHIPPING, State.ARRIVED})
_OPEN = frozenset({DeedState.WAITING, DeedState.SENDING, DeedState.PARKED})
_ANSWERED = frozenset({DeedState.REFUSED, DeedState.CONFLICT})


class ShippingService:
    """Reads what a penyedia has to send and carries the two deeds."""

    def __init__(self, *, mirror: Mirror, outbox: Outbox, rules: Rules, actor: Actor) -> None:
        self._mirror = mirror
        self._outbox = outbox
        self._rules = rules
        self._actor = actor

    def orders(self) -> tuple[GoodsRow, ...]:
        """Return the orders to be sent or under way, those that wait for the reader first."""
        views = [view for view in self._mirror.orders() if view.order.state in _SHOWN]
        rows = [
            goods_row(view, self._rules, mine=self._is_vendor(view.order) and _is_open(view.order))
            for view in views
        ]
        return tuple(sorted(rows, key=lambda row: (not row.mine, _until(row.order))))

    def waiting_for_me(self) -> int:
        """Return how many orders have something left to send, for the badge."""
        return sum(row.mine and row.left for row in self.orders())

    def read(self, order_id: str) -> ShippingFile | None:
        """Return the shipping of an order, ``None`` when this access does not see it."""
        view = self._mirror.order(order_id)
        if view is None:
            return None
        order = view.order
        ctx = self._rules.context(order.satker)
        vendor = self._is_vendor(order)
        places = tuple(PlaceLeft(place=one, left=left_to_ship(order, one)) for one in order.deliveries)
        return ShippingFile(
            order=order,
            due=due_of(order, ctx),
            places=places,
            shipments=shipment_rows(view),
            may_ship=vendor and _is_open(order) and any(one.left for one in places),
            may_mark=vendor and order.state is State.SHIPPING,
            today=ctx.today(order),
            refused=refused_deed(view, "order.ship", "order.mark_arrived"),
        )

    def check(self, file: ShippingFile, form: ShipForm) -> Refusal | None:
        """Return what the rules say against a shipment; reads nothing, so it is fit for every key stroke.

        A form without a date is not judged: the page asks for the date itself.
        """
        if form.expected_on is None:
            return None
        ctx = self._rules.context(file.order.satker)
        return refusal_of(file.order, _command(form, form.expected_on), self._actor, ctx)

    def ship(self, order_id: str, form: ShipForm) -> ChangeSet:
        """Kirim: goods leave for one place.

        Raises:
            Refused: e.g. ``shipment.more_than_left``, ``shipment.tracking_missing``; nothing was kept.
            WorldFailed: ``world.disk``.
            ValueError: without a date; the page asks for it first.
        """
        if form.expected_on is None:
            message = "a shipment needs the day it is expected"
            raise ValueError(message)
        return self._put(order_id, _command(form, form.expected_on))

    def mark_arrived(self, order_id: str, shipment_no: int, received_by: str) -> ChangeSet:
        """Tandai tiba.

        Raises:
            Refused: e.g. ``shipment.arrived_already``, ``shipment.receiver_missing``.
        """
        return self._put(order_id, c.MarkArrived(shipment_no=shipment_no, received_by=received_by))

    def _put(self, order_id: str, command: c.Command) -> ChangeSet:
        return put_deed(self._mirror, self._outbox, self._rules, self._actor, order_id, command)

    def _is_vendor(self, order: Order) -> bool:
        vendor = order.vendor
        return self._actor.role is Role.PENYEDIA and vendor is not None and vendor.id == self._actor.vendor_id


def put_deed(
    mirror: Mirror, outbox: Outbox, rules: Rules, actor: Actor, order_id: str, command: c.Command
) -> ChangeSet:
    """Check a deed by the local rules, put away refused ones of its kind, and store it in the outbox.

    Raises:
        Refused: the local rules refuse.
        WorldFailed: ``world.disk``.
    """
    view = mirror.order(order_id)
    order = view.order if view is not None else None
    allowed = require_allowed(order, command, actor, rules.context(order.satker if order else None))
    name = "order.ship" if isinstance(command, c.Ship) else "order.mark_arrived"
    stale = refused_deed(view, name) if view is not None else None
    if stale is not None:
        outbox.dismiss(stale.cmd_id)
    _, changes = outbox.put(command, actor=actor, order_id=allowed.id, base_rev=allowed.revision)
    return changes


def goods_row(view: OrderView, rules: Rules, *, mine: bool) -> GoodsRow:
    """Return an order as the lists of Pengiriman and Penerimaan show it."""
    order = view.order
    return GoodsRow(
        id=order.id,
        order=order,
        due=due_of(order, rules.context(order.satker)),
        mine=mine,
        under_way=sum(one.arrived_at is None for one in order.shipments),
        left=any(left_to_ship(order, place) for place in order.deliveries),
        waiting=sum(deed.state in _OPEN for deed in view.pending),
    )


def shipment_rows(view: OrderView) -> tuple[ShipmentRow, ...]:
    """Return the shipments of an order, newest first, with what the backend already knows."""
    order = view.order
    known = {one.no: one for one in view.confirmed.shipments} if view.confirmed is not None else {}
    places = {place.no: place for place in order.deliveries}
    rows = [
        ShipmentRow(
            id=str(one.no),
            shipment=one,
            place=places.get(one.delivery_no),
            sent=one.no in known,
            arrival_sent=one.arrived_at is None or (one.no in known and known[one.no].arrived_at is not None),
        )
        for one in order.shipments
    ]
    return tuple(reversed(rows))


def refused_deed(view: OrderView, *names: str) -> Deed | None:
    """Return the last own deed of these wire names that was refused and not yet answered."""
    found = (deed for deed in reversed(view.pending) if deed.state in _ANSWERED and deed.command in names)
    return next(found, None)


def arrived_on(order: Order) -> date | None:
    """Return the local day on which the last shipment arrived, ``None`` before any did."""
    moments: list[datetime] = [one.arrived_at for one in order.shipments if one.arrived_at is not None]
    if not moments or order.satker is None:
        return None
    return local_date(max(moments), order.satker.zone)


def _is_open(order: Order) -> bool:
    return order.state in {State.PROCESSING, State.SHIPPING}


def _until(order: Order) -> date:
    return min((place.arrive_to for place in order.deliveries), default=date.max)


def _command(form: ShipForm, expected_on: date) -> c.Ship:
    return c.Ship(
        delivery_no=form.delivery_no,
        courier_name=form.courier_name,
        tracking_number=form.tracking_number,
        driver=form.driver,
        quantities=dict(form.quantities),
        expected_on=expected_on,
    )
