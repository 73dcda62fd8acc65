"""One schedule: a seed, its people, its troubles, and the healing at the end."""

from __future__ import annotations

import random
import shutil
import traceback
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from pathlib import Path

from inaproc_desktop.storage.held import UNSUPPORTED
from inaproc_desktop.sync.greeting import HELD_SECONDS
from simulator import ending
from simulator.acts import People
from simulator.catalogue import MemoryCatalogue
from simulator.clocks import TrueClock
from simulator.drafting import Drafting
from simulator.faults import Fault, Plan
from simulator.ledger import Ledger
from simulator.machine import Machine
from simulator.network import Network
from simulator.people import SEATS
from simulator.server import Server, ServerDied
from simulator.template import Template
from simulator.trace import Trace, Violation
from simulator.upheavals import Upheavals
from simulator.watch import Watch
from tests import builders as b

_DEEPEST = 2
_ROUNDS = 8
"""So many rounds of every machine must be enough after healing."""

_OPEN = f"SELECT 1 FROM outbox WHERE state <> 'parked' OR instr(outcome, '{UNSUPPORTED}')"

_FETCH_AGAIN = 0.1
"""Share of the schedules that end with fetching everything again: it costs as much as the rest."""

_DRAFTING = 0.25
"""Share of a buyer's deeds that go to drafts."""

_BUYERS = (b.PP, b.PPK)

_GROUPS = (
    *[("pp1", "penyedia")] * 4,
    *[("pp1", "pp2")] * 4,
    *[("pp1", "ppk")] * 2,
    *[("ppk", "penyedia")] * 3,
    ("ppk", "bendahara"),
    *[("pp1", "ppk", "penyedia")] * 2,
    *[("pp1", "pp2", "penyedia")] * 2,
    ("ppk", "penyedia", "bendahara"),
    ("pp1", "pp2", "ppk", "penyedia", "bendahara"),
)


@dataclass(kw_only=True)
class Ended:
    """What came of a schedule."""

    seed: int
    violations: list[Violation]
    digest: str
    steps: int
    faults: Counter[Fault]
    tail: list[str] = field(default_factory=list)


class World:
    """Everything of one schedule."""

    def __init__(
        self,
        seed: int,
        template: Template,
        folder: Path,
        *,
        calm: bool = False,
        wants: tuple[Fault, ...] = (),
    ) -> None:
        """Copy the prepared world and draw the plan; ``wants`` names trouble that it must have."""
        self.seed = seed
        self.trace = Trace()
        self.violations: list[Violation] = []
        self.dice = random.Random(f"{seed}/steps")
        self.plan = Plan(random.Random(f"{seed}/plan"), calm=calm, wants=wants)
        self.clock = TrueClock(template.start)
        folder.mkdir(parents=True, exist_ok=True)
        server_file = folder / "server.db"
        shutil.copyfile(template.server_file, server_file)
        self.ledger = Ledger(server_file, self.clock, self.broken, template.known.copy())
        self.history_lost = False
        self._results: dict[str, bytes] = {}
        self.server = Server(
            path=server_file,
            model=template.services,
            clock=self.clock,
            dice=random.Random(f"{seed}/server"),
            plan=self.plan,
            on_commit=self.ledger.follow,
            on_result=self._on_result,
        )
        self.network = Network(
            server=self.server, clock=self.clock, dice=self.dice, plan=self.plan, trace=self.trace
        )
        self.network.meanwhile = self._meanwhile
        self.people = People(server=self.server, clock=self.clock, dice=self.dice, trace=self.trace)
        self.drafting = Drafting(dice=random.Random(f"{seed}/drafts"), trace=self.trace, broken=self.broken)
        self._draft_dice = random.Random(f"{seed}/drafting")
        self.upheavals = Upheavals(
            server=self.server,
            ledger=self.ledger,
            clock=self.clock,
            dice=self.dice,
            plan=self.plan,
            trace=self.trace,
            on_history_lost=self._on_history_lost,
        )
        self.machines: dict[str, Machine] = {}
        self.watches: dict[str, Watch] = {}
        self.folder = folder
        self._template = template
        self._depth = 0

    def add(self, name: str) -> Machine:
        """Add a machine with a copy of its prepared files, or with none where none are prepared."""
        template, path = self._template, self.folder / f"{name}.db"
        if name in template.work_files:
            shutil.copyfile(template.work_files[name], path)
        catalogue = template.catalogues.get(name)
        machine = Machine(
            SEATS[name],
            path,
            catalogue.copy() if catalogue is not None else MemoryCatalogue(),
            network=self.network,
            clock=self.clock,
            plan=self.plan,
            dice=random.Random(f"{self.seed}/{name}"),
        )
        self.machines[name] = machine
        watch = self.watches[name] = Watch(machine, self.ledger, self.broken)
        paused, self.plan.paused = self.plan.paused, True
        machine.open(template.sessions.get(name))
        watch.begin(template.seen.get(name))
        self.plan.paused = paused
        return machine

    # ---- one schedule

    def play(self, steps: int) -> Ended:
        """Play a schedule to its end."""
        for name in self.dice.choice(_GROUPS):
            self.add(name)
        self.upheavals.back_up(self._template.server_file)
        for number in range(steps):
            self.trace.note("step", number, self.clock.moment.isoformat())
            self._step()
            if number == steps // 2 and self.dice.random() < 0.5:
                self.upheavals.back_up()
        self._heal()
        self.trace.note("end", ending.summary(self.machines.values(), self.server))
        return self.ended()

    def ended(self) -> Ended:
        """Return what came of it, and close everything."""
        for machine in self.machines.values():
            machine.shut()
        self.ledger.close()
        self.server.close()
        return Ended(
            seed=self.seed,
            violations=self.violations,
            digest=self.trace.digest(),
            steps=self.trace.count,
            faults=self.plan.dealt,
            tail=self.trace.tail(),
        )

    def broken(self, promise: str, text: str) -> None:
        """Note a broken promise."""
        violation = Violation(promise, text)
        self.trace.note("BROKEN", promise, text)
        if violation not in self.violations:
            self.violations.append(violation)

    # ---- steps

    def _step(self) -> None:
        """Let one thing happen."""
        self.clock.forward(self.dice.uniform(1, 90))
        luck = self.dice.random()
        if luck < 0.08:
            self.upheavals.strike(self.machines.values())
            return
        if luck < 0.13:
            try:
                self.network.deliver_late()
            except ServerDied:
                self.server.restart()
            return
        machine = self.machines[self.dice.choice(list(self.machines))]
        if not machine.running:
            if not machine.busy:
                self._start(machine)
            return
        if luck < 0.55 and machine.actor in _BUYERS and self._draft_dice.random() < _DRAFTING:
            self._let(machine, "drafts", lambda: self.drafting.act(machine, self.watches[machine.name]))
        elif luck < 0.55:
            self._let(machine, "acts", lambda: self.people.act(machine, self.watches[machine.name]))
        elif luck < 0.63:
            self._let(machine, "answers", lambda: self.people.answer(machine, self.watches[machine.name]))
        elif not machine.busy:
            if self.plan.strikes(Fault.CLIENT_RESTART):
                machine.close()
                self._start(machine)
                return
            self.round(machine)

    def _meanwhile(self) -> None:
        """While somebody waits for the backend, others act, and calls under way arrive."""
        if self.plan.paused or self._depth >= _DEEPEST or self.dice.random() > 0.3:
            return
        if self.dice.random() < 0.3:
            self.network.deliver_waiting()
            return
        self._depth += 1
        try:
            self._step()
        finally:
            self._depth -= 1

    def _let(self, machine: Machine, what: str, deed: Callable[[], object]) -> str:
        """Let a machine do something, then look at it."""
        self.trace.note(" ", machine.name, what)
        try:
            result = machine.run(deed)
        except Exception as error:
            result = repr(error)
            where = traceback.extract_tb(error.__traceback__)[-1]
            self.broken("fault", f"{machine.name} {what}: {result} at {where.filename}:{where.lineno}")
        self.trace.note("  =", machine.name, what, result)
        self.watches[machine.name].after_step()
        return result

    def round(self, machine: Machine) -> bool:
        """Let a machine synchronise; the person signs in where they have to."""
        if machine.signed_out:
            try:
                self.people.sign_in(machine)
            except ServerDied:
                self.server.restart()
                return False
        finished: list[bool] = []
        self._let(machine, "round", lambda: finished.append(machine.engine.round()))
        return finished == [True]

    def _start(self, machine: Machine) -> None:
        self.trace.note(" ", machine.name, "starts")
        result = machine.run(machine.open)
        if result != "ok":
            self.trace.note("  =", machine.name, "did not start", result)
            machine.close()
            return
        ending.check_without_network(machine, self.broken)

    # ---- the end

    def _heal(self) -> None:
        """End all trouble; then everybody must come to agree, in a bounded number of rounds."""
        self.plan.paused = True
        self.server.away = 0
        self.server.be_newest()
        # So long may it take until what waits for another version is asked about again.
        self.clock.forward(HELD_SECONDS)
        self.trace.note("healing")
        while self.network.late:
            self.network.deliver_late()
        self.upheavals.give_back()
        machines = list(self.machines.values())
        for machine in machines:
            machine.clock.error = timedelta()
            if not machine.running:
                self._start(machine)
        for _ in range(_ROUNDS):
            if not any(self._open(machine) for machine in machines):
                break
            for machine in machines:
                self.round(machine)
        self._settle_drafts(machines)
        # A first round may find the session ended; the second is after signing in.
        complete = {machine.name: self.round(machine) or self.round(machine) for machine in machines}
        truth = ending.projection(self.server)
        for machine in machines:
            name = machine.name
            scopes = self.ledger.scopes_of_person(machine.actor.user_id)
            if not complete[name]:
                self.broken("9", f"{name}: a round fails after healing")
            ending.check_machine(machine, truth, scopes, self.broken, history_lost=self.history_lost)
            self.watches[name].check_scopes(scopes)
        ending.check_backend(self.server, self.broken)
        self.drafting.check(machines, ending.states(self.server), history_lost=self.history_lost)
        if self.dice.random() < _FETCH_AGAIN:
            self._fetch_again(self.dice.choice(machines))

    def _settle_drafts(self, machines: list[Machine]) -> None:
        """Let everybody decide what two devices did differently, until nothing is left to be decided."""
        for _ in range(_ROUNDS):
            for machine in machines:
                self._let(machine, "decides", partial(self.drafting.decide_everything, machine))
            for machine in [*machines, *machines]:
                self.round(machine)
            if not any(draft.undecided for machine in machines for draft in machine.drafts.all("checkout")):
                break

    def _open(self, machine: Machine) -> bool:
        found = machine.observer.execute(_OPEN).fetchone()
        return found is not None

    def _fetch_again(self, machine: Machine) -> None:
        """Throw the confirmed rows away: they must come back the same, and the outbox must not mind."""
        db = machine.observer
        query = "SELECT cmd_id, state FROM outbox ORDER BY seq"
        before, outbox = ending.held_by(db), db.execute(query).fetchall()
        machine.file.forget_history()
        self.round(machine)
        if ending.held_by(db) != before or db.execute(query).fetchall() != outbox:
            self.broken("22", f"{machine.name}: fetching everything again gave something else")

    # ---- listening

    def _on_result(self, cmd_id: str, result: bytes) -> None:
        if b'"outcome":"retry"' in result or b'"outcome":"parked"' in result:
            return
        first = self._results.setdefault(cmd_id, result)
        if first != result:
            self.broken("2", f"{cmd_id} was answered {first!r}, later {result!r}")

    def _on_history_lost(self) -> None:
        self.history_lost = True
        self._results.clear()
        for watch in self.watches.values():
            watch.history_lost()
