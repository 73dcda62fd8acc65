"""Checkout: sections down the left, the form in the middle, the panel that stays at the right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from inaproc_core.errors import Refusal, Refused
from inaproc_core.orders.facts import RupFact
from inaproc_desktop.ports.attachments import KeptFile
from inaproc_desktop.ports.buying import Amount
from inaproc_desktop.ports.catalogue import Region
from inaproc_desktop.ports.checkout import CheckoutSheet, FormPlace, Offer, Submission
from inaproc_desktop.ports.drafts import DraftClash, DraftVersion
from inaproc_desktop.views import format as fmt
from inaproc_desktop.views import theme
from inaproc_desktop.views.checkout.budget import BudgetCard
from inaproc_desktop.views.checkout.clash import ClashCard
from inaproc_desktop.views.checkout.clash_words import ended_words, followed_words
from inaproc_desktop.views.checkout.files import FilesCard
from inaproc_desktop.views.checkout.focus import focus_kept
from inaproc_desktop.views.checkout.goods import GoodsCard
from inaproc_desktop.views.checkout.panel import CheckoutPanel
from inaproc_desktop.views.checkout.places import PlacesCard
from inaproc_desktop.views.checkout.section import SectionCard
from inaproc_desktop.views.checkout.sent import SentPanel
from inaproc_desktop.views.checkout.terms import NoteCard, PaymentCard, ReviewerCard
from inaproc_desktop.views.checkout.versions import ask_version
from inaproc_desktop.views.widgets import (
    Columns,
    EmptyState,
    EmptyText,
    Field,
    Page,
    PillText,
    Section,
    SectionNav,
    Tone,
    button,
    confirm,
    label,
)
from inaproc_desktop.views.words import failure_words, refusal_sentence


class CheckoutPage(Page):
    """The page.

    Signals:
        rup_asked(str), rup_chosen(str), mak_chosen(str), reviewer_chosen(str): RUP & anggaran, PPK.
        region_asked(str), place_changed(FormPlace), place_added(), place_removed(str),
            address_used(str, int), share_changed(str, str, Amount): Lokasi pengiriman.
        quantity_changed(str, Amount), offered(str, Offer), discount_chosen(int), price_taken(str),
            line_dropped(str): Barang & penawaran awal.
        file_chosen(str), file_removed(str), file_opened(str), file_kind_chosen(str, str),
            file_internal_chosen(str, bool): Dokumen pendukung, by path and by hash.
        method_chosen(str), plan_chosen(str), note_written(str), declared(bool): the rest.
        unread(str, str): a field by name, and text in it that cannot be read.
        submitted(): Ajukan Negosiasi.
        discarded(): the draft is to go; was asked for and confirmed.
        clash_resolved(object), kept_as_new(), versions_asked(), version_taken(int): other devices.
        cart_asked(), catalogue_asked(), outbox_asked(): other pages.
    """

    rup_asked = Signal(str)
    rup_chosen = Signal(str)
    mak_chosen = Signal(str)
    reviewer_chosen = Signal(str)
    region_asked = Signal(str)
    place_changed = Signal(FormPlace)
    place_added = Signal()
    place_removed = Signal(str)
    address_used = Signal(str, int)
    share_changed = Signal(str, str, Amount)
    quantity_changed = Signal(str, Amount)
    offered = Signal(str, Offer)
    discount_chosen = Signal(int)
    price_taken = Signal(str)
    line_dropped = Signal(str)
    file_chosen = Signal(str)
    file_removed = Signal(str)
    file_opened = Signal(str)
    file_kind_chosen = Signal(str, str)
    file_internal_chosen = Signal(str, bool)
    method_chosen = Signal(str)
    plan_chosen = Signal(str)
    note_written = Signal(str)
    declared = Signal(bool)
    unread = Signal(str, str)
    submitted = Signal()
    discarded = Signal()
    clash_resolved = Signal(object)
    kept_as_new = Signal()
    versions_asked = Signal()
    version_taken = Signal(int)
    cart_asked = Signal()
    catalogue_asked = Signal()
    outbox_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.show_title(self.tr("Checkout"))
        self._complained: set[str] = set()
        self.budget = BudgetCard()
        self.reviewer = ReviewerCard()
        self.places = PlacesCard()
        self.goods = GoodsCard()
        self.payment = PaymentCard()
        self.files = FilesCard()
        self.note = NoteCard()
        self.panel = CheckoutPanel()
        self.nav = SectionNav(self.tr("Bagian checkout"))
        self.nav.setObjectName("checkout.nav")
        self.sent = SentPanel()
        self.clash = ClashCard()
        self._cards: tuple[SectionCard, ...] = (
            self.budget,
            self.reviewer,
            self.places,
            self.goods,
            self.payment,
            self.files,
            self.note,
        )
        self._versions = button(self.tr("Versi sebelumnya"), "quiet")
        self._versions.setObjectName("checkout.versions.open")
        self._versions.clicked.connect(self.versions_asked)
        self.add_trailing(self._versions)
        self._discard = button(self.tr("Hapus draf"), "quiet")
        self._discard.setObjectName("checkout.discard")
        self._discard.clicked.connect(self._ask_discard)
        self.add_trailing(self._discard)
        self._build()
        self._connect()
        self._show_menu(False)

    # ---- showing

    def show_form(self, sheet: CheckoutSheet) -> None:
        """Fill every field, and show what the rules say."""
        self._layers.setCurrentWidget(self._work)
        self._show_menu(True)
        self._complained.clear()
        self.show_banner(Tone.WARN, "")
        self.nav.show_current("rup")
        self._fill(sheet)

    def show_followed(self, sheet: CheckoutSheet, device: str, *, begun_anew: bool) -> None:
        """Fill the fields with what came from another device; what is in focus stays in focus."""
        with focus_kept(self):
            self._fill(sheet)
        self.show_banner(Tone.ACCENT, followed_words(device, begun_anew=begun_anew))

    def show_clash(self, clash: DraftClash | None, sheet: CheckoutSheet) -> None:
        """Ask what is to stand where two devices did what does not go together."""
        self.clash.show_clash(clash, sheet)
        self.panel.show_held(clash is not None)

    def show_versions(self, versions: Sequence[DraftVersion]) -> None:
        """Let the person take back an earlier version."""
        ask_version(self, versions, self.version_taken.emit)

    def show_ended(self) -> None:
        """Say that the draft was submitted or thrown away on another device."""
        self.show_nothing()
        self.show_banner(Tone.ACCENT, ended_words())

    def _fill(self, sheet: CheckoutSheet) -> None:
        for card in (self.budget, self.reviewer, self.goods, self.payment, self.files, self.note):
            card.show_form(sheet)
        self.places.show_form(sheet)
        vendor = sheet.vendor.name if sheet.vendor is not None else ""
        count = self.tr("{count} produk").format(count=len(sheet.form.lines))
        self.show_note(f"{vendor} · {count}" if vendor else count)
        self.show_sheet(sheet)

    def show_sheet(self, sheet: CheckoutSheet) -> None:
        """Show what the rules say; fields stay as they are."""
        cards = (self.budget, self.reviewer, self.places, self.goods, self.payment, self.files, self.note)
        for card in cards:
            card.show_sheet(sheet)
        self.panel.show_sheet(sheet)
        self._show_sections(sheet)
        self._show_complaints(sheet)

    def show_places(self, sheet: CheckoutSheet, place_id: str) -> None:
        """Show the places anew, with one of them in the editor."""
        self.places.show_form(sheet, place_id)

    def show_rups(self, rups: Sequence[RupFact]) -> None:
        """Answer a search for packages."""
        self.budget.show_rups(rups)

    def show_regions(self, regions: Sequence[Region]) -> None:
        """Answer a search for regions."""
        self.places.show_regions(regions)

    def show_file_limits(self, count: int, size: int) -> None:
        """Say how many files, and how many bytes each, may be chosen."""
        self.files.show_limits(count, size)

    def show_attaching(self, working: bool) -> None:
        """Say that a file is being looked at."""
        self.files.show_working(working)

    def show_not_attached(self, error: Exception) -> None:
        """Say why a file was not taken."""
        if isinstance(error, Refused):
            self.files.show_problem(refusal_sentence(error.refusal))
            return
        words = failure_words(error)
        if words is None:
            raise error
        self.files.show_problem(words.happened)

    def show_files(self, files: Mapping[str, KeptFile]) -> None:
        """Show how far files are, by hash."""
        self.files.show_files(files)

    def show_saved(self, at: datetime | None) -> None:
        """Say when the draft was last kept; ``None`` while it is being typed."""
        text = self.tr("Draf · menyimpan…")
        if at is not None:
            text = self.tr("Draf · tersimpan {time} di perangkat ini").format(time=fmt.time(at))
        self.show_status(PillText(text))

    def show_online(self, online: bool) -> None:
        """Say what Ajukan Negosiasi will do now."""
        self.panel.show_online(online)

    def show_refused(self, refusal: Refusal, field: str) -> None:
        """Say at a field why the checkout was refused, and above the form."""
        sentence = refusal_sentence(refusal)
        self.show_banner(Tone.WARN, self.tr("Belum dapat diajukan: {why}").format(why=sentence))
        found = self.focus_field(field)
        if found is not None:
            found.show_error(sentence)

    def show_busy(self, busy: bool) -> None:
        """Keep everything from being edited while it is being sent."""
        for card in self._cards:
            card.setEnabled(not busy)
        self.panel.show_busy(busy)
        self._discard.setEnabled(not busy)
        self._versions.setEnabled(not busy)

    def show_sent(self, submission: Submission, online: bool) -> None:
        """Say that it was sent and is not an order yet."""
        self.show_banner(Tone.WARN, "")
        self.show_status(None)
        self.show_note("")
        self._show_menu(False)
        self.sent.show_submission(submission, online)
        self._layers.setCurrentWidget(self.sent)

    def show_nothing(self) -> None:
        """Say that there is no checkout to work on."""
        self.show_status(None)
        self.show_note("")
        self._show_menu(False)
        self._layers.setCurrentWidget(self._empty)

    def show_failure(self, error: Exception) -> None:
        """Say what did not work."""
        words = failure_words(error)
        if words is None:
            raise error
        self.show_banner(Tone.BAD, words.happened)

    def focus_field(self, name: str) -> Field | None:
        """Bring a field into sight and give it the cursor; where checklist links lead."""
        for card in self._cards:
            field = card.reveal(name)
            if field is not None:
                self.nav.show_current(card.section)
                field.focus_editor()
                return field
        return None

    # ---- inside

    def _build(self) -> None:
        main = QWidget()
        layout = QVBoxLayout(main)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(theme.GAP_12))
        layout.addWidget(self.clash)
        for card in self._cards:
            layout.addWidget(card)
        layout.addStretch(1)
        self._work = Columns(main, self.panel, nav=self.nav, scrolls=True)
        self._empty = EmptyState(
            EmptyText(
                self.tr("Tidak ada checkout yang dikerjakan"),
                self.tr("Pilih barang satu penyedia di Keranjang, lalu tekan Checkout."),
                self.tr("Buka Keranjang"),
            ),
            "checkout",
        )
        waiting = label(self.tr("Memuat…"), "muted")
        waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._layers = QStackedWidget()
        for layer in (waiting, self._work, self.sent, self._empty):
            self._layers.addWidget(layer)
        self.body.addWidget(self._layers, 1)

    def _connect(self) -> None:
        self.budget.rup_asked.connect(self.rup_asked)
        self.budget.rup_chosen.connect(self.rup_chosen)
        self.budget.mak_chosen.connect(self.mak_chosen)
        self.reviewer.chosen.connect(self.reviewer_chosen)
        self.places.region_asked.connect(self.region_asked)
        self.places.place_changed.connect(self.place_changed)
        self.places.place_added.connect(self.place_added)
        self.places.place_removed.connect(self.place_removed)
        self.places.address_used.connect(self.address_used)
        self.places.share_changed.connect(self.share_changed)
        self.places.unread.connect(self.unread)
        self.goods.quantity_changed.connect(self.quantity_changed)
        self.goods.offered.connect(self.offered)
        self.goods.discount_chosen.connect(self.discount_chosen)
        self.goods.price_taken.connect(self.price_taken)
        self.goods.line_dropped.connect(self.line_dropped)
        self.goods.unread.connect(self.unread)
        self.payment.method_chosen.connect(self.method_chosen)
        self.payment.plan_chosen.connect(self.plan_chosen)
        self.files.chosen.connect(self.file_chosen)
        self.files.removed.connect(self.file_removed)
        self.files.opened.connect(self.file_opened)
        self.files.kind_chosen.connect(self.file_kind_chosen)
        self.files.internal_chosen.connect(self.file_internal_chosen)
        self.note.note_written.connect(self.note_written)
        self.note.declared.connect(self.declared)
        self.panel.followed.connect(self.focus_field)
        self.panel.submitted.connect(self.submitted)
        self.clash.resolved.connect(self.clash_resolved)
        self.clash.kept_as_new.connect(self.kept_as_new)
        self.clash.dropped.connect(self.discarded)
        self.nav.chosen.connect(self._go_to)
        self.sent.outbox_asked.connect(self.outbox_asked)
        self.sent.catalogue_asked.connect(self.catalogue_asked)
        self._empty.action.connect(self.cart_asked)

    def _show_menu(self, shown: bool) -> None:
        self._discard.setVisible(shown)
        self._versions.setVisible(shown)

    def _show_sections(self, sheet: CheckoutSheet) -> None:
        titles = {
            "rup": self.tr("RUP & anggaran"),
            "ppk": self.tr("PPK peninjau"),
            "places": self.tr("Lokasi kirim"),
            "goods": self.tr("Barang & harga"),
            "payment": self.tr("Pembayaran"),
            "attachments": self.tr("Dokumen"),
            "note": self.tr("Catatan"),
        }
        missing = {card.section: 0 for card in self._cards}
        for problem in sheet.verdict.problems:
            missing[problem.section] += 1
        self.nav.show_sections(
            [Section(at, titles[at], missing=count, done=not count) for at, count in missing.items()]
        )

    def _show_complaints(self, sheet: CheckoutSheet) -> None:
        """Say at each wrong field what is wrong, and take back what is settled."""
        fields: dict[str, Field] = {}
        for card in self._cards:
            fields.update(card.fields())
        wrong = {
            problem.field: refusal_sentence(problem.refusal)
            for problem in sheet.verdict.problems
            if problem.refusal is not None and problem.field in fields
        }
        for name in self._complained - set(wrong):
            if name in fields:
                fields[name].show_error("")
        for name, sentence in wrong.items():
            if fields[name].error() != sentence:
                fields[name].show_error(sentence)
        self._complained = set(wrong)

    def _go_to(self, section: str) -> None:
        for card in self._cards:
            if card.section == section:
                self._work.scroll_to(card)

    def _ask_discard(self) -> None:
        confirm(
            self,
            title=self.tr("Hapus draf checkout ini?"),
            text=self.tr("Isian checkout hilang dari semua perangkat Anda. Barang tetap ada di Keranjang."),
            confirm=self.tr("Hapus draf"),
            harmful=True,
            on_yes=self.discarded.emit,
        )
