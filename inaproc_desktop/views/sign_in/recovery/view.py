"""Lupa kata sandi on screen: account, code, new password, done."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

from inaproc_core.errors import Refusal
from inaproc_core.registration.forms import Limits
from inaproc_core.registration.vocabulary import Channel
from inaproc_core.wire.account import RecoveryState
from inaproc_desktop.views.widgets import Banner, FormDialog, TextField, Tone, column, label
from inaproc_desktop.views.widgets.safety.code_step import CodeStep
from inaproc_desktop.views.widgets.safety.new_password import NewPassword
from inaproc_desktop.views.words import failure_words, refusal_sentence


class _Step(IntEnum):
    ACCOUNT = 0
    CODE = 1
    PASSWORD = 2
    DONE = 3


class RecoveryDialog(FormDialog):
    """The way back in, one step at a time; nothing of it is kept on disk.

    Signals:
        account_given(str): username or email.
        code_given(str): the six digits of the email.
        resend_asked(): another code.
        password_typed(str): the new password so far.
        password_given(str, str, str): new password, once more, and the second factor where it is on.
        ended(): the dialog was closed after the password was changed.
    """

    account_given = Signal(str)
    code_given = Signal(str)
    resend_asked = Signal()
    password_typed = Signal(str)
    password_given = Signal(str, str, str)
    ended = Signal()

    def __init__(self, parent: QWidget, limits: Limits, account: str) -> None:
        self._steps = QStackedWidget()
        super().__init__(
            parent,
            title=QCoreApplication.translate("RecoveryDialog", "Lupa kata sandi"),
            body=self._steps,
            confirm="",
            width=560,
        )
        self.setObjectName("recovery.dialog")
        self.confirm_button.setObjectName("recovery.next")
        self.cancel_button.setObjectName("recovery.cancel")
        self.account = TextField(self.tr("Nama pengguna atau email"), required=True, max_length=254)
        self.account.setObjectName("recovery.account")
        self.account.show_value(account)
        self.code = CodeStep("recovery.email", Channel.EMAIL, changeable=False, shows_target=False)
        self.code.code_given.connect(self.code_given)
        self.code.resend_asked.connect(self.resend_asked)
        self.passwords = NewPassword(
            "recovery", limits.password_min, limits.password_advised, label=self.tr("Kata sandi baru")
        )
        self.passwords.typed.connect(self.password_typed)
        self.second_factor = TextField(
            self.tr("Kode autentikator atau kode pemulihan"),
            required=True,
            max_length=64,
            hint=self.tr("Akun ini memakai verifikasi dua langkah."),
        )
        self.second_factor.setObjectName("recovery.second_factor")
        self.second_factor.hide()
        self._build_steps()
        self.confirmed.connect(self._on_confirmed)
        self.finished.connect(self._on_finished)
        self._show_step(_Step.ACCOUNT)

    def _build_steps(self) -> None:
        ask = label(
            self.tr("Kode dikirim ke email akun Anda. Jawaban di sini sama, ada atau tidak ada akunnya."),
            "muted",
            wrap=True,
        )
        check = label(
            self.tr("Bila akun itu ada, kode 6 angka sedang dikirim ke emailnya."), "muted", wrap=True
        )
        done = Banner(
            Tone.OK,
            self.tr(
                "Kata sandi sudah diganti dan semua perangkat dikeluarkan. Masuk dengan kata sandi yang baru."
            ),
        )
        done.setObjectName("recovery.done")
        self._pages = (
            column(ask, self.account, None, gap=12),
            column(check, self.code, None, gap=12),
            column(self.passwords, self.second_factor, None, gap=12),
            column(done, None),
        )
        for page in self._pages:
            self._steps.addWidget(page)

    # ---- what the presenter shows

    def show_state(self, state: RecoveryState) -> None:
        """Show the code, or the new password once the code was right."""
        self.code.show_state(state.email)
        self.second_factor.setVisible(state.needs_second_factor)
        self._show_step(_Step.PASSWORD if state.proven else _Step.CODE)

    def show_lacks(self, lacks: Sequence[str]) -> None:
        """Show what the new password still lacks."""
        self.passwords.show_lacks(lacks)

    def show_problems(self, problems: Sequence[Refusal]) -> None:
        """Show what is wrong with the new password."""
        said = {problem.field: refusal_sentence(problem) for problem in problems}
        self.passwords.show_errors(said)
        self.second_factor.show_error(said.get("code", ""))
        self._fit_soon()

    def show_waiting(self, waiting: bool) -> None:
        """Keep a step from being sent twice."""
        self.show_busy(waiting)

    def show_failure(self, error: Exception) -> None:
        """Say what went wrong, at the field where it belongs to one."""
        words = failure_words(error)
        if words is None:
            raise error
        step = self._steps.currentIndex()
        if words.refused and step == _Step.CODE:
            self.code.show_error(words.happened)
        elif words.refused and step == _Step.ACCOUNT:
            self.account.show_error(words.happened)
        else:
            self.show_error(words.happened)
        self._fit_soon()

    def show_done(self) -> None:
        """The password was changed."""
        self.passwords.forget()
        self.second_factor.show_value("")
        self._show_step(_Step.DONE)

    def is_done(self) -> bool:
        """Return whether the password was changed."""
        return self._steps.currentIndex() == _Step.DONE

    # ---- inside

    def _show_step(self, step: _Step) -> None:
        self.show_error("")
        for at, page in enumerate(self._pages):
            # A stack is as high as its highest page, unless the others ask for nothing.
            vertical = QSizePolicy.Policy.Preferred if at == step else QSizePolicy.Policy.Ignored
            page.setSizePolicy(QSizePolicy.Policy.Preferred, vertical)
        self._steps.setCurrentIndex(step)
        self.confirm_button.setText(
            {
                _Step.ACCOUNT: self.tr("Kirim kode"),
                _Step.CODE: self.tr("Periksa kode"),
                _Step.PASSWORD: self.tr("Ganti kata sandi"),
                _Step.DONE: self.tr("Ke halaman masuk"),
            }[step]
        )
        self.cancel_button.setVisible(step is not _Step.DONE)
        if step is _Step.ACCOUNT:
            self.account.focus_editor()
        elif step is _Step.CODE:
            self.code.code.focus_editor()
        elif step is _Step.PASSWORD:
            self.passwords.focus_editor()
        self._fit_soon()

    def _fit_soon(self) -> None:
        QTimer.singleShot(0, self, self._fit_height)

    def _on_confirmed(self) -> None:
        step = self._steps.currentIndex()
        if step == _Step.ACCOUNT:
            self.account.show_error("")
            self.account_given.emit(self.account.value())
        elif step == _Step.CODE:
            self.code_given.emit(self.code.code.value())
        elif step == _Step.PASSWORD:
            self.password_given.emit(*self.passwords.values(), self.second_factor.value())
        else:
            self.accept()

    def _on_finished(self, _result: int) -> None:
        self.passwords.forget()
        if self.is_done():
            self.ended.emit()
