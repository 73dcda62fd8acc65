"""Pesanan: what a person's orders are, whose move it is in each, and where that move is made."""

from __future__ import annotations

from datetime import datetime

from inaproc_core.calendar import local_date, working_days_between
from inaproc_core.orders.context import Context
from inaproc_core.orders.model import Order
from inaproc_core.orders.states import ENDED, Party, State
from inaproc_core.roles import BUYERS, Actor, Role
from inaproc_desktop.ports.data import DeedState, Mirror, OrderView
from inaproc_desktop.ports.ordering import Due, OrderFile, OrderList, OrderRow, SavedView
from inaproc_desktop.services.rules import Rules

_DONE = frozenset({State.COMPLETED, State.PAYMENT_OUTSIDE_SYSTEM})
_UNSETTLED = frozenset({DeedState.WAITING, DeedState.SENDING, DeedState.PARKED})

_PLACES: dict[State, str] = {
    State.DRAFT: "checkout",
    State.WAIT_SELLER: "negotiation",
    State.WAIT_BUYER: "negotiation",
    State.AGREED: "negotiation",
    State.WAITING_PPK_REVIEW: "approvals",
    State.ESIGN_IN_PROGRESS: "letter",
    State.WAITING_SELLER_CONFIRMATION: "letter",
    State.PROCESSING: "shipping",
    State.SHIPPING: "shipping",
    State.ARRIVED: "receiving",
    State.BAST_DRAFT: "receiving",
    State.WAIT_BAST_SELLER: "bast",
    State.PAYMENT_PREPARATION: "payments",
    State.WAIT_PAYMENT: "payments",
    State.PARTLY_PAID: "payments",
}


class OrdersService:
    """Reads orders for lists and for the order's own page."""

    def __init__(self, *, mirror: Mirror, rules: Rules, actor: Actor) -> None:
        self._mirror = mirror
        self._rules = rules
        self._actor = actor

    def find(self, view: SavedView, text: str = "") -> OrderList:
        """Return the orders of a saved view that hold all words of ``text``.

        Searched are number, penyedia, products, RUP and the buyer's name. Orders that wait for the reader
        come first, by deadline; the others newest first. The counts are of all orders, not of the search.
        """
        rows = [self._row(one) for one in self._mirror.orders()]
        counts = {each: sum(_belongs(row, each) for row in rows) for each in SavedView}
        words = text.lower().split()
        shown = [row for row in rows if _belongs(row, view) and _matches(row.order, words)]
        latest = datetime.max.replace(tzinfo=self._rules.context().now.tzinfo)
        shown.sort(key=lambda row: (not row.mine, row.due.at if row.mine and row.due else latest))
        return OrderList(rows=tuple(shown), counts=counts)

    def read(self, order_id: str) -> OrderFile | None:
        """Return an order, ``None`` when this access does not see it."""
        view = self._mirror.order(order_id)
        if view is None:
            return None
        order = view.order
        mine = self._moves(view)
        return OrderFile(
            order=order,
            mine=mine,
            due=due_of(order, self._rules.context(order.satker)),
            place=place_of(order.state) if mine else "",
            pending=view.pending,
            confirmed=view.confirmed is not None,
        )

    def waiting_for_me(self) -> int:
        """Return how many orders wait for the reader, for the badge."""
        return sum(self._moves(view) for view in self._mirror.orders())

    def _moves(self, view: OrderView) -> bool:
        """Whose own deed is on its way has made the move, though it is not confirmed yet."""
        waiting = any(deed.state in _UNSETTLED for deed in view.pending)
        return not waiting and is_my_move(view.order, self._actor)

    def _row(self, view: OrderView) -> OrderRow:
        order = view.order
        return OrderRow(
            id=order.id,
            order=order,
            mine=self._moves(view),
            due=due_of(order, self._rules.context(order.satker)),
            waiting=sum(deed.state in _UNSETTLED for deed in view.pending),
            refused=sum(deed.state in {DeedState.REFUSED, DeedState.CONFLICT} for deed in view.pending),
        )


def is_my_move(order: Order, actor: Actor) -> bool:
    """Return whether this person, acting through this access, must act next."""
    match order.turn:
        case Party.VENDOR:
            return (
                actor.role is Role.PENYEDIA
                and order.vendor is not None
                and order.vendor.id == actor.vendor_id
            )
        case Party.TREASURER:
            return actor.role is Role.BENDAHARA and order.satker_id == actor.satker_id
        case Party.PPK if order.buyer.role is not Role.PPK:
            return actor.role is Role.PPK and order.ppk is not None and order.ppk.user_id == actor.user_id
        case Party.BUYER | Party.PPK:
            return actor.role is order.buyer.role and order.buyer.user_id == actor.user_id
    return False


def seat_of(order: Order, actor: Actor) -> Party:
    """Return the side of an order that an actor sits on; ``NOBODY`` for one who only looks."""
    if actor.role is Role.PENYEDIA:
        return Party.VENDOR
    if actor.role in BUYERS and order.buyer.role is actor.role and order.buyer.user_id == actor.user_id:
        return Party.BUYER
    if actor.role is Role.PPK:
        return Party.PPK
    return Party.TREASURER if actor.role is Role.BENDAHARA else Party.NOBODY


def place_of(state: State) -> str:
    """Return the page where the move of a state is made; empty when there is none."""
    return _PLACES.get(state, "")


def due_of(order: Order, ctx: Context) -> Due | None:
    """Return the deadline of an order with the hari kerja left, or since it passed."""
    if order.deadline is None or order.state in ENDED:
        return None
    zone = ctx.policy.deadline_zone
    today, last = local_date(ctx.now, zone), local_date(order.deadline, zone)
    first, then = (today, last) if ctx.now <= order.deadline else (last, today)
    return Due(at=order.deadline, working_days=working_days_between(first, then, ctx.calendar))


def _belongs(row: OrderRow, view: SavedView) -> bool:
    state = row.order.state
    match view:
        case SavedView.MINE:
            return row.mine or row.refused > 0
        case SavedView.RUNNING:
            return state not in ENDED
        case SavedView.DONE:
            return state in _DONE
        case SavedView.CANCELLED:
            return state in ENDED and state not in _DONE
        case SavedView.ALL:
            return True


def _matches(order: Order, words: list[str]) -> bool:
    if not words:
        return True
    parts = [order.number, order.buyer.name, *(line.name for line in order.lines)]
    if order.vendor is not None:
        parts.append(order.vendor.name)
    if order.rup is not None:
        parts += [order.rup.code, order.rup.name]
    text = " ".join(parts).lower()
    return all(word in text for word in words)
