"""Pengiriman: orders at the left; the form and what is under way at the right."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inaproc_core.errors import Refusal
from inaproc_core.orders.states import Party, State
from inaproc_desktop.ports.finishing import GoodsRow, ShippingFile
from inaproc_desktop.views import format as fmt
from inaproc_desktop.views import theme
from inaproc_desktop.views.shipping.form import ShipFormCard
from inaproc_desktop.views.widgets import (
    Card,
    EmptyState,
    EmptyText,
    Option,
    Page,
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


class ShippingPage(Page):
    """What a penyedia has to send.

    Signals:
        order_chosen(str): show this order.
        order_asked(): go to the order's own page.
        edited(object): a ``ShipForm`` being typed.
        shipped(object): send it.
        arrived(int, str): shipment and who received it.
    """

    order_chosen = Signal(str)
    order_asked = Signal()
    edited = Signal(object)
    shipped = Signal(object)
    arrived = Signal(int, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setObjectName("shipping")
        self.show_title(self.tr("Pengiriman"))
        self._file: ShippingFile | None = None
        self.list = GoodsList(
            "shipping",
            self.tr("Pesanan"),
            state=self._state,
            other=lambda one: one.order.satker.name if one.order.satker is not None else "",
            empty=EmptyText(
                self.tr("Tidak ada yang perlu dikirim"),
                self.tr("Pesanan muncul di sini setelah Anda menerima dan menandatangani Surat Pesanan."),
            ),
        )
        left = Card(padded=False)
        left.add(self.list, 1)
        self._title = label("", "heading")
        self._open = button(self.tr("Buka pesanan"), "link")
        self._open.setObjectName("shipping.open_order")
        self.form = ShipFormCard()
        self.shipments = ShipmentsCard("shipping")
        area, inside = Page.scrollable()
        inside.addWidget(row(self._title, None, self._open))
        inside.addWidget(self.form)
        inside.addWidget(self.shipments)
        inside.addStretch(1)
        self._nothing = EmptyState(EmptyText(self.tr("Pilih pesanan di kiri")), "truck")
        self._actions = ActionBar(self.form.deed)
        detail = QWidget()
        layout = QVBoxLayout(detail)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(theme.GAP_12))
        layout.addWidget(area, 1)
        layout.addWidget(self._actions)
        self._stack = Layers()
        self._stack.addWidget(self._nothing)
        self._stack.addWidget(detail)
        self.both = MasterDetail("shipping", self.tr("Pesanan"), left, self._stack, _LIST)
        self.both.chosen.connect(self.order_chosen)
        self.body.addWidget(self.both, 1)
        self.list.chosen.connect(lambda chosen: self.order_chosen.emit(chosen) if chosen else None)
        self.list.opened.connect(lambda _chosen: self.form.courier.focus_editor())
        self._open.clicked.connect(self.order_asked)
        self.form.edited.connect(self.edited)
        self.form.sent.connect(self.shipped)
        self.shipments.mark_asked.connect(self._ask_arrived)

    def show_orders(self, rows: Sequence[GoodsRow], now: datetime) -> None:
        """Show the list."""
        self.list.show_orders(rows)
        self.both.show_choices(
            [Option(one.id, fmt.order_number(one.order.number), self._state(one).text) for one in rows]
        )
        open_ones = sum(one.mine and one.left for one in rows)
        text = self.tr("{count} perlu dikirim").format(count=open_ones)
        self.show_status(PillText(text, Tone.ACCENT) if open_ones else None)

    def show_file(self, file: ShippingFile | None, now: datetime) -> None:
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
                number=fmt.order_number(order.number), state=order_label(order, Party.VENDOR)
            )
        )
        show_or_hide(self.form, file.may_ship)
        self._actions.show_deed(self.form.deed, file.may_ship)
        if file.may_ship:
            self.form.show_file(file)
        self.shipments.show_shipments(order, file.shipments, may_mark=file.may_mark)
        refused = file.refused
        if refused is not None and refused.outcome is not None:
            text = self.tr("{deed} tidak diterima: {why}")
            self.show_banner(
                Tone.BAD,
                text.format(deed=command_words(refused.command), why=outcome_sentence(refused.outcome)),
            )
        elif any(not each.sent or not each.arrival_sent for each in file.shipments):
            self.show_banner(
                Tone.WARN,
                self.tr("Ada yang belum terkirim ke peladen; dikirim sendiri begitu tersambung."),
            )
        else:
            self.show_banner(Tone.ACCENT, "")

    def show_problem(self, refusal: Refusal | None) -> None:
        """Show what the rules say against the form."""
        self.form.show_problem(refusal)

    def show_busy(self, busy: bool) -> None:
        """Keep a deed from being made twice."""
        self.form.show_busy(busy)

    def show_sent(self) -> None:
        """Empty the form: the deed is kept."""
        self.form.show_sent()

    def show_failure(self, error: Exception) -> None:
        """Say what did not work; what was typed stays."""
        said = failure_words(error)
        if said is not None:
            show_failure(
                self,
                title=self.tr("Belum tercatat"),
                happened=said.happened,
                kept=self.tr("Isian Anda masih ada di halaman ini."),
                detail=said.detail,
            )

    def _ask_arrived(self, shipment_no: int) -> None:
        file = self._file
        each = next((one for one in file.shipments if one.shipment.no == shipment_no), None) if file else None
        proposed = each.place.recipient if each is not None and each.place is not None else ""
        ask_receiver(self, "shipping", proposed, partial(self.arrived.emit, shipment_no))

    def _state(self, one: GoodsRow) -> PillText:
        if one.waiting:
            return PillText(self.tr("Menunggu terkirim"), Tone.WARN)
        if one.mine and one.left:
            return PillText(self.tr("Perlu dikirim"), Tone.ACCENT)
        if one.under_way:
            return PillText(self.tr("{count} di perjalanan").format(count=one.under_way))
        if one.order.state is State.ARRIVED:
            return PillText(self.tr("Tiba, diperiksa PPK"), Tone.OK)
        return PillText(order_label(one.order, Party.VENDOR))
