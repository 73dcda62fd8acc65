"""Checkout: the form, what it comes to, what is missing in it, and its submission."""

from __future__ import annotations

from inaproc_desktop.services.checkout.assembly import form_field
from inaproc_desktop.services.checkout.evaluation import evaluate
from inaproc_desktop.services.checkout.form import (
    product_offer,
    shipping_offer,
    with_address,
    with_attachment,
    with_attachment_kind,
    with_discount,
    with_offer,
    with_place,
    with_quantity,
    with_rup,
    with_seen_price,
    with_share,
    with_text,
    without_attachment,
    without_line,
    without_place,
)
from inaproc_desktop.services.checkout.known import Known, find_rups
from inaproc_desktop.services.checkout.service import (
    CHANGED_ELSEWHERE,
    DRAFT_KIND,
    CheckoutService,
    Desk,
    form_in,
)
from inaproc_desktop.services.checkout.sharing import CheckoutSharing

__all__ = [
    "CHANGED_ELSEWHERE",
    "DRAFT_KIND",
    "CheckoutService",
    "CheckoutSharing",
    "Desk",
    "Known",
    "evaluate",
    "find_rups",
    "form_field",
    "form_in",
    "product_offer",
    "shipping_offer",
    "with_address",
    "with_attachment",
    "with_attachment_kind",
    "with_discount",
    "with_offer",
    "with_place",
    "with_quantity",
    "with_rup",
    "with_seen_price",
    "with_share",
    "with_text",
    "without_attachment",
    "without_line",
    "without_place",
]
