"""Products and penyedia as they go over the wire."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, RowMapping, Select, select

from inaproc_backend.storage.tables import products, vendors
from inaproc_core.orders.facts import ProductFact, ShippingTariff, VendorFact
from inaproc_core.tax import PpnTreatment
from inaproc_core.values import Quantity, Rupiah
from inaproc_core.wire.codec import to_plain

_TARIFFS = msgspec.json.Decoder(dict[str, ShippingTariff])
_FETCHED_AT_ONCE = 2000


def _select_products() -> Select[Any]:
    return select(
        products, vendors.c.name.label("vendor_name"), vendors.c.umkk.label("vendor_umkk")
    ).join_from(products, vendors)


def products_by_id(connection: Connection, ids: Sequence[str]) -> list[dict[str, Any]]:
    """Return products in the order of their ids; what does not exist is left out."""
    rows = connection.execute(_select_products().where(products.c.id.in_(ids))).mappings()
    found = {row["id"]: product_row(row) for row in rows}
    return [found[product_id] for product_id in ids if product_id in found]


def all_products(connection: Connection) -> Iterator[dict[str, Any]]:
    """Yield every listed product by id, a few thousand rows in memory at a time."""
    last = ""
    while True:
        statement = _select_products().where(products.c.listed, products.c.id > last)
        rows = connection.execute(statement.order_by(products.c.id).limit(_FETCHED_AT_ONCE)).mappings().all()
        yield from map(product_row, rows)
        if len(rows) < _FETCHED_AT_ONCE:
            return
        last = rows[-1]["id"]


def all_vendors(connection: Connection) -> Iterator[dict[str, Any]]:
    """Yield every penyedia by id, without their bank account: that is their own and the treasurer's."""
    yield from map(vendor_row, connection.execute(select(vendors).order_by(vendors.c.id)).mappings())


def product_row(row: RowMapping) -> dict[str, Any]:
    """Return a product: the members of ``ProductFact`` and what only the catalogue shows."""
    fact = ProductFact(
        id=row["id"],
        vendor_id=row["vendor_id"],
        name=row["name"],
        unit=row["unit"],
        price=Rupiah(row["price"]),
        listed=row["listed"],
        stock=Quantity(row["stock"]) if row["stock"] is not None else None,
        minimum=Quantity(row["minimum"]),
        weight_grams=row["weight_grams"],
        ppn=PpnTreatment(row["ppn"]),
        pdn=row["pdn"],
        tkdn=row["tkdn"],
        bmp=row["bmp"],
        kbki=row["kbki"],
        sku=row["sku"],
        brand=row["brand"],
        category=row["category"],
        origin_region=row["origin_region"],
    )
    plain: dict[str, Any] = to_plain(fact)
    plain["vendor_name"] = row["vendor_name"]
    plain["vendor_umkk"] = row["vendor_umkk"]
    plain["description"] = row["description"]
    plain["published_at"] = row["published_at"] or ""
    return plain


def vendor_row(row: RowMapping) -> dict[str, Any]:
    """Return a penyedia as everybody may see it: the members of ``VendorFact``, bank fields blank."""
    fact = VendorFact(
        id=row["id"],
        name=row["name"],
        npwp=row["npwp"],
        nib=row["nib"],
        address=row["address"],
        pkp=row["pkp"],
        umkk=row["umkk"],
        region_code=row["region_code"],
        representative=row["representative"],
        representative_position=row["representative_position"],
        bank_name="",
        bank_account="",
        bank_holder="",
        tariffs=_TARIFFS.decode(row["tariffs"]),
        active=row["active"],
    )
    plain: dict[str, Any] = to_plain(fact)
    return plain
