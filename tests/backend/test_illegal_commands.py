"""Random illegal commands over HTTP: never a fault, never a changed state."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from typing import Any

import pytest
from litestar.testing import TestClient

from inaproc_backend.app import create_app
from inaproc_backend.storage import tables
from inaproc_core.orders.states import State
from inaproc_core.wire.codec import COMMAND_TYPES, to_plain
from tests import builders as b
from tests.backend.office import ACTORS, Office

SHOTS = 400
ODD: tuple[Any, ...] = (
    *(None, True, 0, -1, 1, 10**15, 10**18, 10**40, 1.5, -(2**63), "", "x", "\x00", "\u202e", "💥" * 50),
    *(
        [],
        {},
        [[]],
        {"a": {}},
        "2026-13-45",
        "line:1",
        "1" * 64,
        "../../etc/passwd",
        "'; DROP TABLE orders;--",
    ),
)


@pytest.fixture
def client(office: Office) -> Iterator[TestClient[Any]]:
    app = create_app(office.services.config, services=office.services, deadline_seconds=0)
    with TestClient(app, raise_server_exceptions=False) as opened:
        yield opened


def _state(office: Office) -> dict[str, list[dict[str, Any]]]:
    watched = (tables.orders, tables.order_events, tables.rup, tables.products, tables.bast_numbers)
    return {table.name: [dict(row) for row in office.rows(table)] for table in watched}


def _vary(value: Any, dice: random.Random) -> Any:
    """Change something somewhere in a JSON value."""
    if isinstance(value, dict) and value and dice.random() < 0.85:
        key = dice.choice(list(value))
        changed = dict(value)
        what = dice.random()
        if what < 0.15:
            del changed[key]
        elif what < 0.3:
            changed[f"{key}_"] = dice.choice(ODD)
        else:
            changed[key] = _vary(value[key], dice)
        return changed
    if isinstance(value, list | tuple) and value and dice.random() < 0.85:
        changed_list = list(value)
        place = dice.randrange(len(changed_list))
        changed_list[place] = _vary(changed_list[place], dice)
        return changed_list
    return dice.choice(ODD)


def test_random_illegal_commands_change_nothing(office: Office, client: TestClient[Any]) -> None:
    """Ended orders take no command at all; whatever is sent on them must leave no trace but the log."""
    dice = random.Random(2026)
    order = b.play_to(State.COMPLETED)
    office.put_order(order)
    form = to_plain(b.checkout(b.facts()))
    payloads: list[dict[str, Any]] = [
        {"checkout": form, "max_total": 1},  # far below: refused even when unchanged
        {"round_no": 1, "prices": {"line:1": 1}, "note": ""},
        {"reason": "Sudah tidak dibutuhkan"},
        {"sha256": "1" * 64},
        {"terms": "", "checklist": ["vendor"]},
        {
            "delivery_no": 1,
            "courier_name": "a",
            "tracking_number": "b",
            "driver": "c",
            "quantities": {"1": 5},
        },
        {"termin_no": 1, "reference": "r", "paid_on": "2026-11-23", "amount": 5},
        {},
    ]
    before = _state(office)
    statuses: dict[int, int] = {}
    for _ in range(SHOTS):
        actor = dice.choice(ACTORS)
        payload = dice.choice(payloads)
        for _ in range(dice.randint(0, 3)):
            payload = _vary(payload, dice) if isinstance(payload, dict) else payload
        envelope: Any = {
            "cmd_id": office.new_id(),
            "type": dice.choice(list(COMMAND_TYPES)),
            "type_version": 1,
            "acting_as": actor.access_id,
            "aggregate": dice.choice([order.id, office.new_id()]),
            "base_rev": dice.choice([0, order.revision]),
            "payload": payload,
        }
        if envelope["type"] == "order.save_draft":
            envelope["payload"] = {"form": dice.choice(ODD)}
        if dice.random() < 0.3:
            envelope = _vary(envelope, dice)
        answer = client.post(
            "/v1/commands",
            content=json.dumps({"envelopes": [envelope]}),
            headers={"authorization": f"Bearer {office.token(actor)}", "content-type": "application/json"},
        )
        statuses[answer.status_code] = statuses.get(answer.status_code, 0) + 1
        found = answer.json()
        if answer.status_code == 200:
            outcome = found["outcomes"][0]
            assert outcome["outcome"] in {"rejected", "conflict", "parked", "retry"}, (envelope, outcome)
            assert outcome["code"] != "server.incident", (envelope, outcome)
            assert len(outcome["sentence"]) > 20
        else:
            assert answer.status_code in {400, 422}, (envelope, found)
            assert found["code"] and len(found["sentence"]) > 20
    assert _state(office) == before
    assert office.rows(tables.incidents) == []
    assert statuses[200] > SHOTS // 3
    assert statuses[400] > SHOTS // 20
