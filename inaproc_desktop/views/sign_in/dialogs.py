"""The two small forms of the sign-in page: which server, and the passphrase of this machine."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtWidgets import QWidget

from inaproc_desktop.ports.session import ServerState
from inaproc_desktop.views.widgets import FormDialog, TextField, column, label
from inaproc_desktop.views.widgets.parts import show_or_hide
from inaproc_desktop.views.words import failure_words


class ServerDialog(FormDialog):
    """Asks for the address of the server; it is asked who it is before it is saved.

    Signals:
        address_given(str): an address to ask.
    """

    address_given = Signal(str)

    def __init__(self, parent: QWidget, address: str) -> None:
        self.address = TextField(
            QCoreApplication.translate("SignIn", "Alamat peladen"),
            hint=QCoreApplication.translate(
                "SignIn", "Contoh: inaproc.kantor.go.id. Sambungan selalu terenkripsi."
            ),
            required=True,
            max_length=200,
        )
        super().__init__(
            parent,
            title=QCoreApplication.translate("SignIn", "Peladen"),
            body=column(self.address),
            confirm=QCoreApplication.translate("SignIn", "Periksa dan gunakan"),
        )
        self.setObjectName("sign_in.server_dialog")
        self.address.setObjectName("sign_in.server_address")
        self.confirm_button.setObjectName("sign_in.server_check")
        self.address.show_value(address)
        self.confirmed.connect(self._on_confirmed)

    def show_answer(self, state: ServerState) -> None:
        """The server answers and is used from now on."""
        self.show_busy(False)
        self.accept()

    def show_failed(self, error: Exception) -> None:
        """The server does not answer, or not as it should; the address stays to be corrected."""
        self.show_busy(False)
        words = failure_words(error)
        if words is None:
            raise error
        self.address.show_error(words.happened)
        self.address.focus_editor()
        _fit_soon(self)

    def _on_confirmed(self) -> None:
        typed = self.address.value()
        if not typed:
            self.address.show_error(self.tr("Isi alamat peladen."))
            _fit_soon(self)
            return
        self.address.show_error("")
        self.show_busy(True)
        self.address_given.emit(typed)


class PassphraseDialog(FormDialog):
    """Asks for the passphrase under which this machine keeps sessions and data, where there is no keyring.

    Signals:
        passphrase_given(str): what was typed.
    """

    passphrase_given = Signal(str)

    def __init__(self, parent: QWidget, *, first_time: bool) -> None:
        self._first_time = first_time
        explanation = (
            QCoreApplication.translate(
                "SignIn",
                "Komputer ini tidak punya penyimpanan rahasia. Buat satu frasa sandi yang mengunci data Anda "
                "di sini; frasa ini ditanya setiap kali aplikasi dibuka, dan tidak dapat dipulihkan bila "
                "terlupa.",
            )
            if first_time
            else QCoreApplication.translate(
                "SignIn", "Masukkan frasa sandi komputer ini untuk membuka data Anda di sini."
            )
        )
        self.passphrase = TextField(
            QCoreApplication.translate("SignIn", "Frasa sandi"), required=True, secret=True
        )
        self.again = TextField(
            QCoreApplication.translate("SignIn", "Ulangi frasa sandi"), required=True, secret=True
        )
        show_or_hide(self.again, first_time)
        super().__init__(
            parent,
            title=QCoreApplication.translate("SignIn", "Frasa sandi komputer ini"),
            body=column(label(explanation, "muted", wrap=True), self.passphrase, self.again),
            confirm=QCoreApplication.translate("SignIn", "Lanjutkan"),
        )
        self.setObjectName("sign_in.passphrase_dialog")
        self.passphrase.setObjectName("sign_in.passphrase")
        self.again.setObjectName("sign_in.passphrase_again")
        self.confirm_button.setObjectName("sign_in.passphrase_confirm")
        self.confirmed.connect(self._on_confirmed)

    def show_failed(self, error: Exception) -> None:
        """The passphrase does not do; it can be typed again."""
        self.show_busy(False)
        words = failure_words(error)
        if words is None:
            raise error
        self.passphrase.show_error(words.happened)
        self.passphrase.focus_editor()
        _fit_soon(self)

    def _on_confirmed(self) -> None:
        typed = self.passphrase.value()
        if self._first_time and typed != self.again.value():
            self.again.show_error(self.tr("Kedua frasa sandi tidak sama."))
            _fit_soon(self)
            return
        if not typed:
            self.passphrase.show_error(self.tr("Isi frasa sandi."))
            _fit_soon(self)
            return
        self.show_busy(True)
        self.passphrase_given.emit(typed)


def _fit_soon(dialog: FormDialog) -> None:
    """Make room for an error under a field, once the layout knows of it."""

    def fit() -> None:
        inside = dialog.layout()
        if inside is not None:
            dialog.resize(dialog.width(), inside.totalHeightForWidth(dialog.width()))

    QTimer.singleShot(0, dialog, fit)
