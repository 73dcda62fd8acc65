"""Tables of ``work.db``. Base and outbox share one file because settling must be one transaction."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, LargeBinary, MetaData, PrimaryKeyConstraint, Table, Text

VERSION = 2
"""Version of the tables below, kept as ``user_version``; ``migrations`` leads to it from every older one."""

METADATA = MetaData()

BASE = Table(
    "base",
    METADATA,
    Column("scope", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("entity", Text, nullable=False),
    Column("rev", Integer, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("row", LargeBinary, nullable=False),
    PrimaryKeyConstraint("kind", "entity", "scope"),
    sqlite_with_rowid=False,
)
"""Rows the backend confirmed, as JSON. Nothing optimistic is ever written here.

The key is the table: everything is asked by kind, and a first pull writes every page once. ``row`` is last,
so that versions are read without it.
"""

CURSORS = Table(
    "cursors",
    METADATA,
    Column("scope", Text, primary_key=True),
    Column("seq", Integer, nullable=False),
)

OUTBOX = Table(
    "outbox",
    METADATA,
    Column("seq", Integer, primary_key=True, autoincrement=True),
    Column("cmd_id", Text, nullable=False, unique=True),
    Column("order_id", Text, nullable=False),
    Column("command", Text, nullable=False),
    Column("actor", LargeBinary, nullable=False),
    Column("envelope", LargeBinary, nullable=False),
    Column("made_at", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("attempts", Integer, nullable=False, default=0),
    Column("uncertain", Integer, nullable=False, default=0),
    Column("last_error", Text, nullable=False, default=""),
    Column("outcome", LargeBinary),
    Column("seen", LargeBinary),
    Column("counts", Integer, nullable=False, server_default="1"),
    sqlite_autoincrement=True,
)
"""What the person did, until its ack row arrives. ``envelope`` holds the exact bytes that are sent.

``seen`` is the confirmed image of the order that the person looked at, for the card of a conflict.

``counts`` is 0 once the backend has said that it will not happen: nothing of the order waits for it any more.

``seq`` is never used twice, also not after the newest row left: it is the device's own count.
"""
Index("outbox_by_order", OUTBOX.c.order_id, OUTBOX.c.seq, OUTBOX.c.counts, OUTBOX.c.state)
Index("outbox_by_state", OUTBOX.c.state, OUTBOX.c.seq)

JOURNAL = Table(
    "journal",
    METADATA,
    Column("cmd_id", Text, primary_key=True),
    Column("seq", Integer, nullable=False),
    Column("order_id", Text, nullable=False),
    Column("command", Text, nullable=False),
    Column("actor", LargeBinary, nullable=False),
    Column("envelope", LargeBinary, nullable=False),
    Column("made_at", Text, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("outcome", LargeBinary, nullable=False),
    Column("seen", LargeBinary),
    Column("settled_at", Text, nullable=False, server_default=""),
)
"""Settled commands, kept: a restored server may have to be told again (protocol.md 2.9)."""

TRAY = Table(
    "tray",
    METADATA,
    Column("cmd_id", Text, primary_key=True),
)
"""Refused and conflicting commands that the person has not answered yet."""

DRAFTS = Table(
    "drafts",
    METADATA,
    Column("access_id", Text, primary_key=True),
    Column("id", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("content", LargeBinary, nullable=False),
    Column("saved_at", Text, nullable=False),
    Column("order_id", Text, nullable=False, server_default=""),
    Column("base_rev", Integer, nullable=False, server_default="0"),
    Column("base", LargeBinary),
    Column("dirty", Integer, nullable=False, server_default="0"),
    Column("agreed_at", Text, nullable=False, server_default=""),
    Column("epoch", Text, nullable=False, server_default=""),
    Column("actor", LargeBinary),
    Column("sent", Text, nullable=False, server_default=""),
    Column("submitted", Text, nullable=False, server_default=""),
    Column("clash", LargeBinary),
    Column("device", Text, nullable=False, server_default=""),
)
"""Unfinished work. A checkout is shared with the person's other devices as the draft ``order_id``: ``base``
is the form as last agreed with the backend at ``base_rev`` of the history ``epoch``, by its clock at
``agreed_at``, ``dirty`` says that
``content`` has moved on, ``sent`` and ``submitted`` are the commands under way, ``clash`` what a person must
decide. ``device`` names the machine that ``content`` came from, where that is another one.
"""

DRAFT_VERSIONS = Table(
    "draft_versions",
    METADATA,
    Column("n", Integer, primary_key=True, autoincrement=True),
    Column("access_id", Text, nullable=False),
    Column("draft_id", Text, nullable=False),
    Column("saved_at", Text, nullable=False),
    Column("origin", Text, nullable=False),
    Column("content", LargeBinary, nullable=False),
)
"""Earlier versions of drafts that a merge or another device replaced, kept a while (protocol.md 2.10)."""
Index("draft_versions_by_draft", DRAFT_VERSIONS.c.access_id, DRAFT_VERSIONS.c.draft_id)

CART = Table(
    "cart",
    METADATA,
    Column("access_id", Text, primary_key=True),
    Column("product_id", Text, primary_key=True),
    Column("vendor_id", Text, nullable=False),
    Column("quantity", Integer, nullable=False),
    Column("seen_price", Integer, nullable=False),
    Column("added_at", Text, nullable=False),
)

SETTINGS = Table(
    "settings",
    METADATA,
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),
)

DOCUMENTS = Table(
    "documents",
    METADATA,
    Column("document_id", Text, primary_key=True),
    Column("sha256", Text, primary_key=True),
    Column("pdf", LargeBinary, nullable=False),
    Column("fetched_at", Text, nullable=False),
)

ATTACHMENTS = Table(
    "attachments",
    METADATA,
    Column("sha256", Text, primary_key=True),
    Column("blob", Text, nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("media_type", Text, nullable=False),
    Column("size", Integer, nullable=False),
    Column("purpose", Text, nullable=False),
    Column("access_id", Text, nullable=False),
    Column("upload_id", Text, nullable=False, server_default=""),
    Column("state", Text, nullable=False),
    Column("sent", Integer, nullable=False, server_default="0"),
    Column("reason", Text, nullable=False, server_default=""),
    Column("added_at", Text, nullable=False),
)
"""Files that go with commands. Their content lies encrypted in ``blobs/``, named by the random ``blob``."""

STAGED = Table(
    "staged",
    METADATA,
    Column("n", Integer, primary_key=True, autoincrement=True),
    Column("page", LargeBinary, nullable=False),
)
"""Pages of a pull that is not complete yet, as they came; applied together with its last page."""
