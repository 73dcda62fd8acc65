"""Executing one command: everything it does, or nothing, and its outcome once and for ever.

The steps are those of protocol.md 2.7: known command? → session and access → dependency, expiry, shape →
order as it stands → facts → the core decides → effects → log and audit → feed numbers last → commit → wake.
"""

from __future__ import annotations

import hashlib
import logging
import traceback
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol

import msgspec
from sqlalchemy import Connection

from inaproc_backend.feed.publish import Entry, publish
from inaproc_backend.incidents import count_incidents, note_incident
from inaproc_backend.purchasing import audit, log
from inaproc_backend.purchasing.actors import CONSEQUENTIAL, Sender, find_sender, is_fresh, load_actor
from inaproc_backend.purchasing.effects import OrderMovedOnError, Step, SwitchesRevision, write_step
from inaproc_backend.purchasing.gathering import SignedDocuments, gather
from inaproc_backend.purchasing.outcomes import Undecided, accepted, refused
from inaproc_backend.services import Services
from inaproc_backend.storage.database import lost_race
from inaproc_backend.storage.facts import load_satker
from inaproc_backend.storage.statements import Statement
from inaproc_backend.storage.times import to_text
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
from inaproc_core.wire.codec import decode_command
from inaproc_core.wire.messages import Envelope, Outcome, OutcomeKind

_LOG = logging.getLogger(__name__)

_ATTEMPTS = 8
_QUARANTINE_AFTER = 3

_ORDER = Statement("SELECT image FROM orders WHERE id = :id /*pg FOR UPDATE*/")
_SAVEPOINT = Statement("SAVEPOINT one_command")
_ROLLBACK = Statement("ROLLBACK TO SAVEPOINT one_command")
_RELEASE = Statement("RELEASE SAVEPOINT one_command")
_DECODER = msgspec.json.Decoder(Order)
_ENCODER = msgspec.json.Encoder()


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
class _Decided:
    """A decision with everything that is written of it."""

    outcome: Outcome
    entries: list[Entry]
    before_digest: str = ""
    after_digest: str = ""
    policy_version: str = ""


class CommandHandler:
    """Executes envelopes, one transaction each. Has no state of its own; any thread may call it."""

    def __init__(self, services: Services, documents: Documents) -> None:
        self._services = services
        self._documents = documents

    def execute(self, asked: Asked) -> bytes:
        """Execute a command in a transaction of its own, or return what it came to before.

        Returns:
            JSON of the ``Outcome``: for a decided command the same bytes every time.

        Raises:
            Refused: ``command.id_reused``, or ``session.token_expired``.
        """
        for _ in range(_ATTEMPTS):
            try:
                with self._services.database.write() as connection:
                    result, heads = self._run(connection, asked)
            except Undecided as undecided:
                return _undecided(asked, undecided.kind, undecided.refusal)
            except Refused:
                raise
            except Exception as error:  # one bad command must not stop the others of its batch
                if not (isinstance(error, OrderMovedOnError) or lost_race(error)):
                    return self._failed(asked, error)
            else:
                self._services.wake.announce(heads)
                return result
        return _undecided(asked, "retry", Refusal(code="server.busy"))

    def execute_together(self, all_asked: Sequence[Asked]) -> list[bytes | Refused]:
        """Execute commands one after the other and make them durable by one commit (SQLite).

        Each is a nested transaction: it takes effect whole or not at all, and sees those before it. Nothing
        is answered before the common commit.

        Returns:
            For each command its outcome's JSON, or the refusal that ``execute`` would raise.
        """
        answers: list[bytes | Refused | Exception] = []
        heads: dict[str, int] = {}
        try:
            with self._services.database.write() as connection:
                for asked in all_asked:
                    answers.append(self._run_nested(connection, asked, heads))
        except Exception as error:  # the commit failed, so nothing of the group happened
            answers = [error for _ in all_asked]
        else:
            self._services.wake.announce(heads)
        return [
            self._failed(asked, answer)
            if isinstance(answer, Exception) and not isinstance(answer, Refused)
            else answer
            for asked, answer in zip(all_asked, answers, strict=True)
        ]

    def _run_nested(
        self, connection: Connection, asked: Asked, heads: dict[str, int]
    ) -> bytes | Refused | Exception:
        _SAVEPOINT.run(connection)
        try:
            result, own = self._run(connection, asked)
        except Exception as error:  # an answer or a fault; either way this command leaves no trace
            _ROLLBACK.run(connection)
            _RELEASE.run(connection)
            if isinstance(error, Undecided):
                return _undecided(asked, error.kind, error.refusal)
            return error
        _RELEASE.run(connection)
        heads.update(own)
        return result

    def _run(self, connection: Connection, asked: Asked) -> tuple[bytes, Mapping[str, int]]:
        """Decide a command and write everything of it; return its outcome and the feed heads to announce."""
        envelope, now = asked.envelope, self._services.clock()
        sender = find_sender(connection, asked.token, now)
        fingerprint = log.fingerprint_of(envelope, sender.user_id)
        known = log.find_result(connection, envelope, fingerprint)
        if known is not None:
            return known, {}
        decided = self._decide(connection, asked, sender, now)
        result = _ENCODER.encode(decided.outcome)
        log.add(connection, envelope, sender, fingerprint, decided.outcome, result, now)
        scope = user_scope(sender.user_id)
        audit.append(
            connection,
            scope,
            {
                "at": to_text(now),
                "actor": sender.user_id,
                "acting_as": envelope.acting_as,
                "device_id": envelope.device_id or sender.device_id,
                "cmd_id": envelope.cmd_id,
                "type": envelope.type,
                "aggregate": envelope.aggregate,
                "outcome": decided.outcome.outcome,
                "code": decided.outcome.code,
                "before_digest": decided.before_digest,
                "after_digest": decided.after_digest,
                "policy_version": decided.policy_version,
            },
        )
        ack = Entry(scope=scope, kind="ack", entity=envelope.cmd_id, rev=1, row=result)
        return result, publish(connection, [*decided.entries, ack])

    def _decide(self, connection: Connection, asked: Asked, sender: Sender, now: datetime) -> _Decided:
        """Return the decision; refusals by rules are decisions too and end in the log."""
        services, envelope, sentences = self._services, asked.envelope, asked.sentences
        try:
            actor = load_actor(connection, sender, envelope.acting_as, local_date(now, Zone.WIB))
            self._check_dependency(connection, envelope, sender)
            if envelope.not_after is not None and now > envelope.not_after:
                refuse("command.intent_expired", at="not_after", until=envelope.not_after.isoformat())
            command = _decode(envelope)
            raw = _ORDER.one(connection, {"id": envelope.aggregate})
            before = _DECODER.decode(raw[0]) if raw is not None else None
            moved_on = _check_order(before, actor, envelope)
            if moved_on is not None:
                return _Decided(outcome=refused(envelope, "conflict", moved_on, sentences), entries=[])
            if type(command) in CONSEQUENTIAL and not is_fresh(
                sender.stepped_up_at, services.config.lifetimes, now
            ):
                raise Undecided("parked", Refusal(code="session.step_up_required"))
            context, satker = self._context(connection, before, actor, now)
            step = self._step(connection, envelope, command, actor, before, context, satker)
            image, entries = write_step(connection, step, self._documents)
        except _Skipped as skipped:
            return _Decided(outcome=refused(envelope, "skipped", skipped.refusal, sentences), entries=[])
        except Refused as error:
            return _Decided(outcome=refused(envelope, "rejected", error.refusal, sentences), entries=[])
        return _Decided(
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

    def _failed(self, asked: Asked, error: Exception) -> bytes:
        """Our own fault: keep it for the operator; after the third time the command is set aside."""
        envelope = asked.envelope
        trace = "".join(traceback.format_exception(error))
        number = note_incident(self._services, where=envelope.type, detail=trace, cmd_id=envelope.cmd_id)
        _LOG.error("incident %s in command %s (%s)", number, envelope.cmd_id, envelope.type, exc_info=error)
        facts: Mapping[str, str | int] = {"incident": number}
        if count_incidents(self._services, envelope.cmd_id) >= _QUARANTINE_AFTER:
            return _undecided(asked, "parked", Refusal(code="command.quarantined", facts=facts))
        return _undecided(asked, "retry", Refusal(code="server.incident", facts=facts))


class _Skipped(Exception):  # noqa: N818 - an answer, not a fault of the program
    """The command this one builds on did not take effect."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.code)
        self.refusal = refusal


def _undecided(asked: Asked, kind: OutcomeKind, refusal: Refusal) -> bytes:
    return _ENCODER.encode(refused(asked.envelope, kind, refusal, asked.sentences))


def _decode(envelope: Envelope) -> c.Command:
    try:
        return decode_command(envelope.type, envelope.type_version, envelope.payload)
    except Refused as error:
        if error.refusal.code == "wire.unknown_version":
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
        if own.isdisjoint(scopes_of(order)):
            refuse("order.not_yours")
    revision = order.revision if order is not None else 0
    if envelope.base_rev == revision:
        return None
    return Refusal(
        code="order.revision_moved_on", facts={"seen": envelope.base_rev, "revision": revision}, field=""
    )


def _digest(image: bytes) -> str:
    return hashlib.sha256(image).hexdigest()
