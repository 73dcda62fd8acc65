"""The sync engine: one thread that pushes and pulls in rounds, and tells the window how things stand."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import replace

from inaproc_core.wire.messages import Outcome
from inaproc_desktop.ports.data import BackendRefused, Link, WorldFailed
from inaproc_desktop.ports.drafts import DraftExchange
from inaproc_desktop.ports.sync import HELD_BACK, CatalogueFile, Queued, WakeStream, Wire, WorkFile
from inaproc_desktop.ports.ui import ChangeBus, ChangeSet, Clock
from inaproc_desktop.ports.understanding import Greeting, NoGreeting
from inaproc_desktop.ports.world import NO_LINK, NOT_SENT
from inaproc_desktop.sync.pulling import Puller
from inaproc_desktop.sync.pushing import Pusher
from inaproc_desktop.sync.schedule import Schedule
from inaproc_desktop.sync.uploads import Uploader

_LOG = logging.getLogger(__name__)

_LINK = ChangeSet.of("link", initiator="sync")
_UNAUTHORISED = 401


class SyncEngine:
    """Keeps one person's work file in step with the backend.

    Rounds run on an own thread. ``run_command`` lets an online-only deed use the same lock on its caller's
    thread, so that commands of one order never overtake each other.
    """

    def __init__(
        self,
        *,
        file: WorkFile,
        catalogue: CatalogueFile,
        wire: Wire,
        bus: ChangeBus,
        clock: Clock,
        wake: WakeStream | None = None,
        uploads: Uploader | None = None,
        schedule: Schedule | None = None,
        greeting: Greeting | None = None,
        drafts: DraftExchange | None = None,
        online: bool = False,
        on_session_ended: Callable[[BackendRefused], None] = lambda refused: None,
    ) -> None:
        """Put the engine together; nothing runs before ``start``.

        Args:
            file: the work file.
            catalogue: the local catalogue.
            wire: the backend.
            bus: where changes are published, kinds as in the feed, and ``link``, ``deed``, ``catalogue``.
            clock: stamps the end of a pull.
            wake: hints; polling alone when absent.
            uploads: sends files between rounds, and holds back commands that wait for theirs.
            schedule: pauses between rounds.
            greeting: says hello and keeps silent while versions do not fit.
            drafts: drafts that go to the person's other devices.
            online: whether the backend answered just before.
            on_session_ended: called on the engine's thread when the backend ended the session.
        """
        self._file = file
        self._bus = bus
        self._wake_stream = wake
        self._schedule = schedule or Schedule()
        self._greeting = greeting or NoGreeting()
        self._drafts = drafts
        self._on_session_ended = on_session_ended
        self._clock = clock
        self._uploads = uploads
        held = uploads.held if uploads is not None else frozenset
        self._pusher = Pusher(file, wire, self._changed, self._answered, held)
        self._puller = Puller(file, catalogue, wire, self._changed, clock, self._answered)
        self._round = threading.Lock()
        self._woken = threading.Event()
        self._stopped = threading.Event()
        self._thread: threading.Thread | None = None
        self._link_lock = threading.Lock()
        self._link = self._counted(Link(online=online, syncing=False, waiting=0, attention=0, synced_at=None))

    # ---- running

    def start(self) -> None:
        """Begin with a round at once."""
        self._stopped.clear()
        self._thread = threading.Thread(target=self._run, name="sync", daemon=True)
        self._thread.start()
        if self._wake_stream is not None:
            self._wake_stream.start(self.sync_now)

    def stop(self, seconds: float = 30.0) -> bool:
        """End after the request that is under way.

        Args:
            seconds: how long to wait for the threads; they are daemons and end with the process anyway.

        Returns:
            Whether they have ended.
        """
        self._stopped.set()
        self._woken.set()
        ended = self._wake_stream.stop(seconds) if self._wake_stream is not None else True
        if self._thread is not None:
            self._thread.join(seconds)
            ended = ended and not self._thread.is_alive()
            self._thread = None
        return ended

    def sync_now(self) -> None:
        """Ask for a round soon; returns at once, from any thread."""
        self._woken.set()

    def link(self) -> Link:
        """Return how the connection and the outbox stand."""
        with self._link_lock:
            return self._link

    def recount(self) -> None:
        """Count the outbox again after somebody else changed it, and tell the window."""
        self._show()

    def agree_to_deletions(self) -> None:
        """Let through what was held back because it deletes so much; the person has looked."""
        self._file.agree_to_deletions()
        self.sync_now()

    # ---- one round

    def round(self) -> bool:
        """Push, pull, refresh the catalogue; returns whether everything worked.

        Raises:
            BackendRefused: the session has ended.
        """
        self._show(syncing=True)
        try:
            with self._greeting.meeting(), self._round:
                self._exchange_drafts()
                decided = self._pusher.push_all()
                wanted = self._puller.pull_all()
                merged = self._exchange_drafts()
                # What was decided is settled now, and what builds on it is due.
                while (decided or merged) and (decided := self._pusher.push_all(again=True)):
                    wanted = self._puller.pull_all()
                    merged = self._exchange_drafts()
            self._show(online=True, syncing=False)
            self._puller.refresh_catalogue(wanted)
            if self._uploads is not None and self._uploads.step():
                self._show()
                self.sync_now()
        except WorldFailed as failed:
            _LOG.info("round ended early: %s", failed)
            offline = failed.code in NO_LINK
            answered = failed.code == HELD_BACK or self.link().online
            self._show(online=answered and not offline, syncing=False)
            return False
        except BackendRefused as refused:
            self._show(online=refused.status != _UNAUTHORISED, syncing=False)
            if refused.status == _UNAUTHORISED:
                raise
            _LOG.info("round refused: %s", refused.refusal.code)
            return False
        return True

    def run_command(self, cmd_id: str) -> Outcome | None:
        """Send one command now, what it builds on first, and pull what came of it.

        Returns:
            Its outcome; ``None`` when an earlier command of the same order is still undecided.

        Raises:
            WorldFailed: no answer; the command stays in the outbox unless it never left this machine.
            BackendRefused: the session has ended.
        """
        with self._greeting.talking(), self._round:
            if self._file.earlier(cmd_id):
                self._pusher.push_all()
                if self._file.earlier(cmd_id):
                    return None
            queued = self._file.queued(cmd_id)
            outcome = self._sent(queued) if queued is not None else None
            if outcome is None:  # settled already, by a round or by a refusal of the request itself
                deed = self._file.deed(cmd_id)
                outcome = deed.outcome if deed is not None else None
            if outcome is not None and outcome.outcome not in {"retry", "parked"}:
                self._pull_what_came_of_it()
        self._show(online=True)
        return outcome

    def _exchange_drafts(self) -> bool:
        """Let drafts meet what a pull brought, and queue what is to be sent; returns whether anything is."""
        if self._drafts is None:
            return False
        settled = self._drafts.settle()
        queued = self._drafts.collect()
        for changes in (settled, queued):
            if changes.kinds:
                self._changed(changes)
        return bool(queued.kinds)

    def _pull_what_came_of_it(self) -> None:
        try:
            self._puller.pull_all()
        except WorldFailed as failed:  # the outcome is known all the same; the next round fetches its rows
            _LOG.info("pull after a command failed: %s", failed)
            self.sync_now()

    def _sent(self, queued: Queued) -> Outcome | None:
        try:
            outcomes = self._pusher.send([queued])
        except WorldFailed as failed:
            if failed.code in NOT_SENT:
                raise
            outcomes = self._pusher.send([queued])  # the same id: it is decided once, however often sent
        return outcomes[0] if outcomes else None

    # ---- inside

    def _run(self) -> None:
        while not self._stopped.is_set():
            self._woken.clear()
            try:
                pause = self._schedule.succeeded() if self.round() else self._schedule.failed()
            except BackendRefused as refused:
                self._on_session_ended(refused)
                return
            except Exception:
                # A fault of ours must not end synchronising for the rest of the day.
                _LOG.exception("sync round failed")
                self._show(syncing=False)
                pause = self._schedule.failed()
            self._woken.wait(pause)

    def _answered(self) -> None:
        """Note that the backend has just answered, whatever it said."""
        with self._link_lock:
            self._link = replace(self._link, contact_at=self._clock.now())

    def _changed(self, changes: ChangeSet) -> None:
        self._bus.publish(changes)
        if changes.touches("deed"):
            self._show()

    def _show(self, *, online: bool | None = None, syncing: bool | None = None) -> None:
        with self._link_lock:
            before = self._link
            after = self._counted(before)
            if online is not None:
                after = replace(after, online=online)
            if syncing is not None:
                after = replace(after, syncing=syncing)
            self._link = after
        if after != before:
            self._bus.publish(_LINK)

    def _counted(self, link: Link) -> Link:
        counts = self._file.counts()
        return replace(
            link,
            waiting=counts.waiting,
            attention=counts.attention,
            synced_at=counts.synced_at,
            held_back=counts.held_back,
            others=self._file.others_waiting(),
            understanding=self._greeting.understanding(),
        )
