"""Beranda without its widgets: reads, and leads to where a thing is done."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from inaproc_desktop.ports.home import HomeView
from inaproc_desktop.ports.ui import CancelToken, ChangeBus, ChangeSet, Clock, Lane, Navigator, Runner
from inaproc_desktop.services.home import HomeService


class HomePageView(Protocol):
    """What the presenter asks of the page."""

    def show_home(self, home: HomeView, now: datetime) -> None:
        """Show everything."""

    def show_loading(self) -> None:
        """Say that it is being read."""

    def show_failure(self, error: Exception) -> None:
        """Say what did not work."""


class HomePresenter:
    """One per page; ``close`` ends it."""

    def __init__(
        self,
        view: HomePageView,
        service: HomeService,
        runner: Runner,
        bus: ChangeBus,
        navigator: Navigator,
        clock: Clock,
    ) -> None:
        self._view = view
        self._service = service
        self._runner = runner
        self._navigator = navigator
        self._clock = clock
        self._home: HomeView | None = None
        self._opened = False
        self._reading = CancelToken()
        self._unsubscribe = bus.subscribe(self._on_changes, "order", "deed", "rup", "draft", "link")

    def close(self) -> None:
        """Stop listening."""
        self._reading.cancel()
        self._unsubscribe()

    def open(self, _item_id: str = "") -> None:
        """Read anew: deadlines move with the clock."""
        self._opened = True
        if self._home is None:
            self._view.show_loading()
        self._read()

    def open_task(self, task_id: str) -> None:
        """Go to where a task is settled."""
        task = next((one for one in self._home.tasks if one.id == task_id), None) if self._home else None
        if task is not None:
            self._navigator.open_page(task.place or "order", task.item)

    def open_draft(self, draft_id: str) -> None:
        """Go on with something unfinished."""
        found = (
            next((one for one in self._home.unfinished if one.id == draft_id), None) if self._home else None
        )
        if found is not None:
            self._navigator.open_page(found.place, found.item)

    def open_order(self, order_id: str) -> None:
        """Look at one order."""
        self._navigator.open_page("order", order_id)

    def open_orders(self) -> None:
        """Look at all orders."""
        self._navigator.open_page("orders")

    def open_catalogue(self) -> None:
        """Begin a purchase."""
        self._navigator.open_page("catalogue")

    def _read(self) -> None:
        self._reading.cancel()
        self._reading = self._runner.submit(
            Lane.DATA, self._service.read, on_done=self._on_home, on_error=self._view.show_failure
        )

    def _on_home(self, home: HomeView) -> None:
        self._home = home
        self._view.show_home(home, self._clock.now())

    def _on_changes(self, changes: ChangeSet) -> None:
        # The link moves often; here it matters once: "waiting for the first data" must not outlive them.
        first_awaited = self._home is not None and self._home.synced_at is None
        if self._opened and (first_awaited or changes.kinds != {"link"}):
            self._read()
