"""Notices under the bell: what others did to my orders lately."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from inaproc_core.orders.model import HistoryEntry, Order
from inaproc_core.roles import BUYERS, Actor, Role
from inaproc_desktop.ports.data import Mirror
from inaproc_desktop.ports.ui import Clock

SHOWN_FOR = timedelta(days=14)
_MOST = 30
_SEEN = "notices_seen"
_FOR_TREASURER = frozenset({"PaymentMethodChosen", "BastCountersigned"})


@dataclass(frozen=True, kw_only=True)
class Notice:
    """One thing that somebody else did.

    Attributes:
        id: order and line of its history.
        entry: what happened; the view finds its words.
        unread: newer than the last look.
    """

    id: str
    order_id: str
    number: str
    entry: HistoryEntry
    unread: bool


class Notes(Protocol):
    """Small settings of the person."""

    def setting(self, key: str) -> str:
        """Return a setting, empty when it was never set."""

    def keep_setting(self, key: str, value: str) -> None:
        """Set a setting durably."""


class NoticesService:
    """Reads notices from the mirror; what was seen is remembered per access."""

    def __init__(self, *, mirror: Mirror, actor: Actor, notes: Notes, clock: Clock) -> None:
        self._mirror = mirror
        self._actor = actor
        self._notes = notes
        self._clock = clock

    def read(self) -> tuple[Notice, ...]:
        """Return the newest notices first. On the very first look everything counts as read."""
        now = self._clock.now()
        kept = self._notes.setting(self._key())
        if not kept:
            self.mark_read()
        seen = datetime.fromisoformat(kept) if kept else now
        found = [
            Notice(
                id=f"{order.id}:{entry.n}",
                order_id=order.id,
                number=order.number,
                entry=entry,
                unread=entry.at > seen,
            )
            for view in self._mirror.orders()
            if (order := view.confirmed) is not None and self._concerns(order)
            for entry in order.history
            if entry.at > now - SHOWN_FOR and self._is_news(entry)
        ]
        found.sort(key=lambda notice: (notice.entry.at, notice.id), reverse=True)
        return tuple(found[:_MOST])

    def mark_read(self) -> None:
        """Remember that everything up to now was seen."""
        self._notes.keep_setting(self._key(), self._clock.now().isoformat())

    def _key(self) -> str:
        return f"{_SEEN}:{self._actor.access_id}"

    def _concerns(self, order: Order) -> bool:
        actor = self._actor
        if actor.role is Role.PENYEDIA:
            return order.vendor is not None and order.vendor.id == actor.vendor_id
        if actor.role is Role.PPK and order.ppk is not None and order.ppk.user_id == actor.user_id:
            return True
        if actor.role in BUYERS:
            return order.buyer.user_id == actor.user_id
        return actor.role is Role.BENDAHARA

    def _is_news(self, entry: HistoryEntry) -> bool:
        if entry.by.user_id == self._actor.user_id:
            return False
        return self._actor.role is not Role.BENDAHARA or entry.event in _FOR_TREASURER
