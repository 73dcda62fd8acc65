"""Time: one true clock, and one for each machine that may be wrong."""

from __future__ import annotations

from datetime import datetime, timedelta


class TrueClock:
    """The backend's time; moves only when the simulation says so."""

    def __init__(self, start: datetime) -> None:
        self.start = start
        self.moment = start

    def __call__(self) -> datetime:
        """Return the moment."""
        return self.moment

    def forward(self, seconds: float) -> None:
        """Let time pass."""
        self.moment += timedelta(seconds=seconds)

    def monotonic(self) -> float:
        """Return seconds since the start."""
        return (self.moment - self.start).total_seconds()


class MachineClock:
    """A machine's wall clock: the true time and an error."""

    def __init__(self, true: TrueClock) -> None:
        self._true = true
        self.error = timedelta()

    def now(self) -> datetime:
        """Return what the machine takes for the time."""
        return self._true() + self.error
