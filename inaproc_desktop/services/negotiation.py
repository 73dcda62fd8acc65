"""Negosiasi: what stands on the table, what a reply would do, and the replies themselves.

A reply is drafted on this machine, checked by the same rules as on the backend, and put into the outbox
with two guards: the round it answers, and the deadline after which it must not be sent any more.
"""

from __future__ import annotations

from collections.abc import Mapping

from inaproc_core.errors import Refusal, Refused
from inaproc_core.orders import commands as c
from inaproc_core.orders.facts import Facts
from inaproc_core.orders.machine import decide
from inaproc_core.orders.model import Order
from inaproc_core.orders.states import NEGOTIATING, Party
from inaproc_core.policy import executor_for
from inaproc_core.roles import OBSERVERS, Actor, Role
from inaproc_core.values import Rupiah
from inaproc_desktop.ports.data import Catalogue, Deed, DeedState, Draft, Drafts, Mirror, OrderView, Outbox
from inaproc_desktop.ports.ordering import Bargain, OrderRow, Preview, Reply, SavedView
from inaproc_desktop.ports.ui import ChangeSet
from inaproc_desktop.services.bargain import items_of, preview, preview_at, preview_of_theirs
from inaproc_desktop.services.intents import intent_of
from inaproc_desktop.services.orders import OrdersService, due_of, is_my_move
from inaproc_desktop.services.rules import Rules

REPLY = "negotiation_reply"
"""Kind of draft that a reply is kept in; its subject is the order."""

_REPLIES = frozenset({"order.offer_prices", "order.counter_offer"})
_DEEDS = _REPLIES | {
    "order.agree_prices",
    "order.cancel_negotiation",
    "order.decline_negotiation",
    "order.submit_to_ppk",
    "order.proceed",
}


class NegotiationService:
    """Reads negotiations and makes the moves in them. Replies go through the outbox, online or not."""

    def __init__(
        self,
        *,
        mirror: Mirror,
        outbox: Outbox,
        drafts: Drafts,
        catalogue: Catalogue,
        rules: Rules,
        actor: Actor,
    ) -> None:
        self._mirror = mirror
        self._outbox = outbox
        self._drafts = drafts
        self._catalogue = catalogue
        self._rules = rules
        self._actor = actor
        self._orders = OrdersService(mirror=mirror, rules=rules, actor=actor)

    def running(self, text: str = "") -> tuple[OrderRow, ...]:
        """Return the negotiations of the reader's side, those that wait for the reader first."""
        rows = self._orders.find(SavedView.ALL, text).rows
        return tuple(row for row in rows if row.order.state in NEGOTIATING and self._sees(row.order))

    def waiting_for_me(self) -> int:
        """Return how many negotiations wait for the reader, for the badge."""
        views = self._mirror.orders()
        return sum(v.order.state in NEGOTIATING and is_my_move(v.order, self._actor) for v in views)

    def read(self, order_id: str) -> Bargain | None:
        """Return the negotiation of an order, ``None`` when this access does not see it."""
        view = self._mirror.order(order_id)
        if view is None or not view.order.rounds:
            return None
        order = view.order
        ctx = self._rules.context(order.satker)
        seat = _seat(order, self._actor)
        my_move = is_my_move(order, self._actor) and not _unsettled(view)
        buyers = self._actor.role is not Role.PENYEDIA
        refused = _last(view, DeedState.REFUSED, DeedState.CONFLICT)
        kept = self._drafts.find(REPLY, order_id)
        return Bargain(
            order=order,
            seat=seat,
            my_move=my_move,
            round_no=len(order.rounds),
            items=items_of(order, seat, ctx if my_move else None),
            due=due_of(order, ctx),
            theirs=preview_of_theirs(order, seat, ctx),
            standing=preview_at(order, order.agreed or order.rounds[-1].prices, {}, ctx, ready=False),
            draft=_reply_of(kept) if kept is not None else _reply_in(refused),
            waiting=_unsettled(view),
            refused=refused,
            rup=(self._mirror.rup(order.rup.code) or order.rup) if buyers and order.rup is not None else None,
            verdict=executor_for(order.listed.total, ctx.policy)
            if buyers and order.listed is not None
            else None,
        )

    def preview(self, bargain: Bargain, prices: Mapping[str, Rupiah]) -> Preview:
        """Return what a reply with these prices would do. Reads nothing: fit for every key stroke."""
        return preview(
            bargain.order, bargain.seat, prices, self._actor, self._rules.context(bargain.order.satker)
        )

    def keep(self, order_id: str, reply: Reply, title: str) -> Draft:
        """Keep a reply that is being written."""
        content = {"round_no": reply.round_no, "prices": dict(reply.prices), "note": reply.note}
        return self._drafts.save(_draft_id(order_id), REPLY, order_id, title, content)

    def forget(self, order_id: str) -> None:
        """Throw the reply being written away."""
        self._drafts.delete(_draft_id(order_id))

    def reply(self, order_id: str, reply: Reply) -> ChangeSet:
        """Ajukan Harga Baru (buyer) or Ajukan Harga Balasan (penyedia).

        Raises:
            Refused: the local rules refuse, e.g. ``offer.not_lower``; the draft stays.
        """
        kind = c.CounterOffer if self._actor.role is Role.PENYEDIA else c.OfferPrices
        return self._send(order_id, kind(round_no=reply.round_no, prices=dict(reply.prices), note=reply.note))

    def agree(self, order_id: str, round_no: int) -> ChangeSet:
        """Setujui: take the other side's last prices.

        Raises:
            Refused: e.g. ``offer.round_moved_on``, ``order.product_delisted``.
        """
        return self._send(order_id, c.AgreePrices(round_no=round_no))

    def stop(self, order_id: str, reason: str) -> ChangeSet:
        """Batalkan Nego (buyer) or Tolak (penyedia).

        Raises:
            Refused: ``reason.too_short`` and others.
        """
        vendor = self._actor.role is Role.PENYEDIA
        return self._send(
            order_id, c.DeclineNegotiation(reason=reason) if vendor else c.CancelNegotiation(reason=reason)
        )

    def hand_over(self, order_id: str, note: str = "") -> ChangeSet:
        """Ajukan ke PPK (PP) or Lanjut Proses Pesanan (PPK who bought alone).

        Raises:
            Refused: e.g. ``order.deadline_passed``.
        """
        alone = self._actor.role is not Role.PP
        return self._send(order_id, c.ProceedOrder() if alone else c.SubmitToPpk(note=note))

    def take_back(self, order_id: str, cmd_id: str, title: str) -> ChangeSet:
        """Take back a deed that was not sent; a reply becomes a draft again.

        Raises:
            Refused: ``outbox.sent_already``.
        """
        deed = next((one for one in self._outbox.deeds() if one.cmd_id == cmd_id), None)
        changes = self._outbox.withdraw(cmd_id)
        reply = _reply_in(deed)
        if reply is not None:
            self.keep(order_id, reply, title)
        return changes

    def _send(self, order_id: str, command: c.Command) -> ChangeSet:
        view = self._mirror.order(order_id)
        order = view.order if view is not None else None
        facts = Facts()
        if order is not None and isinstance(command, c.AgreePrices):
            rows = self._catalogue.products(tuple(line.product_id for line in order.lines))
            facts = Facts(products={row.product.id: row.product for row in rows})
        ctx = self._rules.context(order.satker if order is not None else None)
        decision = decide(order, command, self._actor, facts, ctx)
        if isinstance(decision, Refusal):
            raise Refused(decision)
        assert view is not None  # decide refuses a command without an order
        assert order is not None
        for deed in view.pending:
            if deed.state in {DeedState.REFUSED, DeedState.CONFLICT} and deed.command in _DEEDS:
                self._outbox.dismiss(deed.cmd_id)
        replies = isinstance(command, c.OfferPrices | c.CounterOffer)
        intent = intent_of(command, order, ctx)
        _, changes = self._outbox.put(
            command,
            actor=self._actor,
            order_id=order_id,
            base_rev=order.revision,
            guards=intent.guards,
            not_after=intent.not_after,
            clear_draft=_draft_id(order_id) if replies else "",
        )
        return changes

    def _sees(self, order: Order) -> bool:
        return self._actor.role in OBSERVERS | {Role.PENYEDIA} or order.satker_id == self._actor.satker_id


def _seat(order: Order, actor: Actor) -> Party:
    if actor.role is Role.PENYEDIA:
        return Party.VENDOR
    own = order.buyer.user_id == actor.user_id and order.buyer.role is actor.role
    return Party.BUYER if own else Party.NOBODY


def _unsettled(view: OrderView) -> Deed | None:
    return _last(view, DeedState.WAITING, DeedState.SENDING, DeedState.PARKED)


def _last(view: OrderView, *states: DeedState) -> Deed | None:
    found = (deed for deed in reversed(view.pending) if deed.state in states and deed.command in _DEEDS)
    return next(found, None)


def _draft_id(order_id: str) -> str:
    return f"{REPLY}:{order_id}"


def _reply_of(draft: Draft) -> Reply:
    content = draft.content
    prices = content.get("prices") or {}
    return Reply(
        round_no=int(content.get("round_no", 0)),
        prices={str(item): Rupiah(int(price)) for item, price in prices.items()},
        note=str(content.get("note", "")),
    )


def _reply_in(deed: Deed | None) -> Reply | None:
    """Return the reply that a deed carries, so that nothing typed is lost with a refusal."""
    if deed is None or deed.command not in _REPLIES:
        return None
    payload = deed.payload
    return Reply(
        round_no=int(payload.get("round_no", 0)),
        prices={str(item): Rupiah(int(price)) for item, price in (payload.get("prices") or {}).items()},
        note=str(payload.get("note", "")),
    )
