"""What needs attention about a profile or a request: the same person elsewhere, a blacklisted company."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection

from inaproc_backend.registration.nib import FAILED, PASSED
from inaproc_backend.registration.stored_profiles import StoredProfile
from inaproc_backend.registration.stored_requests import StoredRequest
from inaproc_backend.storage.statements import Statement
from inaproc_core.registration.vocabulary import PICTURE_SLOTS, Nationality
from inaproc_core.wire.desk import Duplicate
from inaproc_core.wire.registration import NibRule

DUPLICATE, BLACKLIST, RESENT, OWN, LATE = "duplicate", "blacklist", "resent", "own_request", "late"
RENEWAL, TRANSFER = "renewal", "transfer"

IS_SAME_PERSON = """
    EXISTS (SELECT 1 FROM profiles o
            WHERE o.nik_fingerprint = item.fingerprint AND item.fingerprint <> ''
              AND o.user_id <> item.user_id)
"""
"""Whether another account has this NIK or passport; ``item`` is a row of the queue."""
IS_SAME_NIP = """
    EXISTS (SELECT 1 FROM people o WHERE o.nip = item.nip AND item.nip <> '' AND o.id <> item.user_id)
"""
IS_SAME_ACCESS = """
    EXISTS (SELECT 1 FROM profiles o JOIN accesses a ON a.user_id = o.user_id
            WHERE o.nik_fingerprint = item.fingerprint AND item.fingerprint <> ''
              AND o.user_id <> item.user_id AND a.revoked_at IS NULL AND a.kind = item.kind
              AND a.klpd_code = item.klpd_code AND COALESCE(a.satker_id, '') = item.satker_id
              AND COALESCE(a.vendor_id, '') = item.vendor_id)
"""
_PICTURES = ", ".join(f"'{slot}'" for slot in sorted(PICTURE_SLOTS))
IS_SAME_PICTURE = f"""
    EXISTS (SELECT 1 FROM files mine JOIN files theirs ON theirs.sent_sha256 = mine.sent_sha256
            WHERE mine.user_id = item.user_id AND mine.slot IN ({_PICTURES}) AND mine.used_at IS NOT NULL
              AND theirs.user_id <> mine.user_id)
"""
"""Identity papers belong to one person; one letter may appoint many, so it makes nobody a duplicate."""

_SAME_PERSON = Statement(
    """
    SELECT p.name, p.username, f.status FROM profiles f JOIN people p ON p.id = f.user_id
    WHERE f.nik_fingerprint = :fingerprint AND f.nik_fingerprint <> '' AND f.user_id <> :user_id
    ORDER BY p.username
    """
)
_SAME_NIP = Statement(
    """
    SELECT p.name, p.username FROM people p
    WHERE p.nip = :nip AND p.nip <> '' AND p.id <> :user_id ORDER BY p.username
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
_SAME_ACCESS = Statement(
    """
    SELECT p.name, p.username FROM accesses a
    JOIN people p ON p.id = a.user_id JOIN profiles f ON f.user_id = a.user_id
    WHERE f.nik_fingerprint = :fingerprint AND f.nik_fingerprint <> '' AND a.user_id <> :user_id
      AND a.revoked_at IS NULL AND a.kind = :kind AND a.klpd_code = :klpd_code
      AND COALESCE(a.satker_id, '') = :satker_id AND COALESCE(a.vendor_id, '') = :vendor_id
    ORDER BY p.username
    """
)
_SAME_LETTER = Statement(
    """
    SELECT DISTINCT p.name, p.username FROM access_requests r JOIN people p ON p.id = r.user_id
    WHERE r.klpd_code = :klpd_code AND r.letter_number = :letter_number AND r.letter_number <> ''
      AND r.kind = :kind AND r.user_id <> :user_id AND r.status <> 'WITHDRAWN'
    ORDER BY p.username
    """
)


def of_profile(connection: Connection, profile: StoredProfile) -> list[Duplicate]:
    """Return what looks like this profile: accounts with its NIK or passport, people with its pictures."""
    return [
        *_same_person(connection, profile.user_id, profile),
        *_same_files(connection, list(profile.files.values())),
    ]


def of_request(
    connection: Connection, request: StoredRequest, profile: StoredProfile | None
) -> list[Duplicate]:
    """Return what looks like this request: the person under other accounts, a number or paper used again."""
    user_id = request.user_id
    place = {
        "user_id": user_id,
        "kind": request.kind.value,
        "klpd_code": request.klpd_code,
    }
    fingerprint = profile.nik_fingerprint if profile is not None else ""
    narrower = {"satker_id": request.satker_id, "vendor_id": request.vendor_id}
    nip = {"nip": request.fields.get("nip", ""), "user_id": user_id}
    letter = {"letter_number": request.fields.get("letter_number", "")}
    return [
        *_same_person(connection, user_id, profile),
        *_named("same_nip", _SAME_NIP.all(connection, nip)),
        *_named(
            "same_role_and_satker",
            _SAME_ACCESS.all(connection, {**place, **narrower, "fingerprint": fingerprint}),
        ),
        *_named("same_letter", _SAME_LETTER.all(connection, {**place, **letter})),
        *_same_files(connection, list(request.files.values())),
    ]


def _same_person(connection: Connection, user_id: str, profile: StoredProfile | None) -> list[Duplicate]:
    if profile is None:
        return []
    rows = _SAME_PERSON.all(connection, {"fingerprint": profile.nik_fingerprint, "user_id": user_id})
    if profile.nationality is Nationality.WNA:
        return _named("same_passport", [(name, username) for name, username, _status in rows])
    return [
        Duplicate(code="same_nik", name=name, detail=f"{username} {status}")
        for name, username, status in rows
    ]


def _same_files(connection: Connection, file_ids: Sequence[str]) -> list[Duplicate]:
    rows = [row for file_id in file_ids for row in _SAME_FILE.all(connection, {"file_id": file_id})]
    return _named("same_file", list(dict.fromkeys(rows)))


def _named(code: str, rows: Sequence[tuple[str, ...]]) -> list[Duplicate]:
    return [Duplicate(code=code, name=name, detail=username) for name, username in rows]


def is_blacklisted(checks: Sequence[NibRule]) -> bool:
    """Return whether the company's NPWP is on the Daftar Hitam."""
    return any(rule.id == "blacklist" and rule.result == FAILED for rule in checks)


def is_unclear(checks: Sequence[NibRule]) -> bool:
    """Return whether any check of the company failed or could not be made."""
    return any(rule.result != PASSED for rule in checks)
