"""Tests of the test: every fault that is planted in the product is noticed within a few schedules."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from simulator.mutants import MUTANTS, planted
from simulator.preparing import prepared
from simulator.running import play
from simulator.template import Template

MOST_SCHEDULES = 200

pytestmark = [pytest.mark.expects_log, pytest.mark.timeout(600)]

PROMISED = {
    "dedupe removed": {"2", "6", "12", "21"},
    "order check removed": {"6"},
    "retention 24 h": {"2", "5", "21"},
    "role check at draft time only": {"14"},
    "four eyes by account, not person": {"15"},
    "read-then-insert budget": {"1"},
    "early sequence number": {"12"},
    "cursor stored before rows": {"8", "9", "10"},
    "gap check removed": {"8", "9", "10"},
    "epoch ignored": {"8", "9", "10", "11"},
    "journal removed": {"4"},
    "rejected command dropped": {"4"},
    "outbox row not in the commit": {"work"},
    "overlay dropped on HTTP ack": {"5", "10"},
    "last writer wins": {"7", "29"},
    "ack row missing for refusals": {"9", "12"},
    "tray forgotten": {"4"},
    "optimistic base": {"11"},
    "checkpoint applied page by page": {"11"},
    "left over as being sent": {"9"},
    "merge drops mine": {"drafts"},
    "held for another version for ever": {"9"},
    "answers of a lost history kept": {"9"},
}
"""Promises of which each mutant has to break at least one; breaking only others would be chance."""


@pytest.fixture(scope="module")
def template() -> Iterator[Template]:
    with prepared() as made:
        yield made


def test_every_mutant_has_its_promise() -> None:
    assert set(PROMISED) == set(MUTANTS)


@pytest.mark.parametrize("name", list(MUTANTS))
def test_mutant_is_caught(name: str, template: Template) -> None:
    wants = MUTANTS[name].wants
    with planted(name):
        for seed in range(1, MOST_SCHEDULES + 1):
            ended = play(seed, template, wants=wants)
            if {violation.promise for violation in ended.violations} & PROMISED[name]:
                return
    pytest.fail(f"{name}: not caught in {MOST_SCHEDULES} schedules")
