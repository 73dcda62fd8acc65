"""Drafts and the Keranjang of one access. Checkouts go to the person's other devices, all else stays here."""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Row, delete, select, update
from sqlalchemy.dialects.sqlite import insert

from inaproc_core.errors import Refused
from inaproc_core.orders.form import CheckoutForm
from inaproc_core.roles import Actor
from inaproc_core.values import Quantity, Rupiah, uuid7
from inaproc_core.wire.codec import from_plain, to_json, to_plain
from inaproc_desktop.ports.data import CartLine, Draft
from inaproc_desktop.ports.drafts import SHARED_KINDS
from inaproc_desktop.ports.ui import ChangeSet, Clock
from inaproc_desktop.storage.draft_keeping import keep_shared
from inaproc_desktop.storage.draft_rows import VISIBLE, SharedDraft
from inaproc_desktop.storage.queue import Bits
from inaproc_desktop.storage.schema import CART, DRAFTS
from inaproc_desktop.storage.work import WorkDatabase

_RANDOM_BITS = 74


class LocalDrafts:
    """Implements ``ports.data.Drafts`` for one access."""

    def __init__(
        self,
        work: WorkDatabase,
        access_id: str,
        clock: Clock,
        actor: Actor | None = None,
        *,
        bits: Bits = secrets.randbits,
    ) -> None:
        """Open the drafts of an access.

        Args:
            work: the work file.
            access_id: whose drafts.
            clock: stamps drafts and versions.
            actor: in whose name checkouts go to the person's other devices; without one they stay here.
            bits: makes ids of drafts.
        """
        self._work = work
        self._access_id = access_id
        self._clock = clock
        self._actor = actor
        self._bits = bits
        if actor is not None:
            self._adopt(actor)

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

        Args:
            draft_id: which.
            kind: see ``Draft``.
            subject: what it belongs to.
            title: what it is called in lists.
            content: the form.
            since: the form that typing began from. Where something else stands by now, because another
                device has changed it, both are put together; what was typed here wins.

        Returns:
            The draft as it is kept.
        """
        now = self._clock.now()
        with self._work.new_work() as connection:
            form = self._to_share(draft_id, kind, content)
            if self._actor is not None and form is not None:
                shared = keep_shared(
                    connection,
                    self._actor,
                    form,
                    None if since is None else self._to_share(draft_id, kind, since),
                    title=title,
                    now=now,
                    new_id=uuid7(now, self._bits(_RANDOM_BITS)),
                )
                return draft_of(shared, kind)
            values = {
                "kind": kind,
                "subject": subject,
                "title": title,
                "content": json.dumps(content, ensure_ascii=False).encode(),
                "saved_at": now.isoformat(),
            }
            connection.execute(
                insert(DRAFTS)
                .values(access_id=self._access_id, id=draft_id, **values)
                .on_conflict_do_update(index_elements=["access_id", "id"], set_=values)
            )
        return Draft(
            id=draft_id, kind=kind, subject=subject, title=title, content=dict(content), saved_at=now
        )

    def get(self, draft_id: str) -> Draft | None:
        """Return one draft."""
        found = self._select(DRAFTS.c.id == draft_id)
        return found[0] if found else None

    def find(self, kind: str, subject: str) -> Draft | None:
        """Return the newest draft of a kind about a subject."""
        found = self._select(DRAFTS.c.kind == kind, DRAFTS.c.subject == subject)
        return found[0] if found else None

    def all(self, kind: str = "") -> tuple[Draft, ...]:
        """Return drafts, newest first."""
        return self._select(DRAFTS.c.kind == kind) if kind else self._select()

    def delete(self, draft_id: str) -> None:
        """Remove a draft."""
        with self._work.write() as connection:
            connection.execute(
                delete(DRAFTS).where(DRAFTS.c.access_id == self._access_id, DRAFTS.c.id == draft_id)
            )

    def _to_share(self, draft_id: str, kind: str, content: Mapping[str, Any]) -> CheckoutForm | None:
        """Return the form that goes to other devices; ``None`` for what stays on this machine."""
        if self._actor is None or kind not in SHARED_KINDS:
            return None
        try:
            return replace(from_plain(dict(content), CheckoutForm), order_id=draft_id)
        except Refused:  # no form that another device could read
            return None

    def _adopt(self, actor: Actor) -> None:
        """Share checkouts that an older program kept for this machine alone."""
        mine = (
            DRAFTS.c.access_id == self._access_id,
            DRAFTS.c.kind.in_(SHARED_KINDS),
            DRAFTS.c.actor.is_(None),
        )
        with self._work.read() as connection:
            if connection.execute(select(DRAFTS.c.id).where(*mine)).first() is None:
                return
        with self._work.write() as connection:
            shared = update(DRAFTS).where(*mine)
            connection.execute(shared.values(actor=to_json(actor), order_id=DRAFTS.c.id, dirty=1))

    def _select(self, *conditions: Any) -> tuple[Draft, ...]:
        wanted = (
            select(DRAFTS)
            .where(DRAFTS.c.access_id == self._access_id, VISIBLE, *conditions)
            .order_by(DRAFTS.c.saved_at.desc(), DRAFTS.c.id)
        )
        with self._work.read() as connection:
            return tuple(_draft(row) for row in connection.execute(wanted))


def draft_of(shared: SharedDraft, kind: str) -> Draft:
    """Return a shared draft as the services see it."""
    return Draft(
        id=shared.id,
        kind=kind,
        subject=shared.form.vendor_id,
        title=shared.title,
        content=to_plain(shared.form),
        saved_at=shared.saved_at,
        device=shared.device,
        undecided=shared.clash is not None,
    )


class LocalCart:
    """Implements ``ports.data.Cart`` for one access."""

    def __init__(self, work: WorkDatabase, access_id: str) -> None:
        self._work = work
        self._access_id = access_id

    def lines(self) -> tuple[CartLine, ...]:
        """Return all lines in the order they were added."""
        wanted = (
            select(CART)
            .where(CART.c.access_id == self._access_id)
            .order_by(CART.c.added_at, CART.c.product_id)
        )
        with self._work.read() as connection:
            return tuple(
                CartLine(
                    product_id=row.product_id,
                    vendor_id=row.vendor_id,
                    quantity=Quantity(row.quantity),
                    seen_price=Rupiah(row.seen_price),
                    added_at=datetime.fromisoformat(row.added_at),
                )
                for row in connection.execute(wanted)
            )

    def put(self, line: CartLine) -> ChangeSet:
        """Insert or replace the line of a product; a replaced line keeps its place."""
        changed = {
            "vendor_id": line.vendor_id,
            "quantity": line.quantity,
            "seen_price": line.seen_price,
        }
        with self._work.new_work() as connection:
            connection.execute(
                insert(CART)
                .values(
                    access_id=self._access_id,
                    product_id=line.product_id,
                    added_at=line.added_at.isoformat(),
                    **changed,
                )
                .on_conflict_do_update(index_elements=["access_id", "product_id"], set_=changed)
            )
        return ChangeSet.of("cart", ids=(line.product_id,))

    def remove(self, product_id: str) -> ChangeSet:
        """Take a product out."""
        with self._work.write() as connection:
            connection.execute(
                delete(CART).where(CART.c.access_id == self._access_id, CART.c.product_id == product_id)
            )
        return ChangeSet.of("cart", ids=(product_id,))


def _draft(row: Row[Any]) -> Draft:
    return Draft(
        id=row.id,
        kind=row.kind,
        subject=row.subject,
        title=row.title,
        content=json.loads(row.content),
        saved_at=datetime.fromisoformat(row.saved_at),
        device=row.device,
        undecided=row.clash is not None,
    )
