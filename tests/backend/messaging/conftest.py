"""Hands for the queue: put messages in, run a worker by hand, look at what is left."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import pytest

from inaproc_backend.messaging import queue
from inaproc_backend.messaging.queue import Claimed
from inaproc_backend.messaging.senders import Sender, SendFailedError
from inaproc_backend.messaging.worker import MessageWorker
from inaproc_backend.storage import tables
from inaproc_core.registration.vocabulary import Channel
from tests.backend.office import Office

TO = "tujuan@contoh.go.id"


@dataclass
class Outbox:
    """A sender that keeps what it is given, or fails as it is told."""

    sent: list[Claimed] = field(default_factory=list)
    failures: list[Exception] = field(default_factory=list)
    rests: int = 0

    def send(self, message: Claimed) -> None:
        if self.failures:
            raise self.failures.pop(0)
        self.sent.append(message)

    def rest(self) -> None:
        self.rests += 1

    def fail(self, times: int, **more: Any) -> None:
        self.failures += [SendFailedError("no answer", **more) for _ in range(times)]


@dataclass
class Post:
    """The queue of an office and one worker that is run by hand."""

    office: Office
    outbox: Outbox = field(default_factory=Outbox)

    def __post_init__(self) -> None:
        self.worker = self.another_worker()

    def another_worker(self, senders: Mapping[Channel, Sender] | None = None) -> MessageWorker:
        given = {Channel.EMAIL: self.outbox, Channel.SMS: self.outbox} if senders is None else senders
        return MessageWorker(self.office.services, given)

    def put(self, **more: Any) -> str:
        values: dict[str, Any] = {
            "channel": Channel.EMAIL,
            "to": TO,
            "template": "account.password_changed",
            "facts": {"at": "2026-11-22T15:00:00+07:00", "device": "PC", "address": "203.0.113.7"},
            "language": "id",
            "now": self.office.clock(),
        }
        with self.office.services.database.write() as connection:
            return queue.queue(connection, **{**values, **more})

    def put_code(self, **more: Any) -> str:
        return self.put(
            template="code.registration",
            facts={"code": "493817", "seconds": 300},
            expires_at=self.office.clock() + timedelta(seconds=300),
            **more,
        )

    def deliver(self, channel: Channel = Channel.EMAIL) -> int:
        return self.worker.deliver_due(channel)

    def rows(self, **where: Any) -> list[Any]:
        return self.office.rows(tables.outgoing_messages, **where)

    def row(self) -> Any:
        (row,) = self.rows()
        return row


@pytest.fixture
def post(any_office: Office) -> Post:
    """On SQLite and on PostgreSQL."""
    return Post(any_office)
