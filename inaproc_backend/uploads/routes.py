"""``/v1/uploads`` and ``/v1/files``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any
from urllib.parse import quote

from litestar import Response, get, patch, post
from litestar.openapi.spec import OpenAPIFormat, OpenAPIMediaType, OpenAPIType, Operation, RequestBody, Schema
from litestar.params import FromPath, JSONBody, Parameter, RawBody

from inaproc_backend.http.describing import problems
from inaproc_backend.http.problems import HttpRefused
from inaproc_backend.http.requests import AnyRequest, ServicesParameter, SignedInParameter, address_of
from inaproc_backend.purchasing.attachments import open_attachment
from inaproc_backend.uploads import finishing, receiving
from inaproc_backend.uploads.viewing import MayView, SeenFile, nobody_else, open_file
from inaproc_core.wire.registration import BeginUpload, StoredFile, UploadState
from inaproc_documents.intake.names import download_name
from inaproc_documents.intake.scanning import BuiltInScanner, Scanner

_BYTES = "application/octet-stream"
_OFFSET = "upload-offset"
_CHECKSUM = "upload-checksum"
_MOST_DIGITS = 12


@dataclass
class BlockUpload(Operation):
    """Says in the interface document that the body is raw bytes."""

    def __post_init__(self) -> None:
        schema = Schema(type=OpenAPIType.STRING, format=OpenAPIFormat.BINARY)
        self.request_body = RequestBody(content={_BYTES: OpenAPIMediaType(schema=schema)}, required=True)


@post("/v1/uploads", status_code=200, sync_to_thread=True, responses=problems(400, 401, 429))
def post_upload(
    data: JSONBody[BeginUpload], services: ServicesParameter, signed_in: SignedInParameter
) -> UploadState:
    """Announce a file by size and hash; the same one again goes on where it stopped."""
    return receiving.begin(services, signed_in, data)


@get("/v1/uploads/{upload_id:str}", sync_to_thread=True, responses=problems(400, 401, 404))
def get_upload(
    upload_id: FromPath[str], services: ServicesParameter, signed_in: SignedInParameter
) -> UploadState:
    """How far an upload is."""
    return receiving.state_of(services, signed_in, upload_id)


@patch(
    "/v1/uploads/{upload_id:str}",
    sync_to_thread=True,
    operation_class=BlockUpload,
    responses=problems(400, 401, 404, 409, 415, 507),
)
def patch_upload(
    upload_id: FromPath[str],
    body: RawBody,
    request: AnyRequest,
    services: ServicesParameter,
    signed_in: SignedInParameter,
) -> UploadState:
    """The next block; the header Upload-Offset says where it starts, Upload-Checksum may say its SHA-256."""
    given = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if given != _BYTES:
        raise HttpRefused(415, "http.unsupported_media_type", given=given or "-", wanted=_BYTES)
    stated = request.headers.get(_OFFSET, "").strip()
    offset = int(stated) if stated.isascii() and stated.isdigit() and len(stated) <= _MOST_DIGITS else None
    checksum = request.headers.get(_CHECKSUM, "").strip()
    return receiving.take(services, signed_in, upload_id, offset, body, checksum=checksum)


@post(
    "/v1/uploads/{upload_id:str}/finish",
    status_code=200,
    sync_to_thread=True,
    responses=problems(400, 401, 404, 409, 503, 507),
)
def post_finish(
    upload_id: FromPath[str], request: AnyRequest, services: ServicesParameter, signed_in: SignedInParameter
) -> StoredFile:
    """Check the whole file and store it; the same answer however often it is asked."""
    scanner: Scanner = request.app.state.get("scanner", BuiltInScanner())
    return finishing.finish(services, signed_in, upload_id, scanner=scanner)


@get(
    "/v1/files/{file_id:str}",
    sync_to_thread=True,
    media_type=_BYTES,
    responses=problems(400, 401, 404),
)
def get_file(
    file_id: FromPath[str],
    request: AnyRequest,
    services: ServicesParameter,
    signed_in: SignedInParameter,
    acting_as: Annotated[str, Parameter(description="access of somebody who is not the owner")] = "",
) -> Response[bytes]:
    """A stored file; whoever is not its owner names the access they look with, and it is written down."""
    may_view: MayView = request.app.state.get("may_view", nobody_else)
    found = open_file(
        services, signed_in, file_id, acting_as=acting_as, may_view=may_view, address=address_of(request)
    )
    return file_answer(found)


@get(
    "/v1/orders/{order_id:str}/attachments/{sha256:str}",
    sync_to_thread=True,
    media_type=_BYTES,
    responses=problems(400, 401, 404),
)
def get_attachment(
    order_id: FromPath[str],
    sha256: FromPath[str],
    services: ServicesParameter,
    signed_in: SignedInParameter,
) -> Response[bytes]:
    """A supporting document of an order, for whoever sees it on the order."""
    return file_answer(open_attachment(services, signed_in.user_id, order_id, sha256))


def file_answer(found: SeenFile) -> Response[bytes]:
    """Return a file as bytes that no browser opens or keeps."""
    name = download_name(found.name, found.kind)
    headers = {
        "Cache-Control": "private, no-store",
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": "default-src 'none'; sandbox",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Content-Disposition": f"attachment; filename*=UTF-8''{quote(name, safe='')}",
        "ETag": f'"{found.sha256}"',
    }
    return Response(found.content, headers=headers, media_type=found.kind.value)


handlers: list[Any] = [post_upload, get_upload, patch_upload, post_finish, get_file, get_attachment]
