"""Supporting documents of orders: opened from this machine or fetched, checked by hash, kept encrypted."""

from __future__ import annotations

import hashlib

from inaproc_core.orders.content import Attachment
from inaproc_desktop.ports.attachments import AttachmentShelf, UploadCalls
from inaproc_desktop.ports.data import StoredDocument, WorldFailed
from inaproc_desktop.ports.sync import DocumentFile
from inaproc_desktop.ports.ui import Clock


class LiveOrderFiles:
    """Implements ``ports.attachments.OrderFiles``."""

    def __init__(self, shelf: AttachmentShelf, calls: UploadCalls, cache: DocumentFile, clock: Clock) -> None:
        """Put it together.

        Args:
            shelf: files that were chosen on this machine.
            calls: the backend.
            cache: keeps what was fetched, in the encrypted work file.
            clock: stamps what is kept.
        """
        self._shelf = shelf
        self._calls = calls
        self._cache = cache
        self._clock = clock

    def open(self, order_id: str, attachment: Attachment) -> bytes:
        """Return the content, which is certainly the named one."""
        return self._here(attachment) or self._fetched(order_id, attachment)

    def is_here(self, attachment: Attachment) -> bool:
        """Return whether it opens without a link."""
        return self._here(attachment) is not None

    def _here(self, attachment: Attachment) -> bytes | None:
        try:
            content = self._shelf.content(attachment.sha256)
        except WorldFailed:  # damaged here: the backend may have it
            content = None
        if content is not None:
            return content
        kept = self._cache.newest(_cache_id(attachment))
        return kept.pdf if kept is not None and kept.sha256 == attachment.sha256 else None

    def _fetched(self, order_id: str, attachment: Attachment) -> bytes:
        content = self._calls.attachment(order_id, attachment.sha256)
        if hashlib.sha256(content).hexdigest() != attachment.sha256:
            raise WorldFailed("world.answer", f"attachment {attachment.sha256}: other bytes came")
        self._cache.keep(
            StoredDocument(
                document_id=_cache_id(attachment),
                sha256=attachment.sha256,
                pdf=content,
                fetched_at=self._clock.now(),
            )
        )
        return content


def _cache_id(attachment: Attachment) -> str:
    return f"attachment/{attachment.sha256}"
