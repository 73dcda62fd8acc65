"""Commands about a draft: where they stand, and how a draft leaves with one. One draft, at most one order."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import msgspec
from sqlalchemy import Connection, delete, select

from inaproc_core.errors import Refused, refuse
from inaproc_core.orders.commands import SaveDraft
from inaproc_core.orders.form import CheckoutForm
from inaproc_core.wire.codec import decode_command
from inaproc_core.wire.messages import Envelope, Outcome
from inaproc_desktop.ports.drafts import VersionOrigin
from inaproc_desktop.storage import queue
from inaproc_desktop.storage.draft_rows import Kept, SharedDraft, keep_version, put_draft, shared_draft
from inaproc_desktop.storage.draft_settling import Fate
from inaproc_desktop.storage.schema import DRAFTS, JOURNAL


def fate_of(connection: Connection, cmd_id: str, draft_id: str) -> tuple[Fate, int, CheckoutForm | None]:
    """Return where a command stands; once a ``SaveDraft`` is taken also its revision and its form."""
    if not cmd_id:
        return Fate.NONE, 0, None
    record = queue.record(connection, cmd_id)
    if record is not None:
        return (Fate.UNSENT if record.never_arrived else Fate.UNDECIDED), 0, None
    row = connection.execute(
        select(JOURNAL.c.envelope, JOURNAL.c.outcome).where(JOURNAL.c.cmd_id == cmd_id)
    ).first()
    if row is None:
        return Fate.WITHDRAWN, 0, None
    outcome = msgspec.json.decode(row.outcome, type=Outcome)
    if outcome.outcome == "ok":
        return Fate.TAKEN, outcome.rev, _form_sent(row.envelope, draft_id)
    return (Fate.CONFLICT if outcome.outcome == "conflict" else Fate.REFUSED), 0, None


def _form_sent(raw: bytes, draft_id: str) -> CheckoutForm | None:
    envelope = msgspec.json.decode(raw, type=Envelope)
    try:
        command = decode_command(envelope.type, envelope.type_version, envelope.payload)
    except Refused:  # written by another program
        return None
    return replace(command.form, order_id=draft_id) if isinstance(command, SaveDraft) else None


def revision_after(connection: Connection, draft: SharedDraft) -> int:
    """Return the revision that a last command builds on; a save that was not sent yet is dropped."""
    fate, rev, _ = fate_of(connection, draft.sent, draft.id)
    match fate:
        case Fate.UNSENT:
            queue.drop(connection, draft.sent)
        case Fate.UNDECIDED:
            record = queue.record(connection, draft.sent)
            return record.envelope.base_rev + 1 if record is not None else draft.base_rev
        case Fate.TAKEN:
            return rev
    return draft.base_rev


def revision_to_submit(connection: Connection, access_id: str, draft_id: str, seen: int) -> int:
    """Return the revision that a submission builds on.

    Args:
        connection: the transaction that stores the submission.
        access_id: whose draft.
        draft_id: which.
        seen: the revision that was agreed when the person looked at it.

    Raises:
        Refused: ``draft.changed_elsewhere`` when another device was faster.
    """
    draft = shared_draft(connection, access_id, draft_id)
    if draft is None:
        return seen
    if draft.base_rev != seen or draft.clash is not None:
        refuse("draft.changed_elsewhere")
    return revision_after(connection, draft)


def adopt_answer(
    connection: Connection,
    access_id: str,
    command: SaveDraft,
    *,
    order_id: str,
    cmd_id: str,
    base_rev: int,
    now: datetime,
) -> None:
    """Let the draft here be what a person's answer to a clash, given on its card, made of it."""
    draft = shared_draft(connection, access_id, order_id)
    if draft is None or draft.clash is None or draft.clash.theirs is None:
        return
    form = replace(command.form, order_id=order_id)
    for origin, version in ((VersionOrigin.MINE, draft.form), (VersionOrigin.THEIRS, draft.clash.theirs)):
        keep_version(connection, draft, Kept(origin=origin, form=version), now)
    settled = replace(
        draft, form=form, base=draft.clash.theirs, base_rev=base_rev, sent=cmd_id, dirty=False, clash=None
    )
    put_draft(connection, settled)


def leave_with(connection: Connection, access_id: str, draft_id: str, cmd_id: str) -> None:
    """Put a draft out of sight while its submission is under way; one of this machine alone just goes."""
    draft = shared_draft(connection, access_id, draft_id)
    if draft is not None:
        put_draft(connection, replace(draft, submitted=cmd_id))
        return
    connection.execute(delete(DRAFTS).where(DRAFTS.c.access_id == access_id, DRAFTS.c.id == draft_id))
