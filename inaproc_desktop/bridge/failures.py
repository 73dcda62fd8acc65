"""The last resort: every exception that nobody caught is written down once and shown once."""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from collections.abc import Callable
from types import TracebackType

from inaproc_desktop.ports.ui import Level, Message

_LOG = logging.getLogger(__name__)

BUG_CODE = "program.fault"
"""Code of the message that tells of a fault of the program itself."""


class FailureHook:
    """Takes uncaught exceptions of all threads.

    The same fault at the same line is shown once and counted afterwards: a fault in a paint routine would
    otherwise bury the window under dialogs.

    Args:
        tell: shows a message; safe from any thread.
    """

    def __init__(self, tell: Callable[[Message], None]) -> None:
        self._tell = tell
        self._seen: dict[str, int] = {}
        self._lock = threading.Lock()

    def install(self) -> Callable[[], None]:
        """Take the uncaught exceptions of this process; returns what undoes it."""
        before = sys.excepthook, threading.excepthook
        sys.excepthook = self._from_python
        threading.excepthook = self._from_thread

        def undo() -> None:
            sys.excepthook, threading.excepthook = before

        return undo

    def __call__(self, error: BaseException) -> None:
        """Take one exception; what the runner calls."""
        report = "".join(traceback.format_exception(error))
        place = _place_of(error)
        with self._lock:
            count = self._seen.get(place, 0) + 1
            self._seen[place] = count
        if count == 1:
            _LOG.error("uncaught exception\n%s", report)
            self._tell(Message(level=Level.ERROR, code=BUG_CODE, detail=report))
        else:
            _LOG.error("the same again (%d times): %s", count, place)

    def times_seen(self, error: BaseException) -> int:
        """Return how often this fault came."""
        return self._seen.get(_place_of(error), 0)

    def _from_python(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if isinstance(error, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self(error.with_traceback(trace))

    def _from_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self(args.exc_value)


def _place_of(error: BaseException) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    where = f"{frames[-1].filename}:{frames[-1].lineno}" if frames else "nowhere"
    return f"{type(error).__name__} at {where}"
