"""Checkout: the threshold to the rupiah, the budget, and every refusal of the form."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inaproc_core.errors import Refusal
from inaproc_core.orders import commands as c
from inaproc_core.orders.content import Checkout, Courier, PaymentMethod, PaymentPlan
from inaproc_core.orders.events import NegotiationOpened
from inaproc_core.orders.facts import Facts
from inaproc_core.orders.machine import decide
from inaproc_core.roles import Actor
from inaproc_core.values import Quantity, Rupiah, quantity
from tests.builders import PP, PPK, checkout, context, facts, official, product, rup, vendor

SKY = Rupiah(10**13)


def submit(form: Checkout, known: Facts, actor: Actor = PP, max_total: Rupiah = SKY):
    return decide(None, c.SubmitCheckout(checkout=form, max_total=max_total), actor, known, context())


def priced(total: int, actor: Actor) -> tuple[Checkout, Facts]:
    """A one-line order of a seller who adds no PPN and sends nothing: the gross total is the price."""
    known = facts(product("p-1", price=total, weight=0), seller=vendor(pkp=False), budget=rup(pagu=10**12))
    method = PaymentMethod.UP if actor is PP else PaymentMethod.LS
    return checkout(known, {"p-1": quantity(1)}, ppk=PPK, method=method), known


@pytest.mark.parametrize(
    ("total", "actor", "code"),
    [
        (199_999_999, PP, ""),
        (200_000_000, PP, ""),
        (200_000_001, PP, "checkout.over_threshold"),
        (200_000_000, PPK, "checkout.below_threshold"),
        (200_000_001, PPK, ""),
        (900_000_000, PPK, ""),
    ],
)
def test_the_threshold_is_exact_for_both_roles(total: int, actor: Actor, code: str):
    form, known = priced(total, actor)
    decision = submit(form, known, actor)
    if code:
        assert isinstance(decision, Refusal)
        assert decision.code == code
        assert decision.facts["total"] == total
        assert decision.facts["limit"] == 200_000_000
    else:
        assert not isinstance(decision, Refusal), decision


def test_the_threshold_looks_at_the_total_before_negotiation():
    form, known = priced(200_000_001, PP)
    cheap = replace(form, lines=(replace(form.lines[0], offer_price=Rupiah(1)),))
    decision = submit(cheap, known)
    assert isinstance(decision, Refusal)
    assert decision.code == "checkout.over_threshold"


@pytest.mark.parametrize(("left", "accepted"), [(200_000_000, True), (199_999_999, False)])
def test_an_order_must_fit_what_is_left_of_the_pagu(left: int, accepted: bool):
    form, known = priced(200_000_000, PP)
    known = replace(known, rup=rup(pagu=300_000_000, reserved=60_000_000, committed=240_000_000 - left))
    decision = submit(form, known)
    assert isinstance(decision, Refusal) is not accepted
    if isinstance(decision, Refusal):
        assert decision.code == "checkout.over_pagu"
        assert decision.facts["remaining"] == left
        assert decision.facts["missing"] == 1


def _form() -> Checkout:
    return checkout(facts())


def _place(form: Checkout, **change: Any) -> Checkout:
    return replace(form, deliveries=(replace(form.deliveries[0], **change),))


def _line(form: Checkout, **change: Any) -> Checkout:
    return replace(form, lines=(replace(form.lines[0], **change), *form.lines[1:]))


BAD_FORMS = {
    "checkout.empty": lambda: (replace(_form(), lines=()), facts()),
    "checkout.vendor_unknown": lambda: (replace(_form(), vendor_id="v-9"), facts()),
    "checkout.vendor_inactive": lambda: (_form(), replace(facts(), vendor=replace(vendor(), active=False))),
    "checkout.product_unknown": lambda: (_line(_form(), product_id="p-9"), facts()),
    "checkout.two_vendors": lambda: (
        _form(),
        facts(product("p-1"), product("p-2", price=1_200_000, vendor_id="v-2")),
    ),
    "checkout.product_delisted": lambda: (
        _form(),
        facts(product("p-1", listed=False), product("p-2", price=1_200_000)),
    ),
    "checkout.price_changed": lambda: (_line(_form(), listed_price=Rupiah(59_999)), facts()),
    "checkout.quantity_missing": lambda: (_line(_form(), quantity=Quantity(0)), facts()),
    "checkout.quantity_below_minimum": lambda: (_line(_form(), quantity=Quantity(99)), facts()),
    "checkout.quantity_over_stock": lambda: (
        _form(),
        facts(product("p-1", stock=quantity(9)), product("p-2", price=1_200_000)),
    ),
    "checkout.line_numbers": lambda: (_line(_form(), no=3), facts()),
    "checkout.rup_missing": lambda: (replace(_form(), rup_code=""), facts()),
    "checkout.rup_unknown": lambda: (replace(_form(), rup_code="99999999"), facts()),
    "checkout.rup_not_announced": lambda: (_form(), replace(facts(), rup=replace(rup(), announced=False))),
    "checkout.rup_other_year": lambda: (_form(), replace(facts(), rup=replace(rup(), year=2025))),
    "checkout.mak_missing": lambda: (replace(_form(), mak=""), facts()),
    "checkout.mak_unknown": lambda: (replace(_form(), mak="1.2.3"), facts()),
    "checkout.funding_mismatch": lambda: (replace(_form(), funding_source="APBN"), facts()),
    "checkout.ppk_missing": lambda: (replace(_form(), ppk_access_id=""), facts()),
    "checkout.ppk_unknown": lambda: (
        _form(),
        replace(facts(), ppk=replace(official(PPK), active=False)),
    ),
    "checkout.ppk_is_buyer": lambda: (
        _form(),
        replace(facts(), ppk=replace(official(PPK), user_id=PP.user_id)),
    ),
    "checkout.delivery_missing": lambda: (replace(_form(), deliveries=()), facts()),
    "checkout.delivery_numbers": lambda: (_place(_form(), no=2), facts()),
    "checkout.recipient_missing": lambda: (_place(_form(), recipient=" "), facts()),
    "checkout.phone_missing": lambda: (_place(_form(), phone=""), facts()),
    "checkout.street_missing": lambda: (_place(_form(), street=""), facts()),
    "checkout.region_code_missing": lambda: (_place(_form(), region_code=""), facts()),
    "checkout.postal_code_missing": lambda: (_place(_form(), postal_code=""), facts()),
    "checkout.arrival_reversed": lambda: (_place(_form(), arrive_to=date(2026, 11, 30)), facts()),
    "checkout.arrival_past": lambda: (
        _place(_form(), arrive_from=date(2026, 11, 20), arrive_to=date(2026, 11, 22)),
        facts(),
    ),
    "checkout.delivery_quantity": lambda: (_place(_form(), quantities={"9": quantity(1)}), facts()),
    "checkout.delivery_empty": lambda: (_place(_form(), quantities={}), facts()),
    "checkout.quantities_do_not_add_up": lambda: (
        _place(_form(), quantities={"1": quantity(10), "2": quantity(10) - 1}, shipping_price=Rupiah(0)),
        facts(product("p-1", weight=0), product("p-2", price=1_200_000, weight=0)),
    ),
    "checkout.shipping_changed": lambda: (_place(_form(), shipping_price=Rupiah(1)), facts()),
    "checkout.courier_unavailable": lambda: (
        _form(),
        replace(facts(), vendor=replace(vendor(), tariffs={})),
    ),
    "checkout.courier_fixed_price": lambda: (
        _place(checkout(facts(), courier=Courier.THIRD_PARTY), shipping_offer=Rupiah(0)),
        facts(),
    ),
    "checkout.pp_pays_by_up": lambda: (replace(_form(), payment_method=PaymentMethod.LS), facts()),
    "checkout.one_place_one_payment": lambda: (replace(_form(), payment_plan=PaymentPlan.TERMIN), facts()),
    "checkout.declaration_missing": lambda: (replace(_form(), declaration=False), facts()),
    "checkout.note_too_long": lambda: (replace(_form(), note="x" * 2001), facts()),
    "offer.below_floor": lambda: (_line(_form(), offer_price=Rupiah(0)), facts()),
    "offer.not_lower": lambda: (_line(_form(), offer_price=Rupiah(60_000)), facts()),
}


@pytest.mark.parametrize("code", BAD_FORMS)
def test_a_bad_form_is_refused_by_name(code: str):
    form, known = BAD_FORMS[code]()
    decision = submit(form, known)
    assert isinstance(decision, Refusal)
    assert decision.code == code
    assert decision.field or code in {"checkout.satker_unknown"}


def test_too_many_lines_are_refused():
    many = tuple(product(f"p-{n}") for n in range(101))
    form = checkout(facts(*many))
    decision = submit(form, facts(*many))
    assert isinstance(decision, Refusal)
    assert decision.code == "checkout.too_many_lines"


def test_a_total_above_what_the_person_saw_is_refused():
    known = facts()
    decision = submit(checkout(known), known, max_total=Rupiah(1))
    assert isinstance(decision, Refusal)
    assert decision.code == "checkout.total_changed"


def test_a_ppk_buyer_names_nobody_else_as_ppk():
    form, known = priced(200_000_001, PPK)
    other = replace(official(PPK), access_id="a-ppk2", user_id="u-ppk2")
    decision = submit(replace(form, ppk_access_id="a-ppk2"), replace(known, ppk=other), PPK)
    assert isinstance(decision, Refusal)
    assert decision.code == "checkout.ppk_must_be_self"


def test_a_good_form_opens_round_one_with_everything_frozen():
    known = facts()
    decision = submit(checkout(known), known)
    assert not isinstance(decision, Refusal)
    (opened,) = decision
    assert isinstance(opened, NegotiationOpened)
    assert opened.number == known.order_number
    assert opened.listed.total > opened.current.total
    assert set(opened.prices) == {"line:1", "line:2", "shipping:1"}


@given(price=st.integers(1, 5_000_000), count=st.integers(100, 9_999), pkp=st.booleans())
def test_totals_always_balance(price: int, count: int, pkp: bool):
    known = facts(product("p-1", price=price), seller=vendor(pkp=pkp), budget=rup(pagu=10**13))
    actor = PPK if price * count > 90_000_000 * 100 else PP
    method = PaymentMethod.LS if actor is PPK else PaymentMethod.UP
    form = checkout(known, {"p-1": Quantity(count)}, method=method, discount=100)
    decision = submit(form, known, actor)
    if isinstance(decision, Refusal):
        assert decision.code in {"checkout.over_threshold", "checkout.below_threshold", "offer.not_lower"}
        return
    (opened,) = decision
    assert isinstance(opened, NegotiationOpened)
    for totals in (opened.listed, opened.current):
        assert totals.total == totals.goods + totals.services + totals.shipping + totals.courier + totals.ppn
        taxed = Decimal(totals.goods + totals.services + totals.shipping)
        dpp = (taxed * 11 / 12).quantize(Decimal(1), ROUND_HALF_UP) if pkp else Decimal(0)
        assert totals.dpp == dpp
        assert totals.ppn == (dpp * 12 / 100).quantize(Decimal(1), ROUND_HALF_UP)
