"""The end of an upload: whole? clean? what its slot asks for? Then, and only then, it is a stored file."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import replace
from typing import NoReturn

from inaproc_backend.accounts.sessions import SignedIn
from inaproc_backend.http.problems import HttpRefused
from inaproc_backend.services import Services
from inaproc_backend.storage.statements import Statement
from inaproc_backend.storage.times import to_text
from inaproc_backend.uploads import receiving
from inaproc_backend.uploads.blobs import blobs_of
from inaproc_backend.uploads.receiving import Upload
from inaproc_backend.uploads.slots import wanted_for
from inaproc_backend.uploads.stored import describe_files
from inaproc_core.errors import Refusal, Refused
from inaproc_core.orders.attaching import UPLOAD_SLOT
from inaproc_core.values import ulid
from inaproc_core.wire.registration import StoredFile
from inaproc_documents.intake.inspecting import Inspected, Wanted
from inaproc_documents.intake.sandbox import inspect_apart
from inaproc_documents.intake.scanning import Scanner, ScannerAwayError

Inspect = Callable[[bytes, Wanted], Inspected]

_ADD_FILE = Statement(
    """
    INSERT INTO files (id, user_id, slot, name, media_type, size, sha256, sent_sha256, width, height, pages,
                       signed, blob_id, created_at)
    VALUES (:id, :user_id, :slot, :name, :media_type, :size, :hash, :sent_hash, :width, :height, :pages,
            :signed, :blob_id, :now)
    """
)
_STORED = Statement(
    """
    UPDATE uploads SET status = 'stored', file_id = :file_id, touched_at = :now
    WHERE id = :id AND status = 'open' AND received = size
    """
)
_REFUSED = Statement(
    "UPDATE uploads SET status = 'refused', refusal = :refusal WHERE id = :id AND status = 'open'"
)
_EMPTY = Statement("UPDATE uploads SET received = 0 WHERE id = :id AND status = 'open'")
_IS_OPEN = Statement(
    "SELECT id FROM uploads WHERE id = :id AND status = 'open' AND received = size /*pg FOR UPDATE*/"
)


def finish(
    services: Services,
    signed_in: SignedIn,
    upload_id: str,
    *,
    scanner: Scanner,
    inspect: Inspect = inspect_apart,
) -> StoredFile:
    """Check a whole upload and store it; asked again, it answers the same again.

    Raises:
        HttpRefused: 404 ``upload.unknown``; 409 ``upload.incomplete``; 409 ``upload.checksum`` when the bytes
            are not the announced ones, and the upload begins anew; 503 ``file.scanner_away``; 507
            ``upload.no_room``.
        Refused: ``file.…`` with the slot as its field; the bytes are gone by then.
    """
    found = receiving.find(services, signed_in, upload_id)
    if found.status == "open":
        content = _whole(services, found)
        inspected = _inspected(services, found, content, scanner, inspect)
        _store(services, found, inspected)
        # Two may have come this far together: what counts is what was written first.
        found = receiving.find(services, signed_in, upload_id)
    if found.status == "refused":
        told = json.loads(found.refusal)
        raise Refused(Refusal(code=told["code"], facts=told["facts"], field=found.slot))
    with services.database.read() as connection:
        stored = describe_files(connection, [found.file_id]).get(found.file_id)
    if stored is None:
        raise HttpRefused(404, "upload.unknown")
    return stored


def _whole(services: Services, found: Upload) -> bytes:
    if found.received < found.size:
        raise HttpRefused(409, "upload.incomplete", offset=found.received, size=found.size)
    with services.database.read() as connection:
        blob_ids = receiving.block_ids(connection, found.upload_id)
    blobs = blobs_of(services)
    try:
        content = b"".join(blobs.get(blob_id) for blob_id in blob_ids)
    except (LookupError, ValueError):
        content = b""
    if len(content) != found.size or hashlib.sha256(content).hexdigest() != found.sha256:
        _begin_anew(services, found)
    return content


def _begin_anew(services: Services, found: Upload) -> NoReturn:
    with services.database.write() as connection:
        stale = receiving.forget_blocks(connection, found.upload_id)
        _EMPTY.run(connection, {"id": found.upload_id})
    for blob_id in stale:
        blobs_of(services).drop(blob_id)
    raise HttpRefused(409, "upload.checksum")


def _inspected(
    services: Services, found: Upload, content: bytes, scanner: Scanner, inspect: Inspect
) -> Inspected:
    wanted = wanted_for(services, found.slot)
    try:
        inspected = inspect(content, wanted)
        threat = scanner.scan(content)
        if threat:
            raise Refused(Refusal(code="file.malware", facts={"threat": threat[:80]}))
    except ScannerAwayError as error:
        raise HttpRefused(503, "file.scanner_away") from error
    except Refused as refused:
        _note_refusal(services, found, refused.refusal)
        raise Refused(
            Refusal(code=refused.refusal.code, facts=refused.refusal.facts, field=found.slot)
        ) from refused
    # What a command names by its hash is kept byte for byte; the sender has cleaned pictures before.
    return replace(inspected, content=content) if found.slot == UPLOAD_SLOT else inspected


def _note_refusal(services: Services, found: Upload, refusal: Refusal) -> None:
    """Keep the answer and forget the bytes."""
    told = json.dumps({"code": refusal.code, "facts": dict(refusal.facts)}, ensure_ascii=False)
    stale: list[str] = []
    with services.database.write() as connection:
        if _REFUSED.run(connection, {"id": found.upload_id, "refusal": told}):
            stale = receiving.forget_blocks(connection, found.upload_id)
    for blob_id in stale:
        blobs_of(services).drop(blob_id)


def _store(services: Services, found: Upload, inspected: Inspected) -> None:
    now = services.clock()
    file_id = ulid(now, services.bits(80))
    blob_id = receiving.put_blob(services, inspected.content)
    stale = [blob_id]
    with services.database.write() as connection:
        if _IS_OPEN.one(connection, {"id": found.upload_id}) is not None:
            _ADD_FILE.run(
                connection,
                {
                    "id": file_id,
                    "user_id": found.user_id,
                    "slot": found.slot,
                    "name": found.name,
                    "media_type": inspected.kind.value,
                    "size": len(inspected.content),
                    "hash": hashlib.sha256(inspected.content).hexdigest(),
                    "sent_hash": found.sha256,
                    "width": inspected.width,
                    "height": inspected.height,
                    "pages": inspected.pages,
                    "signed": inspected.signed,
                    "blob_id": blob_id,
                    "now": to_text(now),
                },
            )
            _STORED.run(connection, {"id": found.upload_id, "file_id": file_id, "now": to_text(now)})
            stale = receiving.forget_blocks(connection, found.upload_id)
    for dropped in stale:
        blobs_of(services).drop(dropped)
