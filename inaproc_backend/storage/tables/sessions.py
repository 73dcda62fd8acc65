"""Signed-in sessions: only hashes of tokens are kept, so a stolen database signs nobody in."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Table, Text

from inaproc_backend.storage.tables.columns import flag, metadata, moment, text, whole

devices = Table(
    "devices",
    metadata,
    text("device_id", primary_key=True, default=None),
    text("user_id", ForeignKey("people.id"), primary_key=True, default=None),
    text("name"),
    moment("first_seen", required=True),
    moment("last_seen", required=True),
    moment("revoked_at", comment="ended by hand: a stranger until it signs in again"),
)

sessions = Table(
    "sessions",
    metadata,
    text("id", primary_key=True, default=None, comment="also the refresh family"),
    text("user_id", ForeignKey("people.id"), default=None),
    text("device_id", default=None),
    text("device_name"),
    text("address", comment="network address it was last seen from"),
    moment("stepped_up_at", comment="last fresh proof of presence"),
    moment("created_at", required=True),
    moment("last_seen_at", comment="sign-in or last renewal"),
    moment("expires_at", required=True, comment="absolute end of the family"),
    moment("revoked_at"),
    text("revoked_because"),
    Index("ix_sessions_user_id", "user_id"),
)

access_tokens = Table(
    "access_tokens",
    metadata,
    text("token_hash", primary_key=True, default=None, comment="SHA-256 of the opaque token"),
    text("session_id", ForeignKey("sessions.id"), default=None),
    moment("expires_at", required=True),
    Index("ix_access_tokens_session_id", "session_id"),
)

refresh_tokens = Table(
    "refresh_tokens",
    metadata,
    text("token_hash", primary_key=True, default=None),
    text("session_id", ForeignKey("sessions.id"), default=None),
    moment("issued_at", required=True),
    moment("spent_at"),
    Column("successor_hash", Text, comment="token it was exchanged for"),
    text("successor_sealed", comment="the successor, sealed with the spent token: for the grace rule"),
    Index("ix_refresh_tokens_session_id", "session_id"),
)

challenges = Table(
    "challenges",
    metadata,
    text("challenge_hash", primary_key=True, default=None),
    text("user_id", ForeignKey("people.id"), default=None),
    text("device_id", default=None),
    text("device_name"),
    whole("attempts", default=0),
    moment("expires_at", required=True),
    flag("used", default=False),
)

sign_in_attempts = Table(
    "sign_in_attempts",
    metadata,
    text("subject", primary_key=True, default=None, comment="kind and keyed hash: see accounts.throttle"),
    whole("failures", default=0, comment="in the window"),
    moment("first_at", required=True, comment="start of the window"),
    moment("blocked_until"),
    whole("blocks", default=0, comment="pauses in a row; each is longer than the one before"),
    moment("touched_at", required=True),
    Index("ix_sign_in_attempts_touched_at", "touched_at"),
)
