"""What a client told its person, on a disk of its own: a line is durable before the next deed begins."""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SAVED, TOLD, WITHDRAWING = "saved", "told", "withdrawing"
"""A command was said to be saved; its outcome was told; it is about to be taken back."""

KEPT = "kept"
"""A draft was said to be kept."""

UP, SIGNED_IN, FAULT = "up", "signed in", "fault"
"""A life began; the password was asked for; something happened that never should."""


@dataclass(frozen=True)
class Entry:
    """One line.

    Attributes:
        kind: one of the kinds above.
        key: the command or draft.
        more: facts beside it.
    """

    kind: str
    key: str
    more: dict[str, Any]


class Diary:
    """Appends lines; any thread may write."""

    def __init__(self, place: Path) -> None:
        """Open it at its end."""
        self._lock = threading.Lock()
        self._file = os.open(place, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)

    def write(self, kind: str, key: str, **more: Any) -> None:
        """Add a line; it is on the disk when this returns."""
        line = json.dumps([kind, key, more], ensure_ascii=False).encode() + b"\n"
        with self._lock:
            os.write(self._file, line)
            os.fdatasync(self._file)


def read(place: Path) -> Iterator[Entry]:
    """Yield the lines; one that a kill cut off at the end was never said and is passed over."""
    if not place.exists():
        return
    for line in place.read_bytes().splitlines(keepends=True):
        if not line.endswith(b"\n"):
            continue
        kind, key, more = json.loads(line)
        yield Entry(kind, key, more)
