"""``/v1/session``: hello, sign-in and what follows from it."""

from __future__ import annotations

from litestar import post
from litestar.params import JSONBody

from inaproc_backend.accounts import sign_in as use
from inaproc_backend.accounts import step_up as presence
from inaproc_backend.greeting import greet
from inaproc_backend.http.describing import problems
from inaproc_backend.http.requests import AnyRequest, ServicesParameter, SignedInParameter, address_of
from inaproc_core.wire.messages import (
    Hello,
    HelloAnswer,
    Refresh,
    SecondFactor,
    Session,
    SignIn,
    SignInAnswer,
    StepUp,
    StepUpAnswer,
)

_REFUSALS = problems(400, 401, 403, 409, 429)


@post("/v1/session/hello", status_code=200, sync_to_thread=True, security=[{}], responses=problems(400))
def hello(data: JSONBody[Hello], services: ServicesParameter) -> HelloAnswer:
    """Exchange versions; the answer carries the server's time, and rules that the client does not have."""
    return greet(services, data)


@post("/v1/session/sign-in", status_code=200, sync_to_thread=True, security=[{}], responses=_REFUSALS)
def sign_in(data: JSONBody[SignIn], request: AnyRequest, services: ServicesParameter) -> SignInAnswer:
    """Name and password; answers with a session, or a challenge for the second factor."""
    return use.sign_in(services, data, address_of(request))


@post("/v1/session/second-factor", status_code=200, sync_to_thread=True, security=[{}], responses=_REFUSALS)
def second_factor(
    data: JSONBody[SecondFactor], request: AnyRequest, services: ServicesParameter
) -> SignInAnswer:
    """The six digits that the challenge asks for, or a recovery code."""
    return use.answer_challenge(services, data, address_of(request))


@post("/v1/session/refresh", status_code=200, sync_to_thread=True, security=[{}], responses=_REFUSALS)
def refresh(data: JSONBody[Refresh], request: AnyRequest, services: ServicesParameter) -> Session:
    """New tokens for the refresh token, which is spent by it."""
    return use.refresh(services, data, address_of(request))


@post("/v1/session/step-up", status_code=200, sync_to_thread=True, responses=problems(400, 401, 403, 429))
def step_up(
    data: JSONBody[StepUp],
    request: AnyRequest,
    services: ServicesParameter,
    signed_in: SignedInParameter,
) -> StepUpAnswer:
    """A fresh proof of presence, before signing, paying, deciding or changing the account."""
    return presence.step_up(services, signed_in, data, address_of(request))


@post("/v1/session/sign-out", status_code=204, sync_to_thread=True, responses=problems(401))
def sign_out(services: ServicesParameter, signed_in: SignedInParameter) -> None:
    """End the session with all its tokens."""
    use.sign_out(services, signed_in)


handlers = [hello, sign_in, second_factor, refresh, step_up, sign_out]
