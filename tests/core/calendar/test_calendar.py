"""Hari kerja: the table, the three zones, deadlines."""

from __future__ import annotations

import copy
import json
from datetime import UTC, date, datetime, timedelta
from importlib import resources
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inaproc_core.calendar import (
    CalendarError,
    Holiday,
    HolidayKind,
    WorkCalendar,
    Zone,
    add_working_days,
    local_date,
    working_days_between,
)
from inaproc_core.policy.default import load_default_calendar

CALENDAR = load_default_calendar()
EMPTY = WorkCalendar(valid_from=date(2025, 1, 1), valid_to=date(2027, 12, 31), holidays={})

days = st.dates(date(2025, 1, 1), date(2027, 10, 31))
moments = st.datetimes(
    datetime(2025, 1, 1), datetime(2027, 9, 30), timezones=st.sampled_from([UTC, *(z.offset for z in Zone)])
)


def packaged() -> dict[str, Any]:
    text = resources.files("inaproc_core.policy").joinpath("holidays.json").read_text(encoding="utf-8")
    document: dict[str, Any] = json.loads(text)
    return document


@pytest.mark.parametrize(
    ("day", "kind"),
    [
        (date(2025, 8, 17), HolidayKind.NATIONAL),
        (date(2025, 8, 18), HolidayKind.JOINT_LEAVE),
        (date(2026, 1, 1), HolidayKind.NATIONAL),
        (date(2026, 3, 20), HolidayKind.JOINT_LEAVE),
        (date(2026, 8, 17), HolidayKind.NATIONAL),
        (date(2026, 12, 24), HolidayKind.JOINT_LEAVE),
        (date(2026, 12, 25), HolidayKind.NATIONAL),
    ],
)
def test_known_holidays(day: date, kind: HolidayKind) -> None:
    holiday = CALENDAR.holiday(day)
    assert holiday is not None
    assert holiday.kind is kind
    assert not CALENDAR.is_working_day(day)


def test_fixed_holidays_stand_in_every_year() -> None:
    for year in (2025, 2026, 2027):
        for month, day in ((1, 1), (5, 1), (6, 1), (8, 17), (12, 25)):
            holiday = CALENDAR.holiday(date(year, month, day))
            assert holiday is not None
            assert holiday.kind is HolidayKind.NATIONAL


def test_years_that_are_not_decreed_are_marked() -> None:
    assert {holiday.status for holiday in CALENDAR.holidays() if holiday.day.year == 2027} == {"I"}
    assert CALENDAR.knows(date(2027, 12, 31))
    assert not CALENDAR.knows(date(2028, 1, 1))


@pytest.mark.parametrize("zone", list(Zone))
@given(moment=moments)
def test_offsets_are_those_of_the_zone_database(zone: Zone, moment: datetime) -> None:
    assert local_date(moment, zone) == moment.astimezone(ZoneInfo(zone.iana)).date()


def test_a_moment_without_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="needs a zone"):
        local_date(datetime(2026, 1, 1), Zone.WIB)


@pytest.mark.parametrize(
    ("start", "count", "zone", "deadline"),
    [
        # Thursday: Friday, Monday, Tuesday.
        ("2026-10-01T09:00:00+07:00", 3, Zone.WIB, "2026-10-06T23:59:59+07:00"),
        # The day itself never counts, not even in its first second.
        ("2026-10-01T00:00:00+07:00", 1, Zone.WIB, "2026-10-02T23:59:59+07:00"),
        # On Saturday the first day is Monday.
        ("2026-10-03T12:00:00+07:00", 1, Zone.WIB, "2026-10-05T23:59:59+07:00"),
        # Late evening in Jakarta is already the next day in Jayapura.
        ("2026-10-01T22:30:00+07:00", 1, Zone.WIB, "2026-10-02T23:59:59+07:00"),
        ("2026-10-01T22:30:00+07:00", 1, Zone.WIT, "2026-10-05T23:59:59+09:00"),
        ("2026-10-01T22:30:00+07:00", 1, Zone.WITA, "2026-10-02T23:59:59+08:00"),
        # Christmas 2026: Thursday 24 and Friday 25 are free, then a weekend.
        ("2026-12-23T10:00:00+07:00", 1, Zone.WIB, "2026-12-28T23:59:59+07:00"),
        # Idul Fitri 2026: Wednesday 18 to Tuesday 24 March is free.
        ("2026-03-16T10:00:00+07:00", 2, Zone.WIB, "2026-03-25T23:59:59+07:00"),
        # A UTC server asks about a WIB deadline.
        ("2026-10-01T17:30:00+00:00", 1, Zone.WIB, "2026-10-05T23:59:59+07:00"),
    ],
)
def test_deadlines(start: str, count: int, zone: Zone, deadline: str) -> None:
    found = add_working_days(datetime.fromisoformat(start), count, CALENDAR, zone)
    assert found.isoformat() == deadline


@given(moments, st.integers(1, 30), st.sampled_from(list(Zone)))
def test_a_deadline_is_the_nth_working_day(start: datetime, count: int, zone: Zone) -> None:
    deadline = add_working_days(start, count, CALENDAR, zone)
    first = local_date(start, zone)
    last = deadline.date()
    # Oracle: count the days one by one, by hand.
    table = {holiday.day for holiday in CALENDAR.holidays()}
    between = [first + timedelta(days=step) for step in range(1, (last - first).days + 1)]
    working = [day for day in between if day.isoweekday() <= 5 and day not in table]
    assert len(working) == count
    assert working[-1] == last
    assert working_days_between(first, last, CALENDAR) == count
    assert deadline > start
    assert deadline.utcoffset() == zone.offset.utcoffset(None)


@given(days, st.integers(1, 20), st.integers(1, 20))
def test_deadlines_add_up(day: date, first: int, second: int) -> None:
    start = datetime(day.year, day.month, day.day, 8, tzinfo=Zone.WIB.offset)
    middle = add_working_days(start, first, CALENDAR, Zone.WIB)
    assert add_working_days(middle, second, CALENDAR, Zone.WIB) == add_working_days(
        start, first + second, CALENDAR, Zone.WIB
    )


@given(days, st.integers(0, 60), st.integers(0, 60))
def test_working_days_between_add_up(day: date, first: int, second: int) -> None:
    middle = day + timedelta(days=first)
    end = middle + timedelta(days=second)
    assert working_days_between(day, middle, CALENDAR) + working_days_between(
        middle, end, CALENDAR
    ) == working_days_between(day, end, CALENDAR)
    assert working_days_between(end, day, CALENDAR) == 0


@given(days)
def test_a_week_without_holidays_has_five_working_days(day: date) -> None:
    assert working_days_between(day, day + timedelta(days=7), EMPTY) == 5


@pytest.mark.parametrize("count", [0, -1])
def test_a_deadline_of_no_days_is_refused(count: int) -> None:
    with pytest.raises(ValueError, match="one working day or more"):
        add_working_days(datetime(2026, 1, 1, tzinfo=UTC), count, CALENDAR, Zone.WIB)


def test_an_office_can_add_and_remove_days() -> None:
    local = Holiday(day=date(2026, 10, 2), name="Hari jadi daerah", kind=HolidayKind.REGIONAL, status="C")
    changed = CALENDAR.with_days(local, removed=frozenset({date(2026, 12, 24)}))
    assert not changed.is_working_day(date(2026, 10, 2))
    assert changed.is_working_day(date(2026, 12, 24))
    assert CALENDAR.is_working_day(date(2026, 10, 2))
    assert not CALENDAR.is_working_day(date(2026, 12, 24))


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"format": 2}, "format must be 1, got 2"),
        ({"valid_from": "x"}, "valid_from must be a date like 2026-01-31, got 'x'"),
        ({"valid_to": "2024-01-01"}, "valid_to is before valid_from"),
        ({"days": {}}, "days must be a list"),
        ({"days": [1]}, "holiday: must be an object"),
        ({"extra": 1}, "unknown member 'extra'"),
    ],
)
def test_a_faulty_table_is_refused(change: dict[str, object], message: str) -> None:
    with pytest.raises(CalendarError, match=message):
        WorkCalendar.parse({**packaged(), **change})


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"date": "2026-02-30"}, "date must be a date like 2026-01-31, got '2026-02-30'"),
        ({"date": "2031-01-01"}, "2031-01-01 is outside 2025-01-01"),
        ({"date": "2025-01-27"}, "2025-01-27 is named twice"),
        ({"name": ""}, "holiday 2025-01-01: name must be a text"),
        ({"kind": "libur"}, "kind 'libur' is unknown"),
        ({"status": "?"}, "status must be C, S or I"),
        ({"colour": "red"}, "unknown member 'colour'"),
    ],
)
def test_a_faulty_day_is_refused(change: dict[str, object], message: str) -> None:
    document = copy.deepcopy(packaged())
    document["days"][0] |= change
    with pytest.raises(CalendarError, match=message):
        WorkCalendar.parse(document)
