"""Deciding on one item: verdicts and reasons, what it grants, whom it tells, once only, by whoever may."""

from __future__ import annotations

from typing import Any

import pytest

from inaproc_backend.http.problems import HttpRefused
from inaproc_backend.storage import tables
from inaproc_core.errors import Refused
from inaproc_core.registration.vocabulary import AccessKind, ProfileStatus
from inaproc_core.wire.registration import FieldReason
from tests.backend.desk.bench import NOT_ENTITLED, UNSIGNED, Bench


def refusal(bench: Bench, *args: Any, **more: Any) -> str:
    with pytest.raises(Refused) as refused:
        bench.decide(*args, **more)
    return refused.value.refusal.code


def test_an_approval_grants_the_access_and_the_feed_row_arrives(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    item_id = bench.waiting("a1", satker="s-2", valid_until="2026-12-30", nip="199001012015011001")
    heard: list[Any] = []
    monkeypatch.setattr(bench.services.wake, "announce", heard.append)
    decided = bench.decide("vai", item_id)
    assert (decided.status, decided.revision, decided.needs_second) == ("APPROVED", 2, False)
    row = bench.request(item_id)
    assert (row["status"], row["decided_by"], row["due_at"]) == ("APPROVED", "u-vai", None)
    (access,) = bench.office.rows(tables.accesses, id=row["access_id"])
    assert (access["user_id"], access["kind"], access["satker_id"]) == ("u-a1", "PPK", "s-2")
    assert (access["valid_to"], access["request_id"]) == ("2026-12-30", row["id"])
    assert bench.office.rows(tables.people, id="u-a1")[0]["nip"] == "199001012015011001"
    scopes = {(one["scope"], one["kind"]) for one in bench.office.rows(tables.feed, entity=row["access_id"])}
    assert ("user/u-a1", "access") in scopes
    assert ("satker/s-2", "official") in scopes
    assert [set(heads) for heads in heard] == [{"user/u-a1", "satker/s-2"}]
    assert set(bench.mails("a1")) == {"access.received", "access.approved"}
    assert bench.history(item_id) == ["sent", "approved"]


@pytest.mark.parametrize(
    ("verdict", "status", "step", "template"),
    [("FIX", "NEEDS_FIX", "fix", "access.needs_fix"), ("REJECT", "REJECTED", "rejected", "access.rejected")],
)
def test_a_refused_request_tells_the_reasons_and_grants_nothing(
    bench: Bench, verdict: str, status: str, step: str, template: str
) -> None:
    item_id = bench.waiting("a1", satker="s-2")
    said = FieldReason(
        field="ASSIGNMENT_LETTER", code="letter.no_signature", note="  Halaman 2.  ", ask_for=["KK"]
    )
    decided = bench.decide("vai", item_id, verdict, said, note=" Segera ya. ")
    assert (decided.status, decided.revision) == (status, 2)
    assert bench.office.rows(tables.accesses, user_id="u-a1") == []
    assert bench.history(item_id) == ["sent", step]
    assert set(bench.mails("a1")) == {"access.received", template}
    for words in ("Surat Keterangan Kerja", "tidak ditandatangani", "Halaman 2.", "Segera ya."):
        assert words in bench.mails("a1")[template]
    (reason,) = bench.item("vai", item_id).history[-1].reasons
    assert (reason.note, reason.ask_for) == ("Halaman 2.", ["ASSIGNMENT_LETTER"])  # the catalogue's word


@pytest.mark.parametrize(
    ("verdict", "status", "template"),
    [
        ("APPROVE", "VERIFIED", "profile.verified"),
        ("FIX", "NEEDS_FIX", "profile.needs_fix"),
        ("REJECT", "REJECTED", "profile.rejected"),
    ],
)
def test_a_profile_is_decided_and_its_person_told(
    bench: Bench, verdict: str, status: str, template: str
) -> None:
    item_id = bench.waiting_profile("a1", full_name="Nama Sesuai KTP")
    reasons = [] if verdict == "APPROVE" else [FieldReason(field="KTP", code="ktp.glare")]
    decided = bench.decide("in1", item_id, verdict, *reasons)
    assert (decided.status, decided.revision, decided.item_id) == (status, 2, item_id)
    row = bench.profile(item_id)
    assert (row["status"], row["decided_by"], row["due_at"]) == (status, "u-in1", None)
    assert set(bench.mails("a1")) == {"profile.received", template}
    name = bench.office.rows(tables.people, id="u-a1")[0]["name"]
    assert (name == "Nama Sesuai KTP") is (verdict == "APPROVE")


@pytest.mark.parametrize(
    ("verdict", "reasons", "code"),
    [
        ("APPROVE", [UNSIGNED], "desk.approve_with_reasons"),
        ("FIX", [], "desk.reason_missing"),
        ("REJECT", [], "desk.reason_missing"),
        ("FIX", [NOT_ENTITLED], "desk.reason_is_final"),
        ("FIX", [UNSIGNED, NOT_ENTITLED], "desk.reason_is_final"),
        ("FIX", [FieldReason(field="nik", code="letter.no_signature")], "desk.part_unknown"),
        ("FIX", [FieldReason(field="satker", code="letter.no_signature")], "desk.reason_elsewhere"),
        ("FIX", [FieldReason(field="satker", code="letter.lost")], "desk.reason_unknown"),
        ("FIX", [FieldReason(field="satker", code="other", note="  ")], "desk.note_missing"),
        ("REJECT", [FieldReason(field="satker", code="other")], "desk.note_missing"),
        ("MAYBE", [UNSIGNED], "desk.verdict_unknown"),
        ("", [], "desk.verdict_unknown"),
    ],
)
def test_reasons_must_fit_the_verdict(
    sqlite_bench: Bench, verdict: str, reasons: list[FieldReason], code: str
) -> None:
    item_id = sqlite_bench.waiting("a1", satker="s-2")
    assert refusal(sqlite_bench, "vai", item_id, verdict, *reasons) == code
    assert sqlite_bench.history(item_id) == ["sent"]
    assert sqlite_bench.request(item_id)["status"] == "WAITING"
    assert sqlite_bench.office.rows(tables.desk_decisions) == []


def test_a_final_reason_rejects_and_nothing_can_be_mended(bench: Bench) -> None:
    item_id = bench.waiting("a1", satker="s-2")
    assert bench.decide("vai", item_id, "REJECT", NOT_ENTITLED).status == "REJECTED"
    with pytest.raises(Refused) as refused:
        bench.ask("a1", request_id=item_id.split(":")[1], revision=2, satker="s-2")
    assert refused.value.refusal.code == "access_request.nothing_to_mend"
    # A new request with the old data is possible.
    assert bench.ask("a1", satker="s-2").status == "WAITING"


def test_notes_have_an_end_and_hold_only_what_can_be_read(bench: Bench) -> None:
    item_id = bench.waiting("a1", satker="s-2")
    note = FieldReason(field="satker", code="other", note="x" * 1001)
    assert refusal(bench, "vai", item_id, "FIX", note) == "desk.note_too_long"
    assert refusal(bench, "vai", item_id, "FIX", UNSIGNED, note="x" * 1001) == "desk.note_too_long"
    for bad in ("a\0b", "a\x1bb", "a\u202eb"):
        assert refusal(bench, "vai", item_id, "FIX", UNSIGNED, note=bad) == "form.characters"
    assert bench.decide("vai", item_id, "FIX", UNSIGNED, note="x" * 998 + "\né").status == "NEEDS_FIX"


def test_only_what_was_looked_at_is_decided(bench: Bench) -> None:
    item_id = bench.waiting("a1", satker="s-2")
    bench.ask("a1", request_id=item_id.split(":")[1], revision=1, satker="s-1")
    with pytest.raises(Refused) as refused:
        bench.decide("vai", item_id, revision=1)
    assert refused.value.refusal.code == "desk.moved_on"
    assert refused.value.refusal.facts == {"seen": 1, "revision": 2}
    assert refusal(bench, "vai", item_id, revision=3) == "desk.moved_on"
    assert bench.decide("vai", item_id, revision=2).status == "APPROVED"
    assert refusal(bench, "vai2", item_id, revision=2) == "desk.moved_on"
    assert refusal(bench, "vai2", item_id, revision=3) == "access_request.not_waiting"


def test_a_profile_that_moved_on_is_not_decided(bench: Bench) -> None:
    item_id = bench.waiting_profile("a1")
    assert refusal(bench, "in1", item_id, revision=0) == "desk.moved_on"
    bench.decide("in1", item_id)
    assert refusal(bench, "in2", item_id, revision=1) == "desk.moved_on"
    assert refusal(bench, "in2", item_id) == "profile.not_waiting"


def test_a_withdrawn_request_is_not_decided(bench: Bench) -> None:
    bench.person("a1")
    view = bench.ask("a1", satker="s-2")
    bench.withdraw("a1", view)
    item_id = f"access:{view.request_id}"
    assert refusal(bench, "vai", item_id, revision=1) == "desk.moved_on"
    assert refusal(bench, "vai", item_id) == "access_request.not_waiting"
    assert bench.item("vai", item_id).why_not == "desk.not_waiting"


def test_a_lost_answer_is_given_again_whatever_happened_since(bench: Bench) -> None:
    item_id = bench.waiting("a1", satker="s-2")
    first = bench.decide("vai", item_id, "FIX", UNSIGNED, decision_id="once", revision=1)
    bench.ask("a1", request_id=item_id.split(":")[1], revision=2, satker="s-2")
    bench.clock.forward(hours=3)
    again = bench.decide("vai", item_id, "FIX", UNSIGNED, decision_id="once", revision=1)
    assert again == first
    assert bench.history(item_id) == ["sent", "fix", "resent"]
    sent = bench.office.rows(tables.outgoing_messages, template="access.needs_fix")
    assert len(sent) == 1
    bench.deactivate("in1", "a-vai")
    assert bench.decide("vai", item_id, "FIX", UNSIGNED, decision_id="once", revision=1) == first


def test_an_id_is_used_for_one_decision_of_one_person(bench: Bench) -> None:
    item_id, other = bench.waiting("a1", satker="s-2"), bench.waiting("a2", satker="s-2")
    bench.decide("vai", item_id, "FIX", UNSIGNED, decision_id="once", revision=1)
    for who, item, verdict, reasons, note in (
        ("vai", item_id, "REJECT", [UNSIGNED], ""),
        ("vai", item_id, "FIX", [UNSIGNED], "Lagi."),
        ("vai", other, "FIX", [UNSIGNED], ""),
        ("vai2", item_id, "FIX", [UNSIGNED], ""),
    ):
        code = refusal(bench, who, item, verdict, *reasons, decision_id="once", revision=1, note=note)
        assert code == "desk.id_reused"
    assert bench.request(other)["status"] == "WAITING"
    for bad in ("", "x" * 81):
        with pytest.raises(Refused) as refused:
            bench.decide_as_written("vai", other, decision_id=bad)
        assert refused.value.refusal.code == "desk.id_malformed"


def test_a_refused_decision_uses_no_id(bench: Bench) -> None:
    item_id = bench.waiting("a1", satker="s-2")
    assert refusal(bench, "vai", item_id, "FIX", decision_id="once") == "desk.reason_missing"
    assert bench.decide("vai", item_id, "FIX", UNSIGNED, decision_id="once").status == "NEEDS_FIX"


def test_deciding_needs_a_fresh_proof_of_presence(bench: Bench) -> None:
    item_id = bench.waiting("a1", satker="s-2")
    bench.person("baru")
    bench.access("baru", AccessKind.VAI, klpd="D999")
    with pytest.raises(HttpRefused) as never:
        bench.decide("baru", item_id, proven=False)
    assert (never.value.status, never.value.code) == (403, "session.step_up_required")
    bench.signed("baru")
    bench.clock.forward(seconds=bench.services.config.lifetimes.step_up)
    assert bench.decide("baru", item_id, "FIX", UNSIGNED, proven=False).status == "NEEDS_FIX"
    bench.clock.forward(seconds=1)
    with pytest.raises(HttpRefused) as expired:
        bench.decide("baru", item_id, proven=False)
    assert (expired.value.status, expired.value.code) == (403, "session.step_up_required")


def test_nobody_decides_outside_their_house(bench: Bench) -> None:
    mine = bench.waiting("a1", satker="s-2")
    profile = bench.waiting_profile("a2")
    member = bench.waiting("a3", AccessKind.COMPANY_MEMBER)
    appointment = bench.waiting("a4", AccessKind.VAI)
    for who, item_id, code in (
        ("vai3", mine, "desk.item_unknown"),
        ("own", mine, "desk.item_unknown"),
        ("in1", mine, "desk.not_verifier"),
        ("adm", mine, "desk.no_seat"),
        ("vai", profile, "desk.item_unknown"),
        ("own", profile, "desk.item_unknown"),
        ("own2", member, "desk.item_unknown"),
        ("in1", member, "desk.not_verifier"),
        ("vai", appointment, "desk.not_verifier"),
    ):
        assert refusal(bench, who, item_id) == code, (who, item_id)
    assert refusal(bench, "vai", mine, access="a-vai2") == "access.not_yours"
    assert refusal(bench, "vai", "access:nothing", revision=1) == "desk.item_unknown"
    assert refusal(bench, "in1", "profile:nothing", revision=1) == "desk.item_unknown"


def test_one_without_a_vai_of_their_own_is_decided_by_inaproc(bench: Bench) -> None:
    orphan = bench.waiting("a1", satker="s-4")
    assert bench.decide("in1", orphan).status == "APPROVED"
    theirs = bench.waiting("a2", satker="s-3")
    assert refusal(bench, "in1", theirs) == "desk.not_verifier"
    bench.deactivate("in1", "a-vai3")
    assert bench.decide("in1", theirs).status == "APPROVED"


def test_a_vai_who_came_meanwhile_decides(bench: Bench) -> None:
    orphan = bench.waiting("a1", satker="s-4")
    bench.official("vai4", AccessKind.VAI, klpd="D997")
    assert refusal(bench, "in1", orphan) == "desk.not_verifier"
    assert bench.decide("vai4", orphan).status == "APPROVED"


def test_nobody_decides_on_their_own_request_or_profile(bench: Bench) -> None:
    own = f"access:{bench.ask('vai', AccessKind.PPK, satker='s-2').request_id}"
    assert refusal(bench, "vai", own) == "desk.own_request"
    assert bench.decide("vai2", own).status == "APPROVED"
    number = bench.nik()
    bench.person("in4", nik=number, status=ProfileStatus.REJECTED)
    bench.access("in4", AccessKind.VERIFIKATOR_INAPROC)
    alias = bench.waiting_profile("alias", nik=number)
    assert refusal(bench, "in4", alias) == "desk.own_request"
    assert bench.decide("in1", alias).status == "VERIFIED"


def test_a_number_is_verified_for_one_account_only(bench: Bench) -> None:
    number = bench.nik()
    one, other = bench.waiting_profile("a1", nik=number), bench.waiting_profile("a2", nik=number)
    assert bench.decide("in1", one).status == "VERIFIED"
    assert refusal(bench, "in1", other) == "desk.nik_taken"
    known = FieldReason(field="nik", code="profile.already_registered")
    assert bench.decide("in1", other, "REJECT", known).status == "REJECTED"


def test_a_profile_at_a_provider_is_not_decided_here(bench: Bench) -> None:
    item_id = bench.waiting_profile("a1", provider="penyedia-uji")
    assert refusal(bench, "in1", item_id) == "desk.item_unknown"
    assert bench.profile(item_id)["status"] == "WAITING"


def test_the_same_access_twice_is_not_granted(bench: Bench) -> None:
    item_id = bench.waiting("a1", satker="s-2")
    bench.access("a1", AccessKind.PPK, satker="s-2")
    assert refusal(bench, "vai", item_id) == "access_request.duplicate"
    assert bench.history(item_id) == ["sent"]
