"""Keamanan akun without widgets."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

from inaproc_core.errors import Refusal, Refused
from inaproc_core.registration.vocabulary import Channel
from inaproc_core.wire.account import AccountView, CodeState
from inaproc_desktop.ports.data import BackendRefused
from inaproc_desktop.ports.identity import AccountState, TotpSetup
from inaproc_desktop.ports.ui import CancelToken, Lane, Runner
from inaproc_desktop.services.account_safety import PROOF_NEEDED, AccountSafetyService

T = TypeVar("T")


class AccountSafetyView(Protocol):
    """What the presenter needs of the page. Dialogs report failures of their own deed."""

    def show_loading(self, loading: bool) -> None:
        """Say that the page is being read."""

    def show_state(self, state: AccountState) -> None:
        """Show everything."""

    def show_failure(self, error: Exception) -> None:
        """Say what went wrong, in the dialog that is open or on the page."""

    def ask_proof(self) -> None:
        """Ask for a proof of presence before a deed goes on."""

    def show_proof_refused(self, error: Exception) -> None:
        """Say why the proof was not taken."""

    def close_proof(self) -> None:
        """The proof was taken."""

    def show_setup(self, setup: TotpSetup, *, moving: bool) -> None:
        """Open the setting up of the second factor."""

    def show_recovery_codes(self, codes: Sequence[str], account: str) -> None:
        """Show new recovery codes, once."""

    def show_lacks(self, lacks: Sequence[str]) -> None:
        """Show what the new password still lacks."""

    def show_problems(self, problems: Sequence[Refusal]) -> None:
        """Show what is wrong in the dialog that is open, by field."""

    def show_contact_code(self, state: CodeState) -> None:
        """Ask for the code that went to the new contact."""

    def close_dialog(self) -> None:
        """The deed of the open dialog is done."""

    def tell_done(self, code: str) -> None:
        """Say that something was done: ``password``, ``contact``, ``totp_off``, ``device``, ``reset``."""


class AccountSafetyPresenter:
    """Keeps the page true and does what is asked, proving presence where the backend wants it."""

    def __init__(
        self,
        view: AccountSafetyView,
        service: AccountSafetyService,
        runner: Runner,
        *,
        on_signed_out: Callable[[], None],
    ) -> None:
        """Tie page and service together.

        Args:
            view: the page.
            service: the account.
            runner: work lanes.
            on_signed_out: every session was ended, this one too.
        """
        self._view = view
        self._service = service
        self._runner = runner
        self._on_signed_out = on_signed_out
        self._token = CancelToken()
        self._account: AccountView | None = None
        self._after_proof: Callable[[], None] | None = None

    def open(self, _item: str = "") -> None:
        """Read the account."""
        self._view.show_loading(True)
        self._runner.submit(
            Lane.NETWORK,
            self._service.load,
            on_done=self._loaded,
            on_error=self._not_loaded,
            cancel=self._token,
        )

    def close(self) -> None:
        """Stop listening."""
        self._token.cancel()

    def _loaded(self, state: AccountState) -> None:
        self._account = state.account
        self._view.show_loading(False)
        self._view.show_state(state)

    def _not_loaded(self, error: Exception) -> None:
        self._view.show_loading(False)
        self._view.show_failure(error)

    # ---- proof

    def prove(self, code: str, password: str) -> None:
        """Take a proof, then go on with what needed it."""

        def proven(_seconds: int) -> None:
            self._view.close_proof()
            then, self._after_proof = self._after_proof, None
            if then is not None:
                then()

        self._runner.submit(
            Lane.NETWORK,
            self._service.prove,
            code,
            password,
            on_done=proven,
            on_error=self._view.show_proof_refused,
            cancel=self._token,
        )

    def drop_proof(self) -> None:
        """The person does not want to prove it: what needed it is not done."""
        self._after_proof = None

    # ---- second factor

    def begin_totp(self) -> None:
        """Turn the second factor on, or move it to another phone."""
        moving = self._account is not None and self._account.totp_on
        self._do(self._service.begin_totp, lambda setup: self._view.show_setup(setup, moving=moving))

    def confirm_totp(self, code: str) -> None:
        """Send the first code of the authenticator."""
        if len(code) < self._service.limits.code_digits:
            self._view.show_failure(Refused(Refusal(code="code.empty_here", field="code")))
            return
        self._do(lambda: self._service.confirm_totp(code), self._codes_made)

    def remove_totp(self) -> None:
        """Turn the second factor off."""
        self._do(self._service.remove_totp, lambda _none: self._done("totp_off"))

    def renew_codes(self) -> None:
        """Make new recovery codes."""
        self._do(self._service.renew_recovery_codes, self._codes_made)

    def stop_reset(self) -> None:
        """Keep the second factor on, against whoever asked to turn it off."""
        self._do(self._service.stop_factor_reset, lambda _none: self._done("reset"))

    def _codes_made(self, codes: tuple[str, ...]) -> None:
        self._view.close_dialog()
        self._view.show_recovery_codes(codes, self._account.username if self._account is not None else "")
        self.open()

    # ---- password and contact

    def look_at_password(self, password: str) -> None:
        """Show what the new password still lacks."""
        self._view.show_lacks(self._service.password_lacks(password))

    def change_password(self, old: str, new: str, again: str) -> None:
        """Change the password."""
        account = self._account
        if account is None:
            return
        problems = list(
            self._service.check_new_password(new, again, username=account.username, email=account.email)
        )
        if not old:
            problems.insert(0, Refusal(code="password.empty", field="old_password"))
        self._view.show_problems(problems)
        if not problems:
            self._do(
                lambda: self._service.change_password(old, new, second_factor=account.totp_on),
                lambda _none: self._done("password"),
            )

    def change_contact(self, channel: Channel, text: str) -> None:
        """Begin with another email or phone; a code goes there."""
        try:
            self._service.tidy_contact(channel, text)
        except Refused as refused:
            self._view.show_failure(refused)
            return
        self._do(lambda: self._service.change_contact(channel, text), self._view.show_contact_code)

    def check_contact(self, channel: Channel, code: str) -> None:
        """Send the digits that arrived there."""
        if len(code) < self._service.limits.code_digits:
            self._view.show_failure(Refused(Refusal(code="code.empty_here", field="code")))
            return
        self._do(lambda: self._service.check_contact(channel, code), lambda _account: self._done("contact"))

    # ---- devices

    def end_device(self, session_id: str) -> None:
        """Sign one device out."""
        self._do(lambda: self._service.end_device(session_id), lambda _none: self._done("device"))

    def end_all_devices(self) -> None:
        """Sign every device out, this one too."""
        self._do(self._service.end_all_devices, lambda _none: self._on_signed_out())

    # ---- inside

    def _done(self, code: str) -> None:
        self._view.close_dialog()
        self._view.tell_done(code)
        self.open()

    def _do(self, deed: Callable[[], T], on_done: Callable[[T], None]) -> None:
        def failed(error: Exception) -> None:
            if isinstance(error, BackendRefused) and error.refusal.code == PROOF_NEEDED:
                self._after_proof = lambda: self._do(deed, on_done)
                self._view.ask_proof()
            else:
                self._view.show_failure(error)

        self._runner.submit(Lane.NETWORK, deed, on_done=on_done, on_error=failed, cancel=self._token)
