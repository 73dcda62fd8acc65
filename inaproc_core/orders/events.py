"""What happened to an order. Events carry everything that ``evolve`` needs, so it asks no one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from inaproc_core.orders.content import Attachment, PaymentMethod, PaymentPlan
from inaproc_core.orders.facts import RupFact, SatkerFact, VendorFact
from inaproc_core.orders.form import CheckoutForm
from inaproc_core.orders.model import (
    Inspection,
    OrderDelivery,
    OrderLine,
    OrderService,
    Person,
    Shipment,
    Termin,
    Totals,
)
from inaproc_core.orders.states import Party
from inaproc_core.values import Rupiah


@dataclass(frozen=True, kw_only=True)
class Happened:
    """What all events share: when, and by whom."""

    at: datetime
    by: Person


@dataclass(frozen=True, kw_only=True)
class DraftSaved(Happened):
    """Row 1. ``device`` is the machine it was typed on."""

    satker_id: str
    form: CheckoutForm
    device: str = ""


@dataclass(frozen=True, kw_only=True)
class DraftDiscarded(Happened):
    """Row 42."""


@dataclass(frozen=True, kw_only=True)
class NegotiationOpened(Happened):
    """Rows 2 and 3: the order has its number and the buyer's first prices."""

    number: str
    satker: SatkerFact
    ppk: Person
    vendor: VendorFact
    rup: RupFact
    mak: str
    funding_source: str
    payment_method: PaymentMethod
    payment_plan: PaymentPlan
    lines: tuple[OrderLine, ...]
    services: tuple[OrderService, ...]
    deliveries: tuple[OrderDelivery, ...]
    note: str
    prices: Mapping[str, Rupiah]
    listed: Totals
    current: Totals
    deadline: datetime
    policy_version: str
    attachments: tuple[Attachment, ...] = ()


@dataclass(frozen=True, kw_only=True)
class PricesOffered(Happened):
    """Rows 5 and 8: a further round by either side, whole price set of that side."""

    party: Party
    prices: Mapping[str, Rupiah]
    totals: Totals
    note: str
    deadline: datetime


@dataclass(frozen=True, kw_only=True)
class PricesAgreed(Happened):
    """Rows 4 and 7."""

    party: Party
    prices: Mapping[str, Rupiah]
    totals: Totals
    deadline: datetime


@dataclass(frozen=True, kw_only=True)
class NegotiationCancelled(Happened):
    """Rows 6, 9, 10, 11, 14. ``cause`` is declined, cancelled, delisted or expired."""

    cause: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class SubmittedForReview(Happened):
    """Rows 12 and 13."""

    note: str
    deadline: datetime


@dataclass(frozen=True, kw_only=True)
class ReturnedToBuyer(Happened):
    """Row 15."""

    reason: str
    deadline: datetime


@dataclass(frozen=True, kw_only=True)
class OrderRejected(Happened):
    """Row 16."""

    reason: str


@dataclass(frozen=True, kw_only=True)
class LetterIssued(Happened):
    """Row 17."""

    document_id: str
    version: int
    terms: str
    checklist: tuple[str, ...]
    verification: str
    deadline: datetime


@dataclass(frozen=True, kw_only=True)
class LetterSigned(Happened):
    """Row 18."""

    sha256: str
    certificate_serial: str
    deadline: datetime


@dataclass(frozen=True, kw_only=True)
class OrderAccepted(Happened):
    """Row 20: both signatures stand; the reservation becomes a commitment."""

    sha256: str
    certificate_serial: str


@dataclass(frozen=True, kw_only=True)
class OrderCancelled(Happened):
    """Rows 21 and 22. ``cause`` is declined or expired."""

    cause: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class Shipped(Happened):
    """Row 26."""

    shipment: Shipment


@dataclass(frozen=True, kw_only=True)
class Arrived(Happened):
    """Row 28. ``all_arrived``: nothing is left to ship or under way."""

    shipment_no: int
    received_by: str
    all_arrived: bool


@dataclass(frozen=True, kw_only=True)
class Inspected(Happened):
    """Row 29."""

    inspection: Inspection


@dataclass(frozen=True, kw_only=True)
class BastIssued(Happened):
    """Row 32, first half."""

    document_id: str
    version: int
    number: str
    verification: str


@dataclass(frozen=True, kw_only=True)
class BastSigned(Happened):
    """Row 32, second half."""

    sha256: str
    certificate_serial: str
    deadline: datetime


@dataclass(frozen=True, kw_only=True)
class BastCountersigned(Happened):
    """Row 33: ready to be paid."""

    sha256: str
    certificate_serial: str
    termins: tuple[Termin, ...]


@dataclass(frozen=True, kw_only=True)
class PaymentMethodChosen(Happened):
    """Row 35."""

    channel: str
    deadline: datetime


@dataclass(frozen=True, kw_only=True)
class PaymentConfirmed(Happened):
    """Rows 36 and 38. ``last``: nothing is left to pay."""

    termin_no: int
    channel: str
    reference: str
    paid_on: date
    amount: Rupiah
    last: bool


Event = (
    DraftSaved
    | DraftDiscarded
    | NegotiationOpened
    | PricesOffered
    | PricesAgreed
    | NegotiationCancelled
    | SubmittedForReview
    | ReturnedToBuyer
    | OrderRejected
    | LetterIssued
    | LetterSigned
    | OrderAccepted
    | OrderCancelled
    | Shipped
    | Arrived
    | Inspected
    | BastIssued
    | BastSigned
    | BastCountersigned
    | PaymentMethodChosen
    | PaymentConfirmed
)
