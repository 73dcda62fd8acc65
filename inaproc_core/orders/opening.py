"""Rows 1–3: from a filled-in checkout to an order with a number and a first offer."""

from __future__ import annotations

from dataclasses import replace

from inaproc_core.errors import refuse
from inaproc_core.orders.attaching import checked_attachments
from inaproc_core.orders.content import (
    Checkout,
    Courier,
    Delivery,
    PaymentMethod,
    PaymentPlan,
    line_item,
    service_item,
    shipping_item,
)
from inaproc_core.orders.context import Context, person
from inaproc_core.orders.events import DraftDiscarded, DraftSaved, NegotiationOpened
from inaproc_core.orders.facts import Facts, OfficialFact, ProductFact, RupFact, SatkerFact, VendorFact
from inaproc_core.orders.form import CheckoutForm
from inaproc_core.orders.model import Order, OrderDelivery, OrderLine, OrderService, Person, Totals
from inaproc_core.orders.negotiation import check_offer
from inaproc_core.orders.quoting import check_buyable, delivery_quote, frozen_line
from inaproc_core.orders.totals import listed_prices, totals_at
from inaproc_core.policy import PaguExceeded, ThresholdBasis, executor_for
from inaproc_core.roles import Actor, Role
from inaproc_core.values import Quantity, Rupiah

_MAX_NOTE = 2000


def save_draft(form: CheckoutForm, device: str, actor: Actor, ctx: Context, facts: Facts) -> DraftSaved:
    """Keep a checkout as it is; a draft may be as incomplete as its author likes.

    Raises:
        Refused: as :func:`~inaproc_core.orders.attaching.checked_attachments`: files are real or not there.
    """
    attachments = checked_attachments(form.attachments, ctx.policy, facts)
    kept = replace(form, attachments=attachments)
    return DraftSaved(at=ctx.now, by=person(actor), satker_id=actor.satker_id, form=kept, device=device)


def discard_draft(actor: Actor, ctx: Context) -> DraftDiscarded:
    """Throw a draft away."""
    return DraftDiscarded(at=ctx.now, by=person(actor))


def open_negotiation(
    checkout: Checkout, max_total: Rupiah, actor: Actor, ctx: Context, facts: Facts
) -> NegotiationOpened:
    """Check a whole checkout and open the negotiation.

    Raises:
        Refused: naming the first field at fault; the checks run in the order of the form, then money.
    """
    vendor = _vendor(checkout, facts)
    lines = _lines(checkout, vendor, ctx, facts)
    services = tuple(
        OrderService(no=s.no, service_id=s.service_id, name=s.name, listed_price=s.listed_price)
        for s in checkout.services
    )
    rup, satker, ppk = _rup(checkout, actor, ctx, facts), _satker(actor, facts), _ppk(checkout, actor, facts)
    deliveries = _deliveries(checkout, lines, vendor, ctx, facts)
    _payment(checkout, actor)
    if not checkout.declaration:
        refuse("checkout.declaration_missing", at="declaration")
    if len(checkout.note) > _MAX_NOTE:
        refuse("checkout.note_too_long", at="note", maximum=_MAX_NOTE, length=len(checkout.note))
    attachments = checked_attachments(checkout.attachments, ctx.policy, facts)
    listed = listed_prices(lines, services, deliveries)
    offers = _offers(checkout)
    check_offer(listed, listed, offers, ctx.policy, whole=True)
    totals = totals_at(lines, services, deliveries, listed, seller_is_pkp=vendor.pkp, policy=ctx.policy)
    if totals.total > max_total:
        refuse("checkout.total_changed", at="max_total", seen=max_total, total=totals.total)
    check_executor(totals, actor.role, ctx)
    check_pagu(totals.total, rup, ctx)
    current = totals_at(lines, services, deliveries, offers, seller_is_pkp=vendor.pkp, policy=ctx.policy)
    return NegotiationOpened(
        at=ctx.now,
        by=person(actor),
        number=facts.order_number,
        satker=satker,
        ppk=ppk,
        vendor=vendor,
        rup=rup,
        mak=checkout.mak,
        funding_source=rup.funding_source,
        payment_method=checkout.payment_method,
        payment_plan=checkout.payment_plan,
        lines=lines,
        services=services,
        deliveries=deliveries,
        note=checkout.note.strip(),
        prices=offers,
        listed=totals,
        current=current,
        deadline=ctx.deadline(ctx.policy.negotiation_seller_days),
        policy_version=ctx.policy.version,
        attachments=attachments,
    )


def threshold_total(totals: Totals, ctx: Context) -> Rupiah:
    """Return the total that the executor threshold looks at, on the policy's basis."""
    if ctx.policy.threshold_basis is ThresholdBasis.NET_BEFORE_NEGOTIATION:
        return Rupiah(totals.total - totals.ppn)
    return totals.total


def check_executor(totals: Totals, role: Role, ctx: Context) -> None:
    """Refuse a PP above the threshold and a PPK at or below it (orders.md §2, §12.2)."""
    verdict = executor_for(threshold_total(totals, ctx), ctx.policy)
    if verdict.allows(role):
        return
    code = "checkout.over_threshold" if verdict.is_over else "checkout.below_threshold"
    refuse(
        code,
        at="total",
        total=verdict.total,
        limit=verdict.limit,
        difference=abs(verdict.difference),
        role=role.value,
    )


def check_pagu(total: Rupiah, rup: RupFact, ctx: Context) -> None:
    """Refuse an order above what is left of the RUP's ceiling, where the policy says so."""
    if total > rup.remaining and ctx.policy.pagu_exceeded is PaguExceeded.REFUSE:
        refuse(
            "checkout.over_pagu",
            at="rup_code",
            total=total,
            remaining=rup.remaining,
            pagu=rup.pagu,
            missing=total - rup.remaining,
            rup=rup.code,
        )


def _vendor(checkout: Checkout, facts: Facts) -> VendorFact:
    if not checkout.lines:
        refuse("checkout.empty", at="lines")
    vendor = facts.vendor
    if vendor is None or vendor.id != checkout.vendor_id:
        refuse("checkout.vendor_unknown", at="vendor_id", vendor=checkout.vendor_id)
    if not vendor.active:
        refuse("checkout.vendor_inactive", at="vendor_id", vendor=vendor.name)
    return vendor


def _lines(checkout: Checkout, vendor: VendorFact, ctx: Context, facts: Facts) -> tuple[OrderLine, ...]:
    if len(checkout.lines) > ctx.policy.cart_max_lines:
        refuse(
            "checkout.too_many_lines",
            at="lines",
            maximum=ctx.policy.cart_max_lines,
            count=len(checkout.lines),
        )
    numbers = [line.no for line in checkout.lines]
    if numbers != list(range(1, len(numbers) + 1)):
        refuse("checkout.line_numbers", at="lines")
    lines: list[OrderLine] = []
    for index, line in enumerate(checkout.lines):
        at = f"lines.{index}"
        product = facts.products.get(line.product_id)
        if product is None:
            refuse("checkout.product_unknown", at=f"{at}.product_id", product=line.product_id)
        _check_product(product, line.quantity, vendor, at)
        if product.price != line.listed_price:
            refuse(
                "checkout.price_changed",
                at=f"{at}.listed_price",
                product=product.name,
                seen=line.listed_price,
                price=product.price,
            )
        lines.append(frozen_line(line.no, line.quantity, product))
    return tuple(lines)


def _check_product(product: ProductFact, quantity: Quantity, vendor: VendorFact, at: str) -> None:
    if product.vendor_id != vendor.id:
        refuse("checkout.two_vendors", at=f"{at}.product_id", product=product.name, vendor=vendor.name)
    check_buyable(product, quantity, at=at)


def _rup(checkout: Checkout, actor: Actor, ctx: Context, facts: Facts) -> RupFact:
    rup = facts.rup
    if not checkout.rup_code:
        refuse("checkout.rup_missing", at="rup_code")
    if rup is None or rup.code != checkout.rup_code or rup.satker_id != actor.satker_id:
        refuse("checkout.rup_unknown", at="rup_code", rup=checkout.rup_code)
    if not rup.announced:
        refuse("checkout.rup_not_announced", at="rup_code", rup=rup.code)
    year = ctx.today(satker=facts.satker).year
    if rup.year != year:
        refuse("checkout.rup_other_year", at="rup_code", rup=rup.code, rup_year=rup.year, year=year)
    if not checkout.mak:
        refuse("checkout.mak_missing", at="mak")
    if rup.maks and checkout.mak not in rup.maks:
        refuse("checkout.mak_unknown", at="mak", mak=checkout.mak, rup=rup.code)
    if checkout.funding_source != rup.funding_source:
        refuse("checkout.funding_mismatch", at="funding_source", funding=rup.funding_source)
    return rup


def _satker(actor: Actor, facts: Facts) -> SatkerFact:
    if facts.satker is None or facts.satker.id != actor.satker_id:
        refuse("checkout.satker_unknown", satker=actor.satker_id)
    return facts.satker


def _ppk(checkout: Checkout, actor: Actor, facts: Facts) -> Person:
    if not checkout.ppk_access_id:
        refuse("checkout.ppk_missing", at="ppk_access_id")
    ppk: OfficialFact | None = facts.ppk
    if (
        ppk is None
        or ppk.access_id != checkout.ppk_access_id
        or ppk.role is not Role.PPK
        or ppk.satker_id != actor.satker_id
        or not ppk.active
    ):
        refuse("checkout.ppk_unknown", at="ppk_access_id")
    if actor.role is Role.PPK and ppk.access_id != actor.access_id:
        refuse("checkout.ppk_must_be_self", at="ppk_access_id", ppk=actor.name)
    if actor.role is not Role.PPK and ppk.user_id == actor.user_id:
        refuse("checkout.ppk_is_buyer", at="ppk_access_id", ppk=ppk.name)
    return Person(
        user_id=ppk.user_id,
        access_id=ppk.access_id,
        role=ppk.role,
        name=ppk.name,
        position=ppk.position,
        nip=ppk.nip,
    )


def _deliveries(
    checkout: Checkout, lines: tuple[OrderLine, ...], vendor: VendorFact, ctx: Context, facts: Facts
) -> tuple[OrderDelivery, ...]:
    if not checkout.deliveries:
        refuse("checkout.delivery_missing", at="deliveries")
    if [place.no for place in checkout.deliveries] != list(range(1, len(checkout.deliveries) + 1)):
        refuse("checkout.delivery_numbers", at="deliveries")
    places = tuple(
        _delivery(place, index, lines, vendor, ctx, facts) for index, place in enumerate(checkout.deliveries)
    )
    for line in lines:
        spread = sum(place.quantities.get(str(line.no), 0) for place in places)
        if spread != line.quantity:
            refuse(
                "checkout.quantities_do_not_add_up",
                at="deliveries",
                product=line.name,
                ordered_qty=line.quantity,
                spread_qty=spread,
                unit=line.unit,
            )
    return places


def _delivery(
    place: Delivery,
    index: int,
    lines: tuple[OrderLine, ...],
    vendor: VendorFact,
    ctx: Context,
    facts: Facts,
) -> OrderDelivery:
    at = f"deliveries.{index}"
    for name in ("recipient", "phone", "street", "region_code", "postal_code"):
        if not str(getattr(place, name)).strip():
            refuse(f"checkout.{name}_missing", at=f"{at}.{name}", delivery=place.no)
    if place.arrive_to < place.arrive_from:
        refuse("checkout.arrival_reversed", at=f"{at}.arrive_to", delivery=place.no)
    if place.arrive_to < ctx.today(satker=facts.satker):
        refuse(
            "checkout.arrival_past",
            at=f"{at}.arrive_to",
            delivery=place.no,
            arrive_date=place.arrive_to.isoformat(),
        )
    by_no = {str(line.no): line for line in lines}
    for number, amount in place.quantities.items():
        if number not in by_no or amount < 0:
            refuse("checkout.delivery_quantity", at=f"{at}.quantities", delivery=place.no)
    if not any(place.quantities.values()):
        refuse("checkout.delivery_empty", at=f"{at}.quantities", delivery=place.no)
    listed, grams = _shipping(place, at, by_no, vendor, facts)
    return OrderDelivery(
        no=place.no,
        recipient=place.recipient.strip(),
        phone=place.phone.strip(),
        street=place.street.strip(),
        region_code=place.region_code,
        region_path=place.region_path,
        postal_code=place.postal_code.strip(),
        arrive_from=place.arrive_from,
        arrive_to=place.arrive_to,
        courier=place.courier,
        quantities=dict(place.quantities),
        listed_shipping=listed,
        weight_grams=grams,
        note=place.note.strip(),
    )


def _shipping(
    place: Delivery, at: str, by_no: dict[str, OrderLine], vendor: VendorFact, facts: Facts
) -> tuple[Rupiah, int]:
    products = {number: facts.products[by_no[number].product_id] for number in place.quantities}
    quote = delivery_quote(place.quantities, products, vendor, place.courier, place.region_code)
    if quote is None:
        refuse(
            "checkout.courier_unavailable",
            at=f"{at}.courier",
            courier=place.courier.value,
            vendor=vendor.name,
        )
    listed = quote.price
    if place.shipping_price != listed:
        refuse(
            "checkout.shipping_changed",
            at=f"{at}.shipping_price",
            seen=place.shipping_price,
            price=listed,
            delivery=place.no,
        )
    if place.courier is Courier.THIRD_PARTY and place.shipping_offer != listed:
        refuse("checkout.courier_fixed_price", at=f"{at}.shipping_offer", price=listed, delivery=place.no)
    return listed, quote.weight_grams


def _payment(checkout: Checkout, actor: Actor) -> None:
    if actor.role is Role.PP and checkout.payment_method is not PaymentMethod.UP:
        refuse("checkout.pp_pays_by_up", at="payment_method")
    if checkout.payment_plan is PaymentPlan.TERMIN and len(checkout.deliveries) < 2:
        refuse("checkout.one_place_one_payment", at="payment_plan")


def _offers(checkout: Checkout) -> dict[str, Rupiah]:
    offers = {line_item(line.no): line.offer_price for line in checkout.lines}
    offers |= {service_item(service.no): service.offer_price for service in checkout.services}
    offers |= {
        shipping_item(place.no): place.shipping_offer
        for place in checkout.deliveries
        if place.courier is Courier.VENDOR
    }
    return offers


def opens_for(order: Order | None, actor: Actor) -> None:
    """Refuse to submit somebody else's draft."""
    if order is not None and order.buyer.user_id != actor.user_id:
        refuse("order.not_yours")
