"""Documents and files: are all bytes there, and are they the ones that were stored?"""

from __future__ import annotations

import hashlib

import msgspec
from sqlalchemy import Connection

from inaproc_backend.checking.ledger import Faults, as_bytes
from inaproc_backend.documents.vault import SECRET_FILE
from inaproc_backend.services import Services
from inaproc_backend.storage.statements import Statement
from inaproc_backend.uploads.blobs import Blobs, blobs_of
from inaproc_core.orders.model import Order

_REVISIONS = Statement("SELECT document_id, sha256, size, content FROM document_revisions")
_STANDING = Statement(
    """
    SELECT d.document_id, COUNT(r.sha256) FROM documents d
    LEFT JOIN document_revisions r ON r.document_id = d.document_id AND r.status = 'current'
    GROUP BY d.document_id HAVING COUNT(r.sha256) <> 1
    """
)
_FILES = Statement("SELECT id, sha256, size, blob_id FROM files")
_FILE = Statement("SELECT 1 FROM files WHERE id = :id")
_ANY_FILE = Statement("SELECT 1 FROM files UNION ALL SELECT 1 FROM upload_blocks LIMIT 1")
_ANY_KEY = Statement("SELECT 1 FROM ca_keys LIMIT 1")
_BLOCKS = Statement(
    """
    SELECT u.id, u.received, COALESCE(SUM(b.size), 0) FROM uploads u
    LEFT JOIN upload_blocks b ON b.upload_id = u.id
    WHERE u.status = 'open' GROUP BY u.id, u.received HAVING COALESCE(SUM(b.size), 0) <> u.received
    """
)
_BLOCK = Statement("SELECT upload_id, start, size, blob_id FROM upload_blocks")
_BLOCK_STILL = Statement("SELECT 1 FROM upload_blocks WHERE blob_id = :blob_id")
_ORDERS = Statement("SELECT id, image FROM orders")
_BOUND = Statement("SELECT sha256 FROM order_attachments WHERE order_id = :id")
_DECODER = msgspec.json.Decoder(Order)
_FEW = 10
"""Documents read at a time: each may have twenty megabytes."""


def check_documents(connection: Connection) -> Faults:
    """Every revision of a document is the bytes that its hash says, and one of each document stands."""
    for document_id, sha256, size, content in _REVISIONS.each(connection, at_once=_FEW):
        stored = as_bytes(content)
        if len(stored) != size or hashlib.sha256(stored).hexdigest() != sha256:
            yield f"document {document_id}: revision {sha256} holds other bytes"
    for document_id, count in _STANDING.each(connection):
        yield f"document {document_id}: {count} revisions stand"


def check_files(services: Services, connection: Connection) -> Faults:
    """Every file that was handed in is in the folder, whole; so is every block of an upload under way."""
    folder = services.config.data
    if _ANY_KEY.one(connection) is not None and not (folder / SECRET_FILE).exists():
        yield f"{folder / SECRET_FILE} is missing: nobody can be given a certificate"
    if _ANY_FILE.one(connection) is None:
        return
    if not (folder / "files.secret").exists():  # looking would make a new one
        yield f"{folder / 'files.secret'} is missing: no file can be opened"
        return
    blobs = blobs_of(services)
    for file_id, sha256, size, blob_id in _FILES.each(connection):
        fault = _fault(blobs, blob_id, size, sha256)
        if fault and _is_there(services, _FILE, {"id": file_id}):
            yield f"file {file_id}: {fault}"
    for upload_id, received, there in _BLOCKS.each(connection):
        yield f"upload {upload_id}: {received} bytes received, its blocks have {there}"
    for upload_id, start, size, blob_id in _BLOCK.each(connection):
        fault = _fault(blobs, blob_id, size)
        if fault and _is_there(services, _BLOCK_STILL, {"blob_id": blob_id}):
            yield f"upload {upload_id}: block at {start}: {fault}"


def check_attachments(connection: Connection) -> Faults:
    """Every file that an order names is bound to it."""
    for order_id, image in _ORDERS.each(connection):
        try:
            order = _DECODER.decode(image)
        except msgspec.MsgspecError:
            continue  # ledger.check_orders says so
        named = (*order.attachments, *(order.draft.attachments if order.draft is not None else ()))
        if named:
            bound = {row[0] for row in _BOUND.all(connection, {"id": order_id})}
            for one in named:
                if one.sha256 not in bound:
                    yield f"order {order_id}: file {one.sha256} is named and not kept"


def _fault(blobs: Blobs, blob_id: str, size: int, sha256: str = "") -> str:
    try:
        content = blobs.get(blob_id)
    except (LookupError, ValueError, OSError) as error:
        return str(error)
    if len(content) != size or (sha256 and hashlib.sha256(content).hexdigest() != sha256):
        return f"blob {blob_id} holds other bytes"
    return ""


def _is_there(services: Services, query: Statement, which: dict[str, str]) -> bool:
    """Look again by now: a sweep may have taken row and bytes since the check began."""
    with services.database.read() as connection:
        return query.one(connection, which) is not None
