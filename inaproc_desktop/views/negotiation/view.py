"""The negotiation page: the list, and one negotiation from the reader's seat."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inaproc_core.orders.model import HistoryEntry, Order, Round
from inaproc_core.orders.states import ENDED, Party, State
from inaproc_core.roles import Role
from inaproc_core.values import Rupiah
from inaproc_desktop.ports.data import DeedState
from inaproc_desktop.ports.ordering import Bargain, OrderRow, Preview, Reply
from inaproc_desktop.views import format as fmt
from inaproc_desktop.views import theme
from inaproc_desktop.views.negotiation.list import NegotiationList
from inaproc_desktop.views.negotiation.panel import BargainPanel
from inaproc_desktop.views.widgets import (
    Card,
    Columns,
    Page,
    Pill,
    PillText,
    StepBar,
    SummaryRow,
    SummaryRows,
    Timeline,
    TimelineEvent,
    Tone,
    VerdictCard,
    ask_reason,
    column,
    confirm,
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
    turn_words,
)
from inaproc_desktop.views.words.journey import due_pill, journey

_SIDE = 300
_MAIN = 640


class NegotiationPage(Page):
    """List and table of the negotiations of one access.

    Args:
        role: the reader's role, for names of columns and states.
        parent: the widget that owns it.

    Signals:
        order_chosen(str): open this negotiation; empty for the list.
        searched(str): narrow the list.
        edited(object, str): prices by item and note were typed.
        same_asked(), lower_asked(int): fill the column of new offers.
        sent(), agreed(), stopped(str), handed_over(), taken_back(): the moves.
    """

    order_chosen = Signal(str)
    searched = Signal(str)
    edited = Signal(object, str)
    same_asked = Signal()
    lower_asked = Signal(int)
    sent = Signal()
    agreed = Signal()
    stopped = Signal(str)
    handed_over = Signal()
    taken_back = Signal()

    def __init__(self, role: Role, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setObjectName("negotiation")
        self._role = role
        self._bargain: Bargain | None = None
        self._fresh = True
        self._due = Pill()
        self._due.setObjectName("negotiation.due")
        self.add_trailing(self._due)
        self.use_back(lambda: self.order_chosen.emit(""))
        self._stack = Layers()
        self.body.addWidget(self._stack, 1)
        self.list = NegotiationList(role)
        self.list.opened.connect(self.order_chosen)
        self.list.searched.connect(self.searched)
        self.use_filter(self.list.search)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._build_table())
        loading = label(self.tr("Memuat…"), "muted")
        loading.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack.addWidget(loading)
        self.banner_action.connect(self.taken_back)
        self._show_side(detail=False)

    # ---- building

    def _build_table(self) -> QWidget:
        self._steps = StepBar(self.tr("Perjalanan pesanan"))
        steps = Card()
        steps.add(self._steps)
        self.panel = BargainPanel()
        self.panel.edited.connect(self.edited)
        self.panel.same_asked.connect(self.same_asked)
        self.panel.lower_asked.connect(self.lower_asked)
        self.panel.send_asked.connect(self.sent)
        self.panel.agree_asked.connect(self._ask_agree)
        self.panel.stop_asked.connect(self._ask_stop)
        self.panel.hand_over_asked.connect(self._ask_hand_over)
        self._timeline = Timeline(self.tr("Riwayat negosiasi"))
        history = Card(self.tr("Riwayat"))
        history.add(self._timeline)
        self._money = SummaryRows()
        self._rup = label("", "small", wrap=True)
        self._budget = Card(self.tr("Anggaran"))
        self._budget.add(self._rup)
        self._budget.add(self._money)
        self._verdict = VerdictCard()
        self.files = AttachmentsCard()
        side = column(self._verdict, self._budget, self.files, history, gap=theme.GAP_12)
        self._columns = Columns(self.panel, side, side_width=_SIDE, main_width=_MAIN)
        return _stacked(steps, self._columns)

    # ---- showing

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold columns of the table where the window is narrow."""
        super().resizeEvent(event)
        self.panel.show_compact(self._is_narrow())
        self._show_head()

    def _is_narrow(self) -> bool:
        return self.width() < theme.px(_SIDE + _MAIN)

    def _show_head(self) -> None:
        bargain = self._bargain
        if bargain is None:
            return
        number, narrow = fmt.order_number(bargain.order.number), self._is_narrow()
        self.show_title(number if narrow else self.tr("Negosiasi {number}").format(number=number))
        self._due.show_pill(due_pill(bargain.due, self._now, short=narrow))

    def show_list(self, rows: Sequence[OrderRow], now: datetime, *, searching: bool) -> None:
        """Show the list of negotiations."""
        self._now = now
        self._bargain = None
        self._show_side(detail=False)
        self.show_title(self.tr("Negosiasi"))
        mine = sum(one.mine for one in rows)
        self.show_status(
            PillText(self.tr("{count} menunggu Anda").format(count=mine), Tone.ACCENT) if mine else None
        )
        self._due.show_pill(None)
        self.show_banner(Tone.ACCENT, "")
        self.list.show_rows(rows, now, searching=searching)
        if self._fresh and rows and not searching:
            self.list.table.focus_rows()
        self._fresh = False

    def show_loading(self) -> None:
        """Say that something is on its way; nothing of another order stays on screen."""
        self._stack.setCurrentIndex(2)
        self.show_status(None)
        self._due.show_pill(None)

    def show_bargain(self, bargain: Bargain, reply: Reply, now: datetime) -> None:
        """Show one negotiation with the reply being written."""
        self._now = now
        self._bargain = bargain
        self._show_side(detail=True)
        order = bargain.order
        self._show_head()
        self.show_status(self._status_of(bargain))
        self.show_note("")
        self._steps.show_steps(journey(order))
        self._show_banner_of(bargain, reply)
        self.panel.show_bargain(bargain, reply)
        self._timeline.show_events([self._event(*pair) for pair in _happened(order)])
        self._show_budget(bargain)
        self.files.show_attachments(order.id, order.attachments)

    def show_prices(self, prices: Mapping[str, Rupiah]) -> None:
        """Put prices into the column of new offers."""
        self.panel.show_prices(prices)

    def show_preview(self, preview: Preview) -> None:
        """Show problems and totals of what is typed."""
        self.panel.show_preview(preview)

    def show_saved(self, at: datetime | None) -> None:
        """Say when the reply was last kept."""
        kept = self.tr("Draf tersimpan {time}").format(time=fmt.time(at)) if at is not None else ""
        self.show_note(kept)

    def show_busy(self, busy: bool) -> None:
        """Keep the moves from being made twice."""
        self.panel.show_busy(busy)

    def show_missing(self) -> None:
        """Say that this order is not here."""
        self._show_side(detail=False)
        self.show_banner(
            Tone.WARN, self.tr("Negosiasi ini tidak ada pada akses Anda. Pilih negosiasi lain dari daftar.")
        )

    def show_failure(self, error: Exception) -> None:
        """Say what did not work; what was typed stays."""
        said = failure_words(error)
        if said is not None:
            show_failure(
                self,
                title=self.tr("Belum terkirim"),
                happened=said.happened,
                kept=self.tr("Harga dan catatan yang Anda tulis tersimpan sebagai draf."),
                detail=said.detail,
            )

    # ---- questions

    def _ask_agree(self) -> None:
        bargain = self._bargain
        if bargain is None or bargain.theirs is None:
            return
        total = fmt.rupiah(bargain.theirs.totals.total)
        share = fmt.percent(basis_points=bargain.theirs.saved_basis_points)
        confirm(
            self,
            title=self.tr("Setujui harga ini?"),
            text=self.tr(
                "Total {total}, hemat {share} dari harga tayang. Setelah disetujui, harga tidak dapat diubah."
            ).format(total=total, share=share),
            confirm=self.tr("Setujui"),
            on_yes=self.agreed.emit,
        )

    def _ask_stop(self) -> None:
        vendor = self._role is Role.PENYEDIA
        ask_reason(
            self,
            title=self.tr("Tolak negosiasi?") if vendor else self.tr("Batalkan negosiasi?"),
            text=self.tr("Pesanan berakhir dan anggaran yang ditahan dilepas. Ini tidak dapat diurungkan."),
            confirm=self.tr("Tolak") if vendor else self.tr("Batalkan Nego"),
            harmful=True,
            on_reason=self.stopped.emit,
        )

    def _ask_hand_over(self) -> None:
        alone = self._role is not Role.PP
        confirm(
            self,
            title=self.tr("Lanjut proses pesanan?") if alone else self.tr("Ajukan ke PPK?"),
            text=self.tr("Pesanan masuk Daftar Persetujuan PPK dengan harga yang disepakati."),
            confirm=self.tr("Lanjutkan") if alone else self.tr("Ajukan"),
            on_yes=self.handed_over.emit,
        )

    # ---- parts

    _now: datetime

    def _show_side(self, *, detail: bool) -> None:
        self._stack.setCurrentIndex(1 if detail else 0)
        self._back.setVisible(detail)
        self._fresh = self._fresh or detail

    def _status_of(self, bargain: Bargain) -> PillText:
        order = bargain.order
        if bargain.waiting is not None:
            return PillText(deed_words(bargain.waiting), Tone.WARN)
        if order.state in {State.WAIT_SELLER, State.WAIT_BUYER}:
            turn = turn_words(order.turn, order.turn if bargain.my_move else Party.NOBODY)
            text = self.tr("Putaran {no} · {turn}").format(
                no=bargain.round_no, turn=turn[:1].lower() + turn[1:]
            )
            return PillText(text, Tone.ACCENT if bargain.my_move else Tone.NEUTRAL)
        failed = order.state in ENDED and order.state is not State.COMPLETED
        tone = Tone.BAD if failed else Tone.OK
        return PillText(order_label(order, party_of(self._role)), tone)

    def _show_banner_of(self, bargain: Bargain, reply: Reply) -> None:
        if bargain.waiting is not None:
            deed = bargain.waiting
            withdraw = (
                self.tr("Tarik kembali") if deed.state is DeedState.WAITING and not deed.uncertain else ""
            )
            text = self.tr("{deed}: {state}. Dikirim sendiri begitu tersambung, paling lambat {until}.")
            until = fmt.short_moment(bargain.due.at) if bargain.due is not None else "—"
            words = text.format(deed=command_words(deed.command), state=deed_words(deed).lower(), until=until)
            self.show_banner(Tone.WARN, words, withdraw)
        elif bargain.refused is not None and bargain.refused.outcome is not None:
            why = outcome_sentence(bargain.refused.outcome)
            text = self.tr("{deed} tidak diterima: {why} Isian Anda masih ada di bawah.")
            self.show_banner(
                Tone.BAD, text.format(deed=command_words(bargain.refused.command), why=_sentence(why))
            )
        elif bargain.my_move and reply.prices and reply.round_no != bargain.round_no:
            text = self.tr("Isian Anda dari putaran {no}. Pihak lain sudah menjawab: periksa lagi angkanya.")
            self.show_banner(Tone.WARN, text.format(no=reply.round_no))
        else:
            self.show_banner(Tone.ACCENT, "")

    def _show_budget(self, bargain: Bargain) -> None:
        rup, verdict = bargain.rup, bargain.verdict
        self._budget.setVisible(rup is not None)
        if rup is not None:
            self._rup.setText(f"{rup.code} · {rup.name}")
            self._money.show_rows(
                [
                    SummaryRow(self.tr("Pagu"), fmt.rupiah(rup.pagu)),
                    SummaryRow(self.tr("Sisa pagu"), fmt.rupiah(rup.remaining), "strong"),
                ]
            )
        if verdict is None:
            self._verdict.show_verdict(Tone.NEUTRAL, "")
            return
        sign = ">" if verdict.is_over else "≤"
        roles = ", ".join(sorted(role.value for role in verdict.allowed))
        self._verdict.show_verdict(
            Tone.OK if bargain.order.buyer.role in verdict.allowed else Tone.WARN,
            self.tr("Dapat diproses {roles}").format(roles=roles),
            self.tr("{total} {sign} {limit}, dihitung dari harga tayang.").format(
                total=fmt.rupiah(verdict.total), sign=sign, limit=fmt.rupiah(verdict.limit)
            ),
        )

    def _event(self, entry: HistoryEntry, offer: Round | None) -> TimelineEvent:
        order = self._bargain.order if self._bargain is not None else None
        when = fmt.short_moment(entry.at)
        if offer is None or order is None or order.listed is None:
            return TimelineEvent(event_words(entry), entry.by.name, when)
        share = fmt.share(offer.total - order.listed.total, order.listed.total, decimals=1)
        detail = self.tr("{share} dari harga tayang").format(share=share)
        if offer.note:
            detail += f"\n“{offer.note}”"
        own = Party.VENDOR if self._role is Role.PENYEDIA else Party.BUYER
        mine = offer.party is own and self._bargain is not None and self._bargain.seat is own
        if mine:
            what = self.tr("Anda menawar")
        elif offer.party is Party.VENDOR:
            what = self.tr("Penyedia membalas")
        else:
            what = self.tr("Pembeli menawar")
        return TimelineEvent(what, "", when, detail, Tone.ACCENT if mine else Tone.NEUTRAL)


def _happened(order: Order) -> list[tuple[HistoryEntry, Round | None]]:
    """The negotiation's part of the timeline, newest first, each offer with its round."""
    rounds = iter(order.rounds)
    offers = {"NegotiationOpened", "PricesOffered"}
    shown = offers | {"PricesAgreed", "NegotiationCancelled", "ReturnedToBuyer", "SubmittedForReview"}
    found = [
        (entry, next(rounds, None) if entry.event in offers else None)
        for entry in order.history
        if entry.event in shown
    ]
    return found[::-1]


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."


def _stacked(*widgets: QWidget) -> QWidget:
    box = QWidget()
    layout = QVBoxLayout(box)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(theme.px(theme.GAP_12))
    for at, widget in enumerate(widgets):
        layout.addWidget(widget, 1 if at == len(widgets) - 1 and len(widgets) > 1 else 0)
    return box
