"""A checkout while it is being filled in: everything typed and chosen, however incomplete.

It is the content of a draft: what is kept on a machine, and what one device of a person sends to the others.
Lines and places are named by ids and not by numbers, so that two versions can be compared (``merging``);
numbers come with the :class:`~inaproc_core.orders.content.Checkout` that is submitted.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from inaproc_core.orders.content import Attachment, Courier, PaymentMethod, PaymentPlan
from inaproc_core.values import Quantity, Rupiah

DEFAULT_DISCOUNT = 500
"""First offer suggested under the listed price, in hundredths of a percent. A starting point, not a rule."""


class Origin(StrEnum):
    """Where the lines come from: submitting takes those of the Keranjang out of it."""

    CART = "cart"
    DIRECT = "direct"


@dataclass(frozen=True, kw_only=True)
class FormLine:
    """A product to buy.

    Attributes:
        quantity: over all places; ``None`` while the field holds nothing readable.
        seen_price: listed price that the person has seen.
        cart_quantity: what the Keranjang held when the line was taken over, to notice later changes there.
    """

    product_id: str
    quantity: Quantity | None
    seen_price: Rupiah
    cart_quantity: Quantity | None = None


@dataclass(frozen=True, kw_only=True)
class FormPlace:
    """A place to deliver to. ``quantities`` (product id to hundredths) counts with several places only."""

    id: str
    recipient: str = ""
    phone: str = ""
    street: str = ""
    region_code: str = ""
    region_path: str = ""
    postal_code: str = ""
    note: str = ""
    arrive_from: date | None = None
    arrive_to: date | None = None
    courier: Courier = Courier.VENDOR
    quantities: Mapping[str, Quantity] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class CheckoutForm:
    """Everything that was typed and chosen.

    Attributes:
        order_id: id of the draft, and of the order that it becomes.
        discount: suggested first offer under the listed price, hundredths of a percent.
        offers: own first offers by item (``product:<id>``, ``shipping:<place id>``); ``None`` for a field
            that was emptied. Items not in it follow the discount.
        texts: what stands in fields and cannot be read as a value, by field name, so that a restored draft
            shows it again.
        attachments: supporting documents, by hash.
    """

    order_id: str
    vendor_id: str
    origin: Origin
    lines: tuple[FormLine, ...]
    places: tuple[FormPlace, ...]
    rup_code: str = ""
    mak: str = ""
    ppk_access_id: str = ""
    method: PaymentMethod | None = None
    plan: PaymentPlan = PaymentPlan.ONCE
    discount: int = DEFAULT_DISCOUNT
    offers: Mapping[str, Rupiah | None] = field(default_factory=dict)
    note: str = ""
    declaration: bool = False
    texts: Mapping[str, str] = field(default_factory=dict)
    attachments: tuple[Attachment, ...] = ()

    @property
    def has_many_places(self) -> bool:
        """Whether quantities are shared out among places."""
        return len(self.places) > 1

    def place(self, place_id: str) -> FormPlace | None:
        """Return a place."""
        return next((place for place in self.places if place.id == place_id), None)

    def quantity_at(self, place: FormPlace, product_id: str) -> Quantity:
        """Return what one place gets of a product: everything while it is the only place."""
        if self.has_many_places:
            return place.quantities.get(product_id, Quantity(0))
        line = next((line for line in self.lines if line.product_id == product_id), None)
        return Quantity(line.quantity or 0) if line is not None else Quantity(0)

    def unshared(self, product_id: str) -> int:
        """Return what of a product no place gets yet; negative when the places get too much."""
        line = next((line for line in self.lines if line.product_id == product_id), None)
        wanted = line.quantity or 0 if line is not None else 0
        return wanted - sum(self.quantity_at(place, product_id) for place in self.places)
