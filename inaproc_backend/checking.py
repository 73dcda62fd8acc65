"""What an operator wants to know of a database: is everything in it consistent?"""

from __future__ import annotations

from collections.abc import Callable

import msgspec
from sqlalchemy import Connection

from inaproc_backend.purchasing import audit
from inaproc_backend.storage.statements import Statement
from inaproc_core.orders.model import Order

_FEED = Statement(
    """
    SELECT h.scope, h.seq, COUNT(f.seq), COALESCE(MIN(f.seq), 1), COALESCE(MAX(f.seq), 0)
    FROM scope_head h LEFT JOIN feed f ON f.scope = h.scope GROUP BY h.scope, h.seq ORDER BY h.scope
    """
)
_HEADLESS = Statement("SELECT DISTINCT scope FROM feed WHERE scope NOT IN (SELECT scope FROM scope_head)")
_BUDGET = Statement(
    """
    SELECT r.code, r.reserved, r.committed - r.elsewhere, COALESCE(SUM(o.reserved), 0),
           COALESCE(SUM(o.committed), 0)
    FROM rup r LEFT JOIN orders o ON o.rup_code = r.code
    GROUP BY r.code, r.reserved, r.committed, r.elsewhere
    HAVING r.reserved <> COALESCE(SUM(o.reserved), 0)
        OR r.committed - r.elsewhere <> COALESCE(SUM(o.committed), 0)
    """
)
_OVERSPENT = Statement(
    "SELECT code FROM rup WHERE reserved + committed > pagu OR reserved < 0 OR committed < 0"
)
_EVENTS = Statement(
    """
    SELECT o.id, o.revision, COUNT(e.n), COALESCE(MAX(e.n), 0)
    FROM orders o LEFT JOIN order_events e ON e.order_id = o.id GROUP BY o.id, o.revision
    HAVING COUNT(e.n) <> o.revision OR COALESCE(MAX(e.n), 0) <> o.revision
    """
)
_IMAGES = Statement("SELECT id, state, revision, reserved, committed, image FROM orders ORDER BY id")
_ACKS = Statement(
    """
    SELECT c.cmd_id FROM commands c LEFT JOIN feed f ON f.entity = c.cmd_id AND f.kind = 'ack'
    GROUP BY c.cmd_id HAVING COUNT(f.seq) <> 1
    """
)

_DECODER = msgspec.json.Decoder(Order)


def check_feed(connection: Connection) -> list[str]:
    """Feed numbers of every scope are 1, 2, 3 … up to its head."""
    faults = [
        f"feed {scope}: head {head}, {count} rows from {first} to {last}"
        for scope, head, count, first, last in _FEED.all(connection)
        if (count, first, last) != (head, 1, head)
    ]
    return faults + [f"feed {row[0]}: rows without a head" for row in _HEADLESS.all(connection)]


def check_budget(connection: Connection) -> list[str]:
    """What every RUP holds is the sum of what its orders hold, and within its pagu."""
    faults = [
        f"RUP {code}: {reserved} reserved and {committed} committed, its orders have {own} and {bound}"
        for code, reserved, committed, own, bound in _BUDGET.all(connection)
    ]
    return faults + [f"RUP {row[0]}: above its pagu" for row in _OVERSPENT.all(connection)]


def check_orders(connection: Connection) -> list[str]:
    """Every order has as many events as its revision says, and its columns repeat its image."""
    faults = [
        f"order {order_id}: revision {revision}, {count} events up to {last}"
        for order_id, revision, count, last in _EVENTS.all(connection)
    ]
    for order_id, state, revision, reserved, committed, image in _IMAGES.all(connection):
        order = _DECODER.decode(image)
        kept = (order.id, order.state.value, order.revision, order.reserved, order.committed)
        if kept != (order_id, state, revision, reserved, committed):
            faults.append(f"order {order_id}: columns differ from its image")
    return faults


def check_acknowledgements(connection: Connection) -> list[str]:
    """Every decided command has exactly one acknowledgement in the feed."""
    return [f"command {row[0]}: not exactly one acknowledgement" for row in _ACKS.all(connection)]


CHECKS: tuple[tuple[str, Callable[[Connection], list[str]]], ...] = (
    ("feed numbers without a gap", check_feed),
    ("budgets equal the sum of their orders", check_budget),
    ("orders equal their events", check_orders),
    ("commands acknowledged once", check_acknowledgements),
    ("audit chains unbroken", audit.verify),
)
"""Name and check, in the order they are shown."""
