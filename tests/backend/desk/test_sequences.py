"""Whatever order people act in: status, revision, history, grant and dates of a request stay one story.

The same of a profile.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from inaproc_backend.storage import tables
from inaproc_core.errors import Refused
from inaproc_core.registration.vocabulary import AccessKind
from inaproc_core.wire.registration import FieldReason
from tests.backend.desk.bench import UNSIGNED, Bench
from tests.backend.office import open_office

FOUR_EYES = AccessKind.VAI
VERIFIERS = {AccessKind.PPK: {"vai", "vai2"}, FOUR_EYES: {"in1", "in2", "in3"}}
DECIDERS = ("vai", "vai2", "vai3", "in1", "in2", "in3", "own", "adm")
STATUS_OF = {"APPROVE": "APPROVED", "FIX": "NEEDS_FIX", "REJECT": "REJECTED"}
STEP_OF = {"APPROVE": "approved", "FIX": "fix", "REJECT": "rejected"}
PROFILE_STATUS_OF = {"APPROVE": "VERIFIED", "FIX": "NEEDS_FIX", "REJECT": "REJECTED"}
GLARE, NO_FACE = (
    FieldReason(field="KTP", code="ktp.glare"),
    FieldReason(field="SELFIE", code="selfie.guidance"),
)

_STALE = st.sampled_from((0, 0, 0, 0, -1, 1))
STEPS = st.lists(
    st.one_of(
        st.tuples(
            st.just("decide"),
            st.sampled_from(DECIDERS),
            st.sampled_from(("APPROVE", "FIX", "REJECT")),
            _STALE,
        ),
        st.tuples(st.just("send"), st.just(""), st.just(""), _STALE),
        st.tuples(st.just("withdraw"), st.just(""), st.just(""), _STALE),
        st.tuples(st.just("repeat"), st.just(""), st.just(""), st.just(0)),
    ),
    max_size=9,
)


@dataclass
class Story:
    """What must be true of the request, told without the rules' own words."""

    kind: AccessKind
    status: str = "WAITING"
    first: str = ""
    steps: list[str] = field(default_factory=lambda: ["sent"])

    def decide(self, who: str, verdict: str) -> bool:
        """Return whether it may happen, and let it."""
        if self.status != "WAITING" or who not in VERIFIERS[self.kind] or who == self.first:
            return False
        if verdict == "APPROVE" and self.kind is FOUR_EYES and not self.first:
            self.first = who
            self.steps.append("first_approval")
            return True
        self.first = self.first if verdict == "APPROVE" else ""
        self.status = STATUS_OF[verdict]
        self.steps.append(STEP_OF[verdict])
        return True

    def send(self) -> bool:
        if self.status not in {"WAITING", "NEEDS_FIX"}:
            return False
        self.steps.append("amended" if self.status == "WAITING" else "resent")
        self.status, self.first = "WAITING", ""
        return True

    def withdraw(self) -> bool:
        if self.status not in {"WAITING", "NEEDS_FIX"}:
            return self.status == "WITHDRAWN"  # again: no second effect
        self.steps.append("withdrawn")
        self.status, self.first = "WITHDRAWN", ""
        return True


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bench]:
    folder: Path = tmp_path_factory.mktemp("sequences")
    opened = open_office(folder)
    yield Bench(opened)
    opened.close()


@pytest.mark.parametrize("kind", [AccessKind.PPK, FOUR_EYES])
@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    database=None,
)
@given(steps=STEPS)
def test_a_request_is_one_story(
    shared: Bench, kind: AccessKind, steps: list[tuple[str, str, str, int]]
) -> None:
    who = f"s{shared.number('story')}"
    item_id = shared.waiting(who, kind, satker="s-2")
    story = Story(kind)
    last: tuple[str, str, str, int] | None = None
    for deed, by, verdict, off in steps:
        shared.clock.forward(minutes=1)
        current = shared.revision(item_id)
        before = (story.status, story.first, list(story.steps))
        expected = _told(story, deed, by, verdict)
        if off and not (deed == "withdraw" and before[0] == "WITHDRAWN"):
            story.status, story.first, story.steps = before  # what was not looked at is not acted on
            expected = False
        try:
            if deed == "decide":
                _decide(shared, item_id, by, verdict, current + off)
                last = (by, verdict, f"d-{shared.numbers['decision']}", current + off)
            elif deed == "send":
                request_id = item_id.split(":")[1]
                shared.ask(who, kind, request_id=request_id, revision=current + off, satker="s-2")
            elif deed == "withdraw":
                shared.withdraw_at(who, item_id.split(":")[1], current + off)
            elif last is not None:
                _decide(shared, item_id, last[0], last[1], last[3], decision_id=last[2])
        except Refused:
            assert not expected, (deed, by, verdict, off)
        else:
            assert expected, (deed, by, verdict, off)
        _holds(shared, who, item_id, story)


def _told(story: Story, deed: str, by: str, verdict: str) -> bool:
    if deed == "decide":
        return story.decide(by, verdict)
    if deed == "send":
        return story.send()
    return story.withdraw() if deed == "withdraw" else True


def _decide(
    bench: Bench, item_id: str, who: str, verdict: str, revision: int, *, decision_id: str = ""
) -> None:
    reasons = () if verdict == "APPROVE" else (UNSIGNED,)
    bench.decide(who, item_id, verdict, *reasons, revision=revision, decision_id=decision_id)


def _holds(bench: Bench, who: str, item_id: str, story: Story) -> None:
    row = bench.request(item_id)
    assert bench.history(item_id) == story.steps
    assert (row["status"], row["revision"]) == (story.status, len(story.steps))
    assert row["first_by"] == (f"u-{story.first}" if story.first else "")
    assert (row["due_at"] is not None) is (story.status == "WAITING")
    *_, last = (step for step in story.steps if step != "withdrawn")
    assert (row["decided_at"] is not None) is (last in STEP_OF.values())
    assert row["attempts"] == 1 + story.steps.count("resent")
    granted = bench.office.rows(tables.accesses, user_id=f"u-{who}")
    assert [access["id"] for access in granted] == ([row["access_id"]] if story.status == "APPROVED" else [])
    revisions = [step["revision"] for step in _steps(bench, item_id)]
    assert revisions == list(range(1, len(story.steps) + 1))
    moments = [step["at"] for step in _steps(bench, item_id)]
    assert moments == sorted(moments)
    seen = {one for one in ("vai", "in1") if item_id in bench.listed(one, status="WAITING")}
    judge = "vai" if story.kind is AccessKind.PPK else "in1"
    assert seen == ({judge} if story.status == "WAITING" else set())


def _steps(bench: Bench, item_id: str) -> list[Any]:
    rows = bench.office.rows(tables.request_history, request_id=item_id.split(":")[1])
    return sorted(rows, key=lambda row: row["n"])


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    steps=st.lists(
        st.tuples(st.sampled_from(("in1", "in2", "vai", "send")), st.sampled_from(tuple(STATUS_OF)), _STALE),
        max_size=9,
    )
)
def test_a_profile_is_one_story(shared: Bench, steps: list[tuple[str, str, int]]) -> None:
    who = f"p{shared.number('story')}"
    nik = shared.nik()
    item_id = shared.waiting_profile(who, nik=nik)
    status, told = "WAITING", ["sent"]
    for by, verdict, off in steps:
        shared.clock.forward(minutes=1)
        revision = shared.revision(item_id) + off
        if by == "send":
            expected = status in {"NEEDS_FIX", "REJECTED"} and not off
        else:
            expected = status == "WAITING" and by != "vai" and not off
        try:
            if by == "send":
                shared.send_profile(who, revision=revision, nik=nik)
            else:
                reasons = () if verdict == "APPROVE" else (GLARE, NO_FACE)
                shared.decide(by, item_id, verdict, *reasons, revision=revision)
        except Refused:
            assert not expected, (by, verdict, off)
        else:
            assert expected, (by, verdict, off)
            told.append("resent" if by == "send" else STEP_OF[verdict])
            status = "WAITING" if by == "send" else PROFILE_STATUS_OF[verdict]
        row = shared.profile(item_id)
        assert (row["status"], row["revision"], shared.history(item_id)) == (status, len(told), told)
        assert row["attempts"] == 1 + told.count("resent")
        assert (row["due_at"] is not None) is (status == "WAITING")
        assert (item_id in shared.listed("in1", status="WAITING")) is (status == "WAITING")
