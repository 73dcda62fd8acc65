"""The pages of stage 1 before the account exists: consents, form, codes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from inaproc_core.registration.forms import ConsentText, Limits
from inaproc_core.registration.vocabulary import Channel
from inaproc_core.wire.account import RegistrationState
from inaproc_desktop.views import format as fmt
from inaproc_desktop.views import theme
from inaproc_desktop.views.registration.identity.rows import Place
from inaproc_desktop.views.widgets import Banner, CheckField, TextField, Tone, button, label, row
from inaproc_desktop.views.widgets.parts import clear
from inaproc_desktop.views.widgets.safety.code_step import CodeStep
from inaproc_desktop.views.widgets.safety.new_password import NewPassword
from inaproc_desktop.views.widgets.wizard.page import WizardPage


class TermsPage(WizardPage):
    """Both texts, each with its own tick."""

    def __init__(self, consents: Sequence[ConsentText]) -> None:
        super().__init__(Place.TERMS)
        self.step = self.tr("Ketentuan")
        self.show_heading(
            self.tr("Ketentuan dan persetujuan data pribadi"),
            self.tr("Baca kedua teks, lalu setujui masing-masing. Versi yang Anda setujui dicatat."),
        )
        english = fmt.language() == "en"
        self.ticks: dict[str, CheckField] = {}
        for text in consents:
            title = text.title_en if english else text.title_id
            panel = QFrame()
            theme.set_role(panel, "panel")
            inside = QVBoxLayout(panel)
            inside.setSpacing(theme.px(theme.GAP_8))
            version = label(self.tr("Versi {version}").format(version=text.version), "muted")
            inside.addWidget(row(label(title, "heading"), None, version))
            words = label(text.text_en if english else text.text_id, wrap=True, selectable=True)
            words.setObjectName(f"identity.text_{text.kind}")
            inside.addWidget(words)
            tick = CheckField(
                self.tr("Saya sudah membaca dan menyetujui {title}").format(title=title), required=True
            )
            tick.setObjectName(f"identity.agree_{text.kind}")
            inside.addWidget(tick)
            self.ticks[text.kind] = tick
            self.add(panel)

    def show_missing(self, kinds: frozenset[str]) -> None:
        """Mark the ticks that are needed."""
        for kind, tick in self.ticks.items():
            tick.show_error(self.tr("Setujui teks ini untuk mendaftar.") if kind in kinds else "")
        first = next((tick for kind, tick in self.ticks.items() if kind in kinds), None)
        if first is not None:
            first.focus_editor()


class AccountPage(WizardPage):
    """The form.

    Signals:
        edited(str): a field was typed in, by its name.
    """

    edited = Signal(str)

    def __init__(self, limits: Limits) -> None:
        super().__init__(Place.ACCOUNT)
        self.show_heading(
            self.tr("Data akun"),
            self.tr("Satu akun untuk satu orang. Jabatan dan instansi diisi nanti pada tahap Akses."),
        )
        self.resumed = Banner(Tone.ACCENT, "")
        self.resumed.setObjectName("identity.resumed")
        self.full_name = TextField(
            self.tr("Nama lengkap"),
            required=True,
            max_length=limits.name_max,
            hint=self.tr("Seperti pada KTP atau paspor, tanpa gelar."),
        )
        self._username_hint = self.tr(
            "{minimum}–{maximum} huruf kecil, angka, titik, atau garis bawah."
        ).format(minimum=limits.username_min, maximum=limits.username_max)
        self.username = TextField(
            self.tr("Nama pengguna"), required=True, max_length=limits.username_max, hint=self._username_hint
        )
        self._email_hint = self.tr("Semua hasil verifikasi dikirim ke alamat ini.")
        self.email = TextField(
            self.tr("Email"), required=True, max_length=limits.email_max, hint=self._email_hint
        )
        self.meant = button("", "link")
        self.meant.setObjectName("identity.meant")
        self.meant.hide()
        self._phone_hint = self.tr("Contoh: 0812 3456 7890. Kode SMS dikirim ke nomor ini.")
        self.phone = TextField(self.tr("Nomor ponsel"), required=True, max_length=24, hint=self._phone_hint)
        self.passwords = NewPassword("identity", limits.password_min, limits.password_advised)
        for name in ("full_name", "username", "email", "phone"):
            self._watch(name)
        self.passwords.typed.connect(lambda _text: self.edited.emit("password"))
        self.add(self.resumed)
        self.body.addLayout(_beside(self.full_name, self.username))
        self.body.addLayout(_beside(self.email, self.phone))
        self.add(row(self.meant, None))
        self.add(self.passwords)
        self.first_editor = self.full_name

    def _watch(self, name: str) -> None:
        field: TextField = getattr(self, name)
        field.setObjectName(f"identity.{name}")
        field.changed.connect(lambda _value: self.edited.emit(name))

    def fields(self) -> dict[str, TextField]:
        """Return the fields by name, in the order of the form."""
        return {
            "full_name": self.full_name,
            "username": self.username,
            "email": self.email,
            "phone": self.phone,
            "password": self.passwords.password,
            "password_again": self.passwords.again,
        }

    def show_hint(self, name: str, tidy: str) -> None:
        """Say under a field how its value will be sent."""
        if name == "phone":
            self.phone.show_hint(
                self.tr("Dikirim ke {phone}").format(phone=_spaced(tidy)) if tidy else self._phone_hint
            )
        elif name == "username":
            told = self.tr("Bentuknya benar; ketersediaan diperiksa nanti.")
            self.username.show_hint(told if tidy else self._username_hint)


class CodePage(WizardPage):
    """Six boxes for one channel; for the email, the username where it is not free."""

    def __init__(self, channel: Channel) -> None:
        email = channel is Channel.EMAIL
        super().__init__(Place.EMAIL if email else Place.PHONE)
        self.show_heading(
            self.tr("Verifikasi email") if email else self.tr("Verifikasi ponsel"),
            self.tr("Buka email Anda dan salin kodenya ke sini. Anda juga dapat menempelnya.")
            if email
            else self.tr("Buka SMS Anda dan salin kodenya ke sini. Anda juga dapat menempelnya."),
        )
        self.step_code = CodeStep(f"identity.{self.page_id}", channel)
        self.add(self.step_code)
        self.first_editor = self.step_code


class EmailPage(CodePage):
    """The email, and another username where the first one is taken.

    Signals:
        suggestion_chosen(str): one of the free usernames.
    """

    suggestion_chosen = Signal(str)

    def __init__(self, limits: Limits) -> None:
        super().__init__(Channel.EMAIL)
        self.taken = QFrame()
        self.taken.setObjectName("identity.username_taken")
        theme.set_role(self.taken, "panel")
        inside = QVBoxLayout(self.taken)
        inside.setSpacing(theme.px(theme.GAP_8))
        self._said = label("", "strong", wrap=True)
        inside.addWidget(self._said)
        inside.addWidget(
            label(self.tr("Pilih salah satu yang masih bebas, atau tulis yang lain."), "muted", wrap=True)
        )
        self._near = QVBoxLayout()
        self._near.setSpacing(theme.px(theme.GAP_4))
        inside.addLayout(self._near)
        self.wish = TextField(self.tr("Nama pengguna lain"), required=True, max_length=limits.username_max)
        self.wish.setObjectName("identity.username_wish")
        inside.addWidget(self.wish)
        self.add(self.taken)
        self.taken.hide()

    def show_username(self, state: RegistrationState) -> None:
        """Show the choice where the username is not free."""
        taken = state.email.verified and state.username_free is False
        self.taken.setVisible(taken)
        if not taken:
            return
        self._said.setText(self.tr("Nama pengguna {name} sudah dipakai.").format(name=state.username))
        clear(self._near)
        for name in state.suggestions:
            choice = button(name, icon="user")
            choice.setObjectName("identity.suggestion")
            choice.clicked.connect(lambda _checked=False, chosen=name: self.suggestion_chosen.emit(chosen))
            self._near.addWidget(row(choice, None))
        self.wish.focus_editor()


def _beside(*fields: TextField) -> QHBoxLayout:
    """Return fields side by side, equally wide, their tops in one line whatever is said below them."""
    beside = QHBoxLayout()
    beside.setSpacing(theme.px(theme.GAP_16))
    for field in fields:
        under = QVBoxLayout()
        under.addWidget(field)
        under.addStretch(1)
        beside.addLayout(under, 1)
    return beside


def _spaced(phone: str) -> str:
    """Return ``+62 812 3456 7890``."""
    national = phone.removeprefix("+62")
    groups = [national[:3], *(national[at : at + 4] for at in range(3, len(national), 4))]
    return " ".join(["+62", *groups])
