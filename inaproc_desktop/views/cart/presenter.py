"""The Keranjang without its widgets: reads, changes quantities, removes with undo, begins a checkout."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Protocol

from inaproc_core.errors import Refusal, Refused
from inaproc_desktop.ports.buying import Amount, CartView
from inaproc_desktop.ports.data import CartLine
from inaproc_desktop.ports.ui import CancelToken, ChangeBus, ChangeSet, Lane, Navigator, Runner
from inaproc_desktop.services.cart import CartService

_UNDO_SECONDS = 12.0


class CartPageView(Protocol):
    """What the presenter asks of the page."""

    def show_cart(self, cart: CartView) -> None:
        """Show all lines by penyedia."""

    def show_quantity_refused(self, product_id: str, refusal: Refusal) -> None:
        """Say at the line why its quantity was not taken; what was typed stays."""

    def show_undo(self, name: str) -> None:
        """Offer to put the removed product back; an empty name takes the offer away."""

    def show_refused(self, refusal: Refusal) -> None:
        """Say why something else was not done."""

    def show_busy(self, busy: bool) -> None:
        """Keep Checkout from being pressed twice."""

    def show_failure(self, error: Exception) -> None:
        """Say what did not work."""


class CartPresenter:
    """One per page; ``close`` ends it."""

    def __init__(
        self,
        view: CartPageView,
        service: CartService,
        start_checkout: Callable[[str], str],
        runner: Runner,
        bus: ChangeBus,
        navigator: Navigator,
    ) -> None:
        """Build the presenter.

        Args:
            view: the page.
            service: the Keranjang.
            start_checkout: begins a checkout of a penyedia's lines and returns its draft's id.
            runner: lanes for work.
            bus: tells what changed.
            navigator: leads to Checkout and Katalog.
        """
        self._view = view
        self._service = service
        self._start_checkout = start_checkout
        self._runner = runner
        self._bus = bus
        self._navigator = navigator
        self._cart: CartView | None = None
        self._removed: CartLine | None = None
        self._reading = CancelToken()
        self._forgetting = CancelToken()
        self._unsubscribe = bus.subscribe(self._on_changes, "cart", "catalogue")

    def close(self) -> None:
        """Stop listening."""
        self._reading.cancel()
        self._forgetting.cancel()
        self._unsubscribe()

    def open(self, _item_id: str = "") -> None:
        """Read the Keranjang anew."""
        self._read()

    def change_quantity(self, product_id: str, amount: Amount) -> None:
        """Take a new quantity; text that cannot be read stays in its field and changes nothing."""
        if amount.value is None:
            return
        self._do(
            partial(self._service.change_quantity, product_id, amount.value),
            on_refused=partial(self._view.show_quantity_refused, product_id),
        )

    def take_price(self, product_id: str) -> None:
        """Say that the new price was seen."""
        self._do(partial(self._service.take_new_price, product_id), on_refused=self._view.show_refused)

    def remove(self, product_id: str) -> None:
        """Take a product out; it can be put back for a while."""
        self._runner.submit(
            Lane.DATA,
            self._service.remove,
            product_id,
            on_done=self._on_removed,
            on_error=self._on_error,
        )

    def undo(self) -> None:
        """Put the removed product back."""
        line, self._removed = self._removed, None
        self._forget()
        if line is not None:
            self._do(partial(self._service.put_back, line), on_refused=self._view.show_refused)

    def checkout(self, vendor_id: str) -> None:
        """Go to the checkout of one penyedia's lines."""
        self._view.show_busy(True)
        self._runner.submit(
            Lane.DATA,
            self._start_checkout,
            vendor_id,
            on_done=self._on_started,
            on_error=self._on_error,
        )

    def open_catalogue(self) -> None:
        """Go and look for products."""
        self._navigator.open_page("catalogue")

    def open_product(self, product_id: str) -> None:
        """Look at one product."""
        self._navigator.open_page("catalogue", product_id)

    # ---- inside

    def _read(self) -> None:
        self._reading.cancel()
        self._reading = self._runner.submit(
            Lane.DATA, self._service.read, on_done=self._on_cart, on_error=self._view.show_failure
        )

    def _on_cart(self, cart: CartView) -> None:
        self._cart = cart
        self._view.show_cart(cart)

    def _do(self, deed: Callable[[], ChangeSet], *, on_refused: Callable[[Refusal], None]) -> None:
        def failed(error: Exception) -> None:
            if isinstance(error, Refused):
                on_refused(error.refusal)
            else:
                self._view.show_failure(error)

        self._runner.submit(Lane.DATA, deed, on_done=self._bus.publish, on_error=failed)

    def _on_removed(self, result: tuple[CartLine, ChangeSet]) -> None:
        line, changes = result
        self._removed = line
        self._view.show_undo(self._name_of(line.product_id))
        self._forgetting.cancel()
        self._forgetting = self._runner.after(_UNDO_SECONDS, self._forget)
        self._bus.publish(changes)

    def _forget(self) -> None:
        self._forgetting.cancel()
        self._removed = None
        self._view.show_undo("")

    def _name_of(self, product_id: str) -> str:
        for group in self._cart.groups if self._cart is not None else ():
            for row in group.rows:
                if row.line.product_id == product_id and row.row is not None:
                    return row.row.product.name
        return product_id

    def _on_started(self, draft_id: str) -> None:
        self._view.show_busy(False)
        self._bus.publish(ChangeSet.of("draft", ids=[draft_id], initiator="cart"))
        self._navigator.open_page("checkout", draft_id)

    def _on_error(self, error: Exception) -> None:
        self._view.show_busy(False)
        if isinstance(error, Refused):
            self._view.show_refused(error.refusal)
        else:
            self._view.show_failure(error)

    def _on_changes(self, _changes: ChangeSet) -> None:
        if self._cart is not None:
            self._read()
