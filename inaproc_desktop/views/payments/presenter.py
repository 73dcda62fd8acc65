"""Pembayaran without its widgets."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Protocol

from inaproc_core.errors import Refusal, Refused
from inaproc_desktop.ports.data import BackendRefused, Link, WorldFailed
from inaproc_desktop.ports.finishing import PayForm, PaymentFile, PaymentQueue, PaymentRow, Proof
from inaproc_desktop.ports.ui import CancelToken, ChangeBus, ChangeSet, Clock, Lane, Navigator, Runner
from inaproc_desktop.services.payments import PaymentsService


class PaymentsView(Protocol):
    """What the presenter asks of the page."""

    def show_rows(self, queue: PaymentQueue, rows: Sequence[PaymentRow], now: datetime) -> None:
        """Show a list."""

    def show_file(self, file: PaymentFile | None, now: datetime) -> None:
        """Show one payment; ``None`` for none chosen."""

    def show_online(self, online: bool) -> None:
        """Close what needs the link, or open it again."""

    def show_problem(self, refusal: Refusal | None) -> None:
        """Show what the rules say against the form."""

    def show_busy(self, busy: bool) -> None:
        """Keep a deed from being made twice."""

    def show_paid(self, form: PayForm) -> None:
        """Say that a payment is confirmed, and empty the form."""

    def show_chosen(self) -> None:
        """Say that the treasurer goes on."""

    def show_failure(self, error: Exception) -> None:
        """Say what did not work; what was typed stays."""


class PaymentsPresenter:
    """One per page; ``close`` ends it."""

    def __init__(
        self,
        view: PaymentsView,
        service: PaymentsService,
        runner: Runner,
        bus: ChangeBus,
        clock: Clock,
        navigator: Navigator,
        link: Callable[[], Link],
    ) -> None:
        self._view = view
        self._service = service
        self._runner = runner
        self._bus = bus
        self._clock = clock
        self._navigator = navigator
        self._link = link
        self._queue = PaymentQueue.OPEN
        self._order_id = ""
        self._termin = 0
        self._file: PaymentFile | None = None
        self._listing = CancelToken()
        self._reading = CancelToken()
        self._unsubscribe = bus.subscribe(self._on_changes, "order", "link")

    def close(self) -> None:
        """Stop listening."""
        self._listing.cancel()
        self._reading.cancel()
        self._unsubscribe()

    def open(self, order_id: str) -> None:
        """Show the list, and the payment of one order when it is named."""
        if order_id:
            self._order_id, self._termin = order_id, 0
        self._view.show_online(self._link().online)
        self._list()
        self._read()

    def show_queue(self, queue: PaymentQueue) -> None:
        """Show the other list."""
        self._queue = queue
        self._order_id = ""
        self._list()

    def choose(self, row_id: str) -> None:
        """Show another row."""
        order_id, _, termin = row_id.partition("#")
        number = int(termin) if termin else 0
        if (order_id, number) != (self._order_id, self._termin):
            self._order_id, self._termin = order_id, number
            self._read()

    def open_paper(self, place: str) -> None:
        """Go to the order, its letter or its BAST."""
        if self._order_id:
            self._navigator.open_page(place, self._order_id)

    def edit(self, form: PayForm) -> None:
        """Check what is typed."""
        if self._file is not None and self._file.may_pay:
            self._view.show_problem(self._service.check(self._file, form))

    def choose_channel(self, channel: str) -> None:
        """Pilih metode."""
        if self._file is None:
            return
        self._view.show_busy(True)
        self._runner.submit(
            Lane.NETWORK,
            self._service.choose,
            self._order_id,
            channel,
            on_done=self._on_chosen,
            on_error=self._on_error,
        )

    def confirm(self, form: PayForm, code: str, password: str) -> None:
        """Konfirmasi pembayaran."""
        if self._file is None or form.paid_on is None:
            return
        self._view.show_busy(True)

        def on_paid(changes: ChangeSet) -> None:
            self._view.show_busy(False)
            self._view.show_paid(form)
            self._termin = 0
            self._bus.publish(changes)

        self._runner.submit(
            Lane.NETWORK,
            self._service.confirm,
            self._order_id,
            form,
            Proof(code=code, password=password),
            on_done=on_paid,
            on_error=self._on_error,
        )

    # ---- inside

    def _list(self) -> None:
        self._listing.cancel()
        self._listing = self._runner.submit(
            Lane.DATA, self._service.rows, self._queue, on_done=self._on_list, on_error=self._on_error
        )

    def _on_list(self, rows: tuple[PaymentRow, ...]) -> None:
        self._view.show_rows(self._queue, rows, self._clock.now())
        if not self._order_id:
            if rows:
                self.choose(rows[0].id)
            else:
                self._file = None
                self._view.show_file(None, self._clock.now())

    def _read(self) -> None:
        if not self._order_id:
            return
        self._reading.cancel()
        self._reading = self._runner.submit(
            Lane.DATA,
            self._service.read,
            self._order_id,
            self._termin,
            on_done=self._on_file,
            on_error=self._on_error,
        )

    def _on_file(self, file: PaymentFile | None) -> None:
        self._file = file
        self._view.show_file(file, self._clock.now())

    def _on_changes(self, changes: ChangeSet) -> None:
        if changes.touches("link"):
            self._view.show_online(self._link().online)
        if changes.touches("order"):
            self._list()
            if not changes.ids or self._order_id in changes.ids:
                self._read()

    def _on_chosen(self, changes: ChangeSet) -> None:
        self._view.show_busy(False)
        self._view.show_chosen()
        self._bus.publish(changes)

    def _on_error(self, error: Exception) -> None:
        self._view.show_busy(False)
        if not isinstance(error, Refused | BackendRefused | WorldFailed):
            raise error
        self._view.show_failure(error)
