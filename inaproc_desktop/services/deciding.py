"""One command tried by the local rules, and one decided by the backend at once."""

from __future__ import annotations

from inaproc_core.errors import Refusal, Refused
from inaproc_core.orders.commands import Command
from inaproc_core.orders.context import Context
from inaproc_core.orders.facts import Facts
from inaproc_core.orders.machine import decide
from inaproc_core.orders.model import Order
from inaproc_core.roles import Actor
from inaproc_desktop.ports.data import Backend, BackendRefused
from inaproc_desktop.ports.ui import ChangeSet

NO_FACTS = Facts()


def refusal_of(
    order: Order | None, command: Command, actor: Actor, ctx: Context, facts: Facts = NO_FACTS
) -> Refusal | None:
    """Return why the local rules refuse a command, ``None`` when they would let it pass."""
    decision = decide(order, command, actor, facts, ctx)
    return decision if isinstance(decision, Refusal) else None


def require_allowed(
    order: Order | None, command: Command, actor: Actor, ctx: Context, facts: Facts = NO_FACTS
) -> Order:
    """Return the order when the local rules let a command pass.

    Raises:
        Refused: they do not.
    """
    refusal = refusal_of(order, command, actor, ctx, facts)
    if refusal is not None:
        raise Refused(refusal)
    assert order is not None  # the rules refuse these commands without an order
    return order


def decide_now(
    backend: Backend, order: Order, command: Command, actor: Actor, *kinds: str, initiator: str
) -> ChangeSet:
    """Let the backend decide an online-only command; returns what changed.

    Raises:
        BackendRefused: it said no, or found the order changed meanwhile.
        WorldFailed: no link, or no answer yet.
    """
    outcome = backend.run_now(command, actor=actor, order_id=order.id, base_rev=order.revision)
    if outcome.outcome != "ok":
        refusal = Refusal(code=outcome.code, facts=outcome.facts, field=outcome.field)
        raise BackendRefused(refusal, outcome.sentence)
    return ChangeSet.of("order", *kinds, ids=[order.id], initiator=initiator)
