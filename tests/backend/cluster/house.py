"""Real backend processes on one PostgreSQL database, and clients that talk to any of them."""

from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path
from typing import Any, TypeVar

import msgspec
from sqlalchemy import create_engine

from benchmarks.services import Connection
from inaproc_backend.checking import check_all
from inaproc_backend.cluster import CHORES_LOCK
from inaproc_core.orders import commands as c
from inaproc_core.roles import Actor
from inaproc_core.values import Rupiah
from inaproc_core.wire.messages import Envelope, Outcome
from tests import builders as b
from tests.backend.office import Office, open_office

ROOT = Path(__file__).parents[3]
RUP = "51402877"

_HOLDER = re.compile(r"inaproc-backend (\d+)")
_CHORES = f"""
    SELECT a.application_name FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
    WHERE l.locktype = 'advisory' AND l.granted AND l.objid = {CHORES_LOCK & 0xFFFFFFFF}
"""

Result = TypeVar("Result")


class Answer(msgspec.Struct):
    """The answer to a batch, with the stored bytes of each outcome as they came."""

    outcomes: list[msgspec.Raw]


class Line(Connection):
    """A connection that can be closed, and read as a stream."""

    def close(self) -> None:
        """Hang up."""
        self._reader.close()
        self._socket.close()

    def hints(self) -> Iterator[Mapping[str, Any]]:
        """Open the wake stream and yield what comes, comments as empty ones."""
        self._socket.settimeout(10)
        self._socket.sendall(f"GET /v1/wake HTTP/1.1\r\nHost: {self._host}\r\n{self._token}\r\n".encode())
        while line := self._reader.readline():
            if line.startswith(b"data: {"):
                yield json.loads(line.removeprefix(b"data:"))
            elif line.startswith(b":"):
                yield {}


@dataclass
class House:
    """An office on PostgreSQL, and the processes that serve from it."""

    office: Office
    url: str
    began: float
    processes: list[subprocess.Popen[str]] = field(default_factory=list)
    addresses: list[str] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)

    @contextmanager
    def served(self, count: int, *, chores: float = 0.0) -> Iterator[House]:
        """Start processes, and end those that are still there."""
        for _ in range(count):
            self.processes.append(self._start(chores))
        try:
            self.addresses += [_ready(process) for process in self.processes]
            yield self
        finally:
            self.hang_up()
            for process in self.processes:
                if process.poll() is None:
                    process.terminate()
            for process in self.processes:
                process.communicate(timeout=20)

    def _start(self, chores: float) -> subprocess.Popen[str]:
        folder = str(self.office.services.config.data)
        arguments = [folder, self.url, str(self.began), str(chores)]
        with self.log.open("a", encoding="utf-8") as log:
            return subprocess.Popen(
                [sys.executable, "-m", "tests.backend.cluster.serving", *arguments],
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
                cwd=ROOT,
            )

    @property
    def log(self) -> Path:
        """What the processes complained of."""
        return self.office.services.config.data.with_suffix(".log")

    def kill(self, number: int) -> None:
        """End a process as a power cut would."""
        self.processes[number].send_signal(signal.SIGKILL)
        self.processes[number].wait()

    def holder(self) -> int | None:
        """Return the number of the process that does the chores."""
        engine = create_engine(self.url)
        with engine.connect() as connection:
            name = connection.exec_driver_sql(_CHORES).scalar()
        engine.dispose()
        found = _HOLDER.fullmatch(str(name))
        pids = [process.pid for process in self.processes]
        return pids.index(int(found[1])) if found else None

    def connect(self, number: int, actor: Actor = b.PP) -> Line:
        """Return a connection of a signed-in person to a process."""
        return self.line(number, self.token(actor))

    def line(self, number: int, token: str = "") -> Line:
        """Return a connection to a process."""
        self.lines.append(Line(self.addresses[number], token))
        return self.lines[-1]

    def hang_up(self) -> None:
        """Close all connections."""
        while self.lines:
            self.lines.pop().close()

    def token(self, actor: Actor) -> str:
        """Return an access token that counts now."""
        self.office.clock.now = b.NOW + timedelta(seconds=time.time() - self.began)
        return self.office.token(actor)

    def checkouts(self, count: int, rup_of: Callable[[int], str] = lambda _: RUP) -> list[Envelope]:
        """Return that many checkouts by the PP."""
        envelopes = []
        for number in range(count):
            form = replace(b.checkout(b.facts()), rup_code=rup_of(number))
            command = c.SubmitCheckout(checkout=form, max_total=Rupiah(10**12))
            envelopes.append(self.office.envelope(b.PP, command, self.office.new_id()))
        return envelopes

    def all_is_well(self) -> None:
        """Run the operator's checks."""
        assert {one.name: one.faults for one in check_all(self.office.services) if one.faults} == {}


@contextmanager
def opened(folder: Path, url: str) -> Iterator[House]:
    """Move the office into an empty database."""
    office = open_office(folder, database_url=url)
    try:
        yield House(office=office, url=url, began=time.time())
    finally:
        office.close()


def send(connection: Connection, envelopes: Sequence[Envelope]) -> list[bytes]:
    """Send a batch and return the bytes of each outcome."""
    raw = connection.post("/v1/commands", msgspec.json.encode({"envelopes": envelopes}))
    return [bytes(one) for one in msgspec.json.decode(raw, type=Answer).outcomes]


def outcome(raw: bytes) -> Outcome:
    """Read one."""
    return msgspec.json.decode(raw, type=Outcome)


def together(work: Iterable[Callable[[], Result]]) -> list[Result]:
    """Run each on a thread of its own; all begin at one moment."""
    jobs = list(work)
    gate = threading.Barrier(len(jobs))

    def run(one: Callable[[], Result]) -> Result:
        gate.wait()
        return one()

    with ThreadPoolExecutor(len(jobs)) as pool:
        return list(pool.map(run, jobs))


def until(condition: Callable[[], Result], seconds: float) -> Result:
    """Wait until something holds and return it; the last answer when it does not in time."""
    end = time.monotonic() + seconds
    while not (found := condition()) and time.monotonic() < end:
        time.sleep(0.05)
    return found


def _ready(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    line = process.stdout.readline()
    assert line.startswith("READY "), line
    return line.split()[1]
