"""Forgetting what nobody went on with: unfinished uploads, files that no form named, bytes of neither."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import Connection

from inaproc_backend.services import Services
from inaproc_backend.storage.statements import Statement
from inaproc_backend.storage.times import to_text
from inaproc_backend.uploads.blobs import blobs_of
from inaproc_backend.uploads.receiving import forget_blocks

_ORPHANED_AFTER = timedelta(days=1)
"""Older than any request, so that no bytes are taken from under one that is about to name them."""

_EXPIRED = Statement("SELECT id FROM uploads WHERE touched_at <= :since AND status <> 'stored' LIMIT 500")
_FORGET = Statement("DELETE FROM uploads WHERE id = :id AND touched_at <= :since AND status <> 'stored'")
_UNUSED = Statement(
    "SELECT id, blob_id FROM files WHERE used_at IS NULL AND created_at <= :since LIMIT 500 /*pg FOR UPDATE*/"
)
_LET_GO = Statement("DELETE FROM uploads WHERE file_id = :id")
_REMOVE = Statement("DELETE FROM files WHERE id = :id AND used_at IS NULL")
_VIEWED = Statement("SELECT 1 FROM file_views WHERE file_id = :id LIMIT 1")
_KNOWN = Statement(
    """
    SELECT 1 FROM files WHERE blob_id = :blob_id
    UNION ALL SELECT 1 FROM upload_blocks WHERE blob_id = :blob_id LIMIT 1
    """
)


def sweep(services: Services) -> int:
    """Forget what has expired, in short transactions; return how many blobs went.

    Safe beside running requests and other sweeps. What a profile or request claimed always stays.
    """
    now = services.clock()
    limits = services.registration.at(services.today()).limits
    unfinished = to_text(now - timedelta(hours=limits.upload_hours))
    unused = to_text(now - timedelta(days=services.config.limits.unused_file_days))
    blobs = blobs_of(services)
    with services.database.write() as connection:
        stale = _unfinished(connection, unfinished) + _unused(connection, unused)
    with services.database.read() as connection:
        for blob_id in blobs.older_than(now - _ORPHANED_AFTER):
            if blob_id not in stale and _KNOWN.one(connection, {"blob_id": blob_id}) is None:
                stale.append(blob_id)
    for blob_id in stale:
        blobs.drop(blob_id)
    return len(stale)


def _unfinished(connection: Connection, since: str) -> list[str]:
    stale: list[str] = []
    for (upload_id,) in _EXPIRED.all(connection, {"since": since}):
        blob_ids = forget_blocks(connection, upload_id)
        if _FORGET.run(connection, {"id": upload_id, "since": since}):
            stale += blob_ids
    return stale


def _unused(connection: Connection, since: str) -> list[str]:
    stale: list[str] = []
    for file_id, blob_id in _UNUSED.all(connection, {"since": since}):
        if _VIEWED.one(connection, {"id": file_id}) is not None:
            continue  # somebody decided on it: evidence stays
        _LET_GO.run(connection, {"id": file_id})
        if _REMOVE.run(connection, {"id": file_id}):
            stale.append(str(blob_id))
    return stale
