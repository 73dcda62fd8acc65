"""Rows 12, 13, 15–17: submission, the PPK's review and the Surat Pesanan that comes of it (orders.md §5)."""

from __future__ import annotations

from inaproc_core.errors import refuse
from inaproc_core.orders.context import Context, person, require_reason
from inaproc_core.orders.events import LetterIssued, OrderRejected, ReturnedToBuyer, SubmittedForReview
from inaproc_core.orders.facts import Facts
from inaproc_core.orders.model import Order
from inaproc_core.orders.verification import verification_number
from inaproc_core.roles import Actor

CHECKLIST = ("vendor", "rup", "specification", "price", "delivery", "tax", "threshold", "conflict")
"""Points a PPK ticks before issuing (orders.md §5, review checklist); stable codes."""

_MAX_TERMS = 5000


def submit(order: Order, note: str, actor: Actor, ctx: Context) -> SubmittedForReview:
    """Rows 12 and 13."""
    if order.deadline is not None and ctx.now > order.deadline:
        refuse("order.deadline_passed", until=order.deadline.isoformat())
    return SubmittedForReview(
        at=ctx.now, by=person(actor), note=note.strip(), deadline=ctx.deadline(ctx.policy.ppk_review_days)
    )


def send_back(order: Order, reason: str, actor: Actor, ctx: Context) -> ReturnedToBuyer:
    """Row 15: the order keeps its number; the negotiation opens again at the buyer's seat.

    Only a PP's order can go back: a PPK who bought alone has no one to return it to.
    """
    if order.buyer.user_id == actor.user_id:
        refuse("review.own_order_cannot_return")
    return ReturnedToBuyer(
        at=ctx.now,
        by=person(actor),
        reason=require_reason(reason, ctx),
        deadline=ctx.deadline(ctx.policy.negotiation_buyer_days),
    )


def reject(reason: str, actor: Actor, ctx: Context) -> OrderRejected:
    """Row 16."""
    return OrderRejected(at=ctx.now, by=person(actor), reason=require_reason(reason, ctx))


def issue_letter(
    order: Order, terms: str, checklist: tuple[str, ...], actor: Actor, ctx: Context, facts: Facts
) -> LetterIssued:
    """Row 17: freeze the Surat Pesanan. Products must still be listed and every point ticked."""
    for line in order.lines:
        product = facts.products.get(line.product_id)
        if product is None or not product.listed:
            refuse("order.product_delisted", product=line.name)
    if len(terms) > _MAX_TERMS:
        refuse("review.terms_too_long", at="terms", maximum=_MAX_TERMS, length=len(terms))
    for point in checklist:
        if point not in CHECKLIST:
            refuse("review.unknown_point", at="checklist", point=point)
    missing = [point for point in CHECKLIST if point not in checklist]
    if missing:
        refuse("review.checklist_incomplete", at="checklist", missing=len(missing), first=missing[0])
    version = order.letter.version + 1 if order.letter else 1
    return LetterIssued(
        at=ctx.now,
        by=person(actor),
        document_id=f"{order.id}.sp.{version}",
        version=version,
        terms=terms.strip(),
        checklist=tuple(point for point in CHECKLIST if point in checklist),
        verification=verification_number("SP", order.number, version),
        deadline=ctx.deadline(ctx.policy.sign_days),
    )
