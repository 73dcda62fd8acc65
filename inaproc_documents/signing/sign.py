"""Signing: fills one signature field of a stored document by an incremental update (PAdES B-B)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from inaproc_core.calendar import Zone
from inaproc_core.errors import refuse
from inaproc_documents.paper.signing_area import Field
from inaproc_documents.paper.words import moment
from inaproc_documents.signing.keys import OpenedKey, certificate_facts, open_key
from inaproc_documents.signing.stamp import StampText


@dataclass(frozen=True, kw_only=True)
class Appearance:
    """What the visible block shows beside the name in the certificate.

    Attributes:
        lines: up to three: position, NIP, office.
        zone: wall clock of the printed time.
        simulation: mark the block as training.
    """

    lines: Sequence[str] = ()
    zone: Zone = Zone.WIB
    simulation: bool = False


def sign_pdf(
    pdf: bytes,
    key_p12: bytes,
    passphrase: str,
    *,
    field: Field,
    appearance: Appearance,
    at: datetime,
) -> bytes:
    """Return the document with one more signature.

    The first signature certifies the document (ISO 32000-1 12.8.2.2, level 2): afterwards only the other
    signature field may be filled in. The bytes given are kept as they are; the signature is appended.

    Args:
        pdf: the stored revision, verified by the caller.
        key_p12: container with key and certificate (:mod:`inaproc_documents.signing.keys`).
        passphrase: of the container.
        field: which place to sign.
        appearance: what the block shows.
        at: the moment, aware; it is claimed by the signer and printed in the block.

    Raises:
        Refused: ``signing.key_damaged``, ``signing.wrong_passphrase``, ``signing.certificate_missing``,
            ``signing.certificate_not_yet_valid``, ``signing.certificate_expired``, ``document.not_pdf``,
            ``signing.field_missing``, ``signing.field_filled``.
    """
    opened = open_key(key_p12, passphrase)
    certificate = opened.certificate
    if certificate is None:
        refuse("signing.certificate_missing")
    facts = certificate_facts(certificate)
    if at < facts.not_before:
        refuse("signing.certificate_not_yet_valid", valid_from_date=facts.not_before.date().isoformat())
    if at > facts.not_after:
        refuse("signing.certificate_expired", until_date=facts.not_after.date().isoformat())
    stamp = StampText(
        name=facts.name,
        lines=appearance.lines,
        signed_at=moment(at, appearance.zone),
        certificate=(f"Nomor sertifikat {facts.serial}", f"Penerbit {facts.issuer}"),
        simulation=appearance.simulation,
    )
    return _sign(pdf, opened, field, stamp, at)


def _sign(pdf: bytes, opened: OpenedKey, field: Field, stamp: StampText, at: datetime) -> bytes:
    # Half a second of imports that neither the start of the desktop nor a rendering needs.
    from inaproc_documents.signing.pades import append_signature

    return append_signature(pdf, opened, field, stamp, at)
