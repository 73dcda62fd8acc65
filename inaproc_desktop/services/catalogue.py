"""Looking for products: search, one product with everything that helps to judge it, comparison."""

from __future__ import annotations

from inaproc_core.errors import refuse
from inaproc_desktop.ports.buying import Freshness, ProductDetail
from inaproc_desktop.ports.catalogue import Catalogue, CataloguePage, CatalogueQuery

MOST_COMPARED = 4
"""Products side by side; more do not fit a screen or a sheet of paper."""


class CatalogueService:
    """The local catalogue as people use it; works without a link."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def search(self, query: CatalogueQuery) -> CataloguePage:
        """Return one block of results."""
        return self._catalogue.search(query)

    def freshness(self) -> Freshness:
        """Return how old the local catalogue is."""
        return Freshness(seq=self._catalogue.seq(), fetched_at=self._catalogue.fetched_at())

    def look_at(self, product_id: str) -> ProductDetail:
        """Return one product with its penyedia and its like.

        Raises:
            Refused: ``checkout.product_unknown`` when the local catalogue does not know it (any more).
        """
        row = self._catalogue.product(product_id)
        if row is None:
            refuse("checkout.product_unknown", at="product_id", product=product_id)
        return ProductDetail(
            row=row,
            vendor=self._catalogue.vendor(row.product.vendor_id),
            similar=self._catalogue.similar(product_id),
        )

    def compare(self, product_ids: tuple[str, ...]) -> tuple[ProductDetail, ...]:
        """Return up to four products to be set side by side, in the order they were picked."""
        rows = {row.product.id: row for row in self._catalogue.products(product_ids[:MOST_COMPARED])}
        return tuple(
            ProductDetail(
                row=rows[item], vendor=self._catalogue.vendor(rows[item].product.vendor_id), similar=()
            )
            for item in product_ids[:MOST_COMPARED]
            if item in rows
        )
