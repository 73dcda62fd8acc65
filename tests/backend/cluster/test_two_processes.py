"""Two processes on one database decide as one: one effect, one answer, one budget, one set of sessions."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import msgspec
import pytest

from inaproc_backend.storage import tables
from inaproc_core.orders import commands as c
from inaproc_core.wire.messages import Envelope
from tests import builders as b
from tests.backend.cluster.house import RUP, House, Line, outcome, send, together
from tests.backend.office import PASSWORD

pytestmark = pytest.mark.postgres

CLIENTS = 64
DELIVERIES = 10_000
BATCH = 25


def test_64_checkouts_on_one_rup_over_both_never_overspend(pair: House) -> None:
    """It has room for 17 of them, and every client has a connection of its own."""
    first = outcome(send(pair.connect(0), pair.checkouts(1))[0])
    assert first.outcome == "ok"
    price = pair.office.rup()["reserved"]
    with pair.office.services.database.write() as connection:
        connection.execute(tables.rup.update().values(pagu=price * 18 + price - 1))
    asked = pair.checkouts(CLIENTS)
    lines = [pair.connect(number % 2) for number in range(CLIENTS)]
    work = [partial(send, line, [one]) for line, one in zip(lines, asked, strict=True)]
    results = [outcome(raw) for answer in together(work) for raw in answer]
    assert sorted(one.outcome for one in results) == ["ok"] * 17 + ["rejected"] * 47
    assert {one.code for one in results if one.outcome != "ok"} == {"checkout.over_pagu"}
    assert pair.office.rup()["reserved"] == price * 18
    made = [one for one in pair.office.rows(tables.orders) if one["id"] in {e.aggregate for e in asked}]
    assert len(made) == len({one["number"] for one in made}) == 17
    pair.all_is_well()
    with pair.office.services.database.write() as connection:
        connection.execute(tables.rup.update().where(tables.rup.c.code == RUP).values(pagu=10**15))


def test_ten_thousand_deliveries_have_one_effect_and_one_answer_each(pair: House) -> None:
    """Each command 1 to 10 times, shuffled over both processes; some are refused, some refer to another."""
    dice = random.Random(4)
    before = len(pair.office.rows(tables.commands))
    asked = pair.checkouts(1_000, lambda number: RUP if number % 3 == 0 else "nowhere")
    asked += [_withdrawal(pair, one) for one in asked[:800]]
    deliveries = [one for one in asked for _ in range(dice.randint(1, 10))][:DELIVERIES]
    dice.shuffle(deliveries)
    batches = [deliveries[at : at + BATCH] for at in range(0, len(deliveries), BATCH)]
    lines = [pair.connect(number % 2) for number in range(8)]
    answers: dict[str, set[bytes]] = {}
    undecided: list[Envelope] = []

    def deliver(line: Line, parts: Sequence[Sequence[Envelope]]) -> list[tuple[Envelope, bytes]]:
        return [pair for part in parts for pair in zip(part, send(line, part), strict=True)]

    while batches:
        work: list[Callable[[], list[tuple[Envelope, bytes]]]] = [
            partial(deliver, line, batches[at :: len(lines)]) for at, line in enumerate(lines)
        ]
        for part in together(work):
            for envelope, raw in part:
                if outcome(raw).outcome == "retry":  # waits for the one it builds on
                    undecided.append(envelope)
                else:
                    answers.setdefault(envelope.cmd_id, set()).add(raw)
        batches = [undecided[at : at + BATCH] for at in range(0, len(undecided), BATCH)]
        undecided = []
    assert len(deliveries) > 0.95 * DELIVERIES
    assert set(answers) == {one.cmd_id for one in deliveries}
    assert {len(found) for found in answers.values()} == {1}
    assert len(pair.office.rows(tables.commands)) - before == len(answers)
    kinds = {outcome(raw).outcome for found in answers.values() for raw in found}
    assert kinds == {"ok", "rejected", "skipped"}
    pair.all_is_well()


def _withdrawal(pair: House, checkout: Envelope) -> Envelope:
    command = c.CancelNegotiation(reason="Kebutuhan berubah")
    return pair.office.envelope(b.PP, command, checkout.aggregate, 1, depends_on=checkout.cmd_id)


def test_a_hint_reaches_the_streams_of_the_other_process(pair: House) -> None:
    """Both ways, and once; long before anybody would have looked by itself."""
    for here, there in ((0, 1), (1, 0)):
        stream = pair.connect(there, b.VENDOR).hints()
        assert next(stream) == {}  # the stream stands
        began = time.monotonic()
        order = pair.checkouts(1)
        assert outcome(send(pair.connect(here), order)[0]).outcome == "ok"
        found = next(one for one in stream if one)
        took = time.monotonic() - began
        heads = {row["scope"]: row["seq"] for row in pair.office.rows(tables.scope_head)}
        assert found == {"scope": "vendor/v-1", "head": heads["vendor/v-1"]}
        assert took < 2
    # Looking at the heads every five seconds finds nothing that is not known by now.
    assert [next(stream) for _ in range(6)] == [{}] * 6


def _ask(pair: House, number: int, path: str, token: str = "", **body: Any) -> dict[str, Any]:
    found: dict[str, Any] = msgspec.json.decode(
        pair.line(number, token).post(path, msgspec.json.encode(body))
    )
    return found


def _sign_in(pair: House, number: int, name: str, password: str = PASSWORD) -> dict[str, Any]:
    asked = {"username": name, "password": password, "device_id": f"pc-{name}", "device_name": "PC"}
    found: dict[str, Any] = _ask(pair, number, "/v1/session/sign-in", **asked)["session"]
    return found


def test_tokens_rotate_over_both(pair: House) -> None:
    """A token spent on one is spent on the other; the answer that got lost is given again by either."""
    token = _sign_in(pair, 0, "ppk")["refresh_token"]
    for turn in range(6):
        fresh = _ask(pair, turn % 2, "/v1/session/refresh", refresh_token=token, device_id="pc-ppk")
        again = _ask(pair, (turn + 1) % 2, "/v1/session/refresh", refresh_token=token, device_id="pc-ppk")
        assert again["refresh_token"] == fresh["refresh_token"]
        older, token = token, fresh["refresh_token"]
    _ask(pair, 0, "/v1/session/refresh", refresh_token=token, device_id="pc-ppk")
    rows = pair.office.rows(tables.refresh_tokens)
    live = [row for row in rows if row["spent_at"] is None and row["successor_hash"] is None]
    assert len([row for row in live if row["session_id"] == _session_of(pair, "u-ppk")]) == 1
    assert older != token


def _session_of(pair: House, user_id: str) -> str:
    return str(pair.office.rows(tables.sessions, user_id=user_id)[-1]["id"])


def test_many_renewals_of_one_token_over_both_leave_one(pair: House) -> None:
    token = _sign_in(pair, 0, "ben")["refresh_token"]
    work = [
        partial(_ask, pair, number % 2, "/v1/session/refresh", refresh_token=token, device_id="pc-ben")
        for number in range(16)
    ]
    assert len({answer["refresh_token"] for answer in together(work)}) == 1


def test_presence_proven_to_one_counts_for_the_other(pair: House) -> None:
    session = _sign_in(pair, 0, "v1")
    token = session["access_token"]
    letter = pair.office.envelope(b.VENDOR, c.AcceptOrder(sha256="0" * 64), pair.office.new_id())
    assert outcome(send(pair.line(1, token), [letter])[0]).code == "session.step_up_required"
    assert _ask(pair, 0, "/v1/session/step-up", token, password=PASSWORD)
    row = pair.office.rows(tables.sessions, id=_session_of(pair, "u-v1"))[0]
    assert row["stepped_up_at"] is not None
    assert outcome(send(pair.line(1, token), [letter])[0]).outcome == "rejected"


def test_wrong_passwords_are_counted_by_both_together(pair: House) -> None:
    """Five are borne; where they were typed does not matter."""
    said = []
    for number in range(7):
        try:
            _sign_in(pair, number % 2, "ppk2", "salah")
        except RuntimeError as error:
            said.append(str(error))
    assert [("429" in one) for one in said] == [False] * 5 + [True] * 2
