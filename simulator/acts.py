"""What people do at their machines in one step."""

from __future__ import annotations

import random
from datetime import timedelta

from inaproc_core.errors import Refused
from inaproc_core.orders import commands as c
from inaproc_core.orders.offline import ONLINE_ONLY
from inaproc_core.roles import Actor
from inaproc_core.values import Rupiah, uuid7
from inaproc_core.wire.messages import Session
from inaproc_desktop.ports.data import DeedState, OrderView, WorldFailed
from inaproc_desktop.ports.ordering import Reply
from simulator import deeds
from simulator.clocks import TrueClock
from simulator.machine import Machine
from simulator.server import Server, ServerDied
from simulator.trace import Trace
from simulator.watch import Watch
from tests import builders as b
from tests.backend.office import PASSWORD

_LOOKS = 4
_CROWDED = 2
_HELD = (
    "SELECT entity FROM base WHERE kind = 'order' UNION SELECT order_id FROM outbox"
    " WHERE command IN ('order.submit_checkout', 'order.save_draft') ORDER BY 1"
)
"""Orders that a person may find on the screen: confirmed ones and own new ones."""

_INTENT_HOLDS = timedelta(hours=72)


class People:
    """Lets the person at a machine act."""

    def __init__(self, *, server: Server, clock: TrueClock, dice: random.Random, trace: Trace) -> None:
        self._server = server
        self._clock = clock
        self._dice = dice
        self._trace = trace

    def act(self, machine: Machine, watch: Watch) -> None:
        """Do something about an order, or make a new one."""
        dice, actor = self._dice, machine.actor
        if machine.seat.others and dice.random() < 0.1:
            actor = dice.choice(machine.seat.others)
        buyer = actor.role.value in {"PP", "PPK"}
        held = machine.observer.execute(_HELD).fetchall()
        if buyer and (not held or dice.random() < 0.25):
            self._begin(machine, watch, actor)
            return
        found = self._find(machine, actor, [row[0] for row in held])
        if found is None:
            return
        view, kind = found
        base_rev = view.order.revision

        def sign(document_id: str) -> str:
            return self._sign(document_id, view.order.id, actor)

        command = deeds.make(kind, view.order, dice, machine.clock.now().date(), sign)
        if command is None:
            return
        self._trace.note(" ", machine.name, kind.__name__, view.order.id, base_rev)
        if isinstance(command, ONLINE_ONLY):
            if not machine.busy or machine.frames == 1:
                self._now(machine, watch, command, actor, view.order.id, base_rev)
            return
        if actor is machine.actor and self._by_service(machine, watch, command, view.order.id):
            return
        cmd_id, _ = machine.outbox.put(command, actor=actor, order_id=view.order.id, base_rev=base_rev)
        self._note(watch, cmd_id)

    def answer(self, machine: Machine, watch: Watch) -> None:
        """Answer a card, take a waiting deed back, or prove presence and send a parked one again."""
        found = machine.outbox.deeds()
        if not found:
            return
        deed = self._dice.choice(found)
        self._trace.note(" ", machine.name, "answers", deed.cmd_id, deed.state)
        if deed.state in {DeedState.REFUSED, DeedState.CONFLICT}:
            machine.outbox.dismiss(deed.cmd_id)
        elif deed.state is DeedState.WAITING and self._dice.random() < 0.3:
            watch.dropping.add(deed.cmd_id)
            try:
                machine.outbox.withdraw(deed.cmd_id)
            except Refused:
                watch.dropping.discard(deed.cmd_id)
                raise
        elif deed.state is DeedState.PARKED and machine.frames == 1:
            self.prove_and_send(machine, watch, deed.cmd_id)

    def prove_and_send(self, machine: Machine, watch: Watch, cmd_id: str) -> None:
        """Prove presence, then send a parked command again."""
        queued = machine.file.queued(cmd_id)
        if queued is None:
            return
        machine.wire.step_up("", PASSWORD)
        machine.backend.run_now(
            c.ExpireDeadline(), actor=machine.actor, order_id=queued.order_id, base_rev=0, cmd_id=cmd_id
        )

    def sign_in(self, machine: Machine) -> Session:
        """Sign in anew where the session has ended."""
        tokens = self._server.sign_in(machine.actor.user_id, machine.seat.device_id)
        session = Session(
            access_token=tokens.access,
            access_seconds=self._server.services.config.lifetimes.access,
            refresh_token=tokens.refresh,
            user_id=tokens.user_id,
            name="",
            username="",
            nip="",
            accesses=[],
            training=False,
        )
        machine.adopt(session)
        return session

    # ---- inside

    def _find(self, machine: Machine, actor: Actor, held: list[str]) -> tuple[OrderView, type] | None:
        """Return an order and what to try on it; people crowd around a few orders."""
        dice = self._dice
        for _ in range(_LOOKS):
            if not held:
                break
            order_id = (
                held[dice.randrange(min(len(held), _CROWDED))] if dice.random() < 0.5 else dice.choice(held)
            )
            view = machine.mirror.order(order_id)
            kind = deeds.pick(view.order, actor, dice) if view is not None else None
            if view is not None and kind is not None:
                return view, kind
        return None

    def _begin(self, machine: Machine, watch: Watch, actor: Actor) -> None:
        """Keep a checkout as a draft, then submit it, now or another time; or save it with the backend."""
        dice, now = self._dice, machine.clock.now()
        order_id = uuid7(now, dice.getrandbits(74))
        submit = deeds.submit(actor, dice, now.date())
        draft_id = f"checkout:{order_id}"
        self._trace.note(" ", machine.name, "checkout", order_id, submit.checkout.rup_code)
        if dice.random() < 0.2:
            cmd_id, _ = machine.outbox.put(
                c.SaveDraft(form=b.form(order_id)), actor=actor, order_id=order_id, base_rev=0
            )
            self._note(watch, cmd_id)
            if dice.random() < 0.5:
                return
            base_rev = 1
        else:
            machine.drafts.save(draft_id, "checkout", order_id, "Pesanan", {"order": order_id})
            if actor is machine.actor:
                watch.drafts[draft_id] = order_id
            base_rev = 0
        cmd_id, _ = machine.outbox.put(
            submit,
            actor=actor,
            order_id=order_id,
            base_rev=base_rev,
            guards={"max_total": submit.max_total},
            not_after=now + _INTENT_HOLDS,
            clear_draft=draft_id,
        )
        self._note(watch, cmd_id)

    def _by_service(self, machine: Machine, watch: Watch, command: c.Command, order_id: str) -> bool:
        """Do it as the negotiation page does, which lets the local rules speak first."""
        before = {deed.cmd_id for deed in machine.outbox.deeds()}
        service = machine.negotiation
        if isinstance(command, c.OfferPrices | c.CounterOffer):
            reply = Reply(
                round_no=command.round_no,
                prices={item: Rupiah(price) for item, price in command.prices.items()},
                note=command.note,
            )
            service.keep(order_id, reply, "Balasan")
            service.reply(order_id, reply)
        elif isinstance(command, c.AgreePrices):
            service.agree(order_id, command.round_no)
        elif isinstance(command, c.CancelNegotiation | c.DeclineNegotiation):
            service.stop(order_id, command.reason)
        elif isinstance(command, c.SubmitToPpk | c.ProceedOrder):
            service.hand_over(order_id)
        else:
            return False
        for deed in machine.outbox.deeds():
            if deed.cmd_id not in before:
                self._note(watch, deed.cmd_id)
                watch.predicted.add(deed.cmd_id)
        return True

    def _now(
        self, machine: Machine, watch: Watch, command: c.Command, actor: Actor, order_id: str, base_rev: int
    ) -> None:
        if self._dice.random() < 0.6:
            machine.wire.step_up("", PASSWORD)
        outcome = machine.backend.run_now(command, actor=actor, order_id=order_id, base_rev=base_rev)
        self._trace.note("  outcome", outcome.outcome, outcome.code, outcome.rev)

    def _sign(self, document_id: str, order_id: str, actor: Actor) -> str:
        server = self._server
        try:
            with server.services.database.write() as connection:
                return server.documents.upload(connection, document_id, order_id, actor, self._clock())
        except ServerDied:
            server.restart()
            raise WorldFailed("world.timeout", "upload") from None

    def _note(self, watch: Watch, cmd_id: str) -> None:
        watch.saved.add(cmd_id)
        self._trace.note("  saved", cmd_id)
