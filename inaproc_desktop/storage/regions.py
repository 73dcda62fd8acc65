"""Finding desa/kelurahan and kecamatan by words, from the list that ships with the program."""

from __future__ import annotations

import csv
import gzip
import json
import re
import threading
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import Connection, text

from inaproc_desktop.ports.catalogue import Region
from inaproc_desktop.storage.database import Database, Durability

_WORD = re.compile(r"\w+")
_SMALLEST = "desa_kelurahan"
_WANTED = {"kecamatan", _SMALLEST}
_AT_ONCE = 200
_TRAILER = 8

_SCHEMA = (
    "DROP TABLE IF EXISTS source",
    "DROP TABLE IF EXISTS regions",
    "DROP TABLE IF EXISTS words",
    "CREATE TABLE regions (no INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, path TEXT NOT NULL)",
    """CREATE VIRTUAL TABLE words USING fts5(
        name, above, content='', prefix='2 3', tokenize="unicode61 remove_diacritics 2")""",
    "CREATE TABLE source (stamp TEXT NOT NULL)",
)

_FILL = (
    """INSERT INTO regions SELECT value ->> 0, value ->> 1,
        CASE value ->> 3 WHEN '' THEN value ->> 2 ELSE (value ->> 2) || ', ' || (value ->> 3) END
        FROM json_each(?)""",
    "INSERT INTO words(rowid, name, above) SELECT value ->> 0, value ->> 2, value ->> 3 FROM json_each(?)",
)


class RegionIndex:
    """A search index of regions, made once from ``regions.csv.gz`` (columns kode, nama, tingkat, induk)."""

    def __init__(self, place: Path, source: Path) -> None:
        """Name the index file and the list it is made from; nothing is read yet."""
        self._source = source
        self._database = Database(place, durability=Durability.NORMAL)
        self._lock = threading.Lock()
        self._ready = False

    def prepare(self) -> None:
        """Make the index unless it is there for this very list; takes a second or two the first time."""
        with self._lock:
            if self._ready:
                return
            stamp = _stamp(self._source)
            if self._made_from() != stamp:
                self._make(stamp)
            self._ready = True

    def find(self, typed: str, limit: int) -> tuple[Region, ...]:
        """Return regions whose path holds all words, places of that very name first."""
        self.prepare()
        words = _WORD.findall(typed)
        if not words:
            return ()
        wanted = text(
            "SELECT r.code, r.path FROM words JOIN regions r ON r.no = words.rowid WHERE words MATCH :match"
            " ORDER BY bm25(words, 10.0, 1.0), length(r.path), r.no LIMIT :limit"
        )
        match = " AND ".join(f'"{word}"*' for word in words)
        with self._database.read() as connection:
            rows = connection.execute(wanted, {"match": match, "limit": limit})
            return tuple(Region(code=row.code, path=row.path) for row in rows)

    def close(self) -> None:
        """Give the file back."""
        self._database.close()

    def _made_from(self) -> str:
        with self._database.read() as connection:
            there = connection.exec_driver_sql("SELECT 1 FROM sqlite_master WHERE name = 'source'").scalar()
            return str(connection.exec_driver_sql("SELECT stamp FROM source").scalar()) if there else ""

    def _make(self, stamp: str) -> None:
        with self._database.write() as connection:
            for statement in _SCHEMA:
                connection.exec_driver_sql(statement)
            block: list[tuple[int, str, str, str]] = []
            for no, region in enumerate(_paths(self._source), start=1):
                block.append((no, *region))
                if len(block) == _AT_ONCE:
                    _put(connection, block)
            _put(connection, block)
            connection.execute(text("INSERT INTO source VALUES (:stamp)"), {"stamp": stamp})
        self._database.checkpoint()
        self._database.close()  # with it go the caches of the writing; the next question opens it again


def _put(connection: Connection, block: list[tuple[int, str, str, str]]) -> None:
    # One statement for the whole block: the driver gives Python's lock away at every row of a list, and
    # waits up to five milliseconds to get it back while a window is busy. Eighty thousand rows took minutes.
    if block:
        rows = json.dumps(block)
        for statement in _FILL:
            connection.exec_driver_sql(statement, (rows,))
        block.clear()


def _paths(source: Path) -> Iterator[tuple[str, str, str]]:
    """Yield code, name and the names above it, smallest first, of every region that goods go to."""
    names: dict[str, str] = {}
    with gzip.open(source, "rt", encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        head = next(rows)
        code_at, name_at, level_at = (head.index(name) for name in ("kode", "nama", "tingkat"))
        for row in rows:
            code, name, level = row[code_at], row[name_at], row[level_at]
            if level != _SMALLEST:  # nothing lies below a desa: its name need not be held
                names[code] = name
            if level in _WANTED:
                parts = code.split(".")
                above = (names.get(".".join(parts[:depth]), "") for depth in range(len(parts) - 1, 0, -1))
                yield code, name, ", ".join(name for name in above if name)


def _stamp(source: Path) -> str:
    # A gzip file ends with checksum and size of its content (RFC 1952 §2.3.1).
    with source.open("rb") as file:
        file.seek(-_TRAILER, 2)
        return file.read().hex()
