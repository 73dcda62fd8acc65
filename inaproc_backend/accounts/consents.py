"""Consents: which text, in which version, when. Given by two separate ticks, kept as long as the account."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Connection

from inaproc_backend.storage.statements import Statement
from inaproc_backend.storage.times import to_text
from inaproc_core.errors import refuse
from inaproc_core.registration.forms import RegistrationRules
from inaproc_core.wire.account import Consents

TERMS, PRIVACY = "terms", "privacy"
"""Kinds of ``ConsentText``."""

_ADD = Statement(
    """
    INSERT INTO consents (user_id, kind, version, at) VALUES (:user_id, :kind, :version, :at)
    ON CONFLICT (user_id, kind, version) DO NOTHING
    """
)


def check_consents(given: Consents, rules: RegistrationRules) -> None:
    """Check that both ticks are given, for the texts that are in force.

    Raises:
        Refused: ``consent.missing``, or ``consent.outdated`` when the text has changed since it was shown.
    """
    for field, kind, version in (
        ("consents.terms_version", TERMS, given.terms_version),
        ("consents.privacy_version", PRIVACY, given.privacy_version),
    ):
        if not version:
            refuse("consent.missing", at=field, kind=kind)
        if version not in {text.version for text in rules.consents if text.kind == kind}:
            refuse("consent.outdated", at=field, kind=kind)


def keep_consents(connection: Connection, user_id: str, versions: Mapping[str, str], at: datetime) -> None:
    """Keep what a person agreed to, by kind, with the moment of the tick."""
    for kind, version in versions.items():
        _ADD.run(connection, {"user_id": user_id, "kind": kind, "version": version, "at": to_text(at)})
