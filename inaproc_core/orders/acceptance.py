"""Rows 29, 32, 33: inspection and the BAST with its two signatures."""

from __future__ import annotations

from datetime import date

from inaproc_core.errors import refuse
from inaproc_core.orders.context import Context, person
from inaproc_core.orders.events import BastCountersigned, BastIssued, BastSigned, Inspected
from inaproc_core.orders.facts import Facts
from inaproc_core.orders.letter import verified
from inaproc_core.orders.model import Inspection, Order, Termin
from inaproc_core.orders.verification import verification_number
from inaproc_core.roles import Actor
from inaproc_core.values import Rupiah

_MAX_NUMBER = 60


def inspect(
    order: Order,
    finished_on: date,
    function_ok: bool,
    quantity_ok: bool,
    time_ok: bool,
    note: str,
    actor: Actor,
    ctx: Context,
) -> Inspected:
    """Row 29: finish date and three ticks (function, quantity, delivery time).

    Late days count from the last requested arrival day; ``time_ok`` is the PPK's own statement and may
    be given with late days only when a note says why.
    """
    if finished_on > ctx.today(order):
        refuse("inspection.finish_in_future", at="finished_on", finished_date=finished_on.isoformat())
    if not function_ok:
        refuse("inspection.function_not_ok", at="function_ok")
    if not quantity_ok:
        refuse("inspection.quantity_not_ok", at="quantity_ok")
    due = max(place.arrive_to for place in order.deliveries)
    late = max(0, (finished_on - due).days)
    if not time_ok and not late:
        refuse("inspection.time_not_ok", at="time_ok")
    if late and time_ok and not note.strip():
        refuse("inspection.late_needs_note", at="note", days=late)
    return Inspected(
        at=ctx.now,
        by=person(actor),
        inspection=Inspection(
            finished_on=finished_on,
            function_ok=function_ok,
            quantity_ok=quantity_ok,
            time_ok=time_ok,
            note=note.strip(),
            late_days=late,
            at=ctx.now,
            by=person(actor),
        ),
    )


def issue_bast(order: Order, number: str, actor: Actor, ctx: Context, facts: Facts) -> BastIssued:
    """Row 32, first half: the satker's own number, unique in satker and year; may be corrected unsigned."""
    clean = " ".join(number.split())
    if not clean:
        refuse("bast.number_missing", at="number")
    if len(clean) > _MAX_NUMBER:
        refuse("bast.number_too_long", at="number", maximum=_MAX_NUMBER, length=len(clean))
    if facts.bast_number_taken:
        refuse("bast.number_taken", at="number", number=clean)
    version = order.bast.version + 1 if order.bast else 1
    return BastIssued(
        at=ctx.now,
        by=person(actor),
        document_id=f"{order.id}.bast.{version}",
        version=version,
        number=clean,
        verification=verification_number("BAST", order.number, version),
    )


def sign_bast(order: Order, sha256: str, actor: Actor, ctx: Context, facts: Facts) -> BastSigned:
    """Row 32, second half."""
    if order.bast is None:
        refuse("bast.not_issued")
    signature = verified(facts, sha256, order.bast.document_id, actor)
    return BastSigned(
        at=ctx.now,
        by=person(actor),
        sha256=signature.sha256,
        certificate_serial=signature.certificate_serial,
        deadline=ctx.deadline(ctx.policy.bast_seller_days),
    )


def countersign_bast(
    order: Order, sha256: str, actor: Actor, ctx: Context, facts: Facts
) -> BastCountersigned:
    """Row 33: both signatures stand; what is to be paid is fixed."""
    signature = verified(facts, sha256, order.bast.document_id if order.bast else "", actor)
    total = order.current.total if order.current else Rupiah(0)
    return BastCountersigned(
        at=ctx.now,
        by=person(actor),
        sha256=signature.sha256,
        certificate_serial=signature.certificate_serial,
        termins=split_termins(order, total),
    )


def split_termins(order: Order, total: Rupiah) -> tuple[Termin, ...]:
    """Return the instalments: one, or one per delivery place by its share; the last takes the rest."""
    count = len(order.deliveries) if order.payment_plan.value == "TERMIN" else 1
    if count <= 1:
        return (Termin(no=1, amount=total),)
    weights = [sum(place.quantities.values()) for place in order.deliveries]
    whole = sum(weights)
    amounts = [total * weight // whole for weight in weights[:-1]]
    amounts.append(total - sum(amounts))
    return tuple(Termin(no=n, amount=Rupiah(amount)) for n, amount in enumerate(amounts, start=1))
