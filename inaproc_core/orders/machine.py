"""decide: may this person do this now, and what follows? The same code in the desktop and in the backend."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from inaproc_core.errors import Refusal, Refused, refuse
from inaproc_core.orders import acceptance, delivery, letter, negotiation, opening, payment, review
from inaproc_core.orders import commands as c
from inaproc_core.orders.context import Context
from inaproc_core.orders.events import Event
from inaproc_core.orders.evolution import evolve
from inaproc_core.orders.facts import Facts
from inaproc_core.orders.model import Order
from inaproc_core.orders.states import State
from inaproc_core.orders.transitions import rows_for
from inaproc_core.roles import BUYERS, Actor, Role

Decision = tuple[Event, ...] | Refusal


def decide(order: Order | None, command: c.Command, actor: Actor, facts: Facts, ctx: Context) -> Decision:
    """Decide a command.

    Args:
        order: the order as it stands, ``None`` when there is none with this id.
        command: what is asked.
        actor: who asks, through which access; the caller has checked that the access is active.
        facts: outside knowledge, gathered by the caller.
        ctx: policy, calendar and time.

    Returns:
        The events that follow, or the refusal with its stable code. Never raises for what a person did.
    """
    try:
        _check_table(order, command, actor)
        _check_party(order, command, actor)
        return (_HANDLERS[type(command)](order, command, actor, facts, ctx),)
    except Refused as refused:
        return refused.refusal


def fold(order: Order | None, events: tuple[Event, ...], order_id: str) -> Order | None:
    """Apply several events in order."""
    for event in events:
        order = evolve(order, event, order_id)
    return order


def _check_table(order: Order | None, command: c.Command, actor: Actor) -> None:
    state = order.state if order is not None else State.NONE
    rows = rows_for(state, type(command))
    name = type(command).__name__
    if not rows:
        refuse("order.not_allowed_in_state", state=state.value, command=name)
    if not any(actor.role in row.roles for row in rows):
        allowed = sorted({role.value for row in rows for role in row.roles})
        refuse(
            "order.wrong_role",
            state=state.value,
            command=name,
            role=actor.role.value,
            allowed="|".join(allowed),
        )


_BY_BUYER = (
    c.SaveDraft,
    c.DiscardDraft,
    c.SubmitCheckout,
    c.AgreePrices,
    c.OfferPrices,
    c.CancelNegotiation,
    c.SubmitToPpk,
    c.ProceedOrder,
)


def _check_party(order: Order | None, command: c.Command, actor: Actor) -> None:
    """Only its own penyedia, buyer, PPK and satker's treasurer touch an order."""
    if order is None or actor.role is Role.SYSTEM:
        return
    if actor.role is Role.PENYEDIA:
        if order.vendor is None or order.vendor.id != actor.vendor_id:
            refuse("order.not_yours")
        return
    if order.satker_id != actor.satker_id:
        refuse("order.not_yours")
    if actor.role in BUYERS and isinstance(command, _BY_BUYER):
        if order.buyer.user_id != actor.user_id or order.buyer.role is not actor.role:
            refuse("order.not_your_purchase", buyer=order.buyer.name)
    elif actor.role is Role.PPK and order.ppk is not None and order.ppk.user_id != actor.user_id:
        refuse("order.other_ppk", ppk=order.ppk.name)


def _some(order: Order | None) -> Order:
    if order is None:  # the table has no row from NONE for these commands
        message = "a command on an existing order was decided without one"
        raise ValueError(message)
    return order


_Handler = Callable[[Order | None, Any, Actor, Facts, Context], Event]

_HANDLERS: dict[type, _Handler] = {
    c.SaveDraft: lambda o, m, a, f, x: opening.save_draft(m.form, m.device, a, x, f),
    c.DiscardDraft: lambda o, m, a, f, x: opening.discard_draft(a, x),
    c.SubmitCheckout: lambda o, m, a, f, x: opening.open_negotiation(m.checkout, m.max_total, a, x, f),
    c.AgreePrices: lambda o, m, a, f, x: negotiation.agree(_some(o), m.round_no, a, x, f),
    c.CounterOffer: lambda o, m, a, f, x: negotiation.counter_offer(
        _some(o), m.round_no, m.prices, m.note, a, x
    ),
    c.DeclineNegotiation: lambda o, m, a, f, x: negotiation.cancel("declined", m.reason, a, x),
    c.OfferPrices: lambda o, m, a, f, x: negotiation.offer_prices(
        _some(o), m.round_no, m.prices, m.note, a, x
    ),
    c.CancelNegotiation: lambda o, m, a, f, x: negotiation.cancel("cancelled", m.reason, a, x),
    c.DelistProduct: lambda o, m, a, f, x: negotiation.delist(_some(o), m.product_id, a, x),
    c.ExpireDeadline: lambda o, m, a, f, x: _expire(_some(o), a, x),
    c.SubmitToPpk: lambda o, m, a, f, x: review.submit(_some(o), m.note, a, x),
    c.ProceedOrder: lambda o, m, a, f, x: review.submit(_some(o), "", a, x),
    c.ReturnToBuyer: lambda o, m, a, f, x: review.send_back(_some(o), m.reason, a, x),
    c.RejectOrder: lambda o, m, a, f, x: review.reject(m.reason, a, x),
    c.IssueLetter: lambda o, m, a, f, x: review.issue_letter(_some(o), m.terms, m.checklist, a, x, f),
    c.SignLetter: lambda o, m, a, f, x: letter.sign_letter(_some(o), m.sha256, a, x, f),
    c.AcceptOrder: lambda o, m, a, f, x: letter.accept_order(_some(o), m.sha256, a, x, f),
    c.DeclineOrder: lambda o, m, a, f, x: letter.decline_order(m.reason, a, x),
    c.Ship: lambda o, m, a, f, x: delivery.ship(
        _some(o),
        m.delivery_no,
        m.courier_name,
        m.tracking_number,
        m.driver,
        m.quantities,
        m.expected_on,
        a,
        x,
    ),
    c.MarkArrived: lambda o, m, a, f, x: delivery.mark_arrived(_some(o), m.shipment_no, m.received_by, a, x),
    c.Inspect: lambda o, m, a, f, x: acceptance.inspect(
        _some(o), m.finished_on, m.function_ok, m.quantity_ok, m.time_ok, m.note, a, x
    ),
    c.IssueBast: lambda o, m, a, f, x: acceptance.issue_bast(_some(o), m.number, a, x, f),
    c.SignBast: lambda o, m, a, f, x: acceptance.sign_bast(_some(o), m.sha256, a, x, f),
    c.CountersignBast: lambda o, m, a, f, x: acceptance.countersign_bast(_some(o), m.sha256, a, x, f),
    c.ChoosePaymentMethod: lambda o, m, a, f, x: payment.choose_method(_some(o), m.channel, a, x),
    c.ConfirmPayment: lambda o, m, a, f, x: payment.confirm_payment(
        _some(o), m.termin_no, m.reference, m.paid_on, m.amount, a, x
    ),
}


def _expire(order: Order, actor: Actor, ctx: Context) -> Event:
    if order.state is State.WAITING_SELLER_CONFIRMATION:
        return letter.expire_order(order, actor, ctx)
    return negotiation.expire(order, actor, ctx)
