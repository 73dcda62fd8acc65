"""The mirror as one access sees it: confirmed rows with own pending deeds laid over them."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection

from inaproc_core.orders.facts import OfficialFact, RupFact, SatkerFact
from inaproc_core.orders.model import Order
from inaproc_core.orders.states import State
from inaproc_core.orders.visibility import satker_scope, user_scope, vendor_scope
from inaproc_core.roles import Actor
from inaproc_desktop.ports.data import OrderView
from inaproc_desktop.storage.base import BaseRows
from inaproc_desktop.storage.knowledge import with_held
from inaproc_desktop.storage.overlay import Overlay, Snapshot
from inaproc_desktop.storage.work import WorkDatabase, get_setting


class LocalMirror:
    """Implements ``ports.data.Mirror`` for one actor."""

    def __init__(self, work: WorkDatabase, base: BaseRows, overlay: Overlay, actor: Actor) -> None:
        self._work = work
        self._base = base
        self._overlay = overlay
        self._actor = actor

    def order(self, order_id: str) -> OrderView | None:
        """Return one order with pending deeds applied."""
        with self._work.read() as connection:
            snapshot = self._overlay.snapshot(connection)
            return _view(order_id, self._base.order(connection, order_id), snapshot)

    def orders(self) -> tuple[OrderView, ...]:
        """Return all orders of the active access, newest first, own unsent ones included; no drafts."""
        with self._work.read() as connection:
            snapshot = self._overlay.snapshot(connection)
            confirmed = self._base.orders(connection, self._scopes())
        unsent = [
            order_id
            for order_id, order in snapshot.orders.items()
            if order_id not in confirmed and self._is_mine(order)
        ]
        views = [_view(order_id, confirmed.get(order_id), snapshot) for order_id in (*confirmed, *unsent)]
        found = [view for view in views if view is not None and view.order.state is not State.DRAFT]
        return tuple(sorted(found, key=lambda view: (view.order.created_at, view.order.id), reverse=True))

    def rups(self, satker_id: str) -> tuple[RupFact, ...]:
        """Return the RUP packages of a satker; what own unsent orders would take is counted as reserved."""
        with self._work.read() as connection:
            held = self._overlay.snapshot(connection).held
            found = (with_held(rup, held) for rup in self._base.rups(connection, satker_id))
            return tuple(rup for rup in found if rup is not None)

    def rup(self, code: str) -> RupFact | None:
        """Return one RUP package."""
        with self._work.read() as connection:
            return with_held(self._base.rup(connection, code), self._overlay.snapshot(connection).held)

    def officials(self, satker_id: str) -> tuple[OfficialFact, ...]:
        """Return the active officials of a satker."""
        with self._work.read() as connection:
            return tuple(one for one in self._base.officials(connection, satker_id) if one.active)

    def satker(self, satker_id: str) -> SatkerFact | None:
        """Return a satker."""
        with self._work.read() as connection:
            return self._base.satker(connection, satker_id)

    def synced_at(self) -> datetime | None:
        """Return when the last pull ended, ``None`` before the first."""
        with self._work.read() as connection:
            return synced_at(connection)

    def _scopes(self) -> tuple[str, ...]:
        actor = self._actor
        own = user_scope(actor.user_id)
        if actor.vendor_id:
            return (vendor_scope(actor.vendor_id), own)
        return (satker_scope(actor.satker_id), own) if actor.satker_id else (own,)

    def _is_mine(self, order: Order) -> bool:
        actor = self._actor
        if order.state in {State.NONE, State.DRAFT}:
            return order.buyer.user_id == actor.user_id
        if actor.vendor_id:
            return order.vendor is not None and order.vendor.id == actor.vendor_id
        return order.satker_id == actor.satker_id


def synced_at(connection: Connection) -> datetime | None:
    """Return the end of the last complete pull."""
    kept = get_setting(connection, "synced_at")
    return datetime.fromisoformat(kept) if kept else None


def _view(order_id: str, confirmed: Order | None, snapshot: Snapshot) -> OrderView | None:
    order = snapshot.orders.get(order_id, confirmed)
    if order is None:
        return None
    return OrderView(order=order, confirmed=confirmed, pending=snapshot.pending.get(order_id, ()))
