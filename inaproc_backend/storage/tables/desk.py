"""What the verification desk leaves behind: who looked at what, and decisions that were taken once."""

from __future__ import annotations

from sqlalchemy import ForeignKey, Index, Table

from inaproc_backend.storage.tables.columns import blob, metadata, moment, text

desk_views = Table(
    "desk_views",
    metadata,
    text("id", primary_key=True, default=None),
    text("item_id", default=None, comment="profile:<user id> or access:<request id>"),
    text("user_id", ForeignKey("people.id"), default=None, comment="who opened it"),
    text("access_id", default=None, comment="the access they opened it through"),
    moment("at", required=True),
    Index("ix_desk_views_item_id", "item_id"),
)
"""Every time somebody opened an item with a person's data in clear."""

desk_decisions = Table(
    "desk_decisions",
    metadata,
    text("id", primary_key=True, default=None, comment="made by the client once"),
    text("user_id", ForeignKey("people.id"), default=None),
    text("digest", default=None, comment="of what was decided: the same id with other words is refused"),
    blob("answer", comment="JSON of Decided: the same for every delivery"),
    moment("at", required=True),
)
