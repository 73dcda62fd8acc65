"""Telling the catalogue that products or penyedia have changed: sequence and search index move with them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from inaproc_backend.catalogue.words import normalise
from inaproc_backend.storage.tables import catalogue_index, catalogue_meta, products, vendors

_AT_ONCE = 500

_INDEXED = (
    select(
        products.c.id.label("product_id"),
        products.c.vendor_id,
        products.c.category,
        products.c.origin_region.label("region"),
        products.c.price,
        (products.c.tkdn + products.c.bmp).label("tkdn"),
        products.c.pdn,
        vendors.c.umkk,
        products.c.stock,
        products.c.published_at,
        products.c.listed,
        products.c.name,
        products.c.brand,
        products.c.sku,
        vendors.c.name.label("vendor_name"),
        vendors.c.region_code,
    )
    .join_from(products, vendors)
    .where(products.c.id.in_(bindparam("ids", expanding=True)))
    .order_by(products.c.id)
)
_KNOWN = select(catalogue_index.c.product_id, catalogue_index.c.no).where(
    catalogue_index.c.product_id.in_(bindparam("ids", expanding=True))
)


def products_changed(connection: Connection, ids: Sequence[str]) -> int:
    """Give the products a new catalogue sequence and index them anew; delisted ones leave the index.

    Args:
        connection: the transaction that changed them.
        ids: products that were added or changed.

    Returns:
        The catalogue's new sequence; the old one when ``ids`` is empty.
    """
    if not ids:
        return catalogue_seq(connection)
    seq = connection.execute(
        update(catalogue_meta).values(seq=catalogue_meta.c.seq + 1).returning(catalogue_meta.c.seq)
    ).scalar_one()
    for part in _parts(ids):
        connection.execute(update(products).where(products.c.id.in_(part)).values(seq=seq))
        _index(connection, part)
    return int(seq)


def vendors_changed(connection: Connection, ids: Sequence[str]) -> int:
    """Do the same for all products of these penyedia: their name, UMKK mark or place has changed."""
    found: list[str] = []
    for part in _parts(ids):
        found += connection.execute(select(products.c.id).where(products.c.vendor_id.in_(part))).scalars()
    return products_changed(connection, found)


def catalogue_seq(connection: Connection) -> int:
    """Return the catalogue's sequence: it grows with every change, and names a state of the whole."""
    return int(connection.execute(select(catalogue_meta.c.seq)).scalar() or 0)


def _parts(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(ids), _AT_ONCE):
        yield ids[start : start + _AT_ONCE]


def _index(connection: Connection, ids: Sequence[str]) -> None:
    known: dict[str, int] = {row[0]: row[1] for row in connection.execute(_KNOWN, {"ids": ids})}
    added: list[dict[str, object]] = []
    changed: list[dict[str, object]] = []
    gone = set(known)
    for row in connection.execute(_INDEXED, {"ids": ids}):
        if not row.listed:
            continue
        gone.discard(row.product_id)
        entry = _entry(row)
        if row.product_id in known:
            changed.append({**entry, "row_no": known[row.product_id]})
        else:
            added.append(entry)
    if gone:
        numbers = [known[product_id] for product_id in gone]
        connection.execute(delete(catalogue_index).where(catalogue_index.c.no.in_(numbers)))
    if changed:
        connection.execute(
            update(catalogue_index).where(catalogue_index.c.no == bindparam("row_no")), changed
        )
    if added:
        connection.execute(insert(catalogue_index), added)


def _entry(row: Any) -> dict[str, object]:
    return {
        "product_id": row.product_id,
        "vendor_id": row.vendor_id,
        "category": row.category,
        "region": row.region or row.region_code,
        "price": row.price,
        "tkdn": row.tkdn,
        "pdn": row.pdn,
        "umkk": row.umkk,
        "in_stock": row.stock is None or row.stock > 0,
        "published_at": row.published_at or "",
        "name_words": normalise(row.name),
        "other_words": normalise(f"{row.brand} {row.category} {row.sku} {row.vendor_name}"),
    }
