"""``/v1/desk``: the queue, one item, decisions, the register."""

from __future__ import annotations

from typing import Annotated

from litestar import get, post
from litestar.params import FromPath, FromQuery, JSONBody, QueryParameter

from inaproc_backend.desk import deciding, items
from inaproc_backend.desk.queue import Asked as QueueAsked
from inaproc_backend.desk.queue import read_queue
from inaproc_backend.desk.register import Asked as RegisterAsked
from inaproc_backend.desk.register import read_register
from inaproc_backend.desk.seats import take_seat
from inaproc_backend.http.describing import problems
from inaproc_backend.http.requests import ServicesParameter, SignedInParameter
from inaproc_core.wire.desk import (
    Decide,
    Decided,
    DecidedMany,
    DecideMany,
    DeskItem,
    Queue,
    Register,
)

_REFUSALS = problems(400, 401, 403)
_ITEM_REFUSALS = problems(400, 401, 403, 404)
_DECISION_REFUSALS = problems(400, 401, 403, 404, 409)


@get("/v1/desk/queue", sync_to_thread=True, responses=_REFUSALS)
def read_desk_queue(
    services: ServicesParameter,
    signed_in: SignedInParameter,
    acting_as: FromQuery[str],
    what: FromQuery[str] = "",
    status: FromQuery[str] = "",
    q: FromQuery[str] = "",
    cursor: FromQuery[str] = "",
    limit: FromQuery[int] = 50,
) -> Queue:
    """What waits for a decision of this access, oldest first; all statuses without ``status``."""
    asked = QueueAsked(what=what, status=status, text=q, cursor=cursor, limit=limit)
    with services.database.read() as connection:
        seat = take_seat(connection, services, signed_in, acting_as)
        return read_queue(connection, seat, asked, services.clock())


@get("/v1/desk/items/{item_id:str}", sync_to_thread=True, responses=_ITEM_REFUSALS)
def read_desk_item(
    services: ServicesParameter,
    signed_in: SignedInParameter,
    item_id: FromPath[str],
    acting_as: FromQuery[str],
) -> DeskItem:
    """One thing to decide, whole. Who opens it is noted."""
    return items.open_item(services, signed_in, acting_as, item_id)


@post(
    "/v1/desk/items/{item_id:str}/decision",
    status_code=200,
    sync_to_thread=True,
    responses=_DECISION_REFUSALS,
)
def decide_on_item(
    services: ServicesParameter,
    signed_in: SignedInParameter,
    item_id: FromPath[str],
    data: JSONBody[Decide],
) -> Decided:
    """Setujui, Minta Perbaikan or Tolak. Needs a fresh proof of presence."""
    return deciding.decide(services, signed_in, item_id, data)


@post("/v1/desk/decisions", status_code=200, sync_to_thread=True, responses=_REFUSALS)
def approve_many(
    services: ServicesParameter, signed_in: SignedInParameter, data: JSONBody[DecideMany]
) -> DecidedMany:
    """Approve several clean items. Needs a fresh proof of presence."""
    return deciding.decide_many(services, signed_in, data)


@get("/v1/desk/register", sync_to_thread=True, responses=_REFUSALS)
def read_desk_register(
    services: ServicesParameter,
    signed_in: SignedInParameter,
    acting_as: FromQuery[str],
    first: Annotated[str, QueryParameter(name="from")] = "",
    last: Annotated[str, QueryParameter(name="to")] = "",
    status: FromQuery[str] = "",
    kind: FromQuery[str] = "",
    q: FromQuery[str] = "",
    cursor: FromQuery[str] = "",
    limit: FromQuery[int] = 100,
) -> Register:
    """Requests for accesses and what became of them, newest first; ``from`` and ``to`` are days in WIB."""
    asked = RegisterAsked(
        first=first, last=last, status=status, kind=kind, text=q, cursor=cursor, limit=limit
    )
    with services.database.read() as connection:
        seat = take_seat(connection, services, signed_in, acting_as)
        return read_register(connection, services, seat, asked)


handlers = [read_desk_queue, read_desk_item, decide_on_item, approve_many, read_desk_register]
