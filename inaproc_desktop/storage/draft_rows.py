"""Shared drafts as values, and their rows in the work file."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, and_, delete, exists, or_, select
from sqlalchemy.dialects.sqlite import insert

from inaproc_core.errors import Refused
from inaproc_core.orders.form import CheckoutForm
from inaproc_core.roles import Actor
from inaproc_core.wire.codec import from_plain, to_json, to_plain
from inaproc_desktop.ports.drafts import ClashKind, VersionOrigin
from inaproc_desktop.storage.schema import DRAFT_VERSIONS, DRAFTS, JOURNAL, OUTBOX, TRAY

VERSIONS_KEPT = timedelta(days=30)
"""So long earlier versions stay (protocol.md 2.10)."""


@dataclass(frozen=True, kw_only=True)
class Clashing:
    """What the other device did, at which revision."""

    kind: ClashKind
    rev: int
    theirs: CheckoutForm | None = None
    number: str = ""
    device: str = ""


@dataclass(frozen=True, kw_only=True)
class SharedDraft:
    """One row. See ``schema.DRAFTS``."""

    access_id: str
    id: str
    title: str
    form: CheckoutForm
    saved_at: datetime
    actor: Actor
    base: CheckoutForm | None = None
    base_rev: int = 0
    agreed_at: datetime | None = None
    epoch: str = ""
    dirty: bool = False
    sent: str = ""
    submitted: str = ""
    clash: Clashing | None = None
    device: str = ""

    @property
    def untouched(self) -> bool:
        """Whether it is what was last agreed."""
        return self.base is not None and self.form == self.base

    @property
    def clashes_by_line(self) -> bool:
        """Whether a person must choose among lines and places."""
        return self.clash is not None and self.clash.kind is ClashKind.EDITED


@dataclass(frozen=True, kw_only=True)
class Kept:
    """An earlier version to be kept."""

    origin: VersionOrigin
    form: CheckoutForm


_SHARED = DRAFTS.c.actor.is_not(None)
_UNDER_WAY = or_(
    exists().where(OUTBOX.c.cmd_id == DRAFTS.c.submitted),
    and_(
        exists().where(JOURNAL.c.cmd_id == DRAFTS.c.submitted),
        ~exists().where(TRAY.c.cmd_id == DRAFTS.c.submitted),
    ),
)
VISIBLE = or_(DRAFTS.c.submitted == "", ~_UNDER_WAY)
"""A submitted draft is out of sight until its submission is refused or taken back."""


def shared_drafts(connection: Connection) -> list[SharedDraft]:
    """Return all of them, of every access of the person; what cannot be read stays private to the machine."""
    rows = connection.execute(select(DRAFTS).where(_SHARED).order_by(DRAFTS.c.access_id, DRAFTS.c.id))
    return [draft for row in rows if (draft := _shared(row)) is not None]


def shared_draft(connection: Connection, access_id: str, draft_id: str) -> SharedDraft | None:
    """Return one."""
    row = connection.execute(
        select(DRAFTS).where(_SHARED, DRAFTS.c.access_id == access_id, DRAFTS.c.id == draft_id)
    ).first()
    return None if row is None else _shared(row)


def put_draft(connection: Connection, draft: SharedDraft) -> None:
    """Insert or replace one."""
    values = {
        "kind": "checkout",
        "subject": draft.form.vendor_id,
        "title": draft.title,
        "content": form_bytes(draft.form),
        "saved_at": draft.saved_at.isoformat(),
        "order_id": draft.id,
        "base_rev": draft.base_rev,
        "base": None if draft.base is None else form_bytes(draft.base),
        "agreed_at": draft.agreed_at.isoformat() if draft.agreed_at is not None else "",
        "epoch": draft.epoch,
        "dirty": int(draft.dirty),
        "actor": to_json(draft.actor),
        "sent": draft.sent,
        "submitted": draft.submitted,
        "clash": None if draft.clash is None else to_json(draft.clash),
        "device": draft.device,
    }
    connection.execute(
        insert(DRAFTS)
        .values(access_id=draft.access_id, id=draft.id, **values)
        .on_conflict_do_update(index_elements=["access_id", "id"], set_=values)
    )


def put_away_cards(connection: Connection, draft_id: str) -> None:
    """Take the cards of refused saves of a draft away: they are answered."""
    saves = select(JOURNAL.c.cmd_id).where(
        JOURNAL.c.cmd_id.in_(select(TRAY.c.cmd_id)),
        JOURNAL.c.order_id == draft_id,
        JOURNAL.c.command == "order.save_draft",
    )
    connection.execute(delete(TRAY).where(TRAY.c.cmd_id.in_(saves)))


def drop_draft(connection: Connection, draft: SharedDraft) -> None:
    """Remove one; its earlier versions stay for their time."""
    connection.execute(delete(DRAFTS).where(DRAFTS.c.access_id == draft.access_id, DRAFTS.c.id == draft.id))


def keep_version(connection: Connection, draft: SharedDraft, kept: Kept, now: datetime) -> None:
    """Keep an earlier version, and forget those whose time is over."""
    connection.execute(
        DRAFT_VERSIONS.insert().values(
            access_id=draft.access_id,
            draft_id=draft.id,
            saved_at=now.isoformat(),
            origin=kept.origin.value,
            content=form_bytes(kept.form),
        )
    )
    sweep_versions(connection, now)


def sweep_versions(connection: Connection, now: datetime) -> None:
    """Forget versions whose time is over."""
    oldest = (now - VERSIONS_KEPT).isoformat()
    connection.execute(delete(DRAFT_VERSIONS).where(DRAFT_VERSIONS.c.saved_at < oldest))


def form_bytes(form: CheckoutForm) -> bytes:
    """Return a form as it is kept."""
    return json.dumps(to_plain(form), ensure_ascii=False).encode()


def form_of(raw: bytes, draft_id: str) -> CheckoutForm:
    """Return a kept form, as the form of this draft.

    Raises:
        Refused: another program wrote it.
    """
    return replace(from_plain(json.loads(raw), CheckoutForm), order_id=draft_id)


def _shared(row: Row[Any]) -> SharedDraft | None:
    try:
        return SharedDraft(
            access_id=row.access_id,
            id=row.id,
            title=row.title,
            form=form_of(row.content, row.id),
            saved_at=datetime.fromisoformat(row.saved_at),
            actor=msgspec.json.decode(row.actor, type=Actor),
            base=None if row.base is None else form_of(row.base, row.id),
            base_rev=row.base_rev,
            agreed_at=datetime.fromisoformat(row.agreed_at) if row.agreed_at else None,
            epoch=row.epoch,
            dirty=bool(row.dirty),
            sent=row.sent,
            submitted=row.submitted,
            clash=None if row.clash is None else msgspec.json.decode(row.clash, type=Clashing),
            device=row.device,
        )
    except (Refused, msgspec.DecodeError):
        return None
