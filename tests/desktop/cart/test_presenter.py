"""The Keranjang without widgets: quantities, undo, the way to Checkout."""

from __future__ import annotations

from dataclasses import replace

from inaproc_core.errors import Refusal
from inaproc_core.values import Quantity, Rupiah
from inaproc_desktop.ports.buying import Amount, CartView, LineState
from inaproc_desktop.services.cart import CartService
from inaproc_desktop.services.rules import Rules
from inaproc_desktop.views.cart.presenter import CartPresenter
from tests import builders
from tests.desktop.fake_data import Mine, office
from tests.desktop.fakes import ImmediateRunner, RecordingBus, RecordingNavigator


class View:
    def __init__(self) -> None:
        self.carts: list[CartView] = []
        self.refused: list[tuple[str, str]] = []
        self.undo: list[str] = []
        self.busy: list[bool] = []
        self.failures: list[Exception] = []

    def show_cart(self, cart) -> None:
        self.carts.append(cart)

    def show_quantity_refused(self, product_id: str, refusal: Refusal) -> None:
        self.refused.append((product_id, refusal.code))

    def show_refused(self, refusal: Refusal) -> None:
        self.refused.append(("", refusal.code))

    def show_undo(self, name: str) -> None:
        self.undo.append(name)

    def show_busy(self, busy: bool) -> None:
        self.busy.append(busy)

    def show_failure(self, error: Exception) -> None:
        self.failures.append(error)


def make():
    mine = Mine(office(), builders.PP)
    mine.put_in_cart("p-1", 1000)
    service = CartService(
        cart=mine.cart,
        catalogue=mine.catalogue,
        rules=Rules(builders.BOOK, builders.CALENDAR, mine.world.clock),
        clock=mine.world.clock,
    )
    view, bus, navigator, runner = View(), RecordingBus(), RecordingNavigator(), ImmediateRunner()
    presenter = CartPresenter(view, service, lambda vendor: f"draft-{vendor}", runner, bus, navigator)
    presenter.open()
    return presenter, view, bus, navigator, runner, mine


def test_a_new_quantity_is_kept_and_shown():
    presenter, view, bus, _, _, mine = make()
    presenter.change_quantity("p-1", Amount(Quantity(250)))
    assert mine.cart.lines()[0].quantity == 250
    assert view.carts[-1].groups[0].rows[0].line.quantity == 250
    assert bus.published[-1].touches("cart")


def test_a_refused_or_unreadable_quantity_changes_nothing():
    presenter, view, _, _, _, mine = make()
    presenter.change_quantity("p-1", Amount(None))
    presenter.change_quantity("p-1", Amount(Quantity(0)))
    assert view.refused == [("p-1", "checkout.quantity_missing")]
    assert mine.cart.lines()[0].quantity == 1000


def test_a_removed_product_can_be_put_back_for_a_while():
    presenter, view, _, _, runner, mine = make()
    presenter.remove("p-1")
    assert view.undo == ["Kertas HVS A4 80 gsm"]
    presenter.undo()
    assert [line.product_id for line in mine.cart.lines()] == ["p-1"]
    assert view.undo[-1] == ""
    presenter.remove("p-1")
    runner.fire_timers()
    presenter.undo()
    assert mine.cart.lines() == ()


def test_checkout_leads_to_the_draft():
    presenter, view, bus, navigator, _, _ = make()
    presenter.checkout("v-1")
    assert navigator.opened == [("checkout", "draft-v-1")]
    assert bus.published[-1].touches("draft")
    assert view.busy == [True, False]


def test_a_new_price_is_taken():
    presenter, view, _, _, _, mine = make()
    mine.world.products["p-1"] = replace(mine.world.products["p-1"], price=Rupiah(59_000))
    presenter.take_price("p-1")
    assert view.carts[-1].groups[0].rows[0].state is LineState.GOOD


def test_a_line_that_is_gone_is_refused_in_words():
    presenter, view, _, navigator, _, mine = make()
    mine.cart.remove("p-1")
    presenter.remove("p-1")
    presenter.open_product("p-1")
    presenter.open_catalogue()
    presenter.close()
    assert view.refused == [("", "checkout.product_unknown")]
    assert navigator.opened == [("catalogue", "p-1"), ("catalogue", "")]
