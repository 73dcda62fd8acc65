"""evolve: apply one event to an order. Total, pure, and the only place where a state changes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import singledispatch
from typing import Any, TypeVar

from inaproc_core.orders import events as e
from inaproc_core.orders.model import (
    Bast,
    HistoryEntry,
    Letter,
    Order,
    Payment,
    Person,
    Review,
    Round,
    Signature,
)
from inaproc_core.orders.states import Party, State
from inaproc_core.roles import Role
from inaproc_core.values import Rupiah

Signed = TypeVar("Signed", Letter, Bast)


def evolve(order: Order | None, event: e.Event, order_id: str) -> Order:
    """Return the order after the event.

    Args:
        order: as it was, ``None`` before its first event.
        event: what happened.
        order_id: id of the order; only looked at for the first event.

    Raises:
        ValueError: a first event that opens nothing: a fault of the program, not of a person.
    """
    if order is None:
        if not isinstance(event, e.DraftSaved | e.NegotiationOpened):
            message = f"an order cannot begin with {type(event).__name__}"
            raise ValueError(message)
        satker_id = event.satker_id if isinstance(event, e.DraftSaved) else event.satker.id
        order = Order(
            id=order_id,
            state=State.NONE,
            revision=0,
            buyer=event.by,
            satker_id=satker_id,
            created_at=event.at,
        )
    changed = _apply(event, order)
    past = order.history
    if isinstance(event, e.DraftSaved) and past and past[-1].event == type(event).__name__:
        past = past[:-1]  # every pause in typing saves: one line tells when it was last done
    entry = HistoryEntry(
        n=len(past) + 1,
        at=event.at,
        event=type(event).__name__,
        by=event.by,
        facts=_facts_of(event),
    )
    return replace(changed, revision=order.revision + 1, history=(*past, entry))


@singledispatch
def _apply(event: Any, order: Order) -> Order:
    message = f"no way to apply {type(event).__name__} to order {order.id}"
    raise TypeError(message)


@_apply.register
def _(event: e.DraftSaved, order: Order) -> Order:
    return replace(order, state=State.DRAFT, draft=event.form, draft_device=event.device)


@_apply.register
def _(event: e.DraftDiscarded, order: Order) -> Order:
    return replace(order, state=State.NONE, draft=None, draft_device="")


@_apply.register
def _(event: e.NegotiationOpened, order: Order) -> Order:
    opening = Round(
        no=1,
        party=Party.BUYER,
        prices=event.prices,
        total=event.current.total,
        note=event.note,
        at=event.at,
        by=event.by,
    )
    return replace(
        order,
        state=State.WAIT_SELLER,
        number=event.number,
        satker=event.satker,
        ppk=event.ppk,
        vendor=event.vendor,
        rup=event.rup,
        mak=event.mak,
        funding_source=event.funding_source,
        payment_method=event.payment_method,
        payment_plan=event.payment_plan,
        lines=event.lines,
        services=event.services,
        deliveries=event.deliveries,
        note=event.note,
        attachments=event.attachments,
        rounds=(opening,),
        listed=event.listed,
        current=event.current,
        reserved=event.listed.total,
        deadline=event.deadline,
        policy_version=event.policy_version,
        draft=None,
        draft_device="",
    )


@_apply.register
def _(event: e.PricesOffered, order: Order) -> Order:
    offer = Round(
        no=len(order.rounds) + 1,
        party=event.party,
        prices=event.prices,
        total=event.totals.total,
        note=event.note,
        at=event.at,
        by=event.by,
    )
    waits = State.WAIT_BUYER if event.party is Party.VENDOR else State.WAIT_SELLER
    return replace(
        order,
        state=waits,
        rounds=(*order.rounds, offer),
        current=event.totals,
        deadline=event.deadline,
    )


@_apply.register
def _(event: e.PricesAgreed, order: Order) -> Order:
    return replace(
        order,
        state=State.AGREED,
        agreed=event.prices,
        current=event.totals,
        reserved=event.totals.total,
        deadline=event.deadline,
    )


@_apply.register
def _(event: e.NegotiationCancelled, order: Order) -> Order:
    return _ended(order, State.CANCELLED_ON_NEGOTIATION, event.reason)


@_apply.register
def _(event: e.SubmittedForReview, order: Order) -> Order:
    return replace(order, state=State.WAITING_PPK_REVIEW, deadline=event.deadline)


@_apply.register
def _(event: e.ReturnedToBuyer, order: Order) -> Order:
    rounds = order.rounds
    if rounds and rounds[-1].party is Party.BUYER and order.agreed is not None and order.vendor is not None:
        accepted = Round(
            no=len(rounds) + 1,
            party=Party.VENDOR,
            prices=order.agreed,
            total=order.current.total if order.current else Rupiah(0),
            note="",
            at=event.at,
            by=_agreed_by(order),
        )
        rounds = (*rounds, accepted)
    return replace(
        order,
        state=State.WAIT_BUYER,
        rounds=rounds,
        agreed=None,
        deadline=event.deadline,
        reviews=(*order.reviews, _review("returned", event.reason, (), event)),
    )


@_apply.register
def _(event: e.OrderRejected, order: Order) -> Order:
    rejected = replace(order, reviews=(*order.reviews, _review("rejected", event.reason, (), event)))
    return _ended(rejected, State.CANCELLED_ON_REVIEW, event.reason)


@_apply.register
def _(event: e.LetterIssued, order: Order) -> Order:
    letter = Letter(
        document_id=event.document_id,
        version=event.version,
        issued_at=event.at,
        terms=event.terms,
        verification=event.verification,
    )
    return replace(
        order,
        state=State.ESIGN_IN_PROGRESS,
        letter=letter,
        deadline=event.deadline,
        reviews=(*order.reviews, _review("approved", "", event.checklist, event)),
    )


@_apply.register
def _(event: e.LetterSigned, order: Order) -> Order:
    return replace(
        order,
        state=State.WAITING_SELLER_CONFIRMATION,
        letter=_with_signature(_there(order.letter), Party.PPK, event),
        deadline=event.deadline,
    )


@_apply.register
def _(event: e.OrderAccepted, order: Order) -> Order:
    return replace(
        order,
        state=State.PROCESSING,
        letter=_with_signature(_there(order.letter), Party.VENDOR, event),
        reserved=Rupiah(0),
        committed=order.reserved,
        deadline=None,
    )


@_apply.register
def _(event: e.OrderCancelled, order: Order) -> Order:
    return _ended(order, State.CANCELLED, event.reason)


@_apply.register
def _(event: e.Shipped, order: Order) -> Order:
    return replace(order, state=State.SHIPPING, shipments=(*order.shipments, event.shipment))


@_apply.register
def _(event: e.Arrived, order: Order) -> Order:
    shipments = tuple(
        replace(shipment, arrived_at=event.at, received_by=event.received_by)
        if shipment.no == event.shipment_no
        else shipment
        for shipment in order.shipments
    )
    state = State.ARRIVED if event.all_arrived else State.SHIPPING
    return replace(order, state=state, shipments=shipments)


@_apply.register
def _(event: e.Inspected, order: Order) -> Order:
    return replace(order, state=State.BAST_DRAFT, inspection=event.inspection)


@_apply.register
def _(event: e.BastIssued, order: Order) -> Order:
    bast = Bast(
        document_id=event.document_id,
        version=event.version,
        number=event.number,
        issued_at=event.at,
        verification=event.verification,
    )
    return replace(order, bast=bast)


@_apply.register
def _(event: e.BastSigned, order: Order) -> Order:
    return replace(
        order,
        state=State.WAIT_BAST_SELLER,
        bast=_with_signature(_there(order.bast), Party.PPK, event),
        deadline=event.deadline,
    )


@_apply.register
def _(event: e.BastCountersigned, order: Order) -> Order:
    return replace(
        order,
        state=State.PAYMENT_PREPARATION,
        bast=_with_signature(_there(order.bast), Party.VENDOR, event),
        termins=event.termins,
        deadline=None,
    )


@_apply.register
def _(event: e.PaymentMethodChosen, order: Order) -> Order:
    return replace(order, state=State.WAIT_PAYMENT, payment_channel=event.channel, deadline=event.deadline)


@_apply.register
def _(event: e.PaymentConfirmed, order: Order) -> Order:
    termins = tuple(
        replace(termin, paid=True) if termin.no == event.termin_no else termin for termin in order.termins
    )
    payment = Payment(
        termin_no=event.termin_no,
        channel=event.channel,
        reference=event.reference,
        paid_on=event.paid_on,
        amount=event.amount,
        at=event.at,
        by=event.by,
    )
    return replace(
        order,
        state=State.COMPLETED if event.last else State.PARTLY_PAID,
        termins=termins,
        payments=(*order.payments, payment),
        deadline=None if event.last else order.deadline,
    )


def _ended(order: Order, state: State, reason: str) -> Order:
    return replace(
        order, state=state, ended_reason=reason, reserved=Rupiah(0), committed=Rupiah(0), deadline=None
    )


def _review(outcome: str, reason: str, checklist: tuple[str, ...], event: e.Happened) -> Review:
    return Review(outcome=outcome, reason=reason, checklist=checklist, at=event.at, by=event.by)


def _there(document: Signed | None) -> Signed:
    if document is None:
        message = "a signature event on an order without the document"
        raise ValueError(message)
    return document


def _with_signature(document: Signed, party: Party, event: Any) -> Signed:
    signature = Signature(
        party=party,
        by=event.by,
        at=event.at,
        sha256=event.sha256,
        certificate_serial=event.certificate_serial,
    )
    return replace(document, signatures=(*document.signatures, signature))


def _agreed_by(order: Order) -> Person:
    for entry in reversed(order.history):
        if entry.event == "PricesAgreed":
            return entry.by
    return Person(
        user_id="", access_id="", role=Role.PENYEDIA, name=order.vendor.name if order.vendor else ""
    )


_FACTS: dict[type, Callable[[Any], dict[str, str | int]]] = {
    e.NegotiationOpened: lambda ev: {"total_rp": ev.current.total, "listed_rp": ev.listed.total},
    e.PricesOffered: lambda ev: {"total_rp": ev.totals.total, "party": ev.party.value, "note": ev.note},
    e.PricesAgreed: lambda ev: {"total_rp": ev.totals.total, "party": ev.party.value},
    e.NegotiationCancelled: lambda ev: {"cause": ev.cause, "reason": ev.reason},
    e.SubmittedForReview: lambda ev: {"note": ev.note},
    e.ReturnedToBuyer: lambda ev: {"reason": ev.reason},
    e.OrderRejected: lambda ev: {"reason": ev.reason},
    e.LetterIssued: lambda ev: {"version": ev.version},
    e.OrderCancelled: lambda ev: {"cause": ev.cause, "reason": ev.reason},
    e.Shipped: lambda ev: {
        "courier": ev.shipment.courier_name,
        "tracking": ev.shipment.tracking_number,
        "delivery": ev.shipment.delivery_no,
    },
    e.Arrived: lambda ev: {"received_by": ev.received_by, "shipment": ev.shipment_no},
    e.Inspected: lambda ev: {"late_days": ev.inspection.late_days, "note": ev.inspection.note},
    e.BastIssued: lambda ev: {"number": ev.number},
    e.PaymentMethodChosen: lambda ev: {"channel": ev.channel},
    e.PaymentConfirmed: lambda ev: {
        "amount_rp": ev.amount,
        "reference": ev.reference,
        "termin": ev.termin_no,
    },
}


def _facts_of(event: e.Event) -> dict[str, str | int]:
    describe = _FACTS.get(type(event))
    return describe(event) if describe is not None else {}
