"""An order's way from Draf to Selesai as steps, and its deadline as a pill: the same on every page."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from inaproc_core.orders.model import Order
from inaproc_core.orders.states import ENDED, State
from inaproc_desktop.ports.ordering import Due
from inaproc_desktop.views import format as fmt
from inaproc_desktop.views.widgets.values import PillText, Step, StepState, Tone

_AT = {
    State.NONE: 0,
    State.DRAFT: 0,
    State.WAIT_SELLER: 2,
    State.WAIT_BUYER: 2,
    State.AGREED: 2,
    State.WAITING_PPK_REVIEW: 3,
    State.ESIGN_IN_PROGRESS: 4,
    State.WAITING_SELLER_CONFIRMATION: 4,
    State.PROCESSING: 5,
    State.ON_ADDENDUM: 5,
    State.SHIPPING: 5,
    State.ARRIVED: 6,
    State.COMPLAINT: 6,
    State.BAST_DRAFT: 6,
    State.WAIT_BAST_SELLER: 6,
    State.PAYMENT_PREPARATION: 7,
    State.WAIT_PAYMENT: 7,
    State.PARTLY_PAID: 7,
    State.COMPLETED: 9,
    State.PAYMENT_OUTSIDE_SYSTEM: 9,
    State.CANCELLED_ON_NEGOTIATION: 2,
    State.CANCELLED_ON_REVIEW: 3,
}

_TONES = {
    fmt.Urgency.LATE: Tone.BAD,
    fmt.Urgency.TODAY: Tone.BAD,
    fmt.Urgency.SOON: Tone.WARN,
    fmt.Urgency.LATER: Tone.NEUTRAL,
}


def journey(order: Order) -> tuple[Step, ...]:
    """Return the nine steps with where the order stands; a cancelled one stops where it failed."""
    texts = (
        QCoreApplication.translate("Words", "Draf"),
        QCoreApplication.translate("Words", "Checkout"),
        QCoreApplication.translate("Words", "Negosiasi"),
        QCoreApplication.translate("Words", "Tinjauan PPK"),
        QCoreApplication.translate("Words", "Surat Pesanan"),
        QCoreApplication.translate("Words", "Pengiriman"),
        QCoreApplication.translate("Words", "BAST"),
        QCoreApplication.translate("Words", "Pembayaran"),
        QCoreApplication.translate("Words", "Selesai"),
    )
    at = _AT.get(order.state, 4)
    failed = order.state in ENDED and order.state not in {State.COMPLETED, State.PAYMENT_OUTSIDE_SYSTEM}
    here = StepState.FAILED if failed else StepState.CURRENT
    states = [
        StepState.DONE if no < at else here if no == at else StepState.AHEAD for no in range(len(texts))
    ]
    return tuple(Step(text, state) for text, state in zip(texts, states, strict=True))


def due_words(due: Due, now: datetime) -> fmt.Deadline:
    """Return a deadline in words."""
    return fmt.deadline(due.at, now=now, working_days=due.working_days)


def due_pill(due: Due | None, now: datetime, *, short: bool = False) -> PillText | None:
    """Return a deadline as a pill: red when today or late, amber when soon."""
    if due is None:
        return None
    said = due_words(due, now)
    return PillText(said.short if short else said.text, _TONES[said.urgency])


def due_tone(due: Due | None, now: datetime) -> Tone:
    """Return how loudly a deadline is shown."""
    return _TONES[due_words(due, now).urgency] if due is not None else Tone.NEUTRAL
