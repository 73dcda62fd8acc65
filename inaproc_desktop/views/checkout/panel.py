"""The panel at the right: totals line by line, who may buy, what is missing, and the one button."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inaproc_desktop.ports.checkout import CheckoutSheet
from inaproc_desktop.views import format as fmt
from inaproc_desktop.views import theme
from inaproc_desktop.views.checkout.words import executor_words, problem_item
from inaproc_desktop.views.widgets import (
    Badge,
    Card,
    Checklist,
    Pill,
    PillText,
    SummaryRow,
    SummaryRows,
    Tone,
    VerdictCard,
    button,
    label,
    parts,
)

_MOST_SHOWN = 5
_WHOLE = 10_000


class CheckoutPanel(QWidget):
    """Always in sight beside the form.

    Signals:
        followed(str): name of the field that a missing thing is settled in.
        submitted(): Ajukan Negosiasi.
    """

    followed = Signal(str)
    submitted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._online = True
        self._ready = False
        self._busy = False
        self._held = False
        self._missing_count = 0
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(theme.GAP_12))
        summary = Card()
        summary.show_title(self.tr("Ringkasan"))
        self.summary = SummaryRows()
        self.summary.setObjectName("checkout.summary")
        self._offered = SummaryRows()
        summary.add(self.summary)
        summary.add(self._offered)
        self.verdict = VerdictCard()
        self.verdict.setObjectName("checkout.verdict")
        # The card's colour alone would say nothing to many; the pill adds a shape and a word.
        self._may = Pill()
        layout_of_verdict = self.verdict.layout()
        if isinstance(layout_of_verdict, QVBoxLayout):
            layout_of_verdict.insertWidget(0, self._may)
        self._count = Badge(tone=Tone.BAD)
        self._missing = Card(trailing=self._count)
        self._missing.show_title(self.tr("Yang masih kurang"))
        self.checklist = Checklist(self.tr("Yang masih kurang"))
        self.checklist.setObjectName("checkout.missing")
        self.checklist.followed.connect(self.followed)
        self._more = label("", "small")
        self._missing.add(self.checklist)
        self._missing.add(self._more)
        send = Card()
        self.submit = button(self.tr("Ajukan Negosiasi"), "primary")
        self.submit.setObjectName("checkout.submit")
        self.submit.clicked.connect(self.submitted)
        self._why = label("", "small", wrap=True)
        send.add(self.submit)
        send.add(self._why)
        # The button stands above the list, which may grow long: it never scrolls away.
        for card in (summary, self.verdict, send, self._missing):
            layout.addWidget(card)

    def show_sheet(self, sheet: CheckoutSheet) -> None:
        """Show totals, verdict and what is missing."""
        self._show_totals(sheet)
        verdict = sheet.verdict
        if verdict.executor is None:
            self.verdict.show_verdict(Tone.NEUTRAL, "")
        else:
            self.verdict.show_verdict(*executor_words(verdict.executor, verdict.may_buy))
            yours, not_yours = self.tr("Wewenang Anda"), self.tr("Bukan wewenang Anda")
            tone = Tone.OK if verdict.may_buy else Tone.BAD
            self._may.show_pill(PillText(yours if verdict.may_buy else not_yours, tone))
        items = [problem_item(problem, sheet) for problem in verdict.problems]
        self.checklist.show_items(items[:_MOST_SHOWN])
        self._count.show_count(len(items))
        more = len(items) - _MOST_SHOWN
        self._more.setText(self.tr("dan {count} lagi").format(count=more) if more > 0 else "")
        parts.show_or_hide(self._more, more > 0)
        self._ready = verdict.is_ready
        self._missing_count = len(items)
        self._show_button()

    def show_online(self, online: bool) -> None:
        """Say what the button will do now."""
        self._online = online
        self._show_button()

    def show_busy(self, busy: bool) -> None:
        """Keep it from being pressed twice."""
        self._busy = busy
        self._show_button()

    def show_held(self, held: bool) -> None:
        """Keep it from being pressed while a clash with another device is open."""
        self._held = held
        self._show_button()

    def _show_button(self) -> None:
        self.submit.setEnabled(self._ready and not self._busy and not self._held)
        if self._busy:
            text = self.tr("Sedang diajukan…")
        elif self._held:
            text = self.tr("Pilih dahulu isian yang berlaku, di atas formulir.")
        elif not self._ready:
            text = self.tr("Lengkapi {count} hal di bawah dahulu.").format(count=self._missing_count)
        elif self._online:
            text = self.tr("Penyedia menerima penawaran Anda begitu peladen memberi nomor pesanan.")
        else:
            text = self.tr(
                "Anda sedang luring. Pengajuan masuk Kotak Keluar dan baru dihitung sebagai pesanan ketika"
                " nomor dari peladen diterima."
            )
        self._why.setText(text)
        self.submit.setAccessibleDescription(text)

    def _show_totals(self, sheet: CheckoutSheet) -> None:
        verdict = sheet.verdict
        totals, offered = verdict.listed, verdict.offered
        rate = self.tr("PPN {rate}").format(rate=verdict.ppn_rate.replace("%", " %"))
        if not verdict.taxed:
            rate = self.tr("PPN (penyedia bukan PKP)")
        rows = [
            SummaryRow(self.tr("Harga produk"), fmt.rupiah(totals.goods)),
            SummaryRow(self.tr("Layanan tambahan"), fmt.rupiah(totals.services)),
            SummaryRow(self.tr("Ongkos kirim"), fmt.rupiah(totals.shipping)),
        ]
        if totals.courier:
            rows.append(SummaryRow(self.tr("Kurir pihak ketiga"), fmt.rupiah(totals.courier)))
        if verdict.taxed:
            dpp = self.tr("DPP nilai lain {factor}").format(factor=verdict.dpp_factor)
            rows.append(SummaryRow(dpp, fmt.rupiah(totals.dpp)))
        rows.append(SummaryRow(rate, fmt.rupiah(totals.ppn)))
        rows.append(SummaryRow(self.tr("Total"), fmt.rupiah(totals.total), "total"))
        self.summary.show_rows(rows)
        saved = totals.total - offered.total
        share = fmt.percent(basis_points=saved * _WHOLE // totals.total) if totals.total else "—"
        self._offered.show_rows(
            [
                SummaryRow(self.tr("Penawaran awal Anda"), fmt.rupiah(offered.total)),
                SummaryRow(
                    self.tr("Lebih rendah"),
                    self.tr("{saved} ({share})").format(saved=fmt.rupiah(saved), share=share),
                    "muted",
                ),
            ]
        )
