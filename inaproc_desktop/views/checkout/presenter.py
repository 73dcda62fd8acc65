"""The checkout page without its widgets: every edit is judged at once, kept after a pause, lost never."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from inaproc_core.errors import Refused
from inaproc_desktop.ports.checkout import (
    CheckoutForm,
    FormPlace,
    Standing,
    Submission,
)
from inaproc_desktop.ports.data import Draft, Link
from inaproc_desktop.ports.ui import CancelToken, ChangeBus, ChangeSet, Clock, Lane, Navigator, Runner
from inaproc_desktop.services.attachments import AttachmentService
from inaproc_desktop.services.checkout import (
    CHANGED_ELSEWHERE,
    DRAFT_KIND,
    CheckoutService,
    Desk,
    Known,
    form_field,
    form_in,
    with_address,
    with_place,
    with_rup,
    with_seen_price,
    with_text,
    without_place,
)
from inaproc_desktop.services.checkout.attaching import Attaching
from inaproc_desktop.services.checkout.choosing import Choosing
from inaproc_desktop.services.checkout.edits import FormEdits
from inaproc_desktop.services.checkout.searching import Searching
from inaproc_desktop.views.checkout.keeping import DraftKeeper
from inaproc_desktop.views.checkout.protocol import CheckoutView


class CheckoutPresenter(FormEdits):
    """One per page; ``close`` ends it."""

    def __init__(
        self,
        view: CheckoutView,
        service: CheckoutService,
        attachments: AttachmentService,
        runner: Runner,
        bus: ChangeBus,
        navigator: Navigator,
        clock: Clock,
        link: Callable[[], Link],
        sync_now: Callable[[], None],
    ) -> None:
        """Build the presenter.

        Args:
            view: the page.
            service: the checkout.
            attachments: its supporting documents.
            runner: lanes for work.
            bus: tells when facts or deeds changed.
            navigator: leads to the negotiation once there is an order.
            clock: the time.
            link: whether the backend is within reach.
            sync_now: asks for sending soon.
        """
        self._view = view
        self._service = service
        self._runner = runner
        self._bus = bus
        self._navigator = navigator
        self._clock = clock
        self._link = link
        self._sync_now = sync_now
        self._form: CheckoutForm | None = None
        self._known: Known | None = None
        self._sent = ""
        self._in_sight = False
        self._sending = False
        self._reading = CancelToken()
        self.files = Attaching(view, attachments, runner, bus, lambda: self._form, self._edit_at_once)
        self.searches = Searching(view, service, runner, lambda: self._known)
        self._keeper = DraftKeeper(
            runner, service.save, sync_now, on_saved=self._on_saved, on_failed=view.show_failure
        )
        self.sharing = Choosing(
            view,
            service.sharing,
            runner,
            bus,
            keep_now=self._keeper.now,
            draft_id=lambda: self.order_id() if not self._sending else "",
            read_again=self._read_again,
            sync_now=sync_now,
        )
        self._unsubscribe = bus.subscribe(
            self._on_changes, "rup", "catalogue", "order", "deed", "link", "attachment", "draft"
        )

    def close(self) -> None:
        """Keep what was typed and stop listening."""
        self.leave()
        self.files.close()
        self.searches.close()
        self._reading.cancel()
        self._unsubscribe()

    def order_id(self) -> str:
        """Return the id of the form in sight, empty without one."""
        return self._form.order_id if self._form is not None else ""

    # ---- coming and going

    def open(self, item_id: str = "") -> None:
        """Open a draft by its id; without one, go on with what is here, else with the newest draft."""
        self._in_sight = True
        self._view.show_online(self._link().online)
        if self._form is not None and item_id in ("", self._form.order_id):
            self._refresh()
            return
        if self._sent and not item_id:
            self._look_after()
            return
        self.leave()
        self._in_sight = True
        self._reading.cancel()
        self._reading = self._runner.submit(
            Lane.DATA, self._service.open, item_id, on_done=self._on_desk, on_error=self._on_open_failed
        )

    def leave(self) -> None:
        """Keep what was typed, at once."""
        self._in_sight = False
        self._keeper.leave()

    def _on_desk(self, desk: Desk | None) -> None:
        if desk is None:
            self._form, self._known = None, None
            self._keeper.end()
            self._view.show_nothing()
            return
        self._form, self._known, self._sent = desk.form, desk.known, ""
        self._keeper.begin(desk.form)
        sheet = self._service.sheet(desk.form, desk.known)
        self._view.show_busy(False)
        self._view.show_form(sheet)
        self._view.show_saved(desk.saved_at)
        self._view.show_clash(desk.clash, sheet)
        self.files.refresh()
        if desk.changes is not None:
            self._bus.publish(desk.changes)
        if desk.refusal is not None:
            self._view.show_refused(desk.refusal, form_field(desk.refusal, desk.form)[1])

    def _on_open_failed(self, error: Exception) -> None:
        self._view.show_nothing()
        self._view.show_failure(error)

    # ---- what was typed and chosen

    def choose_rup(self, code: str) -> None:
        """Take a package."""
        rup = self._known.rups.get(code) if self._known is not None else None
        self._edit(lambda form: with_rup(form, code, rup))

    def add_place(self) -> None:
        """Add an empty place."""
        if self._form is None or self._sending:
            return
        place = FormPlace(id=self._service.new_place_id(self._form))
        self._edit(lambda form: with_place(form, place), places=place.id)

    def remove_place(self, place_id: str) -> None:
        """Take a place away; the last one stays."""
        if self._form is None or not self._form.has_many_places:
            return
        left = next(place.id for place in self._form.places if place.id != place_id)
        self._edit(lambda form: without_place(form, place_id), places=left)

    def use_address(self, place_id: str, number: int) -> None:
        """Fill a place with an address of an earlier order."""
        if self._known is not None and 0 <= number < len(self._known.addresses):
            address = self._known.addresses[number]
            self._edit(lambda form: with_address(form, place_id, address), places=place_id)

    def take_price(self, product_id: str) -> None:
        """Say that the changed price was seen."""
        product = self._known.products.get(product_id) if self._known is not None else None
        if product is not None:
            price = product.price
            self._edit(lambda form: with_seen_price(form, product_id, price))

    def remember_text(self, name: str, text: str) -> None:
        """Keep text that cannot be read as a value, so that the draft shows it again."""
        if self._form is not None and not self._sending:
            changed = with_text(self._form, name, text)
            if changed is not self._form:
                self._form = changed
                self._keep_soon()

    def _edit(
        self, change: Callable[[CheckoutForm], CheckoutForm], *, fill: bool = False, places: str = ""
    ) -> None:
        if self._form is None or self._known is None or self._sending:
            return
        changed = change(self._form)
        if changed == self._form:
            return
        self._form = changed
        sheet = self._service.sheet(changed, self._known)
        if fill:
            self._view.show_form(sheet)
        else:
            if places:
                self._view.show_places(sheet, places)
            self._view.show_sheet(sheet)
        self._keep_soon()

    def _edit_at_once(self, change: Callable[[CheckoutForm], CheckoutForm]) -> None:
        """Edit and keep without a pause: a file that nothing names would be swept away."""
        self._edit(change)
        self._keeper.now()
        self.files.refresh()

    # ---- keeping

    def _keep_soon(self) -> None:
        if self._form is not None:
            self._view.show_saved(None)
            self._keeper.touch(self._form)

    def _on_saved(self, sent: CheckoutForm, draft: Draft) -> None:
        form = self._form
        if form is not None and form.order_id == sent.order_id and not self._keeper.dirty:
            if form_in(draft) == form:
                self._view.show_saved(draft.saved_at)
            elif not self._sending:  # another device's changes came in, or the draft goes on as another
                self._read_again(draft.id)
        self._bus.publish(ChangeSet.of("draft", ids=[draft.id], initiator=DRAFT_KIND))

    # ---- other devices of the person

    def _read_again(self, draft_id: str) -> None:
        """Show the draft as it is kept now, without taking away what is being typed."""
        self._runner.submit(
            Lane.DATA,
            self._service.open,
            draft_id,
            on_done=self._on_followed,
            on_error=self._view.show_failure,
        )

    def _on_followed(self, desk: Desk | None) -> None:
        before = self._form
        if before is None or self._sending or self._keeper.dirty:
            return  # what is being typed meets it at the next pause
        if desk is None:
            self._form, self._known = None, None
            self._keeper.end()
            self._view.show_ended()
            return
        self._form, self._known = desk.form, desk.known
        self._keeper.begin(desk.form)
        sheet = self._service.sheet(desk.form, desk.known)
        if desk.form != before:
            self._view.show_followed(sheet, desk.device, begun_anew=desk.form.order_id != before.order_id)
        self._view.show_saved(desk.saved_at)
        self._view.show_clash(desk.clash, sheet)
        self.files.refresh()

    def discard(self) -> None:
        """Throw the draft away (the page has asked); the Keranjang keeps its lines."""
        form = self._form
        if form is None or self._sending:
            return
        self._keeper.end()
        self._form, self._known = None, None

        def done(changes: ChangeSet) -> None:
            self._bus.publish(changes)
            self._sync_now()
            self._navigator.open_page("cart")

        self._view.show_nothing()
        self._runner.submit(
            Lane.DATA, self._service.discard, form, on_done=done, on_error=self._view.show_failure
        )

    # ---- submitting

    def submit(self) -> None:
        """Ajukan Negosiasi."""
        if self._form is None or self._known is None or self._sending:
            return
        verdict = self._service.evaluate(self._form, self._known)
        if not verdict.is_ready:
            self._view.show_sheet(self._service.sheet(self._form, self._known))
            return
        refused = self.files.refused()
        if refused is not None:
            self._view.show_refused(refused, "attachments")
            return
        self._keeper.hold()
        self._sending = True
        self._view.show_busy(True)
        self._runner.submit(
            Lane.DATA,
            partial(self._service.submit, self._form, verdict.listed.total, self._keeper.since),
            on_done=self._on_submitted,
            on_error=self._on_submit_failed,
        )

    def _on_submitted(self, result: tuple[Submission, ChangeSet]) -> None:
        submission, changes = result
        self._sending = False
        self._keeper.end()
        self._form, self._known, self._sent = None, None, submission.order_id
        self._view.show_busy(False)
        self._view.show_sent(submission, self._link().online)
        self._bus.publish(changes)
        self._sync_now()

    def _on_submit_failed(self, error: Exception) -> None:
        self._sending = False
        self._view.show_busy(False)
        if isinstance(error, Refused) and error.refusal.code == CHANGED_ELSEWHERE and self._form is not None:
            self._keeper.rest()
            self._read_again(self._form.order_id)
            self._view.show_refused(error.refusal, "")
            return
        self._keep_soon()
        if isinstance(error, Refused) and self._form is not None:
            self._view.show_refused(error.refusal, form_field(error.refusal, self._form)[1])
            self._refresh()
        else:
            self._view.show_failure(error)

    def _look_after(self) -> None:
        self._runner.submit(
            Lane.DATA,
            self._service.submission,
            self._sent,
            on_done=self._on_submission,
            on_error=self._view.show_failure,
        )

    def _on_submission(self, submission: Submission) -> None:
        if submission.order_id != self._sent:
            return
        if submission.standing is Standing.ORDERED:
            self._sent = ""
            if self._in_sight:
                self._navigator.open_page("negotiation", submission.order_id)
            self._view.show_nothing()
        elif submission.standing is Standing.REFUSED and submission.deed is not None:
            self._sent = ""
            self.open(f"deed:{submission.deed.cmd_id}")
        else:
            self._view.show_sent(submission, self._link().online)

    # ---- changes elsewhere

    def _refresh(self) -> None:
        """Read the facts anew: pagu, prices, officials."""
        if self._form is None:
            return
        self._reading.cancel()
        self._reading = self._runner.submit(
            Lane.DATA,
            self._service.know,
            self._form,
            on_done=self._on_known,
            on_error=self._view.show_failure,
        )

    def _on_known(self, known: Known) -> None:
        if self._form is not None and not self._sending:
            self._known = known
            self._view.show_sheet(self._service.sheet(self._form, known))

    def _on_changes(self, changes: ChangeSet) -> None:
        if changes.touches("link"):
            self._view.show_online(self._link().online)
        if changes.touches("attachment"):
            self.files.refresh()
        if self._comes_from_elsewhere(changes) and self._form is not None:
            self._read_again(self._form.order_id)
        if self._sent and changes.touches("order", "deed"):
            self._look_after()
        elif self._form is not None and not self._sending and changes.touches("rup", "catalogue"):
            self._refresh()

    def _comes_from_elsewhere(self, changes: ChangeSet) -> bool:
        """Return whether the open draft was changed by something else than this page."""
        form = self._form
        if form is None or not changes.touches("draft") or changes.initiator == DRAFT_KIND:
            return False
        return not changes.ids or form.order_id in changes.ids
