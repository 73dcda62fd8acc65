"""The last look: everything is healed, everybody has synchronised, all must agree."""

from __future__ import annotations

import functools
import json
import sqlite3
from collections.abc import Iterable
from typing import Any

import msgspec

from inaproc_backend.checking import CHECKS
from inaproc_backend.feed.rows import official_entries, rup_entry, satker_entry, vendor_entry
from inaproc_core.orders.model import Order
from inaproc_core.orders.states import State
from inaproc_core.orders.visibility import scopes_of, view_for
from inaproc_core.wire.codec import to_json
from inaproc_desktop.storage.held import UNSUPPORTED
from simulator.ledger import Broken
from simulator.machine import Machine
from simulator.server import Server

_CHECK_PROMISES = {
    "feed numbers without a gap": "12",
    "budgets equal the sum of their orders": "1",
    "orders equal their events": "7",
    "commands acknowledged once": "12",
    "audit chains unbroken": "21",
}

Rows = dict[tuple[str, str, str], Any]
"""Scope, kind and entity to the row's content."""


def check_backend(server: Server, broken: Broken) -> None:
    """Run the operator's checks, and those that no operator needs."""
    with server.services.database.read() as connection:
        for name, check in CHECKS:
            for fault in check(connection):
                broken(_CHECK_PROMISES[name], fault)
        driver: Any = connection.connection.driver_connection
        numbers = [row[0] for row in driver.execute("SELECT number FROM orders WHERE number IS NOT NULL")]
        audited = driver.execute(
            "SELECT cmd_id, COUNT(*) FROM audit GROUP BY cmd_id HAVING COUNT(*) > 1"
            " UNION ALL SELECT cmd_id, 0 FROM commands WHERE cmd_id NOT IN (SELECT cmd_id FROM audit)"
        ).fetchall()
    if len(numbers) != len(set(numbers)):
        broken("3", f"order numbers repeat: {sorted(numbers)}")
    for cmd_id, rows in audited:
        broken("21", f"{cmd_id} was decided and has {rows} rows in the audit chain")


def projection(server: Server) -> Rows:
    """Return what every scope should hold, read from the tables themselves and not from the feed."""
    rows: Rows = {}
    today = server.services.today()
    with server.services.database.read() as connection:
        driver: Any = connection.connection.driver_connection
        entries = [rup_entry(connection, row[0]) for row in driver.execute("SELECT code FROM rup").fetchall()]
        entries.append(satker_entry(connection, "s-1"))
        entries.append(vendor_entry(connection, "v-1"))
        entries += official_entries(connection, "s-1", today)
        for (image,) in driver.execute("SELECT image FROM orders").fetchall():
            rows |= _views(bytes(image))
    for entry in entries:
        rows[entry.scope, entry.kind, entry.entity] = msgspec.json.decode(entry.row)
    return rows


@functools.lru_cache(maxsize=2000)
def _views(image: bytes) -> Rows:
    """Return what each scope sees of an order; most orders are those of the prepared world."""
    order = msgspec.json.decode(image, type=Order)
    return {
        (scope, "order", order.id): msgspec.json.decode(to_json(view_for(order, scope)))
        for scope in scopes_of(order)
    }


def states(server: Server) -> dict[str, State]:
    """Return the state of every order and draft, those that were thrown away too."""
    with server.services.database.read() as connection:
        driver: Any = connection.connection.driver_connection
        rows = driver.execute("SELECT id, state FROM orders").fetchall()
    return {row[0]: State(row[1]) for row in rows}


def held_by(db: sqlite3.Connection) -> Rows:
    """Return what a machine holds of confirmed rows; its own accesses aside, which only its person sees."""
    found = db.execute("SELECT scope, kind, entity, row FROM base WHERE kind <> 'access'")
    return {(scope, kind, entity): msgspec.json.decode(row) for scope, kind, entity, row in found}


def check_machine(
    machine: Machine, truth: Rows, scopes: set[str], broken: Broken, *, history_lost: bool
) -> None:
    """Compare a machine with the backend: rows of its scopes, and what is left in the outbox.

    After a restore that lost history, a command that builds on a lost one waits: sending settled commands
    again is stage B of the protocol (journal and epoch), and this is the one thing it would mend here.
    """
    db, name = machine.observer, machine.name
    held = held_by(db)
    wanted = {key: row for key, row in truth.items() if key[0] in scopes}
    for key in sorted(held.keys() | wanted.keys()):
        if held.get(key) != wanted.get(key):
            broken("8", f"{name}: {key} differs: {_difference(held.get(key), wanted.get(key))}")
    blocked: set[str] = set()
    for cmd_id, order_id, state, outcome in db.execute(
        "SELECT cmd_id, order_id, state, outcome FROM outbox ORDER BY seq"
    ).fetchall():
        if state == "parked" and UNSUPPORTED.encode() in outcome:
            broken("9", f"{name}: {cmd_id} still waits for a version that the backend knows")
        if state == "parked" or (history_lost and b"command.waits_for_other" in (outcome or b"")):
            blocked.add(order_id)
        elif order_id not in blocked:
            broken("9", f"{name}: {cmd_id} on {order_id} is still {state}, outcome {outcome!r}")


def check_without_network(machine: Machine, broken: Broken) -> None:
    """Everything can be read."""
    try:
        machine.mirror.orders()
        machine.outbox.deeds()
        machine.outbox.recent()
        machine.engine.link()
    except Exception as error:
        broken("30", f"{machine.name}: reading failed after a restart: {error!r}")


def summary(machines: Iterable[Machine], server: Server) -> str:
    """Return everything that counts at the end as one text, for the trace."""
    with server.services.database.read() as connection:
        driver: Any = connection.connection.driver_connection
        found = [
            [cmd_id, bytes(result).decode()]
            for cmd_id, result in driver.execute("SELECT cmd_id, result FROM commands ORDER BY cmd_id")
        ]
    for machine in machines:
        db = machine.observer
        found += [list(row) for row in db.execute("SELECT seq, cmd_id, state FROM outbox ORDER BY seq")]
        found += [list(row) for row in db.execute("SELECT seq, cmd_id FROM journal ORDER BY seq, cmd_id")]
        found += [
            list(row) for row in db.execute("SELECT scope, kind, entity, rev FROM base ORDER BY 1, 2, 3")
        ]
    return json.dumps(found)


def _difference(held: Any, wanted: Any) -> str:
    if held is None or wanted is None:
        return "missing here" if held is None else "unknown to the backend"
    names = [name for name in wanted if held.get(name) != wanted[name]]
    return ", ".join(f"{name}: {str(held.get(name))[:60]} for {str(wanted[name])[:60]}" for name in names)
