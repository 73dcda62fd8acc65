"""A Kotak Keluar with a bit of everything, for tests and for looking at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

from inaproc_core.orders import commands as c
from inaproc_core.orders.machine import decide, fold
from inaproc_core.orders.model import Order
from inaproc_core.orders.states import State
from inaproc_core.roles import Actor
from inaproc_core.values import Rupiah
from inaproc_core.wire.codec import encode_command
from inaproc_core.wire.messages import Outcome
from inaproc_desktop.ports.data import Deed, DeedState
from tests import builders
from tests.desktop.fake_data import Mine, World, office

SUBMIT = c.SubmitCheckout(checkout=builders.checkout(builders.facts()), max_total=Rupiah(15_000_000))
COUNTER = c.CounterOffer(
    round_no=1,
    prices={"line:1": Rupiah(59_000), "shipping:1": Rupiah(45_000)},
    note="Harga sudah termasuk antar sampai gudang.",
)
OFFER = c.OfferPrices(round_no=2, prices={"line:1": Rupiah(55_000)}, note="Mohon dipertimbangkan.")


def order_id(no: int) -> str:
    """Return the id of a sample order."""
    return builders.ORDER_ID[:-3] + f"{no:03d}"


def an_order(state: State, no: int = 1, *, buyer: Actor = builders.PP) -> Order:
    """Return an order of its own id and number in a state."""
    made = builders.play_to(state, buyer=buyer)
    return replace(made, id=order_id(no), number=f"EP-01KAR2M3N4P5Q6R7S8T9V{no:05d}")


def cancelled(order: Order, reason: str = "Anggaran dialihkan ke kegiatan lain.") -> Order:
    """Return the order after its buyer cancelled the negotiation."""
    command = c.CancelNegotiation(reason=reason)
    events = decide(order, command, builders.PP, builders.facts(), builders.context(builders.NOW))
    assert isinstance(events, tuple)
    after = fold(order, events, order.id)
    assert after is not None
    return after


def answered(order: Order, prices: Mapping[str, int], no: int) -> Order:
    """Return the order after the buyer offered again (``no`` tells the round he answered)."""
    command = c.OfferPrices(round_no=no, prices={item: Rupiah(price) for item, price in prices.items()})
    events = decide(order, command, builders.PP, builders.facts(), builders.context(builders.NOW))
    assert isinstance(events, tuple), events
    after = fold(order, events, order.id)
    assert after is not None
    return after


class Box:
    """One person's outbox, filled by hand."""

    def __init__(self, actor: Actor = builders.PP, world: World | None = None) -> None:
        self.world = world or office()
        self.actor = actor
        self.mine = Mine(self.world, actor)

    def add(
        self,
        command: c.Command,
        state: DeedState,
        *,
        order: str = builders.ORDER_ID,
        minutes: int = 5,
        outcome: str = "",
        code: str = "",
        facts: Mapping[str, str | int] | None = None,
        seen: Order | None = None,
        settled: bool = False,
        number: str = "",
        **more: Any,
    ) -> str:
        """Put a deed in as it would stand after these happenings; returns its id."""
        outbox = self.mine.outbox
        cmd_id = f"c-{next(outbox._ids)}"
        name, payload = encode_command(command)
        told = (
            Outcome(cmd_id=cmd_id, outcome=outcome, code=code, facts=dict(facts or {}), number=number)  # type: ignore[arg-type]
            if outcome
            else None
        )
        deed = Deed(
            cmd_id=cmd_id,
            command=name,
            order_id=order,
            state=state,
            made_at=self.world.clock.now() - timedelta(minutes=minutes),
            payload=payload,
            outcome=told,
            actor=more.pop("actor", self.actor),
            order_number=number,
            **more,
        )
        outbox.commands[cmd_id], outbox.seen[cmd_id] = command, seen
        (outbox.settled if settled else outbox.waiting).append(deed)
        return cmd_id


def conflict(box: Box) -> str:
    """The penyedia answered round 1 while the buyer had cancelled."""
    seen = an_order(State.WAIT_SELLER, 3)
    box.world.add_orders(cancelled(seen))
    return box.add(
        COUNTER,
        DeedState.CONFLICT,
        order=seen.id,
        minutes=170,
        outcome="conflict",
        code="order.revision_moved_on",
        facts={"seen": 1, "revision": 2},
        seen=seen,
        attempts=1,
    )


def rich(box: Box) -> dict[str, str]:
    """Fill a buyer's outbox with every standing; returns the ids by name."""
    ids: dict[str, str] = {}
    ids["waiting"] = box.add(SUBMIT, DeedState.WAITING, order=order_id(11), minutes=3)
    running = an_order(State.WAIT_BUYER, 4)
    box.world.add_orders(running)
    ids["offer"] = box.add(OFFER, DeedState.WAITING, order=running.id, minutes=42, seen=running)
    ids["behind"] = box.add(
        c.CancelNegotiation(reason="Anggaran dialihkan"),
        DeedState.WAITING,
        order=running.id,
        minutes=40,
        seen=running,
        depends_on=ids["offer"],
    )
    ids["sent"] = box.add(SUBMIT, DeedState.SENDING, order=order_id(12), minutes=61, attempts=2)
    ids["refused"] = box.add(
        SUBMIT,
        DeedState.REFUSED,
        order=order_id(13),
        minutes=200,
        outcome="rejected",
        code="checkout.over_pagu",
        facts={"total": 15_000_000, "rup": "51402877", "remaining": 9_500_000, "missing": 5_500_000},
        attempts=1,
    )
    for no in range(2):
        ids[f"skipped{no}"] = box.add(
            c.CancelNegotiation(reason="Anggaran dialihkan"),
            DeedState.REFUSED,
            order=order_id(13),
            minutes=190 - no,
            outcome="skipped",
            code="command.other_refused",
            depends_on=ids["refused"] if no == 0 else ids["skipped0"],
        )
    ids["expired"] = box.add(
        SUBMIT,
        DeedState.REFUSED,
        order=order_id(14),
        minutes=60 * 24 * 4,
        outcome="rejected",
        code="command.intent_expired",
        facts={"until": (box.world.clock.now() - timedelta(days=1)).isoformat()},
        not_after=box.world.clock.now() - timedelta(days=1),
    )
    signing = an_order(State.ESIGN_IN_PROGRESS, 5)
    box.world.add_orders(signing)
    ids["proof"] = box.add(
        c.SignLetter(sha256="0" * 64),
        DeedState.PARKED,
        order=signing.id,
        minutes=12,
        outcome="parked",
        code="session.step_up_required",
        seen=signing,
    )
    ids["quarantined"] = box.add(
        c.SubmitToPpk(note="Mohon ditinjau."),
        DeedState.PARKED,
        order=order_id(15),
        minutes=30,
        outcome="parked",
        code="command.quarantined",
        facts={"incident": "INC-7F3A-19"},
    )
    ids["conflict"] = conflict_of_buyer(box)
    ids["accepted"] = box.add(
        SUBMIT,
        DeedState.ACCEPTED,
        order=order_id(16),
        minutes=60 * 30,
        outcome="ok",
        settled=True,
        number="EP-01KAR2M3N4P5Q6R7S8T9V00016",
        settled_at=box.world.clock.now() - timedelta(hours=29),
    )
    return ids


def conflict_of_buyer(box: Box) -> str:
    """The buyer offered again while the deal had moved on by a round."""
    seen = an_order(State.WAIT_BUYER, 6)
    box.world.add_orders(answered(seen, {"line:1": 54_000}, len(seen.rounds)))
    return box.add(
        OFFER,
        DeedState.CONFLICT,
        order=seen.id,
        minutes=95,
        outcome="conflict",
        code="order.revision_moved_on",
        facts={"seen": seen.revision, "revision": seen.revision + 1},
        seen=seen,
        attempts=1,
    )


def two_rounds(box: Box) -> str:
    """The penyedia answered round 1 at 59.000 while the deal has come round to him once more."""
    seen = an_order(State.WAIT_SELLER, 8)
    later = answered(replace(an_order(State.WAIT_BUYER, 8)), {"line:1": 55_000}, 2)
    box.world.add_orders(later)
    wish = replace(COUNTER, prices={"line:1": Rupiah(57_000), "shipping:1": Rupiah(95_000)})
    return box.add(wish, DeedState.CONFLICT, order=seen.id, seen=seen, outcome="conflict", code="x")
