"""The threads that execute commands, so that neither the event loop nor other requests wait for a disk.

SQLite has one writer and a commit that takes about as long as deciding a command. So one thread takes
whatever has queued up meanwhile and makes it durable by one commit; under load that doubles the commands per
second, and alone a command waits for nobody. PostgreSQL gathers commits by itself: there each command goes
its own way on one of several threads.
"""

from __future__ import annotations

import asyncio
import queue
import threading
from collections.abc import Sequence
from dataclasses import dataclass

from inaproc_backend.purchasing.handler import Asked, CommandHandler
from inaproc_core.errors import Refused

_TOGETHER = 64
"""Batches that one commit may cover at most: bounds how long the first of them waits."""


@dataclass(frozen=True, eq=False)
class _Waiting:
    """One batch in the queue, and where its answer goes."""

    commands: Sequence[Asked]
    answer: asyncio.Future[list[bytes]]
    loop: asyncio.AbstractEventLoop


class CommandLane:
    """Runs batches of commands off the event loop."""

    def __init__(self, handler: CommandHandler, *, threads: int, together: bool) -> None:
        """Start the lane.

        Args:
            handler: executes commands.
            threads: how many run at a time, unless ``together``.
            together: one thread and common commits, for a database with one writer.
        """
        self._handler = handler
        self._together = together
        self._queue: queue.SimpleQueue[_Waiting | None] = queue.SimpleQueue()
        self._threads = [
            threading.Thread(target=self._run, name=f"commands-{number}", daemon=True)
            for number in range(1 if together else threads)
        ]
        for thread in self._threads:
            thread.start()

    async def execute(self, commands: Sequence[Asked]) -> list[bytes]:
        """Execute a batch and return the JSON of each ``Outcome``, in order.

        Raises:
            Refused: ``command.id_reused`` or ``session.token_expired``; what ran before stays decided, and
                sending the batch again returns the same results.
        """
        loop = asyncio.get_running_loop()
        waiting = _Waiting(commands, loop.create_future(), loop)
        self._queue.put(waiting)
        return await waiting.answer

    def close(self) -> None:
        """Execute what is queued, then end."""
        for _ in self._threads:
            self._queue.put(None)
        for thread in self._threads:
            thread.join()

    def _run(self) -> None:
        while (first := self._queue.get()) is not None:
            batches, ended = [first], False
            while self._together and len(batches) < _TOGETHER and not self._queue.empty():
                following = self._queue.get()
                if following is None:
                    ended = True
                    break
                batches.append(following)
            self._execute(batches)
            if ended:
                return

    def _execute(self, batches: list[_Waiting]) -> None:
        results = iter(self._results([asked for batch in batches for asked in batch.commands]))
        for batch in batches:
            own = [next(results) for _ in batch.commands]
            refusal = next((result for result in own if isinstance(result, Refused)), None)
            _tell(batch, refusal or [result for result in own if isinstance(result, bytes)])

    def _results(self, commands: Sequence[Asked]) -> Sequence[bytes | Refused]:
        if self._together:
            return self._handler.execute_together(commands)
        results: list[bytes | Refused] = []
        for asked in commands:
            try:
                results.append(self._handler.execute(asked))
            except Refused as refused:
                results.append(refused)
        return results


def _tell(batch: _Waiting, result: list[bytes] | Exception) -> None:
    try:
        batch.loop.call_soon_threadsafe(_settle, batch.answer, result)
    except RuntimeError:
        return  # the loop is gone; whoever asks again gets the same outcome


def _settle(answer: asyncio.Future[list[bytes]], result: list[bytes] | Exception) -> None:
    if answer.cancelled():
        return
    if isinstance(result, Exception):
        answer.set_exception(result)
    else:
        answer.set_result(result)
