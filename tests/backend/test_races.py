"""Many at once: one command has one effect, one RUP is never overspent, feed numbers have no hole."""

from __future__ import annotations

import random
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import msgspec
import pytest

from inaproc_backend.checking import CHECKS
from inaproc_backend.feed.publish import Entry, publish
from inaproc_backend.feed.pull import pull
from inaproc_backend.purchasing.handler import Asked
from inaproc_backend.storage import tables
from inaproc_core.orders import commands as c
from inaproc_core.values import Rupiah
from inaproc_core.wire.messages import Outcome, PullRequest
from tests import builders as b
from tests.backend.office import Office

CLIENTS = 64


def _together(work: Sequence[Callable[[], bytes]], threads: int) -> list[bytes]:
    """Run all of it from many threads that start at one moment."""
    gate = threading.Barrier(threads)
    parts = [work[number::threads] for number in range(threads)]

    def run(part: Sequence[Callable[[], bytes]]) -> list[bytes]:
        gate.wait()
        return [one() for one in part]

    with ThreadPoolExecutor(threads) as pool:
        return [result for results in pool.map(run, parts) for result in results]


def _all_is_well(office: Office) -> None:
    with office.services.database.read() as connection:
        assert {name: check(connection) for name, check in CHECKS} == {name: [] for name, _ in CHECKS}


def _checkouts(office: Office, count: int, rup_of: Callable[[int], str]) -> list[Asked]:
    asked = []
    for number in range(count):
        form = replace(b.checkout(b.facts()), rup_code=rup_of(number))
        command = c.SubmitCheckout(checkout=form, max_total=Rupiah(10**12))
        asked.append(office.asked(b.PP, office.envelope(b.PP, command, office.new_id())))
    return asked


def test_64_checkouts_on_one_rup_never_overspend(any_office: Office) -> None:
    """The RUP has room for 17 of the 64."""
    one = any_office.checkout(any_office.new_id())
    price = any_office.rup()["reserved"]
    room = 17
    with any_office.services.database.write() as connection:
        connection.execute(tables.rup.update().values(pagu=price * (room + 1) + price - 1))
    asked = _checkouts(any_office, CLIENTS, lambda _: "51402877")
    results = _together([lambda a=a: any_office.handler.execute(a) for a in asked], CLIENTS)  # type: ignore[misc]
    outcomes = [msgspec.json.decode(result, type=Outcome) for result in results]
    assert one.outcome == "ok"
    assert sorted(outcome.outcome for outcome in outcomes) == ["ok"] * room + ["rejected"] * (CLIENTS - room)
    refused = [outcome for outcome in outcomes if outcome.outcome == "rejected"]
    assert {outcome.code for outcome in refused} == {"checkout.over_pagu"}
    assert all(0 <= int(outcome.facts["remaining"]) < price for outcome in refused)
    assert any_office.rup()["reserved"] == price * (room + 1)
    _all_is_well(any_office)


def test_64_checkouts_on_64_rups_all_succeed(any_office: Office) -> None:
    codes = [f"6000{number:04}" for number in range(CLIENTS)]
    for code in codes:
        any_office.put_rup(b.rup(code=code))
    asked = _checkouts(any_office, CLIENTS, lambda number: codes[number])
    results = _together([lambda a=a: any_office.handler.execute(a) for a in asked], 16)  # type: ignore[misc]
    assert {msgspec.json.decode(result, type=Outcome).outcome for result in results} == {"ok"}
    _all_is_well(any_office)


def test_every_delivery_of_a_command_has_one_effect_and_one_answer(any_office: Office) -> None:
    """Each command 1 to 5 times, shuffled over eight connections; some refused, some follow others."""
    dice = random.Random(11)
    asked = _checkouts(any_office, 20, lambda number: "51402877" if number % 3 else "nowhere")
    deliveries = [one for one in asked for _ in range(dice.randint(1, 5))]
    dice.shuffle(deliveries)

    def deliver(one: Asked) -> Callable[[], bytes]:
        return lambda: one.envelope.cmd_id.encode() + b" " + any_office.handler.execute(one)

    answers: dict[bytes, set[bytes]] = {}
    for result in _together([deliver(one) for one in deliveries], 8):
        cmd_id, _, answer = result.partition(b" ")
        answers.setdefault(cmd_id, set()).add(answer)
    assert len(answers) == len(asked)
    assert all(len(found) == 1 for found in answers.values())
    assert len(any_office.rows(tables.commands)) == len(asked)
    assert len(any_office.rows(tables.orders)) == sum(
        1 for one in asked if one.envelope.payload["checkout"]["rup_code"] == "51402877"
    )
    _all_is_well(any_office)


def test_two_sides_answering_one_round_leave_one_winner(any_office: Office) -> None:
    for _ in range(8):
        order_id = any_office.new_id()
        any_office.checkout(order_id)
        agree = any_office.envelope(b.VENDOR, c.AgreePrices(round_no=1), order_id, 1)
        cancel = any_office.envelope(b.PP, c.CancelNegotiation(reason="Kebutuhan berubah"), order_id, 1)
        work = [any_office.asked(b.VENDOR, agree), any_office.asked(b.PP, cancel)]
        results = _together([lambda a=a: any_office.handler.execute(a) for a in work], 2)  # type: ignore[misc]
        kinds = sorted(msgspec.json.decode(result, type=Outcome).outcome for result in results)
        assert kinds == ["conflict", "ok"]
    _all_is_well(any_office)


@pytest.mark.parametrize("writers", [8])
def test_a_reader_sees_every_number_once_while_others_write(any_office: Office, writers: int) -> None:
    """Readers pull all the time; what they get is 1, 2, 3 … of every scope, without hole or repeat."""
    scopes = ["satker/s-1", "user/u-pp", "vendor/v-1"]
    rounds, done = 40, threading.Event()

    def write(number: int) -> None:
        dice = random.Random(number)
        for count in range(rounds):
            entries = [
                Entry(
                    scope=dice.choice(scopes), kind="order", entity=f"{number}-{count}-{n}", rev=1, row=b"{}"
                )
                for n in range(dice.randint(1, 4))
            ]
            with any_office.services.database.write() as connection:
                publish(connection, entries)

    seen: dict[str, list[int]] = {scope: [] for scope in scopes}

    def read_once() -> bool:
        cursors = {scope: len(numbers) for scope, numbers in seen.items()}
        with any_office.services.database.read() as connection:
            answer = pull(
                connection,
                PullRequest(cursors=cursors, want_rows=7),
                scopes,
                epoch=any_office.services.epoch,
                most=2000,
            )
        for row in answer.rows:
            seen[row.scope].append(row.seq)
        assert answer.heads == {scope: len(numbers) for scope, numbers in seen.items()}
        return answer.more or bool(answer.rows)

    def read() -> None:
        while not done.is_set() or read_once():
            read_once()

    reader = ThreadPoolExecutor(1)
    reading = reader.submit(read)
    with ThreadPoolExecutor(writers) as pool:
        list(pool.map(write, range(writers)))
    done.set()
    reading.result()
    reader.shutdown()
    for scope, numbers in seen.items():
        assert numbers == list(range(1, len(any_office.rows(tables.feed, scope=scope)) + 1))
    assert sum(len(numbers) for numbers in seen.values()) == len(any_office.rows(tables.feed))
