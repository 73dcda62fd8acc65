"""What services need from the data side: mirror, outbox, drafts, cart, catalogue, documents, backend.

Implemented in ``storage/`` (the local SQLite file), ``remote/`` (HTTP) and ``sync/``. Every method
blocks and is therefore called on a lane of the runner, never on the UI thread. A write returns the
``ChangeSet`` that the caller publishes.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any, Protocol

from inaproc_core.errors import Refusal
from inaproc_core.orders.commands import Command
from inaproc_core.orders.facts import OfficialFact, RupFact, SatkerFact
from inaproc_core.orders.model import Order
from inaproc_core.roles import Actor
from inaproc_core.values import Quantity, Rupiah
from inaproc_core.wire.messages import (
    AccessRow,
    Certificate,
    Outcome,
    Session,
    SignedRevision,
    SignInAnswer,
)
from inaproc_desktop.ports.catalogue import (
    Catalogue,
    CataloguePage,
    CatalogueQuery,
    ProductRow,
    Region,
    Sort,
)
from inaproc_desktop.ports.link import Link
from inaproc_desktop.ports.ui import ChangeSet
from inaproc_desktop.ports.world import WorldFailed

__all__ = [
    "Backend",
    "BackendRefused",
    "Cart",
    "CartLine",
    "Catalogue",
    "CataloguePage",
    "CatalogueQuery",
    "Deed",
    "DeedFile",
    "DeedState",
    "Documents",
    "Draft",
    "Drafts",
    "Link",
    "Mirror",
    "OrderView",
    "Outbox",
    "ProductRow",
    "Region",
    "SignedIn",
    "Sort",
    "StoredDocument",
    "TrainingPerson",
    "WorldFailed",
]


class BackendRefused(Exception):  # noqa: N818 - a family of errors, as WorldFailed
    """The backend answered no: sign-in refused, not allowed, invalid. ``sentence`` is ready to be shown."""

    def __init__(self, refusal: Refusal, sentence: str = "", status: int = 0) -> None:
        super().__init__(refusal.code)
        self.refusal = refusal
        self.sentence = sentence
        self.status = status


class DeedState(StrEnum):
    """Where a queued deed stands, as *Kotak Keluar* shows it."""

    WAITING = "waiting"
    SENDING = "sending"
    REFUSED = "refused"
    CONFLICT = "conflict"
    PARKED = "parked"
    ACCEPTED = "accepted"


@dataclass(frozen=True, kw_only=True)
class Deed:
    """One command in the outbox or the tray, in the terms of a screen.

    Attributes:
        command: wire name (``order.counter_offer``).
        predicted: the refusal that the local rules expect, if any; the deed is kept all the same.
        outcome: the backend's answer once there is one.
        actor: who did it, through which access; the outbox is the person's, whatever access they used.
        uncertain: it was sent at least once and may have arrived.
        not_after: the intent expires then.
        depends_on: the earlier deed on the same order that this one builds on.
        settled_at: when its outcome arrived.
    """

    cmd_id: str
    command: str
    order_id: str
    state: DeedState
    made_at: datetime
    payload: Mapping[str, Any]
    attempts: int = 0
    last_error: str = ""
    predicted: Refusal | None = None
    outcome: Outcome | None = None
    order_number: str = ""
    actor: Actor | None = None
    uncertain: bool = False
    not_after: datetime | None = None
    depends_on: str = ""
    settled_at: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class DeedFile:
    """One deed with all that a card about it needs.

    Attributes:
        command: what was asked; ``None`` where this program does not know the command.
        seen: the confirmed order that the person looked at; ``None`` for a new order, or where an older
            program did not keep it.
    """

    deed: Deed
    command: Command | None
    seen: Order | None


@dataclass(frozen=True, kw_only=True)
class OrderView:
    """An order as it should be shown: confirmed by the backend, with own pending deeds applied.

    Attributes:
        order: base plus pending deeds.
        confirmed: the backend's version; ``None`` for an order that was never sent successfully.
        pending: own deeds, oldest first: on the way, or refused and not yet answered.
    """

    order: Order
    confirmed: Order | None
    pending: tuple[Deed, ...] = ()


class Mirror(Protocol):
    """Rows the backend confirmed, read together with the outbox. Nothing optimistic is stored in it."""

    def order(self, order_id: str) -> OrderView | None:
        """Return one order with pending deeds applied."""

    def orders(self) -> tuple[OrderView, ...]:
        """Return all orders of the active access, newest first, own unsent ones included."""

    def rups(self, satker_id: str) -> tuple[RupFact, ...]:
        """Return the RUP packages of a satker with what is left of their pagu."""

    def rup(self, code: str) -> RupFact | None:
        """Return one RUP package."""

    def officials(self, satker_id: str) -> tuple[OfficialFact, ...]:
        """Return the active officials of a satker."""

    def satker(self, satker_id: str) -> SatkerFact | None:
        """Return a satker."""

    def synced_at(self) -> datetime | None:
        """Return when the last pull ended, ``None`` before the first."""


class Outbox(Protocol):
    """What the person did, kept until the backend has answered (protocol.md 2.1, 2.9)."""

    def put(
        self,
        command: Command,
        *,
        actor: Actor,
        order_id: str,
        base_rev: int,
        guards: Mapping[str, str | int] | None = None,
        not_after: datetime | None = None,
        clear_draft: str = "",
        answers: Collection[str] = (),
    ) -> tuple[str, ChangeSet]:
        """Store a command durably and return its id.

        Args:
            command: what is asked.
            actor: who asks.
            order_id: the order.
            base_rev: its revision as the person saw it.
            guards: what the person saw, in plain values.
            not_after: when the intent expires.
            clear_draft: a draft that goes in the same transaction.
            answers: deeds that this one takes the place of: their cards go in the same transaction, and a
                held one is not sent any more.
        """

    def file(self, cmd_id: str) -> DeedFile | None:
        """Return one deed with its command and with what the person looked at; ``None`` when unknown."""

    def expected_refusal(self, command: Command, actor: Actor, order_id: str) -> Refusal | None:
        """Return why the rules of this machine would refuse a command now, or ``None``."""

    def deeds(self) -> tuple[Deed, ...]:
        """Return everything not yet settled and every refused or conflicting deed not yet answered."""

    def recent(self, limit: int = 50) -> tuple[Deed, ...]:
        """Return settled deeds, newest first."""

    def dismiss(self, *cmd_ids: str) -> ChangeSet:
        """Put away refused or conflicting deeds that the person has answered."""

    def withdraw(self, cmd_id: str) -> ChangeSet:
        """Take back a deed that has not been sent.

        Raises:
            Refused: ``outbox.sent_already`` when it is on its way or answered.
        """


@dataclass(frozen=True, kw_only=True)
class Draft:
    """Something unfinished that survives closing the window, e.g. a checkout or a negotiation reply.

    Attributes:
        kind: ``checkout`` or ``negotiation_reply`` …
        subject: what it belongs to: the penyedia of a checkout, the order of a reply.
        content: plain JSON data, the screen's own form.
        device: the other machine of the person that has it too, ``-`` for one without a name.
        undecided: two devices did what does not go together; the person must choose.
    """

    id: str
    kind: str
    subject: str
    title: str
    content: Mapping[str, Any]
    saved_at: datetime
    device: str = ""
    undecided: bool = False


class Drafts(Protocol):
    """Drafts of the active access."""

    def save(
        self,
        draft_id: str,
        kind: str,
        subject: str,
        title: str,
        content: Mapping[str, Any],
        since: Mapping[str, Any] | None = None,
    ) -> Draft:
        """Insert or replace a draft, durably; called at every pause in typing.

        Returns:
            The draft as it is kept: where another device changed it since the form ``since``, with those
            changes too.
        """

    def get(self, draft_id: str) -> Draft | None:
        """Return one draft."""

    def find(self, kind: str, subject: str) -> Draft | None:
        """Return the newest draft of a kind about a subject."""

    def all(self, kind: str = "") -> tuple[Draft, ...]:
        """Return drafts, newest first."""

    def delete(self, draft_id: str) -> None:
        """Remove a draft."""


@dataclass(frozen=True, kw_only=True)
class CartLine:
    """A product in the Keranjang; ``seen_price`` is what the person saw when putting it in."""

    product_id: str
    vendor_id: str
    quantity: Quantity
    seen_price: Rupiah
    added_at: datetime


class Cart(Protocol):
    """The Keranjang of the active access."""

    def lines(self) -> tuple[CartLine, ...]:
        """Return all lines in the order they were added."""

    def put(self, line: CartLine) -> ChangeSet:
        """Insert or replace the line of a product."""

    def remove(self, product_id: str) -> ChangeSet:
        """Take a product out."""


@dataclass(frozen=True, kw_only=True)
class StoredDocument:
    """A document's current revision. ``fetched_at`` tells how fresh a cached copy is."""

    document_id: str
    sha256: str
    pdf: bytes
    fetched_at: datetime


class Documents(Protocol):
    """PDF documents from the backend, kept locally by hash."""

    def fetch(self, document_id: str) -> StoredDocument:
        """Fetch the current revision.

        Raises:
            WorldFailed: without a link.
        """

    def cached(self, document_id: str) -> StoredDocument | None:
        """Return the newest revision held locally."""

    def upload_signed(self, document_id: str, pdf: bytes) -> SignedRevision:
        """Offer a signed revision for the backend's verification."""

    def certificate(self, csr_pem: str) -> Certificate:
        """Ask for a certificate for a key made on this machine."""

    def ca_pem(self) -> str:
        """Return the roots that signatures are checked against."""


@dataclass(frozen=True, kw_only=True)
class TrainingPerson:
    """Somebody of the training office, for the sign-in page."""

    username: str
    name: str
    role: str
    office: str


class Backend(Protocol):
    """Calls that make sense online only."""

    def sign_in(self, username: str, password: str) -> SignInAnswer:
        """First step of signing in."""

    def second_factor(self, challenge: str, code: str) -> SignInAnswer:
        """Second step, where TOTP is on."""

    def step_up(self, code: str, password: str) -> int:
        """Prove presence again; returns for how many seconds it holds."""

    def sign_out(self) -> None:
        """End the session on the backend."""

    def run_now(
        self, command: Command, *, actor: Actor, order_id: str, base_rev: int, cmd_id: str = ""
    ) -> Outcome:
        """Decide one online-only command (approval, signature, payment) and wait for its outcome.

        The command goes through the outbox file first, so a lost answer is asked for again by the same id.
        After ``ok`` the mirror is pulled before this returns.

        Raises:
            WorldFailed: the outcome is not known yet; it will be asked for again and shown in Kotak Keluar.
            Refused: the local rules refuse; nothing was sent.
        """

    def training_people(self) -> tuple[TrainingPerson, ...]:
        """Return the people of the training office; empty outside training."""

    def reset_training(self) -> None:
        """Rebuild the training office."""


@dataclass(frozen=True, kw_only=True)
class SignedIn:
    """The person at the window and the access they act through."""

    session: Session
    access: AccessRow
    actor: Actor
    training: bool
    server_url: str
    offline: bool = False
    accesses: tuple[AccessRow, ...] = field(default=())
