"""Faults planted in the product, to see that the harness notices them: in a client or in the backend."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from typing import Any
from unittest import mock

SAID_TOO_EARLY = "saved is said before the commit"
DROPPED_ON_ANSWER = "the outbox row goes with the HTTP answer"
NO_DEDUPE = "the backend does not know commands again"

Patches = Sequence[Any]


def _said_too_early() -> Patches:
    """The disk is slow, and nobody waits for it."""
    from inaproc_core.values import uuid7
    from inaproc_desktop.ports.ui import ChangeSet
    from inaproc_desktop.storage import outbox, queue

    put = outbox.LocalOutbox.put

    def hasty(self: outbox.LocalOutbox, command: Any, **more: Any) -> Any:
        cmd_id = uuid7(self._clock.now(), self._bits(74))

        def later() -> None:
            time.sleep(0.05)
            with mock.patch.object(queue, "uuid7", lambda now, bits: cmd_id):
                put(self, command, **more)

        threading.Thread(target=later, daemon=True).start()
        return cmd_id, ChangeSet.of("deed", ids=(cmd_id, more["order_id"]))

    return (mock.patch.object(outbox.LocalOutbox, "put", hasty),)


def _dropped_on_answer() -> Patches:
    from inaproc_desktop.storage import queue, settling

    answered = settling.LocalWorkFile.answered

    def careless(self: settling.LocalWorkFile, outcomes: Any) -> Any:
        changes = answered(self, outcomes)
        with self._work.write() as connection:
            for outcome in outcomes:
                if outcome.outcome == "ok":
                    queue.drop(connection, outcome.cmd_id)
        return changes

    return (mock.patch.object(settling.LocalWorkFile, "answered", careless),)


def _no_dedupe() -> Patches:
    from inaproc_backend.purchasing import log
    from inaproc_backend.storage.statements import Statement

    sql = log._ADD.sql.replace("INSERT INTO", "INSERT OR REPLACE INTO")
    no_wall = Statement("DROP INDEX IF EXISTS uq_feed_ack")  # the database too refuses a second answer

    def nothing_known(connection: Any, *_: Any) -> None:
        no_wall.run(connection)

    return (
        mock.patch.object(log, "find_result", nothing_known),
        mock.patch.object(log, "_ADD", Statement(sql)),
    )


MUTANTS: Mapping[str, Callable[[], Patches]] = {
    SAID_TOO_EARLY: _said_too_early,
    DROPPED_ON_ANSWER: _dropped_on_answer,
    NO_DEDUPE: _no_dedupe,
}
OF_THE_BACKEND = frozenset({NO_DEDUPE})


@contextmanager
def planted(name: str) -> Iterator[None]:
    """Plant one while the block runs; an empty name plants nothing."""
    with ExitStack() as stack:
        for patch in MUTANTS[name]() if name else ():
            stack.enter_context(patch)
        yield
