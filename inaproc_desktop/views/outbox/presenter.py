"""Kotak Keluar without widgets."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Protocol

from inaproc_core.errors import Refused
from inaproc_desktop.ports.data import BackendRefused, Deed, Link, WorldFailed
from inaproc_desktop.ports.ui import CancelToken, ChangeBus, ChangeSet, Clock, Lane, Navigator, Runner
from inaproc_desktop.services.outbox import OutboxContent, OutboxService


class OutboxView(Protocol):
    """What the presenter asks of the page."""

    def show_deeds(
        self,
        unsettled: tuple[Deed, ...],
        settled: tuple[Deed, ...],
        attention: int,
        link: Link,
        now: datetime,
    ) -> None:
        """Show every deed and the state of the link; ``attention`` of them wait for the person."""

    def show_failure(self, error: Exception) -> None:
        """Say what did not work."""


class OutboxPresenter:
    """Keeps the page true; ``close`` ends it."""

    def __init__(
        self,
        view: OutboxView,
        service: OutboxService,
        runner: Runner,
        bus: ChangeBus,
        clock: Clock,
        navigator: Navigator,
        link: Callable[[], Link],
        sync_now: Callable[[], None],
    ) -> None:
        self._view = view
        self._service = service
        self._runner = runner
        self._bus = bus
        self._clock = clock
        self._navigator = navigator
        self._link = link
        self._sync_now = sync_now
        self._reading = CancelToken()
        self._unsubscribe = bus.subscribe(self._on_changes, "deed", "order", "link")

    def open(self, _item_id: str = "") -> None:
        """Show what is there now."""
        self._read()

    def close(self) -> None:
        """Stop listening."""
        self._reading.cancel()
        self._unsubscribe()

    def send_now(self) -> None:
        """Ask for a round of syncing."""
        self._sync_now()

    def open_order(self, order_id: str) -> None:
        """Go to the order of a deed."""
        self._navigator.open_page("order", order_id)

    def correct(self, cmd_id: str) -> None:
        """Go where a refused or held deed can be put right; what was typed is there again."""
        self._runner.submit(
            Lane.DATA, self._service.way_to_correct, cmd_id, on_done=self._on_way, on_error=self._on_error
        )

    def _on_way(self, way: tuple[str, str]) -> None:
        place, item = way
        if place:
            self._navigator.open_page(place, item)

    def dismiss(self, cmd_id: str) -> None:
        """Put an answered card away."""
        self._do(self._service.dismiss, cmd_id)

    def withdraw(self, cmd_id: str) -> None:
        """Take back what was not sent."""
        self._do(self._service.withdraw, cmd_id)

    def _do(self, deed: Callable[[str], ChangeSet], cmd_id: str) -> None:
        self._runner.submit(Lane.DATA, deed, cmd_id, on_done=self._bus.publish, on_error=self._on_error)

    def _read(self) -> None:
        self._reading.cancel()
        self._reading = self._runner.submit(
            Lane.DATA, self._service.read, on_done=self._on_read, on_error=self._on_error
        )

    def _on_read(self, content: OutboxContent) -> None:
        self._view.show_deeds(
            content.open, content.settled, content.attention, self._link(), self._clock.now()
        )

    def _on_changes(self, _changes: ChangeSet) -> None:
        self._read()

    def _on_error(self, error: Exception) -> None:
        if not isinstance(error, Refused | BackendRefused | WorldFailed):
            raise error
        self._view.show_failure(error)
