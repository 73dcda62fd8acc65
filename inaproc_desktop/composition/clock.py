"""The clocks of the program: the only place of the desktop where the time is read."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from inaproc_desktop.ports.ui import Clock


class SystemClock:
    """Implements ``ports.ui.Clock``."""

    def now(self) -> datetime:
        """Return the present moment in UTC."""
        return datetime.now(UTC)


class ServerClock:
    """The backend's time as far as it is known: deadlines and ages are shown by it, refusals expected."""

    def __init__(self, computer: Clock, offset: Callable[[], timedelta]) -> None:
        """Correct a clock.

        Args:
            computer: the computer's own clock.
            offset: what has to be added to it.
        """
        self._computer = computer
        self._offset = offset

    def now(self) -> datetime:
        """Return the present moment in UTC."""
        return self._computer.now() + self._offset()
