"""The three columns: what differs, whose doing it is, what can be taken apart."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from inaproc_core.orders import commands as c
from inaproc_core.orders.form import CheckoutForm, FormLine, Origin
from inaproc_core.orders.states import State
from inaproc_core.values import Quantity, Rupiah
from inaproc_desktop.ports.outgoing import Aspect, Difference, Facet, Value
from inaproc_desktop.services.comparing import compare, intended, merged, renewed, separable_keys
from inaproc_desktop.services.facets import facets_of_command, facets_of_order
from tests import builders
from tests.desktop.outbox.mix import COUNTER, OFFER, an_order, answered, cancelled

CTX = builders.context()


def facet(value: Value, item: str = "") -> Facet:
    return Facet(aspect=Aspect.PRICE, item=item, value=value)


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "row", "i", "they", "clash"),
    [
        (1, 1, 1, False, False, False, False),
        (1, 2, 1, True, True, False, False),
        (1, 1, 2, True, False, True, False),
        (1, 2, 2, True, True, True, False),
        (1, 2, 3, True, True, True, True),
        (None, 2, None, True, True, False, False),
        (1, 1, None, True, False, True, False),
        ("", None, None, False, False, False, False),
        ("", "x", "", True, True, False, False),
    ],
)
def test_every_way_in_which_three_can_differ(
    base: Value, mine: Value, theirs: Value, row: bool, i: bool, they: bool, clash: bool
) -> None:
    rows = compare([facet(base)], [facet(mine)], [facet(theirs)])
    assert bool(rows) is row
    if rows:
        assert (rows[0].i_changed, rows[0].they_changed, rows[0].clashes) == (i, they, clash)


def test_what_is_missing_on_a_side_is_a_difference() -> None:
    (row,) = compare([], [facet(5, "line:1")], [])
    assert (row.base, row.mine, row.theirs) == (None, 5, None)


def test_the_state_leads_then_clashes_then_theirs_then_mine() -> None:
    base = [Facet(aspect=Aspect.STATE, value="A"), facet(1, "a"), facet(1, "b"), facet(1, "c")]
    mine = [Facet(aspect=Aspect.STATE, value="A"), facet(2, "a"), facet(1, "b"), facet(2, "c")]
    theirs = [Facet(aspect=Aspect.STATE, value="B"), facet(1, "a"), facet(2, "b"), facet(3, "c")]
    rows = compare(base, mine, theirs)
    assert [row.item for row in rows] == ["", "c", "b", "a"]
    assert rows[0].aspect is Aspect.STATE


def rows_of(
    command: c.Command, seen: State, now: object, actor: object = builders.PP
) -> dict[tuple[Aspect, str], Difference]:
    base = an_order(seen)
    made = intended(command, base, actor, CTX, {})  # type: ignore[arg-type]
    found = compare(facets_of_order(base), made, facets_of_order(now), separable_keys(command))  # type: ignore[arg-type]
    return {row.key: row for row in found}


def test_a_reply_to_a_cancelled_negotiation() -> None:
    """The penyedia answered while the buyer gave up: state, prices and reason are rows, nothing else."""
    seen = an_order(State.WAIT_SELLER)
    rows = rows_of(COUNTER, State.WAIT_SELLER, cancelled(seen), builders.VENDOR)
    state = rows[Aspect.STATE, ""]
    assert (state.base, state.mine, state.theirs) == ("WAIT_SELLER", "WAIT_BUYER", "CANCELLED_ON_NEGOTIATION")
    price = rows[Aspect.PRICE, "line:1"]
    assert (price.mine, price.theirs, price.separable) == (59_000, price.base, True)
    assert price.name == "Kertas HVS A4 80 gsm"
    assert rows[Aspect.REASON, ""].theirs == "Anggaran dialihkan ke kegiatan lain."
    assert (Aspect.SHIPPING_PRICE, "shipping:1") in rows
    assert (Aspect.BUYER, "") not in rows


def test_both_offered_the_same_price() -> None:
    """A second device of the buyer had the same thought: the price is no row, the note is."""
    seen = an_order(State.WAIT_BUYER)
    same = answered(seen, {"line:1": 55_000}, len(seen.rounds))
    rows = rows_of(OFFER, State.WAIT_BUYER, same)
    price = rows[Aspect.PRICE, "line:1"]
    assert (price.mine, price.theirs, price.clashes) == (55_000, 55_000, False)
    assert not price.separable
    assert rows[Aspect.NOTE, ""].mine == "Mohon dipertimbangkan."


def test_a_signature_is_laid_over_what_was_seen() -> None:
    """Its rules need the document, which the card does not have: the target state stands for it."""
    seen = an_order(State.ESIGN_IN_PROGRESS)
    rows = rows_of(
        c.SignLetter(sha256="0" * 64), State.ESIGN_IN_PROGRESS, replace(seen, note="x"), builders.PPK
    )
    assert rows[Aspect.STATE, ""].mine == State.WAITING_SELLER_CONFIRMATION.value


def test_a_shipment_shows_its_quantities() -> None:
    command = c.Ship(
        delivery_no=1,
        courier_name="Kurir Contoh",
        tracking_number="X-1",
        driver="Gita Latihan",
        quantities={"1": Quantity(500)},
        expected_on=builders.NOW.date(),
    )
    seen = an_order(State.PROCESSING)
    rows = rows_of(command, State.PROCESSING, seen, builders.VENDOR)
    shipped = rows[Aspect.SHIPPED, "line:1"]
    assert (shipped.base, shipped.mine, shipped.theirs, shipped.separable) == (None, 500, None, True)
    assert merged(command, seen, seen, [(Aspect.SHIPPED, "line:1")]) == command
    assert merged(command, seen, seen, []) is None


def test_what_a_command_carries_is_said_value_by_value() -> None:
    order = an_order(State.WAIT_SELLER)
    facets = facets_of_command(COUNTER, order, {})
    assert [(one.aspect, one.item) for one in facets] == [
        (Aspect.ROUND, ""),
        (Aspect.PRICE, "line:1"),
        (Aspect.SHIPPING_PRICE, "shipping:1"),
        (Aspect.NOTE, ""),
    ]
    reason = facets_of_command(c.CancelNegotiation(reason="Batal"), None, {})
    assert [(one.aspect, one.value) for one in reason] == [(Aspect.REASON, "Batal")]


@pytest.mark.parametrize("command", [OFFER, COUNTER, c.AgreePrices(round_no=1)])
def test_a_wish_is_renewed_for_the_round_that_runs(command: Any) -> None:
    now = an_order(State.WAIT_BUYER)
    again: Any = renewed(command, now)
    assert again.round_no == len(now.rounds)
    assert replace(again, round_no=command.round_no) == command
    assert renewed(command, None) == command


def test_merging_keeps_only_the_chosen_rows() -> None:
    now = an_order(State.WAIT_SELLER)
    kept = merged(COUNTER, now, now, [(Aspect.SHIPPING_PRICE, "shipping:1")])
    assert kept == replace(COUNTER, prices={"shipping:1": Rupiah(45_000)}, round_no=len(now.rounds))
    assert merged(COUNTER, now, now, []) is None
    assert merged(c.CancelNegotiation(reason="Batal"), now, now, [(Aspect.REASON, "")]) is None


def test_a_draft_is_merged_line_by_line() -> None:
    """Two devices: each changed the quantity of the same product and one more thing."""
    line = FormLine(product_id="p-1", quantity=Quantity(1000), seen_price=Rupiah(60_000))
    begun = CheckoutForm(
        order_id="o", vendor_id="v-1", origin=Origin.DIRECT, lines=(line,), places=(), note="dua"
    )
    my_form = replace(begun, lines=(replace(line, quantity=Quantity(2000)),), note="tiga")
    their_form = replace(begun, lines=(replace(line, quantity=Quantity(3000)),), mak="521211")
    seen = replace(an_order(State.WAIT_SELLER), state=State.DRAFT, draft=begun)
    now = replace(seen, draft=their_form, revision=2)
    command = c.SaveDraft(form=my_form)
    names = {"p-1": ("Kertas HVS A4 80 gsm", "rim")}
    rows = compare(
        facets_of_order(seen),
        intended(command, seen, builders.PP, CTX, names),
        facets_of_order(now),
        separable_keys(command),
        names,
    )
    clash = next(row for row in rows if row.clashes)
    assert (clash.aspect, clash.name, clash.unit) == (Aspect.QUANTITY, "Kertas HVS A4 80 gsm", "rim")
    assert (clash.base, clash.mine, clash.theirs, clash.separable) == (1000, 2000, 3000, True)
    mine: Any = merged(command, seen, now, [clash.key])
    theirs: Any = merged(command, seen, now, [])
    assert [one.form.lines[0].quantity for one in (mine, theirs)] == [2000, 3000]
    # What only one of them changed needs no choice.
    assert {(one.form.note, one.form.mak) for one in (mine, theirs)} == {("tiga", "521211")}
