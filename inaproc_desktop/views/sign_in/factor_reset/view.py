"""Phone and recovery codes are lost, on screen: what it does, name and password, two codes, from when."""

from __future__ import annotations

from enum import IntEnum
from functools import partial

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtWidgets import QLabel, QSizePolicy, QStackedWidget, QWidget

from inaproc_core.registration.vocabulary import Channel
from inaproc_core.wire.account import FactorResetState
from inaproc_desktop.views import format as fmt
from inaproc_desktop.views.widgets import Banner, FormDialog, TextField, Tone, column, label
from inaproc_desktop.views.widgets.safety.code_step import CodeStep
from inaproc_desktop.views.words import failure_words


class _Step(IntEnum):
    ACCOUNT = 0
    EMAIL = 1
    SMS = 2
    DONE = 3


_CHANNEL = {_Step.EMAIL: Channel.EMAIL, _Step.SMS: Channel.SMS}


class FactorResetDialog(FormDialog):
    """Asks to turn the second factor off, one step at a time; nothing of it is kept on disk.

    Signals:
        account_given(str, str): username or email, and password.
        code_given(object, str): ``Channel`` and the six digits of it.
        code_asked(object): ``Channel`` that a (new) code is to go out by.
    """

    account_given = Signal(str, str)
    code_given = Signal(object, str)
    code_asked = Signal(object)

    def __init__(self, parent: QWidget, account: str) -> None:
        self._steps = QStackedWidget()
        super().__init__(
            parent,
            title=QCoreApplication.translate("FactorResetDialog", "Ponsel dan kode pemulihan hilang"),
            body=self._steps,
            confirm="",
            width=560,
        )
        self.setObjectName("factor_reset.dialog")
        self.confirm_button.setObjectName("factor_reset.next")
        self.cancel_button.setObjectName("factor_reset.cancel")
        self.account = TextField(self.tr("Nama pengguna atau email"), required=True, max_length=254)
        self.account.setObjectName("factor_reset.account")
        self.account.show_value(account)
        self.password = TextField(self.tr("Kata sandi"), required=True, secret=True, max_length=1024)
        self.password.setObjectName("factor_reset.password")
        self.codes = {
            step: CodeStep(f"factor_reset.{step.name.lower()}", channel, changeable=False)
            for step, channel in _CHANNEL.items()
        }
        for step, code in self.codes.items():
            code.code_given.connect(partial(self.code_given.emit, _CHANNEL[step]))
            code.resend_asked.connect(partial(self.code_asked.emit, _CHANNEL[step]))
        self._done = Banner(Tone.OK, "")
        self._done.setObjectName("factor_reset.done")
        self._after = label("", wrap=True)
        self._after.setObjectName("factor_reset.after")
        self._pages = (
            column(*self._explanation(), self.account, self.password, None, gap=12),
            column(self._muted(self.tr("Kode 1 dari 2, lewat email.")), self.codes[_Step.EMAIL], None),
            column(self._muted(self.tr("Kode 2 dari 2, lewat SMS.")), self.codes[_Step.SMS], None),
            column(self._done, self._after, self._muted(self._found_again()), None, gap=12),
        )
        for page in self._pages:
            self._steps.addWidget(page)
        self.confirmed.connect(self._on_confirmed)
        self.finished.connect(lambda _result: self.password.show_value(""))
        self._show_step(_Step.ACCOUNT)

    def _explanation(self) -> tuple[QLabel, ...]:
        return (
            label(
                self.tr(
                    "Verifikasi dua langkah dapat dimatikan dengan tiga bukti: kata sandi, kode lewat email, "
                    "dan kode lewat SMS."
                ),
                wrap=True,
            ),
            label(
                self.tr(
                    "Tidak langsung berlaku: ada masa tunggu. Selama itu pemilik akun diberi tahu lewat "
                    "email, dan permintaan ini dapat dibatalkan dari perangkat mana pun yang masih masuk."
                ),
                "muted",
                wrap=True,
            ),
        )

    def _found_again(self) -> str:
        return self.tr(
            "Ponsel atau kode pemulihan ditemukan lagi? Masuk saja seperti biasa: permintaan ini batal "
            "dengan sendirinya."
        )

    def _muted(self, text: str) -> QLabel:
        return label(text, "muted", wrap=True)

    # ---- what the presenter shows

    def show_missing(self, *, username: bool, password: bool) -> None:
        """Mark the fields that are empty."""
        self.show_error("")
        self.account.show_error(self.tr("Isi nama pengguna atau email.") if username else "")
        self.password.show_error(self.tr("Isi kata sandi.") if password else "")
        if username or password:
            (self.account if username else self.password).focus_editor()
        self._fit_soon()

    def show_state(self, state: FactorResetState) -> None:
        """Show the code that is asked for now, or from when the factor is off."""
        self.codes[_Step.EMAIL].show_state(state.email)
        self.codes[_Step.SMS].show_state(state.phone)
        if state.takes_effect_at is not None:
            self._show_moments(state)
            self._show_step(_Step.DONE)
        else:
            self._show_step(_Step.SMS if state.email.verified else _Step.EMAIL)

    def show_waiting(self, waiting: bool) -> None:
        """Keep a step from being sent twice."""
        self.show_busy(waiting)

    def show_failure(self, error: Exception) -> None:
        """Say what went wrong, at the field where it belongs to one."""
        words = failure_words(error)
        if words is None:
            raise error
        code = self.codes.get(_Step(self._steps.currentIndex()))
        if words.refused and code is not None:
            code.show_error(words.happened)
        else:
            self.show_error(words.happened)
        self._fit_soon()

    def is_done(self) -> bool:
        """Return whether the waiting time has begun."""
        return self._steps.currentIndex() == _Step.DONE

    # ---- inside

    def _show_moments(self, state: FactorResetState) -> None:
        at, until = state.takes_effect_at, state.lapses_at
        if at is None:
            return
        told = self.tr("Verifikasi dua langkah dimatikan, berlaku mulai {at}.").format(at=fmt.moment(at))
        self._done.show_text(Tone.OK, told)
        if until is not None:
            after = self.tr(
                "Sesudah itu masuklah dengan kata sandi saja, paling lambat {until}, lalu aktifkan lagi "
                "verifikasi dua langkah di Keamanan akun. Akses yang mewajibkannya baru dapat dipakai lagi "
                "sesudahnya."
            ).format(until=fmt.moment(until))
        else:
            after = self.tr(
                "Sesudah itu masuklah dengan kata sandi saja, lalu aktifkan lagi verifikasi dua langkah di "
                "Keamanan akun."
            )
        self._after.setText(after)

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
                _Step.EMAIL: self.tr("Periksa kode"),
                _Step.SMS: self.tr("Periksa kode"),
                _Step.DONE: self.tr("Ke halaman masuk"),
            }[step]
        )
        self.cancel_button.setVisible(step is not _Step.DONE)
        if step is _Step.ACCOUNT:
            (self.password if self.account.value() else self.account).focus_editor()
        elif step is not _Step.DONE:
            self.password.show_value("")
            self.codes[step].code.focus_editor()
        self._fit_soon()

    def _fit_soon(self) -> None:
        QTimer.singleShot(0, self, self._fit_height)

    def _on_confirmed(self) -> None:
        step = _Step(self._steps.currentIndex())
        if step is _Step.ACCOUNT:
            self.account_given.emit(self.account.value(), self.password.value())
        elif step is _Step.DONE:
            self.accept()
        else:
            self.code_given.emit(_CHANNEL[step], self.codes[step].code.value())
