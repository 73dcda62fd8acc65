"""The one place that drives pyHanko to verify. Import it late: it costs half a second."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from io import BytesIO

from asn1crypto import pem as asn1_pem
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import DiffResult, ModificationLevel
from pyhanko.sign.fields import SigSeedSubFilter
from pyhanko.sign.validation import (
    EmbeddedPdfSignature,
    PdfSignatureStatus,
    SignatureCoverageLevel,
    async_validate_pdf_signature,
)
from pyhanko.sign.validation.settings import KeyUsageConstraints
from pyhanko_certvalidator import ValidationContext

from inaproc_core.errors import Fact
from inaproc_documents.signing.keys import certificate_facts
from inaproc_documents.signing.revisions import STRICT_POLICY, active_content, only_signature_added
from inaproc_documents.signing.verify import ChangedAfter, Check, CheckCode, SignatureReport

_HEADER = b"%PDF-"
_log = logging.getLogger(__name__)

# It warns with a traceback whenever a chain or a change is refused; here that is a check that did not pass.
logging.getLogger("pyhanko").setLevel(logging.ERROR)


@dataclass
class Findings:
    """What was found so far."""

    checks: list[Check] = field(default_factory=list)
    signatures: tuple[SignatureReport, ...] = ()
    added: SignatureReport | None = None

    def note(self, code: CheckCode, passed: bool, **facts: Fact) -> bool:
        """Write a check down and return whether it passed."""
        self.checks.append(Check(code=code, passed=passed, facts=facts))
        return passed


@dataclass(frozen=True)
class _Trust:
    anchors: list[asn1_x509.Certificate]
    others: list[asn1_x509.Certificate]

    def context(self, moment: datetime | None) -> ValidationContext:
        return ValidationContext(
            trust_roots=self.anchors,
            other_certs=self.others,
            moment=moment,
            best_signature_time=moment,
            allow_fetching=False,
            revocation_mode="soft-fail",
        )


def judge(pdf: bytes, *, roots: Sequence[str], expected_base: bytes | None, at: datetime | None) -> Findings:
    """Judge a file; see :func:`inaproc_documents.signing.verify.verify_pdf`."""
    trust = _trust(roots)
    found = Findings()
    reader = _readable(pdf, found)
    if reader is None:
        return found
    try:
        added = _against_base(pdf, reader, expected_base, found) if expected_base is not None else None
        if found.checks[-1].passed or expected_base is None:
            _signatures(reader, trust, at, added, found)
    except Exception:
        # A file made to break parsers can raise anything; it is refused, never trusted by accident.
        _log.info("a file could not be judged", exc_info=True)
        found.note(CheckCode.NOT_PDF, False)
    return found


def _readable(pdf: bytes, found: Findings) -> PdfFileReader | None:
    try:
        if not pdf.startswith(_HEADER):
            found.note(CheckCode.NOT_PDF, False)
            return None
        reader = PdfFileReader(BytesIO(pdf), strict=True)
        encrypted = reader.encrypted
        active = "" if encrypted else active_content(reader)
    except Exception:
        _log.info("a file could not be read", exc_info=True)
        found.note(CheckCode.NOT_PDF, False)
        return None
    found.note(CheckCode.NOT_PDF, True)
    if not found.note(CheckCode.ENCRYPTED, not encrypted):
        return None
    if not found.note(CheckCode.ACTIVE_CONTENT, not active, **({"found": active} if active else {})):
        return None
    return reader


def _against_base(pdf: bytes, reader: PdfFileReader, stored: bytes, found: Findings) -> str | None:
    """Check that the file is the stored revision plus one signature; return the field it is in."""
    if not found.note(CheckCode.NOT_STORED_DOCUMENT, pdf.startswith(stored)):
        return None
    base = PdfFileReader(BytesIO(stored), strict=True)
    more = len(reader.embedded_signatures) - len(base.embedded_signatures)
    if not found.note(CheckCode.NONE_ADDED, more > 0):
        return None
    if not found.note(CheckCode.MORE_THAN_ONE, more == 1, added=more):
        return None
    name = only_signature_added(reader, base)
    found.note(CheckCode.CHANGES_MORE, name is not None)
    return name


def _signatures(
    reader: PdfFileReader, trust: _Trust, at: datetime | None, added: str | None, found: Findings
) -> None:
    embedded = list(reader.embedded_signatures)
    if not found.note(CheckCode.UNSIGNED, bool(embedded)):
        return
    newest = embedded[-1]
    reports = [_report(one, trust, at if one is newest else None) for one in embedded]
    found.signatures = tuple(reports)
    for report in reports:
        found.note(CheckCode.NOT_INTACT, report.intact, field=report.field)
        found.note(CheckCode.NOT_TRUSTED, report.trusted, field=report.field, signer=report.name)
        unchanged = report.changed_after is not ChangedAfter.OTHER
        found.note(CheckCode.CHANGED_AFTER, unchanged, field=report.field)
    if added is not None:
        found.added = next((report for report in reports if report.field == added), None)
        whole = found.added is not None and found.added.covers_file
        found.note(CheckCode.CHANGES_MORE, whole)


def _report(embedded: EmbeddedPdfSignature, trust: _Trust, at: datetime | None) -> SignatureReport:
    claimed = embedded.self_reported_timestamp
    status = _status(embedded, trust.context(at or claimed))
    certificate = certificate_facts(x509.load_der_x509_certificate(embedded.signer_cert.dump()))
    is_pades = embedded.sig_object.get("/SubFilter") == SigSeedSubFilter.PADES.value
    return SignatureReport(
        field=str(embedded.field_name),
        name=certificate.name,
        user_id=certificate.user_id,
        role=certificate.role,
        organisation=certificate.organisation,
        issuer=certificate.issuer,
        serial=certificate.serial,
        signed_at=claimed,
        intact=is_pades and status is not None and status.intact and status.valid,
        trusted=status is not None and status.trusted,
        covers_file=status is not None and status.coverage == SignatureCoverageLevel.ENTIRE_FILE,
        changed_after=_changed_after(status),
    )


def _status(embedded: EmbeddedPdfSignature, context: ValidationContext) -> PdfSignatureStatus | None:
    """Return pyHanko's verdict, or ``None`` where the signature cannot even be read."""
    try:
        return asyncio.run(
            async_validate_pdf_signature(
                embedded,
                signer_validation_context=context,
                diff_policy=STRICT_POLICY,
                key_usage_settings=KeyUsageConstraints(key_usage={"non_repudiation"}),
            )
        )
    except Exception:
        _log.info("a signature could not be judged", exc_info=True)
        return None


def _changed_after(status: PdfSignatureStatus | None) -> ChangedAfter:
    if status is None or status.coverage is None:
        return ChangedAfter.OTHER
    if status.coverage == SignatureCoverageLevel.ENTIRE_FILE:
        return ChangedAfter.NOTHING
    if status.coverage != SignatureCoverageLevel.ENTIRE_REVISION or status.docmdp_ok is False:
        return ChangedAfter.OTHER
    result = status.diff_result
    if isinstance(result, DiffResult) and result.modification_level <= ModificationLevel.FORM_FILLING:
        return ChangedAfter.SIGNATURES
    return ChangedAfter.OTHER


def _trust(roots: Sequence[str]) -> _Trust:
    certificates = [
        asn1_x509.Certificate.load(der)
        for text in roots
        for _, _, der in asn1_pem.unarmor(text.encode(), multiple=True)
    ]
    anchors = [one for one in certificates if one.self_signed in {"yes", "maybe"}]
    if not anchors:
        message = "no trust anchor: none of the given certificates is self-signed"
        raise ValueError(message)
    return _Trust(anchors=anchors, others=[one for one in certificates if one not in anchors])
