"""What the backend committed, checked after every commit through a second connection."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from inaproc_core.calendar import Zone, local_date
from inaproc_core.orders.states import State
from inaproc_core.orders.transitions import rows_for
from inaproc_core.orders.visibility import satker_scope, user_scope, vendor_scope
from inaproc_core.roles import Role
from inaproc_core.wire.codec import COMMAND_TYPES
from simulator import oracle
from simulator.clocks import TrueClock

Broken = Callable[[str, str], None]
"""Takes the number of a promise and what was found."""

_SYSTEM = "system"
_REPLIES = {"order.counter_offer", "order.offer_prices", "order.agree_prices"}
_SIGNINGS = {"order.sign_letter", "order.accept", "order.sign_bast", "order.countersign_bast"}


@dataclass
class Known:
    """What the ledger has seen of one history."""

    last_command: int = 0
    last_feed: int = 0
    commits: int = 0
    heads: dict[str, int] = field(default_factory=dict)
    reached: dict[tuple[str, int], int] = field(default_factory=dict)
    orders: dict[str, tuple[State, int, str]] = field(default_factory=dict)
    outcomes: Counter[str] = field(default_factory=Counter)
    effects: set[str] = field(default_factory=set)
    decided: dict[tuple[str, str], int] = field(default_factory=dict)
    numbers: dict[tuple[str, int], str] = field(default_factory=dict)
    paid: set[tuple[str, int]] = field(default_factory=set)

    def copy(self) -> Known:
        """Return the same; what comes later goes into one of the two. No value in it ever changes."""
        return Known(
            last_command=self.last_command,
            last_feed=self.last_feed,
            commits=self.commits,
            heads=dict(self.heads),
            reached=dict(self.reached),
            orders=dict(self.orders),
            outcomes=Counter(self.outcomes),
            effects=set(self.effects),
            decided=dict(self.decided),
            numbers=dict(self.numbers),
            paid=set(self.paid),
        )


class Ledger:
    """Follows one database."""

    def __init__(self, path: Path, clock: TrueClock, broken: Broken, known: Known | None = None) -> None:
        self._path = path
        self._clock = clock
        self._broken = broken
        self.known = known or Known()
        self._db = sqlite3.connect(path, isolation_level=None)

    def close(self) -> None:
        """Give the connection back."""
        self._db.close()

    def reopen(self, known: Known) -> None:
        """Follow another history in the same place."""
        self._db.close()
        self._db = sqlite3.connect(self._path, isolation_level=None)
        self.known = known.copy()

    def remember(self) -> Known:
        """Return what is known, for coming back to it."""
        return self.known.copy()

    # ---- asking

    def result(self, cmd_id: str) -> tuple[bytes, str] | None:
        """Return the stored result of a command and whose it is."""
        row = self._db.execute("SELECT result, user_id FROM commands WHERE cmd_id = ?", (cmd_id,)).fetchone()
        return None if row is None else (bytes(row[0]), str(row[1]))

    def feed_row(self, scope: str, seq: int) -> tuple[str, str, int, bytes] | None:
        """Return kind, entity, revision and image of one feed row."""
        row: tuple[str, str, int, bytes] | None = self._db.execute(
            "SELECT kind, entity, rev, row FROM feed WHERE scope = ? AND seq = ?", (scope, seq)
        ).fetchone()
        return row

    def were_together(self, cursors: Mapping[str, int]) -> bool:
        """Return whether the scopes ever stood at these numbers at one moment, between two commits.

        A number that is 0 says nothing: the scope is fetched anew.
        """
        known = self.known
        since = [known.reached.get((scope, seq), 0) for scope, seq in cursors.items() if seq]
        passed = [known.reached.get((scope, seq + 1)) for scope, seq in cursors.items() if seq]
        return not since or max(since) < min(
            (one for one in passed if one is not None), default=known.commits + 1
        )

    def scopes_of_person(self, user_id: str) -> set[str]:
        """Return the scopes that a person's accesses give now."""
        scopes = {user_scope(user_id)}
        for access in self._accesses("user_id = ?", user_id):
            if self._counts(access):
                scopes.add(satker_scope(access["satker_id"]) if access["satker_id"] else "")
                scopes.add(vendor_scope(access["vendor_id"]) if access["vendor_id"] else "")
        return scopes - {""}

    def state_of(self, order_id: str) -> tuple[State, int, str] | None:
        """Return state, revision and satker of an order."""
        return self.known.orders.get(order_id)

    # ---- after a commit

    def follow(self, *, quietly: bool = False) -> None:
        """Look at what the last commit brought; ``quietly`` only takes note of it."""
        known = self.known
        known.commits += 1
        if not quietly:
            for row in self._db.execute("SELECT code FROM rup WHERE reserved + committed > pagu"):
                self._broken("1", f"RUP {row[0]} is above its pagu")
        for scope, seq, rowid in self._db.execute(
            "SELECT scope, seq, rowid FROM feed WHERE rowid > ? ORDER BY rowid", (known.last_feed,)
        ).fetchall():
            if seq != known.heads.get(scope, 0) + 1:
                self._broken("12", f"feed {scope}: {seq} after {known.heads.get(scope, 0)}")
            known.heads[scope], known.last_feed = seq, rowid
            known.reached[scope, seq] = known.commits
        rows = self._db.execute(
            "SELECT rowid, cmd_id, user_id, acting_as, device_id, seq, type, aggregate, envelope, outcome "
            "FROM commands WHERE rowid > ? ORDER BY rowid",
            (known.last_command,),
        ).fetchall()
        for rowid, cmd_id, user_id, acting_as, device, seq, kind, aggregate, raw, outcome in rows:
            known.last_command = rowid
            known.outcomes[outcome] += 1
            if user_id != _SYSTEM and not quietly:
                self._check_order_on_device(cmd_id, device, seq, aggregate)
            if outcome == "ok":
                envelope = json.loads(raw)
                self._check_effect(cmd_id, user_id, acting_as, kind, aggregate, envelope, quietly=quietly)

    def _check_order_on_device(self, cmd_id: str, device: str, seq: int, aggregate: str) -> None:
        known = self.known
        if known.numbers.setdefault((device, seq), cmd_id) != cmd_id:
            self._broken("6", f"number {seq} of {device} used by {known.numbers[device, seq]} and {cmd_id}")
        if seq <= known.decided.get((device, aggregate), 0):
            self._broken(
                "6", f"{device} decided {seq} after {known.decided[device, aggregate]} on {aggregate}"
            )
        known.decided[device, aggregate] = seq

    def _check_effect(
        self,
        cmd_id: str,
        user_id: str,
        acting_as: str,
        kind: str,
        aggregate: str,
        envelope: dict[str, Any],
        *,
        quietly: bool,
    ) -> None:
        known = self.known
        before, revision, _ = known.orders.get(aggregate, (State.NONE, 0, ""))
        image = json.loads(
            self._db.execute("SELECT image FROM orders WHERE id = ?", (aggregate,)).fetchone()[0]
        )
        events = self._db.execute(
            "SELECT n, event FROM order_events WHERE cmd_id = ? AND order_id = ? ORDER BY n",
            (cmd_id, aggregate),
        ).fetchall()
        after, last = State(image["state"]), events[-1][0] if events else 0
        known.orders[aggregate] = (after, last, image["satker_id"])
        if cmd_id in known.effects:
            self._broken("2", f"{cmd_id} took effect twice")
        known.effects.add(cmd_id)
        if kind == "order.confirm_payment":
            self._check_payment(aggregate, envelope)
        if quietly:
            return
        if last != image["revision"]:
            self._broken("2", f"{cmd_id} has {len(events)} events, {aggregate} is at {image['revision']}")
        if not events or events[0][0] != envelope["base_rev"] + 1 or revision != envelope["base_rev"]:
            seen = envelope["base_rev"]
            self._broken("7", f"{cmd_id} saw revision {seen} of {aggregate}, wrote on {revision}")
        if user_id != _SYSTEM:
            self._check_access(cmd_id, user_id, acting_as, kind, before)
        if not any(after in row.targets for row in rows_for(before, COMMAND_TYPES[kind])):
            self._broken("17", f"{kind} brought {aggregate} from {before} to {after}")
        self._check_image(cmd_id, kind, aggregate, image, before)

    def _check_image(
        self, cmd_id: str, kind: str, aggregate: str, image: dict[str, Any], before: State
    ) -> None:
        for fault in oracle.faults_of_totals(image):
            self._broken("19", f"{aggregate}: {fault}")
        for fault in oracle.faults_of_rounds(image):
            self._broken("20", f"{aggregate}: {fault}")
        if kind == "order.submit_checkout":
            fault = oracle.fault_of_buyer(image)
            if fault:
                self._broken(
                    "15" if "PPK" in fault and "bought" not in fault else "16", f"{aggregate}: {fault}"
                )
        if kind in _REPLIES:
            self._check_in_time(cmd_id, aggregate, before)
        if kind in _SIGNINGS:
            self._check_signature(cmd_id, aggregate, image, kind)

    def _check_in_time(self, cmd_id: str, aggregate: str, before: State) -> None:
        """The deadline that counted is in the event before this command's."""
        events = self._db.execute(
            "SELECT event, cmd_id FROM order_events WHERE order_id = ? ORDER BY n DESC LIMIT 2", (aggregate,)
        ).fetchall()
        if len(events) < 2 or before not in {State.WAIT_BUYER, State.WAIT_SELLER}:
            return
        now, deadline = json.loads(events[0][0])["at"], json.loads(events[1][0]).get("deadline")
        if deadline and datetime.fromisoformat(now) > datetime.fromisoformat(deadline):
            self._broken("20", f"{cmd_id} replied to {aggregate} at {now}, the deadline was {deadline}")

    def _check_signature(self, cmd_id: str, aggregate: str, image: dict[str, Any], kind: str) -> None:
        document = image["letter"] if kind in {"order.sign_letter", "order.accept"} else image["bast"]
        signature = document["signatures"][-1]
        row = self._db.execute(
            "SELECT signer_user_id, valid, status FROM document_revisions"
            " WHERE document_id = ? AND sha256 = ?",
            (document["document_id"], signature["sha256"]),
        ).fetchone()
        if row is None or row[0] != signature["by"]["user_id"] or not row[1] or row[2] == "candidate":
            self._broken("27", f"{cmd_id} on {aggregate} counts a signature that is stored as {row}")

    def _check_payment(self, aggregate: str, envelope: dict[str, Any]) -> None:
        termin = (aggregate, int(envelope["payload"]["termin_no"]))
        if termin in self.known.paid:
            self._broken("3", f"termin {termin} was paid twice")
        self.known.paid.add(termin)

    def _check_access(self, cmd_id: str, user_id: str, acting_as: str, kind: str, before: State) -> None:
        found = self._accesses("id = ?", acting_as)
        if not found or found[0]["user_id"] != user_id or not self._counts(found[0]):
            self._broken("14", f"{cmd_id} took effect by access {acting_as} of {user_id}: {found}")
            return
        roles = {role for row in rows_for(before, COMMAND_TYPES[kind]) for role in row.roles}
        if Role(found[0]["role"]) not in roles:
            self._broken("14", f"{cmd_id}: {found[0]['role']} did {kind} in {before}")

    def _accesses(self, where: str, value: str) -> list[dict[str, Any]]:
        columns = ("user_id", "role", "satker_id", "vendor_id", "valid_from", "valid_to", "revoked_at")
        rows = self._db.execute(f"SELECT {', '.join(columns)} FROM accesses WHERE {where}", (value,))
        return [dict(zip(columns, row, strict=True)) for row in rows]

    def _counts(self, access: dict[str, Any]) -> bool:
        day = local_date(self._clock(), Zone.WIB).isoformat()
        begun = not access["valid_from"] or access["valid_from"] <= day
        return not access["revoked_at"] and begun and (not access["valid_to"] or day <= access["valid_to"])
