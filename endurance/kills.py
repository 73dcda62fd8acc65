"""Two hundred times ``kill -9``, at moments that hurt: while something is saved, sent, applied or decided."""

from __future__ import annotations

import threading
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from endurance.arena import Arena, Machine
from endurance.faults import Weather
from endurance.fuse import MOMENTS
from endurance.judging import judge
from endurance.soak import Report, heal

_BACKEND = 0.3
"""Share of the kills that hit the backend."""

_LONGEST_FUSE_MS = 40.0
_LONGEST_LIFE = 4.0
"""Seconds after which a machine is killed from outside, whatever it is doing then."""


def kills(
    folder: Path,
    *,
    count: int,
    seed: int,
    machines: int = 5,
    database_url: str = "",
    mutant: str = "",
    say: Callable[[str], None] = lambda text: None,
) -> Report:
    """Kill so often, then let everything come to rest and judge it."""
    began = time.monotonic()
    arena = Arena(folder, seed, machines, database_url=database_url, mutant=mutant, pause=0.05)
    try:
        say(f"everybody in step after {arena.begin():.1f} s")
        arena.proxy.weather = Weather(doubled=0.1)
        counted = _Killing(arena).go_on(count)
        healed_in = heal(arena)
        say(f"healed after {healed_in:.1f} s: {arena.behind() or 'all in step'}")
        arena.end()
        verdict = judge(arena)
        counted += arena.proxy.counted
    finally:
        arena.close()
    done = arena.backend_kills + sum(one.kills for one in arena.machines.values())
    return Report(verdict, time.monotonic() - began, healed_in, counted, done)


class _Killing:
    def __init__(self, arena: Arena) -> None:
        self._arena = arena
        self._dice = arena.dice
        self._ends: dict[str, float] = {}
        self._commands = threading.Event()
        arena.proxy.on_commands = self._commands.set
        self._counted: Counter[str] = Counter()

    def go_on(self, count: int) -> Counter[str]:
        arena = self._arena
        for machine in arena.machines.values():
            self._outlive(machine)
        while self._done() < count:
            now = time.monotonic()
            for machine in arena.reap():
                self._begin(machine)
            for machine in arena.machines.values():
                if machine.pid and now >= self._ends[machine.name]:
                    arena.kill(machine)
                    self._counted["killed from outside"] += 1
                    self._begin(machine)
            wanted = _BACKEND * self._done()
            if arena.backend_kills < wanted:
                self._kill_backend()
            time.sleep(0.01)
        return self._counted

    def _done(self) -> int:
        return self._arena.backend_kills + sum(one.kills for one in self._arena.machines.values())

    def _begin(self, machine: Machine) -> None:
        """Begin a life that ends by itself at a moment that hurts, or from outside at any moment."""
        fuse = self._dice.choice(MOMENTS)
        self._arena.start(machine, fuse=fuse, fuse_ms=self._dice.uniform(0, _LONGEST_FUSE_MS))
        self._outlive(machine)

    def _outlive(self, machine: Machine) -> None:
        self._ends[machine.name] = time.monotonic() + self._dice.uniform(0.05, _LONGEST_LIFE)

    def _kill_backend(self) -> None:
        """Kill it while it decides, as far as somebody sends something."""
        self._commands.clear()
        caught = self._commands.wait(0.5)
        time.sleep(self._dice.uniform(0, 0.03))
        self._arena.kill_backend()
        self._counted["backend killed while it decided" if caught else "backend killed idle"] += 1
        self._counted["ms of backend starts"] += round(1000 * self._arena.start_backend())
