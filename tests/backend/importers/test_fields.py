"""Single fields: money above all, because a wrong reading of a dot costs a factor of a thousand."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inaproc_backend.importers import fields
from inaproc_core.errors import Refused


@pytest.mark.parametrize(
    ("raw", "rupiah"),
    [
        ("1000", 1000),
        (" 1000 ", 1000),
        ("0", 0),
        ("000100", 100),
        ("1000.0", 1000),
        ("1000.00", 1000),
        ("1000,00", 1000),
        ("180000.000", 180_000),
        ("0.000", 0),
        ("1.000.000", 1_000_000),
        ("1,000,000", 1_000_000),
        ("1.000.000,00", 1_000_000),
        ("1,000,000.00", 1_000_000),
        ("1.000,00", 1000),
        ("1,000.0", 1000),
        ("Rp1.500.000", 1_500_000),
        ("Rp 1.500.000,-", 1_500_000),
        ("1.8E+08", 180_000_000),
        ("1e9", 1_000_000_000),
        ("3800000000000", 3_800_000_000_000),
        (250000, 250_000),
        (250000.0, 250_000),
        (str((1 << 53) - 1), (1 << 53) - 1),
    ],
)
def test_money_as_exports_write_it(raw: Any, rupiah: int) -> None:
    assert fields.rupiah(raw, at="pagu") == rupiah


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ("", "import.empty"),
        ("   ", "import.empty"),
        (None, "import.empty"),
        ("1.000", "import.money_ambiguous"),
        ("12,000", "import.money_ambiguous"),
        ("1000.5", "import.money_fraction"),
        ("1000,01", "import.money_fraction"),
        ("1.000.000,50", "import.money_fraction"),
        ("1.5e0", "import.money_fraction"),
        (0.1, "import.money_fraction"),
        ("-1", "import.money_negative"),
        ("(500)", "import.money_negative"),
        ("seribu", "import.money_form"),
        ("1.00.000", "import.money_form"),
        ("1 juta", "import.money_form"),
        ("12;5", "import.money_form"),
        ("NaN", "import.money_form"),
        ("Infinity", "import.money_form"),
        ("0x10", "import.money_form"),
        ("1_000", "import.money_form"),
        ("1e99", "import.money_high"),
        (str(1 << 53), "import.money_high"),
        ("9" * 61, "import.too_long"),
        ([1], "import.not_text"),
        (True, "import.not_text"),
    ],
)
def test_money_that_is_refused(raw: Any, code: str) -> None:
    with pytest.raises(Refused) as refused:
        fields.rupiah(raw, at="pagu")
    assert refused.value.refusal.code == code
    assert refused.value.refusal.field == "pagu"


def test_negative_money_where_it_is_real() -> None:
    assert fields.rupiah("-110824908", at="pagu", lowest=-fields.HIGHEST_RUPIAH) == -110_824_908
    with pytest.raises(Refused):
        fields.rupiah("0", at="harga", lowest=1)


@given(st.integers(0, (1 << 53) - 1))
def test_every_way_of_writing_a_sum_is_the_sum(amount: int) -> None:
    dotted = f"{amount:,}".replace(",", ".")
    written = [str(amount), f"{amount}.0", f"{amount},00", f"{dotted},00", f"Rp{amount}", f"{amount:,}.00"]
    if dotted.count(".") != 1:
        written += [dotted, f"{amount:,}"]
    for text in written:
        assert fields.rupiah(text, at="pagu") == amount


@given(st.text())
def test_money_is_read_or_refused_and_never_breaks(text: str) -> None:
    try:
        assert 0 <= fields.rupiah(text, at="pagu") <= fields.HIGHEST_RUPIAH
    except Refused as error:
        assert error.refusal.code.startswith("import.")


@pytest.mark.parametrize(
    ("read", "raw", "value"),
    [
        (fields.hundredths, "45.769999999999996", 4577),
        (fields.hundredths, 45.769999999999996, 4577),
        (fields.hundredths, "30,77", 3077),
        (fields.hundredths, "40%", 4000),
        (fields.hundredths, "", 0),
        (fields.hundredths, 0, 0),
        (fields.amount, "2.5", 250),
        (fields.amount, "100", 10_000),
        (fields.amount, "", None),
        (fields.year, "2026", 2026),
        (fields.year, "2026.0", 2026),
        (fields.day, "2026-01-31", "2026-01-31"),
        (fields.day, "2026-01-31T08:00:00Z", "2026-01-31"),
        (fields.day, "31/01/2026", "2026-01-31"),
        (fields.day, "Januari 2021", "2021-01-01"),
        (fields.day, "17 Agustus 2025", "2025-08-17"),
        (fields.day, "0000-00-00 00:00:00", ""),
        (fields.day, "", ""),
        (fields.number_code, "101927.0", "101927"),
        (fields.number_code, "007", "007"),
        (fields.text, "a\x00b\r\n\tc  d", "a b c d"),
        (fields.text, "e\u0301", "é"),
        (fields.text, 12, "12"),
    ],
)
def test_other_fields(read: Callable[..., Any], raw: Any, value: Any) -> None:
    assert read(raw, at="kolom") == value


@pytest.mark.parametrize(
    ("read", "raw", "code"),
    [
        (fields.hundredths, "-1", "import.number_range"),
        (fields.hundredths, "101", "import.number_range"),
        (fields.hundredths, "banyak", "import.number_form"),
        (fields.hundredths, "nan", "import.number_form"),
        (fields.amount, "1e30", "import.number_range"),
        (fields.year, "26", "import.year"),
        (fields.year, "2026.5", "import.year"),
        (fields.year, "", "import.empty"),
        (fields.day, "2026-02-30", "import.date"),
        (fields.day, "kemarin", "import.date"),
        (fields.day, "99/99/2026", "import.date"),
        (fields.code, "1 2", "import.blank_in_code"),
        (fields.code, "x" * 41, "import.too_long"),
        (fields.text, "x" * 2001, "import.too_long"),
        (fields.text, {}, "import.not_text"),
    ],
)
def test_other_fields_that_are_refused(read: Callable[..., Any], raw: Any, code: str) -> None:
    with pytest.raises(Refused) as refused:
        read(raw, at="kolom")
    assert refused.value.refusal.code == code


@pytest.mark.parametrize(
    ("raw", "value"), [("1", True), ("0.0", False), ("", True), (False, False), ("Ya", True)]
)
def test_flags(raw: Any, value: bool) -> None:
    assert fields.flag(raw, at="kolom", absent=True) is value


def test_a_flag_that_is_none() -> None:
    with pytest.raises(Refused) as refused:
        fields.flag("mungkin", at="kolom", absent=True)
    assert refused.value.refusal.code == "import.flag"
