"""Telling open streams that a scope has news: hints only, a lost one costs time and never data."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Iterable, Mapping


class Listener:
    """One open stream: collects the newest head per scope until it is taken.

    Attributes:
        scopes: what it wants to hear of.
        ended: the service is stopping; the stream should end.
    """

    def __init__(self, scopes: Iterable[str], loop: asyncio.AbstractEventLoop) -> None:
        self.scopes = frozenset(scopes)
        self.ended = False
        self._loop = loop
        self._pending: dict[str, int] = {}
        self._taken: dict[str, int] = {}
        self._news = asyncio.Event()

    def tell(self, heads: Mapping[str, int]) -> None:
        """Take note of new heads; called from any thread."""
        mine = {scope: head for scope, head in heads.items() if scope in self.scopes}
        if mine:
            try:
                self._loop.call_soon_threadsafe(self._note, mine)
            except RuntimeError:
                return  # the loop is gone, and the stream with it

    def end(self) -> None:
        """Let the stream end; called from any thread."""
        self.ended = True
        self._loop.call_soon_threadsafe(self._news.set)

    async def take(self, seconds: float) -> dict[str, int]:
        """Wait for news and return it; empty after ``seconds`` without any."""
        try:
            async with asyncio.timeout(seconds):
                await self._news.wait()
        except TimeoutError:
            return {}
        self._news.clear()
        taken, self._pending = self._pending, {}
        self._taken.update(taken)
        return taken

    def _note(self, heads: dict[str, int]) -> None:
        # The same head is heard of by more than one way; a lower one belongs to a history made anew.
        fresh = {scope: head for scope, head in heads.items() if self._taken.get(scope) != head}
        for scope, head in fresh.items():
            self._pending[scope] = max(head, self._pending.get(scope, 0))
        if fresh:
            self._news.set()


class Wake:
    """All open streams of this process; ``cluster`` connects them with those of others."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._listeners: set[Listener] = set()
        self._onward: Callable[[Mapping[str, int]], None] | None = None

    def open(self, scopes: Iterable[str]) -> Listener:
        """Add a stream; must be called on its event loop."""
        listener = Listener(scopes, asyncio.get_running_loop())
        with self._lock:
            self._listeners.add(listener)
        return listener

    def close(self, listener: Listener) -> None:
        """Forget a stream."""
        with self._lock:
            self._listeners.discard(listener)

    def end_all(self) -> None:
        """Let all streams end, because the service is stopping."""
        with self._lock:
            for listener in self._listeners:
                listener.end()

    def announce(self, heads: Mapping[str, int]) -> None:
        """Tell everybody concerned, here and elsewhere; call it **after** the commit, from any thread."""
        if heads:
            self.hear(heads)
            if self._onward is not None:
                self._onward(heads)

    def hear(self, heads: Mapping[str, int]) -> None:
        """Tell the streams of this process of what was committed anywhere; from any thread."""
        if heads and self._listeners:
            with self._lock:
                listeners = tuple(self._listeners)
            for listener in listeners:
                listener.tell(heads)

    def pass_on(self, onward: Callable[[Mapping[str, int]], None]) -> None:
        """Have something called with all that is announced here; it must return at once."""
        self._onward = onward

    def scopes(self) -> set[str]:
        """Return the scopes that some stream of this process wants to hear of."""
        with self._lock:
            return {scope for listener in self._listeners for scope in listener.scopes}
