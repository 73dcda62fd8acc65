"""What the pages Katalog and Keranjang show: frozen values from services through presenters to views."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from inaproc_core.orders.facts import VendorFact
from inaproc_core.values import Quantity, Rupiah
from inaproc_desktop.ports.catalogue import ProductRow
from inaproc_desktop.ports.data import CartLine


@dataclass(frozen=True, kw_only=True)
class Freshness:
    """How old the local catalogue is; ``fetched_at`` is ``None`` while nothing was ever fetched."""

    seq: int
    fetched_at: datetime | None


@dataclass(frozen=True)
class Amount:
    """A quantity as it stands in a field; ``value`` is ``None`` while it cannot be read."""

    value: Quantity | None


@dataclass(frozen=True, kw_only=True)
class ProductDetail:
    """A product, its penyedia, and what else there is of its kind, cheapest first."""

    row: ProductRow
    vendor: VendorFact | None
    similar: tuple[ProductRow, ...]


class LineState(StrEnum):
    """What is to be known about a line before it is bought."""

    GOOD = "good"
    PRICE_CHANGED = "price_changed"
    BELOW_MINIMUM = "below_minimum"
    OVER_STOCK = "over_stock"
    DELISTED = "delisted"


@dataclass(frozen=True, kw_only=True)
class CartRow:
    """A line with the product as it stands now.

    Attributes:
        row: ``None`` when the local catalogue does not know the product any more.
        amount: at the price of now, zero when it cannot be bought.
    """

    line: CartLine
    row: ProductRow | None
    state: LineState
    amount: Rupiah

    @property
    def blocks(self) -> bool:
        """Whether this line cannot go to checkout as it is."""
        return self.state in {LineState.DELISTED, LineState.BELOW_MINIMUM, LineState.OVER_STOCK}


@dataclass(frozen=True, kw_only=True)
class CartGroup:
    """The lines of one penyedia: they may go to one checkout together.

    Attributes:
        goods: sum of the amounts, before tax and shipping.
        blocked: why ``Checkout`` is not possible, empty when it is.
    """

    vendor_id: str
    vendor: VendorFact | None
    rows: tuple[CartRow, ...]
    goods: Rupiah
    blocked: str = ""


@dataclass(frozen=True, kw_only=True)
class CartView:
    """The whole Keranjang."""

    groups: tuple[CartGroup, ...]
    lines: int
    most_lines: int
    goods: Rupiah
