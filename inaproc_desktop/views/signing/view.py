"""The page of a Surat Pesanan or BAST: the document at the left, everything about it at the right."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from inaproc_core.orders.states import State
from inaproc_desktop.ports.data import BackendRefused, WorldFailed
from inaproc_desktop.ports.finishing import Paper, PaperFile, ShownPaper, SignStep, Verdict
from inaproc_desktop.ports.ui import Runner
from inaproc_desktop.views import format as fmt
from inaproc_desktop.views import theme
from inaproc_desktop.views.signing.facts import ChecksCard, SeatsCard, SubjectCard
from inaproc_desktop.views.signing.panel import ActPanel
from inaproc_desktop.views.signing.words import paper_words, step_words
from inaproc_desktop.views.widgets import (
    BusyOverlay,
    Card,
    Columns,
    DocumentPreview,
    Page,
    Pill,
    PillText,
    Tone,
    ask_reason,
    button,
    column,
    exports,
    show_failure,
)
from inaproc_desktop.views.words import failure_words, turn_words
from inaproc_desktop.views.words.journey import due_pill

_SIDE = 392
_MAIN = 400
_STEPS = tuple(SignStep)


class SigningPage(Page):
    """One document of one order.

    Args:
        paper: which document this page shows.
        runner: draws the preview.
        parent: the widget that owns it.

    Signals:
        verify_asked(): check the document.
        save_asked(str): keep a copy at this path.
        key_asked(str): make the key under this passphrase.
        sign_asked(str, str, str): sign with this passphrase, code and password.
        number_asked(str): give the BAST this number.
        declined(str): refuse the order for this reason.
        turned_back(): stop signing.
        back_asked(): to the order.
    """

    verify_asked = Signal()
    save_asked = Signal(str)
    key_asked = Signal(str)
    sign_asked = Signal(str, str, str)
    number_asked = Signal(str)
    declined = Signal(str)
    turned_back = Signal()
    back_asked = Signal()

    def __init__(self, paper: Paper, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(paper_words(paper), parent)
        self.setObjectName(paper.value)
        self._paper = paper
        self._file: PaperFile | None = None
        self.use_back(self.back_asked.emit)
        self._due = Pill()
        self.add_trailing(self._due)
        self.save = button(self.tr("Simpan PDF…"), "", "download")
        self.save.setObjectName("signing.save")
        self.save.setEnabled(False)
        self.save.clicked.connect(self._on_save)
        self.add_trailing(self.save)
        self.add_shortcut("Ctrl+S", self._on_save)
        self.preview = DocumentPreview(paper_words(paper), runner)
        self.preview.setObjectName("signing.preview")
        self.subject = SubjectCard()
        self.panel = ActPanel()
        self.seats = SeatsCard()
        self.checks = ChecksCard()
        self._about = column(self.subject, self.panel, self.seats, self.checks, gap=theme.GAP_12)
        document = Card()
        document.add(self.preview, 1)
        self._columns = Columns(document, self._about, side_width=_SIDE, main_width=_MAIN)
        self.body.addWidget(self._columns, 1)
        self._busy = BusyOverlay(self)
        self._wire()
        self.show_reading()

    def _wire(self) -> None:
        self.checks.asked.connect(self.verify_asked)
        self.panel.key_asked.connect(self.key_asked)
        self.panel.sign_asked.connect(self.sign_asked)
        self.panel.number_asked.connect(self.number_asked)
        self.panel.decline_asked.connect(self._ask_decline)
        self._busy.cancelled.connect(self.turned_back)

    # ---- showing

    def show_file(self, file: PaperFile, now: datetime) -> None:
        """Show what is signed, by whom, and what the reader may do."""
        self._file = file
        title = self.tr("{paper} {number}")
        number = fmt.order_number(file.number) if file.number == file.order.number else file.number
        self.show_title(title.format(paper=paper_words(self._paper), number=number).strip())
        self._about.show()
        self._show_state(file, now)
        self.subject.show_file(file)
        self.panel.show_file(file)
        self.seats.show_file(file)
        self.seats.setVisible(bool(file.document_id))
        self.checks.setVisible(bool(file.document_id))
        if not file.document_id:
            self._show_not_issued(file)

    def show_reading(self) -> None:
        """Say that another order's document is looked up; nothing of the former one stays."""
        self._file = None
        self._about.hide()
        self._columns.scroll_up()
        self._due.show_pill(None)
        self.show_status(None)
        self.show_title(paper_words(self._paper))
        self.show_banner(Tone.ACCENT, "")
        self.show_loading()

    def show_online(self, online: bool) -> None:
        """Close what needs the link, or open it again."""
        self.panel.show_online(online)

    def show_missing(self) -> None:
        """Say that this document is not here."""
        self._about.hide()
        self.save.setEnabled(False)
        self.preview.show_message(
            self.tr("Dokumen ini tidak ada pada akses Anda. Buka Pesanan dan pilih dari sana.")
        )

    def show_loading(self) -> None:
        """Say that the document is on its way."""
        self.save.setEnabled(False)
        self.checks.verify.setEnabled(False)
        self.preview.show_message(self.tr("Mengambil dokumen…"))

    def show_paper(self, shown: ShownPaper) -> None:
        """Show the document."""
        self.preview.show_document(shown.pdf)
        self.save.setEnabled(True)
        self.checks.verify.setEnabled(True)
        if shown.cached:
            text = self.tr(
                "Salinan di komputer ini, diambil {moment}. Tanpa sambungan, belum tentu revisi terakhir."
            )
            self.show_banner(Tone.WARN, text.format(moment=fmt.moment(shown.fetched_at)))
        else:
            self.show_banner(Tone.ACCENT, "")

    def show_no_paper(self, error: Exception) -> None:
        """Say why there is no document to show."""
        said = failure_words(error)
        self.preview.show_message(
            self.tr("Dokumen belum ada di komputer ini. {why}").format(why=said.happened if said else "")
        )

    def show_verdict(self, verdict: Verdict | None) -> None:
        """Show the checks; ``None`` while none were made."""
        self.checks.show_verdict(verdict)

    def show_checking(self, checking: bool) -> None:
        """Say that the checks run."""
        self.checks.show_checking(checking)

    def show_step(self, step: SignStep | None) -> None:
        """Show where signing stands; ``None`` when nothing runs."""
        self.panel.show_busy(step is not None)
        if step is None:
            self._busy.hide_busy()
            return
        fraction = (_STEPS.index(step) + 1) / (len(_STEPS) + 1)
        self._busy.show_busy(step_words(step), fraction, cancellable=step is not SignStep.SENDING)

    def show_turned_back(self) -> None:
        """Say that nothing was sent."""
        self.show_banner(
            Tone.ACCENT, self.tr("Penandatanganan dihentikan. Tidak ada yang dikirim; pesanan tidak berubah.")
        )

    def show_busy(self, busy: bool) -> None:
        """Keep a deed from being made twice."""
        self.panel.show_busy(busy)

    def show_key_made(self) -> None:
        """Say that the key is there, and go on to signing."""
        self.panel.key.forget()
        self.show_banner(
            Tone.OK, self.tr("Kunci dan sertifikat Anda siap di komputer ini. Silakan tanda tangani.")
        )

    def show_saved(self, path: str) -> None:
        """Say where the copy is."""
        self.show_banner(Tone.OK, self.tr("PDF disimpan di {path}").format(path=path))

    # ---- what went wrong

    def show_sign_failure(self, error: Exception) -> None:
        """Say what went wrong with the signature; a wrong secret stands at its field."""
        said = failure_words(error)
        if said is None:
            return
        code = error.refusal.code if isinstance(error, BackendRefused) else ""
        if getattr(getattr(error, "refusal", None), "field", "") == "passphrase":
            self.panel.form.passphrase.show_error(said.happened)
            self.panel.form.passphrase.focus_editor()
            return
        if code.startswith("session."):
            self.panel.form.proof.show_error(said.happened)
            self.panel.form.proof.focus_editor()
            return
        kept, after = self.tr("Dokumen di peladen dan kunci Anda tidak berubah."), ""
        after = self.tr("Periksa, lalu tanda tangani lagi. Mengulang aman: dokumennya tetap sama.")
        if isinstance(error, WorldFailed):
            kept = self.tr(
                "Bila tanda tangan sempat terkirim, jawabannya ditanyakan lagi dan tampak di Kotak Keluar."
            )
            after = self.tr(
                "Tunggu tersambung, lihat status pesanan, lalu ulangi bila belum tertanda tangan."
            )
        show_failure(
            self,
            title=self.tr("Belum ditandatangani"),
            happened=said.happened,
            kept=kept,
            next_step=after,
            detail=said.detail,
        )

    def show_failure(self, error: Exception) -> None:
        """Say what else did not work."""
        said = failure_words(error)
        if said is None:
            return
        if getattr(getattr(error, "refusal", None), "field", "") == "number":
            self.panel.number.number.show_error(said.happened)
            self.panel.number.number.focus_editor()
            return
        show_failure(
            self,
            title=self.tr("Belum berhasil"),
            happened=said.happened,
            kept=self.tr("Isian Anda masih ada di halaman ini; pesanan tidak berubah."),
            detail=said.detail,
        )

    # ---- inside

    def _show_state(self, file: PaperFile, now: datetime) -> None:
        signed = sum(seat.signature is not None for seat in file.seats)
        turn = next((seat for seat in file.seats if seat.turn), None)
        if signed == len(file.seats):
            status = PillText(self.tr("Lengkap: dua tanda tangan"), Tone.OK)
        elif file.may_sign or file.may_number:
            status = PillText(turn_words(file.order.turn, file.order.turn), Tone.ACCENT)
        elif turn is not None:
            status = PillText(turn_words(file.order.turn))
        elif file.order.state is State.CANCELLED:
            status = PillText(self.tr("Pesanan dibatalkan"), Tone.BAD)
        else:
            status = PillText(self.tr("Belum terbit"))
        self.show_status(status)
        self._due.show_pill(due_pill(file.due, now, short=self._columns.is_stacked()))

    def _show_not_issued(self, file: PaperFile) -> None:
        self.save.setEnabled(False)
        if file.may_number:
            text = self.tr("Isi nomor BAST di kanan. Setelah diterbitkan, dokumennya tampil di sini.")
        else:
            text = self.tr("{paper} pesanan ini belum terbit.").format(paper=paper_words(self._paper))
        self.preview.show_message(text)

    def _ask_decline(self) -> None:
        ask_reason(
            self,
            title=self.tr("Tolak pesanan ini?"),
            text=self.tr(
                "Pesanan berakhir dan anggaran pembeli dilepas. Alasan dibaca oleh PPK dan Pejabat "
                "Pengadaan. Ini tidak dapat diurungkan."
            ),
            confirm=self.tr("Tolak Pesanan"),
            harmful=True,
            on_reason=self.declined.emit,
        )

    def _on_save(self) -> None:
        if self._file is None or not self.save.isEnabled():
            return
        number = self._file.number.replace("/", "-") or self._file.order.id
        name = exports.place_of(f"{paper_words(self._paper)} {number}.pdf")
        dialog = QFileDialog(self, self.tr("Simpan PDF"), name, self.tr("Dokumen PDF (*.pdf)"))
        dialog.setObjectName("signing.save_dialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.save_asked)
        dialog.open()
