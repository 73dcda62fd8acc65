"""Messages of the verification desk: queue, one item, decision, register."""

from __future__ import annotations

from datetime import datetime

import msgspec

from inaproc_core.wire.messages import Message, Reply
from inaproc_core.wire.registration import FieldReason, HistoryRow, NibRule, StoredFile


class QueueRow(Reply, frozen=True, kw_only=True):
    """One thing to decide; numbers of persons are masked.

    Attributes:
        item_id: ``profile:<user id>`` or ``access:<request id>``.
        what: ``PROFILE`` or ``ACCESS``.
        kind: ``AccessKind`` of a request, nationality of a profile.
        hints: codes of what needs attention: ``duplicate``, ``blacklist``, ``resent``, ``own_request``,
            ``late``; and of what it is: ``renewal``, ``transfer``.
        needs: ``first`` or ``second`` pair of eyes.
        clean: nothing stands against deciding it together with others.
    """

    item_id: str
    what: str
    kind: str
    status: str
    revision: int
    name: str
    masked_id: str
    office: str
    sent_at: datetime
    due_at: datetime | None
    attempts: int
    hints: list[str] = msgspec.field(default_factory=list)
    needs: str = "first"
    clean: bool = False


class Queue(Reply, frozen=True, kw_only=True):
    """A page of the queue, oldest first."""

    rows: list[QueueRow]
    total: int
    next_cursor: str = ""


class Duplicate(Reply, frozen=True, kw_only=True):
    """Something that looks like the same.

    Attributes:
        code: ``same_nik``, ``same_passport``, ``same_nip``, ``same_role_and_satker``, ``same_letter`` or
            ``same_file``.
        name: of the other person.
        detail: their username, for ``same_nik`` with the status of their profile behind it.
    """

    code: str
    name: str
    detail: str = ""


class DeskItem(Reply, frozen=True, kw_only=True):
    """One thing to decide, whole. Opening it and each of its files is logged.

    Attributes:
        fields: by id, in clear.
        labels: words for ids in ``fields``.
        old_fields: what the verified profile or the renewed access says, to compare.
        may_decide: whether this access may decide on it now.
        why_not: code of the refusal when it may not (``desk.own_request``, ``desk.same_eyes``, …).
        first_by: who approved first, with four eyes.
    """

    row: QueueRow
    fields: dict[str, str]
    files: dict[str, StoredFile]
    labels: dict[str, str] = msgspec.field(default_factory=dict)
    old_fields: dict[str, str] = msgspec.field(default_factory=dict)
    person: dict[str, str] = msgspec.field(default_factory=dict)
    checks: list[NibRule] = msgspec.field(default_factory=list)
    duplicates: list[Duplicate] = msgspec.field(default_factory=list)
    history: list[HistoryRow] = msgspec.field(default_factory=list)
    may_decide: bool = True
    why_not: str = ""
    first_by: str = ""


class Decide(Message, frozen=True, kw_only=True):
    """A decision. Needs a fresh step-up.

    Attributes:
        decision_id: made by the client once; the same one again has no second effect.
        revision: revision of the item that was looked at; another one refuses with ``desk.moved_on``.
        verdict: ``Verdict`` value.
        reasons: per field; at least one unless approved.
        note: overall words for the applicant.
    """

    decision_id: str
    acting_as: str
    revision: int
    verdict: str
    reasons: list[FieldReason] = msgspec.field(default_factory=list)
    note: str = ""


class Decided(Reply, frozen=True, kw_only=True):
    """What became of it: the new status, and whether a second pair of eyes is needed."""

    item_id: str
    status: str
    revision: int
    needs_second: bool = False


class DecideMany(Message, frozen=True, kw_only=True):
    """Approve several clean items: item id to the revision that was looked at."""

    decision_id: str
    acting_as: str
    items: dict[str, int]


class DecidedMany(Reply, frozen=True, kw_only=True):
    """Outcome per item: a status, or the code of the refusal."""

    statuses: dict[str, str]
    refusals: dict[str, str] = msgspec.field(default_factory=dict)


class RegisterRow(Reply, frozen=True, kw_only=True):
    """One line of the register of accesses: request, decision and present state; numbers masked."""

    request_id: str
    access_id: str
    name: str
    masked_id: str
    nip: str
    kind: str
    role: str
    instansi: str
    office: str
    letter_number: str
    sent_at: datetime
    decided_at: datetime | None
    decided_by: str
    status: str
    access_status: str
    valid_from: str
    valid_until: str
    attempts: int
    hours: int
    """Hours from sending to decision, or until now."""


class Register(Reply, frozen=True, kw_only=True):
    """A page of the register."""

    rows: list[RegisterRow]
    total: int
    next_cursor: str = ""
