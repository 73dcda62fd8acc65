"""What stays for the card of a deed: what was looked at, who did it, and how a new deed takes its place."""

from __future__ import annotations

import pytest

from inaproc_core.errors import Refused
from inaproc_core.orders import commands as c
from inaproc_core.values import Rupiah
from inaproc_desktop.ports.data import DeedState
from tests import builders
from tests.desktop.sync.conftest import MakeMachine
from tests.desktop.sync.fake_server import FakeServer
from tests.desktop.sync.office import Machine
from tests.desktop.sync.test_rounds import ORDER, submit


def clash(machine: Machine, machines: MakeMachine, server: FakeServer) -> tuple[Machine, str]:
    """The penyedia declines what the buyer has cancelled meanwhile."""
    submit(machine)
    machine.engine.round()
    seller = machines(builders.VENDOR)
    seller.engine.round()
    server.offline = True
    seen = seller.mirror.order(ORDER)
    assert seen is not None
    cmd_id, _ = seller.outbox.put(
        c.DeclineNegotiation(reason="Stok sedang kosong"),
        actor=builders.VENDOR,
        order_id=ORDER,
        base_rev=seen.order.revision,
    )
    server.offline = False
    machine.outbox.put(
        c.CancelNegotiation(reason="Anggaran dialihkan"), actor=builders.PP, order_id=ORDER, base_rev=1
    )
    machine.engine.round()
    seller.engine.round()
    return seller, cmd_id


def test_a_card_keeps_what_was_looked_at(machine: Machine, machines: MakeMachine, server: FakeServer) -> None:
    seller, cmd_id = clash(machine, machines, server)
    file = seller.outbox.file(cmd_id)
    assert file is not None
    assert file.deed.state is DeedState.CONFLICT
    assert file.deed.actor == builders.VENDOR
    assert file.deed.settled_at == seller.clock.now()
    assert file.command == c.DeclineNegotiation(reason="Stok sedang kosong")
    assert file.seen is not None
    now = seller.mirror.order(ORDER)
    assert now is not None
    assert (file.seen.revision, now.order.revision) == (1, 2)
    assert seller.outbox.file("unheard-of") is None


def test_a_new_order_was_not_looked_at(machine: Machine) -> None:
    machine.server.offline = True
    file = machine.outbox.file(submit(machine))
    assert file is not None
    assert file.seen is None
    assert isinstance(file.command, c.SubmitCheckout)


def test_an_answer_takes_the_place_of_its_card_in_one_step(
    machine: Machine, machines: MakeMachine, server: FakeServer
) -> None:
    seller, cmd_id = clash(machine, machines, server)
    fresh, changes = seller.outbox.put(
        c.DeclineNegotiation(reason="Stok tetap kosong"),
        actor=builders.VENDOR,
        order_id=ORDER,
        base_rev=2,
        answers=(cmd_id,),
    )
    assert cmd_id in changes.ids
    assert [deed.cmd_id for deed in seller.outbox.deeds()] == [fresh]
    assert {deed.cmd_id for deed in seller.outbox.recent()} == {cmd_id}


def test_what_is_on_its_way_is_not_replaced(machine: Machine, server: FakeServer) -> None:
    sent = submit(machine)
    machine.file.begin([sent])
    with pytest.raises(Refused) as refused:
        machine.outbox.put(
            c.CancelNegotiation(reason="Anggaran dialihkan"),
            actor=builders.PP,
            order_id=ORDER,
            base_rev=0,
            answers=(sent,),
        )
    assert refused.value.refusal.code == "outbox.sent_already"
    assert [deed.cmd_id for deed in machine.outbox.deeds()] == [sent]


def test_what_others_build_on_is_not_replaced(machine: Machine, server: FakeServer) -> None:
    server.offline = True
    first = submit(machine)
    machine.outbox.put(
        c.CancelNegotiation(reason="Anggaran dialihkan"), actor=builders.PP, order_id=ORDER, base_rev=1
    )
    with pytest.raises(Refused) as refused:
        machine.outbox.put(
            c.OfferPrices(round_no=1, prices={"line:1": Rupiah(1)}),
            actor=builders.PP,
            order_id=ORDER,
            base_rev=0,
            answers=(first,),
        )
    assert refused.value.refusal.code == "outbox.later_depends"
    assert len(machine.outbox.deeds()) == 2


def test_the_rules_are_asked_before_a_deed_is_offered_again(machine: Machine) -> None:
    machine.server.offline = True
    submit(machine)
    command = c.OfferPrices(round_no=1, prices={"line:1": Rupiah(1)})
    refusal = machine.outbox.expected_refusal(command, builders.PP, ORDER)
    assert refusal is not None
    assert refusal.code == "order.not_allowed_in_state"
