"""Profiles in the database: reading, writing, and the steps they took."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from inaproc_backend.registration import images
from inaproc_backend.storage.statements import Statement
from inaproc_backend.storage.times import from_text, to_text
from inaproc_core.registration.vocabulary import Nationality, ProfileStatus
from inaproc_core.wire.registration import FieldReason, HistoryRow

_COLUMNS = """
    SELECT user_id, status, nationality, fields, files, nik_fingerprint, masked_id, reasons, revision,
           attempts, request_id, provider, provider_reference, sent_at, since, due_at, decided_by
    FROM profiles
"""
_PROFILE = Statement(_COLUMNS + " WHERE user_id = :user_id")
_PROFILE_LOCKED = Statement(_COLUMNS + " WHERE user_id = :user_id /*pg FOR UPDATE*/")
_ADD = Statement(
    """
    INSERT INTO profiles (user_id, status, nationality, fields, files, nik_fingerprint, masked_id, reasons,
                          revision, attempts, request_id, provider, provider_reference, sent_at, since,
                          due_at, decided_by)
    VALUES (:user_id, :status, :nationality, :fields, :files, :nik_fingerprint, :masked_id, :reasons,
            :revision, :attempts, :request_id, :provider, :provider_reference, :sent_at, :since, :due_at,
            :decided_by)
    """
)
_CHANGE = Statement(
    """
    UPDATE profiles SET status = :status, nationality = :nationality, fields = :fields, files = :files,
           nik_fingerprint = :nik_fingerprint, masked_id = :masked_id, reasons = :reasons,
           revision = :revision, attempts = :attempts, request_id = :request_id, provider = :provider,
           provider_reference = :provider_reference, sent_at = :sent_at, since = :since, due_at = :due_at,
           decided_by = :decided_by
    WHERE user_id = :user_id AND revision = :seen
    """
)
_STEP = Statement(
    """
    INSERT INTO profile_history (user_id, n, at, what, by_user, by_access, note, reasons, revision, snapshot)
    SELECT :user_id, COALESCE(MAX(n), 0) + 1, :at, :what, :by_user, :by_access, :note, :reasons, :revision,
           :snapshot
    FROM profile_history WHERE user_id = :user_id
    """
)
_HISTORY = Statement(
    """
    SELECT h.at, h.what, h.by_user, p.name, h.note, h.reasons
    FROM profile_history h LEFT JOIN people p ON p.id = h.by_user
    WHERE h.user_id = :user_id ORDER BY h.n
    """
)
_STATUS = Statement("SELECT status FROM profiles WHERE user_id = :user_id")


TO_DESK = "to_desk"
"""Step: the provider could not decide, a verifikator does."""


@dataclass(frozen=True, kw_only=True)
class StoredProfile:
    """A person's profile as it stands.

    Attributes:
        files: slot to file id.
        nik_fingerprint: keyed hash of NIK or passport number: the person, whatever the account.
        request_id: of the last submission.
        provider: who verifies; empty: a verifikator by hand.
        provider_reference: the provider's number of the verification.
        sent_at: last submission.
        since: when it came into its status.
    """

    user_id: str
    status: ProfileStatus
    nationality: Nationality
    fields: Mapping[str, str]
    files: Mapping[str, str]
    nik_fingerprint: str
    masked_id: str
    sent_at: datetime
    since: datetime
    reasons: Sequence[FieldReason] = ()
    revision: int = 1
    attempts: int = 1
    request_id: str = ""
    provider: str = ""
    provider_reference: str = ""
    due_at: datetime | None = None
    decided_by: str = ""


@dataclass(frozen=True, kw_only=True)
class Step:
    """One step of a profile or a request.

    Attributes:
        by_user: person who took it; empty: a machine.
        by_access: the access they took it through; empty for the applicant.
        snapshot: what was sent with it.
    """

    at: datetime
    what: str
    revision: int
    by_user: str = ""
    by_access: str = ""
    note: str = ""
    reasons: Sequence[FieldReason] = ()
    snapshot: images.Snapshot | None = None

    def values(self) -> dict[str, Any]:
        """Return the columns of a history row."""
        return {
            "at": to_text(self.at),
            "what": self.what,
            "by_user": self.by_user,
            "by_access": self.by_access,
            "note": self.note,
            "reasons": images.put(self.reasons),
            "revision": self.revision,
            "snapshot": images.put(self.snapshot) if self.snapshot is not None else None,
        }


def load_profile(connection: Connection, user_id: str, *, lock: bool = False) -> StoredProfile | None:
    """Return a person's profile, or ``None`` when nothing was sent yet.

    Args:
        connection: the caller's transaction.
        user_id: whose.
        lock: keep it from changing until the transaction ends: for deciding.
    """
    row = (_PROFILE_LOCKED if lock else _PROFILE).one(connection, {"user_id": user_id})
    if row is None:
        return None
    return StoredProfile(
        user_id=row[0],
        status=ProfileStatus(row[1]),
        nationality=Nationality(row[2]),
        fields=images.texts(bytes(row[3])),
        files=images.texts(bytes(row[4])),
        nik_fingerprint=row[5],
        masked_id=row[6],
        reasons=images.reasons(bytes(row[7])),
        revision=int(row[8]),
        attempts=int(row[9]),
        request_id=row[10],
        provider=row[11],
        provider_reference=row[12],
        sent_at=from_text(row[13]),
        since=from_text(row[14]),
        due_at=from_text(row[15]) if row[15] else None,
        decided_by=row[16] or "",
    )


def status_of_profile(connection: Connection, user_id: str) -> ProfileStatus:
    """Return where a person's profile stands; ``NONE`` when nothing was sent."""
    row = _STATUS.one(connection, {"user_id": user_id})
    return ProfileStatus(row[0]) if row is not None else ProfileStatus.NONE


def add_profile(connection: Connection, profile: StoredProfile) -> None:
    """Keep a first profile."""
    _ADD.run(connection, _values(profile))


def change_profile(connection: Connection, profile: StoredProfile, *, seen: int) -> bool:
    """Keep a changed profile; ``False``, and nothing is written, when its revision is not ``seen``."""
    return _CHANGE.run(connection, {**_values(profile), "seen": seen}) == 1


def add_profile_step(connection: Connection, user_id: str, step: Step) -> None:
    """Add a row to the profile's history."""
    _STEP.run(connection, {"user_id": user_id, **step.values()})


def profile_history(connection: Connection, user_id: str, *, named: bool = False) -> list[HistoryRow]:
    """Return the steps of a profile, oldest first.

    Args:
        connection: the caller's transaction.
        user_id: whose.
        named: with the names of those who decided: for the desk, never for the applicant.
    """
    return history_rows(_HISTORY.all(connection, {"user_id": user_id}), user_id, named=named)


def history_rows(rows: Sequence[tuple[Any, ...]], owner: str, *, named: bool) -> list[HistoryRow]:
    """Return rows of either history for reading; ``by`` is a name, or a word for whoever it was.

    What passes between desk and provider is for the desk alone: it may say that a NIK is known.
    """
    return [
        HistoryRow(
            at=from_text(at),
            what=what,
            by=_by(by_user, name or "", owner, named=named),
            note=note,
            reasons=images.reasons(bytes(stored)),
        )
        for at, what, by_user, name, note, stored in rows
        if named or what != TO_DESK
    ]


def _by(by_user: str, name: str, owner: str, *, named: bool) -> str:
    if not by_user:
        return "SYSTEM"
    if named:
        return name
    return "APPLICANT" if by_user == owner else "VERIFIKATOR"


def _values(profile: StoredProfile) -> dict[str, Any]:
    return {
        "user_id": profile.user_id,
        "status": profile.status.value,
        "nationality": profile.nationality.value,
        "fields": images.put(profile.fields),
        "files": images.put(profile.files),
        "nik_fingerprint": profile.nik_fingerprint,
        "masked_id": profile.masked_id,
        "reasons": images.put(profile.reasons),
        "revision": profile.revision,
        "attempts": profile.attempts,
        "request_id": profile.request_id,
        "provider": profile.provider,
        "provider_reference": profile.provider_reference,
        "sent_at": to_text(profile.sent_at),
        "since": to_text(profile.since),
        "due_at": to_text(profile.due_at) if profile.due_at else None,
        "decided_by": profile.decided_by,
    }
