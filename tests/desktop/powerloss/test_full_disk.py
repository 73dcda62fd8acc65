"""A disk that fills up: what was saved stays and is settled; new work waits until there is room."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from inaproc_desktop.ports.data import DeedState, WorldFailed
from inaproc_desktop.storage import reserve
from inaproc_desktop.storage.reserve import Reserve
from inaproc_desktop.storage.work import open_work_file
from tests import builders
from tests.desktop.powerloss.vfs import Shim, needs_shim
from tests.desktop.sync.fake_server import FakeServer
from tests.desktop.sync.office import Machine
from tests.desktop.sync.test_rounds import submit

pytestmark = needs_shim
SMALL = 64 * 1024
OTHER = builders.ORDER_ID.replace("0001", "0002")


class FullDisk:
    """The shim's room and the reserve share one disk."""

    def __init__(self, shim: Shim) -> None:
        self._shim = shim
        self.full = False

    def fill(self) -> None:
        """Somebody else takes all the room."""
        self.full, self._shim.room = True, 0

    def leave(self, room: int) -> None:
        """Somebody else takes all but so many bytes."""
        self.full, self._shim.room = True, room

    def has_room(self, _folder: Path, _wanted: int = 0) -> bool:
        """Say whether there is any."""
        return not self.full

    def given(self) -> None:
        """The reserve was given: so much can be written again."""
        self._shim.room = SMALL * 4

    def clear(self) -> None:
        """Somebody made room."""
        self.full, self._shim.room = False, None


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Iterator[FullDisk]:
    with Shim().installed() as shim:
        made = FullDisk(shim)
        give = Reserve.give
        monkeypatch.setattr(reserve, "has_room", made.has_room)

        def given(self: Reserve) -> None:
            give(self)
            made.given()

        monkeypatch.setattr(Reserve, "give", given)
        yield made
        shim.room = None
        assert shim.faults == []


@pytest.fixture
def machine(disk: FullDisk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Machine]:
    place = Reserve(tmp_path / "reserve", SMALL)
    monkeypatch.setattr(
        "tests.desktop.sync.office.open_work_file", lambda path, key: open_work_file(path, key, reserve=place)
    )
    server = FakeServer()
    server.open_office()
    made = Machine(tmp_path, server)
    assert made.engine.round()
    yield made
    made.close()


@pytest.mark.expects_log
def test_full_disk_stops_new_work_and_not_the_settling(
    machine: Machine, disk: FullDisk, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    cmd_id = submit(machine)
    machine.drafts.save("d-1", "checkout", "v-1", "ATK", {"text": "tersimpan"})
    kept = tmp_path / "reserve"
    assert kept.stat().st_size == SMALL
    disk.fill()
    with caplog.at_level(logging.WARNING), pytest.raises(WorldFailed) as failed:
        machine.drafts.save("d-2", "checkout", "v-1", "ATK", {"text": "baru" * 5000})
    assert failed.value.code == "world.disk_full"
    assert not kept.exists()
    # Sending, answers and their rows go on with the room of the reserve.
    assert machine.engine.round()
    assert [(deed.cmd_id, deed.state) for deed in machine.outbox.recent()] == [(cmd_id, DeedState.ACCEPTED)]
    # New work waits, and what was saved can be read.
    for attempt in (
        lambda: submit(machine, OTHER),
        lambda: machine.drafts.save("d-2", "checkout", "v-1", "ATK", {"text": "baru"}),
    ):
        with pytest.raises(WorldFailed) as failed:
            attempt()
        assert failed.value.code == "world.disk_full"
    draft = machine.drafts.get("d-1")
    assert draft is not None and draft.content == {"text": "tersimpan"}
    disk.clear()
    machine.drafts.save("d-2", "checkout", "v-1", "ATK", {"text": "baru"})
    assert kept.stat().st_size == SMALL
    assert submit(machine, OTHER)


@pytest.mark.expects_log
@pytest.mark.parametrize("room", range(0, 60_000, 1500))
def test_full_at_any_byte_loses_nothing(room: int, machine: Machine, disk: FullDisk) -> None:
    first = submit(machine)
    saved = {first}
    disk.leave(room)
    try:
        machine.engine.round()
        saved.add(submit(machine, OTHER))
        machine.engine.round()
    except WorldFailed as failed:
        assert failed.code == "world.disk_full"
    disk.clear()
    again = machine.reopened()
    try:
        with again.work.read() as connection:
            assert connection.exec_driver_sql("PRAGMA integrity_check").scalar_one() == "ok"
            held = [
                set(connection.exec_driver_sql(f"SELECT cmd_id FROM {table}").scalars())
                for table in ("outbox", "journal")
            ]
        assert saved <= held[0] ^ held[1]
        assert again.engine.round()
        assert again.engine.link().waiting == 0
    finally:
        again.close()


def test_reserve_is_made_once_and_whole(tmp_path: Path) -> None:
    made = Reserve(tmp_path / "reserve", SMALL)
    assert made.keep()
    first = (tmp_path / "reserve").read_bytes()
    assert len(first) == SMALL
    assert len(set(first)) > 200  # random: it takes its room also where the system compresses
    assert Reserve(tmp_path / "reserve", SMALL).keep()
    assert (tmp_path / "reserve").read_bytes() == first
    assert [file.name for file in tmp_path.iterdir()] == ["reserve"]


def test_half_a_reserve_counts_as_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "reserve").write_bytes(bytes(SMALL // 2))
    monkeypatch.setattr(reserve, "has_room", lambda _folder, _wanted=0: False)
    assert not Reserve(tmp_path / "reserve", SMALL).keep()
