"""How a work file of an older version becomes one of today's; outbox and journal keep their bytes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

SEALED_SINCE = 2
"""Version 1 was a plain file; it is sealed when it is opened for the first time."""

STEPS: Mapping[int, Sequence[str]] = {
    2: (
        "CREATE TABLE base_2 (scope TEXT NOT NULL, kind TEXT NOT NULL, entity TEXT NOT NULL,"
        " rev INTEGER NOT NULL, seq INTEGER NOT NULL, row BLOB NOT NULL,"
        " PRIMARY KEY (kind, entity, scope)) WITHOUT ROWID",
        "INSERT INTO base_2 SELECT scope, kind, entity, rev, seq, row FROM base",
        "DROP TABLE base",
        "ALTER TABLE base_2 RENAME TO base",
        "ALTER TABLE outbox ADD COLUMN seen BLOB",
        "ALTER TABLE outbox ADD COLUMN counts INTEGER NOT NULL DEFAULT 1",
        "UPDATE outbox SET counts = 0 WHERE json_extract(CAST(outcome AS TEXT), '$.outcome')"
        " NOT IN ('ok', 'parked', 'retry')",
        "DROP INDEX IF EXISTS outbox_by_order",
        "CREATE INDEX outbox_by_order ON outbox (order_id, seq, counts, state)",
        "CREATE INDEX outbox_by_state ON outbox (state, seq)",
        "ALTER TABLE journal ADD COLUMN seen BLOB",
        "ALTER TABLE journal ADD COLUMN settled_at TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE drafts ADD COLUMN order_id TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE drafts ADD COLUMN base_rev INTEGER NOT NULL DEFAULT 0",
        "ALTER TABLE drafts ADD COLUMN base BLOB",
        "ALTER TABLE drafts ADD COLUMN dirty INTEGER NOT NULL DEFAULT 0",
        "ALTER TABLE drafts ADD COLUMN agreed_at TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE drafts ADD COLUMN epoch TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE drafts ADD COLUMN actor BLOB",
        "ALTER TABLE drafts ADD COLUMN sent TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE drafts ADD COLUMN submitted TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE drafts ADD COLUMN clash BLOB",
        "ALTER TABLE drafts ADD COLUMN device TEXT NOT NULL DEFAULT ''",
    ),
}
"""Statements that lead to each version from the one before; tables that are new are made afterwards."""
