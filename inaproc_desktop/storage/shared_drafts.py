"""Shared drafts as the checkout page uses them: discard, decide, take back (``ports.drafts``)."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from sqlalchemy import select

from inaproc_core.errors import refuse
from inaproc_core.orders.commands import DiscardDraft
from inaproc_core.orders.form import CheckoutForm
from inaproc_core.orders.merging import Merge, Side, blank_form, merge
from inaproc_desktop.ports.data import Draft
from inaproc_desktop.ports.drafts import ClashKind, DraftClash, DraftVersion, VersionOrigin
from inaproc_desktop.ports.ui import ChangeSet, Clock
from inaproc_desktop.storage import queue
from inaproc_desktop.storage.draft_keeping import own_way
from inaproc_desktop.storage.draft_leaving import revision_after
from inaproc_desktop.storage.draft_rows import (
    Clashing,
    Kept,
    SharedDraft,
    drop_draft,
    form_of,
    keep_version,
    put_away_cards,
    put_draft,
    shared_draft,
)
from inaproc_desktop.storage.drafts import LocalDrafts
from inaproc_desktop.storage.schema import DRAFT_VERSIONS
from inaproc_desktop.storage.work import WorkDatabase, get_setting


class LocalSharedDrafts:
    """Implements ``ports.drafts.SharedDrafts`` for one access."""

    def __init__(
        self,
        work: WorkDatabase,
        access_id: str,
        clock: Clock,
        device_id: str,
        *,
        client_version: str = "",
        bits: queue.Bits = secrets.randbits,
    ) -> None:
        self._work = work
        self._access_id = access_id
        self._clock = clock
        self._device_id = device_id
        self._client_version = client_version
        self._bits = bits

    def position(self, draft_id: str) -> int:
        """Return the revision that was last agreed with the backend; 0 before the first."""
        with self._work.read() as connection:
            draft = shared_draft(connection, self._access_id, draft_id)
            return draft.base_rev if draft is not None else 0

    def clash(self, draft_id: str) -> DraftClash | None:
        """Return what the person must decide about a draft."""
        with self._work.read() as connection:
            draft = shared_draft(connection, self._access_id, draft_id)
        if draft is None or draft.clash is None:
            return None
        found = draft.clash
        merged = _merged(draft, found)
        if merged is not None and merged.form is not None:
            return None  # what was typed since then settles it; the next round puts both together
        return DraftClash(
            draft_id=draft.id,
            kind=found.kind,
            base=_base(draft, found),
            mine=draft.form,
            theirs=found.theirs,
            places=merged.clashes if merged is not None else (),
            number=found.number,
            device=found.device,
        )

    def resolve(self, draft_id: str, choices: Mapping[str, Side]) -> ChangeSet:
        """Put both versions together as chosen; a place without a choice keeps what stands here."""
        with self._work.write() as connection:
            draft = shared_draft(connection, self._access_id, draft_id)
            if draft is None or draft.clash is None or draft.clash.theirs is None:
                return _changed(draft_id)
            theirs = draft.clash.theirs
            form, _ = own_way(_base(draft, draft.clash), draft.form, theirs, choices)
            for origin, version in ((VersionOrigin.MINE, draft.form), (VersionOrigin.THEIRS, theirs)):
                keep_version(connection, draft, Kept(origin=origin, form=version), self._clock.now())
            settled = replace(
                draft,
                form=form,
                base=theirs,
                base_rev=draft.clash.rev,
                epoch=get_setting(connection, "epoch"),
                dirty=form != theirs,
                clash=None,
                saved_at=self._clock.now(),
            )
            put_draft(connection, settled)
            put_away_cards(connection, draft_id)
        return _changed(draft_id)

    def renew(self, draft_id: str, new_id: str) -> ChangeSet:
        """Keep what stands here as a draft of its own, after the shared one has ended."""
        with self._work.write() as connection:
            draft = shared_draft(connection, self._access_id, draft_id)
            if draft is None:
                return _changed(draft_id)
            revision_after(connection, draft)
            drop_draft(connection, draft)
            put_away_cards(connection, draft_id)
            own = SharedDraft(
                access_id=draft.access_id,
                id=new_id,
                title=draft.title,
                form=replace(draft.form, order_id=new_id),
                saved_at=self._clock.now(),
                actor=draft.actor,
                dirty=True,
            )
            put_draft(connection, own)
        return _changed(draft_id, new_id)

    def discard(self, draft_id: str) -> ChangeSet:
        """Throw a draft away here and, through the outbox, on all devices."""
        with self._work.write() as connection:
            draft = shared_draft(connection, self._access_id, draft_id)
            if draft is None:
                return _changed(draft_id)
            found, known = draft.clash, revision_after(connection, draft)
            ended = found is not None and found.kind is not ClashKind.EDITED
            drop_draft(connection, draft)
            put_away_cards(connection, draft_id)
            if known and not ended:
                queue.put(
                    connection,
                    DiscardDraft(),
                    actor=draft.actor,
                    order_id=draft.id,
                    base_rev=known if found is None else max(known, found.rev),
                    device_id=self._device_id,
                    now=self._clock.now(),
                    client_version=self._client_version,
                    bits=self._bits,
                )
        return _changed(draft_id)

    def reopen(self, draft_id: str) -> Draft | None:
        """Return a draft whose submission was refused, open for work again; ``None`` when there is none."""
        with self._work.write() as connection:
            draft = shared_draft(connection, self._access_id, draft_id)
            if draft is not None and draft.submitted:
                put_draft(connection, replace(draft, submitted="", dirty=not draft.untouched))
        return LocalDrafts(self._work, self._access_id, self._clock).get(draft_id)

    def versions(self, draft_id: str) -> tuple[DraftVersion, ...]:
        """Return earlier versions, newest first."""
        wanted = (
            select(DRAFT_VERSIONS)
            .where(DRAFT_VERSIONS.c.access_id == self._access_id, DRAFT_VERSIONS.c.draft_id == draft_id)
            .order_by(DRAFT_VERSIONS.c.n.desc())
        )
        with self._work.read() as connection:
            return tuple(
                DraftVersion(
                    n=row.n,
                    saved_at=datetime.fromisoformat(row.saved_at),
                    origin=VersionOrigin(row.origin),
                    form=form_of(row.content, draft_id),
                )
                for row in connection.execute(wanted)
            )

    def take_back(self, draft_id: str, n: int) -> ChangeSet:
        """Let an earlier version stand again; what stands now becomes an earlier version."""
        version = next((one for one in self.versions(draft_id) if one.n == n), None)
        with self._work.write() as connection:
            draft = shared_draft(connection, self._access_id, draft_id)
            if draft is None or version is None:
                refuse("draft.version_gone")
            now = self._clock.now()
            keep_version(connection, draft, Kept(origin=VersionOrigin.TAKEN_BACK, form=draft.form), now)
            put_draft(
                connection,
                replace(draft, form=version.form, saved_at=now, dirty=version.form != draft.base),
            )
        return _changed(draft_id)


def _merged(draft: SharedDraft, found: Clashing) -> Merge | None:
    if found.theirs is None:
        return None
    return merge(_base(draft, found), draft.form, found.theirs)


def _base(draft: SharedDraft, found: Clashing) -> CheckoutForm:
    return draft.base if draft.base is not None else blank_form(found.theirs or draft.form)


def _changed(*ids: str) -> ChangeSet:
    return ChangeSet.of("draft", "deed", ids=ids)
