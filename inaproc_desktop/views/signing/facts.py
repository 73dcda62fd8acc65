"""The cards beside a document: what is signed, by whom, and what the file is worth."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inaproc_core.terbilang import terbilang_rupiah
from inaproc_desktop.ports.finishing import Check, PaperFile, Seat, Verdict
from inaproc_desktop.views import format as fmt
from inaproc_desktop.views import theme
from inaproc_desktop.views.signing.words import check_words, paper_words, seat_words
from inaproc_desktop.views.widgets import (
    Card,
    Pill,
    PillText,
    SummaryRow,
    SummaryRows,
    Tone,
    VerdictCard,
    button,
    column,
    label,
    row,
)
from inaproc_desktop.views.widgets.parts import clear


class SubjectCard(Card):
    """What is signed: number, sides, money in figures and words, RUP."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent=parent)
        self.setObjectName("signing.subject")
        self._rows = SummaryRows()
        self._words = label("", "small", wrap=True)
        self._words.setObjectName("signing.total_words")
        self.add(self._rows)
        self.add(self._words)

    def show_file(self, file: PaperFile) -> None:
        """Show a document's subject."""
        order = file.order
        self.show_title(paper_words(file.paper))
        total = order.current.total if order.current is not None else None
        number = self.tr("Nomor pesanan") if file.number != order.number else self.tr("Nomor")
        rows = [SummaryRow(number, fmt.order_number(order.number))]
        if file.number and file.number != order.number:
            rows.insert(0, SummaryRow(self.tr("Nomor BAST"), file.number))
        rows += [
            SummaryRow(self.tr("Penyedia"), order.vendor.name if order.vendor is not None else "—"),
            SummaryRow(self.tr("Satker"), order.satker.name if order.satker is not None else "—"),
        ]
        if order.rup is not None:
            rows.append(SummaryRow(self.tr("RUP"), order.rup.code))
        if total is not None:
            rows.append(SummaryRow(self.tr("Total"), fmt.rupiah(total), "total"))
        self._rows.show_rows(rows)
        words = terbilang_rupiah(total) if total is not None else ""
        self._words.setText(words[:1].upper() + words[1:])


class SeatsCard(Card):
    """The two places for a signature: who, and whether it is there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.show_title(self.tr("Tanda tangan kedua pihak"))
        self.setObjectName("signing.seats")

    def show_file(self, file: PaperFile) -> None:
        """Show both places."""
        clear(self.body)
        for seat in file.seats:
            self.add(self._line(file, seat))

    def _line(self, file: PaperFile, seat: Seat) -> QWidget:
        who = label(seat_words(file.paper, seat.party), "strong")
        pill = Pill(self._state(file, seat))
        pill.setObjectName(f"signing.seat.{seat.party.value.lower()}")
        name = label(" · ".join(part for part in (seat.name, seat.detail) if part) or "—", "muted", wrap=True)
        lines: list[QWidget] = [row(who, None, pill), name]
        if seat.signature is not None:
            made = self.tr("{moment} · sertifikat {serial}").format(
                moment=fmt.moment(seat.signature.at), serial=seat.signature.certificate_serial
            )
            lines.append(label(made, "small", wrap=True))
        return column(*lines, gap=2)

    def _state(self, file: PaperFile, seat: Seat) -> PillText:
        if seat.signature is not None:
            return PillText(self.tr("Sudah"), Tone.OK)
        if seat.turn:
            text = self.tr("Giliran Anda") if file.may_sign else self.tr("Gilirannya")
            return PillText(text, Tone.ACCENT)
        return PillText(self.tr("Belum"))


class ChecksCard(Card):
    """The checks, each with its answer in a sentence.

    Signals:
        asked(): make the checks.
    """

    asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.show_title(self.tr("Keaslian dokumen"))
        self.setObjectName("signing.checks")
        self.verify = button(self.tr("Verifikasi"), "", "shield")
        self.verify.setObjectName("signing.verify")
        self.verify.setEnabled(False)
        self.add_trailing(self.verify)
        self._state = label(self.tr("Belum diperiksa."), "muted", wrap=True)
        self.verdict = VerdictCard()
        self.verdict.setObjectName("signing.verdict")
        inside = QWidget()
        self._lines = QVBoxLayout(inside)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(theme.px(theme.GAP_8))
        self.add(self._state)
        self.add(self.verdict)
        self.add(inside)
        self.verify.clicked.connect(self.asked)

    def show_verdict(self, verdict: Verdict | None) -> None:
        """Show the checks; ``None`` while none were made."""
        clear(self._lines)
        self._state.setVisible(verdict is None)
        self._state.setText(self.tr("Belum diperiksa."))
        if verdict is None:
            self.verdict.show_verdict(Tone.NEUTRAL, "")
            return
        failed = sum(check.passed is False for check in verdict.checks)
        unknown = sum(check.passed is None for check in verdict.checks)
        if failed:
            text = self.tr("{count} pemeriksaan gagal").format(count=failed)
            self.verdict.show_verdict(Tone.BAD, text, self.tr("Jangan dipakai sebelum jelas sebabnya."))
        elif not verdict.signatures:
            self.verdict.show_verdict(Tone.OK, self.tr("Naskah asli, belum ditandatangani"))
        elif unknown:
            self.verdict.show_verdict(Tone.WARN, self.tr("Sebagian belum dapat diperiksa"))
        else:
            text = self.tr("Asli dan utuh, {count} tanda tangan sah").format(count=len(verdict.signatures))
            self.verdict.show_verdict(Tone.OK, text)
        for check in verdict.checks:
            self._lines.addWidget(self._line(check))

    def show_checking(self, checking: bool) -> None:
        """Say that the checks run."""
        self.verify.setEnabled(not checking)
        if checking:
            self.show_verdict(None)
            self._state.setText(self.tr("Memeriksa…"))

    def _line(self, check: Check) -> QWidget:
        title, answer = check_words(check)
        tone = {True: Tone.OK, False: Tone.BAD, None: Tone.NEUTRAL}[check.passed]
        words = {True: self.tr("Lulus"), False: self.tr("Gagal"), None: self.tr("Terbuka")}[check.passed]
        return column(
            row(label(title, "strong", wrap=True), Pill(PillText(words, tone))),
            label(answer, "small", wrap=True),
            gap=2,
        )
