"""Shared drafts between this machine and the backend: what is sent, and what a pull brought."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import replace

from sqlalchemy import Connection, delete, text, update

from inaproc_core.orders.commands import SaveDraft
from inaproc_core.orders.model import Order
from inaproc_core.orders.states import State
from inaproc_core.roles import Actor
from inaproc_core.wire.codec import to_json
from inaproc_desktop.ports.ui import ChangeSet, Clock
from inaproc_desktop.storage import queue
from inaproc_desktop.storage.base import BaseRows
from inaproc_desktop.storage.draft_leaving import fate_of
from inaproc_desktop.storage.draft_rows import (
    SharedDraft,
    drop_draft,
    keep_version,
    put_away_cards,
    put_draft,
    shared_drafts,
    sweep_versions,
)
from inaproc_desktop.storage.draft_settling import (
    UNKNOWN_DEVICE,
    News,
    Settled,
    draft_of_image,
    settle,
    typed_at,
)
from inaproc_desktop.storage.schema import OUTBOX, TRAY
from inaproc_desktop.storage.work import WorkDatabase, get_setting

_SAVE = "order.save_draft"
_ENDING = frozenset({"order.submit_checkout", "order.discard_draft"})
_OWN_ORDERS = text(
    "SELECT entity FROM base WHERE scope >= 'user/' AND scope < 'user0' AND kind = 'order' ORDER BY entity"
)


class LocalDraftExchange:
    """Implements ``ports.drafts.DraftExchange`` for all accesses of the person."""

    def __init__(
        self,
        work: WorkDatabase,
        base: BaseRows,
        clock: Clock,
        device_id: str,
        *,
        device_name: str = "",
        client_version: str = "",
        title_of: Callable[[str], str] = lambda vendor_id: vendor_id,
        bits: queue.Bits = secrets.randbits,
    ) -> None:
        """Open for exchange.

        Args:
            work: the work file.
            base: confirmed rows.
            clock: stamps commands and versions.
            device_id: written into envelopes.
            device_name: told to the person's other devices.
            client_version: written into envelopes.
            title_of: names a penyedia, for drafts that come from elsewhere.
            bits: makes ids of commands.
        """
        self._work = work
        self._base = base
        self._clock = clock
        self._device_id = device_id
        self._device_name = device_name
        self._client_version = client_version
        self._title_of = title_of
        self._bits = bits
        with work.write() as connection:
            sweep_versions(connection, clock.now())

    def collect(self) -> ChangeSet:
        """Put what has moved on into the outbox, one command per draft; an unsent older one is replaced."""
        with self._work.read() as connection:
            if not any(_wants_sending(draft) for draft in shared_drafts(connection)):
                return _nothing()
        with self._work.write() as connection:
            sent = [
                one
                for draft in shared_drafts(connection)
                if _wants_sending(draft)
                for one in self._send(connection, draft)
            ]
        return ChangeSet.of("deed", ids=sent, initiator="sync") if sent else _nothing()

    def settle(self) -> ChangeSet:
        """After a pull: follow other devices, merge with them, or note what a person must decide."""
        with self._work.read() as connection:
            if not get_setting(connection, "epoch"):
                return _nothing()  # nothing is confirmed: what is missing says nothing
            if not self._settled(connection) and not self._arrived(connection):
                return _nothing()
        with self._work.write() as connection:
            ids: set[str] = set()
            now = self._clock.now()
            for draft, after in self._settled(connection):
                ids |= {draft.id, *after.answered, *after.dropped}
                for kept in after.versions:
                    keep_version(connection, draft, kept, now)
                if after.answered:
                    connection.execute(delete(TRAY).where(TRAY.c.cmd_id.in_(after.answered)))
                if draft.clash is not None and (after.draft is None or after.draft.clash is None):
                    put_away_cards(connection, draft.id)
                for cmd_id in after.dropped:
                    queue.drop(connection, cmd_id)
                if after.draft is None:
                    drop_draft(connection, draft)
                else:
                    put_draft(connection, after.draft)
            for draft in self._arrived(connection):
                ids.add(draft.id)
                put_draft(connection, draft)
        return ChangeSet.of("draft", "deed", ids=ids, initiator="sync")

    # ---- inside

    def _send(self, connection: Connection, draft: SharedDraft) -> list[str]:
        """Queue a draft as it stands; nothing while something of it is on its way."""
        of_order = [one for one in queue.records(connection) if one.order_id == draft.id]
        if any(not one.never_arrived or one.envelope.type != _SAVE for one in of_order):
            return []
        for one in of_order:
            queue.drop(connection, one.cmd_id)
        cmd_id = queue.put(
            connection,
            SaveDraft(form=draft.form, device=self._device_name),
            actor=draft.actor,
            order_id=draft.id,
            base_rev=draft.base_rev,
            device_id=self._device_id,
            now=self._clock.now(),
            client_version=self._client_version,
            bits=self._bits,
        )
        if draft.clash is not None:
            self._show_beginning(connection, draft, cmd_id)
        epoch = draft.epoch if draft.base_rev else get_setting(connection, "epoch")
        put_draft(connection, replace(draft, sent=cmd_id, dirty=False, epoch=epoch))
        return [cmd_id, draft.id]

    def _show_beginning(self, connection: Connection, draft: SharedDraft, cmd_id: str) -> None:
        """Let the card of a clash compare with what both devices began with."""
        image = self._base.order(connection, draft.id)
        if image is not None and draft.base is not None:
            seen = to_json(replace(image, draft=draft.base, revision=draft.base_rev))
            connection.execute(update(OUTBOX).where(OUTBOX.c.cmd_id == cmd_id).values(seen=seen))

    def _settled(self, connection: Connection) -> list[tuple[SharedDraft, Settled]]:
        """Return the drafts for which something follows, with what follows."""
        epoch = get_setting(connection, "epoch")
        found: list[tuple[SharedDraft, Settled]] = []
        for draft in shared_drafts(connection):
            sent, rev, form = fate_of(connection, draft.sent, draft.id)
            news = News(
                epoch=epoch,
                image=self._base.order(connection, draft.id),
                sent=sent,
                sent_rev=rev,
                sent_form=form,
                submitted=fate_of(connection, draft.submitted, draft.id)[0],
            )
            after = settle(draft, news)
            if after != Settled(draft=draft):
                found.append((draft, after))
        return found

    def _arrived(self, connection: Connection) -> list[SharedDraft]:
        """Return drafts that were begun elsewhere."""
        entities = connection.execute(_OWN_ORDERS).scalars().all()
        if not entities:
            return []
        ending = {one.order_id for one in queue.records(connection) if one.envelope.type in _ENDING}
        known = {(draft.access_id, draft.id) for draft in shared_drafts(connection)}
        images = (self._base.order(connection, entity) for entity in entities if entity not in ending)
        return [
            self._begun_elsewhere(image, get_setting(connection, "epoch"))
            for image in images
            if image is not None
            and image.state is State.DRAFT
            and image.draft is not None
            and (image.buyer.access_id, image.id) not in known
        ]

    def _begun_elsewhere(self, image: Order, epoch: str) -> SharedDraft:
        form, buyer = draft_of_image(image), image.buyer
        assert form is not None
        return SharedDraft(
            access_id=buyer.access_id,
            id=image.id,
            title=self._title_of(form.vendor_id),
            form=form,
            saved_at=typed_at(image),
            actor=Actor(
                user_id=buyer.user_id,
                access_id=buyer.access_id,
                role=buyer.role,
                name=buyer.name,
                satker_id=image.satker_id,
                position=buyer.position,
                nip=buyer.nip,
            ),
            base=form,
            base_rev=image.revision,
            agreed_at=typed_at(image),
            epoch=epoch,
            device=image.draft_device or UNKNOWN_DEVICE,
        )


def _wants_sending(draft: SharedDraft) -> bool:
    return draft.dirty and not draft.submitted and (draft.clash is None or draft.clashes_by_line)


def _nothing() -> ChangeSet:
    return ChangeSet.of(initiator="sync")
