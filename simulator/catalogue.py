"""A machine's catalogue in memory: the pack switch has tests of its own, here it only has to be right."""

from __future__ import annotations

from datetime import datetime

import msgspec

from inaproc_core.orders.facts import ProductFact, VendorFact
from inaproc_desktop.ports.catalogue import ProductRow
from inaproc_desktop.ports.data import WorldFailed
from inaproc_desktop.ports.sync import Pack
from inaproc_desktop.ports.ui import ChangeSet


class MemoryCatalogue:
    """Products and penyedia as the last pack brought them. Survives the process, as a file would."""

    def __init__(self) -> None:
        self._seq = 0
        self._vendors: dict[str, VendorFact] = {}
        self._products: dict[str, ProductRow] = {}

    def copy(self) -> MemoryCatalogue:
        """Return another machine's copy of the same catalogue."""
        made = MemoryCatalogue()
        made._seq, made._vendors, made._products = self._seq, self._vendors, self._products
        return made

    def seq(self) -> int:
        """Return the freshness number of what is held."""
        return self._seq

    def products(self, product_ids: tuple[str, ...]) -> tuple[ProductRow, ...]:
        """Return several products; unknown ids are left out."""
        return tuple(self._products[one] for one in product_ids if one in self._products)

    def vendor(self, vendor_id: str) -> VendorFact | None:
        """Return a penyedia."""
        return self._vendors.get(vendor_id)

    def replace(self, pack: Pack, at: datetime) -> ChangeSet:
        """Take a whole new catalogue."""
        vendors: dict[str, VendorFact] = {}
        products: dict[str, ProductRow] = {}
        try:
            lines = [(line, msgspec.json.decode(line)["kind"]) for line in pack.lines]
        except msgspec.DecodeError as error:
            raise WorldFailed("world.answer", str(error)) from error
        for line, kind in lines:
            if kind == "vendor":
                vendor = msgspec.json.decode(line, type=VendorFact)
                vendors[vendor.id] = vendor
                continue
            product = msgspec.json.decode(line, type=ProductFact)
            products[product.id] = ProductRow(product=product, vendor_name="", vendor_umkk=False)
        self._seq, self._vendors, self._products = pack.seq, vendors, products
        return ChangeSet.of("catalogue", initiator="sync")
