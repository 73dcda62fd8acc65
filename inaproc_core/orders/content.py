"""What a buyer fills in at checkout (orders.md §3), before and after it becomes an order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from inaproc_core.values import Quantity, Rupiah


class Courier(StrEnum):
    """Who carries: the penyedia (price negotiable and taxed) or a third party (fixed price)."""

    VENDOR = "KURIR_PENYEDIA"
    THIRD_PARTY = "3PL"


class PaymentMethod(StrEnum):
    """How the state pays: from the treasurer's advance (UP) or straight from the treasury (LS)."""

    UP = "UP"
    LS = "LS"


class PaymentPlan(StrEnum):
    """All at once, or by delivery (orders.md §3: several locations only)."""

    ONCE = "SEKALIGUS"
    TERMIN = "TERMIN"


@dataclass(frozen=True, kw_only=True)
class CheckoutLine:
    """One product line.

    Attributes:
        no: 1, 2, 3 …; names the line in deliveries and offers (item ``line:1``).
        product_id: catalogue id.
        quantity: hundredths, over all deliveries.
        listed_price: unit price before tax that the buyer saw; a guard, never trusted.
        offer_price: the buyer's first offer per unit.
    """

    no: int
    product_id: str
    quantity: Quantity
    listed_price: Rupiah
    offer_price: Rupiah


@dataclass(frozen=True, kw_only=True)
class ServiceLine:
    """One layanan tambahan (item ``service:1``): price for the whole, negotiable down to Rp0."""

    no: int
    product_id: str
    service_id: str
    name: str
    listed_price: Rupiah
    offer_price: Rupiah


@dataclass(frozen=True, kw_only=True)
class Delivery:
    """One place to deliver to (item ``shipping:1`` when the penyedia carries).

    Attributes:
        no: 1, 2, 3 …
        region_code: Kemendagri code of the desa/kelurahan or kecamatan, dotted.
        region_path: the same in words, largest last ("Merdeka, Sumur Bandung, Kota Bandung, Jawa Barat").
        arrive_from, arrive_to: the requested arrival (Permintaan Tiba), both days included.
        quantities: line number (as text) to hundredths.
        shipping_price: the price for the whole delivery that the buyer saw; a guard.
        shipping_offer: the buyer's first offer; equals ``shipping_price`` for a third-party courier.
    """

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
    shipping_price: Rupiah
    shipping_offer: Rupiah
    note: str = ""


class AttachmentKind(StrEnum):
    """What a supporting document is (orders.md §3: documents of the preparation)."""

    KAK = "KAK"
    SPECIFICATION = "SPESIFIKASI"
    HPS = "HPS"
    PRICE_REFERENCE = "REFERENSI_HARGA"
    OTHER = "LAINNYA"

    @property
    def starts_internal(self) -> bool:
        """Whether the penyedia sees it only if the buyer says so: it tells what the buyer would pay."""
        return self in {AttachmentKind.HPS, AttachmentKind.PRICE_REFERENCE}


@dataclass(frozen=True, kw_only=True)
class Attachment:
    """A supporting document of a purchase (Dokumen pendukung).

    Attributes:
        sha256: of the content, hexadecimal; its identity, and what is compared after every transfer.
        name: as its owner calls it; shown, never used as a path.
        media_type: as found in the content.
        size: bytes.
        internal: kept within the satker; the penyedia does not learn that it exists.
    """

    sha256: str
    name: str
    media_type: str
    size: int
    kind: AttachmentKind = AttachmentKind.OTHER
    internal: bool = False


@dataclass(frozen=True, kw_only=True)
class Checkout:
    """Everything that ``Ajukan Negosiasi`` sends.

    Attributes:
        ppk_access_id: the access of the PPK who reviews; a PPK who buys names their own.
        catalogue_seq: freshness of the catalogue that the prices were read from.
        declaration: the "persiapan" tick.
        attachments: supporting documents; the envelope names their hashes again, so that they can be
            uploaded without reading the payload.
    """

    vendor_id: str
    lines: tuple[CheckoutLine, ...]
    deliveries: tuple[Delivery, ...]
    rup_code: str
    mak: str
    funding_source: str
    ppk_access_id: str
    payment_method: PaymentMethod
    payment_plan: PaymentPlan = PaymentPlan.ONCE
    services: tuple[ServiceLine, ...] = ()
    note: str = ""
    declaration: bool = False
    catalogue_seq: int = 0
    attachments: tuple[Attachment, ...] = ()


def line_item(no: int) -> str:
    """Return the item key of a product line in offers."""
    return f"line:{no}"


def service_item(no: int) -> str:
    """Return the item key of a layanan tambahan in offers."""
    return f"service:{no}"


def shipping_item(no: int) -> str:
    """Return the item key of a delivery's Kurir Penyedia price in offers."""
    return f"shipping:{no}"
