"""What Beranda shows: what waits for me, and where the year stands. Frozen values, services to views."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from inaproc_core.orders.facts import RupFact
from inaproc_core.orders.model import Order
from inaproc_core.values import Rupiah
from inaproc_desktop.ports.data import Deed
from inaproc_desktop.ports.ordering import Due


class TaskKind(StrEnum):
    """What is asked of the reader; one word per act, so that the view finds its sentence."""

    SETTLE_DEED = "settle_deed"
    ANSWER_OFFER = "answer_offer"
    ANSWER_COUNTER = "answer_counter"
    HAND_TO_PPK = "hand_to_ppk"
    PROCEED = "proceed"
    REVIEW = "review"
    SIGN_LETTER = "sign_letter"
    ACCEPT_ORDER = "accept_order"
    SHIP = "ship"
    CONFIRM_ARRIVAL = "confirm_arrival"
    INSPECT = "inspect"
    ISSUE_BAST = "issue_bast"
    SIGN_BAST = "sign_bast"
    COUNTERSIGN_BAST = "countersign_bast"
    CHOOSE_PAYMENT = "choose_payment"
    PAY = "pay"


@dataclass(frozen=True, kw_only=True)
class Task:
    """Something that waits for the reader.

    Attributes:
        order: what it is about; ``None`` for a deed on an order that is not here.
        due: until when, ``None`` without a limit.
        saved_basis_points: negotiated saving so far.
        place, item: the page and the thing in it where it is settled.
        deed: the refused or parked deed of ``SETTLE_DEED``.
    """

    id: str
    kind: TaskKind
    place: str
    item: str
    order: Order | None = None
    due: Due | None = None
    saved_basis_points: int = 0
    deed: Deed | None = None


@dataclass(frozen=True, kw_only=True)
class Spending:
    """A RUP package and how much of its pagu is bound or held, in hundredths of a percent."""

    rup: RupFact
    used: Rupiah
    basis_points: int


@dataclass(frozen=True, kw_only=True)
class Shares:
    """Domestic products and UMKK in what was bought this year.

    Attributes:
        goods: value of accepted orders without tax and shipping; shares are of this.
        orders: how many.
        umkk_target: policy of the day, hundredths of a percent.
    """

    goods: Rupiah
    orders: int
    pdn: int
    umkk: int
    umkk_target: int


@dataclass(frozen=True, kw_only=True)
class Unfinished:
    """A draft and the page that goes on with it.

    Attributes:
        device: another machine of the person that has it too; ``-`` for one without a name.
        undecided: two devices did what does not go together.
    """

    id: str
    kind: str
    title: str
    saved_at: datetime
    place: str
    item: str
    device: str = ""
    undecided: bool = False


@dataclass(frozen=True, kw_only=True)
class ShipmentDue:
    """A place that goods must still be sent to, and by when."""

    order: Order
    recipient: str
    arrive_to: date
    late: bool


@dataclass(frozen=True, kw_only=True)
class Income:
    """A penyedia's money on the way, by where it stands."""

    running: Rupiah
    handed_over: Rupiah
    waiting_payment: Rupiah
    paid: Rupiah
    orders: int

    @property
    def on_the_way(self) -> Rupiah:
        """Everything agreed and not yet paid."""
        return Rupiah(self.running + self.handed_over + self.waiting_payment)


@dataclass(frozen=True, kw_only=True)
class HomeView:
    """Everything on Beranda; a part that is not for the reader's role is ``None`` or empty.

    Attributes:
        due_today: tasks whose limit is today or has passed.
        synced_at: end of the last pull; ``None`` before the first.
    """

    year: int
    tasks: tuple[Task, ...]
    due_today: int
    recent: tuple[Order, ...]
    unfinished: tuple[Unfinished, ...]
    spending: tuple[Spending, ...] = ()
    shares: Shares | None = None
    shipments: tuple[ShipmentDue, ...] = ()
    income: Income | None = None
    synced_at: datetime | None = None
