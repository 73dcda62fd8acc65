"""Totals of one order document: parts, PPN rounded once, gross."""

from __future__ import annotations

from dataclasses import dataclass

from inaproc_core.policy import Policy
from inaproc_core.tax.ppn import PpnResult, compute_mixed_ppn
from inaproc_core.values import Rupiah

_ZERO = Rupiah(0)


@dataclass(frozen=True, kw_only=True)
class DocumentTotals:
    """Money of one order document, in whole rupiah.

    Attributes:
        goods: all goods without PPN (ordinary, luxury and untaxed).
        services: layanan tambahan without PPN.
        shipping_taxed: Kurir Penyedia shipping without PPN.
        shipping_untaxed: third-party courier, a bill of its own that carries its own tax.
        base: price without PPN of everything the seller bills: goods, services and own courier.
        ppn: the tax of the taxed part of ``base``.
        gross: what the buyer's budget is charged: ``base + ppn + shipping_untaxed``.
    """

    goods: Rupiah
    services: Rupiah
    shipping_taxed: Rupiah
    shipping_untaxed: Rupiah
    base: Rupiah
    ppn: PpnResult
    gross: Rupiah


def document_totals(
    *,
    goods: Rupiah = _ZERO,
    luxury_goods: Rupiah = _ZERO,
    untaxed_goods: Rupiah = _ZERO,
    services: Rupiah = _ZERO,
    shipping_taxed: Rupiah = _ZERO,
    shipping_untaxed: Rupiah = _ZERO,
    seller_is_pkp: bool,
    policy: Policy,
) -> DocumentTotals:
    """Add up a document and tax it once (rounding per line drifts by rupiah).

    Args:
        goods: ordinary taxed goods without PPN, luxury and untaxed ones not among them.
        luxury_goods: goods taxed on the full price.
        untaxed_goods: goods that are no object of PPN, exempt or not collected.
        services: layanan tambahan and other taxed services.
        shipping_taxed: Kurir Penyedia shipping, part of the price of what it carries: untaxed when all
            goods are, luxury when all goods are, else ordinary; untaxed without ``policy.own_courier_taxed``.
        shipping_untaxed: third-party courier (3PL), price fixed by the courier.
        seller_is_pkp: whether the seller adds PPN at all.
        policy: rules of the day of the transaction.

    Raises:
        ValueError: if a part is negative.
    """
    parts = (goods, luxury_goods, untaxed_goods, services, shipping_taxed, shipping_untaxed)
    if min(parts) < 0:
        message = f"parts of a document are zero or more, got {min(parts)}"
        raise ValueError(message)
    carries_only_untaxed = untaxed_goods > 0 and not (goods or luxury_goods or services)
    carries_only_luxury = luxury_goods > 0 and not (goods or untaxed_goods or services)
    is_taxed = policy.own_courier_taxed and not carries_only_untaxed
    taxed_shipping = shipping_taxed if is_taxed else _ZERO
    ppn = compute_mixed_ppn(
        Rupiah(goods + luxury_goods + services + taxed_shipping),
        luxury=Rupiah(luxury_goods + taxed_shipping) if carries_only_luxury else luxury_goods,
        seller_is_pkp=seller_is_pkp,
        policy=policy,
    )
    all_goods = Rupiah(goods + luxury_goods + untaxed_goods)
    base = Rupiah(all_goods + services + shipping_taxed)
    return DocumentTotals(
        goods=all_goods,
        services=services,
        shipping_taxed=shipping_taxed,
        shipping_untaxed=shipping_untaxed,
        base=base,
        ppn=ppn,
        gross=Rupiah(base + ppn.ppn + shipping_untaxed),
    )
