"""The runner: two lanes of threads, and one long-lived relay that brings results back to the UI thread."""

from __future__ import annotations

import logging
import queue
import sys
import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar, TypeVarTuple

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from inaproc_desktop.ports.ui import Cancelled, CancelToken, Lane

T = TypeVar("T")
Ts = TypeVarTuple("Ts")

_LOG = logging.getLogger(__name__)

ExceptionHook = Callable[[BaseException], None]

NETWORK_THREADS = 4
_TURN_SECONDS = 0.008
"""Callbacks run for at most this long before the window gets a turn."""


class Relay(QObject):
    """Lives on the UI thread as long as the application and runs there what other threads hand in.

    Jobs never own a Qt signal: a signal of an object that ends with its job loses what it carries.
    The signal below carries nothing; the callbacks wait in a queue, so that none depends on one wake-up.

    Signals:
        woken(): something waits in the queue.
    """

    woken = Signal()

    def __init__(self, on_exception: ExceptionHook) -> None:
        super().__init__()
        self._waiting: deque[Callable[[], None]] = deque()
        self._on_exception = on_exception
        self._lock = threading.Lock()
        self._open = True
        self._is_woken = False
        self.woken.connect(self._run_waiting, Qt.ConnectionType.QueuedConnection)
        # Events posted while events are delivered are delivered in the same turn; only a timer lets the
        # window paint and listen in between.
        self._next_turn = QTimer(self)
        self._next_turn.setSingleShot(True)
        self._next_turn.setInterval(0)
        self._next_turn.timeout.connect(self._run_waiting)

    def post(self, callback: Callable[[], None]) -> bool:
        """Run a callback on the UI thread. Safe from any thread.

        Returns:
            Whether it was taken; not after :meth:`close`.
        """
        with self._lock:
            if not self._open:
                return False
            self._waiting.append(callback)
            wake, self._is_woken = not self._is_woken, True
        if wake:
            self.woken.emit()
        return True

    def close(self) -> None:
        """Take no more and drop what waits."""
        with self._lock:
            self._open = False
            self._waiting.clear()
        self._next_turn.stop()

    def _take(self) -> Callable[[], None] | None:
        with self._lock:
            if self._waiting:
                return self._waiting.popleft()
            self._is_woken = False
            return None

    @Slot()
    def _run_waiting(self) -> None:
        until = time.monotonic() + _TURN_SECONDS
        while (callback := self._take()) is not None:
            try:
                callback()
            except Exception as error:
                self._on_exception(error)
            if time.monotonic() > until:
                self._next_turn.start()
                return


@dataclass(frozen=True)
class _Job:
    run: Callable[[], None]
    token: CancelToken


class _LaneThreads:
    """Some threads that take jobs from one queue, in order."""

    def __init__(self, lane: Lane, count: int) -> None:
        self._jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._threads = [
            threading.Thread(target=self._work, name=f"{lane.value}-{number}", daemon=True)
            for number in range(1, count + 1)
        ]
        for thread in self._threads:
            thread.start()

    def put(self, job: _Job) -> None:
        """Add a job at the end."""
        self._jobs.put(job)

    def stop(self) -> None:
        """Let each thread end after the jobs that are before it."""
        for _thread in self._threads:
            self._jobs.put(None)

    def join(self, until: float) -> bool:
        """Wait for the threads; returns whether all ended in time."""
        for thread in self._threads:
            thread.join(max(until - time.monotonic(), 0))
        return not any(thread.is_alive() for thread in self._threads)

    def _work(self) -> None:
        while (job := self._jobs.get()) is not None:
            if not job.token.cancelled:
                job.run()


def _to_excepthook(error: BaseException) -> None:
    sys.excepthook(type(error), error, error.__traceback__)


class TaskRunner:
    """Implements :class:`inaproc_desktop.ports.ui.Runner` with threads. Made on the UI thread.

    Threads start with the first job of their lane, so that an idle window has none.

    Args:
        on_exception: gets, on the UI thread, every exception that no ``on_error`` took, also those of
            callbacks; ``sys.excepthook`` when absent.
    """

    def __init__(self, on_exception: ExceptionHook | None = None) -> None:
        self._on_exception = on_exception or _to_excepthook
        self._relay = Relay(self._on_exception)
        self._lanes: dict[Lane, _LaneThreads] = {}
        self._lock = threading.Lock()
        self._timers: set[QTimer] = set()
        self._open = True

    # ---- the port

    def submit(
        self,
        lane: Lane,
        fn: Callable[[*Ts], T],
        *args: *Ts,
        on_done: Callable[[T], None] | None = None,
        on_error: Callable[[Exception], None] | None = None,
        cancel: CancelToken | None = None,
    ) -> CancelToken:
        """Run ``fn(*args)`` on a lane; see the port.

        Raises:
            RuntimeError: after :meth:`shut_down`.
        """
        token = cancel or CancelToken()

        def run() -> None:
            try:
                result = fn(*args)
            except Cancelled:
                return
            except Exception as error:
                self._fail(token, on_error, error)
            else:
                if on_done is not None:
                    self._post(token, on_done, result)

        with self._lock:
            if not self._open:
                message = "the runner was shut down"
                raise RuntimeError(message)
            threads = self._lanes.get(lane)
            if threads is None:
                threads = _LaneThreads(lane, 1 if lane is Lane.DATA else NETWORK_THREADS)
                self._lanes[lane] = threads
            threads.put(_Job(run, token))
        return token

    def call_soon(self, callback: Callable[[], None]) -> None:
        """Run a callback on the UI thread; see the port."""
        self._relay.post(callback)

    def after(self, seconds: float, callback: Callable[[], None]) -> CancelToken:
        """Run a callback on the UI thread after a pause; see the port."""
        token = CancelToken()
        timer = QTimer(self._relay)
        timer.setSingleShot(True)

        def run() -> None:
            self._timers.discard(timer)
            timer.deleteLater()
            if token.cancelled:
                return
            try:
                callback()
            except Exception as error:
                self._on_exception(error)

        timer.timeout.connect(run)
        self._timers.add(timer)
        timer.start(round(seconds * 1000))
        return token

    # ---- the end

    def shut_down(self, seconds: float = 5.0) -> bool:
        """Take no more work, finish what writes data, let go of the rest.

        Jobs of the data lane that were accepted are run: they are what the person did. Network jobs that
        have not begun are dropped. No callback runs afterwards.

        Args:
            seconds: how long to wait for threads.

        Returns:
            Whether all threads ended in time; those that did not are daemons and end with the process.
        """
        with self._lock:
            self._open = False
            lanes = dict(self._lanes)
        self._relay.close()
        for timer in list(self._timers):
            timer.stop()
        self._timers.clear()
        network = lanes.get(Lane.NETWORK)
        if network is not None:
            _drop_waiting(network)
        for threads in lanes.values():
            threads.stop()
        until = time.monotonic() + seconds
        ended = [threads.join(until) for threads in lanes.values()]
        return all(ended)

    # ---- inside

    def _post(self, token: CancelToken, callback: Callable[[T], None], value: T) -> bool:
        def deliver() -> None:
            if not token.cancelled:
                callback(value)

        return self._relay.post(deliver)

    def _fail(
        self, token: CancelToken, on_error: Callable[[Exception], None] | None, error: Exception
    ) -> None:
        if token.cancelled:
            # Giving up a request breaks it off somewhere; that is no news, but may explain something later.
            _LOG.debug("a cancelled job failed", exc_info=error)
        elif not self._post(token, on_error or self._on_exception, error):
            # The window is gone: the hook still writes it down.
            self._on_exception(error)


def _drop_waiting(threads: _LaneThreads) -> None:
    while True:
        try:
            threads._jobs.get_nowait()
        except queue.Empty:
            return
