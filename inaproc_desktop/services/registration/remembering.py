"""What the backend said last of a person's profile, accesses and requests, shared by all pages that show it.

A page that opens after something was sent shows the new state at once, while it asks again.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from threading import Lock

from inaproc_core.wire.registration import (
    AccessRequestView,
    Instansi,
    NibCheck,
    Office,
    OwnAccesses,
    ProfileView,
    StoredFile,
    SubmitAccess,
    SubmitProfile,
)
from inaproc_desktop.ports.accesses import AccessCalls, Progress
from inaproc_desktop.ports.ui import CancelToken, Clock


@dataclass(frozen=True, kw_only=True)
class Remembered:
    """An answer, and when it came."""

    own: OwnAccesses
    at: datetime


class RememberingCalls:
    """``AccessCalls`` that keep the last answer in memory."""

    def __init__(self, calls: AccessCalls, clock: Clock) -> None:
        """Remember nothing yet."""
        self._calls = calls
        self._clock = clock
        self._lock = Lock()
        self._last: Remembered | None = None
        self._changes = 0

    def last(self) -> Remembered | None:
        """Return the last answer with what was sent since; ``None`` before the first (any thread)."""
        return self._last

    def accesses(self) -> OwnAccesses:
        """As ``AccessCalls``; remembered, unless something was sent while the answer was under way."""
        seen = self._changes
        own = self._calls.accesses()
        with self._lock:
            if seen == self._changes:
                self._last = Remembered(own=own, at=self._clock.now())
        return own

    def profile(self) -> ProfileView:
        """As ``AccessCalls``."""
        return self._calls.profile()

    def submit_profile(self, asked: SubmitProfile) -> ProfileView:
        """As ``AccessCalls``; remembered."""
        profile = self._calls.submit_profile(asked)
        self._change(lambda own: OwnAccesses(accesses=own.accesses, requests=own.requests, profile=profile))
        return profile

    def submit_access(self, asked: SubmitAccess) -> AccessRequestView:
        """As ``AccessCalls``; remembered."""
        return self._with_request(self._calls.submit_access(asked))

    def withdraw(self, request_id: str, revision: int) -> AccessRequestView:
        """As ``AccessCalls``; remembered."""
        return self._with_request(self._calls.withdraw(request_id, revision))

    def check_nib(self, nib: str, kind: str) -> NibCheck:
        """As ``AccessCalls``."""
        return self._calls.check_nib(nib, kind)

    def offices(self, query: str, klpd: str, limit: int) -> tuple[Office, ...]:
        """As ``AccessCalls``."""
        return self._calls.offices(query, klpd, limit)

    def instansi(self, query: str, kind: str, limit: int) -> tuple[Instansi, ...]:
        """As ``AccessCalls``."""
        return self._calls.instansi(query, kind, limit)

    def upload(
        self, slot: str, name: str, content: bytes, on_progress: Progress, cancel: CancelToken
    ) -> StoredFile:
        """As ``AccessCalls``."""
        return self._calls.upload(slot, name, content, on_progress, cancel)

    def file(self, file_id: str) -> bytes:
        """As ``AccessCalls``."""
        return self._calls.file(file_id)

    def _with_request(self, request: AccessRequestView) -> AccessRequestView:
        def changed(own: OwnAccesses) -> OwnAccesses:
            others = [one for one in own.requests if one.request_id != request.request_id]
            return OwnAccesses(accesses=own.accesses, requests=[*others, request], profile=own.profile)

        self._change(changed)
        return request

    def _change(self, changed: Callable[[OwnAccesses], OwnAccesses]) -> None:
        with self._lock:
            self._changes += 1
            if self._last is not None:
                self._last = Remembered(own=changed(self._last.own), at=self._clock.now())
