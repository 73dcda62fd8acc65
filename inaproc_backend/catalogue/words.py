"""Words for full-text search, alike in both databases: lower case, no accents, cut at what is no letter."""

from __future__ import annotations

import re
import unicodedata

LONGEST_QUERY = 200
"""Characters of a search text that count; the rest is ignored."""

MOST_WORDS = 12

_CUT = re.compile(r"[^0-9a-z]+")


def normalise(text: str) -> str:
    """Return the words of a text with one blank between: ``Kertas HVS A4/80g`` is ``kertas hvs a4 80g``."""
    if not text.isascii():
        decomposed = unicodedata.normalize("NFKD", text.replace("²", "2").replace("³", "3"))
        text = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return " ".join(part for part in _CUT.split(text.casefold()) if part)


def search_words(query: str) -> list[str]:
    """Return the words of what somebody typed, each once, the last perhaps unfinished."""
    return list(dict.fromkeys(normalise(query[:LONGEST_QUERY]).split()))[:MOST_WORDS]
