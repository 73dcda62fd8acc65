"""Files that go with a checkout (Dokumen pendukung): kept here, uploaded by the engine, opened by both sides.

Everything blocks. A file that was kept lies encrypted on the disk before anything can name it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from inaproc_core.errors import Fact
from inaproc_core.orders.content import Attachment
from inaproc_core.wire.registration import StoredFile, UploadState
from inaproc_desktop.ports.ui import ChangeSet


class FileState(StrEnum):
    """How far a file is. ``REFUSED`` is final for this content: another file has to take its place."""

    KEPT = "kept"
    UPLOADING = "uploading"
    CHECKING = "checking"
    ACCEPTED = "accepted"
    REFUSED = "refused"


@dataclass(frozen=True, kw_only=True)
class KeptFile:
    """A file on this machine, as a screen sees it.

    Attributes:
        sent: bytes that the backend has.
        reason: code by which it was refused.
        facts: of the reason.
    """

    sha256: str
    name: str
    media_type: str
    size: int
    state: FileState
    sent: int
    added_at: datetime
    reason: str = ""
    facts: Mapping[str, Fact] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Upload:
    """The next file to send.

    Attributes:
        access_id: the access that it was chosen with.
    """

    sha256: str
    name: str
    size: int
    access_id: str


class AttachmentShelf(Protocol):
    """What the checkout page needs."""

    def keep(self, name: str, media_type: str, content: bytes, access_id: str) -> tuple[KeptFile, ChangeSet]:
        """Keep a file that was looked at; the same content again gives it another try.

        Raises:
            WorldFailed: ``world.disk``; nothing was kept then.
        """

    def find(self, hashes: Collection[str]) -> dict[str, KeptFile]:
        """Return what is known of files by hash; those that were chosen on another machine are left out."""

    def content(self, sha256: str) -> bytes | None:
        """Return a file's content; ``None`` when it is not here.

        Raises:
            WorldFailed: ``world.blob_damaged``: what lies here is not what was kept.
        """


class AttachmentsView(Protocol):
    """What the checkout page shows of its files."""

    def show_file_limits(self, count: int, size: int) -> None:
        """Say how many files, and how many bytes each, may be chosen."""

    def show_attaching(self, working: bool) -> None:
        """Say that a file is being looked at."""

    def show_not_attached(self, error: Exception) -> None:
        """Say why a file was not taken."""

    def show_files(self, files: Mapping[str, KeptFile]) -> None:
        """Show how far files are, by hash."""

    def show_failure(self, error: Exception) -> None:
        """Say what did not work."""


class UploadQueue(Protocol):
    """What the sync engine needs. Every method is one transaction."""

    def next_upload(self, passed_over: Collection[str]) -> Upload | None:
        """Return a file that a command or a draft names and the backend does not have, oldest first.

        Files that commands wait for come first.
        """

    def content(self, sha256: str) -> bytes | None:
        """As ``AttachmentShelf.content``."""

    def progress(self, sha256: str, state: FileState, sent: int, upload_id: str = "") -> ChangeSet:
        """Note how far an upload is."""

    def refuse(self, sha256: str, reason: str, facts: Mapping[str, Fact]) -> ChangeSet:
        """Note that the file will never be taken."""

    def held(self) -> frozenset[str]:
        """Return the ids of commands whose files the backend does not have yet: they are not sent."""

    def hopeless(self) -> tuple[tuple[str, KeptFile], ...]:
        """Return commands of the outbox that name a refused file, each with the first such file."""

    def resume(self, cmd_ids: Collection[str]) -> ChangeSet:
        """Put commands that the backend holds for a file back among those to be sent.

        A file that it says is missing is uploaded anew.
        """

    def held_there(self) -> tuple[str, ...]:
        """Return commands that the backend has put aside until a file of theirs is there."""

    def sweep(self) -> int:
        """Remove files that nothing names any more; return how many."""


class UploadCalls(Protocol):
    """The backend's calls. Each raises ``WorldFailed`` or ``BackendRefused``."""

    def begin_upload(self, upload: Upload) -> UploadState:
        """Announce a file, or go on with one that was announced before."""

    def send_block(self, upload_id: str, offset: int, block: bytes) -> UploadState:
        """Send the next block with its checksum."""

    def finish_upload(self, upload_id: str) -> StoredFile:
        """Have the whole file checked; the same answer however often it is asked."""

    def attachment(self, order_id: str, sha256: str) -> bytes:
        """Return a supporting document of an order."""


class OrderFiles(Protocol):
    """Opens supporting documents, wherever they are."""

    def open(self, order_id: str, attachment: Attachment) -> bytes:
        """Return the content, which is certainly the named one.

        From this machine where it is, else from the backend; then it is kept, encrypted, for the next time.

        Raises:
            WorldFailed: without a link; ``world.answer`` when what came is not what the order names.
            BackendRefused: ``attachment.unknown``.
        """

    def is_here(self, attachment: Attachment) -> bool:
        """Return whether it opens without a link."""
