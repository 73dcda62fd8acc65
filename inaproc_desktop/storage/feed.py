"""Applying one page of the feed: rows, settled commands and cursors in one transaction (protocol.md 2.8)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import msgspec
from sqlalchemy import Connection, delete, select, text, update

from inaproc_core.wire.codec import to_json
from inaproc_core.wire.messages import FeedRow, Outcome, PullAnswer
from inaproc_desktop.ports.data import WorldFailed
from inaproc_desktop.ports.ui import ChangeSet
from inaproc_desktop.storage.records import QueueState
from inaproc_desktop.storage.schema import BASE, CURSORS, OUTBOX
from inaproc_desktop.storage.work import WorkDatabase, get_setting, put_setting

ACK = "ack"
_KINDS = ("order", "rup", "official", "satker", "vendor", "access", "filing")

# Made once: building them anew for every row took longer than running them.
_PUT = text(
    "INSERT INTO base (scope, kind, entity, rev, seq, row)"
    " VALUES (:at_scope, :at_kind, :at_entity, :rev, :seq, :row)"
    " ON CONFLICT (scope, kind, entity) DO UPDATE"
    " SET rev = excluded.rev, seq = excluded.seq, row = excluded.row WHERE base.rev <= excluded.rev"
)
_REMOVE = text(
    "DELETE FROM base WHERE scope = :at_scope AND kind = :at_kind AND entity = :at_entity AND rev <= :at_rev"
)
_CURSORS = select(CURSORS)
_MOVE = text(
    "INSERT INTO cursors (scope, seq) VALUES (:at_scope, :seq)"
    " ON CONFLICT (scope) DO UPDATE SET seq = excluded.seq"
)


def forget_history(connection: Connection) -> ChangeSet:
    """Drop every confirmed row and cursor: the backend began a new history. The outbox stays.

    What was answered in the old history is asked again: its ack row may not be part of the new one.
    """
    connection.execute(delete(BASE))
    connection.execute(delete(CURSORS))
    connection.execute(
        update(OUTBOX)
        .where(OUTBOX.c.state == QueueState.ANSWERED.value)
        .values(state=QueueState.WAITING.value, uncertain=1, outcome=None)
    )
    put_setting(connection, "epoch", "")
    put_setting(connection, "scopes_version", "")
    return ChangeSet.of(*_KINDS, initiator="sync")


def apply_page(
    work: WorkDatabase, answer: PullAnswer, settle: Callable[[Connection, Outcome], bool]
) -> ChangeSet:
    """Apply a page.

    Args:
        work: the work file.
        answer: the page.
        settle: moves an acknowledged command from outbox to journal, in the same transaction.

    Returns:
        Kinds and ids that changed.

    Raises:
        WorldFailed: ``world.answer`` when numbers are missing. The next pull fetches the scopes concerned
            from their beginning; until then what is held stays to be seen. The outbox is left alone.
    """
    if not answer.rows and not answer.scopes_removed:
        with work.read() as connection:
            if _is_held(connection, answer):
                return ChangeSet.of(initiator="sync")  # nothing new: no commit, and no waiting for the disk
    with work.write() as connection:
        kinds, ids = _new_history(connection, answer)
        for scope in answer.scopes_removed:
            _empty(connection, scope)
            kinds |= {"order", "rup", "access"}
        gaps = _gaps(connection, answer)
        # Not removed: the backend says by it which scopes to forget.
        _move_cursors(connection, dict.fromkeys(gaps, 0))
        if not gaps:
            images = [row for row in answer.rows if row.kind != ACK]
            _keep(connection, images)
            kinds |= {row.kind for row in images}
            ids |= {row.entity for row in images}
            for row in answer.rows:
                if row.kind == ACK:
                    outcome = msgspec.convert(row.row, Outcome)
                    if settle(connection, outcome):
                        kinds |= {"deed", "order", "rup"}
                        ids |= {outcome.cmd_id, outcome.aggregate}
            _move_cursors(connection, answer.heads)
            put_setting(connection, "scopes_version", answer.scopes_version)
    if gaps:
        raise WorldFailed("world.answer", f"feed rows are missing in {', '.join(sorted(gaps))}")
    return ChangeSet.of(*kinds, ids=ids, initiator="sync")


def _is_held(connection: Connection, answer: PullAnswer) -> bool:
    held = {row.scope: row.seq for row in connection.execute(_CURSORS)}
    known = get_setting(connection, "epoch"), get_setting(connection, "scopes_version")
    return held == answer.heads and known == (answer.epoch, answer.scopes_version)


def _new_history(connection: Connection, answer: PullAnswer) -> tuple[set[str], set[str]]:
    """Empty the base when the backend has begun a new history; the outbox stays."""
    known = get_setting(connection, "epoch")
    if known == answer.epoch:
        return set(), set()
    forget_history(connection)  # also where another new one was begun before a first page came
    put_setting(connection, "epoch", answer.epoch)
    return (set(_KINDS) if known else set()), set()


def _gaps(connection: Connection, answer: PullAnswer) -> set[str]:
    """Return the scopes whose rows do not lead from the cursor to the head without a hole."""
    numbers: dict[str, list[int]] = defaultdict(list)
    for row in answer.rows:
        numbers[row.scope].append(row.seq)
    held = {row.scope: row.seq for row in connection.execute(_CURSORS)}
    return {
        scope
        for scope in numbers.keys() | answer.heads.keys()
        if numbers[scope] != list(range(held.get(scope, 0) + 1, answer.heads.get(scope, 0) + 1))
    }


def _keep(connection: Connection, rows: Iterable[FeedRow]) -> None:
    """Put rows in place of older ones. A scope that is fetched again shows no revision twice."""
    newest = {(row.scope, row.kind, row.entity): row for row in rows}
    gone = [_key(row) | {"at_rev": row.rev} for row in newest.values() if row.deleted]
    here = [
        _key(row) | {"rev": row.rev, "seq": row.seq, "row": to_json(row.row)}
        for row in newest.values()
        if not row.deleted
    ]
    if gone:
        connection.execute(_REMOVE, gone)
    if here:
        connection.execute(_PUT, here)


def _key(row: FeedRow) -> dict[str, Any]:
    return {"at_scope": row.scope, "at_kind": row.kind, "at_entity": row.entity}


def _move_cursors(connection: Connection, heads: Mapping[str, int]) -> None:
    if heads:
        connection.execute(_MOVE, [{"at_scope": scope, "seq": head} for scope, head in heads.items()])


def _empty(connection: Connection, scope: str) -> None:
    connection.execute(delete(BASE).where(BASE.c.scope == scope))
    connection.execute(delete(CURSORS).where(CURSORS.c.scope == scope))
