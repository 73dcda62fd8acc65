"""A work file as the first version of the program wrote it: plain, with the tables of then."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from inaproc_core.orders.commands import SubmitCheckout
from inaproc_core.values import Rupiah
from inaproc_core.wire.codec import encode_command, to_json
from inaproc_core.wire.messages import Envelope, Outcome
from inaproc_desktop.storage.sealing import Opener
from tests import builders

_TABLES = """
CREATE TABLE base (scope TEXT NOT NULL, kind TEXT NOT NULL, entity TEXT NOT NULL, rev INTEGER NOT NULL,
    seq INTEGER NOT NULL, row BLOB NOT NULL, PRIMARY KEY (scope, kind, entity));
CREATE INDEX base_by_kind ON base (kind, entity);
CREATE TABLE cursors (scope TEXT NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY (scope));
CREATE TABLE outbox (seq INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, cmd_id TEXT NOT NULL UNIQUE,
    order_id TEXT NOT NULL, command TEXT NOT NULL, actor BLOB NOT NULL, envelope BLOB NOT NULL,
    made_at TEXT NOT NULL, state TEXT NOT NULL, attempts INTEGER NOT NULL, uncertain INTEGER NOT NULL,
    last_error TEXT NOT NULL, outcome BLOB);
CREATE INDEX outbox_by_order ON outbox (order_id);
CREATE TABLE journal (cmd_id TEXT NOT NULL PRIMARY KEY, seq INTEGER NOT NULL, order_id TEXT NOT NULL,
    command TEXT NOT NULL, actor BLOB NOT NULL, envelope BLOB NOT NULL, made_at TEXT NOT NULL,
    attempts INTEGER NOT NULL, outcome BLOB NOT NULL);
CREATE TABLE tray (cmd_id TEXT NOT NULL PRIMARY KEY);
CREATE TABLE drafts (access_id TEXT NOT NULL, id TEXT NOT NULL, kind TEXT NOT NULL, subject TEXT NOT NULL,
    title TEXT NOT NULL, content BLOB NOT NULL, saved_at TEXT NOT NULL, PRIMARY KEY (access_id, id));
CREATE TABLE cart (access_id TEXT NOT NULL, product_id TEXT NOT NULL, vendor_id TEXT NOT NULL,
    quantity INTEGER NOT NULL, seen_price INTEGER NOT NULL, added_at TEXT NOT NULL,
    PRIMARY KEY (access_id, product_id));
CREATE TABLE settings (key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE documents (document_id TEXT NOT NULL, sha256 TEXT NOT NULL, pdf BLOB NOT NULL,
    fetched_at TEXT NOT NULL, PRIMARY KEY (document_id, sha256));
"""
AT = "2026-11-20T03:00:00+00:00"


def make_first_version(place: Path, *, commands: int = 7) -> None:
    """Make one with commands in the outbox and the journal, drafts and rows; the newest are in the log."""
    with closing(sqlite3.connect(place, isolation_level=None)) as raw:
        raw.execute("PRAGMA journal_mode=WAL")
        raw.executescript(_TABLES)
        raw.execute("PRAGMA user_version=1")
        for no in range(1, commands + 1):
            order_id = f"0193a1b2-0000-7000-8000-00000000900{no}"
            values = (f"cmd-{no}", order_id, to_json(builders.PP), envelope_of(no, order_id), AT)
            raw.execute(
                "INSERT INTO outbox (cmd_id, order_id, command, actor, envelope, made_at, state, attempts,"
                " uncertain, last_error, outcome)"
                " VALUES (?, ?, 'SubmitCheckout', ?, ?, ?, 'waiting', 0, 0, '', NULL)",
                values,
            )
            if no % 2 == 0:  # this one was settled
                raw.execute(
                    "INSERT INTO journal SELECT cmd_id, seq, order_id, command, actor, envelope, made_at,"
                    " 1, ? FROM outbox WHERE seq = ?",
                    (to_json(Outcome(cmd_id=f"cmd-{no}", outcome="ok")), no),
                )
                raw.execute("DELETE FROM outbox WHERE seq = ?", (no,))
        raw.execute("INSERT INTO drafts VALUES ('a-1', 'd-1', 'checkout', 'v-1', 'ATK', ?, ?)", (b"{}", AT))
        raw.execute("INSERT INTO base VALUES ('org/s-1', 'rup', '51402877', 3, 9, x'7B7D')")
        raw.execute("INSERT INTO cursors VALUES ('org/s-1', 9)")
        raw.execute("INSERT INTO settings VALUES ('session', 'RAHASIA')")


def envelope_of(no: int, order_id: str) -> bytes:
    """Return a command's bytes as version 1 kept them; the space shows whether anybody writes them anew."""
    command = SubmitCheckout(checkout=builders.checkout(builders.facts()), max_total=Rupiah(10**12))
    name, payload = encode_command(command)
    envelope = Envelope(
        cmd_id=f"cmd-{no}",
        type=name,
        type_version=1,
        acting_as=builders.PP.access_id,
        aggregate=order_id,
        base_rev=0,
        payload=payload,
        guards={"note": f"RAHASIA-{no}"},
    )
    return b" " + to_json(envelope)


def rows_of(opener: Opener, place: Path) -> dict[str, list[tuple[object, ...]]]:
    """Return all rows of a file by table."""
    with closing(opener.connect(place, mode="rw")) as raw:
        names = [name for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {name: raw.execute(f'SELECT * FROM "{name}" ORDER BY 1').fetchall() for name in names}
