"""Supporting documents without a disk and without a backend."""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from dataclasses import dataclass, field, replace

from inaproc_core.orders.content import Attachment
from inaproc_desktop.ports.attachments import FileState, KeptFile
from inaproc_desktop.ports.data import WorldFailed
from inaproc_desktop.ports.ui import ChangeSet
from tests import builders


@dataclass
class FakeShelf:
    """``ports.attachments.AttachmentShelf`` in memory."""

    files: dict[str, KeptFile] = field(default_factory=dict)
    contents: dict[str, bytes] = field(default_factory=dict)
    disk_full: bool = False

    def keep(self, name: str, media_type: str, content: bytes, access_id: str) -> tuple[KeptFile, ChangeSet]:
        if self.disk_full:
            raise WorldFailed("world.disk")
        sha256 = hashlib.sha256(content).hexdigest()
        self.contents[sha256] = content
        self.files[sha256] = KeptFile(
            sha256=sha256,
            name=name,
            media_type=media_type,
            size=len(content),
            state=FileState.KEPT,
            sent=0,
            added_at=builders.NOW,
        )
        return self.files[sha256], ChangeSet.of("attachment", ids=(sha256,))

    def find(self, hashes: Collection[str]) -> dict[str, KeptFile]:
        return {sha256: self.files[sha256] for sha256 in hashes if sha256 in self.files}

    def content(self, sha256: str) -> bytes | None:
        return self.contents.get(sha256)

    def move(self, sha256: str, state: FileState, sent: int = 0, reason: str = "") -> ChangeSet:
        self.files[sha256] = replace(self.files[sha256], state=state, sent=sent, reason=reason)
        return ChangeSet.of("attachment", ids=(sha256,))


@dataclass
class FakeOrderFiles:
    """``ports.attachments.OrderFiles``: what the shelf has, and what ``elsewhere`` has with a link."""

    shelf: FakeShelf
    elsewhere: dict[str, bytes] = field(default_factory=dict)
    online: bool = True

    def open(self, order_id: str, attachment: Attachment) -> bytes:
        content = self.shelf.content(attachment.sha256)
        if content is None and not self.online:
            raise WorldFailed("world.offline")
        return content if content is not None else self.elsewhere[attachment.sha256]

    def is_here(self, attachment: Attachment) -> bool:
        return self.shelf.content(attachment.sha256) is not None
