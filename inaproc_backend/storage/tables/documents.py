"""Stored documents with their signed revisions, BAST numbers, certificates and the CA's keys."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, ForeignKey, Index, Table

from inaproc_backend.storage.tables.columns import blob, flag, metadata, moment, text, whole

documents = Table(
    "documents",
    metadata,
    text(
        "document_id", primary_key=True, default=None, comment="<order>.sp.<version>, <order>.bast.<version>"
    ),
    text("order_id", ForeignKey("orders.id"), default=None),
    text("kind", default=None, comment="SP or BAST"),
    whole("version", default=1),
    text("verification", default=None, unique=True, comment="number a reader looks it up by"),
    moment("created_at", required=True),
    Index("ix_documents_order_id", "order_id"),
)

document_revisions = Table(
    "document_revisions",
    metadata,
    text("document_id", ForeignKey("documents.document_id"), primary_key=True, default=None),
    text("sha256", primary_key=True, default=None, comment="hex, of the whole file"),
    whole("size", default=None, comment="bytes"),
    blob("content", comment="the PDF"),
    text("status", default=None, comment="candidate, current or superseded"),
    text("based_on", comment="sha256 of the revision it was made from; empty for the first"),
    whole("signatures", default=0),
    text("signer_user_id", comment="owner of the newest signature's certificate"),
    text("certificate_serial", comment="hex"),
    flag("valid", default=True, comment="chain, integrity and difference policy held at upload"),
    text("problem", comment="code of what did not hold"),
    moment("created_at", required=True),
    CheckConstraint("status IN ('candidate', 'current', 'superseded')", name="status"),
)
Index(
    "uq_document_revisions_current",
    document_revisions.c.document_id,
    unique=True,
    sqlite_where=document_revisions.c.status == "current",
    postgresql_where=document_revisions.c.status == "current",
)

bast_numbers = Table(
    "bast_numbers",
    metadata,
    text("satker_id", primary_key=True, default=None),
    whole("year", primary_key=True, default=None, autoincrement=False),
    text("number_key", primary_key=True, default=None, comment="number without case and extra blanks"),
    text("number", default=None),
    text("order_id", ForeignKey("orders.id"), default=None, unique=True),
)

certificates = Table(
    "certificates",
    metadata,
    text("serial", primary_key=True, default=None, comment="hex"),
    text("user_id", ForeignKey("people.id"), default=None),
    text("certificate_pem", default=None),
    moment("not_before", required=True),
    moment("not_after", required=True),
    moment("revoked_at"),
    Index("ix_certificates_user_id", "user_id"),
)

ca_keys = Table(
    "ca_keys",
    metadata,
    text("name", primary_key=True, default=None, comment="root, issuing, timestamp"),
    text("certificate_pem", default=None),
    blob("private_key", comment="PKCS#8, encrypted where a passphrase is configured"),
    moment("created_at", required=True),
)
