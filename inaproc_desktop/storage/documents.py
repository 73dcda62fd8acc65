"""PDF documents kept locally by hash, so that what was seen once can be seen without a link."""

from __future__ import annotations

import hashlib
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.dialects.sqlite import insert

from inaproc_desktop.ports.data import StoredDocument
from inaproc_desktop.storage.schema import DOCUMENTS
from inaproc_desktop.storage.work import WorkDatabase


class DocumentCache:
    """The newest revision of each document that was fetched on this machine."""

    def __init__(self, work: WorkDatabase) -> None:
        self._work = work

    def newest(self, document_id: str) -> StoredDocument | None:
        """Return the newest revision held; ``None`` for one never fetched or damaged on the disk."""
        wanted = (
            select(DOCUMENTS)
            .where(DOCUMENTS.c.document_id == document_id)
            .order_by(DOCUMENTS.c.fetched_at.desc())
            .limit(1)
        )
        with self._work.read() as connection:
            row = connection.execute(wanted).first()
        if row is None or hashlib.sha256(row.pdf).hexdigest() != row.sha256:
            return None
        return StoredDocument(
            document_id=document_id,
            sha256=row.sha256,
            pdf=row.pdf,
            fetched_at=datetime.fromisoformat(row.fetched_at),
        )

    def keep(self, document: StoredDocument) -> None:
        """Keep a revision and drop older ones: they stand inside the newer (incremental updates)."""
        values = {"pdf": document.pdf, "fetched_at": document.fetched_at.isoformat()}
        with self._work.write() as connection:
            connection.execute(
                delete(DOCUMENTS).where(
                    DOCUMENTS.c.document_id == document.document_id,
                    DOCUMENTS.c.sha256 != document.sha256,
                )
            )
            connection.execute(
                insert(DOCUMENTS)
                .values(document_id=document.document_id, sha256=document.sha256, **values)
                .on_conflict_do_update(index_elements=["document_id", "sha256"], set_=values)
            )
