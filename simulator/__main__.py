"""``python -m simulator``: play schedules, or one of them again."""

from __future__ import annotations

import argparse
import hashlib
import os
import sys
import time
from collections import Counter

from simulator.faults import Fault
from simulator.mutants import MUTANTS
from simulator.promises import PROMISES
from simulator.running import STEPS, play_many
from simulator.world import Ended

_SHOWN = 3
_REPORT_EVERY = 1000


def main(arguments: list[str] | None = None) -> int:
    """Play, report, and return 1 when a promise was broken."""
    parser = argparse.ArgumentParser(prog="python -m simulator", description=__doc__)
    parser.add_argument("--schedules", type=int, default=10_000, help="how many (default: 10000)")
    parser.add_argument("--seed", type=int, default=1, help="of the first; the next ones count on")
    parser.add_argument("--steps", type=int, default=STEPS, help=f"of a schedule (default: {STEPS})")
    parser.add_argument("--processes", type=int, default=min(2, os.cpu_count() or 1))
    parser.add_argument("--replay", type=int, metavar="SEED", help="play one schedule and print its trace")
    parser.add_argument("--mutant", choices=sorted(MUTANTS), default="", help="plant a fault first")
    asked = parser.parse_args(arguments)
    if asked.replay is not None:
        return _replay(asked.replay, asked.steps, asked.mutant)
    return _play(asked)


def _play(asked: argparse.Namespace) -> int:
    started = time.monotonic()
    seeds = range(asked.seed, asked.seed + asked.schedules)
    faults: Counter[Fault] = Counter()
    digest = hashlib.sha256()
    violations = bad = count = 0
    for ended in play_many(seeds, steps=asked.steps, processes=asked.processes, mutant=asked.mutant):
        count += 1
        faults += ended.faults
        digest.update(ended.digest.encode())
        if ended.violations:
            violations += len(ended.violations)
            bad += 1
            if bad <= _SHOWN:
                _show(ended, asked)
        if count % _REPORT_EVERY == 0:
            _say(f"{count} schedules after {time.monotonic() - started:.0f} s, {violations} violations")
    for fault, number in sorted(faults.items(), key=lambda item: -item[1]):
        _say(f"  {number:>8}  {fault}")
    seconds = time.monotonic() - started
    _say(
        f"{count} schedules, {violations} violations, {faults.total()} faults of {len(faults)} kinds, "
        f"{seconds:.0f} s, trace {digest.hexdigest()[:16]}"
    )
    return 1 if violations else 0


def _replay(seed: int, steps: int, mutant: str) -> int:
    for ended in play_many(range(seed, seed + 1), steps=steps, processes=1, mutant=mutant):
        for line in ended.tail:
            _say(line[:400])
        for violation in ended.violations:
            _say(f"promise {violation.promise}: {PROMISES[violation.promise]}: {violation.text}")
        _say(f"seed {seed}: {len(ended.violations)} violations, trace {ended.digest[:16]}")
        return 1 if ended.violations else 0
    return 0


def _show(ended: Ended, asked: argparse.Namespace) -> None:
    _say(f"--- seed {ended.seed} ---")
    for line in ended.tail[-60:]:
        _say(line[:200])
    for violation in ended.violations:
        _say(f"promise {violation.promise}: {PROMISES[violation.promise]}: {violation.text}")
    mutant = f" --mutant '{asked.mutant}'" if asked.mutant else ""
    _say(f"again: python -m simulator --replay {ended.seed} --steps {asked.steps}{mutant}")


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    raise SystemExit(main())
