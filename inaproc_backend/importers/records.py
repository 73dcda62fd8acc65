"""Records of a CSV or JSON Lines file with the line each began on; a broken one is named and skipped."""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec

from inaproc_backend.importers.reading import FileUnreadable, LineUnreadable, Source
from inaproc_core.errors import Refusal

LONGEST_RECORD = 1 << 18
"""Characters of one record over several lines: an unclosed quote must not swallow the file."""


@dataclass(frozen=True)
class Record:
    """One record.

    Attributes:
        line: physical line on which it begins, counted from 1 (the header is line 1).
        values: column to raw text, or the members of a JSON object.
        fault: why it cannot be used; ``values`` is empty then.
    """

    line: int
    values: Mapping[str, Any]
    fault: Refusal | None = None


class _UnclosedError(Exception):
    """A record has grown beyond every real one."""


class _Lines:
    """Feeds ``csv.reader`` and remembers the lines of the record at hand, to go back behind its first.

    ``cut_off`` tells that the file ended inside the record: ``csv.reader`` asks for a further line only
    within quotes, and at the end takes the lack of one for their close.
    """

    def __init__(self, source: Source) -> None:
        self._source = source
        self._again: deque[tuple[int, str]] = deque()
        self.current: list[tuple[int, str]] = []
        self._length = 0
        self.cut_off = False

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        if self._again:
            number, text = self._again.popleft()
        else:
            try:
                text = self._source.next_line()
            except StopIteration:
                self.cut_off = bool(self.current)
                raise
            number = self._source.lines_read
        self.current.append((number, text))
        self._length += len(text)
        if self._length > LONGEST_RECORD and len(self.current) > 1:
            raise _UnclosedError
        return text

    def begin(self) -> None:
        """Forget the record at hand: the next line begins a new one."""
        self.current.clear()
        self._length = 0
        self.cut_off = False

    def go_back(self) -> None:
        """Give up the first line of the record at hand and deliver its other lines again."""
        self._again.extendleft(reversed(self.current[1:]))
        self.begin()


def csv_records(source: Source, *, required: Sequence[str]) -> Iterator[Record]:
    """Yield the records of a CSV file (comma, ``"`` quoting, header line).

    Args:
        source: the open file, at its start.
        required: columns that must be in the header; the order is free, further columns are passed on.

    Raises:
        FileUnreadable: ``import.header_missing``, ``import.header_wrong`` and what reading raises.
    """
    header = read_header(source)
    check_header(source.path.name, header, required)
    return csv_records_after(source, header)


def read_header(source: Source) -> tuple[str, ...]:
    """Read the first line as column names.

    Raises:
        FileUnreadable: ``import.header_missing`` when it is blank, too long or not text.
    """
    try:
        first = source.next_line()
    except (StopIteration, LineUnreadable):
        raise FileUnreadable("import.header_missing", file=source.path.name) from None
    names = next(csv.reader([first]), [])
    header = tuple(name.strip() for name in names)
    if not any(header):
        raise FileUnreadable("import.header_missing", file=source.path.name)
    return header


def check_header(file: str, header: Sequence[str], required: Sequence[str]) -> None:
    """Refuse a header that lacks a column or names one twice.

    Raises:
        FileUnreadable: ``import.header_semicolon``, ``import.header_wrong``, ``import.header_twice``.
    """
    missing = [name for name in required if name not in header]
    if missing and len(header) == 1 and header[0].count(";") + 1 >= len(required):
        raise FileUnreadable("import.header_semicolon", file=file)
    if missing:
        raise FileUnreadable(
            "import.header_wrong",
            file=file,
            missing=", ".join(missing),
            expected=",".join(required),
            found=",".join(header)[:300],
        )
    twice = sorted({name for name in header if header.count(name) > 1})
    if twice:
        raise FileUnreadable("import.header_twice", file=file, columns=", ".join(twice))


def csv_records_after(source: Source, header: Sequence[str]) -> Iterator[Record]:
    """Yield the records behind a header that has been read already."""
    lines = _Lines(source)
    reader = csv.reader(lines)
    width = len(header)
    while True:
        lines.begin()
        try:
            values = next(reader)
        except StopIteration:
            return
        except LineUnreadable as error:
            if lines.current:
                yield _broken(lines, "import.quote_not_closed")
                lines.go_back()
            yield Record(error.line, {}, Refusal(code=error.code, facts=error.facts))
            reader = csv.reader(lines)
            continue
        except (csv.Error, _UnclosedError) as error:
            yield _broken(lines, _what_broke(error, len(lines.current)))
            lines.go_back()
            reader = csv.reader(lines)
            continue
        line = lines.current[0][0]
        if lines.cut_off or (len(values) != width and len(lines.current) > 1):
            yield _broken(lines, "import.quote_not_closed")
            lines.go_back()
            reader = csv.reader(lines)
            continue
        if not values or values == [""] * len(values):
            continue
        if len(values) != width:
            facts = {"found": len(values), "expected": width}
            yield Record(line, {}, Refusal(code="import.column_count", facts=facts))
            continue
        yield Record(line, dict(zip(header, values, strict=True)))


def _what_broke(error: Exception, physical_lines: int) -> str:
    if isinstance(error, _UnclosedError) or physical_lines > 1:
        return "import.quote_not_closed"
    # The module says "field larger than field limit", and otherwise complains of a bare carriage return.
    return "import.field_too_long" if "larger" in str(error) else "import.bare_return"


def _broken(lines: _Lines, code: str) -> Record:
    return Record(lines.current[0][0], {}, Refusal(code=code, facts={"limit": csv.field_size_limit()}))


def json_records(source: Source) -> Iterator[Record]:
    """Yield the objects of a JSON Lines file; a line that is none becomes a record with a fault."""
    while True:
        try:
            text = source.next_line()
        except StopIteration:
            return
        except LineUnreadable as error:
            yield Record(error.line, {}, Refusal(code=error.code, facts=error.facts))
            continue
        line = source.lines_read
        if not text.strip():
            continue
        try:
            value = msgspec.json.decode(text)
        except (msgspec.DecodeError, RecursionError) as error:
            yield Record(line, {}, Refusal(code="import.not_json", facts={"problem": str(error)}))
            continue
        if not isinstance(value, dict):
            yield Record(line, {}, Refusal(code="import.not_object"))
            continue
        yield Record(line, value)
