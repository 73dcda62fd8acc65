"""What must be known about a payment before its taxes can be told."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from inaproc_core.tax.ppn import PpnTreatment
from inaproc_core.values import Rupiah

_ZERO = Rupiah(0)


class TaxObject(StrEnum):
    """What is paid for, as PPh sees it; wire values."""

    GOODS = "barang"
    COMPANY_SERVICE = "jasa_badan"
    PERSON_SERVICE = "jasa_orang_pribadi"
    MOVABLE_RENT = "sewa_harta_gerak"
    LAND_BUILDING_RENT = "sewa_tanah_bangunan"
    CONSTRUCTION = "jasa_konstruksi"


class SellerForm(StrEnum):
    """Legal form of the seller; wire values, also used by the rule ``umkm.kinds``."""

    PERSON = "orang_pribadi"
    COMPANY = "badan"
    SOLE_COMPANY = "pt_perorangan"
    COOPERATIVE = "koperasi"
    CV = "cv"
    FIRMA = "firma"
    PT = "pt"
    BUMDES = "bumdes"


class UmkmProof(StrEnum):
    """Paper by which the seller claims the final PPh of small business; wire values."""

    NONE = "tidak"
    CERTIFICATE = "surat_keterangan"
    STATEMENT = "surat_pernyataan_500jt"


class Mechanism(StrEnum):
    """How the treasury pays; wire values."""

    LS = "LS"
    UP = "UP"
    GU = "GU"
    TUP = "TUP"
    TU = "TU"
    KKP = "KKP"
    KKPD = "KKPD"

    @property
    def is_card(self) -> bool:
        """Whether a government credit card pays."""
        return self in (Mechanism.KKP, Mechanism.KKPD)


@dataclass(frozen=True, kw_only=True)
class SellerTaxStatus:
    """The seller's tax facts on the day of payment.

    Attributes:
        form: legal form.
        is_pkp: registered for PPN.
        has_npwp: a valid NPWP, or a valid NIK that counts as one.
        umkm: proof for the final PPh of small business.
    """

    form: SellerForm
    is_pkp: bool
    has_npwp: bool
    umkm: UmkmProof = UmkmProof.NONE


@dataclass(frozen=True, kw_only=True)
class LatePenalty:
    """Lateness that is charged.

    Attributes:
        base: value of the late part without PPN.
        days: calendar days late.
    """

    base: Rupiah
    days: int


@dataclass(frozen=True, kw_only=True)
class Payment:
    """One payment to a seller.

    Attributes:
        price: price without PPN.
        object: what is paid for.
        seller: the seller's tax facts.
        mechanism: how it is paid.
        treatment: how PPN sees it.
        through_pihak_lain: sold through a channel that is a Pihak Lain (PMK 58/2022).
        is_pph22_exempt: goods named in the PPh 22 exemptions (fuel, water, electricity, …).
        is_wapu_exempt: PPN that the instansi does not collect (certain fuels and utilities).
        real_value: value without PPN of the whole transaction, if this payment is a part of it.
        construction_kind: qualification code of the rule ``pph4_2.construction_rates``.
        pph21_base_so_far: PPh 21 base of this person already taxed this year.
        penalty: lateness to charge, if any.
    """

    price: Rupiah
    object: TaxObject
    seller: SellerTaxStatus
    mechanism: Mechanism
    treatment: PpnTreatment = PpnTreatment.TAXED
    through_pihak_lain: bool = False
    is_pph22_exempt: bool = False
    is_wapu_exempt: bool = False
    real_value: Rupiah | None = None
    construction_kind: str = ""
    pph21_base_so_far: Rupiah = _ZERO
    penalty: LatePenalty | None = None

    @property
    def tested_value(self) -> Rupiah:
        """Value that the 2 million limits are tested with: of the transaction, not of a part of it."""
        return self.price if self.real_value is None else self.real_value

    @property
    def is_collected_by_pihak_lain(self) -> bool:
        """A Pihak Lain collects, except when the treasury pays directly (LS)."""
        return self.through_pihak_lain and self.mechanism is not Mechanism.LS
