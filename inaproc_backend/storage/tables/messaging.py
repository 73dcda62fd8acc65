"""Messages that go out by email and SMS, and the mailbox that training has instead."""

from __future__ import annotations

from sqlalchemy import Index, Table

from inaproc_backend.storage.tables.columns import metadata, moment, text, whole

outgoing_messages = Table(
    "outgoing_messages",
    metadata,
    text("id", primary_key=True, default=None, comment="also in the Message-ID, and the idempotency key"),
    text("channel", default=None, comment="Channel value"),
    text("target", comment="masked once the message is done; empty: nobody, it is dropped"),
    text("template", default=None),
    text("language"),
    text("subject", comment="wiped once the message is done"),
    text("body", comment="wiped once the message is done"),
    text("status", default=None, comment="messaging.queue.Status value"),
    whole("attempts", default=0),
    text("claimed_by", comment="worker that is sending it"),
    moment("claimed_until", comment="after that another worker may take it"),
    text("problem", comment="what went wrong last, without address or text"),
    moment("next_at", required=True, comment="when it is to be tried"),
    moment("expires_at", comment="not sent any more from then on: a code that no longer counts"),
    moment("created_at", required=True),
    moment("done_at"),
    Index("ix_outgoing_messages_status_next_at", "status", "next_at"),
)

mailbox = Table(
    "mailbox",
    metadata,
    text("id", primary_key=True, default=None, comment="of the outgoing message"),
    text("channel", default=None),
    text("target", default=None),
    text("subject"),
    text("body", default=None),
    moment("at", required=True),
    Index("ix_mailbox_at", "at"),
)
