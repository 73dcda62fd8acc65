"""Pemeriksaan Tepat Guna: when it was finished, three statements, and what a delay costs."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from inaproc_core.errors import Refusal
from inaproc_core.orders.offline import DeedClass
from inaproc_desktop.ports.finishing import InspectForm, Lateness, ReceivingFile
from inaproc_desktop.views import format as fmt
from inaproc_desktop.views.widgets import (
    Card,
    CheckField,
    DateField,
    Field,
    MultilineField,
    Tone,
    VerdictCard,
    button,
    column,
    label,
    row,
)
from inaproc_desktop.views.widgets.open_or_not import say_why
from inaproc_desktop.views.words import refusal_sentence
from inaproc_desktop.views.words.offline import reason_without_link


class InspectCard(Card):
    """The inspection being filled in.

    Attributes:
        deed: its button and what is wrong, for the page to keep in sight.

    Signals:
        edited(object): an ``InspectForm``.
        sent(object): an ``InspectForm`` with a date.
    """

    edited = Signal(object)
    sent = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.show_title(self.tr("Pemeriksaan Tepat Guna"))
        self._for = ""
        self._online = True
        self._busy = False
        self.finished = DateField(self.tr("Tanggal selesai"), required=True)
        self.finished.setObjectName("receiving.finished_on")
        self.function = CheckField(self.tr("Barang berfungsi dan sesuai spesifikasi."))
        self.function.setObjectName("receiving.function_ok")
        self.quantity = CheckField(self.tr("Jumlah barang sesuai pesanan."))
        self.quantity.setObjectName("receiving.quantity_ok")
        self.time = CheckField(self.tr("Barang diterima tepat waktu."))
        self.time.setObjectName("receiving.time_ok")
        self.note = MultilineField(self.tr("Catatan"), max_length=1000, lines=2)
        self.note.setObjectName("receiving.note")
        self.late = VerdictCard()
        self.late.setObjectName("receiving.late")
        self.problem = label("", "error", wrap=True)
        self.problem.setObjectName("receiving.problem")
        self.why = label("", "warn", wrap=True)
        self.send = button(self.tr("Simpan Pemeriksaan dan Lanjut ke BAST"), "primary", "check")
        self.send.setObjectName("receiving.inspect")
        for widget in (
            row(self.finished, None, None),
            self.function,
            self.quantity,
            self.time,
            self.late,
            self.note,
        ):
            self.add(widget)
        self.problem.hide()
        self.deed = column(self.problem, row(self.why, None, self.send))
        for field in (self.finished, self.function, self.quantity, self.time, self.note):
            field.changed.connect(lambda _value: self._tell())
        self.send.clicked.connect(self._on_send)

    def show_file(self, file: ReceivingFile) -> None:
        """Offer the inspection of an order; what was filled in stays while the order is the same."""
        self.finished.show_limits(maximum=file.today)
        if file.order.id != self._for:
            self._for = file.order.id
            self.finished.show_value(file.arrived_on or file.today)
            for tick in (self.function, self.quantity, self.time):
                tick.show_value(False)
            self.note.show_value("")
            self._show_problem(None)
        hint = self.tr("Diminta tiba paling lambat {date}.")
        self.finished.show_hint(hint.format(date=fmt.date(file.due_on)) if file.due_on is not None else "")
        self._tell()

    def show_online(self, online: bool) -> None:
        """Close it without a link, and say why."""
        self._online = online
        self.why.setText(reason_without_link(DeedClass.APPROVAL, online=online))
        say_why(self.send, self.why.text())
        self._show_open()

    def show_busy(self, busy: bool) -> None:
        """Keep it from being sent twice."""
        self._busy = busy
        self._show_open()

    def show_checked(self, refusal: Refusal | None, lateness: Lateness | None) -> None:
        """Show what the rules say, and what a delay costs."""
        # Ticks that were not reached yet are no mistake; the button says what is missing.
        waiting = refusal is not None and refusal.field in {"function_ok", "quantity_ok"}
        self._show_problem(None if waiting else refusal)
        if lateness is None:
            self.late.show_verdict(Tone.NEUTRAL, "")
            return
        title = self.tr("Terlambat {days} hari, denda {penalty}")
        text = self.tr(
            "Dihitung dari {base} sebelum PPN ({source}). Sebagai informasi; dipotong saat pembayaran bila "
            "pernyataan tepat waktu tidak dicentang."
        )
        self.late.show_verdict(
            Tone.WARN,
            title.format(days=lateness.days, penalty=fmt.rupiah(lateness.penalty)),
            text.format(base=fmt.rupiah(lateness.base), source=lateness.source),
        )

    def form(self) -> InspectForm:
        """Return the form as it stands."""
        return InspectForm(
            finished_on=self.finished.value(),
            function_ok=self.function.value(),
            quantity_ok=self.quantity.value(),
            time_ok=self.time.value(),
            note=self.note.value(),
        )

    # ---- inside

    def _show_problem(self, refusal: Refusal | None) -> None:
        fields: dict[str, Field] = {"finished_on": self.finished, "note": self.note}
        for field in fields.values():
            field.show_error("")
        self._show_words("")
        if refusal is None:
            return
        said = refusal_sentence(refusal)
        if refusal.field in fields:
            fields[refusal.field].show_error(said)
        elif refusal.field != "time_ok" or (self.function.value() and self.quantity.value()):
            self._show_words(said)

    def _show_words(self, text: str) -> None:
        self.problem.setText(text)
        self.problem.setVisible(bool(text))

    def _show_open(self) -> None:
        self.send.setEnabled(self._online and not self._busy)

    def _tell(self) -> None:
        self.edited.emit(self.form())

    def _on_send(self) -> None:
        if self.finished.value() is None:
            self.finished.show_error(self.tr("Isi tanggal selesai, paling lambat hari ini."))
            self.finished.focus_editor()
            return
        for tick in (self.function, self.quantity):
            if not tick.value():
                tick.show_error(self.tr("BAST hanya dapat dibuat bila pernyataan ini benar."))
                tick.focus_editor()
                return
        self.sent.emit(self.form())
