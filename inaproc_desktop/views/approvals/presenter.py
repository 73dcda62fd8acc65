"""The PPK's approvals without widgets: reads, keeps terms and ticks, carries the three decisions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Protocol

from inaproc_core.errors import Refused
from inaproc_desktop.ports.data import BackendRefused, Link, WorldFailed
from inaproc_desktop.ports.ordering import ReviewFile, ReviewNotes, ReviewRow
from inaproc_desktop.ports.ui import CancelToken, ChangeBus, ChangeSet, Clock, Lane, Navigator, Runner
from inaproc_desktop.services.approvals import ApprovalsService

_PAUSE_SECONDS = 0.7
_NOTICEABLE_SECONDS = 0.1


class ApprovalsView(Protocol):
    """What the presenter asks of the page."""

    def show_list(self, rows: Sequence[ReviewRow], now: datetime) -> None:
        """Show what waits."""

    def show_loading(self) -> None:
        """Say that something is on its way; nothing of another order stays on screen."""

    def show_review(self, review: ReviewFile, now: datetime) -> None:
        """Show one order with everything about it."""

    def show_online(self, online: bool) -> None:
        """Grey the decisions without a link and say why, or free them."""

    def show_saved(self, at: datetime) -> None:
        """Say when terms and ticks were last kept."""

    def show_busy(self, busy: bool) -> None:
        """Keep a decision from being made twice."""

    def show_missing(self) -> None:
        """Say that this order is not here."""

    def show_failure(self, error: Exception) -> None:
        """Say what did not work."""


class ApprovalsPresenter:
    """One per page; ``close`` ends it."""

    def __init__(
        self,
        view: ApprovalsView,
        service: ApprovalsService,
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
        self._order_id = ""
        self._review: ReviewFile | None = None
        self._notes = ReviewNotes()
        self._dirty = False
        self._closed = False
        self._pause: CancelToken | None = None
        self._reading = CancelToken()
        self._waiting = CancelToken()
        self._ends = (
            bus.subscribe(self._on_changes, "order", "rup", "catalogue"),
            bus.subscribe(self._on_link, "link"),
        )

    def close(self) -> None:
        """Keep what was written and stop listening."""
        self._closed = True
        self._waiting.cancel()
        self.leave()
        self._reading.cancel()
        for end in self._ends:
            end()

    # ---- reading

    def open(self, order_id: str) -> None:
        """Show the list, or one order."""
        self.leave()
        self._order_id = order_id
        self._review = None
        self._waiting.cancel()
        self._waiting = self._runner.after(_NOTICEABLE_SECONDS, self._view.show_loading)
        self._read()

    def leave(self) -> None:
        """Keep what was written, at once."""
        if self._pause is not None:
            self._pause.cancel()
            self._pause = None
        if self._dirty:
            self._keep()

    def _read(self) -> None:
        self._reading.cancel()
        if not self._order_id:
            self._reading = self._runner.submit(
                Lane.DATA, self._service.waiting, on_done=self._on_list, on_error=self._on_error
            )
            return
        self._reading = self._runner.submit(
            Lane.DATA, self._service.read, self._order_id, on_done=self._on_review, on_error=self._on_error
        )

    def _on_list(self, rows: tuple[ReviewRow, ...]) -> None:
        self._waiting.cancel()
        self._view.show_list(rows, self._clock.now())

    def _on_review(self, review: ReviewFile | None) -> None:
        self._waiting.cancel()
        if review is None:
            self._view.show_missing()
            return
        if self._review is None:
            self._notes = review.notes
        self._review = review
        self._view.show_review(review, self._clock.now())
        self._on_link(ChangeSet.of("link"))

    def _on_changes(self, changes: ChangeSet) -> None:
        if not self._order_id or not changes.ids or self._order_id in changes.ids or changes.touches("rup"):
            self._read()

    def _on_link(self, _changes: ChangeSet) -> None:
        self._view.show_online(self._link().online)

    # ---- writing

    def edit(self, terms: str, ticked: tuple[str, ...]) -> None:
        """Take terms and ticks; keep them after a pause."""
        if self._review is None or not self._review.may_decide:
            return
        self._notes = ReviewNotes(terms=terms, ticked=ticked)
        self._dirty = True
        if self._pause is not None:
            self._pause.cancel()
        self._pause = self._runner.after(_PAUSE_SECONDS, self._keep)

    def _keep(self) -> None:
        if self._review is None:
            return
        self._dirty = False
        order = self._review.order
        self._runner.submit(
            Lane.DATA,
            self._service.keep,
            order.id,
            self._notes,
            order.number,
            on_done=self._on_kept,
            on_error=self._on_error,
        )

    def _on_kept(self, _nothing: None) -> None:
        self._bus.publish(ChangeSet.of("draft", initiator="approvals"))
        if not self._closed:
            self._view.show_saved(self._clock.now())

    # ---- decisions

    def issue_letter(self) -> None:
        """Buat Surat Pesanan, then show it."""
        notes, order_id = self._notes, self._order_id
        self._decide(
            lambda: self._service.issue_letter(order_id, notes),
            lambda: self._navigator.open_page("letter", order_id),
        )

    def send_back(self, reason: str) -> None:
        """Kembalikan ke PP."""
        order_id = self._order_id
        self._decide(lambda: self._service.send_back(order_id, reason), self._to_list)

    def reject(self, reason: str) -> None:
        """Tolak."""
        order_id = self._order_id
        self._decide(lambda: self._service.reject(order_id, reason), self._to_list)

    def _to_list(self) -> None:
        self._navigator.open_page("approvals")

    def _decide(self, deed: Callable[[], ChangeSet], then: Callable[[], None]) -> None:
        if self._review is None:
            return
        if self._pause is not None:
            self._pause.cancel()
        self._view.show_busy(True)

        def done(changes: ChangeSet) -> None:
            self._dirty = False
            self._view.show_busy(False)
            self._bus.publish(changes)
            then()

        self._runner.submit(Lane.NETWORK, deed, on_done=done, on_error=self._on_decision_failed)

    def _on_decision_failed(self, error: Exception) -> None:
        self._dirty = True
        self.leave()
        self._on_error(error)

    def _on_error(self, error: Exception) -> None:
        self._waiting.cancel()
        self._view.show_busy(False)
        if not isinstance(error, Refused | BackendRefused | WorldFailed):
            raise error
        self._view.show_failure(error)
