"""Every request of a client that is not taken is refused by name, also in the middle of a session."""

from __future__ import annotations

from inaproc_backend.greeting import refusal_of
from inaproc_backend.http.problems import HttpRefused
from inaproc_backend.http.requests import AnyRequest
from inaproc_backend.services import Services
from inaproc_core.wire.messages import PROTO_MAX, PROTO_MIN
from inaproc_core.wire.versions import CLIENT_HEADER, PROTO_HEADER, UPGRADE_REQUIRED, Speaker, read_range

OPEN_TO_ALL = frozenset({"/v1/session/hello", "/health"})
"""Hello tells an old client what to install; health is no business of clients."""

_LONGEST = 32


def check_client(request: AnyRequest) -> None:
    """Refuse a client that does not fit. Who does not say which they are is none of ours, and passes.

    Raises:
        HttpRefused: 426 ``version.client_too_old`` or ``version.server_too_old``.
    """
    version = request.headers.get(CLIENT_HEADER, "")
    if not version or request.url.path in OPEN_TO_ALL:
        return
    spoken = read_range(request.headers.get(PROTO_HEADER, "")) or (PROTO_MIN, PROTO_MAX)
    client = Speaker(version=version[:_LONGEST], proto_min=spoken[0], proto_max=spoken[1])
    services: Services = request.app.state.services
    refusal = refusal_of(services, client)
    if refusal is not None:
        raise HttpRefused(UPGRADE_REQUIRED, refusal.code, at="", **refusal.facts)
