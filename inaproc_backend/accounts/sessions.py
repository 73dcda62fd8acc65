"""Sessions: short opaque access tokens, a rotating refresh token per device, and fresh proofs of presence.

Rotation follows RFC 9700 §4.14 with the grace rule of security.md 4.2: an answer that got lost on a bad link
must not sign an official out, and a stolen token must not go unseen.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection

from inaproc_backend.accounts.tokens import Bits, digest, new_token, seal, unseal
from inaproc_backend.config import Lifetimes
from inaproc_backend.storage.statements import Statement
from inaproc_backend.storage.times import from_text, to_text
from inaproc_core.values import ulid

_OPEN = Statement(
    """
    INSERT INTO sessions (id, user_id, device_id, device_name, address, created_at, last_seen_at, expires_at)
    VALUES (:id, :user_id, :device_id, :device_name, :address, :now, :now, :expires_at)
    """
)
_SEE_DEVICE = Statement(
    """
    INSERT INTO devices (device_id, user_id, name, first_seen, last_seen)
    VALUES (:device_id, :user_id, :name, :now, :now)
    ON CONFLICT (device_id, user_id) DO UPDATE SET
        last_seen = excluded.last_seen, name = excluded.name, revoked_at = NULL
    """
)
_GIVE_ACCESS = Statement(
    "INSERT INTO access_tokens (token_hash, session_id, expires_at) VALUES (:hash, :session_id, :expires_at)"
)
_SWEEP = Statement("DELETE FROM access_tokens WHERE session_id = :session_id AND expires_at <= :now")
_GIVE_REFRESH = Statement(
    "INSERT INTO refresh_tokens (token_hash, session_id, issued_at) VALUES (:hash, :session_id, :now)"
)
_FIND = Statement(
    """
    SELECT s.id, s.user_id, s.device_id, s.stepped_up_at, p.username, p.name, p.nip, a.expires_at,
           s.device_name
    FROM access_tokens a JOIN sessions s ON s.id = a.session_id JOIN people p ON p.id = s.user_id
    WHERE a.token_hash = :hash AND a.expires_at > :now AND s.revoked_at IS NULL AND s.expires_at > :now
      AND p.active
    """
)
_FIND_REFRESH = Statement(
    """
    SELECT t.session_id, t.spent_at, t.successor_hash, t.successor_sealed, s.user_id, s.device_id,
           s.expires_at, s.revoked_at, p.active
    FROM refresh_tokens t JOIN sessions s ON s.id = t.session_id JOIN people p ON p.id = s.user_id
    WHERE t.token_hash = :hash
    """
)
_SPEND = Statement(
    """
    UPDATE refresh_tokens SET spent_at = :now, successor_hash = :successor, successor_sealed = :sealed
    WHERE token_hash = :hash AND spent_at IS NULL
    """
)
_IS_SPENT = Statement("SELECT spent_at FROM refresh_tokens WHERE token_hash = :hash")
_END = Statement(
    """
    UPDATE sessions SET revoked_at = :now, revoked_because = :because
    WHERE id = :session_id AND revoked_at IS NULL
    """
)
_SEE = Statement(
    """
    UPDATE sessions SET last_seen_at = :now, address = CASE WHEN :address = '' THEN address ELSE :address END
    WHERE id = :session_id
    """
)
_STEP_UP = Statement("UPDATE sessions SET stepped_up_at = :now WHERE id = :session_id")


@dataclass(frozen=True, kw_only=True)
class SignedIn:
    """The person behind a request, from its access token.

    Attributes:
        session_id: their session; the command handler checks it again inside its transaction.
        stepped_up_at: last fresh proof of presence.
        token_until: end of the access token.
    """

    session_id: str
    user_id: str
    device_id: str
    username: str
    name: str
    nip: str
    stepped_up_at: datetime | None
    token_until: datetime
    device_name: str = ""


@dataclass(frozen=True, kw_only=True)
class Tokens:
    """A pair of tokens as handed to the client."""

    session_id: str
    user_id: str
    access: str
    refresh: str


@dataclass(frozen=True)
class Lost:
    """Why a refresh token brought no new ones.

    Attributes:
        code: of the refusal.
        user_id: whose session it is, where a family was found.
        session_id: the family.
    """

    code: str
    user_id: str = ""
    session_id: str = ""


def open_session(
    connection: Connection,
    *,
    user_id: str,
    device_id: str,
    device_name: str,
    lifetimes: Lifetimes,
    bits: Bits,
    now: datetime,
    address: str = "",
) -> Tokens:
    """Begin a session after all factors were proven; the device is known to the account from then on."""
    session_id = ulid(now, bits(80))
    moment = to_text(now)
    _SEE_DEVICE.run(
        connection, {"device_id": device_id, "user_id": user_id, "name": device_name, "now": moment}
    )
    _OPEN.run(
        connection,
        {
            "id": session_id,
            "user_id": user_id,
            "device_id": device_id,
            "device_name": device_name,
            "address": address,
            "now": moment,
            "expires_at": to_text(now + timedelta(seconds=lifetimes.refresh)),
        },
    )
    refresh = new_token(bits)
    _GIVE_REFRESH.run(connection, {"hash": digest(refresh), "session_id": session_id, "now": moment})
    access = _give_access(connection, session_id, lifetimes, bits, now)
    return Tokens(session_id=session_id, user_id=user_id, access=access, refresh=refresh)


def find_session(connection: Connection, token: str, now: datetime) -> SignedIn | None:
    """Return who an access token belongs to; ``None`` when it is unknown, too old or revoked."""
    row = _FIND.one(connection, {"hash": digest(token), "now": to_text(now)})
    if row is None:
        return None
    return SignedIn(
        session_id=row[0],
        user_id=row[1],
        device_id=row[2],
        stepped_up_at=from_text(row[3]) if row[3] else None,
        username=row[4],
        name=row[5],
        nip=row[6],
        token_until=from_text(row[7]),
        device_name=row[8],
    )


def renew(
    connection: Connection,
    *,
    token: str,
    device_id: str,
    lifetimes: Lifetimes,
    bits: Bits,
    now: datetime,
    address: str = "",
) -> Tokens | Lost:
    """Exchange a refresh token.

    Returns:
        New tokens, or why there are none. The caller commits in both cases, because a refusal may have
        revoked the family: ``session.refresh_unknown``, ``session.ended``, ``session.refresh_spent`` (the
        family lives on) or ``session.refresh_reused`` (it was revoked just now).
    """
    row = _FIND_REFRESH.one(connection, {"hash": digest(token)})
    if row is None:
        return Lost("session.refresh_unknown")
    session_id, spent_at, successor_hash, sealed, user_id, owner, expires_at, revoked_at, alive = row
    if revoked_at or from_text(expires_at) <= now or not alive:
        return Lost("session.ended")
    if owner != device_id:
        end_session(connection, session_id, "refresh token from another device", now)
        return Lost("session.refresh_reused", user_id, session_id)
    _SEE.run(connection, {"session_id": session_id, "now": to_text(now), "address": address})
    if spent_at is None:
        successor = new_token(bits)
        spent = _SPEND.run(
            connection,
            {
                "hash": digest(token),
                "now": to_text(now),
                "successor": digest(successor),
                "sealed": seal(successor, token),
            },
        )
        if spent:
            _GIVE_REFRESH.run(
                connection, {"hash": digest(successor), "session_id": session_id, "now": to_text(now)}
            )
            access = _give_access(connection, session_id, lifetimes, bits, now)
            return Tokens(session_id=session_id, user_id=user_id, access=access, refresh=successor)
        # Another request with the same token was faster between our two statements: read what it left.
        row = _FIND_REFRESH.one(connection, {"hash": digest(token)})
        if row is None:
            return Lost("session.refresh_unknown")
        spent_at, successor_hash, sealed = row[1], row[2], row[3]
    if now - from_text(spent_at) > timedelta(seconds=lifetimes.refresh_grace):
        end_session(connection, session_id, "spent refresh token shown again", now)
        return Lost("session.refresh_reused", user_id, session_id)
    used = _IS_SPENT.one(connection, {"hash": successor_hash})
    if used is None or used[0] is not None:
        return Lost("session.refresh_spent", user_id, session_id)
    access = _give_access(connection, session_id, lifetimes, bits, now)
    return Tokens(session_id=session_id, user_id=user_id, access=access, refresh=unseal(sealed, token))


def end_session(connection: Connection, session_id: str, because: str, now: datetime) -> None:
    """Revoke a session with all its tokens, at once."""
    _END.run(connection, {"session_id": session_id, "because": because, "now": to_text(now)})


def mark_step_up(connection: Connection, session_id: str, now: datetime) -> None:
    """Note a fresh proof of presence."""
    _STEP_UP.run(connection, {"session_id": session_id, "now": to_text(now)})


def _give_access(
    connection: Connection, session_id: str, lifetimes: Lifetimes, bits: Bits, now: datetime
) -> str:
    token = new_token(bits)
    _SWEEP.run(connection, {"session_id": session_id, "now": to_text(now)})
    _GIVE_ACCESS.run(
        connection,
        {
            "hash": digest(token),
            "session_id": session_id,
            "expires_at": to_text(now + timedelta(seconds=lifetimes.access)),
        },
    )
    return token
