"""The backend's calls for those who decide, and the mailbox of training mode."""

from __future__ import annotations

from typing import Any, TypeVar
from urllib.parse import quote, urlencode

import msgspec

from inaproc_core.wire.account import Mailbox
from inaproc_core.wire.codec import to_json
from inaproc_core.wire.desk import Decide, Decided, DecidedMany, DecideMany, DeskItem, Queue, Register
from inaproc_core.wire.registration import Deactivate
from inaproc_desktop.ports.desk import QueueFilter, RegisterFilter
from inaproc_desktop.ports.world import WorldFailed
from inaproc_desktop.remote.client import Answer, HttpClient
from inaproc_desktop.remote.endpoints import HttpWire

T = TypeVar("T")


class HttpDesk:
    """Implements ``ports.desk.DeskCalls`` over the session of whoever is signed in."""

    def __init__(self, wire: HttpWire) -> None:
        """Use the wire of a session."""
        self._wire = wire

    def queue(self, acting_as: str, asked: QueueFilter, cursor: str, limit: int) -> Queue:
        """Return a page of the queue."""
        query = {"what": asked.what, "status": asked.status, "q": asked.text, "cursor": cursor}
        return _read(self._get("/v1/desk/queue", acting_as, limit=limit, **query), Queue)

    def item(self, acting_as: str, item_id: str) -> DeskItem:
        """Return one thing to decide."""
        return _read(self._get(f"/v1/desk/items/{_segment(item_id)}", acting_as), DeskItem)

    def decide(self, item_id: str, decision: Decide) -> Decided:
        """Decide on one."""
        path = f"/v1/desk/items/{_segment(item_id)}/decision"
        return _read(self._wire.authorised("POST", path, to_json(decision)), Decided)

    def decide_many(self, decision: DecideMany) -> DecidedMany:
        """Approve several."""
        return _read(self._wire.authorised("POST", "/v1/desk/decisions", to_json(decision)), DecidedMany)

    def register(self, acting_as: str, asked: RegisterFilter, cursor: str, limit: int) -> Register:
        """Return a page of the register."""
        query = {
            "from": asked.first.isoformat() if asked.first else "",
            "to": asked.last.isoformat() if asked.last else "",
            "status": asked.status,
            "kind": asked.kind,
            "q": asked.text,
            "cursor": cursor,
        }
        return _read(self._get("/v1/desk/register", acting_as, limit=limit, **query), Register)

    def deactivate(self, access_id: str, asked: Deactivate) -> None:
        """End an access."""
        self._wire.authorised("POST", f"/v1/accesses/{_segment(access_id)}/deactivate", to_json(asked))

    def file(self, acting_as: str, file_id: str) -> bytes:
        """Return a stored file."""
        return self._get(f"/v1/files/{_segment(file_id)}", acting_as).content

    def step_up(self, code: str, password: str) -> int:
        """Prove presence again."""
        return self._wire.step_up(code, password)

    def _get(self, path: str, acting_as: str, **query: Any) -> Answer:
        asked = {"acting_as": acting_as, **{name: value for name, value in query.items() if value}}
        return self._wire.authorised("GET", f"{path}?{urlencode(asked)}")


class HttpMailbox:
    """Implements ``ports.desk.MailboxCalls``; a training server answers without a session."""

    def __init__(self, client: HttpClient) -> None:
        """Use a connection."""
        self._client = client

    def mailbox(self) -> Mailbox:
        """Return what would have been sent."""
        return _read(self._client.send("GET", "/v1/training/mailbox"), Mailbox)


def _segment(text: str) -> str:
    """Return an id as one segment of a path."""
    return quote(text, safe=":")


def _read(answer: Answer, kind: type[T]) -> T:
    try:
        return msgspec.json.decode(answer.content, type=kind)
    except msgspec.MsgspecError as error:
        raise WorldFailed("world.answer", str(error)) from error
