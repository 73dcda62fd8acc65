"""Amounts in Indonesian words, as a kuitansi and a surat pesanan need them (Ejaan Bahasa Indonesia)."""

from __future__ import annotations

_LARGEST = 10**15
_UNITS = (
    "nol",
    "satu",
    "dua",
    "tiga",
    "empat",
    "lima",
    "enam",
    "tujuh",
    "delapan",
    "sembilan",
    "sepuluh",
    "sebelas",
)
_SCALES = ((10**15, "kuadriliun"), (10**12, "triliun"), (10**9, "miliar"), (10**6, "juta"))


def terbilang(number: int) -> str:
    """Return a whole number in words: ``seratus lima``, ``seribu``, ``satu juta seribu``, ``minus dua``.

    Args:
        number: from -10^15 to 10^15.

    Raises:
        ValueError: if the number is farther from zero.
    """
    if abs(number) > _LARGEST:
        message = f"terbilang knows numbers up to {_LARGEST}, got {number}"
        raise ValueError(message)
    if number < 0:
        return "minus " + terbilang(-number)
    return " ".join(_words(number)) if number else _UNITS[0]


def terbilang_rupiah(amount: int) -> str:
    """Return an amount of money in words: ``dua ratus juta rupiah``."""
    return terbilang(amount) + " rupiah"


def _words(number: int) -> list[str]:
    words: list[str] = []
    rest = number
    for scale, name in _SCALES:
        count, rest = divmod(rest, scale)
        if count:
            words += [*_below_thousand(count), name]
    thousands, rest = divmod(rest, 1000)
    if thousands == 1:
        words.append("seribu")
    elif thousands:
        words += [*_below_thousand(thousands), "ribu"]
    return words + _below_thousand(rest)


def _below_thousand(number: int) -> list[str]:
    hundreds, rest = divmod(number, 100)
    words: list[str] = []
    if hundreds == 1:
        words.append("seratus")
    elif hundreds:
        words += [_UNITS[hundreds], "ratus"]
    return words + _below_hundred(rest)


def _below_hundred(number: int) -> list[str]:
    if number == 0:
        return []
    if number < len(_UNITS):
        return [_UNITS[number]]
    tens, ones = divmod(number, 10)
    if tens == 1:
        return [_UNITS[ones], "belas"]
    return [_UNITS[tens], "puluh", *([_UNITS[ones]] if ones else [])]
