"""The sign-in page: account, password, code; the ways to an account; which server; the way into training."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from inaproc_desktop.ports.data import TrainingPerson
from inaproc_desktop.ports.session import ServerState
from inaproc_desktop.views import theme
from inaproc_desktop.views.sign_in.dialogs import PassphraseDialog, ServerDialog
from inaproc_desktop.views.sign_in.form import SignInForm
from inaproc_desktop.views.sign_in.people import PEOPLE_WIDTH, PeopleCard
from inaproc_desktop.views.sign_in.rows import Busy
from inaproc_desktop.views.widgets import ConfirmDialog, VerticalScroll, column

_FORM_WIDTH = 400


class SignInPage(QWidget):
    """Signing in, standing alone in the window.

    Signals:
        sign_in_asked(str, str, bool): account, password, and whether to stay signed in here.
        code_given(str): the six digits of the second step, or a recovery code.
        password_step_asked(): back from the second step.
        person_chosen(str): somebody of the training office.
        training_asked(): start the made-up office.
        server_checked(str): an address to ask and use.
        passphrase_given(str): opens this machine's secret store.
        set_aside_agreed(): the work file that no key opens is to be put aside.
        register_asked(): begin an account.
        recovery_asked(str): the way back in; the account as typed so far.
        factor_reset_asked(str): phone and recovery codes are lost; the account as typed.
        mailbox_asked(): what training mode has sent.
    """

    sign_in_asked = Signal(str, str, bool)
    code_given = Signal(str)
    password_step_asked = Signal()
    person_chosen = Signal(str)
    training_asked = Signal()
    server_checked = Signal(str)
    passphrase_given = Signal(str)
    set_aside_agreed = Signal()
    register_asked = Signal()
    recovery_asked = Signal(str)
    factor_reset_asked = Signal(str)
    mailbox_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sign_in.page")
        self._address = ""
        self._server_dialog: ServerDialog | None = None
        self._passphrase_dialog: PassphraseDialog | None = None
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        scroll = VerticalScroll()
        outer.addWidget(scroll)
        scroll.content.addStretch(1)
        # A grid, because boxes measure the height of an aligned card at the width of the whole page.
        self._beside = QGridLayout()
        self._beside.setContentsMargins(*(theme.px(side) for side in (24, 24, 24, 24)))
        self._beside.setSpacing(theme.px(theme.GAP_24))
        for outer_column in (0, 3):
            self._beside.setColumnStretch(outer_column, 1)
        self._form, self._people = SignInForm(), PeopleCard()
        self._left = column(self._form, None)
        self._right = column(self._people, None)
        self._right.hide()
        self._narrow = False
        self._place_cards()
        scroll.content.addLayout(self._beside)
        scroll.content.addStretch(2)
        self._join()
        self.show_server(None, "")
        self.show_busy(Busy.NOTHING)

    def _join(self) -> None:
        form, first, second = self._form, self._form.password_step, self._form.code_step
        form.sign_in_asked.connect(self._on_sign_in)
        form.server_asked.connect(self._ask_server)
        form.training_asked.connect(self.training_asked)
        form.mailbox_asked.connect(self.mailbox_asked)
        form.forgot_asked.connect(lambda: self.recovery_asked.emit(first.username.value()))
        first.register_asked.connect(self.register_asked)
        second.code_given.connect(self.code_given)
        second.lost_asked.connect(lambda: self.factor_reset_asked.emit(first.username.value()))
        second.back_asked.connect(self.password_step_asked)
        self._people.person_chosen.connect(self.person_chosen)
        self._people.person_opened.connect(first.submitted)

    # ---- what the presenter shows

    def show_server(self, state: ServerState | None, address: str) -> None:
        """Show which server is used; ``None`` while it has not answered."""
        self._address = "" if state is not None and state.training else address
        self._form.show_server(state, address)

    def show_username(self, username: str) -> None:
        """Fill in an account name, and go on to what is empty."""
        step = self._form.password_step
        if username:
            step.username.show_value(username)
        (step.password if step.username.value() else step.username).focus_editor()

    def show_busy(self, busy: Busy) -> None:
        """Show what is waited for, and keep the form from being sent twice."""
        self._form.show_busy(busy)

    def show_error(self, error: Exception | None) -> None:
        """Say what went wrong, ``None`` clears; a lock counts down."""
        if self._form.show_error(error) and not self._form.at_code() and self._right.isHidden():
            self._form.password_step.password.focus_editor()

    def show_missing(self, *, username: bool, password: bool) -> None:
        """Mark the fields that are empty."""
        self._form.password_step.show_missing(username=username, password=password)

    def ask_code(self) -> None:
        """Go on to the second step."""
        self._form.show_code_step()

    def ask_password(self) -> None:
        """Go back to the first step."""
        self._form.show_password_step()

    def show_people(self, people: Sequence[TrainingPerson]) -> None:
        """Show whom one can sign in as in training; none hides the list."""
        self._right.setVisible(bool(people))
        self._form.show_training_choice(not people)
        self._people.show_people(people)

    def show_account(self, username: str, password: str) -> None:
        """Fill in both, for training."""
        step = self._form.password_step
        step.username.show_value(username)
        step.password.show_value(password)
        step.clear_marks()

    def ask_passphrase(self, *, first_time: bool) -> None:
        """Ask for the passphrase of this machine's secret store."""
        self._passphrase_dialog = PassphraseDialog(self, first_time=first_time)
        self._passphrase_dialog.passphrase_given.connect(self.passphrase_given)
        self._passphrase_dialog.open()

    def show_passphrase_error(self, error: Exception) -> None:
        """Say why the passphrase does not do."""
        if self._passphrase_dialog is not None:
            self._passphrase_dialog.show_failed(error)

    def close_passphrase(self) -> None:
        """The store is open."""
        if self._passphrase_dialog is not None:
            self._passphrase_dialog.accept()
            self._passphrase_dialog = None

    def ask_set_aside(self) -> None:
        """Ask whether the work file that no key opens is to be put aside."""
        dialog = ConfirmDialog(
            self,
            title=self.tr("Sisihkan berkas kerja?"),
            text=self.tr(
                "Kunci berkas kerja di komputer ini tidak ditemukan atau tidak cocok. Bila penyimpanan "
                "rahasia sistem hanya terkunci atau dapat dipulihkan, pilih Tidak jadi dan pulihkan dahulu. "
                "Bila tidak, berkas itu dapat disisihkan ke folder bertanggal dan Anda mulai dengan berkas "
                "baru; draf dan perintah yang belum terkirim tetap di dalamnya. Tidak ada yang dihapus."
            ),
            confirm=self.tr("Sisihkan dan mulai baru"),
            harmful=True,
        )
        dialog.setObjectName("sign_in.set_aside_dialog")
        dialog.answered.connect(lambda agreed, _reason: self.set_aside_agreed.emit() if agreed else None)
        dialog.open()

    def show_set_aside(self, place: str) -> None:
        """Say where it lies now, and that one can sign in again."""
        self._form.show_note(
            self.tr("Berkas lama disisihkan di {place}. Masuk sekali lagi.").format(place=place)
        )

    def show_server_answer(self, state: ServerState) -> None:
        """A server that was asked about answers."""
        if self._server_dialog is not None:
            self._server_dialog.show_answer(state)
            self._server_dialog = None

    def show_server_error(self, error: Exception) -> None:
        """A server that was asked about does not."""
        if self._server_dialog is not None:
            self._server_dialog.show_failed(error)

    # ---- what the person does

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the list of people under the form where there is no room beside it."""
        super().resizeEvent(event)
        narrow = event.size().width() < theme.px(_FORM_WIDTH + PEOPLE_WIDTH + 4 * theme.GAP_24)
        if narrow != self._narrow:
            self._narrow = narrow
            self._place_cards()

    def _place_cards(self) -> None:
        self._form.setFixedWidth(theme.px(PEOPLE_WIDTH if self._narrow else _FORM_WIDTH))
        self._beside.addWidget(self._left, 0, 1)
        self._beside.addWidget(self._right, *((1, 1) if self._narrow else (0, 2)))

    def _on_sign_in(self) -> None:
        step = self._form.password_step
        self.sign_in_asked.emit(step.username.value(), step.password.value(), step.keep.value())

    def _ask_server(self) -> None:
        self._server_dialog = ServerDialog(self, self._address)
        self._server_dialog.address_given.connect(self.server_checked)
        self._server_dialog.open()
