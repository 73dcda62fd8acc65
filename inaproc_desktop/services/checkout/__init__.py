"""Checkout: the form, what it comes to, what is missing in it, and its submission."""

from __future__ import annotations

from inaproc_desktop.services.checkout.evaluation import evaluate
from inaproc_desktop.services.checkout.form import (
    next_place_id,
    product_offer,
    shipping_offer,
    with_discount,
    with_offer,
    with_place,
    with_quantity,
    with_text,
    without_place,
)
from inaproc_desktop.services.checkout.known import Known, find_rups
from inaproc_desktop.services.checkout.service import (
    DRAFT_KIND,
    CheckoutService,
    Desk,
    Standing,
    Submission,
)

__all__ = [
    "DRAFT_KIND",
    "CheckoutService",
    "Desk",
    "Known",
    "Standing",
    "Submission",
    "evaluate",
    "find_rups",
    "next_place_id",
    "product_offer",
    "shipping_offer",
    "with_discount",
    "with_offer",
    "with_place",
    "with_quantity",
    "with_text",
    "without_place",
]
