"""Sixteen megabytes kept aside, so that a full disk stops new work and not what was saved before.

What was saved has to go out, and its answers have to be written down: that takes room which nobody else may
use up. When the disk is full this room is given to it; new work waits until it can be set aside again.
"""

from __future__ import annotations

import contextlib
import logging
import os
import shutil
import threading
from pathlib import Path

from inaproc_desktop.storage.files import sync_folder

SIZE = 16 * 1024 * 1024
"""Bytes (protocol.md 2.17). A work file of a year's orders grows by less in a month."""

_BLOCK = 1024 * 1024
_LOG = logging.getLogger(__name__)


class Reserve:
    """The reserve of a profile. From any thread."""

    def __init__(self, place: Path, size: int = SIZE) -> None:
        """Name the file and its size in bytes; nothing is made yet."""
        self._place = place
        self._size = size
        self._lock = threading.Lock()
        self._whole = False

    def keep(self) -> bool:
        """Make it when it is not there and there is room for it twice; returns whether it is there."""
        with self._lock:
            self._whole = self._whole or self._held() >= self._size or self._made()
            return self._whole

    def give(self) -> None:
        """Let those have it who write down what is settled."""
        with self._lock:
            self._whole = False
            if self._held():
                _LOG.warning("the disk is full: the reserve is used")
                with contextlib.suppress(OSError):
                    self._place.unlink()

    def _held(self) -> int:
        try:
            return self._place.stat().st_size
        except OSError:
            return 0

    def _made(self) -> bool:
        if not has_room(self._place.parent, 2 * self._size):
            return False
        half = self._place.with_name(f"{self._place.name}.new")
        try:
            with half.open("wb") as file:
                for made in range(0, self._size, _BLOCK):
                    # Zeros would take no room where the system compresses.
                    file.write(os.urandom(min(_BLOCK, self._size - made)))
                file.flush()
                os.fsync(file.fileno())
            half.replace(self._place)
            sync_folder(self._place.parent)
        except OSError as error:
            _LOG.info("no reserve could be made: %s", error)
            with contextlib.suppress(OSError):
                half.unlink()
            return False
        return True


def has_room(folder: Path, wanted: int = _BLOCK) -> bool:
    """Return whether the disk has room for so many bytes; it has, where nobody can say."""
    try:
        return shutil.disk_usage(folder).free >= wanted
    except OSError:
        return True
