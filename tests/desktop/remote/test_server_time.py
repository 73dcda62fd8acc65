"""What time it is at the backend: the median of the last samples, none after the clock was set."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from inaproc_desktop.composition.clock import ServerClock
from inaproc_desktop.remote.server_time import ServerTime

START = datetime(2026, 11, 23, 2, 40, tzinfo=UTC)


class Bench:
    """A computer whose clock goes wrong by ``error``, and a backend whose does not."""

    def __init__(self) -> None:
        self.passed = 1000.0
        self.error = timedelta(minutes=-12)
        self.time = ServerTime(self.now, lambda: self.passed)

    def true(self) -> datetime:
        return START + timedelta(seconds=self.passed)

    def now(self) -> datetime:
        return self.true() + self.error

    def call(self, seconds: float = 0.2, wrong: float = 0.0) -> None:
        """A call that was answered at its middle, by a backend whose answer is ``wrong`` by so much."""
        began = self.time.begin()
        at = self.true() + timedelta(seconds=seconds / 2 + wrong)
        self.passed += seconds
        self.time.heard(at, began)


def test_nothing_is_added_before_anything_was_heard() -> None:
    assert Bench().time.offset() == timedelta(0)


def test_the_middle_of_the_call_counts() -> None:
    bench = Bench()
    bench.call(seconds=3)
    assert bench.time.offset() == timedelta(minutes=12)
    assert ServerClock(bench, bench.time.offset).now() == bench.true()


def test_the_median_bears_bad_samples() -> None:
    bench = Bench()
    for wrong in (0.0, 400.0, 0.0, -400.0, 0.0):
        bench.call(wrong=wrong)
    assert bench.time.offset() == timedelta(minutes=12)


def test_only_the_last_five_count() -> None:
    bench = Bench()
    for _ in range(5):
        bench.call(wrong=60)
    for _ in range(3):
        bench.call()
    assert bench.time.offset() == timedelta(minutes=12)


def test_a_call_that_took_too_long_says_nothing() -> None:
    bench = Bench()
    bench.call(seconds=11)
    assert bench.time.offset() == timedelta(0)


def test_after_the_clock_was_set_old_samples_do_not_count() -> None:
    bench = Bench()
    bench.call()
    bench.error = timedelta(0)
    assert bench.time.offset() == timedelta(0)
    bench.call(wrong=0.25)
    assert bench.time.offset() == timedelta(seconds=0.25)


@pytest.mark.parametrize(
    ("header", "offset"),
    [
        ("Mon, 23 Nov 2026 02:56:40 GMT", timedelta(minutes=12, seconds=0.5)),
        ("", timedelta(0)),
        ("yesterday", timedelta(0)),
        ("Mon, 23 Nov 2026 02:56:40 -0000", timedelta(0)),
    ],
)
def test_the_date_of_an_answer(header: str, offset: timedelta) -> None:
    bench = Bench()
    assert bench.true() == datetime(2026, 11, 23, 2, 56, 40, tzinfo=UTC)
    bench.time.heard_date(header, bench.time.begin())
    assert bench.time.offset() == offset
