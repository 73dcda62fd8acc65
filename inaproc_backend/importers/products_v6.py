"""Importer of the full v6 search records (JSON Lines), read as the columns of the product file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from inaproc_backend.importers.products import ProductImporter
from inaproc_backend.importers.verdicts import Row
from inaproc_core.errors import refuse


class ProductRecordImporter(ProductImporter):
    """``products_v6_graphql.jsonl``: one search result of the v6 catalogue on each line."""

    required: Sequence[str] = ("id", "name", "defaultPrice", "sellerName")

    def read(self, values: Mapping[str, Any]) -> Row:
        """Return a row of ``products`` with one of ``vendors`` under ``vendor``.

        Raises:
            Refused: ``import.empty`` naming a member that is missing, and what the product file refuses.
        """
        for member in self.required:
            if values.get(member) in (None, ""):
                refuse("import.empty", at=member, column=member)
        return super().read(flatten(values))


def flatten(values: Mapping[str, Any]) -> Row:
    """Return a search record as columns of the product file."""
    tkdn = _object(values, "tkdn")
    labels = values.get("labels")
    return {
        "sumber": "katalog-v6-graphql",
        "id": values["id"],
        "nama_produk": values["name"],
        "tipe_produk": values.get("type"),
        "harga": values["defaultPrice"],
        "ppn_persen": _number(values.get("ppnPercentage")),
        "ppnbm_persen": values.get("ppnBmPercentage"),
        "tkdn": tkdn.get("value"),
        "bmp": tkdn.get("bmpValue"),
        "tkdn_status": tkdn.get("status"),
        "label": "|".join(str(label) for label in labels) if isinstance(labels, list) else "",
        "penyedia": values["sellerName"],
        "penyedia_id": values.get("sellerId"),
        "penyedia_umkk": values.get("isSellerUMKK"),
        "kel_kode": _region(values.get("location")),
        "stok": values.get("stockAccumulation"),
        "status": values.get("status"),
        "dibuat": str(values.get("createdAt") or "")[:10],
    }


def _object(values: Mapping[str, Any], member: str) -> Mapping[str, Any]:
    found = values.get(member)
    return found if isinstance(found, dict) else {}


def _number(value: Any) -> str:
    return "" if value is None else str(value)


def _region(location: Any) -> str:
    """Return the code of the smallest region of a nested place."""
    code = ""
    for _ in range(8):
        if not isinstance(location, dict):
            break
        code = str(location.get("regionCode") or code)
        location = location.get("child")
    return code
