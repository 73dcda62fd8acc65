"""What became of each record, and the shape that every importer has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any, Protocol

from sqlalchemy import Connection

from inaproc_core.errors import Refusal

Row = dict[str, Any]
"""Columns of the database; ``None`` and ``""`` mean that the file does not know, and change nothing."""


class Verdict(StrEnum):
    """What became of a record."""

    TAKEN = "taken"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    REFUSED = "refused"


@dataclass(frozen=True)
class Numbered:
    """A row with the line of the file that it comes from."""

    line: int
    row: Row


@dataclass
class Tally:
    """Counts of one file."""

    counts: Counter[Verdict] = field(default_factory=Counter)
    last_line: int = 0
    kept_line: int = 0
    """Last line whose batch is safely in the database."""

    @property
    def records(self) -> int:
        """How many records there were."""
        return sum(self.counts.values())


class Importer(Protocol):
    """One kind of file."""

    @property
    def required(self) -> Sequence[str]:
        """Columns without which a file is not of this kind."""

    @property
    def repeats(self) -> bool:
        """Whether equal records are real; otherwise the second of a key must say the same as the first."""

    def read(self, values: Mapping[str, Any]) -> Row:
        """Return the row that a record describes.

        Raises:
            Refused: naming the column that is at fault.
        """

    def key(self, row: Row) -> str:
        """Return what makes the record the same thing in two files; told to the operator."""

    def store(
        self, connection: Connection, rows: Sequence[Numbered], now: datetime
    ) -> Sequence[Verdict | Refusal]:
        """Write a batch in the given transaction; one answer for each row, in order."""
