"""What services need from the local catalogue: search, products, penyedia, regions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from inaproc_core.orders.facts import ProductFact, VendorFact
from inaproc_core.values import Rupiah


class Sort(StrEnum):
    """Orders of a result list (orders.md §1)."""

    RELEVANCE = "relevance"
    CHEAPEST = "price"
    DEAREST = "-price"
    TKDN = "tkdn"
    NEWEST = "newest"


@dataclass(frozen=True, kw_only=True)
class CatalogueQuery:
    """What is searched for; empty members do not narrow."""

    text: str = ""
    category: str = ""
    pdn_only: bool = False
    umkk_only: bool = False
    in_stock: bool = False
    vendor_id: str = ""
    min_price: Rupiah | None = None
    max_price: Rupiah | None = None
    region: str = ""
    sort: Sort = Sort.RELEVANCE
    offset: int = 0
    limit: int = 60


@dataclass(frozen=True, kw_only=True)
class ProductRow:
    """A product as it is listed, with the words about its penyedia."""

    product: ProductFact
    vendor_name: str
    vendor_umkk: bool
    description: str = ""
    published_at: str = ""


@dataclass(frozen=True, kw_only=True)
class CataloguePage:
    """One block of results. ``facets``: category name to count over the whole result."""

    rows: tuple[ProductRow, ...]
    total: int
    facets: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, kw_only=True)
class Region:
    """A desa/kelurahan or kecamatan with its full path in words and its postal code where known."""

    code: str
    path: str
    postal_code: str = ""


class Catalogue(Protocol):
    """The local catalogue: searched offline, replaced as a whole when the backend has a newer one."""

    def search(self, query: CatalogueQuery) -> CataloguePage:
        """Return one block of results."""

    def product(self, product_id: str) -> ProductRow | None:
        """Return one product."""

    def products(self, product_ids: tuple[str, ...]) -> tuple[ProductRow, ...]:
        """Return several products; unknown ids are left out."""

    def similar(self, product_id: str, limit: int = 8) -> tuple[ProductRow, ...]:
        """Return products of the same category by other words or penyedia, cheapest first."""

    def vendor(self, vendor_id: str) -> VendorFact | None:
        """Return a penyedia (without bank details)."""

    def seq(self) -> int:
        """Return the freshness number of what is held; 0 when nothing is."""

    def fetched_at(self) -> datetime | None:
        """Return when it was fetched."""

    def regions(self, text: str, limit: int = 20) -> tuple[Region, ...]:
        """Return regions whose path holds all words of ``text``."""
