"""What numbers and dates look like, and what typed text means."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inaproc_core.values import Quantity
from inaproc_desktop.views import format as fmt

UTC = dt.UTC
JAKARTA = ZoneInfo("Asia/Jakarta")


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        (0, "Rp0"),
        (999, "Rp999"),
        (1_000, "Rp1.000"),
        (1_234_567, "Rp1.234.567"),
        (200_000_001, "Rp200.000.001"),
        (-12_500, "−Rp12.500"),
    ],
)
def test_rupiah(amount, text):
    assert fmt.rupiah(amount) == text


@pytest.mark.parametrize(
    ("hundredths", "unit", "text"),
    [
        (123_450, "rim", "1.234,5 rim"),
        (100, "unit", "1 unit"),
        (5, "kg", "0,05 kg"),
        (150, "", "1,5"),
        (0, "rim", "0 rim"),
        (-250, "rim", "−2,5 rim"),
    ],
)
def test_quantity(hundredths, unit, text):
    assert fmt.quantity(Quantity(hundredths), unit) == text


@pytest.mark.parametrize(
    ("basis_points", "decimals", "text"),
    [
        (620, 1, "6,2 %"),
        (10_000, 0, "100 %"),
        (-1_625, 1, "−16,3 %"),
        (4, 1, "0,0 %"),
        (-4, 1, "0,0 %"),
        (7_841, 2, "78,41 %"),
    ],
)
def test_percent(basis_points, decimals, text):
    assert fmt.percent(basis_points=basis_points, decimals=decimals) == text


def test_share_of_nothing_is_a_dash():
    assert fmt.share(5, 0) == "—"
    assert fmt.share(94, 100) == "94 %"
    assert fmt.share(1, 3, decimals=1) == "33,3 %"


def test_moment_follows_the_zone_of_the_office():
    at = dt.datetime(2026, 11, 22, 7, 5, tzinfo=UTC)
    assert fmt.moment(at) == "22 Nov 2026, 14.05 WIB"
    fmt.use(zone=fmt.Zone.WITA)
    assert fmt.moment(at) == "22 Nov 2026, 15.05 WITA"
    fmt.use(zone=fmt.Zone.WIT)
    assert fmt.moment(at) == "22 Nov 2026, 16.05 WIT"


def test_the_zone_decides_the_day():
    late = dt.datetime(2026, 11, 22, 16, 30, tzinfo=UTC)
    assert fmt.day(late) == "Min 22 Nov"
    fmt.use(zone=fmt.Zone.WIT)
    assert fmt.day(late) == "Sen 23 Nov"


def test_a_naive_time_is_refused():
    with pytest.raises(ValueError, match="without zone"):
        fmt.moment(dt.datetime(2026, 11, 22, 7, 5))


@pytest.mark.parametrize(
    ("first", "last", "text"),
    [
        ((2026, 12, 1), (2026, 12, 5), "1–5 Des 2026"),
        ((2026, 11, 28), (2026, 12, 2), "28 Nov – 2 Des 2026"),
        ((2026, 12, 28), (2027, 1, 2), "28 Des 2026 – 2 Jan 2027"),
        ((2026, 12, 1), (2026, 12, 1), "1 Des 2026"),
    ],
)
def test_date_range(first, last, text):
    assert fmt.date_range(dt.date(*first), dt.date(*last)) == text


def test_recent():
    now = dt.datetime(2026, 11, 22, 15, 0, tzinfo=JAKARTA)
    assert fmt.recent(dt.datetime(2026, 11, 22, 8, 15, tzinfo=JAKARTA), now) == "08.15"
    assert fmt.recent(dt.datetime(2026, 11, 21, 23, 59, tzinfo=JAKARTA), now) == "kemarin"
    assert fmt.recent(dt.datetime(2026, 11, 2, 9, 0, tzinfo=JAKARTA), now) == "2 Nov"
    assert fmt.recent(dt.datetime(2025, 11, 2, 9, 0, tzinfo=JAKARTA), now) == "2 Nov 2025"


@pytest.mark.parametrize(
    ("due", "working_days", "text", "short", "urgency"),
    [
        ((25, 23, 59), 2, "2 hari kerja lagi (Rab 25 Nov)", "2 hari · Rab 25 Nov", fmt.Urgency.SOON),
        ((30, 23, 59), 5, "5 hari kerja lagi (Sen 30 Nov)", "5 hari · Sen 30 Nov", fmt.Urgency.LATER),
        ((23, 23, 59), 0, "hari ini 23.59", "hari ini 23.59", fmt.Urgency.TODAY),
        ((24, 12, 0), 1, "besok 12.00 (Sel 24 Nov)", "besok 12.00", fmt.Urgency.SOON),
        ((23, 8, 0), 0, "lewat, tadi 08.00", "lewat, tadi 08.00", fmt.Urgency.LATE),
        ((19, 23, 59), 2, "lewat 2 hari kerja (Kam 19 Nov)", "lewat 2 hari · Kam 19 Nov", fmt.Urgency.LATE),
    ],
)
def test_deadline(due, working_days, text, short, urgency):
    day, hour, minute = due
    now = dt.datetime(2026, 11, 23, 9, 0, tzinfo=JAKARTA)
    said = fmt.deadline(
        dt.datetime(2026, 11, day, hour, minute, tzinfo=JAKARTA), now=now, working_days=working_days
    )
    assert (said.text, said.short, said.urgency) == (text, short, urgency)


def test_english_words():
    fmt.use(language="en")
    assert fmt.date(dt.date(2026, 8, 17)) == "17 Aug 2026"
    with pytest.raises(ValueError, match="no words"):
        fmt.use(language="nl")


@pytest.mark.parametrize(
    ("number", "shown", "masked"),
    [
        ("+6281212341490", "0812-1234-1490", "0812-••••-1490"),
        ("081312347712", "0813-1234-7712", "0813-••••-7712"),
        ("6281212341490", "0812-1234-1490", "0812-••••-1490"),
        ("112", "112", "••••"),
    ],
)
def test_phone(number, shown, masked):
    assert fmt.phone(number) == shown
    assert fmt.masked_phone(number) == masked


def test_order_number():
    assert fmt.order_number("EP-01KA7Q4ZB8Y2M3") == "EP-01KA7Q…M3"
    assert fmt.order_number("EP-000123") == "EP-000123"


@pytest.mark.parametrize(
    ("size", "text"), [(512, "512 byte"), (2_000_000, "1,9 MB"), (2_097_152, "2 MB"), (1_024, "1 KB")]
)
def test_file_size(size, text):
    assert fmt.file_size(size) == text


@pytest.mark.parametrize(
    ("typed", "value", "problem"),
    [
        ("1.045.000", 1_045_000, ""),
        ("Rp 1045000", 1_045_000, ""),
        ("rp1.045.000,00", 1_045_000, ""),
        ("Rp. 1.045.000,-", 1_045_000, ""),
        (" 1 045 000 ", 1_045_000, ""),
        ("1.045", 1_045, ""),
        ("0", 0, ""),
        ("", None, "empty"),
        ("Rp", None, "empty"),
        ("1.045.000,50", None, "has_fraction"),
        ("1,045,000", None, "bad_grouping"),
        ("1.04", None, "bad_grouping"),
        ("10.45.000", None, "bad_grouping"),
        ("1.045.000.", None, "bad_grouping"),
        ("-5.000", None, "negative"),
        ("sejuta", None, "not_a_number"),
        ("1e6", None, "not_a_number"),
        ("١٢٣", None, "not_a_number"),
        ("9" * 16, None, "too_large"),
        ("9" * 15, 999_999_999_999_999, ""),
    ],
)
def test_parse_rupiah(typed, value, problem):
    assert fmt.parse_rupiah(typed) == fmt.Parsed(value, problem)


@pytest.mark.parametrize(
    ("typed", "value", "problem"),
    [
        ("1.234,5", 123_450, ""),
        ("2,25", 225, ""),
        ("160", 16_000, ""),
        ("2,250", 225, ""),
        ("2,255", None, "too_many_decimals"),
        ("2.5", None, "bad_grouping"),
        ("", None, "empty"),
        ("-1", None, "negative"),
        ("dua", None, "not_a_number"),
        ("1234567890", None, "too_large"),
    ],
)
def test_parse_quantity(typed, value, problem):
    assert fmt.parse_quantity(typed) == fmt.Parsed(value, problem)


@pytest.mark.parametrize(
    "typed",
    [
        "25-11-2026",
        "25/11/2026",
        "25.11.2026",
        "25 Nov 2026",
        "25 november 2026",
        "25 Nop 2026",
        "2026-11-25",
    ],
)
def test_parse_date(typed):
    assert fmt.parse_date(typed) == fmt.Parsed(dt.date(2026, 11, 25))


@pytest.mark.parametrize(
    ("typed", "problem"),
    [("", "empty"), ("31-02-2026", "not_a_date"), ("besok", "not_a_date"), ("25-11-26", "not_a_date")],
)
def test_parse_date_refuses(typed, problem):
    assert fmt.parse_date(typed) == fmt.Parsed(None, problem)


@given(st.integers(min_value=0, max_value=999_999_999_999_999))
def test_rupiah_round_trip(amount):
    assert fmt.parse_rupiah(fmt.rupiah(amount)).value == amount
    assert fmt.parse_rupiah(fmt.rupiah_plain(amount)).value == amount


@given(st.integers(min_value=0, max_value=99_999_999_999))
def test_quantity_round_trip(hundredths):
    assert fmt.parse_quantity(fmt.quantity(hundredths)).value == hundredths


@given(st.dates(min_value=dt.date(1900, 1, 1)))
def test_date_round_trip(value):
    assert fmt.parse_date(fmt.date(value)).value == value


@given(st.text(max_size=20))
def test_parsers_never_raise(text):
    for parse in (fmt.parse_rupiah, fmt.parse_quantity, fmt.parse_date):
        parsed = parse(text)
        assert (parsed.value is None) == bool(parsed.problem)
