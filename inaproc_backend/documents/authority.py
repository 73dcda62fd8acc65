"""The certificate authority of training and of an office's own deployment: a root and an issuing certificate.

It vouches for one thing: the person who was signed in when they asked. Names in a request are ignored.
Profile: RFC 5280; P-256 with SHA-256; leaf certificates for document signing (RFC 9336).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID, ObjectIdentifier

from inaproc_core.errors import refuse

CERTIFICATE_DAYS = 365
AUTHORITY_DAYS = 3650

_BACKDATED = timedelta(minutes=10)
"""Clocks of office machines differ; a certificate holds from a little before it was asked for."""

_DOCUMENT_SIGNING = ObjectIdentifier("1.3.6.1.5.5.7.3.36")
_LONGEST_NAME = 64
_SERIAL_BITS = 120
_LEAF_USAGE = "digital_signature", "content_commitment"
_CA_USAGE = "key_cert_sign", "crl_sign"

Bits = Callable[[int], int]


@dataclass(frozen=True, kw_only=True)
class Subject:
    """The person a certificate is for, as the backend knows them.

    Attributes:
        roles: of their active accesses, for the title.
        organisation: their satker or company.
    """

    user_id: str
    name: str
    roles: tuple[str, ...]
    organisation: str


@dataclass(frozen=True, kw_only=True)
class Authority:
    """An authority that can issue.

    Attributes:
        root: trust anchor.
        issuing: signed by the root; signs people's certificates.
        issuing_key: its key.
    """

    root: x509.Certificate
    issuing: x509.Certificate
    issuing_key: ec.EllipticCurvePrivateKey

    @property
    def chain_pem(self) -> list[str]:
        """The issuing certificate, then the root."""
        return [to_pem(self.issuing), to_pem(self.root)]

    def issue(self, csr_pem: str, subject: Subject, *, now: datetime, bits: Bits) -> x509.Certificate:
        """Issue a person's certificate for the key in a request.

        Raises:
            Refused: ``certificate.request_unreadable``, ``certificate.request_forged`` (not signed by its own
                key), ``certificate.key_unsuitable`` (not P-256), ``certificate.authority_expired``.
        """
        key = _requested_key(csr_pem)
        until = min(now + timedelta(days=CERTIFICATE_DAYS), self.issuing.not_valid_after_utc)
        if until <= now:
            refuse("certificate.authority_expired")
        builder = (
            x509.CertificateBuilder()
            .subject_name(_subject_name(subject))
            .issuer_name(self.issuing.subject)
            .public_key(key)
            .serial_number(_serial(bits))
            .not_valid_before(now - _BACKDATED)
            .not_valid_after(until)
            .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
            .add_extension(_key_usage(_LEAF_USAGE), critical=True)
            # E-mail protection beside document signing: verifiers built on NSS know only the former.
            .add_extension(
                x509.ExtendedKeyUsage([_DOCUMENT_SIGNING, ExtendedKeyUsageOID.EMAIL_PROTECTION]),
                critical=False,
            )
            .add_extension(x509.SubjectKeyIdentifier.from_public_key(key), critical=False)
            .add_extension(_issuer_identifier(self.issuing), critical=False)
        )
        return builder.sign(self.issuing_key, hashes.SHA256())


@dataclass(frozen=True, kw_only=True)
class NewAuthority:
    """A fresh authority with the key of its root, to be stored."""

    authority: Authority
    root_key: ec.EllipticCurvePrivateKey


def new_authority(name: str, *, now: datetime, bits: Bits) -> NewAuthority:
    """Make a root and an issuing certificate under this name."""
    root_key, issuing_key = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1())
    root_name, issuing_name = _authority_name(f"{name} Root"), _authority_name(name)
    root = _authority_certificate(
        root_name, root_name, root_key.public_key(), root_key, path_length=1, now=now, bits=bits, above=None
    )
    issuing = _authority_certificate(
        issuing_name,
        root_name,
        issuing_key.public_key(),
        root_key,
        path_length=0,
        now=now,
        bits=bits,
        above=root,
    )
    return NewAuthority(
        authority=Authority(root=root, issuing=issuing, issuing_key=issuing_key), root_key=root_key
    )


def to_pem(certificate: x509.Certificate) -> str:
    """Return a certificate as PEM text."""
    return certificate.public_bytes(serialization.Encoding.PEM).decode("ascii")


def _authority_certificate(
    subject: x509.Name,
    issuer: x509.Name,
    public_key: ec.EllipticCurvePublicKey,
    signing_key: ec.EllipticCurvePrivateKey,
    *,
    path_length: int,
    now: datetime,
    bits: Bits,
    above: x509.Certificate | None,
) -> x509.Certificate:
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(public_key)
        .serial_number(_serial(bits))
        .not_valid_before(now - _BACKDATED)
        .not_valid_after(now + timedelta(days=AUTHORITY_DAYS))
        .add_extension(x509.BasicConstraints(ca=True, path_length=path_length), critical=True)
        .add_extension(_key_usage(_CA_USAGE), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(public_key), critical=False)
    )
    if above is not None:
        builder = builder.add_extension(_issuer_identifier(above), critical=False)
    return builder.sign(signing_key, hashes.SHA256())


def _requested_key(csr_pem: str) -> ec.EllipticCurvePublicKey:
    try:
        request = x509.load_pem_x509_csr(csr_pem.encode())
        key = request.public_key()
        is_own = request.is_signature_valid
    except (ValueError, TypeError):
        refuse("certificate.request_unreadable", at="csr_pem")
    if not is_own:
        refuse("certificate.request_forged", at="csr_pem")
    if not isinstance(key, ec.EllipticCurvePublicKey) or not isinstance(key.curve, ec.SECP256R1):
        refuse("certificate.key_unsuitable", at="csr_pem")
    return key


def _subject_name(subject: Subject) -> x509.Name:
    parts = [(NameOID.COUNTRY_NAME, "ID")]
    if subject.organisation:
        parts.append((NameOID.ORGANIZATION_NAME, subject.organisation))
    if subject.roles:
        parts.append((NameOID.TITLE, ", ".join(subject.roles)))
    parts += [(NameOID.COMMON_NAME, subject.name), (NameOID.USER_ID, subject.user_id)]
    return x509.Name(
        [
            x509.NameAttribute(oid, value if oid == NameOID.USER_ID else value[:_LONGEST_NAME])
            for oid, value in parts
        ]
    )


def _authority_name(common_name: str) -> x509.Name:
    return x509.Name(
        [
            x509.NameAttribute(NameOID.COUNTRY_NAME, "ID"),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, "INAPROC Desktop"),
            x509.NameAttribute(NameOID.COMMON_NAME, common_name[:_LONGEST_NAME]),
        ]
    )


def _issuer_identifier(issuer: x509.Certificate) -> x509.AuthorityKeyIdentifier:
    identifier = issuer.extensions.get_extension_for_class(x509.SubjectKeyIdentifier).value
    return x509.AuthorityKeyIdentifier.from_issuer_subject_key_identifier(identifier)


def _key_usage(wanted: tuple[str, ...]) -> x509.KeyUsage:
    def has(name: str) -> bool:
        return name in wanted

    return x509.KeyUsage(
        digital_signature=has("digital_signature"),
        content_commitment=has("content_commitment"),
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=has("key_cert_sign"),
        crl_sign=has("crl_sign"),
        encipher_only=False,
        decipher_only=False,
    )


def _serial(bits: Bits) -> int:
    """Return a random serial number of full length (RFC 5280 4.1.2.2: positive, at most 20 octets)."""
    return bits(_SERIAL_BITS) | (1 << (_SERIAL_BITS - 1))
