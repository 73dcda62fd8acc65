"""What the rules need from outside, gathered by the caller from the mirror or from the database."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from inaproc_core.calendar import Zone
from inaproc_core.roles import Role
from inaproc_core.tax import PpnTreatment
from inaproc_core.values import ONE, Quantity, Rupiah


@dataclass(frozen=True, kw_only=True)
class ShippingTariff:
    """A carrier's price by weight: rupiah per started kilogram by distance, with a minimum per delivery."""

    minimum: Rupiah
    per_kg_regency: Rupiah
    per_kg_province: Rupiah
    per_kg_national: Rupiah


@dataclass(frozen=True, kw_only=True)
class ProductFact:
    """A catalogue product as it stands now.

    Attributes:
        price: unit price before tax (Harga DPP).
        stock: hundredths on offer; ``None`` when the penyedia states no stock.
        minimum: smallest order in hundredths.
        weight_grams: per unit, zero for jasa and digital.
        tkdn, bmp: percent in hundredths (45,77 % is 4577).
        origin_region: Kemendagri code that it is sent from.
    """

    id: str
    vendor_id: str
    name: str
    unit: str
    price: Rupiah
    listed: bool
    stock: Quantity | None = None
    minimum: Quantity = ONE
    weight_grams: int = 0
    ppn: PpnTreatment = PpnTreatment.TAXED
    pdn: bool = False
    tkdn: int = 0
    bmp: int = 0
    kbki: str = ""
    sku: str = ""
    brand: str = ""
    category: str = ""
    origin_region: str = ""


@dataclass(frozen=True, kw_only=True)
class VendorFact:
    """The penyedia as registered."""

    id: str
    name: str
    npwp: str
    nib: str
    address: str
    pkp: bool
    umkk: bool
    region_code: str
    representative: str
    representative_position: str
    bank_name: str
    bank_account: str
    bank_holder: str
    tariffs: Mapping[str, ShippingTariff] = field(default_factory=dict)
    active: bool = True


@dataclass(frozen=True, kw_only=True)
class OfficialFact:
    """An official's active access: the PPK that a PP names, or the buyer."""

    user_id: str
    access_id: str
    role: Role
    name: str
    nip: str
    position: str
    satker_id: str
    active: bool = True


@dataclass(frozen=True, kw_only=True)
class SatkerFact:
    """The buying unit, as it is printed on documents."""

    id: str
    code: str
    name: str
    klpd: str
    address: str
    npwp: str
    region_code: str
    zone: Zone = Zone.WIB


@dataclass(frozen=True, kw_only=True)
class RupFact:
    """A RUP package and its money.

    Attributes:
        pagu: ceiling.
        reserved: held by orders that are under way but not yet accepted by the penyedia.
        committed: bound by accepted orders.
        maks: mata anggaran (accounts) of the package.
    """

    code: str
    name: str
    satker_id: str
    year: int
    pagu: Rupiah
    reserved: Rupiah
    committed: Rupiah
    funding_source: str
    maks: tuple[str, ...]
    announced: bool = True

    @property
    def remaining(self) -> Rupiah:
        """What a new order may still take."""
        return Rupiah(self.pagu - self.reserved - self.committed)


@dataclass(frozen=True, kw_only=True)
class SignatureFact:
    """A signed revision that the backend has verified against the stored document (security.md 4.5).

    Attributes:
        document_id: the stored document.
        sha256: of the revision with the new signature.
        based_on: sha256 of the revision it was made from.
        signer_user_id: owner of the certificate.
        certificate_serial: in hex.
        valid: chain, integrity and difference policy all hold, and nothing but the signature changed.
    """

    document_id: str
    sha256: str
    based_on: str
    signer_user_id: str
    certificate_serial: str
    valid: bool


@dataclass(frozen=True, kw_only=True)
class AttachmentFact:
    """A file that was handed in for an order and found clean; offline, one that was looked at here.

    Attributes:
        media_type: as found in the content.
        size: bytes.
    """

    sha256: str
    media_type: str
    size: int


@dataclass(frozen=True, kw_only=True)
class Facts:
    """All outside knowledge for one decision; what a command does not need stays empty.

    Attributes:
        order_number: ``EP-<ULID>`` that the backend offers for a new order; empty offline.
        document_sha256: hash of the stored document that is to be signed, as of now.
        bast_number_taken: the number exists already in this satker and year.
        attachments: files by sha256 that a checkout may name.
    """

    products: Mapping[str, ProductFact] = field(default_factory=dict)
    vendor: VendorFact | None = None
    satker: SatkerFact | None = None
    buyer: OfficialFact | None = None
    ppk: OfficialFact | None = None
    rup: RupFact | None = None
    order_number: str = ""
    signature: SignatureFact | None = None
    document_sha256: str = ""
    bast_number_taken: bool = False
    attachments: Mapping[str, AttachmentFact] = field(default_factory=dict)
