"""A certificate authority in memory, and documents that are really rendered, signed and judged."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import cache

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from inaproc_core.orders.facts import SignatureFact
from inaproc_core.roles import Actor
from inaproc_core.wire.messages import Certificate, SignedRevision
from inaproc_desktop.ports.data import StoredDocument, WorldFailed
from inaproc_documents.bast import render_bast
from inaproc_documents.signing.verify import verify_pdf
from inaproc_documents.surat_pesanan import render_surat_pesanan
from tests.desktop.fake_data import FakeDocuments
from tests.desktop.fake_world import World

_START = datetime(2026, 1, 1, tzinfo=UTC)
_END = _START + timedelta(days=700)


@dataclass(frozen=True)
class Authority:
    """A root that signs certificates for people."""

    key: ec.EllipticCurvePrivateKey
    root: x509.Certificate

    @property
    def pem(self) -> str:
        """The root."""
        return _pem(self.root)

    def issue(self, csr_pem: str, person: Actor) -> Certificate:
        """Certify the key of a request for this person."""
        request = x509.load_pem_x509_csr(csr_pem.encode())
        subject = x509.Name(
            [
                x509.NameAttribute(NameOID.COMMON_NAME, person.name),
                x509.NameAttribute(NameOID.USER_ID, person.user_id),
                x509.NameAttribute(NameOID.TITLE, person.role.value),
            ]
        )
        certificate = (
            x509.CertificateBuilder()
            .subject_name(subject)
            .issuer_name(self.root.subject)
            .public_key(request.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(_START)
            .not_valid_after(_END)
            .add_extension(_usage(ca=False), critical=True)
            .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
            .sign(self.key, hashes.SHA256())
        )
        return Certificate(
            certificate_pem=_pem(certificate),
            chain_pem=[self.pem],
            serial=f"{certificate.serial_number:x}",
            not_after=_END,
        )


@cache
def authority() -> Authority:
    """Return the authority of the suite."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "CA Latihan INAPROC")])
    root = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(_START)
        .not_valid_after(_END)
        .add_extension(_usage(ca=True), critical=True)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    return Authority(key, root)


@dataclass
class RealDocuments(FakeDocuments):
    """Documents rendered from the world's orders; uploads are judged as the backend judges them."""

    uploads: list[bytes] = field(default_factory=list)
    broken_upload: str = ""

    def fetch(self, document_id: str) -> StoredDocument:
        if self.world.online and document_id not in self.world.pdfs:
            self.world.pdfs[document_id] = _rendered(self.world, document_id)
        return super().fetch(document_id)

    def certificate(self, csr_pem: str) -> Certificate:
        if not self.world.online:
            raise WorldFailed("world.offline")
        return authority().issue(csr_pem, self.actor)

    def ca_pem(self) -> str:
        return authority().pem

    def upload_signed(self, document_id: str, pdf: bytes) -> SignedRevision:
        if self.broken_upload:
            raise WorldFailed(self.broken_upload)
        self.uploads.append(pdf)
        base = self.world.pdfs[document_id]
        verdict = verify_pdf(pdf, roots=[authority().pem], expected_base=base, at=self.world.clock.now())
        digest = hashlib.sha256(pdf).hexdigest()
        added = verdict.added
        self.world.pdfs[f"candidate:{digest}"] = pdf
        self.world.revisions[digest] = SignatureFact(
            document_id=document_id,
            sha256=digest,
            based_on=hashlib.sha256(base).hexdigest(),
            signer_user_id=added.user_id if added is not None else "",
            certificate_serial=added.serial if added is not None else "",
            valid=verdict.valid,
        )
        return SignedRevision(
            document_id=document_id,
            sha256=digest,
            based_on=hashlib.sha256(base).hexdigest(),
            signer=added.name if added is not None else "",
            valid=verdict.valid,
            code=verdict.code,
        )


def _rendered(world: World, document_id: str) -> bytes:
    order_id, kind, _ = document_id.rsplit(".", 2)
    order = replace(world.orders[order_id], simulation=True)
    return render_surat_pesanan(order) if kind == "sp" else render_bast(order)


def _usage(*, ca: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not ca,
        content_commitment=not ca,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=ca,
        crl_sign=ca,
        encipher_only=False,
        decipher_only=False,
    )


def _pem(certificate: x509.Certificate) -> str:
    return certificate.public_bytes(serialization.Encoding.PEM).decode()
