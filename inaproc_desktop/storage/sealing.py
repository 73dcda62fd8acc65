"""What is underneath a SQLite file: the standard driver, or the encrypting one with its key."""

from __future__ import annotations

import sqlite3
import threading
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

PLAIN_HEADER = b"SQLite format 3\0"
"""Sixteen bytes that every plain database begins with; a sealed one begins with its random salt."""

BUSY_SECONDS = 5.0


class Opener(Protocol):
    """Opens connections to a file. ``module`` is the DB-API module that they and their errors come from."""

    @property
    def module(self) -> Any:
        """Return the driver."""

    def connect(self, path: Path, *, mode: str = "rwc") -> Any:
        """Return a connection that any thread may use; transactions are begun by hand.

        Args:
            path: the file.
            mode: ``rwc`` makes a file that is missing, ``rw`` does not, ``ro`` changes nothing in it.
        """


class Plain:
    """For files that hold nothing private: lists that everybody may read."""

    @property
    def module(self) -> Any:
        """Return the standard driver."""
        return sqlite3

    def connect(self, path: Path, *, mode: str = "rwc") -> Any:
        """Return a connection."""
        return _connected(sqlite3, path, mode)


@dataclass(frozen=True)
class Sealed:
    """For everything else: whole pages encrypted and authenticated (SQLCipher), key in raw form.

    Attributes:
        key: 32 bytes; a raw key costs nothing, a passphrase 200 ms per connection.
    """

    key: bytes = field(repr=False)

    @property
    def module(self) -> Any:
        """Return the encrypting driver. Its errors are **not** those of ``sqlite3``."""
        return sealing_driver()

    def connect(self, path: Path, *, mode: str = "rwc") -> Any:
        """Return a connection whose first statement was the key; nothing was read yet."""
        connection = _connected(self.module, path, mode)
        connection.execute(f'PRAGMA key = "{self.pragma_key()}"').close()
        return connection

    def pragma_key(self) -> str:
        """Return the key as ``PRAGMA key`` and ``ATTACH … KEY`` take it."""
        return f"x'{self.key.hex()}'"


def sealing_driver() -> Any:
    """Return the encrypting driver, told to write nothing to stderr."""
    import sqlcipher3.dbapi2 as driver  # late: only whoever opens a private file needs it

    with _DRIVER_LOCK:
        if driver not in _QUIET:
            # The setting is one for the process. Without it, a wrong key writes lines to stderr.
            connection = driver.connect(":memory:")
            connection.execute("PRAGMA cipher_log_level = NONE").close()
            connection.close()
            _QUIET.add(driver)
    return driver


_DRIVER_LOCK = threading.Lock()
_QUIET: set[Any] = set()


def header(path: Path) -> bytes:
    """Return the first bytes of a file, none when it is not there.

    Only while this process has no connection to it: on POSIX systems closing any handle of a file gives up
    the locks of all (https://www.sqlite.org/howtocorrupt.html, 2.2).
    """
    try:
        with path.open("rb") as file:
            return file.read(len(PLAIN_HEADER))
    except FileNotFoundError:
        return b""


def is_sealed(path: Path) -> bool:
    """Return whether something lies there that only a key opens; see ``header`` for when to ask."""
    found = header(path)
    return bool(found) and found != PLAIN_HEADER


def _connected(module: Any, path: Path, mode: str) -> Any:
    return module.connect(
        f"{path.absolute().as_uri()}?mode={mode}",
        uri=True,
        isolation_level=None,
        check_same_thread=False,  # the pool hands a connection to one thread at a time
        timeout=BUSY_SECONDS,
    )
