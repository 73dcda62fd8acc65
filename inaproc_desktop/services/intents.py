"""What goes with a command that may wait for the link: what the person saw, and until when they mean it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from inaproc_core.orders import commands as c
from inaproc_core.orders.context import Context
from inaproc_core.orders.model import Order
from inaproc_core.orders.offline import CLASS_OF, DeedClass


@dataclass(frozen=True, kw_only=True)
class Intent:
    """Guards and expiry of one command (protocol.md 2.5).

    Attributes:
        guards: what the person saw, in plain values.
        not_after: a later arrival asks again instead of surprising; ``None`` for no limit.
    """

    guards: Mapping[str, str | int] = field(default_factory=dict)
    not_after: datetime | None = None


def intent_of(command: c.Command, order: Order | None, ctx: Context) -> Intent:
    """Return the guards and the expiry of a command that is given now.

    A checkout is meant for so many hours (policy ``checkout.intent_hours``), a move in an order that takes
    turns until the deadline of the turn; what has happened in the world is reported whenever there is a link.
    """
    if isinstance(command, c.SubmitCheckout):
        return Intent(
            guards={"total": command.max_total, "catalogue_seq": command.checkout.catalogue_seq},
            not_after=ctx.now + timedelta(hours=ctx.policy.checkout_intent_hours),
        )
    if CLASS_OF[type(command)] is DeedClass.TURN and order is not None:
        return Intent(guards={"round_no": len(order.rounds)}, not_after=order.deadline)
    return Intent()
