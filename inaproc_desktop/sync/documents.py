"""Documents: fetched from the backend, kept locally by hash."""

from __future__ import annotations

import hashlib

from inaproc_core.wire.messages import Certificate, SignedRevision
from inaproc_desktop.ports.data import StoredDocument, WorldFailed
from inaproc_desktop.ports.sync import DocumentCalls, DocumentFile
from inaproc_desktop.ports.ui import Clock


class LiveDocuments:
    """Implements ``ports.data.Documents``: fetched from the backend, kept locally by hash."""

    def __init__(self, calls: DocumentCalls, file: DocumentFile, clock: Clock) -> None:
        self._calls = calls
        self._file = file
        self._clock = clock

    def fetch(self, document_id: str) -> StoredDocument:
        """Fetch the current revision and keep it.

        Raises:
            WorldFailed: without a link; ``world.answer`` when the bytes are not what the backend stated.
        """
        pdf, stated = self._calls.document(document_id)
        document = StoredDocument(
            document_id=document_id,
            sha256=hashlib.sha256(pdf).hexdigest(),
            pdf=pdf,
            fetched_at=self._clock.now(),
        )
        if stated and stated != document.sha256:
            raise WorldFailed("world.answer", f"document {document_id}: hash differs from its ETag")
        self._file.keep(document)
        return document

    def cached(self, document_id: str) -> StoredDocument | None:
        """Return the newest revision held locally."""
        return self._file.newest(document_id)

    def upload_signed(self, document_id: str, pdf: bytes) -> SignedRevision:
        """Offer a signed revision for the backend's verification."""
        return self._calls.upload_signed(document_id, pdf)

    def certificate(self, csr_pem: str) -> Certificate:
        """Ask for a certificate for a key made on this machine."""
        return self._calls.certificate(csr_pem)

    def ca_pem(self) -> str:
        """Return the roots that signatures are checked against."""
        return self._calls.ca_pem()
