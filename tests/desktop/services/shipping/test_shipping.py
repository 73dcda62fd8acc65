"""Pengiriman: what is left, the local rules, and the way through the outbox."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from inaproc_core.errors import Refusal, Refused
from inaproc_core.orders.content import Courier
from inaproc_core.orders.states import State
from inaproc_core.values import Quantity, quantity
from inaproc_desktop.ports.data import DeedState
from inaproc_desktop.ports.finishing import ShipForm
from inaproc_desktop.services.shipping import ShippingService
from tests import builders
from tests.desktop.fake_data import Mine
from tests.desktop.finishing import rules_of, state_of, world_of

FORM = ShipForm(
    delivery_no=1,
    courier_name="Armada sendiri",
    driver="Gilang Latihan 0812",
    quantities={"1": quantity(10), "2": quantity(10)},
    expected_on=date(2026, 12, 1),
)


def service_of(mine: Mine) -> ShippingService:
    return ShippingService(
        mirror=mine.mirror, outbox=mine.outbox, rules=rules_of(mine.world), actor=mine.actor
    )


def test_orders_with_something_left_come_first() -> None:
    mine = Mine(world_of(State.ARRIVED, State.SHIPPING, State.PROCESSING, State.COMPLETED), builders.VENDOR)
    rows = service_of(mine).orders()
    assert {row.id for row in rows} == {"o-0", "o-1", "o-2"}
    assert not rows[-1].mine
    assert service_of(mine).waiting_for_me() == 1


def test_another_penyedia_sees_nothing() -> None:
    assert service_of(Mine(world_of(State.PROCESSING), builders.OTHER_VENDOR)).orders() == ()


def test_everything_left_is_offered() -> None:
    file = service_of(Mine(world_of(State.PROCESSING), builders.VENDOR)).read("o-0")
    assert file is not None
    assert file.may_ship
    assert not file.may_mark
    assert dict(file.places[0].left) == {"1": quantity(10), "2": quantity(10)}


@pytest.mark.parametrize(
    ("changed", "code", "field"),
    [
        ({"courier_name": " "}, "shipment.courier_missing", "courier_name"),
        ({"driver": ""}, "shipment.driver_missing", "driver"),
        ({"expected_on": date(2026, 11, 1)}, "shipment.expected_past", "expected_on"),
        ({"quantities": {"1": quantity(11)}}, "shipment.more_than_left", "quantities.1"),
        ({"quantities": {"1": Quantity(0)}}, "shipment.empty", "quantities"),
        ({"delivery_no": 7}, "shipment.unknown_delivery", "delivery_no"),
    ],
)
def test_rules_speak_before_anything_is_kept(changed: dict[str, object], code: str, field: str) -> None:
    mine = Mine(world_of(State.PROCESSING), builders.VENDOR)
    service = service_of(mine)
    file = service.read("o-0")
    assert file is not None
    form = replace(FORM, **changed)  # type: ignore[arg-type]  # names and values of the table above
    refusal = service.check(file, form)
    assert refusal is not None
    assert (refusal.code, refusal.field) == (code, field)
    with pytest.raises(Refused):
        service.ship("o-0", form)
    assert mine.outbox.deeds() == ()


def test_a_form_without_date_is_not_judged() -> None:
    service = service_of(Mine(world_of(State.PROCESSING), builders.VENDOR))
    file = service.read("o-0")
    assert file is not None
    assert service.check(file, replace(FORM, expected_on=None)) is None
    with pytest.raises(ValueError, match="day it is expected"):
        service.ship("o-0", replace(FORM, expected_on=None))


def test_a_third_party_courier_needs_a_resi() -> None:
    world = world_of(State.PROCESSING)
    order = world.orders["o-0"]
    place = replace(order.deliveries[0], courier=Courier.THIRD_PARTY)
    world.add_orders(replace(order, deliveries=(place,)))
    service = service_of(Mine(world, builders.VENDOR))
    file = service.read("o-0")
    assert file is not None
    refusal = service.check(file, FORM)
    assert refusal is not None
    assert refusal.code == "shipment.tracking_missing"


def test_a_shipment_waits_offline_and_is_sent_once() -> None:
    world = world_of(State.PROCESSING)
    world.online = False
    mine = Mine(world, builders.VENDOR)
    service = service_of(mine)
    changes = service.ship("o-0", FORM)
    assert changes.touches("order", "deed")
    file = service.read("o-0")
    assert file is not None
    assert not file.may_ship, "nothing is left once the waiting deed is counted"
    assert [row.sent for row in file.shipments] == [False]
    assert state_of(world) is State.PROCESSING
    world.online = True
    mine.outbox.deliver()
    file = service.read("o-0")
    assert file is not None
    assert [row.sent for row in file.shipments] == [True]
    assert state_of(world) is State.SHIPPING


def test_two_partial_shipments_leave_nothing() -> None:
    mine = Mine(world_of(State.PROCESSING), builders.VENDOR)
    service = service_of(mine)
    service.ship("o-0", replace(FORM, quantities={"1": quantity(4)}))
    file = service.read("o-0")
    assert file is not None
    assert dict(file.places[0].left) == {"1": quantity(6), "2": quantity(10)}
    service.ship("o-0", replace(FORM, quantities={"1": quantity(6), "2": quantity(10)}))
    mine.outbox.deliver()
    assert len(mine.world.orders["o-0"].shipments) == 2


def test_arrival_is_marked_once() -> None:
    mine = Mine(world_of(State.SHIPPING), builders.VENDOR)
    service = service_of(mine)
    with pytest.raises(Refused) as refused:
        service.mark_arrived("o-0", 1, "  ")
    assert refused.value.refusal.code == "shipment.receiver_missing"
    service.mark_arrived("o-0", 1, "Bagian Umum")
    with pytest.raises(Refused):
        service.mark_arrived("o-0", 1, "Bagian Umum")
    mine.outbox.deliver()
    assert state_of(mine.world) is State.ARRIVED


def test_a_refused_shipment_is_shown_and_put_away_by_the_next() -> None:
    mine = Mine(world_of(State.PROCESSING), builders.VENDOR)
    service = service_of(mine)
    service.ship("o-0", FORM)
    mine.world.refuse_next = Refusal(code="shipment.more_than_left")
    mine.outbox.deliver()
    file = service.read("o-0")
    assert file is not None
    assert file.refused is not None
    assert file.refused.state is DeedState.REFUSED
    service.ship("o-0", FORM)
    mine.outbox.deliver()
    assert mine.outbox.deeds() == ()
    assert state_of(mine.world) is State.SHIPPING
