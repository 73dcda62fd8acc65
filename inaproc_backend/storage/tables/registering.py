"""Stage 1 under way: one-time codes, registrations that are no account yet, and consents."""

from __future__ import annotations

from sqlalchemy import ForeignKey, Index, Table

from inaproc_backend.storage.tables.columns import metadata, moment, text, whole

one_time_codes = Table(
    "one_time_codes",
    metadata,
    text("purpose", primary_key=True, default=None, comment="CodePurpose value"),
    text("owner", primary_key=True, default=None, comment="id of the registration, recovery or person"),
    text("channel", primary_key=True, default=None, comment="Channel value"),
    text("code_mac", comment="keyed hash of purpose, owner, target and code; empty: used or void"),
    text("target_mac", default=None, comment="keyed hash of the address it went to"),
    whole("tries", default=0, comment="wrong answers"),
    moment("sent_at", required=True),
    moment("expires_at", required=True),
    Index("ix_one_time_codes_expires_at", "expires_at"),
)

code_limits = Table(
    "code_limits",
    metadata,
    text("subject", primary_key=True, default=None, comment="keyed hash of a target or a network address"),
    text("sends", comment="moments of the last hour's sends, in whole seconds, apart by blanks"),
    whole("voided", default=0, comment="codes voided by wrong answers, in a row"),
    moment("voided_at"),
    moment("paused_until"),
    moment("touched_at", required=True),
    Index("ix_code_limits_touched_at", "touched_at"),
)

registrations = Table(
    "registrations",
    metadata,
    text("id", primary_key=True, default=None),
    text("token_hash", default=None, comment="SHA-256 of the token that its device holds"),
    text("full_name"),
    text("username"),
    text("email"),
    text("phone"),
    text("password_hash", comment="Argon2id; wiped with the rest once the account exists"),
    text("terms_version"),
    text("privacy_version"),
    text("device_id"),
    text("device_name"),
    text("language"),
    moment("email_proven_at"),
    moment("phone_proven_at"),
    whole("username_checks", default=0, comment="usernames whose availability was told"),
    whole("messages", default=0, comment="SMS sent for it, whatever the number"),
    moment("created_at", required=True, comment="also when the consents were given"),
    moment("expires_at", required=True),
    moment("completed_at"),
    Index("ix_registrations_expires_at", "expires_at"),
)

consents = Table(
    "consents",
    metadata,
    text("user_id", ForeignKey("people.id"), primary_key=True, default=None),
    text("kind", primary_key=True, default=None, comment="ConsentText.kind"),
    text("version", primary_key=True, default=None, comment="of the text that was shown"),
    moment("at", required=True, comment="when the tick was given"),
)
