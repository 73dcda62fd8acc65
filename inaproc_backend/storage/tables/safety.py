"""What keeps an account its owner's: recovery codes, ways back in, changes under way, events."""

from __future__ import annotations

from sqlalchemy import ForeignKey, Index, Table

from inaproc_backend.storage.tables.columns import metadata, moment, text, whole

security_events = Table(
    "security_events",
    metadata,
    text("id", primary_key=True, default=None, comment="sorts as time does"),
    text("user_id", default=None, comment="whose account; empty: a name that has none"),
    text("code", default=None, comment="accounts.events.Happened value"),
    text("device_name"),
    text("address", comment="network address it came from"),
    moment("at", required=True),
    Index("ix_security_events_user_id", "user_id"),
)

recovery_codes = Table(
    "recovery_codes",
    metadata,
    text("user_id", ForeignKey("people.id"), primary_key=True, default=None),
    whole("slot", primary_key=True, default=None, autoincrement=False, comment="named by its first letter"),
    text("code_hash", default=None, comment="Argon2id"),
    moment("made_at", required=True),
    moment("used_at"),
)

totp_enrolments = Table(
    "totp_enrolments",
    metadata,
    text("user_id", ForeignKey("people.id"), primary_key=True, default=None),
    text("session_id", default=None, comment="only this session confirms it"),
    text("secret_sealed", default=None, comment="as credentials.totp_secret"),
    moment("expires_at", required=True),
)

factor_resets = Table(
    "factor_resets",
    metadata,
    text("id", primary_key=True, default=None),
    text("token_hash", default=None, comment="SHA-256 of what the asking device holds"),
    text("user_id", ForeignKey("people.id"), default=None),
    text("email", default=None, comment="as it was when it began: a later change does not redirect it"),
    text("phone", default=None),
    text("device_name"),
    text("address"),
    moment("email_proven_at"),
    moment("phone_proven_at"),
    moment("takes_effect_at", comment="end of the waiting period; NULL until both codes were right"),
    moment("cancelled_at"),
    moment("done_at"),
    moment("created_at", required=True),
    moment("expires_at", required=True, comment="until then both codes have to be right"),
    Index("ix_factor_resets_user_id", "user_id"),
)

recoveries = Table(
    "recoveries",
    metadata,
    text("id", primary_key=True, default=None),
    text("token_hash", default=None, comment="SHA-256 of what the asking device holds"),
    text("user_id", comment="empty: there is no such account, and nothing will come of it"),
    text("account", default=None, comment="what was typed, in lower case"),
    text("target", comment="email the code goes to"),
    whole("tries", default=0, comment="wrong second factors"),
    moment("proven_at", comment="when the code was right"),
    moment("used_at"),
    moment("created_at", required=True),
    moment("expires_at", required=True),
    Index("ix_recoveries_expires_at", "expires_at"),
    Index("ix_recoveries_user_id", "user_id"),
)

contact_changes = Table(
    "contact_changes",
    metadata,
    text("user_id", ForeignKey("people.id"), primary_key=True, default=None),
    text("channel", primary_key=True, default=None, comment="Channel value"),
    text("target", default=None, comment="the new address"),
    text("session_id", default=None, comment="only this session proves it"),
    moment("expires_at", required=True),
)
