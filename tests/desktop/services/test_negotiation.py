"""Replies: checked here first, kept as drafts, queued with their guards, never lost."""

from __future__ import annotations

from dataclasses import replace

import pytest

from inaproc_core.errors import Refused
from inaproc_core.orders.states import Party, State
from inaproc_core.values import Rupiah
from inaproc_desktop.ports.data import DeedState
from inaproc_desktop.ports.ordering import Reply
from inaproc_desktop.services.bargain import lower_prices, same_prices
from inaproc_desktop.services.negotiation import NegotiationService
from inaproc_desktop.services.rules import Rules
from tests import builders
from tests.desktop.fake_data import Mine, office

ID = builders.ORDER_ID


def table(state: State, actor, *, buyer=builders.PP):
    world = office()
    world.add_orders(builders.play_to(state, buyer=buyer))
    mine = Mine(world, actor)
    rules = Rules(builders.BOOK, builders.CALENDAR, world.clock)
    service = NegotiationService(
        mirror=mine.mirror,
        outbox=mine.outbox,
        drafts=mine.drafts,
        catalogue=mine.catalogue,
        rules=rules,
        actor=actor,
    )
    return service, mine


@pytest.mark.parametrize(
    ("state", "actor", "seat", "my_move"),
    [
        (State.WAIT_SELLER, builders.VENDOR, Party.VENDOR, True),
        (State.WAIT_SELLER, builders.PP, Party.BUYER, False),
        (State.WAIT_BUYER, builders.PP, Party.BUYER, True),
        (State.WAIT_BUYER, builders.VENDOR, Party.VENDOR, False),
        (State.WAIT_BUYER, builders.PPK, Party.NOBODY, False),
        (State.AGREED, builders.PP, Party.BUYER, True),
    ],
)
def test_each_side_sits_on_its_own_seat(state, actor, seat, my_move):
    service, _ = table(state, actor)
    bargain = service.read(ID)
    assert bargain is not None
    assert (bargain.seat, bargain.my_move) == (seat, my_move)
    assert all(
        (item.highest is not None) == (my_move and state is not State.AGREED) for item in bargain.items
    )


def test_the_penyedia_sees_no_budget_and_no_verdict():
    buyer, vendor = (table(State.WAIT_BUYER, who)[0].read(ID) for who in (builders.PP, builders.VENDOR))
    assert buyer is not None
    assert vendor is not None
    assert buyer.rup is not None
    assert buyer.verdict is not None
    assert buyer.due is not None
    assert buyer.due.working_days == 3
    assert (vendor.rup, vendor.verdict) == (None, None)


@pytest.mark.parametrize(
    ("actor", "state", "price", "code"),
    [
        (builders.PP, State.WAIT_BUYER, 58_199, ""),
        (builders.PP, State.WAIT_BUYER, 58_200, "offer.not_lower"),
        (builders.PP, State.WAIT_BUYER, 0, "offer.below_floor"),
        (builders.VENDOR, State.WAIT_SELLER, 60_000, ""),
        (builders.VENDOR, State.WAIT_SELLER, 60_001, "offer.above_own_last"),
        (builders.VENDOR, State.WAIT_SELLER, 53_999, "offer.below_buyer"),
    ],
)
def test_bounds_are_those_of_the_core(actor, state, price, code):
    service, _ = table(state, actor)
    bargain = service.read(ID)
    assert bargain is not None
    seen = service.preview(bargain, {"line:1": Rupiah(price)})
    assert seen.ready == (not code)
    assert [refusal.code for refusal in seen.problems.values()] == ([code] if code else [])
    line = bargain.items[0]
    assert line.lowest is not None
    assert line.highest is not None
    assert (line.lowest <= price <= line.highest) == (not code)


def test_the_preview_adds_up_what_the_other_side_would_take():
    service, _ = table(State.WAIT_BUYER, builders.PP)
    bargain = service.read(ID)
    assert bargain is not None
    nothing = service.preview(bargain, {})
    assert not nothing.ready
    lower = service.preview(bargain, {"line:2": Rupiah(1_000_000)})
    assert lower.totals.total < nothing.totals.total
    assert bargain.order.listed is not None
    assert lower.saved == bargain.order.listed.total - lower.totals.total
    assert bargain.theirs is not None
    assert bargain.order.current is not None
    assert bargain.theirs.totals == bargain.order.current


@pytest.mark.parametrize(
    ("actor", "state"), [(builders.PP, State.WAIT_BUYER), (builders.VENDOR, State.WAIT_SELLER)]
)
@pytest.mark.parametrize("percent", [0, 250, 10_000])
def test_filling_the_column_always_gives_a_valid_offer(actor, state, percent):
    service, _ = table(state, actor)
    bargain = service.read(ID)
    assert bargain is not None
    for prices in (same_prices(bargain), lower_prices(bargain, percent)):
        assert set(prices) == {item.key for item in bargain.items}
        assert service.preview(bargain, prices).ready


def test_a_reply_waits_without_a_link_with_its_guards_and_clears_its_draft(monkeypatch):
    service, mine = table(State.WAIT_BUYER, builders.PP)
    mine.world.online = False
    reply = Reply(round_no=2, prices={"line:1": Rupiah(50_000)}, note="Mohon diturunkan")
    service.keep(ID, reply, "CV")
    kept = service.read(ID)
    assert kept is not None
    assert kept.draft == reply
    given: dict[str, object] = {}
    put = mine.outbox.put

    def spy(command, **more):
        given.update(more)
        return put(command, **more)

    monkeypatch.setattr(mine.outbox, "put", spy)
    changes = service.reply(ID, reply)
    assert changes.touches("order", "deed", "draft")
    order = mine.world.orders[ID]
    assert given["guards"] == {"round_no": 2}
    assert given["not_after"] == order.deadline
    assert given["base_rev"] == order.revision
    after = service.read(ID)
    assert after is not None
    assert after.waiting is not None
    assert after.waiting.state is DeedState.WAITING
    assert (after.my_move, after.draft, len(after.order.rounds)) == (False, None, 3)
    service.take_back(ID, after.waiting.cmd_id, "CV")
    back = service.read(ID)
    assert back is not None
    assert (back.my_move, back.draft) == (True, reply)


def test_a_wrong_reply_is_refused_before_anything_is_queued():
    service, mine = table(State.WAIT_BUYER, builders.PP)
    with pytest.raises(Refused, match=r"offer\.not_lower"):
        service.reply(ID, Reply(round_no=2, prices={"line:1": Rupiah(60_000)}))
    with pytest.raises(Refused, match=r"offer\.round_moved_on"):
        service.reply(ID, Reply(round_no=1, prices={"line:1": Rupiah(50_000)}))
    assert mine.outbox.deeds() == ()


def test_a_reply_that_the_backend_refused_keeps_its_text():
    service, mine = table(State.WAIT_BUYER, builders.PP)
    reply = Reply(round_no=2, prices={"line:1": Rupiah(50_000)}, note="Mohon diturunkan")
    service.reply(ID, reply)
    order = mine.world.orders[ID]
    mine.world.orders[ID] = replace(order, revision=order.revision + 1)
    mine.outbox.deliver()
    seen = service.read(ID)
    assert seen is not None
    assert seen.refused is not None
    assert (seen.refused.state, seen.draft, seen.my_move) == (DeedState.CONFLICT, reply, True)
    service.reply(ID, reply)
    mine.outbox.deliver()
    done = service.read(ID)
    assert done is not None
    assert (done.refused, done.draft, len(done.order.rounds)) == (None, None, 3)


def test_agreeing_needs_products_that_are_still_listed():
    service, mine = table(State.WAIT_BUYER, builders.PP)
    mine.world.products["p-2"] = replace(mine.world.products["p-2"], listed=False)
    with pytest.raises(Refused, match=r"order\.product_delisted"):
        service.agree(ID, 2)
    mine.world.products["p-2"] = replace(mine.world.products["p-2"], listed=True)
    service.agree(ID, 2)
    mine.outbox.deliver()
    assert mine.world.orders[ID].state is State.AGREED


@pytest.mark.parametrize(
    ("actor", "state"), [(builders.PP, State.WAIT_BUYER), (builders.VENDOR, State.WAIT_SELLER)]
)
def test_stopping_needs_a_reason(actor, state):
    service, mine = table(state, actor)
    with pytest.raises(Refused, match=r"reason\.too_short"):
        service.stop(ID, "mahal")
    service.stop(ID, "Harga di atas perkiraan kami")
    mine.outbox.deliver()
    assert mine.world.orders[ID].state is State.CANCELLED_ON_NEGOTIATION


@pytest.mark.parametrize("buyer", [builders.PP, builders.PPK])
def test_an_agreed_order_goes_on_to_review(buyer):
    service, mine = table(State.AGREED, buyer, buyer=buyer)
    service.hand_over(ID)
    mine.outbox.deliver()
    assert mine.world.orders[ID].state is State.WAITING_PPK_REVIEW


def test_the_list_holds_own_negotiations_first():
    service, mine = table(State.WAIT_BUYER, builders.PP)
    other = replace(builders.play_to(State.WAIT_SELLER), id="o-2")
    done = replace(builders.play_to(State.COMPLETED), id="o-3")
    mine.world.add_orders(other, done)
    assert [(row.id, row.mine) for row in service.running()] == [(ID, True), ("o-2", False)]
    assert service.running("tidak ada yang begini") == ()
    assert service.waiting_for_me() == 1
