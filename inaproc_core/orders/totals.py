"""Money of an order at a given set of prices (orders.md §3, regulations.md §3.2)."""

from __future__ import annotations

from collections.abc import Mapping

from inaproc_core.orders.content import Courier, line_item, service_item, shipping_item
from inaproc_core.orders.model import Order, OrderDelivery, OrderLine, OrderService, Totals
from inaproc_core.policy import Policy
from inaproc_core.tax import PpnTreatment, document_totals
from inaproc_core.values import Rupiah, line_amount


def listed_prices(
    lines: tuple[OrderLine, ...], services: tuple[OrderService, ...], deliveries: tuple[OrderDelivery, ...]
) -> dict[str, Rupiah]:
    """Return every negotiable item with its price before negotiation, in document order."""
    prices = {line_item(line.no): line.listed_price for line in lines}
    prices |= {service_item(service.no): service.listed_price for service in services}
    prices |= {
        shipping_item(place.no): place.listed_shipping
        for place in deliveries
        if place.courier is Courier.VENDOR
    }
    return prices


def totals_at(
    lines: tuple[OrderLine, ...],
    services: tuple[OrderService, ...],
    deliveries: tuple[OrderDelivery, ...],
    prices: Mapping[str, Rupiah],
    *,
    seller_is_pkp: bool,
    policy: Policy,
) -> Totals:
    """Add up a document at these prices; the tax is rounded once per document.

    Args:
        lines: products.
        services: layanan tambahan.
        deliveries: places, with the carrier of each.
        prices: price per item (``line:1`` per unit, ``service:1`` and ``shipping:1`` for the whole).
        seller_is_pkp: a seller who is not PKP adds no PPN.
        policy: rules of the day.
    """
    goods = {True: 0, False: 0}
    luxury = 0
    for line in lines:
        amount = line_amount(line.quantity, prices[line_item(line.no)])
        if line.ppn is PpnTreatment.LUXURY:
            luxury += amount
        else:
            goods[line.ppn.is_taxed] += amount
    services_sum = sum(prices[service_item(service.no)] for service in services)
    own = sum(prices[shipping_item(place.no)] for place in deliveries if place.courier is Courier.VENDOR)
    third = sum(place.listed_shipping for place in deliveries if place.courier is Courier.THIRD_PARTY)
    document = document_totals(
        goods=Rupiah(goods[True]),
        luxury_goods=Rupiah(luxury),
        untaxed_goods=Rupiah(goods[False]),
        services=Rupiah(services_sum),
        shipping_taxed=Rupiah(own),
        shipping_untaxed=Rupiah(third),
        seller_is_pkp=seller_is_pkp,
        policy=policy,
    )
    return Totals(
        goods=document.goods,
        services=document.services,
        shipping=document.shipping_taxed,
        courier=document.shipping_untaxed,
        dpp=document.ppn.dpp,
        ppn=document.ppn.ppn,
        total=document.gross,
    )


def order_totals(order: Order, prices: Mapping[str, Rupiah], policy: Policy) -> Totals:
    """Return the totals of an order at these prices."""
    return totals_at(
        order.lines,
        order.services,
        order.deliveries,
        prices,
        seller_is_pkp=bool(order.vendor and order.vendor.pkp),
        policy=policy,
    )
