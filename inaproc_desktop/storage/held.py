"""Commands that wait in the outbox because the backend did not know their version."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec
from sqlalchemy import Connection, update

from inaproc_core.wire.messages import Outcome
from inaproc_desktop.ports.ui import ChangeSet
from inaproc_desktop.storage import queue
from inaproc_desktop.storage.records import QueueState
from inaproc_desktop.storage.schema import OUTBOX
from inaproc_desktop.storage.sql import Sql
from inaproc_desktop.storage.work import WorkDatabase

UNSUPPORTED = "command.unsupported_version"

_PARKED = Sql("SELECT cmd_id, outcome FROM outbox WHERE state = 'parked'")


class LocalHeldCommands:
    """Implements ``ports.understanding.HeldCommands``."""

    def __init__(self, work: WorkDatabase) -> None:
        self._work = work

    def count(self) -> int:
        """Return how many there are."""
        with self._work.read() as connection:
            return len(_held(connection))

    def release(self, accepted: Mapping[str, tuple[int, int]]) -> ChangeSet:
        """Let those be sent again whose version is accepted now; their stored bytes stay as they are."""
        with self._work.read() as connection:
            if not _held(connection):
                return ChangeSet.of(initiator="sync")
        ids: list[str] = []
        with self._work.write() as connection:
            for cmd_id in _held(connection):
                record = queue.record(connection, cmd_id)
                if record is None:
                    continue
                oldest, newest = accepted.get(record.envelope.type, (1, 0))
                if oldest <= record.envelope.type_version <= newest:
                    ids.append(cmd_id)
            again = update(OUTBOX).where(OUTBOX.c.cmd_id.in_(ids))
            connection.execute(again.values(state=QueueState.WAITING.value))
        return ChangeSet.of(*(("deed", "order") if ids else ()), ids=ids, initiator="sync")


def _held(connection: Connection) -> list[str]:
    return [cmd_id for cmd_id, outcome in _PARKED.all(connection) if _is_unsupported(outcome)]


def _is_unsupported(outcome: bytes | None) -> bool:
    return outcome is not None and msgspec.json.decode(outcome, type=Outcome).code == UNSUPPORTED
