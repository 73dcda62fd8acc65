"""The order as a frozen value, and the records inside it. It is what screens, feed and documents read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from inaproc_core.orders.content import Attachment, Courier, PaymentMethod, PaymentPlan
from inaproc_core.orders.facts import RupFact, SatkerFact, VendorFact
from inaproc_core.orders.form import CheckoutForm
from inaproc_core.orders.states import Party, State, Status, status_of, turn_of
from inaproc_core.roles import Role
from inaproc_core.tax import PpnTreatment
from inaproc_core.values import ZERO, Quantity, Rupiah


@dataclass(frozen=True, kw_only=True)
class Person:
    """Who acted, frozen at the time of the act."""

    user_id: str
    access_id: str
    role: Role
    name: str
    position: str = ""
    nip: str = ""


@dataclass(frozen=True, kw_only=True)
class OrderLine:
    """A product line with the product frozen as it was at checkout."""

    no: int
    product_id: str
    name: str
    unit: str
    quantity: Quantity
    listed_price: Rupiah
    weight_grams: int
    ppn: PpnTreatment
    pdn: bool
    tkdn: int
    bmp: int
    kbki: str = ""
    sku: str = ""
    brand: str = ""
    category: str = ""


@dataclass(frozen=True, kw_only=True)
class OrderService:
    """A layanan tambahan, price for the whole."""

    no: int
    service_id: str
    name: str
    listed_price: Rupiah


@dataclass(frozen=True, kw_only=True)
class OrderDelivery:
    """A place to deliver to, with the carrier's price frozen at checkout (whole delivery)."""

    no: int
    recipient: str
    phone: str
    street: str
    region_code: str
    region_path: str
    postal_code: str
    arrive_from: date
    arrive_to: date
    courier: Courier
    quantities: Mapping[str, Quantity]
    listed_shipping: Rupiah
    weight_grams: int
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Totals:
    """Money of the order in whole rupiah (regulations.md §3.2: rounded once per document).

    Attributes:
        goods: product lines.
        services: layanan tambahan.
        shipping: Kurir Penyedia, taxed.
        courier: third-party courier, its own bill, not taxed here.
        dpp: DPP nilai lain that the PPN is computed from; zero when no PPN is due.
        ppn: value added tax.
        total: everything to be paid.
    """

    goods: Rupiah
    services: Rupiah
    shipping: Rupiah
    courier: Rupiah
    dpp: Rupiah
    ppn: Rupiah
    total: Rupiah


@dataclass(frozen=True, kw_only=True)
class Round:
    """One offer in the negotiation: unit prices per item (``line:1``, ``service:1``, ``shipping:1``)."""

    no: int
    party: Party
    prices: Mapping[str, Rupiah]
    total: Rupiah
    note: str
    at: datetime
    by: Person


@dataclass(frozen=True, kw_only=True)
class Review:
    """A PPK's verdict on a submitted order."""

    outcome: str
    reason: str
    checklist: tuple[str, ...]
    at: datetime
    by: Person


@dataclass(frozen=True, kw_only=True)
class Signature:
    """One signature on a document, as the backend verified it."""

    party: Party
    by: Person
    at: datetime
    sha256: str
    certificate_serial: str


@dataclass(frozen=True, kw_only=True)
class Letter:
    """The Surat Pesanan: frozen when issued; ``version`` counts re-issues."""

    document_id: str
    version: int
    issued_at: datetime
    terms: str
    verification: str
    signatures: tuple[Signature, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Shipment:
    """Goods on their way to one delivery place."""

    no: int
    delivery_no: int
    courier_name: str
    tracking_number: str
    driver: str
    quantities: Mapping[str, Quantity]
    shipped_at: datetime
    expected_on: date
    arrived_at: datetime | None = None
    received_by: str = ""


@dataclass(frozen=True, kw_only=True)
class Inspection:
    """Pemeriksaan Tepat Guna: finish date and three statements (transition row 29)."""

    finished_on: date
    function_ok: bool
    quantity_ok: bool
    time_ok: bool
    note: str
    late_days: int
    at: datetime
    by: Person


@dataclass(frozen=True, kw_only=True)
class Bast:
    """Berita Acara Serah Terima: number chosen by the PPK, unique in the satker and year."""

    document_id: str
    version: int
    number: str
    issued_at: datetime
    verification: str
    signatures: tuple[Signature, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Termin:
    """One instalment; ``paid`` is true once its payment is confirmed."""

    no: int
    amount: Rupiah
    paid: bool = False


@dataclass(frozen=True, kw_only=True)
class Payment:
    """A confirmed payment of one termin."""

    termin_no: int
    channel: str
    reference: str
    paid_on: date
    amount: Rupiah
    at: datetime
    by: Person


@dataclass(frozen=True, kw_only=True)
class HistoryEntry:
    """One line of the timeline.

    Attributes:
        event: the event's type name; the screen finds its words by it.
        facts: plain values for those words (round, total, reason …).
    """

    n: int
    at: datetime
    event: str
    by: Person
    facts: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Order:
    """An order, whole.

    Attributes:
        id: made by the client that wrote the checkout; also the id of its documents' folder.
        number: ``EP-<ULID>``, given by the backend; empty while it is a draft or not yet sent.
        revision: count of events applied; ``base_rev`` of the next command.
        listed: totals at catalogue prices, before negotiation: the basis of the threshold.
        current: totals at the prices that stand now (last offer, agreed prices).
        agreed: the frozen price set, once both sides agree.
        reserved: what this order holds of its RUP's pagu while the penyedia has not accepted.
        committed: what it binds of the pagu afterwards.
        deadline: until when the party whose turn it is must act; ``None`` without a limit.
        draft: the checkout as typed so far, for a draft only.
        draft_device: the machine it was last typed on; nobody else learns of it.
        ended_reason: why it was cancelled or refused, in the words of who did it.
    """

    id: str
    state: State
    revision: int
    buyer: Person
    satker_id: str
    created_at: datetime
    number: str = ""
    satker: SatkerFact | None = None
    ppk: Person | None = None
    vendor: VendorFact | None = None
    rup: RupFact | None = None
    mak: str = ""
    funding_source: str = ""
    payment_method: PaymentMethod | None = None
    payment_plan: PaymentPlan = PaymentPlan.ONCE
    payment_channel: str = ""
    lines: tuple[OrderLine, ...] = ()
    services: tuple[OrderService, ...] = ()
    deliveries: tuple[OrderDelivery, ...] = ()
    note: str = ""
    attachments: tuple[Attachment, ...] = ()
    rounds: tuple[Round, ...] = ()
    agreed: Mapping[str, Rupiah] | None = None
    listed: Totals | None = None
    current: Totals | None = None
    reserved: Rupiah = ZERO
    committed: Rupiah = ZERO
    reviews: tuple[Review, ...] = ()
    letter: Letter | None = None
    shipments: tuple[Shipment, ...] = ()
    inspection: Inspection | None = None
    bast: Bast | None = None
    termins: tuple[Termin, ...] = ()
    payments: tuple[Payment, ...] = ()
    deadline: datetime | None = None
    ended_reason: str = ""
    draft: CheckoutForm | None = None
    draft_device: str = ""
    history: tuple[HistoryEntry, ...] = ()
    policy_version: str = ""
    simulation: bool = False

    @property
    def status(self) -> Status:
        """The platform's status code."""
        return status_of(self.state)

    @property
    def turn(self) -> Party:
        """Whose move it is. A PPK who bought alone is ``PPK`` where the table says buyer."""
        turn = turn_of(self.state)
        if turn is Party.BUYER and self.buyer.role is Role.PPK:
            return Party.PPK
        return turn

    def last_round(self, party: Party) -> Round | None:
        """Return the latest offer of one side, if it made one."""
        return next((r for r in reversed(self.rounds) if r.party is party), None)
