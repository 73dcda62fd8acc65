"""The two steps of signing in: account and password, then a code of the phone or a recovery code."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inaproc_desktop.views import theme
from inaproc_desktop.views.widgets import CheckField, CodeInput, TextField, button, row


class PasswordStep(QWidget):
    """Account and password.

    Signals:
        submitted(): Enter, or the button.
        forgot_asked(): the way back in.
        register_asked(): somebody has no account yet.
    """

    submitted = Signal()
    forgot_asked = Signal()
    register_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(theme.GAP_12))
        self.username = TextField(self.tr("Nama pengguna atau email"), max_length=254)
        self.username.setObjectName("sign_in.username")
        self.password = TextField(self.tr("Kata sandi"), secret=True, max_length=1024)
        self.password.setObjectName("sign_in.password")
        self.keep = CheckField(self.tr("Tetap masuk di perangkat ini"))
        self.keep.setObjectName("sign_in.keep")
        self.submit = button(self.tr("Masuk"), "primary")
        self.submit.setObjectName("sign_in.submit")
        self.submit.clicked.connect(self.submitted)
        self.forgot = button(self.tr("Lupa kata sandi?"), "link")
        self.forgot.setObjectName("sign_in.forgot")
        self.forgot.clicked.connect(self.forgot_asked)
        self.register = button(self.tr("Daftar akun baru"), icon="user")
        self.register.setObjectName("sign_in.register")
        self.register.clicked.connect(self.register_asked)
        on_enter(self, self.submitted.emit)
        for each in (self.username, self.password, row(self.keep, self.forgot), self.submit, self.register):
            layout.addWidget(each)
        layout.addStretch(1)

    def show_missing(self, *, username: bool, password: bool) -> None:
        """Mark the fields that are empty."""
        self.username.show_error(self.tr("Isi nama pengguna atau email.") if username else "")
        self.password.show_error(self.tr("Isi kata sandi.") if password else "")
        (self.username if username else self.password).focus_editor()

    def clear_marks(self) -> None:
        """Take the marks of both fields away."""
        self.username.show_error("")
        self.password.show_error("")


class SecondFactorStep(QWidget):
    """A code of the authenticator, or one of the recovery codes.

    Signals:
        code_given(str): six digits, or a recovery code.
        lost_asked(): phone and recovery codes are lost.
        back_asked(): back to the password.
    """

    code_given = Signal(str)
    lost_asked = Signal()
    back_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(theme.GAP_12))
        self.code = CodeInput(
            self.tr("Kode verifikasi dua langkah"),
            hint=self.tr("Enam angka dari aplikasi autentikator Anda."),
        )
        self.code.setObjectName("sign_in.code")
        self.code.completed.connect(self.code_given)
        self.recovery = TextField(
            self.tr("Kode pemulihan"),
            hint=self.tr("Salah satu dari sepuluh kode yang Anda simpan; berlaku satu kali."),
            max_length=64,
        )
        self.recovery.setObjectName("sign_in.recovery_code")
        self.send = button(self.tr("Masuk"), "primary")
        self.send.setObjectName("sign_in.recovery_submit")
        self.send.clicked.connect(self._on_send)
        on_enter(self.recovery, self._on_send)
        self.change = button("", "link")
        self.change.setObjectName("sign_in.use_recovery")
        self.change.clicked.connect(lambda: self._show_kind(by_recovery=self.recovery.isHidden()))
        self.lost = button(self.tr("Ponsel dan kode pemulihan hilang?"), "link")
        self.lost.setObjectName("sign_in.factor_lost")
        self.lost.clicked.connect(self.lost_asked)
        self.back = button(self.tr("Kembali"), "quiet", icon="back")
        self.back.setObjectName("sign_in.back")
        self.back.clicked.connect(self.back_asked)
        layout.addWidget(self.code)
        layout.addWidget(self.recovery)
        layout.addWidget(self.send)
        layout.addWidget(row(self.change, None))
        layout.addWidget(row(self.lost, None))
        layout.addWidget(row(self.back, None))
        layout.addStretch(1)
        self._show_kind(by_recovery=False)

    def begin(self) -> None:
        """Ask for a code of the authenticator."""
        self._show_kind(by_recovery=False)
        self.clear()

    def clear(self) -> None:
        """Empty what was typed, for the next try."""
        self.recovery.show_value("")
        if self.recovery.isHidden():
            self.code.clear()
        else:
            self.recovery.focus_editor()

    def set_usable(self, usable: bool) -> None:
        """Keep a code from being sent twice."""
        for each in (self.code, self.recovery, self.send, self.change, self.lost, self.back):
            each.setEnabled(usable)

    def _show_kind(self, *, by_recovery: bool) -> None:
        self.code.setVisible(not by_recovery)
        self.recovery.setVisible(by_recovery)
        self.send.setVisible(by_recovery)
        self.change.setText(
            self.tr("Pakai kode autentikator") if by_recovery else self.tr("Pakai kode pemulihan")
        )
        if by_recovery:
            self.recovery.show_error("")
            self.recovery.focus_editor()
        else:
            self.code.focus_editor()

    def _on_send(self) -> None:
        typed = self.recovery.value()
        if not self.send.isEnabled():
            return
        if typed:
            self.code_given.emit(typed)
        else:
            self.recovery.show_error(self.tr("Isi salah satu kode pemulihan Anda."))
            self.recovery.focus_editor()


def on_enter(widget: QWidget, deed: Callable[[], None]) -> None:
    """Let Enter anywhere in a widget do something."""
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        enter = QShortcut(QKeySequence(key), widget)
        enter.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        enter.activated.connect(deed)
