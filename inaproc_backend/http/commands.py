"""``/v1/commands``: what people do."""

from __future__ import annotations

import msgspec
from litestar import Response, get, post

from inaproc_backend.http.describing import answers
from inaproc_backend.http.requests import AnyRequest, ServicesParameter, SignedInParameter, language_of
from inaproc_backend.purchasing import log
from inaproc_backend.purchasing.actors import Sender
from inaproc_backend.purchasing.batch import check_batch, execute_batch
from inaproc_backend.purchasing.handler import CommandHandler
from inaproc_core.errors import refuse
from inaproc_core.wire.messages import CommandAnswer, CommandBatch, Outcome


class RawCommandAnswer(msgspec.Struct, frozen=True):
    """``messages.CommandAnswer`` with the stored bytes of each outcome passed through."""

    outcomes: list[msgspec.Raw]


@post("/v1/commands", status_code=200, sync_to_thread=True, responses=answers(CommandAnswer, 401, 422))
def post_commands(
    data: CommandBatch, request: AnyRequest, services: ServicesParameter, signed_in: SignedInParameter
) -> Response[bytes]:
    """Execute a batch; every command is answered, and answered the same way however often it is sent."""
    check_batch(data.envelopes, services.config.limits)
    sender = Sender(user_id=signed_in.user_id, session_id=signed_in.session_id, device_id=signed_in.device_id)
    handler: CommandHandler = request.app.state.commands
    results = execute_batch(handler, data.envelopes, sender, language_of(request))
    answer = msgspec.json.encode(RawCommandAnswer([msgspec.Raw(result) for result in results]))
    return Response(answer, media_type="application/json")


@get("/v1/commands/{cmd_id:str}", sync_to_thread=True, responses=answers(Outcome, 401, 404))
def get_outcome(cmd_id: str, services: ServicesParameter, signed_in: SignedInParameter) -> Response[bytes]:
    """The outcome of one's own command again, or 404 while the backend has not decided it."""
    with services.database.read() as connection:
        result = log.find_own_result(connection, cmd_id, signed_in.user_id)
    if result is None:
        refuse("command.unknown", at="cmd_id")
    return Response(result, media_type="application/json")


handlers = [post_commands, get_outcome]
