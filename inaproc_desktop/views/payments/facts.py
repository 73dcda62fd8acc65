"""What a treasurer must see before paying: the papers, the account, and every tax with its rule."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from inaproc_desktop.ports.finishing import PaymentFile, TaxLine
from inaproc_desktop.views import format as fmt
from inaproc_desktop.views.payments.words import channel_words, tax_detail, tax_words
from inaproc_desktop.views.widgets import Card, SummaryRow, SummaryRows, button, column, label, row, rule
from inaproc_desktop.views.widgets.parts import clear, show_or_hide


class BillCard(Card):
    """The bill: order, papers, penyedia and account.

    Signals:
        paper_asked(str): open ``letter``, ``bast`` or ``order``.
    """

    paper_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent=parent)
        self.setObjectName("payments.bill")
        self._rows = SummaryRows()
        self.letter = self._link(self.tr("Surat Pesanan"), "letter", "document")
        self.bast = self._link(self.tr("BAST"), "bast", "document")
        self.order = self._link(self.tr("Pesanan"), "order", "order")
        self.add(self._rows)
        self.add(row(self.letter, self.bast, self.order, None))

    def show_file(self, file: PaymentFile) -> None:
        """Show the bill of a payment."""
        order, termin = file.order, file.termin
        self.show_title(self.tr("Pesanan {number}").format(number=fmt.order_number(order.number)))
        vendor, totals = order.vendor, order.current
        rows = [SummaryRow(self.tr("Penyedia"), vendor.name if vendor is not None else "—")]
        if vendor is not None and vendor.bank_account:
            account = f"{vendor.bank_name} {vendor.bank_account}"
            rows.append(SummaryRow(self.tr("Rekening"), account, "strong"))
            rows.append(SummaryRow(self.tr("Atas nama rekening"), vendor.bank_holder))
        if order.bast is not None:
            rows.append(SummaryRow(self.tr("Nomor BAST"), order.bast.number))
        if order.rup is not None:
            rows.append(
                SummaryRow(self.tr("RUP / MAK"), " / ".join(x for x in (order.rup.code, order.mak) if x))
            )
        if order.payment_channel:
            rows.append(SummaryRow(self.tr("Metode"), channel_words(order.payment_channel)[0]))
        if totals is not None and len(order.termins) > 1:
            rows.append(SummaryRow(self.tr("Total pesanan"), fmt.rupiah(totals.total)))
        if termin is not None:
            name = self.tr("Termin {no} dari {count}").format(no=termin.no, count=len(order.termins))
            rows.append(SummaryRow(name, fmt.rupiah(termin.amount), "total"))
        elif totals is not None:
            rows.append(SummaryRow(self.tr("Total"), fmt.rupiah(totals.total), "total"))
        for payment in order.payments:
            if termin is not None and payment.termin_no == termin.no:
                text = self.tr("{date}, nomor {reference}").format(
                    date=fmt.date(payment.paid_on), reference=payment.reference
                )
                rows.append(SummaryRow(self.tr("Dibayar"), text, "strong"))
        self._rows.show_rows(rows)
        show_or_hide(self.letter, order.letter is not None)
        show_or_hide(self.bast, order.bast is not None)

    def _link(self, text: str, place: str, icon: str) -> QWidget:
        made = button(text, "", icon)
        made.setObjectName(f"payments.open_{place}")
        made.clicked.connect(lambda: self.paper_asked.emit(place))
        return made


class TaxCard(Card):
    """The taxes of a termin, each with who takes it and where the rule stands."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setObjectName("payments.taxes")
        self.show_title(self.tr("Pajak dan potongan"))
        self.show_note(self.tr("sebagai informasi"))
        self._lines = column(gap=8)
        self._sums = SummaryRows()
        self._small = label(
            self.tr("Dihitung tanpa surat keterangan PPh final UMKM; periksa bila penyedia memilikinya."),
            "small",
            wrap=True,
        )
        self.add(self._lines)
        self.add(self._sums)
        self.add(self._small)

    def show_file(self, file: PaymentFile) -> None:
        """Show the taxes; hidden for who does not pay."""
        show_or_hide(self, file.taxes is not None)
        layout = self._lines.layout()
        clear(layout)  # type: ignore[arg-type]  # a column's layout is a box layout
        if file.taxes is None:
            return
        for line in file.taxes.lines:
            layout.addWidget(self._line(line))  # type: ignore[union-attr]  # as above
            layout.addWidget(rule())  # type: ignore[union-attr]
        self._sums.show_rows(
            [
                SummaryRow(self.tr("Beban anggaran"), fmt.rupiah(file.taxes.gross)),
                SummaryRow(
                    self.tr("Diterima di rekening penyedia"), fmt.rupiah(file.taxes.paid_to_seller), "strong"
                ),
            ]
        )

    def _line(self, line: TaxLine) -> QWidget:
        amount = label(fmt.rupiah(line.amount), "muted" if line.spared else "strong", selectable=True)
        return column(
            row(label(tax_words(line)), None, amount), label(tax_detail(line), "small", wrap=True), gap=2
        )
