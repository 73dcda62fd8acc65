"""All tables of the backend, as SQLAlchemy Core tables that fit SQLite and PostgreSQL alike.

Conventions, so that every column can be read without asking:

* money is whole rupiah, quantities are hundredths, both ``BigInteger``;
* a moment is text in UTC of fixed width, made by ``storage.times.to_text``; it sorts as time does;
* a day is text ``YYYY-MM-DD``; a code is text (they have leading zeros and dots);
* JSON is UTF-8 bytes made by ``inaproc_core.wire.codec.to_json`` (``LargeBinary``) where a program reads it
  on the hot path, and text otherwise;
* unknown text is ``""``, never NULL; NULL is for "no such moment", "no stated stock" and absent references;
* nothing is deleted by cascade: evidence outlives the person it is about.
"""

from __future__ import annotations

from inaproc_backend.storage.tables.budget import rup, rup_lines
from inaproc_backend.storage.tables.catalogue import catalogue_meta, products, vendors
from inaproc_backend.storage.tables.columns import metadata
from inaproc_backend.storage.tables.desk import desk_decisions, desk_views
from inaproc_backend.storage.tables.documents import (
    bast_numbers,
    ca_keys,
    certificates,
    document_revisions,
    documents,
)
from inaproc_backend.storage.tables.files import (
    file_views,
    files,
    order_attachments,
    upload_blocks,
    uploads,
)
from inaproc_backend.storage.tables.messaging import mailbox, outgoing_messages
from inaproc_backend.storage.tables.people import accesses, credentials, people, profiles
from inaproc_backend.storage.tables.places import klpd, regions, satker
from inaproc_backend.storage.tables.purchasing import (
    audit,
    audit_head,
    commands,
    feed,
    order_events,
    orders,
    scope_head,
)
from inaproc_backend.storage.tables.registering import (
    code_limits,
    consents,
    one_time_codes,
    registrations,
)
from inaproc_backend.storage.tables.requests import (
    access_requests,
    business_persons,
    business_registry,
    profile_history,
    reminders,
    request_history,
)
from inaproc_backend.storage.tables.safety import (
    contact_changes,
    factor_resets,
    recoveries,
    recovery_codes,
    security_events,
    totp_enrolments,
)
from inaproc_backend.storage.tables.search import catalogue_index
from inaproc_backend.storage.tables.sessions import (
    access_tokens,
    challenges,
    devices,
    refresh_tokens,
    sessions,
    sign_in_attempts,
)
from inaproc_backend.storage.tables.upkeep import imports, incidents, meta

__all__ = [
    "access_requests",
    "access_tokens",
    "accesses",
    "audit",
    "audit_head",
    "bast_numbers",
    "business_persons",
    "business_registry",
    "ca_keys",
    "catalogue_index",
    "catalogue_meta",
    "certificates",
    "challenges",
    "code_limits",
    "commands",
    "consents",
    "contact_changes",
    "credentials",
    "desk_decisions",
    "desk_views",
    "devices",
    "document_revisions",
    "documents",
    "factor_resets",
    "feed",
    "file_views",
    "files",
    "imports",
    "incidents",
    "klpd",
    "mailbox",
    "meta",
    "metadata",
    "one_time_codes",
    "order_attachments",
    "order_events",
    "orders",
    "outgoing_messages",
    "people",
    "products",
    "profile_history",
    "profiles",
    "recoveries",
    "recovery_codes",
    "refresh_tokens",
    "regions",
    "registrations",
    "reminders",
    "request_history",
    "rup",
    "rup_lines",
    "satker",
    "scope_head",
    "security_events",
    "sessions",
    "sign_in_attempts",
    "totp_enrolments",
    "upload_blocks",
    "uploads",
    "vendors",
]
