"""Drafts and the Keranjang: what is private to one access and never leaves this machine."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Row, delete, select
from sqlalchemy.dialects.sqlite import insert

from inaproc_core.values import Quantity, Rupiah
from inaproc_desktop.ports.data import CartLine, Draft
from inaproc_desktop.ports.ui import ChangeSet, Clock
from inaproc_desktop.storage.schema import CART, DRAFTS
from inaproc_desktop.storage.work import WorkDatabase


class LocalDrafts:
    """Implements ``ports.data.Drafts`` for one access."""

    def __init__(self, work: WorkDatabase, access_id: str, clock: Clock) -> None:
        self._work = work
        self._access_id = access_id
        self._clock = clock

    def save(self, draft_id: str, kind: str, subject: str, title: str, content: Mapping[str, Any]) -> Draft:
        """Insert or replace a draft, durably; called at every pause in typing."""
        now = self._clock.now()
        values = {
            "kind": kind,
            "subject": subject,
            "title": title,
            "content": json.dumps(content, ensure_ascii=False).encode(),
            "saved_at": now.isoformat(),
        }
        with self._work.new_work() as connection:
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

    def _select(self, *conditions: Any) -> tuple[Draft, ...]:
        wanted = (
            select(DRAFTS)
            .where(DRAFTS.c.access_id == self._access_id, *conditions)
            .order_by(DRAFTS.c.saved_at.desc(), DRAFTS.c.id)
        )
        with self._work.read() as connection:
            return tuple(_draft(row) for row in connection.execute(wanted))


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
    )
