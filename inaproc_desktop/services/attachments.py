"""Dokumen pendukung: choosing a file for a checkout, how far it is, and opening it wherever it lies."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from inaproc_core.errors import refuse
from inaproc_core.orders.content import Attachment, AttachmentKind
from inaproc_desktop.ports.attachments import AttachmentShelf, KeptFile, OrderFiles
from inaproc_desktop.ports.ui import ChangeSet
from inaproc_desktop.services.registration.pictures import read_file
from inaproc_desktop.services.rules import Rules
from inaproc_documents.intake.inspecting import Wanted, inspect
from inaproc_documents.intake.names import download_name

ENDINGS: Final = (".pdf", ".jpg", ".jpeg", ".png")
"""What a dialog offers; what counts is the content."""


@dataclass(frozen=True, kw_only=True)
class AttachmentLimits:
    """What may be chosen today. ``max_bytes`` per file."""

    max_files: int
    max_bytes: int


class AttachmentService:
    """Everything that is done with supporting documents, by one person through one access. Blocking."""

    def __init__(self, shelf: AttachmentShelf, files: OrderFiles, rules: Rules, access_id: str) -> None:
        """Put it together.

        Args:
            shelf: files on this machine.
            files: files of orders, here or at the backend.
            rules: rules of the day.
            access_id: the access that buys.
        """
        self._shelf = shelf
        self._files = files
        self._rules = rules
        self._access_id = access_id

    def limits(self) -> AttachmentLimits:
        """Return what may be chosen today."""
        policy = self._rules.policy()
        return AttachmentLimits(
            max_files=policy.attachments_max_files, max_bytes=policy.attachments_max_bytes
        )

    def choose(self, path: str, kind: AttachmentKind) -> tuple[Attachment, ChangeSet]:
        """Look at a file of the person's and keep it, sealed; a picture loses its metadata by that.

        Raises:
            Refused: ``checkout.attachment_too_large`` or a code ``file.…``.
            WorldFailed: ``world.file`` when it cannot be read, ``world.disk`` when it cannot be kept.
        """
        name, content = read_file(path)
        policy = self._rules.policy()
        if len(content) > policy.attachments_max_bytes:
            refuse(
                "checkout.attachment_too_large",
                at="attachments",
                name=name,
                size=len(content),
                most=policy.attachments_max_bytes,
            )
        seen = inspect(
            content, Wanted(max_bytes=policy.attachments_max_bytes, max_pages=policy.attachments_max_pages)
        )
        safe = download_name(name, seen.kind)
        kept, changes = self._shelf.keep(safe, seen.kind.value, seen.content, self._access_id)
        made = Attachment(
            sha256=kept.sha256,
            name=safe,
            media_type=kept.media_type,
            size=kept.size,
            kind=kind,
            internal=kind.starts_internal,
        )
        return made, changes

    def states(self, attachments: Iterable[Attachment]) -> dict[str, KeptFile]:
        """Return how far files are, by hash; those that were chosen elsewhere are left out."""
        return self._shelf.find([one.sha256 for one in attachments])

    def open(self, order_id: str, attachment: Attachment) -> bytes:
        """Return a file's content; errors as ``OrderFiles.open``."""
        return self._files.open(order_id, attachment)

    def is_here(self, attachment: Attachment) -> bool:
        """Return whether a file opens without a link."""
        return self._files.is_here(attachment)
