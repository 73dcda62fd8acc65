"""Messages of the HTTP interface (protocol.md 2.4–2.8), stage A, with room for stage B in the envelope."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal, TypeVar

import msgspec

PROTO_MIN = 1
PROTO_MAX = 1
"""Protocol versions this program speaks."""


class Message(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Base of all requests: an unknown field is refused by name."""


class Reply(msgspec.Struct, frozen=True, kw_only=True):
    """Base of all answers: a newer backend may add fields."""


T = TypeVar("T", bound=msgspec.Struct)


def changed(message: T, **members: Any) -> T:
    """Return a message with other values in some of its members."""
    return msgspec.structs.replace(message, **members)


class SignIn(Message, frozen=True, kw_only=True):
    """First step: who, and the password."""

    username: str
    password: str
    device_id: str
    device_name: str = ""


class SecondFactor(Message, frozen=True, kw_only=True):
    """Second step, where TOTP is on. ``challenge`` comes from the first step."""

    challenge: str
    code: str


class AccessRow(Reply, frozen=True, kw_only=True):
    """One access of the signed-in person.

    Attributes:
        active: whether it may be acted through today.
        kind: ``AccessKind`` value.
        klpd_code, klpd_name: the instansi, where the access is for a whole one or its satker belongs to it.
        valid_from, valid_until: days, empty where there is no limit.
        status: ``AccessStatus`` value.
        reason: why it was deactivated.
    """

    access_id: str
    role: str
    position: str
    satker_id: str = ""
    satker_name: str = ""
    vendor_id: str = ""
    vendor_name: str = ""
    valid_until: str = ""
    active: bool = True
    kind: str = ""
    klpd_code: str = ""
    klpd_name: str = ""
    valid_from: str = ""
    status: str = ""
    reason: str = ""


class Session(Reply, frozen=True, kw_only=True):
    """A signed-in session; times in seconds of validity.

    Attributes:
        totp_on: a fresh proof of presence is a code then (``StepUp``), and not the password.
    """

    access_token: str
    access_seconds: int
    refresh_token: str
    user_id: str
    name: str
    username: str
    nip: str
    accesses: list[AccessRow]
    training: bool
    profile_status: str = "VERIFIED"
    totp_on: bool = False


class SignInAnswer(Reply, frozen=True, kw_only=True):
    """Either a session or a challenge for the second factor."""

    session: Session | None = None
    challenge: str = ""


class Refresh(Message, frozen=True, kw_only=True):
    """Ask for new tokens; the old refresh token is spent."""

    refresh_token: str
    device_id: str


class StepUp(Message, frozen=True, kw_only=True):
    """Prove presence again before signing or paying: the TOTP code where on, else the password."""

    code: str = ""
    password: str = ""


class StepUpAnswer(Reply, frozen=True, kw_only=True):
    """How long the fresh proof holds, in seconds."""

    seconds: int


class Hello(msgspec.Struct, frozen=True, kw_only=True):
    """Versions of the client.

    The one request whose unknown fields are passed over: a backend must be able to tell a newer client in
    words that they do not fit.

    Attributes:
        core_version: version of the rules in it.
        schema: version of its local file.
        rules_held: ``HelloAnswer.rules_version`` of the rules it has: the same are not sent again.
    """

    proto_min: int
    proto_max: int
    client_version: str
    core_version: str = ""
    schema: int = 0
    rules_held: str = ""


class HelloLimits(Reply, frozen=True, kw_only=True):
    """Sizes that requests may have. 0: not said.

    Attributes:
        batch: envelopes in one batch.
        body: bytes of a JSON body.
        pull_rows: feed rows in one answer.
        chunk: bytes of one piece of an upload.
    """

    batch: int = 0
    body: int = 0
    pull_rows: int = 0
    chunk: int = 0


class HelloAnswer(Reply, frozen=True, kw_only=True):
    """Versions and rules of the backend.

    Attributes:
        server_version: of the program; rules and wire are of the same release.
        schema: version of its database.
        type_versions: command to the oldest and newest version of it that is taken.
        min_client: oldest client that is taken, empty: any.
        upgrade_by: last day (ISO) for older clients; empty: they are not taken any more.
        limits: sizes of requests.
        scopes: left for later: what the person may see, where somebody is signed in.
        rules_version: of both documents together.
        policy: the whole dated rule book; empty where the client has it, or is not taken.
        registration: the dated forms, limits and reasons of registration; likewise.
    """

    proto_min: int
    proto_max: int
    server_version: str
    server_time: datetime
    epoch: str
    training: bool
    schema: int = 0
    type_versions: dict[str, tuple[int, int]] = msgspec.field(default_factory=dict)
    min_client: str = ""
    upgrade_by: str = ""
    limits: HelloLimits = msgspec.field(default_factory=HelloLimits)
    scopes: list[str] = msgspec.field(default_factory=list)
    rules_version: str = ""
    policy: dict[str, Any] = msgspec.field(default_factory=dict)
    policy_version: str = ""
    registration: dict[str, Any] = msgspec.field(default_factory=dict)


class Envelope(Message, frozen=True, kw_only=True):
    """One command on its way (protocol.md 2.5).

    Attributes:
        base_rev: revision of the aggregate that the person saw; 0 for a new one.
        guards: what the person saw, in plain values; recorded, and checked by the command's own rules.
        not_after: the intent expires then.
        device_id, seq: order on the device; ``seq`` is recorded now and enforced in stage B.
        made_at: when the person did it, by the clock of their computer; evidence, it decides nothing.
        clock_offset_ms: what had to be added to that clock for the backend's time, as far as it was known.
    """

    cmd_id: str
    type: str
    type_version: int
    acting_as: str
    aggregate: str
    base_rev: int
    payload: dict[str, Any]
    device_id: str = ""
    seq: int = 0
    guards: dict[str, str | int] = msgspec.field(default_factory=dict)
    not_after: datetime | None = None
    depends_on: str = ""
    attachments: list[str] = msgspec.field(default_factory=list)
    made_at: datetime | None = None
    clock_offset_ms: int = 0
    core_version: str = ""
    client_version: str = ""


class CommandBatch(Message, frozen=True, kw_only=True):
    """At most 50 envelopes of one device in the order they were made."""

    envelopes: list[Envelope]


OutcomeKind = Literal["ok", "rejected", "conflict", "skipped", "parked", "retry"]


class Outcome(Reply, frozen=True, kw_only=True):
    """What became of one command; final but for ``retry``. The same bytes for every delivery."""

    cmd_id: str
    outcome: OutcomeKind
    code: str = ""
    field: str = ""
    facts: dict[str, str | int] = msgspec.field(default_factory=dict)
    sentence: str = ""
    aggregate: str = ""
    rev: int = 0
    number: str = ""


class CommandAnswer(Reply, frozen=True, kw_only=True):
    """Outcomes in the order of the batch."""

    outcomes: list[Outcome]


class PullRequest(Message, frozen=True, kw_only=True):
    """Ask for what is new. ``cursors``: last number held per scope; a scope not named starts at 0.

    An answer ends before ``want_rows`` or ``want_bytes`` would be exceeded, but always with a row if there is
    one; the backend has limits of its own.
    """

    cursors: dict[str, int]
    epoch: str = ""
    scopes_version: str = ""
    want_rows: int = 20_000
    want_bytes: int = 1024 * 1024


class FeedRow(Reply, frozen=True, kw_only=True):
    """One numbered row of a scope: the whole new image of an entity, or an ack of a command.

    Attributes:
        kind: ``order``, ``rup``, ``official``, ``satker``, ``vendor``, ``access``, ``filing`` or ``ack``.
        row: the entity's wire image; for ``ack`` the outcome.
        deleted: the entity is gone from this scope.
    """

    scope: str
    seq: int
    kind: str
    entity: str
    rev: int
    row: dict[str, Any]
    deleted: bool = False


class PullAnswer(Reply, frozen=True, kw_only=True):
    """Rows and the heads they lead to. ``more``: ask again with the new cursors.

    An answer without ``more`` ends a checkpoint: its heads, with the rows of all answers since the cursors
    held, are one state of the backend. A client shows nothing of a checkpoint before its last answer.
    """

    epoch: str
    scopes_version: str
    rows: list[FeedRow]
    heads: dict[str, int]
    more: bool
    scopes_removed: list[str] = msgspec.field(default_factory=list)
    catalogue_seq: int = 0


class RawFeedRow(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """``FeedRow`` whose image stays the JSON it is: neither side needs to look into it on its way."""

    scope: str
    seq: int
    kind: str
    entity: str
    rev: int
    row: msgspec.Raw
    deleted: bool = False


class RawPullAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """``PullAnswer`` of raw rows, as the backend writes it and the desktop reads it."""

    epoch: str
    scopes_version: str
    rows: list[RawFeedRow]
    heads: dict[str, int]
    more: bool
    scopes_removed: list[str] = msgspec.field(default_factory=list)
    catalogue_seq: int = 0


class DocumentInfo(Reply, frozen=True, kw_only=True):
    """A stored document: its current revision and who has signed it."""

    document_id: str
    kind: str
    order_id: str
    sha256: str
    size: int
    signatures: int


class SignedRevision(Reply, frozen=True, kw_only=True):
    """The backend's verdict on an uploaded signed revision."""

    document_id: str
    sha256: str
    based_on: str
    signer: str
    valid: bool
    code: str = ""


class CertificateRequest(Message, frozen=True, kw_only=True):
    """A PKCS#10 request in PEM, made on the signer's own machine."""

    csr_pem: str


class Certificate(Reply, frozen=True, kw_only=True):
    """The issued certificate and its chain, PEM."""

    certificate_pem: str
    chain_pem: list[str]
    serial: str
    not_after: datetime


class Problem(Reply, frozen=True, kw_only=True):
    """Every answer that is not a success (RFC 9457 in spirit): code, field, facts, and one sentence."""

    code: str
    sentence: str
    field: str = ""
    facts: dict[str, str | int] = msgspec.field(default_factory=dict)
