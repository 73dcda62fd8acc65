"""Sizes of files in words, counted as file explorers count them: 1 MB is 1024 × 1024 bytes."""

from __future__ import annotations

_STEP = 1024
_UNITS = ("KB", "MB", "GB", "TB")
_BYTES = {"id": "byte", "en": "bytes"}


def size_words(size: int, language: str = "id") -> str:
    """Return bytes as ``1,9 MB``.

    One decimal, none where the size is a whole number of units. A size that is no whole number never looks
    like one: beside a limit of ``2 MB``, one byte more is ``2,01 MB`` and one byte less ``1,99 MB``. The
    decimal comma stands in English too, as in all numbers on screen.

    Args:
        size: bytes, zero or more.
        language: ``id`` or ``en``.
    """
    if size < _STEP:
        return f"{size} {_BYTES[language]}"
    unit, name = _STEP, _UNITS[0]
    for larger in _UNITS[1:]:
        if size < unit * _STEP:
            break
        unit, name = unit * _STEP, larger
    return f"{_decimal(size, unit)} {name}"


def _decimal(size: int, unit: int) -> str:
    whole, rest = divmod(size, unit)
    if not rest:
        return str(whole)
    tenths = (size * 10 + unit // 2) // unit
    if tenths % 10:
        return f"{tenths // 10},{tenths % 10}"
    # Rounded to a tenth it would look whole: a second decimal, and never less than one hundredth away.
    hundredths = (size * 100 + unit // 2) // unit
    if hundredths % 100 == 0:
        hundredths += 1 if hundredths == whole * 100 else -1
    return f"{hundredths // 100},{hundredths % 100:02d}"
