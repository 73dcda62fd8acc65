"""Two versions of a draft become one: nothing is lost, nothing is doubled, and clashes are named."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date, timedelta
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inaproc_core.orders.content import Attachment, Courier, PaymentMethod, PaymentPlan
from inaproc_core.orders.form import CheckoutForm, FormLine, FormPlace, Origin
from inaproc_core.orders.merging import Side, blank_form, merge
from inaproc_core.values import Quantity, Rupiah
from tests import builders as b

PRODUCTS = ("p-1", "p-2", "p-3", "p-4")
PLACES = ("p1", "p2", "p3")
WORDS = st.sampled_from(("", "satu", "dua", "tiga"))
AMOUNTS = st.none() | st.integers(0, 3).map(lambda n: Quantity(n * 100))
PRICES = st.integers(1, 3).map(Rupiah)
DAYS = st.none() | st.integers(0, 3).map(lambda n: date(2026, 12, 1) + timedelta(days=n))


@st.composite
def forms(draw: st.DrawFn) -> CheckoutForm:
    lines = draw(st.sets(st.sampled_from(PRODUCTS)))
    places = draw(st.sets(st.sampled_from(PLACES), min_size=1))
    offers = st.sampled_from(
        [*(f"product:{one}" for one in PRODUCTS), *(f"shipping:{one}" for one in PLACES)]
    )
    return CheckoutForm(
        order_id="o-1",
        vendor_id="v-1",
        origin=Origin.CART,
        lines=tuple(
            FormLine(product_id=one, quantity=draw(AMOUNTS), seen_price=draw(PRICES)) for one in sorted(lines)
        ),
        places=tuple(
            FormPlace(
                id=one,
                recipient=draw(WORDS),
                street=draw(WORDS),
                region_code=draw(WORDS),
                note=draw(WORDS),
                arrive_from=draw(DAYS),
                courier=draw(st.sampled_from(Courier)),
                quantities={
                    key: Quantity(100 * draw(st.integers(1, 3)))
                    for key in draw(st.sets(st.sampled_from(PRODUCTS)))
                },
            )
            for one in sorted(places)
        ),
        rup_code=draw(WORDS),
        mak=draw(WORDS),
        ppk_access_id=draw(WORDS),
        method=draw(st.none() | st.sampled_from(PaymentMethod)),
        plan=draw(st.sampled_from(PaymentPlan)),
        discount=draw(st.integers(0, 3)),
        offers=draw(st.dictionaries(offers, st.none() | PRICES, max_size=4)),
        note=draw(WORDS),
        declaration=draw(st.booleans()),
        texts=draw(st.dictionaries(st.sampled_from(("total", "places.p1.arrival")), WORDS)),
    )


@given(base=forms(), mine=forms())
def test_what_one_side_changed_is_taken_whole(base: CheckoutForm, mine: CheckoutForm):
    assert merge(base, mine, base).form == mine
    assert merge(base, base, mine).form == mine
    assert merge(base, mine, mine).form == mine


@given(base=forms(), mine=forms(), theirs=forms())
def test_both_sides_are_alike(base: CheckoutForm, mine: CheckoutForm, theirs: CheckoutForm):
    one, other = merge(base, mine, theirs), merge(base, theirs, mine)
    assert one.form == other.form
    assert [replace(clash, mine=clash.theirs, theirs=clash.mine) for clash in other.clashes] == list(
        one.clashes
    )


@given(base=forms(), mine=forms(), theirs=forms())
def test_merging_again_changes_nothing(base: CheckoutForm, mine: CheckoutForm, theirs: CheckoutForm):
    merged = merge(base, mine, theirs, _every(base, mine, theirs, Side.MINE)).form
    assert merged is not None
    assert merge(theirs, merged, theirs).form == merged
    once = merge(base, mine, theirs).form
    if once is not None:
        assert merge(base, once, theirs).form == once
        assert merge(base, mine, once).form == once


@given(base=forms(), mine=forms(), theirs=forms(), side=st.sampled_from(Side))
def test_no_line_and_no_place_is_lost_or_doubled(
    base: CheckoutForm, mine: CheckoutForm, theirs: CheckoutForm, side: Side
):
    """What is there after a merge is what neither side took away without a clash."""
    merged = merge(base, mine, theirs, _every(base, mine, theirs, side)).form
    assert merged is not None
    chosen = mine if side is Side.MINE else theirs
    for ids in (_lines, _places):
        held = ids(merged)
        assert len(held) == len(set(held))
        b_, m, t = set(ids(base)), set(ids(mine)), set(ids(theirs))
        assert (m | t) - b_ <= set(held)
        assert m & t <= set(held)
        assert set(held) <= m | t
        assert (b_ & set(ids(chosen))) - set(held) <= b_ - (m & t)


@given(base=forms(), mine=forms(), theirs=forms(), data=st.data())
def test_choices_decide_clashes_and_nothing_else(
    base: CheckoutForm, mine: CheckoutForm, theirs: CheckoutForm, data: st.DataObject
):
    clashes = merge(base, mine, theirs).clashes
    choices = {clash.where: data.draw(st.sampled_from(Side)) for clash in clashes}
    merged = merge(base, mine, theirs, choices)
    assert merged.form is not None
    assert merged.clashes == ()
    settled = merged.form
    for clash in clashes:
        wanted = clash.mine if choices[clash.where] is Side.MINE else clash.theirs
        again = merge(base, settled, base).form
        assert again == settled
        assert _at(settled, clash.where) == wanted


def _every(base: CheckoutForm, mine: CheckoutForm, theirs: CheckoutForm, side: Side) -> dict[str, Side]:
    return {clash.where: side for clash in merge(base, mine, theirs).clashes}


def _lines(form: CheckoutForm) -> list[str]:
    return [line.product_id for line in form.lines]


def _places(form: CheckoutForm) -> list[str]:
    return [place.id for place in form.places]


def _at(form: CheckoutForm, where: str) -> object:
    """Return the value at a clash's path, read another way than the merge does."""
    if "." not in where:
        names: tuple[str, ...] = ("rup_code", "mak") if where == "budget" else (where,)
        values = tuple(getattr(form, name) for name in names)
        return values if len(values) > 1 else values[0]
    part, _, rest = where.partition(".")
    if part in {"offers", "texts"}:
        return getattr(form, part).get(rest)
    key, _, member = rest.partition(".")
    rows = form.lines if part == "lines" else form.places
    row = next((one for one in rows if key in (getattr(one, "product_id", ""), getattr(one, "id", ""))), None)
    if not member or row is None:
        return row
    if member.startswith("quantities."):
        return row.quantities.get(member.removeprefix("quantities."))  # type: ignore[union-attr]
    groups = {
        "quantity": ("quantity", "cart_quantity"),
        "recipient": ("recipient", "phone"),
        "address": ("street", "region_code", "region_path", "postal_code"),
        "arrival": ("arrive_from", "arrive_to"),
    }
    names = groups.get(member, (member,))
    values = tuple(getattr(row, name) for name in names)
    return values if len(values) > 1 else values[0]


BASE = replace(b.form(p_1=1000, p_2=500), note="Awal")


def test_two_devices_typing_in_different_fields_both_count():
    mine = replace(BASE, note="Mohon dikemas")
    theirs = replace(BASE, rup_code="51402877", mak="1.01", lines=(*BASE.lines, b.form(p_3=100).lines[0]))
    merged = merge(BASE, mine, theirs).form
    assert merged is not None
    assert (merged.note, merged.rup_code, _lines(merged)) == (
        "Mohon dikemas",
        "51402877",
        ["p-1", "p-2", "p-3"],
    )


def test_one_line_changed_on_both_is_a_clash_of_that_line_alone():
    mine = replace(BASE, lines=(replace(BASE.lines[0], quantity=Quantity(1100)), BASE.lines[1]))
    theirs = replace(BASE, lines=(replace(BASE.lines[0], quantity=Quantity(1200)), BASE.lines[1]))
    found = merge(BASE, mine, theirs)
    assert found.form is None
    assert [clash.where for clash in found.clashes] == ["lines.p-1.quantity"]
    chosen = merge(BASE, mine, theirs, {"lines.p-1.quantity": Side.THEIRS}).form
    assert chosen == theirs


def test_a_line_taken_away_here_and_changed_there_is_a_clash():
    mine = replace(BASE, lines=BASE.lines[1:])
    theirs = replace(BASE, lines=(replace(BASE.lines[0], quantity=Quantity(1200)), BASE.lines[1]))
    found = merge(BASE, mine, theirs)
    assert [(clash.where, clash.mine) for clash in found.clashes] == [("lines.p-1", None)]
    assert found.clashes[0].theirs == theirs.lines[0]
    for side, left in ((Side.MINE, ["p-2"]), (Side.THEIRS, ["p-2", "p-1"])):
        chosen = merge(BASE, mine, theirs, {"lines.p-1": side}).form
        assert chosen is not None
        assert sorted(_lines(chosen)) == sorted(left)


def test_an_address_is_never_made_of_two():
    place = BASE.places[0]
    mine = replace(BASE, places=(replace(place, street="Jalan A"),))
    theirs = replace(BASE, places=(replace(place, region_code="32.73.09.1002"),))
    assert [clash.where for clash in merge(BASE, mine, theirs).clashes] == ["places.p1.address"]
    note = replace(BASE, places=(replace(place, note="Lantai 2"),))
    both = merge(BASE, mine, note).form
    assert both is not None
    assert (both.places[0].street, both.places[0].note) == ("Jalan A", "Lantai 2")


def test_nothing_is_known_of_the_past():
    theirs = replace(BASE, note="")
    merged = merge(blank_form(BASE), BASE, theirs).form
    assert merged == BASE
    other = replace(BASE, note="Lain")
    assert [clash.where for clash in merge(blank_form(BASE), BASE, other).clashes] == ["note"]


@pytest.mark.parametrize("name", [one.name for one in fields(CheckoutForm)])
def test_no_member_is_forgotten(name: str):
    """A member that is added later is merged, or this fails."""
    value = getattr(BASE, name)
    other: object = {
        "origin": Origin.CART,
        "lines": (),
        "places": (),
        "method": PaymentMethod.LS,
        "plan": PaymentPlan.TERMIN,
        "discount": 1,
        "declaration": True,
        "offers": {"product:p-1": Rupiah(1)},
        "texts": {"total": "x"},
        "attachments": (Attachment(sha256="a" * 64, name="KAK.pdf", media_type="x", size=1),),
    }.get(name, "lain" if isinstance(value, str) else ("lain",))
    changed = replace(BASE, **cast(Any, {name: other}))
    merged = merge(BASE, BASE, changed).form
    assert merged is not None
    assert getattr(merged, name) == other
