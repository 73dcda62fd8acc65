"""``/v1/commands``: what people do."""

from __future__ import annotations

import msgspec
from litestar import Response, get, post

from inaproc_backend.http.describing import answers
from inaproc_backend.http.requests import (
    AnyRequest,
    ServicesParameter,
    SignedInParameter,
    language_of,
    provide_signed_in,
)
from inaproc_backend.purchasing import log
from inaproc_backend.purchasing.actors import Sender
from inaproc_backend.purchasing.batch import check_batch
from inaproc_backend.purchasing.handler import Asked
from inaproc_backend.purchasing.lane import CommandLane
from inaproc_backend.services import Services
from inaproc_core.errors import refuse
from inaproc_core.wire.messages import CommandAnswer, CommandBatch, Outcome


class RawCommandAnswer(msgspec.Struct, frozen=True):
    """``messages.CommandAnswer`` with the stored bytes of each outcome passed through."""

    outcomes: list[msgspec.Raw]


@post("/v1/commands", status_code=200, responses=answers(CommandAnswer, 401, 422))
async def post_commands(
    data: CommandBatch, request: AnyRequest, services: ServicesParameter
) -> Response[bytes]:
    """Execute a batch; every command is answered, and answered the same way however often it is sent."""
    lane: CommandLane = request.app.state.lane
    results = await lane.execute(lambda: _read_batch(data, request, services))
    answer = msgspec.json.encode(RawCommandAnswer([msgspec.Raw(result) for result in results]))
    return Response(answer, media_type="application/json")


def _read_batch(data: CommandBatch, request: AnyRequest, services: Services) -> list[Asked]:
    """Return the commands of a batch, once it can be meant and is clear who sent it."""
    signed_in = provide_signed_in(request)
    check_batch(data.envelopes, services.config.limits)
    sender = Sender(user_id=signed_in.user_id, session_id=signed_in.session_id, device_id=signed_in.device_id)
    sentences = services.sentences[language_of(request)]
    return [Asked(envelope=envelope, sender=sender, sentences=sentences) for envelope in data.envelopes]


@get("/v1/commands/{cmd_id:str}", sync_to_thread=True, responses=answers(Outcome, 401, 404))
def get_outcome(cmd_id: str, services: ServicesParameter, signed_in: SignedInParameter) -> Response[bytes]:
    """The outcome of one's own command again, or 404 while the backend has not decided it."""
    with services.database.read() as connection:
        result = log.find_own_result(connection, cmd_id, signed_in.user_id)
    if result is None:
        refuse("command.unknown", at="cmd_id")
    return Response(result, media_type="application/json")


handlers = [post_commands, get_outcome]
