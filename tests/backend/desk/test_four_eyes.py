"""Accesses that watch over others are granted by two different persons."""

from __future__ import annotations

import pytest

from inaproc_backend.storage import tables
from inaproc_core.errors import Refused
from inaproc_core.registration.vocabulary import AccessKind, ProfileStatus
from tests.backend.desk.bench import UNSIGNED, Bench

KINDS = (AccessKind.VAI, AccessKind.ADMIN_PPE, AccessKind.ADMIN_AGENCY, AccessKind.ADMIN_SATKER)


def refusal(bench: Bench, who: str, item_id: str, *, revision: int | None = None) -> str:
    with pytest.raises(Refused) as refused:
        bench.decide(who, item_id, revision=revision)
    return refused.value.refusal.code


@pytest.mark.parametrize("kind", KINDS)
def test_two_persons_approve(bench: Bench, kind: AccessKind) -> None:
    item_id = bench.waiting("a1", kind, satker="s-3")
    due = bench.request(item_id)["due_at"]
    bench.clock.forward(hours=1)
    first = bench.decide("in1", item_id)
    assert (first.status, first.needs_second, first.revision) == ("WAITING", True, 2)
    row = bench.request(item_id)
    assert (row["first_by"], row["decided_by"], row["decided_at"], row["due_at"]) == ("u-in1", "", None, due)
    assert bench.office.rows(tables.accesses, user_id="u-a1") == []
    assert set(bench.mails("a1")) == {"access.received"}
    assert refusal(bench, "in1", item_id) == "desk.same_eyes"
    second = bench.decide("in2", item_id)
    assert (second.status, second.needs_second, second.revision) == ("APPROVED", False, 3)
    (access,) = bench.office.rows(tables.accesses, user_id="u-a1")
    assert (access["kind"], access["klpd_code"], access["satker_id"]) == (
        kind.value,
        "D998",
        "s-3" if kind is AccessKind.ADMIN_SATKER else None,
    )
    assert bench.history(item_id) == ["sent", "first_approval", "approved"]
    steps = bench.item("in3", item_id).history
    assert [step.by for step in steps] == ["A1 Latihan", "In1 Latihan", "In2 Latihan"]


def test_two_accounts_of_one_person_are_one_pair_of_eyes(bench: Bench) -> None:
    number = bench.nik()
    for who, status in (("in4", ProfileStatus.VERIFIED), ("in5", ProfileStatus.REJECTED)):
        bench.person(who, nik=number, status=status)
        bench.access(who, AccessKind.VERIFIKATOR_INAPROC)
    item_id = bench.waiting("a1", AccessKind.VAI)
    bench.decide("in4", item_id)
    assert refusal(bench, "in5", item_id) == "desk.same_eyes"
    seen = bench.item("in5", item_id)
    assert (seen.why_not, seen.first_by, seen.row.clean) == ("desk.same_eyes", "In4 Latihan", False)
    assert bench.decide("in1", item_id).status == "APPROVED"


def test_the_first_may_still_be_overruled_by_another(bench: Bench) -> None:
    item_id = bench.waiting("a1", AccessKind.VAI)
    bench.decide("in1", item_id)
    assert bench.decide("in2", item_id, "REJECT", UNSIGNED).status == "REJECTED"
    assert bench.request(item_id)["first_by"] == ""
    assert bench.history(item_id) == ["sent", "first_approval", "rejected"]


def test_the_first_approver_takes_nothing_back_alone(bench: Bench) -> None:
    """Whoever approved has had their say: what comes next is up to the second pair of eyes."""
    item_id = bench.waiting("a1", AccessKind.VAI)
    bench.decide("in1", item_id)
    with pytest.raises(Refused) as refused:
        bench.decide("in1", item_id, "REJECT", UNSIGNED)
    assert refused.value.refusal.code == "desk.same_eyes"


def test_a_changed_request_begins_again(bench: Bench) -> None:
    item_id = bench.waiting("a1", AccessKind.VAI)
    bench.decide("in1", item_id)
    bench.ask("a1", AccessKind.VAI, request_id=item_id.split(":")[1], revision=2)
    assert bench.request(item_id)["first_by"] == ""
    assert refusal(bench, "in2", item_id, revision=2) == "desk.moved_on"
    again = bench.decide("in1", item_id)
    assert (again.status, again.needs_second) == ("WAITING", True)
    assert bench.decide("in2", item_id).status == "APPROVED"
    assert bench.history(item_id) == ["sent", "first_approval", "amended", "first_approval", "approved"]


def test_a_request_that_was_mended_begins_again(bench: Bench) -> None:
    item_id = bench.waiting("a1", AccessKind.VAI)
    bench.decide("in1", item_id)
    bench.decide("in2", item_id, "FIX", UNSIGNED)
    bench.ask("a1", AccessKind.VAI, request_id=item_id.split(":")[1], revision=3)
    assert bench.decide("in2", item_id).needs_second
    assert bench.decide("in1", item_id).status == "APPROVED"


def test_a_request_between_two_approvals_can_be_withdrawn(bench: Bench) -> None:
    bench.person("a1")
    view = bench.ask("a1", AccessKind.VAI)
    item_id = f"access:{view.request_id}"
    bench.decide("in1", item_id)
    with pytest.raises(Refused) as refused:
        bench.withdraw("a1", view)
    assert refused.value.refusal.code == "access_request.moved_on"
    bench.withdraw("a1", view, revision=2)
    assert bench.request(item_id)["first_by"] == ""
    assert refusal(bench, "in2", item_id) == "access_request.not_waiting"
    assert bench.history(item_id) == ["sent", "first_approval", "withdrawn"]


def test_a_lost_answer_to_a_first_approval_is_no_second_one(bench: Bench) -> None:
    item_id = bench.waiting("a1", AccessKind.VAI)
    first = bench.decide("in1", item_id, decision_id="once", revision=1)
    assert bench.decide("in1", item_id, decision_id="once", revision=1) == first
    bench.decide("in2", item_id)
    assert bench.decide("in1", item_id, decision_id="once", revision=1) == first
    assert bench.history(item_id) == ["sent", "first_approval", "approved"]
