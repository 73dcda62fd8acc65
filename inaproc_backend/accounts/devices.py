"""The devices of an account: which ones it knows, what is signed in on them, and ending that."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection

from inaproc_backend.storage.statements import Statement
from inaproc_backend.storage.times import from_text, to_text
from inaproc_core.wire.account import SessionRow

_KNOWN = Statement(
    """
    SELECT device_id FROM devices
    WHERE user_id = :user_id AND device_id = :device_id AND revoked_at IS NULL
    """
)
_ALL = Statement("SELECT device_id FROM devices WHERE user_id = :user_id ORDER BY device_id")
_LIVE = Statement(
    """
    SELECT id, device_name, created_at, last_seen_at, address FROM sessions
    WHERE user_id = :user_id AND revoked_at IS NULL AND expires_at > :now
    ORDER BY last_seen_at DESC, id
    """
)
_END_ONE = Statement(
    """
    UPDATE sessions SET revoked_at = :now, revoked_because = :because
    WHERE id = :session_id AND user_id = :user_id AND revoked_at IS NULL AND expires_at > :now
    RETURNING device_id, device_name
    """
)
_END_OTHERS = Statement(
    """
    UPDATE sessions SET revoked_at = :now, revoked_because = :because
    WHERE user_id = :user_id AND revoked_at IS NULL AND id <> :kept
    """
)
_DISOWN = Statement(
    """
    UPDATE devices SET revoked_at = :now
    WHERE user_id = :user_id AND device_id = :device_id AND revoked_at IS NULL
    """
)
_DISOWN_ALL = Statement(
    "UPDATE devices SET revoked_at = :now WHERE user_id = :user_id AND revoked_at IS NULL"
)


def is_known(connection: Connection, user_id: str, device_id: str) -> bool:
    """Return whether this device has signed in to this account, and was not sent away since."""
    return _KNOWN.one(connection, {"user_id": user_id, "device_id": device_id}) is not None


def device_ids(connection: Connection, user_id: str) -> list[str]:
    """Return every device that ever signed in to this account."""
    return [str(row[0]) for row in _ALL.all(connection, {"user_id": user_id})]


def live_sessions(connection: Connection, user_id: str, now: datetime, *, current: str) -> list[SessionRow]:
    """Return what is signed in now, the newest sign of life first."""
    return [
        SessionRow(
            session_id=session_id,
            device_name=device_name,
            created_at=from_text(created_at),
            last_seen=from_text(last_seen_at or created_at),
            current=session_id == current,
            address=address,
        )
        for session_id, device_name, created_at, last_seen_at, address in _LIVE.all(
            connection, {"user_id": user_id, "now": to_text(now)}
        )
    ]


def end_one(connection: Connection, user_id: str, session_id: str, now: datetime) -> str | None:
    """End one session of this person; its device is a stranger from then on.

    Returns:
        The name of the device, or ``None`` when this person has no such live session.
    """
    row = _END_ONE.one(
        connection,
        {"session_id": session_id, "user_id": user_id, "because": "ended by its owner", "now": to_text(now)},
    )
    if row is None:
        return None
    _DISOWN.run(connection, {"user_id": user_id, "device_id": row[0], "now": to_text(now)})
    return str(row[1])


def end_others(connection: Connection, user_id: str, because: str, now: datetime, *, kept: str = "") -> None:
    """End all sessions of this person but the one that is kept."""
    row = {"user_id": user_id, "because": because, "kept": kept, "now": to_text(now)}
    _END_OTHERS.run(connection, row)


def disown_all(connection: Connection, user_id: str, now: datetime) -> None:
    """Make a stranger of every device."""
    _DISOWN_ALL.run(connection, {"user_id": user_id, "now": to_text(now)})
