"""Files people hand in: uploads on their way, what was stored, and who looked at it.

The bytes lie outside the database under random ids (``uploads.blobs``); these rows say what they are.
"""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Table, Text, UniqueConstraint

from inaproc_backend.storage.tables.columns import flag, metadata, moment, text, whole

files = Table(
    "files",
    metadata,
    text("id", primary_key=True, default=None),
    text("user_id", ForeignKey("people.id"), default=None, comment="whoever handed it in"),
    text("slot", default=None, comment="FileSlot value, or order_attachment"),
    text("name", default=None, comment="as the person knows it, made safe to show; never a path"),
    text("media_type", default=None, comment="as found in the content"),
    whole("size", default=None, comment="bytes as stored"),
    text("sha256", default=None, comment="hex, of the stored bytes"),
    text("sent_sha256", default=None, comment="hex, of the bytes that were handed in"),
    whole("width", comment="points of a picture"),
    whole("height"),
    whole("pages", comment="of a PDF"),
    flag("signed", default=False, comment="a PDF carries an electronic signature; not judged"),
    text("blob_id", default=None, comment="where the bytes lie"),
    moment("created_at", required=True),
    moment("used_at", comment="when a profile, request or order named it; NULL: it will be removed"),
    Index("ix_files_user_id", "user_id"),
    Index("ix_files_sent_sha256", "sent_sha256"),
)

uploads = Table(
    "uploads",
    metadata,
    text("id", primary_key=True, default=None),
    text("user_id", ForeignKey("people.id"), default=None),
    text("slot", default=None, comment="FileSlot value"),
    text("sha256", default=None, comment="hex, of the whole content as announced"),
    text("name", default=None),
    whole("size", default=None, comment="bytes as announced"),
    whole("received", comment="bytes so far; the next block starts here"),
    text("status", default=None, comment="open, stored or refused"),
    Column("file_id", Text, ForeignKey("files.id"), comment="once stored"),
    text("refusal", comment="JSON of code and facts, once refused"),
    moment("created_at", required=True),
    moment("touched_at", required=True, comment="an open upload is forgotten some time after"),
    CheckConstraint("status IN ('open', 'stored', 'refused')", name="status"),
    CheckConstraint("received <= size", name="received"),
    UniqueConstraint("user_id", "slot", "sha256"),
    Index("ix_uploads_touched_at", "touched_at"),
    Index("ix_uploads_file_id", "file_id"),
)

upload_blocks = Table(
    "upload_blocks",
    metadata,
    text("upload_id", ForeignKey("uploads.id"), primary_key=True, default=None),
    whole("start", primary_key=True, default=None, autoincrement=False, comment="offset of its first byte"),
    whole("size", default=None),
    text("blob_id", default=None),
)

order_attachments = Table(
    "order_attachments",
    metadata,
    text("order_id", ForeignKey("orders.id"), primary_key=True, default=None),
    text("sha256", primary_key=True, default=None, comment="hex, of the stored bytes"),
    text("file_id", ForeignKey("files.id"), default=None),
    moment("bound_at", required=True, comment="when a command first named it; kept for ever from then on"),
    Index("ix_order_attachments_file_id", "file_id"),
)

file_views = Table(
    "file_views",
    metadata,
    text("id", primary_key=True, default=None),
    text("file_id", ForeignKey("files.id"), default=None),
    text("user_id", ForeignKey("people.id"), default=None, comment="who looked: never the owner"),
    text("access_id", default=None, comment="the access they looked with"),
    text("address", comment="network address"),
    moment("at", required=True),
    Index("ix_file_views_file_id", "file_id"),
    Index("ix_file_views_user_id", "user_id"),
)
