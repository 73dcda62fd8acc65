"""Machines on a bad line, with kills and pauses; then the line heals, and all must agree within a minute."""

from __future__ import annotations

import heapq
import itertools
import signal
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from endurance.arena import Arena, Machine
from endurance.faults import ROUGH, Cut
from endurance.judging import Verdict, judge
from endurance.life import REST
from endurance.nursery import SHOW_STACKS

HEALED_WITHIN = 60.0
"""Seconds after healing within which everything has to be in step (protocol.md 3.3 B5)."""


@dataclass
class Report:
    """How a run went."""

    verdict: Verdict
    seconds: float
    healed_in: float
    counted: Counter[str] = field(default_factory=Counter)
    kills: int = 0

    @property
    def line(self) -> str:
        """The figures in one line."""
        v, c = self.verdict, self.counted
        return (
            f"{self.seconds:.0f} s, {self.kills} kills, {c['paused']} pauses, "
            f"{sum(n for name, n in c.items() if name.startswith('partition'))} partitions, "
            f"{c['exchanges']} exchanges, {c['request doubled']} doubled; "
            f"{v.saved} saved, {v.commands} decided, {v.orders} orders, {v.told} told; "
            f"{v.lost} lost, {v.twice} twice, {v.stuck} stuck, {v.divergent} divergent, "
            f"in step {self.healed_in:.1f} s after healing, {len(v.violations)} violations"
        )


class Trouble:
    """Makes trouble and undoes it again, at seeded moments."""

    def __init__(self, arena: Arena, *, longest: float) -> None:
        """``longest``: seconds of a partition; pauses and absences are a third of it at most."""
        self._arena = arena
        self._dice = arena.dice
        self._longest = longest
        self._numbers = itertools.count()
        self._later: list[tuple[float, int, Callable[[], None]]] = []
        self.counted: Counter[str] = Counter()

    def go_on(self, until: float) -> None:
        """Make trouble until then, and leave none of it."""
        next_one = time.monotonic()
        while (now := time.monotonic()) < until:
            self._undo(now)
            for machine in self._arena.reap():
                self._arena.start(machine)
            if now >= next_one:
                self._one()
                next_one = now + self._dice.uniform(0.1, 0.8)
            time.sleep(0.05)
        self._undo(float("inf"))
        for machine in self._arena.reap():
            self._arena.start(machine)

    def _undo(self, now: float) -> None:
        while self._later and self._later[0][0] <= now:
            heapq.heappop(self._later)[2]()

    def _after(self, seconds: float, undo: Callable[[], None]) -> None:
        heapq.heappush(self._later, (time.monotonic() + seconds, next(self._numbers), undo))

    def _one(self) -> None:
        arena, dice = self._arena, self._dice
        machine = dice.choice(list(arena.machines.values()))
        luck = dice.random()
        if luck < 0.45:
            cut = dice.choice((Cut.OUT, Cut.IN, Cut.BOTH))
            arena.proxy.cut(machine.name, cut)
            self._after(dice.uniform(0.5, self._longest), lambda: arena.proxy.cut(machine.name, Cut.NONE))
        elif luck < 0.65:
            self._pause(machine)
        elif luck < 0.85:
            if machine.pid and not machine.paused:
                arena.kill(machine)
                arena.start(machine)
        elif arena.backend_pid and dice.random() < 0.6:
            arena.kill_backend()
            self._after(dice.uniform(0.0, self._longest / 4), self._back)
        elif arena.backend_pid:
            pid = arena.backend_pid
            arena.signal(pid, signal.SIGSTOP)
            self.counted["paused"] += 1
            self._after(dice.uniform(0.2, self._longest / 4), lambda: arena.signal(pid, signal.SIGCONT))

    def _pause(self, machine: Machine) -> None:
        if not machine.pid or machine.paused:
            return
        arena = self._arena
        machine.paused = True
        arena.signal(machine.pid, signal.SIGSTOP)
        self.counted["paused"] += 1

        def wake() -> None:
            if machine.paused:
                arena.signal(machine.pid, signal.SIGCONT)
                machine.paused = False

        self._after(self._dice.uniform(0.2, self._longest / 3), wake)

    def _back(self) -> None:
        if not self._arena.backend_pid:
            self._arena.start_backend()


def soak(
    folder: Path,
    *,
    seconds: float,
    seed: int,
    machines: int = 8,
    database_url: str = "",
    mutant: str = "",
    say: Callable[[str], None] = lambda text: None,
) -> Report:
    """Run it and judge it."""
    began = time.monotonic()
    arena = Arena(folder, seed, machines, database_url=database_url, mutant=mutant)
    try:
        say(f"everybody in step after {arena.begin():.1f} s")
        arena.proxy.weather = ROUGH
        trouble = Trouble(arena, longest=min(25.0, max(4.0, seconds / 10)))
        trouble.go_on(time.monotonic() + seconds)
        healed_in = heal(arena)
        say(f"healed after {healed_in:.1f} s: {arena.behind() or 'all in step'}")
        arena.end()
        verdict = judge(arena)
        counted = trouble.counted + arena.proxy.counted
    finally:
        arena.close()
    kills = arena.backend_kills + sum(one.kills for one in arena.machines.values())
    return Report(verdict, time.monotonic() - began, healed_in, counted, kills)


def heal(arena: Arena) -> float:
    """End all trouble, let nobody begin anything, and wait until all are in step; returns the seconds."""
    arena.proxy.heal()
    if not arena.backend_pid:
        arena.start_backend()
    for machine in arena.machines.values():
        if not machine.pid:
            arena.start(machine)
    arena.say(REST)
    began = time.monotonic()
    while arena.behind() and time.monotonic() - began < HEALED_WITHIN:
        for machine in arena.reap():  # its fuse was burning
            arena.start(machine)
        time.sleep(0.2)
    healed_in = time.monotonic() - began
    for name in arena.behind():
        arena.signal(arena.machines[name].pid, SHOW_STACKS)
        time.sleep(0.2)
    return healed_in
