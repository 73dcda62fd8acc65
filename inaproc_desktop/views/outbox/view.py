"""Kotak Keluar: every queued deed in words, its state and age; refused ones stay until they are answered."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from inaproc_core.errors import Refusal
from inaproc_desktop.ports.data import Deed, DeedState, Link
from inaproc_desktop.views import format as fmt
from inaproc_desktop.views.widgets import (
    Card,
    Column,
    EmptyText,
    Page,
    PillText,
    Table,
    Tone,
    button,
    confirm,
    label,
    row,
    show_failure,
)
from inaproc_desktop.views.words import (
    command_words,
    deed_state_words,
    failure_words,
    outcome_sentence,
    refusal_sentence,
    sentence,
    world_sentence,
)

_TONES = {
    DeedState.WAITING: Tone.WARN,
    DeedState.SENDING: Tone.ACCENT,
    DeedState.REFUSED: Tone.BAD,
    DeedState.CONFLICT: Tone.BAD,
    DeedState.PARKED: Tone.WARN,
    DeedState.ACCEPTED: Tone.OK,
}


class OutboxPage(Page):
    """The page.

    Signals:
        send_asked(): try to send now.
        order_chosen(str): open the order of a deed.
        dismissed(str): put this refused deed away.
        withdrawn(str): take this unsent deed back.
        correction_asked(str): go where this refused or held deed can be put right.
    """

    send_asked = Signal()
    order_chosen = Signal(str)
    dismissed = Signal(str)
    withdrawn = Signal(str)
    correction_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setObjectName("outbox")
        self.show_title(self.tr("Kotak Keluar"))
        self._now: datetime | None = None
        self._parked: Refusal | None = None
        self._deeds: dict[str, Deed] = {}
        self.send = button(self.tr("Kirim sekarang"), icon="sync")
        self.send.setObjectName("outbox.send")
        self.send.clicked.connect(self.send_asked)
        self.add_trailing(self.send)
        self.open = self._table(self.tr("Belum selesai"), "outbox.open")
        self.open.show_empty(
            EmptyText(
                self.tr("Semua sudah terkirim"),
                self.tr("Yang Anda kerjakan saat luring akan menunggu di sini sampai dijawab peladen."),
            )
        )
        self.open.chosen.connect(self._on_chosen)
        self.settled = self._table(self.tr("Sudah diterima"), "outbox.settled")
        self.settled.show_empty(EmptyText(self.tr("Belum ada yang diterima pada perangkat ini")))
        self._why = label("", "muted", wrap=True, selectable=True)
        self._why.setObjectName("outbox.why")
        self.correct = button(self.tr("Perbaiki…"), icon="edit")
        self.correct.setObjectName("outbox.correct")
        self.correct.clicked.connect(lambda: self.correction_asked.emit(self.open.chosen_id()))
        self.show_order = button(self.tr("Buka pesanan"), icon="order")
        self.show_order.setObjectName("outbox.order")
        self.show_order.clicked.connect(lambda: self._emit_order(self.open.chosen_id()))
        self.take_back = button(self.tr("Tarik kembali…"), icon="undo")
        self.take_back.setObjectName("outbox.withdraw")
        self.take_back.clicked.connect(self._ask_withdraw)
        self.put_away = button(self.tr("Sudah saya baca"), icon="check")
        self.put_away.setObjectName("outbox.dismiss")
        self.put_away.clicked.connect(lambda: self.dismissed.emit(self.open.chosen_id()))
        upper = Card(self.tr("Belum selesai"), padded=False)
        upper.add(self.open, 1)
        self.body.addWidget(upper, 3)
        self.body.addWidget(self._why)
        self.body.addWidget(row(self.correct, self.put_away, self.take_back, self.show_order, None))
        lower = Card(self.tr("Sudah diterima"), padded=False)
        lower.add(self.settled, 1)
        self.body.addWidget(lower, 2)
        self._on_chosen("")

    def show_deeds(
        self,
        unsettled: tuple[Deed, ...],
        settled: tuple[Deed, ...],
        attention: int,
        link: Link,
        now: datetime,
    ) -> None:
        """Show every deed and the state of the link; ``attention`` of them wait for the person."""
        self._now = now
        self._parked = link.understanding.parked
        self._deeds = {deed.cmd_id: deed for deed in unsettled}
        self.show_status(self._summary(len(unsettled), attention, link))
        self.send.setEnabled(bool(unsettled))
        self.open.show_rows(unsettled)
        self.settled.show_rows(settled)
        self._on_chosen(self.open.chosen_id())

    def show_failure(self, error: Exception) -> None:
        """Say what did not work."""
        said = failure_words(error)
        if said is not None:
            show_failure(
                self, title=self.tr("Tidak dapat dikerjakan"), happened=said.happened, detail=said.detail
            )

    def _table(self, name: str, object_name: str) -> Table:
        columns: list[Column[Deed]] = [
            Column(
                key="what",
                title=self.tr("Perbuatan"),
                text=lambda deed: command_words(deed.command),
                secondary=self._reason,
                width=220,
                stretch=True,
                strong=True,
            ),
            Column(
                key="order",
                title=self.tr("Pesanan"),
                text=lambda deed: (
                    fmt.order_number(deed.order_number) if deed.order_number else self.tr("belum bernomor")
                ),
                width=150,
                tooltip=lambda deed: deed.order_number,
            ),
            Column(
                key="when",
                title=self.tr("Dibuat"),
                text=lambda deed: fmt.recent(deed.made_at, self._now) if self._now else "",
                secondary=self._tries,
                width=130,
                sort_key=lambda deed: deed.made_at.timestamp(),
            ),
            Column(
                key="state",
                title=self.tr("Keadaan"),
                text=lambda _deed: "",
                pill=lambda deed: PillText(deed_state_words(deed.state), _TONES[deed.state]),
                width=230,
            ),
        ]
        table = Table(name, columns, row_id=lambda deed: deed.cmd_id, lines=2, key=object_name)
        table.setObjectName(object_name)
        table.opened.connect(self._emit_order)
        return table

    def _summary(self, unsettled: int, attention: int, link: Link) -> PillText:
        if attention:
            return PillText(self.tr("{count} perlu jawaban Anda").format(count=attention), Tone.BAD)
        if unsettled and link.understanding.parked is not None:
            return PillText(self.tr("Versi tidak cocok: {count} menunggu").format(count=unsettled), Tone.WARN)
        if unsettled and not link.online:
            return PillText(self.tr("Luring: {count} menunggu").format(count=unsettled), Tone.WARN)
        if unsettled:
            return PillText(self.tr("{count} sedang dikirim").format(count=unsettled), Tone.ACCENT)
        return PillText(self.tr("Semua terkirim"), Tone.OK)

    def _reason(self, deed: Deed) -> str:
        if deed.outcome is not None and deed.outcome.outcome != "ok":
            return outcome_sentence(deed.outcome)
        if self._parked is not None and deed.state is DeedState.WAITING:
            return refusal_sentence(self._parked)
        if deed.predicted is not None:
            said = refusal_sentence(deed.predicted)
            return self.tr("Kemungkinan ditolak: {reason}").format(reason=said)
        if not deed.last_error:
            return ""
        return sentence(deed.last_error) or world_sentence(deed.last_error)

    def _tries(self, deed: Deed) -> str:
        return self.tr("{count} kali dicoba").format(count=deed.attempts) if deed.attempts else ""

    def _on_chosen(self, cmd_id: str) -> None:
        deed = self._deeds.get(cmd_id)
        self._why.setText(self._reason(deed) if deed is not None else "")
        self._why.setVisible(bool(self._why.text()))
        self.show_order.setEnabled(deed is not None)
        state = deed.state if deed is not None else None
        self.correct.setText(self.tr("Lanjutkan…") if state is DeedState.PARKED else self.tr("Perbaiki…"))
        self.correct.setEnabled(state in {DeedState.REFUSED, DeedState.CONFLICT, DeedState.PARKED})
        self.take_back.setEnabled(state in {DeedState.WAITING, DeedState.PARKED})
        self.put_away.setEnabled(state in {DeedState.REFUSED, DeedState.CONFLICT})

    def _emit_order(self, cmd_id: str) -> None:
        deed = self._deeds.get(cmd_id) or self.settled.row(cmd_id)
        if deed is not None:
            self.order_chosen.emit(deed.order_id)

    def _ask_withdraw(self) -> None:
        deed = self._deeds.get(self.open.chosen_id())
        if deed is None:
            return
        confirm(
            self,
            title=self.tr("Tarik kembali?"),
            text=self.tr("“{what}” belum dikirim dan tidak akan dikirim lagi.").format(
                what=command_words(deed.command)
            ),
            confirm=self.tr("Tarik kembali"),
            on_yes=lambda: self.withdrawn.emit(deed.cmd_id),
        )
