"""From a refused or held deed back to where it was made."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from inaproc_core.orders.states import State
from inaproc_core.wire.codec import COMMAND_TYPES
from inaproc_core.wire.messages import Outcome
from inaproc_desktop.composition import outbox as composition
from inaproc_desktop.ports.data import Deed, DeedState
from inaproc_desktop.services.outbox import OutboxService
from inaproc_desktop.views.outbox.view import OutboxPage
from tests import builders
from tests.desktop.fake_deps import fake_deps
from tests.desktop.fake_world import World

DEED = Deed(
    cmd_id="c-1",
    command="order.offer_prices",
    order_id=builders.ORDER_ID,
    state=DeedState.REFUSED,
    made_at=builders.NOW,
    payload={},
    outcome=Outcome(cmd_id="c-1", outcome="rejected", code="offer.round_moved_on"),
)


class OneDeed:
    """An outbox that holds one deed."""

    def __init__(self, deed: Deed) -> None:
        self.deed = deed
        self.withdrawn: list[str] = []

    def deeds(self) -> tuple[Deed, ...]:
        return (self.deed,)

    def recent(self, limit: int = 50) -> tuple[Deed, ...]:
        return ()


@pytest.mark.parametrize(
    ("command", "way"),
    [
        ("order.submit_checkout", ("checkout", "deed:c-1")),
        ("order.offer_prices", ("negotiation", builders.ORDER_ID)),
        ("order.counter_offer", ("negotiation", builders.ORDER_ID)),
        ("order.issue_letter", ("approvals", builders.ORDER_ID)),
        ("order.sign_letter", ("letter", builders.ORDER_ID)),
        ("order.countersign_bast", ("bast", builders.ORDER_ID)),
        ("order.ship", ("shipping", builders.ORDER_ID)),
        ("order.mark_arrived", ("order", builders.ORDER_ID)),
        ("order.confirm_payment", ("payments", builders.ORDER_ID)),
    ],
)
def test_every_deed_leads_back(command: str, way: tuple[str, str]) -> None:
    outbox: Any = OneDeed(replace(DEED, command=command))
    mirror: Any = None
    service = OutboxService(outbox=outbox, mirror=mirror)
    assert command in COMMAND_TYPES
    assert service.way_to_correct("c-1") == way
    assert service.way_to_correct("c-2") == ("", "")


def shown(qtbot: Any, deed: Deed) -> tuple[OutboxPage, Any]:
    world = World()
    world.add_orders(builders.play_to(State.WAIT_BUYER))
    deps, _ = fake_deps(world, builders.PP, outbox=OneDeed(deed))
    page = composition.pages(deps)[0].make()
    assert isinstance(page, OutboxPage)
    qtbot.addWidget(page)
    page.show()
    page.entered.emit("")
    page.open.choose("c-1")
    return page, deps


@pytest.mark.parametrize("state", [DeedState.REFUSED, DeedState.CONFLICT])
def test_refused_deed_offers_correction_and_reading(qtbot: Any, state: DeedState) -> None:
    page, deps = shown(qtbot, replace(DEED, state=state))
    assert page.correct.isEnabled()
    assert page.correct.text() == "Perbaiki…"
    assert page.put_away.isEnabled()
    assert not page.take_back.isEnabled()
    page.correct.click()
    assert deps.navigator.opened == [("negotiation", builders.ORDER_ID)]


def test_held_deed_can_be_gone_on_with_or_taken_back(qtbot: Any) -> None:
    parked = replace(
        DEED,
        command="order.sign_letter",
        state=DeedState.PARKED,
        outcome=Outcome(cmd_id="c-1", outcome="parked", code="session.step_up_required"),
    )
    page, deps = shown(qtbot, parked)
    assert page.correct.text() == "Lanjutkan…"
    assert page.take_back.isEnabled()
    assert not page.put_away.isEnabled()
    page.correct.click()
    assert deps.navigator.opened == [("letter", builders.ORDER_ID)]


def test_deed_under_way_is_left_alone(qtbot: Any) -> None:
    page, _ = shown(qtbot, replace(DEED, state=DeedState.SENDING, outcome=None))
    assert not any(each.isEnabled() for each in (page.correct, page.take_back, page.put_away))


@pytest.mark.parametrize(
    ("code", "words"),
    [("world.offline", "Peladen tidak terjangkau"), ("server.busy", ""), ("unheard.of", "gangguan di luar")],
)
def test_last_error_is_said_in_words(qtbot: Any, code: str, words: str) -> None:
    page, _ = shown(qtbot, replace(DEED, state=DeedState.WAITING, outcome=None, last_error=code))
    assert page._why.text()
    assert words in page._why.text()
    assert code not in page._why.text()
