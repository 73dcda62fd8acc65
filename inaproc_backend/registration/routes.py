"""Stages 2 and 3 over HTTP: profile, accesses, requests, Cek NIB, and finding offices."""

from __future__ import annotations

from litestar import get, post, put
from litestar.params import FromPath, FromQuery, JSONBody

from inaproc_backend.accounts.accesses import load_accesses
from inaproc_backend.http.describing import problems
from inaproc_backend.http.requests import ServicesParameter, SignedInParameter
from inaproc_backend.registration import deactivating
from inaproc_backend.registration import offices as find
from inaproc_backend.registration import profiles as stage_two
from inaproc_backend.registration import requests as stage_three
from inaproc_backend.registration.nib import check_nib, count_check
from inaproc_backend.registration.registry import ImportedRegistry
from inaproc_backend.registration.request_views import view_request
from inaproc_backend.registration.stored_requests import requests_of
from inaproc_core.errors import refuse
from inaproc_core.registration.vocabulary import AccessKind
from inaproc_core.wire.registration import (
    AccessRequestView,
    CheckNib,
    Deactivate,
    InstansiList,
    NibCheck,
    OfficeList,
    OwnAccesses,
    ProfileView,
    SubmitAccess,
    SubmitProfile,
    Withdraw,
)

_REGISTRY = ImportedRegistry()


@get("/v1/profile", sync_to_thread=True, responses=problems(401))
def get_profile(services: ServicesParameter, signed_in: SignedInParameter) -> ProfileView:
    """The signed-in person's own profile, whatever its status."""
    with services.database.read() as connection:
        return stage_two.view_profile(connection, services, signed_in.user_id)


@put("/v1/profile", sync_to_thread=True, responses=problems(400, 401, 409))
def put_profile(
    data: JSONBody[SubmitProfile], services: ServicesParameter, signed_in: SignedInParameter
) -> ProfileView:
    """Send the profile: the first time, mended, or anew. The same request_id again has no second effect."""
    verification = services.config.verification
    provider = verification.name if verification is not None else ""
    return stage_two.submit_profile(services, signed_in, data, provider=provider)


@get("/v1/accesses", sync_to_thread=True, responses=problems(401))
def get_accesses(services: ServicesParameter, signed_in: SignedInParameter) -> OwnAccesses:
    """Manajemen Akses: accesses, requests and profile of the signed-in person."""
    today = services.today()
    limits = services.registration.at(today).limits
    with services.database.read() as connection:
        return OwnAccesses(
            accesses=load_accesses(connection, signed_in.user_id, today, limits),
            requests=[
                view_request(connection, services, request)
                for request in requests_of(connection, signed_in.user_id)
            ],
            profile=stage_two.view_profile(connection, services, signed_in.user_id),
        )


@post("/v1/nib/check", status_code=200, sync_to_thread=True, responses=problems(400, 401, 429))
def post_nib_check(
    data: JSONBody[CheckNib], services: ServicesParameter, signed_in: SignedInParameter
) -> NibCheck:
    """Cek NIB: five checks, each passed, failed or unknown, with what to do."""
    if data.kind not in list(AccessKind):
        refuse("access_request.kind_unknown", at="kind")
    with services.database.write() as connection:
        wait = count_check(connection, services, user_id=signed_in.user_id, nib=data.nib)
    if wait:
        refuse("nib.too_many_checks", at="nib", wait_seconds=wait)
    with services.database.read() as connection:
        return check_nib(
            connection,
            services,
            _REGISTRY,
            user_id=signed_in.user_id,
            nib=data.nib,
            kind=AccessKind(data.kind),
        )


@put("/v1/access-requests", sync_to_thread=True, responses=problems(400, 401, 404, 409))
def put_access_request(
    data: JSONBody[SubmitAccess], services: ServicesParameter, signed_in: SignedInParameter
) -> AccessRequestView:
    """Ask for an access, mend a request, renew or move an access. The same one again has no second effect."""
    return stage_three.submit_access(services, _REGISTRY, signed_in, data)


@post(
    "/v1/access-requests/{request_id:str}/withdraw",
    status_code=200,
    sync_to_thread=True,
    responses=problems(400, 401, 404, 409),
)
def post_withdraw(
    request_id: FromPath[str],
    data: JSONBody[Withdraw],
    services: ServicesParameter,
    signed_in: SignedInParameter,
) -> AccessRequestView:
    """Take a request back that is not decided yet."""
    return stage_three.withdraw(services, signed_in, request_id, data)


@post(
    "/v1/accesses/{access_id:str}/deactivate",
    status_code=204,
    sync_to_thread=True,
    responses=problems(400, 401, 403, 404),
)
def post_deactivate(
    access_id: FromPath[str],
    data: JSONBody[Deactivate],
    services: ServicesParameter,
    signed_in: SignedInParameter,
) -> None:
    """End an access at once; needs a fresh step-up."""
    deactivating.deactivate(services, signed_in, access_id, data)


@get("/v1/offices", sync_to_thread=True, responses=problems(401))
def get_offices(
    services: ServicesParameter,
    signed_in: SignedInParameter,
    q: FromQuery[str] = "",
    klpd: FromQuery[str] = "",
    limit: FromQuery[int] = 20,
) -> OfficeList:
    """Satker by the beginnings of words or by code, best first."""
    with services.database.read() as connection:
        found = find.find_offices(connection, q, services.today(), klpd=klpd, limit=limit)
    return OfficeList(offices=found)


@get("/v1/instansi", sync_to_thread=True, responses=problems(401))
def get_instansi(
    services: ServicesParameter,
    signed_in: SignedInParameter,
    q: FromQuery[str] = "",
    kind: FromQuery[str] = "",
    limit: FromQuery[int] = 20,
) -> InstansiList:
    """K/L/PD by the beginnings of words or by code, best first."""
    with services.database.read() as connection:
        return InstansiList(instansi=find.find_instansi(connection, q, kind=kind, limit=limit))


handlers = [
    get_profile,
    put_profile,
    get_accesses,
    post_nib_check,
    put_access_request,
    post_withdraw,
    post_deactivate,
    get_offices,
    get_instansi,
]
