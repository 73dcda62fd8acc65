"""Stored files as other rooms need them: described, and claimed by the profile or request that names them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from inaproc_backend.storage.statements import Statement
from inaproc_backend.storage.times import to_text
from inaproc_core.errors import refuse
from inaproc_core.wire.registration import StoredFile

_COLUMNS = "id, slot, name, media_type, size, sha256, width, height, pages"
_DESCRIBE = Statement(f"SELECT {_COLUMNS} FROM files WHERE id = :id")
_OWN = Statement(f"SELECT {_COLUMNS} FROM files WHERE id = :id AND user_id = :user_id AND slot = :slot")
_CLAIM = Statement(
    """
    UPDATE files SET used_at = COALESCE(used_at, :now)
    WHERE id = :id AND user_id = :user_id AND slot = :slot
    """
)


def claim_files(
    connection: Connection, user_id: str, file_ids_by_slot: Mapping[str, str], now: datetime
) -> dict[str, StoredFile]:
    """Check that a person's files are there for these slots, and keep them from then on.

    Call it inside the transaction that stores the profile or request: a file that nobody claimed is removed
    after some time. Claiming again is harmless, so a renewed access may name the old letter.

    Args:
        connection: the caller's transaction.
        user_id: whoever must have handed the files in.
        file_ids_by_slot: ``FileSlot`` value to file id; empty ids are left out.
        now: when.

    Raises:
        Refused: ``file.unknown`` with the slot as its field: no such file, not theirs, for another slot, or
            removed meanwhile.
    """
    claimed: dict[str, StoredFile] = {}
    for slot, file_id in sorted(file_ids_by_slot.items()):
        if not file_id:
            continue
        names = {"id": file_id, "user_id": user_id, "slot": slot}
        # The update locks the row, so that the sweep of another process cannot take it away meanwhile.
        taken = _CLAIM.run(connection, {**names, "now": to_text(now)})
        row = _OWN.one(connection, names) if taken else None
        if row is None:
            refuse("file.unknown", at=slot)
        claimed[slot] = _described(row)
    return claimed


def describe_files(connection: Connection, file_ids: Iterable[str]) -> dict[str, StoredFile]:
    """Return what is known of files by id; ids of files that do not exist are left out."""
    found = (_DESCRIBE.one(connection, {"id": file_id}) for file_id in dict.fromkeys(file_ids))
    return {str(row[0]): _described(row) for row in found if row is not None}


def _described(row: tuple[Any, ...]) -> StoredFile:
    return StoredFile(
        file_id=row[0],
        slot=row[1],
        name=row[2],
        media_type=row[3],
        size=int(row[4]),
        sha256=row[5],
        width=int(row[6]),
        height=int(row[7]),
        pages=int(row[8]),
    )
