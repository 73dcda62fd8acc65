"""The list of negotiations: whose move it is, and until when."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inaproc_core.orders.states import Party, State
from inaproc_core.roles import Role
from inaproc_desktop.ports.ordering import OrderRow
from inaproc_desktop.views import format as fmt
from inaproc_desktop.views import theme
from inaproc_desktop.views.widgets import (
    Align,
    Card,
    Column,
    EmptyText,
    PillText,
    SearchField,
    Table,
    Tone,
)
from inaproc_desktop.views.words import turn_words
from inaproc_desktop.views.words.journey import due_pill


class NegotiationList(QWidget):
    """Search box and table.

    Signals:
        opened(str): an order is to be opened.
        searched(str): the person searched.
    """

    opened = Signal(str)
    searched = Signal(str)

    def __init__(self, role: Role, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._role = role
        self._now: datetime | None = None
        self.search = SearchField(self.tr("Cari negosiasi"), placeholder=self.tr("Nomor, penyedia, produk…"))
        self.search.setObjectName("negotiation.search")
        self.search.search_asked.connect(self.searched)
        vendor = self._role is Role.PENYEDIA
        other = self.tr("Pembeli") if vendor else self.tr("Penyedia")
        columns: list[Column[OrderRow]] = [
            Column(
                key="number",
                title=self.tr("Pesanan"),
                text=lambda one: fmt.order_number(one.order.number) or "—",
                secondary=lambda one: one.order.lines[0].name if one.order.lines else "",
                width=140,
                stretch=True,
                strong=True,
            ),
            Column(key="other", title=other, text=self._other_side, width=120, stretch=True),
            Column(
                key="total",
                title=self.tr("Nilai"),
                text=lambda one: fmt.rupiah(one.total),
                align=Align.RIGHT,
                width=116,
                sort_key=lambda one: one.total,
            ),
            Column(
                key="turn",
                title=self.tr("Giliran"),
                text=lambda _one: "",
                secondary=self._standing,
                pill=self._turn_of,
                width=170,
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
        self.table = Table(self.tr("Daftar negosiasi"), columns, lines=2, key="negotiation.list")
        self.table.setObjectName("negotiation.table")
        self.table.opened.connect(self.opened)
        self.search.list_asked.connect(self.table.focus_rows)
        card = Card(padded=False)
        card.add(self.table, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(theme.GAP_12))
        layout.addWidget(self.search)
        layout.addWidget(card, 1)

    def show_rows(self, rows: Sequence[OrderRow], now: datetime, *, searching: bool) -> None:
        """Show these negotiations."""
        self._now = now
        self.table.show_empty(self._empty(searching))
        self.table.show_rows(rows)

    def _turn_of(self, one: OrderRow) -> PillText:
        if one.refused:
            return PillText(self.tr("Balasan ditolak, periksa"), Tone.BAD)
        if one.waiting:
            return PillText(self.tr("Menunggu terkirim"), Tone.WARN)
        turn = turn_words(one.order.turn, one.order.turn if one.mine else Party.NOBODY)
        return PillText(turn, Tone.ACCENT if one.mine else Tone.NEUTRAL)

    def _standing(self, one: OrderRow) -> str:
        if one.order.state is State.AGREED:
            return self.tr("harga disepakati")
        return self.tr("putaran {no}").format(no=len(one.order.rounds))

    def _other_side(self, one: OrderRow) -> str:
        order = one.order
        if self._role is Role.PENYEDIA:
            return order.satker.name if order.satker is not None else order.buyer.name
        return order.vendor.name if order.vendor is not None else "—"

    def _empty(self, searching: bool) -> EmptyText:
        if searching:
            return EmptyText(self.tr("Tidak ada yang cocok"), self.tr("Ubah atau hapus kata pencarian."))
        if self._role is Role.PENYEDIA:
            return EmptyText(
                self.tr("Belum ada negosiasi"), self.tr("Tawaran pembeli muncul di sini begitu diajukan.")
            )
        return EmptyText(
            self.tr("Belum ada negosiasi"), self.tr("Ajukan negosiasi dari checkout di Keranjang.")
        )
