"""Deciding one command inside its transaction, and writing what follows from it.

Access → dependency, expiry, shape → the order as it stands → facts → the core decides → effects.

A refusal by a rule is a decision like any other. Only what may still change by itself is left undecided.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol

import msgspec
from sqlalchemy import Connection

from inaproc_backend.feed.publish import Entry
from inaproc_backend.purchasing import log
from inaproc_backend.purchasing.actors import CONSEQUENTIAL, Sender, is_fresh, load_actor
from inaproc_backend.purchasing.attachments import check_named
from inaproc_backend.purchasing.effects import Step, SwitchesRevision, write_step
from inaproc_backend.purchasing.gathering import SignedDocuments, gather
from inaproc_backend.purchasing.outcomes import Undecided, accepted, refused
from inaproc_backend.services import Services
from inaproc_backend.storage.facts import load_satker
from inaproc_backend.storage.statements import Statement
from inaproc_core.calendar import Zone, local_date
from inaproc_core.errors import Refusal, Refused, refuse
from inaproc_core.orders import commands as c
from inaproc_core.orders.context import Context
from inaproc_core.orders.facts import SatkerFact
from inaproc_core.orders.machine import decide, fold
from inaproc_core.orders.model import Order
from inaproc_core.orders.visibility import satker_scope, scopes_of, user_scope, vendor_scope
from inaproc_core.roles import Actor, Role
from inaproc_core.sentences import Sentences
from inaproc_core.values import ulid
from inaproc_core.wire.command_book import CommandBook
from inaproc_core.wire.messages import Envelope, Outcome

_ORDER = Statement("SELECT image FROM orders WHERE id = :id /*pg FOR UPDATE*/")
_DECODER = msgspec.json.Decoder(Order)


class Documents(SignedDocuments, SwitchesRevision, Protocol):
    """What purchasing needs of the document store."""


@dataclass(frozen=True, kw_only=True)
class Asked:
    """One command as it came in.

    Attributes:
        envelope: its shape already checked (``batch.check_batch``).
        token: the access token it came with; ``SERVICE_TOKEN`` for the service's own.
        sentences: in the language of whoever reads the refusal.
    """

    envelope: Envelope
    token: str
    sentences: Sentences


@dataclass(frozen=True, kw_only=True)
class Decided:
    """A decision with everything that is written of it.

    Attributes:
        entries: feed rows that the caller publishes last.
        before_digest, after_digest: of the order's image, for the audit row.
        policy_version: of the rules it was decided by, empty for a refusal.
    """

    outcome: Outcome
    entries: list[Entry]
    before_digest: str = ""
    after_digest: str = ""
    policy_version: str = ""


class Decider:
    """Decides commands and writes what follows from them. Has no state of its own."""

    def __init__(self, services: Services, documents: Documents) -> None:
        self._services = services
        self._documents = documents

    def decide(self, connection: Connection, asked: Asked, sender: Sender, now: datetime) -> Decided:
        """Return the decision; refusals by rules are decisions too and end in the log."""
        services, envelope, sentences = self._services, asked.envelope, asked.sentences
        try:
            today = local_date(now, Zone.WIB)
            rules = services.registration.at(today)
            actor = load_actor(connection, sender, envelope.acting_as, today, rules)
            self._check_dependency(connection, envelope, sender)
            if envelope.not_after is not None and now > envelope.not_after:
                refuse("command.intent_expired", at="not_after", until=envelope.not_after.isoformat())
            command = _decode(services.commands, envelope)
            check_named(envelope, command)
            raw = _ORDER.one(connection, {"id": envelope.aggregate})
            before = _DECODER.decode(raw[0]) if raw is not None else None
            moved_on = _check_order(before, actor, envelope)
            if moved_on is not None:
                return Decided(outcome=refused(envelope, "conflict", moved_on, sentences), entries=[])
            if type(command) in CONSEQUENTIAL and not is_fresh(
                sender.stepped_up_at, services.config.lifetimes, now
            ):
                raise Undecided("parked", Refusal(code="session.step_up_required"))
            context, satker = self._context(connection, before, actor, now)
            step = self._step(connection, envelope, command, actor, before, context, satker)
            image, entries = write_step(connection, step, self._documents)
        except _Skipped as skipped:
            return Decided(outcome=refused(envelope, "skipped", skipped.refusal, sentences), entries=[])
        except Refused as error:
            return Decided(outcome=refused(envelope, "rejected", error.refusal, sentences), entries=[])
        return Decided(
            outcome=accepted(envelope, step.after),
            entries=entries,
            before_digest=_digest(bytes(raw[0])) if raw is not None else "",
            after_digest=_digest(image),
            policy_version=context.policy.version,
        )

    def _step(
        self,
        connection: Connection,
        envelope: Envelope,
        command: c.Command,
        actor: Actor,
        before: Order | None,
        context: Context,
        satker: SatkerFact | None,
    ) -> Step:
        facts = gather(
            connection,
            command,
            actor,
            before,
            documents=self._documents,
            order_number=f"EP-{ulid(context.now, self._services.bits(80))}",
            satker=satker,
            today=local_date(context.now, Zone.WIB),
            year=context.policy.on.year,
        )
        decision = decide(before, command, actor, facts, context)
        if isinstance(decision, Refusal):
            raise Refused(decision)
        after = fold(before, decision, envelope.aggregate)
        if after is None:
            message = f"{envelope.type} was accepted without an event"
            raise RuntimeError(message)
        if before is None:
            after = replace(after, simulation=self._services.config.training)
        return Step(
            before=before,
            after=after,
            events=decision,
            command=command,
            cmd_id=envelope.cmd_id,
            now=context.now,
            year=context.policy.on.year,
        )

    def _context(
        self, connection: Connection, order: Order | None, actor: Actor, now: datetime
    ) -> tuple[Context, SatkerFact | None]:
        """Return the rules of the local day at the satker's place, and the satker."""
        satker = order.satker if order is not None else None
        if satker is None and actor.satker_id:
            found = load_satker(connection, actor.satker_id)
            satker = found[0] if found is not None else None
        day = local_date(now, satker.zone if satker is not None else Zone.WIB)
        policy = self._services.policies.at(day, satker.region_code if satker is not None else None)
        return Context(policy=policy, calendar=self._services.calendar, now=now), satker

    def _check_dependency(self, connection: Connection, envelope: Envelope, sender: Sender) -> None:
        if not envelope.depends_on:
            return
        kind = log.outcome_kind(connection, envelope.depends_on, sender.user_id)
        facts = {"depends_on": envelope.depends_on}
        if not kind:
            raise Undecided("retry", Refusal(code="command.waits_for_other", facts=facts, field="depends_on"))
        if kind != "ok":
            raise _Skipped(Refusal(code="command.other_refused", facts=facts, field="depends_on"))


class _Skipped(Exception):  # noqa: N818 - an answer, not a fault of the program
    """The command this one builds on did not take effect."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.code)
        self.refusal = refusal


def _decode(book: CommandBook, envelope: Envelope) -> c.Command:
    try:
        return book.decode(envelope.type, envelope.type_version, envelope.payload)
    except Refused as error:
        if error.refusal.code == "command.unsupported_version":
            # A later backend may know it: undecided, so that the command stays as it is.
            raise Undecided("parked", error.refusal) from None
        raise


def _check_order(order: Order | None, actor: Actor, envelope: Envelope) -> Refusal | None:
    """Return the conflict when the order has moved on since the person saw it.

    Raises:
        Refused: ``order.not_yours``: the actor's access does not see this order at all, so that not even its
            revision is told.
    """
    if order is not None and actor.role is not Role.SYSTEM:
        own = {user_scope(actor.user_id)}
        if actor.satker_id:
            own.add(satker_scope(actor.satker_id))
        if actor.vendor_id:
            own.add(vendor_scope(actor.vendor_id))
        # A draft that was thrown away is nobody's to see, and still its author's.
        if own.isdisjoint(scopes_of(order) or (user_scope(order.buyer.user_id),)):
            refuse("order.not_yours")
    revision = order.revision if order is not None else 0
    if envelope.base_rev == revision:
        return None
    return Refusal(
        code="order.revision_moved_on", facts={"seen": envelope.base_rev, "revision": revision}, field=""
    )


def _digest(image: bytes) -> str:
    return hashlib.sha256(image).hexdigest()
