"""Pulling: a whole feed and small changes, beside the same bytes fetched and written without the program."""

from __future__ import annotations

import statistics
import tempfile
from pathlib import Path

from benchmarks.feed_office import Bare, Feed, Program, in_turn, model_order
from benchmarks.measure import Measurement
from benchmarks.office import sign_in
from benchmarks.services import served
from inaproc_desktop.storage.sealing import Plain, Sealed

AIM = 1.5
_SMALL = 2_000
_LARGE = 200_000
_CHANGES = 10
_RUNS = 3
_SMALL_RUNS = 25


def measure() -> list[Measurement]:
    """Pull by the real route of a real backend into a sealed file, a plain one, and one written bare."""
    with (
        tempfile.TemporaryDirectory() as folder,
        served(
            *("-m", "inaproc_backend", "serve", "--training", "--port", "0"),
            *("--data", str(Path(folder) / "office")),
        ) as address,
    ):
        return _Pulls(Path(folder), address).measure()


class _Pulls:
    def __init__(self, folder: Path, address: str) -> None:
        self._folder = folder
        self._address = address
        self._seat = sign_in(address, "pp")
        satker = next(access.satker_id for access in self._seat.session.accesses if access.satker_id)
        self._feed = Feed(folder / "office" / "inaproc.db", satker, model_order())
        self._files = 0
        self._rev = 1

    def measure(self) -> list[Measurement]:
        """Grow the feed in between."""
        self._feed.grow(_SMALL)
        few = self._changes()
        self._feed.grow(_LARGE - _SMALL)
        whole = in_turn(_RUNS, lambda run: None, self._whole_bare, self._whole_sealed, self._whole_plain)
        many = self._changes()
        self._feed.close()
        bare, sealed, plain = (statistics.median(seconds) * 1000 for seconds in whole)
        of_many, of_few = many[0] * 1000, few[0] * 1000
        sealed_many, sealed_few = many[1] * 1000, few[1] * 1000
        small = f"pull of {_CHANGES} changes"
        return [
            _line(f"pull of {_LARGE} rows, sealed file", sealed, bare, AIM),
            _line(f"pull of {_LARGE} rows, plain file", plain, bare, AIM),
            _line(f"{small} on {_LARGE} rows, sealed file", sealed_many, of_many, AIM),
            _line(f"{small} on {_LARGE} rows, plain file", many[2] * 1000, of_many, AIM),
            _line(f"{small} on {_LARGE} rows (floor: the program on {_SMALL})", sealed_many, sealed_few, AIM),
            _line(f"{small} on {_SMALL} rows, sealed file", sealed_few, of_few, AIM),
        ]

    def _changes(self) -> list[float]:
        """Return median seconds of a small pull: bare, sealed, plain."""
        sides: list[Bare | Program] = [self._bare(), self._program(sealed=True), self._program(sealed=False)]
        for side in sides:
            side.pull()

        def change(_run: int) -> None:
            self._rev += 1
            self._feed.change(_CHANGES, self._rev)

        seconds = in_turn(_SMALL_RUNS, change, *(side.pull for side in sides))
        for side in sides:
            side.close()
        return [statistics.median(of_side) for of_side in seconds]

    def _whole_bare(self) -> float:
        return _once(self._bare())

    def _whole_sealed(self) -> float:
        return _once(self._program(sealed=True))

    def _whole_plain(self) -> float:
        return _once(self._program(sealed=False))

    def _bare(self) -> Bare:
        return Bare(self._address, self._seat, self._file())

    def _program(self, *, sealed: bool) -> Program:
        opener = Sealed(bytes(range(32))) if sealed else Plain()
        return Program(self._address, self._seat, self._file(), opener)

    def _file(self) -> Path:
        self._files += 1
        return self._folder / f"{self._files}.db"


def _once(side: Bare | Program) -> float:
    seconds = side.pull()
    side.close()
    return seconds


def _line(name: str, value: float, floor: float, aim: float) -> Measurement:
    return Measurement(name=name, value=value, unit="ms", floor=floor, aim=aim)
