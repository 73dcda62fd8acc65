"""Listening to the backend's hints on a thread of its own (protocol.md 2.15)."""

from __future__ import annotations

import random
import threading
from collections.abc import Callable

from inaproc_desktop.ports.data import BackendRefused, WorldFailed
from inaproc_desktop.remote.client import HttpClient, Stream
from inaproc_desktop.remote.tokens import Tokens

SILENCE_SECONDS = 45.0
"""The backend beats every 15 s; after this long without anything the stream is dead."""

_FIRST_PAUSE = 1.0
_LONGEST_PAUSE = 30.0


class HttpWakeStream:
    """Implements ``ports.sync.WakeStream``. The engine polls anyway, so nothing here is ever fatal."""

    def __init__(self, client: HttpClient, tokens: Tokens, *, dice: random.Random | None = None) -> None:
        self._client = client
        self._tokens = tokens
        self._dice = dice or random.Random()
        self._lock = threading.Lock()
        self._stop = threading.Event()
        self._stream: Stream | None = None
        self._thread: threading.Thread | None = None

    def start(self, on_hint: Callable[[], None]) -> None:
        """Listen on an own thread; ``on_hint`` is called there."""
        self._stop.clear()
        self._thread = threading.Thread(target=self._run, args=(on_hint,), name="wake", daemon=True)
        self._thread.start()

    def stop(self, seconds: float = 30.0) -> bool:
        """End the thread; returns whether it ended in time."""
        self._stop.set()
        with self._lock:
            if self._stream is not None:
                self._stream.break_off()
        thread, self._thread = self._thread, None
        if thread is not None:
            thread.join(seconds)
        return thread is None or not thread.is_alive()

    def _run(self, on_hint: Callable[[], None]) -> None:
        pause = _FIRST_PAUSE
        while not self._stop.is_set():
            try:
                if self._listen(on_hint):
                    pause = _FIRST_PAUSE
            except (WorldFailed, BackendRefused):
                pause = min(pause * 2, _LONGEST_PAUSE)
            # Full jitter: after a restart of the server not all windows come back in the same second.
            self._stop.wait(self._dice.uniform(0, pause))

    def _listen(self, on_hint: Callable[[], None]) -> bool:
        """Read one stream to its end; returns whether anything came."""
        token = self._tokens.access()
        heard = False
        with self._client.stream(
            "/v1/wake", token=token, headers={"Accept": "text/event-stream"}, seconds=SILENCE_SECONDS
        ) as stream:
            with self._lock:
                if self._stop.is_set():
                    return heard
                self._stream = stream
            try:
                for line in stream.lines():
                    # The first line says that the backend listens from now on: what it had to tell before
                    # went to nobody.
                    if line.startswith("data:") or not heard:
                        on_hint()
                    heard = True
            finally:
                with self._lock:
                    self._stream = None
        return heard
