"""States of an order, their wire status, and who must act in each."""

from __future__ import annotations

from enum import StrEnum


class Status(StrEnum):
    """Status codes of the national platform's data API (orders.md §6.1); wire values."""

    DRAFT = "DRAFT"
    ON_NEGOTIATION = "ON_NEGOTIATION"
    CANCELLED_ON_NEGOTIATION = "CANCELLED_ON_NEGOTIATION"
    WAITING_PPK_REVIEW = "WAITING_PPK_REVIEW"
    CANCELLED_ON_REVIEW = "CANCELLED_ON_REVIEW"
    ESIGN_IN_PROGRESS = "ESIGN_IN_PROGRESS"
    WAITING_SELLER_CONFIRMATION = "WAITING_SELLER_CONFIRMATION"
    ON_PROCESS = "ON_PROCESS"
    ON_ADDENDUM = "ON_ADDENDUM"
    REQUEST_CANCEL_BY_ADMIN = "REQUEST_CANCEL_BY_ADMIN"
    CANCELLED = "CANCELLED"
    COMPLETED = "COMPLETED"
    PAYMENT_OUTSIDE_SYSTEM = "PAYMENT_OUTSIDE_SYSTEM"


class ShipmentStatus(StrEnum):
    """Values of the separate ``shipment_status`` column (orders.md §12.1)."""

    NONE = ""
    WAITING = "WAITING"
    PROCESSING = "PROCESSING"
    SHIPPED = "SHIPPED"
    ARRIVED = "ARRIVED"
    INSPECTED = "INSPECTED"
    BAST_BUYER = "BAST_BUYER"
    BAST_DONE = "BAST_DONE"


class Party(StrEnum):
    """The side of an order that must act, or that acted."""

    BUYER = "BUYER"
    PPK = "PPK"
    VENDOR = "VENDOR"
    TREASURER = "TREASURER"
    SYSTEM = "SYSTEM"
    NOBODY = "NOBODY"


class State(StrEnum):
    """Where an order stands: the rows of the transition table. ``NONE`` is "not there yet"."""

    NONE = "NONE"
    DRAFT = "DRAFT"
    WAIT_SELLER = "WAIT_SELLER"
    WAIT_BUYER = "WAIT_BUYER"
    AGREED = "AGREED"
    WAITING_PPK_REVIEW = "WAITING_PPK_REVIEW"
    ESIGN_IN_PROGRESS = "ESIGN_IN_PROGRESS"
    WAITING_SELLER_CONFIRMATION = "WAITING_SELLER_CONFIRMATION"
    PROCESSING = "PROCESSING"
    ON_ADDENDUM = "ON_ADDENDUM"
    SHIPPING = "SHIPPING"
    ARRIVED = "ARRIVED"
    COMPLAINT = "COMPLAINT"
    BAST_DRAFT = "BAST_DRAFT"
    WAIT_BAST_SELLER = "WAIT_BAST_SELLER"
    PAYMENT_PREPARATION = "PAYMENT_PREPARATION"
    WAIT_PAYMENT = "WAIT_PAYMENT"
    PARTLY_PAID = "PARTLY_PAID"
    REQUEST_CANCEL_BY_ADMIN = "REQUEST_CANCEL_BY_ADMIN"
    COMPLETED = "COMPLETED"
    PAYMENT_OUTSIDE_SYSTEM = "PAYMENT_OUTSIDE_SYSTEM"
    CANCELLED = "CANCELLED"
    CANCELLED_ON_NEGOTIATION = "CANCELLED_ON_NEGOTIATION"
    CANCELLED_ON_REVIEW = "CANCELLED_ON_REVIEW"


NEGOTIATING = frozenset({State.WAIT_SELLER, State.WAIT_BUYER, State.AGREED})
ENDED = frozenset(
    {
        State.COMPLETED,
        State.PAYMENT_OUTSIDE_SYSTEM,
        State.CANCELLED,
        State.CANCELLED_ON_NEGOTIATION,
        State.CANCELLED_ON_REVIEW,
    }
)

_STATUS: dict[State, Status] = {
    State.NONE: Status.DRAFT,
    State.WAIT_SELLER: Status.ON_NEGOTIATION,
    State.WAIT_BUYER: Status.ON_NEGOTIATION,
    State.AGREED: Status.ON_NEGOTIATION,
    State.PROCESSING: Status.ON_PROCESS,
    State.SHIPPING: Status.ON_PROCESS,
    State.ARRIVED: Status.ON_PROCESS,
    State.COMPLAINT: Status.ON_PROCESS,
    State.BAST_DRAFT: Status.ON_PROCESS,
    State.WAIT_BAST_SELLER: Status.ON_PROCESS,
    State.PAYMENT_PREPARATION: Status.ON_PROCESS,
    State.WAIT_PAYMENT: Status.ON_PROCESS,
    State.PARTLY_PAID: Status.ON_PROCESS,
}

_SHIPMENT: dict[State, ShipmentStatus] = {
    State.WAITING_SELLER_CONFIRMATION: ShipmentStatus.WAITING,
    State.PROCESSING: ShipmentStatus.PROCESSING,
    State.ON_ADDENDUM: ShipmentStatus.PROCESSING,
    State.SHIPPING: ShipmentStatus.SHIPPED,
    State.ARRIVED: ShipmentStatus.ARRIVED,
    State.COMPLAINT: ShipmentStatus.ARRIVED,
    State.BAST_DRAFT: ShipmentStatus.INSPECTED,
    State.WAIT_BAST_SELLER: ShipmentStatus.BAST_BUYER,
    State.PAYMENT_PREPARATION: ShipmentStatus.BAST_DONE,
    State.WAIT_PAYMENT: ShipmentStatus.BAST_DONE,
    State.PARTLY_PAID: ShipmentStatus.BAST_DONE,
    State.COMPLETED: ShipmentStatus.BAST_DONE,
    State.PAYMENT_OUTSIDE_SYSTEM: ShipmentStatus.BAST_DONE,
}

_TURN: dict[State, Party] = {
    State.DRAFT: Party.BUYER,
    State.WAIT_SELLER: Party.VENDOR,
    State.WAIT_BUYER: Party.BUYER,
    State.AGREED: Party.BUYER,
    State.WAITING_PPK_REVIEW: Party.PPK,
    State.ESIGN_IN_PROGRESS: Party.PPK,
    State.WAITING_SELLER_CONFIRMATION: Party.VENDOR,
    State.PROCESSING: Party.VENDOR,
    State.SHIPPING: Party.VENDOR,
    State.ARRIVED: Party.PPK,
    State.COMPLAINT: Party.VENDOR,
    State.BAST_DRAFT: Party.PPK,
    State.WAIT_BAST_SELLER: Party.VENDOR,
    State.PAYMENT_PREPARATION: Party.PPK,
    State.WAIT_PAYMENT: Party.TREASURER,
    State.PARTLY_PAID: Party.TREASURER,
    State.REQUEST_CANCEL_BY_ADMIN: Party.SYSTEM,
}


def status_of(state: State) -> Status:
    """Return the platform's status code of a state."""
    return _STATUS.get(state) or Status(state.value)


def shipment_status_of(state: State) -> ShipmentStatus:
    """Return the platform-style shipment status of a state."""
    return _SHIPMENT.get(state, ShipmentStatus.NONE)


def turn_of(state: State) -> Party:
    """Return who must act next; ``NOBODY`` once the order has ended."""
    return _TURN.get(state, Party.NOBODY)
