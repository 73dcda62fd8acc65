"""Lupa kata sandi: account, email code, new password. Token, code and password live in memory only."""

from __future__ import annotations

from collections.abc import Callable

from inaproc_core.errors import Refusal, Refused
from inaproc_core.registration import identity as rules_of_identity
from inaproc_core.registration.forms import Limits, RegistrationRules
from inaproc_core.wire.account import RecoveryState
from inaproc_desktop.ports.registration import RecoveryCalls
from inaproc_desktop.services.account_safety import new_password_problems


class RecoveryService:
    """One way back in. Methods that call the backend block."""

    def __init__(self, calls: Callable[[], RecoveryCalls], rules: Callable[[], RegistrationRules]) -> None:
        """Put the service together.

        Args:
            calls: the backend in use.
            rules: the registration rules in force today.
        """
        self._calls = calls
        self._rules = rules
        self._account = ""
        self._token = ""
        self._state: RecoveryState | None = None

    @property
    def limits(self) -> Limits:
        """The numbers in force."""
        return self._rules().limits

    @property
    def state(self) -> RecoveryState | None:
        """Where it stands; ``None`` before it was begun."""
        return self._state

    def begin(self, account: str) -> RecoveryState:
        """Begin with a username or an email.

        Raises:
            Refused: ``username.empty``.
        """
        name = account.strip()
        if not name:
            raise Refused(Refusal(code="username.empty", field="account"))
        made = self._calls().begin_recovery(name)
        self._account, self._token, self._state = name, made.token, made
        return made

    def send_code(self) -> RecoveryState:
        """Ask for another code."""
        self._state = self._calls().send_recovery_code(self._id(), self._token)
        return self._state

    def check_code(self, code: str) -> RecoveryState:
        """Send the digits that arrived."""
        self._state = self._calls().check_recovery_code(self._id(), self._token, code)
        return self._state

    def password_lacks(self, password: str) -> tuple[str, ...]:
        """Return the codes of what a password still lacks."""
        return rules_of_identity.password_lacks(password, self.limits)

    def check(self, password: str, again: str) -> tuple[Refusal, ...]:
        """Return what is wrong with the new password; account name or email, whichever is known here."""
        name = self._account.lower()
        return new_password_problems(
            password,
            again,
            username="" if "@" in name else name,
            email=name if "@" in name else "",
            limits=self.limits,
        )

    def set_password(self, password: str, code: str) -> None:
        """End it; all sessions are closed."""
        self._calls().set_new_password(self._id(), self._token, password, code.strip())
        self._token, self._state = "", None

    def _id(self) -> str:
        if self._state is None:
            message = "no recovery is under way"
            raise RuntimeError(message)
        return self._state.recovery_id
