"""PPN of one document: DPP nilai lain, then the tax, each rounded half up once.

Source: PMK 131/2024 Ps 2-3 (base), PER-11/PJ/2025 Ps 129 (whole rupiah, half up), UU PPN (only a PKP
collects; Ps 4A and 16B for what is not taxed). Rates come from the policy of the day.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from inaproc_core.policy import Policy, Ratio
from inaproc_core.values import Rupiah

_NOTHING = Ratio(0, 1)


class PpnTreatment(StrEnum):
    """How PPN sees what is sold; wire values."""

    TAXED = "terutang"
    LUXURY = "mewah"
    NOT_OBJECT = "bukan_objek"
    EXEMPT = "dibebaskan"
    NOT_COLLECTED = "tidak_dipungut"

    @property
    def is_taxed(self) -> bool:
        """Whether a PKP adds PPN to the price."""
        return self in (PpnTreatment.TAXED, PpnTreatment.LUXURY)


class PpnReason(StrEnum):
    """Why the PPN is what it is; the screen makes the sentence."""

    TAXED = "ppn.taxed"
    LUXURY = "ppn.luxury"
    SELLER_NOT_PKP = "ppn.seller_not_pkp"
    NOT_OBJECT = "ppn.not_object"
    EXEMPT = "ppn.exempt"
    NOT_COLLECTED = "ppn.not_collected"


_UNTAXED_REASONS = {
    PpnTreatment.NOT_OBJECT: PpnReason.NOT_OBJECT,
    PpnTreatment.EXEMPT: PpnReason.EXEMPT,
    PpnTreatment.NOT_COLLECTED: PpnReason.NOT_COLLECTED,
}


@dataclass(frozen=True, kw_only=True)
class PpnResult:
    """PPN of one amount.

    Attributes:
        base: price without PPN that was taxed.
        dpp: tax base (DPP), zero when nothing is due.
        ppn: the tax.
        gross: ``base + ppn``.
        rate: rate applied, ``0/1`` when nothing is due.
        factor: share of the price that is the DPP, ``0/1`` when nothing is due.
        reason: why.
        rule: article the rate and the base come from, empty when nothing is due.
    """

    base: Rupiah
    dpp: Rupiah
    ppn: Rupiah
    gross: Rupiah
    rate: Ratio
    factor: Ratio
    reason: PpnReason
    rule: str


@dataclass(frozen=True, kw_only=True)
class InclusivePrice:
    """A price agreed with PPN inside, taken apart.

    Attributes:
        stated: the agreed amount.
        result: the forward computation of the price found.
        rounding_difference: ``stated - result.gross`` in rupiah; about a tenth of all amounts have no exact
            whole solution, then this is 1 or -1 and must be shown, never hidden.
    """

    stated: Rupiah
    result: PpnResult
    rounding_difference: int


def compute_ppn(base: Rupiah, *, seller_is_pkp: bool, treatment: PpnTreatment, policy: Policy) -> PpnResult:
    """Compute DPP and PPN of a price without PPN.

    Args:
        base: price without PPN in rupiah, of the whole document (rounding happens once).
        seller_is_pkp: a seller who is not PKP adds no PPN.
        treatment: what is sold.
        policy: rules of the day of the transaction.

    Raises:
        ValueError: if ``base`` is negative.
    """
    if base < 0:
        message = f"a PPN base is zero or more, got {base}"
        raise ValueError(message)
    if treatment is PpnTreatment.LUXURY:
        return _result(base, luxury=base, reason=PpnReason.LUXURY, seller_is_pkp=seller_is_pkp, policy=policy)
    if treatment is PpnTreatment.TAXED:
        return _result(
            base, luxury=Rupiah(0), reason=PpnReason.TAXED, seller_is_pkp=seller_is_pkp, policy=policy
        )
    return _nothing_due(base, _UNTAXED_REASONS[treatment])


def compute_mixed_ppn(base: Rupiah, *, luxury: Rupiah, seller_is_pkp: bool, policy: Policy) -> PpnResult:
    """Compute PPN of a document whose taxed price holds both ordinary and luxury goods.

    Args:
        base: whole taxed price without PPN.
        luxury: the part of it that is luxury goods.
        seller_is_pkp: as in :func:`compute_ppn`.
        policy: rules of the day of the transaction.

    Raises:
        ValueError: if ``luxury`` is negative or more than ``base``.
    """
    if not 0 <= luxury <= base:
        message = f"the luxury part must lie between 0 and the base {base}, got {luxury}"
        raise ValueError(message)
    reason = PpnReason.LUXURY if luxury and luxury == base else PpnReason.TAXED
    return _result(base, luxury=luxury, reason=reason, seller_is_pkp=seller_is_pkp, policy=policy)


def split_inclusive(
    stated: Rupiah, *, seller_is_pkp: bool, treatment: PpnTreatment, policy: Policy
) -> InclusivePrice:
    """Find the price without PPN of an amount that includes it: ``half_up(P x 100 / 111)``, then forward.

    Args:
        stated: agreed amount with PPN inside.
        seller_is_pkp: as in :func:`compute_ppn`.
        treatment: as in :func:`compute_ppn`.
        policy: rules of the day of the transaction.
    """
    price = stated
    if seller_is_pkp and treatment.is_taxed:
        factor = policy.dpp_factor_luxury if treatment is PpnTreatment.LUXURY else policy.dpp_factor
        effective = policy.ppn_rate.times(factor)
        price = Rupiah(Ratio(effective.den, effective.den + effective.num).half_up(stated))
    result = compute_ppn(price, seller_is_pkp=seller_is_pkp, treatment=treatment, policy=policy)
    return InclusivePrice(stated=stated, result=result, rounding_difference=stated - result.gross)


def _result(
    base: Rupiah, *, luxury: Rupiah, reason: PpnReason, seller_is_pkp: bool, policy: Policy
) -> PpnResult:
    if not seller_is_pkp:
        return _nothing_due(base, PpnReason.SELLER_NOT_PKP)
    plain_dpp = policy.dpp_factor.half_up(base - luxury)
    dpp = Rupiah(plain_dpp + policy.dpp_factor_luxury.half_up(luxury))
    ppn = Rupiah(policy.ppn_rate.half_up(dpp))
    is_luxury = reason is PpnReason.LUXURY
    return PpnResult(
        base=base,
        dpp=dpp,
        ppn=ppn,
        gross=Rupiah(base + ppn),
        rate=policy.ppn_rate,
        factor=policy.dpp_factor_luxury if is_luxury else policy.dpp_factor,
        reason=reason,
        rule=policy.sources["ppn.dpp_factor_luxury" if is_luxury else "ppn.dpp_factor"],
    )


def _nothing_due(base: Rupiah, reason: PpnReason) -> PpnResult:
    zero = Rupiah(0)
    return PpnResult(
        base=base, dpp=zero, ppn=zero, gross=base, rate=_NOTHING, factor=_NOTHING, reason=reason, rule=""
    )
