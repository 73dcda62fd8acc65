"""What a signed file is worth: every check by name, so that a screen can say why.

The order of judging is that of security.md 4.5: the stored revision first (when it is known), then integrity,
chain, and what was changed after each signature. Everything is local: no address is ever asked.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from inaproc_core.errors import Fact
from inaproc_documents.paper.signing_area import Field


class CheckCode(StrEnum):
    """The checks, each named by what it found wrong when it did not pass. Wire values, never renamed."""

    NOT_PDF = "document.not_pdf"
    ENCRYPTED = "document.encrypted"
    ACTIVE_CONTENT = "document.active_content"
    NOT_STORED_DOCUMENT = "signature.not_stored_document"
    NONE_ADDED = "signature.none_added"
    MORE_THAN_ONE = "signature.more_than_one"
    CHANGES_MORE = "signature.changes_more"
    UNSIGNED = "signature.unsigned"
    NOT_INTACT = "signature.not_intact"
    NOT_TRUSTED = "signature.not_trusted"
    CHANGED_AFTER = "signature.changed_after"


class ChangedAfter(StrEnum):
    """What was done to a file after a signature."""

    NOTHING = "nothing"
    SIGNATURES = "signatures"
    OTHER = "other"


@dataclass(frozen=True, kw_only=True)
class Check:
    """One check and how it ended.

    Attributes:
        code: which; the code of the refusal when ``passed`` is false.
        facts: the field, the signer, or what was found.
    """

    code: CheckCode
    passed: bool
    facts: Mapping[str, Fact] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class SignatureReport:
    """One signature of a file, oldest first in a verdict.

    Attributes:
        field: name of its field; :class:`Field` value in our documents.
        serial: of the certificate, hex.
        signed_at: claimed by the signer's machine; ``None`` when the file does not say.
        intact: the signed bytes are what was signed.
        trusted: the chain leads to a given root, and held at the moment of judging.
        covers_file: no byte of the file lies outside it.
        changed_after: what later revisions did.
    """

    field: str
    name: str
    user_id: str
    role: str
    organisation: str
    issuer: str
    serial: str
    signed_at: datetime | None
    intact: bool
    trusted: bool
    covers_file: bool
    changed_after: ChangedAfter

    @property
    def holds(self) -> bool:
        """Whether nothing speaks against this signature."""
        return self.intact and self.trusted and self.changed_after is not ChangedAfter.OTHER


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """The judgement on a file.

    Attributes:
        sha256: of the file, hex.
        signatures: oldest first.
        added: the signature that the file has more than the stored revision; ``None`` without one.
        checks: in the order they were made; judging stops where a check makes the later ones meaningless.
    """

    sha256: str
    signatures: tuple[SignatureReport, ...]
    added: SignatureReport | None
    checks: tuple[Check, ...]

    @property
    def code(self) -> str:
        """Code of the first check that did not pass, empty when all did."""
        return next((check.code.value for check in self.checks if not check.passed), "")

    @property
    def valid(self) -> bool:
        """Whether every check passed."""
        return not self.code

    def failed(self) -> Check | None:
        """Return the first check that did not pass."""
        return next((check for check in self.checks if not check.passed), None)


def verify_pdf(
    pdf: bytes,
    *,
    roots: Sequence[str],
    expected_base: bytes | None = None,
    at: datetime | None = None,
) -> Verdict:
    """Judge a file.

    Args:
        pdf: the file.
        roots: certificates of the authority in PEM; the self-signed ones are trusted, others only help.
        expected_base: the stored revision; given, the file must be it plus exactly one signature.
        at: the moment at which the newest signature's certificate must be valid; ``None``: when it claims to
            have been made, as for all older ones.

    Returns:
        A verdict, whatever the file holds: malicious bytes are a failed check, not an error.

    Raises:
        ValueError: if a root is not a PEM certificate, or none of them is self-signed.
    """
    # Half a second of imports that neither the start of the desktop nor a rendering needs.
    from inaproc_documents.signing.judging import judge

    found = judge(pdf, roots=roots, expected_base=expected_base, at=at)
    return Verdict(
        sha256=hashlib.sha256(pdf).hexdigest(),
        signatures=found.signatures,
        added=found.added,
        checks=tuple(found.checks),
    )


def expected_field(signatures: int) -> Field | None:
    """Return which field is to be signed next when a document has this many signatures."""
    order = tuple(Field)
    return order[signatures] if signatures < len(order) else None
