"""Rows 35, 36, 38: the PPK picks the channel, the treasurer confirms each termin (orders.md §8)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from inaproc_core.errors import refuse
from inaproc_core.orders.content import PaymentMethod
from inaproc_core.orders.context import Context, person
from inaproc_core.orders.events import PaymentConfirmed, PaymentMethodChosen
from inaproc_core.orders.model import Order
from inaproc_core.roles import Actor
from inaproc_core.values import Rupiah

CHANNELS: Mapping[PaymentMethod, tuple[str, ...]] = {
    PaymentMethod.UP: ("KKP", "VA_BRI", "VA_MANDIRI", "VA_BNI", "KODE_BAYAR"),
    PaymentMethod.LS: ("LS_PEMDA", "LS_NON_KONTRAKTUAL", "LS_KONTRAKTUAL"),
}
"""Payment channels of each method; the codes of the policy's ``up_channel_below``."""

_MAX_REFERENCE = 60


def channels_for(order: Order) -> tuple[str, ...]:
    """Return the channels of the order's payment method."""
    return CHANNELS[order.payment_method] if order.payment_method else ()


def choose_method(order: Order, channel: str, actor: Actor, ctx: Context) -> PaymentMethodChosen:
    """Row 35: a channel of the order's method, within the channel's own limit where it has one."""
    if channel not in channels_for(order):
        refuse("payment.unknown_channel", at="channel", channel=channel)
    below = ctx.policy.up_channel_below.get(channel)
    total = order.current.total if order.current else Rupiah(0)
    if below is not None and total >= below:
        refuse("payment.channel_limit", at="channel", channel=channel, limit=below, total=total)
    return PaymentMethodChosen(
        at=ctx.now,
        by=person(actor),
        channel=channel,
        deadline=ctx.deadline(ctx.policy.payment_days),
    )


def confirm_payment(
    order: Order,
    termin_no: int,
    reference: str,
    paid_on: date,
    amount: Rupiah,
    actor: Actor,
    ctx: Context,
) -> PaymentConfirmed:
    """Rows 36 and 38: the termin whose turn it is, its exact amount, by someone who did not order.

    Raises:
        Refused: ``payment.same_person`` (UU 1/2004: the orderer does not pay), ``payment.wrong_termin``,
            ``payment.wrong_amount``, ``payment.reference_missing``, ``payment.in_future``,
            ``payment.before_bast``.
    """
    if actor.user_id in {order.buyer.user_id, order.ppk.user_id if order.ppk else ""}:
        refuse("payment.same_person")
    due = next((termin for termin in order.termins if not termin.paid), None)
    if due is None or due.no != termin_no:
        refuse("payment.wrong_termin", at="termin_no", termin=termin_no, due=due.no if due else 0)
    if amount != due.amount:
        refuse("payment.wrong_amount", at="amount", amount=amount, due_amount=due.amount)
    if not reference.strip():
        refuse("payment.reference_missing", at="reference")
    if len(reference) > _MAX_REFERENCE:
        refuse("payment.reference_too_long", at="reference", maximum=_MAX_REFERENCE, length=len(reference))
    if paid_on > ctx.today(order):
        refuse("payment.in_future", at="paid_on", paid_date=paid_on.isoformat())
    if order.inspection is not None and paid_on < order.inspection.finished_on:
        refuse("payment.before_bast", at="paid_on", finished_date=order.inspection.finished_on.isoformat())
    return PaymentConfirmed(
        at=ctx.now,
        by=person(actor),
        termin_no=termin_no,
        channel=order.payment_channel,
        reference=reference.strip(),
        paid_on=paid_on,
        amount=amount,
        last=all(termin.paid or termin.no == termin_no for termin in order.termins),
    )
