"""A disk that forgets: what may be found on it after the power was cut, given what was written and synced.

Data of a file is certain up to its last sync. What was written afterwards may be there, or not, or up to a
sector, each write for itself. Names in the folder are certain up to its last sync; what changed afterwards
may be there up to any change, in order, as journaling file systems have it. Data and names know nothing of
each other.
"""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any
from unittest import mock

from tests.desktop.powerloss.vfs import OPEN_CREATE, OPEN_JOURNALS

SECTOR = 512
Files = dict[str, bytes]
_BLOCK = 4096


@dataclass(frozen=True)
class Change:
    """One thing that happened to the folder.

    Attributes:
        kind: ``write``, ``truncate``, ``sync`` of the file ``file``; ``create``, ``remove``, ``rename`` of
            ``name``; ``folder`` for a sync of the folder.
        saved: how many promises had been made when it happened.
    """

    kind: str
    saved: int
    file: int = 0
    name: str = ""
    target: str = ""
    offset: int = 0
    data: bytes = b""


class Recorder:
    """Writes down what happens in one folder; a ``vfs.Watcher``.

    Attributes:
        changes: in order.
        promises: what the person was told is saved, in order.
    """

    def __init__(self, folder: Path) -> None:
        """Begin with what lies there, all of it on the disk."""
        self.folder = folder
        self.changes: list[Change] = []
        self.promises: list[Any] = []
        self._numbers = count(1)
        self._named: dict[str, int] = {}
        self._content: dict[int, bytearray] = {}
        self._made: set[int] = set()
        self.start: Files = {
            file.name: file.read_bytes() for file in folder.iterdir() if not file.name.endswith("-shm")
        }
        for name, content in self.start.items():
            self._named[name] = next(self._numbers)
            self._content[self._named[name]] = bytearray(content)
        self.first_names = dict(self._named)

    def promise(self, what: Any) -> None:
        """Note that the person was told something is saved."""
        self.promises.append(what)

    # ---- the driver

    def opened(self, path: str, flags: int) -> None:
        """Note a new file."""
        name = self._name(path)
        if name is None or name in self._named:
            return
        number = self._create(name)
        if flags & OPEN_CREATE and flags & OPEN_JOURNALS:
            self._made.add(number)

    def wrote(self, path: str, offset: int, data: bytes) -> None:
        """Note bytes."""
        if (name := self._name(path)) is not None:
            self._write(self._named[name], offset, data)

    def truncated(self, path: str, size: int) -> None:
        """Note a cut."""
        if (name := self._name(path)) is not None:
            del self._content[self._named[name]][size:]
            self._add("truncate", file=self._named[name], offset=size)

    def synced(self, path: str) -> None:
        """Note a sync, with that of the folder where the real file system does both."""
        if (name := self._name(path)) is not None:
            number = self._named[name]
            self._add("sync", file=number)
            if number in self._made:
                self._made.discard(number)
                self._add("folder")

    def deleted(self, path: str, *, folder_synced: bool) -> None:
        """Note a removal."""
        if (name := self._name(path)) is not None and self._named.pop(name, 0):
            self._add("remove", name=name)
            if folder_synced:
                self._add("folder")

    # ---- the program itself

    @contextmanager
    def watching_the_program(self) -> Iterator[None]:
        """Write down also what the program does to files without the driver."""
        fsync, replace, unlink = os.fsync, os.replace, os.unlink

        def on_fsync(handle: int) -> None:
            path = Path(f"/proc/self/fd/{handle}").readlink()
            if path == self.folder:
                self._add("folder")
            elif (name := self._name(str(path))) is not None:
                self._look_at(name)
                self._add("sync", file=self._named[name])

        def on_replace(source: Any, target: Any, **named: Any) -> None:
            old, new = self._name(os.fspath(source)), self._name(os.fspath(target))
            if old is not None and new is not None:
                self._look_at(old)
            replace(source, target, **named)
            if old is not None and new is not None:
                self._named[new] = self._named.pop(old)
                self._add("rename", name=old, target=new)

        def on_unlink(path: Any, **named: Any) -> None:
            unlink(path, **named)
            name = self._name(os.fspath(path))
            if name is not None and self._named.pop(name, 0):
                self._add("remove", name=name)

        with (
            mock.patch("os.fsync", on_fsync),
            mock.patch("os.replace", on_replace),
            mock.patch("os.unlink", on_unlink),
        ):
            yield
        assert fsync is os.fsync

    def _look_at(self, name: str) -> None:
        """Note what the program wrote to a file since it was last looked at."""
        content = (self.folder / name).read_bytes()
        number = self._named.get(name) or self._create(name)
        known = bytes(self._content[number])
        for offset in range(0, len(content), _BLOCK):
            block = content[offset : offset + _BLOCK]
            if block != known[offset : offset + _BLOCK]:
                self._write(number, offset, block)

    # ---- inside

    def _name(self, path: str) -> str | None:
        place = Path(path)
        return place.name if place.parent == self.folder and not place.name.endswith("-shm") else None

    def _create(self, name: str) -> int:
        number = self._named[name] = next(self._numbers)
        self._content[number] = bytearray()
        self._add("create", file=number, name=name)
        return number

    def _write(self, number: int, offset: int, data: bytes) -> None:
        _put(self._content[number], offset, data)
        self._add("write", file=number, offset=offset, data=data)

    def _add(self, kind: str, **what: Any) -> None:
        self.changes.append(Change(kind, len(self.promises), **what))


@dataclass
class _Disk:
    """What is certain, and what is not, at one moment."""

    certain: dict[int, bytes] = field(default_factory=dict)
    open: dict[int, list[Change]] = field(default_factory=dict)
    names: dict[str, int] = field(default_factory=dict)
    moves: list[Change] = field(default_factory=list)

    def take(self, change: Change) -> None:
        match change.kind:
            case "write" | "truncate":
                self.open[change.file].append(change)
            case "sync":
                self.certain[change.file] = _played(self.certain[change.file], self.open[change.file])
                self.open[change.file] = []
            case "create":
                self.certain[change.file], self.open[change.file] = b"", []
                self.moves.append(change)
            case "remove" | "rename":
                self.moves.append(change)
            case "folder":
                self.names = _moved(self.names, self.moves)
                self.moves = []

    def found(self, fates: dict[int, list[int]], moves: int) -> Files:
        """Return what is found when each uncertain change has its fate.

        Args:
            fates: by file, of each change: bytes of it that are there, -1 for all.
            moves: changes of names that are there.
        """
        names = _moved(self.names, self.moves[:moves])
        return {
            name: _played(self.certain[file], self.open[file], fates.get(file))
            for name, file in names.items()
        }


@dataclass(frozen=True)
class Crash:
    """What is found after one power cut, and how much had been promised before."""

    at: int
    fate: str
    files: Files
    saved: int


def crashes(recorder: Recorder, *, mixtures: int, seed: int) -> Iterator[Crash]:
    """Yield what may be found after a power cut at every single change.

    Args:
        recorder: what happened.
        mixtures: random fates at every change, beside the systematic ones.
        seed: of these.
    """
    disk = _Disk(
        certain={file: recorder.start[name] for name, file in recorder.first_names.items()},
        open={file: [] for file in recorder.first_names.values()},
        names=dict(recorder.first_names),
    )
    dice = random.Random(seed)
    for at, change in enumerate(recorder.changes):
        disk.take(change)
        saved = recorder.changes[at + 1].saved if at + 1 < len(recorder.changes) else len(recorder.promises)
        # What was promised between this change and the next is owed when the power is cut here.
        for fate, fates, moves in _fates(disk, change, dice, mixtures):
            yield Crash(at, fate, disk.found(fates, moves), saved)


def _fates(
    disk: _Disk, change: Change, dice: random.Random, mixtures: int
) -> Iterator[tuple[str, dict[int, list[int]], int]]:
    none = {file: [0] * len(changes) for file, changes in disk.open.items()}
    whole = {file: [-1] * len(changes) for file, changes in disk.open.items()}
    every = len(disk.moves)
    yield "lost", none, 0
    yield "kept", whole, every
    if every:
        yield "names alone", none, every
        yield "data alone", whole, 0
    mine = disk.open.get(change.file, []) if change.kind == "write" else []
    if mine and mine[-1] is change:
        sectors = range(SECTOR, len(change.data), SECTOR)
        size = dice.choice(sectors) if sectors else len(change.data) // 2
        yield f"torn at {size}", {**whole, change.file: [*whole[change.file][:-1], size]}, every
        yield f"torn at {size}, alone", {**none, change.file: [*none[change.file][:-1], size]}, every
        yield "alone", {**none, change.file: [*none[change.file][:-1], -1]}, every
        for earlier in range(max(0, len(mine) - 3), len(mine) - 1):
            gone = [-1] * len(mine)
            gone[earlier] = 0
            yield "an earlier one lost", {**whole, change.file: gone}, every
    if any(disk.open.values()) or every:
        for _ in range(mixtures):
            drawn = {
                file: [_drawn(dice, one) for one in changes] for file, changes in disk.open.items() if changes
            }
            yield "mixed", drawn, dice.randint(0, every)


def _drawn(dice: random.Random, change: Change) -> int:
    roll = dice.random()
    if roll < 0.4 or change.kind != "write":
        return -1 if roll < 0.5 else 0
    if roll < 0.7:
        return 0
    return (
        dice.randrange(0, len(change.data) + 1, SECTOR)
        if len(change.data) >= SECTOR
        else len(change.data) // 2
    )


def _played(content: bytes, changes: list[Change], fates: list[int] | None = None) -> bytes:
    made = bytearray(content)
    for change, fate in zip(changes, fates or [-1] * len(changes), strict=True):
        if change.kind == "truncate":
            if fate:
                del made[change.offset :]
        elif fate:
            _put(made, change.offset, change.data if fate < 0 else change.data[:fate])
    return bytes(made)


def _put(content: bytearray, offset: int, data: bytes) -> None:
    if len(content) < offset:
        content.extend(bytes(offset - len(content)))
    content[offset : offset + len(data)] = data


def _moved(names: dict[str, int], moves: list[Change]) -> dict[str, int]:
    made = dict(names)
    for move in moves:
        if move.kind == "create":
            made[move.name] = move.file
        elif move.kind == "remove":
            made.pop(move.name, None)
        else:
            made[move.target] = made.pop(move.name)
    return made
