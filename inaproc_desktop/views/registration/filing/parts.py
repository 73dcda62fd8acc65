"""The pages of the wizard, each with the widgets of its kind."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from inaproc_core.registration.forms import AccessForm
from inaproc_core.registration.vocabulary import Nationality, Verifier
from inaproc_desktop.ports.filing import (
    NON_PENYEDIA,
    PENYEDIA,
    Filing,
    FilingPage,
    FilingSheet,
    FilingStage,
    Spot,
)
from inaproc_desktop.ports.ui import Runner
from inaproc_desktop.views.registration.filing import words
from inaproc_desktop.views.registration.filing.camera import Camera
from inaproc_desktop.views.registration.filing.canvas import PictureCanvas
from inaproc_desktop.views.registration.filing.choice import Choice, ChoiceList
from inaproc_desktop.views.registration.filing.slots import SlotCard
from inaproc_desktop.views.widgets import column
from inaproc_desktop.views.widgets.wizard.page import WizardPage
from inaproc_desktop.views.words.desk import in_language

_CHOICE_PARTS = {
    FilingPage.NATIONALITY: "nationality",
    FilingPage.TYPE: "type",
    FilingPage.ROLE: "role",
}


class ChoicePage(WizardPage):
    """A page of cards.

    Signals:
        chosen(str): the id of a card.
    """

    chosen = Signal(str)

    def __init__(self, name: str, page: FilingPage, stage: FilingStage) -> None:
        title, lead = words.page_words(page, stage)
        super().__init__(page.value, title, lead, goes_back=page is FilingPage.ROLE)
        self._page = page
        self.cards = ChoiceList(name, title, searchable=page is FilingPage.ROLE)
        self.cards.chosen.connect(self.chosen)
        self.add(self.cards)

    def show_sheet(self, sheet: FilingSheet, complaints: Collection[str]) -> None:
        """Show the cards and the choice."""
        filing = sheet.filing
        if self._page is FilingPage.ROLE:
            self.cards.search.setVisible(len(sheet.kinds) > 4)
            self.cards.show_choices(self._kinds(sheet.kinds), filing.choice)
        else:
            self.cards.show_choices(self._few(), self._chosen(filing))
        part = _CHOICE_PARTS[self._page]
        problem = sheet.problems.get(part)
        told = problem is not None and part in complaints
        self.cards.show_error(words.problem_sentence(problem) if told and problem else "")

    def _chosen(self, filing: Filing) -> str:
        return filing.group if self._page is FilingPage.TYPE else filing.choice

    def _few(self) -> Sequence[Choice]:
        if self._page is FilingPage.TYPE:
            return (
                Choice(
                    id=NON_PENYEDIA,
                    text=self.tr("Non Penyedia"),
                    detail=self.tr("Pejabat, bendahara, pokja, auditor, atau verifikator sebuah instansi."),
                ),
                Choice(
                    id=PENYEDIA,
                    text=self.tr("Penyedia"),
                    detail=self.tr("Pemilik, staf, atau anggota perusahaan dengan NIB."),
                ),
            )
        return (
            Choice(
                id=Nationality.WNI.value,
                text=self.tr("WNI"),
                detail=self.tr("Dengan NIK dan KTP elektronik."),
            ),
            Choice(
                id=Nationality.WNA.value,
                text=self.tr("WNA"),
                detail=self.tr("Dengan paspor. Hanya dapat menjadi Penyedia."),
            ),
        )

    def _kinds(self, forms: Sequence[AccessForm]) -> Sequence[Choice]:
        heads = {
            Verifier.VAI: self.tr("Diputuskan VAI instansi"),
            Verifier.INAPROC: self.tr("Diputuskan Verifikator Akses INAPROC"),
            Verifier.COMPANY: self.tr("Diputuskan Admin Perusahaan"),
        }
        order = list(heads)
        return tuple(
            Choice(
                id=form.kind.value,
                text=in_language(form.label_id, form.label_en),
                detail=self._detail(form),
                group=heads[form.verifier],
            )
            for form in sorted(forms, key=lambda form: order.index(form.verifier))
        )

    def _detail(self, form: AccessForm) -> str:
        needed = [in_language(rule.label_id, rule.label_en) for rule in form.slots if rule.need == "REQUIRED"]
        many = self.tr("{first} dan {count} dokumen lain")
        letters = needed[0] if needed else ""
        if len(needed) > 1:
            letters = many.format(first=needed[0], count=len(needed) - 1)
        return f"{form.position} · {letters}"


class FilesPage(WizardPage):
    """A page of slots.

    Signals:
        path_given(str, str), bytes_given(str, str, bytes), smaller_answered(str, bool), turned(str, int),
            cropped(str, Spot), undone(str), dropped(str), letter_asked(str, str): see ``SlotCard``.
    """

    path_given = Signal(str, str)
    bytes_given = Signal(str, str, bytes)
    smaller_answered = Signal(str, bool)
    turned = Signal(str, int)
    cropped = Signal(str, Spot)
    undone = Signal(str)
    dropped = Signal(str)
    letter_asked = Signal(str, str)

    def __init__(self, name: str, stage: FilingStage, runner: Runner, camera: Camera) -> None:
        title, lead = words.page_words(FilingPage.FILES, stage)
        super().__init__(FilingPage.FILES.value, title, lead, wide=True)
        self._name = name
        self._runner = runner
        self._camera = camera
        self._cards: dict[str, SlotCard] = {}
        self._holder: QWidget | None = None

    def show_sheet(self, sheet: FilingSheet, complaints: Collection[str]) -> None:
        """Show the slots, and what is wrong with what is in them."""
        if [rule.slot.value for rule in sheet.slots] != list(self._cards) or any(
            self._cards[rule.slot.value].rule != rule for rule in sheet.slots
        ):
            self._build(sheet)
        for slot, card in self._cards.items():
            card.note.show_note(words.note_words(sheet.notes.get(slot, ())))
            problem = sheet.problems.get(slot)
            # What is wrong with a file that is there stands on its picture already.
            missing = slot in complaints and slot not in sheet.filing.files
            if problem is not None and missing:
                card.show_error(words.problem_sentence(problem))

    def card(self, slot: str) -> SlotCard | None:
        """Return the card of a slot."""
        return self._cards.get(slot)

    def canvases(self) -> dict[str, PictureCanvas]:
        """Return the pictures by slot."""
        return {slot: card.canvas for slot, card in self._cards.items()}

    def _build(self, sheet: FilingSheet) -> None:
        if self._holder is not None:
            self.body.removeWidget(self._holder)
            self._holder.setParent(None)
            self._holder.deleteLater()
        self._cards = {
            rule.slot.value: SlotCard(self._name, rule, self._runner, self._camera) for rule in sheet.slots
        }
        for slot, card in self._cards.items():
            card.path_given.connect(self.path_given)
            card.bytes_given.connect(self.bytes_given)
            card.smaller_answered.connect(self.smaller_answered)
            card.turned.connect(self.turned)
            card.cropped.connect(self.cropped)
            card.undone.connect(self.undone)
            card.dropped.connect(self.dropped)
            card.letter_asked.connect(self.letter_asked)
            card.show_handed(sheet.filing.files.get(slot), edited=False)
        self._holder = column(*self._cards.values(), gap=12)
        self.add(self._holder)
