"""Column specifications: how a frozen row becomes cells. No toolkit here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Generic, TypeVar

from inaproc_desktop.views.widgets.values import PillText, Tone

R = TypeVar("R")


class Align(StrEnum):
    """Where a cell's text stands; numbers stand RIGHT."""

    LEFT = "left"
    RIGHT = "right"
    CENTER = "center"


@dataclass(frozen=True, kw_only=True)
class Column(Generic[R]):
    """One column of a table.

    Attributes:
        key: stable name, for sorting and for remembering the width.
        title: the heading.
        text: the cell's first line.
        secondary: its second line, muted; only in tables of two lines.
        pill: a state after the text, or alone where the text is empty.
        align: see :class:`Align`.
        width: in pixels at 100 %; for a stretching column the least it is given.
        stretch: takes a share of the room that is left.
        strong: whether the first line is semibold.
        tone: colour of the first line, None for the usual one.
        tooltip: what is said on hovering; usually the whole text, when it does not fit.
        sort_key: when given, the table sorts the rows it has by this.
        sortable: when True without a key, the heading asks the screen (``sort_asked``).
    """

    key: str
    title: str
    text: Callable[[R], str]
    secondary: Callable[[R], str] | None = None
    pill: Callable[[R], PillText | None] | None = None
    align: Align = Align.LEFT
    width: int = 120
    stretch: bool = False
    strong: bool = False
    tone: Callable[[R], Tone | None] | None = None
    tooltip: Callable[[R], str] | None = None
    sort_key: Callable[[R], Any] | None = None
    sortable: bool = False

    @property
    def can_sort(self) -> bool:
        """Whether its heading may be clicked."""
        return self.sortable or self.sort_key is not None


@dataclass(frozen=True)
class Cell:
    """What one cell shows."""

    text: str
    secondary: str = ""
    pill: PillText | None = None
    tone: Tone | None = None

    def spoken(self) -> str:
        """Return all words of the cell, for a screen reader and for copying."""
        return ", ".join(
            part for part in (self.text, self.secondary, self.pill.text if self.pill else "") if part
        )


def cell_of(column: Column[R], row: R) -> Cell:
    """Return what a column shows of a row."""
    return Cell(
        text=column.text(row),
        secondary=column.secondary(row) if column.secondary else "",
        pill=column.pill(row) if column.pill else None,
        tone=column.tone(row) if column.tone else None,
    )
