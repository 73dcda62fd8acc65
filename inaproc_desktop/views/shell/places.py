"""The places of the rail, in their order: data, no toolkit."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Place:
    """One entry of the rail.

    Attributes:
        id: the page it opens.
        icon: its icon.
        section: entries of one section stand together; a line divides sections.
    """

    id: str
    icon: str
    section: int = 0


PLACES: tuple[Place, ...] = (
    Place(id="home", icon="home"),
    Place(id="catalogue", icon="catalogue"),
    Place(id="cart", icon="cart"),
    Place(id="approvals", icon="approval"),
    Place(id="orders", icon="order"),
    Place(id="negotiation", icon="negotiation"),
    Place(id="shipping", icon="shipping"),
    Place(id="receiving", icon="receive"),
    Place(id="payments", icon="payment"),
    Place(id="products", icon="box"),
    Place(id="outbox", icon="outbox"),
    Place(id="oversight", icon="eye", section=1),
    Place(id="verification", icon="shield", section=1),
    Place(id="reports", icon="report", section=1),
    Place(id="access", icon="access", section=1),
    Place(id="account", icon="user", section=1),
    Place(id="settings", icon="settings", section=1),
)
