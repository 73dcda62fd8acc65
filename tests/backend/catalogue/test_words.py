"""Words of full-text search."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inaproc_backend.catalogue.words import MOST_WORDS, normalise, search_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Kertas HVS A4/80gsm", "kertas hvs a4 80gsm"),
        ("  Élan—Crème  ", "elan creme"),
        ("luas 5 m²", "luas 5 m2"),
        ('"OR" NOT (x:y) * ^', "or not x y"),
        ("", ""),
        ("!!!", ""),
    ],
)
def test_words_are_plain(text: str, words: str) -> None:
    assert normalise(text) == words


@given(st.text())
def test_normalising_is_done_once_for_all(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once
    assert once.isascii()
    assert not set(once) - set("0123456789abcdefghijklmnopqrstuvwxyz ")


@given(st.text())
def test_what_is_typed_becomes_few_words(text: str) -> None:
    words = search_words(text)
    assert len(words) <= MOST_WORDS
    assert len(set(words)) == len(words)
    assert all(words)
