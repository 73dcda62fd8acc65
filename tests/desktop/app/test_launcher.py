"""The training server's process: started once, waited for, ended, and its words kept when it fails."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from inaproc_desktop import launcher
from inaproc_desktop.launcher import TrainingProcess
from inaproc_desktop.ports.data import WorldFailed
from inaproc_desktop.ports.session import Server

GOOD = (
    "import sys, time; print('warming up'); print('READY http://127.0.0.1:4711', flush=True); time.sleep(60)"
)
STUBBORN = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN);" + GOOD


@pytest.fixture
def made(tmp_path: Path) -> Iterator[list[TrainingProcess]]:
    processes: list[TrainingProcess] = []
    yield processes
    for process in processes:
        process.stop()


def of(made: list[TrainingProcess], folder: Path, code: str) -> TrainingProcess:
    made.append(TrainingProcess(folder, command=(sys.executable, "-c", code)))
    return made[-1]


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def pid_in(folder: Path) -> int:
    return int((folder / "server.pid").read_text(encoding="utf-8"))


def test_it_is_started_once_and_ended(made: list[TrainingProcess], tmp_path: Path) -> None:
    process = of(made, tmp_path / "training", GOOD)
    server = process.start()
    assert server == Server(url="http://127.0.0.1:4711", key="training")
    pid = pid_in(tmp_path / "training")
    assert process.start() == server
    assert pid_in(tmp_path / "training") == pid
    process.stop()
    assert not alive(pid)
    assert not (tmp_path / "training" / "server.pid").exists()
    process.stop()


def test_it_is_started_again_after_its_end(made: list[TrainingProcess], tmp_path: Path) -> None:
    process = of(made, tmp_path, GOOD)
    process.start()
    first = pid_in(tmp_path)
    os.kill(first, signal.SIGKILL)
    until = time.monotonic() + 5
    while process._process is not None and process._process.poll() is None and time.monotonic() < until:
        time.sleep(0.01)
    process.start()
    assert pid_in(tmp_path) != first


def test_why_it_did_not_start_is_kept(made: list[TrainingProcess], tmp_path: Path) -> None:
    process = of(made, tmp_path, "print('cannot read the office'); raise SystemExit(3)")
    with pytest.raises(WorldFailed) as failed:
        process.start()
    assert failed.value.code == "world.training_start"
    assert "cannot read the office" in failed.value.detail


def test_one_that_never_gets_ready_is_ended(
    made: list[TrainingProcess], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(launcher, "START_SECONDS", 0.3)
    process = of(made, tmp_path, "import time; time.sleep(60)")
    with pytest.raises(WorldFailed):
        process.start()
    assert not alive(pid_in(tmp_path))


def test_start_under_way_is_given_up(made: list[TrainingProcess], tmp_path: Path) -> None:
    """Closing the window does not wait for an office that is still being built."""
    process = of(made, tmp_path, "import time; time.sleep(60)")
    failed: list[Exception] = []

    def start() -> None:
        try:
            process.start()
        except WorldFailed as error:
            failed.append(error)

    starting = threading.Thread(target=start)
    starting.start()
    until = time.monotonic() + 5
    while not (tmp_path / "server.pid").exists() and time.monotonic() < until:
        time.sleep(0.01)
    began = time.monotonic()
    process.stop()
    starting.join(5)
    assert time.monotonic() - began < 3
    assert len(failed) == 1


def test_one_that_does_not_listen_is_ended_by_force(
    made: list[TrainingProcess], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(launcher, "STOP_SECONDS", 0.2)
    process = of(made, tmp_path, STUBBORN)
    process.start()
    pid = pid_in(tmp_path)
    process.stop()
    assert not alive(pid)


def test_program_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(WorldFailed) as failed:
        TrainingProcess(tmp_path, command=("/nowhere/python",)).start()
    assert failed.value.code == "world.training_start"


@pytest.mark.skipif(not Path("/proc").exists(), reason="looks processes up in /proc")
def test_server_left_over_by_a_killed_window_is_ended_first(
    made: list[TrainingProcess], tmp_path: Path
) -> None:
    """Two servers must not write the same data."""
    left = of(made, tmp_path, GOOD)
    left.start()
    pid = pid_in(tmp_path)
    fresh = of(made, tmp_path, GOOD)
    fresh.start()
    left._process.wait(5)  # type: ignore[union-attr]
    assert pid_in(tmp_path) != pid


def test_process_of_somebody_else_is_left_alone(made: list[TrainingProcess], tmp_path: Path) -> None:
    """The number of a process that ended may belong to another program today."""
    (tmp_path / "server.pid").write_text(str(os.getpid()), encoding="utf-8")
    of(made, tmp_path, GOOD).start()
    assert alive(os.getpid())


def test_a_backend_does_not_outlive_the_program_that_started_it(tmp_path: Path) -> None:
    """The starter vanishes without a word, as after a power cut of the desktop or ``kill -9``."""
    starter = (
        "import os, sys; from pathlib import Path; from inaproc_desktop.launcher import TrainingProcess;"
        "TrainingProcess(Path(sys.argv[1])).start(); os._exit(9)"
    )
    folder = tmp_path / "training"
    subprocess.run([sys.executable, "-c", starter, str(folder)], check=False, timeout=90)
    pid = pid_in(folder)
    until = time.monotonic() + 20
    while alive(pid) and time.monotonic() < until:
        time.sleep(0.05)
    assert not alive(pid)
