"""Phone and recovery codes are lost, without widgets."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from inaproc_core.errors import Refusal, Refused
from inaproc_core.registration.vocabulary import Channel
from inaproc_core.wire.account import FactorResetState
from inaproc_desktop.ports.ui import CancelToken, Lane, Runner
from inaproc_desktop.services.factor_reset import FactorResetService


class FactorResetView(Protocol):
    """What the presenter needs of the dialog."""

    def show_missing(self, *, username: bool, password: bool) -> None:
        """Mark the fields that are empty."""

    def show_state(self, state: FactorResetState) -> None:
        """Show the code that is asked for now, or from when the factor is off."""

    def show_waiting(self, waiting: bool) -> None:
        """Keep a step from being sent twice."""

    def show_failure(self, error: Exception) -> None:
        """Say what went wrong, at the step in sight."""


class FactorResetPresenter:
    """Leads from name and password to the moment from which the factor is off."""

    def __init__(self, view: FactorResetView, service: FactorResetService, runner: Runner) -> None:
        self._view = view
        self._service = service
        self._runner = runner
        self._token = CancelToken()

    def close(self) -> None:
        """The dialog was closed: answers that come later are passed over."""
        self._token.cancel()

    def begin(self, username: str, password: str) -> None:
        """Name the account and prove its password."""
        self._view.show_missing(username=not username.strip(), password=not password)
        if username.strip() and password:
            self._send(lambda: self._service.begin(username, password))

    def send_code(self, channel: Channel) -> None:
        """Ask for a code."""
        self._send(lambda: self._service.send_code(channel))

    def check_code(self, channel: Channel, code: str) -> None:
        """Send the digits that arrived."""
        if len(code) < self._service.limits.code_digits:
            self._view.show_failure(Refused(Refusal(code="code.empty_here", field="code")))
            return
        self._send(lambda: self._service.check_code(channel, code))

    def _send(self, job: Callable[[], FactorResetState]) -> None:
        def done(state: FactorResetState) -> None:
            self._view.show_waiting(False)
            self._view.show_state(state)
            phone = state.phone
            may_send = not (phone.sent or phone.verified or phone.resend_seconds or phone.paused_seconds)
            if state.email.verified and may_send:
                self._send_sms()

        self._submit(job, done)

    def _send_sms(self) -> None:
        """Send the second code right after the first was right; its button stays for another try."""

        def sent(state: FactorResetState) -> None:
            self._view.show_waiting(False)
            self._view.show_state(state)

        self._submit(lambda: self._service.send_code(Channel.SMS), sent)

    def _submit(self, job: Callable[[], FactorResetState], done: Callable[[FactorResetState], None]) -> None:
        def failed(error: Exception) -> None:
            self._view.show_waiting(False)
            self._view.show_failure(error)

        self._view.show_waiting(True)
        self._runner.submit(Lane.NETWORK, job, on_done=done, on_error=failed, cancel=self._token)
