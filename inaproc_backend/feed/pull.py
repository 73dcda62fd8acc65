"""Pulling: everything new in one person's scopes, read from a single snapshot."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection

from inaproc_backend.storage.statements import Statement
from inaproc_core.errors import refuse
from inaproc_core.orders.visibility import user_scope
from inaproc_core.wire.messages import PullRequest, RawFeedRow, RawPullAnswer

_HEAD = Statement("SELECT seq FROM scope_head WHERE scope = :scope")
_ROWS = Statement(
    """
    SELECT seq, kind, entity, rev, row, deleted FROM feed
    WHERE scope = :scope AND seq > :after AND seq <= :head ORDER BY seq LIMIT :most
    """
)
_CATALOGUE = Statement("SELECT seq FROM catalogue_meta WHERE id = 1")
_PERSON = user_scope("")


_BLOCK = 500
"""Rows that are read at a time: what an answer has no room for is hardly ever read in vain."""


def pull(
    connection: Connection,
    asked: PullRequest,
    scopes: Iterable[str],
    *,
    epoch: str,
    most: int,
    most_bytes: int = 4 * 1024 * 1024,
) -> RawPullAnswer:
    """Answer one pull.

    Args:
        connection: a read transaction: heads and rows must come from one snapshot, or rows that commit
            between two reads would be skipped for ever.
        asked: the client's cursors.
        scopes: what the person may see **now**.
        epoch: identity of this history.
        most: rows in one answer.
        most_bytes: bytes of images in one answer; a first row is given whatever its size.

    Returns:
        Rows in scope order, acks after everything they acknowledge, the cursors to store once they are
        applied, and the scopes to forget.

    Raises:
        Refused: ``sync.epoch_changed``: the client's rows are of another history; ``sync.epoch_suspect``: a
            cursor is ahead of the head, so this database was put back to an earlier state.
    """
    if asked.epoch and asked.epoch != epoch:
        refuse("sync.epoch_changed", at="epoch", epoch=epoch)
    mine = sorted(scopes, key=_acks_last)
    room = _Room(max(1, min(asked.want_rows, most)), max(1, min(asked.want_bytes, most_bytes)))
    rows: list[RawFeedRow] = []
    heads: dict[str, int] = {}
    more = False
    for scope in mine:
        after = asked.cursors.get(scope, 0)
        found = _HEAD.one(connection, {"scope": scope})
        head = int(found[0]) if found is not None else 0
        if not 0 <= after <= head:
            refuse("sync.epoch_suspect", at=f"cursors.{scope}", scope=scope, cursor=after, head=head)
        page = _page(connection, scope, after, head, room)
        rows += page
        heads[scope] = page[-1].seq if page else after
        more = more or heads[scope] < head
    catalogue = _CATALOGUE.one(connection)
    return RawPullAnswer(
        epoch=epoch,
        scopes_version=hashlib.sha256("\n".join(sorted(mine)).encode()).hexdigest()[:16],
        rows=rows,
        heads=heads,
        more=more,
        scopes_removed=sorted(set(asked.cursors) - set(mine)),
        catalogue_seq=int(catalogue[0]) if catalogue is not None else 0,
    )


def _acks_last(scope: str) -> tuple[bool, str]:
    """Order scopes so that a page never ends between an ack and the row that shows what it acknowledges.

    Acks lie in the person's own scope. A client that settled a command a page earlier than its order's new
    image would show its own work as missing meanwhile.
    """
    return scope.startswith(_PERSON), scope


class _Room:
    """What still fits into an answer."""

    def __init__(self, rows: int, size: int) -> None:
        self.rows = rows
        self._bytes = size
        self._empty = True

    def fitting(self, found: Sequence[tuple[Any, ...]]) -> int:
        """Take as many of these rows as fit; returns how many."""
        for number, row in enumerate(found):
            size = len(row[4])
            if not self._empty and (size > self._bytes or not self.rows):
                self.rows = 0
                return number
            self._empty = False
            self._bytes -= size
            self.rows -= 1
        return len(found)


def _page(connection: Connection, scope: str, after: int, head: int, room: _Room) -> list[RawFeedRow]:
    page: list[RawFeedRow] = []
    while room.rows and after < head:
        wanted = {"scope": scope, "after": after, "head": head, "most": min(room.rows, _BLOCK)}
        found = _ROWS.all(connection, wanted)
        if not found:  # a hole: the client will notice
            break
        fitting = room.fitting(found)
        page += [_raw(scope, row) for row in found[:fitting]]
        after = int(found[-1][0])
    return page


def _raw(scope: str, row: tuple[Any, ...]) -> RawFeedRow:
    seq, kind, entity, rev, image, deleted = row
    return RawFeedRow(
        scope=scope,
        seq=seq,
        kind=kind,
        entity=entity,
        rev=rev,
        row=msgspec.Raw(bytes(image)),
        deleted=bool(deleted),
    )
