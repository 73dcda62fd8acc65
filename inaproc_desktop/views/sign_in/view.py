"""The sign-in page: account, password, code; which server; and the way into training."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from inaproc_desktop.ports.data import TrainingPerson
from inaproc_desktop.ports.session import ServerState
from inaproc_desktop.views import theme
from inaproc_desktop.views.sign_in.dialogs import PassphraseDialog, ServerDialog
from inaproc_desktop.views.sign_in.rows import Busy
from inaproc_desktop.views.widgets import (
    Banner,
    Card,
    CheckField,
    CodeInput,
    Column,
    Table,
    TextField,
    Tone,
    VerticalScroll,
    button,
    column,
    label,
    row,
    rule,
)
from inaproc_desktop.views.words import failure_words, role_label

_FORM_WIDTH = 400
_PEOPLE_WIDTH = 520
_PEOPLE_HEIGHT = 470


class SignInPage(QWidget):
    """Signing in, standing alone in the window.

    Signals:
        sign_in_asked(str, str, bool): account, password, and whether to stay signed in here.
        code_given(str): the six digits of the second step.
        password_step_asked(): back from the second step.
        person_chosen(str): somebody of the training office.
        training_asked(): start the made-up office.
        server_checked(str): an address to ask and use.
        passphrase_given(str): opens this machine's secret store.
    """

    sign_in_asked = Signal(str, str, bool)
    code_given = Signal(str)
    password_step_asked = Signal()
    person_chosen = Signal(str)
    training_asked = Signal()
    server_checked = Signal(str)
    passphrase_given = Signal(str)

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
        self._left = column(self._build_form(), None)
        self._right = column(self._build_people(), None)
        self._right.hide()
        self._narrow = False
        self._place_cards()
        scroll.content.addLayout(self._beside)
        scroll.content.addStretch(2)
        self.show_server(None, "")
        self.show_busy(Busy.NOTHING)

    # ---- building

    def _build_form(self) -> QWidget:
        self._form = card = Card()
        card.body.setSpacing(theme.px(theme.GAP_12))
        card.add(row(label("INAPROC", "title"), label("Desktop", "muted"), None))
        self._error = Banner(Tone.BAD, "")
        self._error.setObjectName("sign_in.error")
        card.add(self._error)
        self._steps = QStackedWidget()
        self._steps.addWidget(self._build_password_step())
        self._steps.addWidget(self._build_code_step())
        card.add(self._steps)
        self._waiting = label("", "muted", wrap=True)
        self._waiting.setObjectName("sign_in.waiting")
        card.add(self._waiting)
        card.add(rule())
        self._server = label("", "small", wrap=True)
        self._server.setObjectName("sign_in.server")
        self._change_server = button(self.tr("Peladen…"), "link")
        self._change_server.setObjectName("sign_in.change_server")
        self._change_server.clicked.connect(self._ask_server)
        which = QHBoxLayout()
        which.addWidget(self._server, 1)
        which.addWidget(self._change_server)
        card.body.addLayout(which)
        self._training = button(self.tr("Mode latihan"), icon="office")
        self._training.setObjectName("sign_in.training")
        self._training.clicked.connect(lambda: self.training_asked.emit())
        card.add(self._training)
        card.add(
            label(
                self.tr("Kantor buatan di komputer ini, untuk belajar dan mencoba. Semua data simulasi."),
                "small",
                wrap=True,
            )
        )
        return card

    def _build_password_step(self) -> QWidget:
        step = QWidget()
        layout = QVBoxLayout(step)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(theme.GAP_12))
        self._username = TextField(self.tr("Nama pengguna atau email"), max_length=254)
        self._username.setObjectName("sign_in.username")
        self._password = TextField(self.tr("Kata sandi"), secret=True, max_length=1024)
        self._password.setObjectName("sign_in.password")
        self._keep = CheckField(self.tr("Tetap masuk di perangkat ini"))
        self._keep.setObjectName("sign_in.keep")
        self._sign_in = button(self.tr("Masuk"), "primary")
        self._sign_in.setObjectName("sign_in.submit")
        self._sign_in.clicked.connect(self._on_sign_in)
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            enter = QShortcut(QKeySequence(key), step)
            enter.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            enter.activated.connect(self._on_sign_in)
        for each in (self._username, self._password, self._keep, self._sign_in):
            layout.addWidget(each)
        layout.addStretch(1)
        return step

    def _build_code_step(self) -> QWidget:
        step = QWidget()
        layout = QVBoxLayout(step)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(theme.GAP_12))
        self._code = CodeInput(
            self.tr("Kode verifikasi dua langkah"),
            hint=self.tr("Enam angka dari aplikasi autentikator Anda."),
        )
        self._code.setObjectName("sign_in.code")
        self._code.completed.connect(self.code_given)
        self._back = button(self.tr("Kembali"), "quiet", icon="back")
        self._back.setObjectName("sign_in.back")
        self._back.clicked.connect(lambda: self.password_step_asked.emit())
        layout.addWidget(self._code)
        layout.addWidget(row(self._back, None))
        layout.addStretch(1)
        return step

    def _build_people(self) -> QWidget:
        self._people_card = Card(self.tr("Pilih peran latihan"), padded=False)
        self._people_card.setFixedWidth(theme.px(_PEOPLE_WIDTH))
        self._people_card.setObjectName("sign_in.people_card")
        note = label(
            self.tr(
                "SIMULASI: semua orang dan kantor ini buatan, dan kata sandinya umum. Satu klik mengisi "
                "formulir; klik ganda langsung masuk."
            ),
            "warn",
            wrap=True,
        )
        note.setContentsMargins(*(theme.px(side) for side in (14, 10, 14, 6)))
        self._people = Table(
            self.tr("Orang latihan"),
            [
                Column(
                    key="name",
                    title=self.tr("Nama"),
                    text=lambda one: one.name,
                    secondary=lambda one: one.username,
                    width=190,
                    strong=True,
                ),
                Column(
                    key="role",
                    title=self.tr("Peran"),
                    text=lambda one: role_label(one.role),
                    secondary=lambda one: one.office,
                    stretch=True,
                ),
            ],
            row_id=lambda one: one.username,
            lines=2,
        )
        self._people.setObjectName("sign_in.people")
        self._people.setFixedHeight(theme.px(_PEOPLE_HEIGHT))
        self._people.chosen.connect(self._on_person)
        self._people.opened.connect(lambda _username: self._on_sign_in())
        self._people_card.add(note)
        self._people_card.add(self._people)
        return self._people_card

    # ---- what the presenter shows

    def show_server(self, state: ServerState | None, address: str) -> None:
        """Show which server is used; ``None`` while it has not answered."""
        self._address = "" if state is not None and state.training else address
        if state is None:
            text = address or self.tr("Peladen belum dipilih.")
        elif state.training:
            text = self.tr("Peladen latihan {version}").format(version=state.version)
        else:
            text = self.tr("{address} · versi {version}").format(address=address, version=state.version)
        self._server.setText(text)

    def show_username(self, username: str) -> None:
        """Fill in an account name, and go on to what is empty."""
        if username:
            self._username.show_value(username)
        (self._password if self._username.value() else self._username).focus_editor()

    def show_busy(self, busy: Busy) -> None:
        """Show what is waited for, and keep the form from being sent twice."""
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
        for each in (self._sign_in, self._training, self._change_server, self._code, self._back):
            each.setEnabled(not busy)

    def show_error(self, error: Exception | None) -> None:
        """Say what went wrong, ``None`` clears."""
        if error is None:
            self._error.show_text(Tone.BAD, "")
            return
        words = failure_words(error)
        if words is None:
            raise error
        self._error.show_text(Tone.BAD, words.happened)
        if self._steps.currentIndex():
            self._code.clear()
        elif self._right.isHidden():
            self._password.focus_editor()

    def show_missing(self, *, username: bool, password: bool) -> None:
        """Mark the fields that are empty."""
        self._username.show_error(self.tr("Isi nama pengguna atau email.") if username else "")
        self._password.show_error(self.tr("Isi kata sandi.") if password else "")
        (self._username if username else self._password).focus_editor()

    def ask_code(self) -> None:
        """Go on to the second step."""
        self._steps.setCurrentIndex(1)
        self._code.clear()

    def ask_password(self) -> None:
        """Go back to the first step."""
        self._steps.setCurrentIndex(0)
        self._password.focus_editor()

    def show_people(self, people: Sequence[TrainingPerson]) -> None:
        """Show whom one can sign in as in training; none hides the list."""
        self._people.show_rows(people)
        self._right.setVisible(bool(people))
        self._keep.setVisible(not people)
        self._training.setVisible(not people)
        if people:
            self._people.focus_rows()

    def show_account(self, username: str, password: str) -> None:
        """Fill in both, for training."""
        self._username.show_value(username)
        self._password.show_value(password)
        self._clear_marks()

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
        narrow = event.size().width() < theme.px(_FORM_WIDTH + _PEOPLE_WIDTH + 4 * theme.GAP_24)
        if narrow != self._narrow:
            self._narrow = narrow
            self._place_cards()

    def _place_cards(self) -> None:
        self._form.setFixedWidth(theme.px(_PEOPLE_WIDTH if self._narrow else _FORM_WIDTH))
        self._beside.addWidget(self._left, 0, 1)
        self._beside.addWidget(self._right, *((1, 1) if self._narrow else (0, 2)))

    def _on_sign_in(self) -> None:
        if self._sign_in.isEnabled():
            self._clear_marks()
            self.sign_in_asked.emit(self._username.value(), self._password.value(), self._keep.value())

    def _clear_marks(self) -> None:
        self._username.show_error("")
        self._password.show_error("")

    def _on_person(self, username: str) -> None:
        if username:
            self.person_chosen.emit(username)

    def _ask_server(self) -> None:
        self._server_dialog = ServerDialog(self, self._address)
        self._server_dialog.address_given.connect(self.server_checked)
        self._server_dialog.open()
