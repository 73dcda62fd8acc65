"""Online-only deeds: decided now or not at all, asked again by the same id when the answer is lost."""

from __future__ import annotations

import pytest

from inaproc_core.errors import Refused
from inaproc_core.orders import commands as c
from inaproc_core.orders.review import CHECKLIST
from inaproc_core.orders.states import State
from inaproc_core.wire.messages import Outcome
from inaproc_desktop.ports.data import DeedState, WorldFailed
from tests import builders
from tests.desktop.sync.conftest import MakeMachine
from tests.desktop.sync.fake_server import FakeServer
from tests.desktop.sync.office import Machine

ISSUE = c.IssueLetter(terms="", checklist=CHECKLIST)


@pytest.fixture
def ppk(machines: MakeMachine, server: FakeServer) -> Machine:
    server.keep(builders.play_to(State.WAITING_PPK_REVIEW))
    machine = machines(builders.PPK)
    machine.engine.round()
    return machine


def run(machine: Machine, command: c.Command = ISSUE, cmd_id: str = "") -> object:
    view = machine.mirror.order(builders.ORDER_ID)
    assert view is not None
    return machine.backend.run_now(
        command,
        actor=machine.actor,
        order_id=builders.ORDER_ID,
        base_rev=view.order.revision,
        cmd_id=cmd_id,
    )


def test_mirror_is_up_to_date_when_it_returns(ppk: Machine) -> None:
    outcome = run(ppk)
    assert getattr(outcome, "outcome", "") == "ok"
    view = ppk.mirror.order(builders.ORDER_ID)
    assert view is not None
    assert view.order.state is State.ESIGN_IN_PROGRESS
    assert view.pending == ()


def test_local_rules_refuse_before_anything_is_sent(ppk: Machine, server: FakeServer) -> None:
    with pytest.raises(Refused) as refused:
        run(ppk, c.IssueLetter(terms="", checklist=()))
    assert refused.value.refusal.code == "review.checklist_incomplete"
    assert server.received == []
    assert ppk.outbox.deeds() == ()


def test_nothing_sent_means_nothing_kept(ppk: Machine, server: FakeServer) -> None:
    server.offline = True
    with pytest.raises(WorldFailed) as failed:
        run(ppk)
    assert failed.value.code == "world.offline"
    assert ppk.outbox.deeds() == ()
    assert ppk.engine.link().waiting == 0


def test_lost_answer_is_asked_for_at_once(ppk: Machine, server: FakeServer) -> None:
    server.lose = 1
    assert getattr(run(ppk), "outcome", "") == "ok"
    assert len(server.received) == 2
    assert len(server.executed) == 1


def test_answer_lost_twice_is_asked_for_by_the_next_round(ppk: Machine, server: FakeServer) -> None:
    server.lose = 2
    with pytest.raises(WorldFailed):
        run(ppk)
    view = ppk.mirror.order(builders.ORDER_ID)
    assert view is not None
    assert view.order.state is State.WAITING_PPK_REVIEW  # never shown as done before the backend says so
    assert [deed.state for deed in view.pending] == [DeedState.WAITING]
    ppk.engine.round()
    after = ppk.mirror.order(builders.ORDER_ID)
    assert after is not None
    assert after.order.state is State.ESIGN_IN_PROGRESS
    assert len(server.executed) == 1


def test_parked_command_goes_again_with_the_same_id(ppk: Machine, server: FakeServer) -> None:
    server.park = {"order.issue_letter"}
    parked = run(ppk)
    assert getattr(parked, "code", "") == "session.step_up_required"
    cmd_id = str(getattr(parked, "cmd_id", ""))
    assert ppk.outbox.deeds()[0].state is DeedState.PARKED
    assert ppk.engine.link().attention == 1
    ppk.engine.round()
    assert server.received == [cmd_id]  # no round sends it behind the person's back
    ppk.backend.step_up("", "password")
    done = run(ppk, cmd_id=cmd_id)
    assert (getattr(done, "outcome", ""), getattr(done, "cmd_id", "")) == ("ok", cmd_id)
    assert ppk.outbox.deeds() == ()


def test_parked_command_stays_when_the_link_is_down(ppk: Machine, server: FakeServer) -> None:
    server.park = {"order.issue_letter"}
    cmd_id = str(getattr(run(ppk), "cmd_id", ""))
    server.offline = True
    with pytest.raises(WorldFailed):
        run(ppk, cmd_id=cmd_id)
    assert [(deed.cmd_id, deed.state) for deed in ppk.outbox.deeds()] == [(cmd_id, DeedState.PARKED)]


def test_unsent_command_stays_when_another_builds_on_it(
    ppk: Machine, server: FakeServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    def act_meanwhile(envelopes: object) -> list[Outcome]:
        ppk.outbox.put(
            c.RejectOrder(reason="Anggaran dialihkan"),
            actor=builders.PPK,
            order_id=builders.ORDER_ID,
            base_rev=7,
        )
        raise WorldFailed("world.offline")

    with monkeypatch.context() as patched:
        patched.setattr(ppk.wire, "push", act_meanwhile)
        with pytest.raises(WorldFailed):
            run(ppk)
    first, second = ppk.outbox.deeds()
    ppk.engine.round()
    assert server.executed == [first.cmd_id, second.cmd_id]
    assert server.log[first.cmd_id].outcome == "ok"


def test_parked_command_can_be_taken_back(ppk: Machine, server: FakeServer) -> None:
    server.park = {"order.issue_letter"}
    parked = run(ppk)
    ppk.outbox.withdraw(str(getattr(parked, "cmd_id", "")))
    assert ppk.outbox.deeds() == ()
    assert server.executed == []
