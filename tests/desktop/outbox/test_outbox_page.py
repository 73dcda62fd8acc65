"""Kotak Keluar over fakes: waiting, refused, withdrawn, dismissed; never a refusal that passes by."""

from __future__ import annotations

from typing import Any

import pytest

from inaproc_core.orders import commands as c
from inaproc_core.orders.states import State
from inaproc_core.values import Rupiah
from inaproc_desktop.composition import outbox as composition
from inaproc_desktop.views.outbox.view import OutboxPage
from tests.builders import PP, play_to
from tests.desktop.fake_deps import fake_deps
from tests.desktop.fake_world import World


@pytest.fixture
def seat(qtbot: Any) -> tuple[OutboxPage, Any, World]:
    world = World()
    order = play_to(State.WAIT_BUYER)
    world.add_orders(order)
    world.online = False
    deps, mine = fake_deps(world, PP)
    page = composition.pages(deps)[0].make()
    assert isinstance(page, OutboxPage)
    qtbot.addWidget(page)
    page.resize(1100, 700)
    page.show()
    mine.outbox.put(
        c.OfferPrices(round_no=2, prices={"line:1": Rupiah(55_000)}),
        actor=PP,
        order_id=order.id,
        base_rev=order.revision,
    )
    page.entered.emit("")
    return page, mine, world


def test_an_unsent_deed_is_shown_in_words_and_can_be_taken_back(seat: Any, qtbot: Any):
    page, mine, _world = seat
    (deed,) = mine.outbox.deeds()
    assert page.open.row(deed.cmd_id) is not None
    page.open.choose(deed.cmd_id)
    assert page.take_back.isEnabled()
    assert not page.put_away.isEnabled()
    with qtbot.waitSignal(page.withdrawn, raising=False, timeout=10):
        page.withdrawn.emit(deed.cmd_id)
    assert mine.outbox.deeds() == ()


def test_a_refused_deed_stays_until_it_is_answered(seat: Any):
    page, mine, world = seat
    order = play_to(State.WAIT_BUYER)
    stale = c.OfferPrices(round_no=1, prices={"line:1": Rupiah(55_000)})
    mine.outbox.put(stale, actor=PP, order_id=order.id, base_rev=order.revision)
    world.online = True
    mine.outbox.deliver()
    page.entered.emit("")
    refused = [deed for deed in mine.outbox.deeds() if deed.outcome is not None]
    assert refused
    page.open.choose(refused[0].cmd_id)
    assert page.put_away.isEnabled()
    assert page._why.text()
    page.put_away.click()
    assert refused[0].cmd_id not in {deed.cmd_id for deed in mine.outbox.deeds()}


def test_the_badge_counts_what_waits_for_the_person(seat: Any):
    _page, mine, world = seat
    spec = composition.pages(fake_deps(world, PP, mine=mine)[0])[0]
    assert spec.badge is not None
    assert spec.badge() == 0
