"""Accesses that begin or end while their owner is at the window."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, cast

import pytest

from inaproc_core.errors import Refusal
from inaproc_core.wire.messages import AccessRow
from inaproc_desktop.composition.access_watch import AccessWatch, access_news
from inaproc_desktop.ports.data import BackendRefused, SignedIn, WorldFailed
from inaproc_desktop.ports.ui import ChangeSet, Level
from tests import builders
from tests.desktop.fake_data import signed_in
from tests.desktop.fakes import HeldRunner, RecordingBus


def row(access_id: str, role: str = "PP") -> AccessRow:
    return AccessRow(access_id=access_id, role=role, position="", satker_name="Dinas Contoh")


def person(*rows: AccessRow) -> SignedIn:
    return replace(signed_in(builders.PP), access=rows[0], accesses=rows)


class Session:
    def __init__(self, answer: SignedIn | Exception) -> None:
        self.answer = answer

    def refresh_accesses(self, signed_in: SignedIn) -> SignedIn:
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer


class Desk:
    def __init__(self, before: SignedIn, answer: SignedIn | Exception) -> None:
        self.bus, self.runner, self.told = RecordingBus(), HeldRunner(), list[tuple[SignedIn, SignedIn]]()
        self.watch = AccessWatch(
            bus=self.bus,
            runner=self.runner,
            session=cast(Any, Session(answer)),
            signed_in=lambda: before,
            on_changed=lambda *pair: self.told.append(pair),
        )

    def play(self) -> None:
        self.bus.publish(ChangeSet.of("access"))
        self.runner.fire_timers()
        self.runner.run_all()


def test_a_change_is_asked_for_once_and_told() -> None:
    before, after = person(row("a")), person(row("a"), row("b", "PPK"))
    desk = Desk(before, after)
    desk.bus.publish(ChangeSet.of("access"))
    desk.play()
    assert desk.told == [(before, after)]


def test_the_same_accesses_are_no_news() -> None:
    desk = Desk(person(row("a")), person(row("a")))
    desk.play()
    assert desk.told == []


@pytest.mark.parametrize(
    "failed", [WorldFailed("world.offline"), BackendRefused(Refusal(code="session.ended"), status=401)]
)
def test_no_answer_changes_nothing(failed: Exception) -> None:
    desk = Desk(person(row("a")), failed)
    desk.play()
    assert desk.told == []


def test_a_fault_of_ours_is_not_swallowed() -> None:
    desk = Desk(person(row("a")), ZeroDivisionError())
    with pytest.raises(ZeroDivisionError):
        desk.play()


def test_after_closing_nobody_is_told() -> None:
    desk = Desk(person(row("a")), person(row("b")))
    desk.watch.close()
    desk.play()
    assert desk.told == []


def test_news_name_the_access_that_ended_or_began() -> None:
    ended = access_news(person(row("a")), person(row("b", "PPK")))
    assert ended is not None
    assert (ended.level, ended.code) == (Level.WARNING, "access.ended_here")
    assert ended.facts["office"] == "Dinas Contoh"
    begun = access_news(person(row("a")), person(row("a"), row("b", "PPK")))
    assert begun is not None
    assert (begun.level, begun.code, begun.facts["role"]) == (Level.DONE, "access.begun_here", "PPK")
    first = access_news(person(row("", "APPLICANT")), person(row("b", "PPK")))
    assert first is not None
    assert first.code == "access.begun_here"
    assert access_news(person(row("a"), row("b")), person(row("a"))) is None
