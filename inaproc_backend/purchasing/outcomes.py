"""Outcomes of commands: the value, its sentence, its stored bytes."""

from __future__ import annotations

from inaproc_core.errors import Refusal
from inaproc_core.orders.model import Order
from inaproc_core.sentences import Sentences
from inaproc_core.wire.messages import Envelope, Outcome, OutcomeKind


class Undecided(Exception):  # noqa: N818 - an answer, not a fault of the program
    """The command was not decided and may be sent again with the same id; nothing was written."""

    def __init__(self, kind: OutcomeKind, refusal: Refusal) -> None:
        super().__init__(refusal.code)
        self.kind = kind
        self.refusal = refusal


def accepted(envelope: Envelope, order: Order) -> Outcome:
    """Return the outcome of a command that took effect."""
    return Outcome(
        cmd_id=envelope.cmd_id,
        outcome="ok",
        aggregate=envelope.aggregate,
        rev=order.revision,
        number=order.number,
    )


def refused(envelope: Envelope, kind: OutcomeKind, refusal: Refusal, sentences: Sentences) -> Outcome:
    """Return the outcome of a command that did not take effect, with the sentence to show."""
    return Outcome(
        cmd_id=envelope.cmd_id,
        outcome=kind,
        code=refusal.code,
        field=refusal.field,
        facts=dict(refusal.facts),
        sentence=sentences.of(refusal.code, refusal.facts),
        aggregate=envelope.aggregate,
    )
