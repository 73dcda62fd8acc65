"""Machines on fake backends."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from inaproc_core.roles import Actor
from tests import builders
from tests.desktop.sync.fake_server import FakeServer
from tests.desktop.sync.office import Machine

MakeMachine = Callable[..., Machine]


@pytest.fixture
def server() -> FakeServer:
    made = FakeServer()
    made.open_office()
    return made


@pytest.fixture
def machines(server: FakeServer, tmp_path: Path) -> Iterator[MakeMachine]:
    made: list[Machine] = []

    def make(actor: Actor = builders.PP, name: str = "") -> Machine:
        folder = tmp_path / (name or actor.user_id)
        folder.mkdir(exist_ok=True)
        machine = Machine(folder, server, actor, device=name or "dev-1")
        made.append(machine)
        return machine

    yield make
    for machine in made:
        machine.close()


@pytest.fixture
def machine(machines: MakeMachine) -> Machine:
    """The PP's machine after its first round."""
    made = machines()
    assert made.engine.round()
    return made
