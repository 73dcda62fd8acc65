"""Penerimaan: orders at the left; what came, the inspection and the way to the BAST at the right."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inaproc_core.errors import Refusal
from inaproc_core.orders.states import Party, State
from inaproc_desktop.ports.finishing import GoodsRow, Lateness, ReceivedLine, ReceivingFile
from inaproc_desktop.views import format as fmt
from inaproc_desktop.views import theme
from inaproc_desktop.views.receiving.form import InspectCard
from inaproc_desktop.views.widgets import (
    Align,
    Card,
    EmptyState,
    EmptyText,
    GridColumn,
    LineGrid,
    Option,
    Page,
    Pill,
    PillText,
    Tone,
    button,
    label,
    row,
    show_failure,
)
from inaproc_desktop.views.widgets.card import ActionBar
from inaproc_desktop.views.widgets.goods_list import GoodsList
from inaproc_desktop.views.widgets.layers import Layers
from inaproc_desktop.views.widgets.master_detail import MasterDetail
from inaproc_desktop.views.widgets.parts import show_or_hide
from inaproc_desktop.views.widgets.shipments import ShipmentsCard, ask_receiver
from inaproc_desktop.views.words import command_words, failure_words, order_label, outcome_sentence

_LIST = 372


class ReceivingPage(Page):
    """What a PPK receives.

    Signals:
        order_chosen(str): show this order.
        order_asked(), bast_asked(): go to the order's own page, to its BAST.
        edited(object): an ``InspectForm`` being filled in.
        inspected(object): keep it.
        arrived(int, str): shipment and who received it.
    """

    order_chosen = Signal(str)
    order_asked = Signal()
    bast_asked = Signal()
    edited = Signal(object)
    inspected = Signal(object)
    arrived = Signal(int, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setObjectName("receiving")
        self.show_title(self.tr("Penerimaan"))
        self._file: ReceivingFile | None = None
        self.list = GoodsList(
            "receiving",
            self.tr("Pesanan"),
            state=self._state,
            other=lambda one: one.order.vendor.name if one.order.vendor is not None else "",
            empty=EmptyText(
                self.tr("Tidak ada yang perlu diterima"),
                self.tr("Pesanan muncul di sini setelah penyedia mengirim barang."),
            ),
        )
        left = Card(padded=False)
        left.add(self.list, 1)
        self._title = label("", "heading")
        self._open = button(self.tr("Buka pesanan"), "link")
        self._open.setObjectName("receiving.open_order")
        self.bast = self._build_bast()
        self.lines = LineGrid(
            self.tr("Barang yang diterima"),
            [
                GridColumn(self.tr("Barang")),
                GridColumn(self.tr("Dipesan"), 100, Align.RIGHT),
                GridColumn(self.tr("Dikirim"), 100, Align.RIGHT),
                GridColumn(self.tr("Diterima"), 100, Align.RIGHT),
                GridColumn("", 110),
            ],
        )
        goods = Card(self.tr("Barang"))
        goods.add(self.lines)
        self.form = InspectCard()
        self.shipments = ShipmentsCard("receiving")
        area, inside = Page.scrollable()
        for widget in (row(self._title, None, self._open), self.bast, goods, self.form, self.shipments):
            inside.addWidget(widget)
        inside.addStretch(1)
        self._actions = ActionBar(self.form.deed)
        detail = QWidget()
        layout = QVBoxLayout(detail)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(theme.GAP_12))
        layout.addWidget(area, 1)
        layout.addWidget(self._actions)
        self._stack = Layers()
        self._stack.addWidget(EmptyState(EmptyText(self.tr("Pilih pesanan di kiri")), "receive"))
        self._stack.addWidget(detail)
        self.both = MasterDetail("receiving", self.tr("Pesanan"), left, self._stack, _LIST)
        self.both.chosen.connect(self.order_chosen)
        self.body.addWidget(self.both, 1)
        self._wire()

    def _build_bast(self) -> Card:
        card = Card(self.tr("BAST"))
        self._bast_words = label("")
        self.open_bast = button(self.tr("Buka BAST"), "primary", "document")
        self.open_bast.setObjectName("receiving.open_bast")
        self.open_bast.clicked.connect(self.bast_asked)
        card.add(row(self._bast_words, None, self.open_bast))
        return card

    def _wire(self) -> None:
        self.list.chosen.connect(lambda chosen: self.order_chosen.emit(chosen) if chosen else None)
        self._open.clicked.connect(self.order_asked)
        self.form.edited.connect(self.edited)
        self.form.sent.connect(self.inspected)
        self.shipments.mark_asked.connect(self._ask_arrived)

    def show_orders(self, rows: Sequence[GoodsRow], now: datetime) -> None:
        """Show the list."""
        self.list.show_orders(rows)
        self.both.show_choices(
            [Option(one.id, fmt.order_number(one.order.number), self._state(one).text) for one in rows]
        )
        mine = sum(one.mine for one in rows)
        text = self.tr("{count} menunggu Anda").format(count=mine)
        self.show_status(PillText(text, Tone.ACCENT) if mine else None)

    def show_file(self, file: ReceivingFile | None, now: datetime) -> None:
        """Show one order; ``None`` for none chosen."""
        self._file = file
        self._stack.setCurrentIndex(0 if file is None else 1)
        if file is None:
            return
        order = file.order
        self.list.choose(order.id)
        self.both.show_choice(order.id)
        self._title.setText(
            self.tr("{number} · {state}").format(
                number=fmt.order_number(order.number), state=order_label(order, Party.PPK)
            )
        )
        self.lines.show_lines([self._line(line) for line in file.lines])
        self._show_bast(file)
        show_or_hide(self.form, file.may_inspect)
        self._actions.show_deed(self.form.deed, file.may_inspect)
        if file.may_inspect:
            self.form.show_file(file)
        self.shipments.show_shipments(order, file.shipments, may_mark=file.may_mark)
        self._show_deeds(file)

    def show_online(self, online: bool) -> None:
        """Close what needs the link, or open it again."""
        self.form.show_online(online)

    def show_checked(self, refusal: Refusal | None, lateness: Lateness | None) -> None:
        """Show what the rules say against the form, and what a delay costs."""
        self.form.show_checked(refusal, lateness)

    def show_busy(self, busy: bool) -> None:
        """Keep a deed from being made twice."""
        self.form.show_busy(busy)

    def show_failure(self, error: Exception) -> None:
        """Say what did not work; what was typed stays."""
        said = failure_words(error)
        if said is not None:
            show_failure(
                self,
                title=self.tr("Belum tercatat"),
                happened=said.happened,
                kept=self.tr("Isian Anda masih ada di halaman ini; pesanan tidak berubah."),
                detail=said.detail,
            )

    # ---- inside

    def _line(self, line: ReceivedLine) -> tuple[str, list[QWidget | str]]:
        if line.received == line.ordered:
            state = PillText(self.tr("Lengkap"), Tone.OK)
        elif line.received:
            state = PillText(self.tr("Sebagian"), Tone.WARN)
        else:
            state = PillText(self.tr("Belum"))
        cells: list[QWidget | str] = [
            line.name,
            fmt.quantity(line.ordered, line.unit),
            fmt.quantity(line.sent),
            fmt.quantity(line.received),
            Pill(state),
        ]
        return str(line.no), cells

    def _show_bast(self, file: ReceivingFile) -> None:
        order = file.order
        waits = order.state is State.WAIT_BAST_SELLER
        show_or_hide(self.bast, file.may_issue or waits)
        theme.set_role(self.open_bast, "primary" if file.may_issue else "")
        theme.set_icon(self.open_bast, "document", "on_accent" if file.may_issue else "text")
        if waits:
            self._bast_words.setText(self.tr("Anda sudah menandatangani. Giliran penyedia."))
        elif order.bast is None:
            self._bast_words.setText(self.tr("Pemeriksaan selesai. Beri nomor BAST dan tanda tangani."))
        else:
            text = self.tr("BAST {number} sudah terbit. Tanda tangani.")
            self._bast_words.setText(text.format(number=order.bast.number))

    def _show_deeds(self, file: ReceivingFile) -> None:
        refused = file.refused
        if refused is not None and refused.outcome is not None:
            text = self.tr("{deed} tidak diterima: {why}")
            words = text.format(deed=command_words(refused.command), why=outcome_sentence(refused.outcome))
            self.show_banner(Tone.BAD, words)
        elif any(not each.arrival_sent for each in file.shipments):
            self.show_banner(
                Tone.WARN, self.tr("Tanda tiba belum terkirim ke peladen; dikirim sendiri begitu tersambung.")
            )
        else:
            self.show_banner(Tone.ACCENT, "")

    def _ask_arrived(self, shipment_no: int) -> None:
        file = self._file
        each = next((one for one in file.shipments if one.shipment.no == shipment_no), None) if file else None
        proposed = each.place.recipient if each is not None and each.place is not None else ""
        ask_receiver(self, "receiving", proposed, partial(self.arrived.emit, shipment_no))

    def _state(self, one: GoodsRow) -> PillText:
        if one.waiting:
            return PillText(self.tr("Menunggu terkirim"), Tone.WARN)
        match one.order.state:
            case State.ARRIVED:
                return PillText(self.tr("Perlu diperiksa"), Tone.ACCENT if one.mine else Tone.NEUTRAL)
            case State.BAST_DRAFT:
                return PillText(self.tr("Perlu BAST"), Tone.ACCENT if one.mine else Tone.NEUTRAL)
            case State.WAIT_BAST_SELLER:
                return PillText(self.tr("BAST di penyedia"))
        return PillText(self.tr("{count} di perjalanan").format(count=one.under_way))
