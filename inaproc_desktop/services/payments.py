"""Pembayaran: the PPK chooses the channel, the treasurer confirms each termin, the penyedia looks on.

Both deeds are decided online; confirming needs presence proven again.
"""

from __future__ import annotations

from inaproc_core.errors import Refusal, Refused
from inaproc_core.orders import commands as c
from inaproc_core.orders.context import Context
from inaproc_core.orders.model import Order, Termin
from inaproc_core.orders.payment import channels_for
from inaproc_core.orders.states import State
from inaproc_core.roles import Actor, Role
from inaproc_desktop.ports.data import Backend, Mirror
from inaproc_desktop.ports.finishing import (
    ChannelOption,
    PayForm,
    PaymentFile,
    PaymentQueue,
    PaymentRow,
    Proof,
    TaxSheet,
)
from inaproc_desktop.ports.ui import ChangeSet
from inaproc_desktop.services.deciding import decide_now, refusal_of, require_allowed
from inaproc_desktop.services.orders import due_of, is_my_move
from inaproc_desktop.services.payment_taxes import tax_sheet
from inaproc_desktop.services.rules import Rules

_CHOOSING = State.PAYMENT_PREPARATION
_PAYING = frozenset({State.WAIT_PAYMENT, State.PARTLY_PAID})


class PaymentsService:
    """Reads what is to be paid and what was paid, and carries the two deeds."""

    def __init__(self, *, mirror: Mirror, backend: Backend, rules: Rules, actor: Actor) -> None:
        self._mirror = mirror
        self._backend = backend
        self._rules = rules
        self._actor = actor

    def rows(self, queue: PaymentQueue) -> tuple[PaymentRow, ...]:
        """Return one list: what is open, the reader's own moves first and by deadline; or what was paid."""
        rows = [row for view in self._mirror.orders() for row in self._rows(view.order)]
        if queue is PaymentQueue.PAID:
            paid = [row for row in rows if row.payment is not None]
            return tuple(sorted(paid, key=_paid_at, reverse=True))
        opened = [row for row in rows if row.payment is None]
        return tuple(sorted(opened, key=lambda row: (not row.mine, not row.next, _due_at(row))))

    def waiting_for_me(self) -> int:
        """Return how many payments wait for the reader, for the badge."""
        return sum(row.mine for row in self.rows(PaymentQueue.OPEN))

    def read(self, order_id: str, termin_no: int = 0) -> PaymentFile | None:
        """Return the payment of an order; a termin number shows that one, else the one whose turn it is."""
        view = self._mirror.order(order_id)
        if view is None:
            return None
        order = view.order
        ctx = self._rules.context(order.satker)
        turn = _next_termin(order)
        termin = next((one for one in order.termins if one.no == termin_no), None) or turn
        mine = is_my_move(order, self._actor)
        may_choose = mine and order.state is _CHOOSING
        treasurer = self._actor.role is Role.BENDAHARA and order.state in _PAYING
        refusal = self._refusal(order, turn, ctx) if treasurer and turn is not None else None
        return PaymentFile(
            order=order,
            due=due_of(order, ctx),
            termin=termin,
            channels=self._channels(order, ctx) if may_choose else (),
            taxes=self._taxes(order, termin, ctx),
            may_choose=may_choose,
            may_pay=treasurer and turn is not None and termin == turn and refusal is None,
            today=ctx.today(order),
            refusal=refusal,
        )

    def check(self, file: PaymentFile, form: PayForm) -> Refusal | None:
        """Return what the rules say against a payment; reads nothing, so it is fit for every key stroke.

        A form without a date is not judged: the page asks for the date itself.
        """
        if form.paid_on is None:
            return None
        ctx = self._rules.context(file.order.satker)
        return refusal_of(file.order, _confirmation(form), self._actor, ctx)

    def choose(self, order_id: str, channel: str) -> ChangeSet:
        """Pilih metode pembayaran.

        Raises:
            Refused: e.g. ``payment.channel_limit``; nothing was sent.
            BackendRefused: the backend decided otherwise.
            WorldFailed: no link, or no answer yet.
        """
        order, ctx = self._order(order_id)
        command = c.ChoosePaymentMethod(channel=channel)
        allowed = require_allowed(order, command, self._actor, ctx)
        return decide_now(self._backend, allowed, command, self._actor, initiator="payments")

    def confirm(self, order_id: str, form: PayForm, proof: Proof) -> ChangeSet:
        """Konfirmasi pembayaran of the termin whose turn it is, after presence was proven again.

        Raises:
            Refused: e.g. ``payment.wrong_amount``, ``payment.same_person``; nothing was sent.
            BackendRefused: the proof was wrong, or the backend decided otherwise.
            WorldFailed: no link, or no answer yet.
            ValueError: without a date; the page asks for it first.
        """
        order, ctx = self._order(order_id)
        command = _confirmation(form)
        allowed = require_allowed(order, command, self._actor, ctx)
        self._backend.step_up(proof.code, proof.password)
        return decide_now(self._backend, allowed, command, self._actor, initiator="payments")

    def _order(self, order_id: str) -> tuple[Order | None, Context]:
        view = self._mirror.order(order_id)
        order = view.order if view is not None else None
        return order, self._rules.context(order.satker if order is not None else None)

    def _rows(self, order: Order) -> list[PaymentRow]:
        payments = {one.termin_no: one for one in order.payments}
        turn = _next_termin(order)
        mine = is_my_move(order, self._actor) and (order.state is _CHOOSING or order.state in _PAYING)
        ctx = self._rules.context(order.satker)
        if mine and order.state in _PAYING and turn is not None:
            mine = self._refusal(order, turn, ctx) is None
        due = due_of(order, ctx)
        # To a penyedia, money is on its way from the moment the goods are accepted.
        coming = self._actor.role is Role.PENYEDIA and order.state is State.WAIT_BAST_SELLER
        if order.state is _CHOOSING or coming:
            return [PaymentRow(id=order.id, order=order, termin=None, due=due, mine=mine, next=True)]
        return [
            PaymentRow(
                id=f"{order.id}#{termin.no}",
                order=order,
                termin=termin,
                due=due if termin == turn else None,
                mine=mine and termin == turn,
                next=termin == turn,
                payment=payments.get(termin.no),
            )
            for termin in order.termins
        ]

    def _channels(self, order: Order, ctx: Context) -> tuple[ChannelOption, ...]:
        limits = ctx.policy.up_channel_below
        return tuple(
            ChannelOption(
                code=code,
                below=limits.get(code),
                refusal=refusal_of(order, c.ChoosePaymentMethod(channel=code), self._actor, ctx),
            )
            for code in channels_for(order)
        )

    def _taxes(self, order: Order, termin: Termin | None, ctx: Context) -> TaxSheet | None:
        if termin is None or self._actor.role is Role.PENYEDIA:
            return None
        try:
            return tax_sheet(order, termin, ctx.policy)
        except Refused:
            # A penalty above the bill has no breakdown; the amounts themselves still stand on the page.
            return None

    def _refusal(self, order: Order, termin: Termin, ctx: Context) -> Refusal | None:
        """Return what stands against this treasurer paying, whatever is filled in."""
        form = PayForm(termin_no=termin.no, reference="-", paid_on=ctx.today(order), amount=termin.amount)
        return refusal_of(order, _confirmation(form), self._actor, ctx)


def _next_termin(order: Order) -> Termin | None:
    return next((one for one in order.termins if not one.paid), None)


def _confirmation(form: PayForm) -> c.ConfirmPayment:
    if form.paid_on is None:
        message = "a payment needs the day it was made"
        raise ValueError(message)
    return c.ConfirmPayment(
        termin_no=form.termin_no, reference=form.reference, paid_on=form.paid_on, amount=form.amount
    )


def _paid_at(row: PaymentRow) -> float:
    return row.payment.at.timestamp() if row.payment is not None else 0.0


def _due_at(row: PaymentRow) -> float:
    return row.due.at.timestamp() if row.due is not None else float("inf")
