"""What the finishing screens show, from signing to payment: frozen values from services to views."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from inaproc_core.errors import Refusal
from inaproc_core.orders.model import Order, OrderDelivery, Payment, Shipment, Signature, Termin
from inaproc_core.orders.states import Party
from inaproc_core.values import ZERO, Quantity, Rupiah
from inaproc_desktop.ports.data import Deed
from inaproc_desktop.ports.ordering import Due

# ---- signing


class Paper(StrEnum):
    """Which document of an order; also the place in the window where it is shown."""

    LETTER = "letter"
    BAST = "bast"


@dataclass(frozen=True, kw_only=True)
class Seat:
    """One of the two places for a signature.

    Attributes:
        party: ``PPK`` or ``VENDOR``.
        name: who signs there.
        detail: NIP of an official, company of a penyedia.
        signature: as the backend verified it, ``None`` while it is missing.
        turn: this signature is the next one.
    """

    party: Party
    name: str
    detail: str
    signature: Signature | None
    turn: bool


@dataclass(frozen=True, kw_only=True)
class PaperFile:
    """A document of an order from the reader's seat.

    Attributes:
        number: printed on it: of the order for a letter, the satker's own for a BAST.
        document_id: empty while it is not issued.
        may_sign: it is the reader's turn to sign.
        may_decline: the reader may refuse the order instead.
        may_number: the reader may give or correct the BAST number.
        suggested: BAST number proposed by the satker's own pattern.
        has_key: this machine holds the reader's key.
    """

    paper: Paper
    order: Order
    number: str
    document_id: str
    seats: tuple[Seat, ...]
    due: Due | None
    may_sign: bool
    may_decline: bool
    may_number: bool
    suggested: str
    has_key: bool


@dataclass(frozen=True, kw_only=True)
class ShownPaper:
    """The bytes of a document as they are at hand. ``cached``: kept from an earlier time, no link now."""

    document_id: str
    pdf: bytes
    sha256: str
    fetched_at: datetime
    cached: bool = False


class CheckKind(StrEnum):
    """What is checked about a document."""

    READABLE = "readable"
    STORED = "stored"
    INTACT = "intact"
    TRUSTED = "trusted"
    UNCHANGED = "unchanged"
    PEOPLE = "people"


@dataclass(frozen=True, kw_only=True)
class Check:
    """One check. ``passed`` is ``None`` when it could not be made (no link) or there is nothing to check."""

    kind: CheckKind
    passed: bool | None
    detail: str = ""


@dataclass(frozen=True, kw_only=True)
class SeenSignature:
    """A signature as found in the file itself; ``at`` is what the signer claims."""

    signer: str
    at: datetime | None
    serial: str
    issuer: str
    role: str = ""
    organisation: str = ""


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """What a document at hand is worth."""

    checks: tuple[Check, ...]
    signatures: tuple[SeenSignature, ...]

    @property
    def sound(self) -> bool:
        """Whether no check failed."""
        return all(check.passed is not False for check in self.checks)


class SignStep(StrEnum):
    """Where signing stands. From ``SENDING`` on there is no way back."""

    PROVING = "proving"
    FETCHING = "fetching"
    CHECKING = "checking"
    SIGNING = "signing"
    CHECKING_OWN = "checking_own"
    SENDING = "sending"


@dataclass(frozen=True, kw_only=True)
class Proof:
    """Presence proven again: the TOTP code where it is on, else the password."""

    code: str = ""
    password: str = ""


# ---- shipping and receiving


@dataclass(frozen=True, kw_only=True)
class GoodsRow:
    """An order in the list of Pengiriman or Penerimaan.

    Attributes:
        mine: the reader must act.
        under_way: shipments that have not arrived.
        left: something has not been sent yet.
        waiting: own deeds on the way to the backend.
    """

    id: str
    order: Order
    due: Due | None
    mine: bool
    under_way: int
    left: bool
    waiting: int


@dataclass(frozen=True, kw_only=True)
class PlaceLeft:
    """A delivery place and what it has not been sent yet, by line number."""

    place: OrderDelivery
    left: Mapping[str, Quantity]


@dataclass(frozen=True, kw_only=True)
class ShipmentRow:
    """A shipment.

    Attributes:
        sent: the backend knows of it; false while the deed waits in Kotak Keluar.
        arrival_sent: the same for its arrival.
    """

    id: str
    shipment: Shipment
    place: OrderDelivery | None
    sent: bool
    arrival_sent: bool


@dataclass(frozen=True, kw_only=True)
class ShippingFile:
    """Everything about the shipping of one order."""

    order: Order
    due: Due | None
    places: tuple[PlaceLeft, ...]
    shipments: tuple[ShipmentRow, ...]
    may_ship: bool
    may_mark: bool
    today: date
    refused: Deed | None = None


@dataclass(frozen=True, kw_only=True)
class ShipForm:
    """A shipment as it is filled in; ``expected_on`` is ``None`` while there is no valid date."""

    delivery_no: int
    courier_name: str = ""
    tracking_number: str = ""
    driver: str = ""
    quantities: Mapping[str, Quantity] = field(default_factory=dict)
    expected_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class ReceivedLine:
    """A line with what was ordered, sent and received, in hundredths."""

    no: int
    name: str
    unit: str
    ordered: Quantity
    sent: Quantity
    received: Quantity


@dataclass(frozen=True, kw_only=True)
class ReceivingFile:
    """Everything about the receipt of one order.

    Attributes:
        arrived_on: local day of the last arrival, the usual finish date.
        due_on: last requested arrival day; late days count from it.
    """

    order: Order
    due: Due | None
    lines: tuple[ReceivedLine, ...]
    shipments: tuple[ShipmentRow, ...]
    may_mark: bool
    may_inspect: bool
    may_issue: bool
    today: date
    arrived_on: date | None
    due_on: date | None
    refused: Deed | None = None


@dataclass(frozen=True, kw_only=True)
class InspectForm:
    """Pemeriksaan Tepat Guna as it is filled in."""

    finished_on: date | None = None
    function_ok: bool = False
    quantity_ok: bool = False
    time_ok: bool = False
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Lateness:
    """Late days and the penalty they would cost, as information."""

    days: int
    base: Rupiah
    penalty: Rupiah
    source: str


# ---- payments


class PaymentQueue(StrEnum):
    """The lists of Pembayaran."""

    OPEN = "open"
    PAID = "paid"


@dataclass(frozen=True, kw_only=True)
class PaymentRow:
    """A termin in a list, or an order whose channel is still to be chosen (``termin`` is ``None``).

    Attributes:
        id: ``<order>`` or ``<order>#<termin>``.
        mine: the reader must act.
        next: its turn has come; earlier termin are paid.
        payment: the confirmed payment of a paid termin.
    """

    id: str
    order: Order
    termin: Termin | None
    due: Due | None
    mine: bool
    next: bool
    payment: Payment | None = None

    @property
    def amount(self) -> Rupiah:
        """What is to be paid, or was."""
        if self.termin is not None:
            return self.termin.amount
        return self.order.current.total if self.order.current is not None else ZERO


@dataclass(frozen=True, kw_only=True)
class ChannelOption:
    """A payment channel. ``below``: its payments must stay below this; ``refusal``: why it is closed."""

    code: str
    below: Rupiah | None
    refusal: Refusal | None


@dataclass(frozen=True, kw_only=True)
class TaxLine:
    """One tax or charge of a payment, as information.

    Attributes:
        code: ``ppn``, ``PPh22`` …, ``meterai``, ``penalty``.
        rate: as text, ``1.5%``; empty for a fixed amount.
        collector: ``instansi``, ``pihak_lain``, ``penyedia``, empty for none.
        source: where the rule stands.
        spared: why nothing is taken, a code; empty when something is.
    """

    code: str
    base: Rupiah
    rate: str
    amount: Rupiah
    collector: str
    source: str
    spared: str = ""


@dataclass(frozen=True, kw_only=True)
class TaxSheet:
    """A payment taken apart. ``paid_to_seller`` is what reaches the penyedia's account."""

    lines: tuple[TaxLine, ...]
    gross: Rupiah
    paid_to_seller: Rupiah


@dataclass(frozen=True, kw_only=True)
class PaymentFile:
    """Everything about the payment of one order.

    Attributes:
        termin: the one whose turn it is, ``None`` when there is none to pay.
        channels: to choose from, for the PPK; empty otherwise.
        taxes: of the termin shown, ``None`` for who only looks.
        may_choose: the reader chooses the channel now.
        may_pay: the reader confirms the payment now.
        refusal: why the treasurer may not pay this order at all.
    """

    order: Order
    due: Due | None
    termin: Termin | None
    channels: tuple[ChannelOption, ...]
    taxes: TaxSheet | None
    may_choose: bool
    may_pay: bool
    today: date
    refusal: Refusal | None = None


@dataclass(frozen=True, kw_only=True)
class PayForm:
    """A payment as it is filled in."""

    termin_no: int
    reference: str = ""
    paid_on: date | None = None
    amount: Rupiah = ZERO
