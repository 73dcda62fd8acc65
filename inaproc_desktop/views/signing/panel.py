"""The place to act on a document: number it, make the key, sign it, refuse it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inaproc_core.orders.offline import DeedClass
from inaproc_core.orders.states import State
from inaproc_desktop.ports.finishing import Paper, PaperFile
from inaproc_desktop.views import format as fmt
from inaproc_desktop.views import theme
from inaproc_desktop.views.signing.words import paper_words
from inaproc_desktop.views.widgets import Card, TextField, Tone, VerdictCard, button, label
from inaproc_desktop.views.widgets.open_or_not import say_why
from inaproc_desktop.views.widgets.parts import show_or_hide
from inaproc_desktop.views.widgets.step_up import StepUp
from inaproc_desktop.views.words.offline import reason_without_link

LEAST = 10
"""Letters of a passphrase on this page; more than the container itself asks for."""


class KeyForm(QWidget):
    """First signature on this machine: a passphrase, twice, for a key that never leaves it.

    Signals:
        asked(str): make the key under this passphrase.
    """

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        why = label(
            self.tr(
                "Komputer ini belum punya kunci tanda tangan Anda. Kunci dibuat dan disimpan di sini, "
                "terkunci oleh frasa sandi; kunci tidak pernah dikirim. Peladen hanya menerbitkan sertifikat."
            ),
            "muted",
            wrap=True,
        )
        self.first = TextField(self.tr("Frasa sandi kunci"), required=True, secret=True)
        self.first.setObjectName("signing.passphrase_new")
        self.second = TextField(self.tr("Ulangi frasa sandi"), required=True, secret=True)
        self.second.setObjectName("signing.passphrase_repeat")
        self.meter = label("", "small", wrap=True)
        self.meter.setObjectName("signing.meter")
        lost = label(
            self.tr("Frasa sandi tidak dapat dipulihkan siapa pun. Bila lupa, buat kunci baru."),
            "small",
            wrap=True,
        )
        self.make = button(self.tr("Buat Kunci"), "primary", "lock")
        self.make.setObjectName("signing.make_key")
        _fill(self, why, self.first, self.second, self.meter, lost, self.make)
        for field in (self.first, self.second):
            field.changed.connect(lambda _value: self._show_meter())
        self.make.clicked.connect(self._on_make)
        self._show_meter()

    def show_open(self, opened: bool) -> None:
        """Let the key be made, or not (no link, or it is being made)."""
        self._opened = opened
        self._show_meter()

    def forget(self) -> None:
        """Empty both fields."""
        self.first.show_value("")
        self.second.show_value("")
        self._show_meter()

    _opened = True

    def missing(self) -> list[str]:
        """Return what the passphrase still lacks, in words."""
        first, second = self.first.value(), self.second.value()
        lacks = []
        if len(first) < LEAST:
            short = self.tr("{count} huruf lagi")
            lacks.append(short.format(count=LEAST - len(first)))
        if not any(letter.isalpha() for letter in first):
            lacks.append(self.tr("huruf"))
        if not any(not letter.isalpha() for letter in first):
            lacks.append(self.tr("angka, spasi, atau tanda"))
        if not lacks and first != second:
            lacks.append(self.tr("ulangan yang sama"))
        return lacks

    def _show_meter(self) -> None:
        lacks = self.missing()
        # Nobody is told what is wrong before a first letter.
        show_or_hide(self.meter, bool(self.first.value() or self.second.value()))
        text = self.tr("Masih kurang: {lacks}.").format(lacks=", ".join(lacks))
        self.meter.setText(text if lacks else self.tr("Frasa sandi cukup kuat dan sama."))
        theme.set_role(self.meter, "warn" if lacks else "ok")
        self.make.setEnabled(not lacks and self._opened)

    def _on_make(self) -> None:
        if not self.missing():
            self.asked.emit(self.first.value())


class SignForm(QWidget):
    """What is signed, once more, and the two secrets that it takes.

    Signals:
        asked(str, str, str): sign with this passphrase, code and password.
    """

    asked = Signal(str, str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.what = label("", wrap=True)
        self.what.setObjectName("signing.what")
        self.passphrase = TextField(self.tr("Frasa sandi kunci"), required=True, secret=True)
        self.passphrase.setObjectName("signing.passphrase")
        self.proof = StepUp("signing")
        self.sign = button(self.tr("Tanda Tangani"), "primary", "sign")
        self.sign.setObjectName("signing.sign")
        _fill(self, self.what, self.passphrase, self.proof, self.sign)
        self.passphrase.changed.connect(lambda _value: self._show_ready())
        self.proof.changed.connect(self._show_ready)
        self.sign.clicked.connect(self._on_sign)
        self._show_ready()

    _opened = True

    def show_open(self, opened: bool) -> None:
        """Let it be signed, or not (no link, or it is being signed)."""
        self._opened = opened
        self._show_ready()

    def forget(self) -> None:
        """Empty the secrets."""
        self.passphrase.show_value("")
        self.proof.forget()
        self._show_ready()

    def _show_ready(self) -> None:
        self.sign.setEnabled(self._opened and bool(self.passphrase.value()) and self.proof.is_complete())

    def _on_sign(self) -> None:
        code, password = self.proof.proof()
        self.asked.emit(self.passphrase.value(), code, password)


class NumberForm(QWidget):
    """The BAST number, in the satker's own pattern.

    Signals:
        asked(str): give the BAST this number.
    """

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.number = TextField(
            self.tr("Nomor BAST"),
            required=True,
            max_length=60,
            hint=self.tr("Menurut penomoran satker Anda. Usulan mengikuti nomor terakhir."),
        )
        self.number.setObjectName("signing.bast_number")
        self.issue = button("", "primary", "document")
        self.issue.setObjectName("signing.issue_bast")
        _fill(self, self.number, self.issue)
        self.issue.clicked.connect(lambda: self.asked.emit(self.number.value()))
        self._for = ""
        self._issued = ""
        self._opened = True
        self.number.changed.connect(lambda _value: self._show_ready())

    def show_file(self, file: PaperFile) -> None:
        """Offer a number once per order; a number that is being typed stays."""
        if self._for != f"{file.order.id} {file.number}":
            self._for = f"{file.order.id} {file.number}"
            self.number.show_value(file.number or file.suggested)
        self._issued = file.number
        self.issue.setText(
            self.tr("Ganti Nomor dan Terbitkan Ulang") if file.number else self.tr("Terbitkan BAST")
        )
        theme.set_role(self.issue, "" if file.number else "primary")
        theme.set_icon(self.issue, "document", "text" if file.number else "on_accent")
        self._show_ready()

    def show_open(self, opened: bool) -> None:
        """Let it be issued, or not."""
        self._opened = opened
        self._show_ready()

    def _show_ready(self) -> None:
        typed = self.number.value()
        self.issue.setEnabled(self._opened and bool(typed) and typed != self._issued)


class ActPanel(QWidget):
    """The card of deeds; hidden for who only looks.

    Signals:
        key_asked(str): see :class:`KeyForm`.
        sign_asked(str, str, str): see :class:`SignForm`.
        number_asked(str): see :class:`NumberForm`.
        decline_asked(): refuse the order.
    """

    key_asked = Signal(str)
    sign_asked = Signal(str, str, str)
    number_asked = Signal(str)
    decline_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.numbering = Card(self.tr("Nomor BAST"))
        self.number = NumberForm()
        self.numbering.add(self.number)
        self.card = Card(self.tr("Tanda tangani"))
        self.offline = VerdictCard()
        self.offline.setObjectName("signing.offline")
        self.key = KeyForm()
        self.form = SignForm()
        self.decline = button(self.tr("Tolak Pesanan…"), "danger")
        self.decline.setObjectName("signing.decline")
        self.card.add(self.key)
        self.card.add(self.form)
        self.card.add(self.decline)
        _fill(self, self.offline, self.card, self.numbering, gap=theme.GAP_12)
        self.key.asked.connect(self.key_asked)
        self.form.asked.connect(self.sign_asked)
        self.number.asked.connect(self.number_asked)
        self.decline.clicked.connect(self.decline_asked)
        self._online = True
        self._busy = False
        self._file: PaperFile | None = None

    def show_file(self, file: PaperFile) -> None:
        """Show the deeds that the reader has."""
        if self._file is not None and self._file.document_id != file.document_id:
            self.form.forget()
        self._file = file
        order = file.order
        total = fmt.rupiah(order.current.total) if order.current is not None else "—"
        vendor = order.vendor.name if order.vendor is not None else "—"
        what = self.tr("Anda menandatangani {paper} {number} senilai {total} dengan {vendor}.")
        if order.state is State.WAITING_SELLER_CONFIRMATION:
            what = self.tr(
                "Anda menerima pesanan dan menandatangani {paper} {number} senilai {total} untuk {vendor}."
            )
        self.form.what.setText(
            what.format(paper=paper_words(file.paper), number=file.number, total=total, vendor=vendor)
        )
        accepting = order.state is State.WAITING_SELLER_CONFIRMATION and file.paper is Paper.LETTER
        self.form.sign.setText(
            self.tr("Terima Pesanan dan Tanda Tangani") if accepting else self.tr("Tanda Tangani")
        )
        self.card.show_title(self.tr("Terima pesanan") if accepting else self.tr("Tanda tangani"))
        show_or_hide(self.numbering, file.may_number)
        show_or_hide(self.card, file.may_sign)
        show_or_hide(self.key, not file.has_key)
        show_or_hide(self.form, file.has_key)
        show_or_hide(self.decline, file.may_decline)
        if file.may_number:
            self.number.show_file(file)
        self._show_open()

    def show_online(self, online: bool) -> None:
        """Close the deeds without a link, and say why."""
        self._online = online
        self._show_open()

    def show_busy(self, busy: bool) -> None:
        """Keep a deed from being made twice."""
        self._busy = busy
        self._show_open()

    def _show_open(self) -> None:
        opened = self._online and not self._busy
        for form in (self.key, self.form, self.number):
            form.show_open(opened)
        self.decline.setEnabled(opened)
        for made, of in (
            (self.key.make, DeedClass.CERTIFICATE),
            (self.form.sign, DeedClass.SIGNATURE),
            (self.number.issue, DeedClass.APPROVAL),
            (self.decline, DeedClass.APPROVAL),
        ):
            say_why(made, reason_without_link(of, online=self._online))
        acts = self._file is not None and (self._file.may_sign or self._file.may_number)
        self.offline.show_verdict(
            Tone.WARN,
            self.tr("Luring") if acts and not self._online else "",
            self.tr("{reason} Dokumen tetap dapat dibaca.").format(
                reason=reason_without_link(DeedClass.SIGNATURE, online=self._online)
            ),
        )


def _fill(host: QWidget, *widgets: QWidget, gap: int = theme.GAP_8) -> None:
    layout = QVBoxLayout(host)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(theme.px(gap))
    for widget in widgets:
        layout.addWidget(widget)
