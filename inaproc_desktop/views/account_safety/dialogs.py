"""The dialogs of account safety. Each stays open until its deed is done."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtWidgets import QWidget

from inaproc_core.registration.forms import Limits
from inaproc_core.registration.vocabulary import Channel
from inaproc_core.wire.account import CodeState
from inaproc_desktop.ports.identity import TotpSetup
from inaproc_desktop.views.widgets import FormDialog, TextField, column, label
from inaproc_desktop.views.widgets.safety.code_step import CodeStep
from inaproc_desktop.views.widgets.safety.new_password import NewPassword
from inaproc_desktop.views.widgets.safety.recovery_codes import RecoveryCodesPanel
from inaproc_desktop.views.widgets.safety.second_factor import SecondFactorSetup
from inaproc_desktop.views.widgets.step_up import StepUp


class AccountProofDialog(FormDialog):
    """Asks for password or code before a deed goes on.

    Signals:
        given(str, str): code and password; one of them is empty.
    """

    given = Signal(str, str)

    def __init__(self, parent: QWidget) -> None:
        self._proof = StepUp("account.proof")
        why = QCoreApplication.translate(
            "AccountSafety", "Perubahan ini perlu bukti baru bahwa ini Anda. Berlaku beberapa menit."
        )
        super().__init__(
            parent,
            title=QCoreApplication.translate("AccountSafety", "Pastikan ini Anda"),
            body=column(label(why, "muted", wrap=True), self._proof, gap=12),
            confirm=QCoreApplication.translate("AccountSafety", "Lanjutkan"),
            width=440,
        )
        self.setObjectName("account.proof_dialog")
        self.confirm_button.setObjectName("account.proof_confirm")
        self._proof.changed.connect(lambda: self.show_error(""))
        self._proof.kind_changed.connect(self._fit_soon)
        self.confirmed.connect(self._on_confirmed)
        self._proof.focus_editor()

    def show_refused(self, text: str) -> None:
        """Say why the proof was not taken."""
        self.show_busy(False)
        self._proof.forget()
        self._proof.show_error(text)
        self._proof.focus_editor()
        self._fit_soon()

    def _on_confirmed(self) -> None:
        if self._proof.is_complete():
            self.show_busy(True)
            self.given.emit(*self._proof.proof())
        else:
            self._proof.show_missing()
            self._fit_soon()

    def _fit_soon(self) -> None:
        QTimer.singleShot(0, self, self._fit_height)


class TotpDialog(FormDialog):
    """Setting up the second factor.

    Signals:
        code_given(str): six digits.
    """

    code_given = Signal(str)

    def __init__(self, parent: QWidget, setup: TotpSetup, *, moving: bool) -> None:
        self.setup = SecondFactorSetup("account.totp")
        moved = QCoreApplication.translate(
            "AccountSafety", "Ponsel lama tetap berlaku sampai kode dari ponsel baru benar."
        )
        super().__init__(
            parent,
            title=QCoreApplication.translate("AccountSafety", "Pindah ke ponsel lain")
            if moving
            else QCoreApplication.translate("AccountSafety", "Aktifkan verifikasi dua langkah"),
            body=column(*([label(moved, "muted", wrap=True)] if moving else []), self.setup, gap=12),
            confirm=QCoreApplication.translate("AccountSafety", "Aktifkan"),
            width=680,
        )
        self.setObjectName("account.totp_dialog")
        self.confirm_button.setObjectName("account.totp_confirm")
        self.setup.show_setup(setup.key, setup.modules)
        self.setup.code_given.connect(self.code_given)
        self.confirmed.connect(lambda: self.code_given.emit(self.setup.code.value()))
        self.finished.connect(lambda _result: self.setup.forget())
        self.setup.code.focus_editor()


class CodesDialog(FormDialog):
    """New recovery codes, shown once."""

    def __init__(self, parent: QWidget) -> None:
        self.panel = RecoveryCodesPanel("account")
        super().__init__(
            parent,
            title=QCoreApplication.translate("AccountSafety", "Kode pemulihan"),
            body=self.panel,
            confirm=QCoreApplication.translate("AccountSafety", "Selesai"),
            width=560,
        )
        self.setObjectName("account.codes_dialog")
        self.confirm_button.setObjectName("account.codes_done")
        self.cancel_button.hide()
        self.confirmed.connect(self._on_confirmed)
        self.finished.connect(lambda _result: self.panel.show_codes((), ""))

    def reject(self) -> None:
        """Stay until the codes were put away: they are not shown again."""
        self._on_confirmed()

    def _on_confirmed(self) -> None:
        if self.panel.tick.value():
            self.accept()
        else:
            self.panel.tick.show_error(self.tr("Cetak atau simpan kodenya dahulu, lalu centang di sini."))


class PasswordDialog(FormDialog):
    """Another password.

    Signals:
        typed(str): the new password so far.
        given(str, str, str): old, new, new again.
    """

    typed = Signal(str)
    given = Signal(str, str, str)

    def __init__(self, parent: QWidget, limits: Limits) -> None:
        self.old = TextField(
            QCoreApplication.translate("AccountSafety", "Kata sandi sekarang"), required=True, secret=True
        )
        self.old.setObjectName("account.old_password")
        self.new = NewPassword(
            "account",
            limits.password_min,
            limits.password_advised,
            label=QCoreApplication.translate("AccountSafety", "Kata sandi baru"),
        )
        note = QCoreApplication.translate("AccountSafety", "Perangkat lain dikeluarkan sesudahnya.")
        super().__init__(
            parent,
            title=QCoreApplication.translate("AccountSafety", "Ganti kata sandi"),
            body=column(self.old, self.new, label(note, "muted", wrap=True), gap=12),
            confirm=QCoreApplication.translate("AccountSafety", "Ganti kata sandi"),
            width=560,
        )
        self.setObjectName("account.password_dialog")
        self.confirm_button.setObjectName("account.password_confirm")
        self.new.typed.connect(self.typed)
        self.confirmed.connect(lambda: self.given.emit(self.old.value(), *self.new.values()))
        self.finished.connect(self._forget)
        self.old.focus_editor()

    def show_errors(self, errors: Mapping[str, str]) -> None:
        """Show errors by field."""
        self.old.show_error(errors.get("old_password", ""))
        self.new.show_errors(errors)

    def _forget(self, _result: int) -> None:
        self.old.show_value("")
        self.new.forget()


class ContactDialog(FormDialog):
    """Another email or phone, proven by a code.

    Signals:
        target_given(str): the new one, as typed; again for another code.
        code_given(str): six digits.
    """

    target_given = Signal(str)
    code_given = Signal(str)

    def __init__(self, parent: QWidget, channel: Channel) -> None:
        email = channel is Channel.EMAIL
        self.channel = channel
        self.target = TextField(
            QCoreApplication.translate("AccountSafety", "Email baru")
            if email
            else QCoreApplication.translate("AccountSafety", "Nomor ponsel baru"),
            required=True,
            max_length=254 if email else 24,
        )
        self.target.setObjectName("account.new_contact")
        self.code = CodeStep("account.contact", channel, changeable=False)
        self.code.hide()
        super().__init__(
            parent,
            title=QCoreApplication.translate("AccountSafety", "Ganti email")
            if email
            else QCoreApplication.translate("AccountSafety", "Ganti nomor ponsel"),
            body=column(self.target, self.code, gap=12),
            confirm=QCoreApplication.translate("AccountSafety", "Kirim kode"),
            width=560,
        )
        self.setObjectName("account.contact_dialog")
        self.confirm_button.setObjectName("account.contact_confirm")
        self.code.code_given.connect(self.code_given)
        self.code.resend_asked.connect(lambda: self.target_given.emit(self.target.value()))
        self.confirmed.connect(self._on_confirmed)
        self.target.focus_editor()

    def show_code(self, state: CodeState) -> None:
        """Ask for the code that went there."""
        self.target.set_locked(True)
        self.code.show()
        self.code.show_state(state)
        self.code.code.focus_editor()
        self.confirm_button.setText(self.tr("Periksa kode"))
        self._fit_height()

    def show_refused(self, text: str) -> None:
        """Say why the contact or its code was not taken."""
        if self.code.isHidden():
            self.target.show_error(text)
            self.target.focus_editor()
        else:
            self.code.show_error(text)
        self._fit_height()

    def _on_confirmed(self) -> None:
        if self.code.isHidden():
            self.target_given.emit(self.target.value())
        else:
            self.code_given.emit(self.code.code.value())
