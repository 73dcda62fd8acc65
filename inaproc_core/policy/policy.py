"""The rules in force on one day in one place, as typed values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from inaproc_core.calendar import Zone
from inaproc_core.policy.ratio import Ratio
from inaproc_core.roles import Role
from inaproc_core.values import Rupiah


class ThresholdBasis(StrEnum):
    """What the executor threshold is compared with (regulations: not stated in the law)."""

    GROSS_BEFORE_NEGOTIATION = "gross_before_negotiation"
    """Checkout total with PPN and shipping at listed prices; never re-tested after price cuts."""
    NET_BEFORE_NEGOTIATION = "net_before_negotiation"
    """The same without PPN."""


class LimitBasis(StrEnum):
    """What the 2 million limit of collection is compared with."""

    EXCL_PPN = "excl_ppn"
    INCL_PPN = "incl_ppn"


class Rounding(StrEnum):
    """How a fraction of a rupiah is dropped."""

    FLOOR = "floor"
    HALF_UP = "half_up"


class PaguExceeded(StrEnum):
    """What happens to an order above the remaining pagu of its RUP."""

    REFUSE = "refuse"
    WARN = "warn"


class Deadline(StrEnum):
    """The time limits of an order; names of the ``deadline.*_days`` rules."""

    NEGOTIATION_SELLER = "negotiation_seller"
    NEGOTIATION_BUYER = "negotiation_buyer"
    PPK_FOLLOW_UP = "ppk_follow_up"
    PPK_REVIEW = "ppk_review"
    SIGN = "sign"
    SELLER_ACCEPT = "seller_accept"
    BAST_SELLER = "bast_seller"
    PAYMENT = "payment"


@dataclass(frozen=True, kw_only=True)
class TaxLayer:
    """One layer of the progressive tariff (UU PPh Ps 17).

    Attributes:
        up_to: upper end of the layer in rupiah of yearly base, ``None`` for the last one.
        rate: its rate.
    """

    up_to: Rupiah | None
    rate: Ratio


@dataclass(frozen=True, kw_only=True)
class Withholding:
    """Rates and limits of what is collected or withheld when a seller is paid.

    Attributes:
        wapu_limit: payments up to this (inclusive) leave the PPN to the seller.
        wapu_limit_basis: whether that limit is compared with or without PPN.
        rounding: how withheld PPh is rounded to whole rupiah.
        pph22_rate: PPh 22 on goods, of the price without PPN.
        pph22_limit: PPh 22 is not collected up to this price (inclusive).
        pph22_kkp_exempt: no PPh 22 when paid by Kartu Kredit Pemerintah.
        pph23_rate: PPh 23 on services of a company and on rent of movables.
        pph23_kkp_exempt: the same exemption for PPh 23.
        pph21_base_factor: share of the gross that is the PPh 21 base of a non-employee.
        pph21_layers: progressive tariff, lowest layer first.
        land_building_rate: PPh 4(2) on rent of land and buildings.
        construction_rates: PPh 4(2) on construction by qualification code.
        no_npwp_pph22: factor on the rate for a seller without NPWP.
        no_npwp_pph23: the same for PPh 23.
        no_npwp_pph21: the same for PPh 21.
        umkm_rate: final PPh of small business.
        umkm_kinds: legal forms that may use it.
        umkm_untaxed_turnover: yearly turnover up to which an individual owes nothing.
        pihak_lain_rate: PPh 22 collected by a Pihak Lain (not for LS payments).
        meterai_limit: a receipt above this amount (exclusive) needs bea meterai.
        meterai_tariff: the duty.
        penalty_per_day: late penalty per calendar day of the value without PPN.
        penalty_cap: highest share of the value, ``None`` for no cap.
        penalty_rounding: how the penalty is rounded.
    """

    wapu_limit: Rupiah
    wapu_limit_basis: LimitBasis
    rounding: Rounding
    pph22_rate: Ratio
    pph22_limit: Rupiah
    pph22_kkp_exempt: bool
    pph23_rate: Ratio
    pph23_kkp_exempt: bool
    pph21_base_factor: Ratio
    pph21_layers: tuple[TaxLayer, ...]
    land_building_rate: Ratio
    construction_rates: Mapping[str, Ratio]
    no_npwp_pph22: Ratio
    no_npwp_pph23: Ratio
    no_npwp_pph21: Ratio
    umkm_rate: Ratio
    umkm_kinds: frozenset[str]
    umkm_untaxed_turnover: Rupiah
    pihak_lain_rate: Ratio
    meterai_limit: Rupiah
    meterai_tariff: Rupiah
    penalty_per_day: Ratio
    penalty_cap: Ratio | None
    penalty_rounding: Rounding


@dataclass(frozen=True, kw_only=True)
class Policy:
    """Every rule in force on one day. Made by :meth:`PolicyBook.at`, never by hand outside tests.

    Attributes:
        on: the day asked for.
        region: Kemendagri region code asked for, empty for the national rules.
        version: short hash of the rule book; with ``on`` and ``region`` it names these values exactly.
        sources: rule key to the article or page it comes from, for "Dasar aturan" on screens and papers.
        pp_max: highest total that is the PP's (inclusive); one rupiah more is not.
        executor_up_to: roles that may buy up to ``pp_max``.
        executor_over: roles that may buy above it.
        threshold_basis: which total is compared.
        mini_competition_above: mini-kompetisi is required above this, ``None`` when no rule is in force.
        pl_goods_max: pengadaan langsung of goods and other services.
        pl_construction_max: pengadaan langsung of construction.
        pl_consult_max: pengadaan langsung of consultancy.
        receipt_max: highest value proven by a bukti pembelian.
        kuitansi_max: highest value proven by a kuitansi.
        spk_max: highest value contracted by SPK, goods and other services.
        spk_consult_max: the same, consultancy.
        spk_construction_max: the same, construction.
        hps_required_above: an HPS file is required above this, ``None`` for never.
        guarantee_required_above: jaminan pelaksanaan is required above this, ``None`` for never.
        guarantee_rate: its share of the contract value.
        contract_growth_max: highest growth by addenda, share of the initial value.
        pagu_exceeded: what to do with an order above the remaining pagu.
        cart_max_lines: most lines in a cart.
        attachments_max_files: most supporting documents of one checkout.
        attachments_max_bytes: largest of them.
        attachments_max_pages: longest of them, a PDF.
        checkout_intent_hours: how long a checkout that waits for the link is still meant.
        reason_min_length: shortest reason in characters, blanks at the ends not counted.
        product_floor: lowest negotiated unit price of a product.
        service_floor: lowest negotiated price of a layanan tambahan.
        shipping_floor: lowest negotiated Kurir Penyedia price.
        max_rounds: most negotiation rounds, ``None`` for no limit.
        deadline_zone: zone whose midnight ends a deadline.
        negotiation_seller_days: hari kerja for the penyedia to answer an offer.
        negotiation_buyer_days: hari kerja for the buyer to answer a counter offer.
        ppk_follow_up_days: hari kerja to follow up an agreed negotiation.
        ppk_review_days: hari kerja for the PPK to review (warning).
        sign_days: hari kerja for the PPK to sign (warning).
        seller_accept_days: hari kerja for the penyedia to accept the surat pesanan.
        bast_seller_days: hari kerja for the penyedia to countersign the BAST (warning).
        payment_days: hari kerja to pay after the BAST (warning).
        auto_cancel: deadlines that cancel by themselves; the others only warn.
        up_cash_max_per_payee: highest UP cash payment to one payee.
        up_kkp_max_per_payee: highest KKP payment for PDN of usaha mikro/kecil through the catalogue.
        up_channel_below: payment channel code to the amount its payments must stay **below**.
        kkpd_max: limit of the regional card, ``None`` when the region's decree is not entered.
        ppn_rate: PPN rate.
        dpp_factor: share of the price that is the PPN base.
        dpp_factor_luxury: the same for luxury goods.
        own_courier_taxed: Kurir Penyedia shipping is part of the taxed price.
        withholding: what is collected when the seller is paid.
        tkdn_bmp_min: TKDN + BMP level of the first PDN step.
        tkdn_min: TKDN level of that step.
        umkk_share: share of the budget reserved for UMKK.
        umkk_pagu_max: packages up to this pagu are for usaha kecil and koperasi.
        retention_years: how long records are kept at least.
    """

    on: date
    region: str
    version: str
    sources: Mapping[str, str]
    pp_max: Rupiah
    executor_up_to: frozenset[Role]
    executor_over: frozenset[Role]
    threshold_basis: ThresholdBasis
    mini_competition_above: Rupiah | None
    pl_goods_max: Rupiah
    pl_construction_max: Rupiah
    pl_consult_max: Rupiah
    receipt_max: Rupiah
    kuitansi_max: Rupiah
    spk_max: Rupiah
    spk_consult_max: Rupiah
    spk_construction_max: Rupiah
    hps_required_above: Rupiah | None
    guarantee_required_above: Rupiah | None
    guarantee_rate: Ratio
    contract_growth_max: Ratio
    pagu_exceeded: PaguExceeded
    cart_max_lines: int
    attachments_max_files: int
    attachments_max_bytes: int
    attachments_max_pages: int
    checkout_intent_hours: int
    reason_min_length: int
    product_floor: Rupiah
    service_floor: Rupiah
    shipping_floor: Rupiah
    max_rounds: int | None
    deadline_zone: Zone
    negotiation_seller_days: int
    negotiation_buyer_days: int
    ppk_follow_up_days: int
    ppk_review_days: int
    sign_days: int
    seller_accept_days: int
    bast_seller_days: int
    payment_days: int
    auto_cancel: frozenset[Deadline]
    up_cash_max_per_payee: Rupiah
    up_kkp_max_per_payee: Rupiah
    up_channel_below: Mapping[str, Rupiah]
    kkpd_max: Rupiah | None
    ppn_rate: Ratio
    dpp_factor: Ratio
    dpp_factor_luxury: Ratio
    own_courier_taxed: bool
    withholding: Withholding
    tkdn_bmp_min: Ratio
    tkdn_min: Ratio
    umkk_share: Ratio
    umkk_pagu_max: Rupiah
    retention_years: int

    def days(self, deadline: Deadline) -> int:
        """Return the hari kerja of a deadline."""
        return {
            Deadline.NEGOTIATION_SELLER: self.negotiation_seller_days,
            Deadline.NEGOTIATION_BUYER: self.negotiation_buyer_days,
            Deadline.PPK_FOLLOW_UP: self.ppk_follow_up_days,
            Deadline.PPK_REVIEW: self.ppk_review_days,
            Deadline.SIGN: self.sign_days,
            Deadline.SELLER_ACCEPT: self.seller_accept_days,
            Deadline.BAST_SELLER: self.bast_seller_days,
            Deadline.PAYMENT: self.payment_days,
        }[deadline]
