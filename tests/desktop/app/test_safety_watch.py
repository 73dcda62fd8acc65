"""A request to turn the second factor off is told to whoever is at the window."""

from __future__ import annotations

from datetime import timedelta

import pytest

from inaproc_core.errors import Refusal
from inaproc_desktop.composition.safety_watch import SafetyWatch
from inaproc_desktop.ports.data import BackendRefused, WorldFailed
from inaproc_desktop.ports.ui import Level
from inaproc_desktop.views.words import sentence
from tests import builders
from tests.desktop.fakes import HeldRunner, RecordingMessages
from tests.desktop.registration.fakes import FakeAccount

SOON = builders.NOW + timedelta(hours=20)


class Desk:
    def __init__(self, account: FakeAccount) -> None:
        self.runner, self.messages = HeldRunner(), RecordingMessages()
        self.watch = SafetyWatch(runner=self.runner, account=account.account, messages=self.messages)
        self.runner.run_all()

    def later(self) -> None:
        self.runner.fire_timers()
        self.runner.run_all()


def test_nothing_is_told_where_nobody_asked() -> None:
    desk = Desk(FakeAccount())
    desk.later()
    assert desk.messages.told == []


def test_a_request_is_told_once_with_its_moment() -> None:
    desk = Desk(FakeAccount(totp_on=True, reset_at=SOON))
    desk.later()
    (told,) = desk.messages.told
    assert (told.level, told.code) == (Level.WARNING, "account.factor_reset_waits")
    assert str(told.facts["until"]).endswith("+07:00")
    assert "Batalkan" in sentence(told.code, told.facts)
    assert "WIB" in sentence(told.code, told.facts)


def test_a_request_that_comes_while_somebody_works_is_told_too() -> None:
    account = FakeAccount(totp_on=True)
    desk = Desk(account)
    account.reset_at = SOON
    desk.later()
    account.reset_at = None
    desk.later()
    account.reset_at = SOON + timedelta(hours=1)
    desk.later()
    assert len(desk.messages.told) == 2


def test_without_a_link_it_looks_again() -> None:
    account = FakeAccount(totp_on=True, reset_at=SOON, offline=True)
    desk = Desk(account)
    assert desk.messages.told == []
    account.offline = False
    desk.later()
    assert len(desk.messages.told) == 1


def test_after_leaving_nothing_is_looked_at() -> None:
    account = FakeAccount(totp_on=True, reset_at=SOON, offline=True)
    desk = Desk(account)
    desk.watch.close()
    account.offline = False
    desk.later()
    assert desk.messages.told == []


@pytest.mark.parametrize(
    "error", [WorldFailed("world.offline"), BackendRefused(Refusal(code="session.ended"))]
)
def test_failures_of_the_look_disturb_nobody(error: Exception) -> None:
    def fail() -> None:
        raise error

    runner, messages = HeldRunner(), RecordingMessages()
    SafetyWatch(runner=runner, account=fail, messages=messages)  # type: ignore[arg-type]  # it only raises
    runner.run_all()
    assert messages.told == []
