"""The wizards of stages 2 and 3 without their widgets: each page turn keeps a draft, nothing is lost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from inaproc_core.errors import Refusal, Refused
from inaproc_core.registration.vocabulary import ProfileStatus
from inaproc_core.wire.registration import OwnAccesses
from inaproc_desktop.ports.data import BackendRefused, Link
from inaproc_desktop.ports.filing import (
    CONFIRM_OFFICE,
    DECLARATION,
    Filing,
    FilingPage,
    FilingSheet,
    FilingStage,
    FilingStatus,
)
from inaproc_desktop.ports.ui import CancelToken, ChangeBus, ChangeSet, Clock, Lane, Navigator, Runner
from inaproc_desktop.services.registration.access import AccessJourney
from inaproc_desktop.services.registration.handing import Handing
from inaproc_desktop.services.registration.journey import Journey
from inaproc_desktop.services.registration.letters import SampleLetters
from inaproc_desktop.services.registration.looking_up import LookingUp
from inaproc_desktop.services.registration.sending import Sending
from inaproc_desktop.views.registration.filing.protocol import FilingView

_PAUSE_SECONDS = 0.7
"""A pause in typing after which the draft is kept and what was typed is judged."""

ACCESSES, ACCESS_WIZARD = "access", "access_wizard"
"""Pages that the wizards lead to."""


class FilingPresenter:
    """One per page; ``close`` ends it.

    Attributes:
        files: takes what concerns files.
        looking_up: takes what concerns satker, instansi and NIB; ``None`` for the profile.
    """

    def __init__(
        self,
        view: FilingView,
        journey: Journey,
        runner: Runner,
        bus: ChangeBus,
        navigator: Navigator,
        clock: Clock,
        link: Callable[[], Link],
        letters: SampleLetters,
    ) -> None:
        """Build the presenter; nothing is asked before ``open``.

        Args:
            view: the page.
            journey: the services of one stage.
            runner: lanes for work.
            bus: tells when the link comes and goes; is told when something was sent.
            navigator: leads to Manajemen Akses.
            clock: the time.
            link: whether the backend is within reach.
            letters: sample letters.
        """
        self._view = view
        self._journey = journey
        self._runner = runner
        self._bus = bus
        self._navigator = navigator
        self._clock = clock
        self._link = link
        self._letters = letters
        self._item = ""
        self._filing: Filing | None = None
        self._status: FilingStatus | None = None
        self._complaints: set[str] = set()
        self._typed: set[str] = set()
        self._dirty = False
        self._pause, self._reading = CancelToken(), CancelToken()
        self._sending = Sending(runner, journey.send, view.show_progress)
        self._stop = bus.subscribe(self._on_change, "link", "filing")
        self.files = Handing(view, journey.staging, runner, lambda: self._filing, self._with_file)
        self._access = journey if isinstance(journey, AccessJourney) else None
        self.looking_up = (
            LookingUp(view, self._access, runner, lambda: self._filing, self._with_answer)
            if self._access is not None
            else None
        )

    # ---- coming and going

    def open(self, item_id: str) -> None:
        """Show an application: the wizard, or how it stands."""
        if self._filing is not None and item_id == self._item:
            return  # what is being filled in stays as it is
        self._begin(item_id)

    def reload(self) -> None:
        """Ask again how things stand."""
        self._begin(self._item)

    def leave(self) -> None:
        """Keep what was typed; the page goes out of sight."""
        self._keep_now()

    def close(self, *_ignored: object) -> None:
        """Keep what was typed and end everything that runs."""
        self._keep_now()
        self._pause.cancel()
        self._reading.cancel()
        self._sending.stop()
        self.files.close()
        if self.looking_up is not None:
            self.looking_up.close()
        self._stop()

    def leave_for_accesses(self) -> None:
        """Tutup, lanjutkan nanti."""
        self._keep_now()
        self._navigator.open_page(ACCESSES)

    # ---- following from the status

    def act(self) -> None:
        """Do what the status asks for: mend, begin anew, or go on."""
        status = self._status
        if status is None:
            return
        if status.item_to_mend:
            self._begin(status.item_to_mend)
        elif status.status == ProfileStatus.VERIFIED:
            self._navigator.open_page(ACCESS_WIZARD)
        else:
            self._navigator.open_page(ACCESSES)

    # ---- choosing and typing

    def choose_group(self, group: str) -> None:
        """Choose the Tipe Profil."""
        if self._filing is not None and self._access is not None:
            self._take(self._access.grouped(self._filing, group))

    def choose(self, choice: str) -> None:
        """Choose nationality or role."""
        if self._filing is not None:
            self._complaints.clear()
            self._take(self._journey.chosen(self._filing, choice))

    def edit(self, field_id: str, value: str) -> None:
        """Take an edit of a field."""
        if self._filing is None:
            return
        self._complaints.discard(field_id)
        self._typed.add(field_id)
        self._take(self._journey.edited(self._filing, field_id, value))

    def confirm_office(self, confirmed: bool) -> None:
        """Take the tick that the satker is the right one."""
        if self._filing is not None:
            self._complaints.discard(CONFIRM_OFFICE)
            self._take(replace(self._filing, confirmed=confirmed))

    def declare(self, declared: bool) -> None:
        """Take the tick under the review."""
        if self._filing is not None:
            self._complaints.discard(DECLARATION)
            self._take(replace(self._filing, declared=declared))

    def save_letter(self, slot: str, path: str) -> None:
        """Save the sample letter of a slot."""
        sheet = self._sheet()
        rule = next((one for one in sheet.slots if one.slot.value == slot), None) if sheet else None
        if sheet is None or rule is None:
            return
        self._runner.submit(
            Lane.NETWORK,
            self._letters.save,
            sheet,
            rule,
            path,
            on_done=self._view.show_letter_saved,
            on_error=self._view.show_failure,
        )

    # ---- pages

    def go_on(self, page: str) -> None:
        """Go to the next page, or send from the last one; what is wrong on this page is said first."""
        sheet = self._sheet()
        if sheet is None or self._sending.running:
            return
        here = FilingPage(page)
        wrong = sheet.page_problems.get(here, ())
        if wrong:
            self._complaints.update(wrong)
            self._view.show_sheet(sheet, frozenset(self._complaints))
            self._view.focus_part(wrong[0])
            return
        if here is FilingPage.REVIEW:
            self._send(sheet)
            return
        self._turn_to(sheet.pages[sheet.pages.index(here) + 1])

    def go_back(self, page: str) -> None:
        """Go to the page before."""
        sheet = self._sheet()
        here = FilingPage(page)
        if sheet is not None and here in sheet.pages and sheet.pages.index(here):
            self._turn_to(sheet.pages[sheet.pages.index(here) - 1])

    def follow(self, part: str) -> None:
        """Go to where a part is mended."""
        sheet = self._sheet()
        page = sheet.page_of(part) if sheet is not None else None
        if sheet is None or page is None:
            return
        self._complaints.add(part)
        if page is not FilingPage.REVIEW:
            self._turn_to(page)
        self._view.show_sheet(sheet, frozenset(self._complaints))
        self._view.focus_part(part)

    def show_page_of(self, page: str) -> None:
        """Go to a page from the review (Ubah)."""
        sheet = self._sheet()
        if sheet is not None and FilingPage(page) in sheet.pages:
            self._turn_to(FilingPage(page))

    def cancel_sending(self) -> None:
        """Stop sending; what arrived stays with the backend, the draft stays here."""
        self._sending.stop()
        self._view.hide_progress()

    # ---- inside: opening

    def _begin(self, item_id: str) -> None:
        self._keep_now()
        self._item, self._filing, self._status = item_id, None, None
        self._complaints, self._typed = set(), set()
        self._reading.cancel()
        self._reading = CancelToken()
        self._view.show_loading()
        self._runner.submit(
            Lane.DATA,
            self._journey.kept,
            item_id,
            on_done=self._ask_standing,
            on_error=self._view.show_failure,
            cancel=self._reading,
        )

    def _ask_standing(self, kept: Filing | None) -> None:
        self._runner.submit(
            Lane.NETWORK,
            self._journey.standing,
            on_done=partial(self._opened, kept),
            on_error=partial(self._open_without_link, kept),
            cancel=self._reading,
        )

    def _open_without_link(self, kept: Filing | None, error: Exception) -> None:
        self._opened(kept, None)
        if isinstance(error, BackendRefused) or self._link().online:
            self._view.show_failure(error)

    def _opened(self, kept: Filing | None, own: OwnAccesses | None) -> None:
        try:
            opening = self._journey.open(self._item, kept, own)
        except Refused as refused:
            self._view.show_failure(refused)
            return
        if opening.status is not None:
            self._show_status(opening.status)
            return
        filing = opening.filing
        if filing is None:
            return
        sheet = self._journey.sheet(filing)
        page = filing.page if filing.page in sheet.pages else sheet.pages[0]
        self._filing = replace(filing, page=FilingPage(page).value)
        self._view.show_filing(replace(sheet, filing=self._filing), FilingPage(page).value)
        self.files.show_all()
        self._view.show_online(own is not None)
        if opening.resumed:
            self._view.show_resumed()

    def _show_status(self, status: FilingStatus) -> None:
        self._status = status
        self._view.show_standing(status, self._clock.now(), online=self._link().online)

    # ---- inside: filling in

    def _sheet(self) -> FilingSheet | None:
        return self._journey.sheet(self._filing) if self._filing is not None else None

    def _take(self, filing: Filing) -> None:
        self._filing = filing
        self._dirty = True
        self._view.show_kept(None)
        self._view.show_sheet(self._journey.sheet(filing), frozenset(self._complaints))
        self._pause.cancel()
        self._pause = self._runner.after(_PAUSE_SECONDS, self._judge)

    def _with_file(self, filing: Filing, slot: str) -> None:
        self._complaints.discard(slot)
        self._take(filing)

    def _with_answer(self, filing: Filing, field_id: str) -> None:
        self._complaints -= {field_id, "instansi", CONFIRM_OFFICE}
        if field_id == "nib":
            self._complaints.add("nib")
        self._take(filing)

    def _judge(self) -> None:
        """Say what is wrong with what was typed, after a pause; what is still empty is no fault yet."""
        filing = self._filing
        if filing is None:
            return
        self._complaints |= {part for part in self._typed if filing.fields.get(part)}
        self._typed.clear()
        self._keep_now()
        self._view.show_sheet(self._journey.sheet(filing), frozenset(self._complaints))

    def _keep_now(self) -> None:
        self._pause.cancel()
        if self._filing is None or not self._dirty:
            return
        self._dirty = False
        self._runner.submit(
            Lane.DATA,
            self._journey.staging.keep,
            self._filing,
            on_done=lambda _none: self._view.show_kept(self._clock.now()),
            on_error=self._view.show_failure,
        )

    def _turn_to(self, page: FilingPage) -> None:
        if self._filing is None:
            return
        self._filing = replace(self._filing, page=page.value)
        self._dirty = True
        self._view.show_page(page.value)
        self._keep_now()

    # ---- inside: sending

    def _send(self, sheet: FilingSheet) -> None:
        if sheet.problems:
            part = next(iter(sheet.problems))
            self._complaints.update(sheet.problems)
            self._view.show_sheet(sheet, frozenset(self._complaints))
            self.follow(part)
            return
        filing = sheet.filing
        self._keep_now()
        self._view.show_progress(0, 0)
        self._sending.start(filing, partial(self._sent, filing), self._not_sent)

    def _sent(self, filing: Filing, status: FilingStatus) -> None:
        self._filing, self._dirty = None, False
        self._pause.cancel()
        self._view.hide_progress()
        self._runner.submit(Lane.DATA, self._journey.staging.forget, filing, on_error=self._view.show_failure)
        self._item = f"status:{status.request_id}" if status.stage is FilingStage.ACCESS else ""
        self._show_status(status)
        self._bus.publish(ChangeSet.of("access", initiator="filing"))

    def _not_sent(self, error: Exception) -> None:
        self._view.hide_progress()
        refusal: Refusal | None = None
        if isinstance(error, BackendRefused | Refused):
            refusal = error.refusal
        sheet = self._sheet()
        if refusal is not None and refusal.field and sheet is not None:
            page = sheet.page_with(_part_of(refusal.field))
            if page is not None:
                self._turn_to(page)
                self._view.show_refused(refusal, getattr(error, "sentence", ""))
                return
        self._view.show_failure(error)

    def _on_change(self, changes: ChangeSet) -> None:
        if self._filing is not None:
            self._view.show_online(self._link().online)
        elif self._status is not None and changes.touches("filing"):
            self.reload()  # somebody has decided on it


def _part_of(at: str) -> str:
    """Return the id of a field or slot, where the backend names it with its place in the message."""
    return at.rpartition(".")[2]
