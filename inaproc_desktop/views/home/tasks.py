"""The two lists of Beranda: what waits for the reader, and the orders that moved last."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from inaproc_core.orders.model import Order
from inaproc_core.orders.states import Party
from inaproc_core.roles import BUYERS, Role
from inaproc_desktop.ports.home import Task, TaskKind
from inaproc_desktop.views import format as fmt
from inaproc_desktop.views import theme
from inaproc_desktop.views.widgets import Align, Card, Column, EmptyText, PillText, Table, Tone
from inaproc_desktop.views.words import command_words, deed_words, order_label, party_of, turn_words
from inaproc_desktop.views.words.journey import due_pill

_SMALL_SAVING = 1


def task_words(task: Task) -> str:
    """Return what is asked, as a verb."""
    match task.kind:
        case TaskKind.SETTLE_DEED:
            return QCoreApplication.translate("Home", "Periksa yang tidak diterima")
        case TaskKind.ANSWER_OFFER:
            return QCoreApplication.translate("Home", "Jawab penawaran pembeli")
        case TaskKind.ANSWER_COUNTER:
            return QCoreApplication.translate("Home", "Jawab harga balasan")
        case TaskKind.HAND_TO_PPK:
            return QCoreApplication.translate("Home", "Ajukan ke PPK")
        case TaskKind.PROCEED:
            return QCoreApplication.translate("Home", "Lanjutkan proses pesanan")
        case TaskKind.REVIEW:
            return QCoreApplication.translate("Home", "Tinjau & buat Surat Pesanan")
        case TaskKind.SIGN_LETTER:
            return QCoreApplication.translate("Home", "Tanda tangani Surat Pesanan")
        case TaskKind.ACCEPT_ORDER:
            return QCoreApplication.translate("Home", "Terima pesanan")
        case TaskKind.SHIP:
            return QCoreApplication.translate("Home", "Kirim barang")
        case TaskKind.CONFIRM_ARRIVAL:
            return QCoreApplication.translate("Home", "Tandai pesanan tiba")
        case TaskKind.INSPECT:
            return QCoreApplication.translate("Home", "Periksa barang")
        case TaskKind.ISSUE_BAST:
            return QCoreApplication.translate("Home", "Buat BAST")
        case TaskKind.SIGN_BAST | TaskKind.COUNTERSIGN_BAST:
            return QCoreApplication.translate("Home", "Tanda tangani BAST")
        case TaskKind.CHOOSE_PAYMENT:
            return QCoreApplication.translate("Home", "Pilih metode pembayaran")
        case TaskKind.PAY:
            return QCoreApplication.translate("Home", "Konfirmasi pembayaran")


def task_detail(task: Task) -> str:
    """Return what else helps to decide whether to do it now."""
    if task.deed is not None:
        return f"{command_words(task.deed.command)} · {deed_words(task.deed).lower()}"
    order = task.order
    if order is None:
        return ""
    match task.kind:
        case TaskKind.ANSWER_OFFER | TaskKind.ANSWER_COUNTER:
            return QCoreApplication.translate("Home", "putaran {no}").format(no=len(order.rounds))
        case TaskKind.PAY:
            paid = sum(termin.paid for termin in order.termins)
            return QCoreApplication.translate("Home", "termin {no} dari {count}").format(
                no=min(paid + 1, len(order.termins)), count=len(order.termins)
            )
        case TaskKind.REVIEW | TaskKind.HAND_TO_PPK | TaskKind.PROCEED:
            return _saving_words(task.saved_basis_points)
        case TaskKind.SHIP | TaskKind.CONFIRM_ARRIVAL | TaskKind.INSPECT:
            sent = len({shipment.delivery_no for shipment in order.shipments})
            return QCoreApplication.translate("Home", "{sent} dari {count} lokasi dikirim").format(
                sent=sent, count=len(order.deliveries)
            )
    return ""


def _saving_words(basis_points: int) -> str:
    if basis_points < _SMALL_SAVING:
        return ""
    return QCoreApplication.translate("Home", "nego turun {share}").format(
        share=fmt.percent(basis_points=basis_points)
    )


def subject_of(order: Order) -> str:
    """Return what an order is about: its package, else its first product."""
    if order.rup is not None and order.rup.name:
        return order.rup.name
    return order.lines[0].name if order.lines else ""


def number_of(order: Order) -> str:
    """Return the number, or that there is none yet."""
    return fmt.order_number(order.number) or QCoreApplication.translate("Home", "belum bernomor")


def total_of(order: Order | None) -> int:
    """Return the total at the prices that stand now."""
    return order.current.total if order is not None and order.current is not None else 0


class TaskCard(Card):
    """What waits for the reader, in the order in which time runs out."""

    def __init__(self, role: Role, parent: QWidget | None = None) -> None:
        super().__init__(padded=False, parent=parent)
        self._role = role
        self._now: datetime | None = None
        columns: list[Column[Task]] = [
            Column(
                key="what",
                title=self.tr("Tindakan"),
                text=task_words,
                secondary=task_detail,
                strong=True,
                stretch=True,
                width=222,
                tone=lambda task: Tone.BAD if task.deed is not None else None,
            ),
            Column(
                key="order",
                title=self.tr("Pesanan"),
                text=lambda task: number_of(task.order) if task.order is not None else "—",
                secondary=lambda task: subject_of(task.order) if task.order is not None else "",
                tooltip=lambda task: subject_of(task.order) if task.order is not None else "",
                width=150,
                stretch=True,
            ),
            Column(
                key="party",
                title=self.tr("Pembeli") if role is Role.PENYEDIA else self.tr("Penyedia"),
                text=self._party,
                pill=self._umkk,
                width=150,
                stretch=True,
            ),
            Column(
                key="total",
                title=self.tr("Nilai"),
                text=lambda task: fmt.rupiah(total_of(task.order)) if total_of(task.order) else "—",
                align=Align.RIGHT,
                width=124,
                sort_key=lambda task: total_of(task.order),
            ),
            Column(
                key="due",
                title=self.tr("Batas waktu"),
                text=lambda task: "" if task.due is not None else "—",
                pill=lambda task: due_pill(task.due, self._now, short=True) if self._now else None,
                width=150,
                sort_key=lambda task: task.due.at.timestamp() if task.due is not None else float("inf"),
            ),
        ]
        self.table = Table(
            self.tr("Menunggu tindakan Anda"), columns, lines=2, key="home.tasks", empty=self._empty()
        )
        self.table.setObjectName("home.tasks")
        self.table.setMinimumHeight(theme.px(220))
        self.add(self.table, 1)

    def show_tasks(self, tasks: Sequence[Task], now: datetime, *, synced: bool = True) -> None:
        """Show these tasks; before the first pull an empty list proves nothing and says so."""
        self._now = now
        waiting = EmptyText(
            self.tr("Menunggu data pertama dari peladen"),
            self.tr("Tugas Anda muncul di sini setelah sinkronisasi pertama selesai."),
        )
        self.table.show_empty(self._empty() if synced else waiting)
        self.table.show_rows(tasks)

    def _empty(self) -> EmptyText:
        title = self.tr("Tidak ada yang menunggu Anda")
        if self._role in BUYERS:
            return EmptyText(
                title,
                self.tr("Mulai belanja dari Katalog; tugas baru muncul di sini begitu ada."),
                self.tr("Buka Katalog"),
            )
        return EmptyText(title, self.tr("Tugas baru muncul di sini begitu ada."))

    def _party(self, task: Task) -> str:
        order = task.order
        if order is None:
            return "—"
        if self._role is Role.PENYEDIA:
            return order.satker.name if order.satker is not None else order.buyer.name
        return order.vendor.name if order.vendor is not None else "—"

    def _umkk(self, task: Task) -> PillText | None:
        order = task.order
        if self._role is Role.PENYEDIA or order is None or order.vendor is None or not order.vendor.umkk:
            return None
        return PillText(self.tr("UMKK"), Tone.ACCENT)


class RecentCard(Card):
    """The orders that moved last, with whose move it is."""

    def __init__(self, role: Role, parent: QWidget | None = None) -> None:
        super().__init__(padded=False, parent=parent)
        self.show_title(self.tr("Pesanan terakhir"))
        self._side = party_of(role)
        columns: list[Column[Order]] = [
            Column(key="number", title=self.tr("Pesanan"), text=number_of, width=124),
            Column(
                key="about",
                title=self.tr("Paket"),
                text=subject_of,
                tooltip=subject_of,
                width=140,
                stretch=True,
            ),
            Column(
                key="state",
                title=self.tr("Status"),
                text=lambda order: order_label(order, self._side),
                width=236,
                stretch=True,
            ),
            Column(key="turn", title=self.tr("Giliran"), text=self._turn, width=120),
            Column(
                key="total",
                title=self.tr("Nilai"),
                text=lambda order: fmt.rupiah(total_of(order)),
                align=Align.RIGHT,
                width=124,
            ),
        ]
        self.table = Table(
            self.tr("Pesanan terakhir"),
            columns,
            key="home.recent",
            empty=EmptyText(self.tr("Belum ada pesanan")),
        )
        self.table.setObjectName("home.recent")
        self.add(self.table, 1)

    def show_orders(self, orders: Sequence[Order]) -> None:
        """Show these orders."""
        self.table.show_rows(orders)

    def _turn(self, order: Order) -> str:
        return "—" if order.turn is Party.NOBODY else turn_words(order.turn, self._side)
