"""Leases: a job that outlives its page is finished, and tells nobody."""

from __future__ import annotations

import pytest

from inaproc_desktop.composition.lease import LeasedBus, LeasedRunner
from inaproc_desktop.ports.ui import ChangeSet, Lane
from tests.desktop.fakes import HeldRunner, RecordingBus


def test_callbacks_run_while_the_lease_holds() -> None:
    inner = HeldRunner()
    runner = LeasedRunner(inner)
    told: list[object] = []
    runner.submit(Lane.DATA, lambda a, b: a + b, 1, 2, on_done=told.append)
    runner.submit(Lane.DATA, lambda: 1 // 0, on_error=told.append)
    runner.call_soon(lambda: told.append("soon"))
    runner.after(1, lambda: told.append("later"))
    inner.run_all()
    inner.fire_timers()
    assert told[0] == "soon"
    assert told[1] == 3
    assert isinstance(told[2], ZeroDivisionError)
    assert told[3] == "later"


def test_nobody_is_told_afterwards_but_the_job_is_done() -> None:
    inner = HeldRunner()
    runner = LeasedRunner(inner)
    told: list[object] = []
    done: list[int] = []
    runner.submit(Lane.DATA, done.append, 1, on_done=told.append)
    runner.submit(Lane.DATA, lambda: 1 // 0)
    runner.after(1, lambda: told.append("later"))
    runner.end()
    inner.run_all()
    inner.fire_timers()
    runner.call_soon(lambda: told.append("soon"))
    assert done == [1]
    assert told == []


def test_error_that_nobody_takes_is_not_swallowed() -> None:
    inner = HeldRunner()
    LeasedRunner(inner).submit(Lane.DATA, lambda: 1 // 0)
    with pytest.raises(ZeroDivisionError):
        inner.run_all()


def test_cancelled_job_is_cancelled() -> None:
    inner = HeldRunner()
    told: list[int] = []
    token = LeasedRunner(inner).submit(Lane.DATA, lambda: 1, on_done=told.append)
    token.cancel()
    inner.run_all()
    assert told == []


def test_subscriptions_end_together() -> None:
    inner = RecordingBus()
    bus = LeasedBus(inner)
    heard: list[str] = []
    bus.subscribe(lambda changes: heard.append("order"), "order")
    end = bus.subscribe(lambda changes: heard.append("cart"), "cart")
    bus.publish(ChangeSet.of("order", "cart"))
    end()
    bus.publish(ChangeSet.of("cart"))
    bus.end()
    inner.publish(ChangeSet.of("order", "cart"))
    assert heard == ["order", "cart"]
