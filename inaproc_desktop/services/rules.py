"""The rules of the day, for deciding on this machine before anything is sent."""

from __future__ import annotations

from inaproc_core.calendar import WorkCalendar, local_date
from inaproc_core.orders.context import Context
from inaproc_core.orders.facts import SatkerFact
from inaproc_core.policy import Policy
from inaproc_desktop.ports.rules import PolicySource
from inaproc_desktop.ports.ui import Clock


class Rules:
    """Rule book, calendar and clock, asked for one moment at a time."""

    def __init__(self, book: PolicySource, calendar: WorkCalendar, clock: Clock) -> None:
        self._book = book
        self.calendar = calendar
        self._clock = clock

    def context(self, satker: SatkerFact | None = None) -> Context:
        """Return the rules in force now at a satker (its local day and region), or nationally."""
        now = self._clock.now()
        return Context(policy=self.policy(satker), calendar=self.calendar, now=now)

    def policy(self, satker: SatkerFact | None = None) -> Policy:
        """Return the rule values in force today."""
        now = self._clock.now()
        national = self._book.at(now.date())
        zone = satker.zone if satker is not None else national.deadline_zone
        return self._book.at(local_date(now, zone), satker.region_code if satker is not None else None)
