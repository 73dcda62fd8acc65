"""The port behind which messages leave, and how a delivery fails."""

from __future__ import annotations

from typing import Protocol

from inaproc_backend.messaging.queue import Claimed


class SendFailedError(Exception):
    """A message was not taken.

    Attributes:
        problem: what happened, without address, text or secret: it is stored and logged.
        final: trying again is useless; else it is tried later.
        wait: seconds that the other side asked to wait, 0 when it did not.
    """

    def __init__(self, problem: str, *, final: bool = False, wait: float = 0.0) -> None:
        super().__init__(problem)
        self.problem = problem
        self.final = final
        self.wait = wait


class Sender(Protocol):
    """One way out for one channel. Used by one thread at a time."""

    def send(self, message: Claimed) -> None:
        """Hand a message over; returning means that the other side has taken it.

        Raises:
            SendFailedError: it has not, or we cannot know.
        """

    def rest(self) -> None:
        """Close what is open: nothing is to be sent for now. Never raises."""
