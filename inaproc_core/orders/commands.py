"""What a person (or the clock) asks of an order. Plain data; the wire type is in ``wire.codec``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from inaproc_core.orders.content import Checkout
from inaproc_core.orders.form import CheckoutForm
from inaproc_core.values import Quantity, Rupiah


@dataclass(frozen=True, kw_only=True)
class SaveDraft:
    """Row 1: keep a checkout that is not finished.

    Attributes:
        form: everything typed, however incomplete.
        device: name of the machine it was typed on, for the person's other machines.
    """

    form: CheckoutForm
    device: str = ""


@dataclass(frozen=True, kw_only=True)
class DiscardDraft:
    """Row 42: throw a draft away, on all devices of its author."""


@dataclass(frozen=True, kw_only=True)
class SubmitCheckout:
    """Rows 2 and 3: Ajukan Negosiasi.

    Attributes:
        max_total: the gross total that the buyer saw; the order is refused if it would cost more.
    """

    checkout: Checkout
    max_total: Rupiah


@dataclass(frozen=True, kw_only=True)
class AgreePrices:
    """Rows 4 and 7: take the other side's last prices. ``round_no`` guards what was seen."""

    round_no: int


@dataclass(frozen=True, kw_only=True)
class CounterOffer:
    """Row 5: the penyedia answers with own prices, for some or all items."""

    round_no: int
    prices: Mapping[str, Rupiah]
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class DeclineNegotiation:
    """Row 6: the penyedia ends the negotiation."""

    reason: str


@dataclass(frozen=True, kw_only=True)
class OfferPrices:
    """Row 8: Ajukan Harga Baru by the buyer, for some or all items."""

    round_no: int
    prices: Mapping[str, Rupiah]
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class CancelNegotiation:
    """Row 9: Batalkan Nego by the buyer."""

    reason: str


@dataclass(frozen=True, kw_only=True)
class DelistProduct:
    """Row 10: a product of the order is no longer listed (system)."""

    product_id: str


@dataclass(frozen=True, kw_only=True)
class ExpireDeadline:
    """Rows 11, 14, 22: the time limit has passed (system)."""


@dataclass(frozen=True, kw_only=True)
class SubmitToPpk:
    """Row 12: the PP hands an agreed order to the PPK."""

    note: str = ""


@dataclass(frozen=True, kw_only=True)
class ProceedOrder:
    """Row 13: Lanjut Proses Pesanan by a PPK who bought alone."""


@dataclass(frozen=True, kw_only=True)
class ReturnToBuyer:
    """Row 15: Kembalikan ke PP; the negotiation opens again."""

    reason: str


@dataclass(frozen=True, kw_only=True)
class RejectOrder:
    """Row 16: Tolak by the PPK."""

    reason: str


@dataclass(frozen=True, kw_only=True)
class IssueLetter:
    """Row 17: Buat Surat Pesanan.

    Attributes:
        terms: Ketentuan Tambahan, may be empty.
        checklist: codes of the review points that the PPK ticked; all of ``review.CHECKLIST``.
    """

    terms: str
    checklist: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class SignLetter:
    """Row 18: the PPK's signature. ``sha256`` names the signed revision that was uploaded."""

    sha256: str


@dataclass(frozen=True, kw_only=True)
class AcceptOrder:
    """Row 20: Terima Pesanan: the penyedia's signature on the Surat Pesanan."""

    sha256: str


@dataclass(frozen=True, kw_only=True)
class DeclineOrder:
    """Row 21: the penyedia refuses the Surat Pesanan."""

    reason: str


@dataclass(frozen=True, kw_only=True)
class Ship:
    """Row 26: goods leave for one delivery place. ``quantities``: line number as text to hundredths."""

    delivery_no: int
    courier_name: str
    tracking_number: str
    driver: str
    quantities: Mapping[str, Quantity]
    expected_on: date


@dataclass(frozen=True, kw_only=True)
class MarkArrived:
    """Row 28: a shipment is there."""

    shipment_no: int
    received_by: str


@dataclass(frozen=True, kw_only=True)
class Inspect:
    """Row 29: Pemeriksaan Tepat Guna."""

    finished_on: date
    function_ok: bool
    quantity_ok: bool
    time_ok: bool
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class IssueBast:
    """Row 32, first half: the PPK enters the number; the document is frozen and can be seen."""

    number: str


@dataclass(frozen=True, kw_only=True)
class SignBast:
    """Row 32, second half: the PPK's signature."""

    sha256: str


@dataclass(frozen=True, kw_only=True)
class CountersignBast:
    """Row 33: the penyedia's signature."""

    sha256: str


@dataclass(frozen=True, kw_only=True)
class ChoosePaymentMethod:
    """Row 35: Pilih metode pembayaran: the channel code of the policy (``UP_KKP``, ``LS_PEMDA`` …)."""

    channel: str


@dataclass(frozen=True, kw_only=True)
class ConfirmPayment:
    """Rows 36 and 38: the treasurer confirms one termin.

    Attributes:
        reference: number that proves it: SP2D, transaction or transfer number.
        amount: what was paid; must equal the termin.
    """

    termin_no: int
    reference: str
    paid_on: date
    amount: Rupiah


Command = (
    SaveDraft
    | DiscardDraft
    | SubmitCheckout
    | AgreePrices
    | CounterOffer
    | DeclineNegotiation
    | OfferPrices
    | CancelNegotiation
    | DelistProduct
    | ExpireDeadline
    | SubmitToPpk
    | ProceedOrder
    | ReturnToBuyer
    | RejectOrder
    | IssueLetter
    | SignLetter
    | AcceptOrder
    | DeclineOrder
    | Ship
    | MarkArrived
    | Inspect
    | IssueBast
    | SignBast
    | CountersignBast
    | ChoosePaymentMethod
    | ConfirmPayment
)
