"""What a person must know of their account while they are at the window, whatever page is open."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from inaproc_core.calendar import Zone
from inaproc_core.wire.account import AccountView
from inaproc_desktop.ports.data import BackendRefused, WorldFailed
from inaproc_desktop.ports.ui import CancelToken, Lane, Level, Message, Messages, Runner

_AGAIN_SECONDS = 30 * 60.0
"""Far below the waiting time of a reset, so that whoever works is told in time to stop it."""


class SafetyWatch:
    """Warns when somebody has asked to turn the second factor off: any signed-in session can stop it."""

    def __init__(self, *, runner: Runner, account: Callable[[], AccountView], messages: Messages) -> None:
        """Look at once, and again from time to time.

        Args:
            runner: asks off the UI thread.
            account: reads the account; blocks.
            messages: where the warning goes.
        """
        self._runner = runner
        self._account = account
        self._messages = messages
        self._token = CancelToken()
        self._pause: CancelToken | None = None
        self._told: datetime | None = None
        self._look()

    def close(self) -> None:
        """Stop looking."""
        self._token.cancel()
        if self._pause is not None:
            self._pause.cancel()

    def _look(self) -> None:
        self._pause = self._runner.after(_AGAIN_SECONDS, self._look)
        self._runner.submit(
            Lane.NETWORK, self._account, on_done=self._seen, on_error=_leave_it, cancel=self._token
        )

    def _seen(self, account: AccountView) -> None:
        at = account.factor_reset_at
        if at is not None and at != self._told:
            until = at.astimezone(Zone.WIB.offset).isoformat(timespec="seconds")
            self._messages.tell(
                Message(level=Level.WARNING, code="account.factor_reset_waits", facts={"until": until})
            )
        self._told = at


def _leave_it(error: Exception) -> None:
    """Without a link there is the mail, and the next look."""
    if not isinstance(error, (BackendRefused, WorldFailed)):
        raise error
