"""Rows 18, 20–22: both signatures on the Surat Pesanan, or the penyedia's refusal."""

from __future__ import annotations

from inaproc_core.errors import refuse
from inaproc_core.orders.context import Context, person, require_reason
from inaproc_core.orders.events import LetterSigned, OrderAccepted, OrderCancelled
from inaproc_core.orders.facts import Facts, SignatureFact
from inaproc_core.orders.model import Order
from inaproc_core.orders.negotiation import require_expired
from inaproc_core.roles import Actor


def sign_letter(order: Order, sha256: str, actor: Actor, ctx: Context, facts: Facts) -> LetterSigned:
    """Row 18: the PPK's verified signature on the letter as it stands."""
    letter = order.letter
    signature = verified(facts, sha256, letter.document_id if letter else "", actor)
    return LetterSigned(
        at=ctx.now,
        by=person(actor),
        sha256=signature.sha256,
        certificate_serial=signature.certificate_serial,
        deadline=ctx.deadline(ctx.policy.seller_accept_days),
    )


def accept_order(order: Order, sha256: str, actor: Actor, ctx: Context, facts: Facts) -> OrderAccepted:
    """Row 20: the penyedia's signature on top of the PPK's."""
    if order.deadline is not None and ctx.now > order.deadline:
        refuse("order.deadline_passed", until=order.deadline.isoformat())
    letter = order.letter
    signature = verified(facts, sha256, letter.document_id if letter else "", actor)
    return OrderAccepted(
        at=ctx.now,
        by=person(actor),
        sha256=signature.sha256,
        certificate_serial=signature.certificate_serial,
    )


def decline_order(reason: str, actor: Actor, ctx: Context) -> OrderCancelled:
    """Row 21."""
    return OrderCancelled(at=ctx.now, by=person(actor), cause="declined", reason=require_reason(reason, ctx))


def expire_order(order: Order, actor: Actor, ctx: Context) -> OrderCancelled:
    """Row 22: Batal Otomatis."""
    require_expired(order, ctx)
    return OrderCancelled(at=ctx.now, by=person(actor), cause="expired", reason="")


def verified(facts: Facts, sha256: str, document_id: str, actor: Actor) -> SignatureFact:
    """Return the signature the command names, if it is good.

    It must be of this document, made on the revision that is stored now, by the actor's own certificate,
    and change nothing else (security.md 4.5).
    """
    signature = facts.signature
    if signature is None or signature.sha256 != sha256 or signature.document_id != document_id:
        refuse("signature.not_uploaded", at="sha256")
    if not signature.valid:
        refuse("signature.invalid", at="sha256")
    if signature.based_on != facts.document_sha256:
        refuse("signature.document_moved_on", at="sha256")
    if signature.signer_user_id != actor.user_id:
        refuse("signature.other_person", at="sha256")
    return signature
