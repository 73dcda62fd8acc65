"""Pembayaran: what is to be paid and what was, at the left; one payment at the right."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QToolButton, QVBoxLayout, QWidget

from inaproc_core.errors import Refusal
from inaproc_core.orders.states import State
from inaproc_core.roles import Role
from inaproc_desktop.ports.data import BackendRefused
from inaproc_desktop.ports.finishing import PayForm, PaymentFile, PaymentQueue, PaymentRow
from inaproc_desktop.views import format as fmt
from inaproc_desktop.views import theme
from inaproc_desktop.views.payments.channel import ChannelCard
from inaproc_desktop.views.payments.facts import BillCard, TaxCard
from inaproc_desktop.views.payments.form import PayCard
from inaproc_desktop.views.widgets import (
    Align,
    Card,
    Column,
    EmptyState,
    EmptyText,
    Option,
    Page,
    Pill,
    PillText,
    Table,
    Tone,
    VerdictCard,
    row,
    show_failure,
)
from inaproc_desktop.views.widgets.card import ActionBar
from inaproc_desktop.views.widgets.layers import Layers
from inaproc_desktop.views.widgets.master_detail import MasterDetail
from inaproc_desktop.views.widgets.parts import show_or_hide
from inaproc_desktop.views.words import failure_words, order_label, party_of, refusal_sentence
from inaproc_desktop.views.words.journey import due_pill

_LIST = 448


class PaymentsPage(Page):
    """The payments of one access.

    Args:
        role: the reader's role: treasurer, PPK or penyedia.
        parent: the widget that owns it.

    Signals:
        queue_asked(str): show this list.
        row_chosen(str): show this row.
        paper_asked(str): open ``letter``, ``bast`` or ``order``.
        channel_chosen(str): use this channel.
        edited(object): a ``PayForm`` being typed.
        paid(object, str, str): confirm it, with code and password.
    """

    queue_asked = Signal(str)
    row_chosen = Signal(str)
    paper_asked = Signal(str)
    channel_chosen = Signal(str)
    edited = Signal(object)
    paid = Signal(object, str, str)

    def __init__(self, role: Role, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setObjectName("payments")
        self.show_title(self.tr("Pembayaran"))
        self._role = role
        self._now: datetime | None = None
        self._shown = ""
        self._due = Pill()
        self.add_trailing(self._due)
        self._queues: dict[PaymentQueue, QToolButton] = {}
        self.list = self._build_list()
        left = Card(padded=False)
        left.add(self.list, 1)
        self.body.addWidget(row(*self._build_queues(), None, gap=4))
        self.bill = BillCard()
        self.state = VerdictCard()
        self.state.setObjectName("payments.state")
        self.channel = ChannelCard()
        self.taxes = TaxCard()
        self.form = PayCard()
        area, inside = Page.scrollable()
        for widget in (self.state, self.bill, self.channel, self.form, self.taxes):
            inside.addWidget(widget)
        inside.addStretch(1)
        self._actions = ActionBar(self.channel.deed, self.form.deed)
        detail = QWidget()
        layout = QVBoxLayout(detail)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(theme.GAP_12))
        layout.addWidget(area, 1)
        layout.addWidget(self._actions)
        self._stack = Layers()
        self._stack.addWidget(
            EmptyState(EmptyText(self.tr("Tidak ada pembayaran untuk ditampilkan")), "payment")
        )
        self._stack.addWidget(detail)
        self.both = MasterDetail("payments", self.tr("Pembayaran"), left, self._stack, _LIST)
        self.both.chosen.connect(self.row_chosen)
        self.body.addWidget(self.both, 1)
        self._wire()

    def _build_queues(self) -> list[QToolButton]:
        group = QButtonGroup(self)
        vendor = self._role is Role.PENYEDIA
        names = {
            PaymentQueue.OPEN: self.tr("Dalam perjalanan") if vendor else self.tr("Perlu dibayar"),
            PaymentQueue.PAID: self.tr("Sudah dibayar"),
        }
        for queue, name in names.items():
            made = QToolButton()
            made.setText(name)
            made.setMinimumHeight(theme.px(theme.CONTROL_HEIGHT))
            made.setObjectName(f"payments.queue_{queue.value}")
            made.setCheckable(True)
            made.clicked.connect(lambda _checked=False, at=queue: self.queue_asked.emit(at.value))
            group.addButton(made)
            self._queues[queue] = made
        self._queues[PaymentQueue.OPEN].setChecked(True)
        return list(self._queues.values())

    def _build_list(self) -> Table:
        columns: list[Column[PaymentRow]] = [
            Column(
                key="order",
                title=self.tr("Pesanan"),
                text=self._name,
                secondary=self._other_side,
                width=120,
                stretch=True,
                strong=True,
                tooltip=lambda one: one.order.number,
            ),
            Column(
                key="amount",
                title=self.tr("Jumlah"),
                text=lambda one: fmt.rupiah(one.amount),
                secondary=self._when,
                align=Align.RIGHT,
                width=112,
                sort_key=lambda one: one.amount,
            ),
            Column(key="state", title="", text=lambda _one: "", pill=self._state, width=158),
        ]
        made = Table(self.tr("Pembayaran"), columns, lines=2, key="payments.list")
        made.setObjectName("payments.list")
        return made

    def _wire(self) -> None:
        self.left.connect(lambda: self.show_banner(Tone.ACCENT, ""))
        self.list.chosen.connect(lambda chosen: self.row_chosen.emit(chosen) if chosen else None)
        self.bill.paper_asked.connect(self.paper_asked)
        self.channel.chosen.connect(self.channel_chosen)
        self.form.edited.connect(self.edited)
        self.form.sent.connect(self.paid)

    # ---- showing

    def show_rows(self, queue: PaymentQueue, rows: Sequence[PaymentRow], now: datetime) -> None:
        """Show a list."""
        self._now = now
        self._queues[queue].setChecked(True)
        self.list.show_empty(self._empty(queue))
        self.list.show_rows(rows)
        self.both.show_choices([self._option(one) for one in rows])
        if queue is PaymentQueue.OPEN:
            mine = sum(one.mine for one in rows)
            text = self.tr("{count} menunggu Anda").format(count=mine)
            self.show_status(PillText(text, Tone.ACCENT) if mine else None)

    def show_file(self, file: PaymentFile | None, now: datetime) -> None:
        """Show one payment; ``None`` for none chosen."""
        self._stack.setCurrentIndex(0 if file is None else 1)
        self._due.show_pill(due_pill(file.due, now) if file is not None else None)
        if file is None:
            return
        termin = file.termin
        whole = file.order.id
        if whole != self._shown:
            # What was recorded of another order is not said above this one.
            self._shown = whole
            self.show_banner(Tone.ACCENT, "")
        row_id = f"{whole}#{termin.no}" if termin is not None else whole
        shown = row_id if self.list.choose(row_id) else whole
        self.list.choose(shown)
        self.both.show_choice(shown)
        self.bill.show_file(file)
        self.taxes.show_file(file)
        show_or_hide(self.channel, file.may_choose)
        show_or_hide(self.form, file.may_pay)
        self._actions.show_deed(self.channel.deed, file.may_choose)
        self._actions.show_deed(self.form.deed, file.may_pay)
        if file.may_choose:
            self.channel.show_file(file)
        if file.may_pay:
            self.form.show_file(file)
        self._show_state(file)

    def show_online(self, online: bool) -> None:
        """Close what needs the link, or open it again."""
        self.channel.show_online(online)
        self.form.show_online(online)

    def show_problem(self, refusal: Refusal | None) -> None:
        """Show what the rules say against the form."""
        self.form.show_problem(refusal)

    def show_busy(self, busy: bool) -> None:
        """Keep a deed from being made twice."""
        self.channel.show_busy(busy)
        self.form.show_busy(busy)

    def show_paid(self, form: PayForm) -> None:
        """Say that a payment is confirmed, and empty the form."""
        self.form.forget()
        text = self.tr("Pembayaran {amount} dengan nomor {reference} tercatat.")
        self.show_banner(Tone.OK, text.format(amount=fmt.rupiah(form.amount), reference=form.reference))

    def show_chosen(self) -> None:
        """Say that the treasurer goes on."""
        self.show_banner(Tone.OK, self.tr("Metode tercatat. Giliran bendahara membayar."))

    def show_failure(self, error: Exception) -> None:
        """Say what did not work; a wrong proof stands at its field."""
        said = failure_words(error)
        if said is None:
            return
        if isinstance(error, BackendRefused) and error.refusal.code.startswith("session."):
            self.form.show_proof_wrong(said.happened)
            return
        show_failure(
            self,
            title=self.tr("Belum tercatat"),
            happened=said.happened,
            kept=self.tr("Isian Anda masih ada; tidak ada pembayaran yang dicatat dua kali."),
            next_step=self.tr("Periksa status pesanan, lalu ulangi bila belum tercatat."),
            detail=said.detail,
        )

    # ---- inside

    def _show_state(self, file: PaymentFile) -> None:
        order = file.order
        if file.refusal is not None:
            self.state.show_verdict(
                Tone.WARN, self.tr("Anda tidak dapat membayar pesanan ini"), refusal_sentence(file.refusal)
            )
        elif file.may_choose or file.may_pay:
            self.state.show_verdict(Tone.NEUTRAL, "")
        elif self._role is Role.BENDAHARA and file.termin is not None and not file.termin.paid:
            later = order.state in {State.WAIT_PAYMENT, State.PARTLY_PAID}
            text = self.tr("Termin sebelumnya dibayar dahulu.") if later else ""
            self.state.show_verdict(Tone.NEUTRAL, order_label(order, party_of(self._role)), text)
        else:
            tone = Tone.OK if order.state is State.COMPLETED else Tone.NEUTRAL
            self.state.show_verdict(tone, order_label(order, party_of(self._role)))

    def _option(self, one: PaymentRow) -> Option:
        state = self._state(one)
        detail = " · ".join(part for part in (fmt.rupiah(one.amount), state.text if state else "") if part)
        return Option(one.id, self._name(one), detail)

    def _name(self, one: PaymentRow) -> str:
        number = fmt.order_number(one.order.number)
        if one.termin is None or len(one.order.termins) < 2:
            return number
        return self.tr("{number} · termin {no}").format(number=number, no=one.termin.no)

    def _other_side(self, one: PaymentRow) -> str:
        order = one.order
        if self._role is Role.PENYEDIA:
            return order.satker.name if order.satker is not None else ""
        return order.vendor.name if order.vendor is not None else ""

    def _when(self, one: PaymentRow) -> str:
        return fmt.date(one.payment.paid_on) if one.payment is not None else ""

    def _state(self, one: PaymentRow) -> PillText | None:
        if one.payment is not None:
            return PillText(self.tr("Dibayar"), Tone.OK)
        if one.mine:
            pill = due_pill(one.due, self._now, short=True) if self._now is not None else None
            return pill or PillText(self.tr("Giliran Anda"), Tone.ACCENT)
        if one.order.state is State.WAIT_BAST_SELLER:
            return PillText(self.tr("Menunggu BAST"))
        if one.termin is None or one.order.state is State.PAYMENT_PREPARATION:
            return PillText(self.tr("Di PPK"))
        if not one.next:
            return PillText(self.tr("Menyusul"))
        return PillText(self.tr("Di bendahara"))

    def _empty(self, queue: PaymentQueue) -> EmptyText:
        if queue is PaymentQueue.PAID:
            return EmptyText(
                self.tr("Belum ada pembayaran"), self.tr("Yang sudah dikonfirmasi tampil di sini.")
            )
        if self._role is Role.PENYEDIA:
            return EmptyText(
                self.tr("Tidak ada uang dalam perjalanan"),
                self.tr("Tagihan tampil setelah barang diperiksa PPK."),
            )
        return EmptyText(
            self.tr("Tidak ada yang perlu dibayar"),
            self.tr("Tagihan tampil setelah BAST ditandatangani kedua pihak."),
        )
