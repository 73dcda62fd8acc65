"""Frozen rows of Kotak Keluar: what each deed is, where it stands, and what can be answered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from inaproc_core.errors import Refusal
from inaproc_core.orders.model import Order
from inaproc_core.values import Rupiah
from inaproc_desktop.ports.data import Deed

Value = str | int | date | tuple[date, date] | None
"""What a facet holds. How an integer reads (rupiah, hundredths, a count) is said by its aspect."""


class Standing(StrEnum):
    """Where a deed stands, finer than the state of the queue."""

    WAITING = "waiting"
    """For the link."""
    BEHIND = "behind"
    """An earlier deed on the same order goes first."""
    SENDING = "sending"
    UNANSWERED = "unanswered"
    """It was sent and may have arrived; it is asked again by the same id."""
    NOT_ORDERED = "not_ordered"
    """A checkout that was sent, before its number exists."""
    STEP_UP = "step_up"
    """Held: the backend wants a fresh proof of presence."""
    EXPIRED = "expired"
    """The intent ran out: to be confirmed again, or dropped."""
    ATTACHMENT = "attachment"
    """Held: a file is still on its way or was refused."""
    VERSION = "version"
    """Held: the backend does not know this version of the deed."""
    QUARANTINED = "quarantined"
    """Held: the backend failed on it three times; there is an incident number."""
    HELD = "held"
    """Held for another reason."""
    REFUSED = "refused"
    SKIPPED = "skipped"
    """What it builds on did not take effect."""
    CONFLICT = "conflict"
    ACCEPTED = "accepted"


HELD = frozenset(
    {
        Standing.STEP_UP,
        Standing.ATTACHMENT,
        Standing.VERSION,
        Standing.QUARANTINED,
        Standing.HELD,
    }
)
"""Undecided, with the backend or here, until somebody does something."""

RELEASED_BY_ITSELF = frozenset({Standing.ATTACHMENT, Standing.VERSION})
"""Held until a file has arrived or versions fit: nobody has to do anything."""

ANSWERABLE = (HELD - RELEASED_BY_ITSELF) | {
    Standing.EXPIRED,
    Standing.REFUSED,
    Standing.SKIPPED,
    Standing.CONFLICT,
}
"""These wait for the person, not for the link."""


@dataclass(frozen=True, kw_only=True)
class DeedRow:
    """A deed with what tells it apart from others.

    Attributes:
        vendor: name of the penyedia, empty when not known here.
        amount: rupiah the deed is about: what is ordered, offered or paid; ``None`` where there is none.
        followers: deeds that were skipped because of this one; they are answered with it.
    """

    deed: Deed
    standing: Standing
    vendor: str = ""
    amount: Rupiah | None = None
    followers: tuple[Deed, ...] = ()

    @property
    def id(self) -> str:
        """The command's id."""
        return self.deed.cmd_id

    @property
    def waits_for_me(self) -> bool:
        """Whether the person must answer."""
        return self.standing in ANSWERABLE

    @property
    def is_held(self) -> bool:
        """Whether it was not taken up yet, for a reason that its outcome tells."""
        return self.standing in HELD


class Aspect(StrEnum):
    """Something about an order that can differ; its words live with the views."""

    STATE = "state"
    ROUND = "round"
    PRICE = "price"
    SHIPPING_PRICE = "shipping_price"
    SERVICE_PRICE = "service_price"
    QUANTITY = "quantity"
    TOTAL = "total"
    NOTE = "note"
    ARRIVAL = "arrival"
    RECIPIENT = "recipient"
    ADDRESS = "address"
    COURIER = "courier"
    BUYER = "buyer"
    PPK = "ppk"
    RUP = "rup"
    MAK = "mak"
    METHOD = "method"
    PLAN = "plan"
    CHANNEL = "channel"
    LETTER = "letter"
    TERMS = "terms"
    SHIPMENTS = "shipments"
    TRACKING = "tracking"
    SHIPPED = "shipped"
    EXPECTED = "expected"
    RECEIVED_BY = "received_by"
    INSPECTED_ON = "inspected_on"
    BAST = "bast"
    PAID = "paid"
    REFERENCE = "reference"
    REASON = "reason"


@dataclass(frozen=True, kw_only=True)
class Facet:
    """One thing about an order.

    Attributes:
        item: what it is about where there are several: ``line:1``, ``shipping:2``, a product id.
        name: the same in words: the product, the recipient.
        unit: of a quantity.
    """

    aspect: Aspect
    item: str = ""
    value: Value = None
    name: str = ""
    unit: str = ""


@dataclass(frozen=True, kw_only=True)
class Difference:
    """One row of the three columns.

    Attributes:
        base: what the person looked at.
        mine: what they wanted.
        theirs: what stands now.
        separable: whether this row alone can be taken from one side or the other.
    """

    aspect: Aspect
    item: str
    name: str
    unit: str
    base: Value
    mine: Value
    theirs: Value
    separable: bool = False

    @property
    def key(self) -> tuple[Aspect, str]:
        """What the row is about."""
        return self.aspect, self.item

    @property
    def i_changed(self) -> bool:
        """Whether the person wanted it otherwise."""
        return self.mine != self.base

    @property
    def they_changed(self) -> bool:
        """Whether it is otherwise by now."""
        return self.theirs != self.base

    @property
    def clashes(self) -> bool:
        """Whether both sides changed it, each in its own way."""
        return self.i_changed and self.they_changed and self.mine != self.theirs


class Choice(StrEnum):
    """What can be done about a card."""

    LEAVE = "leave"
    """Let it be as it is now; the card goes."""
    AGAIN = "again"
    """Ask for the same on the order as it is now."""
    MERGE = "merge"
    """Take some rows from mine and some from theirs."""
    CORRECT = "correct"
    """Open the page with what was typed."""
    CONFIRM = "confirm"
    """Yes, still wanted: ask again with a new term."""
    PROVE = "prove"
    """Prove presence, then send."""
    WITHDRAW = "withdraw"
    SEND = "send"
    """Try now."""
    COPY = "copy"
    """Copy the number of the incident, else the content."""


@dataclass(frozen=True, kw_only=True)
class Offer:
    """A choice, and why it is not open."""

    choice: Choice
    refusal: Refusal | None = None

    @property
    def open(self) -> bool:
        """Whether it may be chosen."""
        return self.refusal is None


@dataclass(frozen=True, kw_only=True)
class CardFile:
    """One deed as its card shows it.

    Attributes:
        tried: what the deed carries, value by value.
        differences: rows of the three columns, where there is something to compare.
        base_known: whether what the person looked at was kept.
        offers: what can be done, the usual one first.
        order: the order as confirmed now.
        place, item: where the deed was made.
        until: when its intent expires.
    """

    row: DeedRow
    tried: tuple[Facet, ...] = ()
    differences: tuple[Difference, ...] = ()
    base_known: bool = True
    offers: tuple[Offer, ...] = ()
    order: Order | None = None
    place: str = ""
    item: str = ""
    until: datetime | None = None

    def offer(self, choice: Choice) -> Offer | None:
        """Return a choice of this card, open or not."""
        return next((one for one in self.offers if one.choice is choice), None)


@dataclass(frozen=True, kw_only=True)
class OutboxContent:
    """Everything Kotak Keluar shows.

    Attributes:
        unsettled: deeds that wait for the person first, then those on their way, oldest first.
        settled: accepted deeds, newest first.
    """

    unsettled: tuple[DeedRow, ...]
    settled: tuple[DeedRow, ...]

    @property
    def attention(self) -> int:
        """How many cards wait for the person rather than for the link."""
        return sum(row.waits_for_me for row in self.unsettled)

    @property
    def waiting(self) -> int:
        """How many deeds wait for the link or an answer."""
        return len(self.unsettled) - self.attention
