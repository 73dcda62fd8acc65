"""Values of one field: text, whole rupiah, hundredths, years, dates; refused by the name of the column."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from inaproc_core.errors import refuse
from inaproc_core.values import QUANTITY_SCALE, Quantity, Rupiah

HIGHEST_RUPIAH = (1 << 53) - 1
"""Highest sum that every JSON reader keeps exactly (RFC 7493 §2.2); 9 quadrillion rupiah."""

_GROUPED = re.compile(r"\d{1,3}(\.\d{3}){2,}|\d{1,3}(,\d{3}){2,}")
_GROUPED_WITH_CENTS = re.compile(r"(\d{1,3}(?:\.\d{3})+),(\d{1,4})|(\d{1,3}(?:,\d{3})+)\.(\d{1,4})")
_ONE_GROUP = re.compile(r"[1-9]\d{0,2}[.,]\d{3}")
_DECIMAL = re.compile(r"\d+(?:[.,]\d+)?(?:[eE]\+?\d{1,2})?")
_MONTHS = {
    name: number
    for number, name in enumerate(
        (
            "januari", "februari", "maret", "april", "mei", "juni",
            "juli", "agustus", "september", "oktober", "november", "desember",
        ),
        start=1,
    )
}  # fmt: skip
_WORDED = re.compile(r"(?:(\d{1,2}) )?([a-z]+) (\d{4})")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[tT ].*)?")
_DAY_FIRST = re.compile(r"(\d{1,2})[/-](\d{1,2})[/-](\d{4})")


def text(raw: Any, *, at: str, longest: int = 2000, required: bool = False) -> str:
    """Return text in NFC with control characters and runs of blanks as one blank.

    Args:
        raw: text, or what JSON put in its place (``None`` is empty, numbers become their digits).
        at: the column, for the refusal.
        longest: characters allowed after cleaning.
        required: refuse an empty value.

    Raises:
        Refused: ``import.empty``, ``import.too_long``, ``import.not_text``.
    """
    if raw is None:
        raw = ""
    elif isinstance(raw, int) and not isinstance(raw, bool):
        raw = str(raw)
    if not isinstance(raw, str):
        refuse("import.not_text", at=at, column=at)
    cleaned = raw if raw.isascii() and raw.isprintable() else _printable(raw)
    cleaned = " ".join(cleaned.split())
    if required and not cleaned:
        refuse("import.empty", at=at, column=at)
    if len(cleaned) > longest:
        refuse("import.too_long", at=at, column=at, length=len(cleaned), limit=longest)
    return cleaned


def _printable(raw: str) -> str:
    whole = unicodedata.normalize("NFC", raw)
    return "".join(" " if unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp") else c for c in whole)


def _spelt(raw: Any) -> Any:
    return repr(raw) if isinstance(raw, float) else raw


def code(raw: Any, *, at: str, longest: int = 40, required: bool = False) -> str:
    """Return a code: text without any blank inside.

    Raises:
        Refused: as ``text``, and ``import.blank_in_code``.
    """
    value = text(raw, at=at, longest=longest, required=required)
    if " " in value:
        refuse("import.blank_in_code", at=at, column=at, value=value)
    return value


def rupiah(raw: Any, *, at: str, required: bool = True, lowest: int = 0) -> Rupiah:
    """Return whole rupiah from what exports really write.

    Read are ``1000``, ``1000.0``, ``1000,00``, ``1.8E+08``, ``1.000.000``, ``1.000.000,00``,
    ``1,000,000.00`` and the same behind ``Rp``. Refused are fractions of a rupiah, and ``1.000`` or
    ``1,000``: one separator and three digits may be a thousand or one, and money is not guessed.

    Args:
        raw: the field.
        at: the column.
        required: refuse an empty field, which otherwise is zero.
        lowest: smallest sum allowed; below zero also lets the sign be read.

    Raises:
        Refused: ``import.empty``, ``import.money_form``, ``import.money_ambiguous``,
            ``import.money_fraction``, ``import.money_negative``, ``import.money_low``, ``import.money_high``.
    """
    value = text(_spelt(raw), at=at, longest=60)
    value = value.removeprefix("Rp").removeprefix("IDR").replace(" ", "").removesuffix(",-")
    if not value:
        if required:
            refuse("import.empty", at=at, column=at)
        return Rupiah(0)
    sign = 1
    if value.startswith(("-", "(", "−")):
        if lowest >= 0:
            refuse("import.money_negative", at=at, column=at, value=value)
        sign, value = -1, value[1:]
    amount = int(value) if value.isascii() and value.isdigit() else _whole(value, at)
    if amount > HIGHEST_RUPIAH:
        refuse("import.money_high", at=at, column=at, value=value, limit=HIGHEST_RUPIAH)
    if sign * amount < lowest:
        refuse("import.money_low", at=at, column=at, value=sign * amount, limit=lowest)
    return Rupiah(sign * amount)


def _whole(value: str, at: str) -> int:
    if _ONE_GROUP.fullmatch(value):
        refuse("import.money_ambiguous", at=at, column=at, value=value)
    if _GROUPED.fullmatch(value):
        return int(re.sub(r"[.,]", "", value))
    cents = _GROUPED_WITH_CENTS.fullmatch(value)
    if cents:
        thousands, rest = (cents[1], cents[2]) if cents[1] else (cents[3], cents[4])
        value = re.sub(r"[.,]", "", thousands) + "." + rest
    elif not _DECIMAL.fullmatch(value):
        refuse("import.money_form", at=at, column=at, value=value)
    number = _decimal(value, at, "import.money_form")
    if number != number.to_integral_value():
        refuse("import.money_fraction", at=at, column=at, value=value)
    return int(number)


def _decimal(value: str, at: str, refusal: str) -> Decimal:
    try:
        number = Decimal(value.replace(",", "."))
    except InvalidOperation:
        refuse(refusal, at=at, column=at, value=value)
    if not number.is_finite():
        refuse(refusal, at=at, column=at, value=value)
    return number


def hundredths(raw: Any, *, at: str, highest: int = 100) -> int:
    """Return a number such as ``45.77`` in hundredths, half up (JSON sums end in ``…9997``); empty is 0.

    Raises:
        Refused: ``import.number_form``, ``import.number_range``.
    """
    value = text(_spelt(raw), at=at, longest=40).removesuffix("%").strip()
    if not value:
        return 0
    number = _decimal(value, at, "import.number_form")
    if not 0 <= number <= highest:
        refuse("import.number_range", at=at, column=at, value=value, limit=highest)
    return int(number * 100 + Decimal("0.5"))


def amount(raw: Any, *, at: str) -> Quantity | None:
    """Return a quantity in hundredths, ``None`` when the field is empty.

    Raises:
        Refused: ``import.number_form``, ``import.number_range``.
    """
    value = text(_spelt(raw), at=at, longest=40)
    if not value:
        return None
    return Quantity(hundredths(value, at=at, highest=10**12) * QUANTITY_SCALE // 100)


def number_code(raw: Any, *, at: str, longest: int = 40) -> str:
    """Return a code of digits as text; a spreadsheet's ``101927.0`` is ``101927``."""
    return re.sub(r"(?<=\d)\.0+$", "", code(raw, at=at, longest=longest))


def year(raw: Any, *, at: str) -> int:
    """Return a budget year; ``2025.0`` of a spreadsheet is 2025.

    Raises:
        Refused: ``import.empty``, ``import.year``.
    """
    value = text(raw, at=at, longest=20, required=True)
    found = re.fullmatch(r"((?:19|20)\d{2})(?:\.0+)?", value)
    if found is None:
        refuse("import.year", at=at, column=at, value=value)
    return int(found[1])


def day(raw: Any, *, at: str) -> str:
    """Return a date in ISO form; a month (``Januari 2021``) is its first day.

    An empty field and the zero date of some databases are empty.

    Raises:
        Refused: ``import.date``.
    """
    value = text(raw, at=at, longest=60).lower()
    if not value or value.startswith("0000-00-00"):
        return ""
    iso, first, words = _ISO.fullmatch(value), _DAY_FIRST.fullmatch(value), _WORDED.fullmatch(value)
    try:
        if iso:
            return date(int(iso[1]), int(iso[2]), int(iso[3])).isoformat()
        if first:
            return date(int(first[3]), int(first[2]), int(first[1])).isoformat()
        if words and words[2] in _MONTHS:
            return date(int(words[3]), _MONTHS[words[2]], int(words[1] or 1)).isoformat()
    except ValueError:
        refuse("import.date", at=at, column=at, value=value)
    return refuse("import.date", at=at, column=at, value=value)


def flag(raw: Any, *, at: str, absent: bool) -> bool:
    """Return a ``1``/``0``, ``true``/``false`` or ``Ya``/``Tidak`` field; empty is ``absent``.

    Raises:
        Refused: ``import.flag``.
    """
    if isinstance(raw, bool):
        return raw
    value = text(raw, at=at, longest=20).lower()
    if not value:
        return absent
    if value in {"1", "1.0", "true", "ya", "yes"}:
        return True
    if value in {"0", "0.0", "false", "tidak", "no"}:
        return False
    return refuse("import.flag", at=at, column=at, value=value)
