"""What registration needs of stored files: claiming them for a form, showing them, and their content."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection

from inaproc_backend.registration.provider import CaseFile
from inaproc_backend.services import Services
from inaproc_backend.storage.statements import Statement
from inaproc_backend.uploads.blobs import blobs_of
from inaproc_backend.uploads.stored import claim_files, describe_files
from inaproc_core.registration.files import FileFacts
from inaproc_core.registration.vocabulary import FileSlot
from inaproc_core.wire.registration import StoredFile

_PLACE = Statement("SELECT media_type, sha256, blob_id FROM files WHERE id = :id")


def claim(
    connection: Connection, services: Services, user_id: str, files: Mapping[str, str]
) -> dict[str, FileFacts]:
    """Bind a person's uploaded files to a form that is sent, and return what is known of each by slot.

    Raises:
        Refused: ``file.unknown`` at the slot.
    """
    claimed = claim_files(connection, user_id, files, services.clock())
    return {
        slot: FileFacts(
            media_type=file.media_type, size=file.size, width=file.width, height=file.height, slot=file.slot
        )
        for slot, file in claimed.items()
    }


def shown(connection: Connection, files: Mapping[str, str]) -> dict[str, StoredFile]:
    """Return the stored files of a form by slot; one that is gone is left out."""
    found = describe_files(connection, files.values())
    return {slot: found[file_id] for slot, file_id in files.items() if file_id in found}


def contents(services: Services, files: Mapping[str, str]) -> dict[FileSlot, CaseFile]:
    """Return the stored bytes of a form's files, for a verification provider.

    Raises:
        LookupError: one of them is gone.
    """
    found: dict[FileSlot, CaseFile] = {}
    blobs = blobs_of(services)
    for slot, file_id in files.items():
        with services.database.read() as connection:
            row = _PLACE.one(connection, {"id": file_id})
        if row is None:
            raise LookupError(f"no file {file_id}")
        found[FileSlot(slot)] = CaseFile(media_type=row[0], sha256=row[1], content=blobs.get(row[2]))
    return found
