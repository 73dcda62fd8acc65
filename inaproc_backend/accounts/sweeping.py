"""Forgetting what account safety no longer needs."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Connection

from inaproc_backend.accounts import events, throttle
from inaproc_backend.services import Services
from inaproc_backend.storage.statements import Statement
from inaproc_backend.storage.times import to_text

_DAY = timedelta(days=1)

_SWEEPS = (
    Statement("DELETE FROM recoveries WHERE expires_at <= :before"),
    Statement("DELETE FROM totp_enrolments WHERE expires_at <= :before"),
    Statement("DELETE FROM contact_changes WHERE expires_at <= :before"),
    Statement("DELETE FROM challenges WHERE expires_at <= :before"),
    Statement("DELETE FROM access_tokens WHERE expires_at <= :before"),
)


def sweep(services: Services, connection: Connection, now: datetime) -> None:
    """Delete what ended a day ago; events of real accounts and resets of second factors are kept."""
    for statement in _SWEEPS:
        statement.run(connection, {"before": to_text(now - _DAY)})
    throttle.sweep(connection, services.config.throttle, now)
    events.sweep(connection, now - _DAY)
