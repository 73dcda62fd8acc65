"""Keamanan akun on screen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from inaproc_core.errors import Refusal
from inaproc_core.registration.forms import Limits
from inaproc_core.registration.vocabulary import Channel
from inaproc_core.wire.account import CodeState
from inaproc_desktop.ports.data import BackendRefused
from inaproc_desktop.ports.identity import AccountState, TotpSetup
from inaproc_desktop.views import format as fmt
from inaproc_desktop.views.account_safety.cards import ContactCard, DevicesCard, EventsCard, SecondFactorCard
from inaproc_desktop.views.account_safety.dialogs import (
    AccountProofDialog,
    CodesDialog,
    ContactDialog,
    PasswordDialog,
    TotpDialog,
)
from inaproc_desktop.views.widgets import Banner, Columns, FormDialog, Page, Tone, column, confirm
from inaproc_desktop.views.words import failure_words, refusal_sentence


class AccountSafetyPage(Page):
    """The page.

    Signals:
        totp_asked(): turn the second factor on, or move it.
        totp_given(str): its first code.
        totp_off_asked(): turn it off; confirmed already.
        codes_asked(): new recovery codes; confirmed already.
        reset_stopped(): keep the second factor on.
        password_typed(str): the new password so far.
        password_given(str, str, str): old, new, new again.
        contact_given(object, str): channel and the new address.
        contact_code_given(object, str): channel and six digits.
        device_ended(str): sign a device out; confirmed already.
        all_ended(): sign every device out; confirmed already.
        proof_given(str, str): code and password.
        proof_dropped(): no proof.
    """

    totp_asked = Signal()
    totp_given = Signal(str)
    totp_off_asked = Signal()
    codes_asked = Signal()
    reset_stopped = Signal()
    password_typed = Signal(str)
    password_given = Signal(str, str, str)
    contact_given = Signal(object, str)
    contact_code_given = Signal(object, str)
    device_ended = Signal(str)
    all_ended = Signal()
    proof_given = Signal(str, str)
    proof_dropped = Signal()

    def __init__(
        self, limits: Limits, kinds: Mapping[str, tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        """Build the page.

        Args:
            limits: the numbers in force.
            kinds: names of the kinds of access, Indonesian and English.
            parent: the widget that owns it.
        """
        super().__init__(parent=parent)
        self.setObjectName("account")
        self.show_title(self.tr("Keamanan akun"))
        self._limits = limits
        self._dialog: FormDialog | None = None
        self._proof: AccountProofDialog | None = None
        self._reset = Banner(Tone.BAD, "")
        self._reset.setObjectName("account.factor_reset")
        self._reset.action.connect(self.reset_stopped)
        self.body.addWidget(self._reset)
        self._contact, self._factor = ContactCard(), SecondFactorCard(kinds)
        self._devices, self._events = DevicesCard(), EventsCard()
        main = column(self._contact, self._factor, self._devices, None, gap=12)
        self.body.addWidget(Columns(main, column(self._events, gap=12), scrolls=True), 1)
        self._join()

    def _join(self) -> None:
        self._contact.email.clicked.connect(partial(self._change_contact, Channel.EMAIL))
        self._contact.phone.clicked.connect(partial(self._change_contact, Channel.SMS))
        self._contact.password.clicked.connect(self._change_password)
        self._factor.turn_on.clicked.connect(self.totp_asked)
        self._factor.move_button.clicked.connect(self.totp_asked)
        self._factor.turn_off.clicked.connect(self._ask_off)
        self._factor.renew.clicked.connect(self._ask_codes)
        self._devices.end_asked.connect(self._ask_end)
        self._devices.end_all.clicked.connect(self._ask_end_all)

    # ---- what the presenter shows

    def show_loading(self, loading: bool) -> None:
        """Say that the page is being read."""
        self.show_note(self.tr("Memuat…") if loading else "")

    def show_state(self, state: AccountState) -> None:
        """Show everything."""
        account = state.account
        self.show_banner(Tone.ACCENT, "")
        self._contact.show_account(account)
        self._factor.show_account(account)
        self._devices.show_devices(state.devices)
        self._events.show_events(state.events)
        at = account.factor_reset_at
        warned = self.tr(
            "Seseorang meminta verifikasi dua langkah dimatikan; berlaku mulai {at}. Bukan Anda? Batalkan, "
            "lalu ganti kata sandi."
        )
        self._reset.show_text(
            Tone.BAD, warned.format(at=fmt.moment(at)) if at else "", self.tr("Batalkan") if at else ""
        )

    def show_failure(self, error: Exception) -> None:
        """Say what went wrong, in the dialog that is open or on the page."""
        words = failure_words(error)
        if words is None:
            raise error
        dialog, said = self._dialog, words.happened
        if isinstance(dialog, ContactDialog) and words.refused:
            dialog.show_refused(said)
        elif isinstance(dialog, TotpDialog) and words.refused:
            dialog.setup.show_error(said)
        elif isinstance(dialog, PasswordDialog) and isinstance(error, BackendRefused):
            self._show_password_refused(dialog, error.refusal, said)
        elif dialog is not None:
            dialog.show_error(said)
        else:
            self.show_banner(Tone.BAD if words.refused else Tone.WARN, said)

    def _show_password_refused(self, dialog: PasswordDialog, refusal: Refusal, said: str) -> None:
        wrong_old = refusal.code == "session.wrong_password" or refusal.field == "old_password"
        field = "old_password" if wrong_old else "password"
        dialog.show_errors({field: said})

    def ask_proof(self) -> None:
        """Ask for a proof of presence before a deed goes on."""
        self._proof = AccountProofDialog(self._dialog or self)
        self._proof.given.connect(self.proof_given)
        self._proof.rejected.connect(self.proof_dropped)
        self._proof.open()

    def show_proof_refused(self, error: Exception) -> None:
        """Say why the proof was not taken."""
        words = failure_words(error)
        if words is None:
            raise error
        if self._proof is not None:
            self._proof.show_refused(words.happened)

    def close_proof(self) -> None:
        """The proof was taken."""
        proof, self._proof = self._proof, None
        if proof is not None:
            proof.accept()

    def show_setup(self, setup: TotpSetup, *, moving: bool) -> None:
        """Open the setting up of the second factor."""
        dialog = TotpDialog(self, setup, moving=moving)
        dialog.code_given.connect(self.totp_given)
        self._open(dialog)

    def show_recovery_codes(self, codes: Sequence[str], account: str) -> None:
        """Show new recovery codes, once."""
        dialog = CodesDialog(self)
        dialog.panel.show_codes(codes, account)
        self._open(dialog)

    def show_lacks(self, lacks: Sequence[str]) -> None:
        """Show what the new password still lacks."""
        if isinstance(self._dialog, PasswordDialog):
            self._dialog.new.show_lacks(lacks)

    def show_problems(self, problems: Sequence[Refusal]) -> None:
        """Show what is wrong in the dialog that is open, by field."""
        if isinstance(self._dialog, PasswordDialog):
            self._dialog.show_errors({one.field: refusal_sentence(one) for one in problems})

    def show_contact_code(self, state: CodeState) -> None:
        """Ask for the code that went to the new contact."""
        if isinstance(self._dialog, ContactDialog):
            self._dialog.show_code(state)

    def close_dialog(self) -> None:
        """The deed of the open dialog is done."""
        dialog, self._dialog = self._dialog, None
        if dialog is not None:
            dialog.accept()

    def tell_done(self, code: str) -> None:
        """Say that something was done."""
        words = {
            "password": self.tr("Kata sandi sudah diganti; perangkat lain dikeluarkan."),
            "contact": self.tr("Kontak sudah diganti."),
            "totp_off": self.tr("Verifikasi dua langkah sudah dimatikan."),
            "device": self.tr("Perangkat sudah dikeluarkan."),
            "reset": self.tr("Permintaan itu dibatalkan; verifikasi dua langkah tetap aktif."),
        }
        self._events.show_done(words[code])

    # ---- dialogs

    def _open(self, dialog: FormDialog) -> None:
        self._dialog = dialog
        dialog.finished.connect(partial(self._forget, dialog))
        dialog.open()

    def _forget(self, dialog: FormDialog, _result: int) -> None:
        if self._dialog is dialog:
            self._dialog = None

    def _change_contact(self, channel: Channel) -> None:
        dialog = ContactDialog(self, channel)
        dialog.target_given.connect(lambda text: self.contact_given.emit(channel, text))
        dialog.code_given.connect(lambda code: self.contact_code_given.emit(channel, code))
        self._open(dialog)

    def _change_password(self) -> None:
        dialog = PasswordDialog(self, self._limits)
        dialog.typed.connect(self.password_typed)
        dialog.given.connect(self.password_given)
        self._open(dialog)

    def _ask_off(self) -> None:
        confirm(
            self,
            title=self.tr("Matikan verifikasi dua langkah?"),
            text=self.tr(
                "Sesudahnya kata sandi saja cukup untuk masuk, dan kode pemulihan tidak berlaku lagi."
            ),
            confirm=self.tr("Matikan"),
            harmful=True,
            on_yes=self.totp_off_asked.emit,
        )

    def _ask_codes(self) -> None:
        confirm(
            self,
            title=self.tr("Buat kode pemulihan baru?"),
            text=self.tr("Kode pemulihan yang lama tidak berlaku lagi."),
            confirm=self.tr("Buat kode baru"),
            on_yes=self.codes_asked.emit,
        )

    def _ask_end(self, session_id: str, name: str) -> None:
        confirm(
            self,
            title=self.tr("Keluarkan {name}?").format(name=name),
            text=self.tr("Perangkat itu harus masuk lagi. Pekerjaannya yang belum terkirim tetap di sana."),
            confirm=self.tr("Keluarkan"),
            harmful=True,
            on_yes=lambda: self.device_ended.emit(session_id),
        )

    def _ask_end_all(self) -> None:
        confirm(
            self,
            title=self.tr("Keluar dari semua perangkat?"),
            text=self.tr("Perangkat ini juga dikeluarkan, dan Anda kembali ke halaman masuk."),
            confirm=self.tr("Keluar dari semua"),
            harmful=True,
            on_yes=self.all_ended.emit,
        )
