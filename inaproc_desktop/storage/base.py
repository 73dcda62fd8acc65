"""Reading what the backend confirmed, decoded once per revision."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any, TypeVar, cast

import msgspec
from sqlalchemy import Connection

from inaproc_core.orders.facts import OfficialFact, RupFact, SatkerFact, VendorFact
from inaproc_core.orders.model import Order
from inaproc_core.orders.visibility import satker_scope
from inaproc_desktop.storage.sql import Sql, names

T = TypeVar("T")
Version = tuple[Any, ...]
"""Revision, feed number and history of a row: another one means other content."""

# Made once: screens ask for these all the time.
_HISTORY = "(SELECT value FROM settings WHERE key = 'epoch')"
_ORDER = Sql(
    f"SELECT scope, rev, seq, {_HISTORY} AS history FROM base"
    " WHERE kind = 'order' AND entity = ? ORDER BY scope LIMIT 1"
)
_ORDERS = Sql(
    f"SELECT scope, entity, rev, seq, {_HISTORY} AS history FROM base"
    " WHERE kind = 'order' AND scope IN (SELECT value FROM json_each(?)) ORDER BY scope DESC"
)
_IMAGE = Sql("SELECT row FROM base WHERE scope = ? AND kind = ? AND entity = ?")
_ALL = Sql("SELECT row FROM base WHERE kind = ? AND scope = ?")
_FACT = Sql(
    f"SELECT scope, rev, seq, {_HISTORY} AS history FROM base"
    " WHERE kind = ? AND entity = ? ORDER BY scope LIMIT 1"
)
_FACT_IN = Sql(
    f"SELECT scope, rev, seq, {_HISTORY} AS history FROM base WHERE kind = ? AND entity = ? AND scope = ?"
)
_VERSIONS = Sql(
    f"SELECT entity, scope, rev, seq, {_HISTORY} FROM base"
    " WHERE kind = ? AND entity IN (SELECT value FROM json_each(?)) ORDER BY scope DESC"
)


class BaseRows:
    """Confirmed rows by scope and kind. A newer backend may send members that are not known here."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str, str], tuple[Version, Any]] = {}

    def order(self, connection: Connection, order_id: str) -> Order | None:
        """Return an order as confirmed; the fuller view where two scopes hold it."""
        row = _ORDER.one(connection, (order_id,))
        if row is None:
            return None
        scope, *version = row
        return self.decoded(connection, (scope, "order", order_id), tuple(version), Order)

    def orders(self, connection: Connection, scopes: Iterable[str]) -> dict[str, Order]:
        """Return all orders of these scopes by id."""
        rows = _ORDERS.all(connection, (names(scopes),))
        return {
            order_id: self.decoded(connection, (scope, "order", order_id), (rev, seq, history), Order)
            for scope, order_id, rev, seq, history in rows
        }

    def versions(
        self, connection: Connection, kind: str, entities: Collection[str]
    ) -> dict[str, tuple[str, Version]]:
        """Return scope and version of rows by entity, of the fuller view where two scopes hold it."""
        if not entities:
            return {}
        rows = _VERSIONS.all(connection, (kind, names(entities)))
        return {entity: (scope, (rev, seq, history)) for entity, scope, rev, seq, history in rows}

    def decoded(
        self, connection: Connection, key: tuple[str, str, str], version: Version, shape: type[T]
    ) -> T:
        """Return the row of a scope, kind and entity; the same object as long as its version is the same."""
        kept = self._kept.get(key)
        if kept is not None and kept[0] == version:
            return cast(T, kept[1])
        value = msgspec.json.decode(_IMAGE.value(connection, key), type=shape)
        self._kept[key] = (version, value)
        return value

    def rups(self, connection: Connection, satker_id: str) -> tuple[RupFact, ...]:
        """Return the RUP packages of a satker, by name."""
        found = self._all(connection, "rup", satker_scope(satker_id), RupFact)
        return tuple(sorted(found, key=lambda rup: (rup.name, rup.code)))

    def rup(self, connection: Connection, code: str) -> RupFact | None:
        """Return one RUP package."""
        return self._one(connection, "rup", code, RupFact)

    def officials(self, connection: Connection, satker_id: str) -> tuple[OfficialFact, ...]:
        """Return the officials of a satker, by name, former ones included."""
        found = self._all(connection, "official", satker_scope(satker_id), OfficialFact)
        return tuple(sorted(found, key=lambda official: (official.name, official.access_id)))

    def official(self, connection: Connection, satker_id: str, access_id: str) -> OfficialFact | None:
        """Return one official of a satker."""
        return self._one(connection, "official", access_id, OfficialFact, satker_scope(satker_id))

    def satker(self, connection: Connection, satker_id: str) -> SatkerFact | None:
        """Return a satker."""
        return self._one(connection, "satker", satker_id, SatkerFact)

    def vendor(self, connection: Connection, vendor_id: str) -> VendorFact | None:
        """Return a penyedia with bank details: only its own staff hold this row."""
        return self._one(connection, "vendor", vendor_id, VendorFact)

    def _all(self, connection: Connection, kind: str, scope: str, shape: type[T]) -> list[T]:
        return [msgspec.json.decode(raw, type=shape) for (raw,) in _ALL.all(connection, (kind, scope))]

    def _one(
        self, connection: Connection, kind: str, entity: str, shape: type[T], scope: str = ""
    ) -> T | None:
        if scope:
            row = _FACT_IN.one(connection, (kind, entity, scope))
        else:
            row = _FACT.one(connection, (kind, entity))
        if row is None:
            return None
        return self.decoded(connection, (row[0], kind, entity), row[1:], shape)
