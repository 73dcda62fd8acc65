"""Power cuts at every write: no promise breaks, and the file opens by itself."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

import pytest

from inaproc_desktop.ports.ui import ChangeSet
from inaproc_desktop.storage import database, feed, staging
from inaproc_desktop.storage.checkpoints import Checkpoints
from tests.desktop.powerloss.crashes import Files, crashes
from tests.desktop.powerloss.judging import Found, broken, start
from tests.desktop.powerloss.vfs import Shim, needs_shim
from tests.desktop.powerloss.workload import Day, record

pytestmark = needs_shim

PARTS = 3
"""Of a day, so that several processes share them."""

DAYS = ("first", "older")
MIXTURES = int(os.environ.get("POWER_CUT_MIXTURES", "1"))
"""Random fates at every change; the systematic ones come on top. 90 make a hundred thousand."""

EVERY_DAY = 5_000
"""States in all (bar B3 of the sync protocol)."""


@pytest.fixture
def shim() -> Iterator[Shim]:
    with Shim().installed() as made:
        yield made
    assert made.faults == []


@dataclass
class Tally:
    """How many states were looked at, and what was wrong with them."""

    changes: int = 0
    states: int = 0
    different: int = 0
    wrong: int = 0
    first: str = ""


def judged(day: Day, folder: Path, *, mixtures: int, part: int | None = None, every: int = 1) -> Tally:
    """Cut the power at every change of a day.

    Args:
        day: what was recorded.
        folder: an empty one.
        mixtures: random fates at every change.
        part: look only at the changes of this part of the day.
        every: look at one state of so many, and stop when a promise is broken: for planted faults.
    """
    tally = Tally(changes=len(day.recorder.changes))
    known: dict[bytes, Found] = {}
    with mock.patch("os.fsync", lambda _handle: None):
        for number, crash in enumerate(crashes(day.recorder, mixtures=mixtures, seed=1)):
            if number % every or part not in {None, crash.at * PARTS // tally.changes}:
                continue
            tally.states += 1
            digest = _digest(crash.files)
            found = known.get(digest)
            if found is None:
                found = known[digest] = start(folder, crash.files)
            if trouble := broken(day, crash, found):
                tally.wrong += 1
                change = day.recorder.changes[crash.at]
                tally.first = tally.first or f"{day.name} {crash.at} {change.kind} {crash.fate}: {trouble}"
                if every > 1:
                    break
    tally.different = len(known)
    return tally


def _digest(files: Files) -> bytes:
    made = hashlib.blake2b()
    for name in sorted(files):
        made.update(f"{name}:{len(files[name])}:".encode())
        made.update(files[name])
    return made.digest()


@pytest.fixture
def folders(tmp_path: Path) -> Iterator[Callable[[str], Path]]:
    """Empty folders, in memory where there is some: nothing here needs a disk."""
    memory = Path("/dev/shm")
    base = memory if os.access(memory, os.W_OK) else tmp_path
    with tempfile.TemporaryDirectory(dir=base, prefix="inaproc-power-") as room:

        def made(name: str) -> Path:
            place = Path(room) / name
            place.mkdir()
            return place

        yield made


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize("name", DAYS)
def test_no_power_cut_breaks_a_promise(
    name: str, part: int, folders: Callable[[str], Path], shim: Shim
) -> None:
    """Every write of a canonical day, each with what may be lost, torn or kept."""
    day = record(name, folders(name), shim)
    tally = judged(day, folders("again"), mixtures=MIXTURES, part=part)
    assert tally.first == ""
    assert tally.states >= EVERY_DAY // len(DAYS) // PARTS
    kinds = {change.kind for change in day.recorder.changes}
    assert kinds == {"write", "truncate", "sync", "create", "remove", "rename", "folder"}


_SETTINGS = database.settings


def normal_sync(durability: database.Durability) -> tuple[str, ...]:
    """Settings as careless programs choose them."""
    return tuple(one.replace("synchronous=FULL", "synchronous=NORMAL") for one in _SETTINGS(durability))


def cursor_first(self: Checkpoints, checkpoint: staging.Checkpoint, settle: feed.Settle) -> ChangeSet:
    """Cursors in a transaction before that of their rows."""
    with self._work.write() as connection:
        feed.move_cursors(connection, checkpoint.heads)
    return _APPLIED(self, checkpoint, settle)


_APPLIED = Checkpoints._applied


def settled_in_two(self: Checkpoints, checkpoint: staging.Checkpoint, settle: feed.Settle) -> ChangeSet:
    """The acknowledged commands leave the outbox before their rows come."""
    with self._work.write() as connection:
        connection.exec_driver_sql("DELETE FROM outbox WHERE state = 'answered'")
    return _APPLIED(self, checkpoint, settle)


@pytest.mark.parametrize(
    ("name", "place", "fault"),
    [
        ("first", "inaproc_desktop.storage.database.settings", normal_sync),
        ("first", "inaproc_desktop.storage.checkpoints.Checkpoints._applied", cursor_first),
        ("first", "inaproc_desktop.storage.checkpoints.Checkpoints._applied", settled_in_two),
        ("older", "inaproc_desktop.storage.conversion.sync_file", lambda _place: None),
    ],
    ids=["NORMAL", "cursor first", "settled in two", "switched before it is on the disk"],
)
def test_planted_fault_is_caught(
    name: str, place: str, fault: Callable[..., object], folders: Callable[[str], Path], shim: Shim
) -> None:
    with mock.patch(place, fault):
        day = record(name, folders(name), shim)
    tally = judged(day, folders("again"), mixtures=0, every=5)
    assert tally.wrong == 1, f"{tally.states} power cuts show nothing"
