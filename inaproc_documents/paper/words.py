"""Numbers and dates as an Indonesian document writes them (Ejaan Yang Disempurnakan, II.I)."""

from __future__ import annotations

import unicodedata
from datetime import date, datetime
from xml.sax.saxutils import escape

from inaproc_core.calendar import Zone
from inaproc_core.errors import Refused
from inaproc_core.identifiers import parse_npwp, parse_phone
from inaproc_core.policy.ratio import Ratio
from inaproc_core.terbilang import terbilang
from inaproc_core.values import QUANTITY_SCALE

NOTHING = "–"
"""Printed where there is no value, so that a gap never looks like a lost line."""

_MONTHS = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)
_DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
_SHORT = 3
_WRITTEN_OUT_UP_TO = 31


def rupiah(amount: int) -> str:
    """Return ``66936`` as ``Rp66.936,00``."""
    sign = "-" if amount < 0 else ""
    return f"{sign}Rp{_grouped(abs(amount))},00"


def quantity(hundredths: int, unit: str = "") -> str:
    """Return hundredths as ``1.234,00 liter``: always two decimals, as the platform prints them."""
    sign = "-" if hundredths < 0 else ""
    whole, part = divmod(abs(hundredths), QUANTITY_SCALE)
    return f"{sign}{_grouped(whole)},{part:02d} {unit}".rstrip()


def weight(grams: int) -> str:
    """Return grams as ``12,5 kg``."""
    whole, part = divmod(grams, 1000)
    decimals = f",{part:03d}".rstrip("0") if part else ""
    return f"{_grouped(whole)}{decimals} kg"


def percent(hundredths: int) -> str:
    """Return hundredths of a percent as ``45,25%``."""
    return f"{hundredths // 100},{hundredths % 100:02d}%"


def share(ratio: Ratio) -> str:
    """Return a rate as ``12%`` or ``1,5%``; as a fraction where no decimal can write it."""
    return ratio.percent().replace(".", ",")


def short_date(day: date) -> str:
    """Return ``22 Okt 2025``."""
    return f"{day.day} {_MONTHS[day.month - 1][:_SHORT]} {day.year}"


def long_date(day: date) -> str:
    """Return ``22 Oktober 2025``."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def dated(day: date) -> str:
    """Return ``Senin, 22 Oktober 2025``."""
    return f"{_DAYS[day.weekday()]}, {long_date(day)}"


def spelled_date(day: date) -> str:
    """Return a date in words, as a berita acara opens with it.

    ``Senin tanggal dua puluh tiga bulan November tahun dua ribu dua puluh enam (23-11-2026)``
    """
    return (
        f"{_DAYS[day.weekday()]} tanggal {terbilang(day.day)} bulan {_MONTHS[day.month - 1]} "
        f"tahun {terbilang(day.year)} ({day:%d-%m-%Y})"
    )


def date_range(first: date, last: date) -> str:
    """Return ``1 Des 2026 s.d. 5 Des 2026``, or the one day."""
    return short_date(first) if first == last else f"{short_date(first)} s.d. {short_date(last)}"


def moment(at: datetime, zone: Zone) -> str:
    """Return ``22 Okt 2025, 00:13:16 WIB`` on the wall clock of a zone."""
    here = at.astimezone(zone.offset)
    return f"{short_date(here.date())}, {here:%H:%M:%S} {zone.value}"


def counted(number: int) -> str:
    """Return a small number with its word: ``3 (tiga)``."""
    return f"{number} ({terbilang(number)})" if 0 <= number <= _WRITTEN_OUT_UP_TO else str(number)


def npwp(digits: str) -> str:
    """Return an NPWP as it is printed; what is not one is returned as it stands."""
    if not digits:
        return NOTHING
    try:
        return parse_npwp(digits).printed
    except Refused:
        return digits


def phone(number: str) -> str:
    """Return a telephone number as people write it (``0812…``); another one as it stands."""
    try:
        return parse_phone(number).national
    except Refused:
        return number


def marked_up(text: str) -> str:
    """Return a person's text safe inside a paragraph's markup, without control characters.

    Line ends stay; a blank text becomes the dash.
    """
    kept = "".join(
        letter for letter in text if letter == "\n" or unicodedata.category(letter) not in {"Cc", "Cs", "Cn"}
    )
    clean = kept.strip()
    return escape(clean).replace("\n", "<br/>") if clean else NOTHING


def one_line(text: str) -> str:
    """Return a text without line ends and repeated blanks, for the cell of a table."""
    return " ".join(text.split())


def elided(text: str, most: int = 160) -> str:
    """Return a text on one line, ending in an ellipsis where it is longer than ``most`` characters."""
    line = one_line(text)
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def _grouped(number: int) -> str:
    return f"{number:,}".replace(",", ".")
