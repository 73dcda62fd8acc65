"""Searching: what is found, in which order, page by page, and that the index follows every change."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import delete, insert, select, update

from inaproc_backend.catalogue.changes import catalogue_seq, products_changed, vendors_changed
from inaproc_backend.catalogue.query import (
    Cursor,
    Search,
    Sort,
    check_search,
    decode_cursor,
    encode_cursor,
)
from inaproc_backend.catalogue.search import find_products
from inaproc_backend.catalogue.words import search_words
from inaproc_backend.storage import tables
from inaproc_backend.storage.database import Database
from inaproc_core.errors import Refused
from tests.backend.catalogue.conftest import fill


def found(database: Database, q: str = "", **parts: Any) -> list[str]:
    search = check_search(Search(words=tuple(search_words(q)), **parts))
    with database.read() as connection:
        page = find_products(connection, search)
    assert page.total >= len(page.product_ids)
    return list(page.product_ids)


@pytest.mark.parametrize(
    ("q", "ids"),
    [
        ("kertas", {"hvs-a4", "hvs-f4", "karton", "meja"}),
        ("kert", {"hvs-a4", "hvs-f4", "karton", "meja"}),
        ("hvs a4", {"hvs-a4"}),
        ("a4 hvs", {"hvs-a4"}),
        ("HVS 80", {"hvs-a4"}),
        ("creme", {"meja"}),
        ("CRÈME", {"meja"}),
        ("melati", {"hvs-a4", "rak", "meja"}),
        ("mebel", {"rak", "meja"}),
        ("zzz", set()),
        ("kertas zzz", set()),
        ("vs", set()),
    ],
)
def test_every_word_must_begin_a_word_of_the_product(catalogue: Database, q: str, ids: set[str]) -> None:
    assert set(found(catalogue, q)) == ids


@pytest.mark.parametrize(
    "q", ['"', "*", "a OR b", "NEAR(", "';--", "a:b", "-kertas", "%", "\\", "(", "AND", "\x00"]
)
def test_signs_of_a_query_language_mean_nothing(catalogue: Database, q: str) -> None:
    found(catalogue, q)


def test_the_name_counts_more_than_brand_and_category(catalogue: Database) -> None:
    # "Kertas" is in the names of the first two, only in the brand or the category of the others.
    assert set(found(catalogue, "kertas")[:2]) == {"hvs-a4", "hvs-f4"}


def test_equal_matches_are_sorted_by_domestic_content(catalogue: Database) -> None:
    assert found(catalogue, "hvs") == ["hvs-a4", "hvs-f4"]


@pytest.mark.parametrize(
    ("sort", "ids"),
    [
        (Sort.CHEAPEST, ["karton", "hvs-a4", "hvs-f4", "rak", "meja"]),
        (Sort.DEAREST, ["meja", "rak", "hvs-f4", "hvs-a4", "karton"]),
        (Sort.TKDN, ["rak", "hvs-a4", "hvs-f4", "karton", "meja"]),
        (Sort.NEWEST, ["karton", "rak", "hvs-a4", "hvs-f4", "meja"]),
        (Sort.RELEVANCE, ["rak", "hvs-a4", "hvs-f4", "karton", "meja"]),
    ],
)
def test_orders(catalogue: Database, sort: Sort, ids: list[str]) -> None:
    assert found(catalogue, sort=sort) == ids


@pytest.mark.parametrize(
    ("parts", "ids"),
    [
        ({"pdn": True}, {"hvs-a4", "hvs-f4", "rak"}),
        ({"pdn": False}, {"karton", "meja"}),
        ({"umkk": True}, {"hvs-a4", "rak", "meja"}),
        ({"umkk": False}, {"hvs-f4", "karton"}),
        ({"in_stock": True}, {"hvs-a4", "hvs-f4", "rak", "meja"}),
        ({"in_stock": False}, {"karton"}),
        ({"vendor": "v2"}, {"hvs-f4", "karton"}),
        ({"category": "Mebel"}, {"rak", "meja"}),
        ({"category": "Mebel > Kantor"}, {"meja"}),
        ({"category": "Meb"}, set()),
        ({"category": "ATK"}, {"hvs-a4", "hvs-f4", "karton"}),
        ({"region": "32"}, {"hvs-a4", "rak", "meja"}),
        ({"region": "32.04"}, {"rak"}),
        ({"region": "31.74.03"}, {"hvs-f4", "karton"}),
        ({"region": "31.74"}, {"hvs-f4", "karton"}),
        ({"min_price": 50_000, "max_price": 55_000}, {"hvs-a4", "hvs-f4"}),
        ({"max_price": 49_999}, {"karton"}),
        ({"min_price": 950_001}, set()),
        ({"pdn": True, "umkk": True, "category": "ATK"}, {"hvs-a4"}),
    ],
)
def test_filters(catalogue: Database, parts: dict[str, Any], ids: set[str]) -> None:
    assert set(found(catalogue, **parts)) == ids


def test_filters_and_words_together(catalogue: Database) -> None:
    assert found(catalogue, "kertas", pdn=False, sort=Sort.CHEAPEST) == ["karton", "meja"]
    assert found(catalogue, "kertas", max_price=50_000, category="ATK") == ["hvs-a4", "karton"]


@pytest.mark.parametrize("sort", list(Sort))
@pytest.mark.parametrize("q", ["", "kertas", "m"])
@pytest.mark.parametrize("limit", [1, 2, 3])
def test_pages_hold_everything_once(catalogue: Database, sort: Sort, q: str, limit: int) -> None:
    words = tuple(search_words(q))
    whole = found(catalogue, q, sort=sort)
    seen: list[str] = []
    cursor: Cursor | None = None
    for _ in range(10):
        search = check_search(Search(words=words, sort=sort, limit=limit, cursor=cursor))
        with catalogue.read() as connection:
            page = find_products(connection, search)
        assert page.total == len(whole)
        assert 0 < len(page.product_ids) <= limit
        seen += page.product_ids
        cursor = decode_cursor(encode_cursor(page.cursor)) if page.cursor else None
        if cursor is None:
            break
    assert seen == whole


@pytest.mark.parametrize(
    ("search", "code", "field"),
    [
        (Search(limit=0), "catalogue.limit", "limit"),
        (Search(limit=201), "catalogue.limit", "limit"),
        (Search(min_price=-1), "catalogue.price", "min_price"),
        (Search(max_price=1 << 70), "catalogue.price", "max_price"),
        (Search(min_price=2, max_price=1), "catalogue.price_range", "max_price"),
        (Search(region="3"), "catalogue.region", "region"),
        (Search(region="32.73' OR 1"), "catalogue.region", "region"),
        (Search(cursor=Cursor(sort="price", total=1)), "catalogue.cursor", "cursor"),
    ],
)
def test_nonsense_is_refused_by_field(search: Search, code: str, field: str) -> None:
    with pytest.raises(Refused) as refused:
        check_search(search)
    assert (refused.value.refusal.code, refused.value.refusal.field) == (code, field)


@pytest.mark.parametrize(
    "text",
    [
        "x",
        "AAAA",
        "W10",
        "éé",
        encode_cursor(Cursor(sort="price", total=-1)),
        encode_cursor(Cursor(sort="a", total=1, no=1 << 62)),
        "WyJwcmljZSIsMSwxLDEsMSwxLDFd",
    ],
)
def test_a_forged_cursor_is_refused(text: str) -> None:
    try:
        cursor = decode_cursor(text)
    except Refused as error:
        assert error.refusal.code == "catalogue.cursor"
        return
    assert cursor is not None
    with pytest.raises(Refused):
        check_search(Search(cursor=cursor))


def test_a_cursor_with_the_wrong_kind_of_key_is_refused(catalogue: Database) -> None:
    for sort, key in ((Sort.CHEAPEST, "x"), (Sort.NEWEST, 5), (Sort.CHEAPEST, 1 << 63)):
        cursor = Cursor(sort=sort.value, total=5, key=key, no=1)
        with catalogue.read() as connection, pytest.raises(Refused) as refused:
            find_products(connection, check_search(Search(sort=sort, cursor=cursor)))
        assert refused.value.refusal.code == "catalogue.cursor"


def test_the_index_follows_the_products(own_catalogue: Database) -> None:
    products = tables.products
    with own_catalogue.read() as connection:
        before = catalogue_seq(connection)
    with own_catalogue.write() as connection:
        connection.execute(update(products).where(products.c.id == "hvs-a4").values(name="Tinta", price=7))
        connection.execute(update(products).where(products.c.id == "rak").values(listed=False))
        connection.execute(update(products).where(products.c.id == "lama").values(listed=True))
        connection.execute(
            insert(products).values(id="baru", vendor_id="v2", name="Kertas Baru", unit="Rim", price=1)
        )
        seq = products_changed(connection, ["hvs-a4", "rak", "lama", "baru"])
    assert seq == before + 1
    assert set(found(own_catalogue, "kertas lama")) == {"lama"}
    assert set(found(own_catalogue, "kertas baru")) == {"baru"}
    assert found(own_catalogue, "hvs") == ["hvs-f4"]
    assert found(own_catalogue, "tinta") == ["hvs-a4"]
    assert "rak" not in found(own_catalogue)
    with own_catalogue.read() as connection:
        moved = connection.execute(select(products.c.id).where(products.c.seq == seq)).scalars()
        assert set(moved) == {"hvs-a4", "rak", "lama", "baru"}


def test_a_renamed_penyedia_is_found_by_its_new_name(own_catalogue: Database) -> None:
    with own_catalogue.write() as connection:
        connection.execute(
            update(tables.vendors).where(tables.vendors.c.id == "v1").values(name="Anggrek", umkk=False)
        )
        vendors_changed(connection, ["v1"])
    assert set(found(own_catalogue, "anggrek")) == {"hvs-a4", "rak", "meja"}
    assert found(own_catalogue, "melati") == []
    assert found(own_catalogue, umkk=True) == []


def test_no_change_does_not_move_the_sequence(own_catalogue: Database) -> None:
    with own_catalogue.write() as connection:
        assert products_changed(connection, []) == catalogue_seq(connection)


def test_full_text_outlives_a_vacuum(tmp_path: Path) -> None:
    """Row numbers of a table with a text key move with VACUUM; those of the index must not."""
    database = fill(Database.in_folder(tmp_path))
    index = tables.catalogue_index
    with database.write() as connection:
        connection.execute(delete(index).where(index.c.product_id == "hvs-a4"))
    database.close()
    with closing(sqlite3.connect(tmp_path / "inaproc.db")) as plain:
        plain.execute("VACUUM")
    assert found(database, "hvs") == ["hvs-f4"]
    assert found(database, "rak susun") == ["rak"]
    database.close()
