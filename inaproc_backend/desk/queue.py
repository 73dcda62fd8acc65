"""The queue: what waits for whoever sits at the desk, oldest first, numbers of persons masked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from inaproc_backend.desk import hints
from inaproc_backend.desk.ids import ACCESS, PROFILE, decode_cursor, encode_cursor, item_of, like, within
from inaproc_backend.desk.seats import Seat
from inaproc_backend.registration import images
from inaproc_backend.storage.statements import Statement
from inaproc_backend.storage.times import from_text
from inaproc_core.errors import refuse
from inaproc_core.registration.deciding import Person, is_same_person
from inaproc_core.registration.vocabulary import ProfileStatus, RequestStatus, Verifier
from inaproc_core.wire.desk import Queue, QueueRow

_MOST_ROWS = 200
_STATUSES = {one.value for one in (*ProfileStatus, *RequestStatus)}

_ITEMS = """
    FROM (
        SELECT 'PROFILE' AS what, f.user_id AS item_key, f.user_id AS user_id, f.nationality AS kind,
               f.status AS status, f.revision AS revision, p.name AS name, f.masked_id AS masked_id,
               '' AS office, f.sent_at AS sent_at, f.due_at AS due_at, f.attempts AS attempts,
               '' AS first_by, f.nik_fingerprint AS fingerprint, NULL AS checks, '' AS satker_id,
               '' AS klpd_code
        FROM profiles f JOIN people p ON p.id = f.user_id
        WHERE :verifier = 'INAPROC' AND :what <> 'ACCESS' AND (f.provider = '' OR f.status <> 'WAITING')
        UNION ALL
        SELECT 'ACCESS', r.id, r.user_id, r.kind, r.status, r.revision, p.name, COALESCE(f.masked_id, ''),
               COALESCE(s.name, v.name, g.name, k.name, r.nib), r.sent_at, r.due_at, r.attempts,
               r.first_by, COALESCE(f.nik_fingerprint, ''), r.checks, COALESCE(r.satker_id, ''), r.klpd_code
        FROM access_requests r JOIN people p ON p.id = r.user_id
        LEFT JOIN profiles f ON f.user_id = r.user_id
        LEFT JOIN satker s ON s.id = r.satker_id
        LEFT JOIN vendors v ON v.id = r.vendor_id
        LEFT JOIN business_registry g ON g.nib = r.nib AND r.nib <> ''
        LEFT JOIN klpd k ON k.code = r.klpd_code
        WHERE :what <> 'PROFILE' AND (r.status <> 'WAITING' OR r.verifier = :verifier)
          AND (:everything = 1 OR (:klpd_code <> '' AND r.klpd_code = :klpd_code)
               OR (:vendor_id <> '' AND r.vendor_id = :vendor_id AND r.kind = 'COMPANY_MEMBER'))
    ) item
    WHERE (:status = '' OR item.status = :status)
      AND (lower(item.name) LIKE :pattern ESCAPE '\\' OR lower(item.office) LIKE :pattern ESCAPE '\\'
           OR lower(item.masked_id) LIKE :pattern ESCAPE '\\')
"""
_COUNT = Statement("SELECT COUNT(*)" + _ITEMS)
_PAGE = Statement(
    """
    SELECT item.what, item.item_key, item.user_id, item.kind, item.status, item.revision, item.name,
           item.masked_id, item.office, item.sent_at, item.due_at, item.attempts, item.first_by,
           item.fingerprint, item.checks, item.satker_id, item.klpd_code
    """
    + _ITEMS
    + """
      AND (item.sent_at > :after_at OR (item.sent_at = :after_at AND item.item_key > :after_key))
    ORDER BY item.sent_at, item.item_key LIMIT :limit
    """
)


@dataclass(frozen=True, kw_only=True)
class Asked:
    """Which part of the queue is asked for; an empty text means all."""

    what: str = ""
    status: str = RequestStatus.WAITING.value
    text: str = ""
    cursor: str = ""
    limit: int = 50


def read_queue(connection: Connection, seat: Seat, asked: Asked, now: datetime) -> Queue:
    """Return a page of the queue.

    Raises:
        Refused: ``desk.no_seat`` for an access that decides on nothing, ``desk.what_unknown``,
            ``desk.status_unknown``, ``desk.cursor_malformed``.
    """
    if seat.verifier is None:
        refuse("desk.no_seat", at="acting_as")
    if asked.what not in {"", PROFILE, ACCESS}:
        refuse("desk.what_unknown", at="what")
    if asked.status and asked.status not in _STATUSES:
        refuse("desk.status_unknown", at="status")
    after_at, after_key = decode_cursor(asked.cursor)
    limit = within(asked.limit, _MOST_ROWS)
    values = {
        **seat.reach,
        "verifier": seat.verifier.value,
        "what": asked.what,
        "status": asked.status,
        "pattern": like(asked.text),
    }
    total = _COUNT.one(connection, values)
    rows = _PAGE.all(connection, {**values, "after_at": after_at, "after_key": after_key, "limit": limit + 1})
    shown = [_row(connection, seat, row, now) for row in rows[:limit]]
    following = encode_cursor(rows[limit - 1][9], rows[limit - 1][1]) if len(rows) > limit else ""
    return Queue(rows=shown, total=int(total[0]) if total else 0, next_cursor=following)


def row_of(connection: Connection, seat: Seat, item_key: str, what: str, now: datetime) -> QueueRow | None:
    """Return one row, whatever its status, when this seat sees it."""
    verifier = seat.verifier or Verifier.VAI
    values = {"verifier": verifier.value, **seat.reach, "what": what, "status": "", "pattern": "%"}
    row = _ONE.one(connection, {**values, "item_key": item_key})
    return _row(connection, seat, row, now) if row is not None else None


_ONE = Statement(
    """
    SELECT item.what, item.item_key, item.user_id, item.kind, item.status, item.revision, item.name,
           item.masked_id, item.office, item.sent_at, item.due_at, item.attempts, item.first_by,
           item.fingerprint, item.checks, item.satker_id, item.klpd_code
    """
    + _ITEMS
    + " AND item.item_key = :item_key"
)


def _row(connection: Connection, seat: Seat, row: tuple[Any, ...], now: datetime) -> QueueRow:
    (what, key, user_id, kind, status, revision, name, masked_id, office, sent_at, due_at, attempts,
     first_by, fingerprint, checks, satker_id, klpd_code) = row  # fmt: skip
    rules = images.rules(bytes(checks)) if checks is not None else []
    found: list[str] = []
    duplicates = hints.same_person(connection, user_id, fingerprint)
    if what == ACCESS:
        duplicates += hints.same_access(
            connection,
            user_id=user_id,
            fingerprint=fingerprint,
            kind=kind,
            klpd_code=klpd_code,
            satker_id=satker_id,
        )
    if duplicates:
        found.append(hints.DUPLICATE)
    if hints.is_blacklisted(rules):
        found.append(hints.BLACKLIST)
    if attempts > 1:
        found.append(hints.RESENT)
    applicant = Person(user_id=user_id, fingerprint=fingerprint)
    if is_same_person(applicant, seat.decider.person):
        found.append(hints.OWN)
    waiting = status == RequestStatus.WAITING.value
    due = from_text(due_at) if due_at else None
    if waiting and due is not None and due < now:
        found.append(hints.LATE)
    stands_against = {hints.DUPLICATE, hints.BLACKLIST, hints.OWN} & set(found)
    own_first = bool(first_by) and first_by == seat.decider.person.user_id
    return QueueRow(
        item_id=item_of(what, key),
        what=what,
        kind=kind,
        status=status,
        revision=int(revision),
        name=name,
        masked_id=masked_id,
        office=office,
        sent_at=from_text(sent_at),
        due_at=due,
        attempts=int(attempts),
        hints=found,
        needs="second" if first_by and waiting else "first",
        clean=waiting and not stands_against and not own_first and not hints.is_unclear(rules),
    )
