"""What the presenter of stage 1 does once the account exists: second factor, recovery codes, the end."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeVar

from inaproc_core.errors import Refusal, Refused
from inaproc_core.wire.account import AccountView
from inaproc_desktop.ports.data import BackendRefused, SignedIn
from inaproc_desktop.ports.identity import TotpSetup
from inaproc_desktop.views.registration.identity.contract import IdentityView
from inaproc_desktop.views.registration.identity.rows import Place, Waiting

T = TypeVar("T")


class SecondFactor(Protocol):
    """The second factor of the new account (``AccountSafetyService``)."""

    def begin_totp(self, password: str = "") -> TotpSetup:
        """Ask for a secret."""

    def confirm_totp(self, code: str, password: str = "") -> tuple[str, ...]:
        """Turn it on; returns recovery codes."""

    def account(self) -> AccountView:
        """Read the account."""


class Send(Protocol):
    """Runs a job on the network lane, says what is waited for, and offers to try again without a link."""

    def __call__(
        self,
        waiting: Waiting,
        job: Callable[[], T],
        on_done: Callable[[T], None],
        again: Callable[[], None],
        on_refused: Callable[[BackendRefused | Refused], None],
    ) -> None:
        """Run it."""


class AfterAccount:
    """The pages ``totp``, ``codes`` and ``done``."""

    def __init__(
        self, view: IdentityView, safety: SecondFactor, send: Send, forget: Callable[[], None], digits: int
    ) -> None:
        """Tie them together.

        Args:
            view: the wizard.
            safety: the second factor.
            send: runs jobs.
            forget: drops the password from memory.
            digits: length of a code.
        """
        self._view = view
        self._safety = safety
        self._send = send
        self._forget = forget
        self._digits = digits
        self._password = ""
        self._signed_in: SignedIn | None = None
        self._second_factor = False

    def begin(self, signed_in: SignedIn, password: str) -> None:
        """The account was made; the password just chosen proves presence."""
        self._signed_in, self._password = signed_in, password
        self._view.show_page(Place.TOTP)
        self._fetch()

    def _fetch(self) -> None:
        self._view.show_setup(None, compulsory=False)

        def fetch() -> tuple[TotpSetup, bool]:
            return self._safety.begin_totp(self._password), self._safety.account().totp_required

        def fetched(answer: tuple[TotpSetup, bool]) -> None:
            setup, compulsory = answer
            self._view.show_setup(setup, compulsory=compulsory)

        self._send(Waiting.TOTP, fetch, fetched, self._fetch, self._view.show_failure)

    def confirm(self, code: str) -> None:
        """Turn the second factor on by its first code."""
        if len(code) < self._digits:
            self._view.show_setup_error(empty_code())
            return
        self._send(
            Waiting.CHECKING,
            lambda: self._safety.confirm_totp(code, self._password),
            self._confirmed,
            lambda: self.confirm(code),
            self._view.show_setup_error,
        )

    def _confirmed(self, codes: tuple[str, ...]) -> None:
        self._second_factor = True
        account = self._signed_in.session.username if self._signed_in is not None else ""
        self._view.show_recovery_codes(codes, account)
        self._view.show_page(Place.CODES)

    def codes_seen(self) -> None:
        """Go on from the recovery codes, once they were put away."""
        if self._view.put_away():
            self.finish()
        else:
            self._view.show_not_put_away()

    def finish(self) -> None:
        """Show the end; secrets leave memory and screen."""
        self._password = ""
        self._forget()
        self._view.forget_secrets()
        name = self._signed_in.session.name if self._signed_in is not None else ""
        self._view.show_done(name, second_factor=self._second_factor)
        self._view.show_page(Place.DONE)


def empty_code() -> Refused:
    """Return what is said when not all digits are there."""
    return Refused(Refusal(code="code.empty_here", field="code"))
