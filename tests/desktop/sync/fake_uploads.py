"""The file side of a backend in memory: takes blocks, checks files, forgets and refuses when told to."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from inaproc_core.errors import Refusal
from inaproc_core.orders.facts import AttachmentFact
from inaproc_core.wire.messages import Envelope, Outcome
from inaproc_core.wire.registration import StoredFile, UploadState
from inaproc_desktop.ports.attachments import Upload
from inaproc_desktop.ports.data import BackendRefused, WorldFailed
from tests.desktop.sync.fake_server import FakeServer

BLOCK = 1000
PDF = "application/pdf"


@dataclass
class FakeUploads:
    """``ports.attachments.UploadCalls``, and the rule that commands wait for their files.

    Attributes:
        refuse: hash to the code by which its content is refused.
        later: codes to answer the next announcements with.
        instant: called before and after every call took effect; may raise.
    """

    server: FilingServer
    blocks: dict[str, bytearray] = field(default_factory=dict)
    sizes: dict[str, int] = field(default_factory=dict)
    clean: dict[str, bytes] = field(default_factory=dict)
    refuse: dict[str, str] = field(default_factory=dict)
    later: list[str] = field(default_factory=list)
    sent: int = 0
    finished: int = 0
    instant: Callable[[], None] = lambda: None

    def begin_upload(self, upload: Upload) -> UploadState:
        self._reach()
        if self.later:
            raise BackendRefused(Refusal(code=self.later.pop(0)), status=429)
        self.sizes[upload.sha256] = upload.size
        held = self.blocks.setdefault(upload.sha256, bytearray())
        if upload.sha256 in self.clean:
            held = bytearray(self.clean[upload.sha256])
        self.instant()
        return UploadState(upload_id=upload.sha256, offset=len(held), size=upload.size, block=BLOCK)

    def send_block(self, upload_id: str, offset: int, block: bytes) -> UploadState:
        self._reach()
        if upload_id not in self.blocks:
            raise BackendRefused(Refusal(code="upload.unknown"), status=404)
        held = self.blocks[upload_id]
        if offset != len(held):
            raise BackendRefused(Refusal(code="upload.offset"), status=409)
        held += block
        self.sent += len(block)
        self.instant()
        return UploadState(upload_id=upload_id, offset=len(held), size=self.sizes[upload_id], block=BLOCK)

    def finish_upload(self, upload_id: str) -> StoredFile:
        self._reach()
        content = bytes(self.blocks[upload_id]) or self.clean.get(upload_id, b"")
        assert hashlib.sha256(content).hexdigest() == upload_id
        if upload_id in self.refuse:
            raise BackendRefused(Refusal(code=self.refuse[upload_id], facts={"other": "ZIP"}), status=400)
        self.clean[upload_id] = content
        self.finished += 1
        fact = AttachmentFact(sha256=upload_id, media_type=PDF, size=len(content))
        server = self.server
        server.known = replace(server.known, attachments={**server.known.attachments, upload_id: fact})
        self.instant()
        return StoredFile(
            file_id=upload_id,
            slot="order_attachment",
            name="x",
            media_type=PDF,
            size=len(content),
            sha256=upload_id,
        )

    def attachment(self, order_id: str, sha256: str) -> bytes:
        self._reach()
        if order_id not in self.server.orders:
            raise BackendRefused(Refusal(code="attachment.unknown"), status=404)
        return self.clean[sha256]

    def forget(self, sha256: str) -> None:
        """The upload expired, or the file was swept before a command named it."""
        self.blocks.pop(sha256, None)
        self.clean.pop(sha256, None)

    def _reach(self) -> None:
        if self.server.offline:
            raise WorldFailed("world.offline")
        self.instant()


class FilingServer(FakeServer):
    """A backend whose commands wait for their files."""

    def __init__(self) -> None:
        super().__init__()
        self.files = FakeUploads(self)
        self.open_office()

    def execute(self, envelope: Envelope) -> Outcome:
        missing = [one for one in envelope.attachments if one not in self.files.clean]
        if missing and envelope.cmd_id not in self.log:
            self.received.append(envelope.cmd_id)
            return Outcome(
                cmd_id=envelope.cmd_id,
                outcome="parked",
                code="command.waiting_attachment",
                facts={"sha256": missing[0], "state": "missing", "name": "KAK.pdf"},
            )
        self.files.instant()
        outcome = super().execute(envelope)
        self.files.instant()
        return outcome
