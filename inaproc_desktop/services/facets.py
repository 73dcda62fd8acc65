"""An order, a checkout and a command taken apart into things that can be compared and said one by one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import chain
from typing import Any

from inaproc_core.orders import commands as c
from inaproc_core.orders.content import Checkout, Courier, line_item, service_item, shipping_item
from inaproc_core.orders.form import CheckoutForm
from inaproc_core.orders.model import Order
from inaproc_core.orders.totals import listed_prices
from inaproc_core.values import Rupiah
from inaproc_desktop.ports.outgoing import Aspect, Facet

Names = Mapping[str, tuple[str, str]]
"""Name and unit of products by id, for a checkout that names them by id only."""

_PRICES = {
    "line": Aspect.PRICE,
    "service": Aspect.SERVICE_PRICE,
    "shipping": Aspect.SHIPPING_PRICE,
}


def facets_of_order(order: Order) -> Iterator[Facet]:
    """Yield everything about an order that people on two sides can differ about."""
    if order.draft is not None:
        yield from facets_of_form(order.draft, {})
        return
    yield Facet(aspect=Aspect.STATE, value=order.state.value)
    yield Facet(aspect=Aspect.ROUND, value=len(order.rounds))
    yield from _prices(order, standing_prices(order))
    for line in order.lines:
        yield Facet(
            aspect=Aspect.QUANTITY,
            item=line_item(line.no),
            value=line.quantity,
            name=line.name,
            unit=line.unit,
        )
    if order.current is not None:
        yield Facet(aspect=Aspect.TOTAL, value=order.current.total)
    yield Facet(aspect=Aspect.NOTE, value=order.rounds[-1].note if order.rounds else order.note)
    for place in order.deliveries:
        item = shipping_item(place.no)
        arrival = (place.arrive_from, place.arrive_to)
        yield Facet(aspect=Aspect.ARRIVAL, item=item, value=arrival, name=place.recipient)
        yield Facet(aspect=Aspect.RECIPIENT, item=item, value=place.recipient, name=place.region_path)
        yield Facet(aspect=Aspect.COURIER, item=item, value=place.courier.value, name=place.recipient)
    yield Facet(aspect=Aspect.BUYER, value=order.buyer.name)
    yield Facet(aspect=Aspect.PPK, value=order.ppk.name if order.ppk is not None else "")
    yield Facet(aspect=Aspect.RUP, value=order.rup.code if order.rup is not None else "")
    yield Facet(aspect=Aspect.MAK, value=order.mak)
    yield Facet(aspect=Aspect.METHOD, value=order.payment_method.value if order.payment_method else "")
    yield Facet(aspect=Aspect.CHANNEL, value=order.payment_channel)
    yield from _papers(order)


def _papers(order: Order) -> Iterator[Facet]:
    letter, bast, inspected = order.letter, order.bast, order.inspection
    yield Facet(aspect=Aspect.LETTER, value=len(letter.signatures) if letter is not None else None)
    yield Facet(aspect=Aspect.SHIPMENTS, value=len(order.shipments))
    for shipment in order.shipments:
        item = f"shipment:{shipment.no}"
        yield Facet(aspect=Aspect.TRACKING, item=item, value=shipment.tracking_number, name=str(shipment.no))
        yield Facet(aspect=Aspect.RECEIVED_BY, item=item, value=shipment.received_by, name=str(shipment.no))
    yield Facet(aspect=Aspect.INSPECTED_ON, value=inspected.finished_on if inspected is not None else None)
    yield Facet(aspect=Aspect.BAST, value=bast.number if bast is not None else "")
    for paid in order.payments:
        item = f"termin:{paid.termin_no}"
        yield Facet(aspect=Aspect.PAID, item=item, value=paid.amount, name=str(paid.termin_no))
        yield Facet(aspect=Aspect.REFERENCE, item=item, value=paid.reference, name=str(paid.termin_no))
    yield Facet(aspect=Aspect.REASON, value=order.ended_reason)


def standing_prices(order: Order) -> Mapping[str, Rupiah]:
    """Return the unit prices that stand: agreed ones, else the last offer, else those of the catalogue."""
    if order.agreed is not None:
        return order.agreed
    if order.rounds:
        return order.rounds[-1].prices
    return listed_prices(order.lines, order.services, order.deliveries)


def _prices(order: Order, prices: Mapping[str, Rupiah]) -> Iterator[Facet]:
    names = item_names(order)
    for item, price in prices.items():
        name, unit = names.get(item, (item, ""))
        yield Facet(aspect=_aspect_of(item), item=item, value=price, name=name, unit=unit)


def _aspect_of(item: str) -> Aspect:
    return _PRICES.get(item.partition(":")[0], Aspect.PRICE)


def item_names(order: Order) -> dict[str, tuple[str, str]]:
    """Return what each item of an offer is called, and its unit."""
    named = {line_item(line.no): (line.name, line.unit) for line in order.lines}
    named |= {service_item(one.no): (one.name, "") for one in order.services}
    named |= {shipping_item(place.no): (place.recipient, "") for place in order.deliveries}
    return named


def facets_of_checkout(checkout: Checkout, names: Names) -> Iterator[Facet]:
    """Yield what a checkout asks for, product by product and place by place."""
    for line in checkout.lines:
        name, unit = names.get(line.product_id, (line.product_id, ""))
        item = f"product:{line.product_id}"
        yield Facet(aspect=Aspect.QUANTITY, item=item, value=line.quantity, name=name, unit=unit)
        yield Facet(aspect=Aspect.PRICE, item=item, value=line.offer_price, name=name, unit=unit)
    for service in checkout.services:
        item = service_item(service.no)
        yield Facet(aspect=Aspect.SERVICE_PRICE, item=item, value=service.offer_price, name=service.name)
    for place in checkout.deliveries:
        item, arrival = shipping_item(place.no), (place.arrive_from, place.arrive_to)
        yield Facet(aspect=Aspect.RECIPIENT, item=item, value=place.recipient, name=place.region_path)
        yield Facet(aspect=Aspect.ADDRESS, item=item, value=place.street, name=place.recipient)
        yield Facet(aspect=Aspect.ARRIVAL, item=item, value=arrival, name=place.recipient)
        yield Facet(aspect=Aspect.COURIER, item=item, value=place.courier.value, name=place.recipient)
        if place.courier is Courier.VENDOR:
            yield Facet(
                aspect=Aspect.SHIPPING_PRICE, item=item, value=place.shipping_offer, name=place.recipient
            )
    yield Facet(aspect=Aspect.RUP, value=checkout.rup_code)
    yield Facet(aspect=Aspect.MAK, value=checkout.mak)
    yield Facet(aspect=Aspect.METHOD, value=checkout.payment_method.value)
    yield Facet(aspect=Aspect.PLAN, value=checkout.payment_plan.value)
    yield Facet(aspect=Aspect.NOTE, value=checkout.note)


def facets_of_form(form: CheckoutForm, names: Names) -> Iterator[Facet]:
    """Yield what stands in a draft, however incomplete, product by product and place by place."""
    for line in form.lines:
        name, unit = names.get(line.product_id, (line.product_id, ""))
        item = f"product:{line.product_id}"
        yield Facet(aspect=Aspect.QUANTITY, item=item, value=line.quantity, name=name, unit=unit)
        yield Facet(aspect=Aspect.PRICE, item=item, value=form.offers.get(item), name=name, unit=unit)
    for place in form.places:
        item, whose = f"shipping:{place.id}", place.recipient
        yield Facet(aspect=Aspect.RECIPIENT, item=item, value=place.recipient, name=place.region_path)
        yield Facet(aspect=Aspect.ADDRESS, item=item, value=place.street, name=whose)
        if place.arrive_from is not None and place.arrive_to is not None:
            arrival = (place.arrive_from, place.arrive_to)
            yield Facet(aspect=Aspect.ARRIVAL, item=item, value=arrival, name=whose)
        yield Facet(aspect=Aspect.COURIER, item=item, value=place.courier.value, name=whose)
        yield Facet(aspect=Aspect.SHIPPING_PRICE, item=item, value=form.offers.get(item), name=whose)
    yield Facet(aspect=Aspect.RUP, value=form.rup_code)
    yield Facet(aspect=Aspect.MAK, value=form.mak)
    yield Facet(aspect=Aspect.METHOD, value=form.method.value if form.method is not None else None)
    yield Facet(aspect=Aspect.PLAN, value=form.plan.value)
    yield Facet(aspect=Aspect.NOTE, value=form.note)


def products_of(command: c.Command) -> tuple[str, ...]:
    """Return the products that a checkout or a draft names by id only."""
    if isinstance(command, c.SubmitCheckout):
        return tuple(line.product_id for line in command.checkout.lines)
    return tuple(line.product_id for line in command.form.lines) if isinstance(command, c.SaveDraft) else ()


def facets_of_command(command: c.Command, order: Order | None, names: Names) -> tuple[Facet, ...]:
    """Return what a command carries, value by value, empty ones left out.

    Args:
        command: what was asked.
        order: the order it is about, for the names of its items.
        names: products of a checkout.
    """
    carried: Iterator[Facet]
    if isinstance(command, c.SaveDraft):
        carried = facets_of_form(command.form, names)
    elif isinstance(command, c.SubmitCheckout):
        total = Facet(aspect=Aspect.TOTAL, value=command.max_total)
        carried = chain([total], facets_of_checkout(command.checkout, names))
    else:
        say = _CARRIED.get(type(command))
        carried = say(command, order) if say is not None else iter(())
    return tuple(facet for facet in carried if facet.value not in ("", None))


def _offered(command: c.CounterOffer | c.OfferPrices, order: Order | None) -> Iterator[Facet]:
    yield Facet(aspect=Aspect.ROUND, value=command.round_no)
    if order is not None:
        yield from _prices(order, command.prices)
    else:
        for item, price in command.prices.items():
            yield Facet(aspect=_aspect_of(item), item=item, value=price, name=item)
    yield Facet(aspect=Aspect.NOTE, value=command.note)


def _agreed(command: c.AgreePrices, order: Order | None) -> Iterator[Facet]:
    yield Facet(aspect=Aspect.ROUND, value=command.round_no)
    if order is not None and len(order.rounds) == command.round_no:
        yield Facet(aspect=Aspect.TOTAL, value=order.rounds[-1].total)


def _shipped(command: c.Ship, order: Order | None) -> Iterator[Facet]:
    names = item_names(order) if order is not None else {}
    for no, quantity in command.quantities.items():
        name, unit = names.get(f"line:{no}", (no, ""))
        yield Facet(aspect=Aspect.SHIPPED, item=f"line:{no}", value=quantity, name=name, unit=unit)
    yield Facet(aspect=Aspect.COURIER, value=command.courier_name)
    yield Facet(aspect=Aspect.TRACKING, value=command.tracking_number)
    yield Facet(aspect=Aspect.EXPECTED, value=command.expected_on)


def _reason(command: Any, _order: Order | None) -> Iterator[Facet]:
    yield Facet(aspect=Aspect.REASON, value=command.reason)


def _paid(command: c.ConfirmPayment, _order: Order | None) -> Iterator[Facet]:
    no = str(command.termin_no)
    yield Facet(aspect=Aspect.PAID, item=f"termin:{no}", value=command.amount, name=no)
    yield Facet(aspect=Aspect.REFERENCE, item=f"termin:{no}", value=command.reference, name=no)


_CARRIED: dict[type, Callable[[Any, Order | None], Iterator[Facet]]] = {
    c.AgreePrices: _agreed,
    c.CounterOffer: _offered,
    c.OfferPrices: _offered,
    c.DeclineNegotiation: _reason,
    c.CancelNegotiation: _reason,
    c.ReturnToBuyer: _reason,
    c.RejectOrder: _reason,
    c.DeclineOrder: _reason,
    c.SubmitToPpk: lambda m, _o: iter([Facet(aspect=Aspect.NOTE, value=m.note)]),
    c.IssueLetter: lambda m, _o: iter([Facet(aspect=Aspect.TERMS, value=m.terms)]),
    c.Ship: _shipped,
    c.MarkArrived: lambda m, _o: iter([Facet(aspect=Aspect.RECEIVED_BY, value=m.received_by)]),
    c.Inspect: lambda m, _o: iter(
        [Facet(aspect=Aspect.INSPECTED_ON, value=m.finished_on), Facet(aspect=Aspect.NOTE, value=m.note)]
    ),
    c.IssueBast: lambda m, _o: iter([Facet(aspect=Aspect.BAST, value=m.number)]),
    c.ChoosePaymentMethod: lambda m, _o: iter([Facet(aspect=Aspect.CHANNEL, value=m.channel)]),
    c.ConfirmPayment: _paid,
}
