"""A kill from inside: the process sends itself SIGKILL a moment after it began to save, send or apply."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Mapping

from inaproc_desktop.remote.client import ANSWER_SECONDS, Answer, HttpClient

SAVE, SEND, APPLY = "save", "send", "apply"
MOMENTS = (SAVE, SEND, APPLY)
"""Before a command is put into the outbox; when a request with commands leaves; when rows have come."""


class Fuse:
    """Burns once."""

    def __init__(self, at: str = "", milliseconds: float = 0.0) -> None:
        """Say at which moment it is lit, and how long it burns; no moment: never."""
        self._at = at
        self._seconds = milliseconds / 1000

    def light(self, moment: str) -> None:
        """Begin to burn if this is the moment."""
        if moment == self._at:
            self._at = ""
            threading.Thread(target=self._burn, name="fuse", daemon=True).start()

    def _burn(self) -> None:
        time.sleep(self._seconds)
        os.kill(os.getpid(), signal.SIGKILL)


class WatchedClient(HttpClient):
    """The real HTTP client; lights the fuse."""

    def __init__(self, base_url: str, fuse: Fuse) -> None:
        super().__init__(base_url)
        self._fuse = fuse

    def send(
        self,
        method: str,
        path: str,
        *,
        token: str = "",
        body: bytes | None = None,
        content_type: str = "application/json",
        query: Mapping[str, str | int] | None = None,
        headers: Mapping[str, str] | None = None,
        seconds: float = ANSWER_SECONDS,
    ) -> Answer:
        """Do as the client does."""
        if path == "/v1/commands":
            self._fuse.light(SEND)
        answer = super().send(
            method,
            path,
            token=token,
            body=body,
            content_type=content_type,
            query=query,
            headers=headers,
            seconds=seconds,
        )
        if path == "/v1/sync/pull":
            self._fuse.light(APPLY)
        return answer
