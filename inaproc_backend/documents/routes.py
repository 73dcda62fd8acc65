"""``/v1/documents``, ``/v1/verify`` and ``/v1/certificates``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from litestar import MediaType, Response, get, post, put
from litestar.openapi.spec import OpenAPIFormat, OpenAPIMediaType, OpenAPIType, Operation, RequestBody, Schema
from litestar.params import FromPath, JSONBody, RawBody

from inaproc_backend.config import Limits
from inaproc_backend.documents import certificates, lookup, store, uploads, vault
from inaproc_backend.documents.lookup import PublicDocument
from inaproc_backend.documents.rendering import open_document
from inaproc_backend.http.describing import problems
from inaproc_backend.http.problems import HttpRefused
from inaproc_backend.http.requests import AnyRequest, ServicesParameter, SignedInParameter
from inaproc_core.wire.messages import Certificate, CertificateRequest, DocumentInfo, SignedRevision

_PDF = "application/pdf"


@dataclass
class PdfUpload(Operation):
    """Says in the interface document that the body is a PDF; the framework knows raw bytes only."""

    def __post_init__(self) -> None:
        schema = Schema(type=OpenAPIType.STRING, format=OpenAPIFormat.BINARY)
        self.request_body = RequestBody(content={_PDF: OpenAPIMediaType(schema=schema)}, required=True)


@get(
    "/v1/documents/{document_id:str}",
    sync_to_thread=True,
    media_type=_PDF,
    responses=problems(400, 401, 404),
)
def get_document(
    document_id: FromPath[str], request: AnyRequest, services: ServicesParameter, signed_in: SignedInParameter
) -> Response[bytes]:
    """The revision that stands; its ETag is its SHA-256."""
    found = open_document(services, signed_in.user_id, document_id).document
    headers = {
        "ETag": f'"{found.sha256}"',
        "Cache-Control": "private, no-cache",
        "X-Content-Type-Options": "nosniff",
        "Content-Disposition": f'attachment; filename="{found.verification}.pdf"',
    }
    if _names(request.headers.get("if-none-match", ""), found.sha256):
        return Response(b"", status_code=304, headers=headers, media_type=_PDF)
    with services.database.read() as connection:
        content = store.content(connection, document_id, found.sha256)
    return Response(content, headers=headers, media_type=_PDF)


@get("/v1/documents/{document_id:str}/info", sync_to_thread=True, responses=problems(400, 401, 404))
def get_info(
    document_id: FromPath[str], services: ServicesParameter, signed_in: SignedInParameter
) -> DocumentInfo:
    """Hash, size and number of signatures of the revision that stands."""
    found = open_document(services, signed_in.user_id, document_id).document
    return DocumentInfo(
        document_id=found.document_id,
        kind=found.kind,
        order_id=found.order_id,
        sha256=found.sha256,
        size=found.size,
        signatures=found.signatures,
    )


@put(
    "/v1/documents/{document_id:str}/revisions",
    sync_to_thread=True,
    request_max_body_size=Limits().document,
    operation_class=PdfUpload,
    responses=problems(400, 401, 404, 413, 415),
)
def put_revision(
    document_id: FromPath[str],
    body: RawBody,
    request: AnyRequest,
    services: ServicesParameter,
    signed_in: SignedInParameter,
) -> SignedRevision:
    """A signed revision: verified and kept, but nothing changes until a command names its hash."""
    given = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if given != _PDF:
        raise HttpRefused(415, "http.unsupported_media_type", given=given or "-", wanted=_PDF)
    return uploads.receive(services, signed_in, document_id, body)


@get("/v1/verify/{number:str}", sync_to_thread=True, security=[{}], responses=problems(400, 404))
def verify_number(number: FromPath[str], services: ServicesParameter) -> PublicDocument:
    """What anybody may know about a document by the number printed on it."""
    return lookup.look_up(services, number)


@post("/v1/certificates", status_code=200, sync_to_thread=True, responses=problems(400, 401))
def post_certificate(
    data: JSONBody[CertificateRequest], services: ServicesParameter, signed_in: SignedInParameter
) -> Certificate:
    """A certificate for the signed-in person's key; names in the request count for nothing."""
    return certificates.issue(services, signed_in, data.csr_pem)


@get(
    "/v1/certificates/ca",
    sync_to_thread=True,
    security=[{}],
    media_type=MediaType.TEXT,
)
def get_authority(services: ServicesParameter) -> str:
    """The authority's chain in PEM: issuing certificate, then root."""
    return "".join(vault.chain_of(services))


def _names(header: str, sha256: str) -> bool:
    """Return whether an ``If-None-Match`` header names this hash (RFC 9110 13.1.2: weak comparison)."""
    tags = [tag.strip().removeprefix("W/").strip('"') for tag in header.split(",")]
    return "*" in tags or sha256 in tags


handlers: list[Any] = [
    get_document,
    get_info,
    put_revision,
    verify_number,
    post_certificate,
    get_authority,
]
