"""A termin taken apart into the taxes it carries: information for the treasurer, by the rules of the day.

What the platform collects for UP payments and what the treasurer withholds for LS is decided by
:func:`inaproc_core.tax.settle`; here an order's parts are put into its terms.
"""

from __future__ import annotations

from inaproc_core.orders.content import PaymentMethod
from inaproc_core.orders.model import Order, Termin, Totals
from inaproc_core.policy import Policy
from inaproc_core.tax import (
    Collector,
    LatePenalty,
    Mechanism,
    Payment,
    PphKind,
    PpnTreatment,
    SellerForm,
    SellerTaxStatus,
    TaxObject,
    late_penalty,
    meterai,
    settle,
)
from inaproc_core.values import ZERO, Rupiah, half_up_div
from inaproc_desktop.ports.finishing import TaxLine, TaxSheet

_CARDS = {"KKP": Mechanism.KKP}

_SOURCES = {
    PphKind.PPH22: "pph22.rate",
    PphKind.PPH22_PIHAK_LAIN: "pihak_lain.pph22_rate",
    PphKind.PPH23: "pph23.rate",
    PphKind.PPH21_NON_EMPLOYEE: "pph21.layers",
    PphKind.PPH4_2: "pph4_2.land_building_rate",
    PphKind.UMKM_FINAL: "umkm.final_rate",
}
_SPARED_SOURCES = {"kkp": "pph22.kkp_exempt", "maks_2jt": "pph22.limit"}


def tax_sheet(order: Order, termin: Termin, policy: Policy) -> TaxSheet:
    """Return the taxes of one termin.

    Products and the penyedia's own courier are goods, layanan tambahan are services of a company; a third
    party's courier bills for itself. No small-business certificate is assumed: the treasurer checks it.

    Raises:
        Refused: see :func:`inaproc_core.tax.settle`.
    """
    totals = order.current
    if totals is None or totals.total <= 0:
        return TaxSheet(lines=(), gross=termin.amount, paid_to_seller=termin.amount)
    part = _Part(totals, termin.amount)
    lines = [line for line in (_ppn(order, part, policy),) if line is not None]
    goods, services = Rupiah(totals.goods + totals.shipping), totals.services
    for price, kind in ((goods, TaxObject.GOODS), (services, TaxObject.COMPANY_SERVICE)):
        if price:
            lines.append(_pph(order, part, price, kind, policy))
    stamp = meterai(termin.amount, policy.withholding)
    if stamp:
        source = policy.sources.get("meterai.tariff", "")
        lines.append(
            TaxLine(
                code="meterai",
                base=termin.amount,
                rate="",
                amount=stamp,
                collector=Collector.SELLER.value,
                source=source,
            )
        )
    penalty = _penalty(order, termin, totals, policy)
    if penalty is not None:
        lines.append(penalty)
    taken = sum(
        line.amount
        for line in lines
        if line.code == "penalty" or line.collector in {Collector.INSTANSI.value, Collector.PIHAK_LAIN.value}
    )
    return TaxSheet(
        lines=tuple(lines), gross=termin.amount, paid_to_seller=Rupiah(max(0, termin.amount - taken))
    )


class _Part:
    """The share of an order that one termin pays."""

    def __init__(self, totals: Totals, amount: Rupiah) -> None:
        self._whole = totals.total
        self._amount = amount
        self.totals = totals

    def of(self, value: Rupiah) -> Rupiah:
        return Rupiah(half_up_div(value * self._amount, self._whole))


def _payment(order: Order, price: Rupiah, whole: Rupiah, kind: TaxObject, *, taxed: bool) -> Payment:
    vendor = order.vendor
    by_card = _CARDS.get(order.payment_channel)
    usual = Mechanism.LS if order.payment_method is PaymentMethod.LS else Mechanism.UP
    return Payment(
        price=price,
        object=kind,
        seller=SellerTaxStatus(
            form=SellerForm.COMPANY,
            is_pkp=vendor is not None and vendor.pkp,
            has_npwp=vendor is not None and bool(vendor.npwp),
        ),
        mechanism=by_card or usual,
        treatment=PpnTreatment.TAXED if taxed else PpnTreatment.EXEMPT,
        # UP payments pass through the platform, a Pihak Lain; LS goes straight from the treasury.
        through_pihak_lain=True,
        real_value=whole,
    )


def _ppn(order: Order, part: _Part, policy: Policy) -> TaxLine | None:
    totals = part.totals
    if not totals.ppn:
        return None
    whole = Rupiah(totals.goods + totals.services + totals.shipping)
    settled = settle(_payment(order, part.of(whole), whole, TaxObject.GOODS, taxed=True), policy)
    collector = settled.ppn_collector or Collector.SELLER
    keys = ["ppn.rate", "pihak_lain.pph22_rate" if collector is Collector.PIHAK_LAIN else "wapu.limit"]
    return TaxLine(
        code="ppn",
        base=part.of(totals.dpp),
        rate=policy.ppn_rate.percent(),
        amount=part.of(totals.ppn),
        collector=collector.value,
        source="; ".join(policy.sources.get(key, "") for key in keys),
    )


def _pph(order: Order, part: _Part, price: Rupiah, kind: TaxObject, policy: Policy) -> TaxLine:
    found = settle(_payment(order, part.of(price), price, kind, taxed=False), policy).pph
    services = kind is TaxObject.COMPANY_SERVICE
    if found.kind is None:
        why = found.reason.value if found.reason is not None else ""
        key = _SPARED_SOURCES.get(why, "pph23.rate" if services else "pph22.rate")
        return TaxLine(
            code=(PphKind.PPH23 if services else PphKind.PPH22).value,
            base=part.of(price),
            rate="",
            amount=ZERO,
            collector="",
            source=policy.sources.get(key, ""),
            spared=why,
        )
    return TaxLine(
        code=found.kind.value,
        base=found.base,
        rate=found.rate_text or "",
        amount=found.amount,
        collector=found.collector.value if found.collector is not None else "",
        source=policy.sources.get(_SOURCES[found.kind], ""),
    )


def _penalty(order: Order, termin: Termin, totals: Totals, policy: Policy) -> TaxLine | None:
    inspection = order.inspection
    last = order.termins[-1].no if order.termins else termin.no
    if inspection is None or inspection.time_ok or not inspection.late_days or termin.no != last:
        return None
    base = Rupiah(totals.total - totals.ppn)
    return TaxLine(
        code="penalty",
        base=base,
        rate=policy.withholding.penalty_per_day.percent(),
        amount=late_penalty(LatePenalty(base=base, days=inspection.late_days), policy.withholding),
        collector="",
        source=policy.sources.get("penalty.per_day", ""),
    )
