"""Daftar Persetujuan PPK: the list, and one order with everything on one page, without tabs."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inaproc_core.orders.offline import DeedClass
from inaproc_core.orders.states import State
from inaproc_core.policy.threshold import ExecutorVerdict
from inaproc_desktop.ports.ordering import ReviewFile, ReviewRow
from inaproc_desktop.views import format as fmt
from inaproc_desktop.views import theme
from inaproc_desktop.views.approvals.parts import (
    BudgetCard,
    DecisionCard,
    DeliveryCard,
    ItemsCard,
    MoneyCard,
    PartiesCard,
    QuestionsCard,
)
from inaproc_desktop.views.widgets import (
    Align,
    Card,
    Column,
    Columns,
    EmptyText,
    Page,
    Pill,
    PillText,
    Table,
    Tone,
    VerdictCard,
    ask_reason,
    button,
    column,
    confirm,
    label,
    show_failure,
)
from inaproc_desktop.views.widgets.attachments import AttachmentsCard
from inaproc_desktop.views.widgets.layers import Layers
from inaproc_desktop.views.widgets.open_or_not import say_why
from inaproc_desktop.views.words import failure_words, order_label, party_of
from inaproc_desktop.views.words.journey import due_pill
from inaproc_desktop.views.words.offline import reason_without_link

_SIDE = 372
_MAIN = 500


class ApprovalsPage(Page):
    """What waits for the PPK, and the review of one order.

    Signals:
        order_chosen(str): open this order; empty for the list.
        edited(str, object): Ketentuan Tambahan and the tuple of ticked points.
        issued(): Buat Surat Pesanan was confirmed.
        sent_back(str), rejected(str): with the reason.
    """

    order_chosen = Signal(str)
    edited = Signal(str, object)
    issued = Signal()
    sent_back = Signal(str)
    rejected = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setObjectName("approvals")
        self._now: datetime | None = None
        self._review: ReviewFile | None = None
        self._shown = ""
        self._offline = ""
        self._busy = False
        self._fresh = True
        self._due = Pill()
        self._due.setObjectName("approvals.due")
        self.add_trailing(self._due)
        self.use_back(lambda: self.order_chosen.emit(""))
        self._stack = Layers()
        self.body.addWidget(self._stack, 1)
        self._stack.addWidget(self._build_list())
        self._stack.addWidget(self._build_review())
        loading = label(self.tr("Memuat…"), "muted")
        loading.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack.addWidget(loading)
        # Coming back to an order shows what is kept of it, not what stood here before it was decided.
        self.entered.connect(self._on_entered)
        self._show_side(detail=False)

    # ---- building

    def _build_list(self) -> QWidget:
        columns: list[Column[ReviewRow]] = [
            Column(
                key="number",
                title=self.tr("Pesanan"),
                text=lambda one: fmt.order_number(one.order.number),
                secondary=lambda one: one.order.lines[0].name if one.order.lines else "",
                width=140,
                stretch=True,
                strong=True,
            ),
            Column(
                key="vendor",
                title=self.tr("Penyedia"),
                text=lambda one: one.order.vendor.name if one.order.vendor else "—",
                secondary=lambda one: self.tr("diajukan {name}").format(name=one.order.buyer.name),
                width=150,
                stretch=True,
            ),
            Column(
                key="total",
                title=self.tr("Nilai"),
                text=lambda one: fmt.rupiah(one.order.current.total) if one.order.current else "—",
                secondary=lambda one: self.tr("hemat {share}").format(
                    share=fmt.percent(basis_points=one.saved_basis_points)
                ),
                align=Align.RIGHT,
                width=122,
                sort_key=lambda one: one.order.current.total if one.order.current else 0,
            ),
            Column(
                key="age",
                title=self.tr("Menunggu"),
                text=self._age,
                align=Align.RIGHT,
                width=84,
                sort_key=lambda one: one.days,
            ),
            Column(
                key="due",
                title=self.tr("Batas waktu"),
                text=lambda _one: "",
                pill=lambda one: due_pill(one.due, self._now, short=True) if self._now else None,
                width=170,
                sort_key=lambda one: one.due.at.timestamp() if one.due else float("inf"),
            ),
        ]
        empty = EmptyText(
            self.tr("Tidak ada yang menunggu persetujuan"),
            self.tr("Pesanan muncul di sini setelah PP mengajukannya atau nego Anda dilanjutkan."),
        )
        self.table = Table(
            self.tr("Daftar Persetujuan PPK"), columns, lines=2, key="approvals.list", empty=empty
        )
        self.table.setObjectName("approvals.table")
        self.table.opened.connect(self.order_chosen)
        card = Card(padded=False)
        card.add(self.table, 1)
        return card

    def _build_review(self) -> QWidget:
        self._verdict = VerdictCard()
        self.questions = QuestionsCard()
        self._parties, self._items, self._delivery = PartiesCard(), ItemsCard(), DeliveryCard()
        self._budget, self._money, self.decision = BudgetCard(), MoneyCard(), DecisionCard()
        self.decision.edited.connect(lambda terms, ticked: self._on_edited(terms, ticked))
        self.files = AttachmentsCard()
        left = column(
            self.questions, self._parties, self._items, self._delivery, self.files, None, gap=theme.GAP_12
        )
        right = column(self._verdict, self._money, self._budget, self.decision, None, gap=theme.GAP_12)
        self._columns = area = Columns(left, right, side_width=_SIDE, main_width=_MAIN, scrolls=True)
        self.issue = button(self.tr("Buat Surat Pesanan"), "primary", "document")
        self.send_back = button(self.tr("Kembalikan ke PP…"))
        self.reject = button(self.tr("Tolak…"), "danger")
        self.why_not = label("", "muted", wrap=True)
        for name, made, asked in (
            ("issue", self.issue, self._ask_issue),
            ("send_back", self.send_back, self._ask_send_back),
            ("reject", self.reject, self._ask_reject),
        ):
            made.setObjectName(f"approvals.{name}")
            made.clicked.connect(asked)
        box = QWidget()
        layout = QVBoxLayout(box)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(theme.GAP_12))
        layout.addWidget(area, 1)
        self._actions = Card()
        deciding = QHBoxLayout()
        deciding.setSpacing(theme.px(theme.GAP_8))
        deciding.addWidget(self.why_not, 1)
        for made in (self.reject, self.send_back, self.issue):
            deciding.addWidget(made)
        self._actions.body.addLayout(deciding)
        layout.addWidget(self._actions)
        return box

    # ---- showing

    def show_list(self, rows: Sequence[ReviewRow], now: datetime) -> None:
        """Show what waits."""
        self._now = now
        self._show_side(detail=False)
        self.show_title(self.tr("Daftar Persetujuan PPK"))
        count = self.tr("{count} menunggu").format(count=len(rows))
        self.show_status(PillText(count, Tone.ACCENT) if rows else None)
        self.show_note("")
        self._due.show_pill(None)
        self.show_banner(Tone.ACCENT, "")
        self.table.show_rows(rows)
        if self._fresh and rows:
            self.table.focus_rows()
        self._fresh = False

    def show_loading(self) -> None:
        """Say that something is on its way; nothing of another order stays on screen."""
        self._stack.setCurrentIndex(2)
        self.show_status(None)
        self._due.show_pill(None)

    def show_review(self, review: ReviewFile, now: datetime) -> None:
        """Show one order with everything about it; what is being written stays."""
        self._now = now
        self._review = review
        self._show_side(detail=True)
        order = review.order
        self.show_title(self.tr("Tinjau {number}").format(number=fmt.order_number(order.number)))
        reviewing = order.state is State.WAITING_PPK_REVIEW
        words = (
            self.tr("Giliran Anda") if review.may_decide else order_label(order, party_of(order.buyer.role))
        )
        self.show_status(PillText(words, Tone.ACCENT if review.may_decide else Tone.NEUTRAL))
        self.show_note("")
        self.show_banner(Tone.ACCENT, "")
        self._due.show_pill(due_pill(review.due, now) if reviewing else None)
        self.questions.show_questions(review.questions)
        self._parties.show_order(order)
        self._items.show_comparisons(review.comparisons)
        self._delivery.show_order(order)
        self.files.show_attachments(order.id, order.attachments)
        self._show_verdict(review.verdict, order.buyer.role.value)
        self._money.show_review(review)
        self._budget.show_budget(review.budget, order.funding_source)
        if self._shown != order.id:
            self._shown = order.id
            self.decision.show_notes(review.notes.terms, review.notes.ticked)
            self._columns.scroll_up()
        self.decision.set_locked(not review.may_decide)
        self._actions.setVisible(review.may_decide)
        self.send_back.setVisible(review.may_return)
        self._enable()

    def show_online(self, online: bool) -> None:
        """Grey the decisions without a link and say why, or free them."""
        self._offline = reason_without_link(DeedClass.APPROVAL, online=online)
        self._enable()

    def show_saved(self, at: datetime) -> None:
        """Say when terms and ticks were last kept."""
        self.show_note(self.tr("Draf tersimpan {time}").format(time=fmt.time(at)))

    def show_busy(self, busy: bool) -> None:
        """Keep a decision from being made twice."""
        self._busy = busy
        self._enable()

    def show_missing(self) -> None:
        """Say that this order is not here."""
        self._show_side(detail=False)
        self.show_banner(
            Tone.WARN, self.tr("Pesanan ini tidak ada pada akses Anda. Pilih pesanan lain dari daftar.")
        )

    def show_failure(self, error: Exception) -> None:
        """Say what did not work; what was written stays."""
        said = failure_words(error)
        if said is not None:
            show_failure(
                self,
                title=self.tr("Keputusan belum tersimpan"),
                happened=said.happened,
                kept=self.tr("Ketentuan Tambahan dan daftar periksa tersimpan sebagai draf."),
                detail=said.detail,
            )

    # ---- questions

    def _ask_issue(self) -> None:
        order = self._review.order if self._review is not None else None
        if order is None or order.current is None:
            return
        vendor = order.vendor.name if order.vendor is not None else "—"
        confirm(
            self,
            title=self.tr("Buat Surat Pesanan?"),
            text=self.tr("{total} kepada {vendor}. Surat dapat dibaca dahulu sebelum ditandatangani.").format(
                total=fmt.rupiah(order.current.total), vendor=vendor
            ),
            confirm=self.tr("Buat Surat Pesanan"),
            on_yes=self.issued.emit,
        )

    def _ask_send_back(self) -> None:
        ask_reason(
            self,
            title=self.tr("Kembalikan ke PP?"),
            text=self.tr("Nomor pesanan tetap; negosiasi terbuka lagi di meja PP."),
            confirm=self.tr("Kembalikan"),
            on_reason=self.sent_back.emit,
        )

    def _ask_reject(self) -> None:
        ask_reason(
            self,
            title=self.tr("Tolak pesanan?"),
            text=self.tr("Pesanan berakhir dan anggaran yang ditahan dilepas. Ini tidak dapat diurungkan."),
            confirm=self.tr("Tolak"),
            harmful=True,
            on_reason=self.rejected.emit,
        )

    # ---- parts

    def _show_side(self, *, detail: bool) -> None:
        self._stack.setCurrentIndex(1 if detail else 0)
        self._back.setVisible(detail)
        self._fresh = self._fresh or detail
        if not detail:
            self._shown = ""

    def _on_entered(self, _order_id: str) -> None:
        self._shown = ""

    def _on_edited(self, terms: str, ticked: tuple[str, ...]) -> None:
        self._enable()
        self.edited.emit(terms, ticked)

    def _enable(self) -> None:
        missing = self.decision.missing()
        if self._offline:
            self.why_not.setText(self._offline)
        elif missing:
            self.why_not.setText(
                self.tr("{count} butir daftar periksa belum dicentang.").format(count=missing)
            )
        else:
            self.why_not.setText("")
        free = not self._offline and not self._busy
        self.issue.setEnabled(free and not missing)
        self.send_back.setEnabled(free)
        self.reject.setEnabled(free)
        for made in (self.issue, self.send_back, self.reject):
            say_why(made, self.why_not.text() if not made.isEnabled() else "")

    def _show_verdict(self, verdict: ExecutorVerdict | None, role: str) -> None:
        if verdict is None:
            self._verdict.show_verdict(Tone.NEUTRAL, "")
            return
        roles = ", ".join(sorted(each.value for each in verdict.allowed))
        fits = any(each.value == role for each in verdict.allowed)
        sign = ">" if verdict.is_over else "≤"
        text = self.tr("{total} {sign} {limit} pada harga tayang; dibeli oleh {role}.")
        self._verdict.show_verdict(
            Tone.OK if fits else Tone.WARN,
            self.tr("Kewenangan {roles}").format(roles=roles),
            text.format(
                total=fmt.rupiah(verdict.total), sign=sign, limit=fmt.rupiah(verdict.limit), role=role
            ),
        )

    def _age(self, one: ReviewRow) -> str:
        return self.tr("{count} hari").format(count=one.days) if one.days else self.tr("hari ini")
