"""Persetujuan PPK: everything a PPK must see before deciding, and the decisions.

The questions are reasons to look, never findings (regulations: red flags RF03, RF09, RF12, RF13).
"""

from __future__ import annotations

from dataclasses import dataclass

from inaproc_core.errors import Fact, Refusal, Refused
from inaproc_core.orders import commands as c
from inaproc_core.orders.content import line_item
from inaproc_core.orders.facts import Facts
from inaproc_core.orders.machine import decide
from inaproc_core.orders.model import Order, OrderLine
from inaproc_core.orders.states import State
from inaproc_core.policy import executor_for
from inaproc_core.policy.threshold import ExecutorVerdict
from inaproc_core.roles import Actor, Role
from inaproc_core.values import ZERO, Rupiah, half_up_div
from inaproc_desktop.ports.data import Backend, BackendRefused, Catalogue, Drafts, Mirror, ProductRow
from inaproc_desktop.ports.ordering import Budget, Comparison, Question, ReviewFile, ReviewNotes, ReviewRow
from inaproc_desktop.ports.ui import ChangeSet
from inaproc_desktop.services.bargain import saving_of
from inaproc_desktop.services.orders import due_of
from inaproc_desktop.services.rules import Rules

REVIEW = "ppk_review"
"""Kind of draft that terms and ticks are kept in; its subject is the order."""

_WHOLE = 10_000


@dataclass(frozen=True, kw_only=True)
class CutOffs:
    """From where on a question is asked, in basis points; settings, proposed in regulations.md §11.

    Attributes:
        near_threshold: RF03: share of the PP's limit.
        small_saving: RF09: a saving below this.
        near_pagu: RF13: share of the pagu.
        above_peers: RF12: unit price against the lowest comparable one.
    """

    near_threshold: int = 9_500
    small_saving: int = 200
    near_pagu: int = 9_800
    above_peers: int = 11_000


class ApprovalsService:
    """Reads what waits for the PPK and carries the decisions; those are made online only."""

    def __init__(
        self,
        *,
        mirror: Mirror,
        catalogue: Catalogue,
        drafts: Drafts,
        backend: Backend,
        rules: Rules,
        actor: Actor,
        cut_offs: CutOffs | None = None,
    ) -> None:
        self._mirror = mirror
        self._catalogue = catalogue
        self._drafts = drafts
        self._backend = backend
        self._rules = rules
        self._actor = actor
        self._cut_offs = cut_offs or CutOffs()

    def waiting(self) -> tuple[ReviewRow, ...]:
        """Return the orders that wait for this PPK (for who only looks: all), first due first."""
        rows = [
            self._row(view.order)
            for view in self._mirror.orders()
            if view.order.state is State.WAITING_PPK_REVIEW and self._concerns(view.order)
        ]
        return tuple(sorted(rows, key=lambda row: row.due.at.timestamp() if row.due else float("inf")))

    def waiting_for_me(self) -> int:
        """Return how many decisions wait for this PPK, for the badge."""
        return sum(self._decides(row.order) for row in self.waiting())

    def read(self, order_id: str) -> ReviewFile | None:
        """Return an order under review, ``None`` when this access does not see it."""
        view = self._mirror.order(order_id)
        if view is None:
            return None
        order = view.order
        ctx = self._rules.context(order.satker)
        budget = self._budget(order)
        verdict = executor_for(order.listed.total, ctx.policy) if order.listed is not None else None
        comparisons = tuple(self._compare(order, line) for line in order.lines)
        saved, points = _saving(order)
        decides = order.state is State.WAITING_PPK_REVIEW and self._decides(order)
        return ReviewFile(
            order=order,
            due=due_of(order, ctx),
            may_decide=decides,
            may_return=decides and order.buyer.user_id != self._actor.user_id,
            budget=budget,
            verdict=verdict,
            comparisons=comparisons,
            questions=questions_of(order, verdict, budget, comparisons, self._cut_offs),
            saved=saved,
            saved_basis_points=points,
            notes=self._notes(order_id),
        )

    def keep(self, order_id: str, notes: ReviewNotes, title: str) -> None:
        """Keep terms and ticks that are being written."""
        content = {"terms": notes.terms, "ticked": list(notes.ticked)}
        self._drafts.save(f"{REVIEW}:{order_id}", REVIEW, order_id, title, content)

    def issue_letter(self, order_id: str, notes: ReviewNotes) -> ChangeSet:
        """Buat Surat Pesanan.

        Raises:
            Refused: e.g. ``review.checklist_incomplete``, ``order.product_delisted``; nothing was sent.
            BackendRefused: the backend decided otherwise.
            WorldFailed: no link, or no answer yet.
        """
        return self._decide(order_id, c.IssueLetter(terms=notes.terms, checklist=notes.ticked))

    def send_back(self, order_id: str, reason: str) -> ChangeSet:
        """Kembalikan ke PP; raises as :meth:`issue_letter`."""
        return self._decide(order_id, c.ReturnToBuyer(reason=reason))

    def reject(self, order_id: str, reason: str) -> ChangeSet:
        """Tolak; raises as :meth:`issue_letter`."""
        return self._decide(order_id, c.RejectOrder(reason=reason))

    def _decide(self, order_id: str, command: c.Command) -> ChangeSet:
        view = self._mirror.order(order_id)
        order = view.order if view is not None else None
        lines = order.lines if order is not None else ()
        rows = self._catalogue.products(tuple(line.product_id for line in lines))
        facts = Facts(products={row.product.id: row.product for row in rows})
        ctx = self._rules.context(order.satker if order is not None else None)
        decision = decide(order, command, self._actor, facts, ctx)
        if isinstance(decision, Refusal):
            raise Refused(decision)
        assert order is not None  # decide refuses a command without an order
        outcome = self._backend.run_now(
            command, actor=self._actor, order_id=order_id, base_rev=order.revision
        )
        if outcome.outcome != "ok":
            refusal = Refusal(code=outcome.code, facts=outcome.facts, field=outcome.field)
            raise BackendRefused(refusal, outcome.sentence)
        self._drafts.delete(f"{REVIEW}:{order_id}")
        return ChangeSet.of("order", "rup", "draft", ids=[order_id], initiator="approvals")

    def _row(self, order: Order) -> ReviewRow:
        ctx = self._rules.context(order.satker)
        saved, points = _saving(order)
        since = next(
            (e.at for e in reversed(order.history) if e.event == "SubmittedForReview"), order.created_at
        )
        return ReviewRow(
            id=order.id,
            order=order,
            due=due_of(order, ctx),
            saved=saved,
            saved_basis_points=points,
            days=max(0, (ctx.now - since).days),
        )

    def _concerns(self, order: Order) -> bool:
        return self._actor.role is not Role.PPK or self._decides(order)

    def _decides(self, order: Order) -> bool:
        own = order.ppk is not None and order.ppk.user_id == self._actor.user_id
        return self._actor.role is Role.PPK and own

    def _budget(self, order: Order) -> Budget | None:
        if order.rup is None:
            return None
        now = self._mirror.rup(order.rup.code)
        mine = order.reserved + order.committed
        rup = now or order.rup
        # The snapshot inside the order is from before its own reservation.
        used = rup.reserved + rup.committed - (mine if now is not None else 0)
        this = mine or _total(order)
        return Budget(
            rup=rup, used=Rupiah(max(0, used)), this_order=Rupiah(this), left=rup.pagu - max(0, used) - this
        )

    def _compare(self, order: Order, line: OrderLine) -> Comparison:
        prices = order.agreed or {}
        price = prices.get(line_item(line.no), line.listed_price)
        peers: tuple[ProductRow, ...] = ()
        if self._catalogue.product(line.product_id) is not None:
            found = self._catalogue.similar(line.product_id, limit=12)
            peers = tuple(
                row
                for row in found
                if row.product.listed and row.product.unit.casefold() == line.unit.casefold()
            )[:3]
        cheapest = peers[0].product.price if peers else 0
        return Comparison(
            line=line,
            price=price,
            peers=peers,
            above_cheapest=half_up_div(price * _WHOLE, cheapest) if cheapest else 0,
        )

    def _notes(self, order_id: str) -> ReviewNotes:
        draft = self._drafts.find(REVIEW, order_id)
        if draft is None:
            return ReviewNotes()
        ticked = draft.content.get("ticked") or ()
        return ReviewNotes(
            terms=str(draft.content.get("terms", "")), ticked=tuple(str(point) for point in ticked)
        )


def questions_of(
    order: Order,
    verdict: ExecutorVerdict | None,
    budget: Budget | None,
    comparisons: tuple[Comparison, ...],
    cut_offs: CutOffs,
) -> tuple[Question, ...]:
    """Return the red flags that can be computed from what this machine holds, as questions."""
    found: list[Question] = []
    if verdict is not None and not verdict.is_over:
        share = half_up_div(verdict.total * _WHOLE, verdict.limit)
        if share >= cut_offs.near_threshold:
            facts: dict[str, Fact] = {"total": verdict.total, "limit": verdict.limit, "share": share}
            found.append(Question(code="RF03", facts=facts))
    saved, points = _saving(order)
    if points < cut_offs.small_saving:
        found.append(Question(code="RF09", facts={"saved": saved, "share": points}))
    for each in comparisons:
        if each.above_cheapest > cut_offs.above_peers:
            found.append(
                Question(
                    code="RF12",
                    facts={
                        "product": each.line.name,
                        "price": each.price,
                        "cheapest": each.peers[0].product.price,
                        "peer": each.peers[0].product.name,
                        "vendor": each.peers[0].vendor_name,
                        "share": each.above_cheapest - _WHOLE,
                    },
                )
            )
    total = _total(order)
    if budget is not None and budget.rup.pagu > 0:
        share = half_up_div(total * _WHOLE, budget.rup.pagu)
        if share >= cut_offs.near_pagu:
            found.append(
                Question(code="RF13", facts={"total": total, "pagu": budget.rup.pagu, "share": share})
            )
    return tuple(found)


def _total(order: Order) -> Rupiah:
    return order.current.total if order.current is not None else ZERO


def _saving(order: Order) -> tuple[int, int]:
    return saving_of(order, _total(order))
