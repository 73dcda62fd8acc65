"""A real backend in a process of its own, and people with machines of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from inaproc_desktop.launcher import TrainingProcess
from inaproc_desktop.ports.session import Server
from tests.journeys.seat import Seat

MakeSeat = Callable[..., Seat]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The training office, shared by the journeys of a file."""
    process = TrainingProcess(tmp_path_factory.mktemp("training"))
    yield process.start()
    process.stop()


@pytest.fixture
def seats(server: Server, tmp_path: Path) -> Iterator[MakeSeat]:
    made: list[Seat] = []

    def make(name: str, on: Server = server) -> Seat:
        seat = Seat(tmp_path / name, on)
        made.append(seat)
        return seat

    yield make
    for seat in made:
        seat.close()
