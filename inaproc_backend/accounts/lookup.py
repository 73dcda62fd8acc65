"""Finding an account by what is typed: username or email."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from inaproc_backend.storage.statements import Statement
from inaproc_core.sentences import LANGUAGES

_ACCOUNT = Statement(
    """
    SELECT p.id, c.password_hash, p.email, d.device_id
    FROM people p JOIN credentials c ON c.user_id = p.id
    LEFT JOIN devices d ON d.user_id = p.id AND d.device_id = :device_id AND d.revoked_at IS NULL
    WHERE (p.username = :name OR (p.email = :name AND p.email <> '')) AND p.active
    """
)
_LANGUAGE = Statement("SELECT language FROM people WHERE id = :user_id")


@dataclass(frozen=True, kw_only=True)
class Account:
    """What a name leads to; all empty where there is no such account, or not an active one.

    Attributes:
        password_hash: ``None`` where there is no account.
        known_device: the asking device has signed in to it before.
    """

    user_id: str = ""
    password_hash: str | None = None
    email: str = ""
    known_device: bool = False


def find_account(connection: Connection, name: str, *, device_id: str = "") -> Account:
    """Return the account of a username or an email, in lower case.

    An address that two accounts share, which nothing of ours makes, leads to neither.
    """
    rows = _ACCOUNT.all(connection, {"name": name, "device_id": device_id})
    if len(rows) != 1:
        return Account()
    user_id, password_hash, email, device = rows[0]
    return Account(user_id=user_id, password_hash=password_hash, email=email, known_device=device is not None)


def language_of(connection: Connection, user_id: str) -> str:
    """Return the language of messages to a person; the source language for nobody, at the same cost."""
    row = _LANGUAGE.one(connection, {"user_id": user_id})
    return str(row[0]) if row is not None else LANGUAGES[0]
