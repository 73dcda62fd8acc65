"""``/v1/registrations``: stage 1. Public; after the first call by the registration's own bearer token."""

from __future__ import annotations

from litestar import get, patch, post
from litestar.params import FromPath, JSONBody

from inaproc_backend.accounts import registering as use
from inaproc_backend.http.describing import problems
from inaproc_backend.http.requests import AnyRequest, ServicesParameter, address_of, bearer
from inaproc_core.wire.account import (
    AmendRegistration,
    BeginRegistration,
    CheckCode,
    RegistrationState,
    SendCode,
)
from inaproc_core.wire.messages import SignInAnswer

_REFUSALS = problems(400, 401, 404, 409, 429)


@post("/v1/registrations", status_code=201, sync_to_thread=True, security=[{}], responses=problems(400, 429))
def begin(
    data: JSONBody[BeginRegistration], request: AnyRequest, services: ServicesParameter
) -> RegistrationState:
    """The whole form. The answer is the same whether or not email, phone or username exist."""
    return use.begin(services, data, address_of(request))


@get("/v1/registrations/{registration_id:str}", sync_to_thread=True, responses=_REFUSALS)
def look(
    registration_id: FromPath[str], request: AnyRequest, services: ServicesParameter
) -> RegistrationState:
    """Where the registration stands."""
    return use.look(services, registration_id, bearer(request))


@patch("/v1/registrations/{registration_id:str}", sync_to_thread=True, responses=_REFUSALS)
def amend(
    registration_id: FromPath[str],
    data: JSONBody[AmendRegistration],
    request: AnyRequest,
    services: ServicesParameter,
) -> RegistrationState:
    """Another email, phone or username; everything else stays."""
    return use.amend(services, registration_id, bearer(request), data)


@post(
    "/v1/registrations/{registration_id:str}/codes",
    status_code=200,
    sync_to_thread=True,
    responses=_REFUSALS,
)
def send_code(
    registration_id: FromPath[str], data: JSONBody[SendCode], request: AnyRequest, services: ServicesParameter
) -> RegistrationState:
    """Send a (new) code by EMAIL, or by SMS once the email is proven."""
    return use.send_code(services, registration_id, bearer(request), data, address_of(request))


@post(
    "/v1/registrations/{registration_id:str}/codes/check",
    status_code=200,
    sync_to_thread=True,
    responses=_REFUSALS,
)
def check_code(
    registration_id: FromPath[str],
    data: JSONBody[CheckCode],
    request: AnyRequest,
    services: ServicesParameter,
) -> RegistrationState:
    """The six digits that arrived."""
    return use.check_code(services, registration_id, bearer(request), data)


@post(
    "/v1/registrations/{registration_id:str}/complete",
    status_code=200,
    sync_to_thread=True,
    responses=_REFUSALS,
)
def complete(
    registration_id: FromPath[str], request: AnyRequest, services: ServicesParameter
) -> SignInAnswer:
    """Make the account; the session of the answer is signed in on the device that registered."""
    return use.complete(services, registration_id, bearer(request), address_of(request))


handlers = [begin, look, amend, send_code, check_code, complete]
