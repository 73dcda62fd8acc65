"""What the checkout says of itself: the core's totals, the threshold to the rupiah, all that is missing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from inaproc_core.errors import Refusal
from inaproc_core.orders.commands import SubmitCheckout
from inaproc_core.orders.content import Courier, PaymentMethod, PaymentPlan
from inaproc_core.orders.events import NegotiationOpened
from inaproc_core.orders.machine import decide
from inaproc_core.values import Quantity, Rupiah
from inaproc_desktop.ports.checkout import FormLine
from inaproc_desktop.services.checkout import (
    Known,
    evaluate,
    product_offer,
    shipping_offer,
    with_discount,
    with_offer,
    with_place,
    with_quantity,
    without_place,
)
from inaproc_desktop.services.checkout.assembly import assemble, draft_of
from tests import builders
from tests.desktop.services.checkout.desk import PLACE, codes, complete, make


def test_a_complete_form_has_nothing_in_its_way_and_the_core_agrees_to_the_rupiah():
    service, mine = make()
    form = complete(service, mine)
    known = service.know(form)
    verdict = service.evaluate(form, known)
    assert verdict.is_ready
    context = builders.context()
    checkout = assemble(form, known, draft_of(form, known, context.policy))
    command = SubmitCheckout(checkout=checkout, max_total=verdict.listed.total)
    decision = decide(None, command, builders.PP, known.facts(form), context)
    assert not isinstance(decision, Refusal), decision
    (event,) = decision
    assert isinstance(event, NegotiationOpened)
    assert event.listed == verdict.listed
    assert event.current == verdict.offered


def _priced(total: int):
    """Return a world in which one unit of p-9, without shipping, costs this much with PPN."""
    service, mine = make()
    # 111/100 has no whole solution for every total; a seller who is not PKP reaches every rupiah.
    mine.world.vendors["v-1"] = replace(mine.world.vendors["v-1"], pkp=False)
    mine.world.products["p-9"] = builders.product("p-9", price=total, weight=0)
    return service, mine


@pytest.mark.parametrize(
    ("actor", "total", "may_buy", "code"),
    [
        (builders.PP, 199_999_999, True, ""),
        (builders.PP, 200_000_000, True, ""),
        (builders.PP, 200_000_001, False, "checkout.over_threshold"),
        (builders.PPK, 200_000_000, False, "checkout.below_threshold"),
        (builders.PPK, 200_000_001, True, ""),
    ],
)
def test_the_threshold_is_exact(actor, total, may_buy, code):
    _, mine = _priced(total)
    service, mine = make(actor, mine.world)
    mine.world.rups["51402877"] = builders.rup(pagu=10**9)
    form = complete(service, mine, p_9=100)
    if actor is builders.PPK:
        form = replace(form, method=PaymentMethod.LS)
    verdict = service.evaluate(form, service.know(form))
    assert verdict.listed.total == total
    assert verdict.executor is not None
    assert (verdict.may_buy, verdict.executor.difference) == (may_buy, total - 200_000_000)
    assert codes(service, form) == ({"total": code} if code else {})


def test_the_threshold_counts_listed_prices_whatever_is_offered():
    service, mine = _priced(200_000_001)
    mine.world.rups["51402877"] = builders.rup(pagu=10**9)
    form = with_discount(complete(service, mine, p_9=100), 9000)
    assert codes(service, form) == {"total": "checkout.over_threshold"}


def test_at_the_limit_of_the_up_channels_the_page_warns():
    service, mine = _priced(200_000_000)
    form = complete(service, mine, p_9=100)
    assert service.evaluate(form, service.know(form)).up_limit == 200_000_000
    service, mine = _priced(199_999_999)
    form = complete(service, mine, p_9=100)
    assert service.evaluate(form, service.know(form)).up_limit is None


@pytest.mark.parametrize(("left", "code"), [(0, ""), (-1, "checkout.over_pagu")])
def test_the_pagu_is_exact_and_counts_what_others_hold(left, code):
    service, mine = _priced(1_000_000)
    mine.world.rups["51402877"] = builders.rup(pagu=1_500_000 + left, reserved=300_000, committed=200_000)
    form = complete(service, mine, p_9=100)
    assert service.evaluate(form, service.know(form)).pagu_left == left
    assert codes(service, form) == ({"rup_code": code} if code else {})


def test_an_empty_form_lists_everything_at_once_in_the_order_of_the_page():
    service, mine = make()
    mine.put_in_cart("p-1", 1000)
    desk = service.open(service.start_from_cart("v-1"))
    assert desk is not None
    verdict = service.evaluate(desk.form, desk.known)
    assert [problem.field for problem in verdict.problems] == [
        "rup_code",
        "ppk_access_id",
        "places.p1.recipient",
        "places.p1.phone",
        "places.p1.street",
        "places.p1.region_code",
        "places.p1.postal_code",
        "places.p1.arrival",
        "declaration",
    ]
    assert not verdict.is_ready


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda f: replace(f, mak="9.9"), {"mak": ""}),
        (lambda f: replace(f, ppk_access_id="a-pp"), {"ppk_access_id": ""}),
        (lambda f: replace(f, method=None), {"method": ""}),
        (lambda f: replace(f, method=PaymentMethod.LS), {"method": "checkout.pp_pays_by_up"}),
        (lambda f: replace(f, plan=PaymentPlan.TERMIN), {"plan": "checkout.one_place_one_payment"}),
        (lambda f: replace(f, declaration=False), {"declaration": ""}),
        (lambda f: replace(f, note="x" * 2001), {"note": "checkout.note_too_long"}),
        (lambda f: with_quantity(f, "p-1", None), {"goods.p-1.quantity": ""}),
        (
            lambda f: with_quantity(f, "p-1", Quantity(0)),
            {"goods.p-1.quantity": "checkout.quantity_missing"},
        ),
        (lambda f: with_place(f, replace(PLACE, phone=" ")), {"places.p1.phone": ""}),
        (lambda f: with_place(f, replace(PLACE, arrive_to=None)), {"places.p1.arrival": ""}),
        (
            lambda f: with_place(f, replace(PLACE, arrive_to=date(2026, 11, 30))),
            {"places.p1.arrival": "checkout.arrival_reversed"},
        ),
        (
            lambda f: with_place(
                f, replace(PLACE, arrive_from=date(2026, 11, 1), arrive_to=date(2026, 11, 2))
            ),
            {"places.p1.arrival": "checkout.arrival_past"},
        ),
        (lambda f: with_offer(f, product_offer("p-1"), None), {"offers.product:p-1": ""}),
        (lambda f: replace(f, lines=()), {"goods": "checkout.empty"}),
    ],
)
def test_each_fault_is_found_at_its_field(change, expected):
    service, mine = make()
    form = change(complete(service, mine))
    assert codes(service, form) == expected


@pytest.mark.parametrize(
    ("price", "code"),
    [
        (59_999, ""),
        (60_000, "offer.not_lower"),
        (60_001, "offer.not_lower"),
        (1, ""),
        (0, "offer.below_floor"),
    ],
)
def test_product_offers_stay_below_the_listed_price_and_above_the_floor(price, code):
    service, mine = make()
    form = with_offer(complete(service, mine), product_offer("p-1"), Rupiah(price))
    assert codes(service, form) == ({"offers.product:p-1": code} if code else {})


@pytest.mark.parametrize(("price", "code"), [(0, ""), (67_999, ""), (68_000, "offer.not_lower")])
def test_shipping_may_go_down_to_nothing(price, code):
    service, mine = make()
    form = with_offer(complete(service, mine), shipping_offer("p1"), Rupiah(price))
    assert service.evaluate(form, service.know(form)).items["shipping:p1"].listed == 68_000
    assert codes(service, form) == ({"offers.shipping:p1": code} if code else {})


@pytest.mark.parametrize("listed", [1, 2, 3, 19, 60_000])
@pytest.mark.parametrize("discount", [0, 1, 500, 9_999, 10_000])
def test_every_suggested_offer_is_allowed(listed, discount):
    service, mine = make()
    mine.world.products["p-1"] = replace(mine.world.products["p-1"], price=Rupiah(listed))
    form = with_discount(complete(service, mine, p_1=1000), discount)
    assert codes(service, form) == {}


def test_a_third_party_courier_has_a_fixed_price():
    service, mine = make()
    form = with_place(complete(service, mine), replace(PLACE, courier=Courier.THIRD_PARTY))
    verdict = service.evaluate(form, service.know(form))
    assert verdict.is_ready
    assert "shipping:p1" not in verdict.items
    assert (verdict.listed.shipping, verdict.listed.courier) == (0, 68_000)


def test_a_courier_that_nobody_offers_is_refused_at_its_field():
    service, mine = make()
    vendor = mine.world.vendors["v-1"]
    mine.world.vendors["v-1"] = replace(vendor, tariffs={Courier.VENDOR.value: builders.TARIFF})
    form = with_place(complete(service, mine), replace(PLACE, courier=Courier.THIRD_PARTY))
    assert codes(service, form) == {"places.p1.courier": "checkout.courier_unavailable"}


def test_a_changed_price_is_named_until_it_is_taken():
    service, mine = make()
    form = complete(service, mine)
    mine.world.products["p-1"] = replace(mine.world.products["p-1"], price=Rupiah(61_000))
    assert codes(service, form) == {"goods.p-1.price": "checkout.price_changed"}
    lines = tuple(replace(line, seen_price=Rupiah(61_000)) for line in form.lines[:1]) + form.lines[1:]
    assert codes(service, replace(form, lines=lines)) == {}


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"minimum": Quantity(2000)}, "checkout.quantity_below_minimum"),
        ({"stock": Quantity(500)}, "checkout.quantity_over_stock"),
        ({"listed": False}, "checkout.product_delisted"),
    ],
)
def test_products_are_checked_as_they_are_now(change, code):
    service, mine = make()
    form = complete(service, mine)
    mine.world.products["p-1"] = replace(mine.world.products["p-1"], **change)
    assert codes(service, form) == {"goods.p-1.quantity": code}


def test_two_penyedia_cannot_share_a_checkout():
    service, mine = make()
    form = complete(service, mine)
    foreign = FormLine(product_id="p-4", quantity=Quantity(1000), seen_price=Rupiah(62_500))
    found = codes(service, replace(form, lines=(*form.lines, foreign)))
    assert found == {"goods.p-4.quantity": "checkout.two_vendors"}


def test_quantities_are_shared_out_among_places_to_the_hundredth():
    service, mine = make()
    form = complete(service, mine, p_1=1000)
    second = replace(PLACE, id="p2", recipient="Gudang UPT")
    form = with_place(form, second)
    assert codes(service, form) == {"places.p2.quantities": ""}
    form = with_place(form, replace(second, quantities={"p-1": Quantity(350)}))
    assert codes(service, form) == {"places.p2.quantities": "checkout.quantities_do_not_add_up"}
    assert form.unshared("p-1") == -350
    first = form.places[0]
    form = with_place(form, replace(first, quantities={"p-1": Quantity(650)}))
    assert codes(service, form) == {}
    verdict = service.evaluate(form, service.know(form))
    assert sum(quote.price or 0 for quote in verdict.quotes.values()) == verdict.listed.shipping
    assert codes(service, replace(form, plan=PaymentPlan.TERMIN)) == {}


def test_taking_the_second_place_away_gives_everything_back_to_the_first():
    service, mine = make()
    form = complete(service, mine, p_1=1000)
    form = replace(with_place(form, replace(PLACE, id="p2")), plan=PaymentPlan.TERMIN)
    form = with_offer(form, shipping_offer("p2"), Rupiah(1))
    form = without_place(form, "p2")
    assert form.unshared("p-1") == 0
    assert (form.plan, form.offers) == (PaymentPlan.ONCE, {})
    assert codes(service, form) == {}


def test_a_seller_without_pkp_adds_no_ppn():
    service, mine = make()
    mine.put_in_cart("p-4", 1000)
    desk = service.open(service.start_from_cart("v-2"))
    assert desk is not None
    verdict = service.evaluate(desk.form, desk.known)
    assert (verdict.taxed, verdict.listed.ppn, verdict.listed.total) == (False, 0, 625_000)


def test_a_hundred_lines_are_judged_at_once():
    service, mine = make()
    form = complete(service, mine, p_1=100)
    products = {f"x-{n}": builders.product(f"x-{n}", price=1_000 + n) for n in range(100)}
    lines = tuple(
        FormLine(product_id=item, quantity=Quantity(100), seen_price=one.price)
        for item, one in products.items()
    )
    form = replace(form, lines=lines)
    known = replace(service.know(form), products=products)
    assert isinstance(known, Known)
    context = builders.context()
    verdict = evaluate(form, known, context)
    assert verdict.is_ready
