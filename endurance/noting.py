"""Between services and outbox: what the person is told is written down, after it is true and not before."""

from __future__ import annotations

import threading
from typing import Any

from endurance.diary import SAVED, TOLD, WITHDRAWING, Diary
from endurance.fuse import SAVE, Fuse
from inaproc_core.wire.messages import Outcome
from inaproc_desktop.ports.data import Deed, DeedState, Outbox
from inaproc_desktop.ports.ui import ChangeSet

_FINAL = frozenset({DeedState.REFUSED, DeedState.CONFLICT, DeedState.ACCEPTED})


class NotingOutbox:
    """An outbox that notes what it said; everything else is the real one's."""

    def __init__(self, outbox: Outbox, diary: Diary, fuse: Fuse) -> None:
        self._outbox = outbox
        self._diary = diary
        self._fuse = fuse

    def __getattr__(self, name: str) -> Any:
        """Whatever is not about saving."""
        return getattr(self._outbox, name)

    def put(self, command: Any, **more: Any) -> tuple[str, ChangeSet]:
        """Save, then say so."""
        self._fuse.light(SAVE)
        cmd_id, changes = self._outbox.put(command, **more)
        self._diary.write(SAVED, cmd_id, order=more["order_id"], command=type(command).__name__)
        return cmd_id, changes

    def withdraw(self, cmd_id: str) -> ChangeSet:
        """Say so first: from here on the command may be gone."""
        deed = next((one for one in self._outbox.deeds() if one.cmd_id == cmd_id), None)
        self._diary.write(WITHDRAWING, cmd_id, order=deed.order_id if deed is not None else "")
        return self._outbox.withdraw(cmd_id)


class Teller:
    """Follows the outbox as *Kotak Keluar* does, and notes every outcome that comes into sight."""

    def __init__(self, outbox: Outbox, diary: Diary, told: dict[str, tuple[str, str]]) -> None:
        """Take what former lives have told: outcome and code by command."""
        self._outbox = outbox
        self._diary = diary
        self._told = told
        self._lock = threading.Lock()

    def look(self, changes: ChangeSet | None = None) -> None:
        """Look again, wherever a deed has changed."""
        if changes is not None and not changes.touches("deed"):
            return
        every = changes is None
        with self._lock:
            for deed in (*self._outbox.deeds(), *self._outbox.recent(100_000 if every else 100)):
                if deed.state in _FINAL and deed.outcome is not None:
                    self._tell(deed, deed.outcome)

    def tell(self, outcome: Outcome) -> None:
        """Note what was said at once, of a deed that was done online."""
        with self._lock:
            if outcome.outcome not in {"parked", "retry"}:
                self._note(outcome)

    def _tell(self, deed: Deed, outcome: Outcome) -> None:
        if outcome.cmd_id == deed.cmd_id:
            self._note(outcome)

    def _note(self, outcome: Outcome) -> None:
        said = outcome.outcome, outcome.code
        if self._told.get(outcome.cmd_id) != said:
            self._told[outcome.cmd_id] = said
            self._diary.write(
                TOLD, outcome.cmd_id, outcome=said[0], code=said[1], rev=outcome.rev, number=outcome.number
            )
