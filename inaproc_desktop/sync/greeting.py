"""Saying hello in time, and keeping silent while program and backend do not fit (protocol.md 2.12, 2.13)."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta

from inaproc_core.errors import Refusal
from inaproc_core.wire.messages import HelloAnswer
from inaproc_core.wire.versions import UPGRADE_REQUIRED, refusal_by, terms_of, this_program
from inaproc_desktop.ports.data import BackendRefused, WorldFailed
from inaproc_desktop.ports.sync import Wire
from inaproc_desktop.ports.ui import ChangeSet
from inaproc_desktop.ports.understanding import UNDERSTOOD, HeldCommands, Understanding
from inaproc_desktop.ports.world import NO_LINK, VersionMismatch

_LOG = logging.getLogger(__name__)

HELLO_SECONDS = 6 * 3600.0
"""A hello is never older, however quiet the day."""

HELD_SECONDS = 15 * 60.0
"""The same while commands wait for a backend that knows their version."""

_MOST_SKEW = timedelta(minutes=5)


class Greeter:
    """Implements ``ports.understanding.Greeting``. Rounds and single deeds may call from several threads.

    While the two do not fit, every round asks again and sends nothing; it goes on by itself when they do.
    """

    def __init__(
        self,
        *,
        wire: Wire,
        held: HeldCommands,
        client_version: str,
        publish: Callable[[ChangeSet], None],
        on_hello: Callable[[HelloAnswer], None] = lambda hello: None,
        offset: Callable[[], timedelta] = timedelta,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        """Begin with nothing said.

        Args:
            wire: the backend.
            held: commands that wait for another version.
            client_version: of this program.
            publish: is told what changed.
            on_hello: takes new rules into use; called on the engine's thread.
            offset: what has to be added to the computer's clock for the backend's time.
            monotonic: seconds on a clock that nobody sets.
        """
        self._wire = wire
        self._held = held
        self._client = this_program(client_version)
        self._publish = publish
        self._on_hello = on_hello
        self._offset = offset
        self._monotonic = monotonic
        self._lock = threading.Lock()
        self._known = UNDERSTOOD
        self._said_at: float | None = None

    def understanding(self) -> Understanding:
        """Return how things stand, the clock as it is now."""
        with self._lock:
            return replace(self._known, skew_minutes=skew_minutes(self._offset()))

    @contextmanager
    def meeting(self) -> Iterator[None]:
        """Say hello if it is due, then let talk."""
        with self._listening():
            if self._is_due():
                self._greet()
            self._check_fit()
            yield

    @contextmanager
    def talking(self) -> Iterator[None]:
        """Let talk unless the two do not fit."""
        self._check_fit()
        with self._listening():
            yield

    # ---- inside

    def _check_fit(self) -> None:
        with self._lock:
            parked = self._known.parked
        if parked is not None:
            raise VersionMismatch(parked)

    @contextmanager
    def _listening(self) -> Iterator[None]:
        """Notice when the link breaks, and when the backend wants another program."""
        try:
            yield
        except WorldFailed as failed:
            if failed.code in NO_LINK:
                self._note_failure(failed.code)
            raise
        except BackendRefused as refused:
            if refused.status != UPGRADE_REQUIRED:
                raise
            self._park(refused.refusal)
            raise VersionMismatch(refused.refusal) from refused

    def _is_due(self) -> bool:
        with self._lock:
            said_at, parked = self._said_at, self._known.parked
        if said_at is None or parked is not None:
            return True
        passed = self._monotonic() - said_at
        return passed >= HELLO_SECONDS or (passed >= HELD_SECONDS and self._held.count() > 0)

    def _greet(self) -> None:
        hello = self._wire.hello()
        refusal = refusal_by(hello, self._client)
        with self._lock:
            self._said_at = self._monotonic()
        if refusal is not None:
            self._park(refusal)
            return
        terms = terms_of(hello)
        asked = terms.upgrade_by if terms.outdates(self._client) else None
        with self._lock:
            self._known = Understanding(
                upgrade_to=terms.min_client if asked is not None else "",
                upgrade_by=asked.isoformat() if asked is not None else "",
            )
        self._on_hello(hello)
        released = self._held.release(hello.type_versions)
        if released.kinds:
            self._publish(released)

    def _park(self, refusal: Refusal) -> None:
        _LOG.info("nothing is sent: %s %s", refusal.code, dict(refusal.facts))
        with self._lock:
            self._known = Understanding(parked=refusal)

    def _note_failure(self, code: str) -> None:
        """Let the next round begin with hello, and say when the computer's clock is why there is no link."""
        with self._lock:
            self._said_at = None
            self._known = replace(self._known, clock_wrong=code == "world.clock_wrong")


def skew_minutes(offset: timedelta) -> int:
    """Return how many whole minutes the computer's clock is ahead; 0 up to five minutes either way."""
    if abs(offset) <= _MOST_SKEW:
        return 0
    return round(-offset / timedelta(minutes=1))
