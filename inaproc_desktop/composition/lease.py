"""What pages get of the runner and the bus: as long as their access is in force, and no longer.

A job that was begun by a page may end after the person has changed the access or signed out. Its page is gone
then, so its callback must not run; the job itself is finished, because it may be something the person did.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TypeVar, TypeVarTuple

from inaproc_desktop.ports.ui import CancelToken, ChangeBus, ChangeSet, Lane, Runner

T = TypeVar("T")
Ts = TypeVarTuple("Ts")

_LOG = logging.getLogger(__name__)


class LeasedRunner:
    """A ``Runner`` whose callbacks end with the lease."""

    def __init__(self, runner: Runner) -> None:
        self._runner = runner
        self._ended = False

    def end(self) -> None:
        """Run no callback from now on."""
        self._ended = True

    def submit(
        self,
        lane: Lane,
        fn: Callable[[*Ts], T],
        *args: *Ts,
        on_done: Callable[[T], None] | None = None,
        on_error: Callable[[Exception], None] | None = None,
        cancel: CancelToken | None = None,
    ) -> CancelToken:
        """Run ``fn(*args)`` on a lane; see the port."""

        def done(result: T) -> None:
            if on_done is not None and not self._ended:
                on_done(result)

        def failed(error: Exception) -> None:
            if self._ended:
                _LOG.info("a job ended badly after its page was closed: %r", error)
            elif on_error is not None:
                on_error(error)
            else:
                raise error  # nobody took it: it goes to the exception hook as from the runner itself

        return self._runner.submit(lane, fn, *args, on_done=done, on_error=failed, cancel=cancel)

    def call_soon(self, callback: Callable[[], None]) -> None:
        """Run a callback on the UI thread; see the port."""
        self._runner.call_soon(lambda: None if self._ended else callback())

    def after(self, seconds: float, callback: Callable[[], None]) -> CancelToken:
        """Run a callback on the UI thread after a pause; see the port."""
        return self._runner.after(seconds, lambda: None if self._ended else callback())


class LeasedBus:
    """A ``ChangeBus`` whose subscriptions end with the lease."""

    def __init__(self, bus: ChangeBus) -> None:
        self._bus = bus
        self._ends: list[Callable[[], None]] = []

    def end(self) -> None:
        """Tell nobody any more."""
        for end in self._ends:
            end()
        self._ends.clear()

    def publish(self, changes: ChangeSet) -> None:
        """Announce a change; see the port."""
        self._bus.publish(changes)

    def subscribe(self, listener: Callable[[ChangeSet], None], *kinds: str) -> Callable[[], None]:
        """Listen to changes; see the port."""
        end = self._bus.subscribe(listener, *kinds)
        self._ends.append(end)
        return end
