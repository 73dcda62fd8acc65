"""How a checkout begins: from the Keranjang, from one product, or from a submission that was refused."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from inaproc_core.errors import refuse
from inaproc_core.orders.content import Checkout, Courier, PaymentMethod
from inaproc_core.orders.facts import OfficialFact
from inaproc_core.roles import Actor, Role
from inaproc_core.values import Quantity
from inaproc_desktop.ports.checkout import CheckoutForm, FormLine, FormPlace, Origin
from inaproc_desktop.ports.data import CartLine, Catalogue, Mirror, OrderView
from inaproc_desktop.services.checkout.form import product_offer, shipping_offer
from inaproc_desktop.services.checkout.known import Known
from inaproc_desktop.services.rules import Rules

_MOST_ADDRESSES = 12


def begin_form(order_id: str, vendor_id: str, origin: Origin, actor: Actor, mirror: Mirror) -> CheckoutForm:
    """Return an empty form with what goes without saying filled in.

    The reviewer of a PPK is that PPK; a satker with one PPK leaves a PP no choice; a PP pays from the
    advance (UP), a PPK usually from the treasury (LS); the last place of delivery is suggested again.
    """
    reviewers = reviewers_for(actor, mirror.officials(actor.satker_id))
    used = addresses_of(mirror.orders())
    place = replace(used[0], id="p1") if used else FormPlace(id="p1")
    return CheckoutForm(
        order_id=order_id,
        vendor_id=vendor_id,
        origin=origin,
        lines=(),
        places=(place,),
        ppk_access_id=reviewers[0].access_id if len(reviewers) == 1 else "",
        method=PaymentMethod.UP if actor.role is Role.PP else PaymentMethod.LS,
    )


def reviewers_for(actor: Actor, officials: Iterable[OfficialFact]) -> tuple[OfficialFact, ...]:
    """Return the PPKs who may review a purchase: a PPK their own, anybody else never themselves."""
    ppks = tuple(one for one in officials if one.role is Role.PPK and one.active)
    if actor.role is Role.PPK:
        return tuple(one for one in ppks if one.access_id == actor.access_id)
    return tuple(one for one in ppks if one.user_id != actor.user_id)


def follow_cart(
    form: CheckoutForm, lines: tuple[CartLine, ...], maximum: int, *, keep_others: bool = False
) -> CheckoutForm:
    """Return the form with the products of the Keranjang.

    A quantity follows the Keranjang only where it changed there since the form took it over, so that what
    was typed in the form stays.

    Args:
        form: as it stands.
        lines: of the Keranjang.
        maximum: most lines of a checkout.
        keep_others: lines that are not in this Keranjang came from another device's, and stay.
    """
    if len(lines) > maximum:
        refuse("checkout.too_many_lines", at="lines", maximum=maximum, count=len(lines))
    before = {line.product_id: line for line in form.lines}
    taken: list[FormLine] = []
    for line in lines:
        known = before.get(line.product_id)
        quantity: Quantity | None = line.quantity
        if known is not None and known.cart_quantity == line.quantity:
            quantity = known.quantity
        taken.append(
            FormLine(
                product_id=line.product_id,
                quantity=quantity,
                seen_price=line.seen_price,
                cart_quantity=line.quantity,
            )
        )
    if keep_others:
        here = {line.product_id for line in lines}
        taken = [line for line in form.lines if line.product_id not in here] + taken
    return replace(form, lines=tuple(taken))


def form_of_checkout(order_id: str, sent: Checkout) -> CheckoutForm:
    """Return the form that a checkout was sent from; every offer counts as typed."""
    products = {str(line.no): line.product_id for line in sent.lines}
    offers = {product_offer(line.product_id): line.offer_price for line in sent.lines}
    places: list[FormPlace] = []
    for delivery in sent.deliveries:
        place = FormPlace(
            id=f"p{delivery.no}",
            recipient=delivery.recipient,
            phone=delivery.phone,
            street=delivery.street,
            region_code=delivery.region_code,
            region_path=delivery.region_path,
            postal_code=delivery.postal_code,
            note=delivery.note,
            arrive_from=delivery.arrive_from,
            arrive_to=delivery.arrive_to,
            courier=delivery.courier,
            quantities={products[number]: amount for number, amount in delivery.quantities.items()},
        )
        places.append(place)
        if delivery.courier is Courier.VENDOR:
            offers[shipping_offer(place.id)] = delivery.shipping_offer
    return CheckoutForm(
        order_id=order_id,
        vendor_id=sent.vendor_id,
        origin=Origin.DIRECT,
        lines=tuple(
            FormLine(product_id=line.product_id, quantity=line.quantity, seen_price=line.listed_price)
            for line in sent.lines
        ),
        places=tuple(places),
        rup_code=sent.rup_code,
        mak=sent.mak,
        ppk_access_id=sent.ppk_access_id,
        method=sent.payment_method,
        plan=sent.payment_plan,
        offers=offers,
        note=sent.note,
        attachments=sent.attachments,
        declaration=sent.declaration,
    )


def addresses_of(views: Iterable[OrderView]) -> tuple[FormPlace, ...]:
    """Return the places that earlier orders were delivered to, each once, the latest first."""
    found: dict[tuple[str, str, str], FormPlace] = {}
    for view in views:
        for place in view.order.deliveries:
            found.setdefault(
                (place.recipient, place.street, place.region_code),
                FormPlace(
                    id="",
                    recipient=place.recipient,
                    phone=place.phone,
                    street=place.street,
                    region_code=place.region_code,
                    region_path=place.region_path,
                    postal_code=place.postal_code,
                    note=place.note,
                ),
            )
    return tuple(found.values())[:_MOST_ADDRESSES]


def read_known(form: CheckoutForm, actor: Actor, mirror: Mirror, catalogue: Catalogue, rules: Rules) -> Known:
    """Read the facts that a form is judged by.

    Only packages of this year that were announced can be bought from, so only those are offered.
    """
    satker = mirror.satker(actor.satker_id)
    year = rules.context(satker).today(satker=satker).year
    rows = catalogue.products(tuple(line.product_id for line in form.lines))
    reviewers = reviewers_for(actor, mirror.officials(actor.satker_id))
    return Known(
        actor=actor,
        satker=satker,
        vendor=catalogue.vendor(form.vendor_id),
        products={row.product.id: row.product for row in rows},
        rups={rup.code: rup for rup in mirror.rups(actor.satker_id) if rup.announced and rup.year == year},
        ppks={one.access_id: one for one in reviewers},
        addresses=addresses_of(mirror.orders()),
        catalogue_seq=catalogue.seq(),
    )
