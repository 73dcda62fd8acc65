"""The queue: filters, what waits with its clock, and the way to many decisions at once."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inaproc_core.registration.forms import RegistrationRules
from inaproc_core.registration.vocabulary import RequestStatus
from inaproc_desktop.ports.desk import ACCESS, PROFILE, WAITING, QueueFilter, QueueList, QueueRow
from inaproc_desktop.views import format as fmt
from inaproc_desktop.views import theme
from inaproc_desktop.views.verification.words import row_hints
from inaproc_desktop.views.widgets import (
    Align,
    Card,
    Column,
    ComboField,
    EmptyText,
    Option,
    PillText,
    SearchField,
    Table,
    Tone,
    button,
    row,
)
from inaproc_desktop.views.words.desk import clock_pill, request_pill, short_kind

_ANY = "*"


class QueuePanel(QWidget):
    """The list at the left of the desk.

    Args:
        company: the desk of an Admin Perusahaan: only requests of Anggota.
        parent: the widget that owns it.

    Signals:
        filtered(object): a ``QueueFilter``.
        chosen(str): another row became current.
        opened(str): a row was opened with Enter or a double click.
        more_asked(): the next rows are wanted.
        many_asked(): approve the clean ones together.
    """

    filtered = Signal(object)
    chosen = Signal(str)
    opened = Signal(str)
    more_asked = Signal()
    many_asked = Signal()

    def __init__(self, *, company: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now: datetime | None = None
        self._rules: RegistrationRules | None = None
        self.search = SearchField(self.tr("Cari permohonan"), placeholder=self.tr("Nama, nomor, satker…"))
        self.search.setObjectName("verification.search")
        self.search.search_asked.connect(lambda _text: self._tell())
        self.what = ComboField(self.tr("Jenis"), label_visible=False)
        self.what.setObjectName("verification.what")
        self.what.show_options(
            [
                Option(_ANY, self.tr("Profil dan akses")),
                Option(PROFILE, self.tr("Profil saja")),
                Option(ACCESS, self.tr("Akses saja")),
            ]
        )
        self.what.show_value(_ANY)
        if company:
            self.what.hide()
        self.status = ComboField(self.tr("Status"), label_visible=False)
        self.status.setObjectName("verification.status")
        self.status.show_options(
            [
                Option(WAITING, self.tr("Menunggu")),
                Option(RequestStatus.NEEDS_FIX.value, self.tr("Perlu perbaikan")),
                Option(RequestStatus.APPROVED.value, self.tr("Disetujui")),
                Option(RequestStatus.REJECTED.value, self.tr("Ditolak")),
                Option(_ANY, self.tr("Semua")),
            ]
        )
        self.status.show_value(WAITING)
        for field in (self.what, self.status):
            field.changed.connect(lambda _value: self._tell())
        self.table = self._build_table()
        self.search.list_asked.connect(self.table.focus_rows)
        self.more = button("", "link")
        self.more.setObjectName("verification.more")
        self.more.clicked.connect(self.more_asked)
        self.more.hide()
        self.many = button("", "", "check")
        self.many.setObjectName("verification.many")
        self.many.clicked.connect(self.many_asked)
        self.many.hide()
        card = Card(padded=False)
        card.add(self.table, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(theme.GAP_8))
        layout.addWidget(self.search)
        layout.addWidget(row(self.what, self.status, gap=theme.GAP_8))
        layout.addWidget(card, 1)
        layout.addWidget(self.more)
        layout.addWidget(self.many)

    def _build_table(self) -> Table:
        columns: list[Column[QueueRow]] = [
            Column(
                key="who",
                title=self.tr("Pemohon"),
                text=lambda one: one.name,
                secondary=self._what_words,
                tooltip=self._tooltip,
                width=150,
                stretch=True,
                strong=True,
            ),
            Column(
                key="due",
                title=self.tr("Batas waktu"),
                text=self._due_words,
                tone=self._due_tone,
                pill=self._loudest_hint,
                align=Align.RIGHT,
                width=138,
            ),
        ]
        table = Table(
            self.tr("Antrean verifikasi"),
            columns,
            row_id=lambda one: str(one.item_id),
            lines=2,
            key="verification.queue",
            empty=self._nothing_waits(),
        )
        table.setObjectName("verification.queue")
        table.chosen.connect(self.chosen)
        table.opened.connect(self.opened)
        table.filter_asked.connect(self.search.focus_editor)
        return table

    # ---- showing

    def show_queue(self, queue: QueueList, now: datetime, rules: RegistrationRules) -> None:
        """Show what is here of the queue; the chosen row stays."""
        self._now, self._rules = now, rules
        self.table.show_empty(self._nothing_found() if self._is_filtered() else self._nothing_waits())
        self.table.show_rows(queue.rows)
        left = queue.total - len(queue.rows)
        self.more.setVisible(bool(queue.next_cursor))
        self.more.setText(self.tr("Muat berikutnya ({count} lagi)").format(count=max(left, 1)))
        clean = sum(one.clean for one in queue.rows)
        self.many.setVisible(clean > 1)
        self.many.setText(self.tr("Setujui {count} yang bersih…").format(count=clean))

    def walk(self, step: int) -> None:
        """Go to the next row, or back."""
        rows = [one.item_id for one in self.table.rows()]
        if not rows:
            return
        here = self.table.chosen_id()
        at = rows.index(here) + step if here in rows else 0
        self.table.choose(rows[min(max(at, 0), len(rows) - 1)])

    def asked(self) -> QueueFilter:
        """Return the filter as it stands."""
        what, status = self.what.value() or _ANY, self.status.value() or _ANY
        return QueueFilter(
            what="" if what == _ANY else what,
            status="" if status == _ANY else status,
            text=self.search.value(),
        )

    # ---- inside

    def _tell(self) -> None:
        self.filtered.emit(self.asked())

    def _is_filtered(self) -> bool:
        return self.asked() != QueueFilter()

    def _what_words(self, one: QueueRow) -> str:
        kind = short_kind(self._rules, one.kind) if self._rules is not None else one.kind
        return " · ".join(part for part in (kind, one.office) if part)

    def _tooltip(self, one: QueueRow) -> str:
        sent = self.tr("Dikirim {when}").format(when=fmt.moment(one.sent_at))
        lines = [one.name, one.masked_id, self._what_words(one), sent]
        if one.attempts > 1:
            lines.append(self.tr("Pengiriman ke-{count}").format(count=one.attempts))
        return "\n".join(line for line in [*lines, *(pill.text for pill in row_hints(one))] if line)

    def _due(self, one: QueueRow) -> PillText | None:
        if one.status != WAITING:
            return request_pill(one.status)
        return clock_pill(one.due_at, self._now) if self._now is not None else None

    def _due_words(self, one: QueueRow) -> str:
        due = self._due(one)
        return due.text if due is not None else "—"

    def _due_tone(self, one: QueueRow) -> Tone | None:
        due = self._due(one)
        return None if due is None or due.tone is Tone.NEUTRAL else due.tone

    def _loudest_hint(self, one: QueueRow) -> PillText | None:
        hints = row_hints(one)
        return hints[0] if hints else None

    def _nothing_waits(self) -> EmptyText:
        return EmptyText(
            self.tr("Tidak ada yang menunggu"),
            self.tr("Permohonan baru muncul di sini dengan sendirinya."),
        )

    def _nothing_found(self) -> EmptyText:
        return EmptyText(self.tr("Tidak ada yang cocok"), self.tr("Ubah saringan atau kata pencarian."))
