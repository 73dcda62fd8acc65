"""One measurement beside its floor, and how it is printed."""

from __future__ import annotations

import statistics
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Measurement:
    """A figure and what it is compared with.

    Attributes:
        name: what was measured.
        value: the figure.
        unit: its unit.
        floor: the same work done bare, in the same run; ``None`` when the aim is absolute.
        aim: what the ratio (or the figure itself, without a floor) should reach.
        more_is_better: whether the aim is a lower bound.
    """

    name: str
    value: float
    unit: str
    floor: float | None = None
    aim: float | None = None
    more_is_better: bool = False

    @property
    def compared(self) -> float:
        """The ratio to the floor, or the figure itself."""
        return self.value / self.floor if self.floor else self.value

    @property
    def reached(self) -> bool:
        """Whether the aim is reached; a figure without an aim always is."""
        if self.aim is None:
            return True
        return self.compared >= self.aim if self.more_is_better else self.compared <= self.aim

    def line(self) -> str:
        """Return one line for the report."""
        text = f"{self.name:<58} {self.value:>10.1f} {self.unit:<8}"
        if self.floor is not None:
            text += f" floor {self.floor:>9.1f}  ratio {self.compared:>5.2f}"
        if self.aim is not None:
            sign = "≥" if self.more_is_better else "≤"
            what = "" if self.floor is not None else f" {self.unit}"
            text += f"  aim {sign} {self.aim:g}{what}  {'reached' if self.reached else 'NOT REACHED'}"
        return text


def median_of(runs: int, once: Callable[[], float]) -> float:
    """Return the median of several runs, after one that does not count."""
    once()
    return statistics.median(once() for _ in range(runs))


def percentile(values: list[float], share: float) -> float:
    """Return e.g. the 95th percentile (``share=0.95``) by nearest rank."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]
