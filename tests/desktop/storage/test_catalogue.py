"""The local catalogue: search as typed, replacement as a whole, regions by words."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

import resources
from inaproc_core.values import Rupiah
from inaproc_core.wire.codec import to_plain
from inaproc_desktop.ports.catalogue import CatalogueQuery, Region, Sort
from inaproc_desktop.ports.data import WorldFailed
from inaproc_desktop.ports.sync import Pack
from inaproc_desktop.storage.catalogue import LocalCatalogue
from inaproc_desktop.storage.catalogue_file import CatalogueFiles
from inaproc_desktop.storage.regions import RegionIndex
from tests import builders

AT = datetime(2026, 11, 22, 10, tzinfo=UTC)
PAPER = "Alat Tulis Kantor > Kertas"
MACHINES = "Komputer > Printer"


def line(kind: str, row: object, **more: object) -> bytes:
    return json.dumps({"kind": kind, **to_plain(row), **more}).encode()


def product(product_id: str, name: str, category: str, price: int, **changes: object) -> bytes:
    words = {"vendor_name": "CV Graha Contoh Utama", "vendor_umkk": True, "description": "Baik"}
    words["published_at"] = "2026-01-01"
    vendor = str(changes.pop("vendor_id", "v-1"))
    row = builders.product(product_id, price=price, name=name, vendor_id=vendor)
    return line("product", row, **{**words, "category": category, **changes})


def lines() -> Iterator[bytes]:
    yield line("vendor", builders.vendor())
    yield line("vendor", builders.vendor(vendor_id="v-2"))
    yield product("hvs-a4", "Kertas HVS A4 80 gsm", PAPER, 54_000)
    yield product("hvs-f4", "Kertas HVS F4 70 gsm", PAPER, 51_000, stock=0)
    yield product("cafe", "Kertas Café warna", PAPER, 9_000, pdn=False, vendor_umkk=False, vendor_id="v-2")
    yield product(
        "printer", "Printer tinta", MACHINES, 2_500_000, brand="Kertamas", published_at="2026-05-01"
    )
    yield product("old", "Kertas lama", PAPER, 1_000, listed=False)
    yield product("jogja", "Kertas buram", PAPER, 30_000, origin_region="34.71.01.1001", tkdn=9000)


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[LocalCatalogue]:
    files = CatalogueFiles(tmp_path)
    regions = RegionIndex(tmp_path / "regions.db", resources.path("data", "regions.csv.gz"))
    made = LocalCatalogue(files, regions)
    made.replace(Pack(seq=7, lines=lines()), AT)
    yield made
    files.close()
    regions.close()


def ids(catalogue: LocalCatalogue, **query: object) -> list[str]:
    return [row.product.id for row in catalogue.search(CatalogueQuery(**query)).rows]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("kertas hv", {"hvs-a4", "hvs-f4"}),
        ("HVS kertas a4", {"hvs-a4"}),
        ("cafe", {"cafe"}),
        ("CAFÉ", {"cafe"}),
        ("kerta", {"hvs-a4", "hvs-f4", "cafe", "printer", "jogja"}),
        ("graha printer", {"printer"}),
        ('"hvs" OR x*', set()),
        ("hvs -a4", {"hvs-a4"}),
        ("tidak ada", set()),
    ],
)
def test_every_word_typed_begins_a_word_of_the_product(
    catalogue: LocalCatalogue, typed: str, found: set[str]
) -> None:
    assert set(ids(catalogue, text=typed)) == found


def test_name_counts_more_than_brand(catalogue: LocalCatalogue) -> None:
    assert ids(catalogue, text="kerta")[-1] == "printer"


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"category": "Alat Tulis Kantor"}, {"hvs-a4", "hvs-f4", "cafe", "jogja"}),
        ({"category": "Alat Tulis"}, set()),
        ({"pdn_only": True, "text": "kertas"}, {"hvs-a4", "hvs-f4", "jogja"}),
        ({"umkk_only": True, "category": PAPER}, {"hvs-a4", "hvs-f4", "jogja"}),
        ({"in_stock": True, "text": "hvs"}, {"hvs-a4"}),
        ({"vendor_id": "v-2"}, {"cafe"}),
        ({"min_price": Rupiah(30_000), "max_price": Rupiah(54_000)}, {"hvs-a4", "hvs-f4", "jogja"}),
        ({"region": "34"}, {"jogja"}),
        ({"region": "34.71.01.1001"}, {"jogja"}),
        ({"region": "3"}, set()),
    ],
)
def test_filters_narrow(catalogue: LocalCatalogue, query: dict[str, object], found: set[str]) -> None:
    assert set(ids(catalogue, **query)) == found


def test_orders(catalogue: LocalCatalogue) -> None:
    assert ids(catalogue, sort=Sort.CHEAPEST)[0] == "cafe"
    assert ids(catalogue, sort=Sort.DEAREST)[0] == "printer"
    assert ids(catalogue, sort=Sort.NEWEST)[0] == "printer"
    assert ids(catalogue, sort=Sort.TKDN)[0] == "jogja"


def test_page_total_and_facets(catalogue: LocalCatalogue) -> None:
    page = catalogue.search(CatalogueQuery(text="kerta", limit=2, offset=1, category=PAPER))
    assert len(page.rows) == 2
    assert page.total == 4
    assert page.facets == ((PAPER, 4), (MACHINES, 1))


def test_product_carries_its_words(catalogue: LocalCatalogue) -> None:
    row = catalogue.product("cafe")
    assert row is not None
    assert (row.vendor_name, row.vendor_umkk, row.description) == ("CV Graha Contoh Utama", False, "Baik")
    assert row.product.price == 9_000
    gone = catalogue.product("old")
    assert gone is not None
    assert not gone.product.listed
    assert [one.product.id for one in catalogue.products(("printer", "nothing", "cafe"))] == [
        "printer",
        "cafe",
    ]


def test_similar_is_of_the_same_category_cheapest_first(catalogue: LocalCatalogue) -> None:
    assert [row.product.id for row in catalogue.similar("hvs-a4")] == ["cafe", "jogja", "hvs-f4"]
    assert [row.product.id for row in catalogue.similar("hvs-a4", limit=1)] == ["hvs-f4"]
    assert catalogue.similar("nothing") == ()


def test_vendor(catalogue: LocalCatalogue) -> None:
    assert catalogue.vendor("v-1") == builders.vendor()
    assert catalogue.vendor("v-9") is None


def test_replacement_is_whole_and_survives(catalogue: LocalCatalogue, tmp_path: Path) -> None:
    assert (catalogue.seq(), catalogue.fetched_at()) == (7, AT)
    catalogue.replace(Pack(seq=3, lines=[line("vendor", builders.vendor())]), AT)
    assert catalogue.seq() == 3
    assert ids(catalogue) == []
    again = CatalogueFiles(tmp_path)
    assert LocalCatalogue(again, RegionIndex(tmp_path / "r.db", Path("none"))).seq() == 3
    again.close()
    assert len(list(tmp_path.glob("catalogue-*.db"))) == 1


@pytest.mark.parametrize("broken", [b"{", b'{"kind": "product"}', b"[]"])
def test_broken_pack_leaves_the_old_one(catalogue: LocalCatalogue, tmp_path: Path, broken: bytes) -> None:
    with pytest.raises(WorldFailed) as failed:
        catalogue.replace(Pack(seq=8, lines=[line("vendor", builders.vendor()), broken]), AT)
    assert failed.value.code == "world.answer"
    assert catalogue.seq() == 7
    assert len(ids(catalogue)) == 5
    assert list(tmp_path.glob("*.building*")) == []


def test_left_overs_of_a_kill_are_removed(tmp_path: Path) -> None:
    (tmp_path / "catalogue-4.building").write_bytes(b"half")
    files = CatalogueFiles(tmp_path)
    assert list(tmp_path.iterdir()) == []
    empty = LocalCatalogue(files, RegionIndex(tmp_path / "r.db", Path("none")))
    assert (empty.seq(), empty.fetched_at(), empty.search(CatalogueQuery()).total) == (0, None, 0)
    assert empty.product("x") is None
    assert empty.similar("x") == ()
    assert empty.vendor("x") is None


@pytest.fixture
def regions(tmp_path: Path) -> Iterator[RegionIndex]:
    source = tmp_path / "regions.csv.gz"
    rows = (
        "kode,nama,tingkat,induk\n32,Jawa Barat,provinsi,\n32.73,Kota Bandung,kabupaten_kota,32\n"
        "32.73.09,Sumur Bandung,kecamatan,32.73\n32.73.09.1002,Merdeka,desa_kelurahan,32.73.09\n"
        "32.73.09.1003,Babakan Ciamis,desa_kelurahan,32.73.09\n"
    )
    source.write_bytes(gzip.compress(rows.encode()))
    made = RegionIndex(tmp_path / "regions.db", source)
    yield made
    made.close()


def test_regions_by_words_of_their_path(regions: RegionIndex) -> None:
    path = "Merdeka, Sumur Bandung, Kota Bandung, Jawa Barat"
    assert regions.find("merdeka band", 5) == (Region(code="32.73.09.1002", path=path),)
    assert next(region.code for region in regions.find("sumur", 5)) == "32.73.09"
    assert regions.find("", 5) == ()
    assert regions.find("jakarta", 5) == ()
    assert len(regions.find("bandung", 2)) == 2


def test_region_index_follows_its_list(regions: RegionIndex, tmp_path: Path) -> None:
    assert len(regions.find("bandung", 9)) == 3
    source = tmp_path / "regions.csv.gz"
    rows = "kode,nama,tingkat,induk\n11,Aceh,provinsi,\n11.01.01,Bakongan,kecamatan,11.01\n"
    source.write_bytes(gzip.compress(rows.encode()))
    newer = RegionIndex(tmp_path / "regions.db", source)
    assert [region.path for region in newer.find("bakongan", 9)] == ["Bakongan, Aceh"]
    assert newer.find("bandung", 9) == ()
    newer.close()
