"""Cards and their answers, without Qt: what is offered, why not, and what is sent in its place."""

from __future__ import annotations

from datetime import timedelta

import pytest

from inaproc_core.errors import Refused
from inaproc_core.orders import commands as c
from inaproc_core.orders.states import State
from inaproc_core.roles import Actor
from inaproc_desktop.ports.data import DeedState, WorldFailed
from inaproc_desktop.ports.outgoing import Aspect, Choice, Standing
from inaproc_desktop.services.answering import AnsweringService
from inaproc_desktop.services.outbox import OutboxService
from inaproc_desktop.services.rules import Rules
from tests import builders
from tests.desktop.outbox.mix import (
    OFFER,
    SUBMIT,
    Box,
    an_order,
    cancelled,
    conflict,
    order_id,
    rich,
    two_rounds,
)


def services(box: Box, actor: Actor | None = None) -> tuple[OutboxService, AnsweringService]:
    mine = box.mine
    listing = OutboxService(
        outbox=mine.outbox, mirror=mine.mirror, catalogue=mine.catalogue, clock=box.world.clock
    )
    rules = Rules(builders.BOOK, builders.CALENDAR, box.world.clock)
    answering = AnsweringService(
        outbox=mine.outbox,
        mirror=mine.mirror,
        catalogue=mine.catalogue,
        backend=mine.backend,
        listing=listing,
        rules=rules,
        actor=actor or box.actor,
    )
    return listing, answering


def test_every_standing_is_told() -> None:
    box = Box()
    ids = rich(box)
    listing, _ = services(box)
    content = listing.read()
    standing = {row.id: row.standing for row in (*content.unsettled, *content.settled)}
    assert standing == {
        ids["waiting"]: Standing.WAITING,
        ids["offer"]: Standing.WAITING,
        ids["behind"]: Standing.BEHIND,
        ids["sent"]: Standing.NOT_ORDERED,
        ids["refused"]: Standing.REFUSED,
        ids["expired"]: Standing.EXPIRED,
        ids["proof"]: Standing.STEP_UP,
        ids["quarantined"]: Standing.QUARANTINED,
        ids["conflict"]: Standing.CONFLICT,
        ids["accepted"]: Standing.ACCEPTED,
    }
    assert (content.attention, content.waiting) == (5, 4)
    assert listing.waiting_for_me() == 5
    assert [row.waits_for_me for row in content.unsettled] == [True] * 5 + [False] * 4


def test_what_fell_with_a_deed_is_one_card_with_it() -> None:
    box = Box()
    ids = rich(box)
    listing, _ = services(box)
    row = listing.row(ids["refused"])
    assert row is not None
    assert [deed.cmd_id for deed in row.followers] == [ids["skipped0"], ids["skipped1"]]
    assert listing.row(ids["skipped1"]) == row
    listing.dismiss(ids["refused"])
    left = {deed.cmd_id for deed in box.mine.outbox.deeds()}
    assert left.isdisjoint({ids["refused"], ids["skipped0"], ids["skipped1"]})


def test_a_row_says_what_it_is_about() -> None:
    box = Box()
    ids = rich(box)
    listing, _ = services(box)
    rows = {row.id: row for row in listing.read().unsettled}
    assert rows[ids["waiting"]].amount == 15_000_000
    assert rows[ids["waiting"]].vendor == "CV Graha Contoh Utama"
    assert rows[ids["refused"]].vendor == "CV Graha Contoh Utama"  # no order: from the checkout it carries
    assert rows[ids["offer"]].deed.order_number == "EP-01KAR2M3N4P5Q6R7S8T9V00004"


@pytest.mark.parametrize(
    ("code", "standing"),
    [
        ("session.step_up_required", Standing.STEP_UP),
        ("command.quarantined", Standing.QUARANTINED),
        ("command.unsupported_version", Standing.VERSION),
        ("command.intent_expired", Standing.EXPIRED),
        ("attachment.not_clean", Standing.ATTACHMENT),
        ("command.waiting_attachment", Standing.ATTACHMENT),
        ("something.else", Standing.HELD),
    ],
)
def test_each_hold_has_its_own_way_on(code: str, standing: Standing) -> None:
    box = Box()
    held = box.add(OFFER, DeedState.PARKED, outcome="parked", code=code)
    listing, answering = services(box)
    row, card = listing.row(held), answering.card(held)
    assert row is not None
    assert card is not None
    assert row.standing is standing
    assert row.waits_for_me is (standing not in {Standing.VERSION, Standing.ATTACHMENT})  # these two pass
    first = card.offers[0].choice
    assert first is {Standing.STEP_UP: Choice.PROVE, Standing.EXPIRED: Choice.CONFIRM}.get(
        standing, Choice.SEND
    )


def test_an_intent_that_ran_out_before_it_was_sent_asks_again() -> None:
    box = Box()
    late = box.add(
        SUBMIT, DeedState.WAITING, order=order_id(1), not_after=box.world.clock.now() - timedelta(minutes=1)
    )
    listing, answering = services(box)
    row = listing.row(late)
    assert row is not None
    assert row.standing is Standing.EXPIRED
    answering.ask_again(late)
    put = box.mine.outbox.puts[-1]
    assert put["answers"] == (late,)
    assert put["base_rev"] == 0
    assert put["not_after"] == box.world.clock.now() + timedelta(hours=72)
    assert put["guards"]["total"] == 15_000_000
    assert [deed.cmd_id for deed in box.mine.outbox.deeds()] != [late]


def test_a_conflict_shows_three_columns_and_the_choices() -> None:
    box = Box(builders.VENDOR)
    clash = conflict(box)
    _, answering = services(box)
    card = answering.card(clash)
    assert card is not None
    assert card.base_known
    by_key = {row.key: row for row in card.differences}
    assert by_key[Aspect.STATE, ""].theirs == State.CANCELLED_ON_NEGOTIATION.value
    assert [offer.choice for offer in card.offers] == [
        Choice.LEAVE,
        Choice.AGAIN,
        Choice.MERGE,
        Choice.CORRECT,
    ]
    again, merge = card.offer(Choice.AGAIN), card.offer(Choice.MERGE)
    assert again is not None
    assert again.refusal is not None
    assert again.refusal.code == "order.not_allowed_in_state"
    assert merge is not None
    assert merge.refusal == again.refusal
    with pytest.raises(Refused):
        answering.ask_again(clash)
    with pytest.raises(Refused):
        answering.merge(clash, [(Aspect.PRICE, "line:1")])
    assert [deed.cmd_id for deed in box.mine.outbox.deeds()] == [clash]


@pytest.mark.parametrize("whole", [True, False])
def test_mine_is_asked_again_as_a_new_deed_on_what_stands_now(whole: bool) -> None:
    box = Box(builders.VENDOR)
    clash = two_rounds(box)
    _, answering = services(box)
    now = box.world.orders[order_id(8)]
    if whole:
        answering.ask_again(clash)
    else:
        answering.merge(clash, [(Aspect.PRICE, "line:1")])
    put = box.mine.outbox.puts[-1]
    wished = {"line:1": 57_000, "shipping:1": 95_000} if whole else {"line:1": 57_000}
    assert (put["command"].prices, put["command"].round_no) == (wished, 3)
    assert put["base_rev"] == now.revision
    assert put["guards"] == {"round_no": len(now.rounds)}
    assert put["not_after"] == now.deadline
    assert put["answers"] == (clash,)
    assert clash not in {deed.cmd_id for deed in box.mine.outbox.deeds()}


def test_nothing_chosen_is_said_and_changes_nothing() -> None:
    box = Box(builders.VENDOR)
    clash = two_rounds(box)
    _, answering = services(box)
    with pytest.raises(Refused) as refused:
        answering.merge(clash, [])
    assert refused.value.refusal.code == "outbox.nothing_chosen"
    assert [deed.cmd_id for deed in box.mine.outbox.deeds()] == [clash]


@pytest.mark.parametrize(
    ("command", "code"),
    [(c.IssueLetter(terms="", checklist=()), "outbox.decided_online"), (OFFER, "outbox.other_access")],
)
def test_some_are_answered_elsewhere(command: c.Command, code: str) -> None:
    box = Box()
    order = an_order(State.WAIT_BUYER, 2)
    box.world.add_orders(cancelled(order))
    clash = box.add(
        command,
        DeedState.CONFLICT,
        order=order.id,
        seen=order,
        outcome="conflict",
        code="order.revision_moved_on",
        actor=builders.PPK,
    )
    _, answering = services(box)
    card = answering.card(clash)
    assert card is not None
    again = card.offer(Choice.AGAIN)
    assert again is not None
    assert again.refusal is not None
    assert again.refusal.code == code


def test_two_wishes_for_one_order_do_not_run_beside_each_other() -> None:
    box = Box(builders.VENDOR)
    clash = two_rounds(box)
    box.add(c.AgreePrices(round_no=3), DeedState.WAITING, order=order_id(8))
    _, answering = services(box)
    with pytest.raises(Refused) as refused:
        answering.ask_again(clash)
    assert refused.value.refusal.code == "outbox.own_pending"


def test_what_is_on_its_way_cannot_be_taken_back_and_says_why() -> None:
    box = Box()
    ids = rich(box)
    _, answering = services(box)
    for name, code in (("sent", "outbox.sent_already"), ("offer", "outbox.later_depends"), ("waiting", "")):
        card = answering.card(ids[name])
        assert card is not None
        withdraw = card.offer(Choice.WITHDRAW)
        assert withdraw is not None
        assert (withdraw.refusal.code if withdraw.refusal is not None else "") == code


def test_a_proof_sends_the_held_bytes_again() -> None:
    box = Box(builders.PPK)
    ids = rich(box)
    _, answering = services(box)
    box.world.online = False
    with pytest.raises(WorldFailed):
        answering.prove(ids["proof"], "123456", "")
    assert ids["proof"] in {deed.cmd_id for deed in box.mine.outbox.deeds()}


def test_a_card_that_is_gone_is_none() -> None:
    _, answering = services(Box())
    assert answering.card("unheard-of") is None
    with pytest.raises(Refused) as refused:
        answering.ask_again("unheard-of")
    assert refused.value.refusal.code == "outbox.gone"
