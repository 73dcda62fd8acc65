"""Commands that people try: the usual next one, another legal one, or one that nobody should get through."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date, timedelta

from inaproc_core.orders import commands as c
from inaproc_core.orders.content import PaymentMethod
from inaproc_core.orders.delivery import left_to_ship
from inaproc_core.orders.model import Order
from inaproc_core.orders.negotiation import prices_of
from inaproc_core.orders.payment import channels_for
from inaproc_core.orders.review import CHECKLIST
from inaproc_core.orders.states import Party, State
from inaproc_core.orders.transitions import allowed_commands
from inaproc_core.roles import Actor, Role
from inaproc_core.values import Quantity, Rupiah, quantity
from simulator.people import PP_AS_PPK, RUPS
from tests import builders as b

Sign = Callable[[str], str]
"""Uploads a signature on a document and returns the hash of the signed revision."""

KINDS: tuple[type, ...] = (
    c.AgreePrices,
    c.CounterOffer,
    c.DeclineNegotiation,
    c.OfferPrices,
    c.CancelNegotiation,
    c.SubmitToPpk,
    c.ProceedOrder,
    c.ReturnToBuyer,
    c.RejectOrder,
    c.IssueLetter,
    c.SignLetter,
    c.AcceptOrder,
    c.DeclineOrder,
    c.Ship,
    c.MarkArrived,
    c.Inspect,
    c.IssueBast,
    c.SignBast,
    c.CountersignBast,
    c.ChoosePaymentMethod,
    c.ConfirmPayment,
    c.ExpireDeadline,
)
"""Everything that may be tried on an order; the last one is nobody's but the clock's."""

_ENDING: frozenset[type] = frozenset(
    {c.DeclineNegotiation, c.CancelNegotiation, c.RejectOrder, c.DeclineOrder, c.ReturnToBuyer}
)
_REASON = "Barang tidak lagi dibutuhkan tahun ini"

_USUAL: dict[State, type] = {
    State.WAIT_SELLER: c.CounterOffer,
    State.WAIT_BUYER: c.AgreePrices,
    State.AGREED: c.SubmitToPpk,
    State.WAITING_PPK_REVIEW: c.IssueLetter,
    State.ESIGN_IN_PROGRESS: c.SignLetter,
    State.WAITING_SELLER_CONFIRMATION: c.AcceptOrder,
    State.PROCESSING: c.Ship,
    State.SHIPPING: c.MarkArrived,
    State.ARRIVED: c.Inspect,
    State.WAIT_BAST_SELLER: c.CountersignBast,
    State.PAYMENT_PREPARATION: c.ChoosePaymentMethod,
    State.WAIT_PAYMENT: c.ConfirmPayment,
    State.PARTLY_PAID: c.ConfirmPayment,
}


def usual(order: Order) -> type | None:
    """Return the next step of a purchase that goes well, ``None`` once it has ended."""
    if order.state is State.BAST_DRAFT:
        return c.SignBast if order.bast is not None else c.IssueBast
    if order.state is State.AGREED and order.buyer.role is Role.PPK:
        return c.ProceedOrder
    return _USUAL.get(order.state)


def pick(order: Order, actor: Actor, dice: random.Random) -> type | None:
    """Choose what this actor tries on this order."""
    luck = dice.random()
    if luck < 0.1:
        return dice.choice(KINDS)
    allowed = [kind for kind in allowed_commands(order.state, actor.role) if kind in KINDS]
    if not allowed:
        return None
    next_step = usual(order)
    if next_step in allowed and luck < 0.75:
        return next_step
    # Endings rarely, or no order would come far.
    going_on = [kind for kind in allowed if kind not in _ENDING]
    return dice.choice(going_on if going_on and luck < 0.92 else allowed)


def submit(actor: Actor, dice: random.Random, today: date) -> c.SubmitCheckout:
    """Return a checkout: nearly always a good one."""
    over = actor.role is Role.PPK
    code = "51402879" if over else dice.choice(("51402877", "51402878", "51402878"))
    known = b.facts(budget=RUPS[code])
    amounts = {"p-1": quantity(dice.randint(5, 20)), "p-2": quantity(dice.randint(1, 8))}
    if over:
        amounts = {"p-2": quantity(dice.randint(200, 260))}
    elif dice.random() < 0.05:
        amounts = {"p-2": quantity(220)}  # above what a PP may buy
    ppk = b.PPK
    if not over and dice.random() < 0.1:
        ppk = PP_AS_PPK
    form = b.checkout(
        known,
        amounts,
        ppk=actor if over else ppk,
        method=PaymentMethod.LS if over else PaymentMethod.UP,
        discount=dice.choice((5, 10, 20)),
    )
    return c.SubmitCheckout(checkout=form, max_total=Rupiah(10**12))


def make(kind: type, order: Order, dice: random.Random, today: date, sign: Sign) -> c.Command | None:
    """Return a command of a kind on this order, mostly a sensible one; ``None`` where there is none."""
    rounds = len(order.rounds) if dice.random() < 0.95 else max(0, len(order.rounds) - 1)
    if kind is c.AgreePrices:
        return c.AgreePrices(round_no=rounds)
    if kind is c.CounterOffer or kind is c.OfferPrices:
        return _offer(kind, order, rounds, dice)
    if kind in _WITH_REASON:
        command: c.Command = kind(reason=_REASON if dice.random() < 0.95 else "")
        return command
    if kind in _PLAIN:
        return _PLAIN[kind]()
    if kind in _SIGNING:
        document = order.letter if kind in {c.SignLetter, c.AcceptOrder} else order.bast
        sha256 = sign(document.document_id) if document is not None and dice.random() < 0.95 else "f" * 64
        signed: c.Command = kind(sha256=sha256)
        return signed
    return _later(kind, order, dice, today)


_WITH_REASON: frozenset[type] = _ENDING
_SIGNING: frozenset[type] = frozenset({c.SignLetter, c.AcceptOrder, c.SignBast, c.CountersignBast})
_PLAIN: dict[type, Callable[[], c.Command]] = {
    c.SubmitToPpk: lambda: c.SubmitToPpk(note="Mohon ditinjau"),
    c.ProceedOrder: lambda: c.ProceedOrder(),
    c.IssueLetter: lambda: c.IssueLetter(terms="Barang dikirim bertahap.", checklist=CHECKLIST),
    c.ExpireDeadline: lambda: c.ExpireDeadline(),
}


def _offer(kind: type, order: Order, rounds: int, dice: random.Random) -> c.Command:
    vendor = kind is c.CounterOffer
    basis = prices_of(order, Party.VENDOR) if order.lines else {}
    percent = dice.choice((96, 97, 98, 99))
    prices = {item: Rupiah(max(1, price * percent // 100)) for item, price in basis.items()}
    if vendor and order.rounds:
        lowest = prices_of(order, Party.BUYER)
        prices = {item: Rupiah(max(price, lowest[item])) for item, price in prices.items()}
    if dice.random() < 0.05:
        prices = {item: Rupiah(price * 2) for item, price in prices.items()}
    command: c.Command = kind(round_no=rounds, prices=prices, note="Stok tersedia")
    return command


def _later(kind: type, order: Order, dice: random.Random, today: date) -> c.Command | None:
    if kind is c.Ship:
        place = order.deliveries[0] if order.deliveries else None
        left = left_to_ship(order, place) if place is not None else {}
        if dice.random() < 0.05:
            left = {number: Quantity(amount + 100) for number, amount in left.items()}
        return c.Ship(
            delivery_no=1,
            courier_name="Armada sendiri",
            tracking_number="",
            driver="Gilang Latihan",
            quantities=left,
            expected_on=today + timedelta(days=9),
        )
    if kind is c.MarkArrived:
        return c.MarkArrived(shipment_no=max(1, len(order.shipments)), received_by="Bagian Umum")
    if kind is c.Inspect:
        return c.Inspect(
            finished_on=today, function_ok=True, quantity_ok=True, time_ok=True, note="Diterima baik"
        )
    if kind is c.IssueBast:
        return c.IssueBast(number=f"027/BAST/{dice.randint(1, 6):03}/2026")
    if kind is c.ChoosePaymentMethod:
        channels = channels_for(order)
        return c.ChoosePaymentMethod(channel=dice.choice(channels) if channels else "KKP")
    if kind is c.ConfirmPayment:
        due = next((termin for termin in order.termins if not termin.paid), None)
        return c.ConfirmPayment(
            termin_no=due.no if due else 1,
            reference=f"SP2D-{dice.randint(1, 9):04}",
            paid_on=today,
            amount=due.amount if due else Rupiah(1),
        )
    return None
