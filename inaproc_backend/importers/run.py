"""Running an import: batches, one transaction each, counts, and what is kept when something breaks."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Protocol

from sqlalchemy import insert, update
from sqlalchemy.exc import SQLAlchemyError

from inaproc_backend.importers.kinds import open_records
from inaproc_backend.importers.progress import Progress
from inaproc_backend.importers.reading import FileUnreadable, Source, open_source
from inaproc_backend.importers.reasons import row_sentence
from inaproc_backend.importers.records import Record
from inaproc_backend.importers.seen import Seen
from inaproc_backend.importers.verdicts import Importer, Numbered, Tally, Verdict
from inaproc_backend.storage.database import Database, lost_race
from inaproc_backend.storage.tables import imports
from inaproc_backend.storage.times import to_text
from inaproc_core.errors import Refusal, Refused
from inaproc_core.values import uuid7
from inaproc_core.wire.codec import to_json

BATCH = 1000
"""Records in one transaction: short enough that a running service waits less than a tenth of a second."""

_TRIES = 5
_LOGGED = 1000


class RefusedRows(Protocol):
    """Where refused rows go."""

    def add(self, file: str, line: int, refusal: Refusal) -> None:
        """Take one."""


@dataclass
class Outcome:
    """What became of a file.

    Attributes:
        problem: why it was not read to the end; ``None`` when it was.
        seconds: how long it took.
    """

    file: str
    tally: Tally = field(default_factory=Tally)
    problem: FileUnreadable | None = None
    seconds: float = 0.0


@dataclass
class _Log:
    """The refused rows of a file: passed on, and some kept for the import log."""

    file: str
    onward: RefusedRows
    kept: list[dict[str, object]] = field(default_factory=list)

    def add(self, line: int, refusal: Refusal) -> None:
        self.onward.add(self.file, line, refusal)
        if len(self.kept) < _LOGGED:
            self.kept.append({"line": line, "code": refusal.code, "reason": row_sentence(refusal)})


def import_file(
    database: Database,
    kind: str,
    path: Path,
    *,
    clock: Callable[[], datetime],
    progress: Progress,
    refused: RefusedRows,
) -> Outcome:
    """Import one file; never raises for what the file holds or for a database that refuses.

    Whatever was committed before a problem stays, and importing the same file again takes up the rest.

    Args:
        database: with its tables made.
        kind: one of ``kinds.KINDS``.
        path: plain or gzip.
        clock: the time, for the import log.
        progress: told after every batch.
        refused: given every refused row.
    """
    outcome = Outcome(path.name)
    log = _Log(path.name, refused)
    started = clock()
    number = uuid7(started, secrets.randbits(74))
    try:
        with open_source(path) as source, Seen() as seen, progress:
            opened = open_records(kind, source, seen)
            _note_start(database, number, kind, path.name, started)
            loop = _Loop(database, opened.importer, source, seen, outcome.tally, log, progress, clock)
            try:
                for record in opened.records:
                    loop.take(record)
            except FileUnreadable:
                loop.flush()  # what was read before the file broke off is as good as ever
                raise
            loop.flush()
            loop.show()
            _note_end(database, number, outcome.tally, log, clock())
    except FileUnreadable as error:
        outcome.problem = error
    except SQLAlchemyError as error:
        problem = str(getattr(error, "orig", None) or error).splitlines()[0][:200]
        outcome.problem = FileUnreadable(
            "import.database_failed", file=path.name, problem=problem, line=outcome.tally.kept_line
        )
    outcome.seconds = (clock() - started).total_seconds()
    return outcome


@dataclass
class _Loop:
    """Reads records into batches."""

    database: Database
    importer: Importer
    source: Source
    seen: Seen
    tally: Tally
    log: _Log
    progress: Progress
    clock: Callable[[], datetime]
    batch: list[Numbered] = field(default_factory=list)
    waiting: int = 0

    def take(self, record: Record) -> None:
        """Read one record; a refused one is told at once and stops nothing."""
        self.tally.last_line = record.line
        if record.fault is not None:
            self._refuse(record.line, record.fault)
        else:
            self._read(record)
        self.waiting += 1
        if self.waiting >= BATCH:
            self.flush()
            self.show()

    def _read(self, record: Record) -> None:
        try:
            row = self.importer.read(record.values)
        except Refused as error:
            self._refuse(record.line, error.refusal)
            return
        if not self.importer.repeats:
            key = self.importer.key(row)
            digest = hash(repr(row))
            line, known = self.seen.first(key, record.line, digest)
            if line != record.line and known == digest:
                self.tally.counts[Verdict.UNCHANGED] += 1
                return
            if line != record.line:
                self._refuse(record.line, Refusal(code="import.duplicate", facts={"key": key, "line": line}))
                return
        self.batch.append(Numbered(record.line, row))

    def flush(self) -> None:
        """Write the batch; a lost race with another writer is run again."""
        if self.batch:
            self.seen.mark()
            for numbered, verdict in zip(self.batch, self._store(), strict=True):
                if isinstance(verdict, Refusal):
                    self._refuse(numbered.line, verdict)
                else:
                    self.tally.counts[verdict] += 1
            self.batch.clear()
        self.waiting = 0
        self.tally.kept_line = self.tally.last_line

    def show(self) -> None:
        """Tell how far it is."""
        self.progress.advance(self.source.position, self.source.size, self.tally)

    def _store(self) -> Sequence[Verdict | Refusal]:
        for attempt in range(1, _TRIES + 1):
            try:
                with self.database.write() as connection:
                    return self.importer.store(connection, self.batch, self.clock())
            except SQLAlchemyError as error:
                if attempt == _TRIES or not lost_race(error):
                    raise
                self.seen.undo()
        raise AssertionError("unreachable")

    def _refuse(self, line: int, refusal: Refusal) -> None:
        self.tally.counts[Verdict.REFUSED] += 1
        self.log.add(line, refusal)


def _note_start(database: Database, number: str, kind: str, file: str, at: datetime) -> None:
    with database.write() as connection:
        connection.execute(insert(imports).values(id=number, kind=kind, file=file, started_at=to_text(at)))


def _note_end(database: Database, number: str, tally: Tally, log: _Log, at: datetime) -> None:
    with database.write() as connection:
        connection.execute(
            update(imports)
            .where(imports.c.id == number)
            .values(
                finished_at=to_text(at),
                report=to_json(log.kept).decode(),
                **{verdict.value: tally.counts[verdict] for verdict in Verdict},
            )
        )
