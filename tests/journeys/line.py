"""The line between a window and its backend: it can be cut, mended, and led to a backend started anew."""

from __future__ import annotations

import asyncio
import threading
from contextlib import suppress
from urllib.parse import urlsplit

_PIECE = 1 << 16


class Line:
    """A relay on this machine with an address that stays; runs on a thread of its own.

    Attributes:
        url: what a window takes for its server.
    """

    def __init__(self, to: str) -> None:
        self._to = to
        self._sent = 0
        self._cut_at: int | None = None
        self._broken = threading.Event()
        self._pipes: set[asyncio.Task[None]] = set()
        self._listener: asyncio.Server | None = None
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="line")
        self._thread.start()
        self._port = 0
        self.mend()
        self.url = f"http://127.0.0.1:{self._port}"

    def cut(self) -> None:
        """Break what goes on and take no calls, as a pulled cable would."""
        asyncio.run_coroutine_threadsafe(self._close(), self._loop).result()

    def cut_after(self, sent: int) -> threading.Event:
        """Cut by itself once this many more bytes went to the backend; the event tells that it happened."""
        self._broken.clear()
        self._cut_at = self._sent + sent
        return self._broken

    def mend(self, to: str = "") -> None:
        """Take calls again, for another backend when one is named."""
        self._to = to or self._to
        asyncio.run_coroutine_threadsafe(self._open(), self._loop).result()

    def sent(self) -> int:
        """Return how many bytes went to the backend so far."""
        return self._sent

    def close(self) -> None:
        """End it."""
        self.cut()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    # ---- inside, on the thread of the line

    async def _open(self) -> None:
        self._listener = await asyncio.start_server(self._called, "127.0.0.1", self._port)
        self._port = self._listener.sockets[0].getsockname()[1]

    async def _close(self) -> None:
        if self._listener is not None:
            self._listener.close()
        self._listener, self._cut_at = None, None
        here = asyncio.current_task()
        pipes = [pipe for pipe in self._pipes if pipe is not here]
        for pipe in pipes:
            pipe.cancel()
        await asyncio.gather(*pipes, return_exceptions=True)

    async def _called(self, near: asyncio.StreamReader, to_near: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._pipes.add(task)
        host = urlsplit(self._to)
        try:
            far, to_far = await asyncio.open_connection(host.hostname, host.port)
            try:
                await self._pipe(near, to_near, far, to_far)
            finally:
                to_far.transport.abort()
        except OSError:
            pass
        except asyncio.CancelledError:
            pass  # cut
        finally:
            to_near.transport.abort()
            self._pipes.discard(task)

    async def _pipe(
        self,
        near: asyncio.StreamReader,
        to_near: asyncio.StreamWriter,
        far: asyncio.StreamReader,
        to_far: asyncio.StreamWriter,
    ) -> None:
        back = asyncio.ensure_future(_copy(far, to_near))
        try:
            with suppress(OSError):
                while piece := await near.read(_PIECE):
                    self._sent += len(piece)
                    to_far.write(piece)
                    await to_far.drain()
                    if self._cut_at is not None and self._sent >= self._cut_at:
                        await self._close()
                        self._broken.set()
                        return
        finally:
            back.cancel()
            await asyncio.gather(back, return_exceptions=True)


async def _copy(source: asyncio.StreamReader, target: asyncio.StreamWriter) -> None:
    with suppress(OSError):
        while piece := await source.read(_PIECE):
            target.write(piece)
            await target.drain()
    target.close()
