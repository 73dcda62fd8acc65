"""What an operator sets, and the limits that protect the service."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
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
        step_up: a fresh proof of presence, before signing, paying, deciding or changing the account.
        totp_enrolment: a new second factor has to be confirmed within it.
        contact_change: a new email or phone has to be proven within it.
        factor_reset: both codes have to be right within it, where phone and recovery codes are lost.
        factor_reset_wait: from then until the second factor is off; any signed-in session can stop it.
        factor_reset_lapse: after the wait, within which the owner has to sign in.
    """

    access: int = 600
    refresh: int = 30 * 24 * 3600
    refresh_grace: int = 60
    challenge: int = 300
    step_up: int = 300
    totp_enrolment: int = 900
    contact_change: int = 1800
    factor_reset: int = 1800
    factor_reset_wait: int = 24 * 3600
    factor_reset_lapse: int = 7 * 24 * 3600


@dataclass(frozen=True, kw_only=True)
class Throttle:
    """How many failed sign-ins are borne, and how long the pause after them is.

    Attributes:
        per_account: failures of one account in the window, of all devices together that are strangers to it;
            also of its second factor.
        per_device: failures in the window of a device that has signed in to the account before.
        per_address: failures from one network address in the window, from strangers.
        window: seconds; also the first pause.
        longest: seconds; every further pause of an account or device is twice the one before, up to this.
        forget: seconds after a pause until the next one is a first one again.
        second_factor_ever: wrong codes in a row after which only a recovery code or a reset helps.
        emails_per_address: codes by email that one network address may cause in an hour.
        sms_per_address: codes by SMS, which cost money, likewise.
        registrations_per_address: registrations begun from one network address in an hour.
        sms_per_registration: SMS of one registration, whatever the number.
    """

    per_account: int = 5
    per_device: int = 10
    per_address: int = 50
    window: int = 900
    longest: int = 8 * 3600
    forget: int = 24 * 3600
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
        pull_bytes: bytes of their images.
        open_uploads: unfinished uploads of one person.
        unused_bytes: bytes of one person's uploads and files that no form has named yet.
        unused_file_days: days after which such a file is removed.
    """

    body: int = 1024 * 1024
    document: int = 20 * 1024 * 1024
    batch: int = 50
    pull_rows: int = 20_000
    pull_bytes: int = 4 * 1024 * 1024
    open_uploads: int = 20
    unused_bytes: int = 64 * 1024 * 1024
    unused_file_days: int = 7


@dataclass(frozen=True, kw_only=True)
class Smtp:
    """The mail server that messages are handed to.

    Attributes:
        security: ``starttls`` (RFC 3207), ``tls`` from the first byte (RFC 8314), or ``none``, which only a
            server on this machine may have. There is no falling back from one to the next.
        username: empty: without signing in.
        sender: address in From; its domain is also that of the Message-ID.
        sender_name: words beside it.
        ca_file: authorities in PEM in place of the system's.
        timeout: seconds for one step of the conversation.
    """

    host: str
    sender: str
    port: int = 587
    security: str = "starttls"
    username: str = ""
    password: str = field(default="", repr=False)
    sender_name: str = "INAPROC Desktop"
    ca_file: str = ""
    timeout: float = 20.0


@dataclass(frozen=True, kw_only=True)
class SmsGateway:
    """The HTTP gateway that SMS are handed to (docs/sms-gateway.md).

    Attributes:
        url: ``https://…``; ``http://`` only on this machine.
        token: bearer token.
        sender: name or number that the SMS comes from; empty: the gateway's own.
        ca_file: authorities in PEM in place of the system's.
        timeout: seconds.
    """

    url: str
    token: str = field(default="", repr=False)
    sender: str = ""
    ca_file: str = ""
    timeout: float = 20.0


@dataclass(frozen=True, kw_only=True)
class Messaging:
    """How messages go out. A channel without a way waits in the queue; training needs none.

    Attributes:
        attempts: deliveries tried before a message is given up.
        first_retry, longest_retry: seconds; the wait doubles from the one to the other, with jitter.
        lease: seconds that a worker has for one message before another may take it; longer than all
            time-outs of one delivery together.
        look: seconds between two looks at the queue when nothing rings, for what other processes queued.
        keep_days: how long the masked row of a message is kept.
    """

    smtp: Smtp | None = None
    sms: SmsGateway | None = None
    attempts: int = 10
    first_retry: float = 10.0
    longest_retry: float = 3600.0
    lease: float = 300.0
    look: float = 5.0
    keep_days: int = 30


@dataclass(frozen=True, kw_only=True)
class VerificationService:
    """The provider that verifies identities over HTTPS (docs/verification-provider.md).

    Attributes:
        url: ``https://…``; ``http://`` only on this machine.
        secret: shared with the provider: requests and answers are signed with it.
        token: bearer token, where the provider wants one.
        name: short name, kept with each profile.
        ca_file: authorities in PEM in place of the system's.
        timeout: seconds for one step of a call.
        tolerance: seconds that the clock of a signed answer may differ.
        look: seconds between two looks for profiles to hand over or ask about.
    """

    url: str
    secret: str = field(repr=False)
    token: str = field(default="", repr=False)
    name: str = "http"
    ca_file: str = ""
    timeout: float = 20.0
    tolerance: int = 300
    look: float = 30.0


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
        min_client: oldest client that is taken (``0.3`` or ``0.3.1``); empty: any that speaks the protocol.
        upgrade_by: last day, at the capital, on which older clients still are; ``None``: none is.
        scanner: ClamAV daemon that files are shown to before they are stored: ``clamd://host:3310`` or
            ``clamd:///run/clamav/clamd.ctl``; empty: only the EICAR test string is known.
    """

    data: Path
    database_url: str = ""
    training: bool = False
    trust_forwarded: bool = False
    heartbeat: float = 15.0
    breached_passwords: Path | None = None
    min_client: str = ""
    upgrade_by: date | None = None
    scanner: str = ""
    passwords: PasswordCost = field(default_factory=PasswordCost)
    lifetimes: Lifetimes = field(default_factory=Lifetimes)
    throttle: Throttle = field(default_factory=Throttle)
    limits: Limits = field(default_factory=Limits)
    messaging: Messaging = field(default_factory=Messaging)
    verification: VerificationService | None = None
