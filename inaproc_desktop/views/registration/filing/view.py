"""The wizard of stage 2 or 3 as a page of the window: the wizard itself, or how the application stands."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from inaproc_core.errors import Refusal
from inaproc_core.wire.registration import Instansi, Office
from inaproc_desktop.ports.filing import (
    FilingPage,
    FilingSheet,
    FilingStage,
    FilingStatus,
    Handed,
    Intent,
    Shrunk,
    Spot,
)
from inaproc_desktop.ports.ui import Runner
from inaproc_desktop.views import theme
from inaproc_desktop.views.registration.filing import words
from inaproc_desktop.views.registration.filing.camera import Camera, SystemCamera
from inaproc_desktop.views.registration.filing.form import FormFields
from inaproc_desktop.views.registration.filing.naming import deed_of, title_of, turns_of
from inaproc_desktop.views.registration.filing.parts import ChoicePage, FilesPage
from inaproc_desktop.views.registration.filing.progress import SendingOverlay
from inaproc_desktop.views.registration.filing.review import ReviewPanel
from inaproc_desktop.views.registration.filing.status import StatusPanel
from inaproc_desktop.views.widgets import Page, Tone, label
from inaproc_desktop.views.widgets.wizard.frame import WizardFrame
from inaproc_desktop.views.widgets.wizard.page import WizardPage
from inaproc_desktop.views.widgets.wizard.stages import Stage
from inaproc_desktop.views.words import failure_words, refusal_sentence

_STAGES = {FilingStage.PROFILE: Stage.PROFILE, FilingStage.ACCESS: Stage.ACCESS}


class FilingPageView(Page):
    """The page.

    Args:
        stage: which of the two wizards.
        runner: reads pictures off the UI thread.
        camera: takes pictures; the one of this machine unless a test brings another.
        parent: the widget that owns it.

    Signals:
        group_chosen(str), choice_chosen(str), field_edited(str, str): filling in.
        office_query(str), office_picked(str), instansi_query(str), instansi_picked(str),
            office_confirmed(bool), nib_check_asked(): looking up.
        path_given(str, str), bytes_given(str, str, bytes), smaller_answered(str, bool), turned(str, int),
            cropped(str, Spot), undone(str), dropped(str), letter_asked(str, str): files.
        declared(bool), next_asked(str), back_asked(str), part_followed(str), page_asked(str): pages.
        closed(), cancelled(), acted(), reload_asked(): the whole.
    """

    group_chosen = Signal(str)
    choice_chosen = Signal(str)
    field_edited = Signal(str, str)
    office_query = Signal(str)
    office_picked = Signal(str)
    instansi_query = Signal(str)
    instansi_picked = Signal(str)
    office_confirmed = Signal(bool)
    nib_check_asked = Signal()
    path_given = Signal(str, str)
    bytes_given = Signal(str, str, bytes)
    smaller_answered = Signal(str, bool)
    turned = Signal(str, int)
    cropped = Signal(str, Spot)
    undone = Signal(str)
    dropped = Signal(str)
    letter_asked = Signal(str, str)
    declared = Signal(bool)
    next_asked = Signal(str)
    back_asked = Signal(str)
    part_followed = Signal(str)
    page_asked = Signal(str)
    closed = Signal()
    cancelled = Signal()
    acted = Signal()
    reload_asked = Signal()

    def __init__(
        self,
        stage: FilingStage,
        runner: Runner,
        camera: Camera | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        self._stage = stage
        self._name = "profile_wizard" if stage is FilingStage.PROFILE else "access_wizard"
        self._runner = runner
        self._camera = camera or SystemCamera()
        self._sheet: FilingSheet | None = None
        self._complaints: frozenset[str] = frozenset()
        self._frame: WizardFrame | None = None
        self._choices: dict[FilingPage, ChoicePage] = {}
        self._form: FormFields | None = None
        self._files: FilesPage | None = None
        self._review: ReviewPanel | None = None
        self.show_title(title_of(self._stage, Intent.NEW))
        self._layers = QStackedWidget()
        self._waiting = label(self.tr("Memuat…"), "muted")
        self._waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.status = StatusPanel(self._name)
        self.status.acted.connect(self.acted)
        self.status.reload_asked.connect(self.reload_asked)
        self.status.accesses_asked.connect(self.closed)
        self._layers.addWidget(self._waiting)
        self._layers.addWidget(self.status)
        self.body.addWidget(self._layers, 1)
        self.sending = SendingOverlay(self, self._name)
        self.sending.cancelled.connect(self.cancelled)

    # ---- the whole

    def show_loading(self) -> None:
        """Say that it is being looked up how things stand."""
        self._show_bare(False)
        self._layers.setCurrentWidget(self._waiting)

    def show_filing(self, sheet: FilingSheet, page: str) -> None:
        """Build the wizard for an application, at one of its pages."""
        self._forget_frame()
        self.show_title(title_of(self._stage, sheet.filing.intent))
        frame = WizardFrame(self._name, self.title(), _STAGES[self._stage])
        frame.add_pages([self._made(each, sheet) for each in sheet.pages])
        frame.next_asked.connect(self.next_asked)
        frame.back_asked.connect(self.back_asked)
        frame.close_asked.connect(self.closed)
        frame.cancelled.connect(self.cancelled)
        frame.stages.show_turns(turns_of(self._stage, sheet.filing.intent))
        self._frame = frame
        self._layers.addWidget(frame)
        self._layers.setCurrentWidget(frame)
        self._show_bare(True)
        self.show_sheet(sheet, frozenset())
        frame.show_page(page)

    def show_sheet(self, sheet: FilingSheet, complaints: Collection[str]) -> None:
        """Show what the rules say."""
        if self._frame is None:
            return
        self._sheet, self._complaints = sheet, frozenset(complaints)
        for choice in self._choices.values():
            choice.show_sheet(sheet, complaints)
        if self._form is not None:
            self._form.show_sheet(sheet, complaints)
        if self._files is not None:
            self._files.show_sheet(sheet, complaints)
        self._show_review()

    def show_page(self, page: str) -> None:
        """Show another page."""
        if self._frame is not None:
            self._frame.show_page(page)
            self._show_review()

    def focus_part(self, part: str) -> None:
        """Bring a field or slot of the page in sight before the eyes."""
        card = self._files.card(part) if self._files is not None else None
        if card is not None:
            card.focus_editor()
            return
        for holder in (self._form, self._review):
            if holder is not None and holder.focus_part(part):
                return
        for choice in self._choices.values():
            if self._frame is not None and choice.page_id == self._frame.page_id():
                choice.cards.focus_editor()

    def show_standing(self, status: FilingStatus, now: datetime, *, online: bool) -> None:
        """Say how the application stands."""
        self._forget_frame()
        self._show_bare(False)
        self.show_title(title_of(self._stage, Intent.NEW))
        self.status.show_status(status, now)
        self._layers.setCurrentWidget(self.status)
        self.show_online(online)

    def show_kept(self, at: datetime | None) -> None:
        """Say when the draft was kept."""
        if self._frame is not None:
            self._frame.show_kept(words.kept_words(at))

    def show_resumed(self) -> None:
        """Say that this is what was left half-way."""
        if self._frame is not None:
            self._frame.show_kept(self.tr("Draf terakhir dibuka kembali"))

    def show_online(self, online: bool) -> None:
        """Say that there is no link, and what that means here."""
        text = (
            "" if online else self.tr("Luring: isian tersimpan di sini; pencarian dan pengiriman menunggu.")
        )
        if self._frame is not None:
            self._frame.show_banner(Tone.WARN, text)
        else:
            self.show_banner(Tone.WARN, text)

    # ---- files

    def show_taking(self, slot: str) -> None:
        """Say that a file is being looked at."""
        card = self._files.card(slot) if self._files is not None else None
        if card is not None:
            card.show_taking()

    def show_shrunk(self, slot: str, shrunk: Shrunk) -> None:
        """Ask whether the smaller file is to be used."""
        card = self._files.card(slot) if self._files is not None else None
        if card is not None:
            card.show_shrunk(shrunk)

    def show_handed(self, slot: str, handed: Handed | None, *, edited: bool) -> None:
        """Show the file of a slot."""
        card = self._files.card(slot) if self._files is not None else None
        if card is not None:
            card.show_handed(handed, edited=edited)
            self._show_review()

    def show_content(self, slot: str, content: bytes) -> None:
        """Show the content of a file that came from the backend."""
        card = self._files.card(slot) if self._files is not None else None
        if card is not None:
            card.show_content(content)

    def show_file_refused(self, slot: str, error: Exception) -> None:
        """Say why a file was not taken."""
        said = failure_words(error)
        if said is None:
            raise error
        card = self._files.card(slot) if self._files is not None else None
        if card is not None:
            card.show_error(said.happened)

    # ---- looking up

    def show_offices(self, offices: Sequence[Office]) -> None:
        """Answer a search for satker."""
        if self._form is not None:
            self._form.show_offices(offices)

    def show_instansi(self, instansi: Sequence[Instansi]) -> None:
        """Answer a search for K/L/PD."""
        if self._form is not None:
            self._form.show_instansi(instansi)

    def show_search_failed(self, field_id: str, error: Exception) -> None:
        """Say at the field that nothing can be looked up now."""
        said = failure_words(error)
        if said is None:
            raise error
        if self._form is not None:
            self._form.show_search_failed(field_id, said.happened)

    def show_checking_nib(self, checking: bool) -> None:
        """Say that the registries are being asked."""
        if self._form is not None:
            self._form.nib.show_checking(checking)

    # ---- sending

    def show_progress(self, done: int, total: int) -> None:
        """Cover the pages and say how much was sent."""
        self.sending.show_progress(done, total)

    def hide_progress(self) -> None:
        """Uncover the pages."""
        self.sending.hide_progress()

    def show_refused(self, refusal: Refusal, sentence: str) -> None:
        """Say at its part that the backend did not take it."""
        part = refusal.field.rpartition(".")[2]
        known = refusal_sentence(refusal)
        said = sentence if known == refusal.code and sentence else known
        card = self._files.card(part) if self._files is not None else None
        field = self._form.field(part) if self._form is not None else None
        if card is not None:
            card.show_error(said)
        elif field is not None:
            field.show_error(said)
        self._warn(self.tr("Belum terkirim: {why}").format(why=said))
        self.focus_part(part)

    def show_letter_saved(self, name: str) -> None:
        """Say where the sample letter went."""
        if self._frame is not None:
            said = self.tr("Contoh surat tersimpan: {name}. Lengkapi, tanda tangani, lalu pindai.")
            self._frame.show_banner(Tone.OK, said.format(name=name))

    def show_failure(self, error: Exception) -> None:
        """Say what did not work."""
        said = failure_words(error)
        if said is None:
            raise error
        self._warn(said.happened)

    # ---- inside

    def _warn(self, text: str) -> None:
        if self._frame is not None:
            self._frame.show_banner(Tone.BAD, text)
        else:
            self.show_banner(Tone.BAD, text)

    def _show_bare(self, bare: bool) -> None:
        """The wizard brings its own title and margins."""
        self._head.setVisible(not bare)
        layout = self.layout()
        if layout is not None:
            sides = (0, 0, 0, 0) if bare else tuple(theme.px(side) for side in (20, 14, 20, 16))
            layout.setContentsMargins(*sides)

    def _forget_frame(self) -> None:
        frame, self._frame = self._frame, None
        self._sheet = None
        self._choices, self._form, self._files, self._review = {}, None, None, None
        if frame is not None:
            self._layers.removeWidget(frame)
            frame.setParent(None)
            frame.deleteLater()

    def _made(self, page: FilingPage, sheet: FilingSheet) -> WizardPage:
        if page in {FilingPage.NATIONALITY, FilingPage.TYPE, FilingPage.ROLE}:
            choice = ChoicePage(self._name, page, self._stage)
            choice.chosen.connect(self.group_chosen if page is FilingPage.TYPE else self.choice_chosen)
            self._choices[page] = choice
            return choice
        if page is FilingPage.FILES:
            return self._made_files()
        title, lead = words.page_words(page, self._stage)
        if page is FilingPage.DATA:
            made = WizardPage(page.value, title, lead)
            self._form = self._made_form()
            made.add(self._form)
            return made
        lead = words.change_words(sheet) if sheet.filing.intent is Intent.CHANGE else lead
        deed = deed_of(self._stage, sheet.filing.intent)
        made = WizardPage(page.value, title, lead, next_text=deed, wide=True)
        self._review = ReviewPanel(self._name, self._stage)
        self._review.declared.connect(self.declared)
        self._review.followed.connect(self.part_followed)
        self._review.change_asked.connect(self.page_asked)
        made.add(self._review)
        return made

    def _made_form(self) -> FormFields:
        form = FormFields(self._name)
        form.edited.connect(self.field_edited)
        form.office_query.connect(self.office_query)
        form.office_picked.connect(self.office_picked)
        form.instansi_query.connect(self.instansi_query)
        form.instansi_picked.connect(self.instansi_picked)
        form.confirmed.connect(self.office_confirmed)
        form.nib_check_asked.connect(self.nib_check_asked)
        return form

    def _made_files(self) -> FilesPage:
        files = FilesPage(self._name, self._stage, self._runner, self._camera)
        files.path_given.connect(self.path_given)
        files.bytes_given.connect(self.bytes_given)
        files.smaller_answered.connect(self.smaller_answered)
        files.turned.connect(self.turned)
        files.cropped.connect(self.cropped)
        files.undone.connect(self.undone)
        files.dropped.connect(self.dropped)
        files.letter_asked.connect(self.letter_asked)
        self._files = files
        return files

    def _show_review(self) -> None:
        if self._review is not None and self._sheet is not None:
            canvases = self._files.canvases() if self._files is not None else {}
            self._review.show_sheet(self._sheet, self._complaints, canvases)
