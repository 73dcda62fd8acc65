"""Importer of catalogue products, v6 and v5."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection

from inaproc_backend.catalogue.changes import products_changed, vendors_changed
from inaproc_backend.feed.publish import publish
from inaproc_backend.feed.rows import vendor_entry
from inaproc_backend.importers import fields
from inaproc_backend.importers.upsert import fetch, upsert
from inaproc_backend.importers.verdicts import Numbered, Row, Verdict
from inaproc_backend.storage.tables import products, vendors
from inaproc_backend.storage.times import to_text
from inaproc_core.errors import refuse
from inaproc_core.tax import PpnTreatment

NOBODY = "tanpa-penyedia"
"""Penyedia of products whose source names none; nothing can be ordered from it."""

_UNITS = {"PHYSICAL": "Unit", "SERVICE": "Paket", "DIGITAL": "Lisensi"}
_LISTED = "ACTIVE"
_COUNTED = {"", "APPROVED"}
_NO_COLUMNS = frozenset({"vendor", "usual_unit"})
_MOST_LABELS = 300


class ProductImporter:
    """``products``: products with price, penyedia and place.

    Read as the portal means it: TKDN counts when it is approved, a product is listed when it is active, no
    unit on a v6 record is the unit of its type, and a source that does not say who sells gives the product
    to ``NOBODY``: it can be found, compared and priced, but not ordered.
    """

    required: Sequence[str] = ("id", "nama_produk", "harga", "penyedia")
    repeats = False

    def read(self, values: Mapping[str, Any]) -> Row:
        """Return a row of ``products`` with one of ``vendors`` under ``vendor``."""
        labels = set(fields.text(values.get("label"), at="label", longest=_MOST_LABELS).upper().split("|"))
        kind = fields.text(values.get("tipe_produk"), at="tipe_produk", longest=40).upper() or "PHYSICAL"
        if kind not in _UNITS:
            refuse(
                "import.one_of", at="tipe_produk", column="tipe_produk", value=kind, choices=", ".join(_UNITS)
            )
        tkdn_status = fields.text(values.get("tkdn_status"), at="tkdn_status", longest=40).upper()
        tkdn, bmp = (_content(values, column, tkdn_status) for column in ("tkdn", "bmp"))
        minimum = fields.amount(values.get("min_pembelian"), at="min_pembelian")
        status = fields.text(values.get("status"), at="status", longest=40).upper()
        vendor = _vendor(values, labels)
        published = fields.day(values.get("dibuat"), at="dibuat")
        return {
            "id": fields.code(values["id"], at="id", longest=80, required=True),
            "vendor": vendor,
            "vendor_id": vendor["id"],
            "name": fields.text(values["nama_produk"], at="nama_produk", longest=500, required=True),
            "unit": fields.text(values.get("satuan"), at="satuan", longest=40),
            "usual_unit": _UNITS[kind],
            "price": fields.rupiah(values["harga"], at="harga", lowest=1),
            "listed": status == _LISTED if status else None,
            "stock": fields.amount(values.get("stok"), at="stok"),
            "minimum": minimum or None,
            "ppn": _ppn(values),
            "pdn": _pdn(values, labels),
            "tkdn": tkdn,
            "bmp": bmp,
            "kbki": fields.code(values.get("kbki"), at="kbki", longest=20),
            "sku": fields.text(values.get("no_produk"), at="no_produk", longest=100),
            "brand": fields.text(values.get("merek"), at="merek", longest=100),
            "category": _category(values),
            "origin_region": _region(values),
            "published_at": _moment(published),
            "source": fields.text(values.get("sumber"), at="sumber", longest=100),
        }

    def key(self, row: Row) -> str:
        """Return the id."""
        return f"produk {row['id']}"

    def store(self, connection: Connection, rows: Sequence[Numbered], now: datetime) -> Sequence[Verdict]:
        """Write a batch: penyedia as far as they are new, products, catalogue sequence and search index."""
        sellers: dict[str, Row] = {}
        for numbered in rows:
            sellers.setdefault(numbered.row["vendor_id"], numbered.row["vendor"])
        stored = fetch(connection, vendors, "id", list(sellers))
        named = [_only_new(stored.get(vendor_id), row) for vendor_id, row in sellers.items()]
        outcome = dict(zip(sellers, upsert(connection, vendors, "id", named), strict=True))
        stored_ids = set(fetch(connection, products, "id", [numbered.row["id"] for numbered in rows]))
        columns = [_columns(numbered.row, is_new=numbered.row["id"] not in stored_ids) for numbered in rows]
        verdicts = upsert(connection, products, "id", columns)
        moved = [
            row["id"]
            for row, verdict in zip(columns, verdicts, strict=True)
            if verdict is not Verdict.UNCHANGED
        ]
        products_changed(connection, list(dict.fromkeys(moved)))
        changed = [vendor for vendor, verdict in outcome.items() if verdict is Verdict.CHANGED]
        vendors_changed(connection, changed)
        new = [vendor for vendor, verdict in outcome.items() if verdict is not Verdict.UNCHANGED]
        publish(connection, [vendor_entry(connection, vendor) for vendor in new])
        return verdicts


def _vendor(values: Mapping[str, Any], labels: set[str]) -> Row:
    name = fields.text(values["penyedia"], at="penyedia", longest=300)
    given = fields.code(values.get("penyedia_id"), at="penyedia_id", longest=80)
    if not name and not given:
        return {
            "id": NOBODY,
            "name": "Penyedia belum tercatat",
            "umkk": None,
            "pkp": None,
            "region_code": "",
            "active": False,
            "source": "impor",
        }
    digest = hashlib.sha256(" ".join(name.casefold().split()).encode()).hexdigest()[:12]
    return {
        "id": given or f"impor-{digest}",
        "name": name or given,
        "umkk": fields.flag(values.get("penyedia_umkk"), at="penyedia_umkk", absent=False)
        if values.get("penyedia_umkk") not in (None, "")
        else None,
        "pkp": True if "PPN" in labels else None,
        "region_code": _region(values),
        "active": True,
        "source": "impor",
    }


def _region(values: Mapping[str, Any]) -> str:
    """Return the smallest region that the row names."""
    for column in ("kel_kode", "kec_kode", "kab_kode", "prov_kode"):
        code = fields.code(values.get(column), at=column, longest=20)
        if code:
            return code
    return ""


def _only_new(stored: Row | None, row: Row) -> Row:
    """Return a penyedia without what is known already: what it registered itself is not overwritten."""
    if stored is None:
        return row
    return {
        column: value if column == "id" or stored[column] == "" else None for column, value in row.items()
    }


def _columns(row: Row, *, is_new: bool) -> Row:
    """Return the columns of a product; only a new one gets the usual unit of its type."""
    columns = {column: value for column, value in row.items() if column not in _NO_COLUMNS}
    if is_new and not columns["unit"]:
        columns["unit"] = row["usual_unit"]
    return columns


def _content(values: Mapping[str, Any], column: str, status: str) -> int | None:
    """Return TKDN or BMP in hundredths of a percent: none unless approved, unknown when it is not stated."""
    given = values.get(column)
    found = fields.hundredths(given, at=column)
    if status not in _COUNTED:
        return 0
    return None if given is None or given == "" else found


def _moment(day: str) -> str | None:
    return to_text(datetime.fromisoformat(day).replace(tzinfo=UTC)) if day else None


def _pdn(values: Mapping[str, Any], labels: set[str]) -> bool | None:
    value = fields.text(values.get("pdn"), at="pdn", longest=40).upper()
    if value in {"PDN", "LOKAL"} or (not value and "PDN" in labels):
        return True
    return False if value or "IMPORT" in labels else None


def _ppn(values: Mapping[str, Any]) -> str | None:
    if fields.hundredths(values.get("ppnbm_persen"), at="ppnbm_persen", highest=200):
        return PpnTreatment.LUXURY.value
    stated = fields.text(values.get("ppn_persen"), at="ppn_persen", longest=10)
    if not stated:
        return None
    taxed = fields.hundredths(stated, at="ppn_persen") > 0
    return (PpnTreatment.TAXED if taxed else PpnTreatment.NOT_COLLECTED).value


def _category(values: Mapping[str, Any]) -> str:
    columns = ("kategori_l1", "kategori_l2", "kategori_l3")
    levels = (fields.text(values.get(column), at=column, longest=200) for column in columns)
    return " > ".join(level for level in levels if level)
