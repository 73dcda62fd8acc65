"""What the person did, laid over what the backend confirmed: base + outbox through the same rules.

Nothing of it is stored. It is brought up to date whenever the work file or the catalogue has changed; what
that does not touch is not decided again (``folding``).
"""

from __future__ import annotations

import threading

from sqlalchemy import Connection

from inaproc_core.errors import Refusal
from inaproc_core.orders import commands as c
from inaproc_core.orders.machine import decide
from inaproc_core.roles import Actor
from inaproc_desktop.ports.ui import Clock
from inaproc_desktop.storage.base import BaseRows
from inaproc_desktop.storage.database import generation_of
from inaproc_desktop.storage.folding import Folding, Snapshot
from inaproc_desktop.storage.knowledge import Knowledge
from inaproc_desktop.storage.work import WorkDatabase

__all__ = ["Overlay", "Snapshot"]


class Overlay:
    """Keeps the newest snapshot; safe from several threads."""

    def __init__(self, work: WorkDatabase, base: BaseRows, knowledge: Knowledge, clock: Clock) -> None:
        self._work = work
        self._base = base
        self._knowledge = knowledge
        self._clock = clock
        self._lock = threading.Lock()
        self._made_for: tuple[int, tuple[int, str]] | None = None
        self._folding = Folding(base, knowledge)
        self._snapshot = Snapshot()

    def snapshot(self, connection: Connection) -> Snapshot:
        """Return the overlay, brought up to date if anything has changed."""
        generation = generation_of(connection)
        if generation is None:  # inside a transaction that writes: what it sees may never come to be
            return Folding(self._base, self._knowledge).snapshot(connection)
        with self._lock:
            now = (generation, self._knowledge.freshness())
            if self._made_for != now:
                self._snapshot = self._folding.snapshot(connection)
                self._made_for = now
            return self._snapshot

    def expected_refusal(self, command: c.Command, actor: Actor, order_id: str) -> Refusal | None:
        """Return why a command would be refused now, or ``None``."""
        with self._work.read() as connection:
            snapshot = self.snapshot(connection)
            order = snapshot.orders.get(order_id) or self._base.order(connection, order_id)
            facts = self._knowledge.facts(connection, command, order, actor, snapshot.held)
        decision = decide(order, command, actor, facts, self._knowledge.context(facts, self._clock.now()))
        return decision if isinstance(decision, Refusal) else None
