"""Requests for accesses, the steps of profiles and requests, the business registry, what was reminded of."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Table, Text

from inaproc_backend.storage.tables.columns import blob, flag, metadata, moment, text, whole

access_requests = Table(
    "access_requests",
    metadata,
    text("id", primary_key=True, default=None, comment="made by the client once"),
    text("user_id", ForeignKey("people.id"), default=None),
    text("kind", default=None, comment="AccessKind value"),
    text("status", default=None, comment="RequestStatus value"),
    text("verifier", default=None, comment="Verifier value: whose move it is while waiting"),
    blob("fields", comment="JSON: what was sent, by field id"),
    blob("files", comment="JSON: slot to file id"),
    blob("reasons", comment="JSON: what to mend, or why it was rejected"),
    blob("checks", comment="JSON: NibRule rows of a company's request, as found when it was sent"),
    text("klpd_code", comment="instansi of a non penyedia request, also of its satker"),
    Column("satker_id", Text, ForeignKey("satker.id"), comment="NULL: a whole instansi, or a company"),
    Column("vendor_id", Text, ForeignKey("vendors.id"), comment="company that is in INAPROC already"),
    text("nib", comment="of a company request"),
    text("nip", comment="of the form, to find and compare by"),
    text("letter_number", comment="of the form, to find and compare by"),
    text("valid_until", comment="Masa Berlaku Jabatan that is asked for; empty: open end"),
    text("renews", comment="access that is to be active again"),
    text("transfers", comment="access that ends when this one begins"),
    whole("revision", default=1),
    whole("attempts", default=1),
    text("submission", comment="digest of the last one: a second delivery has no second effect"),
    moment("sent_at", required=True, comment="last submission: the 3x24 hours count from it"),
    moment("since", required=True, comment="when it came into its status"),
    moment("due_at"),
    moment("decided_at"),
    text("decided_by", comment="person who decided last"),
    text("first_by", comment="person who approved first, with four eyes"),
    text("first_fingerprint", comment="profiles.nik_fingerprint of the first: eyes are those of a person"),
    text("access_id", comment="what was granted"),
    Index("ix_access_requests_user_id", "user_id"),
    Index("ix_access_requests_status_due_at", "status", "due_at"),
    Index("ix_access_requests_satker_id", "satker_id"),
    Index("ix_access_requests_klpd_code", "klpd_code"),
    Index("ix_access_requests_nib", "nib"),
)

request_history = Table(
    "request_history",
    metadata,
    text("request_id", ForeignKey("access_requests.id"), primary_key=True, default=None),
    whole("n", primary_key=True, default=None, autoincrement=False, comment="1, 2, 3 …"),
    moment("at", required=True),
    text("what", default=None, comment="sent, resent, first_approval, approved, fix, rejected, withdrawn …"),
    text("by_user", comment="person who did it; empty: a machine"),
    text("by_access", comment="access they did it through"),
    text("note"),
    blob("reasons", comment="JSON list of FieldReason"),
    whole("revision", default=0, comment="revision that it made"),
    blob("snapshot", required=False, comment="JSON of fields and files as sent: what was decided on"),
)

profile_history = Table(
    "profile_history",
    metadata,
    text("user_id", ForeignKey("people.id"), primary_key=True, default=None),
    whole("n", primary_key=True, default=None, autoincrement=False, comment="1, 2, 3 …"),
    moment("at", required=True),
    text("what", default=None, comment="sent, resent, approved, fix, rejected"),
    text("by_user"),
    text("by_access"),
    text("note"),
    blob("reasons"),
    whole("revision", default=0),
    blob("snapshot", required=False),
)

business_registry = Table(
    "business_registry",
    metadata,
    text("nib", primary_key=True, default=None),
    text("name", default=None),
    text("form", comment="PT, CV, PERORANGAN …"),
    text("npwp"),
    text("address"),
    text("kbli", comment="codes, separated by blanks"),
    flag("registered", default=True, comment="NIB is valid at its source"),
    flag("blacklisted", default=False, comment="NPWP is on the Daftar Hitam"),
    text("blacklist_reason"),
    text("source", comment="whose data this is"),
    text("as_of", comment="day of the data"),
)

business_persons = Table(
    "business_persons",
    metadata,
    text("nib", ForeignKey("business_registry.nib"), primary_key=True, default=None),
    whole("no", primary_key=True, default=None, autoincrement=False),
    text("nik_fingerprint", comment="keyed hash, never the number"),
    text("masked_id"),
    text("name"),
    text("position", comment="DIREKTUR, PENANGGUNG_JAWAB or PEMEGANG_SAHAM"),
)

reminders = Table(
    "reminders",
    metadata,
    text("subject", primary_key=True, default=None, comment="access:<id>, request:<id>, profile:<user id>"),
    text("occasion", primary_key=True, default=None, comment="what was told: until:2026-12-31/30"),
    moment("at", required=True),
)
"""Each reminder is given once, however many processes look: whoever inserts the row gives it."""
