"""From a refused or held deed back to where it was made."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from inaproc_core.wire.codec import COMMAND_TYPES
from inaproc_core.wire.messages import Outcome
from inaproc_desktop.ports.data import Deed, DeedState
from inaproc_desktop.services.outbox import OutboxService
from tests import builders
from tests.desktop.fakes import FixedClock

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

    def deeds(self) -> tuple[Deed, ...]:
        return (self.deed,)


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
    nothing: Any = None
    service = OutboxService(outbox=outbox, mirror=nothing, catalogue=nothing, clock=FixedClock(builders.NOW))
    assert command in COMMAND_TYPES
    assert service.way_to_correct("c-1") == way
    assert service.way_to_correct("c-2") == ("", "")
