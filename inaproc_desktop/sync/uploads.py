"""Sending files that commands and drafts name: in slices between rounds, from where the backend has them.

A command waits on this machine until its files are there. A file that is refused refuses its commands, with a
card that says which file and why; the person puts another in its place.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from inaproc_core.errors import Fact, Refusal
from inaproc_desktop.ports.attachments import FileState, Upload, UploadCalls, UploadQueue
from inaproc_desktop.ports.data import BackendRefused, WorldFailed
from inaproc_desktop.ports.sync import WorkFile
from inaproc_desktop.ports.ui import ChangeSet, Clock

_LOG = logging.getLogger(__name__)

BLOCKS_OF_A_STEP = 8
"""Blocks that are sent before commands get their turn again."""

_LATER = timedelta(seconds=60)
"""After which a file, or a command that waits for one at the backend, is tried again."""

_STUMBLES = 3
"""Times that an upload is announced anew at once before it has to wait."""

_SWEEP_EVERY = timedelta(hours=6)

_UNAUTHORISED = 401

_GO_ON = frozenset(
    {
        "upload.offset",
        "upload.unknown",
        "upload.checksum",
        "upload.incomplete",
        "upload.block_damaged",
        "upload.block_size",
    }
)
"""The upload stands elsewhere than thought, or begins anew: announcing it again tells where."""

_NOT_NOW = frozenset({"upload.too_many", "upload.quota", "upload.no_room", "file.scanner_away"})
_NOT_THIS_STATUS = frozenset({403, 429})

_THE_SERVERS_FAULT = frozenset({"world.server", "world.answer"})


class Uploader:
    """Sends files, one at a time. One thread at a time; never while commands are being sent."""

    def __init__(
        self,
        queue: UploadQueue,
        calls: UploadCalls,
        file: WorkFile,
        publish: Callable[[ChangeSet], None],
        clock: Clock,
    ) -> None:
        self._queue = queue
        self._calls = calls
        self._file = file
        self._publish = publish
        self._clock = clock
        self._not_before: dict[str, datetime] = {}
        self._stumbles: dict[str, int] = {}
        self._swept: datetime | None = None

    def held(self) -> frozenset[str]:
        """Return the commands that are not to be sent yet."""
        return self._queue.held()

    def step(self) -> bool:
        """Send some blocks of one file; returns whether there is more to do at once.

        Raises:
            WorldFailed: no link. What the backend has of the file stays there.
            BackendRefused: the session has ended.
        """
        now = self._clock.now()
        acted = self._give_up_hopeless() or self._resume(now)
        upload = self._queue.next_upload(self._passed_over(now))
        if upload is None:
            self._sweep(now)
            return acted
        try:
            self._send(upload)
        except BackendRefused as refused:
            self._refused(upload, refused, now)
        except WorldFailed as failed:
            if failed.code == "world.blob_damaged":
                _LOG.warning("attachment: %s", failed)
                self._give_up(upload.sha256, failed.code, {})
            elif failed.code in _THE_SERVERS_FAULT:
                _LOG.info("upload put off: %s", failed)
                self._put_off(upload.sha256, now)
            else:
                raise
        return True

    # ---- inside

    def _send(self, upload: Upload) -> None:
        content = self._queue.content(upload.sha256)
        if content is None:
            return
        state = self._calls.begin_upload(upload)
        for _ in range(BLOCKS_OF_A_STEP):
            self._note(upload, FileState.UPLOADING, state.offset, state.upload_id)
            if state.offset >= len(content):
                break
            block = content[state.offset : state.offset + max(state.block, 1)]
            state = self._calls.send_block(state.upload_id, state.offset, block)
        if state.offset < len(content):
            self._note(upload, FileState.UPLOADING, state.offset)
            return
        self._note(upload, FileState.CHECKING, len(content))
        self._calls.finish_upload(state.upload_id)
        self._note(upload, FileState.ACCEPTED, len(content))

    def _note(self, upload: Upload, state: FileState, sent: int, upload_id: str = "") -> None:
        self._publish(self._queue.progress(upload.sha256, state, sent, upload_id))

    def _refused(self, upload: Upload, refused: BackendRefused, now: datetime) -> None:
        code = refused.refusal.code
        if refused.status == _UNAUTHORISED:
            raise refused
        if code in _GO_ON or code in _NOT_NOW or refused.status in _NOT_THIS_STATUS:
            _LOG.info("upload of %s goes on: %s", upload.sha256[:12], code)
            self._stumbles[upload.sha256] = self._stumbles.get(upload.sha256, 0) + 1
            if code not in _GO_ON or self._stumbles[upload.sha256] >= _STUMBLES:
                self._stumbles.pop(upload.sha256)
                self._put_off(upload.sha256, now)
            return
        self._give_up(upload.sha256, code, refused.refusal.facts)

    def _give_up(self, sha256: str, code: str, facts: Mapping[str, Fact]) -> None:
        self._publish(self._queue.refuse(sha256, code, facts))
        self._give_up_hopeless()

    def _give_up_hopeless(self) -> bool:
        hopeless = self._queue.hopeless()
        for cmd_id, file in hopeless:
            facts: dict[str, Fact] = {"sha256": file.sha256, "name": file.name, "reason": file.reason}
            refusal = Refusal(code="command.attachment_refused", facts=facts, field="attachments")
            self._publish(self._file.refuse(cmd_id, refusal, ""))
        return bool(hopeless)

    def _resume(self, now: datetime) -> bool:
        """Send commands again that the backend holds for a file; not faster than it can be of use."""
        due = [cmd_id for cmd_id in self._queue.held_there() if self._is_due(cmd_id, now)]
        for cmd_id in due:
            self._put_off(cmd_id, now)
        if due:
            self._publish(self._queue.resume(due))
        return bool(due)

    def _put_off(self, name: str, now: datetime) -> None:
        self._not_before[name] = now + _LATER

    def _is_due(self, name: str, now: datetime) -> bool:
        return self._not_before.get(name, now) <= now

    def _passed_over(self, now: datetime) -> tuple[str, ...]:
        self._not_before = {name: at for name, at in self._not_before.items() if at > now}
        return tuple(self._not_before)

    def _sweep(self, now: datetime) -> None:
        if self._swept is None or now - self._swept >= _SWEEP_EVERY:
            self._swept = now
            self._queue.sweep()
