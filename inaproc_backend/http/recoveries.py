"""The ways back in: ``/v1/recoveries`` for a forgotten password, ``/v1/factor-resets`` for a lost phone.

Public; after the first call by the bearer token that it answered with.
"""

from __future__ import annotations

from litestar import post
from litestar.params import FromPath, JSONBody

from inaproc_backend.accounts import factor_reset, recovery
from inaproc_backend.accounts import sign_in as use
from inaproc_backend.http.describing import problems
from inaproc_backend.http.requests import AnyRequest, ServicesParameter, address_of, bearer
from inaproc_core.wire.account import (
    BeginFactorReset,
    BeginRecovery,
    CheckCode,
    FactorResetState,
    NewPassword,
    RecoveryState,
    SendCode,
)
from inaproc_core.wire.messages import SignIn

_BEGINS = problems(400, 401, 403, 429)
_REFUSALS = problems(400, 401, 403, 404, 429)


@post("/v1/recoveries", status_code=201, sync_to_thread=True, security=[{}], responses=_BEGINS)
def begin_recovery(
    data: JSONBody[BeginRecovery], request: AnyRequest, services: ServicesParameter
) -> RecoveryState:
    """Lupa kata sandi, by username or email. The answer is the same whether or not there is an account."""
    return recovery.begin(services, data, address_of(request))


@post("/v1/recoveries/{recovery_id:str}/codes", status_code=200, sync_to_thread=True, responses=_REFUSALS)
def send_recovery_code(
    recovery_id: FromPath[str], request: AnyRequest, services: ServicesParameter
) -> RecoveryState:
    """Send another code by email; the one before is void."""
    return recovery.send_code(services, recovery_id, bearer(request), address_of(request))


@post(
    "/v1/recoveries/{recovery_id:str}/codes/check", status_code=200, sync_to_thread=True, responses=_REFUSALS
)
def check_recovery_code(
    recovery_id: FromPath[str], data: JSONBody[CheckCode], request: AnyRequest, services: ServicesParameter
) -> RecoveryState:
    """The digits that arrived."""
    return recovery.check_code(services, recovery_id, bearer(request), data)


@post("/v1/recoveries/{recovery_id:str}/password", status_code=204, sync_to_thread=True, responses=_REFUSALS)
def set_new_password(
    recovery_id: FromPath[str], data: JSONBody[NewPassword], request: AnyRequest, services: ServicesParameter
) -> None:
    """The new password: all sessions end, all pauses of the account are lifted."""
    recovery.set_password(services, recovery_id, bearer(request), data, address_of(request))


@post("/v1/factor-resets", status_code=201, sync_to_thread=True, security=[{}], responses=_BEGINS)
def begin_factor_reset(
    data: JSONBody[BeginFactorReset], request: AnyRequest, services: ServicesParameter
) -> FactorResetState:
    """Phone and recovery codes are lost: name and password, then codes by email and SMS, then a wait."""
    host = address_of(request)
    asked = SignIn(
        username=data.username,
        password=data.password,
        device_id=data.device_id,
        device_name=data.device_name,
    )
    user_id = use.check_password(services, asked, host)
    return factor_reset.begin(services, user_id, device_name=data.device_name[:200], host=host)


@post("/v1/factor-resets/{reset_id:str}/codes", status_code=200, sync_to_thread=True, responses=_REFUSALS)
def send_factor_reset_code(
    reset_id: FromPath[str], data: JSONBody[SendCode], request: AnyRequest, services: ServicesParameter
) -> FactorResetState:
    """Send a (new) code by EMAIL, or by SMS once the email is proven."""
    return factor_reset.send_code(services, reset_id, bearer(request), data, address_of(request))


@post(
    "/v1/factor-resets/{reset_id:str}/codes/check", status_code=200, sync_to_thread=True, responses=_REFUSALS
)
def check_factor_reset_code(
    reset_id: FromPath[str], data: JSONBody[CheckCode], request: AnyRequest, services: ServicesParameter
) -> FactorResetState:
    """The digits that arrived; with both right the waiting period begins and the owner is told."""
    return factor_reset.check_code(services, reset_id, bearer(request), data)


handlers = [
    begin_recovery,
    send_recovery_code,
    check_recovery_code,
    set_new_password,
    begin_factor_reset,
    send_factor_reset_code,
    check_factor_reset_code,
]
