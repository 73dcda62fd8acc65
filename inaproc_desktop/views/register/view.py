"""Register akses: every request and what became of it, with filters, export and monthly recap."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from inaproc_core.orders.offline import DeedClass
from inaproc_core.registration.forms import RegistrationRules
from inaproc_desktop.ports.desk import RegisterFilter, RegisterList, RegisterRow, Spreadsheet
from inaproc_desktop.ports.ui import Runner
from inaproc_desktop.views import format as fmt
from inaproc_desktop.views import theme
from inaproc_desktop.views.register.dialogs import EndingDialog, RecapDialog
from inaproc_desktop.views.register.filters import RegisterFilters
from inaproc_desktop.views.register.words import ENDS, day_of, export_row, headings, month_words, until_words
from inaproc_desktop.views.widgets import (
    Card,
    Column,
    EmptyText,
    Page,
    Table,
    Tone,
    button,
    exports,
    label,
)
from inaproc_desktop.views.widgets.open_or_not import say_why
from inaproc_desktop.views.widgets.proof import ProofDialog
from inaproc_desktop.views.words import failure_words
from inaproc_desktop.views.words.desk import access_pill, kind_label, nip_words, request_pill, short_kind
from inaproc_desktop.views.words.offline import reason_without_link


class RegisterPage(Page):
    """The register.

    Args:
        runner: draws the recap off the UI thread.
        rules: forms in force today, for the names of kinds.
        company: the member list of an Admin Perusahaan.
        alone: of an admin, who decides on nothing: no desk to go back to, no access to end.
        parent: the widget that owns it.

    Signals:
        filtered(object): a ``RegisterFilter``.
        export_chosen(str): path of the file.
        recap_asked(): make the recap of the chosen month.
        recap_saved(object, str): PDF and path.
        ending_asked(object, str, str): the row, code of the reason, note.
        stopped(): do not go on with the export.
        back_asked(): back to the desk.
        proof_given(str, str): code and password. proof_dropped(): none is given.
    """

    filtered = Signal(object)
    export_chosen = Signal(str)
    recap_asked = Signal()
    recap_saved = Signal(object, str)
    ending_asked = Signal(object, str, str)
    stopped = Signal()
    back_asked = Signal()
    proof_given = Signal(str, str)
    proof_dropped = Signal()

    def __init__(
        self,
        runner: Runner,
        rules: Callable[[], RegistrationRules],
        *,
        company: bool = False,
        alone: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        self.setObjectName("register")
        self.show_title(self.tr("Daftar anggota") if company else self.tr("Register akses"))
        self._runner = runner
        self._rules = rules
        self._company = company
        self._alone = alone
        self._online = True
        self._working = False
        self._proof: ProofDialog | None = None
        self._ending: EndingDialog | None = None
        if not alone:
            self.use_back(self.back_asked.emit)
        self.filters = RegisterFilters(rules(), company=company)
        self.filters.changed.connect(self.filtered)
        self.use_filter(self.filters.search)
        self.table = self._build_table()
        self.filters.search.list_asked.connect(self.table.focus_rows)
        card = Card(padded=False)
        card.add(self.table, 1)
        self.body.addWidget(self.filters)
        self.body.addWidget(card, 1)
        self.body.addWidget(self._build_foot())
        self._build_trailing()
        self.banner_action.connect(self.stopped)
        self._enable()

    def _build_trailing(self) -> None:
        self.recap = button(self.tr("Rekap bulanan…"), "", "report")
        self.recap.setObjectName("register.recap")
        if self._company:
            self.recap.hide()
        self.recap.clicked.connect(self.recap_asked)
        self.export = button(self.tr("Ekspor…"), "", "download")
        self.export.setObjectName("register.export")
        self.export.setToolTip(self.tr("Semua baris yang cocok dengan saringan, ke XLSX atau CSV (Ctrl+E)"))
        self.export.clicked.connect(self._ask_path)
        self.add_shortcut("Ctrl+E", self._ask_path)
        self.add_trailing(self.recap)
        self.add_trailing(self.export)

    def _build_foot(self) -> QWidget:
        self._count = label("", "muted", wrap=True)
        self._count.setObjectName("register.count")
        self.end = button(self.tr("Nonaktifkan akses…"), "danger")
        self.end.setObjectName("register.end")
        if self._alone:
            self.end.hide()
        self.end.clicked.connect(self._ask_ending)
        foot = QWidget()
        layout = QHBoxLayout(foot)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(theme.GAP_12))
        layout.addWidget(self._count, 1)
        layout.addWidget(self.end)
        return foot

    def _build_table(self) -> Table:
        columns: list[Column[RegisterRow]] = [
            Column(
                key="name",
                title=self.tr("Pemohon"),
                text=lambda one: one.name,
                secondary=lambda one: nip_words(one.nip) or one.masked_id,
                width=160,
                stretch=True,
                strong=True,
                sort_key=lambda one: one.name.casefold(),
            ),
            Column(
                key="kind",
                title=self.tr("Akses"),
                text=lambda one: short_kind(self._rules(), one.kind),
                secondary=lambda one: one.office or one.instansi,
                tooltip=lambda one: "\n".join(
                    part for part in (kind_label(self._rules(), one.kind), one.office, one.instansi) if part
                ),
                width=180,
                stretch=True,
                sort_key=lambda one: (one.kind, one.office),
            ),
            Column(
                key="letter",
                title=self.tr("Nomor surat"),
                text=lambda one: one.letter_number or "—",
                secondary=self._attempt_words,
                width=158,
                sort_key=lambda one: one.letter_number,
            ),
            Column(
                key="sent",
                title=self.tr("Dikirim"),
                text=lambda one: fmt.date(day_of(one.sent_at)),
                secondary=self._decision_words,
                tooltip=self._decision_tooltip,
                width=146,
                sort_key=lambda one: one.sent_at,
            ),
            Column(
                key="status",
                title=self.tr("Keadaan"),
                text=lambda _one: "",
                secondary=until_words,
                pill=lambda one: access_pill(one.access_status) or request_pill(one.status),
                width=150,
                sort_key=lambda one: (one.status, one.access_status, one.valid_until),
            ),
        ]
        table = Table(
            self.tr("Register akses"),
            columns,
            row_id=lambda one: str(one.request_id),
            lines=2,
            key="register.list",
            empty=EmptyText(
                self.tr("Tidak ada yang cocok"), self.tr("Ubah bulan, status, atau kata pencarian.")
            ),
        )
        table.setObjectName("register.table")
        table.chosen.connect(lambda _row_id: self._enable())
        table.filter_asked.connect(lambda: self.filters.search.focus_editor())
        return table

    # ---- showing

    def show_months(self, months: Sequence[date]) -> None:
        """Offer these months."""
        self.filters.show_months(months)

    def show_register(self, register: RegisterList, now: datetime) -> None:
        """Show the rows."""
        self.filters.show_offices(register.offices)
        self.table.show_rows(register.rows)
        shown = self.tr("{count} permohonan").format(count=len(register.rows))
        if not register.complete:
            text = self.tr("{shown} dari {total}; persempit saringan. Ekspor memuat semuanya.")
            shown = text.format(shown=shown, total=register.total)
        ending = sum(one.access_status == "ENDING" for one in register.rows)
        if ending:
            shown += " · " + self.tr("{count} akses akan berakhir").format(count=ending)
        self._count.setText(shown)
        self._enable()

    def show_reading(self, reading: bool) -> None:
        """Say that rows are on their way."""
        self.table.show_loading(reading)

    def show_online(self, online: bool) -> None:
        """Close what needs the link, or open it again."""
        self._online = online
        self._enable()

    def show_working(self, working: bool) -> None:
        """Say that an export or recap is being made."""
        self._working = working
        text = self.tr("Membaca seluruh register…") if working else ""
        self.show_banner(Tone.ACCENT, text, self.tr("Batalkan") if working else "")
        self._enable()

    def show_exported(self, path: str, count: int) -> None:
        """Say where the export is."""
        text = self.tr("{count} baris tersimpan di {path}")
        self.show_banner(Tone.OK, text.format(count=count, path=path))

    def show_saved(self, path: str) -> None:
        """Say where the recap is."""
        self.show_banner(Tone.OK, self.tr("Rekap tersimpan di {path}").format(path=path))

    def show_recap(self, pdf: bytes, month: date) -> None:
        """Show a recap, to be read and saved."""
        dialog = RecapDialog(self, self._runner, month_words(month), pdf)
        name = self.tr("rekap verifikasi {month}.pdf").format(month=f"{month:%Y-%m}")

        def save() -> None:
            chooser = QFileDialog(self, self.tr("Simpan rekap"))
            chooser.setObjectName("register.recap_dialog")
            chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            chooser.setNameFilters([self.tr("Dokumen PDF (*.pdf)")])
            chooser.setDefaultSuffix("pdf")
            chooser.selectFile(exports.place_of(name))
            chooser.fileSelected.connect(lambda path: self.recap_saved.emit(pdf, path))
            chooser.finished.connect(chooser.deleteLater)
            dialog.accept()
            chooser.open()

        dialog.confirmed.connect(save)
        dialog.open()

    def show_deactivated(self, row: RegisterRow) -> None:
        """Say that an access has ended, and close the question."""
        ending, self._ending = self._ending, None
        if ending is not None:
            ending.accept()
        text = self.tr("Akses {name} dinonaktifkan. Pemiliknya diberi tahu lewat email.")
        self.show_banner(Tone.OK, text.format(name=row.name))

    def show_deactivation_failure(self, error: Exception) -> None:
        """Say why it did not; what was entered stays."""
        if self._ending is not None:
            self._ending.show_failure(error)

    def show_not_proven(self) -> None:
        """Presence was not proven: the question stays open."""
        if self._ending is not None:
            self._ending.show_busy(False)

    def show_failure(self, error: Exception) -> None:
        """Say what did not work."""
        said = failure_words(error)
        if said is not None:
            self.show_banner(Tone.WARN, said.happened)

    def sheet(self, rows: Sequence[RegisterRow]) -> Spreadsheet:
        """Return rows in words, for an export."""
        rules = self._rules()
        return Spreadsheet(
            title=self.title(), headings=headings(), rows=tuple(export_row(one, rules) for one in rows)
        )

    def filter(self) -> RegisterFilter:
        """Return the filter as it stands."""
        return self.filters.asked()

    # ---- questions

    def _ask_path(self) -> None:
        if not self.export.isEnabled():
            return
        dialog = QFileDialog(self, self.tr("Ekspor register"))
        dialog.setObjectName("register.export_dialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([self.tr("Buku kerja Excel (*.xlsx)"), self.tr("CSV (*.csv)")])
        dialog.setDefaultSuffix("xlsx")
        dialog.filterSelected.connect(
            lambda chosen: dialog.setDefaultSuffix("csv" if "csv" in chosen else "xlsx")
        )
        dialog.selectFile(exports.place_of(self.tr("register akses")))
        dialog.fileSelected.connect(self.export_chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _ask_ending(self) -> None:
        row = self._chosen()
        if row is None:
            return
        what = " · ".join(part for part in (kind_label(self._rules(), row.kind), row.office) if part)
        self._ending = EndingDialog(self, row, what)
        self._ending.asked.connect(self.ending_asked)
        self._ending.rejected.connect(self._forget_ending)
        self._ending.open()

    def ask_proof(self) -> None:
        """Ask for a proof of presence."""
        self._proof = ProofDialog(self, "register")
        self._proof.given.connect(self.proof_given)
        self._proof.dropped.connect(self.proof_dropped)
        self._proof.open()

    def show_proof_error(self, error: Exception) -> None:
        """Say why the proof was not taken."""
        said = failure_words(error)
        if self._proof is not None and said is not None:
            self._proof.show_refused(said.happened)

    def close_proof(self) -> None:
        """The proof was taken."""
        proof, self._proof = self._proof, None
        if proof is not None:
            proof.accept()

    # ---- inside

    def _forget_ending(self) -> None:
        self._ending = None

    def _chosen(self) -> RegisterRow | None:
        found = self.table.row(self.table.chosen_id())
        return found if isinstance(found, RegisterRow) else None

    def _enable(self) -> None:
        row = self._chosen()
        may_end = row is not None and bool(row.access_id) and row.access_status in ENDS
        self.end.setEnabled(self._online and may_end)
        unchosen = "" if may_end else self.tr("Pilih baris dengan akses yang masih berlaku")
        say_why(self.end, reason_without_link(DeedClass.ROLE, online=self._online) or unchosen)
        free = self._online and not self._working
        self.export.setEnabled(free)
        self.recap.setEnabled(free)

    def _attempt_words(self, one: RegisterRow) -> str:
        return self.tr("pengiriman ke-{count}").format(count=one.attempts) if one.attempts > 1 else ""

    def _decision_words(self, one: RegisterRow) -> str:
        if one.decided_at is None:
            return ""
        return self.tr("diputus dalam {hours} jam").format(hours=one.hours)

    def _decision_tooltip(self, one: RegisterRow) -> str:
        sent = self.tr("Dikirim {when}").format(when=fmt.moment(one.sent_at))
        if one.decided_at is None:
            return sent
        text = self.tr("Diputus {when} oleh {name}")
        return f"{sent}\n" + text.format(when=fmt.moment(one.decided_at), name=one.decided_by)
