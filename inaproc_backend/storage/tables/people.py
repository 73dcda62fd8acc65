"""Persons, what they prove themselves by, and the accesses (role assignments) they act through."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Table, Text

from inaproc_backend.storage.tables.columns import flag, metadata, moment, text, whole

people = Table(
    "people",
    metadata,
    text("id", primary_key=True, default=None),
    text("username", default=None, unique=True, comment="lower case; what is typed at sign-in"),
    text("name", default=None, comment="full name as verified"),
    text("nip", comment="18 digits of a civil servant"),
    text("email"),
    flag("active", default=True),
    flag("simulation", default=False, comment="made by training mode"),
    moment("created_at"),
)

credentials = Table(
    "credentials",
    metadata,
    text("user_id", ForeignKey("people.id"), primary_key=True, default=None),
    text("password_hash", default=None, comment="Argon2id, encoded form with its parameters"),
    text("totp_secret", comment="base32; empty: no second factor"),
    whole("totp_last_step", default=0, comment="last 30-second step that was used; a code counts once"),
    whole("totp_failures", default=0, comment="in a row; the factor is locked at 100"),
    moment("changed_at"),
)

accesses = Table(
    "accesses",
    metadata,
    text("id", primary_key=True, default=None),
    text("user_id", ForeignKey("people.id"), default=None),
    text("role", default=None, comment="inaproc_core.roles.Role value"),
    text("position", comment="title under a signature: Pejabat Pembuat Komitmen"),
    Column("satker_id", Text, ForeignKey("satker.id"), comment="of an official; NULL for a penyedia"),
    Column("vendor_id", Text, ForeignKey("vendors.id"), comment="of a penyedia; NULL for an official"),
    text("valid_from", comment="day, included; empty: always"),
    text("valid_to", comment="day, included; empty: open end"),
    moment("revoked_at", comment="from then on the access counts no more"),
    whole("rev", default=1, comment="counts changes of this row"),
    CheckConstraint("satker_id IS NULL OR vendor_id IS NULL", name="one_side"),
    Index("ix_accesses_user_id", "user_id"),
    Index("ix_accesses_satker_id", "satker_id"),
    Index("ix_accesses_vendor_id", "vendor_id"),
)
