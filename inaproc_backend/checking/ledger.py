"""Money, orders, commands and feed numbers: do they say the same?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TypeAlias, get_args

import msgspec
from sqlalchemy import Connection

from inaproc_backend.storage.statements import Statement
from inaproc_core.orders.events import Event
from inaproc_core.orders.machine import fold
from inaproc_core.orders.model import Order

Faults: TypeAlias = Iterator[str]
"""What is wrong, a line each."""

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
_ORDER_EVENTS = Statement("SELECT type, event FROM order_events WHERE order_id = :id ORDER BY n")
_ACKS = Statement(
    """
    SELECT c.cmd_id FROM commands c LEFT JOIN feed f ON f.entity = c.cmd_id AND f.kind = 'ack'
    GROUP BY c.cmd_id HAVING COUNT(f.seq) <> 1
    """
)
_OTHER_ACKS = Statement(
    """
    SELECT c.cmd_id FROM commands c JOIN feed f ON f.entity = c.cmd_id AND f.kind = 'ack'
    WHERE f.row <> c.result
    """
)
_STRANGE_ACKS = Statement(
    """
    SELECT f.entity FROM feed f WHERE f.kind = 'ack'
    AND NOT EXISTS (SELECT 1 FROM commands c WHERE c.cmd_id = f.entity)
    """
)
_AUDITED = Statement(
    """
    SELECT c.cmd_id, COUNT(a.n) FROM commands c
    LEFT JOIN audit a ON a.cmd_id = c.cmd_id AND a.outcome = c.outcome
    GROUP BY c.cmd_id HAVING COUNT(a.n) <> 1
    """
)
_WITHOUT_EFFECT = Statement(
    """
    SELECT c.cmd_id, c.type FROM commands c WHERE c.outcome = 'ok' AND NOT EXISTS (
        SELECT 1 FROM order_events e WHERE e.order_id = c.aggregate AND e.cmd_id = c.cmd_id)
    """
)
_STRANGE_EVENTS = Statement(
    """
    SELECT e.order_id, e.n, e.cmd_id FROM order_events e
    LEFT JOIN commands c ON c.cmd_id = e.cmd_id AND c.outcome = 'ok'
    WHERE c.cmd_id IS NULL
    """
)

_DECODER = msgspec.json.Decoder(Order)
_EVENT_KINDS: dict[str, type] = {kind.__name__: kind for kind in get_args(Event)}


def as_bytes(stored: bytes | memoryview | str) -> bytes:
    """Return what a column of bytes holds; SQLite lets a hand that repairs put text there."""
    return stored.encode() if isinstance(stored, str) else bytes(stored)


def check_feed(connection: Connection) -> Faults:
    """Feed numbers of every scope are 1, 2, 3 … up to its head."""
    for scope, head, count, first, last in _FEED.each(connection):
        if (count, first, last) != (head, 1, head):
            yield f"feed {scope}: head {head}, {count} rows from {first} to {last}"
    for row in _HEADLESS.each(connection):
        yield f"feed {row[0]}: rows without a head"


def check_budget(connection: Connection) -> Faults:
    """What every RUP holds is the sum of what its orders hold, and within its pagu."""
    for code, reserved, committed, own, bound in _BUDGET.each(connection):
        yield f"RUP {code}: {reserved} reserved and {committed} committed, its orders have {own} and {bound}"
    for row in _OVERSPENT.each(connection):
        yield f"RUP {row[0]}: above its pagu"


def check_orders(connection: Connection) -> Faults:
    """Every order has as many events as its revision says, and its columns repeat its image."""
    for order_id, revision, count, last in _EVENTS.each(connection):
        yield f"order {order_id}: revision {revision}, {count} events up to {last}"
    for order_id, state, revision, reserved, committed, image in _IMAGES.each(connection):
        try:
            order = _DECODER.decode(image)
        except msgspec.MsgspecError as error:
            yield f"order {order_id}: cannot be read: {error}"
            continue
        kept = (order.id, order.state.value, order.revision, order.reserved, order.committed)
        if kept != (order_id, state, revision, reserved, committed):
            yield f"order {order_id}: columns differ from its image"


def check_played(connection: Connection) -> Faults:
    """Playing its events again gives every order as it is."""
    for order_id, _, revision, _, _, image in _IMAGES.each(connection):
        try:
            order = _DECODER.decode(image)
            played = _played(connection, order_id, order.simulation)
        except Exception as error:  # whatever a damaged event makes of the rules is a fault of that event
            yield f"order {order_id}: its events cannot be played: {error!r}"
            continue
        # A missing event is told by its number.
        if played is not None and played.revision == revision == order.revision and played != order:
            yield f"order {order_id}: its image is not what its events make"


def _played(connection: Connection, order_id: str, simulation: bool) -> Order | None:
    rows = _ORDER_EVENTS.all(connection, {"id": order_id})
    events: tuple[Event, ...] = tuple(msgspec.json.decode(raw, type=_EVENT_KINDS[kind]) for kind, raw in rows)
    order = fold(None, events, order_id)
    return replace(order, simulation=simulation) if order is not None else None


def check_acknowledgements(connection: Connection) -> Faults:
    """Every decided command has exactly one acknowledgement in the feed, which says what was decided."""
    for row in _ACKS.each(connection):
        yield f"command {row[0]}: not exactly one acknowledgement"
    for row in _OTHER_ACKS.each(connection):
        yield f"command {row[0]}: its acknowledgement says something else than its result"
    for row in _STRANGE_ACKS.each(connection):
        yield f"command {row[0]}: acknowledged and never decided"


def check_effects(connection: Connection) -> Faults:
    """Every accepted command has events, every event its accepted command."""
    for cmd_id, kind in _WITHOUT_EFFECT.each(connection):
        yield f"command {cmd_id} ({kind}): accepted without an effect"
    for order_id, number, cmd_id in _STRANGE_EVENTS.each(connection):
        yield f"order {order_id}: event {number} by command {cmd_id}, which was not accepted"


def check_audited(connection: Connection) -> Faults:
    """Every command has exactly one audit row, with its outcome."""
    for cmd_id, count in _AUDITED.each(connection):
        yield f"command {cmd_id}: {count} audit rows with its outcome"
