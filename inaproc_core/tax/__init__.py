"""Taxes of an order and of its payment, in whole rupiah, by the rules of the day."""

from __future__ import annotations

from inaproc_core.tax.payment import (
    LatePenalty,
    Mechanism,
    Payment,
    SellerForm,
    SellerTaxStatus,
    TaxObject,
    UmkmProof,
)
from inaproc_core.tax.pph import Collector, NoPph, PphKind, PphResult, withhold
from inaproc_core.tax.ppn import (
    InclusivePrice,
    PpnReason,
    PpnResult,
    PpnTreatment,
    compute_mixed_ppn,
    compute_ppn,
    split_inclusive,
)
from inaproc_core.tax.settlement import Settlement, late_penalty, meterai, settle
from inaproc_core.tax.totals import DocumentTotals, document_totals

__all__ = [
    "Collector",
    "DocumentTotals",
    "InclusivePrice",
    "LatePenalty",
    "Mechanism",
    "NoPph",
    "Payment",
    "PphKind",
    "PphResult",
    "PpnReason",
    "PpnResult",
    "PpnTreatment",
    "SellerForm",
    "SellerTaxStatus",
    "Settlement",
    "TaxObject",
    "UmkmProof",
    "compute_mixed_ppn",
    "compute_ppn",
    "document_totals",
    "late_penalty",
    "meterai",
    "settle",
    "split_inclusive",
    "withhold",
]
