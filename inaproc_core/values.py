"""Value types that every other room counts with: whole rupiah, hundredth quantities, time-ordered ids."""

from __future__ import annotations

from datetime import datetime
from typing import NewType

Rupiah = NewType("Rupiah", int)
"""Money in whole rupiah. There is no smaller unit in this system."""

Quantity = NewType("Quantity", int)
"""Amount of goods in hundredths of the unit: ``150`` is 1,5 rim (orders really show two decimals)."""

QUANTITY_SCALE = 100

ZERO = Rupiah(0)
ONE = Quantity(QUANTITY_SCALE)

_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_ULID_LENGTH = 26
_RANDOM_BITS = 80
_TIME_BITS = 48


def half_up_div(numerator: int, denominator: int) -> int:
    """Divide two non-negative integers and round half up (PER-11/PJ/2025 art. 129).

    Args:
        numerator: what is divided, zero or more.
        denominator: what it is divided by, one or more.

    Returns:
        The quotient, ``x.5`` going up.

    Raises:
        ValueError: if the numerator is negative or the denominator not positive.
    """
    if numerator < 0 or denominator <= 0:
        message = f"half_up_div needs numerator >= 0 and denominator > 0, got {numerator}/{denominator}"
        raise ValueError(message)
    return (2 * numerator + denominator) // (2 * denominator)


def line_amount(quantity: Quantity, unit_price: Rupiah) -> Rupiah:
    """Return quantity times unit price in whole rupiah, half up on the hundredths of the quantity."""
    return Rupiah(half_up_div(quantity * unit_price, QUANTITY_SCALE))


def quantity(units: int, hundredths: int = 0) -> Quantity:
    """Return a quantity from whole units and hundredths: ``quantity(2, 50)`` is two and a half."""
    return Quantity(units * QUANTITY_SCALE + hundredths)


def ulid(at: datetime, randomness: int) -> str:
    """Return a ULID: 26 characters that sort by the time they were made.

    Args:
        at: the moment, aware.
        randomness: 80 random bits; passed in, because rules draw nothing from the air.

    Raises:
        ValueError: if ``at`` has no zone.
    """
    if at.tzinfo is None:
        message = "ulid needs an aware time"
        raise ValueError(message)
    milliseconds = int(at.timestamp() * 1000) & ((1 << _TIME_BITS) - 1)
    number = (milliseconds << _RANDOM_BITS) | (randomness & ((1 << _RANDOM_BITS) - 1))
    letters: list[str] = []
    for _ in range(_ULID_LENGTH):
        number, digit = divmod(number, 32)
        letters.append(_CROCKFORD[digit])
    return "".join(reversed(letters))


def uuid7(at: datetime, randomness: int) -> str:
    """Return a UUID version 7 (RFC 9562 §5.7) as text, made from a moment and 74 random bits.

    Raises:
        ValueError: if ``at`` has no zone.
    """
    if at.tzinfo is None:
        message = "uuid7 needs an aware time"
        raise ValueError(message)
    milliseconds = int(at.timestamp() * 1000) & ((1 << _TIME_BITS) - 1)
    first = (randomness >> 62) & 0xFFF
    second = randomness & ((1 << 62) - 1)
    number = (milliseconds << 80) | (0x7 << 76) | (first << 64) | (0b10 << 62) | second
    digits = f"{number:032x}"
    return f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"
