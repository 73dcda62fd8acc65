"""Pages of a pull that is not complete: nothing of them is shown before the last one is here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import msgspec
from sqlalchemy import Connection

from inaproc_core.wire.messages import RawFeedRow, RawPullAnswer
from inaproc_desktop.storage.sql import Sql
from inaproc_desktop.storage.work import WorkDatabase

IN_MEMORY = 128 * 1024 * 1024
"""Bytes of row images held in memory; what is beyond lies in the work file until the last page is here."""

_PAGE = msgspec.json.Decoder(list[RawFeedRow])
_KEEP = Sql("INSERT INTO staged (page) VALUES (?)")
_ONE = Sql("SELECT page FROM staged WHERE n = ?")
_NEWEST = Sql("SELECT max(n) FROM staged")
_EMPTY = Sql("DELETE FROM staged")


class MissingRows(Exception):  # noqa: N818 - says what an answer lacks; no fault of ours
    """The numbers of some scopes do not lead from where the last page ended to where this one says."""

    def __init__(self, scopes: set[str]) -> None:
        super().__init__(", ".join(sorted(scopes)))
        self.scopes = scopes


@dataclass(frozen=True, kw_only=True)
class Held:
    """Where the work file stands."""

    epoch: str
    scopes_version: str
    cursors: Mapping[str, int]


@dataclass(kw_only=True)
class Checkpoint:
    """What the pages of one pull lead to.

    Attributes:
        start: where the work file stood before the first page.
        heads: where the next page begins; cursors of the file once all are applied.
        emptied: scopes whose held rows go: the backend took them away, and may have given them back since.
        deletions: rows that take something away, by scope.
        size: bytes of row images, all pages together.
    """

    start: Held
    epoch: str
    scopes_version: str
    heads: dict[str, int]
    emptied: set[str] = field(default_factory=set)
    deletions: dict[str, int] = field(default_factory=dict)
    rows: int = 0
    size: int = 0

    @property
    def new_history(self) -> bool:
        """Whether the file's rows are of another history than these."""
        return self.start.epoch != self.epoch

    def begins(self, scope: str) -> bool:
        """Whether the rows of a scope are all of it, from the first."""
        return self.new_history or scope in self.emptied or not self.start.cursors.get(scope)


class Staging:
    """The pages of one checkpoint. One thread at a time."""

    def __init__(self, work: WorkDatabase, *, in_memory: int = IN_MEMORY) -> None:
        self._work = work
        self._in_memory = in_memory
        self._pages: list[list[RawFeedRow]] = []
        self._size = 0
        self._in_file: list[int] = []
        self._littered = False
        self.checkpoint: Checkpoint | None = None

    def take(self, answer: RawPullAnswer, held: Held) -> Checkpoint:
        """Add a page.

        Args:
            answer: the page.
            held: where the file stands; it counts for the first page only.

        Raises:
            MissingRows: all pages are forgotten.
            WorldFailed: ``world.disk`` where memory is full and the disk, too; the page is held all the same.
        """
        checkpoint = self.checkpoint
        if checkpoint is None or checkpoint.epoch != answer.epoch:
            self.forget()
            checkpoint = Checkpoint(
                start=held, epoch=answer.epoch, scopes_version="", heads=_known(held, answer)
            )
        missing = _follow(checkpoint, answer)
        if missing:
            self.forget()
            raise MissingRows(missing)
        self.checkpoint = checkpoint
        if answer.rows:
            size = sum(memoryview(row.row).nbytes for row in answer.rows)
            checkpoint.size += size
            checkpoint.rows += len(answer.rows)
            self._size += size
            self._pages.append(answer.rows)
        if self._size > self._in_memory and answer.more:
            self._spill()
        return checkpoint

    def pages(self, connection: Connection) -> Iterator[list[RawFeedRow]]:
        """Yield the pages in their order."""
        for number in self._in_file:
            yield _PAGE.decode(_ONE.value(connection, (number,)))
        yield from self._pages

    def forget(self) -> None:
        """Drop the pages; those in the file are no longer looked at, and go with ``clean``."""
        self._pages = []
        self._size = 0
        self._in_file = []
        self.checkpoint = None

    def clean(self, connection: Connection) -> None:
        """Take the pages out of the file, in a transaction of the caller."""
        if self._littered:
            _EMPTY.run(connection)

    def _spill(self) -> None:
        with self._work.write() as connection:
            if not self._in_file:
                self.clean(connection)
            self._littered = True
            numbers: list[int] = []
            for page in self._pages:
                _KEEP.run(connection, (msgspec.json.encode(page),))
                numbers.append(_NEWEST.value(connection))
        self._in_file += numbers
        self._pages = []
        self._size = 0


def _known(held: Held, answer: RawPullAnswer) -> dict[str, int]:
    return dict(held.cursors) if held.epoch == answer.epoch else {}


def _follow(checkpoint: Checkpoint, answer: RawPullAnswer) -> set[str]:
    """Go on by one page; returns the scopes whose rows do not lead from where they stood to the new head."""
    heads, missing = checkpoint.heads, set[str]()
    for scope in answer.scopes_removed:
        heads.pop(scope, None)
        checkpoint.deletions.pop(scope, None)
        checkpoint.emptied.add(scope)
    stands = dict(heads)
    for row in answer.rows:
        scope = row.scope
        following = stands.get(scope, 0) + 1
        if row.seq != following:
            missing.add(scope)
        stands[scope] = following
        if row.deleted:
            checkpoint.deletions[scope] = checkpoint.deletions.get(scope, 0) + 1
    missing |= {scope for scope in answer.heads.keys() | stands.keys() if _moved(scope, stands, answer.heads)}
    checkpoint.heads = dict(answer.heads)
    checkpoint.scopes_version = answer.scopes_version
    return missing


def _moved(scope: str, stands: Mapping[str, int], heads: Mapping[str, int]) -> bool:
    return stands.get(scope, 0) != heads.get(scope, 0)
