"""What the checkout page holds and shows: what was typed, and what the rules say of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from inaproc_core.errors import Refusal
from inaproc_core.orders.content import Courier, PaymentMethod, PaymentPlan
from inaproc_core.orders.facts import OfficialFact, ProductFact, RupFact, VendorFact
from inaproc_core.orders.model import Totals
from inaproc_core.policy.threshold import ExecutorVerdict
from inaproc_core.roles import Role
from inaproc_core.values import Quantity, Rupiah
from inaproc_desktop.ports.data import Deed

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


@dataclass(frozen=True, kw_only=True)
class Problem:
    """Something that keeps the checkout from being submitted.

    Attributes:
        section: ``rup``, ``ppk``, ``places``, ``goods``, ``payment``, ``note``.
        field: name of the input that settles it, ``places.p1.phone``; ``total`` where no single one does.
        refusal: what the rules say against it; ``None`` when it is only not filled in yet.
    """

    section: str
    field: str
    refusal: Refusal | None = None


@dataclass(frozen=True, kw_only=True)
class ItemPrice:
    """The price corner of one item: listed, offered, and how low and high an offer may be."""

    item: str
    listed: Rupiah
    offer: Rupiah | None
    lowest: Rupiah
    highest: Rupiah
    own: bool


@dataclass(frozen=True, kw_only=True)
class PlaceQuote:
    """Shipping of one place; ``price`` is ``None`` while the region is unknown or nobody carries there."""

    place_id: str
    price: Rupiah | None
    kilograms: int


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """Everything the page says about a form.

    Attributes:
        listed: totals at listed prices, the basis of the threshold.
        offered: totals at the first offers; equal to ``listed`` for items without a valid offer.
        executor: who may buy this, ``None`` while there is nothing to buy.
        may_buy: whether it is this person.
        pagu_left: what the RUP has left after this order; negative when it is too little.
        taxed: whether the penyedia adds PPN.
        up_limit: the lowest amount at which no UP channel pays any more, when this order reaches it.
        problems: missing and wrong inputs, in the order of the page.
    """

    listed: Totals
    offered: Totals
    executor: ExecutorVerdict | None
    may_buy: bool
    rup: RupFact | None
    pagu_left: int | None
    items: Mapping[str, ItemPrice]
    quotes: Mapping[str, PlaceQuote]
    unshared: Mapping[str, int]
    taxed: bool
    dpp_factor: str
    ppn_rate: str
    up_limit: Rupiah | None
    problems: tuple[Problem, ...]

    @property
    def is_ready(self) -> bool:
        """Whether the rules on this machine would let it go."""
        return not self.problems


@dataclass(frozen=True)
class Offer:
    """A price as it stands in a field; ``value`` is ``None`` while it cannot be read."""

    value: Rupiah | None


@dataclass(frozen=True, kw_only=True)
class CheckoutSheet:
    """The page: what was typed, the facts around it, and what the rules say.

    Attributes:
        products: by id; one that left the catalogue is not in it.
        reviewers: PPKs to choose from.
        addresses: places of earlier orders, to be used again.
        role: of the buyer; a PP pays by UP, a PPK reviews their own purchase.
        seller_days: hari kerja that the penyedia has for an answer.
    """

    form: CheckoutForm
    verdict: Verdict
    products: Mapping[str, ProductFact]
    vendor: VendorFact | None
    reviewers: tuple[OfficialFact, ...]
    addresses: tuple[FormPlace, ...]
    role: Role
    seller_days: int

    def problem(self, name: str) -> Problem | None:
        """Return what is wrong with, or missing in, a field."""
        return next((problem for problem in self.verdict.problems if problem.field == name), None)


class Standing(StrEnum):
    """What became of a submitted checkout."""

    WAITING = "waiting"
    ORDERED = "ordered"
    REFUSED = "refused"
    GONE = "gone"


@dataclass(frozen=True, kw_only=True)
class Submission:
    """A submitted checkout on its way.

    Attributes:
        deed: while it waits or was refused.
        number: once it is an order.
    """

    order_id: str
    standing: Standing
    deed: Deed | None = None
    number: str = ""
