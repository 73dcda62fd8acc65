"""Reads what a person typed. Never guesses: where two readings are possible, it refuses with a code."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Generic, TypeVar

from inaproc_core.values import QUANTITY_SCALE, Quantity, Rupiah

T = TypeVar("T")

LARGEST_RUPIAH = 999_999_999_999_999
"""Fifteen digits: above any budget of the state, still exact in every database."""

LARGEST_UNITS = 999_999_999


@dataclass(frozen=True)
class Parsed(Generic[T]):
    """A typed value, or why it is none.

    Attributes:
        value: the value; None when empty or wrong.
        problem: empty when fine, else ``empty``, ``not_a_number``, ``bad_grouping``, ``has_fraction``,
            ``too_many_decimals``, ``negative``, ``too_large`` or ``not_a_date``.
    """

    value: T | None
    problem: str = ""


_SPACES = re.compile(r"[\s\u00a0\u202f]+")
_GROUPED = re.compile(r"\d{1,3}(\.\d{3})+")
_PLAIN = re.compile(r"\d+")
_NUMBER_LIKE = re.compile(r"[\d.,]*\d[\d.,]*")


def parse_rupiah(text: str) -> Parsed[Rupiah]:
    """Read whole rupiah: ``1.045.000``, ``Rp 1045000``, ``Rp1.045.000,00`` and ``1.045.000,-``."""
    bare = re.sub(r"(?i)^([-−]?)\s*rp\.?\s*", r"\1", text.strip())
    bare = re.sub(r",[-–—]{1,2}$", "", _SPACES.sub("", bare))
    whole, fraction, problem = _split(bare)
    if problem:
        return Parsed(None, problem)
    if fraction.strip("0"):
        return Parsed(None, "has_fraction")
    if len(whole.lstrip("0")) > len(str(LARGEST_RUPIAH)):
        return Parsed(None, "too_large")
    return Parsed(Rupiah(int(whole)))


def parse_quantity(text: str) -> Parsed[Quantity]:
    """Read a quantity with at most two decimals: ``1.234,5`` is 123450 hundredths."""
    whole, fraction, problem = _split(_SPACES.sub("", text))
    if problem:
        return Parsed(None, problem)
    decimals = fraction.rstrip("0")
    if len(decimals) > 2:
        return Parsed(None, "too_many_decimals")
    if len(whole.lstrip("0")) > len(str(LARGEST_UNITS)):
        return Parsed(None, "too_large")
    return Parsed(Quantity(int(whole) * QUANTITY_SCALE + int(decimals.ljust(2, "0"))))


_NUMERIC_DATE = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})")
_ISO_DATE = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_WORD_DATE = re.compile(r"(\d{1,2})\s+([a-z]+)\.?\s+(\d{4})")
_MONTHS = {
    start: number
    for number, starts in enumerate(
        (
            ("jan",),
            ("feb", "peb"),
            ("mar",),
            ("apr",),
            ("mei", "may"),
            ("jun",),
            ("jul",),
            ("agu", "ags", "aug"),
            ("sep",),
            ("okt", "oct"),
            ("nov", "nop"),
            ("des", "dec"),
        ),
        start=1,
    )
    for start in starts
}


def parse_date(text: str) -> Parsed[dt.date]:
    """Read a date, day first: ``25-11-2026``, ``25/11/2026``, ``25 Nov 2026``; also ``2026-11-25``."""
    bare = _SPACES.sub(" ", text.strip()).lower()
    if not bare:
        return Parsed(None, "empty")
    if found := _NUMERIC_DATE.fullmatch(bare):
        day, month, year = (int(part) for part in found.groups())
    elif found := _ISO_DATE.fullmatch(bare):
        year, month, day = (int(part) for part in found.groups())
    elif (found := _WORD_DATE.fullmatch(bare)) and found[2][:3] in _MONTHS:
        day, month, year = int(found[1]), _MONTHS[found[2][:3]], int(found[3])
    else:
        return Parsed(None, "not_a_date")
    try:
        return Parsed(dt.date(year, month, day))
    except ValueError:
        return Parsed(None, "not_a_date")


def _split(bare: str) -> tuple[str, str, str]:
    """Return the digits before and after the decimal comma, and a problem code."""
    if not bare:
        return "", "", "empty"
    if bare[0] in "-−" and _NUMBER_LIKE.fullmatch(bare[1:]):
        return "", "", "negative"
    if not bare.isascii() or not _NUMBER_LIKE.fullmatch(bare):
        return "", "", "not_a_number"
    whole, comma, fraction = bare.partition(",")
    if comma and not _PLAIN.fullmatch(fraction):
        return "", "", "bad_grouping"
    if _GROUPED.fullmatch(whole):
        return whole.replace(".", ""), fraction, ""
    if _PLAIN.fullmatch(whole):
        return whole, fraction, ""
    return "", "", "bad_grouping"
