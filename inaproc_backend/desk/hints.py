"""What needs attention about a profile or a request: the same person elsewhere, a blacklisted company."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection

from inaproc_backend.registration.nib import FAILED
from inaproc_backend.storage.statements import Statement
from inaproc_core.wire.desk import Duplicate
from inaproc_core.wire.registration import NibRule

DUPLICATE, BLACKLIST, RESENT, OWN, LATE = "duplicate", "blacklist", "resent", "own_request", "late"

_SAME_PERSON = Statement(
    """
    SELECT p.name, p.username, f.status FROM profiles f JOIN people p ON p.id = f.user_id
    WHERE f.nik_fingerprint = :fingerprint AND f.nik_fingerprint <> '' AND f.user_id <> :user_id
    ORDER BY p.username
    """
)
_SAME_FILE = Statement(
    """
    SELECT DISTINCT p.name, p.username FROM files mine
    JOIN files theirs ON theirs.sent_sha256 = mine.sent_sha256 AND theirs.user_id <> mine.user_id
    JOIN people p ON p.id = theirs.user_id
    WHERE mine.id = :file_id ORDER BY p.username
    """
)
_SAME_CONTACT = Statement(
    """
    SELECT o.name, o.username FROM people me JOIN people o ON o.id <> me.id
    WHERE me.id = :user_id AND me.phone <> '' AND o.phone = me.phone ORDER BY o.username
    """
)
_SAME_PLACE = Statement(
    """
    SELECT p.name, p.username, a.kind FROM accesses a
    JOIN people p ON p.id = a.user_id JOIN profiles f ON f.user_id = a.user_id
    WHERE f.nik_fingerprint = :fingerprint AND f.nik_fingerprint <> '' AND a.user_id <> :user_id
      AND a.revoked_at IS NULL AND a.kind = :kind AND a.klpd_code = :klpd_code
      AND COALESCE(a.satker_id, '') = :satker_id
    ORDER BY p.username
    """
)


def same_person(connection: Connection, user_id: str, fingerprint: str) -> list[Duplicate]:
    """Return other accounts with this NIK or passport, and with this phone number."""
    rows = _SAME_PERSON.all(connection, {"fingerprint": fingerprint, "user_id": user_id})
    found = [
        Duplicate(code="same_nik", name=name, detail=f"{username} {status}")
        for name, username, status in rows
    ]
    phones = _SAME_CONTACT.all(connection, {"user_id": user_id})
    return found + [Duplicate(code="same_phone", name=name, detail=username) for name, username in phones]


def same_files(connection: Connection, file_ids: Sequence[str]) -> list[Duplicate]:
    """Return people who handed in the very same file."""
    found: dict[tuple[str, str], Duplicate] = {}
    for file_id in file_ids:
        for name, username in _SAME_FILE.all(connection, {"file_id": file_id}):
            found[name, username] = Duplicate(code="same_file", name=name, detail=username)
    return list(found.values())


def same_access(
    connection: Connection, *, user_id: str, fingerprint: str, kind: str, klpd_code: str, satker_id: str
) -> list[Duplicate]:
    """Return other accounts of this person that have the same access already."""
    values = {
        "user_id": user_id,
        "fingerprint": fingerprint,
        "kind": kind,
        "klpd_code": klpd_code,
        "satker_id": satker_id,
    }
    return [
        Duplicate(code="same_role_and_satker", name=name, detail=username)
        for name, username, _kind in _SAME_PLACE.all(connection, values)
    ]


def is_blacklisted(checks: Sequence[NibRule]) -> bool:
    """Return whether the company's NPWP is on the Daftar Hitam."""
    return any(rule.id == "blacklist" and rule.result == FAILED for rule in checks)


def is_unclear(checks: Sequence[NibRule]) -> bool:
    """Return whether any check of the company failed or could not be made."""
    return any(rule.result != "passed" for rule in checks)
