"""The checkout as it stands on the page: as incomplete as its author has left it. Plain frozen values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from inaproc_core.orders.content import Courier, PaymentMethod, PaymentPlan
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


def product_offer(product_id: str) -> str:
    """Return the name of a product's offer in ``offers``."""
    return f"product:{product_id}"


def shipping_offer(place_id: str) -> str:
    """Return the name of a place's shipping offer in ``offers``."""
    return f"shipping:{place_id}"


def with_place(form: CheckoutForm, place: FormPlace) -> CheckoutForm:
    """Return the form with a place changed, or added at the end when its id is new.

    When a second place comes, the first keeps all quantities as its own until they are shared out.
    """
    if form.place(place.id) is not None:
        changed = tuple(place if one.id == place.id else one for one in form.places)
        return replace(form, places=changed)
    places = form.places
    if len(places) == 1:
        only = places[0]
        whole = {line.product_id: line.quantity for line in form.lines if line.quantity is not None}
        places = (replace(only, quantities=whole),)
    return replace(form, places=(*places, place))


def without_place(form: CheckoutForm, place_id: str) -> CheckoutForm:
    """Return the form without a place; with one place left, everything is paid at once."""
    left = tuple(place for place in form.places if place.id != place_id)
    offers = {item: price for item, price in form.offers.items() if item != shipping_offer(place_id)}
    plan = form.plan if len(left) > 1 else PaymentPlan.ONCE
    return replace(form, places=left, offers=offers, plan=plan)


def next_place_id(form: CheckoutForm) -> str:
    """Return an id that no place of this form has had."""
    taken = [int(place.id.removeprefix("p")) for place in form.places if place.id[1:].isdecimal()]
    return f"p{max(taken, default=0) + 1}"


def with_quantity(form: CheckoutForm, product_id: str, quantity: Quantity | None) -> CheckoutForm:
    """Return the form with another quantity of a product."""
    changed = tuple(
        replace(line, quantity=quantity) if line.product_id == product_id else line for line in form.lines
    )
    return replace(form, lines=changed)


def with_offer(form: CheckoutForm, item: str, price: Rupiah | None) -> CheckoutForm:
    """Return the form with an own first offer for an item."""
    return replace(form, offers={**form.offers, item: price})


def with_discount(form: CheckoutForm, basis_points: int) -> CheckoutForm:
    """Return the form in which every offer follows this discount, own offers included."""
    return replace(form, discount=basis_points, offers={})


def with_text(form: CheckoutForm, name: str, text: str) -> CheckoutForm:
    """Return the form that remembers unreadable text of a field; empty text forgets it."""
    if form.texts.get(name, "") == text:
        return form
    texts = {key: value for key, value in form.texts.items() if key != name}
    if text:
        texts[name] = text
    return replace(form, texts=texts)
