"""Applying a checkpoint: rows, settled commands and cursors in one transaction (protocol.md 2.8)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

import msgspec
from sqlalchemy import Connection

from inaproc_core.wire.messages import Outcome, RawFeedRow
from inaproc_desktop.ports.ui import ChangeSet
from inaproc_desktop.storage.sql import Sql, names
from inaproc_desktop.storage.staging import Checkpoint, Held, Staging
from inaproc_desktop.storage.work import put_setting

ACK = "ack"
KINDS = ("order", "rup", "official", "satker", "vendor", "access", "filing")

MOST_DELETED = 50
MOST_DELETED_SHARE = 0.2
"""More than both at once is held back: more likely a fault than somebody's work (protocol.md 2.8)."""

_MOST_IDS = 1000
"""Beyond, a change set says "any of these kinds"."""

_OF_SCOPE = Sql("SELECT kind, entity FROM base WHERE scope = ?")
_REMOVE = Sql("DELETE FROM base WHERE scope = ? AND kind = ? AND entity = ? AND rev <= ?")
_PUT = Sql(
    "INSERT INTO base (scope, kind, entity, rev, seq, row) VALUES (?, ?, ?, ?, ?, ?)"
    " ON CONFLICT (kind, entity, scope) DO UPDATE"
    " SET rev = excluded.rev, seq = excluded.seq, row = excluded.row WHERE base.rev <= excluded.rev"
)
_MOVE = Sql(
    "INSERT INTO cursors (scope, seq) VALUES (?, ?) ON CONFLICT (scope) DO UPDATE SET seq = excluded.seq"
)
_HELD = Sql(
    "SELECT 'cursor', scope, seq FROM cursors"
    " UNION ALL SELECT 'setting', key, value FROM settings WHERE key IN ('epoch', 'scopes_version')"
)
_KNOWN_ACKS = Sql("SELECT cmd_id FROM outbox WHERE cmd_id IN (SELECT value FROM json_each(?))")

_OUTCOME = msgspec.json.Decoder(Outcome)
_FORGET_ANSWERS = Sql(
    "UPDATE outbox SET state = 'waiting', uncertain = 1, outcome = NULL, counts = 1 WHERE state = 'answered'"
)
_NO_ROWS = Sql("DELETE FROM base")
_NO_CURSORS = Sql("DELETE FROM cursors")
_EMPTY = Sql("DELETE FROM base WHERE scope = ?")
_NO_CURSOR = Sql("DELETE FROM cursors WHERE scope = ?")

Settle = Callable[[Connection, Outcome], bool]
"""Moves an acknowledged command from outbox to journal, in the transaction it is given."""


class TooManyDeleted(Exception):  # noqa: N818 - a checkpoint that a person should see first
    """A checkpoint would take away most of a scope that the person may still see."""

    def __init__(self, scope: str, deleted: int, held: int) -> None:
        super().__init__(f"{deleted} of {held} rows of {scope} would go")
        self.deleted = deleted


def held_position(connection: Connection) -> Held:
    """Return where the work file stands."""
    cursors: dict[str, int] = {}
    known = {"epoch": "", "scopes_version": ""}
    for what, name, value in _HELD.all(connection):
        if what == "cursor":
            cursors[name] = value
        else:
            known[name] = value
    return Held(epoch=known["epoch"], scopes_version=known["scopes_version"], cursors=cursors)


def forget_history(connection: Connection) -> ChangeSet:
    """Drop every confirmed row and cursor: the backend began a new history. The outbox stays.

    What was answered in the old history is asked again: its ack row may not be part of the new one.
    """
    _NO_ROWS.run(connection)
    _NO_CURSORS.run(connection)
    _FORGET_ANSWERS.run(connection)
    put_setting(connection, "epoch", "")
    put_setting(connection, "scopes_version", "")
    return ChangeSet.of(*KINDS, initiator="sync")


def is_news(checkpoint: Checkpoint) -> bool:
    """Return whether a checkpoint leads anywhere else than to where the file stands."""
    held = checkpoint.start
    return (
        checkpoint.new_history
        or checkpoint.rows > 0
        or bool(checkpoint.emptied)
        or (held.cursors, held.scopes_version) != (checkpoint.heads, checkpoint.scopes_version)
    )


def apply_checkpoint(
    connection: Connection, staging: Staging, checkpoint: Checkpoint, settle: Settle, *, any_deletion: bool
) -> ChangeSet:
    """Apply all pages of a checkpoint; the caller's transaction keeps all of it or nothing.

    Args:
        connection: a transaction on the work file.
        staging: the pages.
        checkpoint: what they lead to.
        settle: what to do with acks.
        any_deletion: the person has agreed to deletions of any size.

    Returns:
        Kinds and ids that changed.

    Raises:
        TooManyDeleted: roll back.
    """
    touched = _Touched()
    if checkpoint.new_history:
        forget_history(connection)  # also where another new one was begun before a first page came
        touched.kinds |= set(KINDS) if checkpoint.start.epoch else set()
        put_setting(connection, "epoch", checkpoint.epoch)
    for scope in sorted(checkpoint.emptied):
        _forget_scope(connection, scope)
        touched.kinds |= {"order", "rup", "access"}
    watched = {} if any_deletion else _suspicious(connection, checkpoint)
    for scope in checkpoint.heads:
        if checkpoint.heads[scope] and checkpoint.begins(scope):  # these are all of its rows
            _EMPTY.run(connection, (scope,))
    acks: list[RawFeedRow] = []
    for page in staging.pages(connection):
        _keep(connection, page, checkpoint, acks, touched)
    for scope, before in watched.items():
        _check_deletions(connection, scope, before)
    for outcome in _unsettled(connection, acks):
        if settle(connection, outcome):
            touched.kinds |= {"deed", "order", "rup"}
            touched.ids |= {outcome.cmd_id, outcome.aggregate}
    stood = {} if checkpoint.new_history else checkpoint.start.cursors
    moved = {scope: head for scope, head in checkpoint.heads.items() if stood.get(scope) != head}
    move_cursors(connection, moved)
    if checkpoint.new_history or checkpoint.start.scopes_version != checkpoint.scopes_version:
        put_setting(connection, "scopes_version", checkpoint.scopes_version)
    staging.clean(connection)
    return touched.as_changes()


def move_cursors(connection: Connection, heads: Mapping[str, int]) -> None:
    """Note where each scope stands."""
    if heads:
        _MOVE.many(connection, list(heads.items()))


class _Touched:
    def __init__(self) -> None:
        self.kinds: set[str] = set()
        self.ids: set[str] = set()

    def as_changes(self) -> ChangeSet:
        ids = self.ids if len(self.ids) <= _MOST_IDS else ()
        return ChangeSet.of(*self.kinds, ids=ids, initiator="sync")


def _keep(
    connection: Connection,
    page: list[RawFeedRow],
    checkpoint: Checkpoint,
    acks: list[RawFeedRow],
    touched: _Touched,
) -> None:
    """Put the images of a page in place of older ones, as the bytes they came in; set acks aside."""
    rows: Iterable[RawFeedRow] = page
    if checkpoint.emptied:  # of a scope that was taken away in the middle nothing is kept
        rows = [row for row in page if row.scope in checkpoint.heads]
    acks += [row for row in rows if row.kind == ACK]
    if checkpoint.deletions:  # the last word on each entity counts, so that the order in a page does not
        newest = {(row.scope, row.kind, row.entity): row for row in rows}
        rows = newest.values()
        gone = [(row.scope, row.kind, row.entity, row.rev) for row in rows if row.deleted]
        if gone:
            _REMOVE.many(connection, gone)
    here = [
        (row.scope, row.kind, row.entity, row.rev, row.seq, row.row)
        for row in rows
        if not row.deleted and row.kind != ACK
    ]
    if here:
        _PUT.many(connection, here)
    touched.kinds |= {row.kind for row in rows} - {ACK}
    if len(touched.ids) <= _MOST_IDS:
        touched.ids |= {row.entity for row in rows if row.kind != ACK}


def _unsettled(connection: Connection, acks: list[RawFeedRow]) -> list[Outcome]:
    """Return the outcomes of commands that this machine still waits for, in the order of their acks."""
    if not acks:
        return []
    asked = names(row.entity for row in acks)
    known = {cmd_id for (cmd_id,) in _KNOWN_ACKS.all(connection, (asked,))}
    return [_OUTCOME.decode(row.row) for row in acks if row.entity in known]


def _suspicious(connection: Connection, checkpoint: Checkpoint) -> dict[str, set[tuple[str, str]]]:
    """Return what is held of the scopes that could lose too much by this checkpoint."""
    if checkpoint.new_history:
        return {}
    found: dict[str, set[tuple[str, str]]] = {}
    for scope in checkpoint.heads:
        if checkpoint.deletions.get(scope, 0) > MOST_DELETED or checkpoint.begins(scope):
            held = set(_OF_SCOPE.all(connection, (scope,)))
            if len(held) > MOST_DELETED:
                found[scope] = held
    return found


def _check_deletions(connection: Connection, scope: str, before: set[tuple[str, str]]) -> None:
    after = set(_OF_SCOPE.all(connection, (scope,)))
    deleted = len(before - after)
    if deleted > MOST_DELETED and deleted > MOST_DELETED_SHARE * len(before):
        raise TooManyDeleted(scope, deleted, len(before))


def _forget_scope(connection: Connection, scope: str) -> None:
    _EMPTY.run(connection, (scope,))
    _NO_CURSOR.run(connection, (scope,))
