"""Our own bugs, kept for the operator; the user gets a number to quote."""

from __future__ import annotations

import logging

from inaproc_backend.services import Services
from inaproc_backend.storage.statements import Statement
from inaproc_backend.storage.times import to_text
from inaproc_core.values import ulid

_LOG = logging.getLogger(__name__)

_NOTE = Statement(
    """
    INSERT INTO incidents (number, cmd_id, where_, detail, at)
    VALUES (:number, :cmd_id, :where, :detail, :at)
    """
)
_COUNT = Statement("SELECT COUNT(*) FROM incidents WHERE cmd_id = :cmd_id")


def note_incident(services: Services, *, where: str, detail: str, cmd_id: str = "") -> str:
    """Keep an incident and return its number; the number also comes when the database is down."""
    now = services.clock()
    number = f"INC-{ulid(now, services.bits(80))}"
    row = {"number": number, "cmd_id": cmd_id, "where": where, "detail": detail, "at": to_text(now)}
    try:
        with services.database.write() as connection:
            _NOTE.run(connection, row)
    except Exception:  # the last wall: whatever broke the database must not hide the first fault
        _LOG.exception("incident %s could not be stored: %s", number, detail)
    return number


def count_incidents(services: Services, cmd_id: str) -> int:
    """Return how often a command has made the service fail."""
    with services.database.read() as connection:
        row = _COUNT.one(connection, {"cmd_id": cmd_id})
    return int(row[0]) if row is not None else 0
