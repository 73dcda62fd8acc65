"""Confirming one termin: the number that proves it, the day, the exact amount, and presence again."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from inaproc_core.errors import Refusal
from inaproc_core.orders.offline import DeedClass
from inaproc_core.values import ZERO
from inaproc_desktop.ports.finishing import PayForm, PaymentFile
from inaproc_desktop.views import format as fmt
from inaproc_desktop.views.widgets import Card, DateField, MoneyField, TextField, button, column, label, row
from inaproc_desktop.views.widgets.open_or_not import say_why
from inaproc_desktop.views.widgets.step_up import StepUp
from inaproc_desktop.views.words import refusal_sentence
from inaproc_desktop.views.words.offline import reason_without_link


class PayCard(Card):
    """The confirmation being filled in.

    Attributes:
        deed: its button and what is wrong, for the page to keep in sight.

    Signals:
        edited(object): a ``PayForm``.
        sent(object, str, str): a ``PayForm`` with a date, code and password.
    """

    edited = Signal(object)
    sent = Signal(object, str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.show_title(self.tr("Konfirmasi pembayaran"))
        self._file: PaymentFile | None = None
        self._for: object = None
        self._online = True
        self._busy = False
        self.what = label("", wrap=True)
        self.reference = TextField(self.tr("Nomor SP2D atau bukti bayar"), required=True, max_length=60)
        self.reference.setObjectName("payments.reference")
        self.paid_on = DateField(self.tr("Tanggal bayar"), required=True)
        self.paid_on.setObjectName("payments.paid_on")
        self.amount = MoneyField(
            self.tr("Jumlah"), hint=self.tr("Harus tepat sebesar termin; disalin dari BAST.")
        )
        self.amount.setObjectName("payments.amount")
        self.amount.set_locked(True)
        self.copy = button(self.tr("Salin"), "quiet", "copy")
        self.copy.setObjectName("payments.copy_amount")
        self.copy.setAccessibleName(self.tr("Salin jumlah"))
        self.proof = StepUp("payments")
        self.problem = label("", "error", wrap=True)
        self.why = label("", "warn", wrap=True)
        self.send = button(self.tr("Konfirmasi Pembayaran"), "primary", "payment")
        self.send.setObjectName("payments.confirm")
        self.add(self.what)
        self.add(row(self.reference, self.paid_on, gap=12))
        self.add(row(self.amount, self.copy, gap=8))
        self.add(self.proof)
        self.problem.hide()
        self.deed = column(self.problem, row(self.why, None, self.send))
        self.reference.changed.connect(lambda _value: self._tell())
        self.paid_on.changed.connect(lambda _value: self._tell())
        self.proof.changed.connect(self._show_open)
        self.copy.clicked.connect(self._on_copy)
        self.send.clicked.connect(self._on_send)

    def show_file(self, file: PaymentFile) -> None:
        """Offer a termin; what was filled in stays while it is the same."""
        self._file = file
        order, termin = file.order, file.termin
        if termin is None:
            return
        finished = order.inspection.finished_on if order.inspection is not None else None
        if finished is not None:
            self.paid_on.show_limits(minimum=finished, maximum=file.today)
        else:
            self.paid_on.show_limits(maximum=file.today)
        if self._for != (order.id, termin.no):
            self._for = (order.id, termin.no)
            self.reference.show_value("")
            self.paid_on.show_value(file.today)
            self.amount.show_value(termin.amount)
            self.proof.forget()
            self.show_problem(None)
        vendor = order.vendor
        text = self.tr("Termin {no} pesanan {number}: {amount} untuk {vendor}, rekening {account}.")
        self.what.setText(
            text.format(
                no=termin.no,
                number=fmt.order_number(order.number),
                amount=fmt.rupiah(termin.amount),
                vendor=vendor.name if vendor is not None else "—",
                account=f"{vendor.bank_name} {vendor.bank_account}" if vendor is not None else "—",
            )
        )
        self._show_open()

    def show_online(self, online: bool) -> None:
        """Close it without a link, and say why."""
        self._online = online
        self.why.setText(reason_without_link(DeedClass.MONEY, online=online))
        say_why(self.send, self.why.text())
        self._show_open()

    def show_busy(self, busy: bool) -> None:
        """Keep it from being sent twice."""
        self._busy = busy
        self._show_open()

    def show_problem(self, refusal: Refusal | None) -> None:
        """Show what the rules say, at its field where it has one."""
        for field in (self.reference, self.paid_on):
            field.show_error("")
        self._show_words("")
        if refusal is None:
            return
        said = refusal_sentence(refusal)
        if refusal.field == "paid_on":
            self.paid_on.show_error(said)
        elif refusal.field == "reference":
            if self.reference.value():
                self.reference.show_error(said)
        else:
            self._show_words(said)

    def show_proof_wrong(self, text: str) -> None:
        """Say that password or code was not taken."""
        self.proof.show_error(text)
        self.proof.focus_editor()

    def forget(self) -> None:
        """Empty it: the payment is confirmed."""
        self._for = None
        self.proof.forget()

    def form(self) -> PayForm:
        """Return the form as it stands."""
        termin = self._file.termin if self._file is not None else None
        return PayForm(
            termin_no=termin.no if termin is not None else 0,
            reference=self.reference.value(),
            paid_on=self.paid_on.value(),
            amount=self.amount.value() or ZERO,
        )

    def _show_words(self, text: str) -> None:
        self.problem.setText(text)
        self.problem.setVisible(bool(text))

    def _tell(self) -> None:
        self.edited.emit(self.form())
        self._show_open()

    def _show_open(self) -> None:
        filled = bool(self.reference.value()) and self.proof.is_complete()
        self.send.setEnabled(filled and self._online and not self._busy)

    def _on_copy(self) -> None:
        amount = self.amount.value()
        if amount is not None:
            QGuiApplication.clipboard().setText(str(amount))
            self.copy.setText(self.tr("Tersalin"))

    def _on_send(self) -> None:
        if self.paid_on.value() is None:
            self.paid_on.show_error(self.tr("Isi tanggal bayar, paling lambat hari ini."))
            self.paid_on.focus_editor()
            return
        code, password = self.proof.proof()
        self.sent.emit(self.form(), code, password)
