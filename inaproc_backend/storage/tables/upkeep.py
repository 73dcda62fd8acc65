"""What the operator looks at: identity of the database, import log, incidents."""

from __future__ import annotations

from sqlalchemy import Table

from inaproc_backend.storage.tables.columns import metadata, moment, text, whole

meta = Table(
    "meta",
    metadata,
    text("key", primary_key=True, default=None, comment="epoch, house, created_at, training_office …"),
    text("value", default=None),
)

imports = Table(
    "imports",
    metadata,
    text("id", primary_key=True, default=None),
    text("kind", default=None, comment="rup, products, satker, klpd, regions"),
    text("file", default=None),
    text("sha256"),
    whole("taken", default=0),
    whole("changed", default=0),
    whole("unchanged", default=0),
    whole("refused", default=0),
    text("report", comment="JSON: refused rows with line numbers and reasons"),
    moment("started_at", required=True),
    moment("finished_at"),
)

incidents = Table(
    "incidents",
    metadata,
    text("number", primary_key=True, default=None, comment="what the user is shown"),
    text("cmd_id"),
    text("where_", default=None, comment="route or command type"),
    text("detail", default=None, comment="traceback, for the operator only"),
    moment("at", required=True),
)
