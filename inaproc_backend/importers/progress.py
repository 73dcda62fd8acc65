"""Showing how far an import is: a bar on a terminal, a line every few seconds elsewhere."""

from __future__ import annotations

import time
from collections.abc import Callable
from types import TracebackType
from typing import Any, Protocol, TextIO

from inaproc_backend.importers.verdicts import Tally

_SECONDS = 5.0


class Progress(Protocol):
    """Told after every batch."""

    def __enter__(self) -> Progress:
        """Begin."""

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End, however it ended."""

    def advance(self, position: int, size: int, tally: Tally) -> None:
        """So many of so many bytes are read, and these are the counts."""


class Lines:
    """Plain lines, for logs and pipes."""

    def __init__(self, name: str, out: TextIO, clock: Callable[[], float] = time.monotonic) -> None:
        self._name = name
        self._out = out
        self._clock = clock
        self._next = clock() + _SECONDS

    def __enter__(self) -> Lines:
        """Begin."""
        return self

    def __exit__(self, *_error: object) -> None:
        """Nothing to put away."""

    def advance(self, position: int, size: int, tally: Tally) -> None:
        """Write a line when the last one is some seconds old."""
        if self._clock() < self._next:
            return
        self._next = self._clock() + _SECONDS
        percent = 100 * position // max(size, 1)
        self._out.write(f"{self._name}: {percent} % · {tally.records:,} baris\n".replace(",", "."))
        self._out.flush()


class Bar:
    """A bar by bytes with a count of records."""

    def __init__(self, name: str, out: TextIO) -> None:
        # Late: only an operator at a terminal needs it.
        from rich.console import Console
        from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

        self._rich: Any = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            TextColumn("{task.percentage:>3.0f} %"),
            TextColumn("{task.fields[records]} baris"),
            TimeRemainingColumn(),
            console=Console(file=out),
        )
        self._task = self._rich.add_task(name, total=None, records="0")

    def __enter__(self) -> Bar:
        """Show it."""
        self._rich.start()
        return self

    def __exit__(self, *_error: object) -> None:
        """Leave it as it stands."""
        self._rich.stop()

    def advance(self, position: int, size: int, tally: Tally) -> None:
        """Move it."""
        records = f"{tally.records:,}".replace(",", ".")
        self._rich.update(self._task, completed=position, total=max(size, 1), records=records)


def progress_for(name: str, out: TextIO) -> Progress:
    """Return a bar where somebody watches a terminal, else plain lines."""
    return Bar(name, out) if out.isatty() else Lines(name, out)
