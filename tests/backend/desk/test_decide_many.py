"""Approving several at once: only what nothing stands against, each by itself, repeated without effect."""

from __future__ import annotations

from typing import Any

import pytest

from inaproc_backend.http.problems import HttpRefused
from inaproc_backend.storage import tables
from inaproc_core.errors import Refused
from inaproc_core.registration.vocabulary import AccessKind, ProfileStatus
from tests.backend.desk.bench import Bench


def code_of(bench: Bench, who: str, *item_ids: str, **more: Any) -> str:
    with pytest.raises(Refused) as refused:
        bench.decide_many(who, *item_ids, **more)
    return refused.value.refusal.code


def test_clean_ones_are_approved(bench: Bench) -> None:
    ids = [bench.waiting(f"b{number}", satker="s-2") for number in range(3)]
    decided = bench.decide_many("vai", *ids)
    assert decided.statuses == dict.fromkeys(ids, "APPROVED")
    assert decided.refusals == {}
    assert [len(bench.office.rows(tables.accesses, user_id=f"u-b{number}")) for number in range(3)] == [1] * 3


def test_profiles_and_requests_go_together(bench: Bench) -> None:
    profile, orphan = bench.waiting_profile("a1"), bench.waiting("a2", satker="s-4")
    appointment = bench.waiting("a3", AccessKind.VAI)
    decided = bench.decide_many("in1", profile, orphan, appointment)
    assert decided.statuses == {profile: "VERIFIED", orphan: "APPROVED", appointment: "WAITING"}
    assert bench.request(appointment)["first_by"] == "u-in1"


def test_what_needs_a_look_or_moved_on_is_left_and_the_rest_is_done(bench: Bench) -> None:
    clean = bench.waiting("b1", satker="s-2")
    nik = bench.nik()
    bench.person("double", nik=nik, status=ProfileStatus.REJECTED)
    bench.person("b2", nik=nik)
    doubtful = f"access:{bench.ask('b2', satker='s-2').request_id}"
    moved = bench.waiting("b3", satker="s-2")
    over = bench.waiting("b4", satker="s-2")
    bench.decide("vai2", over)
    own = f"access:{bench.ask('vai', satker='s-2').request_id}"
    far = bench.waiting("b5", satker="s-3")
    company = bench.waiting("b6", AccessKind.COMPANY_MEMBER)
    revisions = {
        clean: 1,
        doubtful: 1,
        moved: 7,
        over: 1,
        own: 1,
        far: 1,
        company: 1,
        "access:nothing": 1,
        "nonsense": 1,
    }
    decided = bench.decide_many("vai", revisions=revisions)
    assert decided.statuses == {clean: "APPROVED"}
    assert decided.refusals == {
        doubtful: "desk.needs_a_look",
        moved: "desk.moved_on",
        over: "desk.moved_on",
        own: "desk.needs_a_look",
        far: "desk.item_unknown",
        company: "desk.item_unknown",
        "access:nothing": "desk.item_unknown",
        "nonsense": "desk.item_unknown",
    }
    assert bench.decide_many("own", company).refusals == {company: "desk.needs_a_look"}


def test_what_is_over_is_not_decided_again(bench: Bench) -> None:
    over = bench.waiting("b1", satker="s-2")
    bench.decide("vai2", over)
    assert bench.decide_many("vai", over).refusals == {over: "desk.needs_a_look"}
    assert bench.history(over) == ["sent", "approved"]


def test_the_same_ones_again_answer_the_same(bench: Bench) -> None:
    ids = [bench.waiting(f"b{number}", satker="s-2") for number in range(2)]
    own = f"access:{bench.ask('vai', satker='s-2').request_id}"
    revisions = dict.fromkeys((*ids, own), 1)
    first = bench.decide_many("vai", decision_id="once", revisions=revisions)
    assert bench.decide_many("vai", decision_id="once", revisions=revisions) == first
    assert len(bench.office.rows(tables.desk_decisions)) == 2
    # One that was left out is not decided by the words of another.
    more = bench.waiting("b9", satker="s-2")
    again = bench.decide_many("vai", decision_id="once", revisions={**revisions, more: 1})
    assert again.statuses == {**first.statuses, more: "APPROVED"}
    reused = bench.decide_many("vai", decision_id="once", revisions={ids[0]: 2})
    assert reused.refusals == {ids[0]: "desk.needs_a_look"}


def test_the_four_eyes_stay_four(bench: Bench) -> None:
    appointment = bench.waiting("a1", AccessKind.VAI)
    first = bench.decide_many("in1", decision_id="once", revisions={appointment: 1})
    assert first.statuses == {appointment: "WAITING"}
    assert bench.decide_many("in1", decision_id="once", revisions={appointment: 1}) == first
    assert bench.decide_many("in1", appointment).refusals == {appointment: "desk.needs_a_look"}
    assert bench.decide_many("in2", appointment).statuses == {appointment: "APPROVED"}


def test_the_whole_is_refused_when_it_cannot_be_meant(bench: Bench) -> None:
    item_id = bench.waiting("b1", satker="s-2")
    assert code_of(bench, "vai") == "desk.nothing_chosen"
    assert code_of(bench, "vai", decision_id="x" * 64, revisions={item_id: 1}) == "desk.id_malformed"
    assert code_of(bench, "adm", item_id) == "desk.no_seat"
    bench.deactivate("in1", "a-vai2")
    assert code_of(bench, "vai2", item_id) == "desk.access_not_active"
    many = {f"access:{number}": 1 for number in range(51)}
    with pytest.raises(Refused) as refused:
        bench.decide_many("vai", revisions=many)
    assert refused.value.refusal.code == "desk.too_many"
    assert refused.value.refusal.facts == {"maximum": 50}
    assert len(bench.decide_many("vai", revisions=dict(list(many.items())[:50])).refusals) == 50
    assert bench.request(item_id)["status"] == "WAITING"


def test_several_need_a_fresh_proof_of_presence_too(bench: Bench) -> None:
    item_id = bench.waiting("b1", satker="s-2")
    with pytest.raises(HttpRefused) as refused:
        bench.decide_many("vai", item_id, proven=False)
    assert (refused.value.status, refused.value.code) == (403, "session.step_up_required")
