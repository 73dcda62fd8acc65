"""What a checkout freezes: a product line and a delivery's listed price. To decide with, and to preview."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from inaproc_core.errors import refuse
from inaproc_core.orders.content import Courier
from inaproc_core.orders.facts import ProductFact, VendorFact
from inaproc_core.orders.model import OrderLine
from inaproc_core.orders.shipping_price import billed_kilograms, shipping_quote
from inaproc_core.values import QUANTITY_SCALE, Quantity, Rupiah


def check_buyable(product: ProductFact, quantity: Quantity, *, at: str = "") -> None:
    """Refuse a product that is not sold, and a quantity that it is not sold in.

    Args:
        product: as it stands now.
        quantity: hundredths, over all deliveries.
        at: path of the line, for the refusal's field.

    Raises:
        Refused: ``checkout.product_delisted``, ``checkout.quantity_missing``,
            ``checkout.quantity_below_minimum``, ``checkout.quantity_over_stock``.
    """
    prefix = f"{at}." if at else ""
    if not product.listed:
        refuse("checkout.product_delisted", at=f"{prefix}product_id", product=product.name)
    if quantity <= 0:
        refuse("checkout.quantity_missing", at=f"{prefix}quantity", product=product.name)
    if quantity < product.minimum:
        refuse(
            "checkout.quantity_below_minimum",
            at=f"{prefix}quantity",
            product=product.name,
            minimum_qty=product.minimum,
            unit=product.unit,
        )
    if product.stock is not None and quantity > product.stock:
        refuse(
            "checkout.quantity_over_stock",
            at=f"{prefix}quantity",
            product=product.name,
            stock_qty=product.stock,
            unit=product.unit,
        )


def frozen_line(no: int, quantity: Quantity, product: ProductFact) -> OrderLine:
    """Return an order line with the product as it stands now."""
    return OrderLine(
        no=no,
        product_id=product.id,
        name=product.name,
        unit=product.unit,
        quantity=quantity,
        listed_price=product.price,
        weight_grams=product.weight_grams,
        ppn=product.ppn,
        pdn=product.pdn,
        tkdn=product.tkdn,
        bmp=product.bmp,
        kbki=product.kbki,
        sku=product.sku,
        brand=product.brand,
        category=product.category,
    )


@dataclass(frozen=True, kw_only=True)
class DeliveryQuote:
    """The carrier's listed price of one delivery.

    Attributes:
        price: for the whole delivery; zero when nothing in it has a weight (jasa, digital).
        weight_grams: whole weight.
        kilograms: billed, started kilograms; zero when there is no weight.
    """

    price: Rupiah
    weight_grams: int
    kilograms: int


def delivery_quote(
    quantities: Mapping[str, Quantity],
    products: Mapping[str, ProductFact],
    vendor: VendorFact,
    courier: Courier,
    destination: str,
) -> DeliveryQuote | None:
    """Return what a delivery costs at listed prices.

    Args:
        quantities: line number (as text) to hundredths.
        products: line number (as text) to product; holds every number of ``quantities``.
        vendor: the penyedia with its tariffs.
        courier: who carries.
        destination: Kemendagri code of the place.

    Returns:
        The quote; ``None`` when this penyedia offers no such courier.
    """
    weight = sum(products[number].weight_grams * amount for number, amount in quantities.items())
    if weight == 0:
        return DeliveryQuote(price=Rupiah(0), weight_grams=0, kilograms=0)
    tariff = vendor.tariffs.get(courier.value)
    if tariff is None:
        return None
    origins = (products[number].origin_region for number in quantities)
    origin = next((code for code in origins if code), vendor.region_code)
    kilograms = billed_kilograms(weight)
    return DeliveryQuote(
        price=shipping_quote(tariff, kilograms, origin, destination),
        weight_grams=weight // QUANTITY_SCALE,
        kilograms=kilograms,
    )
