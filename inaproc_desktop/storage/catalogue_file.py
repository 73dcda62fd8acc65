"""The catalogue's file: thrown away and built anew from a pack, switched as a whole."""

from __future__ import annotations

import contextlib
import os
import re
import threading
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import msgspec
from sqlalchemy import Connection, text

from inaproc_desktop.ports.data import WorldFailed
from inaproc_desktop.ports.sync import Pack
from inaproc_desktop.ports.ui import ChangeSet
from inaproc_desktop.storage.database import Database, Durability
from inaproc_desktop.storage.files import sync_folder

_NAME = re.compile(r"catalogue-(\d+)\.db")
_AT_ONCE = 1000

_SCHEMA = (
    "CREATE TABLE about (seq INTEGER NOT NULL, fetched_at TEXT NOT NULL)",
    "CREATE TABLE vendors (id TEXT PRIMARY KEY, name TEXT NOT NULL, umkk INTEGER NOT NULL,"
    " row BLOB NOT NULL)",
    """CREATE TABLE products (
        no INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, vendor_id TEXT NOT NULL, category TEXT NOT NULL,
        name TEXT NOT NULL, price INTEGER NOT NULL, pdn INTEGER NOT NULL, umkk INTEGER NOT NULL,
        tkdn INTEGER NOT NULL, in_stock INTEGER NOT NULL, listed INTEGER NOT NULL, region TEXT NOT NULL,
        published_at TEXT NOT NULL, row BLOB NOT NULL)""",
    """CREATE VIRTUAL TABLE words USING fts5(
        name, brand, category, sku, vendor, content='', prefix='1 2 3',
        tokenize="unicode61 remove_diacritics 2")""",
)
_INDEXES = (
    "CREATE INDEX products_by_category ON products(category, price)",
    "CREATE INDEX products_by_vendor ON products(vendor_id)",
)
_PUT_VENDOR = text("INSERT INTO vendors VALUES (:id, :name, :umkk, :row)")
_PUT_PRODUCT = text(
    "INSERT INTO products VALUES (:no, :id, :vendor_id, :category, :name, :price, :pdn, :umkk, :tkdn,"
    " :in_stock, :listed, :region, :published_at, :row)"
)
_PUT_WORDS = text(
    "INSERT INTO words(rowid, name, brand, category, sku, vendor)"
    " VALUES (:no, :name, :brand, :category, :sku, :vendor_name)"
)


class CatalogueFiles:
    """The newest complete catalogue of a server, and its replacement."""

    def __init__(self, folder: Path) -> None:
        """Open the newest catalogue in a folder; older ones are removed."""
        self._folder = folder
        self._lock = threading.Lock()
        found = sorted(
            (int(match[1]), file)
            for file in folder.glob("catalogue-*.db")
            if (match := _NAME.fullmatch(file.name))
        )
        self._number = found[-1][0] if found else 0
        self._database = Database(found[-1][1], durability=Durability.NORMAL) if found else None
        for left in folder.glob("catalogue-*"):
            if not found or not left.name.startswith(found[-1][1].name):
                _remove(left)

    @contextlib.contextmanager
    def read(self) -> Iterator[Connection | None]:
        """Give a connection to the newest catalogue, ``None`` when there is none."""
        database = self._database
        if database is None:
            yield None
            return
        with database.read() as connection:
            yield connection

    def replace(self, pack: Pack, at: datetime, *, on_switch: Callable[[], None]) -> ChangeSet:
        """Build a new file from a pack, then use it instead of the old one.

        A kill at any moment leaves the old catalogue in use: the new file gets its name last.

        Raises:
            WorldFailed: ``world.answer`` for a broken pack, ``world.disk``.
        """
        with self._lock:
            number = self._number + 1
            building = self._folder / f"catalogue-{number}.building"
            _remove(building)
            database = Database(building, durability=Durability.NORMAL)
            try:
                _build(database, pack, at)
            except (msgspec.MsgspecError, KeyError, TypeError) as error:
                database.close()
                _remove(building)
                raise WorldFailed("world.answer", f"catalogue pack: {error}") from error
            except BaseException:
                database.close()
                _remove(building)
                raise
            database.close()
            place = self._folder / f"catalogue-{number}.db"
            try:
                _fsync(building)
                building.replace(place)
                sync_folder(self._folder)
            except OSError as error:
                raise WorldFailed("world.disk", str(error)) from error
            old, self._database = self._database, Database(place, durability=Durability.NORMAL)
            self._number = number
        on_switch()
        if old is not None:
            old.close()
            _remove(old.path)
        return ChangeSet.of("catalogue", initiator="sync")

    def close(self) -> None:
        """Give the file back."""
        if self._database is not None:
            self._database.close()


def _build(database: Database, pack: Pack, at: datetime) -> None:
    with database.write() as connection:
        for statement in _SCHEMA:
            connection.exec_driver_sql(statement)
        vendors: dict[str, dict[str, Any]] = {}
        products: list[dict[str, Any]] = []
        no = 0
        for line in pack.lines:
            row = msgspec.json.decode(line)
            if row["kind"] == "vendor":
                vendors[row["id"]] = row
                connection.execute(_PUT_VENDOR, _vendor(row))
            elif row["kind"] == "product":
                no += 1
                products.append(_product(no, row, vendors))
                if len(products) == _AT_ONCE:
                    _put(connection, products)
        _put(connection, products)
        for statement in _INDEXES:
            connection.exec_driver_sql(statement)
        connection.exec_driver_sql("INSERT INTO words(words) VALUES ('optimize')")
        connection.execute(
            text("INSERT INTO about VALUES (:seq, :at)"), {"seq": pack.seq, "at": at.isoformat()}
        )
        connection.exec_driver_sql("ANALYZE")
    with database.read() as connection:
        if connection.exec_driver_sql("PRAGMA quick_check").scalar_one() != "ok":
            raise WorldFailed("world.disk", "the new catalogue is damaged")
    database.checkpoint()


def _put(connection: Connection, products: list[dict[str, Any]]) -> None:
    if products:
        connection.execute(_PUT_PRODUCT, products)
        connection.execute(_PUT_WORDS, products)
        products.clear()


def _vendor(row: dict[str, Any]) -> dict[str, Any]:
    kept = {key: value for key, value in row.items() if key != "kind"}
    return {
        "id": row["id"],
        "name": row["name"],
        "umkk": int(row["umkk"]),
        "row": msgspec.json.encode(kept),
    }


def _product(no: int, row: dict[str, Any], vendors: dict[str, dict[str, Any]]) -> dict[str, Any]:
    vendor = vendors.get(row["vendor_id"], {})
    stock = row.get("stock")
    kept = {key: value for key, value in row.items() if key != "kind"}
    kept.setdefault("vendor_name", vendor.get("name", ""))
    kept.setdefault("vendor_umkk", bool(vendor.get("umkk")))
    return {
        "no": no,
        "id": row["id"],
        "vendor_id": row["vendor_id"],
        "category": row.get("category", ""),
        "name": row["name"],
        "price": row["price"],
        "pdn": int(row.get("pdn", False)),
        "umkk": int(kept["vendor_umkk"]),
        "tkdn": row.get("tkdn", 0) + row.get("bmp", 0),
        "in_stock": int(stock is None or stock >= row.get("minimum", 1)),
        "listed": int(row["listed"]),
        "region": row.get("origin_region") or vendor.get("region_code", ""),
        "published_at": row.get("published_at", ""),
        "brand": row.get("brand", ""),
        "sku": row.get("sku", ""),
        "vendor_name": kept["vendor_name"],
        "row": msgspec.json.encode(kept),
    }


def _remove(place: Path) -> None:
    """Remove a database with its side files; on Windows one still open stays until the next start."""
    for name in _with_side_files(place):
        with contextlib.suppress(OSError):
            name.unlink(missing_ok=True)


def _with_side_files(place: Path) -> Iterable[Path]:
    return (place, place.with_name(f"{place.name}-wal"), place.with_name(f"{place.name}-shm"))


def _fsync(place: Path) -> None:
    with place.open("rb+") as file:
        os.fsync(file.fileno())
