"""How the connection stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from inaproc_desktop.ports.understanding import UNDERSTOOD, Understanding


@dataclass(frozen=True, kw_only=True)
class Link:
    """State of the connection and of the outbox, for the sync pill.

    Attributes:
        online: the last request succeeded.
        syncing: a push or pull is running.
        waiting: deeds not yet answered.
        attention: refused, conflicting or parked deeds that nobody has answered.
        synced_at: end of the last complete pull.
        others: deeds of other people on this PC, only counted.
        contact_at: when the backend last answered anything in this run of the program.
        held_back: rows that the backend would delete at once, so many that nothing is applied before the
            person has looked and agreed.
        understanding: versions and clocks of program and backend.
    """

    online: bool
    syncing: bool
    waiting: int
    attention: int
    synced_at: datetime | None
    others: int = 0
    contact_at: datetime | None = None
    held_back: int = 0
    understanding: Understanding = UNDERSTOOD
