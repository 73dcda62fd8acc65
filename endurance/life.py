"""One life of a client process: from its start to its kill, or to the end of the run."""

from __future__ import annotations

import json
import random
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, cast

from endurance import diary as d
from endurance.deeds import Deeds
from endurance.fuse import Fuse, WatchedClient
from endurance.mutants import planted
from endurance.noting import NotingOutbox, Teller
from endurance.person import Person
from inaproc_desktop.ports.data import BackendRefused, Outbox

WORK, REST, END = "work", "rest", "end"
"""What is asked of all clients: go on with the day; do nothing new; end in order."""

_LOOK = 0.1


@dataclass(frozen=True, kw_only=True)
class Life:
    """What a client process is told at its start.

    Attributes:
        name: of the machine; its files lie in ``folder``.
        address: of the backend, as this machine knows it.
        phase: the file that says what is asked of all.
        pause: seconds between two deeds, at most.
        fuse, fuse_ms: where and when it kills itself.
        mutant: a fault that is planted first.
    """

    name: str
    username: str
    folder: str
    address: str
    phase: str
    seed: int
    number: int = 1
    pause: float = 0.4
    fuse: str = ""
    fuse_ms: float = 0.0
    mutant: str = ""

    def to_json(self) -> dict[str, Any]:
        """Return it as plain data."""
        return asdict(self)

    @property
    def diary(self) -> Path:
        """What it told its person."""
        return Path(self.folder) / "diary"

    @property
    def status(self) -> Path:
        """How it stands."""
        return Path(self.folder) / "status"

    @property
    def profile(self) -> Path:
        """Folder of its profile."""
        return Path(self.folder) / "profile"


def live(life: Life) -> None:
    """Live until told to end; the process may be killed at any moment."""
    with planted(life.mutant):
        _live(life)


def _live(life: Life) -> None:
    began = time.monotonic()
    fuse = Fuse(life.fuse, life.fuse_ms)
    book = d.Diary(life.diary)
    told, drafts = _remembered(life.diary)
    person = Person(life.profile, life.address, life.username, connect=lambda url: WatchedClient(url, fuse))

    def ended(refused: BackendRefused) -> None:
        book.write(d.FAULT, "session ended", code=refused.refusal.code)

    deps = person.enter(ended)
    if person.asked_password:
        book.write(d.SIGNED_IN, life.username, life=life.number)
    deps = replace(deps, outbox=cast(Outbox, NotingOutbox(deps.outbox, book, fuse)))
    teller = Teller(deps.outbox, book, told)
    person.bus.subscribe(teller.look)
    teller.look()
    deeds = Deeds(deps, book, teller, random.Random(life.seed))
    deeds.remember_drafts(drafts)
    person.office.engine.start()
    book.write(d.UP, life.name, life=life.number, seconds=round(time.monotonic() - began, 3))
    _go_on(life, person, deeds, book)
    teller.look()
    person.close()


def _go_on(life: Life, person: Person, deeds: Deeds, book: d.Diary) -> None:
    dice = random.Random(life.seed + 1)
    next_deed = 0.0
    while (phase := _phase(life)) != END:
        now = time.monotonic()
        if now >= next_deed:
            _guarded(deeds.act if phase == WORK else deeds.answer_parked, book)
            next_deed = time.monotonic() + (dice.uniform(0.2, 1.0) * life.pause if phase == WORK else 1.0)
        _write_status(life, person, deeds, phase)
        time.sleep(min(_LOOK, max(0.0, next_deed - time.monotonic())))


def _guarded(doing: Callable[[], None], book: d.Diary) -> None:
    try:
        doing()
    except Exception as error:  # a fault of the product, or of this harness: either way nothing to pass over
        book.write(d.FAULT, type(error).__name__, text=str(error)[:500])


def _remembered(place: Path) -> tuple[dict[str, tuple[str, str]], dict[str, int]]:
    told: dict[str, tuple[str, str]] = {}
    drafts: dict[str, int] = {}
    for entry in d.read(place):
        if entry.kind == d.TOLD:
            told[entry.key] = entry.more["outcome"], entry.more["code"]
        elif entry.kind == d.KEPT:
            drafts[entry.key] = entry.more["times"]
        elif entry.kind == d.SAVED:
            drafts.pop(entry.more["order"], None)
    return told, drafts


def _phase(life: Life) -> str:
    with suppress(OSError):
        return Path(life.phase).read_text(encoding="utf-8")
    return WORK


def _write_status(life: Life, person: Person, deeds: Deeds, phase: str) -> None:
    """Say how it stands; not durable, the newest is enough."""
    link = person.office.link()
    with person.office.work.read() as connection:
        rows = connection.exec_driver_sql("SELECT scope, seq FROM cursors").fetchall()
        left = connection.exec_driver_sql("SELECT count(*) FROM outbox").scalar_one()
    status = {
        "life": life.number,
        "phase": phase,
        "online": link.online,
        "left": left,
        "cursors": dict(tuple(row) for row in rows),
        "counted": deeds.counted,
    }
    beside = life.status.with_suffix(".new")
    beside.write_text(json.dumps(status), encoding="utf-8")
    beside.replace(life.status)
