"""Who may see an order: its scopes, and the part of it that a penyedia gets (security.md 4.1)."""

from __future__ import annotations

from dataclasses import replace

from inaproc_core.orders.model import Order, Review
from inaproc_core.orders.states import State
from inaproc_core.values import Rupiah


def satker_scope(satker_id: str) -> str:
    """Return the scope that everybody of a satker sees."""
    return f"satker/{satker_id}"


def vendor_scope(vendor_id: str) -> str:
    """Return the scope that everybody of a penyedia sees."""
    return f"vendor/{vendor_id}"


def user_scope(user_id: str) -> str:
    """Return the scope of one person."""
    return f"user/{user_id}"


def scopes_of(order: Order) -> tuple[str, ...]:
    """Return the scopes whose members see this order: a draft only its author, an order both sides.

    Nobody sees a draft that was thrown away.
    """
    if order.state is State.NONE:
        return ()
    if order.state is State.DRAFT:
        return (user_scope(order.buyer.user_id),)
    scopes = [satker_scope(order.satker_id)]
    if order.vendor is not None:
        scopes.append(vendor_scope(order.vendor.id))
    return tuple(sorted(scopes))


def view_for(order: Order, scope: str) -> Order:
    """Return the order as a scope may see it.

    A penyedia sees neither the RUP's money nor the PPK's internal review nor documents that the buyer keeps
    within the satker; the outcome and the reason of a refusal it does see.
    """
    if not scope.startswith("vendor/"):
        return order
    rup = (
        replace(order.rup, pagu=Rupiah(0), reserved=Rupiah(0), committed=Rupiah(0), maks=())
        if order.rup is not None
        else None
    )
    reviews: tuple[Review, ...] = tuple(
        replace(review, checklist=(), reason=review.reason if review.outcome == "rejected" else "")
        for review in order.reviews
    )
    history = tuple(
        replace(entry, facts={}) if entry.event in {"ReturnedToBuyer", "SubmittedForReview"} else entry
        for entry in order.history
    )
    shown = tuple(one for one in order.attachments if not one.internal)
    return replace(order, rup=rup, reviews=reviews, history=history, attachments=shown, draft=None)
