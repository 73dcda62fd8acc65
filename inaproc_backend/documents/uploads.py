"""Accepting a signed revision: the stored one, one new signature, by the person who sends it. Nothing else.

Rules: security.md 4.5. What is accepted is only a candidate; it becomes the document when the command that
names it is decided.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Connection

from inaproc_backend.accounts.accesses import load_accesses
from inaproc_backend.accounts.sessions import SignedIn
from inaproc_backend.documents import store, vault
from inaproc_backend.documents.rendering import Visible, open_document
from inaproc_backend.documents.store import SignedUpload
from inaproc_backend.http.problems import HttpRefused
from inaproc_backend.purchasing.signers import signing_accesses
from inaproc_backend.services import Services
from inaproc_core.errors import Refusal, Refused, refuse
from inaproc_core.roles import Role
from inaproc_core.wire.messages import SignedRevision
from inaproc_documents.paper.signing_area import Field
from inaproc_documents.signing.verify import (
    CheckCode,
    SignatureReport,
    Verdict,
    expected_field,
    verify_pdf,
)

SIGNATURE_ROOM = 256 * 1024
"""Bytes that one signature with its visible block may add; ours take about 35,000."""

CLOCK_TOLERANCE = timedelta(minutes=15)
"""How far the signer's clock, which is printed in the block, may be from ours."""


def receive(services: Services, signed_in: SignedIn, document_id: str, pdf: bytes) -> SignedRevision:
    """Judge an uploaded revision and keep it as a candidate.

    The same file sent twice gets the same answer.

    Raises:
        HttpRefused: 404 ``document.unknown``, 413 ``document.too_large``.
        Refused: any code of :class:`CheckCode`; ``signature.document_moved_on`` when it continues an older
            revision; ``signature.wrong_field``, ``signature.not_signatory``, ``signature.other_person``,
            ``signature.certificate_unknown``, ``signature.certificate_revoked``,
            ``signature.clock_differs``; ``access.second_factor_required`` when the access that signs acts
            only with one.
    """
    visible = open_document(services, signed_in.user_id, document_id)
    document = visible.document
    if len(pdf) > min(services.config.limits.document, document.size + SIGNATURE_ROOM):
        raise HttpRefused(413, "document.too_large", size=len(pdf), most=document.size + SIGNATURE_ROOM)
    with services.database.read() as connection:
        base = store.content(connection, document_id, document.sha256)
    now = services.clock()
    verdict = verify_pdf(pdf, roots=vault.chain_of(services), expected_base=base, at=now)
    with services.database.write() as connection:
        added = _accepted(connection, services, visible, verdict, pdf, signed_in)
        _check_clock(added, now)
        sha256 = store.add_candidate(
            connection,
            SignedUpload(
                document_id=document_id,
                content=pdf,
                based_on=document.sha256,
                signatures=document.signatures + 1,
                signer_user_id=signed_in.user_id,
                certificate_serial=added.serial,
            ),
            now,
        )
    return SignedRevision(
        document_id=document_id,
        sha256=sha256,
        based_on=document.sha256,
        signer=added.name,
        valid=True,
    )


def _accepted(
    connection: Connection,
    services: Services,
    visible: Visible,
    verdict: Verdict,
    pdf: bytes,
    signed_in: SignedIn,
) -> SignatureReport:
    """Return the new signature if everything about it is right, else refuse."""
    failed = verdict.failed()
    if failed is not None:
        moved_on = failed.code is CheckCode.NOT_STORED_DOCUMENT and store.is_based_on_older(
            connection, visible.document.document_id, pdf
        )
        code = "signature.document_moved_on" if moved_on else failed.code.value
        raise Refused(Refusal(code=code, facts=failed.facts))
    added = verdict.added
    if added is None:
        refuse(CheckCode.NONE_ADDED.value)
    wanted = expected_field(visible.document.signatures)
    if wanted is None or added.field != wanted.value:
        refuse("signature.wrong_field", field=added.field, expected=wanted.value if wanted else "-")
    owner = vault.issued_to(connection, added.serial)
    if owner is None:
        refuse("signature.certificate_unknown", serial=added.serial)
    if owner.user_id != signed_in.user_id or added.user_id != signed_in.user_id:
        refuse("signature.other_person", signer=added.name)
    if owner.revoked:
        refuse("signature.certificate_revoked", serial=added.serial)
    if not _is_signatory(connection, services, visible, wanted, signed_in.user_id):
        refuse("signature.not_signatory", field=added.field)
    return added


def _is_signatory(
    connection: Connection, services: Services, visible: Visible, field: Field, user_id: str
) -> bool:
    """Return whether a person may sign in this field: the order's PPK, or somebody of its penyedia."""
    order = visible.order
    accesses = [one for one in load_accesses(connection, user_id, services.today()) if one.active]
    if field is Field.PPK:
        if order.ppk is None or order.ppk.user_id != user_id:
            return False
        # Whether the access still counts is for the command that names the revision; here it only must not
        # sign without its second factor.
        satker = order.satker.id if order.satker is not None else ""
        through = [one for one in accesses if one.role == Role.PPK.value and one.satker_id == satker]
        signing_accesses(connection, services, user_id, through)
        return True
    through = [
        one
        for one in accesses
        if one.role == Role.PENYEDIA.value and order.vendor is not None and one.vendor_id == order.vendor.id
    ]
    return bool(signing_accesses(connection, services, user_id, through))


def _check_clock(added: SignatureReport, now: datetime) -> None:
    if added.signed_at is None:
        refuse("signature.clock_differs", minutes=0)
    difference = abs(added.signed_at - now)
    if difference > CLOCK_TOLERANCE:
        refuse("signature.clock_differs", minutes=int(difference.total_seconds() // 60))
