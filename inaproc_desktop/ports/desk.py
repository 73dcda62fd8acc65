"""What the verification desk, the register and the training mailbox need and show.

Every call blocks and is made on a lane. Calls raise ``WorldFailed`` or ``BackendRefused``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import Protocol

from inaproc_core.registration.forms import FormField, Reason, SlotRule
from inaproc_core.registration.vocabulary import Verdict
from inaproc_core.wire.account import Mailbox, MailboxMessage
from inaproc_core.wire.desk import (
    Decide,
    Decided,
    DecidedMany,
    DecideMany,
    DeskItem,
    Queue,
    QueueRow,
    Register,
    RegisterRow,
)
from inaproc_core.wire.registration import Deactivate, StoredFile

PROFILE = "PROFILE"
ACCESS = "ACCESS"
WAITING = "WAITING"

STEP_UP_REQUIRED = "session.step_up_required"
MOVED_ON = "desk.moved_on"
SECOND = "second"


# ---- what is asked


@dataclass(frozen=True, kw_only=True)
class QueueFilter:
    """Which part of the queue is looked at; empty means all.

    Attributes:
        what: ``PROFILE`` or ``ACCESS``.
        status: ``RequestStatus`` value.
        text: name, number or office.
    """

    what: str = ""
    status: str = WAITING
    text: str = ""


@dataclass(frozen=True, kw_only=True)
class RegisterFilter:
    """Which part of the register is looked at; empty means all.

    Attributes:
        first, last: days on which the request was sent, both included.
        status: ``RequestStatus`` value, or an ``AccessStatus`` value for what became of the access.
        kind: ``AccessKind`` value.
        office: exactly this instansi or office, as it stands in the rows.
        text: name, number or letter.
    """

    first: date | None = None
    last: date | None = None
    status: str = ""
    kind: str = ""
    office: str = ""
    text: str = ""


class DeskCalls(Protocol):
    """The backend's calls for those who decide."""

    def queue(self, acting_as: str, asked: QueueFilter, cursor: str, limit: int) -> Queue:
        """Return a page of the queue, oldest first."""

    def item(self, acting_as: str, item_id: str) -> DeskItem:
        """Return one thing to decide, whole."""

    def decide(self, item_id: str, decision: Decide) -> Decided:
        """Decide on one; needs a fresh step-up."""

    def decide_many(self, decision: DecideMany) -> DecidedMany:
        """Approve several clean ones; needs a fresh step-up."""

    def register(self, acting_as: str, asked: RegisterFilter, cursor: str, limit: int) -> Register:
        """Return a page of the register; ``office`` is not asked of the backend."""

    def deactivate(self, access_id: str, asked: Deactivate) -> None:
        """End an access; needs a fresh step-up."""

    def file(self, acting_as: str, file_id: str) -> bytes:
        """Return a file that the backend has checked and stored. Every view is logged there."""

    def step_up(self, code: str, password: str) -> int:
        """Prove presence again; returns seconds of validity."""


class MailboxCalls(Protocol):
    """The mailbox of training mode; needs no session."""

    def mailbox(self) -> Mailbox:
        """Return what would have been sent, newest first."""


class ProofView(Protocol):
    """What asks the person for password or code."""

    def ask_proof(self) -> None:
        """Ask for a proof of presence."""

    def show_proof_error(self, error: Exception) -> None:
        """Say why the proof was not taken; the question stays open."""

    def close_proof(self) -> None:
        """The proof was taken."""


# ---- the queue


@dataclass(frozen=True, kw_only=True)
class QueueList:
    """What is here of the queue."""

    rows: tuple[QueueRow, ...]
    total: int
    next_cursor: str = ""


# ---- one item


class MarkState(StrEnum):
    """What the verifikator says of one part."""

    OPEN = "open"
    """Not looked at yet."""
    OK = "ok"
    """Sesuai."""
    WRONG = "wrong"
    """Something has to be mended; a reason is needed."""


@dataclass(frozen=True, kw_only=True)
class Mark:
    """The judgement on one part of a form.

    Attributes:
        reason: code of the reason catalogue, empty while none is chosen.
        note: the verifikator's own words to the applicant.
    """

    state: MarkState = MarkState.OPEN
    reason: str = ""
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Notes:
    """Everything a verifikator has entered about one item and not sent yet."""

    marks: Mapping[str, Mark] = field(default_factory=dict)
    note: str = ""

    def mark(self, part_id: str) -> Mark:
        """Return the judgement on a part."""
        return self.marks.get(part_id, Mark())

    def marked(self, part_id: str, mark: Mark) -> Notes:
        """Return these notes with another judgement on a part."""
        return replace(self, marks={**self.marks, part_id: mark})

    def wrong(self) -> tuple[str, ...]:
        """Return the ids of the parts that have to be mended."""
        return tuple(part for part, mark in self.marks.items() if mark.state is MarkState.WRONG)

    def is_empty(self) -> bool:
        """Return whether nothing was entered."""
        return not self.note and all(mark == Mark() for mark in self.marks.values())


@dataclass(frozen=True, kw_only=True)
class Part:
    """One field or file of an item, with the reasons that may be given for it.

    Attributes:
        id: id of the field, or slot of the file.
        value: as stored; ``words`` is what ids in it stand for, where the backend said so.
        field: its form data, ``None`` for a part the forms of today do not know.
        slot: rule of the file, ``None`` for a field.
        file: what was handed in, ``None`` for a field or a slot left empty.
        old: what the verified profile or the renewed access says; empty where there is none.
        moved: it changed since the verifikator opened the item.
    """

    id: str
    value: str = ""
    words: str = ""
    field: FormField | None = None
    slot: SlotRule | None = None
    file: StoredFile | None = None
    old: str = ""
    reasons: tuple[Reason, ...] = ()
    moved: bool = False

    @property
    def is_file(self) -> bool:
        """Whether it is a place for a file."""
        return self.slot is not None or self.file is not None

    @property
    def is_given(self) -> bool:
        """Whether something was handed in for it."""
        return bool(self.value) or self.file is not None


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """One item laid out for examination: fields first, then files."""

    item: DeskItem
    parts: tuple[Part, ...]

    def part(self, part_id: str) -> Part | None:
        """Return a part."""
        return next((part for part in self.parts if part.id == part_id), None)


@dataclass(frozen=True, kw_only=True)
class Moved:
    """What changed while an item was open.

    Attributes:
        status: the new status, empty when it is the old one.
        parts: fields and files that say something else now.
        second: it now waits for a second pair of eyes.
        by: who approved meanwhile, where somebody did.
    """

    status: str = ""
    parts: tuple[str, ...] = ()
    second: bool = False
    by: str = ""


@dataclass(frozen=True, kw_only=True)
class Prepared:
    """A decision that is ready to be sent; sent again unchanged it has no second effect."""

    item_id: str
    name: str
    decision: Decide

    @property
    def verdict(self) -> Verdict:
        """What is decided."""
        return Verdict(self.decision.verdict)


@dataclass(frozen=True, kw_only=True)
class ManyPrepared:
    """Several approvals in one; sent again unchanged they have no second effect."""

    rows: tuple[QueueRow, ...]
    decision: DecideMany


# ---- the register


@dataclass(frozen=True, kw_only=True)
class RegisterList:
    """What is here of the register.

    Attributes:
        total: rows that the backend has for the filter; more than ``rows`` where not all were read.
        offices: instansi and offices that occur, for the filter.
    """

    rows: tuple[RegisterRow, ...]
    total: int
    offices: tuple[str, ...]

    @property
    def complete(self) -> bool:
        """Whether every row of the filter was read."""
        return self.total <= len(self.rows)


Cell = str | int | date


@dataclass(frozen=True, kw_only=True)
class Spreadsheet:
    """A table in words, ready to be written."""

    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


__all__ = [
    "ACCESS",
    "MOVED_ON",
    "PROFILE",
    "SECOND",
    "STEP_UP_REQUIRED",
    "WAITING",
    "Cell",
    "DeskCalls",
    "DeskItem",
    "Mailbox",
    "MailboxCalls",
    "MailboxMessage",
    "ManyPrepared",
    "Mark",
    "MarkState",
    "Moved",
    "Notes",
    "Part",
    "Prepared",
    "ProofView",
    "QueueFilter",
    "QueueList",
    "QueueRow",
    "RegisterFilter",
    "RegisterList",
    "RegisterRow",
    "Sheet",
    "Spreadsheet",
]
