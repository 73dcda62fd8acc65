"""Persons, what they prove themselves by, and the accesses (role assignments) they act through."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Table, Text
from sqlalchemy import text as sql

from inaproc_backend.storage.tables.columns import blob, flag, metadata, moment, text, whole

people = Table(
    "people",
    metadata,
    text("id", primary_key=True, default=None),
    text("username", default=None, unique=True, comment="lower case; what is typed at sign-in"),
    text("name", default=None, comment="full name as verified"),
    text("nip", comment="18 digits of a civil servant"),
    text("email", comment="lower case; proven, or empty"),
    text("phone", comment="+62…; proven, or empty"),
    text("language", default="id", comment="of messages to this person: id or en, as at registration"),
    flag("active", default=True),
    flag("simulation", default=False, comment="made by training mode"),
    flag(
        "without_second_factor",
        default=False,
        comment="made-up people of the training office: they have no phone, so no kind demands one of them",
    ),
    moment("created_at"),
    Index("ix_people_nip", "nip"),
)
Index(
    "uq_people_email",
    people.c.email,
    unique=True,
    sqlite_where=people.c.email != "",
    postgresql_where=people.c.email != "",
)
Index(
    "uq_people_phone",
    people.c.phone,
    unique=True,
    sqlite_where=people.c.phone != "",
    postgresql_where=people.c.phone != "",
)

credentials = Table(
    "credentials",
    metadata,
    text("user_id", ForeignKey("people.id"), primary_key=True, default=None),
    text("password_hash", default=None, comment="Argon2id, encoded form with its parameters"),
    text("totp_secret", comment="sealed by accounts.sealing; empty: no second factor"),
    whole("totp_last_step", default=0, comment="last 30-second step that was used; a code counts once"),
    whole("totp_failures", default=0, comment="in a row; see config.Throttle"),
    moment("changed_at"),
)

_VERIFIED = sql("status = 'VERIFIED' AND nik_fingerprint <> ''")
"""One NIK is verified for one account only, whatever two verifikators do at the same moment."""

profiles = Table(
    "profiles",
    metadata,
    text("user_id", ForeignKey("people.id"), primary_key=True, default=None),
    text("status", default=None, comment="ProfileStatus value"),
    text("nationality", default=None),
    blob("fields", comment="JSON: what was sent, by field id"),
    blob("files", comment="JSON: slot to file id"),
    text("nik_fingerprint", comment="keyed hash of NIK or passport: one person, whatever the account"),
    text("masked_id", comment="NIK or passport for lists: all but the last four hidden"),
    blob("reasons", comment="JSON: what to mend"),
    whole("revision", default=1),
    whole("attempts", default=1),
    text("request_id", comment="of the last submission: a second delivery has no second effect"),
    text("provider", comment="who verifies: empty is a verifikator by hand"),
    text("provider_reference", comment="the provider's own number of the verification"),
    moment("sent_at", required=True),
    moment("since", required=True, comment="when it came into its status"),
    moment("due_at"),
    text("decided_by"),
    Index("ix_profiles_nik_fingerprint", "nik_fingerprint"),
    Index(
        "uq_profiles_verified_nik",
        "nik_fingerprint",
        unique=True,
        sqlite_where=_VERIFIED,
        postgresql_where=_VERIFIED,
    ),
    Index("ix_profiles_status_due_at", "status", "due_at"),
)

accesses = Table(
    "accesses",
    metadata,
    text("id", primary_key=True, default=None),
    text("user_id", ForeignKey("people.id"), default=None),
    text("role", default=None, comment="inaproc_core.roles.Role value"),
    text("kind", comment="AccessKind value; empty for one made before kinds"),
    text("position", comment="title under a signature: Pejabat Pembuat Komitmen"),
    text("klpd_code", comment="instansi of an access that is for a whole one, and of an official's satker"),
    text("request_id", comment="the request it was granted by"),
    Column("satker_id", Text, ForeignKey("satker.id"), comment="of an official; NULL for a penyedia"),
    Column("vendor_id", Text, ForeignKey("vendors.id"), comment="of a penyedia; NULL for an official"),
    text("valid_from", comment="day, included; empty: always"),
    text("valid_to", comment="day, included; empty: open end"),
    moment("revoked_at", comment="from then on the access counts no more"),
    text("revoked_by", comment="person who deactivated it"),
    text("revoked_because", comment="code and words, shown to the person"),
    whole("rev", default=1, comment="counts changes of this row"),
    CheckConstraint("satker_id IS NULL OR vendor_id IS NULL", name="one_side"),
    Index("ix_accesses_user_id", "user_id"),
    Index("ix_accesses_satker_id", "satker_id"),
    Index("ix_accesses_vendor_id", "vendor_id"),
    Index("ix_accesses_klpd_code", "klpd_code"),
)
