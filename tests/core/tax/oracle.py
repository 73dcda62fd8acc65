"""A second computation of the taxes, written from the articles with exact fractions and decimals.

Shares no code with the engine: rates stand here as numbers, on purpose.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction


def half_up(value: Fraction) -> int:
    """Round half up through Decimal, which has its own idea of it."""
    with localcontext() as context:
        context.prec = 60
        # A third digit after the half decides; exact division is not needed beyond the tie test.
        if (value * 2).denominator == 1:
            return int((Decimal(int(value * 2)) / 2).quantize(Decimal(1), ROUND_HALF_UP))
        return int(
            (Decimal(value.numerator) / Decimal(value.denominator)).quantize(Decimal(1), ROUND_HALF_UP)
        )


def dpp(price: int) -> int:
    """Nilai lain 11/12 of the price, in whole rupiah."""
    return half_up(Fraction(11, 12) * price)


def ppn(price: int) -> int:
    """12 % of the rounded DPP, in whole rupiah."""
    return half_up(Fraction(12, 100) * dpp(price))


def ppn_2024(price: int) -> int:
    """11 % of the price, as until 31 December 2024."""
    return half_up(Fraction(11, 100) * price)


def ppn_luxury(price: int) -> int:
    """12 % of the full price."""
    return half_up(Fraction(12, 100) * price)
