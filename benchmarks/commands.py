"""Commands a second at 1, 8 and 32 clients, beside the bare framework inserting an order with five lines."""

from __future__ import annotations

import json
import secrets
import tempfile
from pathlib import Path

from benchmarks.measure import Measurement
from benchmarks.office import checkout, opening_batches, read_pack, sign_in
from benchmarks.services import Connection, rate, served
from inaproc_core.orders.facts import ProductFact, RupFact
from inaproc_core.wire import codec
from inaproc_core.wire.messages import CommandAnswer, PullAnswer, PullRequest

AIM = 0.4
_ORDERS = {1: 300, 8: 800, 32: 1200}


def measure() -> list[Measurement]:
    """Run the floor and the backend at each number of clients, in turn."""
    with tempfile.TemporaryDirectory() as folder:
        floors = _floors(Path(folder) / "bare.db")
        values = _values(Path(folder) / "office")
    return [
        Measurement(
            name=f"commands a second, {clients} clients (checkout of five lines)",
            value=values[clients],
            unit="/s",
            floor=floors[clients],
            aim=AIM,
            more_is_better=True,
        )
        for clients in _ORDERS
    ]


def _floors(file: Path) -> dict[int, float]:
    with served("-m", "benchmarks.bare_service", str(file)) as address:
        rates: dict[int, float] = {}
        for clients, count in _ORDERS.items():
            bodies = [_bare_order() for _ in range(count)]
            rates[clients] = rate([Connection(address) for _ in range(clients)], "/orders", bodies)
        return rates


def _bare_order() -> bytes:
    lines = [{"no": n, "product": f"p-{n}", "quantity": 100, "price": 60_000} for n in range(1, 6)]
    return json.dumps({"id": secrets.token_hex(16), "buyer": "pp", "lines": lines}).encode()


def _values(folder: Path) -> dict[int, float]:
    with served(
        "-m", "inaproc_backend", "serve", "--training", "--data", str(folder), "--port", "0"
    ) as address:
        seat = sign_in(address, "pp")
        vendors, products = read_pack(seat)
        rup = roomiest_rup(seat.connection)
        seller, five = cheapest_five(products)
        form = checkout(
            vendors[seller],
            five,
            rup=rup.code,
            mak=rup.maks[0],
            funding=rup.funding_source,
            ppk_access="latihan-a-ppk",
        )
        rates: dict[int, float] = {}
        for clients, count in _ORDERS.items():
            bodies = opening_batches(form, seat.access, count)
            seats = [Connection(address, seat.session.access_token) for _ in range(clients)]
            _must_be_accepted(seats[0].post("/v1/commands", bodies.pop()))
            rates[clients] = rate(seats, "/v1/commands", bodies)
        return rates


def roomiest_rup(connection: Connection) -> RupFact:
    """Return the RUP package with the most money left."""
    rups: list[RupFact] = []
    cursors: dict[str, int] = {}
    while True:
        raw = connection.post("/v1/sync/pull", codec.to_json(PullRequest(cursors=cursors)))
        answer = codec.from_json(raw, PullAnswer)
        rups += [codec.from_plain(row.row, RupFact) for row in answer.rows if row.kind == "rup"]
        cursors = answer.heads
        if not answer.more:
            break
    return max((one for one in rups if one.announced and one.maks), key=lambda one: one.remaining)


def cheapest_five(products: list[ProductFact]) -> tuple[str, list[ProductFact]]:
    """Return a penyedia and its five cheapest products without a stock limit that runs could use up."""
    by_vendor: dict[str, list[ProductFact]] = {}
    for item in sorted(products, key=lambda one: one.price * one.minimum):
        if item.listed and item.price > 1:
            by_vendor.setdefault(item.vendor_id, []).append(item)
    seller = min(by_vendor, key=lambda one: sum(item.price for item in by_vendor[one][:5]))
    return seller, by_vendor[seller][:5]


def _must_be_accepted(raw: bytes) -> None:
    outcome = codec.from_json(raw, CommandAnswer).outcomes[0]
    if outcome.outcome != "ok":
        message = f"the backend refused the checkout of the benchmark: {outcome.code} {outcome.facts}"
        raise RuntimeError(message)
