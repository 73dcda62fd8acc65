"""Penerimaan: what came, late days and penalty, arrival and inspection."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from inaproc_core.errors import Refused
from inaproc_core.orders.states import State
from inaproc_core.values import quantity
from inaproc_desktop.ports.data import WorldFailed
from inaproc_desktop.ports.finishing import InspectForm
from inaproc_desktop.services.receiving import ReceivingService
from tests import builders
from tests.desktop.fake_data import Mine
from tests.desktop.finishing import rules_of, state_of, world_of

GOOD = InspectForm(finished_on=date(2026, 11, 23), function_ok=True, quantity_ok=True, time_ok=True)


def service_of(mine: Mine) -> ReceivingService:
    return ReceivingService(
        mirror=mine.mirror,
        outbox=mine.outbox,
        backend=mine.backend,
        rules=rules_of(mine.world),
        actor=mine.actor,
    )


def test_what_waits_for_the_ppk_comes_first() -> None:
    mine = Mine(
        world_of(State.SHIPPING, State.WAIT_BAST_SELLER, State.BAST_DRAFT, State.ARRIVED), builders.PPK
    )
    rows = service_of(mine).orders()
    assert [row.id for row in rows] == ["o-3", "o-2", "o-0", "o-1"]
    assert [row.mine for row in rows] == [True, True, False, False]
    assert service_of(mine).waiting_for_me() == 2
    assert service_of(Mine(mine.world, builders.PPK2)).waiting_for_me() == 0


def test_lines_tell_ordered_sent_and_received() -> None:
    service = service_of(Mine(world_of(State.SHIPPING), builders.PPK))
    file = service.read("o-0")
    assert file is not None
    assert [(line.ordered, line.sent, line.received) for line in file.lines] == [
        (quantity(10), quantity(10), 0),
        (quantity(10), quantity(10), 0),
    ]
    assert file.may_mark
    assert not file.may_inspect


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"finished_on": date(2027, 1, 1)}, "inspection.finish_in_future"),
        ({"function_ok": False}, "inspection.function_not_ok"),
        ({"quantity_ok": False}, "inspection.quantity_not_ok"),
        ({"time_ok": False}, "inspection.time_not_ok"),
    ],
)
def test_rules_speak_before_anything_is_sent(changed: dict[str, object], code: str) -> None:
    mine = Mine(world_of(State.ARRIVED), builders.PPK)
    service = service_of(mine)
    file = service.read("o-0")
    assert file is not None
    form = replace(GOOD, **changed)  # type: ignore[arg-type]  # names and values of the table above
    refusal = service.check(file, form)
    assert refusal is not None
    assert refusal.code == code
    with pytest.raises(Refused):
        service.inspect("o-0", form)
    assert mine.backend.ran == []


def test_late_days_cost_a_thousandth_of_the_value_before_ppn_each() -> None:
    world = world_of(State.ARRIVED)
    world.clock.moment += timedelta(days=20)
    service = service_of(Mine(world, builders.PPK))
    file = service.read("o-0")
    assert file is not None
    totals = file.order.current
    assert totals is not None
    assert service.lateness(file, date(2026, 12, 5)) is None
    late = service.lateness(file, date(2026, 12, 12))
    assert late is not None
    base = totals.total - totals.ppn
    assert (late.days, late.base, late.penalty) == (7, base, 7 * base // 1000)
    assert "79" in late.source
    refusal = service.check(file, replace(GOOD, finished_on=date(2026, 12, 12)))
    assert refusal is not None
    assert refusal.code == "inspection.late_needs_note"


def test_inspection_leads_to_the_bast() -> None:
    mine = Mine(world_of(State.ARRIVED), builders.PPK)
    service = service_of(mine)
    changes = service.inspect("o-0", GOOD)
    assert changes.ids == {"o-0"}
    assert state_of(mine.world) is State.BAST_DRAFT
    file = service.read("o-0")
    assert file is not None
    assert file.may_issue


def test_inspection_needs_the_link_and_arrival_does_not() -> None:
    world = world_of(State.ARRIVED, State.SHIPPING)
    world.online = False
    mine = Mine(world, builders.PPK)
    service = service_of(mine)
    with pytest.raises(WorldFailed):
        service.inspect("o-0", GOOD)
    service.mark_arrived("o-1", 1, "Bagian Umum")
    file = service.read("o-1")
    assert file is not None
    assert [row.arrival_sent for row in file.shipments] == [False]
    assert not file.may_inspect, "the backend does not know of the arrival yet"
    world.online = True
    mine.outbox.deliver()
    file = service.read("o-1")
    assert file is not None
    assert file.may_inspect
