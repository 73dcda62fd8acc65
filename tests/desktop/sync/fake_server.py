"""A backend in memory: decides by the core's own rules, numbers its feed, and loses answers when told to."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

import msgspec

from inaproc_core.errors import Refusal
from inaproc_core.orders.facts import Facts
from inaproc_core.orders.machine import decide, fold
from inaproc_core.orders.model import Order
from inaproc_core.orders.visibility import satker_scope, scopes_of, user_scope, vendor_scope, view_for
from inaproc_core.roles import Actor
from inaproc_core.wire.codec import decode_command, from_json, to_plain
from inaproc_core.wire.messages import (
    Envelope,
    FeedRow,
    HelloAnswer,
    Outcome,
    PullAnswer,
    PullRequest,
    RawPullAnswer,
    Session,
    SignInAnswer,
)
from inaproc_desktop.ports.data import BackendRefused, TrainingPerson, WorldFailed
from inaproc_desktop.ports.sync import Pack
from tests import builders

ACTORS = {
    actor.access_id: actor for actor in (builders.PP, builders.PPK, builders.VENDOR, builders.BENDAHARA)
}


@dataclass
class FakeServer:
    """Orders, feed and command log of one history.

    Attributes:
        lose: how many of the next answers get lost after the deed was done.
        offline: nothing reaches it.
        park: command types that need a fresh proof.
    """

    now: datetime = builders.NOW
    known: Facts = field(default_factory=builders.facts)
    epoch: str = "e1"
    catalogue_seq: int = 1
    page: int = 500
    lose: int = 0
    offline: bool = False
    park: set[str] = field(default_factory=set)
    retry: set[str] = field(default_factory=set)
    refuse_request: dict[str, BackendRefused | WorldFailed] = field(default_factory=dict)
    orders: dict[str, Order] = field(default_factory=dict)
    feed: dict[str, list[FeedRow]] = field(default_factory=dict)
    log: dict[str, Outcome] = field(default_factory=dict)
    received: list[str] = field(default_factory=list)
    executed: list[str] = field(default_factory=list)

    def publish(
        self, scope: str, kind: str, entity: str, row: Any, rev: int = 1, deleted: bool = False
    ) -> None:
        rows = self.feed.setdefault(scope, [])
        rows.append(
            FeedRow(
                scope=scope,
                seq=len(rows) + 1,
                kind=kind,
                entity=entity,
                rev=rev,
                row=to_plain(row),
                deleted=deleted,
            )
        )

    def open_office(self) -> None:
        """Publish what a satker and a penyedia know from the beginning."""
        scope = satker_scope("s-1")
        self.publish(scope, "satker", "s-1", builders.satker())
        self.publish(scope, "rup", "51402877", builders.rup())
        for actor in (builders.PP, builders.PPK, builders.BENDAHARA):
            self.publish(scope, "official", actor.access_id, builders.official(actor))
        self.publish(vendor_scope("v-1"), "vendor", "v-1", builders.vendor())

    def keep(self, order: Order) -> None:
        before = self.orders.get(order.id)
        self.orders[order.id] = order
        gone = set(scopes_of(before)) - set(scopes_of(order)) if before is not None else set()
        for scope in sorted(gone):
            self.publish(scope, "order", order.id, {}, rev=order.revision, deleted=True)
        for scope in scopes_of(order):
            self.publish(scope, "order", order.id, view_for(order, scope), rev=order.revision)

    def execute(self, envelope: Envelope) -> Outcome:
        self.received.append(envelope.cmd_id)
        known = self.log.get(envelope.cmd_id)
        if known is not None:
            return known
        if envelope.type in self.park:
            return Outcome(cmd_id=envelope.cmd_id, outcome="parked", code="session.step_up_required")
        if envelope.cmd_id in self.retry or envelope.type in self.retry:
            return Outcome(cmd_id=envelope.cmd_id, outcome="retry", code="server.busy")
        if envelope.depends_on and envelope.depends_on not in self.log:  # of a lost history
            return Outcome(cmd_id=envelope.cmd_id, outcome="retry", code="command.waits")
        outcome = self._decide(envelope)
        self.executed.append(envelope.cmd_id)
        self.log[envelope.cmd_id] = outcome
        actor = ACTORS[envelope.acting_as]
        self.publish(user_scope(actor.user_id), "ack", envelope.cmd_id, outcome)
        return outcome

    def _decide(self, envelope: Envelope) -> Outcome:
        actor: Actor = ACTORS[envelope.acting_as]
        before = self.orders.get(envelope.aggregate)
        revision = before.revision if before is not None else 0
        if envelope.depends_on and self.log[envelope.depends_on].outcome != "ok":
            return Outcome(cmd_id=envelope.cmd_id, outcome="skipped", code="command.other_refused")
        if envelope.base_rev != revision:
            return Outcome(
                cmd_id=envelope.cmd_id,
                outcome="conflict",
                code="order.revision_moved_on",
                facts={"seen": envelope.base_rev, "revision": revision},
                aggregate=envelope.aggregate,
            )
        command = decode_command(envelope.type, envelope.type_version, envelope.payload)
        decision = decide(before, command, actor, self.known, builders.context(self.now))
        if isinstance(decision, Refusal):
            return Outcome(
                cmd_id=envelope.cmd_id,
                outcome="rejected",
                code=decision.code,
                field=decision.field,
                facts=dict(decision.facts),
                aggregate=envelope.aggregate,
            )
        after = fold(before, decision, envelope.aggregate)
        assert after is not None
        self.keep(after)
        return Outcome(
            cmd_id=envelope.cmd_id,
            outcome="ok",
            aggregate=after.id,
            rev=after.revision,
            number=after.number,
        )


@dataclass
class FakeWire:
    """``ports.sync.Wire`` of one person over a fake server."""

    server: FakeServer
    actor: Actor
    pushes: list[int] = field(default_factory=list)

    def scopes(self) -> list[str]:
        actor = self.actor
        own = satker_scope(actor.satker_id) if actor.satker_id else vendor_scope(actor.vendor_id)
        return sorted([own, user_scope(actor.user_id)])

    def push(self, envelopes: Sequence[bytes]) -> list[Outcome]:
        self._reach()
        self.pushes.append(len(envelopes))
        opened = [from_json(raw, Envelope) for raw in envelopes]
        for envelope in opened:
            refused = self.server.refuse_request.get(envelope.type)
            if refused is not None:
                raise refused
        outcomes = [self.server.execute(envelope) for envelope in opened]
        if self.server.lose:
            self.server.lose -= 1
            raise WorldFailed("world.timeout", "answer lost")
        return outcomes

    def pull(self, request: PullRequest) -> RawPullAnswer:
        self._reach()
        server = self.server
        if request.epoch and request.epoch != server.epoch:
            raise BackendRefused(Refusal(code="sync.epoch_changed"), status=409)
        rows: list[FeedRow] = []
        heads: dict[str, int] = {}
        more = False
        for scope in self.scopes():
            after = request.cursors.get(scope, 0)
            held = server.feed.get(scope, [])
            page = held[after : after + max(server.page - len(rows), 0)]
            rows += page
            heads[scope] = page[-1].seq if page else after
            more = more or heads[scope] < len(held)
        answer = PullAnswer(
            epoch=server.epoch,
            scopes_version="1",
            rows=rows,
            heads=heads,
            more=more,
            scopes_removed=sorted(set(request.cursors) - set(self.scopes())),
            catalogue_seq=server.catalogue_seq,
        )
        return raw(answer)

    def catalogue_pack(self, known_seq: int) -> Pack | None:
        self._reach()
        if known_seq == self.server.catalogue_seq:
            return None
        return Pack(seq=self.server.catalogue_seq, lines=pack_lines(self.server.known))

    def hello(self) -> HelloAnswer:
        raise NotImplementedError

    def sign_in(self, username: str, password: str) -> SignInAnswer:
        raise NotImplementedError

    def second_factor(self, challenge: str, code: str) -> SignInAnswer:
        raise NotImplementedError

    def restore(self, refresh_token: str) -> Session:
        raise NotImplementedError

    def adopt(self, session: Session) -> None:
        raise NotImplementedError

    def renew(self) -> Session:
        raise NotImplementedError

    def step_up(self, code: str, password: str) -> int:
        self.server.park.clear()
        return 300

    def sign_out(self) -> None:
        raise NotImplementedError

    def training_people(self) -> tuple[TrainingPerson, ...]:
        return ()

    def reset_training(self) -> None:
        server = self.server
        server.orders.clear()
        server.feed.clear()
        server.log.clear()
        server.epoch += "'"
        server.open_office()

    def close(self) -> None:
        """Nothing to give back."""

    def _reach(self) -> None:
        if self.server.offline:
            raise WorldFailed("world.offline", "no route")


def raw(answer: PullAnswer) -> RawPullAnswer:
    """An answer as it comes over the wire."""
    return msgspec.json.decode(msgspec.json.encode(answer), type=RawPullAnswer)


def pack_lines(known: Facts) -> Iterator[bytes]:
    """Lines of a catalogue pack with these products."""
    assert known.vendor is not None
    blank = replace(known.vendor, bank_name="", bank_account="", bank_holder="")
    yield json.dumps({"kind": "vendor", **to_plain(blank)}).encode()
    for product in known.products.values():
        words = {"vendor_name": blank.name, "vendor_umkk": blank.umkk, "description": "", "published_at": ""}
        yield json.dumps({"kind": "product", **to_plain(product), **words}).encode()
