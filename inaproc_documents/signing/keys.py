"""The signer's key: made on their own machine, kept only as an encrypted PKCS#12 container.

P-256 with SHA-256 (FIPS 186-5); the container uses PBES2 with AES-256-CBC and PBKDF2-HMAC-SHA-256 (RFC 9579).
Nothing here touches a disk: the caller stores the bytes.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import NameOID

from inaproc_core.errors import refuse
from inaproc_documents.signing.container import is_container, pack

SHORTEST_PASSPHRASE = 8

KDF_ROUNDS = 600_000
"""Key derivation rounds (OWASP Password Storage Cheat Sheet, PBKDF2 with SHA-256): tenths of a second."""


@dataclass(frozen=True, kw_only=True)
class NewKey:
    """A fresh key.

    Attributes:
        p12: container with the key alone; :func:`with_certificate` completes it.
        csr_pem: PKCS#10 request for the certificate authority.
    """

    p12: bytes
    csr_pem: str


@dataclass(frozen=True, kw_only=True)
class OpenedKey:
    """What a container holds, decrypted; keep it no longer than one signature needs.

    Attributes:
        private_key: never written anywhere in clear.
        certificate: ``None`` until the authority has answered.
        chain: issuing certificates, nearest first.
    """

    private_key: ec.EllipticCurvePrivateKey
    certificate: x509.Certificate | None
    chain: tuple[x509.Certificate, ...]


@dataclass(frozen=True, kw_only=True)
class CertificateFacts:
    """What a certificate says, for screens and checks.

    Attributes:
        serial: hex, lower case, no prefix.
        user_id: the person's id in the backend.
        role: roles at issue, as printed in the subject's title.
    """

    serial: str
    name: str
    user_id: str
    organisation: str
    role: str
    issuer: str
    not_before: datetime
    not_after: datetime


def new_key(passphrase: str, *, common_name: str, rounds: int = KDF_ROUNDS) -> NewKey:
    """Make a key and the request for its certificate.

    Args:
        passphrase: protects the key on disk; asked for at every signature.
        common_name: the person's name, for the request only: the authority decides what the certificate says.
        rounds: key derivation cost; tests take less.

    Raises:
        Refused: ``signing.passphrase_too_short``.
    """
    secret = _secret(passphrase)
    if len(passphrase.strip()) < SHORTEST_PASSPHRASE:
        refuse("signing.passphrase_too_short", at="passphrase", minimum=SHORTEST_PASSPHRASE)
    private_key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, common_name[:64] or "-")])
    request = x509.CertificateSigningRequestBuilder().subject_name(name).sign(private_key, hashes.SHA256())
    return NewKey(
        p12=pack(private_key, None, (), secret, rounds),
        csr_pem=request.public_bytes(serialization.Encoding.PEM).decode("ascii"),
    )


def with_certificate(
    p12: bytes,
    passphrase: str,
    certificate_pem: str,
    chain_pem: Sequence[str],
    *,
    rounds: int = KDF_ROUNDS,
) -> bytes:
    """Return the container with the issued certificate and its chain in it.

    Raises:
        Refused: as :func:`open_key`; ``signing.certificate_unreadable``; ``signing.certificate_of_other_key``
            when the certificate belongs to another key.
    """
    opened = open_key(p12, passphrase)
    certificate = _read(certificate_pem)
    if certificate.public_key() != opened.private_key.public_key():
        refuse("signing.certificate_of_other_key")
    chain = tuple(_read(pem) for pem in chain_pem)
    return pack(opened.private_key, certificate, chain, _secret(passphrase), rounds)


def open_key(p12: bytes, passphrase: str) -> OpenedKey:
    """Decrypt a container.

    Raises:
        Refused: ``signing.key_damaged`` when the bytes are no PKCS#12 container or hold another kind of key,
            ``signing.wrong_passphrase`` when they are one that this passphrase does not open.
    """
    if not is_container(p12):
        refuse("signing.key_damaged")
    try:
        loaded = pkcs12.load_pkcs12(p12, _secret(passphrase))
    except ValueError:
        refuse("signing.wrong_passphrase", at="passphrase")
    if not isinstance(loaded.key, ec.EllipticCurvePrivateKey):
        refuse("signing.key_damaged")
    return OpenedKey(
        private_key=loaded.key,
        certificate=loaded.cert.certificate if loaded.cert is not None else None,
        chain=tuple(extra.certificate for extra in loaded.additional_certs),
    )


def change_passphrase(p12: bytes, old: str, new: str, *, rounds: int = KDF_ROUNDS) -> bytes:
    """Return the container under another passphrase.

    Raises:
        Refused: as :func:`open_key`; ``signing.passphrase_too_short``.
    """
    opened = open_key(p12, old)
    if len(new.strip()) < SHORTEST_PASSPHRASE:
        refuse("signing.passphrase_too_short", at="new_passphrase", minimum=SHORTEST_PASSPHRASE)
    return pack(opened.private_key, opened.certificate, opened.chain, _secret(new), rounds)


def read_certificate(pem: str) -> CertificateFacts:
    """Return what a certificate says.

    Raises:
        Refused: ``signing.certificate_unreadable``.
    """
    return certificate_facts(_read(pem))


def certificate_facts(certificate: x509.Certificate) -> CertificateFacts:
    """Return what a parsed certificate says."""
    return CertificateFacts(
        serial=f"{certificate.serial_number:x}",
        name=_part(certificate.subject, NameOID.COMMON_NAME),
        user_id=_part(certificate.subject, NameOID.USER_ID),
        organisation=_part(certificate.subject, NameOID.ORGANIZATION_NAME),
        role=_part(certificate.subject, NameOID.TITLE),
        issuer=_part(certificate.issuer, NameOID.COMMON_NAME),
        not_before=certificate.not_valid_before_utc,
        not_after=certificate.not_valid_after_utc,
    )


def _part(name: x509.Name, oid: x509.ObjectIdentifier) -> str:
    found = name.get_attributes_for_oid(oid)
    return str(found[0].value) if found else ""


def _read(pem: str) -> x509.Certificate:
    try:
        return x509.load_pem_x509_certificate(pem.encode())
    except ValueError:
        refuse("signing.certificate_unreadable")


def _secret(passphrase: str) -> bytes:
    # The same passphrase typed on two systems may reach us in two Unicode forms.
    return unicodedata.normalize("NFKC", passphrase).encode()
