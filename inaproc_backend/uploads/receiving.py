"""Taking a file in blocks, so that a broken line costs one block and not the file (protocol.md 2.14).

An upload belongs to person, slot and content: announcing the same again goes on where it stopped, whatever
happened to either side meanwhile. Nothing is taken that could not be kept: size and quota are asked first.
"""

from __future__ import annotations

import errno
import hashlib
import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection

from inaproc_backend.accounts.sessions import SignedIn
from inaproc_backend.http.problems import HttpRefused
from inaproc_backend.services import Services
from inaproc_backend.storage.statements import Statement
from inaproc_backend.storage.times import to_text
from inaproc_backend.uploads.blobs import blobs_of, new_blob_id
from inaproc_backend.uploads.slots import check_may_announce, wanted_for
from inaproc_core.errors import refuse
from inaproc_core.registration.forms import Limits
from inaproc_core.values import ulid
from inaproc_core.wire.registration import BeginUpload, UploadState
from inaproc_documents.intake.names import display_name

_SHA256 = re.compile(r"[0-9a-f]{64}")
_LONGEST_NAME = 1000

_COLUMNS = "id, user_id, slot, sha256, name, size, received, status, file_id, refusal"
_FIND = Statement(
    f"SELECT {_COLUMNS} FROM uploads WHERE id = :id AND user_id = :user_id AND touched_at > :since"
)
_FIND_SAME = Statement(
    f"""
    SELECT {_COLUMNS} FROM uploads WHERE user_id = :user_id AND slot = :slot AND sha256 = :hash
    /*pg FOR UPDATE*/
    """
)
_ADD = Statement(
    """
    INSERT INTO uploads (id, user_id, slot, sha256, name, size, received, status, created_at, touched_at)
    VALUES (:id, :user_id, :slot, :hash, :name, :size, 0, 'open', :now, :now)
    ON CONFLICT (user_id, slot, sha256) DO NOTHING
    """
)
_RESTART = Statement(
    """
    UPDATE uploads
    SET size = :size, name = :name, received = 0, status = 'open', refusal = '', touched_at = :now
    WHERE id = :id AND status <> 'stored'
    """
)
_TOUCH = Statement("UPDATE uploads SET touched_at = :now WHERE id = :id")
_ADVANCE = Statement(
    """
    UPDATE uploads SET received = received + :length, touched_at = :now
    WHERE id = :id AND status = 'open' AND received = :offset AND received + :length <= size
    """
)
_ADD_BLOCK = Statement(
    "INSERT INTO upload_blocks (upload_id, start, size, blob_id) VALUES (:id, :offset, :length, :blob_id)"
)
_BLOCKS = Statement("SELECT blob_id FROM upload_blocks WHERE upload_id = :id ORDER BY start")
_DROP_BLOCKS = Statement("DELETE FROM upload_blocks WHERE upload_id = :id")
_OPEN = Statement(
    """
    SELECT COUNT(*), COALESCE(SUM(size), 0) FROM uploads
    WHERE user_id = :user_id AND status = 'open' AND touched_at > :since
    """
)
_UNUSED = Statement("SELECT COALESCE(SUM(size), 0) FROM files WHERE user_id = :user_id AND used_at IS NULL")
_PERSON = Statement("SELECT id FROM people WHERE id = :user_id /*pg FOR UPDATE*/")


@dataclass(frozen=True, kw_only=True)
class Upload:
    """An upload as it stands.

    Attributes:
        status: ``open``, ``stored`` or ``refused``.
        received: bytes so far.
        file_id: once stored.
        refusal: JSON of code and facts, once refused.
    """

    upload_id: str
    user_id: str
    slot: str
    sha256: str
    name: str
    size: int
    received: int
    status: str
    file_id: str
    refusal: str


def begin(services: Services, signed_in: SignedIn, asked: BeginUpload) -> UploadState:
    """Announce a file, or go on with one that was announced before.

    Content that was refused before may be tried again from its beginning: rules change.

    Raises:
        Refused: ``upload.bad_announcement`` naming the field, ``file.empty``, ``file.too_large``,
            ``file.too_small``; ``upload.not_a_buyer`` and refusals of the access for a supporting document.
        HttpRefused: 429 ``upload.too_many``, ``upload.quota``.
    """
    now = services.clock()
    _check_announced(services, asked)
    limits = _limits(services)
    values = {
        "id": ulid(now, services.bits(80)),
        "user_id": signed_in.user_id,
        "slot": asked.slot,
        "hash": asked.sha256,
        "name": display_name(asked.name[:_LONGEST_NAME]),
        "size": asked.size,
        "now": to_text(now),
    }
    stale: list[str] = []
    with services.database.write() as connection:
        check_may_announce(connection, services, signed_in.user_id, asked)
        # One announcement of a person at a time, or two could share one quota.
        _PERSON.one(connection, {"user_id": signed_in.user_id})
        row = _FIND_SAME.one(connection, values)
        found = _upload(row) if row is not None else None
        if found is None:
            _check_quota(connection, services, signed_in.user_id, asked.size, limits, now)
            _ADD.run(connection, values)
            upload_id, received = str(values["id"]), 0
        elif found.status == "stored" or (found.status == "open" and found.size == asked.size):
            _TOUCH.run(connection, {"id": found.upload_id, "now": to_text(now)})
            upload_id, received = found.upload_id, found.received
        else:
            _check_quota(connection, services, signed_in.user_id, asked.size, limits, now)
            upload_id, received = found.upload_id, 0
            stale = forget_blocks(connection, upload_id)
            _RESTART.run(connection, {**values, "id": upload_id})
    for blob_id in stale:
        blobs_of(services).drop(blob_id)
    return UploadState(upload_id=upload_id, offset=received, size=asked.size, block=limits.upload_block)


def state_of(services: Services, signed_in: SignedIn, upload_id: str) -> UploadState:
    """Return how far an upload is.

    Raises:
        HttpRefused: 404 ``upload.unknown``.
    """
    found = find(services, signed_in, upload_id)
    return UploadState(
        upload_id=upload_id, offset=found.received, size=found.size, block=_limits(services).upload_block
    )


def take(
    services: Services,
    signed_in: SignedIn,
    upload_id: str,
    offset: int | None,
    block: bytes,
    *,
    checksum: str = "",
) -> UploadState:
    """Take the next block.

    Args:
        services: the running service.
        signed_in: whoever announced the file.
        upload_id: from :func:`begin`.
        offset: where the sender says the block starts; ``None`` when they said nothing sensible.
        block: one byte up to ``UploadState.block``.
        checksum: SHA-256 of the block in hex; empty when the sender states none.

    Raises:
        HttpRefused: 404 ``upload.unknown``; 409 ``upload.offset`` with the offset to go on from, also when
            the same block arrives again; 400 ``upload.block_size``, ``upload.block_damaged``; 507
            ``upload.no_room``.
    """
    found = find(services, signed_in, upload_id)
    if found.status != "open" or offset != found.received:
        raise HttpRefused(409, "upload.offset", offset=found.received)
    most = min(_limits(services).upload_block, found.size - found.received)
    if not 1 <= len(block) <= most:
        raise HttpRefused(400, "upload.block_size", size=len(block), most=most)
    if checksum and hashlib.sha256(block).hexdigest() != checksum.lower():
        raise HttpRefused(400, "upload.block_damaged", offset=found.received)
    blob_id = put_blob(services, block)
    row = {
        "id": upload_id,
        "offset": found.received,
        "length": len(block),
        "blob_id": blob_id,
        "now": to_text(services.clock()),
    }
    with services.database.write() as connection:
        advanced = _ADVANCE.run(connection, row)
        if advanced:
            _ADD_BLOCK.run(connection, row)
    if not advanced:
        # Another request with the same block was faster.
        blobs_of(services).drop(blob_id)
        raise HttpRefused(409, "upload.offset", offset=find(services, signed_in, upload_id).received)
    return state_of(services, signed_in, upload_id)


def find(services: Services, signed_in: SignedIn, upload_id: str) -> Upload:
    """Return a person's own upload that has not expired.

    Raises:
        HttpRefused: 404 ``upload.unknown``.
    """
    since = to_text(services.clock() - timedelta(hours=_limits(services).upload_hours))
    with services.database.read() as connection:
        row = _FIND.one(connection, {"id": upload_id, "user_id": signed_in.user_id, "since": since})
    if row is None:
        raise HttpRefused(404, "upload.unknown")
    return _upload(row)


def put_blob(services: Services, content: bytes) -> str:
    """Store bytes and return their id.

    Raises:
        HttpRefused: 507 ``upload.no_room``.
    """
    blob_id = new_blob_id(services.bits)
    try:
        blobs_of(services).put(blob_id, content)
    except OSError as error:
        if error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
            raise HttpRefused(507, "upload.no_room") from error
        raise
    return blob_id


def block_ids(connection: Connection, upload_id: str) -> list[str]:
    """Return the ids of an upload's blocks in order."""
    return [str(row[0]) for row in _BLOCKS.all(connection, {"id": upload_id})]


def forget_blocks(connection: Connection, upload_id: str) -> list[str]:
    """Forget an upload's blocks and return their ids, to be dropped after the commit."""
    blob_ids = block_ids(connection, upload_id)
    _DROP_BLOCKS.run(connection, {"id": upload_id})
    return blob_ids


def _check_announced(services: Services, asked: BeginUpload) -> None:
    wanted = wanted_for(services, asked.slot)
    if not _SHA256.fullmatch(asked.sha256):
        refuse("upload.bad_announcement", at="sha256")
    if asked.size < 0:
        refuse("upload.bad_announcement", at="size")
    if asked.size == 0:
        refuse("file.empty", at=asked.slot)
    if asked.size > wanted.max_bytes:
        refuse("file.too_large", at=asked.slot, size=asked.size, most=wanted.max_bytes)
    if asked.size < wanted.min_bytes:
        refuse("file.too_small", at=asked.slot, size=asked.size, least=wanted.min_bytes)


def _check_quota(
    connection: Connection, services: Services, user_id: str, size: int, limits: Limits, now: datetime
) -> None:
    since = to_text(now - timedelta(hours=limits.upload_hours))
    open_row = _OPEN.one(connection, {"user_id": user_id, "since": since}) or (0, 0)
    unused_row = _UNUSED.one(connection, {"user_id": user_id}) or (0,)
    most = services.config.limits
    if int(open_row[0]) >= most.open_uploads:
        raise HttpRefused(429, "upload.too_many", open=int(open_row[0]))
    used = int(open_row[1]) + int(unused_row[0])
    if used + size > most.unused_bytes:
        raise HttpRefused(429, "upload.quota", used=used, most=most.unused_bytes)


def _limits(services: Services) -> Limits:
    return services.registration.at(services.today()).limits


def _upload(row: tuple[object, ...]) -> Upload:
    return Upload(
        upload_id=str(row[0]),
        user_id=str(row[1]),
        slot=str(row[2]),
        sha256=str(row[3]),
        name=str(row[4]),
        size=int(str(row[5])),
        received=int(str(row[6])),
        status=str(row[7]),
        file_id=str(row[8] or ""),
        refusal=str(row[9]),
    )
