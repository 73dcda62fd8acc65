"""Sizes of files in words: as file explorers count, and never like a limit that they are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inaproc_core.sizes import size_words

KB, MB, GB = 1024, 1024**2, 1024**3


@pytest.mark.parametrize(
    ("size", "words"),
    [
        (0, "0 byte"),
        (1023, "1023 byte"),
        (KB, "1 KB"),
        (100 * KB, "100 KB"),
        (100 * KB - 1, "99,99 KB"),
        (1536, "1,5 KB"),
        (MB - 1, "1023,99 KB"),
        (MB, "1 MB"),
        (1_992_295, "1,9 MB"),
        (2 * MB - 1, "1,99 MB"),
        (2 * MB, "2 MB"),
        (2 * MB + 1, "2,01 MB"),
        (int(2.04 * MB), "2,04 MB"),
        (int(2.06 * MB), "2,1 MB"),
        (3 * GB, "3 GB"),
        (5000 * GB, "4,9 TB"),
    ],
)
def test_sizes(size: int, words: str) -> None:
    assert size_words(size) == words


def test_english_has_its_own_word_and_the_same_comma() -> None:
    assert size_words(1_992_295, "en") == "1,9 MB"
    assert size_words(17, "en") == "17 bytes"


@given(st.integers(min_value=KB, max_value=50 * MB))
def test_a_size_reads_as_itself_and_looks_whole_only_when_it_is(size: int) -> None:
    number, _, name = size_words(size, "en").partition(" ")
    number = number.replace(",", ".")
    unit = {"KB": KB, "MB": MB}[name]
    assert (("." not in number) and size % unit == 0) or ("." in number and size % unit != 0)
    assert abs(float(number) * unit - size) <= unit * 0.0501
