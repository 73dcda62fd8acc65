"""What an operator sets, and the limits that protect the service."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, kw_only=True)
class PasswordCost:
    """Argon2id parameters (RFC 9106); tests inject a cheap one."""

    passes: int = 3
    memory_kib: int = 64 * 1024
    lanes: int = 4


@dataclass(frozen=True, kw_only=True)
class Lifetimes:
    """How long tokens and proofs hold, in seconds (security.md 4.2).

    Attributes:
        access: access token.
        refresh: a refresh family, from sign-in, however often it is renewed.
        refresh_grace: a spent refresh token may be shown again by its device, because the answer got lost.
        challenge: between password and second factor.
        step_up: a fresh proof of presence, before signing or paying.
    """

    access: int = 600
    refresh: int = 30 * 24 * 3600
    refresh_grace: int = 60
    challenge: int = 300
    step_up: int = 300


@dataclass(frozen=True, kw_only=True)
class Throttle:
    """How many failed sign-ins are borne, and how long the pause after them is.

    Attributes:
        per_account: failures of one name in the window.
        per_address: failures from one network address in the window.
        window: seconds.
        second_factor_ever: wrong codes in a row after which the factor is locked for good.
        emails_per_address: codes by email that one network address may cause in an hour.
        sms_per_address: codes by SMS, which cost money, likewise.
        registrations_per_address: registrations begun from one network address in an hour.
        sms_per_registration: SMS of one registration, whatever the number.
    """

    per_account: int = 5
    per_address: int = 50
    window: int = 900
    second_factor_ever: int = 100
    emails_per_address: int = 60
    sms_per_address: int = 30
    registrations_per_address: int = 30
    sms_per_registration: int = 10


@dataclass(frozen=True, kw_only=True)
class Limits:
    """Sizes that a request may have.

    Attributes:
        body: bytes of a JSON body.
        document: bytes of an uploaded PDF.
        batch: envelopes in one batch.
        pull_rows: feed rows in one answer.
    """

    body: int = 1024 * 1024
    document: int = 20 * 1024 * 1024
    batch: int = 50
    pull_rows: int = 2000


@dataclass(frozen=True, kw_only=True)
class Config:
    """One running service.

    Attributes:
        data: folder of the database file, keys and stored files.
        database_url: PostgreSQL (``postgresql+psycopg://…``); empty: SQLite in ``data``.
        training: a made-up office, marked SIMULASI everywhere.
        trust_forwarded: take the client's address from ``X-Forwarded-For`` (behind a proxy of one's own).
        heartbeat: seconds between comments on a wake stream.
        breached_passwords: a file of SHA-1 values of known passwords, ordered by value; ``None``: only the
            list that ships (docs/decisions/0021).
    """

    data: Path
    database_url: str = ""
    training: bool = False
    trust_forwarded: bool = False
    heartbeat: float = 15.0
    breached_passwords: Path | None = None
    passwords: PasswordCost = field(default_factory=PasswordCost)
    lifetimes: Lifetimes = field(default_factory=Lifetimes)
    throttle: Throttle = field(default_factory=Throttle)
    limits: Limits = field(default_factory=Limits)
