"""Notices: what others did to my orders, new until looked at."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta

import pytest

from inaproc_core.orders.model import Order
from inaproc_core.orders.states import State
from inaproc_core.roles import Actor
from inaproc_desktop.ports.data import OrderView
from inaproc_desktop.services.notices import SHOWN_FOR, NoticesService
from tests import builders
from tests.desktop.fakes import FixedClock


@dataclass
class Notes:
    kept: dict[str, str] = field(default_factory=dict)

    def setting(self, key: str) -> str:
        return self.kept.get(key, "")

    def keep_setting(self, key: str, value: str) -> None:
        self.kept[key] = value


class OneOrder:
    def __init__(self, order: Order) -> None:
        self.order_held = order

    def orders(self) -> tuple[OrderView, ...]:
        return (OrderView(order=self.order_held, confirmed=self.order_held),)


def service(order: Order, actor: Actor, notes: Notes | None = None, later: timedelta = timedelta(hours=2)):
    clock = FixedClock(builders.NOW + later)
    mirror = OneOrder(order)
    made = NoticesService(mirror=mirror, actor=actor, notes=notes or Notes(), clock=clock)  # type: ignore[arg-type]
    return made, clock


@pytest.mark.parametrize(
    ("actor", "seen"),
    [
        (builders.PP, {"u-v1", "u-ppk", "u-ben"}),
        (builders.PPK, {"u-pp", "u-v1", "u-ben"}),
        (builders.VENDOR, {"u-pp", "u-ppk", "u-ben"}),
        (builders.BENDAHARA, {"u-ppk", "u-v1"}),
        (builders.OTHER_VENDOR, set()),
        (builders.PPK2, set()),
    ],
)
def test_only_others_and_only_my_orders(actor: Actor, seen: set[str]) -> None:
    notices, _ = service(builders.play_to(State.COMPLETED), actor)
    assert {notice.entry.by.user_id for notice in notices.read()} == seen


def test_treasurer_hears_of_payments_alone() -> None:
    notices, _ = service(builders.play_to(State.COMPLETED), builders.BENDAHARA)
    assert {notice.entry.event for notice in notices.read()} == {"PaymentMethodChosen", "BastCountersigned"}


def test_first_look_counts_as_read_and_news_afterwards_do_not() -> None:
    notes = Notes()
    order = builders.play_to(State.WAIT_BUYER)
    notices, clock = service(order, builders.PP, notes, timedelta(minutes=8))
    assert [notice.unread for notice in notices.read()] == [False]
    clock.moment += timedelta(hours=1)
    later, clock = service(builders.play_to(State.PROCESSING), builders.PP, notes)
    found = later.read()
    assert found[0].entry.event == "OrderAccepted"
    assert {notice.unread for notice in found} == {True, False}
    later.mark_read()
    assert not any(notice.unread for notice in later.read())


def test_old_news_are_no_news() -> None:
    notices, _ = service(builders.play_to(State.PROCESSING), builders.PP, later=SHOWN_FOR + timedelta(days=1))
    assert notices.read() == ()
