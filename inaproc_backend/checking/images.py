"""The feed against the tables: does the newest row of everything in every scope say what the tables say?

Whoever follows the feed holds exactly these rows, so a difference is what people see wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any

import msgspec
from sqlalchemy import Connection

from inaproc_backend.checking.ledger import Faults, as_bytes
from inaproc_backend.feed.publish import Entry
from inaproc_backend.feed.rows import official_entry, rup_entry, satker_entry, vendor_entry
from inaproc_backend.services import Services
from inaproc_backend.storage.statements import Statement
from inaproc_core.orders.model import Order
from inaproc_core.orders.visibility import scopes_of, view_for
from inaproc_core.wire.codec import to_json

# Both by the same order, byte by byte, so that one walk along both meets everything once.
_NEWEST = Statement(
    """
    SELECT f.entity, f.scope, f.rev, f.row, f.deleted
    FROM (SELECT scope, entity, MAX(seq) AS seq FROM feed WHERE kind = :kind GROUP BY scope, entity) n
    JOIN feed f ON f.scope = n.scope AND f.seq = n.seq
    ORDER BY f.entity /*pg COLLATE "C"*/, f.scope
    """
)
_ORDERS = Statement("""SELECT id, revision, image FROM orders ORDER BY id /*pg COLLATE "C"*/""")
_ACCESS = Statement("SELECT user_id, rev FROM accesses WHERE id = :id")
_DECODER = msgspec.json.Decoder(Order)

_Row = tuple[str, int, bytes, bool]
"""Scope, revision, image, deleted."""


def check_orders_in_feed(connection: Connection) -> Faults:
    """Every order is in the scopes that see it as it is now, and gone from all others."""
    feed = _by_entity(connection, "order")
    entity, rows = next(feed, ("", []))
    for order_id, revision, image in _ORDERS.each(connection):
        while entity and entity.encode() < order_id.encode():
            yield from _gone("order", entity, rows)
            entity, rows = next(feed, ("", []))
        own = rows if entity == order_id else []
        try:
            order = _DECODER.decode(image)
        except msgspec.MsgspecError:
            continue  # ledger.check_orders says so
        yield from _order(order, revision, own)
        if entity == order_id:
            entity, rows = next(feed, ("", []))
    while entity:
        yield from _gone("order", entity, rows)
        entity, rows = next(feed, ("", []))


def _order(order: Order, revision: int, rows: list[_Row]) -> Faults:
    seen = set(scopes_of(order))
    for scope, rev, row, deleted in rows:
        if scope not in seen:
            if not deleted:
                yield f"{scope}: still shows order {order.id}, which it does not see any more"
            continue
        seen.remove(scope)
        if deleted or rev != revision or msgspec.json.decode(row) != _plain(view_for(order, scope)):
            yield f"{scope}: order {order.id} at revision {rev} is not order {order.id} as it is, {revision}"
    for scope in sorted(seen):
        yield f"{scope}: order {order.id} is missing"


def _plain(order: Order) -> Any:
    return msgspec.json.decode(to_json(order))


def check_facts_in_feed(services: Services, connection: Connection) -> Faults:
    """Packages, satker, penyedia and officials are in their scope as they are now."""
    today = services.today()
    makers: dict[str, Callable[[str], Entry | None]] = {
        "rup": lambda entity: rup_entry(connection, entity),
        "satker": lambda entity: satker_entry(connection, entity),
        "vendor": lambda entity: vendor_entry(connection, entity),
        "official": lambda entity: official_entry(connection, entity, today),
    }
    for kind, make in makers.items():
        for entity, rows in _by_entity(connection, kind):
            try:
                entry = make(entity)
            except LookupError:
                entry = None
            yield from _fact(kind, entity, entry, rows)


def _fact(kind: str, entity: str, entry: Entry | None, rows: list[_Row]) -> Faults:
    if entry is None:
        yield from _gone(kind, entity, rows)
        return
    for scope, rev, row, deleted in rows:
        if scope != entry.scope:
            yield from _gone(kind, entity, [(scope, rev, row, deleted)])
        elif deleted or _lasting(kind, row) != _lasting(kind, entry.row):
            yield f"{scope}: {kind} {entity} at revision {rev} differs from the tables, {entry.rev}"
    if entry.scope not in {row[0] for row in rows}:
        yield f"{entry.scope}: {kind} {entity} is missing"


def _lasting(kind: str, row: bytes) -> Any:
    """Return an image without what a mere change of the day makes another."""
    image = msgspec.json.decode(row)
    if kind == "official":
        image.pop("active", None)
    return image


def check_accesses_in_feed(connection: Connection) -> Faults:
    """Every access that a person was told of is at the revision they were told of."""
    for entity, rows in _by_entity(connection, "access"):
        found = _ACCESS.one(connection, {"id": entity})
        if found is None:
            yield from _gone("access", entity, rows)
            continue
        for scope, rev, _row, deleted in rows:
            if scope == f"user/{found[0]}" and (deleted or rev != found[1]):
                yield f"{scope}: access {entity} at revision {rev}, the tables have {found[1]}"


def _by_entity(connection: Connection, kind: str) -> Iterator[tuple[str, list[_Row]]]:
    for entity, rows in groupby(_NEWEST.each(connection, {"kind": kind}), key=itemgetter(0)):
        yield entity, [(scope, rev, as_bytes(row), bool(deleted)) for _, scope, rev, row, deleted in rows]


def _gone(kind: str, entity: str, rows: list[_Row]) -> Faults:
    for scope, _rev, _row, deleted in rows:
        if not deleted:
            yield f"{scope}: shows {kind} {entity}, which is not there or not for it"
