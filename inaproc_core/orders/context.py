"""What every guard gets beside order, command, actor and facts: the rules of the day and the time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from inaproc_core.calendar import WorkCalendar, add_working_days, local_date
from inaproc_core.errors import refuse
from inaproc_core.orders.facts import SatkerFact
from inaproc_core.orders.model import Order, Person
from inaproc_core.policy import Policy
from inaproc_core.roles import Actor


@dataclass(frozen=True, kw_only=True)
class Context:
    """The rules in force and the moment of the decision.

    Attributes:
        policy: rules at this date (and region).
        calendar: working days.
        now: aware; the backend's clock where it counts.
    """

    policy: Policy
    calendar: WorkCalendar
    now: datetime

    def deadline(self, days: int) -> datetime:
        """Return the end (23:59:59) of the n-th working day from now (orders.md §12.5)."""
        return add_working_days(self.now, days, self.calendar, self.policy.deadline_zone)

    def today(self, order: Order | None = None, satker: SatkerFact | None = None) -> date:
        """Return the local date at the satker of an order, or where deadlines are counted."""
        place = satker or (order.satker if order is not None else None)
        return local_date(self.now, place.zone if place is not None else self.policy.deadline_zone)


def person(actor: Actor) -> Person:
    """Freeze the actor for the record."""
    return Person(
        user_id=actor.user_id,
        access_id=actor.access_id,
        role=actor.role,
        name=actor.name,
        position=actor.position,
        nip=actor.nip,
    )


def require_reason(text: str, ctx: Context, at: str = "reason") -> str:
    """Return a reason without surrounding blanks; at least the policy's length (orders.md §12.8)."""
    reason = text.strip()
    if len(reason) < ctx.policy.reason_min_length:
        refuse("reason.too_short", at=at, minimum=ctx.policy.reason_min_length, length=len(reason))
    return reason
