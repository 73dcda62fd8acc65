"""Finding instansi and satker by the beginnings of words, or by code."""

from __future__ import annotations

import re
from datetime import date

from sqlalchemy import Connection

from inaproc_backend.storage.statements import Statement
from inaproc_core.wire.registration import Instansi, Office

_MOST_WORDS = 5
_MOST = 50
_WORDS = re.compile(r"[^\s(),/\-]+")

_OFFICE_COLUMNS = """
    SELECT s.id, s.code, s.name, COALESCE(k.code, ''), COALESCE(k.name, ''), COALESCE(k.kind, ''),
           (SELECT COUNT(*) FROM accesses a
            WHERE a.satker_id = s.id AND a.revoked_at IS NULL AND (a.valid_to = '' OR :day <= a.valid_to))
    FROM satker s LEFT JOIN klpd k ON k.code = s.klpd_code
"""
# A word may begin after a blank, a bracket, a dash or a slash.
_NAME = """
    ' ' || LOWER(REPLACE(REPLACE(REPLACE({name}, '(', ' '), '-', ' '), '/', ' '))
"""
_BY_WORDS = " AND ".join(f"{_NAME} LIKE :w{letter} ESCAPE '\\'" for letter in "abcde")
_OFFICES = Statement(
    _OFFICE_COLUMNS
    + """
    WHERE s.active AND (:klpd = '' OR s.klpd_code = :klpd)
      AND (s.code LIKE :code ESCAPE '\\' OR s.sirup_number = :exact OR ("""
    + _BY_WORDS.replace("{name}", "s.name")
    + """))
    ORDER BY CASE WHEN s.code = :exact OR s.sirup_number = :exact THEN 0
                  WHEN LOWER(s.name) LIKE :head ESCAPE '\\' THEN 1 ELSE 2 END,
             LENGTH(s.name), s.name, s.id
    LIMIT :most
    """
)
_OFFICE = Statement(_OFFICE_COLUMNS + " WHERE s.id = :id")
_INSTANSI = Statement(
    """
    SELECT k.code, k.name, k.kind FROM klpd k
    WHERE (:kind = '' OR k.kind = :kind)
      AND (LOWER(k.code) = :lower OR LOWER(k.former_name) LIKE :head ESCAPE '\\' OR ("""
    + _BY_WORDS.replace("{name}", "k.name")
    + """))
    ORDER BY CASE WHEN LOWER(k.code) = :lower THEN 0
                  WHEN LOWER(k.name) LIKE :head ESCAPE '\\' THEN 1 ELSE 2 END,
             LENGTH(k.name), k.name
    LIMIT :most
    """
)
_ONE_INSTANSI = Statement("SELECT code, name, kind FROM klpd WHERE code = :code")


def find_offices(
    connection: Connection, query: str, today: date, *, klpd: str = "", limit: int = 20
) -> list[Office]:
    """Return satker whose name has a word beginning with each word of the query, or whose code begins so.

    Args:
        connection: the caller's transaction.
        query: what was typed; empty finds the first of an instansi.
        today: for counting the people of a satker.
        klpd: code of an instansi to stay in, empty for all.
        limit: at most so many, and never more than fifty.
    """
    values = {**_patterns(query), "klpd": klpd, "day": today.isoformat(), "most": _most(limit)}
    values.pop("lower")
    return [_office(row) for row in _OFFICES.all(connection, values)]


def load_office(connection: Connection, satker_id: str, today: date) -> Office | None:
    """Return one satker with its path, or ``None``."""
    row = _OFFICE.one(connection, {"id": satker_id, "day": today.isoformat()})
    return _office(row) if row is not None else None


def find_instansi(connection: Connection, query: str, *, kind: str = "", limit: int = 20) -> list[Instansi]:
    """Return K/L/PD by name or code; ``kind`` (``KOTA`` …) narrows them."""
    values = {**_patterns(query), "kind": kind, "most": _most(limit)}
    for name in ("code", "exact"):
        values.pop(name)
    rows = _INSTANSI.all(connection, values)
    return [Instansi(code=row[0], name=row[1], kind=row[2]) for row in rows]


def load_instansi(connection: Connection, code: str) -> Instansi | None:
    """Return one K/L/PD, or ``None``."""
    row = _ONE_INSTANSI.one(connection, {"code": code}) if code else None
    return Instansi(code=row[0], name=row[1], kind=row[2]) if row is not None else None


def _office(row: tuple[object, ...]) -> Office:
    satker_id, code, name, klpd_code, klpd_name, klpd_kind, people = row
    return Office(
        satker_id=str(satker_id),
        code=str(code),
        name=str(name),
        klpd_code=str(klpd_code),
        klpd_name=str(klpd_name),
        klpd_kind=str(klpd_kind),
        people=int(str(people)),
    )


def _patterns(query: str) -> dict[str, str | int]:
    typed = " ".join(query.split())[:200]
    words = [_escaped(word.lower()) for word in _WORDS.findall(typed)][:_MOST_WORDS]
    found: dict[str, str | int] = {
        f"w{letter}": f"% {words[place]}%" if place < len(words) else "%"
        for place, letter in enumerate("abcde")
    }
    found["exact"] = typed
    found["lower"] = typed.lower()
    # Without a digit it is no code; nothing begins with a line end.
    found["code"] = f"{_escaped(typed)}%" if any(letter.isdigit() for letter in typed) else "\n"
    found["head"] = f"{_escaped(typed.lower())}%" if typed else "\n"
    return found


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def _most(limit: int) -> int:
    return max(1, min(limit, _MOST))
