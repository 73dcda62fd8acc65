"""The mailbox of training mode without its widgets: asks again and again while it is open."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Protocol

from inaproc_desktop.ports.data import BackendRefused, WorldFailed
from inaproc_desktop.ports.desk import Mailbox, MailboxCalls, MailboxMessage
from inaproc_desktop.ports.ui import CancelToken, Lane, Runner

REFRESH_SECONDS = 2.0

_CODE = re.compile(r"(?<![\d.,-])\d{6}(?![\d.,-]*\d)")


class TrayView(Protocol):
    """What the presenter asks of the window."""

    def show_messages(self, messages: Sequence[MailboxMessage]) -> None:
        """Show these, newest first."""

    def show_failure(self, error: Exception | None) -> None:
        """Say that the mailbox cannot be read now; ``None`` clears."""


def code_in(text: str) -> str:
    """Return the one-time code of a message, empty where there is none."""
    found = _CODE.search(text)
    return found.group() if found else ""


class TrayPresenter:
    """One per window; ``stop`` ends it."""

    def __init__(self, view: TrayView, calls: MailboxCalls, runner: Runner) -> None:
        self._view = view
        self._calls = calls
        self._runner = runner
        self._token = CancelToken()
        self._pause = CancelToken()
        self._shown: tuple[MailboxMessage, ...] | None = None

    def start(self) -> None:
        """Ask now, and every two seconds from now on."""
        self._ask()

    def stop(self) -> None:
        """Ask no more."""
        self._token.cancel()
        self._pause.cancel()

    def _ask(self) -> None:
        self._runner.submit(
            Lane.NETWORK,
            self._calls.mailbox,
            on_done=self._on_mailbox,
            on_error=self._on_error,
            cancel=self._token,
        )

    def _on_mailbox(self, mailbox: Mailbox) -> None:
        messages = tuple(mailbox.messages)
        self._view.show_failure(None)
        if messages != self._shown:
            self._shown = messages
            self._view.show_messages(messages)
        self._later()

    def _on_error(self, error: Exception) -> None:
        if not isinstance(error, BackendRefused | WorldFailed):
            raise error
        self._view.show_failure(error)
        self._later()

    def _later(self) -> None:
        if not self._token.cancelled:
            self._pause = self._runner.after(REFRESH_SECONDS, self._ask)
