"""From a filled Keranjang to an order that waits for its number: begin, keep, judge and submit a checkout."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeGuard

from inaproc_core.errors import Refusal, Refused, refuse
from inaproc_core.orders.commands import SubmitCheckout
from inaproc_core.orders.machine import decide
from inaproc_core.orders.model import Order
from inaproc_core.orders.states import State
from inaproc_core.roles import Actor
from inaproc_core.values import Quantity
from inaproc_core.wire.codec import from_plain, to_plain
from inaproc_desktop.ports.checkout import (
    CheckoutForm,
    CheckoutSheet,
    FormLine,
    Origin,
    Standing,
    Submission,
    Verdict,
)
from inaproc_desktop.ports.data import (
    Cart,
    Catalogue,
    Deed,
    DeedState,
    Draft,
    Drafts,
    Mirror,
    Outbox,
    Region,
)
from inaproc_desktop.ports.drafts import DraftClash, SharedDrafts
from inaproc_desktop.ports.ui import ChangeSet, Clock
from inaproc_desktop.services.checkout.assembly import assemble, draft_of
from inaproc_desktop.services.checkout.beginning import (
    begin_form,
    follow_cart,
    form_of_checkout,
    read_known,
)
from inaproc_desktop.services.checkout.evaluation import evaluate
from inaproc_desktop.services.checkout.form import next_place_id
from inaproc_desktop.services.checkout.known import Known
from inaproc_desktop.services.checkout.sharing import CheckoutSharing
from inaproc_desktop.services.intents import intent_of
from inaproc_desktop.services.rules import Rules

DRAFT_KIND = "checkout"
CHANGED_ELSEWHERE = "draft.changed_elsewhere"
_SUBMIT = "order.submit_checkout"


@dataclass(frozen=True, kw_only=True)
class Desk:
    """A checkout opened for work.

    Attributes:
        saved_at: when the draft was last kept on this machine.
        device: another machine of the person that has it too; ``-`` for one without a name.
        clash: what must be decided because two devices did what does not go together.
        refusal: why the backend refused it, when this form was made from a refused submission.
        changes: what opening it changed, to be published.
    """

    form: CheckoutForm
    known: Known
    saved_at: datetime
    device: str = ""
    clash: DraftClash | None = None
    refusal: Refusal | None = None
    changes: ChangeSet | None = None


class CheckoutService:
    """Everything that is done on the Checkout page."""

    def __init__(
        self,
        *,
        actor: Actor,
        mirror: Mirror,
        catalogue: Catalogue,
        cart: Cart,
        drafts: Drafts,
        shared: SharedDrafts,
        outbox: Outbox,
        rules: Rules,
        clock: Clock,
        new_id: Callable[[], str],
    ) -> None:
        """Build the service of one access.

        Args:
            actor: who buys.
            mirror: RUP packages, officials, earlier orders.
            catalogue: products and penyedia of now.
            cart: lines to take over, and to clear.
            drafts: where the form is kept.
            shared: the same draft on the person's other devices.
            outbox: where the submission goes.
            rules: rules of the day.
            clock: the time.
            new_id: makes ids of new orders (UUID version 7).
        """
        self._actor = actor
        self._mirror = mirror
        self._catalogue = catalogue
        self._cart = cart
        self._drafts = drafts
        self._shared = shared
        self.sharing = CheckoutSharing(shared, new_id)
        self._outbox = outbox
        self._rules = rules
        self._clock = clock
        self._new_id = new_id

    # ---- beginning

    def start_from_cart(self, vendor_id: str) -> str:
        """Begin, or go on with, the checkout of what the Keranjang holds of one penyedia.

        Returns:
            The id of the draft. Quantities that were changed in the Keranjang since are taken over; all
            else stays as it was typed.

        Raises:
            Refused: ``checkout.empty`` when the Keranjang holds nothing of this penyedia.
        """
        lines = tuple(line for line in self._cart.lines() if line.vendor_id == vendor_id)
        if not lines:
            refuse("checkout.empty", at="lines")
        found = self._unfinished(vendor_id)
        form = found[0] if found is not None else None
        if form is None:
            form = begin_form(self._new_id(), vendor_id, Origin.CART, self._actor, self._mirror)
        elsewhere = found is not None and bool(found[1].device)
        form = follow_cart(form, lines, self._rules.policy().cart_max_lines, keep_others=elsewhere)
        self.save(form)
        return form.order_id

    def start_direct(self, product_id: str, quantity: Quantity) -> str:
        """Begin the checkout of one product without the Keranjang (Beli Langsung); returns the draft's id.

        Raises:
            Refused: ``checkout.product_unknown``.
        """
        row = self._catalogue.product(product_id)
        if row is None:
            refuse("checkout.product_unknown", at="product_id", product=product_id)
        form = begin_form(self._new_id(), row.product.vendor_id, Origin.DIRECT, self._actor, self._mirror)
        line = FormLine(product_id=product_id, quantity=quantity, seen_price=row.product.price)
        form = replace(form, lines=(line,))
        self.save(form)
        return form.order_id

    def open(self, item_id: str) -> Desk | None:
        """Open a draft by its id, or the newest one when the id is empty.

        An id ``deed:<cmd_id>`` opens a refused submission again: all that was typed, and the refusal.

        Returns:
            ``None`` when there is no such draft.
        """
        if item_id.startswith("deed:"):
            return self._reopen(item_id.removeprefix("deed:"))
        found = self._drafts.get(item_id) if item_id else next(iter(self._drafts.all(DRAFT_KIND)), None)
        if found is None or found.kind != DRAFT_KIND:
            return None
        return self._desk(found, form_in(found))

    def know(self, form: CheckoutForm) -> Known:
        """Read the facts that a form is judged by, as they are now."""
        return read_known(form, self._actor, self._mirror, self._catalogue, self._rules)

    def new_place_id(self, form: CheckoutForm) -> str:
        """Return an id for a place of delivery that no other device will make as well."""
        return next_place_id(form, self._new_id())

    def regions(self, text: str) -> tuple[Region, ...]:
        """Return desa, kelurahan and kecamatan whose path holds all words."""
        return self._catalogue.regions(text) if text.strip() else ()

    # ---- working

    def evaluate(self, form: CheckoutForm, known: Known) -> Verdict:
        """Judge a form; pure, for every keystroke."""
        return evaluate(form, known, self._rules.context(known.satker))

    def sheet(self, form: CheckoutForm, known: Known) -> CheckoutSheet:
        """Return everything that the page shows of a form; pure, for every keystroke."""
        context = self._rules.context(known.satker)
        return CheckoutSheet(
            form=form,
            verdict=evaluate(form, known, context),
            products=known.products,
            vendor=known.vendor,
            reviewers=tuple(known.ppks.values()),
            addresses=known.addresses,
            role=self._actor.role,
            seller_days=context.policy.negotiation_seller_days,
        )

    def save(self, form: CheckoutForm, since: CheckoutForm | None = None) -> Draft:
        """Keep the form durably on this machine, at every pause in typing.

        Args:
            form: what stands on the page.
            since: what stood there when it was last kept or read. What another device changed since then
                comes in; the returned draft has it.
        """
        vendor = self._catalogue.vendor(form.vendor_id)
        title = vendor.name if vendor is not None else form.vendor_id
        before = None if since is None else to_plain(since)
        return self._drafts.save(form.order_id, DRAFT_KIND, form.vendor_id, title, to_plain(form), before)

    def discard(self, form: CheckoutForm) -> ChangeSet:
        """Throw the draft away, on all devices; the Keranjang keeps its lines."""
        changes = self._shared.discard(form.order_id)
        return ChangeSet(kinds=changes.kinds, ids=changes.ids, initiator=DRAFT_KIND)

    # ---- submitting

    def submit(
        self, form: CheckoutForm, seen_total: int, since: CheckoutForm | None = None
    ) -> tuple[Submission, ChangeSet]:
        """Ajukan Negosiasi: decide on this machine, then hand it to the outbox.

        The draft goes with the outbox row in one transaction; lines of the Keranjang go right after.

        Args:
            form: complete.
            seen_total: the gross total at listed prices that the person saw when pressing the button.
            since: as in ``save``.

        Raises:
            Refused: what the local rules say, or ``draft.changed_elsewhere``: another device was faster and
                the person should look again. The draft is as it was, with what came from there.
            WorldFailed: the outbox could not be written; the draft is as it was.
        """
        if since is not None and form_in(self.save(form, since)) != form:
            refuse(CHANGED_ELSEWHERE)
        known = self.know(form)
        context = self._rules.context(known.satker)
        verdict = evaluate(form, known, context)
        if verdict.listed.total > seen_total:
            refuse("checkout.total_changed", at="max_total", seen=seen_total, total=verdict.listed.total)
        checkout = assemble(form, known, draft_of(form, known, context.policy))
        command = SubmitCheckout(checkout=checkout, max_total=verdict.listed.total)
        decision = decide(None, command, self._actor, known.facts(form), context)
        if isinstance(decision, Refusal):
            raise Refused(decision)
        remaining = verdict.rup.remaining if verdict.rup is not None else 0
        intent = intent_of(command, None, context)
        _cmd_id, changes = self._outbox.put(
            command,
            actor=self._actor,
            order_id=form.order_id,
            base_rev=self._shared.position(form.order_id),
            guards={**intent.guards, "remaining": remaining},
            not_after=intent.not_after,
            clear_draft=form.order_id,
        )
        kinds = changes.kinds | {"draft"}
        if form.origin is Origin.CART:
            for line in form.lines:
                kinds |= self._cart.remove(line.product_id).kinds
        told = ChangeSet(kinds=kinds, ids=changes.ids, initiator=DRAFT_KIND)
        return self.submission(form.order_id), told

    def submission(self, order_id: str) -> Submission:
        """Return what became of a submitted checkout."""
        view = self._mirror.order(order_id)
        if view is not None and is_order(view.confirmed):
            return Submission(order_id=order_id, standing=Standing.ORDERED, number=view.confirmed.number)
        deed = next((one for one in reversed(self._outbox.deeds()) if _is_submission(one, order_id)), None)
        if deed is None:
            settled = next((one for one in self._outbox.recent() if _is_submission(one, order_id)), None)
            number = settled.outcome.number if settled is not None and settled.outcome is not None else ""
            standing = Standing.ORDERED if number else Standing.GONE
            return Submission(order_id=order_id, standing=standing, deed=settled, number=number)
        refused = deed.state in {DeedState.REFUSED, DeedState.CONFLICT}
        return Submission(
            order_id=order_id, standing=Standing.REFUSED if refused else Standing.WAITING, deed=deed
        )

    # ---- inside

    def _unfinished(self, vendor_id: str) -> tuple[CheckoutForm, Draft] | None:
        for draft in self._drafts.all(DRAFT_KIND):
            if draft.subject == vendor_id:
                form = form_in(draft)
                if form.origin is Origin.CART:
                    return form, draft
        return None

    def _desk(self, draft: Draft, form: CheckoutForm) -> Desk:
        clash = self._shared.clash(draft.id)
        known = self.know(form)
        return Desk(form=form, known=known, saved_at=draft.saved_at, device=draft.device, clash=clash)

    def _reopen(self, cmd_id: str) -> Desk | None:
        """Open the draft of a refused submission again; the deed is answered by that.

        The draft keeps its id, so that it never becomes two orders.

        Raises:
            Refused: ``draft.already_ordered`` when another device has submitted it.
        """
        deed = next((one for one in self._outbox.deeds() if one.cmd_id == cmd_id), None)
        if deed is None or deed.command != _SUBMIT:
            return None
        view = self._mirror.order(deed.order_id)
        if view is not None and is_order(view.confirmed):
            refuse("draft.already_ordered", number=view.confirmed.number)
        saved = self._shared.reopen(deed.order_id)
        if saved is None:
            sent = from_plain(dict(deed.payload), SubmitCheckout).checkout
            saved = self.save(form_of_checkout(deed.order_id, sent))
        changes = self._outbox.dismiss(cmd_id)
        outcome = deed.outcome
        refusal = (
            Refusal(code=outcome.code, facts=outcome.facts, field=outcome.field)
            if outcome is not None
            else None
        )
        told = ChangeSet(kinds=changes.kinds | {"draft"}, ids=changes.ids, initiator=DRAFT_KIND)
        return replace(self._desk(saved, form_in(saved)), refusal=refusal, changes=told)


def form_in(draft: Draft) -> CheckoutForm:
    """Return the form that a draft holds."""
    return from_plain(dict(draft.content), CheckoutForm)


def is_order(confirmed: Order | None) -> TypeGuard[Order]:
    """Return whether the backend has made an order of it."""
    return confirmed is not None and confirmed.state not in {State.NONE, State.DRAFT}


def _is_submission(deed: Deed, order_id: str) -> bool:
    return deed.order_id == order_id and deed.command == _SUBMIT
