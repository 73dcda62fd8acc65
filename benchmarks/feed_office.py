"""A feed as long as wanted in a real backend, and two that pull it: the program, and the bare floor."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import msgspec

from benchmarks.office import Seat
from benchmarks.services import Connection
from inaproc_backend.feed.publish import Entry, publish
from inaproc_backend.storage.database import Database
from inaproc_core.orders.facts import RupFact
from inaproc_core.orders.model import Order
from inaproc_core.orders.states import State
from inaproc_core.orders.visibility import satker_scope
from inaproc_core.values import Rupiah
from inaproc_core.wire.codec import to_json
from inaproc_core.wire.messages import PullRequest, RawFeedRow, RawPullAnswer
from inaproc_desktop.composition.clock import SystemClock
from inaproc_desktop.remote.client import HttpClient
from inaproc_desktop.remote.endpoints import HttpWire
from inaproc_desktop.storage.sealing import Opener
from inaproc_desktop.storage.settling import LocalWorkFile
from inaproc_desktop.storage.work import WorkDatabase
from inaproc_desktop.sync.pulling import LARGE_PAGE, SMALL_PAGE, Puller

ORDER_IN = 20
"""One row in so many is an order with two lines, the others are RUP packages."""

_CHUNK = 5000
_TABLES = (
    "CREATE TABLE base (scope TEXT, kind TEXT, entity TEXT, rev INTEGER, seq INTEGER, row BLOB,"
    " PRIMARY KEY (scope, kind, entity))",
    "CREATE TABLE cursors (scope TEXT PRIMARY KEY, seq INTEGER)",
)
_PUT = "INSERT OR REPLACE INTO base VALUES (?, ?, ?, ?, ?, ?)"
_MOVE = "INSERT OR REPLACE INTO cursors VALUES (?, ?)"


class Feed:
    """Grows the feed of one satker in the database of a backend that runs."""

    def __init__(self, file: Path, satker_id: str, model: Order) -> None:
        self._database = Database(f"sqlite:///{file}")
        self._scope = satker_scope(satker_id)
        self._satker_id = satker_id
        self._model = model
        self._rows = 0

    def grow(self, rows: int) -> None:
        """Publish so many new rows, some thousand in a transaction."""
        while rows:
            chunk = min(rows, _CHUNK)
            self._publish([self._entry(self._rows + number, rev=1) for number in range(chunk)])
            self._rows += chunk
            rows -= chunk

    def change(self, rows: int, rev: int) -> None:
        """Publish a new image of rows spread over what there is."""
        step = max(1, self._rows // rows)
        self._publish([self._entry(number * step, rev=rev) for number in range(rows)])

    def close(self) -> None:
        """Give the database back."""
        self._database.close()

    def _publish(self, entries: list[Entry]) -> None:
        with self._database.write() as connection:
            publish(connection, entries)

    def _entry(self, number: int, *, rev: int) -> Entry:
        if number % ORDER_IN:
            kind, entity = "rup", f"9{number:07}"
            row = to_json(rup(entity, self._satker_id, pagu=100_000_000 + rev))
        else:
            kind, entity = "order", f"0193a1b2-0000-7000-9000-{number:012}"
            row = to_json(replace(self._model, id=entity, revision=rev))
        return Entry(scope=self._scope, kind=kind, entity=entity, rev=rev, row=row)


def rup(code: str, satker_id: str, *, pagu: int) -> RupFact:
    """A RUP package of the usual size."""
    return RupFact(
        code=code,
        name=f"Belanja Alat Tulis Kantor Sekretariat {code}",
        satker_id=satker_id,
        year=2026,
        pagu=Rupiah(pagu),
        reserved=Rupiah(0),
        committed=Rupiah(0),
        funding_source="APBD",
        maks=("1.01.01.2.06.0002.5.1.02.01.01.0024",),
        announced=True,
    )


class Bare:
    """The floor: the same pages over a bare socket, decoded, written by the driver alone, as durably."""

    def __init__(self, address: str, seat: Seat, path: Path, driver: Any = sqlite3, key: str = "") -> None:
        self._connect = partial(Connection, address, seat.session.access_token, packed=True)
        self._db = driver.connect(str(path), isolation_level=None)
        if key:
            self._db.execute(f'PRAGMA key = "{key}"')
        for statement in ("PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL", *_TABLES):
            self._db.execute(statement)
        self._cursors: dict[str, int] = {}

    def pull(self) -> float:
        """Fetch what is new; returns seconds."""
        connection = self._connect()  # one that lies idle is closed by the backend
        began = time.perf_counter()
        size, more = SMALL_PAGE, True
        pages: list[list[RawFeedRow]] = []
        while more:
            asked = msgspec.json.encode(PullRequest(cursors=self._cursors, want_bytes=size))
            answer = _ANSWER.decode(connection.post("/v1/sync/pull", asked))
            pages.append(answer.rows)
            self._cursors, more, size = answer.heads, answer.more, min(2 * size, LARGE_PAGE)
        self._db.execute("BEGIN IMMEDIATE")
        for page in pages:
            rows = [(row.scope, row.kind, row.entity, row.rev, row.seq, row.row) for row in page]
            self._db.executemany(_PUT, rows)
        self._db.executemany(_MOVE, list(self._cursors.items()))
        self._db.execute("COMMIT")
        return time.perf_counter() - began

    def close(self) -> None:
        """Close the file."""
        self._db.close()


_ANSWER = msgspec.json.Decoder(RawPullAnswer)


class Program:
    """The program's own client, wire and work file, without its window."""

    def __init__(self, address: str, seat: Seat, path: Path, opener: Opener) -> None:
        clock = SystemClock()
        self._client = HttpClient(address)
        wire = HttpWire(self._client, device_id="bench-pp")
        wire.adopt(seat.session)
        self.work = WorkDatabase(path, opener)
        self.file = LocalWorkFile(self.work, clock, "bench-pp")
        self._puller = Puller(self.file, _NoCatalogue(), wire, lambda changes: None, clock)

    def pull(self) -> float:
        """Fetch what is new; returns seconds."""
        began = time.perf_counter()
        self._puller.pull_all()
        return time.perf_counter() - began

    def close(self) -> None:
        """Close file and connection."""
        self.work.close()
        self._client.close()


class _NoCatalogue:
    def seq(self) -> int:
        return 0

    def replace(self, *asked: Any) -> Any:
        raise NotImplementedError


def in_turn(runs: int, before: Callable[[int], None], *sides: Callable[[], float]) -> list[list[float]]:
    """Run the sides after each other, so often, so that what else the machine does meets all of them."""
    seconds: list[list[float]] = [[] for _ in sides]
    for run in range(runs):
        before(run)
        for number in range(len(sides)):
            side = (run + number) % len(sides)
            seconds[side].append(sides[side]())
    return seconds


def model_order() -> Order:
    """An order that waits for the penyedia."""
    from tests import builders

    return builders.play_to(State.WAIT_SELLER)
