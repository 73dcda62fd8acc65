"""Several at the same moment: one decision, one access, one pair of eyes each."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor

from inaproc_backend.desk import deciding
from inaproc_backend.registration import requests
from inaproc_backend.storage import tables
from inaproc_core.errors import Refused
from inaproc_core.registration.vocabulary import AccessKind
from inaproc_core.wire.desk import Decide
from inaproc_core.wire.registration import FieldReason, Withdraw
from tests.backend.desk.bench import UNSIGNED, Bench

ROUNDS = 4


def together(*deeds: Callable[[], str]) -> list[str]:
    """Run them from threads that start at one moment; a refusal is its code."""
    gate = threading.Barrier(len(deeds))

    def run(deed: Callable[[], str]) -> str:
        gate.wait()
        try:
            return deed()
        except Refused as refused:
            return refused.refusal.code

    with ThreadPoolExecutor(len(deeds)) as pool:
        return list(pool.map(run, deeds))


def decision(
    bench: Bench,
    who: str,
    item_id: str,
    verdict: str = "APPROVE",
    reasons: Sequence[FieldReason] = (),
    decision_id: str = "",
) -> Callable[[], str]:
    signed_in = bench.signed(who)
    asked = Decide(
        decision_id=decision_id or f"d-{bench.number('decision')}",
        acting_as=f"a-{who}",
        revision=bench.revision(item_id),
        verdict=verdict,
        reasons=list(reasons),
    )
    return lambda: deciding.decide(bench.services, signed_in, item_id, asked).status


def test_two_verifikators_make_one_decision(bench: Bench) -> None:
    for number in range(ROUNDS):
        item_id = bench.waiting(f"b{number}", satker="s-2")
        outcomes = together(
            decision(bench, "vai", item_id),
            decision(bench, "vai2", item_id, "REJECT", [UNSIGNED]),
        )
        assert "desk.moved_on" in outcomes
        (status,) = [one for one in outcomes if one != "desk.moved_on"]
        assert bench.request(item_id)["status"] == status
        assert len(bench.history(item_id)) == 2
        granted = bench.office.rows(tables.accesses, user_id=f"u-b{number}")
        assert len(granted) == (status == "APPROVED")


def test_one_decision_sent_twice_at_once_is_taken_once(bench: Bench) -> None:
    for number in range(ROUNDS):
        item_id = bench.waiting(f"b{number}", satker="s-2")
        twice = [decision(bench, "vai", item_id, decision_id=f"once-{number}") for _ in range(3)]
        assert together(*twice) == ["APPROVED"] * 3
        assert bench.history(item_id) == ["sent", "approved"]
        assert len(bench.office.rows(tables.desk_decisions, id=f"once-{number}")) == 1


def test_of_two_first_approvals_one_counts(bench: Bench) -> None:
    item_id = bench.waiting("a1", AccessKind.VAI)
    deeds = [decision(bench, who, item_id) for who in ("in1", "in2", "in3")]
    assert sorted(together(*deeds)) == ["WAITING", "desk.moved_on", "desk.moved_on"]
    first = bench.request(item_id)["first_by"]
    others = [who for who in ("in1", "in2", "in3") if f"u-{who}" != first]
    deeds = [decision(bench, who, item_id) for who in others]
    assert sorted(together(*deeds)) == ["APPROVED", "desk.moved_on"]
    assert len(bench.office.rows(tables.accesses, user_id="u-a1")) == 1


def test_an_approval_and_a_withdrawal_do_not_both_happen(bench: Bench) -> None:
    for number in range(ROUNDS):
        item_id = bench.waiting(f"b{number}", satker="s-2")
        applicant, request_id = bench.signed(f"b{number}"), item_id.split(":")[1]

        def withdraw(applicant: object = applicant, request_id: str = request_id) -> str:
            view = requests.withdraw(bench.services, applicant, request_id, Withdraw(revision=1))  # type: ignore[arg-type]
            return view.status

        outcomes = together(decision(bench, "vai", item_id), withdraw)
        status = bench.request(item_id)["status"]
        assert status in outcomes
        assert {"APPROVED", "WITHDRAWN"} & set(outcomes) == {status}
        assert len(bench.office.rows(tables.accesses, user_id=f"u-b{number}")) == (status == "APPROVED")


def test_two_accounts_with_one_number_are_not_both_verified(bench: Bench) -> None:
    for number in range(ROUNDS):
        nik = bench.nik()
        one = bench.waiting_profile(f"b{number}", nik=nik)
        other = bench.waiting_profile(f"c{number}", nik=nik)
        outcomes = together(decision(bench, "in1", one), decision(bench, "in2", other))
        assert sorted(outcomes) == ["VERIFIED", "desk.nik_taken"]
        assert sorted(bench.profile(item)["status"] for item in (one, other)) == ["VERIFIED", "WAITING"]


def test_a_deactivated_verifikator_decides_before_or_not_at_all(bench: Bench) -> None:
    for number in range(ROUNDS):
        who = f"vai{number + 5}"
        bench.official(who, AccessKind.VAI, klpd="D999")
        item_id = bench.waiting(f"b{number}", satker="s-2")

        def deactivate(who: str = who) -> str:
            bench.deactivate("in1", f"a-{who}")
            return "ended"

        outcomes = together(decision(bench, who, item_id), deactivate)
        assert outcomes[1] == "ended"
        assert outcomes[0] in {"APPROVED", "desk.access_not_active"}
        assert (bench.request(item_id)["status"] == "APPROVED") is (outcomes[0] == "APPROVED")
