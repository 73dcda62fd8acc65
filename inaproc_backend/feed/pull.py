"""Pulling: everything new in one person's scopes, read from a single snapshot."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

import msgspec
from sqlalchemy import Connection

from inaproc_backend.storage.statements import Statement
from inaproc_core.errors import refuse
from inaproc_core.orders.visibility import user_scope
from inaproc_core.wire.messages import PullRequest

_HEAD = Statement("SELECT seq FROM scope_head WHERE scope = :scope")
_ROWS = Statement(
    """
    SELECT seq, kind, entity, rev, row, deleted FROM feed
    WHERE scope = :scope AND seq > :after AND seq <= :head ORDER BY seq LIMIT :most
    """
)
_CATALOGUE = Statement("SELECT seq FROM catalogue_meta WHERE id = 1")
_PERSON = user_scope("")


class RawFeedRow(msgspec.Struct, frozen=True, kw_only=True):
    """``messages.FeedRow`` with the stored JSON passed through as it is."""

    scope: str
    seq: int
    kind: str
    entity: str
    rev: int
    row: msgspec.Raw
    deleted: bool


class RawPullAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """``messages.PullAnswer`` with raw rows."""

    epoch: str
    scopes_version: str
    rows: list[RawFeedRow]
    heads: dict[str, int]
    more: bool
    scopes_removed: list[str]
    catalogue_seq: int


def pull(
    connection: Connection, asked: PullRequest, scopes: Iterable[str], *, epoch: str, most: int
) -> RawPullAnswer:
    """Answer one pull.

    Args:
        connection: a read transaction: heads and rows must come from one snapshot, or rows that commit
            between two reads would be skipped for ever.
        asked: the client's cursors.
        scopes: what the person may see **now**.
        epoch: identity of this history.
        most: rows in one answer.

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
    left = max(1, min(asked.want_rows, most))
    rows: list[RawFeedRow] = []
    heads: dict[str, int] = {}
    more = False
    for scope in mine:
        after = asked.cursors.get(scope, 0)
        found = _HEAD.one(connection, {"scope": scope})
        head = int(found[0]) if found is not None else 0
        if not 0 <= after <= head:
            refuse("sync.epoch_suspect", at=f"cursors.{scope}", scope=scope, cursor=after, head=head)
        page = (
            _ROWS.all(connection, {"scope": scope, "after": after, "head": head, "most": left})
            if left and after < head
            else []
        )
        rows += [_raw(scope, row) for row in page]
        left -= len(page)
        heads[scope] = int(page[-1][0]) if page else after
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


def _raw(scope: str, row: tuple[object, ...]) -> RawFeedRow:
    seq, kind, entity, rev, image, deleted = row
    return RawFeedRow(
        scope=scope,
        seq=int(str(seq)),
        kind=str(kind),
        entity=str(entity),
        rev=int(str(rev)),
        row=msgspec.Raw(bytes(image) if isinstance(image, bytes | memoryview) else b"{}"),
        deleted=bool(deleted),
    )
