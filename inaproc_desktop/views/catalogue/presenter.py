"""The catalogue page without its widgets: searches while one types, shows one product, compares, buys."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Protocol, TypeVar

from inaproc_core.errors import Refusal, Refused
from inaproc_core.values import Quantity
from inaproc_desktop.ports.buying import Amount, Freshness, ProductDetail
from inaproc_desktop.ports.catalogue import CataloguePage, CatalogueQuery, ProductRow
from inaproc_desktop.ports.ui import CancelToken, ChangeBus, ChangeSet, Clock, Lane, Navigator, Runner
from inaproc_desktop.services.cart import CartService
from inaproc_desktop.services.catalogue import MOST_COMPARED, CatalogueService

_BLOCK = 60

T = TypeVar("T")


class CatalogueView(Protocol):
    """What the presenter asks of the page."""

    def show_results(self, page: CataloguePage, query: CatalogueQuery) -> None:
        """Show the first block of a new search."""

    def show_block(self, offset: int, rows: Sequence[ProductRow]) -> None:
        """Show a further block of the same search."""

    def show_freshness(self, freshness: Freshness, now: datetime) -> None:
        """Say how old the catalogue is."""

    def show_detail(self, detail: ProductDetail | None) -> None:
        """Show one product, or none."""

    def show_compared(self, product_ids: Sequence[str], most: int) -> None:
        """Show how many are picked for comparison."""

    def show_comparison(self, details: Sequence[ProductDetail]) -> None:
        """Show products side by side."""

    def show_added(self, name: str, quantity: Quantity, unit: str) -> None:
        """Say that a product is in the Keranjang."""

    def show_refused(self, refusal: Refusal) -> None:
        """Say at the quantity why a product cannot be taken."""

    def show_busy(self, busy: bool) -> None:
        """Keep the buttons from being pressed twice."""

    def show_failure(self, error: Exception) -> None:
        """Say what did not work."""


class CataloguePresenter:
    """One per page; ``close`` ends it."""

    def __init__(
        self,
        view: CatalogueView,
        service: CatalogueService,
        cart: CartService,
        start_direct: Callable[[str, Quantity], str],
        runner: Runner,
        bus: ChangeBus,
        navigator: Navigator,
        clock: Clock,
    ) -> None:
        """Build the presenter.

        Args:
            view: the page.
            service: the local catalogue.
            cart: the Keranjang.
            start_direct: begins a checkout of one product and returns its draft's id.
            runner: lanes for work.
            bus: tells when the catalogue was replaced.
            navigator: leads to Keranjang and Checkout.
            clock: the time.
        """
        self._view = view
        self._service = service
        self._cart = cart
        self._start_direct = start_direct
        self._runner = runner
        self._bus = bus
        self._navigator = navigator
        self._clock = clock
        self._query = CatalogueQuery(limit=_BLOCK)
        self._searched = False
        self._detail: ProductDetail | None = None
        self._compared: tuple[str, ...] = ()
        self._running = self._again = False
        self._searching = CancelToken()
        self._looking = CancelToken()
        self._acting = CancelToken()
        self._changing = False
        self._unsubscribe = bus.subscribe(self._on_changes, "catalogue")

    def close(self) -> None:
        """Stop listening; answers on the way are dropped."""
        for token in (self._searching, self._looking, self._acting):
            token.cancel()
        self._unsubscribe()

    # ---- searching

    def open(self, item_id: str = "") -> None:
        """Show the page; with an id, that product."""
        if not self._searched:
            self._search()
        self._read_freshness()
        if item_id:
            self.look(item_id)

    def type(self, query: CatalogueQuery) -> None:
        """Take a letter: search at once, or right after the search that is running.

        No timer gathers letters: on a slow machine the running search does, on a fast one every letter is
        answered. Only the answer to the newest query is shown.
        """
        self._query = replace(query, offset=0, limit=_BLOCK)
        if self._running:
            self._again = True
        else:
            self._search()

    def ask(self, query: CatalogueQuery) -> None:
        """Search at once: a filter or an order was chosen, or Enter pressed."""
        wanted = replace(query, offset=0, limit=_BLOCK)
        if not self._searched or wanted != self._query:
            self.type(wanted)

    def need_block(self, offset: int, count: int) -> None:
        """Fetch rows that came into sight."""
        query = replace(self._query, offset=offset, limit=max(count, _BLOCK))
        self._runner.submit(
            Lane.DATA,
            self._service.search,
            query,
            on_done=lambda page: self._view.show_block(offset, page.rows),
            on_error=self._view.show_failure,
            cancel=self._searching,
        )

    def _search(self) -> None:
        self._searching.cancel()
        self._searching = CancelToken()
        self._searched = self._running = True
        self._again = False
        query = self._query
        self._runner.submit(
            Lane.DATA,
            self._service.search,
            query,
            on_done=lambda page: self._on_results(page, query),
            on_error=self._on_search_failed,
            cancel=self._searching,
        )

    def _on_results(self, page: CataloguePage, query: CatalogueQuery) -> None:
        self._running = False
        if self._again:
            self._search()
        else:
            self._view.show_results(page, query)

    def _on_search_failed(self, error: Exception) -> None:
        self._running = False
        self._view.show_failure(error)

    def _read_freshness(self) -> None:
        self._runner.submit(
            Lane.DATA,
            self._service.freshness,
            on_done=lambda fresh: self._view.show_freshness(fresh, self._clock.now()),
            on_error=self._view.show_failure,
        )

    def _on_changes(self, _changes: ChangeSet) -> None:
        self._search()
        self._read_freshness()
        if self._detail is not None:
            self.look(self._detail.row.product.id)

    # ---- one product

    def look(self, product_id: str) -> None:
        """Show one product."""
        self._looking.cancel()
        if not product_id:
            self._on_detail(None)
            return
        if self._detail is not None and self._detail.row.product.id != product_id:
            # Until the other product is there, its panel and its buttons still speak of the former one.
            self._changing = True
            self._view.show_busy(True)
        self._looking = self._runner.submit(
            Lane.DATA,
            self._service.look_at,
            product_id,
            on_done=self._on_detail,
            on_error=self._on_look_failed,
        )

    def _on_detail(self, detail: ProductDetail | None) -> None:
        self._detail = detail
        if self._changing:
            self._changing = False
            self._view.show_busy(False)
        self._view.show_detail(detail)

    def _on_look_failed(self, error: Exception) -> None:
        self._on_detail(None)
        self._view.show_failure(error)

    # ---- comparing

    def compare(self, product_id: str) -> None:
        """Pick a product for comparison, or put it back."""
        if product_id in self._compared:
            self._compared = tuple(one for one in self._compared if one != product_id)
        elif len(self._compared) < MOST_COMPARED:
            self._compared = (*self._compared, product_id)
        self._view.show_compared(self._compared, MOST_COMPARED)

    def clear_comparison(self) -> None:
        """Put all picked products back."""
        self._compared = ()
        self._view.show_compared(self._compared, MOST_COMPARED)

    def open_comparison(self) -> None:
        """Show the picked products side by side."""
        self._runner.submit(
            Lane.DATA,
            self._service.compare,
            self._compared,
            on_done=self._view.show_comparison,
            on_error=self._view.show_failure,
        )

    # ---- buying

    def add(self, wanted: Amount) -> None:
        """Tambah Keranjang."""
        detail = self._detail
        if detail is None:
            return
        amount = wanted.value or Quantity(0)
        product = detail.row.product
        self._act(
            partial(self._cart.add, product.id, amount),
            lambda changes: self._on_added(changes, product.name, amount, product.unit),
        )

    def buy(self, wanted: Amount) -> None:
        """Beli Langsung: straight to a checkout of this product."""
        detail = self._detail
        if detail is not None:
            self._act(
                partial(self._start_direct, detail.row.product.id, wanted.value or Quantity(0)),
                self._on_bought,
            )

    def open_cart(self) -> None:
        """Go to the Keranjang."""
        self._navigator.open_page("cart")

    def _act(self, deed: Callable[[], T], on_done: Callable[[T], None]) -> None:
        self._view.show_busy(True)

        def done(result: T) -> None:
            self._view.show_busy(False)
            on_done(result)

        self._acting = self._runner.submit(Lane.DATA, deed, on_done=done, on_error=self._on_act_failed)

    def _on_added(self, changes: ChangeSet, name: str, quantity: Quantity, unit: str) -> None:
        self._bus.publish(changes)
        self._view.show_added(name, quantity, unit)

    def _on_bought(self, draft_id: str) -> None:
        self._bus.publish(ChangeSet.of("draft", ids=[draft_id], initiator="catalogue"))
        self._navigator.open_page("checkout", draft_id)

    def _on_act_failed(self, error: Exception) -> None:
        self._view.show_busy(False)
        if isinstance(error, Refused):
            self._view.show_refused(error.refusal)
        else:
            self._view.show_failure(error)
