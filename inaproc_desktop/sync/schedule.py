"""When to try again: soon after a hint, every minute anyway, ever more rarely while nothing answers."""

from __future__ import annotations

import random

POLL_SECONDS = 60.0
"""Also while hints arrive: a stream behind a proxy may look alive and be dead (protocol.md 2.15)."""

_FIRST_SECONDS = 2.0
_LONGEST_SECONDS = 30.0
"""A minute after a link is back everything is in step (protocol.md 3.3 B5): two attempts fit in, because
what one machine sends then has to reach another."""
_SPREAD = 0.2


class Schedule:
    """Counts failures in a row and says how long to wait."""

    def __init__(self, dice: random.Random | None = None) -> None:
        self._dice = dice or random.Random()
        self._failures = 0

    def succeeded(self) -> float:
        """Return the seconds until the next poll."""
        self._failures = 0
        return POLL_SECONDS * self._dice.uniform(1 - _SPREAD, 1)

    def failed(self) -> float:
        """Return the seconds until the next attempt: twice as long each time, half of it by chance."""
        self._failures += 1
        ceiling = min(_FIRST_SECONDS * 2 ** (self._failures - 1), _LONGEST_SECONDS)
        return self._dice.uniform(ceiling / 2, ceiling)
