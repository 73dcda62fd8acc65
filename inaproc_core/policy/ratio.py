"""Rates as exact fractions: 11/12, 12/100, 15/1000. Never a float."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from inaproc_core.values import half_up_div

_TEXT = re.compile(r"(\d{1,12})/([1-9]\d{0,11})")


@dataclass(frozen=True)
class Ratio:
    """A non-negative fraction of whole numbers.

    Attributes:
        num: numerator, zero or more.
        den: denominator, one or more.
    """

    num: int
    den: int

    def __post_init__(self) -> None:
        if self.num < 0 or self.den <= 0:
            message = f"a ratio needs num >= 0 and den > 0, got {self.num}/{self.den}"
            raise ValueError(message)

    @classmethod
    def parse(cls, text: str) -> Ratio:
        """Read ``"11/12"``.

        Raises:
            ValueError: if the text has another form.
        """
        match = _TEXT.fullmatch(text)
        if match is None:
            message = f"a ratio is written as two whole numbers, like 11/12, got {text!r}"
            raise ValueError(message)
        return cls(int(match[1]), int(match[2]))

    def times(self, other: Ratio) -> Ratio:
        """Return the product in lowest terms."""
        num, den = self.num * other.num, self.den * other.den
        shared = math.gcd(num, den)
        return Ratio(num // shared, den // shared)

    def half_up(self, amount: int) -> int:
        """Return amount x ratio, rounded half up to a whole number."""
        return half_up_div(amount * self.num, self.den)

    def floor(self, amount: int) -> int:
        """Return amount x ratio without its fraction."""
        return amount * self.num // self.den

    def percent(self) -> str:
        """Return the ratio as the shortest decimal percentage: ``1.5%``, ``12%``, ``0.5%``.

        A ratio that no finite decimal can write (11/12) is returned as the fraction itself.
        """
        scaled, scale = self.num * 100, self.den
        for digits in range(7):
            whole, rest = divmod(scaled * 10**digits, scale)
            if rest == 0:
                text = str(whole).rjust(digits + 1, "0")
                return f"{text[:-digits]}.{text[-digits:]}%" if digits else f"{text}%"
        return f"{self.num}/{self.den}"

    def __str__(self) -> str:
        return f"{self.num}/{self.den}"
