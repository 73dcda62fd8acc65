"""Real processes, killed: nothing said to be saved is lost, nothing is done twice, nobody has to help."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from endurance.kills import kills
from endurance.mutants import DROPPED_ON_ANSWER, NO_DEDUPE, SAID_TOO_EARLY
from endurance.soak import Report

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]

SEED = 4
TRIES = 3
"""Real processes meet by chance: a planted fault may go unnoticed once."""


def good(report: Report) -> None:
    verdict = report.verdict
    assert verdict.violations == [], report.line
    assert (verdict.lost, verdict.twice, verdict.stuck, verdict.divergent, verdict.asked) == (0, 0, 0, 0, 0)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="lives are forked")
def test_two_hundred_kills_lose_nothing(tmp_path: Path) -> None:
    report = kills(tmp_path, count=200, seed=SEED)
    good(report)
    assert report.kills >= 200
    assert report.counted["backend killed while it decided"] >= 10
    assert report.verdict.saved >= 40
    assert report.verdict.told >= 40


@pytest.mark.parametrize(
    ("mutant", "words"),
    [
        (SAID_TOO_EARLY, "was said to be saved and is nowhere"),
        (DROPPED_ON_ANSWER, "was said to be saved and is nowhere"),
        (NO_DEDUPE, "decided 2 times"),
    ],
)
def test_planted_fault_is_noticed(mutant: str, words: str, tmp_path: Path) -> None:
    """A harness that cannot fail shows nothing."""
    for seed in range(SEED, SEED + TRIES):
        report = kills(tmp_path / str(seed), count=25, seed=seed, machines=4, mutant=mutant)
        if any(words in violation for violation in report.verdict.violations):
            return
    pytest.fail(f"not noticed: {report.line}")
