"""Kotak Keluar without widgets."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any

from inaproc_core.errors import Refused
from inaproc_desktop.ports.data import BackendRefused, Link, WorldFailed
from inaproc_desktop.ports.outgoing import CardFile, Choice, OutboxContent
from inaproc_desktop.ports.ui import CancelToken, ChangeBus, ChangeSet, Clock, Lane, Navigator, Runner
from inaproc_desktop.services.answering import AnsweringService
from inaproc_desktop.services.comparing import Key
from inaproc_desktop.services.outbox import OutboxService
from inaproc_desktop.views.outbox.protocol import OutboxView

_AGE_SECONDS = 30.0


class OutboxPresenter:
    """Keeps the page true; ``close`` ends it."""

    def __init__(
        self,
        view: OutboxView,
        service: OutboxService,
        answering: AnsweringService,
        runner: Runner,
        bus: ChangeBus,
        clock: Clock,
        navigator: Navigator,
        link: Callable[[], Link],
        sync_now: Callable[[], None],
        agree_to_deletions: Callable[[], None] = lambda: None,
    ) -> None:
        self._view = view
        self._service = service
        self._answering = answering
        self._runner = runner
        self._bus = bus
        self._clock = clock
        self._navigator = navigator
        self._link = link
        self._sync_now = sync_now
        self._agree_to_deletions = agree_to_deletions
        self._chosen = ""
        self._card: CardFile | None = None
        self._reading = CancelToken()
        self._opening = CancelToken()
        self._tick: CancelToken | None = None
        self._unsubscribe = bus.subscribe(self._on_changes, "deed", "order", "link")

    def open(self, item_id: str = "") -> None:
        """Show what is there now; with an id, that deed's card."""
        if item_id:
            self._chosen = item_id
        self._read()
        self._wait()

    def leave(self) -> None:
        """Stop counting ages while the page is out of sight."""
        if self._tick is not None:
            self._tick.cancel()
            self._tick = None

    def close(self) -> None:
        """Stop listening."""
        self.leave()
        self._reading.cancel()
        self._opening.cancel()
        self._unsubscribe()

    def send_now(self) -> None:
        """Ask for a round of syncing."""
        self._sync_now()

    def agree_to_deletions(self) -> None:
        """Let through what the backend would delete at once."""
        self._runner.submit(Lane.DATA, self._agree_to_deletions, on_error=self._on_error)

    def choose(self, cmd_id: str) -> None:
        """Show the card of a deed."""
        if cmd_id and cmd_id != self._chosen:
            self._chosen = cmd_id
            self._open_card()

    def open_order(self) -> None:
        """Go to the order of the deed that is shown."""
        if self._card is not None:
            self._navigator.open_page("order", self._card.row.deed.order_id)

    def answer(self, choice: Choice) -> None:
        """Do what was chosen for the deed that is shown."""
        card = self._card
        if card is None:
            return
        cmd_id = card.row.id
        match choice:
            case Choice.LEAVE:
                self._do(Lane.DATA, self._answering.leave, cmd_id)
            case Choice.AGAIN | Choice.CONFIRM:
                self._do(Lane.DATA, self._answering.ask_again, cmd_id, sends=True)
            case Choice.WITHDRAW:
                self._do(Lane.DATA, self._service.withdraw, cmd_id)
            case Choice.CORRECT:
                self._navigator.open_page(card.place, card.item)
            case Choice.PROVE:
                self._view.ask_proof()
            case Choice.SEND if card.row.is_held:
                self._do(Lane.NETWORK, self._answering.try_again, cmd_id)
            case Choice.SEND:
                self._sync_now()

    def merge(self, mine: Collection[Key]) -> None:
        """Ask for the chosen rows of mine."""
        if self._card is not None:
            self._do(Lane.DATA, self._answering.merge, self._card.row.id, tuple(mine), sends=True)

    def prove(self, code: str, password: str) -> None:
        """Send the held deed with this proof of presence."""
        if self._card is not None:
            self._runner.submit(
                Lane.NETWORK,
                self._answering.prove,
                self._card.row.id,
                code,
                password,
                on_done=self._on_proven,
                on_error=self._on_unproven,
            )

    # ---- inside

    def _do(self, lane: Lane, deed: Callable[..., ChangeSet], *facts: Any, sends: bool = False) -> None:
        self._view.show_busy(True)

        def done(changes: ChangeSet) -> None:
            self._view.show_busy(False)
            self._bus.publish(changes)
            if sends:
                self._sync_now()

        self._runner.submit(lane, deed, *facts, on_done=done, on_error=self._on_error)

    def _on_proven(self, changes: ChangeSet) -> None:
        self._view.end_proof()
        self._bus.publish(changes)

    def _on_unproven(self, error: Exception) -> None:
        if isinstance(error, BackendRefused):
            self._view.show_proof_refused(error)
            return
        self._view.end_proof()
        self._on_error(error)

    def _read(self) -> None:
        self._reading.cancel()
        self._reading = self._runner.submit(
            Lane.DATA, self._service.read, on_done=self._on_read, on_error=self._on_error
        )

    def _on_read(self, content: OutboxContent) -> None:
        self._view.show_content(content, self._link(), self._clock.now())
        # A deed that was answered makes room for the next one that waits for the person.
        known = {row.id for row in (*content.unsettled, *content.settled)}
        under = {deed.cmd_id for row in content.unsettled for deed in row.followers}
        if self._chosen not in known | under:
            self._chosen = content.unsettled[0].id if content.unsettled else ""
        self._open_card()

    def _open_card(self) -> None:
        self._opening.cancel()
        if not self._chosen:
            self._on_card(None)
            return
        self._opening = self._runner.submit(
            Lane.DATA, self._answering.card, self._chosen, on_done=self._on_card, on_error=self._on_error
        )

    def _on_card(self, card: CardFile | None) -> None:
        self._card = card
        if card is not None:
            self._chosen = card.row.id
        self._view.show_card(card, self._link(), self._clock.now())

    def _on_changes(self, _changes: ChangeSet) -> None:
        self._read()

    def _wait(self) -> None:
        self.leave()
        self._tick = self._runner.after(_AGE_SECONDS, self._on_tick)

    def _on_tick(self) -> None:
        self._view.show_time(self._clock.now())
        self._wait()

    def _on_error(self, error: Exception) -> None:
        self._view.show_busy(False)
        if not isinstance(error, Refused | BackendRefused | WorldFailed):
            raise error
        self._view.show_failure(error)
