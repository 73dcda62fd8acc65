"""What the sync engine needs: the work file on one side, the backend on the other.

The engine knows neither SQLite nor HTTP; ``storage/`` and ``remote/`` implement these.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from inaproc_core.errors import Refusal
from inaproc_core.orders.commands import Command
from inaproc_core.roles import Actor
from inaproc_core.wire.messages import (
    Certificate,
    HelloAnswer,
    Outcome,
    PullRequest,
    RawPullAnswer,
    Session,
    SignedRevision,
    SignInAnswer,
)
from inaproc_desktop.ports.data import Deed, StoredDocument, TrainingPerson
from inaproc_desktop.ports.ui import ChangeSet

HELD_BACK = "sync.held"
"""Code of a pull that was not applied because it would delete most of a scope."""


@dataclass(frozen=True, kw_only=True)
class Queued:
    """One command of the outbox as it is sent.

    Attributes:
        envelope: the exact JSON bytes, made once and sent unchanged for ever.
        attempts: how often sending was begun.
    """

    cmd_id: str
    order_id: str
    envelope: bytes
    attempts: int


@dataclass(frozen=True, kw_only=True)
class Counts:
    """What waits in the outbox, what wants an answer of the person, and the end of the last complete pull.

    Attributes:
        held_back: rows that the backend would delete at once, so many that the person should look first.
    """

    waiting: int
    attention: int
    synced_at: datetime | None = None
    held_back: int = 0


class WorkFile(Protocol):
    """The work file as the engine uses it. Every method is one transaction."""

    def due(self, *, most: int = ..., without: Collection[str] = ()) -> tuple[Queued, ...]:
        """Return the next command to send of each order, in the order they were made; at most so many.

        An order whose oldest command is parked or already answered has none; the others go on. One that was
        enqueued is left out until it is released.
        """

    def queued(self, cmd_id: str) -> Queued | None:
        """Return one command that has not been settled."""

    def earlier(self, cmd_id: str) -> bool:
        """Return whether an older command of the same order still waits."""

    def enqueue(
        self, command: Command, *, actor: Actor, order_id: str, base_rev: int
    ) -> tuple[str, ChangeSet]:
        """Store an online-only command durably before it is sent; returns its id. Then ``release`` it."""

    def release(self, cmd_id: str) -> None:
        """Leave an enqueued command to the rounds: nobody waits for it any more."""

    def begin(self, cmd_ids: Sequence[str]) -> ChangeSet:
        """Note that these are being sent."""

    def answered(self, outcomes: Sequence[Outcome]) -> ChangeSet:
        """Note what the backend answered. Nothing leaves the outbox before its ack row arrives."""

    def unanswered(self, cmd_ids: Sequence[str], code: str) -> ChangeSet:
        """Note that these were not answered, and why. What was parked and not sent stays parked."""

    def refuse(self, cmd_id: str, refusal: Refusal, sentence: str) -> ChangeSet:
        """Settle a command that the backend will never take (malformed, id used twice): journal and tray."""

    def forget(self, cmd_id: str) -> ChangeSet:
        """Drop a command that certainly never left this machine, unless a later one builds on it."""

    def deed(self, cmd_id: str) -> Deed | None:
        """Return a command as a screen sees it, settled or not."""

    def position(self) -> PullRequest:
        """Return where the last page of the pull under way ended, or where the file stands."""

    def apply(self, answer: RawPullAnswer) -> ChangeSet:
        """Take a page of a pull; with the last one everything is applied, all or nothing.

        Raises:
            WorldFailed: ``world.answer`` when numbers are missing; the scopes concerned start anew.
                ``sync.held`` when it would delete most of a scope; nothing is applied.
        """

    def agree_to_deletions(self) -> None:
        """Let the next checkpoint through however much it deletes."""

    def forget_history(self) -> ChangeSet:
        """Drop confirmed rows and cursors: the backend began a new history. The outbox stays."""

    def counts(self) -> Counts:
        """Count what waits."""

    def others_waiting(self) -> int:
        """Count unsent commands of other people on this machine."""


class Rules(Protocol):
    """The same rules as the backend's, asked with what this machine knows."""

    def expected_refusal(self, command: Command, actor: Actor, order_id: str) -> Refusal | None:
        """Return why a command would be refused, or ``None``. A signature is taken to be good."""


@dataclass(frozen=True, kw_only=True)
class Pack:
    """A whole catalogue. ``lines`` are JSON, vendors before their products; read them once."""

    seq: int
    lines: Iterable[bytes]


class CatalogueFile(Protocol):
    """The local catalogue as the engine uses it."""

    def seq(self) -> int:
        """Return the freshness number of what is held; 0 when nothing is."""

    def replace(self, pack: Pack, at: datetime) -> ChangeSet:
        """Build a new catalogue beside the old one, then switch."""


class Wire(Protocol):
    """The backend's calls. Each raises ``WorldFailed`` or ``BackendRefused``."""

    def hello(self) -> HelloAnswer:
        """Exchange versions; works without a session."""

    def sign_in(self, username: str, password: str) -> SignInAnswer:
        """First step of signing in."""

    def second_factor(self, challenge: str, code: str) -> SignInAnswer:
        """Second step."""

    def restore(self, refresh_token: str) -> Session:
        """Begin with a kept refresh token; it is spent by this."""

    def adopt(self, session: Session) -> None:
        """Use this session's tokens from now on."""

    def renew(self) -> Session:
        """Exchange the refresh token now: the answer carries the accesses as they stand."""

    def step_up(self, code: str, password: str) -> int:
        """Prove presence again; returns seconds of validity."""

    def sign_out(self) -> None:
        """End the session and forget its tokens."""

    def push(self, envelopes: Sequence[bytes]) -> list[Outcome]:
        """Send commands; outcomes in the same order."""

    def pull(self, request: PullRequest) -> RawPullAnswer:
        """Ask for what is new."""

    def catalogue_pack(self, known_seq: int) -> Pack | None:
        """Fetch the catalogue; ``None`` when the known one is the newest."""

    def training_people(self) -> tuple[TrainingPerson, ...]:
        """Return the people of the training office; empty outside training."""

    def reset_training(self) -> None:
        """Rebuild the training office."""

    def close(self) -> None:
        """Give the connections back."""


class DocumentCalls(Protocol):
    """The backend's calls about documents and certificates."""

    def document(self, document_id: str) -> tuple[bytes, str]:
        """Return the current revision of a document and its sha256 as the backend states it."""

    def upload_signed(self, document_id: str, pdf: bytes) -> SignedRevision:
        """Offer a signed revision for the backend's verification."""

    def certificate(self, csr_pem: str) -> Certificate:
        """Ask for a certificate for a key made on this machine."""

    def ca_pem(self) -> str:
        """Return the roots that signatures are checked against."""


class DocumentFile(Protocol):
    """Revisions kept on this machine."""

    def newest(self, document_id: str) -> StoredDocument | None:
        """Return the newest revision held."""

    def keep(self, document: StoredDocument) -> None:
        """Keep a revision."""


class WakeStream(Protocol):
    """Hints that a scope has moved on; lost hints cost time, never data."""

    def start(self, on_hint: Callable[[], None]) -> None:
        """Listen on an own thread; ``on_hint`` is called there."""

    def stop(self, seconds: float) -> bool:
        """End the thread; returns whether it ended in time."""
