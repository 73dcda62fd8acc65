"""The wizard of stage 1 on screen."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from inaproc_core.errors import Refusal
from inaproc_core.registration.forms import ConsentText, Limits
from inaproc_core.registration.vocabulary import Channel
from inaproc_core.wire.account import RegistrationState
from inaproc_desktop.ports.identity import FieldNews, IdentityForm, TotpSetup
from inaproc_desktop.ports.world import WorldFailed
from inaproc_desktop.views import format as fmt
from inaproc_desktop.views.registration.identity.account_pages import CodesPage, DonePage, TotpPage
from inaproc_desktop.views.registration.identity.pages import AccountPage, CodePage, EmailPage, TermsPage
from inaproc_desktop.views.registration.identity.rows import Place, Waiting
from inaproc_desktop.views.widgets import Tone
from inaproc_desktop.views.widgets.wizard.frame import WizardFrame
from inaproc_desktop.views.widgets.wizard.stages import Stage, Turn
from inaproc_desktop.views.words import failure_words, refusal_sentence

_DRAFTED = ("full_name", "username", "email", "phone")


class IdentityWizard(WizardFrame):
    """Registrasi & Verifikasi Identitas Digital.

    Signals:
        edited(str): something was typed or ticked; the name of the field, empty for a tick.
        code_given(object, str): channel and six digits.
        resend_asked(object): a new code for a channel.
        change_given(object, str): another address for a channel.
        suggestion_chosen(str): a free username.
        totp_given(str): six digits of the authenticator.
    """

    edited = Signal(str)
    code_given = Signal(object, str)
    resend_asked = Signal(object)
    change_given = Signal(object, str)
    suggestion_chosen = Signal(str)
    totp_given = Signal(str)

    def __init__(
        self, consents: Sequence[ConsentText], limits: Limits, parent: QWidget | None = None
    ) -> None:
        super().__init__("identity", "", Stage.IDENTITY, parent)
        self.show_title(self.tr("Registrasi & Verifikasi Identitas Digital"))
        self._terms = TermsPage(consents)
        self._account = AccountPage(limits)
        self._email = EmailPage(limits)
        self._phone = CodePage(Channel.SMS)
        self._totp = TotpPage()
        self._codes = CodesPage()
        self._done = DonePage()
        self.add_pages(
            [self._terms, self._account, self._email, self._phone, self._totp, self._codes, self._done]
        )
        for tick in self._terms.ticks.values():
            tick.changed.connect(lambda _ticked: self.edited.emit(""))
        self._account.edited.connect(self.edited)
        self._account.meant.clicked.connect(self._on_meant)
        self._meant = ""
        for channel, page in ((Channel.EMAIL, self._email), (Channel.SMS, self._phone)):
            self._join(channel, page)
        self._email.suggestion_chosen.connect(self.suggestion_chosen)
        self._totp.setup.code_given.connect(self.totp_given)

    def _join(self, channel: Channel, page: CodePage) -> None:
        page.step_code.code_given.connect(lambda code: self.code_given.emit(channel, code))
        page.step_code.resend_asked.connect(lambda: self.resend_asked.emit(channel))
        page.step_code.change_given.connect(lambda text: self.change_given.emit(channel, text))

    # ---- the form and its draft

    def form(self) -> IdentityForm:
        """Return what was typed."""
        return IdentityForm(**{name: field.typed() for name, field in self._account.fields().items()})

    def show_form(self, form: IdentityForm) -> None:
        """Fill in the form."""
        fields = self._account.fields()
        for name in _DRAFTED:
            fields[name].show_value(getattr(form, name))

    def agreed(self) -> frozenset[str]:
        """Return the kinds of consent that are ticked."""
        return frozenset(kind for kind, tick in self._terms.ticks.items() if tick.value())

    def show_agreed(self, kinds: frozenset[str]) -> None:
        """Tick consents."""
        for kind, tick in self._terms.ticks.items():
            tick.show_value(kind in kinds)

    def show_missing_consents(self, kinds: frozenset[str]) -> None:
        """Mark the consents that are needed."""
        self._terms.show_missing(kinds)

    def show_news(self, name: str, news: FieldNews) -> None:
        """Show what can be said of a field while it is typed."""
        field = self._account.fields()[name]
        field.show_error(refusal_sentence(news.refusal) if news.refusal is not None else "")
        self._account.show_hint(name, news.tidy)
        if name == "email":
            self._meant = news.meant
            asked = self.tr("Maksudnya @{domain}? Klik untuk memakainya.").format(domain=news.meant)
            self._account.meant.setText(asked if news.meant else "")
            self._account.meant.setVisible(bool(news.meant))

    def show_lacks(self, lacks: Sequence[str]) -> None:
        """Show what the password still lacks."""
        self._account.passwords.show_lacks(lacks)

    def show_problems(self, problems: Sequence[Refusal]) -> None:
        """Show what is wrong with the form, and go to the first of it."""
        said = {problem.field: refusal_sentence(problem) for problem in problems}
        first = None
        for name, field in self._account.fields().items():
            field.show_error(said.get(name, ""))
            if first is None and name in said:
                first = field
        if first is not None:
            first.focus_editor()

    def show_resumed(self) -> None:
        """Say that a draft goes on and that the password is asked again."""
        self._account.resumed.show_text(
            Tone.ACCENT,
            self.tr("Isian Anda dilanjutkan. Kata sandi tidak pernah disimpan, jadi ketik sekali lagi."),
        )
        self._account.passwords.focus_editor()

    def show_kept_at(self, at: datetime | None) -> None:
        """Say when the draft was kept."""
        self.show_kept(self.tr("Draf tersimpan {time}").format(time=fmt.time(at)) if at else "")

    # ---- waiting and failing

    def show_waiting(self, waiting: Waiting) -> None:
        """Say what is waited for."""
        words = {
            Waiting.NOTHING: "",
            Waiting.SENDING: self.tr("Mengirim isian…"),
            Waiting.CHECKING: self.tr("Memeriksa…"),
            Waiting.CODE: self.tr("Meminta kode…"),
            Waiting.CREATING: self.tr("Membuat akun…"),
            Waiting.TOTP: self.tr("Menyiapkan verifikasi dua langkah…"),
        }[waiting]
        self.show_busy(words, cancellable=waiting is not Waiting.CREATING)

    def show_failure(self, error: Exception | None, *, again: bool = False) -> None:
        """Say what went wrong with the whole page, with a button that tries again."""
        online = not isinstance(error, WorldFailed)
        for page in (self._email, self._phone):
            page.step_code.show_online(online)
        if error is None:
            self.show_banner(Tone.WARN, "")
            return
        words = failure_words(error)
        if words is None:
            raise error
        said = words.happened
        if isinstance(error, WorldFailed) and self.page_id() in (Place.EMAIL, Place.PHONE):
            said = self.tr("Langkah ini butuh sambungan ke peladen. {why}").format(why=said)
        self.show_banner(
            Tone.BAD if words.refused else Tone.WARN, said, self.tr("Coba lagi") if again else ""
        )

    # ---- codes

    def _code_page(self, channel: Channel) -> CodePage:
        return self._email if channel is Channel.EMAIL else self._phone

    def show_state(self, state: RegistrationState | None) -> None:
        """Show where both codes stand, and whether the username is free."""
        self._email.step_code.show_state(state.email if state is not None else None)
        self._phone.step_code.show_state(state.phone if state is not None else None)
        if state is not None:
            self._email.show_username(state)
        else:
            self._email.taken.hide()

    def show_code_error(self, channel: Channel, error: Exception) -> None:
        """Say why a code was not taken."""
        self._code_page(channel).step_code.show_error(_words(error))

    def show_change_error(self, channel: Channel, error: Exception) -> None:
        """Say why another address was not taken."""
        self._code_page(channel).step_code.show_change_error(_words(error))

    def show_changed(self, channel: Channel, value: str) -> None:
        """Another address was taken."""
        (self._account.email if channel is Channel.EMAIL else self._account.phone).show_value(value)
        self._code_page(channel).step_code.show_changed()

    def username_wish(self) -> str:
        """Return the username typed where the first one is not free."""
        return self._email.wish.value()

    def show_username_taken(self, username: str) -> None:
        """Another username was taken over into the form."""
        self._account.username.show_value(username)
        self._email.wish.show_value("")

    def show_username_error(self, error: Exception) -> None:
        """Say why another username was not taken."""
        self._email.wish.show_error(_words(error))
        self._email.wish.focus_editor()

    # ---- the account

    def show_setup(self, setup: TotpSetup | None, *, compulsory: bool) -> None:
        """Show the second factor that waits for its code; ``None`` while it is fetched."""
        self._totp.show_setup(setup, compulsory=compulsory)
        self.show_buttons()
        if setup is not None:
            self._totp.setup.code.setFocus()  # without scrolling: the QR code comes first

    def show_setup_error(self, error: Exception) -> None:
        """Say why the code of the authenticator was not taken."""
        self._totp.setup.show_error(_words(error))

    def setup_code(self) -> str:
        """Return the digits typed so far."""
        return self._totp.setup.code.value()

    def show_recovery_codes(self, codes: Sequence[str], account: str) -> None:
        """Show the recovery codes."""
        self._codes.codes.show_codes(codes, account)

    def put_away(self) -> bool:
        """Return whether the recovery codes were put away."""
        return self._codes.codes.tick.value()

    def show_not_put_away(self) -> None:
        """Ask to put the recovery codes away first."""
        self._codes.codes.tick.show_error(self.tr("Cetak atau simpan kodenya dahulu, lalu centang di sini."))
        self._codes.codes.tick.focus_editor()

    def show_done(self, name: str, *, second_factor: bool) -> None:
        """Show what comes next."""
        self.stages.show_turns({Stage.IDENTITY: Turn.DONE, Stage.PROFILE: Turn.YOU})
        self._done.show_done(name, second_factor=second_factor)

    def forget_secrets(self) -> None:
        """Take password, codes and key off the screen."""
        self._account.passwords.forget()
        self._totp.setup.forget()
        self._codes.codes.show_codes((), "")

    def _on_meant(self) -> None:
        local = self._account.email.value().partition("@")[0]
        self._account.email.show_value(f"{local}@{self._meant}")
        self.edited.emit("email")
        self._account.email.focus_editor()


def _words(error: Exception) -> str:
    words = failure_words(error)
    if words is None:
        raise error
    return words.happened
