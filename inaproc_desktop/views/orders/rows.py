"""What the list hands over to be written into a file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

SheetCell = str | int | date
"""Text, whole rupiah or counts, and days: each keeps its kind in a spreadsheet."""


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """A table as it is shown: headings and rows of equal length. ``money`` are the columns in rupiah."""

    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[SheetCell, ...], ...]
    money: tuple[int, ...] = ()
