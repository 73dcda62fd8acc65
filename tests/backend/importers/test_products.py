"""Products of both catalogue versions, the penyedia they bring, and the search that finds them."""

from __future__ import annotations

import json
from typing import Any

import pytest
from sqlalchemy import update

from inaproc_backend.catalogue.changes import catalogue_seq
from inaproc_backend.catalogue.query import Search
from inaproc_backend.catalogue.search import find_products
from inaproc_backend.importers.products import NOBODY
from inaproc_backend.storage import tables
from tests.backend.importers.conftest import PRODUCT, Desk, csv_of

RECORD = {
    "id": "p-1",
    "name": "Kertas HVS A4",
    "type": "PHYSICAL",
    "labels": ["Verified", "PDN", "PPN"],
    "defaultPrice": 50000,
    "createdAt": "2025-06-11 08:20:52.600878 +0000 UTC",
    "ppnPercentage": 12,
    "ppnBmPercentage": 0,
    "tkdn": {"value": 30.77, "bmpValue": 15, "tkdnBmp": 45.769999999999996, "status": "APPROVED"},
    "location": {
        "regionCode": "31",
        "child": {
            "regionCode": "31.74",
            "child": {"regionCode": "31.74.03", "child": {"regionCode": "31.74.03.1002"}},
        },
    },
    "stockAccumulation": 100,
    "sellerName": "TOKO UJI",
    "sellerId": "01V",
    "isSellerUMKK": True,
    "status": "ACTIVE",
}


def product(**columns: str) -> str:
    return csv_of({**PRODUCT, **columns})


def search(desk: Desk, *words: str) -> tuple[str, ...]:
    with desk.database.read() as connection:
        return find_products(connection, Search(words=words)).product_ids


def seq(desk: Desk) -> int:
    with desk.database.read() as connection:
        return catalogue_seq(connection)


def test_a_product_arrives_with_its_penyedia_and_can_be_found(any_desk: Desk) -> None:
    assert any_desk.counts("products", product()) == {"taken": 1}
    row, vendor = any_desk.row("products"), any_desk.row("vendors")
    assert (row["price"], row["stock"], row["minimum"], row["unit"]) == (50_000, 10_000, 100, "Rim")
    assert (row["tkdn"], row["bmp"], row["pdn"], row["listed"]) == (3077, 1500, True, True)
    assert (row["category"], row["ppn"], row["origin_region"]) == (
        "ATK > Kertas",
        "terutang",
        "31.74.03.1002",
    )
    assert row["published_at"].startswith("2025-06-11T00:00:00") and row["seq"] == seq(any_desk) == 1
    assert (vendor["id"], vendor["name"], vendor["umkk"], vendor["pkp"]) == ("01V", "TOKO UJI", True, True)
    assert (vendor["region_code"], vendor["active"]) == ("31.74.03.1002", True)
    assert search(any_desk, "hvs", "uji") == ("p-1",)
    assert any_desk.row("feed")["scope"] == "vendor/01V"


def test_the_sequence_grows_with_changes_only(any_desk: Desk) -> None:
    any_desk.load("products", product())
    assert any_desk.counts("products", product()) == {"unchanged": 1}
    assert seq(any_desk) == 1
    assert any_desk.counts("products", product(harga="51000")) == {"changed": 1}
    assert seq(any_desk) == any_desk.row("products")["seq"] == 2


def test_both_forms_of_a_v6_product_say_the_same(desk: Desk) -> None:
    desk.load("products", product())
    assert desk.counts("products", json.dumps(RECORD), "records.jsonl") == {"unchanged": 1}


def test_a_record_alone_is_a_whole_product(desk: Desk) -> None:
    desk.load("products", "\n" + json.dumps(RECORD), "records.jsonl")
    row = desk.row("products")
    assert (row["price"], row["tkdn"], row["stock"], row["origin_region"]) == (
        50_000,
        3077,
        10_000,
        "31.74.03.1002",
    )
    assert desk.row("vendors")["umkk"] is True


def test_a_record_may_lack_nearly_everything(desk: Desk) -> None:
    bare = {
        "id": "p-2",
        "name": "Jasa",
        "type": "SERVICE",
        "defaultPrice": 1,
        "sellerName": "TOKO",
        "tkdn": None,
        "location": None,
    }
    assert desk.counts("products", json.dumps(bare), "records.jsonl") == {"taken": 1}
    row = desk.row("products")
    assert (row["unit"], row["stock"], row["tkdn"], row["listed"]) == ("Paket", None, 0, True)


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        ({"status": "IN_REVIEW"}, {"listed": False}),
        ({"status": ""}, {"listed": True}),
        ({"tkdn_status": "REJECTED"}, {"tkdn": 0, "bmp": 0}),
        ({"tkdn": "", "bmp": "", "tkdn_status": ""}, {"tkdn": 0, "bmp": 0}),
        ({"tkdn_status": ""}, {"tkdn": 3077}),
        ({"pdn": "Import", "label": "Import|PPN"}, {"pdn": False}),
        ({"pdn": "", "label": "PDN"}, {"pdn": True}),
        ({"pdn": "", "label": ""}, {"pdn": False}),
        ({"satuan": "", "tipe_produk": "DIGITAL"}, {"unit": "Lisensi"}),
        ({"satuan": "", "tipe_produk": ""}, {"unit": "Unit"}),
        ({"stok": ""}, {"stock": None}),
        ({"stok": "2.5"}, {"stock": 250}),
        ({"min_pembelian": "10"}, {"minimum": 1000}),
        ({"min_pembelian": "0"}, {"minimum": 100}),
        ({"ppn_persen": "0"}, {"ppn": "tidak_dipungut"}),
        ({"ppn_persen": ""}, {"ppn": "terutang"}),
        ({"dibuat": ""}, {"published_at": None}),
        ({"kategori_l1": "", "kategori_l2": ""}, {"category": ""}),
    ],
)
def test_what_the_portal_means(desk: Desk, columns: dict[str, str], expected: dict[str, Any]) -> None:
    desk.load("products", product(**columns))
    row = desk.row("products")
    assert {name: row[name] for name in expected} == expected


def test_a_product_in_review_is_kept_but_not_found(desk: Desk) -> None:
    desk.load("products", product(status="IN_REVIEW"))
    assert search(desk, "kertas") == ()
    desk.load("products", product())
    assert search(desk, "kertas") == ("p-1",)
    desk.load("products", product(status="IN_REVIEW"))
    assert search(desk, "kertas") == ()


def test_a_withdrawn_approval_takes_the_content_back(desk: Desk) -> None:
    desk.load("products", product())
    assert desk.counts("products", product(tkdn="", bmp="", tkdn_status="")) == {"unchanged": 1}
    assert desk.counts("products", product(tkdn_status="REJECTED")) == {"changed": 1}
    assert desk.row("products")["tkdn"] == 0


def test_products_of_nobody_can_be_seen_and_not_ordered(desk: Desk) -> None:
    rows = [{**PRODUCT, "id": number, "penyedia": "", "penyedia_id": ""} for number in ("a", "b")]
    assert desk.counts("products", csv_of(*rows)) == {"taken": 2}
    vendor = desk.row("vendors")
    assert (vendor["id"], vendor["active"], vendor["region_code"]) == (NOBODY, False, "")
    assert set(search(desk, "kertas")) == {"a", "b"}
    assert desk.counts("products", csv_of(*rows)) == {"unchanged": 2}


def test_a_penyedia_without_a_number_is_told_by_its_name(desk: Desk) -> None:
    names = ("CV Uji", "CV  UJI ", "CV Lain")
    rows = [{**PRODUCT, "id": str(n), "penyedia": name, "penyedia_id": ""} for n, name in enumerate(names)]
    desk.load("products", csv_of(*rows))
    owners = [row["vendor_id"] for row in desk.rows("products")]
    assert owners[0] == owners[1] != owners[2]


def test_what_a_penyedia_registered_is_not_overwritten(desk: Desk) -> None:
    desk.load("products", product())
    desk.write(update(tables.vendors).values(name="Toko Terdaftar", pkp=False, active=False, npwp="1"))
    desk.load("products", product(harga="1"))
    vendor = desk.row("vendors")
    assert (vendor["name"], vendor["pkp"], vendor["active"]) == ("Toko Terdaftar", False, False)


def test_a_price_of_the_portal_stays_a_whole_rupiah(desk: Desk) -> None:
    desk.load("products", product(harga="18818919"))
    assert desk.row("products")["price"] == 18_818_919
