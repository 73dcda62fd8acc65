"""Hari kerja: working days of the Indonesian government, its three time zones, and deadlines.

A working day is Monday to Friday, unless the holiday table names it: hari libur nasional or cuti bersama
(joint decree of three ministers, SKB 3 Menteri). The table is data; nothing here knows a date.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from enum import StrEnum

_FORMAT = 1
_SATURDAY = 5
_END_OF_DAY = time(23, 59, 59)
_MEMBERS = frozenset({"format", "valid_from", "valid_to", "source", "days"})
_DAY_MEMBERS = frozenset({"date", "name", "kind", "status"})


class CalendarError(ValueError):
    """The holiday table is wrong, or was asked about days it does not know."""


class Zone(StrEnum):
    """Time zones of Indonesia (Keppres 41/1987). None has daylight saving."""

    WIB = "WIB"
    WITA = "WITA"
    WIT = "WIT"

    @property
    def offset(self) -> timezone:
        """Fixed offset from UTC: 7, 8 or 9 hours."""
        return _OFFSETS[self]

    @property
    def iana(self) -> str:
        """Name in the IANA database: ``Asia/Jakarta``, ``Asia/Makassar``, ``Asia/Jayapura``."""
        return _IANA[self]


_OFFSETS = {zone: timezone(timedelta(hours=7 + index), zone.value) for index, zone in enumerate(Zone)}
_IANA = {Zone.WIB: "Asia/Jakarta", Zone.WITA: "Asia/Makassar", Zone.WIT: "Asia/Jayapura"}


class HolidayKind(StrEnum):
    """Why a day is free."""

    NATIONAL = "libur_nasional"
    JOINT_LEAVE = "cuti_bersama"
    REGIONAL = "libur_daerah"


@dataclass(frozen=True, kw_only=True)
class Holiday:
    """One day on which offices are closed.

    Attributes:
        day: the date.
        name: its Indonesian name.
        kind: national holiday, joint leave, or a regional one added by an office.
        status: ``C`` confirmed by decree, ``S`` secondary source, ``I`` estimated before the decree.
    """

    day: date
    name: str
    kind: HolidayKind
    status: str


class WorkCalendar:
    """Which days are hari kerja. Immutable.

    Outside the table's years only Saturdays and Sundays are free; :meth:`knows` tells such days apart.
    """

    def __init__(self, *, valid_from: date, valid_to: date, holidays: Mapping[date, Holiday]) -> None:
        """Keep a checked table; use :meth:`parse` for data."""
        self.valid_from = valid_from
        self.valid_to = valid_to
        self._holidays = dict(holidays)

    @classmethod
    def parse(cls, document: Mapping[str, object]) -> WorkCalendar:
        """Read a holiday table.

        Args:
            document: ``{"format": 1, "valid_from", "valid_to", "source", "days": [{"date", "name",
                "kind", "status"}]}``.

        Raises:
            CalendarError: naming the member or the day at fault.
        """
        _object("holiday table", document, _MEMBERS)
        if document["format"] != _FORMAT:
            raise CalendarError(f"holiday table: format must be {_FORMAT}, got {document['format']!r}")
        valid_from = _day("valid_from", document["valid_from"])
        valid_to = _day("valid_to", document["valid_to"])
        if valid_to < valid_from:
            raise CalendarError("holiday table: valid_to is before valid_from")
        raw_days = document["days"]
        if not isinstance(raw_days, list):
            raise CalendarError("holiday table: days must be a list")
        holidays: dict[date, Holiday] = {}
        for raw in raw_days:
            holiday = _holiday(raw)
            if holiday.day in holidays:
                raise CalendarError(f"holiday table: {holiday.day} is named twice")
            if not valid_from <= holiday.day <= valid_to:
                raise CalendarError(f"holiday table: {holiday.day} is outside {valid_from} – {valid_to}")
            holidays[holiday.day] = holiday
        return cls(valid_from=valid_from, valid_to=valid_to, holidays=holidays)

    def with_days(self, *added: Holiday, removed: frozenset[date] = frozenset()) -> WorkCalendar:
        """Return a calendar with days added (regional holidays, a new decree) and removed."""
        days = {day: holiday for day, holiday in self._holidays.items() if day not in removed}
        days.update({holiday.day: holiday for holiday in added})
        return WorkCalendar(valid_from=self.valid_from, valid_to=self.valid_to, holidays=days)

    def knows(self, day: date) -> bool:
        """Return whether the table covers this day; deadlines beyond it are estimates."""
        return self.valid_from <= day <= self.valid_to

    def holiday(self, day: date) -> Holiday | None:
        """Return the holiday of this day, if it is one."""
        return self._holidays.get(day)

    def holidays(self) -> tuple[Holiday, ...]:
        """Return all holidays in date order."""
        return tuple(self._holidays[day] for day in sorted(self._holidays))

    def is_working_day(self, day: date) -> bool:
        """Return whether offices work: Monday to Friday and no holiday."""
        return day.weekday() < _SATURDAY and day not in self._holidays

    def working_days_after(self, start: date) -> Iterator[date]:
        """Yield the working days after a day, without end."""
        day = start
        while True:
            day += timedelta(days=1)
            if self.is_working_day(day):
                yield day


def local_date(moment: datetime, zone: Zone) -> date:
    """Return the date of a moment on the wall of a zone.

    Raises:
        ValueError: if the moment has no zone of its own.
    """
    if moment.tzinfo is None:
        message = "a moment needs a zone"
        raise ValueError(message)
    return moment.astimezone(zone.offset).date()


def add_working_days(start: datetime, days: int, calendar: WorkCalendar, zone: Zone) -> datetime:
    """Return the deadline: 23:59:59 local time of the n-th working day after the day of ``start``.

    The day of ``start`` itself never counts, whatever the hour.

    Args:
        start: the moment the time limit begins, aware.
        days: hari kerja, one or more.
        calendar: which days are hari kerja.
        zone: whose wall clock ends the day.

    Raises:
        ValueError: if ``start`` has no zone or ``days`` is less than one.
    """
    if days < 1:
        message = f"a deadline needs one working day or more, got {days}"
        raise ValueError(message)
    working = calendar.working_days_after(local_date(start, zone))
    day = next(working)
    for _ in range(days - 1):
        day = next(working)
    return datetime.combine(day, _END_OF_DAY, tzinfo=zone.offset)


def working_days_between(start: date, end: date, calendar: WorkCalendar) -> int:
    """Return how many working days lie after ``start`` up to and including ``end``; zero if none.

    ``working_days_between(day, deadline_day)`` of a deadline of n days is n; it is what a countdown shows.
    """
    if end <= start:
        return 0
    span = (end - start).days
    return sum(calendar.is_working_day(start + timedelta(days=step)) for step in range(1, span + 1))


def _object(what: str, raw: object, members: frozenset[str]) -> Mapping[str, object]:
    if not isinstance(raw, Mapping):
        raise CalendarError(f"{what}: must be an object, got {raw!r}")
    for name in sorted(members):
        if name not in raw:
            raise CalendarError(f"{what}: lacks {name!r}")
    for name in raw:
        if name not in members:
            raise CalendarError(f"{what}: unknown member {name!r}")
    return raw


def _day(name: str, raw: object) -> date:
    try:
        return date.fromisoformat(raw if isinstance(raw, str) else "")
    except ValueError:
        raise CalendarError(f"holiday table: {name} must be a date like 2026-01-31, got {raw!r}") from None


def _holiday(raw: object) -> Holiday:
    row = _object("holiday", raw, _DAY_MEMBERS)
    day = _day("date", row["date"])
    name, kind, status = row["name"], row["kind"], row["status"]
    if not isinstance(name, str) or not name.strip():
        raise CalendarError(f"holiday {day}: name must be a text that is not empty")
    if kind not in [member.value for member in HolidayKind]:
        raise CalendarError(f"holiday {day}: kind {kind!r} is unknown")
    if status not in ("C", "S", "I"):
        raise CalendarError(f"holiday {day}: status must be C, S or I, got {status!r}")
    return Holiday(day=day, name=name, kind=HolidayKind(kind), status=status)
