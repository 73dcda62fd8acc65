"""Issuing a person's certificate: the subject is who is signed in, whatever the request says."""

from __future__ import annotations

from inaproc_backend.accounts.accesses import load_accesses
from inaproc_backend.accounts.sessions import SignedIn
from inaproc_backend.documents import vault
from inaproc_backend.documents.authority import Subject, to_pem
from inaproc_backend.purchasing.signers import signing_accesses
from inaproc_backend.services import Services
from inaproc_core.wire.messages import Certificate


def issue(services: Services, signed_in: SignedIn, csr_pem: str) -> Certificate:
    """Issue a certificate for the key in a request.

    Raises:
        Refused: ``certificate.…`` as :meth:`Authority.issue` says; ``access.second_factor_required``.
    """
    authority = vault.open_authority(services)
    with services.database.write() as connection:
        active = [one for one in load_accesses(connection, signed_in.user_id, services.today()) if one.active]
        accesses = signing_accesses(connection, services, signed_in.user_id, active)
        subject = Subject(
            user_id=signed_in.user_id,
            name=signed_in.name,
            roles=tuple(sorted({access.role for access in accesses})),
            organisation=next((one.satker_name or one.vendor_name for one in accesses), ""),
        )
        certificate = authority.issue(csr_pem, subject, now=services.clock(), bits=services.bits)
        serial = vault.record(connection, certificate, signed_in.user_id)
    return Certificate(
        certificate_pem=to_pem(certificate),
        chain_pem=authority.chain_pem,
        serial=serial,
        not_after=certificate.not_valid_after_utc,
    )
