"""The one place that drives pyHanko to sign. Import it late: it costs half a second."""

from __future__ import annotations

import asyncio
from datetime import datetime
from io import BytesIO
from typing import Any

from asn1crypto import keys as asn1_keys
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import serialization
from pyhanko.pdf_utils.content import PdfContent
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.layout import AxisAlignment, BoxConstraints, InnerScaling, Margins, SimpleBoxLayoutRule
from pyhanko.pdf_utils.misc import PdfReadError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.writer import BasePdfFileWriter
from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, SimpleSigner
from pyhanko.sign.signers.pdf_signer import PdfSigningSession
from pyhanko.stamp import StaticStampStyle
from pyhanko_certvalidator.registry import SimpleCertificateStore

from inaproc_core.errors import refuse
from inaproc_documents.paper.sheet import PDF_VERSION
from inaproc_documents.paper.signing_area import BOX_HEIGHT, BOX_WIDTH, Field
from inaproc_documents.signing.keys import OpenedKey
from inaproc_documents.signing.stamp import StampText, draw_stamp

_PICTURE = "/Block"


def append_signature(pdf: bytes, opened: OpenedKey, field: Field, stamp: StampText, at: datetime) -> bytes:
    """Return the document with this field signed; see :func:`inaproc_documents.signing.sign.sign_pdf`."""
    try:
        writer = _QuietWriter(BytesIO(pdf))
        fields = _fields(writer.prev)
    except (PdfReadError, ValueError, KeyError, TypeError):
        refuse("document.not_pdf")
    if field.value not in fields:
        refuse("signing.field_missing", field=field.value)
    if fields[field.value]:
        refuse("signing.field_filled", field=field.value)
    signer = _TimedSigner(
        PdfSignatureMetadata(
            field_name=field.value,
            md_algorithm="sha256",
            subfilter=SigSeedSubFilter.PADES,
            certify=not any(fields.values()),
            docmdp_permissions=MDPPerm.FILL_FORMS,
        ),
        signer=_signer(opened),
        stamp_style=StaticStampStyle(
            background=_Picture(draw_stamp(stamp, BOX_WIDTH, BOX_HEIGHT)),
            background_layout=SimpleBoxLayoutRule(
                x_align=AxisAlignment.ALIGN_MIN,
                y_align=AxisAlignment.ALIGN_MIN,
                margins=Margins(),
                inner_content_scaling=InnerScaling.STRETCH_FILL,
            ),
            border_width=0,
        ),
        at=at,
    )
    out = BytesIO()
    asyncio.run(signer.async_sign_pdf(writer, existing_fields_only=True, output=out))
    return out.getvalue()


class _QuietWriter(IncrementalPdfFileWriter):
    """Appends the signature and nothing else: the file's description and dates stay as issued."""

    output_version = PDF_VERSION

    def _update_meta(self) -> None:
        pass


class _TimedSigner(PdfSigner):
    """Claims the moment it was given instead of reading the machine's clock."""

    def __init__(self, *args: Any, at: datetime, **options: Any) -> None:
        super().__init__(*args, **options)
        self._at = at

    def init_signing_session(
        self, pdf_out: BasePdfFileWriter, existing_fields_only: bool = False
    ) -> PdfSigningSession:
        """Begin as the library does, at our time."""
        session = super().init_signing_session(pdf_out, existing_fields_only=existing_fields_only)
        session.system_time = self._at
        return session


class _Picture(PdfContent):
    """One page of another PDF, held in memory."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self._page = page

    def render(self) -> bytes:
        """Put the page into the file as a form and name it."""
        form = self._ensure_writer.import_page_as_xobject(PdfFileReader(BytesIO(self._page)))
        self.resources.xobject[_PICTURE] = form
        left, bottom, right, top = form.get_object()["/BBox"]
        self.box = BoxConstraints(width=float(right - left), height=float(top - bottom))
        return f"{_PICTURE} Do".encode()


def _fields(reader: PdfFileReader) -> dict[str, bool]:
    """Return the signature fields of a document and whether each is signed."""
    form = reader.root["/AcroForm"]
    return {
        str(item["/T"]): "/V" in item
        for item in (reference.get_object() for reference in form["/Fields"])
        if item.get("/FT") == "/Sig"
    }


def _signer(opened: OpenedKey) -> SimpleSigner:
    if opened.certificate is None:
        refuse("signing.certificate_missing")
    key = opened.private_key.private_bytes(
        serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    registry = SimpleCertificateStore()  # type: ignore[no-untyped-call]
    registry.register_multiple([_asn1(certificate) for certificate in opened.chain])
    return SimpleSigner(
        signing_cert=_asn1(opened.certificate),
        signing_key=asn1_keys.PrivateKeyInfo.load(key),
        cert_registry=registry,
        embed_roots=False,
    )


def _asn1(certificate: x509.Certificate) -> asn1_x509.Certificate:
    return asn1_x509.Certificate.load(certificate.public_bytes(serialization.Encoding.DER))
