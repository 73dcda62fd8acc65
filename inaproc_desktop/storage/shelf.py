"""Products and vendors that rules were asked about, kept as long as the catalogue is the same."""

from __future__ import annotations

from collections.abc import Sequence

from inaproc_core.orders.facts import ProductFact, VendorFact
from inaproc_desktop.ports.data import Catalogue

_MOST = 5000


class Shelf:
    """Reads each of them once; safe from several threads."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._seq = -1
        self._products: dict[str, ProductFact | None] = {}
        self._vendors: dict[str, VendorFact | None] = {}

    def products(self, product_ids: Sequence[str]) -> dict[str, ProductFact]:
        """Return those of these products that there are, by id."""
        self._tidy()
        kept = self._products
        unknown = tuple(one for one in product_ids if one not in kept)
        if unknown:
            found = {row.product.id: row.product for row in self._catalogue.products(unknown)}
            kept.update({one: found.get(one) for one in unknown})
        facts = ((one, kept.get(one)) for one in product_ids)
        return {one: fact for one, fact in facts if fact is not None}

    def vendor(self, vendor_id: str) -> VendorFact | None:
        """Return a penyedia (without bank details)."""
        self._tidy()
        kept = self._vendors
        if vendor_id not in kept:
            kept[vendor_id] = self._catalogue.vendor(vendor_id)
        return kept[vendor_id]

    def _tidy(self) -> None:
        # Before anything is read: what comes from a newer catalogue meanwhile goes at the next asking.
        seq = self._catalogue.seq()
        if seq != self._seq or len(self._products) + len(self._vendors) > _MOST:
            self._products, self._vendors = {}, {}
            self._seq = seq
