"""Orders, their events, the command log, the change feed and the audit chain."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, Index, Table, Text

from inaproc_backend.storage.tables.columns import blob, flag, metadata, moment, text, whole

orders = Table(
    "orders",
    metadata,
    text("id", primary_key=True, default=None),
    Column("number", Text, unique=True, comment="EP-<ULID>; NULL while it is a draft"),
    text("state", default=None),
    text("satker_id", default=None),
    text("vendor_id"),
    text("buyer_user_id", default=None),
    text("rup_code"),
    whole("revision", default=None, comment="count of events"),
    whole("reserved", default=0, comment="of the RUP's pagu"),
    whole("committed", default=0),
    blob("image", comment="JSON of inaproc_core.orders.model.Order, whole"),
    moment("deadline"),
    moment("created_at", required=True),
    moment("updated_at", required=True),
    CheckConstraint("reserved >= 0 AND committed >= 0", name="money"),
    Index("ix_orders_satker_id", "satker_id"),
    Index("ix_orders_rup_code", "rup_code"),
    Index("ix_orders_deadline", "deadline"),
)

order_events = Table(
    "order_events",
    metadata,
    text("order_id", primary_key=True, default=None),
    whole(
        "n", primary_key=True, default=None, autoincrement=False, comment="1, 2, 3 …: the revision it made"
    ),
    text("type", default=None),
    blob("event", comment="JSON of the event"),
    text("cmd_id", default=None),
    moment("at", required=True),
)

commands = Table(
    "commands",
    metadata,
    text("cmd_id", primary_key=True, default=None),
    text("user_id", default=None),
    text("acting_as"),
    text("device_id"),
    whole("seq", default=0),
    text("type", default=None),
    text("aggregate"),
    text("fingerprint", default=None, comment="SHA-256 of what was asked"),
    blob("envelope", comment="JSON as received: evidence"),
    text("outcome", default=None),
    text("code"),
    blob("result", comment="JSON of the outcome: the same bytes for every delivery"),
    moment("at", required=True),
    Index("ix_commands_user_id", "user_id"),
)

scope_head = Table(
    "scope_head",
    metadata,
    text("scope", primary_key=True, default=None),
    whole("seq", default=0, comment="number of the newest feed row"),
)

feed = Table(
    "feed",
    metadata,
    text("scope", primary_key=True, default=None),
    whole("seq", primary_key=True, default=None, autoincrement=False, comment="1, 2, 3 … without a hole"),
    text("kind", default=None, comment="order, rup, official, satker, vendor, access, ack"),
    text("entity", default=None),
    whole("rev", default=0),
    blob("row", comment="JSON of the whole new image"),
    flag("deleted", default=False),
)
Index(
    "uq_feed_ack",
    feed.c.entity,
    unique=True,
    sqlite_where=feed.c.kind == "ack",
    postgresql_where=feed.c.kind == "ack",
)
"""A command is acknowledged once: whoever tried twice could not commit."""

audit_head = Table(
    "audit_head",
    metadata,
    text("scope", primary_key=True, default=None),
    whole("n", default=0, comment="length of the scope's chain"),
    text("hash", comment="hash of its last row, hex"),
)

audit = Table(
    "audit",
    metadata,
    text("scope", primary_key=True, default=None),
    whole("n", primary_key=True, default=None, autoincrement=False),
    text("prev_hash"),
    moment("at", required=True),
    text("actor", default=None),
    text("acting_as"),
    text("device_id"),
    text("cmd_id"),
    text("type", default=None),
    text("aggregate"),
    text("outcome", default=None),
    text("code"),
    text("before_digest"),
    text("after_digest"),
    text("policy_version"),
    text("hash", default=None),
)
