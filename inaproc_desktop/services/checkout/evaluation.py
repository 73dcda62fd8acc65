"""What a half-filled checkout comes to, and what is missing or wrong in it. Pure; the core counts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from inaproc_core.errors import Refusal, Refused
from inaproc_core.orders.commands import SubmitCheckout
from inaproc_core.orders.content import PaymentMethod, PaymentPlan
from inaproc_core.orders.context import Context
from inaproc_core.orders.machine import decide
from inaproc_core.orders.model import Totals
from inaproc_core.orders.negotiation import check_offer, floor_of
from inaproc_core.orders.opening import check_executor, check_pagu, threshold_total
from inaproc_core.orders.quoting import check_buyable
from inaproc_core.policy import Policy, executor_for
from inaproc_core.values import Rupiah
from inaproc_desktop.ports.checkout import CheckoutForm, FormPlace, ItemPrice, PlaceQuote, Problem, Verdict
from inaproc_desktop.services.checkout.assembly import Draft, assemble, draft_of, form_field
from inaproc_desktop.services.checkout.known import Known


def evaluate(form: CheckoutForm, known: Known, ctx: Context) -> Verdict:
    """Add a form up and list what keeps it from being submitted. Fast enough for every keystroke."""
    draft = draft_of(form, known, ctx.policy)
    listed, offered = draft.listed_totals(ctx.policy), draft.offered_totals(ctx.policy)
    rup = known.rups.get(form.rup_code)
    executor = executor_for(threshold_total(listed, ctx), ctx.policy) if listed.total else None
    problems = tuple(_problems(form, known, ctx, draft, listed))
    return Verdict(
        listed=listed,
        offered=offered,
        executor=executor,
        may_buy=executor is None or executor.allows(known.actor.role),
        rup=rup,
        pagu_left=rup.remaining - listed.total if rup is not None else None,
        items=_items(form, draft, ctx.policy),
        quotes={
            place.id: PlaceQuote(
                place_id=place.id,
                price=quote.price if quote is not None else None,
                kilograms=quote.kilograms if quote is not None else 0,
            )
            for place, quote in draft.quotes
        },
        unshared={line.product_id: form.unshared(line.product_id) for line in form.lines},
        taxed=known.vendor.pkp if known.vendor is not None else True,
        dpp_factor=str(ctx.policy.dpp_factor),
        ppn_rate=ctx.policy.ppn_rate.percent(),
        up_limit=_up_limit(form, listed, ctx.policy),
        problems=problems,
    )


def _items(form: CheckoutForm, draft: Draft, policy: Policy) -> dict[str, ItemPrice]:
    found: dict[str, ItemPrice] = {}
    for name, item in draft.names.items():
        listed, floor = draft.listed[item], floor_of(item, policy)
        found[name] = ItemPrice(
            item=name,
            listed=listed,
            offer=draft.offers.get(item),
            lowest=floor,
            highest=Rupiah(max(floor, listed - 1)),
            own=name in form.offers,
        )
    return found


def _up_limit(form: CheckoutForm, listed: Totals, policy: Policy) -> Rupiah | None:
    limits = policy.up_channel_below.values()
    if form.method is not PaymentMethod.UP or not limits:
        return None
    highest = max(limits)
    return highest if listed.total >= highest else None


def _problems(
    form: CheckoutForm, known: Known, ctx: Context, draft: Draft, listed: Totals
) -> Iterator[Problem]:
    found = [
        *_budget(form, known, listed, ctx),
        *_reviewer(form, known),
        *_places(form, draft),
        *_goods(form, known, draft, ctx.policy),
        *_payment(form),
        *_note(form),
    ]
    yield from found
    if any(problem.refusal is None for problem in found):
        return
    # Complete: what the checks above do not know, the whole decision does.
    command = SubmitCheckout(checkout=assemble(form, known, draft), max_total=listed.total)
    decision = decide(None, command, known.actor, known.facts(form), ctx)
    if isinstance(decision, Refusal):
        said = {(problem.refusal.code, problem.field) for problem in found if problem.refusal is not None}
        section, name = form_field(decision, form)
        if (decision.code, name) not in said:
            yield Problem(section=section, field=name, refusal=decision)


def _goods(form: CheckoutForm, known: Known, draft: Draft, policy: Policy) -> Iterator[Problem]:
    if not form.lines:
        yield Problem(section="goods", field="goods", refusal=Refusal(code="checkout.empty", field="lines"))
    for line in form.lines:
        name = f"goods.{line.product_id}"
        product = known.products.get(line.product_id)
        if product is None:
            refusal = Refusal(code="checkout.product_unknown", facts={"product": line.product_id})
            yield Problem(section="goods", field=f"{name}.quantity", refusal=refusal)
            continue
        if line.quantity is None:
            yield Problem(section="goods", field=f"{name}.quantity")
            continue
        yield from _said("goods", f"{name}.quantity", partial(check_buyable, product, line.quantity))
        if product.price != line.seen_price:
            refusal = Refusal(
                code="checkout.price_changed",
                facts={"product": product.name, "seen": line.seen_price, "price": product.price},
            )
            yield Problem(section="goods", field=f"{name}.price", refusal=refusal)
    for name, item in draft.names.items():
        offer = draft.offers.get(item)
        if offer is None:
            yield Problem(section="goods", field=f"offers.{name}")
            continue
        ceiling, price = {item: draft.listed[item]}, {item: offer}
        check = partial(check_offer, ceiling, ceiling, price, policy, whole=False)
        yield from _said("goods", f"offers.{name}", check)


def _budget(form: CheckoutForm, known: Known, listed: Totals, ctx: Context) -> Iterator[Problem]:
    rup = known.rups.get(form.rup_code)
    if rup is None:
        yield Problem(section="rup", field="rup_code")
    else:
        if not form.mak or (rup.maks and form.mak not in rup.maks):
            yield Problem(section="rup", field="mak")
        yield from _said("rup", "rup_code", partial(check_pagu, listed.total, rup, ctx))
    if listed.total:
        yield from _said("rup", "total", partial(check_executor, listed, known.actor.role, ctx))


def _reviewer(form: CheckoutForm, known: Known) -> Iterator[Problem]:
    if form.ppk_access_id not in known.ppks:
        yield Problem(section="ppk", field="ppk_access_id")


def _places(form: CheckoutForm, draft: Draft) -> Iterator[Problem]:
    if not form.places:
        yield Problem(section="places", field="places")
    quotes = {place.id: quote for place, quote in draft.quotes}
    for place in form.places:
        name = f"places.{place.id}"
        for part in ("recipient", "phone", "street", "region_code", "postal_code"):
            if not str(getattr(place, part)).strip():
                yield Problem(section="places", field=f"{name}.{part}")
        if place.arrive_from is None or place.arrive_to is None:
            yield Problem(section="places", field=f"{name}.arrival")
        if form.has_many_places and not any(place.quantities.values()):
            yield Problem(section="places", field=f"{name}.quantities")
        if place.region_code and quotes[place.id] is None:
            refusal = Refusal(code="checkout.courier_unavailable", facts=_courier_facts(place, draft))
            yield Problem(section="places", field=f"{name}.courier", refusal=refusal)
    for line in form.lines:
        if form.places and line.quantity is not None and form.unshared(line.product_id):
            yield Problem(
                section="places",
                field=f"places.{form.places[-1].id}.quantities",
                refusal=_not_shared(form, line.product_id, draft),
            )


def _payment(form: CheckoutForm) -> Iterator[Problem]:
    if form.method is None:
        yield Problem(section="payment", field="method")
    if form.plan is PaymentPlan.TERMIN and not form.has_many_places:
        yield Problem(section="payment", field="plan", refusal=Refusal(code="checkout.one_place_one_payment"))


def _note(form: CheckoutForm) -> Iterator[Problem]:
    if not form.declaration:
        yield Problem(section="note", field="declaration")


def _not_shared(form: CheckoutForm, product_id: str, draft: Draft) -> Refusal:
    line = next(line for line in form.lines if line.product_id == product_id)
    product = draft.products.get(product_id)
    wanted = line.quantity or 0
    return Refusal(
        code="checkout.quantities_do_not_add_up",
        facts={
            "product": product.name if product is not None else product_id,
            "ordered_qty": wanted,
            "spread_qty": wanted - form.unshared(product_id),
            "unit": product.unit if product is not None else "",
        },
    )


def _courier_facts(place: FormPlace, draft: Draft) -> dict[str, str | int]:
    vendor = draft.vendor.name if draft.vendor is not None else ""
    return {"courier": place.courier.value, "vendor": vendor}


def _said(section: str, name: str, check: Callable[[], None]) -> Iterator[Problem]:
    """Turn a rule that refuses into a problem of a field."""
    try:
        check()
    except Refused as refused:
        yield Problem(section=section, field=name, refusal=refused.refusal)
