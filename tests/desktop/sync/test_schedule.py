"""Pauses between rounds: a poll every minute whatever hints say, longer ones while nothing answers."""

from __future__ import annotations

import random

from inaproc_desktop.sync.schedule import POLL_SECONDS, Schedule


def test_polls_every_minute_also_when_hints_arrive() -> None:
    schedule = Schedule(random.Random(1))
    pauses = [schedule.succeeded() for _ in range(200)]
    assert max(pauses) <= POLL_SECONDS == 60.0
    assert min(pauses) >= 0.8 * POLL_SECONDS
    assert len(set(pauses)) > 100  # windows that were opened together do not stay together


def test_failures_pause_twice_as_long_each_time_and_never_beyond_a_bound() -> None:
    for seed in range(50):
        schedule = Schedule(random.Random(seed))
        for ceiling in (2, 4, 8, 16, 30, 30, 30):
            assert ceiling / 2 <= schedule.failed() <= ceiling


def test_success_begins_anew() -> None:
    schedule = Schedule(random.Random(1))
    for _ in range(6):
        schedule.failed()
    schedule.succeeded()
    assert schedule.failed() <= 2
