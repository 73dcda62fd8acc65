"""The audit chain: each row holds the hash of the one before it (security.md 4.4).

There is one chain per person (their ``user/…`` scope), because a single chain would serialise all writers.
Every decided command has exactly one row, in the transaction of its effects.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping

import msgspec
from sqlalchemy import Connection

from inaproc_backend.storage.statements import Statement

_TAKE = Statement(
    """
    INSERT INTO audit_head (scope, n, hash) VALUES (:scope, 1, '')
    ON CONFLICT (scope) DO UPDATE SET n = audit_head.n + 1
    RETURNING n, hash
    """
)
_APPEND = Statement(
    """
    INSERT INTO audit (scope, n, prev_hash, at, actor, acting_as, device_id, cmd_id, type, aggregate, outcome,
                       code, before_digest, after_digest, policy_version, hash)
    VALUES (:scope, :n, :prev_hash, :at, :actor, :acting_as, :device_id, :cmd_id, :type, :aggregate, :outcome,
            :code, :before_digest, :after_digest, :policy_version, :hash)
    """
)
_KEEP = Statement("UPDATE audit_head SET hash = :hash WHERE scope = :scope")
_READ = Statement(
    """
    SELECT n, prev_hash, at, actor, acting_as, device_id, cmd_id, type, aggregate, outcome, code,
           before_digest, after_digest, policy_version, hash
    FROM audit WHERE scope = :scope ORDER BY n
    """
)
_HEADLESS = Statement("SELECT DISTINCT scope FROM audit WHERE scope NOT IN (SELECT scope FROM audit_head)")
_HEADS = Statement("SELECT scope, n, hash FROM audit_head ORDER BY scope")

_ENCODER = msgspec.json.Encoder(order="sorted")
_FIELDS = (
    "at",
    "actor",
    "acting_as",
    "device_id",
    "cmd_id",
    "type",
    "aggregate",
    "outcome",
    "code",
    "before_digest",
    "after_digest",
    "policy_version",
)


def append(connection: Connection, scope: str, row: Mapping[str, str]) -> None:
    """Add a row to a scope's chain.

    Args:
        connection: the transaction of the effects.
        scope: whose chain.
        row: ``at``, ``actor``, ``acting_as``, ``device_id``, ``cmd_id``, ``type``, ``aggregate``,
            ``outcome``, ``code``, ``before_digest``, ``after_digest``, ``policy_version``.
    """
    taken = _TAKE.one(connection, {"scope": scope})
    n, previous = taken if taken is not None else (1, "")
    complete = {**row, "scope": scope, "n": n, "prev_hash": previous}
    digest = _hash(complete)
    _APPEND.run(connection, {**complete, "hash": digest})
    _KEEP.run(connection, {"scope": scope, "hash": digest})


def verify(connection: Connection) -> Iterator[str]:
    """Yield what is wrong with the chains, one line per fault; nothing when all hold."""
    for scope, length, head in _HEADS.each(connection):
        previous, count = "", 0
        rows = _READ.each(connection, {"scope": scope})
        for count, (n, prev_hash, *values, stored) in enumerate(rows, start=1):
            row = {**dict(zip(_FIELDS, values, strict=True)), "scope": scope, "n": n, "prev_hash": prev_hash}
            if n != count or prev_hash != previous or _hash(row) != stored:
                yield f"audit chain {scope}: row {n} does not follow from the one before it"
                break
            previous = stored
        else:
            if (count, previous) != (length, head):
                yield f"audit chain {scope}: has {count} rows, its head says {length}"
    for (scope,) in _HEADLESS.each(connection):
        yield f"audit chain {scope}: rows without a head"


def _hash(row: Mapping[str, object]) -> str:
    return hashlib.sha256(b"\x00" + _ENCODER.encode(row)).hexdigest()
