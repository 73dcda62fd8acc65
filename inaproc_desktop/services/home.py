"""Beranda: what waits for the reader, by deadline, and where the year's money stands."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from inaproc_core.calendar import local_date
from inaproc_core.orders.model import Order
from inaproc_core.orders.states import NEGOTIATING, State, Status, status_of
from inaproc_core.roles import Actor, Role
from inaproc_core.values import Rupiah, half_up_div, line_amount
from inaproc_desktop.ports.data import Deed, DeedState, Drafts, Mirror, OrderView, Outbox
from inaproc_desktop.ports.home import (
    HomeView,
    Income,
    Shares,
    ShipmentDue,
    Spending,
    Task,
    TaskKind,
    Unfinished,
)
from inaproc_desktop.services.orders import due_of, is_my_move, place_of
from inaproc_desktop.services.rules import Rules

_WHOLE = 10_000
_MOST_RECENT = 8
_BUYING_SIDE = frozenset({Role.PP, Role.PPK, Role.POKJA, Role.BENDAHARA})

_REALISED = frozenset(
    {Status.ON_PROCESS, Status.ON_ADDENDUM, Status.COMPLETED, Status.PAYMENT_OUTSIDE_SYSTEM}
)
"""What counts as bought, as on the national dashboards (orders.md §10)."""

_UNANSWERED = frozenset({DeedState.REFUSED, DeedState.CONFLICT, DeedState.PARKED})
_SUBMIT = "order.submit_checkout"

_TASKS: dict[State, TaskKind] = {
    State.WAIT_SELLER: TaskKind.ANSWER_OFFER,
    State.WAIT_BUYER: TaskKind.ANSWER_COUNTER,
    State.AGREED: TaskKind.HAND_TO_PPK,
    State.WAITING_PPK_REVIEW: TaskKind.REVIEW,
    State.ESIGN_IN_PROGRESS: TaskKind.SIGN_LETTER,
    State.WAITING_SELLER_CONFIRMATION: TaskKind.ACCEPT_ORDER,
    State.PROCESSING: TaskKind.SHIP,
    State.SHIPPING: TaskKind.CONFIRM_ARRIVAL,
    State.ARRIVED: TaskKind.INSPECT,
    State.BAST_DRAFT: TaskKind.ISSUE_BAST,
    State.WAIT_BAST_SELLER: TaskKind.COUNTERSIGN_BAST,
    State.PAYMENT_PREPARATION: TaskKind.CHOOSE_PAYMENT,
    State.WAIT_PAYMENT: TaskKind.PAY,
    State.PARTLY_PAID: TaskKind.PAY,
}

_RUNNING = frozenset({State.PROCESSING, State.SHIPPING, State.ARRIVED, State.COMPLAINT})
_HANDED_OVER = frozenset({State.BAST_DRAFT, State.WAIT_BAST_SELLER})
_TO_BE_PAID = frozenset({State.PAYMENT_PREPARATION, State.WAIT_PAYMENT, State.PARTLY_PAID})

_DRAFT_PLACES = {"checkout": "checkout", "negotiation_reply": "negotiation", "ppk_review": "approvals"}
"""Kind of draft to the page that goes on with it; other kinds belong to a page of their own order."""


class HomeService:
    """Reads everything that Beranda shows, for one access."""

    def __init__(self, *, actor: Actor, mirror: Mirror, outbox: Outbox, drafts: Drafts, rules: Rules) -> None:
        self._actor = actor
        self._mirror = mirror
        self._outbox = outbox
        self._drafts = drafts
        self._rules = rules

    def read(self) -> HomeView:
        """Return the whole page."""
        context = self._rules.context()
        zone = context.policy.deadline_zone
        today = local_date(context.now, zone)
        views = self._mirror.orders()
        orders = [view.order for view in views]
        tasks = self._tasks(views)
        urgent = sum(task.due is not None and local_date(task.due.at, zone) <= today for task in tasks)
        buys, sells = self._actor.role in _BUYING_SIDE, self._actor.role is Role.PENYEDIA
        this_year = [order for order in orders if local_date(order.created_at, zone).year == today.year]
        return HomeView(
            year=today.year,
            tasks=tasks,
            due_today=urgent,
            recent=tuple(sorted(orders, key=_last_change, reverse=True)[:_MOST_RECENT]),
            unfinished=self._unfinished(),
            spending=self._spending(today.year) if buys else (),
            shares=shares_of(this_year, self._target()) if buys else None,
            shipments=self._shipments(orders) if sells else (),
            income=income_of(orders) if sells else None,
            synced_at=self._mirror.synced_at(),
        )

    def count_tasks(self) -> int:
        """Return how many things wait, for the badge."""
        return len(self._tasks(self._mirror.orders()))

    def _tasks(self, views: Iterable[OrderView]) -> tuple[Task, ...]:
        by_id = {view.order.id: view.order for view in views}
        tasks = [_deed_task(deed, by_id) for deed in self._outbox.deeds() if deed.state in _UNANSWERED]
        unsettled = {task.order.id for task in tasks if task.order is not None}
        tasks += [
            self._order_task(order)
            for order in by_id.values()
            if order.id not in unsettled and order.state in _TASKS and is_my_move(order, self._actor)
        ]
        # A refused deed says why a task came back: it stands first. Then by deadline, then the oldest.
        latest = datetime.max.replace(tzinfo=self._rules.context().now.tzinfo)
        return tuple(
            sorted(
                tasks,
                key=lambda task: (
                    task.kind is not TaskKind.SETTLE_DEED,
                    task.due.at if task.due is not None else latest,
                    task.order.created_at if task.order is not None else latest,
                ),
            )
        )

    def _order_task(self, order: Order) -> Task:
        kind = _TASKS[order.state]
        if kind is TaskKind.HAND_TO_PPK and order.buyer.role is not Role.PP:
            kind = TaskKind.PROCEED
        if kind is TaskKind.ISSUE_BAST and order.bast is not None:
            kind = TaskKind.SIGN_BAST
        return Task(
            id=order.id,
            kind=kind,
            place=place_of(order.state),
            item=order.id,
            order=order,
            due=due_of(order, self._rules.context(order.satker)),
            saved_basis_points=_saving(order),
        )

    def _spending(self, year: int) -> tuple[Spending, ...]:
        rows = [
            Spending(
                rup=rup,
                used=Rupiah(rup.reserved + rup.committed),
                basis_points=_share(rup.reserved + rup.committed, rup.pagu),
            )
            for rup in self._mirror.rups(self._actor.satker_id)
            if rup.year == year
        ]
        return tuple(sorted(rows, key=lambda row: (-row.basis_points, row.rup.name)))

    def _target(self) -> int:
        return self._rules.policy().umkk_share.half_up(_WHOLE)

    def _shipments(self, orders: Iterable[Order]) -> tuple[ShipmentDue, ...]:
        found: list[ShipmentDue] = []
        for order in orders:
            if order.state not in {State.PROCESSING, State.SHIPPING}:
                continue
            today = self._rules.context(order.satker).today(order)
            sent = {shipment.delivery_no for shipment in order.shipments}
            found += [
                ShipmentDue(
                    order=order,
                    recipient=place.recipient,
                    arrive_to=place.arrive_to,
                    late=place.arrive_to < today,
                )
                for place in order.deliveries
                if place.no not in sent
            ]
        return tuple(sorted(found, key=lambda due: due.arrive_to))

    def _unfinished(self) -> tuple[Unfinished, ...]:
        return tuple(
            Unfinished(
                id=draft.id,
                kind=draft.kind,
                title=draft.title,
                saved_at=draft.saved_at,
                place=_DRAFT_PLACES.get(draft.kind, "order"),
                item=draft.id if draft.kind == "checkout" else draft.subject,
                device=draft.device,
                undecided=draft.undecided,
            )
            for draft in self._drafts.all()
        )


def shares_of(orders: Iterable[Order], umkk_target: int) -> Shares:
    """Return the shares of domestic products and of UMKK in accepted orders, by value of goods."""
    goods = pdn = umkk = count = 0
    for order in orders:
        if status_of(order.state) not in _REALISED:
            continue
        count += 1
        prices = order.agreed or {}
        for line in order.lines:
            amount = line_amount(line.quantity, prices.get(f"line:{line.no}", line.listed_price))
            goods += amount
            pdn += amount if line.pdn else 0
            umkk += amount if order.vendor is not None and order.vendor.umkk else 0
    return Shares(
        goods=Rupiah(goods),
        orders=count,
        pdn=_share(pdn, goods),
        umkk=_share(umkk, goods),
        umkk_target=umkk_target,
    )


def income_of(orders: Iterable[Order]) -> Income:
    """Return where a penyedia's money stands, at agreed totals with tax."""
    running = handed_over = waiting = paid = count = 0
    for order in orders:
        total = order.current.total if order.current is not None else 0
        received = sum(payment.amount for payment in order.payments)
        paid += received
        if order.state in _RUNNING:
            running += total
        elif order.state in _HANDED_OVER:
            handed_over += total
        elif order.state in _TO_BE_PAID:
            waiting += total - received
        else:
            continue
        count += 1
    return Income(
        running=Rupiah(running),
        handed_over=Rupiah(handed_over),
        waiting_payment=Rupiah(waiting),
        paid=Rupiah(paid),
        orders=count,
    )


def _deed_task(deed: Deed, orders: dict[str, Order]) -> Task:
    order = orders.get(deed.order_id)
    place, item = "outbox", deed.cmd_id
    if deed.state is not DeedState.PARKED and deed.command == _SUBMIT:
        place, item = "checkout", f"deed:{deed.cmd_id}"
    elif deed.state is not DeedState.PARKED and order is not None and order.state in NEGOTIATING:
        place, item = "negotiation", order.id
    return Task(
        id=f"deed:{deed.cmd_id}", kind=TaskKind.SETTLE_DEED, place=place, item=item, order=order, deed=deed
    )


def _last_change(order: Order) -> datetime:
    return order.history[-1].at if order.history else order.created_at


def _saving(order: Order) -> int:
    if order.listed is None or order.current is None:
        return 0
    return _share(max(order.listed.total - order.current.total, 0), order.listed.total)


def _share(part: int, whole: int) -> int:
    return half_up_div(part * _WHOLE, whole) if whole > 0 else 0
