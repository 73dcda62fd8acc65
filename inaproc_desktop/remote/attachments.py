"""The backend's calls about supporting documents: block by block, each with its checksum."""

from __future__ import annotations

import hashlib
from typing import TypeVar
from urllib.parse import quote

import msgspec

from inaproc_core.orders.attaching import UPLOAD_SLOT
from inaproc_core.wire.codec import to_json
from inaproc_core.wire.registration import BeginUpload, StoredFile, UploadState
from inaproc_desktop.ports.attachments import Upload
from inaproc_desktop.ports.data import WorldFailed
from inaproc_desktop.remote.client import Answer
from inaproc_desktop.remote.endpoints import HttpWire

T = TypeVar("T")


class HttpAttachments:
    """Implements ``ports.attachments.UploadCalls`` over the session of whoever is signed in."""

    def __init__(self, wire: HttpWire) -> None:
        """Use the wire of a session."""
        self._wire = wire

    def begin_upload(self, upload: Upload) -> UploadState:
        """Announce a file, or go on with it."""
        asked = BeginUpload(
            slot=UPLOAD_SLOT,
            name=upload.name,
            size=upload.size,
            sha256=upload.sha256,
            acting_as=upload.access_id,
        )
        return _read(self._wire.authorised("POST", "/v1/uploads", to_json(asked)), UploadState)

    def send_block(self, upload_id: str, offset: int, block: bytes) -> UploadState:
        """Send the next block."""
        answer = self._wire.authorised(
            "PATCH",
            f"/v1/uploads/{_segment(upload_id)}",
            block,
            content_type="application/octet-stream",
            headers={"Upload-Offset": str(offset), "Upload-Checksum": hashlib.sha256(block).hexdigest()},
        )
        return _read(answer, UploadState)

    def finish_upload(self, upload_id: str) -> StoredFile:
        """Have the file checked."""
        return _read(self._wire.authorised("POST", f"/v1/uploads/{_segment(upload_id)}/finish"), StoredFile)

    def attachment(self, order_id: str, sha256: str) -> bytes:
        """Return a supporting document."""
        path = f"/v1/orders/{_segment(order_id)}/attachments/{_segment(sha256)}"
        return self._wire.authorised("GET", path).content


def _segment(text: str) -> str:
    return quote(text, safe="")


def _read(answer: Answer, kind: type[T]) -> T:
    try:
        return msgspec.json.decode(answer.content, type=kind)
    except msgspec.MsgspecError as error:
        raise WorldFailed("world.answer", str(error)) from error
