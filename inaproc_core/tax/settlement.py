"""A payment taken apart: what the seller gets, who remits which tax, what the budget is charged.

The balance that always holds, in rupiah::

    paid_to_seller + remitted_by_instansi + remitted_by_pihak_lain + penalty = ppn.gross
    net_of_seller = price - pph - penalty
"""

from __future__ import annotations

from dataclasses import dataclass

from inaproc_core.errors import refuse
from inaproc_core.policy import LimitBasis, Policy, Rounding, Withholding
from inaproc_core.tax.payment import LatePenalty, Payment
from inaproc_core.tax.pph import Collector, PphResult, withhold
from inaproc_core.tax.ppn import PpnResult, compute_ppn
from inaproc_core.values import Rupiah


@dataclass(frozen=True, kw_only=True)
class Settlement:
    """Money of one payment.

    Attributes:
        ppn: DPP, PPN and gross bill.
        pph: income tax withheld.
        ppn_collector: who remits the PPN, ``None`` when there is none.
        remitted_by_instansi: PPN and PPh that the treasurer remits.
        remitted_by_pihak_lain: PPN and PPh that the Pihak Lain remits.
        remitted_by_seller: PPN that is paid out to the seller, who remits it.
        penalty: late penalty kept back.
        paid_to_seller: amount transferred.
        net_of_seller: what stays with the seller after all taxes: price less PPh and penalty.
        budget_charge: what the budget bears; equals the gross bill.
        meterai: bea meterai due on the seller's kuitansi (UU 10/2020).
    """

    ppn: PpnResult
    pph: PphResult
    ppn_collector: Collector | None
    remitted_by_instansi: Rupiah
    remitted_by_pihak_lain: Rupiah
    remitted_by_seller: Rupiah
    penalty: Rupiah
    paid_to_seller: Rupiah
    net_of_seller: Rupiah
    budget_charge: Rupiah
    meterai: Rupiah


def settle(payment: Payment, policy: Policy) -> Settlement:
    """Take a payment apart by the rules of the day.

    Raises:
        Refused: ``tax.real_value_below_payment`` if the whole transaction is said to be less than this part;
            ``tax.penalty_above_payment`` if nothing would be left to pay; see also
            :func:`inaproc_core.tax.pph.withhold`.
        ValueError: if an amount is negative.
    """
    if payment.tested_value < payment.price:
        refuse(
            "tax.real_value_below_payment",
            at="real_value",
            real_value=payment.tested_value,
            price=payment.price,
        )
    rules = policy.withholding
    ppn = _ppn_of(payment.price, payment, policy)
    pph = withhold(payment, rules)
    collector = _ppn_collector(payment, ppn, policy)
    taken = {Collector.INSTANSI: 0, Collector.PIHAK_LAIN: 0, Collector.SELLER: 0}
    if collector is not None:
        taken[collector] += ppn.ppn
    if pph.collector is not None:
        taken[pph.collector] += pph.amount
    penalty = late_penalty(payment.penalty, rules)
    paid = ppn.gross - taken[Collector.INSTANSI] - taken[Collector.PIHAK_LAIN] - penalty
    if paid < 0:
        refuse("tax.penalty_above_payment", at="penalty", penalty=penalty, price=payment.price)
    return Settlement(
        ppn=ppn,
        pph=pph,
        ppn_collector=collector,
        remitted_by_instansi=Rupiah(taken[Collector.INSTANSI]),
        remitted_by_pihak_lain=Rupiah(taken[Collector.PIHAK_LAIN]),
        remitted_by_seller=Rupiah(taken[Collector.SELLER]),
        penalty=penalty,
        paid_to_seller=Rupiah(paid),
        net_of_seller=Rupiah(payment.price - pph.amount - penalty),
        budget_charge=ppn.gross,
        meterai=meterai(ppn.gross, rules),
    )


def late_penalty(late: LatePenalty | None, rules: Withholding) -> Rupiah:
    """Return the late penalty: 1/1000 per calendar day of the value without PPN (Perpres 16/2018 Ps 79).

    Raises:
        ValueError: if the value or the days are negative.
    """
    if late is None:
        return Rupiah(0)
    if late.base < 0 or late.days < 0:
        message = f"a penalty needs a value and days of zero or more, got {late.base} and {late.days}"
        raise ValueError(message)
    rate = rules.penalty_per_day
    is_half_up = rules.penalty_rounding is Rounding.HALF_UP
    amount = rate.half_up(late.base * late.days) if is_half_up else rate.floor(late.base * late.days)
    if rules.penalty_cap is not None:
        amount = min(amount, rules.penalty_cap.floor(late.base))
    return Rupiah(amount)


def meterai(stated: Rupiah, rules: Withholding) -> Rupiah:
    """Return the bea meterai of a receipt that states this amount: due strictly above the limit."""
    return rules.meterai_tariff if stated > rules.meterai_limit else Rupiah(0)


def _ppn_of(base: Rupiah, payment: Payment, policy: Policy) -> PpnResult:
    return compute_ppn(base, seller_is_pkp=payment.seller.is_pkp, treatment=payment.treatment, policy=policy)


def _ppn_collector(payment: Payment, ppn: PpnResult, policy: Policy) -> Collector | None:
    """Who remits the PPN: PMK 231/2019 jo. 59/2022 Ps 16-18 (WAPU), PMK 58/2022 (Pihak Lain)."""
    if not ppn.ppn:
        return None
    if payment.is_collected_by_pihak_lain:
        return Collector.PIHAK_LAIN
    rules = policy.withholding
    tested = payment.tested_value
    if rules.wapu_limit_basis is LimitBasis.INCL_PPN:
        tested = _ppn_of(tested, payment, policy).gross
    is_left_to_seller = payment.mechanism.is_card or payment.is_wapu_exempt or tested <= rules.wapu_limit
    return Collector.SELLER if is_left_to_seller else Collector.INSTANSI
