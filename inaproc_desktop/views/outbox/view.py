"""Kotak Keluar: every deed in words, where it stands and since when; a refused one stays until answered."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inaproc_core.errors import Refusal
from inaproc_core.orders.states import Party
from inaproc_desktop.ports.data import Link
from inaproc_desktop.ports.outgoing import CardFile, Choice, DeedRow, OutboxContent
from inaproc_desktop.views import theme
from inaproc_desktop.views.outbox import words
from inaproc_desktop.views.outbox.card import DeedCard
from inaproc_desktop.views.widgets import (
    Card,
    Column,
    EmptyState,
    EmptyText,
    Option,
    Page,
    PillText,
    Table,
    Tone,
    button,
    column,
    confirm,
    label,
    show_failure,
)
from inaproc_desktop.views.widgets.banner import Banner
from inaproc_desktop.views.widgets.layers import Layers
from inaproc_desktop.views.widgets.master_detail import MasterDetail
from inaproc_desktop.views.widgets.parts import show_or_hide
from inaproc_desktop.views.widgets.proof import ProofDialog
from inaproc_desktop.views.words import age_words, command_words, failure_words, standing_pill

_LIST = 460


class OutboxPage(Page):
    """The page.

    Signals:
        send_asked(): try to send now.
        deed_chosen(str): show the card of this deed.
        answered(str): a ``Choice`` for the deed that is shown.
        merge_asked(object): keys of the rows to take from mine.
        order_asked(): open the order of the deed that is shown.
        proof_given(str, str): code and password for a held deed.
        deletions_agreed(): apply what the backend would delete at once.
    """

    send_asked = Signal()
    deed_chosen = Signal(str)
    answered = Signal(str)
    merge_asked = Signal(object)
    order_asked = Signal()
    proof_given = Signal(str, str)
    deletions_agreed = Signal()

    def __init__(self, party: Party = Party.NOBODY, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setObjectName("outbox")
        self.show_title(self.tr("Kotak Keluar"))
        self._now: datetime | None = None
        self._parked: Refusal | None = None
        self._content = OutboxContent(unsettled=(), settled=())
        self._proof: ProofDialog | None = None
        self.send = button(self.tr("Kirim sekarang"), icon="sync")
        self.send.setObjectName("outbox.send_all")
        self.send.clicked.connect(self.send_asked)
        self.add_trailing(self.send)
        self.held_back = Banner(Tone.WARN)
        self.held_back.setObjectName("outbox.held_back")
        self.held_back.action.connect(self.deletions_agreed)
        self.body.addWidget(self.held_back)
        self.listing = self._table(self.tr("Belum selesai"), "outbox.open")
        self.listing.show_empty(
            EmptyText(
                self.tr("Semua sudah terkirim"),
                self.tr("Yang Anda kerjakan saat luring akan menunggu di sini sampai dijawab peladen."),
            )
        )
        self.settled = self._table(self.tr("Sudah diterima"), "outbox.settled")
        self.settled.show_empty(EmptyText(self.tr("Belum ada yang diterima pada perangkat ini")))
        self._upper = Card(self.tr("Belum selesai"), padded=False)
        self._upper.add(self.listing, 1)
        self._lower = Card(self.tr("Sudah diterima"), padded=False)
        self._lower.add(self.settled, 1)
        self._others = label("", "muted", wrap=True)
        self._others.setObjectName("outbox.others")
        master = column(gap=theme.GAP_12)
        lists = master.layout()
        assert isinstance(lists, QVBoxLayout)
        lists.addWidget(self._upper, 3)
        lists.addWidget(self._lower, 1)
        lists.addWidget(self._others)
        self.card = DeedCard(party)
        self.card.chosen.connect(self._on_choice)
        self.card.merge_asked.connect(self.merge_asked)
        self.card.order_asked.connect(self.order_asked)
        self._layers = Layers()
        self._layers.addWidget(self.card)
        self._layers.addWidget(
            EmptyState(
                EmptyText(
                    self.tr("Tidak ada yang perlu dijawab"),
                    self.tr("Pilih satu perbuatan di daftar untuk melihat isinya dan jawabannya."),
                ),
                "outbox",
            )
        )
        self._layers.setCurrentIndex(1)
        self._both = MasterDetail("outbox", self.tr("Perbuatan"), master, self._layers, _LIST)
        self._both.chosen.connect(self.deed_chosen)
        self.body.addWidget(self._both, 1)

    # ---- showing

    def show_content(self, content: OutboxContent, link: Link, now: datetime) -> None:
        """Show every deed and the state of the link."""
        self._now = now
        self._parked = link.understanding.parked
        self._content = content
        self.show_status(self._summary(content, link))
        self._show_held_back(link.held_back)
        self.send.setEnabled(bool(content.waiting) and not link.syncing)
        self._upper.show_note(self.tr("{count} perbuatan").format(count=len(content.unsettled)))
        self.listing.show_rows(content.unsettled)
        self.settled.show_rows(content.settled)
        self._both.show_choices(
            [
                Option(row.id, command_words(row.deed.command), words.subject(row))
                for row in (*content.unsettled, *content.settled)
            ]
        )
        said = self.tr("{count} perbuatan orang lain di komputer ini menunggu pemiliknya masuk.")
        self._others.setText(said.format(count=link.others) if link.others else "")
        show_or_hide(self._others, bool(link.others))

    def _show_held_back(self, rows: int) -> None:
        said = self.tr(
            "Peladen meminta {count} baris dihapus sekaligus dari perangkat ini. Itu tidak biasa, jadi belum"
            " diterapkan dan ditanyakan lagi; data yang Anda lihat tetap yang lama. Tanyakan kepada admin,"
            " atau terapkan bila memang benar."
        )
        text = said.format(count=rows) if rows else ""
        self.held_back.show_text(Tone.WARN, text, self.tr("Terapkan penghapusan") if rows else "")

    def show_card(self, file: CardFile | None, link: Link, now: datetime) -> None:
        """Show one deed beside the list, or none."""
        self._layers.setCurrentIndex(1 if file is None else 0)
        if file is None:
            return
        self.card.show_card(file, link, now)
        shown = file.row.id
        self._both.show_choice(shown)
        open_one = any(row.id == shown for row in self._content.unsettled)
        chosen, other = (self.listing, self.settled) if open_one else (self.settled, self.listing)
        if chosen.chosen_id() != shown:
            chosen.choose(shown)
        other.clear_choice()

    def show_time(self, now: datetime) -> None:
        """Say the ages again."""
        self._now = now
        self.listing.show_rows(self._content.unsettled)
        self.settled.show_rows(self._content.settled)
        self.card.show_time(now)

    def show_busy(self, busy: bool) -> None:
        """Keep a choice from being made twice."""
        self.card.setEnabled(not busy)

    def ask_proof(self) -> None:
        """Ask the person to prove presence."""
        dialog = ProofDialog(self, "outbox")
        dialog.given.connect(self.proof_given)
        dialog.finished.connect(self._on_proof_closed)
        self._proof = dialog
        dialog.open()

    def show_proof_refused(self, error: Exception) -> None:
        """Say why the proof was not taken; it is asked for again."""
        said = failure_words(error)
        if self._proof is not None and said is not None:
            self._proof.show_refused(said.happened)

    def end_proof(self) -> None:
        """Close the question for a proof."""
        if self._proof is not None:
            self._proof.accept()

    def show_failure(self, error: Exception) -> None:
        """Say what did not work."""
        said = failure_words(error)
        if said is not None:
            show_failure(
                self,
                title=self.tr("Tidak dapat dikerjakan"),
                happened=said.happened,
                kept=self.tr("Perbuatan ini tetap ada di Kotak Keluar."),
                detail=said.detail,
            )

    # ---- parts

    def _table(self, name: str, object_name: str) -> Table:
        columns: list[Column[DeedRow]] = [
            Column(
                key="what",
                title=self.tr("Perbuatan"),
                text=lambda row: command_words(row.deed.command),
                secondary=lambda row: words.reason(row, self._parked),
                width=170,
                stretch=True,
                strong=True,
                tooltip=lambda row: f"{words.about(row)}\n{words.reason(row, self._parked)}",
            ),
            Column(
                key="state",
                title=self.tr("Keadaan"),
                text=lambda row: age_words(row.deed.made_at, self._now) if self._now else "",
                pill=lambda row: standing_pill(row.standing),
                width=200,
                sort_key=lambda row: row.deed.made_at.timestamp(),
            ),
        ]
        table = Table(name, columns, row_id=lambda row: row.id, lines=2, key=object_name)
        table.setObjectName(object_name)
        table.chosen.connect(self._on_chosen)
        table.opened.connect(lambda _row_id: self.order_asked.emit())
        return table

    def _summary(self, content: OutboxContent, link: Link) -> PillText:
        waiting = content.waiting
        if content.attention:
            return PillText(self.tr("{count} perlu jawaban Anda").format(count=content.attention), Tone.BAD)
        if waiting and link.understanding.parked is not None:
            return PillText(self.tr("Versi tidak cocok: {count} menunggu").format(count=waiting), Tone.WARN)
        if waiting and not link.online:
            return PillText(self.tr("Luring: {count} menunggu tautan").format(count=waiting), Tone.WARN)
        if waiting:
            return PillText(self.tr("{count} sedang dikirim").format(count=waiting), Tone.ACCENT)
        return PillText(self.tr("Semua terkirim"), Tone.OK)

    def _on_chosen(self, cmd_id: str) -> None:
        if cmd_id:
            self.deed_chosen.emit(cmd_id)

    def _on_choice(self, choice: str) -> None:
        match Choice(choice):
            case Choice.COPY:
                QGuiApplication.clipboard().setText(self.card.copied())
            case Choice.WITHDRAW:
                self._ask(
                    self.tr("Tarik kembali?"),
                    self.tr("Perbuatan ini tidak akan dikirim lagi."),
                    self.tr("Tarik kembali"),
                    choice,
                )
            case Choice.AGAIN:
                self._ask(
                    self.tr("Ajukan lagi milik Anda?"),
                    self.tr("Dikirim sebagai perbuatan baru atas keadaan pesanan sekarang."),
                    self.tr("Ajukan lagi"),
                    choice,
                )
            case _:
                self.answered.emit(choice)

    def _ask(self, title: str, text: str, agree: str, choice: str) -> None:
        confirm(self, title=title, text=text, confirm=agree, on_yes=lambda: self.answered.emit(choice))

    def _on_proof_closed(self, _result: int) -> None:
        self._proof = None
