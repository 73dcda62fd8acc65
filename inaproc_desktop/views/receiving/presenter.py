"""Penerimaan without its widgets."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Protocol

from inaproc_core.errors import Refusal, Refused
from inaproc_desktop.ports.data import BackendRefused, Link, WorldFailed
from inaproc_desktop.ports.finishing import GoodsRow, InspectForm, Lateness, ReceivingFile
from inaproc_desktop.ports.ui import CancelToken, ChangeBus, ChangeSet, Clock, Lane, Navigator, Runner
from inaproc_desktop.services.receiving import ReceivingService


class ReceivingView(Protocol):
    """What the presenter asks of the page."""

    def show_orders(self, rows: Sequence[GoodsRow], now: datetime) -> None:
        """Show the list."""

    def show_file(self, file: ReceivingFile | None, now: datetime) -> None:
        """Show one order; ``None`` for none chosen."""

    def show_online(self, online: bool) -> None:
        """Close what needs the link, or open it again."""

    def show_checked(self, refusal: Refusal | None, lateness: Lateness | None) -> None:
        """Show what the rules say against the form, and what a delay costs."""

    def show_busy(self, busy: bool) -> None:
        """Keep a deed from being made twice."""

    def show_failure(self, error: Exception) -> None:
        """Say what did not work; what was typed stays."""


class ReceivingPresenter:
    """One per page; ``close`` ends it."""

    def __init__(
        self,
        view: ReceivingView,
        service: ReceivingService,
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
        self._order_id = ""
        self._file: ReceivingFile | None = None
        self._listing = CancelToken()
        self._reading = CancelToken()
        self._unsubscribe = bus.subscribe(self._on_changes, "order", "deed", "link")

    def close(self) -> None:
        """Stop listening."""
        self._listing.cancel()
        self._reading.cancel()
        self._unsubscribe()

    def open(self, order_id: str) -> None:
        """Show the list, and one order when it is named."""
        if order_id:
            self._order_id = order_id
        self._view.show_online(self._link().online)
        self._list()
        self._read()

    def choose(self, order_id: str) -> None:
        """Show another order."""
        if order_id != self._order_id:
            self._order_id = order_id
            self._read()

    def open_order(self) -> None:
        """Go to the order's own page."""
        if self._order_id:
            self._navigator.open_page("order", self._order_id)

    def open_bast(self) -> None:
        """Go to the BAST of the order."""
        if self._order_id:
            self._navigator.open_page("bast", self._order_id)

    def edit(self, form: InspectForm) -> None:
        """Check what is filled in, and reckon a delay."""
        if self._file is not None and self._file.may_inspect:
            self._view.show_checked(
                self._service.check(self._file, form),
                self._service.lateness(self._file, form.finished_on),
            )

    def mark_arrived(self, shipment_no: int, received_by: str) -> None:
        """Tandai tiba."""
        self._view.show_busy(True)
        self._runner.submit(
            Lane.DATA,
            self._service.mark_arrived,
            self._order_id,
            shipment_no,
            received_by,
            on_done=self._on_kept,
            on_error=self._on_error,
        )

    def inspect(self, form: InspectForm) -> None:
        """Pemeriksaan Tepat Guna; goes on to the BAST."""
        if self._file is None or form.finished_on is None:
            return
        self._view.show_busy(True)
        self._runner.submit(
            Lane.NETWORK,
            self._service.inspect,
            self._order_id,
            form,
            on_done=self._on_inspected,
            on_error=self._on_error,
        )

    def _list(self) -> None:
        self._listing.cancel()
        self._listing = self._runner.submit(
            Lane.DATA, self._service.orders, on_done=self._on_list, on_error=self._on_error
        )

    def _on_list(self, rows: tuple[GoodsRow, ...]) -> None:
        self._view.show_orders(rows, self._clock.now())
        if not self._order_id and rows:
            self._order_id = rows[0].id
            self._read()
        elif not rows and not self._order_id:
            self._view.show_file(None, self._clock.now())

    def _read(self) -> None:
        if not self._order_id:
            return
        self._reading.cancel()
        self._reading = self._runner.submit(
            Lane.DATA, self._service.read, self._order_id, on_done=self._on_file, on_error=self._on_error
        )

    def _on_file(self, file: ReceivingFile | None) -> None:
        self._file = file
        self._view.show_file(file, self._clock.now())

    def _on_changes(self, changes: ChangeSet) -> None:
        if changes.touches("link"):
            self._view.show_online(self._link().online)
        if changes.touches("order", "deed"):
            self._list()
            if not changes.ids or self._order_id in changes.ids:
                self._read()

    def _on_inspected(self, changes: ChangeSet) -> None:
        self._view.show_busy(False)
        self._bus.publish(changes)
        self.open_bast()

    def _on_kept(self, changes: ChangeSet) -> None:
        self._view.show_busy(False)
        self._bus.publish(changes)
        self._sync_now()

    def _on_error(self, error: Exception) -> None:
        self._view.show_busy(False)
        if not isinstance(error, Refused | BackendRefused | WorldFailed):
            raise error
        self._view.show_failure(error)
