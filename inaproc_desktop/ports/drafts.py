"""Drafts that a person's devices share: what the checkout page and the sync engine need of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from inaproc_core.orders.form import CheckoutForm
from inaproc_core.orders.merging import Clash, Side
from inaproc_desktop.ports.data import Draft
from inaproc_desktop.ports.ui import ChangeSet

SHARED_KINDS = frozenset({"checkout"})
"""Kinds of drafts that go to the person's other devices; all others stay on the machine."""


class VersionOrigin(StrEnum):
    """Why an earlier version was kept."""

    MINE = "mine"
    """Typed here, before both versions were put together."""
    THEIRS = "theirs"
    """Came from another device, before both versions were put together."""
    FOLLOWED = "followed"
    """Stood here until a newer one came from another device."""
    TAKEN_BACK = "taken_back"
    """Stood here until an earlier version was taken back."""
    ENDED = "ended"
    """Stood here when the draft was submitted or thrown away on another device."""


@dataclass(frozen=True, kw_only=True)
class DraftVersion:
    """An earlier version of a draft."""

    n: int
    saved_at: datetime
    origin: VersionOrigin
    form: CheckoutForm


class ClashKind(StrEnum):
    """What happened on the other device."""

    EDITED = "edited"
    DISCARDED = "discarded"
    SUBMITTED = "submitted"


@dataclass(frozen=True, kw_only=True)
class DraftClash:
    """Two devices did what does not go together; the person decides.

    Attributes:
        base: what both began with.
        mine: what stands here.
        theirs: what the other device made of it; ``None`` when the draft is gone there.
        places: what to choose, for ``EDITED`` only.
        number: of the order that it became, for ``SUBMITTED``.
        device: the other machine, empty where it is not known.
    """

    draft_id: str
    kind: ClashKind
    base: CheckoutForm
    mine: CheckoutForm
    theirs: CheckoutForm | None
    places: tuple[Clash, ...] = ()
    number: str = ""
    device: str = ""


class SharedDrafts(Protocol):
    """Drafts of the active access that other devices of the person have too."""

    def position(self, draft_id: str) -> int:
        """Return the revision that was last agreed with the backend; 0 before the first."""

    def clash(self, draft_id: str) -> DraftClash | None:
        """Return what the person must decide about a draft."""

    def resolve(self, draft_id: str, choices: Mapping[str, Side]) -> ChangeSet:
        """Put both versions together as chosen; a place without a choice keeps what stands here."""

    def renew(self, draft_id: str, new_id: str) -> ChangeSet:
        """Keep what stands here as a draft of its own, after the shared one has ended."""

    def discard(self, draft_id: str) -> ChangeSet:
        """Throw a draft away here and, through the outbox, on all devices."""

    def reopen(self, draft_id: str) -> Draft | None:
        """Return a draft whose submission was refused, open for work again; ``None`` when there is none."""

    def versions(self, draft_id: str) -> tuple[DraftVersion, ...]:
        """Return earlier versions, newest first."""

    def take_back(self, draft_id: str, n: int) -> ChangeSet:
        """Let an earlier version stand again; what stands now becomes an earlier version."""


class DraftExchange(Protocol):
    """Drafts as the sync engine sees them. Both are one transaction."""

    def collect(self) -> ChangeSet:
        """Put what has moved on into the outbox, one command per draft; an unsent older one is replaced."""

    def settle(self) -> ChangeSet:
        """After a pull: follow other devices, merge with them, or note what a person must decide."""
