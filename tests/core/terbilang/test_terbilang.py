"""Amounts in words, against a table and against an independent library."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from num2words import num2words

from inaproc_core.terbilang import terbilang, terbilang_rupiah


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "nol"),
        (1, "satu"),
        (10, "sepuluh"),
        (11, "sebelas"),
        (12, "dua belas"),
        (19, "sembilan belas"),
        (20, "dua puluh"),
        (21, "dua puluh satu"),
        (100, "seratus"),
        (111, "seratus sebelas"),
        (200, "dua ratus"),
        (1_000, "seribu"),
        (1_001, "seribu satu"),
        (1_100, "seribu seratus"),
        (2_000, "dua ribu"),
        (11_000, "sebelas ribu"),
        (21_000, "dua puluh satu ribu"),
        (100_000, "seratus ribu"),
        (101_000, "seratus satu ribu"),
        (1_000_000, "satu juta"),
        (1_001_000, "satu juta seribu"),
        (200_000_001, "dua ratus juta satu"),
        (1_000_001_001, "satu miliar seribu satu"),
        (
            922_174_200,
            "sembilan ratus dua puluh dua juta seratus tujuh puluh empat ribu dua ratus",
        ),
        (10**12, "satu triliun"),
        (10**15, "satu kuadriliun"),
        (-5, "minus lima"),
    ],
)
def test_table(number: int, words: str) -> None:
    assert terbilang(number) == words


def test_money_ends_in_rupiah() -> None:
    assert terbilang_rupiah(200_000_000) == "dua ratus juta rupiah"


@given(st.integers(0, 10**15))
@example(10**15)
@example(10**15 - 1)
def test_agrees_with_num2words(number: int) -> None:
    """num2words 0.5.14 writes "satu ribu" for a group of 001 thousands below a higher group; we do not."""
    theirs = num2words(number, lang="id")
    if number > 1_000_000 and number // 1_000 % 1_000 == 1:
        theirs = theirs.replace("satu ribu", "seribu")
    assert terbilang(number) == theirs


@pytest.mark.parametrize("number", [10**15 + 1, -(10**15) - 1])
def test_larger_numbers_are_refused(number: int) -> None:
    with pytest.raises(ValueError, match="up to 1000000000000000"):
        terbilang(number)
