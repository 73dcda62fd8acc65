"""Phone and recovery codes are lost: password, a code by email, a code by SMS, then a wait.

Token and password live in memory only.
"""

from __future__ import annotations

from collections.abc import Callable

from inaproc_core.registration.forms import Limits, RegistrationRules
from inaproc_core.registration.vocabulary import Channel
from inaproc_core.wire.account import FactorResetState
from inaproc_desktop.ports.registration import FactorResetCalls


class FactorResetService:
    """One request to turn the second factor off. Methods that call the backend block."""

    def __init__(self, calls: Callable[[], FactorResetCalls], rules: Callable[[], RegistrationRules]) -> None:
        """Put the service together.

        Args:
            calls: the backend in use.
            rules: the registration rules in force today.
        """
        self._calls = calls
        self._rules = rules
        self._token = ""
        self._state: FactorResetState | None = None

    @property
    def limits(self) -> Limits:
        """The numbers in force."""
        return self._rules().limits

    def begin(self, username: str, password: str) -> FactorResetState:
        """Begin with username or email, and password; a code goes to the email of the account."""
        made = self._calls().begin_factor_reset(username.strip(), password)
        self._token, self._state = made.token, made
        return made

    def send_code(self, channel: Channel) -> FactorResetState:
        """Ask for a (new) code."""
        self._state = self._calls().send_factor_reset_code(self._id(), self._token, channel)
        return self._state

    def check_code(self, channel: Channel, code: str) -> FactorResetState:
        """Send the digits that arrived; with the one of the SMS the waiting time begins."""
        self._state = self._calls().check_factor_reset_code(self._id(), self._token, channel, code)
        return self._state

    def _id(self) -> str:
        if self._state is None:
            message = "no reset is under way"
            raise RuntimeError(message)
        return self._state.reset_id
