"""The verdict: what machines hold and told, against what the backend holds and decided (protocol.md 3.1)."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import keyring
import msgspec
from sqlalchemy import Connection

from endurance import diary as d
from endurance.arena import Arena, Machine
from endurance.keyring_file import FileKeyring
from inaproc_backend.accounts.accesses import load_accesses, scopes_for
from inaproc_backend.training.people import user_id
from inaproc_core.orders.model import Order
from inaproc_core.orders.visibility import scopes_of, view_for
from inaproc_core.wire.codec import to_json
from inaproc_desktop.composition.files import Files
from inaproc_desktop.services.servers import server_of
from inaproc_desktop.storage.places import Places

_ROOT = Path(__file__).resolve().parents[1]
_KNOWN_ELSEWHERE = frozenset({"command.id_reused"})

Rows = dict[tuple[str, str, str], bytes]
"""Scope, kind and entity to the row's bytes."""


@dataclass
class Verdict:
    """What was found.

    Attributes:
        violations: broken promises, in words.
        saved, told: commands that were said to be saved, outcomes that were told.
        lost: saved commands that are nowhere.
        twice: commands with more than one effect.
        divergent: machines whose rows differ from the backend's.
        stuck: machines with commands left in the outbox.
        asked: sign-ins with a password after the first one of a machine.
        slowest_start: seconds of the slowest start of a life.
    """

    violations: list[str] = field(default_factory=list)
    saved: int = 0
    told: int = 0
    drafts: int = 0
    lost: int = 0
    twice: int = 0
    divergent: int = 0
    stuck: int = 0
    asked: int = 0
    orders: int = 0
    commands: int = 0
    slowest_start: float = 0.0

    def broken(self, text: str) -> None:
        """Add a violation."""
        self.violations.append(text)


@dataclass(frozen=True)
class Truth:
    """What the backend holds: outcomes by command, rows by scope, and the scopes of everybody."""

    outcomes: dict[str, dict[str, Any]]
    rows: Rows
    scopes: dict[str, set[str]]


def judge(arena: Arena) -> Verdict:
    """Look at everything, after all machines have ended."""
    verdict = Verdict(violations=list(arena.faults))
    _operator(arena, verdict)
    database = arena.open_database()
    try:
        with database.read() as connection:
            truth = _truth(connection, arena)
            _at_most_once(connection, truth, verdict)
    finally:
        database.close()
    for machine in arena.machines.values():
        _machine(machine, truth, verdict)
    return verdict


def _operator(arena: Arena, verdict: Verdict) -> None:
    """Run ``inaproc-backend check`` as an operator would."""
    command = [sys.executable, "-m", "inaproc_backend", "check", "--data", str(arena.data)]
    if arena.database_url:
        command += ["--database", arena.database_url]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=_ROOT)
    if done.returncode:
        verdict.broken(f"inaproc-backend check: {done.stdout[-2000:]}{done.stderr[-500:]}")


def _truth(connection: Connection, arena: Arena) -> Truth:
    outcomes = {
        cmd_id: json.loads(bytes(result))
        for cmd_id, result in connection.exec_driver_sql("SELECT cmd_id, result FROM commands").fetchall()
    }
    rows: Rows = {}
    for scope, kind, entity, row, deleted in connection.exec_driver_sql(
        "SELECT scope, kind, entity, row, deleted FROM feed WHERE kind <> 'ack' ORDER BY scope, seq"
    ).fetchall():
        rows.pop((scope, kind, entity), None)
        if not deleted:
            rows[scope, kind, entity] = to_json(json.loads(bytes(row)))
    today = arena_today()
    scopes = {
        machine.name: set(
            scopes_for(
                user_id(machine.life.username),
                load_accesses(connection, user_id(machine.life.username), today),
            )
        )
        for machine in arena.machines.values()
    }
    return Truth(outcomes, rows, scopes)


def arena_today() -> Any:
    """Return the day at the capital, as the backend counts it for accesses."""
    from endurance.person import Wall
    from inaproc_core.calendar import Zone, local_date

    return local_date(Wall().now(), Zone.WIB)


def _at_most_once(connection: Connection, truth: Truth, verdict: Verdict) -> None:
    """Every command has one outcome and at most one effect, and orders are what the feed says they are."""
    verdict.commands = len(truth.outcomes)
    for cmd_id, count in connection.exec_driver_sql(
        "SELECT cmd_id, COUNT(*) FROM audit GROUP BY cmd_id HAVING COUNT(*) > 1"
    ).fetchall():
        verdict.twice += 1
        verdict.broken(f"{cmd_id} was decided {count} times")
    for cmd_id, order_id in connection.exec_driver_sql(
        "SELECT DISTINCT cmd_id, order_id FROM order_events"
    ).fetchall():
        outcome = truth.outcomes.get(cmd_id)
        if outcome is not None and (outcome["outcome"] != "ok" or outcome["aggregate"] != order_id):
            verdict.twice += 1
            verdict.broken(f"{cmd_id} changed {order_id}, its outcome is {outcome}")
    images = [
        msgspec.json.decode(bytes(row[0]), type=Order)
        for row in connection.exec_driver_sql("SELECT image FROM orders").fetchall()
    ]
    verdict.orders = sum(bool(order.number) for order in images)
    for order in images:
        for scope in scopes_of(order):
            key = scope, "order", order.id
            if key in truth.rows and truth.rows[key] != to_json(view_for(order, scope)):
                verdict.broken(f"the feed's last row of {key} is not the order")


def _machine(machine: Machine, truth: Truth, verdict: Verdict) -> None:
    before = keyring.get_keyring()
    keyring.set_keyring(FileKeyring(machine.life.profile.with_suffix(".keyring")))
    files = Files(Places(machine.life.profile))
    try:
        work = files.work(server_of(machine.life.address), user_id(machine.life.username))
        with work.read() as connection:
            read = connection.exec_driver_sql
            outbox = {row[0]: row[1] for row in read("SELECT cmd_id, state FROM outbox").fetchall()}
            sent = {
                row[0]
                for row in read("SELECT order_id FROM journal UNION SELECT order_id FROM outbox").fetchall()
            }
            journal = {
                row[0]: json.loads(bytes(row[1]))
                for row in read("SELECT cmd_id, outcome FROM journal").fetchall()
            }
            drafts = {
                row[0]: json.loads(bytes(row[1])) for row in read("SELECT id, content FROM drafts").fetchall()
            }
            base = {
                (row[0], row[1], row[2]): bytes(row[3])
                for row in read("SELECT scope, kind, entity, row FROM base").fetchall()
            }
    except Exception as error:
        verdict.broken(f"{machine.name}: its work file cannot be read: {error!r}")
        return
    finally:
        files.close()
        keyring.set_keyring(before)
    if outbox:
        verdict.stuck += 1
        verdict.broken(f"{machine.name}: stuck with {outbox}")
    _rows(machine, base, truth, verdict)
    _words(machine, _Held(set(outbox), journal, drafts, sent), truth, verdict)


def _rows(machine: Machine, base: Rows, truth: Truth, verdict: Verdict) -> None:
    """Compare byte by byte with the newest row of the backend's feed."""
    wanted = {key: row for key, row in truth.rows.items() if key[0] in truth.scopes[machine.name]}
    wrong = sorted(key for key in wanted.keys() | base.keys() if wanted.get(key) != base.get(key))
    if wrong:
        verdict.divergent += 1
        verdict.broken(f"{machine.name}: {len(wrong)} of {len(wanted)} rows differ, e.g. {wrong[:3]}")


@dataclass(frozen=True)
class _Held:
    """What a work file holds; ``sent``: orders that a command was made for."""

    outbox: set[str]
    journal: dict[str, dict[str, Any]]
    drafts: dict[str, dict[str, Any]]
    sent: set[str]


def _words(machine: Machine, held: _Held, truth: Truth, verdict: Verdict) -> None:
    """Hold the machine to everything it told its person."""
    kept: dict[str, int] = {}
    withdrawn: set[str] = set()
    told: dict[str, d.Entry] = {}
    saved: list[str] = []
    name = machine.name
    for entry in d.read(machine.life.diary):
        if entry.kind == d.SAVED:
            saved.append(entry.key)
            kept.pop(entry.more["order"], None)
        elif entry.kind == d.WITHDRAWING:
            withdrawn.add(entry.key)
            kept.pop(entry.more["order"], None)  # a checkout goes with its draft
        elif entry.kind == d.TOLD:
            told[entry.key] = entry
        elif entry.kind == d.KEPT:
            kept[entry.key] = entry.more["times"]
        elif entry.kind == d.FAULT:
            verdict.broken(f"{name}: {entry.key} {entry.more}")
        elif entry.kind == d.SIGNED_IN and entry.more["life"] > 1:
            verdict.asked += 1
            verdict.broken(f"{name}: asked for the password again in life {entry.more['life']}")
        elif entry.kind == d.UP:
            verdict.slowest_start = max(verdict.slowest_start, entry.more["seconds"])
    verdict.saved += len(saved)
    verdict.told += len(told)
    verdict.drafts += len(kept)
    for cmd_id in saved:
        places = (cmd_id in held.outbox) + (cmd_id in held.journal)
        if places == 0 and cmd_id not in withdrawn:
            verdict.lost += 1
            verdict.broken(f"{name}: {cmd_id} was said to be saved and is nowhere")
        if places > 1:
            verdict.broken(f"{name}: {cmd_id} is in outbox and journal")
        if cmd_id in withdrawn and places == 0 and cmd_id in truth.outcomes:
            verdict.broken(f"{name}: {cmd_id} was taken back and executed")
    for cmd_id, outcome in held.journal.items():
        if outcome["code"] not in _KNOWN_ELSEWHERE and truth.outcomes.get(cmd_id) != outcome:
            verdict.broken(f"{name}: {cmd_id} ended here as {outcome}, there as {truth.outcomes.get(cmd_id)}")
    for cmd_id, entry in told.items():
        said, there = entry.more, truth.outcomes.get(cmd_id)
        if there is None or (said["outcome"], said["code"]) != (there["outcome"], there["code"]):
            verdict.broken(f"{name}: {cmd_id} was told {said}, the backend has {there}")
    for draft_id, times in kept.items():
        if draft_id in held.sent:
            continue  # killed between the commit that turned it into a command and the word about it
        note = str(held.drafts.get(draft_id, {}).get("note", ""))
        if draft_id not in held.drafts or _times(note) < times:
            verdict.broken(f"{name}: draft {draft_id} was kept {times} times, there is {note!r}")


def _times(note: str) -> int:
    return int(note.rpartition(" ")[2]) if note.startswith("catatan ") else 0
