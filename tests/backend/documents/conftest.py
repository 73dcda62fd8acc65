"""An office with a letter waiting for its signatures."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from inaproc_core.orders.model import Order
from inaproc_core.orders.states import State
from tests import builders as b
from tests.backend.documents.desk import Desk, open_desk
from tests.backend.office import Office


@pytest.fixture
def desk(office: Office) -> Iterator[Desk]:
    opened = open_desk(office)
    with opened.client:
        yield opened


@pytest.fixture
def order(desk: Desk) -> Order:
    """An order whose letter was issued, as the service has it."""
    issued = b.play_to(State.ESIGN_IN_PROGRESS)
    desk.office.put_order(issued)
    assert issued.letter is not None
    desk.office.clock.now = issued.letter.issued_at
    return issued
