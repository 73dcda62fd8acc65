"""The order list and the order page without widgets."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Protocol

from inaproc_core.errors import Refused
from inaproc_desktop.ports.data import BackendRefused, WorldFailed
from inaproc_desktop.ports.ordering import OrderFile, OrderList, SavedView
from inaproc_desktop.ports.ui import CancelToken, ChangeBus, ChangeSet, Clock, Lane, Navigator, Runner
from inaproc_desktop.services.orders import OrdersService
from inaproc_desktop.views.orders.rows import Sheet

_NOTICEABLE_SECONDS = 0.1

WriteSheet = Callable[[Sheet, Path], None]
"""Writes a table to a file by its suffix; raises ``WorldFailed`` when the place cannot be written."""


class OrdersView(Protocol):
    """What the presenter asks of the list."""

    def show_orders(self, found: OrderList, view: SavedView, now: datetime, *, searching: bool) -> None:
        """Show one saved view."""

    def show_loading(self) -> None:
        """Say that rows are on their way."""

    def show_written(self, path: Path, count: int) -> None:
        """Say that the export is there."""

    def show_failure(self, error: Exception) -> None:
        """Say what did not work."""


class OrdersPresenter:
    """The list; ``close`` ends it."""

    def __init__(
        self,
        view: OrdersView,
        service: OrdersService,
        runner: Runner,
        bus: ChangeBus,
        clock: Clock,
        navigator: Navigator,
        write: WriteSheet,
        first: SavedView = SavedView.MINE,
    ) -> None:
        self._view = view
        self._service = service
        self._runner = runner
        self._clock = clock
        self._navigator = navigator
        self._write = write
        self._saved_view = first
        self._search = ""
        self._opened = False
        self._reading = CancelToken()
        self._unsubscribe = bus.subscribe(self._on_changes, "order", "deed")

    def close(self) -> None:
        """Stop listening."""
        self._reading.cancel()
        self._unsubscribe()

    def open(self, item_id: str) -> None:
        """Show the list; an id names a saved view, or an order to open."""
        if item_id and item_id not in set(SavedView):
            self.open_order(item_id)
            return
        if item_id:
            self._saved_view = SavedView(item_id)
        if not self._opened:
            self._view.show_loading()
        self._opened = True
        self._read()

    def choose_view(self, view: SavedView) -> None:
        """Show another saved view."""
        self._saved_view = view
        self._read()

    def search(self, text: str) -> None:
        """Narrow the list."""
        self._search = text
        self._read()

    def open_order(self, order_id: str) -> None:
        """Go to the page of an order."""
        self._navigator.open_page("order", order_id)

    def export(self, sheet: Sheet, path: str) -> None:
        """Write what is shown to a file, off the UI thread."""
        target = Path(path)
        self._runner.submit(
            Lane.NETWORK,
            self._write,
            sheet,
            target,
            on_done=lambda _nothing: self._view.show_written(target, len(sheet.rows)),
            on_error=self._on_error,
        )

    def _read(self) -> None:
        self._reading.cancel()
        self._reading = self._runner.submit(
            Lane.DATA,
            self._service.find,
            self._saved_view,
            self._search,
            on_done=self._on_found,
            on_error=self._on_error,
        )

    def _on_found(self, found: OrderList) -> None:
        now, searching = self._clock.now(), bool(self._search)
        self._view.show_orders(found, self._saved_view, now, searching=searching)

    def _on_changes(self, _changes: ChangeSet) -> None:
        if self._opened:
            self._read()

    def _on_error(self, error: Exception) -> None:
        if not isinstance(error, Refused | BackendRefused | WorldFailed):
            raise error
        self._view.show_failure(error)


class OrderView(Protocol):
    """What the presenter asks of the page of one order."""

    def show_loading(self) -> None:
        """Say that something is on its way; nothing of another order stays on screen."""

    def show_order(self, file: OrderFile, now: datetime) -> None:
        """Show everything about an order."""

    def show_missing(self) -> None:
        """Say that this order is not here."""

    def show_failure(self, error: Exception) -> None:
        """Say what did not work."""


class OrderPresenter:
    """The page of one order; ``close`` ends it."""

    def __init__(
        self,
        view: OrderView,
        service: OrdersService,
        runner: Runner,
        bus: ChangeBus,
        clock: Clock,
        navigator: Navigator,
    ) -> None:
        self._view = view
        self._service = service
        self._runner = runner
        self._clock = clock
        self._navigator = navigator
        self._order_id = ""
        self._file: OrderFile | None = None
        self._reading = CancelToken()
        self._waiting = CancelToken()
        self._unsubscribe = bus.subscribe(self._on_changes, "order", "deed")

    def close(self) -> None:
        """Stop listening."""
        self._waiting.cancel()
        self._reading.cancel()
        self._unsubscribe()

    def open(self, order_id: str) -> None:
        """Show an order; without an id there is nothing to show but the list."""
        if not order_id:
            self.go_back()
            return
        self._order_id = order_id
        self._file = None
        self._waiting.cancel()
        self._waiting = self._runner.after(_NOTICEABLE_SECONDS, self._view.show_loading)
        self._read()

    def act(self) -> None:
        """Go where the reader's move is made."""
        if self._file is not None and self._file.place:
            self._navigator.open_page(self._file.place, self._order_id)

    def answer(self) -> None:
        """Go to the card of the reader's own deed on this order that waits for an answer."""
        deed = self._file.unanswered if self._file is not None else None
        if deed is not None:
            self._navigator.open_page("outbox", deed.cmd_id)

    def open_place(self, place_id: str) -> None:
        """Go to another page of this order: its letter, its BAST, its negotiation."""
        if self._order_id:
            self._navigator.open_page(place_id, self._order_id)

    def go_back(self) -> None:
        """Go to the list."""
        self._navigator.open_page("orders")

    def _read(self) -> None:
        self._reading.cancel()
        self._reading = self._runner.submit(
            Lane.DATA, self._service.read, self._order_id, on_done=self._on_order, on_error=self._on_error
        )

    def _on_order(self, file: OrderFile | None) -> None:
        self._waiting.cancel()
        self._file = file
        if file is None:
            self._view.show_missing()
        else:
            self._view.show_order(file, self._clock.now())

    def _on_changes(self, changes: ChangeSet) -> None:
        if self._order_id and (not changes.ids or self._order_id in changes.ids):
            self._read()

    def _on_error(self, error: Exception) -> None:
        self._waiting.cancel()
        if not isinstance(error, Refused | BackendRefused | WorldFailed):
            raise error
        self._view.show_failure(error)
