"""Rounds of the engine: what is sent, what settles, what is shown, whatever the link does."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace

import msgspec
import pytest

from inaproc_core.errors import Refusal, Refused
from inaproc_core.orders import commands as c
from inaproc_core.orders.states import State
from inaproc_core.values import Rupiah
from inaproc_core.wire.messages import FeedRow
from inaproc_desktop.ports.data import BackendRefused, DeedState, WorldFailed
from inaproc_desktop.storage.sealing import Sealed
from tests import builders
from tests.desktop.sealed import KEY
from tests.desktop.sync.conftest import MakeMachine
from tests.desktop.sync.fake_server import FakeServer
from tests.desktop.sync.office import Machine

ORDER = builders.ORDER_ID
OTHER = builders.ORDER_ID.replace("0001", "0002")


def submit(machine: Machine, order_id: str = ORDER, **changes: object) -> str:
    form = replace(builders.checkout(machine.server.known), **changes)  # type: ignore[arg-type]
    command = c.SubmitCheckout(checkout=form, max_total=Rupiah(10**12))
    cmd_id, changed = machine.outbox.put(command, actor=machine.actor, order_id=order_id, base_rev=0)
    assert changed.touches("order", "deed")
    return cmd_id


def test_first_round_fills_the_mirror(machine: Machine) -> None:
    assert machine.mirror.satker("s-1") == builders.satker()
    assert [rup.code for rup in machine.mirror.rups("s-1")] == ["51402877"]
    assert {one.user_id for one in machine.mirror.officials("s-1")} == {"u-pp", "u-ppk", "u-ben"}
    assert machine.mirror.synced_at() == builders.NOW
    assert machine.catalogue.seq() == 1
    assert machine.engine.link().online
    assert machine.engine.link().synced_at == builders.NOW


def test_pending_deed_is_laid_over_and_never_stored(machine: Machine) -> None:
    machine.server.offline = True
    submit(machine)
    view = machine.mirror.order(ORDER)
    assert view is not None
    assert view.confirmed is None
    assert view.order.state is State.WAIT_SELLER
    assert view.order.number == ""
    assert [deed.state for deed in view.pending] == [DeedState.WAITING]
    assert machine.mirror.orders() == (view,)
    # What it would take of the pagu is not offered twice.
    assert view.order.listed is not None
    assert machine.mirror.rup("51402877") == builders.rup(reserved=view.order.listed.total)
    with closing(Sealed(KEY).connect(machine.work.path)) as raw:
        assert raw.execute("SELECT count(*) FROM base WHERE kind = 'order'").fetchone() == (0,)


def test_accepted_deed_leaves_with_its_row(machine: Machine) -> None:
    cmd_id = submit(machine)
    assert machine.engine.round()
    view = machine.mirror.order(ORDER)
    assert view is not None
    assert view.pending == ()
    assert view.order == view.confirmed
    assert view.order.number == builders.ORDER_NUMBER
    assert machine.outbox.deeds() == ()
    settled = machine.outbox.recent()
    assert [(deed.cmd_id, deed.state, deed.order_number) for deed in settled] == [
        (cmd_id, DeedState.ACCEPTED, builders.ORDER_NUMBER)
    ]
    assert machine.engine.link().waiting == 0


def test_lost_answer_is_asked_again_by_the_same_id(machine: Machine, server: FakeServer) -> None:
    cmd_id = submit(machine)
    server.lose = 1
    assert not machine.engine.round()
    deed = machine.outbox.deeds()[0]
    assert (deed.state, deed.attempts, deed.last_error) == (DeedState.WAITING, 1, "world.timeout")
    assert machine.engine.round()
    assert server.received == [cmd_id, cmd_id]
    assert server.executed == [cmd_id]
    assert machine.outbox.deeds() == ()


def test_lost_answer_settles_by_its_ack_row_alone(machine: Machine, server: FakeServer) -> None:
    """The feed brings the ack although no answer ever came: the command is not sent a second time."""
    submit(machine)
    server.lose = 1
    with pytest.raises(WorldFailed):
        machine.engine._pusher.push_all()
    machine.engine._puller.pull_all()
    assert machine.outbox.deeds() == ()
    assert machine.engine.round()
    assert len(server.received) == 1


def test_refused_deed_stays_until_it_is_answered(machine: Machine, server: FakeServer) -> None:
    server.known = builders.facts(budget=builders.rup(pagu=1000))
    cmd_id = submit(machine)
    machine.engine.round()
    deed = machine.outbox.deeds()[0]
    assert deed.state is DeedState.REFUSED
    assert deed.outcome is not None
    assert deed.outcome.code == "checkout.over_pagu"
    assert deed.payload["checkout"]["note"] == "Mohon dikemas per ruangan"
    assert machine.engine.link().attention == 1
    assert machine.mirror.order(ORDER) is None
    machine.outbox.dismiss(cmd_id)
    assert machine.outbox.deeds() == ()
    assert machine.outbox.recent()[0].state is DeedState.REFUSED


def test_expected_refusal_is_told_and_the_deed_kept(machine: Machine) -> None:
    submit(machine, declaration=False)
    deed = machine.outbox.deeds()[0]
    assert deed.predicted == Refusal(code="checkout.declaration_missing", field="declaration")
    assert deed.state is DeedState.WAITING


def test_one_order_does_not_hold_up_another(machine: Machine, server: FakeServer) -> None:
    stuck = submit(machine)
    server.retry = {stuck}
    moving = submit(machine, OTHER)
    machine.engine.round()
    assert [deed.cmd_id for deed in machine.outbox.deeds()] == [stuck]
    assert server.executed == [moving]


def test_commands_of_one_order_go_out_one_after_the_other(machine: Machine, server: FakeServer) -> None:
    first = submit(machine)
    view = machine.mirror.order(ORDER)
    assert view is not None
    second, _ = machine.outbox.put(
        c.CancelNegotiation(reason="Anggaran dialihkan"),
        actor=builders.PP,
        order_id=ORDER,
        base_rev=view.order.revision,
    )
    pending = machine.mirror.order(ORDER)
    assert pending is not None
    assert pending.order.state is State.CANCELLED_ON_NEGOTIATION
    machine.engine.round()
    assert server.executed == [first, second]
    assert machine.wire.pushes == [1, 1]
    assert server.orders[ORDER].state is State.CANCELLED_ON_NEGOTIATION
    assert machine.outbox.deeds() == ()


def test_what_builds_on_a_refused_deed_is_skipped(machine: Machine, server: FakeServer) -> None:
    server.known = builders.facts(budget=builders.rup(pagu=1000))
    submit(machine)
    machine.outbox.put(
        c.CancelNegotiation(reason="Anggaran dialihkan"), actor=builders.PP, order_id=ORDER, base_rev=1
    )
    machine.engine.round()
    assert [deed.outcome and deed.outcome.outcome for deed in machine.outbox.deeds()] == [
        "rejected",
        "skipped",
    ]


def test_both_sides_acting_is_a_conflict(machine: Machine, machines: MakeMachine, server: FakeServer) -> None:
    submit(machine)
    machine.engine.round()
    seller = machines(builders.VENDOR)
    seller.engine.round()
    server.offline = True
    seen = seller.mirror.order(ORDER)
    assert seen is not None
    seller.outbox.put(
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
    deed = seller.outbox.deeds()[0]
    assert deed.state is DeedState.CONFLICT
    after = seller.mirror.order(ORDER)
    assert after is not None
    assert after.order.state is State.CANCELLED_ON_NEGOTIATION


def test_offline_work_survives_a_restart_and_goes_out_once(machine: Machine, server: FakeServer) -> None:
    server.offline = True
    machine.drafts.save("d-1", "ppk_review", "o-9", "ATK", {"note": "setengah jadi"})
    cmd_id = submit(machine)
    assert not machine.engine.round()
    assert not machine.engine.link().online
    again = machine.reopened()
    kept = again.drafts.get("d-1")
    assert kept is not None
    assert kept.content == {"note": "setengah jadi"}
    assert again.engine.link().waiting == 1
    view = again.mirror.order(ORDER)
    assert view is not None
    assert view.order.state is State.WAIT_SELLER
    server.offline = False
    again.engine.round()
    again.engine.round()
    assert server.executed == server.received == [cmd_id]
    assert again.outbox.deeds() == ()
    again.close()


def test_kill_while_sending_asks_again(machine: Machine, server: FakeServer) -> None:
    cmd_id = submit(machine)
    machine.file.begin([cmd_id])  # and the process is gone
    again = machine.reopened()
    assert again.outbox.deeds()[0].state is DeedState.WAITING
    with pytest.raises(Refused) as refused:
        again.outbox.withdraw(cmd_id)
    assert refused.value.refusal.code == "outbox.sent_already"
    again.engine.round()
    assert server.executed == [cmd_id]
    again.close()


def test_unsent_deed_can_be_withdrawn_newest_first(machine: Machine, server: FakeServer) -> None:
    server.offline = True
    first = submit(machine)
    second, _ = machine.outbox.put(
        c.CancelNegotiation(reason="Anggaran dialihkan"), actor=builders.PP, order_id=ORDER, base_rev=1
    )
    machine.engine.round()  # could not be sent at all
    with pytest.raises(Refused) as refused:
        machine.outbox.withdraw(first)
    assert refused.value.refusal.code == "outbox.later_depends"
    machine.outbox.withdraw(second)
    machine.outbox.withdraw(first)
    assert machine.outbox.deeds() == ()
    server.offline = False
    machine.engine.round()
    assert server.received == []


def test_malformed_command_is_set_aside_alone(machine: Machine, server: FakeServer) -> None:
    refused = BackendRefused(Refusal(code="wire.malformed", field="envelopes.0"), "Bentuk salah.", 400)
    bad = submit(machine)
    good, _ = machine.outbox.put(
        c.SaveDraft(form=builders.form(OTHER)), actor=builders.PP, order_id=OTHER, base_rev=0
    )
    server.refuse_request = {"order.submit_checkout": refused}
    machine.engine.round()
    assert server.executed == [good]
    deed = machine.outbox.deeds()[0]
    assert (deed.cmd_id, deed.state) == (bad, DeedState.REFUSED)
    assert deed.outcome is not None
    assert deed.outcome.sentence == "Bentuk salah."


def test_command_that_breaks_the_backend_holds_up_no_other_order(
    machine: Machine, server: FakeServer
) -> None:
    bad = submit(machine)
    good, _ = machine.outbox.put(
        c.SaveDraft(form=builders.form(OTHER)), actor=builders.PP, order_id=OTHER, base_rev=0
    )
    server.refuse_request = {"order.submit_checkout": WorldFailed("world.server", "HTTP 500")}
    assert not machine.engine.round()  # all of the request, and nobody knows which
    assert machine.engine.round()
    assert server.executed == [good]
    assert [deed.cmd_id for deed in machine.outbox.deeds()] == [bad]
    server.refuse_request = {}
    assert machine.engine.round()
    assert server.executed == [good, bad]
    assert machine.outbox.deeds() == ()


def test_command_that_breaks_the_backend_does_not_stop_the_pull(machine: Machine, server: FakeServer) -> None:
    submit(machine)
    server.refuse_request = {"order.submit_checkout": WorldFailed("world.server", "HTTP 500")}
    server.publish("satker/s-1", "rup", "2", replace(builders.rup(), code="2"))
    assert machine.engine.round()
    assert len(machine.mirror.rups("s-1")) == 2


def test_backend_that_fails_altogether_is_not_asked_for_each_command(
    machine: Machine, server: FakeServer
) -> None:
    for number in range(10, 20):
        submit(machine, ORDER.replace("0001", f"00{number}"))
    server.refuse_request = {"order.submit_checkout": WorldFailed("world.server", "HTTP 500")}
    for _ in range(4):
        assert not machine.engine.round()
    assert machine.wire.pushes == [10, *[1, 1, 1] * 3]


def test_full_disk_while_noting_a_failure_holds_nothing_up(
    machine: Machine, server: FakeServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    cmd_id = submit(machine)
    server.offline = True

    def fail(cmd_ids: object, code: str) -> None:
        raise WorldFailed("world.disk", "database or disk is full")

    with monkeypatch.context() as patched:
        patched.setattr(machine.file, "unanswered", fail)
        assert not machine.engine.round()
    assert machine.outbox.deeds()[0].state is DeedState.SENDING
    server.offline = False
    assert machine.engine.round()
    assert server.executed == [cmd_id]


def test_ended_session_keeps_the_outbox(machine: Machine, server: FakeServer) -> None:
    submit(machine)
    server.refuse_request = {
        "order.submit_checkout": BackendRefused(Refusal(code="session.ended"), status=401)
    }
    with pytest.raises(BackendRefused):
        machine.engine.round()
    assert machine.outbox.deeds()[0].state is DeedState.WAITING
    server.refuse_request = {}
    machine.engine.round()
    assert machine.outbox.deeds() == ()


def test_pages_are_fetched_one_by_one(machines: MakeMachine, server: FakeServer) -> None:
    server.page = 2
    machine = machines()
    machine.engine.round()
    assert len(machine.mirror.officials("s-1")) == 3
    assert machine.file.position().cursors == {"satker/s-1": 5, "user/u-pp": 0}


def test_hole_in_the_feed_fetches_the_scope_anew(machine: Machine, server: FakeServer) -> None:
    scope = "satker/s-1"
    server.publish(scope, "rup", "2", replace(builders.rup(), code="2"))
    server.publish(scope, "rup", "3", replace(builders.rup(), code="3"))
    whole = server.feed[scope]
    server.feed[scope] = [*whole[:5], replace_seq(whole[6], 7), replace_seq(whole[6], 7)]
    with pytest.raises(WorldFailed):
        machine.engine._puller.pull_all()
    assert {rup.code for rup in machine.mirror.rups("s-1")} == {"51402877"}  # still to be seen
    assert machine.file.position().cursors[scope] == 0
    server.feed[scope] = whole
    machine.engine._puller.pull_all()
    assert {rup.code for rup in machine.mirror.rups("s-1")} == {"51402877", "2", "3"}


def test_page_that_ends_too_early_loses_nothing(machine: Machine, server: FakeServer) -> None:
    scope = "satker/s-1"
    server.publish(scope, "rup", "2", replace(builders.rup(), code="2"))
    whole = machine.wire.pull(machine.file.position())
    with pytest.raises(WorldFailed) as failed:
        machine.file.apply(msgspec.structs.replace(whole, rows=[]))
    assert failed.value.code == "world.answer"
    machine.engine.round()
    assert {rup.code for rup in machine.mirror.rups("s-1")} == {"51402877", "2"}


def test_scope_that_is_fetched_anew_never_shows_older_rows(machine: Machine, server: FakeServer) -> None:
    scope = "satker/s-1"
    newer = replace(builders.rup(), name="Belanja yang diubah")
    server.publish(scope, "rup", "51402877", newer, rev=2)
    machine.engine.round()
    whole = machine.wire.pull(machine.file.position())
    with pytest.raises(WorldFailed):
        machine.file.apply(msgspec.structs.replace(whole, heads={**whole.heads, scope: 99}))
    server.page = 3  # up to the first revision of the RUP, and not to the second
    machine.file.apply(machine.wire.pull(machine.file.position()))
    assert [rup.name for rup in machine.mirror.rups("s-1")] == [newer.name]


def replace_seq(row: FeedRow, seq: int) -> FeedRow:
    return msgspec.structs.replace(row, seq=seq)


def test_new_history_replaces_the_base_and_keeps_the_outbox(machine: Machine, server: FakeServer) -> None:
    submit(machine)
    machine.engine.round()
    server.offline = True
    kept = submit(machine, OTHER)
    server.offline = False
    machine.backend.reset_training()
    machine.engine.round()
    assert machine.mirror.order(ORDER) is None
    assert server.executed[-1] == kept
    assert machine.mirror.satker("s-1") is not None
    assert machine.file.position().epoch == "e1'"


def test_answer_of_a_lost_history_is_asked_for_again(machine: Machine, server: FakeServer) -> None:
    cmd_id = submit(machine)
    machine.engine._pusher.push_all()  # answered, and the ack row not fetched yet
    machine.backend.reset_training()
    machine.engine.round()
    machine.engine.round()
    assert server.executed == [cmd_id, cmd_id]
    assert machine.outbox.deeds() == ()
    assert machine.mirror.order(ORDER) is not None


def test_second_lost_history_in_a_row_loses_no_answer(machine: Machine, server: FakeServer) -> None:
    machine.backend.reset_training()
    machine.file.forget_history()  # the first was noticed, and nothing of the new one fetched yet
    cmd_id = submit(machine)
    machine.engine._pusher.push_all()
    machine.backend.reset_training()
    machine.engine.round()
    machine.engine.round()
    assert server.executed == [cmd_id, cmd_id]
    assert machine.outbox.deeds() == ()


def test_scope_that_was_taken_away_is_forgotten(machine: Machine) -> None:
    machine.wire.actor = replace(builders.PP, satker_id="s-2")
    machine.engine._puller.pull_all()
    assert machine.mirror.satker("s-1") is None
    assert "satker/s-1" not in machine.file.position().cursors


def test_thread_runs_rounds_when_woken_and_stops(machine: Machine, server: FakeServer) -> None:
    machine.engine.start()
    submit(machine)
    machine.engine.sync_now()
    assert machine.engine.stop(10)
    again = machine.reopened()
    again.engine.round()
    assert len(server.executed) == 1
    again.close()
