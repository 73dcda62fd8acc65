"""Rows 26 and 28: goods leave the penyedia and arrive."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from inaproc_core.errors import refuse
from inaproc_core.orders.content import Courier
from inaproc_core.orders.context import Context, person
from inaproc_core.orders.events import Arrived, Shipped
from inaproc_core.orders.model import Order, OrderDelivery, Shipment
from inaproc_core.roles import Actor
from inaproc_core.values import Quantity


def left_to_ship(order: Order, place: OrderDelivery) -> dict[str, Quantity]:
    """Return per line number what a delivery place has not been sent yet, in hundredths."""
    left = dict(place.quantities)
    for shipment in order.shipments:
        if shipment.delivery_no == place.no:
            for number, amount in shipment.quantities.items():
                left[number] = Quantity(left.get(number, 0) - amount)
    return {number: amount for number, amount in left.items() if amount > 0}


def ship(
    order: Order,
    delivery_no: int,
    courier_name: str,
    tracking_number: str,
    driver: str,
    quantities: Mapping[str, Quantity],
    expected_on: date,
    actor: Actor,
    ctx: Context,
) -> Shipped:
    """Row 26: not more than is left; a resi for a third-party courier, a driver for the penyedia's own."""
    place = next((p for p in order.deliveries if p.no == delivery_no), None)
    if place is None:
        refuse("shipment.unknown_delivery", at="delivery_no", delivery=delivery_no)
    if not courier_name.strip():
        refuse("shipment.courier_missing", at="courier_name")
    if place.courier is Courier.THIRD_PARTY and not tracking_number.strip():
        refuse("shipment.tracking_missing", at="tracking_number")
    if place.courier is Courier.VENDOR and not driver.strip():
        refuse("shipment.driver_missing", at="driver")
    if expected_on < ctx.today(order):
        refuse("shipment.expected_past", at="expected_on", expected_date=expected_on.isoformat())
    left = left_to_ship(order, place)
    sent = {number: amount for number, amount in quantities.items() if amount != 0}
    if not sent:
        refuse("shipment.empty", at="quantities")
    for number, amount in sent.items():
        if amount < 0 or amount > left.get(number, 0):
            refuse(
                "shipment.more_than_left",
                at=f"quantities.{number}",
                line=number,
                sent_qty=amount,
                left_qty=left.get(number, 0),
            )
    return Shipped(
        at=ctx.now,
        by=person(actor),
        shipment=Shipment(
            no=len(order.shipments) + 1,
            delivery_no=delivery_no,
            courier_name=courier_name.strip(),
            tracking_number=tracking_number.strip(),
            driver=driver.strip(),
            quantities=sent,
            shipped_at=ctx.now,
            expected_on=expected_on,
        ),
    )


def mark_arrived(order: Order, shipment_no: int, received_by: str, actor: Actor, ctx: Context) -> Arrived:
    """Row 28: the order has arrived when nothing is left to ship and nothing is under way."""
    shipment = next((s for s in order.shipments if s.no == shipment_no), None)
    if shipment is None:
        refuse("shipment.unknown", at="shipment_no", shipment=shipment_no)
    if shipment.arrived_at is not None:
        refuse("shipment.arrived_already", at="shipment_no", shipment=shipment_no)
    if not received_by.strip():
        refuse("shipment.receiver_missing", at="received_by")
    under_way = any(s.arrived_at is None and s.no != shipment_no for s in order.shipments)
    left = any(left_to_ship(order, place) for place in order.deliveries)
    return Arrived(
        at=ctx.now,
        by=person(actor),
        shipment_no=shipment_no,
        received_by=received_by.strip(),
        all_arrived=not under_way and not left,
    )
