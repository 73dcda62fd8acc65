"""What routes read from a request beside its body: the person, the language, the address."""

from __future__ import annotations

from typing import Any

from litestar import Request
from litestar.di import NamedDependency
from litestar.params import SkipValidation

from inaproc_backend.accounts.sessions import SignedIn, find_session
from inaproc_backend.services import Services
from inaproc_core.errors import refuse

AnyRequest = Request[Any, Any, Any]

ServicesParameter = NamedDependency[SkipValidation[Services]]
"""Annotation of a handler's ``services`` parameter."""

SignedInParameter = NamedDependency[SkipValidation[SignedIn]]
"""Annotation of a handler's ``signed_in`` parameter: whoever asks must be signed in."""

_SCHEME = "bearer "


def provide_services(request: AnyRequest) -> Services:
    """Return the services of the application that the request came to."""
    services: Services = request.app.state.services
    return services


def provide_signed_in(request: AnyRequest) -> SignedIn:
    """Return the person behind the access token; reads the database.

    Raises:
        Refused: ``session.missing`` without a token, ``session.token_expired`` when it does not count.
    """
    services: Services = request.app.state.services
    token = bearer(request)
    with services.database.read() as connection:
        found = find_session(connection, token, services.clock())
    if found is None:
        refuse("session.token_expired")
    return found


def bearer(request: AnyRequest) -> str:
    """Return the access token of a request.

    Raises:
        Refused: ``session.missing``.
    """
    header = request.headers.get("authorization", "")
    if not header.lower().startswith(_SCHEME):
        refuse("session.missing")
    return header[len(_SCHEME) :].strip()


def language_of(request: AnyRequest) -> str:
    """Return ``en`` when the client names English before Indonesian, else ``id``."""
    for part in request.headers.get("accept-language", "").lower().split(","):
        tag = part.split(";")[0].strip()[:2]
        if tag in {"id", "en"}:
            return tag
    return "id"


def address_of(request: AnyRequest) -> str:
    """Return the network address of the client, as far as it can be trusted."""
    services: Services = request.app.state.services
    if services.config.trust_forwarded:
        forwarded = request.headers.get("x-forwarded-for", "")
        # The last entry was written by our own proxy; earlier ones are the client's word.
        last = forwarded.rsplit(",", 1)[-1].strip()
        if last:
            return last
    return request.client.host if request.client else "unknown"
