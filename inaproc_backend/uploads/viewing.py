"""Looking at a stored file: its owner may, and whoever decides on it; the latter is written down."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from sqlalchemy import Connection

from inaproc_backend.accounts.sessions import SignedIn
from inaproc_backend.http.problems import HttpRefused
from inaproc_backend.services import Services
from inaproc_backend.storage.statements import Statement
from inaproc_backend.storage.times import to_text
from inaproc_backend.uploads.blobs import blobs_of
from inaproc_core.values import ulid
from inaproc_documents.intake.kinds import Kind

_FIND = Statement("SELECT user_id, name, media_type, sha256, blob_id FROM files WHERE id = :id")
_NOTE = Statement(
    """
    INSERT INTO file_views (id, file_id, user_id, access_id, address, at)
    VALUES (:id, :file_id, :user_id, :access_id, :address, :at)
    """
)


class MayView(Protocol):
    """Whether somebody other than its owner may look at a file. The verification desk answers it."""

    def __call__(self, connection: Connection, viewer: SignedIn, access_id: str, file_id: str) -> bool:
        """Return whether the viewer may see the file.

        Args:
            connection: the transaction that also writes the view down.
            viewer: whoever asks.
            access_id: the access they say they act with; to be checked to be theirs and active.
            file_id: of a file that exists and is not theirs.
        """
        ...


def nobody_else(connection: Connection, viewer: SignedIn, access_id: str, file_id: str) -> bool:
    """Answer no: where no desk is connected, everybody sees their own files only."""
    return False


@dataclass(frozen=True, kw_only=True)
class SeenFile:
    """A stored file for whoever may see it."""

    content: bytes
    kind: Kind
    name: str
    sha256: str


def open_file(
    services: Services, viewer: SignedIn, file_id: str, *, acting_as: str, may_view: MayView, address: str
) -> SeenFile:
    """Return a file to its owner, or to somebody who may see it, which is written down before they get it.

    Args:
        services: the running service.
        viewer: whoever asks.
        file_id: which.
        acting_as: the access that they look with; empty for the owner.
        may_view: asked about everybody but the owner.
        address: network address of the viewer.

    Raises:
        HttpRefused: 404 ``file.unknown``: there is none, or not for this person; both look alike.
    """
    with services.database.write() as connection:
        row = _FIND.one(connection, {"id": file_id})
        if row is None:
            raise HttpRefused(404, "file.unknown")
        owner, name, media_type, sha256, blob_id = row
        if owner != viewer.user_id:
            if not acting_as or not may_view(connection, viewer, acting_as, file_id):
                raise HttpRefused(404, "file.unknown")
            now = services.clock()
            _NOTE.run(
                connection,
                {
                    "id": ulid(now, services.bits(80)),
                    "file_id": file_id,
                    "user_id": viewer.user_id,
                    "access_id": acting_as,
                    "address": address,
                    "at": to_text(now),
                },
            )
    return read_file(services, name=name, sha256=sha256, media_type=media_type, blob_id=blob_id)


def read_file(services: Services, *, name: str, sha256: str, media_type: str, blob_id: str) -> SeenFile:
    """Return a stored file whose viewer was checked to be allowed to see it."""
    return SeenFile(content=blobs_of(services).get(blob_id), kind=Kind(media_type), name=name, sha256=sha256)
