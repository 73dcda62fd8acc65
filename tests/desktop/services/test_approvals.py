"""The PPK's review: budget, comparison, questions, and decisions made online only."""

from __future__ import annotations

from dataclasses import replace

import pytest

from inaproc_core.errors import Refusal, Refused
from inaproc_core.orders.review import CHECKLIST
from inaproc_core.orders.states import State
from inaproc_core.values import Rupiah
from inaproc_desktop.ports.data import BackendRefused, WorldFailed
from inaproc_desktop.ports.ordering import ReviewNotes
from inaproc_desktop.services.approvals import ApprovalsService
from inaproc_desktop.services.rules import Rules
from tests import builders
from tests.desktop.fake_data import Mine, office

ID = builders.ORDER_ID
ALL = ReviewNotes(terms="Dikirim bertahap", ticked=CHECKLIST)


def desk(actor=builders.PPK, *, buyer=builders.PP, change=lambda order: order):
    world = office()
    order = change(builders.play_to(State.WAITING_PPK_REVIEW, buyer=buyer))
    world.add_orders(order)
    rup = world.rups[builders.rup().code]
    world.rups[rup.code] = replace(rup, reserved=order.reserved)
    mine = Mine(world, actor)
    service = ApprovalsService(
        mirror=mine.mirror,
        catalogue=mine.catalogue,
        drafts=mine.drafts,
        backend=mine.backend,
        rules=Rules(builders.BOOK, builders.CALENDAR, world.clock),
        actor=actor,
    )
    return service, mine


def read(service):
    found = service.read(ID)
    assert found is not None
    return found


def test_the_pagu_is_told_in_four_parts_that_add_up():
    service, mine = desk()
    budget = read(service).budget
    assert budget is not None
    assert budget.used == 0
    assert budget.this_order == mine.world.orders[ID].reserved > 0
    assert budget.used + budget.this_order + budget.left == budget.rup.pagu


@pytest.mark.parametrize(("actor", "count", "decides"), [(builders.PPK, 1, True), (builders.PPK2, 0, False)])
def test_only_the_named_ppk_decides(actor, count, decides):
    service, _ = desk(actor)
    assert len(service.waiting()) == service.waiting_for_me() == count
    assert read(service).may_decide is decides


def test_an_order_bought_alone_cannot_go_back():
    service, _ = desk(buyer=builders.PPK)
    assert (read(service).may_decide, read(service).may_return) == (True, False)


def test_questions_are_asked_where_the_numbers_say_so():
    service, mine = desk()
    assert [question.code for question in read(service).questions] == []
    order = mine.world.orders[ID]
    assert order.listed is not None
    assert order.current is not None
    close = replace(order.listed, total=Rupiah(199_000_000))
    tight = replace(order.current, total=Rupiah(198_500_000))
    mine.world.rups["51402877"] = replace(mine.world.rups["51402877"], pagu=Rupiah(200_000_000))
    agreed = {**(order.agreed or {}), "line:1": Rupiah(90_000)}
    mine.world.orders[ID] = replace(order, listed=close, current=tight, agreed=agreed)
    asked = read(service).questions
    assert [question.code for question in asked] == ["RF03", "RF09", "RF12", "RF13"]
    assert asked[0].facts["share"] == 9_950
    assert asked[2].facts["cheapest"] == 62_500


def test_comparison_holds_the_same_unit_and_cheapest_first():
    service, _ = desk()
    first, second = read(service).comparisons
    assert [row.product.id for row in first.peers] == ["p-4"]
    assert first.above_cheapest < 10_000
    assert second.peers == ()


def test_notes_are_kept_until_the_letter_is_made():
    service, mine = desk()
    service.keep(ID, ALL, "EP")
    assert read(service).notes == ALL
    changes = service.issue_letter(ID, ALL)
    assert changes.ids == {ID}
    assert mine.world.orders[ID].state is State.ESIGN_IN_PROGRESS
    assert mine.drafts.all() == ()


def test_an_incomplete_checklist_is_refused_before_sending():
    service, mine = desk()
    with pytest.raises(Refused, match=r"review\.checklist_incomplete"):
        service.issue_letter(ID, replace(ALL, ticked=CHECKLIST[:-1]))
    assert mine.backend.ran == []


@pytest.mark.parametrize(
    ("deed", "state"), [("send_back", State.WAIT_BUYER), ("reject", State.CANCELLED_ON_REVIEW)]
)
def test_saying_no_needs_a_reason(deed, state):
    service, mine = desk()
    with pytest.raises(Refused, match=r"reason\.too_short"):
        getattr(service, deed)(ID, "tidak")
    getattr(service, deed)(ID, "Spesifikasi belum sesuai kebutuhan")
    assert mine.world.orders[ID].state is state


def test_no_link_and_a_refusal_of_the_backend_keep_the_notes():
    service, mine = desk()
    service.keep(ID, ALL, "EP")
    mine.world.online = False
    with pytest.raises(WorldFailed, match=r"world\.offline"):
        service.issue_letter(ID, ALL)
    mine.world.online = True
    mine.world.refuse_next = Refusal(code="order.product_delisted", facts={"product": "Kertas"})
    with pytest.raises(BackendRefused) as caught:
        service.issue_letter(ID, ALL)
    assert caught.value.refusal.facts == {"product": "Kertas"}
    assert read(service).notes == ALL
