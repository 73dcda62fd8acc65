"""Numbers and dates on paper."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.platypus import Paragraph

from inaproc_core.calendar import Zone
from inaproc_core.policy.ratio import Ratio
from inaproc_documents.paper import style, words


@pytest.mark.parametrize(
    ("amount", "text"),
    [(0, "Rp0,00"), (66_936, "Rp66.936,00"), (1_234_567_890, "Rp1.234.567.890,00"), (-500, "-Rp500,00")],
)
def test_rupiah(amount: int, text: str) -> None:
    assert words.rupiah(amount) == text


@pytest.mark.parametrize(
    ("amount", "unit", "text"),
    [
        (123_400, "liter", "1.234,00 liter"),
        (150, "rim", "1,50 rim"),
        (-5, "unit", "-0,05 unit"),
        (100, "", "1,00"),
    ],
)
def test_quantity_always_has_two_decimals(amount: int, unit: str, text: str) -> None:
    assert words.quantity(amount, unit) == text


def test_moment_is_on_the_wall_clock_of_the_office() -> None:
    at = datetime(2025, 10, 21, 17, 13, 16, tzinfo=UTC)
    assert [words.moment(at, zone) for zone in Zone] == [
        "22 Okt 2025, 00:13:16 WIB",
        "22 Okt 2025, 01:13:16 WITA",
        "22 Okt 2025, 02:13:16 WIT",
    ]


def test_dates() -> None:
    day = date(2026, 11, 23)
    assert words.dated(day) == "Senin, 23 November 2026"
    assert words.spelled_date(day) == (
        "Senin tanggal dua puluh tiga bulan November tahun dua ribu dua puluh enam (23-11-2026)"
    )
    assert words.date_range(day, day) == "23 Nov 2026"
    assert words.date_range(date(2026, 12, 1), date(2027, 1, 5)) == "1 Des 2026 s.d. 5 Jan 2027"


def test_small_facts() -> None:
    assert words.percent(4577) == "45,77%"
    assert words.share(Ratio(12, 100)) == "12%"
    assert words.share(Ratio(15, 1000)) == "1,5%"
    assert words.weight(12_500) == "12,5 kg"
    assert words.weight(50_000) == "50 kg"
    assert words.counted(3) == "3 (tiga)"
    assert words.counted(53) == "53"
    assert words.phone("+6281234567890") == "081234567890"
    assert words.phone("bukan nomor") == "bukan nomor"
    assert words.npwp("") == words.NOTHING
    assert words.npwp("x") == "x"


@given(st.text(max_size=200))
def test_any_text_is_safe_inside_markup(text: str) -> None:
    """Whatever people typed, the paragraph parser takes it and nobody injects markup."""
    style.register_fonts()
    Paragraph(words.marked_up(text), style.BODY)


def test_markup_is_shown_and_not_obeyed() -> None:
    assert words.marked_up("<b>x</b> & <img src='a'/>\nbaris") == (
        "&lt;b&gt;x&lt;/b&gt; &amp; &lt;img src='a'/&gt;<br/>baris"
    )
