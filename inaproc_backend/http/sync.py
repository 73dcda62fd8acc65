"""``/v1/sync/pull`` and ``/v1/wake``: what is new, and the hint that something is."""

from __future__ import annotations

import asyncio
import gzip
from collections.abc import AsyncIterator
from typing import Any

import msgspec
from litestar import Response, get, post
from litestar.concurrency import sync_to_thread
from litestar.params import JSONBody
from litestar.response import ServerSentEvent, ServerSentEventMessage

from inaproc_backend.accounts.accesses import load_accesses, scopes_for
from inaproc_backend.accounts.sessions import SignedIn, find_session
from inaproc_backend.feed.pull import pull
from inaproc_backend.http.describing import answers, problems
from inaproc_backend.http.requests import AnyRequest, ServicesParameter, SignedInParameter, bearer
from inaproc_backend.services import Services
from inaproc_backend.storage.schema import current_epoch
from inaproc_core.wire.messages import PullAnswer, PullRequest

_COALESCE_SECONDS = 0.25
_WORTH_PACKING = 2048
_PACKING = 5
"""Level: a page of the feed packs to a tenth at 60 MB/s; higher ones gain little."""


@post("/v1/sync/pull", status_code=200, sync_to_thread=True, responses=answers(PullAnswer, 401, 409))
def post_pull(
    data: JSONBody[PullRequest],
    request: AnyRequest,
    services: ServicesParameter,
    signed_in: SignedInParameter,
) -> Response[bytes]:
    """Everything new in the person's scopes since the cursors; packed for whoever can unpack it."""
    with services.database.read() as connection:
        accesses = load_accesses(connection, signed_in.user_id, services.today())
        answer = pull(
            connection,
            data,
            scopes_for(signed_in.user_id, accesses),
            epoch=current_epoch(connection),
            most=services.config.limits.pull_rows,
            most_bytes=services.config.limits.pull_bytes,
        )
    content, headers = msgspec.json.encode(answer), {"Vary": "Accept-Encoding"}
    if len(content) >= _WORTH_PACKING and "gzip" in request.headers.get("Accept-Encoding", ""):
        content = gzip.compress(content, _PACKING, mtime=0)
        headers["Content-Encoding"] = "gzip"
    return Response(content, media_type="application/json", headers=headers)


@get("/v1/wake", sync_to_thread=False, media_type="text/event-stream", responses=problems(401))
def get_wake(
    request: AnyRequest, services: ServicesParameter, signed_in: SignedInParameter
) -> ServerSentEvent:
    """A stream of hints ``{"scope", "head"}``; a lost one costs time, never data. Ends with the token."""
    return ServerSentEvent(
        _hints(services, signed_in, bearer(request)),
        headers={"Cache-Control": "no-cache, no-transform", "X-Accel-Buffering": "no"},
    )


async def _hints(
    services: Services, signed_in: SignedIn, token: str
) -> AsyncIterator[ServerSentEventMessage | dict[str, Any]]:
    scopes = await sync_to_thread(_scopes, services, signed_in)
    listener = services.wake.open(scopes)
    try:
        yield ServerSentEventMessage(comment="open")
        while services.clock() < signed_in.token_until:
            heads = await listener.take(services.config.heartbeat)
            if listener.ended:
                return
            for scope, head in heads.items():
                yield {"data": msgspec.json.encode({"scope": scope, "head": head}).decode()}
            if heads:
                await asyncio.sleep(_COALESCE_SECONDS)
                continue
            yield ServerSentEventMessage(comment="heartbeat")
            if await sync_to_thread(_scopes_now, services, token) != scopes:
                return  # signed out, or an access was given or taken: the client opens a new stream
    finally:
        services.wake.close(listener)


def _scopes(services: Services, signed_in: SignedIn) -> tuple[str, ...]:
    with services.database.read() as connection:
        accesses = load_accesses(connection, signed_in.user_id, services.today())
    return scopes_for(signed_in.user_id, accesses)


def _scopes_now(services: Services, token: str) -> tuple[str, ...]:
    with services.database.read() as connection:
        signed_in = find_session(connection, token, services.clock())
    return _scopes(services, signed_in) if signed_in is not None else ()


handlers = [post_pull, get_wake]
