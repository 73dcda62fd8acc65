"""What the checkout page holds and shows: what was typed, and what the rules say of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from inaproc_core.errors import Refusal
from inaproc_core.orders.facts import OfficialFact, ProductFact, RupFact, VendorFact
from inaproc_core.orders.form import CheckoutForm as CheckoutForm
from inaproc_core.orders.form import FormLine as FormLine
from inaproc_core.orders.form import FormPlace as FormPlace
from inaproc_core.orders.form import Origin as Origin
from inaproc_core.orders.model import Totals
from inaproc_core.policy.threshold import ExecutorVerdict
from inaproc_core.roles import Role
from inaproc_core.values import Rupiah
from inaproc_desktop.ports.data import Deed


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
