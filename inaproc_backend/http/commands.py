"""``/v1/commands``: what people do."""

from __future__ import annotations

import msgspec
from litestar import Response, get, post
from litestar.params import FromPath, JSONBody

from inaproc_backend.http.describing import answers
from inaproc_backend.http.requests import (
    AnyRequest,
    ServicesParameter,
    SignedInParameter,
    bearer,
    language_of,
)
from inaproc_backend.purchasing import log
from inaproc_backend.purchasing.batch import check_batch
from inaproc_backend.purchasing.handler import Asked
from inaproc_backend.purchasing.lane import CommandLane
from inaproc_core.errors import refuse
from inaproc_core.wire.messages import CommandAnswer, CommandBatch, Outcome


class RawCommandAnswer(msgspec.Struct, frozen=True):
    """``messages.CommandAnswer`` with the stored bytes of each outcome passed through."""

    outcomes: list[msgspec.Raw]


@post("/v1/commands", status_code=200, responses=answers(CommandAnswer, 401, 422))
async def post_commands(
    data: JSONBody[CommandBatch], request: AnyRequest, services: ServicesParameter
) -> Response[bytes]:
    """Execute a batch; every command is answered, and answered the same way however often it is sent."""
    lane: CommandLane = request.app.state.lane
    token = bearer(request)
    check_batch(data.envelopes, await request.body(), services.config.limits)
    sentences = services.sentences[language_of(request)]
    results = await lane.execute(
        [Asked(envelope=e, token=token, sentences=sentences) for e in data.envelopes]
    )
    answer = msgspec.json.encode(RawCommandAnswer([msgspec.Raw(result) for result in results]))
    return Response(answer, media_type="application/json")


@get("/v1/commands/{cmd_id:str}", sync_to_thread=True, responses=answers(Outcome, 401, 404))
def get_outcome(
    cmd_id: FromPath[str], services: ServicesParameter, signed_in: SignedInParameter
) -> Response[bytes]:
    """The outcome of one's own command again, or 404 while the backend has not decided it."""
    with services.database.read() as connection:
        result = log.find_own_result(connection, cmd_id, signed_in.user_id)
    if result is None:
        refuse("command.unknown", at="cmd_id")
    return Response(result, media_type="application/json")


handlers = [post_commands, get_outcome]
