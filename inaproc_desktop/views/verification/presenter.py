"""The verification desk without its widgets."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from inaproc_core.errors import Refused
from inaproc_core.registration.vocabulary import Verdict
from inaproc_core.wire.desk import Decided, DecidedMany
from inaproc_desktop.ports.data import BackendRefused, Link, WorldFailed
from inaproc_desktop.ports.desk import (
    MOVED_ON,
    ManyPrepared,
    MarkState,
    Moved,
    Notes,
    Prepared,
    QueueFilter,
    QueueList,
    Sheet,
)
from inaproc_desktop.ports.ui import CancelToken, ChangeBus, ChangeSet, Clock, Lane, Navigator, Runner
from inaproc_desktop.services.desk import DeskService, kept_notes, what_moved
from inaproc_desktop.services.desk_notes import DeskNotes
from inaproc_desktop.services.proving import Proving
from inaproc_desktop.views.verification.protocol import VerificationView

_REFRESH_SECONDS = 60.0
_KEEP_SECONDS = 0.8


class VerificationPresenter:
    """One per page; ``close`` ends it."""

    def __init__(
        self,
        view: VerificationView,
        service: DeskService,
        notes: DeskNotes,
        runner: Runner,
        bus: ChangeBus,
        clock: Clock,
        navigator: Navigator,
        link: Callable[[], Link],
    ) -> None:
        self._view = view
        self._service = service
        self._kept = notes
        self._runner = runner
        self._bus = bus
        self._clock = clock
        self._navigator = navigator
        self._link = link
        self._proving = Proving(view, runner, service.step_up, self._not_proven)
        self._filter = QueueFilter()
        self._queue = QueueList(rows=(), total=0)
        self._item_id = ""
        self._sheet: Sheet | None = None
        self._notes = Notes()
        self._prepared: Prepared | None = None
        self._prepared_for: object = None
        self._many: ManyPrepared | None = None
        self._busy = False
        self._in_sight = False
        self._listing = CancelToken()
        self._reading = CancelToken()
        self._fetching = CancelToken()
        self._pause: CancelToken | None = None
        self._tick: CancelToken | None = None
        self._unsubscribe = bus.subscribe(self._on_changes, "link", "desk")

    # ---- coming and going

    def close(self) -> None:
        """Stop listening; what was entered is kept."""
        self.leave()
        for token in (self._listing, self._reading, self._fetching):
            token.cancel()
        self._unsubscribe()
        self._service.forget_files()

    def open(self, item_id: str) -> None:
        """Show the queue, and one item when it is named."""
        self._in_sight = True
        self._view.show_online(self._link().online)
        if item_id:
            self._item_id, self._sheet = item_id, None
        if self._item_id:
            self._read()
        self._list()
        self._tick_later()

    def leave(self) -> None:
        """Keep what was entered; the page goes out of sight."""
        self._in_sight = False
        if self._tick is not None:
            self._tick.cancel()
        self._keep_now()

    # ---- the queue

    def filter(self, asked: QueueFilter) -> None:
        """Show another part of the queue."""
        if asked != self._filter:
            self._filter = asked
            self._list()

    def refresh(self) -> None:
        """Read the queue again."""
        self._list()

    def more(self) -> None:
        """Read the next rows of the queue."""
        if not self._queue.next_cursor:
            return
        self._listing.cancel()
        self._listing = self._runner.submit(
            Lane.NETWORK,
            self._service.queue,
            self._filter,
            self._queue.next_cursor,
            on_done=lambda page: self._on_queue(replace(page, rows=(*self._queue.rows, *page.rows))),
            on_error=self._failed,
        )

    def choose(self, item_id: str) -> None:
        """Open another item; nothing that was entered about the former one is lost."""
        if item_id == self._item_id and self._sheet is not None:
            return
        self._keep_now()
        self._item_id, self._sheet = item_id, None
        if item_id:
            self._read()
        else:
            self._show()

    def open_register(self) -> None:
        """Go to the register."""
        self._navigator.open_page("register")

    # ---- one item

    def edit(self, notes: Notes) -> None:
        """Take over what was entered; it is kept after a pause."""
        self._notes = notes
        if self._pause is not None:
            self._pause.cancel()
        self._pause = self._runner.after(_KEEP_SECONDS, self._keep_now)

    def show_file(self, part_id: str) -> None:
        """Fetch a document and show it."""
        part = self._sheet.part(part_id) if self._sheet is not None else None
        if part is None or part.file is None:
            return
        file = part.file
        self._fetching.cancel()
        self._fetching = self._runner.submit(
            Lane.NETWORK,
            self._service.file,
            file.file_id,
            on_done=lambda content: self._view.show_file(part_id, file, content),
            on_error=partial(self._file_failed, part_id),
        )

    # ---- deciding

    def decide(self, verdict: Verdict) -> None:
        """Check what was entered against the rules, then ask once more."""
        if self._sheet is None or self._busy or not self._sheet.item.may_decide:
            return
        problem = self._service.problem(self._sheet, self._notes, verdict)
        if problem is not None:
            self._view.show_problem(problem)
            return
        open_parts = [
            part
            for part in self._sheet.parts
            if part.is_given and self._notes.mark(part.id).state is MarkState.OPEN
        ]
        self._view.ask_decision(verdict, len(open_parts))

    def confirm(self, verdict: Verdict) -> None:
        """Send the decision. The same one, sent again after a lost answer, keeps its id."""
        if self._sheet is None or self._busy:
            return
        wanted = (self._sheet.item.row.item_id, self._sheet.item.row.revision, verdict, self._notes)
        if self._prepared is None or self._prepared_for != wanted:
            self._prepared = self._service.prepare(self._sheet, self._notes, verdict)
            self._prepared_for = wanted
        prepared = self._prepared
        outcome: list[Decided] = []
        self._set_busy(True)
        self._proving.run(
            lambda: outcome.append(self._service.decide(prepared)),
            lambda: self._on_decided(prepared, outcome[-1]),
            partial(self._on_refused, prepared),
        )

    def ask_many(self) -> None:
        """Offer the clean items of what is in sight."""
        self._view.show_clean([row for row in self._queue.rows if row.clean])

    def approve_many(self, item_ids: Sequence[str]) -> None:
        """Approve several clean items together."""
        chosen = set(item_ids)
        rows = [row for row in self._queue.rows if row.clean and row.item_id in chosen]
        if not rows or self._busy:
            return
        wanted = {row.item_id: row.revision for row in rows}
        if self._many is None or self._many.decision.items != wanted:
            self._many = self._service.prepare_many(rows)
        prepared = self._many
        outcome: list[DecidedMany] = []
        self._set_busy(True)
        self._proving.run(
            lambda: outcome.append(self._service.decide_many(prepared)),
            lambda: self._on_many(prepared, outcome[-1]),
            self._failed_deciding,
        )

    def prove(self, code: str, password: str) -> None:
        """Send the proof of presence that was asked for."""
        self._proving.prove(code, password)

    def drop_proof(self) -> None:
        """The proof was not given: nothing is sent."""
        self._proving.drop()

    # ---- inside: reading

    def _list(self) -> None:
        self._listing.cancel()
        self._listing = self._runner.submit(
            Lane.NETWORK, self._service.queue, self._filter, on_done=self._on_queue, on_error=self._failed
        )

    def _on_queue(self, queue: QueueList) -> None:
        self._queue = queue
        self._view.show_queue(queue, self._clock.now())
        if not self._item_id and queue.rows:
            self.choose(queue.rows[0].item_id)
        elif not self._item_id:
            self._show()

    def _read(self) -> None:
        self._view.show_loading()
        self._reading.cancel()
        self._fetching.cancel()
        item_id = self._item_id
        self._reading = self._runner.submit(
            Lane.DATA,
            self._kept.load,
            item_id,
            on_done=lambda notes: self._fetch(item_id, notes),
            on_error=self._failed,
        )

    def _fetch(self, item_id: str, notes: Notes) -> None:
        def done(sheet: Sheet) -> None:
            self._sheet = sheet
            self._notes = kept_notes(notes, sheet, Moved())
            self._show()

        self._reading = self._runner.submit(
            Lane.NETWORK, self._service.item, item_id, on_done=done, on_error=self._on_unreadable
        )

    def _show(self) -> None:
        self._view.show_sheet(self._sheet, self._notes if self._sheet else Notes(), self._clock.now())

    def _on_unreadable(self, error: Exception) -> None:
        self._item_id, self._sheet = "", None
        self._show()
        self._failed(error)

    def _file_failed(self, part_id: str, error: Exception) -> None:
        if not isinstance(error, BackendRefused | WorldFailed):
            raise error
        self._view.show_file_failure(part_id, error)

    # ---- inside: deciding

    def _on_decided(self, prepared: Prepared, decided: Decided) -> None:
        self._forget(prepared.item_id)
        self._set_busy(False)
        self._view.show_decided(prepared, decided)
        self._go_on([prepared.item_id])

    def _on_many(self, prepared: ManyPrepared, decided: DecidedMany) -> None:
        self._many = None
        for item_id in decided.statuses:
            self._forget(item_id)
        self._set_busy(False)
        self._view.show_many_decided(prepared, decided)
        self._go_on(list(decided.statuses))

    def _go_on(self, decided: Sequence[str]) -> None:
        """Take decided items off the list, open the next one, and read the list again."""
        gone = set(decided)
        before = [row.item_id for row in self._queue.rows]
        rows = tuple(row for row in self._queue.rows if row.item_id not in gone)
        self._queue = replace(self._queue, rows=rows, total=max(self._queue.total - len(gone), len(rows)))
        if self._item_id in gone:
            at = before.index(self._item_id) if self._item_id in before else 0
            following = [one for one in before[at:] if one not in gone]
            left = [row.item_id for row in rows]
            self._item_id, self._sheet = next(iter(following or left[-1:]), ""), None
            if self._item_id:
                self._read()
            else:
                self._show()
        self._view.show_queue(self._queue, self._clock.now())
        self._bus.publish(ChangeSet.of("desk", ids=decided, initiator="verification"))
        self._list()

    def _on_refused(self, prepared: Prepared, error: Exception) -> None:
        moved = isinstance(error, BackendRefused) and error.refusal.code == MOVED_ON
        if moved and self._sheet is not None and self._item_id == prepared.item_id:
            self._prepared = None
            self._reload(self._sheet)
        else:
            self._failed_deciding(error)

    def _reload(self, before: Sheet) -> None:
        """Somebody was faster: show what stands now and what changed; what was entered stays."""

        def done(sheet: Sheet) -> None:
            moved = what_moved(before.item, sheet.item)
            self._sheet = self._service.laid_out(sheet.item, moved.parts)
            self._notes = kept_notes(self._notes, self._sheet, moved)
            self._set_busy(False)
            self._show()
            self._view.show_moved(moved)
            self._list()

        self._reading = self._runner.submit(
            Lane.NETWORK,
            self._service.item,
            before.item.row.item_id,
            on_done=done,
            on_error=self._failed_deciding,
        )

    def _not_proven(self) -> None:
        self._set_busy(False)

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self._view.show_busy(busy)

    # ---- inside: notes

    def _keep_now(self) -> None:
        if self._pause is None:
            return
        self._pause.cancel()
        self._pause = None
        if self._sheet is not None:
            self._runner.submit(Lane.DATA, self._kept.keep, self._sheet.item.row.item_id, self._notes)

    def _forget(self, item_id: str) -> None:
        if item_id == self._item_id and self._pause is not None:
            self._pause.cancel()
            self._pause = None
        self._runner.submit(Lane.DATA, self._kept.forget, item_id)

    # ---- inside: around

    def _tick_later(self) -> None:
        if self._tick is not None:
            self._tick.cancel()
        self._tick = self._runner.after(_REFRESH_SECONDS, self._on_tick)

    def _on_tick(self) -> None:
        if not self._in_sight:
            return
        if self._link().online and not self._busy:
            self._list()
        self._tick_later()

    def _on_changes(self, changes: ChangeSet) -> None:
        if changes.touches("link"):
            self._view.show_online(self._link().online)
        if changes.touches("desk") and changes.initiator != "verification" and self._in_sight:
            self._list()

    def _failed_deciding(self, error: Exception) -> None:
        self._set_busy(False)
        if not isinstance(error, Refused | BackendRefused | WorldFailed):
            raise error
        self._view.show_failure(error, deciding=True)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, Refused | BackendRefused | WorldFailed):
            raise error
        self._view.show_failure(error, deciding=False)
