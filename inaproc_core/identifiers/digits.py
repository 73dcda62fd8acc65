"""Shared reading of number-like identifiers: separators off, ASCII digits only, length right."""

from __future__ import annotations

from datetime import date

from inaproc_core.errors import refuse

_SEPARATORS = str.maketrans("", "", " .-\u00a0\u2011\u2013\t")


def read_digits(text: str, *, name: str, at: str, lengths: tuple[int, ...]) -> str:
    """Return the digits of an identifier, typed or pasted with dots, dashes or blanks.

    Args:
        text: what was typed.
        name: first part of the refusal code: ``nik``.
        at: the input field at fault.
        lengths: allowed numbers of digits.

    Raises:
        Refused: ``<name>.empty``, ``<name>.not_digits`` or ``<name>.length`` (facts ``expected``, ``got``).
    """
    digits = text.translate(_SEPARATORS)
    if not digits:
        refuse(f"{name}.empty", at=at)
    if not (digits.isascii() and digits.isdecimal()):
        refuse(f"{name}.not_digits", at=at)
    if len(digits) not in lengths:
        refuse(f"{name}.length", at=at, expected=_spoken(lengths), got=len(digits))
    return digits


def _spoken(lengths: tuple[int, ...]) -> str:
    return str(lengths[0]) if len(lengths) == 1 else f"{min(lengths)}–{max(lengths)}"


def real_date(year: int, month: int, day: int) -> date | None:
    """Return the date, or ``None`` if there is no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def mask(text: str, *, head: int = 0, tail: int = 4) -> str:
    """Return the text with everything but its ends replaced by ``*``: for lists, logs and reports."""
    hidden = max(len(text) - head - tail, 0)
    return text[:head] + "*" * hidden + text[head + hidden :]
