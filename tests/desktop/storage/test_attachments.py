"""Files beside the work file: sealed, durable before they are named, gone when nothing names them."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from inaproc_desktop.ports.attachments import FileState
from inaproc_desktop.ports.data import WorldFailed
from inaproc_desktop.storage.blobs import SealedBlobs
from tests.desktop.sync.fake_uploads import PDF, FilingServer
from tests.desktop.sync.office import Machine
from tests.desktop.sync.test_uploads import CANARY, CONTENT, SHA, choose, named, submit

DAY = timedelta(days=1)


@pytest.fixture
def machine(tmp_path: Path) -> Iterator[Machine]:
    server = FilingServer()
    made = Machine(tmp_path, server, uploads=server.files)
    yield made
    made.close()


def blobs_in(machine: Machine) -> list[Path]:
    folder = machine.folder / "blobs"
    return sorted(folder.iterdir()) if folder.exists() else []


def test_a_file_is_sealed_under_a_name_that_says_nothing(machine: Machine) -> None:
    choose(machine, name="KAK rahasia.pdf")
    (blob,) = blobs_in(machine)
    assert len(blob.name) == 32
    assert CANARY not in blob.read_bytes()
    assert machine.attachments.content(SHA) == CONTENT
    if os.name != "nt":
        assert blob.stat().st_mode & 0o077 == 0
        assert blob.parent.stat().st_mode & 0o077 == 0
    kept = machine.attachments.find((SHA, "0" * 64))
    assert list(kept) == [SHA]
    assert (kept[SHA].state, kept[SHA].size, kept[SHA].sent) == (FileState.KEPT, len(CONTENT), 0)
    choose(machine)
    assert blobs_in(machine) == [blob]


def test_another_key_or_another_name_opens_nothing(machine: Machine) -> None:
    choose(machine)
    choose(machine, CONTENT + b"!")
    one, two = (path.name for path in blobs_in(machine))
    folder = machine.folder / "blobs"
    (folder / one).replace(folder / "spare")
    (folder / two).replace(folder / one)
    (folder / "spare").replace(folder / two)
    for blob in (one, two, "0" * 32, "../work.db"):
        with pytest.raises(WorldFailed) as caught:
            machine.blobs.get(blob)
        assert caught.value.code == "world.blob_damaged"
    with pytest.raises(WorldFailed):
        SealedBlobs(folder, lambda: b"x" * 32).get(one)


def test_a_full_disk_keeps_nothing_and_says_so(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(WorldFailed) as caught:
        choose(machine)
    assert caught.value.code == "world.disk"
    monkeypatch.undo()
    assert machine.attachments.find((SHA,)) == {}
    assert blobs_in(machine) == []


def test_file_and_folder_are_on_the_disk_before_the_row_is(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[str] = []
    real = os.fsync

    def note(handle: int) -> None:
        synced.append(str(Path(f"/proc/self/fd/{handle}").readlink()) if sys.platform == "linux" else "?")
        real(handle)

    monkeypatch.setattr(os, "fsync", note)
    blob = machine.blobs.put(CONTENT)
    if sys.platform == "linux":
        folder = str(machine.folder / "blobs")
        assert synced[0] == str(machine.folder)  # the folder's own name
        assert synced[1].startswith(f"{folder}/.{blob}")
        assert synced[2] == folder
    assert machine.attachments.find((SHA,)) == {}


def test_what_is_named_stays_and_what_is_not_goes_after_a_day(machine: Machine) -> None:
    drafted, sent, loose = CONTENT, CONTENT + b"1", CONTENT + b"2"
    for content in (drafted, sent, loose):
        choose(machine, content)
    machine.drafts.save("d-1", "checkout", "v-1", "ATK", {"attachments": [{"sha256": SHA}]})
    submit(machine, named(sent))
    assert machine.attachments.sweep() == 0
    machine.clock.moment += DAY + timedelta(minutes=1)
    assert machine.attachments.sweep() == 1
    assert machine.attachments.content(named(loose).sha256) is None
    assert machine.attachments.content(SHA) == drafted
    machine.drafts.delete("d-1")
    assert machine.attachments.sweep() == 1
    for _ in range(12):
        machine.engine.round()
    # Settled, but a restored backend may have to be told again.
    assert machine.attachments.sweep() == 0
    assert machine.attachments.content(named(sent).sha256) == sent
    machine.clock.moment += timedelta(days=36)
    assert machine.attachments.sweep() == 1
    assert blobs_in(machine) == []


def test_leftovers_of_a_kill_are_removed_and_nothing_else(machine: Machine) -> None:
    choose(machine)
    orphan = machine.blobs.put(b"never listed")
    half = machine.folder / "blobs" / f".{orphan}-half"
    half.write_bytes(b"half")
    stranger = machine.folder / "blobs" / "Catatan saya.txt"
    stranger.write_text("not ours")
    machine.drafts.save("d-1", "checkout", "v-1", "ATK", {"attachments": [{"sha256": SHA}]})
    assert machine.attachments.sweep() == 0
    for path in blobs_in(machine):
        os.utime(path, (0, 0))
    machine.attachments.sweep()
    assert {path.name for path in blobs_in(machine)} >= {"Catatan saya.txt"}
    assert len(blobs_in(machine)) == 2
    assert machine.attachments.content(SHA) == CONTENT


_CHILD = """
import os, signal, sys
from pathlib import Path
from tests.desktop.sync.fake_uploads import FilingServer
from tests.desktop.sync.office import Machine
from tests.desktop.sync.test_uploads import SHA, choose, named, submit
folder, point = Path(sys.argv[1]), sys.argv[2]
machine = Machine(folder, FilingServer())
def die(): os.kill(os.getpid(), signal.SIGKILL)
if point == "sealed":
    real = machine.blobs.put
    machine.blobs.put = lambda content: (real(content), die())
choose(machine)
if point == "listed": die()
machine.drafts.save("d-1", "checkout", "v-1", "ATK", {"attachments": [{"sha256": SHA}]})
if point == "drafted": die()
submit(machine, named())
die()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="kills by signal")
@pytest.mark.parametrize("point", ["sealed", "listed", "drafted", "submitted"])
def test_a_real_kill_leaves_what_was_said_to_be_kept(tmp_path: Path, point: str) -> None:
    root = str(Path(__file__).parents[3])
    done = subprocess.run(
        [sys.executable, "-c", _CHILD, str(tmp_path), point],
        env={**os.environ, "PYTHONPATH": root},
        cwd=root,
        capture_output=True,
        check=False,
    )
    assert done.returncode == -signal.SIGKILL, done.stderr.decode()[-2000:]
    server = FilingServer()
    machine = Machine(tmp_path, server, uploads=server.files)
    try:
        assert (machine.attachments.content(SHA) == CONTENT) == (point != "sealed")
        for _ in range(12):
            machine.engine.round()
        ordered = [order.attachments for order in server.orders.values()]
        assert ordered == ([(named(),)] if point == "submitted" else [])
        assert (SHA in server.files.clean) == (point in {"drafted", "submitted"})
    finally:
        machine.close()
    every = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    assert CANARY not in every


def test_what_is_known_of_a_file_is_what_was_put(machine: Machine) -> None:
    kept, changes = machine.attachments.keep("KAK.pdf", PDF, CONTENT, "a-pp")
    assert changes.touches("attachment")
    assert (kept.name, kept.media_type, kept.sha256) == ("KAK.pdf", PDF, SHA)
