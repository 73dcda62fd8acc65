"""Verifikasi: the queue at the left, one item beside its documents, decisions by mouse or keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from inaproc_core.errors import Refusal
from inaproc_core.orders.offline import DeedClass
from inaproc_core.registration.forms import RegistrationRules
from inaproc_core.registration.vocabulary import Verdict
from inaproc_core.wire.desk import Decided, DecidedMany
from inaproc_core.wire.registration import StoredFile
from inaproc_desktop.ports.desk import (
    WAITING,
    ManyPrepared,
    Moved,
    Notes,
    Prepared,
    QueueList,
    QueueRow,
    Sheet,
)
from inaproc_desktop.ports.ui import Runner
from inaproc_desktop.views.verification.clean_list import CleanList
from inaproc_desktop.views.verification.item_panel import ItemPanel
from inaproc_desktop.views.verification.queue_panel import QueuePanel
from inaproc_desktop.views.verification.sides import TwoSides
from inaproc_desktop.views.widgets import (
    EmptyText,
    FormDialog,
    Page,
    PillText,
    Tone,
    button,
    confirm,
    show_failure,
)
from inaproc_desktop.views.widgets.open_or_not import open_or_say_why
from inaproc_desktop.views.widgets.proof import ProofDialog
from inaproc_desktop.views.words import failure_words, refusal_sentence, sentence
from inaproc_desktop.views.words.offline import reason_without_link

_WALK_MS = 350
"""Walking with J and K opens an item only where one stops: every opening is logged."""


class VerificationPage(Page):
    """The desk.

    Args:
        runner: reads documents off the UI thread.
        rules: forms and reasons in force today.
        company: the desk of an Admin Perusahaan.
        parent: the widget that owns it.

    Signals:
        filtered(object): a ``QueueFilter``.
        item_chosen(str): open this item.
        more_asked(), many_asked(), register_asked(): the next rows; the clean ones together; the register.
        edited(object): ``Notes`` about the item in sight.
        file_asked(str): a slot whose document is wanted.
        verdict_asked(object): a ``Verdict`` is wanted; it is checked, then asked for once more.
        verdict_confirmed(object): a ``Verdict`` was confirmed.
        many_approved(object): list of item ids that are approved together.
        proof_given(str, str): code and password. proof_dropped(): none is given.
    """

    filtered = Signal(object)
    item_chosen = Signal(str)
    more_asked = Signal()
    many_asked = Signal()
    register_asked = Signal()
    edited = Signal(object)
    file_asked = Signal(str)
    verdict_asked = Signal(object)
    verdict_confirmed = Signal(object)
    many_approved = Signal(object)
    proof_given = Signal(str, str)
    proof_dropped = Signal()

    def __init__(
        self,
        runner: Runner,
        rules: Callable[[], RegistrationRules],
        *,
        company: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        self.setObjectName("verification")
        self.show_title(self.tr("Verifikasi Anggota") if company else self.tr("Verifikasi"))
        self._rules = rules
        self._company = company
        self._proof: ProofDialog | None = None
        self.queue = QueuePanel(company=company)
        self.item = ItemPanel(runner)
        self._sides = TwoSides(self.queue, self.item)
        self._sides.narrowed.connect(self.item.show_back)
        self.item.show_back(self._sides.is_narrow())
        self.body.addWidget(self._sides, 1)
        register = self.tr("Daftar anggota") if company else self.tr("Register akses")
        self.register = button(register, "", "report")
        self.register.setObjectName("verification.register")
        self.register.clicked.connect(self.register_asked)
        self.add_trailing(self.register)
        self._walk = QTimer(self)
        self._walk.setSingleShot(True)
        self._walk.setInterval(_WALK_MS)
        self._walk.timeout.connect(lambda: self.item_chosen.emit(self.queue.table.chosen_id()))
        self._connect()
        self.use_filter(self.queue.search)
        self.left.connect(self._walk.stop)

    def _connect(self) -> None:
        queue, item = self.queue, self.item
        queue.filtered.connect(self.filtered)
        queue.chosen.connect(lambda _item_id: self._walk.start())
        queue.opened.connect(self._on_opened)
        queue.more_asked.connect(self.more_asked)
        queue.many_asked.connect(self.many_asked)
        item.edited.connect(self.edited)
        item.file_asked.connect(self.file_asked)
        item.decided.connect(self.verdict_asked)
        item.back_asked.connect(self._on_back)
        item.widened.connect(lambda wide: self._sides.show_left(not wide))
        for key, does in (
            ("J", lambda: self.queue.walk(1)),
            ("K", lambda: self.queue.walk(-1)),
            ("A", self.item.approve.click),
            ("P", self.item.fix.click),
            ("T", self.item.reject.click),
            ("L", self.item.wide.click),
        ):
            self.add_shortcut(key, does)

    # ---- showing

    def show_queue(self, queue: QueueList, now: datetime) -> None:
        """Show what is here of the queue."""
        self.queue.show_queue(queue, now, self._rules())
        words = self.tr("{count} permohonan").format(count=queue.total)
        self.show_status(PillText(words, Tone.ACCENT) if queue.total else None)

    def show_loading(self) -> None:
        """Say that an item is on its way."""
        self.item.show_loading()

    def show_sheet(self, sheet: Sheet | None, notes: Notes, now: datetime) -> None:
        """Show one item with what was entered about it."""
        if sheet is None:
            self._sides.show_right(False)
            self.item.show_nothing(
                EmptyText(
                    self.tr("Tidak ada permohonan yang dibuka"),
                    self.tr("Pilih permohonan di antrean. Setiap pembukaan data dan dokumen dicatat."),
                )
            )
            return
        self.queue.table.choose(sheet.item.row.item_id)
        self._walk.stop()
        self.item.show_sheet(sheet, notes, now, self._rules())

    def show_file(self, part_id: str, file: StoredFile, content: bytes) -> None:
        """Show a document."""
        self.item.documents.show_file(part_id, file, content)

    def show_file_failure(self, part_id: str, error: Exception) -> None:
        """Say why a document cannot be shown."""
        self.item.documents.show_failure(part_id, error)

    def show_problem(self, refusal: Refusal) -> None:
        """Lead to what has to be entered before this can be decided."""
        words = refusal_sentence(refusal)
        if not self.item.parts.show_problem(refusal.field, words):
            first = self.item.parts.first_row()
            if first is not None:
                first.focus_judgement()
        name = self.item.part_name(refusal.field)
        self.item.banner.show_text(Tone.WARN, f"{name}: {words}" if name else words)

    def show_moved(self, moved: Moved) -> None:
        """Say what changed while the item was open."""
        self.item.show_moved(moved)

    def show_online(self, online: bool) -> None:
        """Close what needs the link, or open it again."""
        self.item.show_online(online)
        open_or_say_why(self.queue.many, reason_without_link(DeedClass.ROLE, online=online))

    def show_busy(self, busy: bool) -> None:
        """Keep a decision from being sent twice; another item is not opened meanwhile."""
        self.item.show_busy(busy)
        self.queue.setEnabled(not busy)

    def show_decided(self, prepared: Prepared, decided: Decided) -> None:
        """Say what became of a decision."""
        if decided.needs_second:
            text = self.tr("{name}: persetujuan Anda tercatat, menunggu pemeriksa kedua.")
        elif prepared.verdict is Verdict.APPROVE:
            text = self.tr("{name}: disetujui. Pemohon diberi tahu lewat email.")
        elif prepared.verdict is Verdict.FIX:
            text = self.tr("{name}: diminta perbaikan. Alasan dan caranya dikirim lewat email.")
        else:
            text = self.tr("{name}: ditolak. Alasannya dikirim lewat email.")
        self.show_banner(Tone.OK, text.format(name=prepared.name))

    def show_many_decided(self, prepared: ManyPrepared, decided: DecidedMany) -> None:
        """Say what became of several, and why some were left."""
        names = {row.item_id: row.name for row in prepared.rows}
        second = sum(status == WAITING for status in decided.statuses.values())
        done = self.tr("{count} permohonan disetujui.").format(count=len(decided.statuses) - second)
        if second:
            awaited = self.tr("{count} menunggu pemeriksa kedua.").format(count=second)
            done = f"{done} {awaited}"
        left = [
            f"{names.get(item_id, item_id)}: {sentence(code) or code}"
            for item_id, code in decided.refusals.items()
        ]
        if left:
            rest = self.tr("{count} tidak:").format(count=len(left))
            self.show_banner(Tone.WARN, "\n".join([f"{done} {rest}", *left]))
        else:
            self.show_banner(Tone.OK, done)

    def show_failure(self, error: Exception, *, deciding: bool) -> None:
        """Say what did not work; what was entered stays."""
        said = failure_words(error)
        if said is None:
            return
        if not deciding:
            self.show_banner(Tone.WARN, said.happened)
            return
        show_failure(
            self,
            title=self.tr("Keputusan belum terkirim"),
            happened=said.happened,
            kept=self.tr("Tanda, alasan, dan catatan Anda tersimpan di perangkat ini."),
            detail=said.detail,
        )

    # ---- questions

    def ask_decision(self, verdict: Verdict, unlooked: int) -> None:
        """Ask whether to decide."""
        title, text, yes = {
            Verdict.APPROVE: (
                self.tr("Setujui permohonan ini?"),
                self.tr("Pemohon diberi tahu dan aksesnya dapat dipakai."),
                self.tr("Setujui"),
            ),
            Verdict.FIX: (
                self.tr("Minta perbaikan?"),
                self.tr("Pemohon menerima alasan per bagian; hanya bagian itu yang terbuka untuk diubah."),
                self.tr("Minta Perbaikan"),
            ),
            Verdict.REJECT: (
                self.tr("Tolak permohonan ini?"),
                self.tr(
                    "Permohonan ini berakhir. Pemohon menerima alasannya dan harus mengajukan dari awal."
                ),
                self.tr("Tolak"),
            ),
        }[verdict]
        if verdict is Verdict.APPROVE and unlooked:
            left = self.tr("{count} bagian belum Anda tandai sesuai.").format(count=unlooked)
            text = f"{left} {text}"
        dialog = confirm(
            self,
            title=title,
            text=text,
            confirm=yes,
            harmful=verdict is Verdict.REJECT,
            on_yes=lambda: self.verdict_confirmed.emit(verdict),
        )
        dialog.confirm_button.setObjectName("verification.confirm")

    def show_clean(self, rows: Sequence[QueueRow]) -> None:
        """Offer to approve these together."""
        body = CleanList(rows, self._rules())
        dialog = FormDialog(
            self,
            title=self.tr("Setujui bersama"),
            body=body,
            confirm=self.tr("Setujui yang dicentang"),
            width=600,
        )
        dialog.confirm_button.setObjectName("verification.many.confirm")
        body.changed.connect(lambda: dialog.confirm_button.setEnabled(bool(body.chosen())))

        def confirmed() -> None:
            self.many_approved.emit(body.chosen())
            dialog.accept()

        dialog.confirmed.connect(confirmed)
        dialog.open()

    def ask_proof(self) -> None:
        """Ask for a proof of presence."""
        self._proof = ProofDialog(self, "verification")
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

    def _on_opened(self, item_id: str) -> None:
        self._walk.stop()
        self._sides.show_right(True)
        self.item_chosen.emit(item_id)
        first = self.item.parts.first_row()
        if first is not None and not self._sides.is_narrow():
            first.ok.setFocus()

    def _on_back(self) -> None:
        self._sides.show_right(False)
        self.queue.table.focus_rows()

    def open_request(self, item_id: str) -> None:
        """Put an item in front that another page leads to."""
        self._sides.show_right(bool(item_id))
