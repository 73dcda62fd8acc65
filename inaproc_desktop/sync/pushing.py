"""Sending the outbox: in order per order, no order waiting for another (protocol.md 2.6)."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from inaproc_core.wire.messages import Outcome
from inaproc_core.wire.versions import UPGRADE_REQUIRED
from inaproc_desktop.ports.data import BackendRefused, WorldFailed
from inaproc_desktop.ports.sync import Queued, Wire, WorkFile
from inaproc_desktop.ports.ui import ChangeSet

BATCH = 50
"""Most commands of one request."""


class Pusher:
    """Sends what is due. One thread at a time."""

    def __init__(
        self,
        file: WorkFile,
        wire: Wire,
        publish: Callable[[ChangeSet], None],
        answered: Callable[[], None] = lambda: None,
        held: Callable[[], Collection[str]] = frozenset,
    ) -> None:
        self._file = file
        self._wire = wire
        self._publish = publish
        self._answered = answered
        self._held = held
        self._one_by_one = False
        self._at_fault: set[str] = set()

    def push_all(self, *, again: bool = False) -> bool:
        """Send until nothing is due; returns whether anything was decided.

        Of each order only the oldest command goes into a request: its successor is sent when the answer is
        known, so that no command overtakes the one it builds on.

        Where a request ended in a fault of the backend, commands are sent one by one from then on: one that
        it cannot bear holds up itself and what builds on it, nothing else.

        Args:
            again: in the same round, so that those at fault are left alone.

        Raises:
            WorldFailed: no answer. What was being sent stays and is sent again with the same id.
            BackendRefused: the session has ended.
        """
        decided = False
        self._at_fault = self._at_fault if again else set()
        held = set(self._held()) | self._at_fault  # their files are on the way, or they were tried
        while batch := self._file.due(most=1 if self._one_by_one else BATCH, without=held):
            try:
                outcomes = self.send(batch)
            except WorldFailed as failed:
                if failed.code != _FAULT:
                    raise
                self._one_by_one = True
                if len(batch) > 1:
                    raise
                self._at_fault.add(batch[0].cmd_id)
                if len(self._at_fault) >= _FAULTS:  # not one command: the backend
                    raise
                held |= self._at_fault
                continue
            decided = decided or any(outcome.outcome not in _UNDECIDED for outcome in outcomes)
            # "Later" means later: not in this round again.
            held |= {outcome.cmd_id for outcome in outcomes if outcome.outcome == "retry"}
        self._one_by_one = bool(self._at_fault)
        return decided

    def send(self, batch: Sequence[Queued]) -> list[Outcome]:
        """Send these commands and note what comes of it; errors as ``push_all``."""
        ids = [one.cmd_id for one in batch]
        self._publish(self._file.begin(ids))
        try:
            outcomes = self._wire.push([one.envelope for one in batch])
        except WorldFailed as failed:
            self._publish(self._file.unanswered(ids, failed.code))
            raise
        except BackendRefused as refused:
            self._answered()
            return self._refused(batch, refused)
        self._answered()
        self._publish(self._file.answered(outcomes))
        return outcomes

    def _refused(self, batch: Sequence[Queued], refused: BackendRefused) -> list[Outcome]:
        """Find out which command of a refused request is at fault, so that it holds up no other."""
        ids = [one.cmd_id for one in batch]
        if refused.status == UPGRADE_REQUIRED:
            self._publish(self._file.unanswered(ids, "world.parked"))
            raise refused
        if refused.status in _OF_THE_SESSION:
            self._publish(self._file.unanswered(ids, refused.refusal.code))
            raise refused
        if len(batch) > 1:
            return [outcome for one in batch for outcome in self.send([one])]
        self._publish(self._file.refuse(ids[0], refused.refusal, refused.sentence))
        return []


_FAULT = "world.server"
_FAULTS = 3
_UNDECIDED = {"retry", "parked"}

_OF_THE_SESSION = {401, 403, 429}
"""These say nothing about the command: sign in again, or ask later."""
