"""Stored documents: which revision stands, which were uploaded, and switching between them.

Every function runs inside the caller's transaction. Content never changes once written; a revision only moves
from ``candidate`` to ``current`` to ``superseded``.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from inaproc_backend.storage.statements import Statement
from inaproc_backend.storage.times import to_text
from inaproc_core.orders.facts import SignatureFact

_ADD_DOCUMENT = Statement(
    """
    INSERT INTO documents (document_id, order_id, kind, version, verification, created_at)
    VALUES (:document_id, :order_id, :kind, :version, :verification, :at)
    ON CONFLICT DO NOTHING
    """
)
_ADD_REVISION = Statement(
    """
    INSERT INTO document_revisions (document_id, sha256, size, content, status, based_on, signatures,
                                    signer_user_id, certificate_serial, created_at)
    VALUES (:document_id, :hash, :size, :content, :status, :based_on, :signatures, :signer, :serial, :at)
    ON CONFLICT DO NOTHING
    """
)
_CURRENT = Statement(
    """
    SELECT d.document_id, d.order_id, d.kind, d.version, d.verification, r.sha256, r.size, r.signatures
    FROM documents d JOIN document_revisions r ON r.document_id = d.document_id AND r.status = 'current'
    WHERE d.document_id = :document_id
    """
)
_BY_VERIFICATION = Statement("SELECT document_id FROM documents WHERE verification = :verification")
_CONTENT = Statement(
    "SELECT content FROM document_revisions WHERE document_id = :document_id AND sha256 = :hash"
)
_CURRENT_HASH = Statement(
    "SELECT sha256 FROM document_revisions WHERE document_id = :document_id AND status = 'current'"
)
_OLDER = Statement(
    "SELECT size, sha256 FROM document_revisions WHERE document_id = :document_id AND status = 'superseded'"
)
_UPLOADED = Statement(
    """
    SELECT r.sha256, r.based_on, r.signer_user_id, r.certificate_serial, r.valid, r.status, c.revoked_at
    FROM document_revisions r LEFT JOIN certificates c ON c.serial = r.certificate_serial
    WHERE r.document_id = :document_id AND r.sha256 = :hash AND r.signatures > 0
    """
)
_RETIRE = Statement(
    """
    UPDATE document_revisions SET status = 'superseded'
    WHERE document_id = :document_id AND status = 'current' AND sha256 <> :hash
    """
)
_PROMOTE = Statement(
    """
    UPDATE document_revisions SET status = 'current'
    WHERE document_id = :document_id AND sha256 = :hash AND status = 'candidate'
    """
)


@dataclass(frozen=True, kw_only=True)
class StoredDocument:
    """A document and the revision of it that stands.

    Attributes:
        kind: ``SP`` or ``BAST``.
        sha256: of the current revision.
        signatures: on the current revision.
    """

    document_id: str
    order_id: str
    kind: str
    version: int
    verification: str
    sha256: str
    size: int
    signatures: int


@dataclass(frozen=True, kw_only=True)
class SignedUpload:
    """A verified revision on its way into the store."""

    document_id: str
    content: bytes
    based_on: str
    signatures: int
    signer_user_id: str
    certificate_serial: str


def signature_fact(connection: Connection, document_id: str, sha256: str) -> SignatureFact | None:
    """Return an uploaded revision as the rules ask for it; ``None`` when nothing of that hash was uploaded.

    It counts as invalid when its certificate was revoked since.
    """
    row = _UPLOADED.one(connection, {"document_id": document_id, "hash": sha256})
    if row is None:
        return None
    found, based_on, signer, serial, valid, _, revoked_at = row
    return SignatureFact(
        document_id=document_id,
        sha256=found,
        based_on=based_on,
        signer_user_id=signer,
        certificate_serial=serial,
        valid=bool(valid) and not revoked_at,
    )


def current_sha256(connection: Connection, document_id: str) -> str:
    """Return the hash of the revision that stands, empty while the document has not been rendered."""
    row = _CURRENT_HASH.one(connection, {"document_id": document_id})
    return str(row[0]) if row is not None else ""


def make_current(connection: Connection, document_id: str, sha256: str, at: datetime) -> None:
    """Let a signed revision become the one that stands.

    Args:
        connection: the transaction that decided the command naming this revision.
        document_id: of the document.
        sha256: of the revision, which :func:`signature_fact` has vouched for in the same transaction.
        at: when.

    Raises:
        LookupError: there is no such candidate: the caller did not ask for the fact first.
    """
    names = {"document_id": document_id, "hash": sha256}
    _RETIRE.run(connection, names)
    if _PROMOTE.run(connection, names) != 1:
        message = f"document {document_id} has no candidate {sha256}"
        raise LookupError(message)


def find(connection: Connection, document_id: str) -> StoredDocument | None:
    """Return a document with its current revision, ``None`` while it has not been rendered."""
    row = _CURRENT.one(connection, {"document_id": document_id})
    if row is None:
        return None
    return StoredDocument(
        document_id=row[0],
        order_id=row[1],
        kind=row[2],
        version=int(row[3]),
        verification=row[4],
        sha256=row[5],
        size=int(row[6]),
        signatures=int(row[7]),
    )


def find_by_verification(connection: Connection, number: str) -> StoredDocument | None:
    """Return the document with a verification number."""
    row = _BY_VERIFICATION.one(connection, {"verification": number})
    return find(connection, str(row[0])) if row is not None else None


def content(connection: Connection, document_id: str, sha256: str) -> bytes:
    """Return the bytes of a revision, checked against their hash.

    Raises:
        LookupError: there is no such revision.
        ValueError: the stored bytes no longer have their hash: the database was damaged or tampered with.
    """
    row = _CONTENT.one(connection, {"document_id": document_id, "hash": sha256})
    if row is None:
        message = f"document {document_id} has no revision {sha256}"
        raise LookupError(message)
    found = bytes(row[0])
    if hashlib.sha256(found).hexdigest() != sha256:
        message = f"revision {sha256} of document {document_id} does not have its hash any more"
        raise ValueError(message)
    return found


def is_based_on_older(connection: Connection, document_id: str, pdf: bytes) -> bool:
    """Return whether a file continues a revision that no longer stands."""
    rows = _OLDER.all(connection, {"document_id": document_id})
    return any(hashlib.sha256(pdf[: int(size)]).hexdigest() == sha256 for size, sha256 in rows)


def add_rendered(
    connection: Connection,
    *,
    document_id: str,
    order_id: str,
    kind: str,
    version: int,
    verification: str,
    pdf: bytes,
    at: datetime,
) -> None:
    """Store a fresh document; does nothing when another request was faster."""
    document = {
        "document_id": document_id,
        "order_id": order_id,
        "kind": kind,
        "version": version,
        "verification": verification,
        "at": to_text(at),
    }
    if _ADD_DOCUMENT.run(connection, document) == 1:
        _ADD_REVISION.run(connection, _revision(document_id, pdf, "current", at))


def add_candidate(connection: Connection, upload: SignedUpload, at: datetime) -> str:
    """Store a verified revision beside the one that stands; the same file twice is stored once.

    Returns:
        Its hash.
    """
    row = _revision(upload.document_id, upload.content, "candidate", at)
    row |= {
        "based_on": upload.based_on,
        "signatures": upload.signatures,
        "signer": upload.signer_user_id,
        "serial": upload.certificate_serial,
    }
    _ADD_REVISION.run(connection, row)
    return str(row["hash"])


def _revision(document_id: str, pdf: bytes, status: str, at: datetime) -> dict[str, object]:
    return {
        "document_id": document_id,
        "hash": hashlib.sha256(pdf).hexdigest(),
        "size": len(pdf),
        "content": pdf,
        "status": status,
        "based_on": "",
        "signatures": 0,
        "signer": "",
        "serial": "",
        "at": to_text(at),
    }
