"""Requests for accesses in the database: reading, writing, and the steps they took."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from inaproc_backend.registration import images
from inaproc_backend.registration.stored_profiles import Step, history_rows
from inaproc_backend.storage.statements import Statement
from inaproc_backend.storage.times import from_text, to_text
from inaproc_core.registration.vocabulary import AccessKind, RequestStatus, Verifier
from inaproc_core.wire.registration import FieldReason, HistoryRow, NibRule

_COLUMNS = """
    SELECT id, user_id, kind, status, verifier, fields, files, reasons, checks, klpd_code, satker_id,
           vendor_id, nib, valid_until, renews, transfers, revision, attempts, submission, sent_at, since,
           due_at, decided_at, decided_by, first_by, first_fingerprint, access_id
    FROM access_requests
"""
_REQUEST = Statement(_COLUMNS + " WHERE id = :id")
_REQUEST_LOCKED = Statement(_COLUMNS + " WHERE id = :id /*pg FOR UPDATE*/")
_OF_PERSON = Statement(_COLUMNS + " WHERE user_id = :user_id ORDER BY sent_at DESC, id")
_ADD = Statement(
    """
    INSERT INTO access_requests (id, user_id, kind, status, verifier, fields, files, reasons, checks,
                                 klpd_code, satker_id, vendor_id, nib, nip, letter_number, valid_until,
                                 renews, transfers, revision, attempts, submission, sent_at, since, due_at,
                                 decided_at, decided_by, first_by, first_fingerprint, access_id)
    VALUES (:id, :user_id, :kind, :status, :verifier, :fields, :files, :reasons, :checks, :klpd_code,
            :satker_id, :vendor_id, :nib, :nip, :letter_number, :valid_until, :renews, :transfers, :revision,
            :attempts, :submission, :sent_at, :since, :due_at, :decided_at, :decided_by, :first_by,
            :first_fingerprint, :access_id)
    """
)
_CHANGE = Statement(
    """
    UPDATE access_requests SET status = :status, verifier = :verifier, fields = :fields, files = :files,
           reasons = :reasons, checks = :checks, klpd_code = :klpd_code, satker_id = :satker_id,
           vendor_id = :vendor_id, nib = :nib, nip = :nip, letter_number = :letter_number,
           valid_until = :valid_until, revision = :revision,
           attempts = :attempts, submission = :submission, sent_at = :sent_at, since = :since,
           due_at = :due_at, decided_at = :decided_at, decided_by = :decided_by, first_by = :first_by,
           first_fingerprint = :first_fingerprint, access_id = :access_id
    WHERE id = :id AND revision = :seen
    """
)
_STEP = Statement(
    """
    INSERT INTO request_history (request_id, n, at, what, by_user, by_access, note, reasons, revision,
                                 snapshot)
    SELECT :request_id, COALESCE(MAX(n), 0) + 1, :at, :what, :by_user, :by_access, :note, :reasons, :revision,
           :snapshot
    FROM request_history WHERE request_id = :request_id
    """
)
_HISTORY = Statement(
    """
    SELECT h.at, h.what, h.by_user, p.name, h.note, h.reasons
    FROM request_history h LEFT JOIN people p ON p.id = h.by_user
    WHERE h.request_id = :request_id ORDER BY h.n
    """
)


@dataclass(frozen=True, kw_only=True)
class StoredRequest:
    """A request for an access as it stands.

    Attributes:
        request_id: its id, made by the client.
        verifier: whose move it is while it waits.
        files: slot to file id.
        checks: what the registries said of the NIB when it was sent.
        klpd_code: instansi, also that of the satker.
        satker_id, vendor_id: empty where there is none (yet).
        valid_until: day asked for, empty for an open end.
        renews, transfers: accesses that it makes active again, or ends.
        first_by, first_fingerprint: who approved first, with four eyes, as account and as person.
        access_id: what was granted.
    """

    request_id: str
    user_id: str
    kind: AccessKind
    status: RequestStatus
    verifier: Verifier
    fields: Mapping[str, str]
    files: Mapping[str, str]
    sent_at: datetime
    since: datetime
    reasons: Sequence[FieldReason] = ()
    checks: Sequence[NibRule] = ()
    klpd_code: str = ""
    satker_id: str = ""
    vendor_id: str = ""
    nib: str = ""
    valid_until: str = ""
    renews: str = ""
    transfers: str = ""
    revision: int = 1
    attempts: int = 1
    submission: str = ""
    due_at: datetime | None = None
    decided_at: datetime | None = None
    decided_by: str = ""
    first_by: str = ""
    first_fingerprint: str = ""
    access_id: str = ""


def load_request(connection: Connection, request_id: str, *, lock: bool = False) -> StoredRequest | None:
    """Return a request, or ``None`` when there is none.

    Args:
        connection: the caller's transaction.
        request_id: which.
        lock: keep it from changing until the transaction ends: for deciding.
    """
    row = (_REQUEST_LOCKED if lock else _REQUEST).one(connection, {"id": request_id})
    return _read(row) if row is not None else None


def requests_of(connection: Connection, user_id: str) -> list[StoredRequest]:
    """Return all requests of a person, newest first."""
    return [_read(row) for row in _OF_PERSON.all(connection, {"user_id": user_id})]


def add_request(connection: Connection, request: StoredRequest) -> None:
    """Keep a new request."""
    _ADD.run(connection, _values(request))


def change_request(connection: Connection, request: StoredRequest, *, seen: int) -> bool:
    """Keep a changed request; ``False``, and nothing is written, when its revision is not ``seen``."""
    return _CHANGE.run(connection, {**_values(request), "seen": seen}) == 1


def add_request_step(connection: Connection, request_id: str, step: Step) -> None:
    """Add a row to the request's history."""
    _STEP.run(connection, {"request_id": request_id, **step.values()})


def request_history(
    connection: Connection, request: StoredRequest, *, named: bool = False
) -> list[HistoryRow]:
    """Return the steps of a request, oldest first; ``named`` as in ``stored_profiles.profile_history``."""
    rows = _HISTORY.all(connection, {"request_id": request.request_id})
    return history_rows(rows, request.user_id, named=named)


def _read(row: tuple[Any, ...]) -> StoredRequest:
    return StoredRequest(
        request_id=row[0],
        user_id=row[1],
        kind=AccessKind(row[2]),
        status=RequestStatus(row[3]),
        verifier=Verifier(row[4]),
        fields=images.texts(bytes(row[5])),
        files=images.texts(bytes(row[6])),
        reasons=images.reasons(bytes(row[7])),
        checks=images.rules(bytes(row[8])),
        klpd_code=row[9],
        satker_id=row[10] or "",
        vendor_id=row[11] or "",
        nib=row[12],
        valid_until=row[13],
        renews=row[14],
        transfers=row[15],
        revision=int(row[16]),
        attempts=int(row[17]),
        submission=row[18],
        sent_at=from_text(row[19]),
        since=from_text(row[20]),
        due_at=from_text(row[21]) if row[21] else None,
        decided_at=from_text(row[22]) if row[22] else None,
        decided_by=row[23],
        first_by=row[24],
        first_fingerprint=row[25],
        access_id=row[26],
    )


def _values(request: StoredRequest) -> dict[str, Any]:
    return {
        "id": request.request_id,
        "user_id": request.user_id,
        "kind": request.kind.value,
        "status": request.status.value,
        "verifier": request.verifier.value,
        "fields": images.put(request.fields),
        "files": images.put(request.files),
        "reasons": images.put(request.reasons),
        "checks": images.put(request.checks),
        "klpd_code": request.klpd_code,
        "satker_id": request.satker_id or None,
        "vendor_id": request.vendor_id or None,
        "nib": request.nib,
        "nip": request.fields.get("nip", ""),
        "letter_number": request.fields.get("letter_number", ""),
        "valid_until": request.valid_until,
        "renews": request.renews,
        "transfers": request.transfers,
        "revision": request.revision,
        "attempts": request.attempts,
        "submission": request.submission,
        "sent_at": to_text(request.sent_at),
        "since": to_text(request.since),
        "due_at": to_text(request.due_at) if request.due_at else None,
        "decided_at": to_text(request.decided_at) if request.decided_at else None,
        "decided_by": request.decided_by,
        "first_by": request.first_by,
        "first_fingerprint": request.first_fingerprint,
        "access_id": request.access_id,
    }
