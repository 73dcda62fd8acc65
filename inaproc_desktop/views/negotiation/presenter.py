"""The negotiation page without its widgets: reads, previews while typing, keeps drafts, makes the moves."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Protocol, TypeVar

from inaproc_core.errors import Refused
from inaproc_core.values import Rupiah
from inaproc_desktop.ports.data import BackendRefused, Draft, WorldFailed
from inaproc_desktop.ports.ordering import Bargain, OrderRow, Preview, Reply
from inaproc_desktop.ports.ui import CancelToken, ChangeBus, ChangeSet, Clock, Lane, Runner
from inaproc_desktop.services.bargain import lower_prices, same_prices
from inaproc_desktop.services.negotiation import NegotiationService

T = TypeVar("T")

_PAUSE_SECONDS = 0.7
"""A pause in typing after which the reply is kept."""

_NOTICEABLE_SECONDS = 0.1


class NegotiationView(Protocol):
    """What the presenter asks of the page."""

    def show_list(self, rows: Sequence[OrderRow], now: datetime, *, searching: bool) -> None:
        """Show the list of negotiations."""

    def show_loading(self) -> None:
        """Say that something is on its way; nothing of another order stays on screen."""

    def show_bargain(self, bargain: Bargain, reply: Reply, now: datetime) -> None:
        """Show one negotiation with the reply being written."""

    def show_prices(self, prices: Mapping[str, Rupiah]) -> None:
        """Put prices into the column of new offers."""

    def show_preview(self, preview: Preview) -> None:
        """Show problems and totals of what is typed."""

    def show_saved(self, at: datetime | None) -> None:
        """Say when the reply was last kept."""

    def show_busy(self, busy: bool) -> None:
        """Keep the moves from being made twice."""

    def show_missing(self) -> None:
        """Say that this order is not here."""

    def show_failure(self, error: Exception) -> None:
        """Say what did not work."""


class NegotiationPresenter:
    """One per page; ``close`` ends it."""

    def __init__(
        self,
        view: NegotiationView,
        service: NegotiationService,
        runner: Runner,
        bus: ChangeBus,
        clock: Clock,
        sync_now: Callable[[], None],
    ) -> None:
        self._view = view
        self._service = service
        self._runner = runner
        self._bus = bus
        self._clock = clock
        self._sync_now = sync_now
        self._order_id = ""
        self._search = ""
        self._bargain: Bargain | None = None
        self._typed: Reply | None = None
        self._dirty = False
        self._closed = False
        self._pause: CancelToken | None = None
        self._reading = CancelToken()
        self._waiting = CancelToken()
        self._unsubscribe = bus.subscribe(self._on_changes, "order", "deed", "rup")

    def close(self) -> None:
        """Keep what was typed and stop listening."""
        self._closed = True
        self._waiting.cancel()
        self.leave()
        self._reading.cancel()
        self._unsubscribe()

    # ---- reading

    def open(self, order_id: str) -> None:
        """Show the list, or one negotiation."""
        self.leave()
        if order_id != self._order_id:
            self._typed = None
        self._order_id = order_id
        self._bargain = None
        self._waiting.cancel()
        self._waiting = self._runner.after(_NOTICEABLE_SECONDS, self._view.show_loading)
        self._read()

    def search(self, text: str) -> None:
        """Narrow the list."""
        self._search = text
        self._read()

    def leave(self) -> None:
        """Keep what was typed, at once."""
        if self._pause is not None:
            self._pause.cancel()
            self._pause = None
        if self._dirty:
            self._keep()

    def _read(self) -> None:
        self._reading.cancel()
        if not self._order_id:
            self._reading = self._runner.submit(
                Lane.DATA, self._service.running, self._search, on_done=self._on_list, on_error=self._on_error
            )
            return
        self._reading = self._runner.submit(
            Lane.DATA, self._service.read, self._order_id, on_done=self._on_bargain, on_error=self._on_error
        )

    def _on_list(self, rows: tuple[OrderRow, ...]) -> None:
        self._waiting.cancel()
        self._view.show_list(rows, self._clock.now(), searching=bool(self._search))

    def _on_bargain(self, bargain: Bargain | None) -> None:
        self._waiting.cancel()
        if bargain is None:
            self._view.show_missing()
            return
        if not bargain.my_move:
            self._typed = None
        elif self._typed is None:
            self._typed = bargain.draft
        self._bargain = bargain
        reply = self._typed or Reply(round_no=bargain.round_no)
        self._view.show_bargain(bargain, reply, self._clock.now())
        if bargain.my_move and bargain.order.agreed is None:
            self._view.show_preview(self._service.preview(bargain, reply.prices))

    def _on_changes(self, changes: ChangeSet) -> None:
        if not self._order_id or not changes.ids or self._order_id in changes.ids:
            self._read()

    # ---- typing

    def edit(self, prices: Mapping[str, Rupiah], note: str) -> None:
        """Take what is typed: preview now, keep after a pause."""
        if self._bargain is None or not self._bargain.my_move:
            return
        self._typed = Reply(round_no=self._bargain.round_no, prices=dict(prices), note=note)
        self._dirty = True
        self._view.show_preview(self._service.preview(self._bargain, prices))
        if self._pause is not None:
            self._pause.cancel()
        self._pause = self._runner.after(_PAUSE_SECONDS, self._keep)

    def fill_same(self) -> None:
        """Samakan: fill the column with what meets the other side."""
        if self._bargain is not None:
            self._fill(same_prices(self._bargain))

    def fill_lower(self, percent_hundredths: int) -> None:
        """Turunkan: fill the column with a percentage less."""
        if self._bargain is not None:
            self._fill(lower_prices(self._bargain, percent_hundredths))

    def _fill(self, prices: Mapping[str, Rupiah]) -> None:
        self._view.show_prices(prices)
        self.edit(prices, self._typed.note if self._typed is not None else "")

    def _keep(self) -> None:
        if self._typed is None or self._bargain is None:
            return
        self._dirty = False
        self._runner.submit(
            Lane.DATA,
            self._service.keep,
            self._bargain.order.id,
            self._typed,
            _title(self._bargain),
            on_done=self._on_kept,
            on_error=self._on_error,
        )

    def _on_kept(self, draft: Draft) -> None:
        if not self._closed:
            self._view.show_saved(draft.saved_at)
        self._bus.publish(ChangeSet.of("draft", ids=[draft.id], initiator="negotiation"))

    # ---- moves

    def send(self) -> None:
        """Ajukan Harga Baru, or Ajukan Harga Balasan."""
        if self._typed is not None and self._bargain is not None:
            # Prices from an older round are sent as an answer to the round that is on screen now.
            reply = Reply(round_no=self._bargain.round_no, prices=self._typed.prices, note=self._typed.note)
            self.leave()
            self._do(self._service.reply, reply)

    def agree(self) -> None:
        """Setujui."""
        if self._bargain is not None:
            self._do(self._service.agree, self._bargain.round_no)

    def stop(self, reason: str) -> None:
        """Batalkan Nego, or Tolak."""
        self._do(self._service.stop, reason)

    def hand_over(self, note: str = "") -> None:
        """Ajukan ke PPK, or Lanjut Proses Pesanan."""
        self._do(self._service.hand_over, note)

    def take_back(self) -> None:
        """Take back what was not sent."""
        if self._bargain is not None and self._bargain.waiting is not None:
            cmd_id, title = self._bargain.waiting.cmd_id, _title(self._bargain)
            self._do(lambda order_id, waiting: self._service.take_back(order_id, waiting, title), cmd_id)

    def _do(self, deed: Callable[[str, T], ChangeSet], fact: T) -> None:
        if self._bargain is None:
            return
        self._view.show_busy(True)
        self._runner.submit(
            Lane.DATA, deed, self._order_id, fact, on_done=self._on_sent, on_error=self._on_error
        )

    def _on_sent(self, changes: ChangeSet) -> None:
        self._view.show_busy(False)
        self._typed = None
        self._bus.publish(changes)
        self._sync_now()

    def _on_error(self, error: Exception) -> None:
        self._waiting.cancel()
        self._view.show_busy(False)
        if not isinstance(error, Refused | BackendRefused | WorldFailed):
            raise error
        self._view.show_failure(error)


def _title(bargain: Bargain) -> str:
    vendor = bargain.order.vendor
    return vendor.name if vendor is not None else bargain.order.number
