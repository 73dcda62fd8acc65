"""A process is killed in the middle: the other goes on with everything, and does the chores from then on."""

from __future__ import annotations

import random
import threading
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from functools import partial

import msgspec
import pytest

from inaproc_backend.storage import tables
from inaproc_backend.storage.times import to_text
from inaproc_core.roles import SYSTEM
from inaproc_core.wire.codec import to_json
from inaproc_core.wire.messages import Envelope
from tests import builders as b
from tests.backend.cluster.house import House, outcome, send, together, until

pytestmark = pytest.mark.postgres

CLIENTS = 8
EACH = 40


def _overdue(house: House, number: int) -> str:
    """Order through a process, and let the penyedia's time to answer be over for an hour."""
    asked = house.checkouts(1)
    assert outcome(send(house.connect(number), asked)[0]).outcome == "ok"
    order = house.office.order(asked[0].aggregate)
    assert order is not None
    late = replace(order, deadline=b.NOW - timedelta(hours=1))
    with house.office.services.database.write() as connection:
        connection.execute(
            tables.orders.update()
            .where(tables.orders.c.id == order.id)
            .values(image=to_json(late), deadline=to_text(b.NOW - timedelta(hours=1)))
        )
    return order.id


def _expiries(house: House, order_id: str) -> int:
    return len(house.office.rows(tables.commands, aggregate=order_id, user_id=SYSTEM.user_id))


class _Client:
    """Sends its commands one by one; when a process is gone, asks the other one again."""

    def __init__(self, house: House, asked: list[Envelope], first: int) -> None:
        self._house, self._asked, self._at = house, asked, first
        self._line = house.connect(first)
        self.answers: dict[str, bytes] = {}

    def run(self, sent: threading.Semaphore) -> None:
        for one in self._asked:
            self.answers[one.cmd_id] = self._send(one)
            sent.release()

    def _send(self, one: Envelope) -> bytes:
        for _ in range(5):
            try:
                return send(self._line, [one])[0]
            except (OSError, IndexError, msgspec.DecodeError):  # the line broke, maybe after the commit
                self._at = 1 - self._at
                self._line = self._house.connect(self._at)
        raise AssertionError


def test_nothing_is_lost_or_done_twice(house: House) -> None:
    """Eight clients order through both; the process with the chores is killed; they go on with the other."""
    with house.office.services.database.write() as connection:
        connection.execute(tables.rup.update().values(pagu=10**12))
    with house.served(2, chores=0.2):
        assert until(lambda: house.holder() is not None, 10)
        leader = house.holder() or 0
        first = _overdue(house, leader)
        assert until(lambda: _expiries(house, first), 10) == 1
        dice = random.Random(3)
        parts = [house.checkouts(EACH) for _ in range(CLIENTS)]
        clients = [_Client(house, part, dice.randint(0, 1)) for part in parts]
        sent = threading.Semaphore(0)

        def kill() -> None:
            for _ in range(CLIENTS * EACH // 3):
                sent.acquire()
            house.kill(leader)

        work: list[Callable[[], None]] = [partial(client.run, sent) for client in clients]
        together([kill, *work])
        second = _overdue(house, 1 - leader)
        assert until(lambda: house.holder() == 1 - leader, 10)
        assert until(lambda: _expiries(house, second), 10) == 1
        assert _expiries(house, first) == 1
    answers = {cmd_id: raw for client in clients for cmd_id, raw in client.answers.items()}
    stored = {row["cmd_id"]: bytes(row["result"]) for row in house.office.rows(tables.commands)}
    assert len(answers) == CLIENTS * EACH
    assert {cmd_id: stored[cmd_id] for cmd_id in answers} == answers
    effects = Counter(row["cmd_id"] for row in house.office.rows(tables.order_events, n=1))
    accepted = [cmd_id for cmd_id, raw in answers.items() if outcome(raw).outcome == "ok"]
    assert {cmd_id: effects[cmd_id] for cmd_id in accepted} == dict.fromkeys(accepted, 1)
    assert len(accepted) == CLIENTS * EACH
    house.all_is_well()
    told = house.log.read_text(encoding="utf-8").splitlines()
    assert [line for line in told if "no way out for messages" not in line] == []
