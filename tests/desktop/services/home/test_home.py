"""Beranda: each role sees what is its move, in the order in which time runs out."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from inaproc_core.errors import Refusal
from inaproc_core.orders import commands as c
from inaproc_core.orders.content import PaymentMethod
from inaproc_core.orders.states import State
from inaproc_core.values import Rupiah
from inaproc_desktop.ports.home import TaskKind
from inaproc_desktop.services.home import HomeService
from inaproc_desktop.services.rules import Rules
from tests import builders
from tests.desktop.fake_data import Mine, office


def make(actor, *orders):
    world = office()
    world.add_orders(*orders)
    mine = Mine(world, actor)
    rules = Rules(builders.BOOK, builders.CALENDAR, world.clock)
    service = HomeService(
        actor=actor, mirror=mine.mirror, outbox=mine.outbox, drafts=mine.drafts, rules=rules
    )
    return service, mine


@pytest.mark.parametrize(
    ("state", "buyer", "reader", "kind", "place"),
    [
        (State.WAIT_SELLER, builders.PP, builders.VENDOR, TaskKind.ANSWER_OFFER, "negotiation"),
        (State.WAIT_BUYER, builders.PP, builders.PP, TaskKind.ANSWER_COUNTER, "negotiation"),
        (State.WAIT_BUYER, builders.PPK, builders.PPK, TaskKind.ANSWER_COUNTER, "negotiation"),
        (State.AGREED, builders.PP, builders.PP, TaskKind.HAND_TO_PPK, "negotiation"),
        (State.AGREED, builders.PPK, builders.PPK, TaskKind.PROCEED, "negotiation"),
        (State.WAITING_PPK_REVIEW, builders.PP, builders.PPK, TaskKind.REVIEW, "approvals"),
        (State.ESIGN_IN_PROGRESS, builders.PP, builders.PPK, TaskKind.SIGN_LETTER, "letter"),
        (
            State.WAITING_SELLER_CONFIRMATION,
            builders.PP,
            builders.VENDOR,
            TaskKind.ACCEPT_ORDER,
            "letter",
        ),
        (State.PROCESSING, builders.PP, builders.VENDOR, TaskKind.SHIP, "shipping"),
        (State.ARRIVED, builders.PP, builders.PPK, TaskKind.INSPECT, "receiving"),
        (State.BAST_DRAFT, builders.PP, builders.PPK, TaskKind.ISSUE_BAST, "receiving"),
        (State.PAYMENT_PREPARATION, builders.PP, builders.PPK, TaskKind.CHOOSE_PAYMENT, "payments"),
        (State.WAIT_PAYMENT, builders.PP, builders.BENDAHARA, TaskKind.PAY, "payments"),
    ],
)
def test_each_state_is_somebodys_task(state, buyer, reader, kind, place):
    order = builders.play_to(state, buyer=buyer)
    service, _ = make(reader, order)
    (task,) = service.read().tasks
    assert (task.kind, task.place, task.item) == (kind, place, order.id)
    assert service.count_tasks() == 1
    everybody = (builders.PP, builders.PPK, builders.PPK2, builders.BENDAHARA, builders.VENDOR)
    for other in everybody:
        if other is not reader:
            assert make(other, order)[0].count_tasks() == 0, other


def test_time_orders_the_tasks_and_today_is_counted():
    soon = builders.play_to(State.WAIT_SELLER)
    assert soon.deadline is not None
    later = replace(soon, id="later", deadline=soon.deadline + timedelta(days=2))
    never = replace(builders.play_to(State.PROCESSING), id="never", deadline=None)
    service, mine = make(builders.VENDOR, never, later, soon)
    view = service.read()
    assert [task.item for task in view.tasks] == [soon.id, "later", "never"]
    assert [task.due.working_days if task.due else None for task in view.tasks] == [3, 4, None]
    assert view.due_today == 0
    mine.world.clock.moment = soon.deadline - timedelta(hours=1)
    assert service.read().due_today == 1
    mine.world.clock.moment = soon.deadline + timedelta(days=1)
    assert service.read().due_today == 1


def test_what_was_answered_and_waits_in_the_outbox_is_nobodys_task_here():
    order = builders.play_to(State.WAIT_SELLER)
    service, mine = make(builders.VENDOR, order)
    mine.world.online = False
    mine.outbox.put(
        c.AgreePrices(round_no=1), actor=builders.VENDOR, order_id=order.id, base_rev=order.revision
    )
    assert service.count_tasks() == 0


def test_a_refused_checkout_comes_first_and_leads_back_to_its_form():
    service, mine = make(builders.PP, builders.play_to(State.WAIT_BUYER))
    known = builders.facts(mine.world.products["p-1"], budget=mine.world.rups["51402877"])
    mine.world.refuse_next = Refusal(code="checkout.over_pagu")
    command = c.SubmitCheckout(checkout=builders.checkout(known), max_total=Rupiah(10**9))
    cmd_id, _ = mine.outbox.put(command, actor=builders.PP, order_id="o-9", base_rev=0)
    mine.outbox.deliver()
    first, second = service.read().tasks
    assert (first.kind, first.place, first.item) == (TaskKind.SETTLE_DEED, "checkout", f"deed:{cmd_id}")
    assert second.kind is TaskKind.ANSWER_COUNTER


def test_spending_counts_what_is_held_and_bound():
    service, mine = make(builders.PPK)
    mine.world.rups["51402877"] = builders.rup(pagu=200, reserved=60, committed=70)
    rows = service.read().spending
    assert [(row.rup.code, row.used, row.basis_points) for row in rows] == [
        ("51402877", 130, 6500),
        ("51402901", 0, 0),
    ]
    mine.world.rups["51402877"] = replace(mine.world.rups["51402877"], year=2025)
    assert [row.rup.code for row in service.read().spending] == ["51402901"]


def test_shares_are_of_accepted_orders_at_agreed_prices():
    accepted = builders.play_to(State.PROCESSING)
    agreed = accepted.agreed or {}
    imported = replace(accepted.lines[0], pdn=False)
    accepted = replace(accepted, lines=(imported, *accepted.lines[1:]))
    service, _ = make(builders.PP, accepted, replace(builders.play_to(State.AGREED), id="not-yet"))
    shares = service.read().shares
    assert shares is not None
    first, second = 10 * agreed["line:1"], 10 * agreed["line:2"]
    assert (shares.orders, shares.goods) == (1, first + second)
    assert shares.pdn == round(second * 10_000 / (first + second))
    assert (shares.umkk, shares.umkk_target) == (10_000, 4_000)


def test_without_orders_there_is_no_share_to_boast_of():
    service, _ = make(builders.PPK)
    view = service.read()
    assert view.shares is not None
    assert (view.shares.orders, view.shares.pdn, view.tasks, view.recent) == (0, 0, (), ())


def test_a_penyedia_sees_shipments_due_and_money_on_the_way():
    processing = builders.play_to(State.PROCESSING)
    waiting = replace(builders.play_to(State.WAIT_PAYMENT), id="waiting")
    done = replace(builders.play_to(State.COMPLETED), id="done")
    service, mine = make(builders.VENDOR, processing, waiting, done)
    view = service.read()
    assert [(due.order.id, due.recipient, due.late) for due in view.shipments] == [
        (processing.id, "Bagian Umum", False)
    ]
    assert view.income is not None
    assert processing.current is not None
    total = processing.current.total
    assert (view.income.running, view.income.waiting_payment, view.income.paid) == (total, total, total)
    assert (view.income.on_the_way, view.income.orders) == (2 * total, 2)
    assert (view.spending, view.shares) == ((), None)
    mine.world.clock.moment += timedelta(days=30)
    assert service.read().shipments[0].late


def test_drafts_know_the_page_that_goes_on_with_them():
    service, mine = make(builders.PP)
    mine.drafts.save("o-1", "checkout", "v-1", "CV Graha Contoh Utama", {})
    mine.world.clock.moment += timedelta(minutes=1)
    mine.drafts.save("reply:o-2", "negotiation_reply", "o-2", "Balasan", {})
    assert [(one.place, one.item) for one in service.read().unfinished] == [
        ("negotiation", "o-2"),
        ("checkout", "o-1"),
    ]


def test_recent_orders_are_those_last_touched():
    old = builders.play_to(State.WAIT_SELLER)
    touched = replace(builders.play_to(State.WAIT_BUYER, buyer=builders.PPK), id="touched")
    assert touched.payment_method is PaymentMethod.LS
    service, _ = make(builders.PPK, old, touched)
    assert [order.id for order in service.read().recent] == ["touched", old.id]
