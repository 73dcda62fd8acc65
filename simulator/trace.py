"""What happened in a schedule: a running hash for comparing two runs, and the last lines for reading."""

from __future__ import annotations

import hashlib
from collections import deque
from dataclasses import dataclass

_KEPT = 400


@dataclass(frozen=True)
class Violation:
    """A broken promise.

    Attributes:
        promise: its number in ``promises.PROMISES``.
        text: what was found.
    """

    promise: str
    text: str


class Trace:
    """The lines of one schedule. Two runs of a seed give the same digest, or something is not determined."""

    def __init__(self) -> None:
        self._hash = hashlib.sha256()
        self._lines: deque[str] = deque(maxlen=_KEPT)
        self.count = 0

    def note(self, *words: object) -> None:
        """Add a line."""
        line = " ".join(str(word) for word in words)
        self._hash.update(line.encode() + b"\n")
        self._lines.append(line)
        self.count += 1

    def digest(self) -> str:
        """Return the hash of all lines so far."""
        return self._hash.hexdigest()

    def tail(self, lines: int = _KEPT) -> list[str]:
        """Return the last lines."""
        return list(self._lines)[-lines:]
