"""What a machine committed, checked after every local commit and after every step."""

from __future__ import annotations

import json
import sqlite3
from typing import Any

import msgspec

from inaproc_core.orders.visibility import satker_scope, vendor_scope
from simulator.ledger import Broken, Ledger
from simulator.machine import Machine
from simulator.seen import Seen

_WORLD_CODES = {
    "command.id_reused",
    "command.intent_expired",
    "offer.deadline_passed",
    "order.deadline_passed",
    "order.product_delisted",
    "access.not_active",
    "access.not_yours",
    "order.not_yours",
}
"""Refusals that the world outside the order explains: time, catalogue, access."""


class Watch:
    """Follows one machine through all its lives.

    Attributes:
        saved: commands that were reported as saved to the person.
        shown: commands that lay in the outbox when a step ended.
        dropping: commands whose disappearance the person asked for.
        predicted: commands that the local rules let pass on the revision that was confirmed.
        drafts: drafts that were reported as kept.
    """

    def __init__(self, machine: Machine, ledger: Ledger, broken: Broken) -> None:
        self._machine = machine
        self._ledger = ledger
        self._broken = broken
        self.saved: set[str] = set()
        self.shown: set[str] = set()
        self.dropping: set[str] = set()
        self.dismissed: set[str] = set()
        self.predicted: set[str] = set()
        self.drafts: dict[str, str] = {}
        self._outbox: set[str] = set()
        self._journal: set[str] = set()
        self._replaceable: set[str] = set()
        self._last_settled = 0
        self._cursors: dict[str, int] = {}
        self.seen = Seen()
        self._changed = True
        self._lost_history = False
        machine.on_commit = self.after_commit
        machine.on_forget = self._forgotten

    def history_lost(self) -> None:
        """The backend was put back: what it knew of commands since then does not bind any more."""
        self._lost_history = True

    def begin(self, seen: Seen | None = None) -> None:
        """Take what a prepared file holds as given; ``seen`` is what was checked of it already."""
        if seen is not None:
            self.seen = seen.copy()
        self.after_commit()
        self.after_step()

    # ---- after every commit

    def after_commit(self) -> None:
        """Commands are in outbox or journal, never lost, never both; settled ones are right."""
        db, name = self._machine.observer, self._machine.name
        self._changed = True
        try:
            rows = db.execute("SELECT cmd_id, command, state, uncertain, outcome FROM outbox").fetchall()
            outbox = {row[0] for row in rows}
            settled = db.execute(
                "SELECT rowid, cmd_id, outcome, order_id FROM journal WHERE rowid > ?", (self._last_settled,)
            ).fetchall()
        except sqlite3.OperationalError:  # the file is being made
            return
        self._journal |= {row[1] for row in settled}
        for cmd_id in sorted(self._outbox - outbox - self._replaceable):
            if cmd_id not in self._journal and cmd_id not in self.dropping:
                self._broken("4", f"{name}: {cmd_id} left the outbox and is nowhere")
        for cmd_id in sorted(outbox & self._journal):
            self._broken("4", f"{name}: {cmd_id} is in outbox and journal")
        self._outbox = outbox
        # A draft that was not sent yet may be replaced by the same one as it stands later.
        drafts = (row for row in rows if row[1] == "order.save_draft")
        self._replaceable = {row[0] for row in drafts if row[2] == "waiting" and not row[3] and not row[4]}
        self._check_cursors(db)
        for rowid, cmd_id, raw, order_id in settled:
            self._last_settled = rowid
            self._check_settled(db, cmd_id, json.loads(raw), order_id)

    def _check_cursors(self, db: sqlite3.Connection) -> None:
        """What is confirmed is one state of the backend: no half of a transaction is ever visible."""
        cursors = dict(db.execute("SELECT scope, seq FROM cursors").fetchall())
        if cursors == self._cursors:
            return
        self._cursors = cursors
        if not self._lost_history and not self._ledger.were_together(cursors):
            self._broken("11", f"{self._machine.name}: {cursors} is no state that the backend ever had")

    def _check_settled(
        self, db: sqlite3.Connection, cmd_id: str, outcome: dict[str, Any], order_id: str
    ) -> None:
        name = self._machine.name
        stored = self._ledger.result(cmd_id)
        if stored is None:
            if not self._lost_history and outcome["code"] != "command.id_reused":
                self._broken(
                    "5", f"{name}: {cmd_id} was told {outcome['outcome']}, the backend knows nothing"
                )
        elif _same(stored[0]) != outcome:
            self._broken("5", f"{name}: {cmd_id} was told {outcome}, the backend says {stored[0]!r}")
        if outcome["outcome"] != "ok":
            if db.execute("SELECT 1 FROM tray WHERE cmd_id = ?", (cmd_id,)).fetchone() is None:
                self._broken("4", f"{name}: {cmd_id} was {outcome['outcome']} and is not in the tray")
            if cmd_id in self.predicted and outcome["outcome"] == "rejected":
                self._check_prediction(cmd_id, outcome)
            return
        scopes = {row[0] for row in db.execute("SELECT scope FROM cursors")}
        known = self._ledger.state_of(order_id)
        actor = self._machine.actor
        own = vendor_scope(actor.vendor_id) if actor.vendor_id else satker_scope(actor.satker_id)
        if known is None or own not in scopes or known[0].value in {"DRAFT", "NONE"} or self._lost_history:
            return
        row = db.execute(
            "SELECT max(rev) FROM base WHERE kind = 'order' AND entity = ?", (order_id,)
        ).fetchone()
        if (row[0] or 0) < outcome["rev"]:
            self._broken(
                "10", f"{name}: {cmd_id} is settled, its order shows revision {row[0]} of {outcome['rev']}"
            )

    def _check_prediction(self, cmd_id: str, outcome: dict[str, Any]) -> None:
        if outcome["code"] not in _WORLD_CODES:
            self._broken("29", f"{self._machine.name}: {cmd_id} was let pass here, refused there: {outcome}")

    def _forgotten(self, cmd_id: str) -> None:
        """The program drops a command that certainly was not sent: only one nobody has seen yet."""
        if cmd_id not in self.shown:
            self.dropping.add(cmd_id)

    # ---- after every step

    def after_step(self) -> None:
        """Confirmed rows are the backend's; what was saved is there."""
        db, name = self._machine.observer, self._machine.name
        for cmd_id in sorted(self.saved - self._outbox - self._journal - self.dropping):
            self._broken("4", f"{name}: {cmd_id} was reported as saved and is nowhere")
        self.saved.clear()  # from now on the checks after each commit follow it
        if not self._machine.busy:  # one that is being tried right now is not yet promised to stay
            self.shown |= self._outbox
        self._check_drafts(db)
        if not self._changed:  # nothing was committed since, so there is nothing else to see
            return
        self._changed = False
        tray = {row[0] for row in db.execute("SELECT cmd_id FROM tray")}
        if not tray <= self._journal:
            self._broken("4", f"{name}: the tray holds {tray - self._journal} that were never settled")
        epoch = (db.execute("SELECT value FROM settings WHERE key = 'epoch'").fetchone() or ("",))[0]
        if epoch != self.seen.epoch:
            self.seen = Seen(epoch)
        self._check_rows(db)

    def _check_rows(self, db: sqlite3.Connection) -> None:
        name = self._machine.name
        for scope, kind, entity, rev, seq in db.execute("SELECT scope, kind, entity, rev, seq FROM base"):
            key = (scope, kind, entity)
            if rev < self.seen.revisions.get(key, 0):
                self._broken("10", f"{name}: {key} went back from {self.seen.revisions[key]} to {rev}")
            self.seen.revisions[key] = rev
            if self.seen.checked.get(key) == (rev, seq):
                continue
            self.seen.checked[key] = rev, seq
            row = db.execute(
                "SELECT row FROM base WHERE scope = ? AND kind = ? AND entity = ?", key
            ).fetchone()
            sent = self._ledger.feed_row(scope, seq)
            same = sent is not None and sent[:3] == (kind, entity, rev) and _equal(row[0], sent[3])
            if not same and not self._lost_history:
                self._broken("11", f"{name}: {key} revision {rev} is not what the backend sent as {seq}")

    def _check_drafts(self, db: sqlite3.Connection) -> None:
        if not self.drafts:
            return
        kept = {row[0] for row in db.execute("SELECT id FROM drafts")}
        for draft_id, order_id in list(self.drafts.items()):
            if draft_id in kept:
                continue
            asked = db.execute(
                "SELECT 1 FROM outbox WHERE order_id = ? UNION SELECT 1 FROM journal WHERE order_id = ?"
                " UNION SELECT 1 FROM draft_versions WHERE draft_id = ?",
                (order_id, order_id, draft_id),
            ).fetchone()
            if asked is None:
                self._broken(
                    "work", f"{self._machine.name}: draft {draft_id} is gone and no command was made"
                )
            del self.drafts[draft_id]

    def check_scopes(self, allowed: set[str]) -> None:
        """After a complete pull nothing of other scopes is left."""
        db = self._machine.observer
        held = {row[0] for row in db.execute("SELECT scope FROM base UNION SELECT scope FROM cursors")}
        if not held <= allowed:
            self._broken("18", f"{self._machine.name}: still holds {sorted(held - allowed)}")


def _equal(held: bytes, sent: bytes) -> bool:
    return held == sent or _same(held) == _same(sent)


def _same(raw: bytes) -> Any:
    return msgspec.json.decode(raw)
