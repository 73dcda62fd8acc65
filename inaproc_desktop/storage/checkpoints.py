"""Where the work file stands in the feed, and how a pull brings it further (protocol.md 2.8)."""

from __future__ import annotations

import logging

from inaproc_core.wire.messages import PullRequest, RawPullAnswer
from inaproc_desktop.ports.data import WorldFailed
from inaproc_desktop.ports.sync import HELD_BACK
from inaproc_desktop.ports.ui import ChangeSet, Clock
from inaproc_desktop.storage.feed import (
    Settle,
    TooManyDeleted,
    apply_checkpoint,
    forget_history,
    held_position,
    is_news,
    move_cursors,
)
from inaproc_desktop.storage.staging import IN_MEMORY, Checkpoint, Held, MissingRows, Staging
from inaproc_desktop.storage.work import WorkDatabase, get_setting, put_setting

_LOG = logging.getLogger(__name__)

_ROWS_HELD_BACK = "held_back"
_AGREED = "deletions_agreed"


class Checkpoints:
    """The pull of one work file. One thread at a time; nothing else moves its cursors."""

    def __init__(self, work: WorkDatabase, clock: Clock, *, staged_bytes: int = IN_MEMORY) -> None:
        self._work = work
        self._clock = clock
        self._staging = Staging(work, in_memory=staged_bytes)
        with work.read() as connection:
            self._stands: Held | None = held_position(connection)
            self._flags = {flag for flag in (_ROWS_HELD_BACK, _AGREED) if get_setting(connection, flag)}

    def position(self) -> PullRequest:
        """Return where the last page of the pull under way ended, or where the file stands."""
        checkpoint = self._staging.checkpoint
        if checkpoint is not None:
            return PullRequest(
                cursors=checkpoint.heads, epoch=checkpoint.epoch, scopes_version=checkpoint.scopes_version
            )
        held = self._held()
        return PullRequest(cursors=dict(held.cursors), epoch=held.epoch, scopes_version=held.scopes_version)

    def take(self, answer: RawPullAnswer, settle: Settle) -> ChangeSet:
        """Take a page; with the last one everything is applied. See ``ports.sync.WorkFile.apply``."""
        try:
            checkpoint = self._staging.take(answer, self._held())
        except MissingRows as missing:
            self._stands = None
            with self._work.write() as connection:
                # Not removed: the backend says by it which scopes to forget.
                move_cursors(connection, dict.fromkeys(missing.scopes, 0))
            raise WorldFailed("world.answer", f"feed rows are missing in {missing}") from missing
        if answer.more:
            return ChangeSet.of(initiator="sync")
        try:
            return self._applied(checkpoint, settle)
        except TooManyDeleted as much:
            _LOG.warning("checkpoint held back: %s", much)
            self._staging.forget()
            self._flag(_ROWS_HELD_BACK, str(much.deleted))
            raise WorldFailed(HELD_BACK, str(much)) from much

    def agree_to_deletions(self) -> None:
        """Let the next checkpoint through however much it deletes: the person has seen how much."""
        self._flag(_AGREED, "1")

    def forget_history(self) -> ChangeSet:
        """Drop confirmed rows and cursors: the backend began a new history. The outbox stays."""
        self._staging.forget()
        self._stands = None
        with self._work.write() as connection:
            return forget_history(connection)

    def _applied(self, checkpoint: Checkpoint, settle: Settle) -> ChangeSet:
        changes = ChangeSet.of(initiator="sync")
        self._stands = None  # whatever comes of the commit
        with self._work.write() as connection:
            if is_news(checkpoint):
                agreed = _AGREED in self._flags
                changes = apply_checkpoint(connection, self._staging, checkpoint, settle, any_deletion=agreed)
            put_setting(connection, "synced_at", self._clock.now().isoformat())
            for flag in self._flags:
                put_setting(connection, flag, "")
        self._flags.clear()
        self._staging.forget()
        self._stands = Held(
            epoch=checkpoint.epoch, scopes_version=checkpoint.scopes_version, cursors=checkpoint.heads
        )
        return changes

    def _held(self) -> Held:
        if self._stands is None:
            with self._work.read() as connection:
                self._stands = held_position(connection)
        return self._stands

    def _flag(self, flag: str, value: str) -> None:
        self._work.keep_setting(flag, value)
        self._flags.add(flag)
