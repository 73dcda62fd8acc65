"""Searching the local catalogue: as typed, without accents, with facets, in a few milliseconds."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, text

from inaproc_core.orders.facts import ProductFact, VendorFact
from inaproc_desktop.ports.catalogue import CataloguePage, CatalogueQuery, ProductRow, Region, Sort
from inaproc_desktop.ports.sync import Pack
from inaproc_desktop.ports.ui import ChangeSet
from inaproc_desktop.storage.catalogue_file import CatalogueFiles
from inaproc_desktop.storage.regions import RegionIndex

_WORD = re.compile(r"\w+")
_MOST_WORDS = 12
_STEP = " > "
"""Between the levels of a category."""

_ORDERS = {
    Sort.CHEAPEST: "p.price, p.no",
    Sort.DEAREST: "p.price DESC, p.no",
    Sort.TKDN: "p.tkdn DESC, p.price, p.no",
    Sort.NEWEST: "p.published_at DESC, p.no",
}
_BY_WORDS = "bm25(words, 10.0, 4.0, 3.0, 5.0, 2.0), p.price, p.no"
_WITHOUT_WORDS = "p.published_at DESC, p.name, p.no"


class _Words(msgspec.Struct):
    """What a product's row carries besides its facts."""

    vendor_name: str = ""
    vendor_umkk: bool = False
    description: str = ""
    published_at: str = ""


class LocalCatalogue:
    """Implements ``ports.catalogue.Catalogue`` and ``ports.sync.CatalogueFile``."""

    def __init__(self, files: CatalogueFiles, regions: RegionIndex) -> None:
        self._files = files
        self._regions = regions
        self._about: tuple[int, datetime | None] | None = None

    def search(self, query: CatalogueQuery) -> CataloguePage:
        """Return one block of results; facets count the result without its category narrowing."""
        source, where, values = _conditions(query)
        in_category = "(p.category = :category OR p.category LIKE :below ESCAPE '\\')"
        order = _ORDERS.get(query.sort) or (_BY_WORDS if "match" in values else _WITHOUT_WORDS)
        narrowed = f"{where} AND {in_category}" if query.category else where
        if query.category:
            values |= {"category": query.category, "below": f"{_escaped(query.category + _STEP)}%"}
        page = text(
            f"SELECT p.row FROM {source} WHERE {narrowed} ORDER BY {order} LIMIT :limit OFFSET :offset"
        )
        facets = text(f"SELECT p.category, count(*) AS n FROM {source} WHERE {where} GROUP BY p.category")
        with self._files.read() as connection:
            if connection is None:
                return CataloguePage(rows=(), total=0)
            counted = connection.execute(facets, values).all()
            rows = connection.execute(page, {**values, "limit": query.limit, "offset": query.offset})
            found = tuple(_product(row.row) for row in rows)
        total = sum(row.n for row in counted if _is_in(row.category, query.category))
        ordered = sorted(counted, key=lambda row: (-row.n, row.category))
        return CataloguePage(rows=found, total=total, facets=tuple((row.category, row.n) for row in ordered))

    def product(self, product_id: str) -> ProductRow | None:
        """Return one product, also one that is no longer listed."""
        found = self.products((product_id,))
        return found[0] if found else None

    def products(self, product_ids: tuple[str, ...]) -> tuple[ProductRow, ...]:
        """Return several products in the order asked for; unknown ids are left out."""
        wanted = text("SELECT id, row FROM products WHERE id = :id")
        with self._files.read() as connection:
            if connection is None:
                return ()
            rows = (connection.execute(wanted, {"id": product_id}).first() for product_id in product_ids)
            return tuple(_product(row.row) for row in rows if row is not None)

    def similar(self, product_id: str, limit: int = 8) -> tuple[ProductRow, ...]:
        """Return products of the same category, those with a word of the name in common first chosen."""
        with self._files.read() as connection:
            if connection is None:
                return ()
            known = connection.execute(
                text("SELECT no, name, category FROM products WHERE id = :id"), {"id": product_id}
            ).first()
            if known is None:
                return ()
            alike = _alike(connection, known, limit)
            return tuple(sorted((_product(row) for row in alike), key=lambda row: row.product.price))

    def vendor(self, vendor_id: str) -> VendorFact | None:
        """Return a penyedia (without bank details)."""
        with self._files.read() as connection:
            if connection is None:
                return None
            raw = connection.execute(
                text("SELECT row FROM vendors WHERE id = :id"), {"id": vendor_id}
            ).scalar()
        return None if raw is None else msgspec.json.decode(raw, type=VendorFact)

    def seq(self) -> int:
        """Return the freshness number of what is held; 0 when nothing is."""
        return self._read_about()[0]

    def fetched_at(self) -> datetime | None:
        """Return when it was fetched."""
        return self._read_about()[1]

    def regions(self, text: str, limit: int = 20) -> tuple[Region, ...]:
        """Return regions whose path holds all words of ``text``."""
        return self._regions.find(text, limit)

    def replace(self, pack: Pack, at: datetime) -> ChangeSet:
        """Build a new catalogue beside the old one, then switch."""
        return self._files.replace(pack, at, on_switch=self._forget)

    def _forget(self) -> None:
        self._about = None

    def _read_about(self) -> tuple[int, datetime | None]:
        about = self._about
        if about is None:
            with self._files.read() as connection:
                row = (
                    connection.execute(text("SELECT * FROM about")).first()
                    if connection is not None
                    else None
                )
            about = (row.seq, datetime.fromisoformat(row.fetched_at)) if row is not None else (0, None)
            self._about = about
        return about


def match_of(typed: str, joined: str = " AND ") -> str:
    """Return an FTS5 expression: every word, the last perhaps unfinished, begins some word of the row."""
    words = dict.fromkeys(_WORD.findall(typed.replace("_", " ")))
    return joined.join(f'"{word}"*' for word in list(words)[:_MOST_WORDS])


def _conditions(query: CatalogueQuery) -> tuple[str, str, dict[str, Any]]:
    source = "products p"
    where = ["p.listed = 1"]
    values: dict[str, Any] = {}
    match = match_of(query.text)
    if match:
        source = "words JOIN products p ON p.no = words.rowid"
        where.append("words MATCH :match")
        values["match"] = match
    for wanted, condition in (
        (query.pdn_only, "p.pdn = 1"),
        (query.umkk_only, "p.umkk = 1"),
        (query.in_stock, "p.in_stock = 1"),
    ):
        if wanted:
            where.append(condition)
    for name, value, condition in (
        ("vendor", query.vendor_id, "p.vendor_id = :vendor"),
        ("low", query.min_price, "p.price >= :low"),
        ("high", query.max_price, "p.price <= :high"),
    ):
        if value not in (None, ""):
            where.append(condition)
            values[name] = value
    if query.region:
        where.append("(p.region = :region OR p.region LIKE :in_region)")
        values |= {"region": query.region, "in_region": f"{query.region}.%"}
    return source, " AND ".join(where), values


def _alike(connection: Connection, known: Row[Any], limit: int) -> list[bytes]:
    words = match_of(" ".join(_WORD.findall(known.name)[:3]), " OR ")
    closest = text(
        "SELECT p.no, p.row FROM words JOIN products p ON p.no = words.rowid WHERE words MATCH :match"
        " AND p.listed = 1 AND p.category = :category AND p.no <> :no"
        " ORDER BY bm25(words, 10.0, 0.0, 0.0, 0.0, 0.0), p.price LIMIT :limit"
    )
    others = text(
        "SELECT no, row FROM products WHERE listed = 1 AND category = :category AND no <> :no"
        " ORDER BY price, no LIMIT :limit"
    )
    values = {"match": f"name : ({words})", "category": known.category, "no": known.no, "limit": 2 * limit}
    found: dict[int, bytes] = {}
    for wanted in (closest, others) if words else (others,):
        for row in connection.execute(wanted, values):
            if len(found) < limit:
                found.setdefault(row.no, row.row)
    return list(found.values())


def _product(raw: bytes) -> ProductRow:
    words = msgspec.json.decode(raw, type=_Words)
    return ProductRow(
        product=msgspec.json.decode(raw, type=ProductFact),
        vendor_name=words.vendor_name,
        vendor_umkk=words.vendor_umkk,
        description=words.description,
        published_at=words.published_at,
    )


def _is_in(category: str, wanted: str) -> bool:
    return not wanted or category == wanted or category.startswith(wanted + _STEP)


def _escaped(prefix: str) -> str:
    return prefix.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
