"""The page of one order: where it stands, whose move it is, and everything that happened."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inaproc_core.orders.model import HistoryEntry, Order
from inaproc_core.orders.states import ENDED, Party
from inaproc_core.roles import Role
from inaproc_desktop.ports.data import Deed, DeedState
from inaproc_desktop.ports.ordering import OrderFile
from inaproc_desktop.views import format as fmt
from inaproc_desktop.views import theme
from inaproc_desktop.views.orders.parts import DocumentsCard, GoodsCard, PaymentsCard, PlacesCard
from inaproc_desktop.views.orders.view import state_tone
from inaproc_desktop.views.widgets import (
    Card,
    Columns,
    Page,
    Pill,
    PillText,
    StepBar,
    Timeline,
    TimelineEvent,
    Tone,
    button,
    column,
    label,
    show_failure,
)
from inaproc_desktop.views.widgets.attachments import AttachmentsCard
from inaproc_desktop.views.widgets.layers import Layers
from inaproc_desktop.views.words import (
    command_words,
    deed_words,
    event_words,
    failure_words,
    order_label,
    outcome_sentence,
    party_of,
    role_label,
    turn_words,
)
from inaproc_desktop.views.words.journey import due_tone, due_words, journey

_SIDE = 372
_MAIN = 500
_BAD_EVENTS = frozenset({"NegotiationCancelled", "OrderRejected", "OrderCancelled"})


class OrderPage(Page):
    """One order.

    Args:
        role: the reader's role.
        parent: the widget that owns it.

    Signals:
        back_asked(): go to the list.
        acted(): the primary action: go where the reader's move is made.
        place_asked(str): open another page of this order (``letter``, ``bast``, ``negotiation``).
    """

    back_asked = Signal()
    acted = Signal()
    place_asked = Signal(str)

    def __init__(self, role: Role, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setObjectName("order")
        self._role = role
        self._own = party_of(role)
        self._order: Order | None = None
        self.use_back(self.back_asked.emit)
        self.action = button("", "primary")
        self.action.setObjectName("order.action")
        self.action.clicked.connect(self.acted)
        self.history = button(self.tr("Lihat Riwayat Nego"), "link", "negotiation")
        self.history.setObjectName("order.negotiation")
        self.history.clicked.connect(lambda: self.place_asked.emit("negotiation"))
        self._steps = StepBar(self.tr("Perjalanan pesanan"))
        steps = Card()
        steps.add(self._steps)
        content = QWidget()
        inner = QVBoxLayout(content)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(theme.px(theme.GAP_12))
        inner.addWidget(steps)
        self._turn = Pill()
        self._turn.setObjectName("order.turn")
        self._duty_words = label("", wrap=True, selectable=True)
        self._duty_words.setObjectName("order.duty")
        move = QHBoxLayout()
        move.setSpacing(theme.px(theme.GAP_12))
        move.addWidget(self._turn)
        move.addWidget(self._duty_words, 1)
        move.addWidget(self.action)
        turn = Card()
        turn.body.addLayout(move)
        inner.addWidget(turn)
        self._timeline = Timeline(self.tr("Yang sudah terjadi"))
        events = Card(self.tr("Riwayat"))
        events.add(self._timeline)
        self._goods, self.documents = GoodsCard(budget_shown=role is not Role.PENYEDIA), DocumentsCard()
        self._goods.add_trailing(self.history)
        self.documents.opened.connect(self.place_asked)
        self.files = AttachmentsCard()
        self._places, self._payments = PlacesCard(), PaymentsCard()
        left = column(self._goods, self._places, self._payments, None, gap=theme.GAP_12)
        right = column(self.documents, self.files, events, None, gap=theme.GAP_12)
        area = Columns(left, right, side_width=_SIDE, main_width=_MAIN, scrolls=True)
        inner.addWidget(area, 1)
        self._stack = Layers()
        self._stack.addWidget(content)
        loading = label(self.tr("Memuat…"), "muted")
        loading.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack.addWidget(loading)
        self._stack.addWidget(QWidget())
        self.body.addWidget(self._stack, 1)

    # ---- showing

    def show_loading(self) -> None:
        """Say that something is on its way; nothing of another order stays on screen."""
        self._stack.setCurrentIndex(1)
        self.show_status(None)

    def show_order(self, file: OrderFile, now: datetime) -> None:
        """Show everything about an order."""
        fresh = self._order is None or self._order.id != file.order.id
        order = self._order = file.order
        self._stack.setCurrentIndex(0)
        number = fmt.order_number(order.number) if order.number else self.tr("belum bernomor")
        self.show_title(self.tr("Pesanan {number}").format(number=number))
        self.show_status(self._status_of(file))
        self._steps.show_steps(journey(order))
        self._show_turn(file, now)
        self._show_pending(file)
        self.action.setVisible(bool(file.place))
        self.action.setText(self._action_words(file.place))
        if fresh and file.place:
            self.action.setFocus()
        self.history.setVisible(bool(order.rounds) and file.place != "negotiation" and self._sees_rounds())
        self._goods.show_order(order)
        self.documents.show_order(order)
        self.files.show_attachments(order.id, order.attachments)
        self._places.show_order(order)
        self._payments.show_order(order)
        self._timeline.show_events([self._event(entry) for entry in reversed(order.history)])

    def show_missing(self) -> None:
        """Say that this order is not here."""
        self._order = None
        self._stack.setCurrentIndex(2)
        self.show_title(self.tr("Pesanan"))
        self.show_status(None)
        self.action.hide()
        self.show_banner(
            Tone.WARN, self.tr("Pesanan ini tidak ada pada akses Anda. Kembali ke daftar pesanan.")
        )

    def show_failure(self, error: Exception) -> None:
        """Say what did not work."""
        said = failure_words(error)
        if said is not None:
            show_failure(
                self, title=self.tr("Pesanan tidak dapat dibaca"), happened=said.happened, detail=said.detail
            )

    # ---- parts

    def _status_of(self, file: OrderFile) -> PillText:
        waiting = _waiting(file)
        if waiting:
            # What is shown counts the own deed in, but nothing is called done before the backend has said so.
            return PillText(deed_words(waiting[0]), Tone.WARN)
        order = file.order
        return PillText(order_label(order, self._own), state_tone(order.state, mine=file.mine))

    def _show_turn(self, file: OrderFile, now: datetime) -> None:
        order = file.order
        if order.state in ENDED:
            self._turn.show_pill(PillText(self.tr("Berakhir"), state_tone(order.state, mine=False)))
            reason = self.tr("Alasan: {reason}").format(reason=order.ended_reason)
            self._duty_words.setText(reason if order.ended_reason else order_label(order, self._own))
            return
        if any(deed.state is DeedState.PARKED for deed in file.pending):
            self._turn.show_pill(PillText(self.tr("Perlu jawaban Anda"), Tone.WARN))
            self._duty_words.setText(
                self.tr("Perbuatan Anda ditahan sampai Anda menjawabnya di Kotak Keluar.")
            )
            return
        if _waiting(file):
            self._turn.show_pill(PillText(self.tr("Menunggu peladen"), Tone.WARN))
            self._duty_words.setText(self.tr("Tidak ada yang perlu Anda lakukan sampai peladen menjawab."))
            return
        turn = turn_words(order.turn, order.turn if file.mine else Party.NOBODY)
        tone = due_tone(file.due, now) if file.mine else Tone.NEUTRAL
        if file.mine and tone is Tone.NEUTRAL:
            tone = Tone.ACCENT
        self._turn.show_pill(PillText(turn, tone))
        parts = [self._duty(order)]
        if file.due is not None:
            parts.append(self.tr("Batas: {due}.").format(due=due_words(file.due, now).text))
        self._duty_words.setText(" ".join(parts))

    def _show_pending(self, file: OrderFile) -> None:
        deed = file.unanswered
        waiting = _waiting(file)
        if deed is not None:
            why = outcome_sentence(deed.outcome) if deed.outcome is not None else deed.last_error
            text = self.tr("{deed}: {state}. {why}").format(
                deed=command_words(deed.command), state=deed_words(deed).lower(), why=why
            )
            tone = Tone.WARN if deed.state is DeedState.PARKED else Tone.BAD
            self.show_banner(tone, text, self.tr("Jawab di Kotak Keluar"))
        elif waiting:
            deeds = ", ".join(command_words(deed.command) for deed in waiting)
            state = deed_words(waiting[0]).lower()
            text = self.tr("{deeds}: {state}. Yang tampil sudah memperhitungkannya, tetapi belum dipastikan.")
            self.show_banner(Tone.WARN, text.format(deeds=deeds, state=state))
        else:
            self.show_banner(Tone.ACCENT, "")

    def _event(self, entry: HistoryEntry) -> TimelineEvent:
        note = entry.facts.get("note")
        who = f"{entry.by.name} ({role_label(entry.by.role)})" if entry.by.name else role_label(entry.by.role)
        tone = Tone.BAD if entry.event in _BAD_EVENTS else Tone.NEUTRAL
        if self._order is not None and entry.n == len(self._order.history) and tone is Tone.NEUTRAL:
            tone = Tone.ACCENT
        detail = f"“{note}”" if note and entry.event == "PricesOffered" else ""
        return TimelineEvent(event_words(entry), who, fmt.short_moment(entry.at), detail, tone)

    def _sees_rounds(self) -> bool:
        return self._role in {Role.PP, Role.PPK, Role.POKJA, Role.PENYEDIA}

    def _duty(self, order: Order) -> str:
        duties = {
            "WAIT_SELLER": self.tr("Penyedia menjawab tawaran pembeli."),
            "WAIT_BUYER": self.tr("Pembeli menjawab harga balasan."),
            "AGREED": self.tr("Pembeli meneruskan pesanan ke persetujuan PPK."),
            "WAITING_PPK_REVIEW": self.tr("PPK meninjau dan membuat Surat Pesanan."),
            "ESIGN_IN_PROGRESS": self.tr("PPK menandatangani Surat Pesanan."),
            "WAITING_SELLER_CONFIRMATION": self.tr("Penyedia menerima dan menandatangani Surat Pesanan."),
            "PROCESSING": self.tr("Penyedia mengirim barang."),
            "SHIPPING": self.tr("Barang dalam perjalanan; penyedia menandai tiba."),
            "ARRIVED": self.tr("PPK memeriksa barang."),
            "BAST_DRAFT": self.tr("PPK menerbitkan dan menandatangani BAST."),
            "WAIT_BAST_SELLER": self.tr("Penyedia menandatangani BAST."),
            "PAYMENT_PREPARATION": self.tr("PPK memilih metode pembayaran."),
            "WAIT_PAYMENT": self.tr("Bendahara membayar."),
            "PARTLY_PAID": self.tr("Bendahara membayar termin berikutnya."),
        }
        return duties.get(order.state.value, "")

    def _action_words(self, place: str) -> str:
        state = self._order.state.value if self._order is not None else ""
        if state == "WAITING_SELLER_CONFIRMATION":
            return self.tr("Terima Pesanan")
        if state == "AGREED":
            return self.tr("Teruskan pesanan")
        if state == "PAYMENT_PREPARATION":
            return self.tr("Pilih metode pembayaran")
        return {
            "checkout": self.tr("Lanjutkan checkout"),
            "negotiation": self.tr("Jawab negosiasi"),
            "approvals": self.tr("Tinjau Pesanan"),
            "letter": self.tr("Tanda tangani Surat Pesanan"),
            "shipping": self.tr("Kirim barang"),
            "receiving": self.tr("Periksa dan buat BAST"),
            "bast": self.tr("Tanda tangani BAST"),
            "payments": self.tr("Proses pembayaran"),
        }.get(place, "")


def _waiting(file: OrderFile) -> list[Deed]:
    return [deed for deed in file.pending if deed.state not in {DeedState.REFUSED, DeedState.CONFLICT}]
