"""Schedules keep every promise, and a seed tells the same story wherever it is played."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from simulator.__main__ import main
from simulator.faults import Fault
from simulator.mutants import planted
from simulator.preparing import prepared
from simulator.promises import PROMISES
from simulator.running import play, play_many
from simulator.template import Template
from simulator.world import World

ROOT = Path(__file__).resolve().parents[2]
SCHEDULES = 150
KINDS_AT_LEAST = 12

pytestmark = [pytest.mark.expects_log, pytest.mark.timeout(600)]


@pytest.fixture(scope="module")
def template() -> Iterator[Template]:
    with prepared() as made:
        yield made


def test_no_promise_is_broken(template: Template) -> None:
    faults: Counter[Fault] = Counter()
    for seed in range(1, SCHEDULES + 1):
        ended = play(seed, template)
        assert not ended.violations, "\n".join([*ended.tail[-40:], str(ended.violations), f"seed {seed}"])
        faults += ended.faults
    assert len(faults) >= KINDS_AT_LEAST
    assert set(faults) >= {
        Fault.ANSWER_LOST,
        Fault.REQUEST_LATE,
        Fault.KILL_BEFORE_COMMIT,
        Fault.KILL_AFTER_COMMIT,
        Fault.SERVER_DIES_BEFORE_COMMIT,
        Fault.SERVER_DIES_AFTER_COMMIT,
        Fault.ROLE_REVOKED,
        Fault.PAGU_CHANGED,
        Fault.EPOCH_CHANGED,
    }


def test_versions_that_do_not_fit_for_a_while_cost_nothing(template: Template) -> None:
    faults: Counter[Fault] = Counter()
    for seed in range(1, 31):
        ended = play(seed, template, wants=(Fault.CLIENT_TOO_OLD, Fault.VERSION_UNKNOWN))
        assert not ended.violations, "\n".join([*ended.tail[-40:], str(ended.violations), f"seed {seed}"])
        faults += ended.faults
    assert min(faults[Fault.CLIENT_TOO_OLD], faults[Fault.VERSION_UNKNOWN]) >= 20


def test_people_get_through(template: Template) -> None:
    """A simulation in which everything is refused would keep every promise, too."""
    outcomes: Counter[str] = Counter()
    kinds: set[str] = set()
    for seed in range(1, 41):
        world = World(seed, template, template.folder / "run")
        world.play(14)
        for state, _, _ in world.ledger.known.orders.values():
            kinds.add(state.value)
        outcomes += world.ledger.known.outcomes - template.known.outcomes
    assert min(outcomes[kind] for kind in ("ok", "rejected", "conflict")) >= 10, outcomes
    assert len(kinds) >= 10


def test_same_seed_same_trace_in_another_process(template: Template) -> None:
    """Also where Python hashes strings differently: nothing may hang on the order of a set."""
    here = [play(seed, template).digest for seed in range(11, 17)]
    code = (
        "from simulator.running import play_many\n"
        "for ended in play_many(range(11, 17), steps=14, processes=1): print(ended.digest)\n"
    )
    there = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": "4711"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert there.stdout.split() == here
    assert len(set(here)) == len(here)


def test_several_processes_tell_the_same(template: Template) -> None:
    one = [play(seed, template, steps=6).digest for seed in range(30, 54)]
    two = [ended.digest for ended in play_many(range(30, 54), steps=6, processes=2)]
    assert one == two


def test_a_violation_says_how_to_see_it_again(capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["--schedules", "3", "--processes", "1", "--mutant", "journal removed"]
    assert main(asked) == 1
    said = capsys.readouterr().out
    assert f"promise 4: {PROMISES['4']}" in said
    assert "again: python -m simulator --replay 1 --steps" in said
    assert "--mutant 'journal removed'" in said
    assert said.strip().splitlines()[-1].startswith("3 schedules, ")


def test_a_replay_ends_with_the_same_trace(template: Template, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--replay", "7"]) == 0
    last = capsys.readouterr().out.strip().splitlines()[-1]
    assert last == f"seed 7: 0 violations, trace {play(7, template).digest[:16]}"


def test_planting_leaves_nothing_behind(template: Template) -> None:
    before = play(5, template).digest
    with planted("gap check removed"):
        pass
    assert play(5, template).digest == before
