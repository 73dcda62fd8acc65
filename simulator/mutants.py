"""Faults planted in the product, one at a time: the simulator has to notice each (protocol, section 3.4).

Only those that belong to stage A and that a simulation can show; power loss and real concurrency have
harnesses of their own.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any
from unittest import mock

from sqlalchemy import Connection, delete, update

from inaproc_backend.feed import publish as publishing
from inaproc_backend.feed.publish import Entry
from inaproc_backend.purchasing import actors, deciding, effects, gathering, handler, log
from inaproc_backend.storage import facts
from inaproc_backend.storage.times import to_text
from inaproc_core.orders import merging, opening
from inaproc_core.wire.codec import to_json
from inaproc_core.wire.messages import Outcome, PullRequest, RawPullAnswer, changed
from inaproc_desktop.ports.sync import Queued
from inaproc_desktop.ports.ui import ChangeSet
from inaproc_desktop.storage import checkpoints, draft_settling, feed, held, outbox, queue, settling, staging
from inaproc_desktop.storage.checkpoints import Checkpoints
from inaproc_desktop.storage.records import QueueState
from inaproc_desktop.storage.schema import DRAFTS, OUTBOX, TRAY
from inaproc_desktop.storage.staging import Checkpoint
from simulator.faults import Fault

Patches = Sequence[Any]


class _Sql:
    """A statement that is not registered with those of the product."""

    def __init__(self, *statements: str) -> None:
        self._statements = statements

    def run(self, connection: Connection, params: Mapping[str, Any]) -> int:
        driver: Any = connection.connection.driver_connection
        touched = [int(driver.execute(one, params).rowcount) for one in self._statements]
        return touched[-1]


# ---- on the backend


def _dedupe_removed() -> Patches:
    added = _Sql(log._ADD.sql.replace("INSERT INTO", "INSERT OR REPLACE INTO"))
    no_wall = _Sql("DROP INDEX IF EXISTS uq_feed_ack")  # the database alone refuses a second acknowledgement

    def nothing_known(connection: Connection, *_: Any) -> None:
        no_wall.run(connection, {})

    return (
        mock.patch.object(log, "find_result", nothing_known),
        mock.patch.object(log, "_ADD", added),
    )


def _order_check_removed() -> Patches:
    def due(
        self: settling.LocalWorkFile, *, most: int = 50, without: Collection[str] = ()
    ) -> tuple[Queued, ...]:
        with self._work.read() as connection:
            every = [one for one in queue.records(connection) if one.state is QueueState.WAITING]
        due = [settling._queued(one) for one in reversed(every) if one.cmd_id not in without]
        return tuple(due[:most])

    return (
        mock.patch.object(settling.LocalWorkFile, "due", due),
        mock.patch.object(deciding.Decider, "_check_dependency", lambda *args: None),
    )


def _retention_24_hours() -> Patches:
    run = handler.CommandHandler._run
    forget = _Sql("DELETE FROM commands WHERE at < :before")

    def forgetful(self: handler.CommandHandler, connection: Connection, asked: Any) -> Any:
        forget.run(connection, {"before": to_text(self._services.clock() - timedelta(hours=24))})
        return run(self, connection, asked)

    return (mock.patch.object(handler.CommandHandler, "_run", forgetful),)


def _role_checked_at_draft_time() -> Patches:
    return (mock.patch.object(actors, "is_current", lambda *args: True),)


def _four_eyes_by_account() -> Patches:
    checked = opening._ppk
    return (
        mock.patch.object(
            opening,
            "_ppk",
            lambda form, actor, facts: checked(form, replace(actor, user_id=actor.access_id), facts),
        ),
    )


def _budget_read_then_written() -> Patches:
    """The reading is one command old, as it would be with another one deciding beside."""
    load = facts.load_rup
    before: dict[str, Any] = {}

    def stale(connection: Connection, code: str, *, lock: bool = False) -> Any:
        now = load(connection, code, lock=lock)
        seen = before.get(code, now)
        before[code] = now
        if seen is None or now is None:
            return now
        return replace(now[0], reserved=seen[0].reserved, committed=seen[0].committed), now[1]

    unguarded = _Sql(
        "PRAGMA ignore_check_constraints = ON",
        "UPDATE rup SET reserved = reserved + :reserve, committed = committed + :commit, rev = rev + 1"
        " WHERE code = :code",
    )
    return (
        mock.patch.object(gathering, "load_rup", stale),
        mock.patch.object(effects, "_TAKE_BUDGET", unguarded),
    )


def _early_number() -> Patches:
    """Numbers come from a sequence outside of the transaction: a rolled back one leaves a hole."""
    taken: dict[str, int] = {}
    head = (
        "INSERT INTO scope_head (scope, seq) VALUES (:scope, :seq)"
        " ON CONFLICT (scope) DO UPDATE SET seq = :seq"
    )
    row = "INSERT INTO feed VALUES (:scope, :seq, :kind, :entity, :rev, :row, :deleted)"

    def publish(connection: Connection, entries: Sequence[Entry]) -> dict[str, int]:
        driver: Any = connection.connection.driver_connection
        for entry in entries:
            known = driver.execute("SELECT seq FROM scope_head WHERE scope = ?", (entry.scope,)).fetchone()
            seq = taken[entry.scope] = 1 + max(taken.get(entry.scope, 0), known[0] if known else 0)
            values = {name: getattr(entry, name) for name in Entry.__slots__} | {"seq": seq}
            driver.execute(head, {"scope": entry.scope, "seq": seq})
            driver.execute(row, values)
        return {}

    return (mock.patch.object(handler, "publish", publish),)


def _last_writer_wins() -> Patches:
    check = deciding._check_order

    def careless(order: Any, actor: Any, envelope: Any) -> None:
        check(order, actor, envelope)

    return (mock.patch.object(deciding, "_check_order", careless),)


def _no_ack_for_refusals() -> Patches:
    publish = publishing.publish

    def sparing(connection: Connection, entries: Sequence[Entry]) -> Mapping[str, int]:
        kept = [one for one in entries if one.kind != "ack" or b'"outcome":"ok"' in one.row]
        return publish(connection, kept)

    return (mock.patch.object(handler, "publish", sparing),)


# ---- on the machines


def _cursor_before_rows() -> Patches:
    applied = Checkpoints._applied

    def hasty(self: Checkpoints, checkpoint: Checkpoint, settle: Any) -> ChangeSet:
        with self._work.write() as connection:
            feed.move_cursors(connection, checkpoint.heads)
        return applied(self, checkpoint, settle)

    return (mock.patch.object(Checkpoints, "_applied", hasty),)


def _page_by_page() -> Patches:
    """Each page is applied by itself, as though it were the last."""
    apply = settling.LocalWorkFile.apply

    def hasty(self: settling.LocalWorkFile, answer: RawPullAnswer) -> ChangeSet:
        return apply(self, changed(answer, more=False))

    return (mock.patch.object(settling.LocalWorkFile, "apply", hasty),)


def _gap_check_removed() -> Patches:
    follow = staging._follow

    def trusting(checkpoint: Checkpoint, answer: RawPullAnswer) -> set[str]:
        follow(checkpoint, answer)
        return set()

    return (mock.patch.object(staging, "_follow", trusting),)


def _epoch_ignored() -> Patches:
    position = settling.LocalWorkFile.position

    def without(self: settling.LocalWorkFile) -> PullRequest:
        return PullRequest(cursors=position(self).cursors)

    return (
        mock.patch.object(settling.LocalWorkFile, "position", without),
        mock.patch.object(Checkpoint, "new_history", False),
        mock.patch.object(staging, "_known", lambda held, answer: dict(held.cursors)),
    )


def _journal_removed() -> Patches:
    return (_settled_by(lambda outcome: outcome.outcome == "ok", lambda outcome: False),)


def _refusals_dropped() -> Patches:
    return (_settled_by(lambda outcome: outcome.outcome != "ok", lambda outcome: False),)


def _tray_forgotten() -> Patches:
    settle = settling.settle

    def silent(connection: Connection, outcome: Outcome, at: datetime) -> bool:
        changed = settle(connection, outcome, at)
        connection.execute(delete(TRAY).where(TRAY.c.cmd_id == outcome.cmd_id))
        return changed

    return (mock.patch.object(settling, "settle", silent),)


def _settled_by(drops: Callable[[Outcome], bool], keeps: Callable[[Outcome], bool]) -> Any:
    settle = settling.settle

    def careless(connection: Connection, outcome: Outcome, at: datetime) -> bool:
        if outcome.outcome in {"retry", "parked"} or not drops(outcome):
            return settle(connection, outcome, at)
        queue.drop(connection, outcome.cmd_id)
        return keeps(outcome)

    return mock.patch.object(settling, "settle", careless)


def _outbox_row_in_another_commit() -> Patches:
    put = outbox.LocalOutbox.put

    def in_two(self: outbox.LocalOutbox, command: Any, *, clear_draft: str = "", **more: Any) -> Any:
        if clear_draft:
            with self._work.write() as connection:
                connection.execute(delete(DRAFTS).where(DRAFTS.c.id == clear_draft))
        return put(self, command, **more)

    return (mock.patch.object(outbox.LocalOutbox, "put", in_two),)


def _overlay_dropped_on_answer() -> Patches:
    answered = settling.LocalWorkFile.answered

    def hasty(self: settling.LocalWorkFile, outcomes: Sequence[Outcome]) -> ChangeSet:
        changes = answered(self, outcomes)
        with self._work.write() as connection:
            for outcome in outcomes:
                settling.settle(connection, outcome, self._clock.now())
        return changes

    return (mock.patch.object(settling.LocalWorkFile, "answered", hasty),)


def _left_over_sending() -> Patches:
    def only_waiting(self: settling.LocalWorkFile, cmd_id: str, state: QueueState) -> bool:
        return state is QueueState.WAITING

    return (mock.patch.object(settling.LocalWorkFile, "_is_due", only_waiting),)


def _answers_of_lost_history_kept() -> Patches:
    forget = feed.forget_history

    def keeping(connection: Connection) -> ChangeSet:
        answered = connection.execute(
            OUTBOX.select().where(OUTBOX.c.state == QueueState.ANSWERED.value)
        ).all()
        changes = forget(connection)
        for row in answered:
            again = update(OUTBOX).where(OUTBOX.c.cmd_id == row.cmd_id)
            connection.execute(again.values(state=row.state, outcome=row.outcome, counts=row.counts))
        return changes

    return (
        mock.patch.object(feed, "forget_history", keeping),
        mock.patch.object(checkpoints, "forget_history", keeping),
    )


def _optimistic_base() -> Patches:
    """What was done is shown by writing it into the confirmed rows."""
    put = outbox.LocalOutbox.put

    def eager(self: outbox.LocalOutbox, command: Any, **more: Any) -> Any:
        made = put(self, command, **more)
        with self._work.read() as connection:
            order = self._overlay.snapshot(connection).orders.get(more["order_id"])
        if order is not None:
            with self._work.write() as connection:
                statement = "UPDATE base SET row = ?, rev = ? WHERE kind = 'order' AND entity = ?"
                connection.exec_driver_sql(statement, (to_json(order), order.revision, order.id))
        return made

    return (mock.patch.object(outbox.LocalOutbox, "put", eager),)


@dataclass(frozen=True)
class Mutant:
    """One planted fault.

    Attributes:
        plant: makes the patches.
        wants: trouble that brings it to light; without this emphasis it only takes more schedules.
    """

    plant: Callable[[], Patches]
    wants: tuple[Fault, ...] = ()


def _held_for_ever() -> Patches:
    """What the backend did not know stays held, whatever hello says later."""
    nothing = ChangeSet.of(initiator="sync")
    return (mock.patch.object(held.LocalHeldCommands, "release", lambda *args: nothing),)


def _merge_drops_mine() -> Patches:
    """Where two devices meet, the one that was there first wins everything."""

    def theirs_alone(*versions: Any) -> merging.Merge:
        return merging.Merge(form=versions[2])

    return (mock.patch.object(draft_settling, "merge", theirs_alone),)


MUTANTS: Mapping[str, Mutant] = {
    "dedupe removed": Mutant(_dedupe_removed, (Fault.REQUEST_DOUBLED,)),
    "order check removed": Mutant(_order_check_removed, (Fault.NO_LINK,)),
    "retention 24 h": Mutant(_retention_24_hours, (Fault.TIME_PASSES, Fault.REQUEST_AGAIN_LATER)),
    "role check at draft time only": Mutant(_role_checked_at_draft_time, (Fault.ROLE_REVOKED,)),
    "four eyes by account, not person": Mutant(_four_eyes_by_account),
    "read-then-insert budget": Mutant(_budget_read_then_written),
    "early sequence number": Mutant(_early_number, (Fault.SERVER_DIES_BEFORE_COMMIT,)),
    "cursor stored before rows": Mutant(_cursor_before_rows, (Fault.KILL_AFTER_COMMIT,)),
    "gap check removed": Mutant(_gap_check_removed, (Fault.ROWS_DROPPED, Fault.ROWS_CUT)),
    "epoch ignored": Mutant(_epoch_ignored, (Fault.BACKEND_RESTORED,)),
    "journal removed": Mutant(_journal_removed),
    "rejected command dropped": Mutant(_refusals_dropped),
    "outbox row not in the commit": Mutant(_outbox_row_in_another_commit, (Fault.KILL_AFTER_COMMIT,)),
    "overlay dropped on HTTP ack": Mutant(_overlay_dropped_on_answer),
    "last writer wins": Mutant(_last_writer_wins),
    "ack row missing for refusals": Mutant(_no_ack_for_refusals),
    "tray forgotten": Mutant(_tray_forgotten),
    "optimistic base": Mutant(_optimistic_base),
    "checkpoint applied page by page": Mutant(_page_by_page, (Fault.PAGE_SHORT,)),
    "left over as being sent": Mutant(_left_over_sending, (Fault.DISK_FULL, Fault.REQUEST_LOST)),
    "merge drops mine": Mutant(_merge_drops_mine),
    "held for another version for ever": Mutant(_held_for_ever, (Fault.VERSION_UNKNOWN,)),
    "answers of a lost history kept": Mutant(
        _answers_of_lost_history_kept, (Fault.BACKEND_RESTORED, Fault.ANSWER_CUT)
    ),
}
"""The mutants of the protocol that belong here, then faults that the simulator itself once found."""


@contextmanager
def planted(name: str) -> Iterator[None]:
    """Plant one mutant while the block runs."""
    with ExitStack() as stack:
        for patch in MUTANTS[name].plant():
            stack.enter_context(patch)
        yield
