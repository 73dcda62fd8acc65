"""Pesanan: the list with saved views, search and export."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFileDialog, QToolButton, QVBoxLayout, QWidget

from inaproc_core.calendar import Zone, local_date
from inaproc_core.orders.states import ENDED, Party, State
from inaproc_core.roles import Role
from inaproc_desktop.ports.ordering import OrderList, OrderRow, SavedView
from inaproc_desktop.views import format as fmt
from inaproc_desktop.views import theme
from inaproc_desktop.views.orders.rows import Sheet, SheetCell
from inaproc_desktop.views.widgets import (
    Align,
    Card,
    Column,
    EmptyText,
    Page,
    PillText,
    SearchField,
    Table,
    Tone,
    button,
    exports,
    row,
    show_failure,
)
from inaproc_desktop.views.words import failure_words, order_label, party_label, party_of, turn_words
from inaproc_desktop.views.words.journey import due_pill


class OrdersPage(Page):
    """The list of orders of one access.

    Args:
        role: the reader's role, for labels and columns.
        parent: the widget that owns it.

    Signals:
        order_chosen(str): open this order.
        view_chosen(object): a ``SavedView``.
        searched(str): narrow the list.
        export_chosen(object, str): the ``Sheet`` that is shown and the path to write it to.
    """

    order_chosen = Signal(str)
    view_chosen = Signal(object)
    searched = Signal(str)
    export_chosen = Signal(object, str)

    def __init__(self, role: Role, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setObjectName("orders")
        self._role = role
        self._own = party_of(role)
        self._now: datetime | None = None
        self._fresh = True
        self.entered.connect(self._on_entered)
        self.show_title(self.tr("Pesanan"))
        self.export = button(self.tr("Ekspor…"), icon="download")
        self.export.setObjectName("orders.export")
        self.export.setToolTip(self.tr("Tulis daftar yang tampil ke XLSX atau CSV (Ctrl+E)"))
        self.export.clicked.connect(self._ask_path)
        self.add_trailing(self.export)
        self.add_shortcut("Ctrl+E", self._ask_path)
        self.body.addWidget(self._build_tools())
        self.table = self._build_table()
        card = Card(padded=False)
        card.add(self.table, 1)
        self.body.addWidget(card, 1)

    def _build_tools(self) -> QWidget:
        self._views: dict[SavedView, QToolButton] = {}
        group = QButtonGroup(self)
        for view, text in self._view_names().items():
            made = QToolButton()
            made.setText(text)
            made.setCheckable(True)
            made.setObjectName(f"orders.view.{view.value}")
            made.setMinimumHeight(theme.px(theme.CONTROL_HEIGHT))
            made.clicked.connect(lambda _checked=False, view=view: self.view_chosen.emit(view))
            group.addButton(made)
            self._views[view] = made
        self.search = SearchField(
            self.tr("Cari pesanan"), placeholder=self.tr("Nomor, penyedia, produk, RUP…")
        )
        self.search.setObjectName("orders.search")
        self.search.setMinimumWidth(theme.px(200))
        self.search.search_asked.connect(self.searched)
        self.use_filter(self.search)
        box = QWidget()
        layout = QVBoxLayout(box)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(theme.GAP_8))
        layout.addWidget(self.search)
        layout.addWidget(row(*self._views.values(), None, gap=theme.GAP_4))
        return box

    def _build_table(self) -> Table:
        vendor = self._role is Role.PENYEDIA
        columns: list[Column[OrderRow]] = [
            Column(
                key="number",
                title=self.tr("Pesanan"),
                text=lambda one: (
                    fmt.order_number(one.order.number) if one.order.number else self.tr("belum bernomor")
                ),
                secondary=self._goods,
                width=130,
                stretch=True,
                strong=True,
                tooltip=lambda one: one.order.number,
            ),
            Column(
                key="other",
                title=self.tr("Pembeli") if vendor else self.tr("Penyedia"),
                text=self._other_side,
                width=96,
                stretch=True,
                sort_key=self._other_side,
            ),
            Column(
                key="total",
                title=self.tr("Nilai"),
                text=lambda one: fmt.rupiah(one.total),
                align=Align.RIGHT,
                width=116,
                sort_key=lambda one: one.total,
            ),
            Column(
                key="state",
                title=self.tr("Status"),
                text=lambda _one: "",
                pill=self._state_of,
                secondary=self._turn_of,
                width=170,
                stretch=True,
            ),
            Column(
                key="due",
                title=self.tr("Batas waktu"),
                text=lambda _one: "",
                pill=lambda one: due_pill(one.due, self._now, short=True) if self._now else None,
                width=160,
                sort_key=lambda one: one.due.at.timestamp() if one.due else float("inf"),
            ),
        ]
        table = Table(self.tr("Daftar pesanan"), columns, lines=2, key="orders.list")
        table.setObjectName("orders.table")
        table.opened.connect(self.order_chosen)
        table.empty_action.connect(lambda: self.view_chosen.emit(SavedView.ALL))
        self.search.list_asked.connect(table.focus_rows)
        return table

    # ---- showing

    def show_loading(self) -> None:
        """Say that rows are on their way."""
        self.table.show_loading()

    def show_orders(self, found: OrderList, view: SavedView, now: datetime, *, searching: bool) -> None:
        """Show one saved view."""
        self._now = now
        for each, text in self._view_names().items():
            count = found.counts.get(each, 0)
            self._views[each].setText(f"{text} ({count})")
            self._views[each].setChecked(each is view)
        mine = found.counts.get(SavedView.MINE, 0)
        self.show_status(
            PillText(self.tr("{count} perlu tindakan Anda").format(count=mine), Tone.ACCENT) if mine else None
        )
        self.table.show_loading(False)
        self.table.show_empty(self._empty(view, searching))
        self.table.show_rows(found.rows)
        self.export.setEnabled(bool(found.rows))
        if self._fresh and found.rows:
            self.table.focus_rows()
        self._fresh = False

    def show_written(self, path: Path, count: int) -> None:
        """Say that the export is there."""
        self.show_banner(
            Tone.OK, self.tr("{count} pesanan ditulis ke {path}").format(count=count, path=str(path))
        )

    def show_failure(self, error: Exception) -> None:
        """Say what did not work."""
        said = failure_words(error)
        if said is not None:
            show_failure(
                self, title=self.tr("Daftar tidak dapat diolah"), happened=said.happened, detail=said.detail
            )

    def _on_entered(self, _item_id: str) -> None:
        self._fresh = True

    # ---- export

    def sheet(self) -> Sheet:
        """Return what is shown, with the columns of the platform's own data beside it."""
        headings = (
            self.tr("Nomor pesanan"),
            self.tr("Tanggal"),
            self.tr("Satuan kerja"),
            self.tr("Penyedia"),
            self.tr("Barang"),
            self.tr("Kode RUP"),
            self.tr("MAK"),
            self.tr("Nilai tayang"),
            self.tr("Nilai sekarang"),
            self.tr("Status"),
            self.tr("Kode status"),
            self.tr("Giliran"),
            self.tr("Batas waktu"),
        )
        rows = tuple(self._sheet_row(one) for one in self.table.rows())
        return Sheet(title=self.tr("Pesanan"), headings=headings, rows=rows, money=(7, 8))

    def _sheet_row(self, one: OrderRow) -> tuple[SheetCell, ...]:
        order = one.order
        zone = order.satker.zone if order.satker is not None else Zone.WIB
        return (
            order.number,
            local_date(order.created_at, zone),
            order.satker.name if order.satker is not None else "",
            order.vendor.name if order.vendor is not None else "",
            "; ".join(line.name for line in order.lines),
            order.rup.code if order.rup is not None else "",
            order.mak,
            order.listed.total if order.listed is not None else 0,
            one.total,
            order_label(order, self._own),
            order.status.value,
            party_label(order.turn),
            local_date(one.due.at, zone) if one.due is not None else "",
        )

    def _ask_path(self) -> None:
        if not self.table.row_count():
            return
        dialog = QFileDialog(self, self.tr("Ekspor daftar pesanan"))
        dialog.setObjectName("orders.export_dialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([self.tr("Buku kerja Excel (*.xlsx)"), self.tr("CSV (*.csv)")])
        dialog.setDefaultSuffix("xlsx")
        dialog.filterSelected.connect(
            lambda chosen: dialog.setDefaultSuffix("csv" if "csv" in chosen else "xlsx")
        )
        dialog.selectFile(exports.place_of(self.tr("pesanan")))
        dialog.fileSelected.connect(lambda path: self.export_chosen.emit(self.sheet(), path))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    # ---- words

    def _view_names(self) -> dict[SavedView, str]:
        return {
            SavedView.MINE: self.tr("Perlu tindakan saya"),
            SavedView.RUNNING: self.tr("Berjalan"),
            SavedView.DONE: self.tr("Selesai"),
            SavedView.CANCELLED: self.tr("Dibatalkan"),
            SavedView.ALL: self.tr("Semua"),
        }

    def _goods(self, one: OrderRow) -> str:
        lines = one.order.lines
        if not lines:
            return ""
        rest = len(lines) - 1
        return self.tr("{name} +{rest}").format(name=lines[0].name, rest=rest) if rest else lines[0].name

    def _other_side(self, one: OrderRow) -> str:
        order = one.order
        if self._role is Role.PENYEDIA:
            return order.satker.name if order.satker is not None else order.buyer.name
        return order.vendor.name if order.vendor is not None else "—"

    def _state_of(self, one: OrderRow) -> PillText:
        if one.refused:
            return PillText(self.tr("Ditolak peladen, periksa"), Tone.BAD)
        if one.waiting:
            return PillText(self.tr("Menunggu terkirim"), Tone.WARN)
        return PillText(order_label(one.order, self._own), state_tone(one.order.state, mine=one.mine))

    def _turn_of(self, one: OrderRow) -> str:
        turn = one.order.turn
        return turn_words(turn, turn if one.mine else Party.NOBODY) if turn is not Party.NOBODY else ""

    def _empty(self, view: SavedView, searching: bool) -> EmptyText:
        if searching:
            return EmptyText(self.tr("Tidak ada yang cocok"), self.tr("Ubah atau hapus kata pencarian."))
        if view is SavedView.MINE:
            return EmptyText(
                self.tr("Tidak ada yang perlu tindakan Anda"),
                self.tr("Pesanan muncul di sini begitu giliran Anda tiba."),
                self.tr("Lihat semua pesanan"),
            )
        return EmptyText(
            self.tr("Belum ada pesanan"), self.tr("Pesanan tampil di sini setelah negosiasi diajukan.")
        )


def state_tone(state: State, *, mine: bool) -> Tone:
    """Return the tone of a state: mine to do, done, ended badly, or under way elsewhere."""
    if state in {State.COMPLETED, State.PAYMENT_OUTSIDE_SYSTEM}:
        return Tone.OK
    if state in ENDED:
        return Tone.BAD
    return Tone.ACCENT if mine else Tone.NEUTRAL
