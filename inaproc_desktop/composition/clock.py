"""The clock of the program: the only place of the desktop where the time is read."""

from __future__ import annotations

from datetime import UTC, datetime


class SystemClock:
    """Implements ``ports.ui.Clock``."""

    def now(self) -> datetime:
        """Return the present moment in UTC."""
        return datetime.now(UTC)
