"""A machine's work file on a disk that fills up, is locked by others, and under a process that is killed."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection
from sqlalchemy.exc import OperationalError

from inaproc_desktop.storage.schema import METADATA, VERSION
from inaproc_desktop.storage.sealing import Plain
from inaproc_desktop.storage.work import WorkDatabase
from simulator.faults import Fault, Plan


class Killed(BaseException):
    """The process is gone. No ``except Exception`` may hold it up, as none holds up a real kill."""


class Disk:
    """What may happen at a local commit."""

    def __init__(self, plan: Plan, on_commit: Callable[[], None]) -> None:
        """Prepare.

        Args:
            plan: deals out the faults.
            on_commit: looks at the file after every commit.
        """
        self._plan = plan
        self._on_commit = on_commit
        self.dead = False

    def committing(self) -> None:
        """The transaction is complete and about to be committed."""
        if self._plan.strikes(Fault.DISK_FULL):
            raise _trouble("database or disk is full")
        if self._plan.strikes(Fault.DISK_BUSY):
            raise _trouble("database is locked")
        if self._plan.strikes(Fault.KILL_BEFORE_COMMIT):
            self.kill()

    def committed(self) -> None:
        """The transaction is durable."""
        self._on_commit()
        if self._plan.strikes(Fault.KILL_AFTER_COMMIT):
            self.kill()

    def kill(self) -> None:
        """End the process."""
        self.dead = True
        raise Killed


class WatchedWork(WorkDatabase):
    """The real work file; only its commits are watched."""

    def __init__(self, path: Path, disk: Disk) -> None:
        self._disk = disk
        super().__init__(path, Plain())  # what happens to its commits matters here, not its bytes

    def open_again(self, disk: Disk) -> None:
        """Begin a new process on the file; what was compiled before is kept, to save time."""
        self._disk = disk
        self.generation = 0
        if not self.path.exists():
            self.prepare(METADATA, VERSION)

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """Do as the work file does, with trouble at the commit."""
        with super().write() as connection:
            yield connection
            self._disk.committing()
        self._disk.committed()


_OPENED: dict[Path, WatchedWork] = {}


def open_work(path: Path, disk: Disk) -> WatchedWork:
    """Open a work file.

    Every schedule has its files in the same places, so what SQLAlchemy compiled for a file serves again.
    """
    work = _OPENED.get(path)
    if work is None:
        work = _OPENED[path] = WatchedWork(path, disk)
    else:
        work.open_again(disk)
    return work


def _trouble(text: str) -> OperationalError:
    return OperationalError("COMMIT", {}, sqlite3.OperationalError(text))
