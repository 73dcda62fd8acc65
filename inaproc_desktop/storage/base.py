"""Reading what the backend confirmed, decoded once per revision."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

import msgspec
from sqlalchemy import Connection, bindparam, text

from inaproc_core.orders.facts import OfficialFact, RupFact, SatkerFact, VendorFact
from inaproc_core.orders.model import Order

T = TypeVar("T")


# Made once: screens ask for these all the time.
_ORDER = text(
    "SELECT scope, rev, seq FROM base WHERE kind = 'order' AND entity = :order_id ORDER BY scope LIMIT 1"
)
_ORDERS = text(
    "SELECT scope, entity, rev, seq FROM base WHERE kind = 'order' AND scope IN :scopes ORDER BY scope DESC"
).bindparams(bindparam("scopes", expanding=True))
_IMAGE = text("SELECT row FROM base WHERE scope = :scope AND kind = 'order' AND entity = :order_id")
_ALL = text("SELECT row FROM base WHERE kind = :kind AND scope = :scope")
_ONE = text("SELECT row FROM base WHERE kind = :kind AND entity = :entity LIMIT 1")


class BaseRows:
    """Confirmed rows by scope and kind. A newer backend may send members that are not known here."""

    def __init__(self) -> None:
        self._orders: dict[tuple[str, str], tuple[int, int, Order]] = {}

    def order(self, connection: Connection, order_id: str) -> Order | None:
        """Return an order as confirmed; the fuller view where two scopes hold it."""
        row = connection.execute(_ORDER, {"order_id": order_id}).first()
        return None if row is None else self._decoded(connection, row.scope, order_id, row.rev, row.seq)

    def orders(self, connection: Connection, scopes: Iterable[str]) -> dict[str, Order]:
        """Return all orders of these scopes by id."""
        rows = connection.execute(_ORDERS, {"scopes": tuple(scopes)}).all()
        return {
            row.entity: self._decoded(connection, row.scope, row.entity, row.rev, row.seq) for row in rows
        }

    def _decoded(self, connection: Connection, scope: str, order_id: str, rev: int, seq: int) -> Order:
        kept = self._orders.get((scope, order_id))
        if kept is not None and kept[:2] == (rev, seq):
            return kept[2]
        raw = connection.execute(_IMAGE, {"scope": scope, "order_id": order_id}).scalar_one()
        order = msgspec.json.decode(raw, type=Order)
        self._orders[scope, order_id] = (rev, seq, order)
        return order

    def rups(self, connection: Connection, satker_id: str) -> tuple[RupFact, ...]:
        """Return the RUP packages of a satker, by name."""
        found = self._all(connection, "rup", f"satker/{satker_id}", RupFact)
        return tuple(sorted(found, key=lambda rup: (rup.name, rup.code)))

    def rup(self, connection: Connection, code: str) -> RupFact | None:
        """Return one RUP package."""
        return self._one(connection, "rup", code, RupFact)

    def officials(self, connection: Connection, satker_id: str) -> tuple[OfficialFact, ...]:
        """Return the officials of a satker, by name, former ones included."""
        found = self._all(connection, "official", f"satker/{satker_id}", OfficialFact)
        return tuple(sorted(found, key=lambda official: (official.name, official.access_id)))

    def satker(self, connection: Connection, satker_id: str) -> SatkerFact | None:
        """Return a satker."""
        return self._one(connection, "satker", satker_id, SatkerFact)

    def vendor(self, connection: Connection, vendor_id: str) -> VendorFact | None:
        """Return a penyedia with bank details: only its own staff hold this row."""
        return self._one(connection, "vendor", vendor_id, VendorFact)

    def _all(self, connection: Connection, kind: str, scope: str, shape: type[T]) -> list[T]:
        rows = connection.execute(_ALL, {"kind": kind, "scope": scope})
        return [msgspec.json.decode(raw, type=shape) for raw in rows.scalars()]

    def _one(self, connection: Connection, kind: str, entity: str, shape: type[T]) -> T | None:
        raw = connection.execute(_ONE, {"kind": kind, "entity": entity}).scalar()
        return None if raw is None else msgspec.json.decode(raw, type=shape)
