"""A small catalogue whose search results can be told by hand, on both databases."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine, insert

from inaproc_backend.catalogue.changes import products_changed
from inaproc_backend.storage import tables
from inaproc_backend.storage.database import Database
from inaproc_backend.storage.schema import create_schema
from tests.builders import NOW

_NUMBERS = itertools.count(1)

VENDORS = (
    ("v1", "Toko Melati", True, "32.73"),
    ("v2", "Grosir Kertas Raya", False, "31.74.03"),
)

PRODUCTS: tuple[dict[str, Any], ...] = (
    {"id": "hvs-a4", "name": "Kertas HVS A4 80 gsm", "vendor_id": "v1", "price": 50_000, "pdn": True,
     "category": "ATK > Kertas", "tkdn": 4000, "bmp": 500, "published_at": "2026-03-01"},
    {"id": "hvs-f4", "name": "Kertas HVS F4 70 gsm", "vendor_id": "v2", "price": 55_000, "pdn": True,
     "category": "ATK > Kertas", "tkdn": 2500, "published_at": "2026-02-01"},
    {"id": "karton", "name": "Karton Manila", "vendor_id": "v2", "price": 3_000, "stock": 0, "tkdn": 10,
     "category": "ATK > Kertas", "published_at": "2026-05-01"},
    {"id": "rak", "name": "Rak Susun", "vendor_id": "v1", "price": 900_000, "category": "Mebel",
     "origin_region": "32.04.01", "pdn": True, "tkdn": 6000, "published_at": "2026-04-01"},
    {"id": "meja", "name": "Meja Créme", "vendor_id": "v1", "price": 950_000, "brand": "Kertasari",
     "category": "Mebel > Kantor", "published_at": "2026-01-01"},
    {"id": "lama", "name": "Kertas Lama", "vendor_id": "v1", "price": 1_000, "listed": False,
     "category": "ATK > Kertas"},
)  # fmt: skip

BLANK: dict[str, Any] = {
    "unit": "Buah", "listed": True, "stock": None, "pdn": False, "tkdn": 0, "bmp": 0, "brand": "",
    "category": "", "origin_region": "", "published_at": None,
}  # fmt: skip


def fill(database: Database) -> Database:
    """Make the tables of an empty database and put the catalogue in."""
    create_schema(database, epoch="e1", now=NOW)
    vendors = [
        {"id": number, "name": name, "umkk": umkk, "region_code": region, "bank_account": "123", "npwp": "1"}
        for number, name, umkk, region in VENDORS
    ]
    with database.write() as connection:
        connection.execute(insert(tables.vendors), vendors)
        connection.execute(insert(tables.products), [BLANK | product for product in PRODUCTS])
        products_changed(connection, [product["id"] for product in PRODUCTS])
    return database


BOTH = ["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)]


@pytest.fixture(scope="module", params=BOTH)
def catalogue(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """The catalogue, once on SQLite and once on PostgreSQL; for tests that only look at it."""
    if request.param == "postgresql":
        folder = request.getfixturevalue("postgres_folder")
        server = f"postgresql+psycopg://postgres@/postgres?host={folder}"
        name = f"catalogue{next(_NUMBERS)}"
        engine = create_engine(server, isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.exec_driver_sql(f"CREATE DATABASE {name}")
        engine.dispose()
        database = Database(server.replace("/postgres?", f"/{name}?"))
    else:
        database = Database.in_folder(tmp_path_factory.mktemp("catalogue"))
    yield fill(database)
    database.close()


@pytest.fixture(params=BOTH)
def own_catalogue(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """A catalogue of its own, for a test that changes it."""
    if request.param == "postgresql":
        database = Database(request.getfixturevalue("postgres_database"))
    else:
        database = Database.in_folder(tmp_path)
    yield fill(database)
    database.close()
