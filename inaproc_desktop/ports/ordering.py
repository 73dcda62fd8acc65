"""What the ordering screens show: frozen values from services through presenters to views."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from inaproc_core.errors import Fact, Refusal
from inaproc_core.orders.facts import RupFact
from inaproc_core.orders.model import Order, OrderLine, Totals
from inaproc_core.orders.states import Party
from inaproc_core.policy.threshold import ExecutorVerdict
from inaproc_core.values import ZERO, Quantity, Rupiah
from inaproc_desktop.ports.data import Deed, DeedState, ProductRow


@dataclass(frozen=True, kw_only=True)
class Due:
    """A deadline and the hari kerja left until it (since it, once it has passed)."""

    at: datetime
    working_days: int


class SavedView(StrEnum):
    """The saved views of the list."""

    MINE = "mine"
    RUNNING = "running"
    DONE = "done"
    CANCELLED = "cancelled"
    ALL = "all"


@dataclass(frozen=True, kw_only=True)
class OrderRow:
    """An order in the list.

    Attributes:
        order: as it should be shown, own pending deeds applied.
        mine: it is the reader's own move.
        due: until when, ``None`` without a limit.
        waiting: own deeds on the way to the backend.
        refused: own deeds that were refused or met a conflict, not yet answered.
    """

    id: str
    order: Order
    mine: bool
    due: Due | None
    waiting: int
    refused: int

    @property
    def total(self) -> Rupiah:
        """Total at the prices that stand now."""
        return self.order.current.total if self.order.current is not None else ZERO


@dataclass(frozen=True, kw_only=True)
class OrderList:
    """One saved view of the list, and how many orders each view has."""

    rows: tuple[OrderRow, ...]
    counts: dict[SavedView, int]


@dataclass(frozen=True, kw_only=True)
class OrderFile:
    """Everything about one order.

    Attributes:
        place: where the person whose move it is acts; empty when the reader has no move.
        pending: own deeds on the way, and refused ones not yet answered.
        confirmed: the backend knows this order.
    """

    order: Order
    mine: bool
    due: Due | None
    place: str
    pending: tuple[Deed, ...]
    confirmed: bool

    @property
    def unanswered(self) -> Deed | None:
        """The oldest own deed on this order that waits for the reader; later ones follow from it."""
        waits = {DeedState.REFUSED, DeedState.CONFLICT, DeedState.PARKED}
        return next((deed for deed in self.pending if deed.state in waits), None)


@dataclass(frozen=True, kw_only=True)
class Item:
    """One thing that is bargained over, from the reader's seat.

    Attributes:
        key: ``line:1``, ``service:1``, ``shipping:1``; ``courier:1`` for a third party's fixed price.
        listed: catalogue price, per unit for a product, for the whole otherwise.
        mine, theirs: last offer of the reader's side and of the other; ``None`` while there is none.
        lowest, highest: what a new offer may be now; ``None`` when nothing may be offered.
        tkdn, bmp: in hundredths of a percent.
    """

    key: str
    name: str
    listed: Rupiah
    quantity: Quantity | None = None
    unit: str = ""
    tkdn: int = 0
    bmp: int = 0
    pdn: bool = False
    place: str = ""
    mine: Rupiah | None = None
    theirs: Rupiah | None = None
    lowest: Rupiah | None = None
    highest: Rupiah | None = None

    @property
    def fixed(self) -> bool:
        """Whether its price is not negotiable at all."""
        return self.key.startswith("courier:")


@dataclass(frozen=True, kw_only=True)
class Reply:
    """A reply as it was typed, whether or not it can be sent. ``round_no`` is the round it answers."""

    round_no: int
    prices: Mapping[str, Rupiah] = field(default_factory=dict)
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Preview:
    """What a reply would do.

    Attributes:
        problems: refusal per item, by the same rules as on the backend.
        totals: of the whole order if the other side took this reply.
        saved: against the listed total, in rupiah.
        saved_basis_points: the same in hundredths of a percent.
        ready: there is something to send and nothing wrong with it.
    """

    problems: Mapping[str, Refusal]
    totals: Totals
    saved: int
    saved_basis_points: int
    ready: bool


@dataclass(frozen=True, kw_only=True)
class Bargain:
    """The negotiation of one order from the reader's seat.

    Attributes:
        seat: the reader's side, ``NOBODY`` for one who only looks.
        my_move: the reader must act, and may.
        round_no: rounds so far; guards every reply.
        theirs: preview of taking the other side's standing prices; ``None`` when nothing is to be taken.
        standing: preview of the prices that stand now: the agreed ones, else the latest offer.
        draft: the reply being written.
        waiting: own deed on its way to the backend.
        refused: own deed that was refused, not yet answered.
        rup, verdict: for the buyer's side only.
    """

    order: Order
    seat: Party
    my_move: bool
    round_no: int
    items: tuple[Item, ...]
    due: Due | None
    theirs: Preview | None
    standing: Preview
    draft: Reply | None
    waiting: Deed | None = None
    refused: Deed | None = None
    rup: RupFact | None = None
    verdict: ExecutorVerdict | None = None


@dataclass(frozen=True, kw_only=True)
class ReviewRow:
    """An order that waits for the PPK's decision. ``days`` since it was submitted."""

    id: str
    order: Order
    due: Due | None
    saved: int
    saved_basis_points: int
    days: int


@dataclass(frozen=True, kw_only=True)
class Question:
    """A reason to look closer. ``code`` is the red flag (``RF03``), ``facts`` what it saw."""

    code: str
    facts: Mapping[str, Fact] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """A line beside what else the local catalogue offers in its category and unit.

    Attributes:
        price: the agreed unit price.
        peers: other offers, cheapest first; may be empty.
        above_cheapest: in basis points of the cheapest peer; 11 000 is 10 % above; 0 without peers.
    """

    line: OrderLine
    price: Rupiah
    peers: tuple[ProductRow, ...]
    above_cheapest: int


@dataclass(frozen=True, kw_only=True)
class Budget:
    """The RUP's pagu in four parts. ``used`` is without this order."""

    rup: RupFact
    used: Rupiah
    this_order: Rupiah
    left: int


@dataclass(frozen=True, kw_only=True)
class ReviewNotes:
    """What the PPK has written and ticked so far."""

    terms: str = ""
    ticked: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ReviewFile:
    """Everything on one screen."""

    order: Order
    due: Due | None
    may_decide: bool
    may_return: bool
    budget: Budget | None
    verdict: ExecutorVerdict | None
    comparisons: tuple[Comparison, ...]
    questions: tuple[Question, ...]
    saved: int
    saved_basis_points: int
    notes: ReviewNotes
