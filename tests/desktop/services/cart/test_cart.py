"""The Keranjang: grouping, limits of policy and product, stale prices, undo."""

from __future__ import annotations

from dataclasses import replace

import pytest

from inaproc_core.errors import Refused
from inaproc_core.values import Quantity, Rupiah
from inaproc_desktop.ports.buying import LineState
from inaproc_desktop.services.cart import CartService
from inaproc_desktop.services.rules import Rules
from tests import builders
from tests.desktop.fake_data import Mine, office


def make(book=builders.BOOK):
    world = office()
    mine = Mine(world, builders.PP)
    rules = Rules(book, builders.CALENDAR, world.clock)
    service = CartService(cart=mine.cart, catalogue=mine.catalogue, rules=rules, clock=world.clock)
    return service, mine


def test_lines_are_grouped_by_penyedia_in_the_order_they_came():
    service, _ = make()
    for product in ("p-1", "p-4", "p-2"):
        service.add(product, Quantity(1000))
    view = service.read()
    assert [(g.vendor_id, [r.line.product_id for r in g.rows]) for g in view.groups] == [
        ("v-1", ["p-1", "p-2"]),
        ("v-2", ["p-4"]),
    ]
    assert [g.goods for g in view.groups] == [600_000 + 12_000_000, 625_000]
    assert view.goods == 13_225_000
    assert view.lines == service.count() == 3


def test_more_of_the_same_adds_up():
    service, mine = make()
    service.add("p-1", Quantity(250))
    service.add("p-1", Quantity(100))
    assert mine.cart.lines()[0].quantity == 350


@pytest.mark.parametrize(
    ("change", "quantity", "code"),
    [
        ({}, 0, "checkout.quantity_missing"),
        ({}, -100, "checkout.quantity_missing"),
        ({"minimum": Quantity(500)}, 499, "checkout.quantity_below_minimum"),
        ({"minimum": Quantity(500)}, 500, ""),
        ({"stock": Quantity(1000)}, 1000, ""),
        ({"stock": Quantity(1000)}, 1001, "checkout.quantity_over_stock"),
        ({"listed": False}, 100, "checkout.product_delisted"),
    ],
)
def test_what_may_be_put_in(change, quantity, code):
    service, mine = make()
    mine.world.products["p-1"] = replace(mine.world.products["p-1"], **change)
    if not code:
        service.add("p-1", Quantity(quantity))
        assert mine.cart.lines()[0].quantity == quantity
        return
    with pytest.raises(Refused) as refused:
        service.add("p-1", Quantity(quantity))
    assert refused.value.refusal.code == code
    assert mine.cart.lines() == ()


def test_the_most_lines_come_from_the_policy():
    entry = {"value": 2, "valid_from": "2018-03-22", "valid_to": None, "source": "test", "status": "I"}
    service, _ = make(builders.BOOK.amended({"cart.max_lines": [entry]}))
    service.add("p-1", Quantity(100))
    service.add("p-2", Quantity(100))
    service.add("p-2", Quantity(100))
    with pytest.raises(Refused) as refused:
        service.add("p-3", Quantity(100))
    assert refused.value.refusal.code == "checkout.too_many_lines"
    assert refused.value.refusal.facts == {"maximum": 2, "count": 3}
    assert service.read().most_lines == 2


@pytest.mark.parametrize(
    ("change", "state", "blocks"),
    [
        ({}, LineState.GOOD, False),
        ({"price": Rupiah(61_000)}, LineState.PRICE_CHANGED, False),
        ({"listed": False}, LineState.DELISTED, True),
        ({"stock": Quantity(900)}, LineState.OVER_STOCK, True),
        ({"minimum": Quantity(1100)}, LineState.BELOW_MINIMUM, True),
    ],
)
def test_lines_are_checked_against_the_catalogue_of_now(change, state, blocks):
    service, mine = make()
    service.add("p-1", Quantity(1000))
    mine.world.products["p-1"] = replace(mine.world.products["p-1"], **change)
    (group,) = service.read().groups
    assert group.rows[0].state is state
    assert (group.blocked != "") is blocks


def test_a_product_that_left_the_catalogue_stays_visible():
    service, mine = make()
    service.add("p-1", Quantity(1000))
    del mine.world.products["p-1"]
    (group,) = service.read().groups
    assert (group.rows[0].row, group.rows[0].state, group.goods) == (None, LineState.DELISTED, 0)


def test_a_new_price_is_taken_by_saying_so():
    service, mine = make()
    service.add("p-1", Quantity(1000))
    mine.world.products["p-1"] = replace(mine.world.products["p-1"], price=Rupiah(59_000))
    service.take_new_price("p-1")
    assert service.read().groups[0].rows[0].state is LineState.GOOD


def test_a_refused_quantity_leaves_the_line_alone():
    service, mine = make()
    service.add("p-1", Quantity(1000))
    with pytest.raises(Refused):
        service.change_quantity("p-1", Quantity(0))
    assert mine.cart.lines()[0].quantity == 1000


def test_removal_can_be_undone():
    service, mine = make()
    service.add("p-1", Quantity(1000))
    line, changes = service.remove("p-1")
    assert mine.cart.lines() == ()
    assert changes.touches("cart")
    service.put_back(line)
    assert mine.cart.lines() == (line,)
