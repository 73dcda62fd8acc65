"""One run: a backend, a proxy, machines; their processes are started, stopped, killed and looked at here."""

from __future__ import annotations

import json
import os
import random
import signal
import socket
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from endurance.backend import build_office
from endurance.life import END, WORK, Life
from endurance.mutants import OF_THE_BACKEND
from endurance.nursery import Nursery
from endurance.proxy import Proxy
from inaproc_backend.storage.database import Database

MACHINES: tuple[tuple[str, str], ...] = (
    ("pp-a", "pp"),
    ("penyedia1-a", "penyedia1"),
    ("pp-b", "pp"),
    ("ppk", "ppk"),
    ("penyedia2", "penyedia2"),
    ("penyedia1-b", "penyedia1"),
    ("ppk2", "ppk2"),
    ("pp-c", "pp"),
)
"""Machines and whose they are: three devices of one buyer, two of one penyedia. Runs take the first ones."""

_START_SECONDS = 90.0
_KILLED = -signal.SIGKILL


class Stuck(Exception):  # noqa: N818 - the run stops: what has to happen did not
    """Something did not come up or end."""


@dataclass
class Machine:
    """A machine and its process.

    Attributes:
        pid: 0 while none runs.
        lives: how many have begun.
        kills: how many were killed, from inside or outside.
    """

    name: str
    life: Life
    pid: int = 0
    lives: int = 0
    kills: int = 0
    paused: bool = False

    def status(self) -> dict[str, Any]:
        """Return how it last said it stands, empty before it did."""
        with suppress(OSError, ValueError):
            found: dict[str, Any] = json.loads(self.life.status.read_bytes())
            return found
        return {}


@dataclass
class Arena:
    """A run. ``close`` ends every process.

    Attributes:
        faults: what went wrong with processes themselves: one that ended though nobody killed it.
    """

    folder: Path
    seed: int
    machine_count: int
    database_url: str = ""
    mutant: str = ""
    pause: float = 0.4
    host: str = "127.0.0.1"
    machines: dict[str, Machine] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)
    backend_pid: int = 0
    backend_kills: int = 0

    def __post_init__(self) -> None:
        self.dice = random.Random(self.seed)
        self.data = self.folder / "backend"
        self._phase = self.folder / "phase"
        self.folder.mkdir(parents=True, exist_ok=True)
        self.say(WORK)
        self._port = _free_port()
        self.nursery = Nursery()
        self.proxy = Proxy(self._port, self.seed, host=self.host)
        for name, username in MACHINES[: self.machine_count]:
            folder = self.folder / name
            folder.mkdir(exist_ok=True)
            life = Life(
                name=name,
                username=username,
                folder=str(folder),
                address=f"http://{self.host}:{self.proxy.line(name)}",
                phase=str(self._phase),
                seed=self.seed,
                pause=self.pause,
                mutant="" if self.mutant in OF_THE_BACKEND else self.mutant,
            )
            self.machines[name] = Machine(name, life)

    # ---- the backend

    def start_backend(self) -> float:
        """Start it and wait until it takes requests; returns the seconds that took."""
        began = time.monotonic()
        arguments = ["serve", "--data", str(self.data), "--port", str(self._port)]
        if self.database_url:
            if not self.data.exists():
                build_office(self.data, self.database_url)
            arguments += ["--database", self.database_url]
        else:
            arguments.append("--training")
        mutant = self.mutant if self.mutant in OF_THE_BACKEND else ""
        self.backend_pid = self.nursery.backend(arguments, self.folder / "backend.log", mutant)
        while not _answers(self._port):
            if self.nursery.ended(self.backend_pid) is not None or time.monotonic() - began > _START_SECONDS:
                raise Stuck(f"the backend did not start: {self.said_by_backend()}")
            time.sleep(0.01)
        return time.monotonic() - began

    def kill_backend(self) -> None:
        """Kill -9."""
        self.nursery.kill(self.backend_pid)
        self.backend_pid = 0
        self.backend_kills += 1

    def said_by_backend(self) -> str:
        """Return the end of what it wrote."""
        with suppress(OSError):
            return (self.folder / "backend.log").read_text(encoding="utf-8", errors="replace")[-2000:]
        return ""

    def open_database(self) -> Database:
        """Open its database beside it."""
        return Database(self.database_url) if self.database_url else Database.in_folder(self.data)

    # ---- the machines

    def start(self, machine: Machine, *, fuse: str = "", fuse_ms: float = 0.0) -> None:
        """Begin a life of a machine."""
        from dataclasses import replace

        machine.lives += 1
        seed = self.dice.getrandbits(32)
        life = replace(machine.life, number=machine.lives, seed=seed, fuse=fuse, fuse_ms=fuse_ms)
        machine.pid = self.nursery.client(life, self.folder / machine.name / "output")

    def kill(self, machine: Machine) -> None:
        """Kill -9."""
        if machine.pid:
            self.nursery.kill(machine.pid)
            machine.kills += 1
            machine.pid, machine.paused = 0, False

    def reap(self) -> list[Machine]:
        """Return the machines whose process has ended since; a fault unless it was killed or told to end."""
        ended = []
        for machine in self.machines.values():
            if not machine.pid or machine.paused:
                continue
            status = self.nursery.ended(machine.pid)
            if status is None:
                continue
            machine.pid = 0
            ended.append(machine)
            if status == _KILLED:
                machine.kills += 1
            elif status != 0 or self.phase() != END:
                output = (self.folder / machine.name / "output").read_text(errors="replace")[-1500:]
                self.faults.append(f"{machine.name} ended by itself with {status}: {output}")
        return ended

    def signal(self, pid: int, number: int) -> None:
        """Send a signal to one of ours."""
        if pid:
            with suppress(ProcessLookupError):
                os.kill(pid, number)

    # ---- all together

    def say(self, phase: str) -> None:
        """Tell all machines what is asked."""
        self._phase.write_text(phase, encoding="utf-8")

    def phase(self) -> str:
        """Return what is asked."""
        return self._phase.read_text(encoding="utf-8")

    def begin(self) -> float:
        """Start everything in calm weather and wait until all are in step; returns the seconds."""
        began = time.monotonic()
        self.start_backend()
        for machine in self.machines.values():
            self.start(machine)
        if not self.wait_until_up(_START_SECONDS):
            raise Stuck(f"the machines did not come up: {self.faults} {self.behind()}")
        return time.monotonic() - began

    def wait_until_up(self, seconds: float) -> bool:
        """Wait until every machine has synchronised once."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            self.reap()
            if all(one.pid and len(one.status().get("cursors", ())) > 1 for one in self.machines.values()):
                return True
            time.sleep(0.1)
        return False

    def behind(self) -> dict[str, str]:
        """Return the machines that are not in step, and what they lack."""
        database = self.open_database()
        try:
            with database.read() as connection:
                rows = connection.exec_driver_sql("SELECT scope, seq FROM scope_head").fetchall()
        finally:
            database.close()
        heads: dict[str, int] = dict(tuple(row) for row in rows)
        found = {}
        for machine in self.machines.values():
            status = machine.status()
            if status.get("life") != machine.lives or status.get("phase") != self.phase():
                found[machine.name] = f"silent, last said {status}"
            elif status["left"]:
                found[machine.name] = f"{status['left']} commands in the outbox, online {status['online']}"
            else:
                lacks = {
                    scope: (seq, heads.get(scope, 0))
                    for scope, seq in status["cursors"].items()
                    if seq != heads.get(scope, 0)
                }
                if lacks:
                    found[machine.name] = f"cursors and heads {lacks}"
        return found

    def end(self, seconds: float = 20.0) -> None:
        """Let all machines end in order."""
        self.say(END)
        until = time.monotonic() + seconds
        while any(one.pid for one in self.machines.values()):
            self.reap()
            if time.monotonic() > until:
                left = [one.name for one in self.machines.values() if one.pid]
                self.faults.append(f"did not end when told: {left}")
                return
            time.sleep(0.05)

    def close(self) -> None:
        """End every process."""
        for machine in self.machines.values():
            if machine.paused:
                self.signal(machine.pid, signal.SIGCONT)
        self.proxy.close()
        self.nursery.close()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _answers(port: int) -> bool:
    with socket.socket() as probe:
        probe.settimeout(1.0)
        return probe.connect_ex(("127.0.0.1", port)) == 0
