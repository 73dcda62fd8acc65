"""Bringing the machines of the prepared world into step, by the code that the schedules run."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from inaproc_core.wire.messages import Session
from simulator.people import SEATS
from simulator.template import Template, prepare_backend
from simulator.world import World
from tests.backend.office import PASSWORD

_MEMORY = Path("/dev/shm")
"""Where files cost no disk; elsewhere the usual place for temporary files serves."""


@contextmanager
def prepared() -> Iterator[Template]:
    """Give a prepared world, in memory where the system has such a folder; removed afterwards."""
    place = _MEMORY if _MEMORY.is_dir() else None
    with tempfile.TemporaryDirectory(prefix="inaproc-simulator-", dir=place) as folder:
        yield prepare(Path(folder))


def prepare(folder: Path) -> Template:
    """Make the office, then let every machine fetch everything for the first time."""
    template = prepare_backend(folder)
    world = World(0, template, folder / "first", calm=True)
    world.ledger.follow(quietly=True)
    sessions: dict[str, Session] = {}
    for name in SEATS:
        machine = world.add(name)
        sessions[name] = world.people.sign_in(machine)
        assert world.round(machine), f"{name}: the first round failed"
    # A draft that both machines of one person hold, so that every schedule may begin with it.
    world.drafting.act(world.machines["pp1"], world.watches["pp1"])
    for name in ("pp1", "pp2"):
        assert world.round(world.machines[name]), f"{name}: the draft did not come"
    assert world.machines["pp2"].drafts.all(), "no draft came to the second machine"
    # What the backend makes at first use beside its database is made here, for all schedules alike.
    world.machines["pp1"].wire.step_up("", PASSWORD)
    known = world.ledger.remember()
    folders = world.folder
    catalogues = {name: machine.catalogue for name, machine in world.machines.items()}
    template.seen = {name: watch.seen.copy() for name, watch in world.watches.items()}
    ended = world.ended()
    assert not ended.violations, ended.violations
    shutil.copyfile(folders / "server.db", template.server_file)
    for name in SEATS:
        template.work_files[name] = folder / f"{name}.db"
        shutil.copyfile(folders / f"{name}.db", template.work_files[name])
    template.known, template.catalogues, template.sessions = known, catalogues, sessions
    template.start = world.clock()
    return template
