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
from inaproc_core.registration.vocabulary import ProfileStatus, RequestStatus
from inaproc_core.wire.desk import Queue, QueueRow

_MOST_ROWS = 200
_STATUSES = {one.value for one in (*ProfileStatus, *RequestStatus)}

_ITEMS = """
    FROM (
        SELECT 'PROFILE' AS what, f.user_id AS item_key, f.user_id AS user_id, f.nationality AS kind,
               f.status AS status, f.revision AS revision, p.name AS name, f.masked_id AS masked_id,
               '' AS office, f.sent_at AS sent_at, f.due_at AS due_at, f.attempts AS attempts,
               '' AS first_by, '' AS first_fingerprint, f.nik_fingerprint AS fingerprint, NULL AS checks,
               '' AS klpd_code, '' AS satker_id, '' AS vendor_id, '' AS nip, '' AS renews, '' AS transfers,
               '' AS instansi
        FROM profiles f JOIN people p ON p.id = f.user_id
        WHERE :verifier = 'INAPROC' AND :what <> 'ACCESS' AND (f.provider = '' OR f.status <> 'WAITING')
          AND (:status = '' OR f.status = :status)
        UNION ALL
        SELECT 'ACCESS', r.id, r.user_id, r.kind, r.status, r.revision, p.name, COALESCE(f.masked_id, ''),
               COALESCE(s.name, v.name, g.name, k.name, r.nib), r.sent_at, r.due_at, r.attempts,
               r.first_by, r.first_fingerprint, COALESCE(f.nik_fingerprint, ''), r.checks,
               r.klpd_code, COALESCE(r.satker_id, ''), COALESCE(r.vendor_id, ''), r.nip, r.renews,
               r.transfers, COALESCE(k.name, '')
        FROM access_requests r JOIN people p ON p.id = r.user_id
        LEFT JOIN profiles f ON f.user_id = r.user_id
        LEFT JOIN satker s ON s.id = r.satker_id
        LEFT JOIN vendors v ON v.id = r.vendor_id
        LEFT JOIN business_registry g ON g.nib = r.nib AND r.nib <> ''
        LEFT JOIN klpd k ON k.code = r.klpd_code
        WHERE :what <> 'PROFILE' AND (r.status <> 'WAITING' OR r.verifier = :verifier)
          AND (:status = '' OR r.status = :status)
          AND (:everything = 1 OR (:klpd_code <> '' AND r.klpd_code = :klpd_code)
               OR (:vendor_id <> '' AND r.vendor_id = :vendor_id AND r.kind = 'COMPANY_MEMBER'))
    ) item
    WHERE (:pattern = '' OR lower(item.name) LIKE :pattern ESCAPE '\\'
           OR lower(item.office) LIKE :pattern ESCAPE '\\' OR lower(item.instansi) LIKE :pattern ESCAPE '\\'
           OR item.masked_id LIKE :pattern ESCAPE '\\' OR item.nip LIKE :pattern ESCAPE '\\')
"""
_COLUMNS = """
    item.what, item.item_key, item.user_id, item.kind, item.status, item.revision, item.name,
    item.masked_id, item.office, item.sent_at, item.due_at, item.attempts, item.first_by,
    item.first_fingerprint, item.fingerprint, item.checks, item.klpd_code, item.satker_id, item.vendor_id,
    item.nip, item.renews, item.transfers
"""
# The likenesses are looked for on the rows of the page alone, hence around it.
_WITH_LIKENESSES = f"""
    SELECT {_COLUMNS}, ({hints.IS_SAME_PERSON} OR {hints.IS_SAME_NIP}
                        OR (item.what = 'ACCESS' AND {hints.IS_SAME_ACCESS})
                        OR (item.what = 'PROFILE' AND {hints.IS_SAME_PICTURE}))
"""
_COUNT = Statement("SELECT COUNT(*)" + _ITEMS)
_PAGE = Statement(
    _WITH_LIKENESSES
    + f" FROM (SELECT {_COLUMNS}"
    + _ITEMS
    + """
      AND (item.sent_at > :after_at OR (item.sent_at = :after_at AND item.item_key > :after_key))
    ORDER BY item.sent_at, item.item_key LIMIT :limit
    ) item ORDER BY item.sent_at, item.item_key
    """
)
_ONE = Statement(
    _WITH_LIKENESSES + f" FROM (SELECT {_COLUMNS}" + _ITEMS + " AND item.item_key = :item_key) item"
)
_LISTED = Statement("SELECT 1" + _ITEMS + " AND item.item_key = :item_key")


@dataclass(frozen=True, kw_only=True)
class Asked:
    """Which part of the queue is asked for; an empty text means all."""

    what: str = ""
    status: str = ""
    text: str = ""
    cursor: str = ""
    limit: int = 50


def read_queue(connection: Connection, seat: Seat, asked: Asked, now: datetime) -> Queue:
    """Return a page of the queue.

    Raises:
        Refused: ``desk.no_seat`` for an access that decides on nothing, ``desk.what_unknown``,
            ``desk.status_unknown``, ``desk.cursor_malformed``.
    """
    values = _values(seat, what=asked.what, status=asked.status, text=asked.text)
    if asked.what not in {"", PROFILE, ACCESS}:
        refuse("desk.what_unknown", at="what")
    if asked.status and asked.status not in _STATUSES:
        refuse("desk.status_unknown", at="status")
    after_at, after_key = decode_cursor(asked.cursor)
    limit = within(asked.limit, _MOST_ROWS)
    total = _COUNT.one(connection, values)
    rows = _PAGE.all(connection, {**values, "after_at": after_at, "after_key": after_key, "limit": limit + 1})
    shown = [_row(seat, row, now) for row in rows[:limit]]
    following = encode_cursor(rows[limit - 1][9], rows[limit - 1][1]) if len(rows) > limit else ""
    return Queue(rows=shown, total=int(total[0]) if total else 0, next_cursor=following)


def row_of(connection: Connection, seat: Seat, what: str, item_key: str, now: datetime) -> QueueRow | None:
    """Return one row, whatever its status, when this seat sees it."""
    row = _ONE.one(connection, {**_values(seat, what=what), "item_key": item_key})
    return _row(seat, row, now) if row is not None else None


def is_listed(connection: Connection, seat: Seat, what: str, item_key: str) -> bool:
    """Return whether this seat sees an item, whatever its status."""
    return _LISTED.one(connection, {**_values(seat, what=what), "item_key": item_key}) is not None


def _values(seat: Seat, *, what: str, status: str = "", text: str = "") -> dict[str, str | int]:
    return {
        **seat.reach,
        "verifier": seat.decides_as().value,
        "what": what,
        "status": status,
        "pattern": like(text),
    }


def _row(seat: Seat, row: tuple[Any, ...], now: datetime) -> QueueRow:
    (what, key, user_id, kind, status, revision, name, masked_id, office, sent_at, due_at, attempts,
     first_by, first_fingerprint, fingerprint, checks, _klpd_code, _satker_id, _vendor_id, _nip, renews,
     transfers, has_likeness) = row  # fmt: skip
    rules = images.rules(bytes(checks)) if checks is not None else []
    me = seat.decider.person
    waiting = status == RequestStatus.WAITING.value
    due = from_text(due_at) if due_at else None
    found = {
        hints.DUPLICATE: bool(has_likeness),
        hints.BLACKLIST: hints.is_blacklisted(rules),
        hints.RESENT: attempts > 1,
        hints.RENEWAL: bool(renews),
        hints.TRANSFER: bool(transfers),
        hints.OWN: is_same_person(Person(user_id=user_id, fingerprint=fingerprint), me),
        hints.LATE: waiting and due is not None and due < now,
    }
    stands_against = found[hints.DUPLICATE] or found[hints.BLACKLIST] or found[hints.OWN]
    first = Person(user_id=first_by, fingerprint=first_fingerprint)
    own_first = bool(first_by) and is_same_person(first, me)
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
        hints=[hint for hint, present in found.items() if present],
        needs="second" if first_by and waiting else "first",
        clean=waiting and not stands_against and not own_first and not hints.is_unclear(rules),
    )
