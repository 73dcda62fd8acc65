"""The next BAST number in the satker's own pattern. A proposal only: the PPK may write another."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

_DIGITS = re.compile(r"\d+")
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_YEAR_LETTERS = 4
_CENTURIES = ("19", "20")


def next_number(known: Sequence[str], today: date) -> str:
    """Return the number that follows.

    Args:
        known: numbers in use, newest first.
        today: local day at the satker; its year and Roman month take the place of older ones.

    Returns:
        The newest number with its sequence counted on (``027/BAST/001/2026`` gives ``027/BAST/002/2026``),
        beginning again with a new year; ``001/BAST/<year>`` where there is none to follow.
    """
    if not known:
        return f"001/BAST/{today.year}"
    newest = known[0]
    groups = list(_DIGITS.finditer(newest))
    sequence = _sequence(newest, groups, known[1:])
    if sequence is None:
        return newest
    fresh_year = any(_is_year(g.group()) and int(g.group()) != today.year for g in groups)
    value = 1 if fresh_year else int(sequence.group()) + 1
    while True:
        offered = _with(newest, groups, sequence, value, today)
        if offered not in known:
            return offered
        value += 1


def _sequence(newest: str, groups: list[re.Match[str]], older: Sequence[str]) -> re.Match[str] | None:
    """Return the group of digits that counts: the one that moved since an older number, else the last."""
    counting = [group for group in groups if not _is_year(group.group())]
    for other in older:
        if _DIGITS.sub("#", other) != _DIGITS.sub("#", newest):
            continue
        before = _DIGITS.findall(other)
        moved = [
            group for at, group in enumerate(groups) if group.group() != before[at] and group in counting
        ]
        if moved:
            return moved[-1]
    return counting[-1] if counting else None


def _with(newest: str, groups: list[re.Match[str]], sequence: re.Match[str], value: int, today: date) -> str:
    made, at = "", 0
    for group in groups:
        made += newest[at : group.start()]
        text = group.group()
        if group is sequence:
            text = str(value).zfill(len(text))
        elif _is_year(text):
            text = str(today.year)
        made, at = made + text, group.end()
    made += newest[at:]
    parts = re.split(r"([/.\- ])", made)
    month = _ROMAN[today.month - 1]
    return "".join(month if part in _ROMAN else part for part in parts)


def _is_year(text: str) -> bool:
    return len(text) == _YEAR_LETTERS and text.startswith(_CENTURIES)
