"""The register of requests and what became of them, newest first, numbers of persons masked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import Connection

from inaproc_backend.desk.ids import decode_cursor, encode_cursor, like, within
from inaproc_backend.desk.seats import Seat
from inaproc_backend.registration import images
from inaproc_backend.services import Services
from inaproc_backend.storage.statements import Statement
from inaproc_backend.storage.times import from_text, to_text
from inaproc_core.calendar import Zone
from inaproc_core.errors import refuse
from inaproc_core.registration.forms import Limits
from inaproc_core.registration.validity import status_of
from inaproc_core.registration.vocabulary import ROLE_OF, AccessKind, AccessStatus, RequestStatus
from inaproc_core.wire.desk import Register, RegisterRow

_MOST_ROWS = 500
_LAST_MOMENT = "9999"

_ROWS = """
    FROM access_requests r JOIN people p ON p.id = r.user_id
    LEFT JOIN profiles f ON f.user_id = r.user_id
    LEFT JOIN accesses a ON a.id = r.access_id AND r.access_id <> '' AND a.request_id = r.id
    LEFT JOIN people d ON d.id = r.decided_by
    LEFT JOIN satker s ON s.id = r.satker_id
    LEFT JOIN vendors v ON v.id = r.vendor_id
    LEFT JOIN business_registry g ON g.nib = r.nib AND r.nib <> ''
    LEFT JOIN klpd k ON k.code = r.klpd_code
    WHERE (:everything = 1 OR (:klpd_code <> '' AND r.klpd_code = :klpd_code)
           OR (:vendor_id <> '' AND r.vendor_id = :vendor_id AND r.kind = 'COMPANY_MEMBER'))
      AND r.sent_at >= :first AND r.sent_at < :last
      AND (:kind = '' OR r.kind = :kind)
      AND (:status = '' OR r.status = :status)
      AND (:access = ''
           OR (:access = 'DEACTIVATED' AND a.revoked_at IS NOT NULL)
           OR (:access = 'EXPIRED' AND a.revoked_at IS NULL AND a.valid_to <> '' AND a.valid_to < :today)
           OR (:access = 'FUTURE' AND a.revoked_at IS NULL AND a.valid_from > :today)
           OR (:access IN ('ACTIVE', 'ENDING') AND a.id IS NOT NULL AND a.revoked_at IS NULL
               AND a.valid_from <= :today AND (a.valid_to = '' OR :today <= a.valid_to)
               AND (:access = 'ENDING') = (a.valid_to <> '' AND a.valid_to <= :soon)))
      AND (:pattern = '' OR lower(p.name) LIKE :pattern ESCAPE '\\'
           OR p.nip LIKE :pattern ESCAPE '\\' OR r.nip LIKE :pattern ESCAPE '\\'
           OR COALESCE(f.masked_id, '') LIKE :pattern ESCAPE '\\'
           OR lower(r.letter_number) LIKE :pattern ESCAPE '\\'
           OR lower(COALESCE(s.name, v.name, g.name, '')) LIKE :pattern ESCAPE '\\'
           OR lower(COALESCE(k.name, '')) LIKE :pattern ESCAPE '\\')
"""
_COUNT = Statement("SELECT COUNT(*)" + _ROWS)
_PAGE = Statement(
    """
    SELECT r.id, r.access_id, p.name, COALESCE(f.masked_id, ''),
           CASE WHEN p.nip <> '' THEN p.nip ELSE r.nip END, r.kind, COALESCE(k.name, ''),
           COALESCE(s.name, v.name, g.name, ''), r.fields, r.letter_number, r.sent_at,
           COALESCE(r.decided_at, CASE WHEN r.status = 'WITHDRAWN' THEN r.since END), r.decided_at,
           COALESCE(d.name, ''), r.status, a.id, a.valid_from, a.valid_to, a.revoked_at,
           r.valid_until, r.attempts
    """
    + _ROWS
    + """
      AND (r.sent_at < :after_at OR (r.sent_at = :after_at AND r.id < :after_key))
    ORDER BY r.sent_at DESC, r.id DESC LIMIT :limit
    """
)


@dataclass(frozen=True, kw_only=True)
class Asked:
    """Which part of the register is asked for; empty means all.

    Attributes:
        first, last: ISO days on which the request was sent, both included.
        status: ``RequestStatus`` or ``AccessStatus`` value.
        kind: ``AccessKind`` value.
    """

    first: str = ""
    last: str = ""
    status: str = ""
    kind: str = ""
    text: str = ""
    cursor: str = ""
    limit: int = 100


def read_register(connection: Connection, services: Services, seat: Seat, asked: Asked) -> Register:
    """Return a page of the register within what the seat sees.

    Raises:
        Refused: ``desk.day_malformed``, ``desk.status_unknown``, ``desk.kind_unknown``,
            ``desk.cursor_malformed``.
    """
    request_status, access_status = _statuses(asked.status)
    if asked.kind and asked.kind not in set(AccessKind):
        refuse("desk.kind_unknown", at="kind")
    after_at, after_key = decode_cursor(asked.cursor)
    limit = within(asked.limit, _MOST_ROWS)
    today = services.today()
    limits = services.registration.at(today).limits
    values = {
        **seat.reach,
        "first": _first_moment("from", asked.first) if asked.first else "",
        "last": _first_moment("to", asked.last, following=True) if asked.last else _LAST_MOMENT,
        "kind": asked.kind,
        "status": request_status,
        "access": access_status,
        "today": today.isoformat(),
        "soon": (today + timedelta(days=max(limits.reminder_days))).isoformat(),
        "pattern": like(asked.text),
    }
    total = _COUNT.one(connection, values)
    page = {**values, "after_at": after_at or _LAST_MOMENT, "after_key": after_key, "limit": limit + 1}
    rows = _PAGE.all(connection, page)
    now = services.clock()
    following = encode_cursor(rows[limit - 1][10], rows[limit - 1][0]) if len(rows) > limit else ""
    return Register(
        rows=[_row(row, now, today, limits) for row in rows[:limit]],
        total=int(total[0]) if total else 0,
        next_cursor=following,
    )


def _row(row: tuple[Any, ...], now: datetime, today: date, limits: Limits) -> RegisterRow:
    (request_id, access_id, name, masked_id, nip, kind, instansi, office, fields, letter_number, sent_at,
     over_at, decided_at, decided_by, status, granted, valid_from, valid_to, revoked_at, wanted_until,
     attempts) = row  # fmt: skip
    sent = from_text(sent_at)
    until = from_text(over_at) if over_at else now
    access_status = (
        status_of(_date(valid_from), _date(valid_to), bool(revoked_at), today, limits).value
        if granted
        else ""
    )
    return RegisterRow(
        request_id=request_id,
        access_id=access_id if granted else "",
        name=name,
        masked_id=masked_id,
        nip=nip,
        kind=kind,
        role=ROLE_OF[AccessKind(kind)].value,
        instansi=instansi,
        office=office or images.texts(bytes(fields)).get("company_name", ""),
        letter_number=letter_number,
        sent_at=sent,
        decided_at=from_text(decided_at) if decided_at else None,
        decided_by=decided_by,
        status=status,
        access_status=access_status,
        valid_from=valid_from or "",
        valid_until=(valid_to if granted else wanted_until) or "",
        attempts=int(attempts),
        hours=int((until - sent).total_seconds() // 3600),
    )


def _statuses(asked: str) -> tuple[str, str]:
    if asked in set(RequestStatus):
        return asked, ""
    if asked and asked not in set(AccessStatus):
        refuse("desk.status_unknown", at="status")
    return "", asked


def _first_moment(name: str, text: str, *, following: bool = False) -> str:
    """Return when a day, or the one after it, begins at the capital: the register's days are those of WIB."""
    try:
        day = date.fromisoformat(text) + timedelta(days=int(following))
        return to_text(datetime.combine(day, time(), tzinfo=Zone.WIB.offset))
    except (ValueError, OverflowError):
        refuse("desk.day_malformed", at=name)


def _date(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
