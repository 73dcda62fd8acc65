"""A line between machines and backend that loses, doubles, delays, cuts and stalls; a port for each machine.

It runs on a thread of its own. Requests and answers are taken apart only as far as HTTP/1.1 with a length or
in chunks needs it, which is all that the two sides speak.
"""

from __future__ import annotations

import asyncio
import random
import threading
from collections import Counter
from collections.abc import Callable
from contextlib import suppress

from endurance.faults import CALM, Cut, Trouble

_HEAD = b"\r\n\r\n"
_LONGEST_HEAD = 1 << 16
_PIECE = 1 << 16
_TRICKLE = 1 << 12


class Line:
    """From one machine to the backend.

    Attributes:
        port: where the machine finds the backend.
    """

    def __init__(self, name: str, dice: random.Random) -> None:
        self.name = name
        self.port = 0
        self.dice = dice
        self.there = asyncio.Event()
        self.back = asyncio.Event()
        self.there.set()
        self.back.set()
        self.server: asyncio.Server | None = None
        self.tasks: set[asyncio.Task[None]] = set()


class Proxy:
    """All lines to one backend.

    Attributes:
        counted: exchanges, and what befell them.
        bytes_to_machines, bytes_to_backend: of all answers and requests.
        rate: bytes in a second on each line, both ways together; 0 for as many as there are.
    """

    def __init__(self, backend_port: int, seed: int, *, host: str = "127.0.0.1") -> None:
        """Begin.

        Args:
            backend_port: where the backend listens, on 127.0.0.1.
            seed: of the trouble.
            host: address on which machines find it.
        """
        self.weather = CALM
        self.counted: Counter[str] = Counter()
        self.bytes_to_machines = 0
        self.bytes_to_backend = 0
        self.rate = 0.0
        self.on_commands: Callable[[], None] = lambda: None
        self._backend_port = backend_port
        self._seed = seed
        self._host = host
        self._lines: dict[str, Line] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="proxy", daemon=True)
        self._thread.start()

    def line(self, name: str) -> int:
        """Open a line for a machine; returns its port."""

        async def opened() -> int:
            line = Line(name, random.Random(f"{self._seed}:{name}"))
            line.server = await asyncio.start_server(
                lambda near, to_near: self._called(line, near, to_near),
                self._host,
                0,
                limit=_LONGEST_HEAD,
            )
            line.port = line.server.sockets[0].getsockname()[1]
            self._lines[name] = line
            return line.port

        return asyncio.run_coroutine_threadsafe(opened(), self._loop).result()

    def cut(self, name: str, cut: Cut) -> None:
        """Part a machine from the backend, or join it again; what was held back then arrives, late."""

        def change() -> None:
            line = self._lines[name]
            (line.there.clear if cut in {Cut.OUT, Cut.BOTH} else line.there.set)()
            (line.back.clear if cut in {Cut.IN, Cut.BOTH} else line.back.set)()

        if cut is not Cut.NONE:
            self.counted[f"partition {cut}"] += 1
        self._loop.call_soon_threadsafe(change)

    def break_off(self, name: str) -> None:
        """Reset all connections of a machine; what was held back on them never arrives."""

        def broken() -> None:
            for task in self._lines[name].tasks:
                task.cancel()

        self._loop.call_soon_threadsafe(broken)

    def heal(self) -> None:
        """No more trouble on any line."""
        self.weather = CALM
        for name in self._lines:
            self.cut(name, Cut.NONE)

    def close(self) -> None:
        """End all lines."""

        async def closed() -> None:
            for line in self._lines.values():
                if line.server is not None:
                    line.server.close()
            for task in self._tasks:
                task.cancel()
            await asyncio.gather(*self._tasks, return_exceptions=True)

        asyncio.run_coroutine_threadsafe(closed(), self._loop).result(10)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)
        self._loop.close()

    # ---- inside, on the thread of the proxy

    async def _called(self, line: Line, near: asyncio.StreamReader, to_near: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        line.tasks.add(task)
        far = Far(self._backend_port)
        try:
            while await self._exchange(line, near, to_near, far):
                pass
        except (OSError, EOFError, asyncio.CancelledError, asyncio.LimitOverrunError):
            pass  # one of the two ends is gone, or was killed
        finally:
            far.abort()
            to_near.transport.abort()
            self._tasks.discard(task)
            line.tasks.discard(task)

    async def _exchange(
        self, line: Line, near: asyncio.StreamReader, to_near: asyncio.StreamWriter, far: Far
    ) -> bool:
        """Carry one request and its answer; returns whether the connection goes on."""
        request = await _message(near)
        self.counted["exchanges"] += 1
        weather, dice = self.weather, line.dice
        trouble = weather.strikes(dice)
        one_way = dice.uniform(0, weather.delay / 2)
        await asyncio.sleep(one_way)
        await self._throttled(len(request))
        self.bytes_to_backend += len(request)
        await line.there.wait()
        if trouble is Trouble.DOUBLED and not request.startswith(b"POST "):
            trouble = None
        if trouble is not None:
            self.counted[trouble.value] += 1
        if trouble is Trouble.LOST:
            return False
        if trouble is Trouble.DOUBLED:
            self._again(request, dice.uniform(0, 1.0))
        await far.send(request)
        if request.startswith(b"POST /v1/commands "):
            self.on_commands()
        head = await far.reader.readuntil(_HEAD)
        if b"text/event-stream" in head.lower():
            await self._stream(line, head, far, to_near)
            return False
        answer = head + await _body(far.reader, head)
        await asyncio.sleep(one_way)
        if trouble is Trouble.STALL:
            await asyncio.sleep(dice.uniform(weather.stall / 4, weather.stall))
        await line.back.wait()
        self.bytes_to_machines += len(answer)
        return await self._answer(answer, len(head), trouble, dice, to_near)

    async def _answer(
        self,
        answer: bytes,
        head: int,
        trouble: Trouble | None,
        dice: random.Random,
        to_near: asyncio.StreamWriter,
    ) -> bool:
        if trouble is Trouble.RESET:
            to_near.write(answer[: dice.randrange(len(answer))])
            await to_near.drain()
            return False  # aborted: what lies in the buffers is gone
        if trouble is Trouble.CUT_SHORT:
            to_near.write(answer[: dice.randrange(head, len(answer) + 1)])
            await to_near.drain()
            to_near.close()
            await to_near.wait_closed()
            return False
        if not self.rate:
            to_near.write(answer)
            await to_near.drain()
        for at in range(0, len(answer) if self.rate else 0, _TRICKLE):
            piece = answer[at : at + _TRICKLE]
            await self._throttled(len(piece))
            to_near.write(piece)
            await to_near.drain()
        return True

    async def _stream(self, line: Line, head: bytes, far: Far, to_near: asyncio.StreamWriter) -> None:
        to_near.write(head)
        while piece := await far.reader.read(_PIECE):
            await line.back.wait()
            to_near.write(piece)
            await to_near.drain()

    async def _throttled(self, size: int) -> None:
        if self.rate:
            await asyncio.sleep(size / self.rate)

    def _again(self, request: bytes, seconds: float) -> None:
        task = self._loop.create_task(self._send_again(request, seconds))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _send_again(self, request: bytes, seconds: float) -> None:
        """Send a request on a connection of its own; nobody waits for the answer."""
        await asyncio.sleep(seconds)
        far = Far(self._backend_port)
        with suppress(OSError, EOFError):
            await far.send(request)
            head = await far.reader.readuntil(_HEAD)
            await _body(far.reader, head)
        far.abort()


class Far:
    """A connection to the backend, opened when it is first needed."""

    reader: asyncio.StreamReader

    def __init__(self, port: int) -> None:
        self._port = port
        self._writer: asyncio.StreamWriter | None = None

    async def send(self, request: bytes) -> None:
        """Send a request; opens a new connection where the backend has closed the old one."""
        if self._writer is None or self.reader.at_eof() or self._writer.is_closing():
            self.abort()
            self.reader, self._writer = await asyncio.open_connection(
                "127.0.0.1", self._port, limit=_LONGEST_HEAD
            )
        self._writer.write(request)
        await self._writer.drain()

    def abort(self) -> None:
        """Let it go."""
        if self._writer is not None:
            self._writer.transport.abort()
            self._writer = None


async def _message(reader: asyncio.StreamReader) -> bytes:
    head = await reader.readuntil(_HEAD)
    return head + await _body(reader, head, request=True)


async def _body(reader: asyncio.StreamReader, head: bytes, *, request: bool = False) -> bytes:
    """Return the rest of a message, as it came."""
    first, *lines = head.split(b"\r\n")
    headers = {
        name.strip().lower(): value.strip() for name, _, value in (line.partition(b":") for line in lines)
    }
    if headers.get(b"transfer-encoding", b"").lower() == b"chunked":
        return await _chunks(reader)
    length = headers.get(b"content-length")
    if length is not None:
        return await reader.readexactly(int(length))
    status = b"" if request else first.split(b" ", 2)[1]
    return b"" if request or status in {b"204", b"304"} else await reader.read()


async def _chunks(reader: asyncio.StreamReader) -> bytes:
    found = bytearray()
    while True:
        size = await reader.readuntil(b"\r\n")
        found += size
        count = int(size.split(b";")[0], 16)
        found += await reader.readexactly(count + 2)
        if not count:
            return bytes(found)
