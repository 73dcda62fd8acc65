"""Whose move it is, in which view an order stands, and where its move is made."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from inaproc_core.orders.states import State
from inaproc_core.roles import Actor, Role
from inaproc_desktop.ports.ordering import SavedView
from inaproc_desktop.services.orders import OrdersService, due_of
from inaproc_desktop.services.rules import Rules
from tests import builders
from tests.desktop.fake_data import Mine, office

APIP = Actor(user_id="u-apip", access_id="a-apip", role=Role.APIP, name="Hana Latihan", satker_id="s-1")
PEOPLE = {
    "pp": builders.PP,
    "ppk": builders.PPK,
    "ppk2": builders.PPK2,
    "bendahara": builders.BENDAHARA,
    "penyedia": builders.VENDOR,
    "lain": builders.OTHER_VENDOR,
    "apip": APIP,
}


def service_of(actor, *orders):
    world = office()
    world.add_orders(*orders)
    mine = Mine(world, actor)
    rules = Rules(builders.BOOK, builders.CALENDAR, world.clock)
    return OrdersService(mirror=mine.mirror, rules=rules, actor=actor), world


@pytest.mark.parametrize(
    ("state", "mover", "place"),
    [
        (State.WAIT_SELLER, "penyedia", "negotiation"),
        (State.WAIT_BUYER, "pp", "negotiation"),
        (State.AGREED, "pp", "negotiation"),
        (State.WAITING_PPK_REVIEW, "ppk", "approvals"),
        (State.ESIGN_IN_PROGRESS, "ppk", "letter"),
        (State.WAITING_SELLER_CONFIRMATION, "penyedia", "letter"),
        (State.PROCESSING, "penyedia", "shipping"),
        (State.SHIPPING, "penyedia", "shipping"),
        (State.ARRIVED, "ppk", "receiving"),
        (State.BAST_DRAFT, "ppk", "receiving"),
        (State.WAIT_BAST_SELLER, "penyedia", "bast"),
        (State.PAYMENT_PREPARATION, "ppk", "payments"),
        (State.WAIT_PAYMENT, "bendahara", "payments"),
        (State.COMPLETED, "", ""),
    ],
)
def test_exactly_one_person_has_the_move(state, mover, place):
    order = builders.play_to(state)
    found = {name: service_of(actor, order)[0].read(order.id) for name, actor in PEOPLE.items()}
    assert found.pop("lain") is None
    assert [name for name, file in found.items() if file and file.mine] == ([mover] if mover else [])
    assert {file.place for file in found.values() if file} == ({place, ""} if place else {""})


def test_views_count_all_orders_and_search_narrows():
    orders = [
        replace(builders.play_to(state), id=f"o-{at}")
        for at, state in enumerate((State.WAIT_BUYER, State.PROCESSING, State.COMPLETED))
    ]
    ended = replace(builders.play_to(State.WAIT_SELLER), id="o-9", state=State.CANCELLED_ON_NEGOTIATION)
    service, _ = service_of(builders.PP, *orders, ended)
    shown = {view: [row.id for row in service.find(view).rows] for view in SavedView}
    assert shown[SavedView.MINE] == ["o-0"]
    assert sorted(shown[SavedView.RUNNING]) == ["o-0", "o-1"]
    assert shown[SavedView.DONE] == ["o-2"]
    assert shown[SavedView.CANCELLED] == ["o-9"]
    assert shown[SavedView.ALL][0] == "o-0"
    found = service.find(SavedView.ALL, "toner graha")
    assert len(found.rows) == 4
    assert found.counts[SavedView.DONE] == 1
    assert service.find(SavedView.ALL, "toner sepatu").rows == ()
    assert service.waiting_for_me() == 1


def test_deadlines_count_working_days_before_and_after():
    order = builders.play_to(State.WAIT_SELLER)
    before = due_of(order, builders.context())
    assert before is not None
    assert before.working_days == 3
    late = due_of(order, builders.context(before.at + timedelta(days=3)))
    assert late is not None
    assert late.working_days == 1
    assert due_of(builders.play_to(State.COMPLETED), builders.context()) is None
