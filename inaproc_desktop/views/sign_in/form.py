"""The card of the sign-in page: what went wrong, the two steps, which server, the way into training."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget

from inaproc_core.errors import Fact
from inaproc_desktop.ports.data import BackendRefused
from inaproc_desktop.ports.session import ServerState
from inaproc_desktop.views import theme
from inaproc_desktop.views.sign_in.rows import Busy
from inaproc_desktop.views.sign_in.steps import PasswordStep, SecondFactorStep
from inaproc_desktop.views.widgets import Banner, Card, Tone, button, label, row, rule
from inaproc_desktop.views.widgets.safety.countdown import Countdown
from inaproc_desktop.views.words import failure_words

_WAITS = ("wait_seconds", "seconds")
"""Facts of a refusal that say how long to wait."""


class SignInForm(Card):
    """Everything but the list of training people.

    Attributes:
        password_step, code_step: the two steps.

    Signals:
        sign_in_asked(): the first step is to be sent.
        server_asked(): ``Peladen…``.
        training_asked(): start the made-up office.
        mailbox_asked(): what training mode has sent.
        forgot_asked(): the way back in, from the link or from the lock.
    """

    sign_in_asked = Signal()
    server_asked = Signal()
    training_asked = Signal()
    mailbox_asked = Signal()
    forgot_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.body.setSpacing(theme.px(theme.GAP_12))
        self.add(row(label("INAPROC", "title"), label("Desktop", "muted"), None))
        self._error = Banner(Tone.BAD, "")
        self._error.setObjectName("sign_in.error")
        self._error.action.connect(self.forgot_asked)
        self.add(self._error)
        self._steps = QStackedWidget()
        self.password_step, self.code_step = PasswordStep(), SecondFactorStep()
        self._steps.addWidget(self.password_step)
        self._steps.addWidget(self.code_step)
        self.add(self._steps)
        self._waiting = label("", "muted", wrap=True)
        self._waiting.setObjectName("sign_in.waiting")
        self.add(self._waiting)
        self.add(rule())
        self._server = label("", "small", wrap=True)
        self._server.setObjectName("sign_in.server")
        self._change_server = button(self.tr("Peladen…"), "link")
        self._change_server.setObjectName("sign_in.change_server")
        self._change_server.clicked.connect(self.server_asked)
        which = QHBoxLayout()
        which.addWidget(self._server, 1)
        which.addWidget(self._change_server)
        self.body.addLayout(which)
        self._training = button(self.tr("Mode latihan"), icon="office")
        self._training.setObjectName("sign_in.training")
        self._training.clicked.connect(self.training_asked)
        self.add(self._training)
        self.add(
            label(
                self.tr("Kantor buatan di komputer ini, untuk belajar dan mencoba. Semua data simulasi."),
                "small",
                wrap=True,
            )
        )
        self._mailbox = button(self.tr("Kotak surat latihan"), "link", icon="bell")
        self._mailbox.setObjectName("sign_in.mailbox")
        self._mailbox.clicked.connect(self.mailbox_asked)
        self._mailbox.hide()
        self.add(row(self._mailbox, None))
        self._locked: BackendRefused | None = None
        self._busy = Busy.NOTHING
        self._lock = Countdown(self, lambda _left: self._show_lock())
        self.password_step.submitted.connect(self._on_submitted)
        self.password_step.forgot_asked.connect(self.forgot_asked)
        self.password_step.username.changed.connect(lambda _text: self._unlock())

    # ---- what is shown

    def show_server(self, state: ServerState | None, address: str) -> None:
        """Show which server is used; ``None`` while it has not answered."""
        if state is None:
            text = address or self.tr("Peladen belum dipilih.")
        elif state.training:
            text = self.tr("Peladen latihan {version}").format(version=state.version)
        else:
            text = self.tr("{address} · versi {version}").format(address=address, version=state.version)
        self._server.setText(text)
        self._mailbox.setVisible(state is not None and state.training)
        for way in (self.password_step.forgot, self.password_step.register):
            way.setToolTip("" if state is not None else self.tr("Pilih peladen dahulu."))

    def show_training_choice(self, shown: bool) -> None:
        """Offer training and staying signed in, which make no sense within training."""
        self.password_step.keep.setVisible(shown)
        self._training.setVisible(shown)

    def show_busy(self, busy: Busy) -> None:
        """Show what is waited for, and keep the form from being sent twice."""
        self._busy = busy
        self._waiting.setText(
            {
                Busy.NOTHING: "",
                Busy.SERVER: self.tr("Menghubungi peladen…"),
                Busy.SIGNING_IN: self.tr("Memeriksa…"),
                Busy.RESTORING: self.tr("Melanjutkan sesi Anda…"),
                Busy.TRAINING: self.tr("Menyiapkan kantor latihan… Yang pertama kali butuh beberapa detik."),
            }[busy]
        )
        self._waiting.setVisible(bool(busy))
        for each in (self._training, self._change_server, self.password_step.register):
            each.setEnabled(not busy)
        self._show_usable()

    def show_note(self, words: str) -> None:
        """Say something that is no fault."""
        self._error.show_text(Tone.ACCENT, words)

    def show_error(self, error: Exception | None) -> bool:
        """Say what went wrong, ``None`` clears; returns whether something is said."""
        self._locked = None
        self._lock.stop()
        if error is None:
            self._error.show_text(Tone.BAD, "")
        elif isinstance(error, BackendRefused) and (seconds := _wait_of(error.refusal.facts)):
            self._locked = error
            self._lock.start(seconds)
        else:
            words = failure_words(error)
            if words is None:
                raise error
            self._error.show_text(Tone.BAD, words.happened)
        if error is not None and self.at_code():
            self.code_step.clear()
        self._show_usable()
        return error is not None

    def at_code(self) -> bool:
        """Return whether the second step is in sight."""
        return self._steps.currentWidget() is self.code_step

    def show_code_step(self) -> None:
        """Go on to the second step."""
        self._steps.setCurrentWidget(self.code_step)
        self.code_step.begin()

    def show_password_step(self) -> None:
        """Go back to the first step."""
        self._steps.setCurrentWidget(self.password_step)
        self.password_step.password.focus_editor()

    # ---- inside

    def _show_lock(self) -> None:
        """Say how long to wait, with the way out; then that one may try again."""
        locked, left = self._locked, self._lock.left()
        if locked is None:
            return
        if left:
            facts: dict[str, Fact] = {**locked.refusal.facts, **dict.fromkeys(_WAITS, left)}
            words = failure_words(BackendRefused(replace(locked.refusal, facts=facts), locked.sentence))
            self._error.show_text(Tone.BAD, words.happened if words else "", self.tr("Lupa kata sandi?"))
        else:
            self._locked = None
            self._error.show_text(Tone.ACCENT, self.tr("Sekarang dapat dicoba lagi."))
        self._show_usable()

    def _unlock(self) -> None:
        """Another account may not be locked."""
        if self._locked is not None:
            self.show_error(None)

    def _show_usable(self) -> None:
        usable = not self._busy and self._locked is None
        self.password_step.submit.setEnabled(usable)
        self.password_step.forgot.setEnabled(not self._busy)
        self.code_step.set_usable(usable)
        self.code_step.back.setEnabled(not self._busy)

    def _on_submitted(self) -> None:
        if self.password_step.submit.isEnabled():
            self.password_step.clear_marks()
            self.sign_in_asked.emit()


def _wait_of(facts: Mapping[str, Fact]) -> int:
    return next((int(facts[name]) for name in _WAITS if name in facts), 0)
