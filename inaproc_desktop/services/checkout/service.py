"""From a filled Keranjang to an order that waits for its number: begin, keep, judge and submit a checkout."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from inaproc_core.errors import Refusal, Refused, refuse
from inaproc_core.orders.commands import SubmitCheckout
from inaproc_core.orders.machine import decide
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
from inaproc_desktop.ports.ui import ChangeSet, Clock
from inaproc_desktop.services.checkout.assembly import assemble, draft_of
from inaproc_desktop.services.checkout.beginning import (
    begin_form,
    follow_cart,
    form_of_checkout,
    read_known,
)
from inaproc_desktop.services.checkout.evaluation import evaluate
from inaproc_desktop.services.checkout.known import Known
from inaproc_desktop.services.intents import intent_of
from inaproc_desktop.services.rules import Rules

DRAFT_KIND = "checkout"
_SUBMIT = "order.submit_checkout"


@dataclass(frozen=True, kw_only=True)
class Desk:
    """A checkout opened for work.

    Attributes:
        saved_at: when the draft was last kept on this machine.
        refusal: why the backend refused it, when this form was made from a refused submission.
        changes: what opening it changed, to be published.
    """

    form: CheckoutForm
    known: Known
    saved_at: datetime
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
        form = self._unfinished(vendor_id)
        if form is None:
            form = begin_form(self._new_id(), vendor_id, Origin.CART, self._actor, self._mirror)
        form = follow_cart(form, lines, self._rules.policy().cart_max_lines)
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
        form = from_plain(dict(found.content), CheckoutForm)
        return Desk(form=form, known=self.know(form), saved_at=found.saved_at)

    def know(self, form: CheckoutForm) -> Known:
        """Read the facts that a form is judged by, as they are now."""
        return read_known(form, self._actor, self._mirror, self._catalogue, self._rules)

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

    def save(self, form: CheckoutForm) -> Draft:
        """Keep the form durably on this machine, at every pause in typing."""
        vendor = self._catalogue.vendor(form.vendor_id)
        title = vendor.name if vendor is not None else form.vendor_id
        return self._drafts.save(form.order_id, DRAFT_KIND, form.vendor_id, title, to_plain(form))

    def discard(self, form: CheckoutForm) -> ChangeSet:
        """Throw the draft away; the Keranjang keeps its lines."""
        self._drafts.delete(form.order_id)
        return ChangeSet.of("draft", ids=[form.order_id], initiator=DRAFT_KIND)

    # ---- submitting

    def submit(self, form: CheckoutForm, seen_total: int) -> tuple[Submission, ChangeSet]:
        """Ajukan Negosiasi: decide on this machine, then hand it to the outbox.

        The draft goes with the outbox row in one transaction; lines of the Keranjang go right after.

        Args:
            form: complete.
            seen_total: the gross total at listed prices that the person saw when pressing the button.

        Raises:
            Refused: what the local rules say; nothing was stored and the draft is as it was.
            WorldFailed: the outbox could not be written; the draft is as it was.
        """
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
            base_rev=0,
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
        if view is not None and view.confirmed is not None:
            return Submission(order_id=order_id, standing=Standing.ORDERED, number=view.confirmed.number)
        deed = next((one for one in self._outbox.deeds() if _is_submission(one, order_id)), None)
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

    def _unfinished(self, vendor_id: str) -> CheckoutForm | None:
        for draft in self._drafts.all(DRAFT_KIND):
            if draft.subject == vendor_id:
                form = from_plain(dict(draft.content), CheckoutForm)
                if form.origin is Origin.CART:
                    return form
        return None

    def _reopen(self, cmd_id: str) -> Desk | None:
        """Make a draft of a refused submission again; the deed is answered by that."""
        deed = next((one for one in self._outbox.deeds() if one.cmd_id == cmd_id), None)
        if deed is None or deed.command != _SUBMIT:
            return None
        form = form_of_checkout(self._new_id(), from_plain(dict(deed.payload), SubmitCheckout).checkout)
        saved = self.save(form)
        changes = self._outbox.dismiss(cmd_id)
        outcome = deed.outcome
        refusal = (
            Refusal(code=outcome.code, facts=outcome.facts, field=outcome.field)
            if outcome is not None
            else None
        )
        told = ChangeSet(kinds=changes.kinds | {"draft"}, ids=changes.ids, initiator=DRAFT_KIND)
        return Desk(form=form, known=self.know(form), saved_at=saved.saved_at, refusal=refusal, changes=told)


def _is_submission(deed: Deed, order_id: str) -> bool:
    return deed.order_id == order_id and deed.command == _SUBMIT
