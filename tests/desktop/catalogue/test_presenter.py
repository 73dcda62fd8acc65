"""Katalog without widgets: searches while one types, drops stale answers, compares, buys."""

from __future__ import annotations

from collections.abc import Sequence

from inaproc_core.errors import Refusal
from inaproc_core.values import Quantity
from inaproc_desktop.ports.buying import Amount, Freshness, ProductDetail
from inaproc_desktop.ports.catalogue import CataloguePage, CatalogueQuery, ProductRow, Sort
from inaproc_desktop.ports.ui import ChangeSet
from inaproc_desktop.services.cart import CartService
from inaproc_desktop.services.catalogue import CatalogueService
from inaproc_desktop.services.rules import Rules
from inaproc_desktop.views.catalogue.presenter import CataloguePresenter
from tests import builders
from tests.desktop.fake_data import Mine, office
from tests.desktop.fakes import HeldRunner, ImmediateRunner, RecordingBus, RecordingNavigator


class View:
    def __init__(self) -> None:
        self.results: list[tuple[CataloguePage, CatalogueQuery]] = []
        self.blocks: list[tuple[int, int]] = []
        self.fresh: list[Freshness] = []
        self.details: list[ProductDetail | None] = []
        self.compared: list[tuple[str, ...]] = []
        self.comparisons: list[list[str]] = []
        self.added: list[tuple[str, int, str]] = []
        self.refused: list[str] = []
        self.busy: list[bool] = []
        self.failures: list[Exception] = []

    def show_results(self, page: CataloguePage, query: CatalogueQuery) -> None:
        self.results.append((page, query))

    def show_block(self, offset: int, rows: Sequence[ProductRow]) -> None:
        self.blocks.append((offset, len(rows)))

    def show_freshness(self, freshness: Freshness, now: object) -> None:
        self.fresh.append(freshness)

    def show_detail(self, detail: ProductDetail | None) -> None:
        self.details.append(detail)

    def show_compared(self, product_ids: Sequence[str], most: int) -> None:
        self.compared.append(tuple(product_ids))

    def show_comparison(self, details: Sequence[ProductDetail]) -> None:
        self.comparisons.append([one.row.product.id for one in details])

    def show_added(self, name: str, quantity: Quantity, unit: str) -> None:
        self.added.append((name, quantity, unit))

    def show_refused(self, refusal: Refusal) -> None:
        self.refused.append(refusal.code)

    def show_busy(self, busy: bool) -> None:
        self.busy.append(busy)

    def show_failure(self, error: Exception) -> None:
        self.failures.append(error)


def make(runner: HeldRunner | None = None):
    mine = Mine(office(), builders.PP)
    cart = CartService(
        cart=mine.cart,
        catalogue=mine.catalogue,
        rules=Rules(builders.BOOK, builders.CALENDAR, mine.world.clock),
        clock=mine.world.clock,
    )
    view, bus, navigator = View(), RecordingBus(), RecordingNavigator()
    presenter = CataloguePresenter(
        view,
        CatalogueService(mine.catalogue),
        cart,
        lambda product_id, quantity: f"draft-{product_id}-{quantity}",
        runner or ImmediateRunner(),
        bus,
        navigator,
        mine.world.clock,
    )
    return presenter, view, bus, navigator, mine


def test_opening_searches_once_and_says_how_fresh_it_is():
    presenter, view, _, _, _ = make()
    presenter.open()
    presenter.open()
    assert [page.total for page, _query in view.results] == [4]
    assert len(view.fresh) == 2


def test_letters_typed_during_a_search_are_gathered_and_stale_answers_dropped():
    runner = HeldRunner()
    presenter, view, _, _, mine = make(runner)
    for text in ("k", "ke", "ker"):
        presenter.type(CatalogueQuery(text=text))
    assert len(runner.waiting) == 1
    runner.run_all()
    assert [query.text for query in mine.catalogue.asked] == ["k", "ker"]
    assert [query.text for _page, query in view.results] == ["ker"]
    presenter.type(CatalogueQuery(text="kert"))
    runner.run_all()
    assert [query.text for _page, query in view.results] == ["ker", "kert"]


def test_enter_right_after_typing_searches_once():
    presenter, view, _, _, mine = make()
    presenter.type(CatalogueQuery(text="kertas"))
    presenter.ask(CatalogueQuery(text="kertas"))
    presenter.ask(CatalogueQuery(text="kertas"))
    assert len(mine.catalogue.asked) == 1
    presenter.ask(CatalogueQuery(text="kertas", sort=Sort.CHEAPEST))
    assert [page.rows[0].product.id for page, _query in view.results] == ["p-4", "p-1"]


def test_a_failed_search_is_told_and_the_next_one_runs():
    presenter, view, _, _, mine = make()
    mine.catalogue.broken = True
    presenter.type(CatalogueQuery(text="k"))
    assert len(view.failures) == 1
    mine.catalogue.broken = False
    presenter.type(CatalogueQuery(text="ke"))
    assert [query.text for _page, query in view.results] == ["ke"]


def test_further_blocks_follow_the_same_search():
    presenter, view, _, _, mine = make()
    presenter.ask(CatalogueQuery(text="kertas"))
    presenter.need_block(60, 20)
    assert view.blocks == [(60, 0)]
    assert (mine.catalogue.asked[-1].text, mine.catalogue.asked[-1].offset) == ("kertas", 60)


def test_a_product_is_shown_added_and_bought():
    presenter, view, bus, navigator, mine = make()
    presenter.open("p-1")
    detail = view.details[-1]
    assert detail is not None
    assert detail.row.product.id == "p-1"
    presenter.add(Amount(Quantity(250)))
    assert view.added == [("Kertas HVS A4 80 gsm", 250, "rim")]
    assert bus.published[-1].touches("cart")
    assert mine.cart.lines()[0].quantity == 250
    presenter.buy(Amount(Quantity(100)))
    assert navigator.opened == [("checkout", "draft-p-1-100")]
    assert view.busy == [True, False, True, False]
    presenter.look("")
    assert view.details[-1] is None


def test_an_unreadable_quantity_is_refused_at_its_field():
    presenter, view, _, navigator, mine = make()
    presenter.add(Amount(Quantity(100)))
    presenter.look("p-1")
    presenter.add(Amount(None))
    assert view.refused == ["checkout.quantity_missing"]
    assert (mine.cart.lines(), navigator.opened) == ((), [])


def test_a_product_that_left_the_catalogue_is_told():
    presenter, view, _, _, _ = make()
    presenter.open("p-99")
    assert view.details == [None]
    assert len(view.failures) == 1


def test_four_are_compared_at_most_and_picked_ones_can_be_put_back():
    presenter, view, _, _, mine = make()
    mine.world.products["p-5"] = builders.product("p-5")
    for product_id in ("p-1", "p-2", "p-3", "p-4", "p-5"):
        presenter.compare(product_id)
    assert view.compared[-1] == ("p-1", "p-2", "p-3", "p-4")
    presenter.compare("p-2")
    presenter.open_comparison()
    assert view.comparisons == [["p-1", "p-3", "p-4"]]
    presenter.clear_comparison()
    assert view.compared[-1] == ()


def test_a_new_catalogue_is_searched_again_and_after_closing_nothing_is():
    presenter, view, bus, navigator, mine = make()
    presenter.open("p-1")
    del mine.world.products["p-2"]
    bus.publish(ChangeSet.of("catalogue"))
    assert [page.total for page, _query in view.results] == [4, 3]
    presenter.open_cart()
    presenter.close()
    bus.publish(ChangeSet.of("catalogue"))
    assert len(view.results) == 2
    assert navigator.opened == [("cart", "")]


def test_nothing_is_bought_while_another_product_is_looked_up():
    runner = HeldRunner()
    presenter, view, _bus, _navigator, _mine = make(runner)
    presenter.open("p-1")
    runner.run_all()
    presenter.look("p-2")
    assert view.busy == [True], "the panel still shows p-1"
    presenter.look("p-2")
    runner.run_all()
    detail = view.details[-1]
    assert detail is not None
    assert detail.row.product.id == "p-2"
    assert view.busy[-1] is False
