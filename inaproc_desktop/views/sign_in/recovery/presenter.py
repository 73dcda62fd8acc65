"""Lupa kata sandi without widgets."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

from inaproc_core.errors import Refusal, Refused
from inaproc_core.wire.account import RecoveryState
from inaproc_desktop.ports.data import BackendRefused
from inaproc_desktop.ports.ui import CancelToken, Lane, Runner
from inaproc_desktop.services.recovery import RecoveryService

T = TypeVar("T")

_PASSWORD_FIELDS = ("password", "password_again", "code")


class RecoveryView(Protocol):
    """What the presenter needs of the dialog."""

    def show_state(self, state: RecoveryState) -> None:
        """Show the code, or the new password once the code was right."""

    def show_lacks(self, lacks: Sequence[str]) -> None:
        """Show what the new password still lacks."""

    def show_problems(self, problems: Sequence[Refusal]) -> None:
        """Show what is wrong with the new password."""

    def show_waiting(self, waiting: bool) -> None:
        """Keep a step from being sent twice."""

    def show_failure(self, error: Exception) -> None:
        """Say what went wrong."""

    def show_done(self) -> None:
        """The password was changed."""


class RecoveryPresenter:
    """Leads from an account to a new password."""

    def __init__(self, view: RecoveryView, service: RecoveryService, runner: Runner) -> None:
        self._view = view
        self._service = service
        self._runner = runner
        self._token = CancelToken()

    def close(self) -> None:
        """The dialog was closed: answers that come later are passed over."""
        self._token.cancel()

    def begin(self, account: str) -> None:
        """Name the account."""
        self._send(lambda: self._service.begin(account), self._view.show_state)

    def send_code(self) -> None:
        """Ask for another code."""
        self._send(self._service.send_code, self._view.show_state)

    def check_code(self, code: str) -> None:
        """Send the digits that arrived."""
        if len(code) < self._service.limits.code_digits:
            self._view.show_failure(Refused(Refusal(code="code.empty_here", field="code")))
            return
        self._send(lambda: self._service.check_code(code), self._view.show_state)

    def look_at(self, password: str) -> None:
        """Show what the password still lacks."""
        self._view.show_lacks(self._service.password_lacks(password))

    def set_password(self, password: str, again: str, code: str) -> None:
        """Change the password."""
        problems = list(self._service.check(password, again))
        state = self._service.state
        if state is not None and state.needs_second_factor and not code.strip():
            problems.append(Refusal(code="code.second_factor_missing", field="code"))
        self._view.show_problems(problems)
        if not problems:
            self._send(
                lambda: self._service.set_password(password, code), lambda _none: self._view.show_done()
            )

    def _send(self, job: Callable[[], T], on_done: Callable[[T], None]) -> None:
        def done(answer: T) -> None:
            self._view.show_waiting(False)
            on_done(answer)

        def failed(error: Exception) -> None:
            self._view.show_waiting(False)
            if isinstance(error, BackendRefused) and error.refusal.field in _PASSWORD_FIELDS:
                state = self._service.state
                if state is not None and state.proven:
                    self._view.show_problems([error.refusal])
                    return
            self._view.show_failure(error)

        self._view.show_waiting(True)
        self._runner.submit(Lane.NETWORK, job, on_done=done, on_error=failed, cancel=self._token)
