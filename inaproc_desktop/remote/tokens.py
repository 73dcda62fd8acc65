"""Tokens of the session: attached to requests, renewed in time, one renewal at a time (security.md 4.2)."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

from inaproc_core.errors import Refusal
from inaproc_core.wire.messages import Session
from inaproc_core.wire.versions import UPGRADE_REQUIRED
from inaproc_desktop.ports.data import BackendRefused

RENEW_BEFORE_SECONDS = 30.0
"""An access token is renewed this long before it ends, so that no request is sent with a dying one."""

_LATER = frozenset({UPGRADE_REQUIRED, 429})
"""Refusals that say nothing of the token: it counts again once the program is updated, or time has passed."""

ENDED = Refusal(code="session.ended")


class Tokens:
    """Holds access and refresh token in memory; hands a renewed session on before it is used."""

    def __init__(
        self,
        renew: Callable[[str], Session],
        *,
        on_session: Callable[[Session], None] = lambda session: None,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        """Start without a session.

        Args:
            renew: exchanges a refresh token for a new session over the network.
            on_session: is told of every new session, so that a kept refresh token is replaced at once.
            monotonic: a clock that never goes back.
        """
        self._renew = renew
        self._on_session = on_session
        self._monotonic = monotonic
        self._lock = threading.Lock()
        self._access = ""
        self._refresh = ""
        self._until = 0.0

    def adopt(self, session: Session) -> None:
        """Use the tokens of a new session."""
        with self._lock:
            self._take(session)

    def begin(self, refresh_token: str) -> Session:
        """Exchange a kept refresh token for a session.

        Raises:
            BackendRefused: the session has ended.
            WorldFailed: no link; the token stays and is used at the next request.
        """
        with self._lock:
            self._refresh, self._access = refresh_token, ""
            return self._exchange()

    def access(self, *, stale: str = "") -> str:
        """Return an access token, renewed if it ends soon or equals ``stale``, which was just refused.

        Raises:
            BackendRefused: ``session.ended`` when there is no session any more.
            WorldFailed: when it had to be renewed and could not be.
        """
        with self._lock:  # whoever waits here finds the token that the first one fetched
            if not self._access or self._access == stale or self._monotonic() >= self._until:
                self._exchange()
            return self._access

    def renew(self) -> Session:
        """Exchange the refresh token now, whatever the access token is worth; errors as ``access``."""
        with self._lock:
            return self._exchange()

    def forget(self) -> None:
        """Drop both tokens."""
        with self._lock:
            self._access = self._refresh = ""

    def _exchange(self) -> Session:
        if not self._refresh:
            raise BackendRefused(ENDED, status=401)
        try:
            session = self._renew(self._refresh)
        except BackendRefused as refused:
            if refused.status not in _LATER:
                self._access = self._refresh = ""
            raise
        self._take(session)
        self._on_session(session)
        return session

    def _take(self, session: Session) -> None:
        self._access, self._refresh = session.access_token, session.refresh_token
        lifetime = max(session.access_seconds - RENEW_BEFORE_SECONDS, session.access_seconds / 2)
        self._until = self._monotonic() + lifetime
