"""What changes in the world besides the deeds of the people: time, roles, budgets, products, histories."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing
from datetime import timedelta
from pathlib import Path

from sqlalchemy import Connection

from inaproc_backend.accounts.accesses import access_entries
from inaproc_backend.accounts.sessions import end_session
from inaproc_backend.catalogue.changes import products_changed
from inaproc_backend.deadlines import expire_overdue
from inaproc_backend.feed.publish import publish
from inaproc_backend.feed.rows import official_entry, rup_entry
from inaproc_backend.storage.tables import rup, sessions
from inaproc_backend.storage.times import to_text
from simulator.clocks import TrueClock
from simulator.faults import Fault, Plan
from simulator.ledger import Known, Ledger
from simulator.machine import Machine
from simulator.people import RUPS, SEATS
from simulator.server import Server, ServerDied
from simulator.trace import Trace


class Upheavals:
    """Changes the world."""

    def __init__(
        self,
        *,
        server: Server,
        ledger: Ledger,
        clock: TrueClock,
        dice: random.Random,
        plan: Plan,
        trace: Trace,
        on_history_lost: Callable[[], None],
    ) -> None:
        self._server = server
        self._ledger = ledger
        self._clock = clock
        self._dice = dice
        self._plan = plan
        self._trace = trace
        self._on_history_lost = on_history_lost
        self._backup: tuple[Path, Known] | None = None

    def strike(self, machines: Iterable[Machine]) -> None:
        """Let one thing happen, if the plan of this schedule has it."""
        happen: tuple[tuple[Fault, Callable[[], None]], ...] = (
            (Fault.TIME_PASSES, self._pass_time),
            (Fault.ROLE_REVOKED, self._change_role),
            (Fault.PAGU_CHANGED, self._change_pagu),
            (Fault.PRODUCT_CHANGED, self._change_product),
            (Fault.SESSION_ENDED, self._end_session),
            (Fault.SERVER_RESTART, self._server.restart),
            (Fault.EPOCH_CHANGED, self._server.change_epoch),
            (Fault.BACKEND_RESTORED, self._restore),
        )
        for fault, deed in happen:
            if self._plan.strikes(fault):
                self._trace.note(" ", fault)
                self._survive(deed)
        for machine in machines:
            if self._plan.strikes(Fault.CLOCK_SKEW):
                machine.clock.error = timedelta(
                    seconds=self._dice.choice((-400_000, -3600, -90, 0, 90, 90_000))
                )
                self._trace.note(" ", machine.name, "clock", machine.clock.error)
        if self._dice.random() < 0.15:
            self._survive(self.expire)

    def expire(self) -> None:
        """Let the backend look for overdue orders."""
        expire_overdue(self._server.services, self._server.handler)

    def give_back(self) -> None:
        """Let every access count again, and deliver what the deadlines ask for."""
        for seat in SEATS.values():
            self._set_role(seat.actor.access_id, seat.actor.user_id, revoked=False)
        self.expire()

    def _survive(self, deed: Callable[[], None]) -> None:
        try:
            deed()
        except ServerDied:
            self._server.restart()

    # ---- inside

    def _pass_time(self) -> None:
        hours = self._dice.choice((0.1, 0.3, 2, 5, 26, 50, 120))
        self._clock.forward(hours * 3600)

    def _change_role(self) -> None:
        seat = self._dice.choice(list(SEATS.values()))
        self._set_role(seat.actor.access_id, seat.actor.user_id, revoked=self._dice.random() < 0.5)

    def _set_role(self, access_id: str, user_id: str, *, revoked: bool) -> None:
        today = self._server.services.today()
        moment = to_text(self._clock()) if revoked else None

        def change(connection: Connection) -> None:
            changed = connection.exec_driver_sql(
                "UPDATE accesses SET revoked_at = ?, rev = rev + 1 WHERE id = ? AND (revoked_at IS NULL) = ?",
                (moment, access_id, revoked),
            ).rowcount
            if not changed:
                return
            official = official_entry(connection, access_id, today)
            publish(
                connection, [*access_entries(connection, user_id, today), *([official] if official else [])]
            )

        self._write(change)

    def _change_pagu(self) -> None:
        code = self._dice.choice(list(RUPS))
        pagu = int(RUPS[code].pagu * self._dice.choice((0.3, 0.6, 1.0, 1.4)))

        def change(connection: Connection) -> None:
            fits = rup.c.reserved + rup.c.committed <= pagu
            if connection.execute(
                rup.update().where(rup.c.code == code, fits).values(pagu=pagu, rev=rup.c.rev + 1)
            ).rowcount:
                publish(connection, [rup_entry(connection, code)])

        self._write(change)

    def _change_product(self) -> None:
        product_id = self._dice.choice(("p-1", "p-2"))
        listed = self._dice.random() < 0.7
        factor = self._dice.choice((90, 100, 110))

        def change(connection: Connection) -> None:
            connection.exec_driver_sql(
                "UPDATE products SET listed = ?, price = price * ? / 100 WHERE id = ?",
                (listed, factor, product_id),
            )
            products_changed(connection, [product_id])

        self._write(change)

    def _end_session(self) -> None:
        user_id = self._dice.choice(list(SEATS.values())).actor.user_id

        def change(connection: Connection) -> None:
            found = (
                connection.execute(sessions.select().where(sessions.c.user_id == user_id)).mappings().all()
            )
            for row in found:
                end_session(connection, row["id"], "ended elsewhere", self._clock())

        self._write(change)

    def _write(self, change: Callable[[Connection], None]) -> None:
        with self._server.services.database.write() as connection:
            change(connection)

    # ---- restore

    def back_up(self, same: Path | None = None) -> None:
        """Take a copy of the backend's database, once in a while; ``same`` is a file that is one already."""
        if self._plan.weights[Fault.BACKEND_RESTORED] == 0.0:
            return
        if same is not None:
            self._backup = (same, self._ledger.remember())
            return
        path = self._server.path.with_suffix(".backup")
        with closing(sqlite3.connect(self._server.path)) as source, closing(sqlite3.connect(path)) as target:
            source.backup(target)
        self._backup = (path, self._ledger.remember())

    def _restore(self) -> None:
        if self._backup is None:
            return
        path, known = self._backup
        self._server.close()
        # In place: whoever has the file open sees the old pages come back.
        with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(self._server.path)) as target:
            source.backup(target)
            # Part of the procedure, so nothing may come in between: a backend that goes on under its old
            # name would give its numbers twice, and only the digests of stage B could tell.
            target.execute(
                "UPDATE meta SET value = ? WHERE key = 'epoch'", (f"{self._dice.getrandbits(128):032x}",)
            )
            target.commit()
        self._server.open()
        self._on_history_lost()
        self._ledger.reopen(known)
