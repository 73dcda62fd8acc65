"""Exact fractions against Python's own."""

from __future__ import annotations

from fractions import Fraction
from math import floor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inaproc_core.policy import Ratio

ratios = st.builds(Ratio, st.integers(0, 10**6), st.integers(1, 10**6))


@given(ratios, st.integers(0, 10**13))
def test_rounding_agrees_with_fractions(ratio: Ratio, amount: int) -> None:
    exact = Fraction(ratio.num, ratio.den) * amount
    assert ratio.floor(amount) == floor(exact)
    assert ratio.half_up(amount) == floor(exact + Fraction(1, 2))


@given(ratios, ratios)
def test_product(left: Ratio, right: Ratio) -> None:
    product = left.times(right)
    assert Fraction(product.num, product.den) == Fraction(left.num, left.den) * Fraction(right.num, right.den)


@pytest.mark.parametrize(
    ("ratio", "text"),
    [
        (Ratio(12, 100), "12%"),
        (Ratio(15, 1000), "1.5%"),
        (Ratio(5, 1000), "0.5%"),
        (Ratio(265, 10000), "2.65%"),
        (Ratio(175, 10000), "1.75%"),
        (Ratio(1, 1000), "0.1%"),
        (Ratio(2, 1), "200%"),
        (Ratio(0, 1), "0%"),
        (Ratio(1, 1_000_000), "0.0001%"),
        (Ratio(11, 12), "11/12"),
    ],
)
def test_percent(ratio: Ratio, text: str) -> None:
    assert ratio.percent() == text


@given(ratios)
def test_text_is_read_back(ratio: Ratio) -> None:
    assert Ratio.parse(str(ratio)) == ratio


@pytest.mark.parametrize("text", ["", "12", "1/0", "-1/2", "1/-2", " 1/2", "1/2 ", "1.5/2", "٣/٤x", "1/02"])
def test_other_texts_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match="two whole numbers"):
        Ratio.parse(text)


@pytest.mark.parametrize(("num", "den"), [(-1, 2), (1, 0), (1, -1)])
def test_impossible_ratios_are_refused(num: int, den: int) -> None:
    with pytest.raises(ValueError, match="num >= 0 and den > 0"):
        Ratio(num, den)
