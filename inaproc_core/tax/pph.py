"""Income tax withheld from a payment: which one, on what base, at which rate, by whom.

Sources: PMK 51/2025 (PPh 22), UU PPh Ps 21, 23 and 4(2), PMK 231/PMK.03/2019 jo. PMK 59/PMK.03/2022,
PMK 58/PMK.03/2022 (Pihak Lain), PP 55/2022 jo. PP 20/2026 and PMK 164/2023 (small business).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from inaproc_core.errors import refuse
from inaproc_core.policy import Ratio, Rounding, TaxLayer, Withholding
from inaproc_core.tax.payment import Payment, SellerForm, TaxObject, UmkmProof
from inaproc_core.values import Rupiah


class PphKind(StrEnum):
    """Which income tax; wire values."""

    PPH22 = "PPh22"
    PPH22_PIHAK_LAIN = "PPh22_pihak_lain"
    PPH23 = "PPh23"
    PPH21_NON_EMPLOYEE = "PPh21_bukan_pegawai"
    PPH4_2 = "PPh4_2"
    UMKM_FINAL = "PPhFinal_UMKM"


class NoPph(StrEnum):
    """Why nothing is withheld; wire values."""

    EXEMPT_GOODS = "barang_dikecualikan"
    CARD = "kkp"
    SMALL_TURNOVER = "umkm_op_omzet_maks_500jt"
    UP_TO_LIMIT = "maks_2jt"


class Collector(StrEnum):
    """Who takes a tax out of the payment and remits it; wire values."""

    INSTANSI = "instansi"
    PIHAK_LAIN = "pihak_lain"
    SELLER = "penyedia"


@dataclass(frozen=True, kw_only=True)
class PphResult:
    """Income tax of one payment.

    Attributes:
        kind: which tax, ``None`` when nothing is withheld.
        base: its base in rupiah.
        rates: rates applied, lowest layer first; more than one only for PPh 21.
        amount: what is withheld.
        collector: who withholds it.
        reason: why nothing is withheld, ``None`` when something is.
    """

    kind: PphKind | None
    base: Rupiah
    rates: tuple[Ratio, ...]
    amount: Rupiah
    collector: Collector | None
    reason: NoPph | None

    @property
    def rate_text(self) -> str | None:
        """Rate as text: ``1.5%``, several layers joined by ``/``; ``None`` when nothing is withheld."""
        return "/".join(rate.percent() for rate in self.rates) if self.rates else None


_UMKM_OBJECTS = frozenset(
    {TaxObject.GOODS, TaxObject.COMPANY_SERVICE, TaxObject.PERSON_SERVICE, TaxObject.MOVABLE_RENT}
)
_PIHAK_LAIN_OBJECTS = _UMKM_OBJECTS
"""PMK 58/2022: goods, services and rent. Final PPh 4(2) objects stay with the instansi (inferred)."""

_NO_FACTOR = Ratio(1, 1)


def withhold(payment: Payment, rules: Withholding) -> PphResult:
    """Tell which income tax is withheld from a payment.

    Raises:
        Refused: ``tax.construction_kind_unknown`` if a construction service has no known qualification.
    """
    spared = _spared(payment, rules)
    if spared is not None:
        return PphResult(kind=None, base=Rupiah(0), rates=(), amount=Rupiah(0), collector=None, reason=spared)
    if payment.is_collected_by_pihak_lain and payment.object in _PIHAK_LAIN_OBJECTS:
        rate = _for_npwp(rules.pihak_lain_rate, rules.no_npwp_pph22, payment)
        return _flat(PphKind.PPH22_PIHAK_LAIN, payment.price, rate, rules, Collector.PIHAK_LAIN)
    if _is_umkm(payment, rules):
        return _flat(PphKind.UMKM_FINAL, payment.price, rules.umkm_rate, rules)
    match payment.object:
        case TaxObject.GOODS:
            rate = _for_npwp(rules.pph22_rate, rules.no_npwp_pph22, payment)
            return _flat(PphKind.PPH22, payment.price, rate, rules)
        case TaxObject.COMPANY_SERVICE | TaxObject.MOVABLE_RENT:
            rate = _for_npwp(rules.pph23_rate, rules.no_npwp_pph23, payment)
            return _flat(PphKind.PPH23, payment.price, rate, rules)
        case TaxObject.PERSON_SERVICE:
            return _pph21(payment, rules)
        case TaxObject.LAND_BUILDING_RENT:
            return _flat(PphKind.PPH4_2, payment.price, rules.land_building_rate, rules)
        case TaxObject.CONSTRUCTION:
            return _flat(PphKind.PPH4_2, payment.price, _construction_rate(payment, rules), rules)


def _spared(payment: Payment, rules: Withholding) -> NoPph | None:
    is_goods = payment.object is TaxObject.GOODS
    if is_goods and payment.is_pph22_exempt:
        return NoPph.EXEMPT_GOODS
    is_small = payment.seller.umkm is UmkmProof.STATEMENT and payment.seller.form is SellerForm.PERSON
    if is_small and payment.object in _UMKM_OBJECTS:
        return NoPph.SMALL_TURNOVER
    if payment.is_collected_by_pihak_lain:
        return None
    if payment.mechanism.is_card and (
        (is_goods and rules.pph22_kkp_exempt)
        or (payment.object in (TaxObject.COMPANY_SERVICE, TaxObject.MOVABLE_RENT) and rules.pph23_kkp_exempt)
    ):
        return NoPph.CARD
    if is_goods and not _is_umkm(payment, rules) and payment.tested_value <= rules.pph22_limit:
        return NoPph.UP_TO_LIMIT
    return None


def _is_umkm(payment: Payment, rules: Withholding) -> bool:
    return (
        payment.seller.umkm is UmkmProof.CERTIFICATE
        and payment.seller.form.value in rules.umkm_kinds
        and payment.object in _UMKM_OBJECTS
    )


def _for_npwp(rate: Ratio, factor: Ratio, payment: Payment) -> Ratio:
    return rate if payment.seller.has_npwp else rate.times(factor)


def _construction_rate(payment: Payment, rules: Withholding) -> Ratio:
    rate = rules.construction_rates.get(payment.construction_kind)
    if rate is None:
        refuse(
            "tax.construction_kind_unknown",
            at="construction_kind",
            kind=payment.construction_kind,
            known=", ".join(sorted(rules.construction_rates)),
        )
    return rate


def _flat(
    kind: PphKind,
    base: Rupiah,
    rate: Ratio,
    rules: Withholding,
    collector: Collector = Collector.INSTANSI,
) -> PphResult:
    return PphResult(
        kind=kind,
        base=base,
        rates=(rate,),
        amount=Rupiah(_rounded(base * rate.num, rate.den, rules.rounding)),
        collector=collector,
        reason=None,
    )


def _pph21(payment: Payment, rules: Withholding) -> PphResult:
    """PPh 21 of a non-employee: progressive on half the gross, layers counted over the year."""
    base = rules.pph21_base_factor.floor(payment.price)
    factor = _NO_FACTOR if payment.seller.has_npwp else rules.no_npwp_pph21
    start = payment.pph21_base_so_far
    slices = [
        (amount, rate.times(factor)) for amount, rate in _slices(start, start + base, rules.pph21_layers)
    ]
    num, den = 0, 1
    for amount, rate in slices:
        num, den = num * rate.den + amount * rate.num * den, den * rate.den
    return PphResult(
        kind=PphKind.PPH21_NON_EMPLOYEE,
        base=Rupiah(base),
        rates=tuple(rate for _, rate in slices),
        amount=Rupiah(_rounded(num, den, rules.rounding)),
        collector=Collector.INSTANSI,
        reason=None,
    )


def _slices(start: int, end: int, layers: tuple[TaxLayer, ...]) -> list[tuple[int, Ratio]]:
    """Cut the span from start to end by the layers; an empty span lies in the layer it starts in."""
    slices: list[tuple[int, Ratio]] = []
    floor = 0
    for layer in layers:
        ceiling = end if layer.up_to is None else min(end, layer.up_to)
        amount = ceiling - max(start, floor)
        if amount > 0:
            slices.append((amount, layer.rate))
        if layer.up_to is not None:
            floor = layer.up_to
    return slices or [(0, layers[0].rate)]


def _rounded(numerator: int, denominator: int, rounding: Rounding) -> int:
    ratio = Ratio(numerator, denominator)
    return ratio.half_up(1) if rounding is Rounding.HALF_UP else ratio.floor(1)
