"""What happens in the wizard of stage 1. No toolkit."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from inaproc_core.errors import Refused
from inaproc_core.registration.vocabulary import Channel
from inaproc_core.wire.account import RegistrationState
from inaproc_core.wire.messages import Session
from inaproc_desktop.ports.data import BackendRefused, SignedIn
from inaproc_desktop.ports.ui import CancelToken, Clock, Lane, Runner
from inaproc_desktop.ports.world import WorldFailed
from inaproc_desktop.services.account_safety import AccountSafetyService
from inaproc_desktop.services.registration.identity import IdentityService, Resumed
from inaproc_desktop.views.registration.identity.after import AfterAccount, empty_code
from inaproc_desktop.views.registration.identity.contract import IdentityView
from inaproc_desktop.views.registration.identity.rows import Place, Waiting

T = TypeVar("T")

_AUTOSAVE_SECONDS = 0.8
_LATE = (Place.TOTP, Place.CODES, Place.DONE)
"""Pages after the account exists: closing them means going in."""


class IdentityPresenter:
    """Drives the wizard from the first tick to the account."""

    def __init__(
        self,
        view: IdentityView,
        service: IdentityService,
        safety: AccountSafetyService,
        runner: Runner,
        clock: Clock,
        *,
        adopt: Callable[[Session], SignedIn],
        on_signed_in: Callable[[SignedIn], None],
        on_closed: Callable[[], None],
    ) -> None:
        """Tie wizard and services together.

        Args:
            view: the wizard.
            service: the registration.
            safety: the second factor of the new account.
            runner: work lanes.
            clock: when drafts were kept.
            adopt: signs in with the session of the new account; blocking.
            on_signed_in: takes over when the person goes in.
            on_closed: takes over when the wizard is left before there is an account.
        """
        self._view = view
        self._service = service
        self._runner = runner
        self._clock = clock
        self._adopt = adopt
        self._on_signed_in = on_signed_in
        self._on_closed = on_closed
        self._signed_in: SignedIn | None = None
        self._after = AfterAccount(
            view, safety, self._send, service.forget_secrets, service.limits.code_digits
        )
        self._again: Callable[[], None] | None = None
        self._pause: CancelToken | None = None
        self._token = CancelToken()

    # ---- opening, drafting, closing

    def start(self) -> None:
        """Go on with the draft, or begin."""
        self._runner.submit(
            Lane.DATA, self._service.resume, on_done=self._resumed, on_error=self._fail, cancel=self._token
        )

    def _resumed(self, draft: Resumed | None) -> None:
        if draft is None:
            self._view.show_page(Place.TERMS)
            return
        self._view.show_form(draft.form)
        self._view.show_agreed(draft.agreed)
        everything = {text.kind for text in self._service.consents} <= draft.agreed
        if draft.page == Place.TERMS or not everything:
            self._view.show_page(Place.TERMS)
            return
        self._view.show_page(Place.ACCOUNT)
        self._view.show_resumed()
        for name in ("full_name", "username", "email", "phone"):
            self.look_at(name)

    def note_edit(self, name: str = "") -> None:
        """Something was typed: say what can be said of it, and keep the draft soon."""
        if name:
            self.look_at(name)
        if self._pause is not None:
            self._pause.cancel()
        self._pause = self._runner.after(_AUTOSAVE_SECONDS, self._keep)

    def look_at(self, name: str) -> None:
        """Show what can be said of a field."""
        if name == "password":
            self._view.show_lacks(self._service.password_lacks(self._view.form().password))
        else:
            self._view.show_news(name, self._service.look_at(name, self._view.form()))

    def _keep(self, then: Callable[[], None] | None = None) -> None:
        if self._pause is not None:
            self._pause.cancel()
            self._pause = None
        if self._signed_in is not None:
            return
        page, form, agreed = self._view.page_id(), self._view.form(), self._view.agreed()

        def kept(_none: None) -> None:
            self._view.show_kept_at(self._clock.now())
            if then is not None:
                then()

        # Not under the wizard's token: what was typed is kept also when the wizard closes meanwhile.
        self._runner.submit(
            Lane.DATA, self._service.keep, page, form, agreed, on_done=kept, on_error=self._fail
        )

    def close(self) -> None:
        """Leave; the draft stays, and password, codes and token are dropped from memory."""
        page = self._view.page_id()
        if page in _LATE:
            # Escape on a page without that button: the account exists, so the way on is the only one.
            self.skip(page) if page == Place.TOTP else self.go_on(page)
            return
        self._keep(self._closed)

    def _closed(self) -> None:
        self._token.cancel()
        self._service.forget_secrets()
        self._view.forget_secrets()
        self._on_closed()

    # ---- on and back

    def go_on(self, page: str) -> None:
        """The way on from a page."""
        self._view.show_failure(None)
        steps: dict[str, Callable[[], None]] = {
            Place.TERMS: self._after_terms,
            Place.ACCOUNT: self._after_account,
            Place.EMAIL: self._after_email,
            Place.PHONE: self._after_phone,
            Place.TOTP: lambda: self.confirm_totp(self._view.setup_code()),
            Place.CODES: self._after.codes_seen,
            Place.DONE: self._enter,
        }
        steps[page]()

    def go_back(self, page: str) -> None:
        """The way back: to the page before."""
        self._view.show_failure(None)
        before = {Place.ACCOUNT: Place.TERMS, Place.EMAIL: Place.ACCOUNT, Place.PHONE: Place.EMAIL}
        self._turn(before[Place(page)])

    def skip(self, page: str) -> None:
        """Leave the second factor for later."""
        if page == Place.TOTP:
            self.cancel()  # a secret that is still being fetched is not needed any more
            self._after.finish()

    def try_again(self) -> None:
        """Do again what the link failed for."""
        again, self._again = self._again, None
        self._view.show_failure(None)
        if again is not None:
            again()

    def cancel(self) -> None:
        """Stop waiting; what the backend did meanwhile is asked when going on."""
        self._token.cancel()
        self._token = CancelToken()
        self._view.show_waiting(Waiting.NOTHING)

    def _turn(self, page: Place) -> None:
        self._view.show_page(page)
        self._keep()

    def _after_terms(self) -> None:
        missing = frozenset(text.kind for text in self._service.consents) - self._view.agreed()
        self._view.show_missing_consents(missing)
        if not missing:
            self._turn(Place.ACCOUNT)

    def _after_account(self) -> None:
        form = self._view.form()
        problems = self._service.check(form)
        self._view.show_problems(problems)
        if not problems:
            self._turn(Place.EMAIL)
            self._view.show_state(self._service.state)
            self._begin()

    def _begin(self) -> None:
        form = self._view.form()
        self._send(
            Waiting.SENDING, lambda: self._service.begin(form), self._begun, self._begin, self._not_begun
        )

    def _begun(self, state: RegistrationState) -> None:
        self._view.show_state(state)
        if not state.email.verified and not state.email.sent and state.email.sends_left:
            self.send_code(Channel.EMAIL)

    def _not_begun(self, refused: BackendRefused | Refused) -> None:
        self._view.show_page(Place.ACCOUNT)
        if refused.refusal.field:
            self._view.show_problems([refused.refusal])
        else:
            self._view.show_failure(refused)

    def _after_email(self) -> None:
        state = self._service.state
        if state is None:
            self._begin()
        elif not state.email.verified:
            self._view.show_code_error(Channel.EMAIL, empty_code())
        elif state.username_free is False:
            self.choose_username(self._view.username_wish())
        else:
            self._to_phone()

    def _to_phone(self) -> None:
        self._turn(Place.PHONE)
        state = self._service.state
        self._view.show_state(state)
        if state is not None and not state.phone.verified and not state.phone.sent and state.phone.sends_left:
            self.send_code(Channel.SMS)

    def _after_phone(self) -> None:
        state = self._service.state
        if state is not None and state.phone.verified:
            self._complete()
        else:
            self._view.show_code_error(Channel.SMS, empty_code())

    # ---- codes

    def send_code(self, channel: Channel) -> None:
        """Ask for a code."""
        self._send(
            Waiting.CODE,
            lambda: self._service.send_code(channel),
            self._view.show_state,
            lambda: self.send_code(channel),
            lambda refused: self._code_refused(channel, refused),
        )

    def check_code(self, channel: Channel, code: str) -> None:
        """Send the digits that arrived; on success go on by itself."""

        def taken(state: RegistrationState) -> None:
            self._view.show_state(state)
            if channel is Channel.SMS and state.phone.verified:
                self._complete()
            elif channel is Channel.EMAIL and state.email.verified and state.username_free is not False:
                self._to_phone()

        self._send(
            Waiting.CHECKING,
            lambda: self._service.check_code(channel, code),
            taken,
            lambda: self.check_code(channel, code),
            lambda refused: self._code_refused(channel, refused),
        )

    def _code_refused(self, channel: Channel, refused: BackendRefused | Refused) -> None:
        if refused.refusal.code.startswith("registration."):
            self._start_over(refused)
            return
        self._view.show_code_error(channel, refused)
        self._runner.submit(
            Lane.NETWORK,
            self._service.look_again,
            on_done=self._looked_again,
            on_error=lambda _error: None,  # the sentence is on screen; the numbers come with the next answer
            cancel=self._token,
        )

    def _looked_again(self, state: RegistrationState | None) -> None:
        if state is not None:
            self._view.show_state(state)

    def _start_over(self, refused: BackendRefused | Refused) -> None:
        """The registration ran out or is not known any more: send the form once more."""
        self._service.forget_secrets()
        self._turn(Place.ACCOUNT)
        self._view.show_state(None)
        self._view.show_failure(refused)

    def change_contact(self, channel: Channel, text: str) -> None:
        """Ubah email, Ubah nomor."""

        def changed(answer: tuple[RegistrationState, str]) -> None:
            state, value = answer
            self._view.show_changed(channel, value)
            self._view.show_state(state)
            self._keep()
            code = state.email if channel is Channel.EMAIL else state.phone
            if not code.sent and not code.verified and code.sends_left:
                self.send_code(channel)

        self._send(
            Waiting.CODE,
            lambda: self._service.change_contact(channel, text),
            changed,
            lambda: self.change_contact(channel, text),
            lambda refused: self._view.show_change_error(channel, refused),
        )

    def choose_username(self, text: str) -> None:
        """Take another username; on success go on to the phone."""

        def chosen(answer: tuple[RegistrationState, str]) -> None:
            state, value = answer
            self._view.show_state(state)
            if state.username_free:
                self._view.show_username_taken(value)
                self._to_phone()

        self._send(
            Waiting.CHECKING,
            lambda: self._service.choose_username(text),
            chosen,
            lambda: self.choose_username(text),
            self._view.show_username_error,
        )

    # ---- the account

    def _complete(self) -> None:
        def make() -> SignedIn:
            return self._adopt(self._service.complete())

        self._send(Waiting.CREATING, make, self._created, self._complete, self._not_created)

    def _not_created(self, refused: BackendRefused | Refused) -> None:
        if refused.refusal.code.startswith("registration."):
            self._start_over(refused)
        else:
            self._view.show_failure(refused)

    def _created(self, signed_in: SignedIn) -> None:
        self._signed_in = signed_in
        self._view.show_kept_at(None)
        self._after.begin(signed_in, self._service.password())

    def confirm_totp(self, code: str) -> None:
        """Turn the second factor on."""
        self._after.confirm(code)

    def _enter(self) -> None:
        signed_in = self._signed_in
        if signed_in is None:
            return
        self._token.cancel()
        self._service.forget_secrets()
        self._view.forget_secrets()
        self._on_signed_in(signed_in)

    # ---- inside

    def _send(
        self,
        waiting: Waiting,
        job: Callable[[], T],
        on_done: Callable[[T], None],
        again: Callable[[], None],
        on_refused: Callable[[BackendRefused | Refused], None],
    ) -> None:
        def done(answer: T) -> None:
            self._view.show_waiting(Waiting.NOTHING)
            on_done(answer)

        def failed(error: Exception) -> None:
            self._view.show_waiting(Waiting.NOTHING)
            if isinstance(error, BackendRefused | Refused):
                on_refused(error)
            elif isinstance(error, WorldFailed):
                self._again = again
                self._view.show_failure(error, again=True)
            else:
                raise error

        self._view.show_failure(None)
        self._view.show_waiting(waiting)
        self._runner.submit(Lane.NETWORK, job, on_done=done, on_error=failed, cancel=self._token)

    def _fail(self, error: Exception) -> None:
        self._view.show_failure(error)
