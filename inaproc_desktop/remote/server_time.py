"""The backend's time as far as it can be known here: from hello and from the dates of answers."""

from __future__ import annotations

import statistics
import threading
import time
from collections import deque
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

_SAMPLES = 5
_LONGEST_CALL = 10.0
"""Seconds after which the middle of a call says too little about when it was answered."""

_JUMP = 2.0
"""Seconds by which wall clock and monotonic clock may drift apart before somebody must have set the former
(or the computer slept)."""


class ServerTime:
    """Keeps the last samples of one backend. Any thread may call."""

    def __init__(self, now: Callable[[], datetime], monotonic: Callable[[], float] = time.monotonic) -> None:
        """Begin without samples.

        Args:
            now: the computer's clock.
            monotonic: seconds on a clock that nobody sets.
        """
        self._now = now
        self._monotonic = monotonic
        self._lock = threading.Lock()
        self._offsets: deque[timedelta] = deque(maxlen=_SAMPLES)
        self._base = 0.0

    def begin(self) -> float:
        """Return the moment at which a call begins, for ``heard``."""
        return self._monotonic()

    def heard(self, at: datetime, began: float) -> None:
        """Take in what time the backend said it was while a call ran that has just ended."""
        passed = self._monotonic() - began
        if not 0 <= passed <= _LONGEST_CALL:
            return
        now = self._now()
        with self._lock:
            self._forget_if_set(now)
            self._offsets.append(at - (now - timedelta(seconds=passed / 2)))
            self._base = self._drift(now)

    def heard_date(self, header: str, began: float) -> None:
        """Take in the ``Date`` of an answer; it is cut to whole seconds, so half of one is added."""
        try:
            at = parsedate_to_datetime(header)
        except ValueError:
            return
        if at.tzinfo is not None:
            self.heard(at.astimezone(UTC) + timedelta(seconds=0.5), began)

    def offset(self) -> timedelta:
        """Return what has to be added to the computer's clock; nothing while it is not known.

        The median of the last five samples; none of them counts after the clock was set.
        """
        now = self._now()
        with self._lock:
            self._forget_if_set(now)
            if not self._offsets:
                return timedelta(0)
            return statistics.median_low(self._offsets)

    # ---- inside

    def _forget_if_set(self, now: datetime) -> None:
        if self._offsets and abs(self._drift(now) - self._base) > _JUMP:
            self._offsets.clear()

    def _drift(self, now: datetime) -> float:
        return now.timestamp() - self._monotonic()
