"""One item whole: labels, checks, likenesses, what to compare with, why one may not; looking is logged."""

from __future__ import annotations

import pytest
from sqlalchemy import insert

from inaproc_backend.storage import tables
from inaproc_core.errors import Refused
from inaproc_core.registration.vocabulary import AccessKind, ProfileStatus
from inaproc_core.wire.desk import DeskItem
from inaproc_core.wire.registration import FieldReason
from tests.backend.desk.bench import UNSIGNED, Bench
from tests.backend.desk.house import NIB


def likenesses(item: DeskItem) -> set[tuple[str, str, str]]:
    return {(one.code, one.name, one.detail) for one in item.duplicates}


def test_a_request_is_shown_whole_with_words_for_its_ids(bench: Bench) -> None:
    bench.person("a1", name="Gita Latihan", phone="+6281200000001", nip="199001012015011001")
    view = bench.ask("a1", satker="s-2", letter_number="800/12/2026")
    item = bench.item("vai", f"access:{view.request_id}")
    assert item.fields == view.fields
    assert item.fields["letter_number"] == "800/12/2026"
    assert item.labels["instansi"] == "Pemerintah Kota Contoh"
    assert item.labels["satker"] == "Dinas Pendidikan Kota Contoh"
    assert item.files["ASSIGNMENT_LETTER"].file_id == view.files["ASSIGNMENT_LETTER"].file_id
    assert item.person == {
        "name": "Gita Latihan",
        "username": "a1",
        "email": "a1@contoh.invalid",
        "phone": "+6281200000001",
        "nip": "199001012015011001",
    }
    assert [(step.what, step.by) for step in item.history] == [("sent", "Gita Latihan")]
    assert (item.may_decide, item.why_not, item.duplicates, item.checks, item.old_fields) == (
        True,
        "",
        [],
        [],
        {},
    )
    assert item.row.status == "WAITING"


def test_a_profile_is_shown_in_clear_to_inaproc_alone(bench: Bench) -> None:
    nik = bench.nik()
    item_id = bench.waiting_profile("a1", nik=nik)
    item = bench.item("in1", item_id)
    assert item.fields["nik"] == nik
    assert set(item.files) == {"KTP", "SELFIE"}
    assert item.may_decide
    for who in ("vai", "own"):
        assert refusal(bench, who, item_id) == "desk.item_unknown"
    assert refusal(bench, "adm", item_id) == "desk.no_seat"


def refusal(bench: Bench, who: str, item_id: str) -> str:
    with pytest.raises(Refused) as refused:
        bench.item(who, item_id)
    return refused.value.refusal.code


def test_what_another_house_decides_looks_like_nothing(bench: Bench) -> None:
    mine = bench.waiting("a1", satker="s-2")
    appointment = bench.waiting("a2", AccessKind.VAI)
    member = bench.waiting("a3", AccessKind.COMPANY_MEMBER)
    for who, item_id in (
        ("vai3", mine),
        ("in1", mine),  # waits for the VAI
        ("own", mine),
        ("vai", appointment),  # waits for INAPROC
        ("own2", member),
        ("in1", member),
        ("vai", "access:nothing"),
        ("in1", "profile:u-nobody"),
        ("in1", "profile:"),
        ("in1", "order:1"),
        ("in1", ""),
    ):
        assert refusal(bench, who, item_id) == "desk.item_unknown", (who, item_id)
    assert bench.item("vai", mine).may_decide
    assert bench.office.rows(tables.desk_views, item_id=appointment) == []


def test_who_opens_an_item_is_noted_every_time(bench: Bench) -> None:
    item_id = bench.waiting("a1", satker="s-2")
    bench.item("vai", item_id)
    bench.clock.forward(minutes=1)
    bench.item("vai2", item_id)
    bench.item("vai", item_id)
    seen = bench.office.rows(tables.desk_views, item_id=item_id)
    assert sorted((row["user_id"], row["access_id"], row["at"][14:16]) for row in seen) == [
        ("u-vai", "a-vai", "30"),
        ("u-vai", "a-vai", "31"),
        ("u-vai2", "a-vai2", "31"),
    ]


def test_likenesses_are_named_with_their_accounts(bench: Bench) -> None:
    nik, nip = bench.nik(), "198501012010011001"
    bench.person("a1", nik=nik, nip=nip)
    bench.person("a2", nik=nik, status=ProfileStatus.REJECTED, nip=nip)
    bench.access("a2", AccessKind.PPK, satker="s-2")
    bench.person("a3")
    bench.ask(
        "a3", satker="s-1", letter_number="800/7", files={"ASSIGNMENT_LETTER": bench.file("a3", content=b"x")}
    )
    view = bench.ask(
        "a1",
        satker="s-2",
        nip=nip,
        letter_number="800/7",
        files={"ASSIGNMENT_LETTER": bench.file("a1", content=b"x")},
    )
    assert likenesses(bench.item("vai", f"access:{view.request_id}")) == {
        ("same_nik", "A2 Latihan", "a2 REJECTED"),
        ("same_nip", "A2 Latihan", "a2"),
        ("same_role_and_satker", "A2 Latihan", "a2"),
        ("same_letter", "A3 Latihan", "a3"),
        ("same_file", "A3 Latihan", "a3"),
    }


def test_a_company_learns_of_likenesses_without_the_accounts(bench: Bench) -> None:
    nik = bench.nik()
    bench.person("a1", nik=nik)
    for who in ("a2", "a3"):
        bench.person(who, nik=nik, status=ProfileStatus.REJECTED)
    item = bench.item("own", f"access:{bench.ask('a1', AccessKind.COMPANY_MEMBER).request_id}")
    assert likenesses(item) == {("same_nik", "", "")}
    assert len(item.duplicates) == 1


def test_an_access_that_ended_is_no_likeness(bench: Bench) -> None:
    nik = bench.nik()
    bench.person("a1", nik=nik)
    bench.person("a2", nik=nik, status=ProfileStatus.REJECTED)
    bench.access("a2", AccessKind.PPK, satker="s-2", revoked_at="2026-11-01T00:00:00.000000+00:00")
    bench.access("a2", AccessKind.PPK, satker="s-1", access_id="a-2")
    bench.access("a2", AccessKind.PP, satker="s-2", access_id="a-3")
    item = bench.item("vai", f"access:{bench.ask('a1', satker='s-2').request_id}")
    assert likenesses(item) == {("same_nik", "A2 Latihan", "a2 REJECTED")}


def test_a_profile_names_other_accounts_and_whose_pictures_they_are(bench: Bench) -> None:
    nik = bench.nik()
    bench.person("a2", nik=nik)
    bench.person("a3")
    bench.file("a3", "SELFIE", content=b"face")
    bench.person("a1", status=None)
    pictures = {"KTP": bench.file("a1", "KTP"), "SELFIE": bench.file("a1", "SELFIE", content=b"face")}
    bench.send_profile("a1", nik=nik, files=pictures)
    assert likenesses(bench.item("in1", "profile:u-a1")) == {
        ("same_nik", "A2 Latihan", "a2 VERIFIED"),
        ("same_file", "A3 Latihan", "a3"),
    }


def test_the_checks_of_a_company_are_shown_as_found_when_it_was_sent(bench: Bench) -> None:
    with bench.services.database.write() as connection:
        connection.execute(insert(tables.business_registry).values(nib=NIB, name="CV Contoh", source="uji"))
    item = bench.item("own", bench.waiting("a1", AccessKind.COMPANY_MEMBER))
    assert {check.id: check.result for check in item.checks} == {
        "registered": "passed",
        "person": "passed",
        "identity": "passed",
        "blacklist": "passed",
        "in_inaproc": "passed",
    }
    assert item.labels["nib"] == "CV Graha Contoh Utama"


def test_a_correction_is_compared_with_what_was_sent_before(bench: Bench) -> None:
    item_id = bench.waiting("a1", satker="s-2", division="Bagian Lama")
    wrong = FieldReason(field="division", code="field.wrong")
    bench.decide("vai", item_id, "FIX", wrong)
    before = bench.item("vai", item_id)
    assert (before.old_fields, before.may_decide, before.why_not) == ({}, False, "desk.not_waiting")
    letter = {"ASSIGNMENT_LETTER": before.files["ASSIGNMENT_LETTER"].file_id}
    request_id = bench.request(item_id)["id"]
    bench.ask("a1", request_id=request_id, revision=2, satker="s-2", division="Bagian Baru", files=letter)
    item = bench.item("vai", item_id)
    assert (item.old_fields["division"], item.fields["division"]) == ("Bagian Lama", "Bagian Baru")
    assert [step.what for step in item.history] == ["sent", "fix", "resent"]
    assert [step.by for step in item.history] == ["A1 Latihan", "Vai Latihan", "A1 Latihan"]
    assert item.history[1].reasons[0].code == "field.wrong"


def test_a_profile_sent_again_is_compared_with_the_one_before(bench: Bench) -> None:
    item_id = bench.waiting_profile("a1", birth_place="Bandung")
    item = bench.item("in1", item_id)
    assert item.old_fields == {}
    bench.decide("in1", item_id, "FIX", FieldReason(field="birth_place", code="profile.data_wrong"))
    files = {slot: file.file_id for slot, file in item.files.items()}
    bench.send_profile("a1", revision=2, files=files, nik=item.fields["nik"], birth_place="Cimahi")
    item = bench.item("in2", item_id)
    assert (item.old_fields["birth_place"], item.fields["birth_place"]) == ("Bandung", "Cimahi")


@pytest.mark.parametrize("leaving", [False, True])
def test_a_renewal_or_transfer_is_compared_with_what_was_granted(bench: Bench, *, leaving: bool) -> None:
    item_id = bench.waiting("a1", satker="s-2", letter_number="1/2026", valid_until="2026-12-01")
    bench.decide("vai", item_id)
    access = bench.request(item_id)["access_id"]
    other = {"transfers": access, "satker": "s-1"} if leaving else {"renews": access, "satker": "s-2"}
    view = bench.ask("a1", letter_number="2/2026", **other)
    item = bench.item("vai", f"access:{view.request_id}")
    assert (item.old_fields["letter_number"], item.fields["letter_number"]) == ("1/2026", "2/2026")
    assert (item.old_fields["satker"], item.old_fields["valid_until"]) == ("s-2", "2026-12-01")


def test_why_one_may_not_is_said_beforehand(bench: Bench) -> None:
    own = f"access:{bench.ask('vai', satker='s-2').request_id}"
    assert (bench.item("vai", own).may_decide, bench.item("vai", own).why_not) == (False, "desk.own_request")
    assert bench.item("vai2", own).may_decide
    number = bench.office.rows(tables.profiles, user_id="u-vai2")[0]["nik_fingerprint"]
    alias = bench.waiting("alias", satker="s-2")
    with bench.services.database.write() as connection:
        change = tables.profiles.update().where(tables.profiles.c.user_id == "u-alias")
        connection.execute(change.values(nik_fingerprint=number, status="REJECTED"))
    assert bench.item("vai2", alias).why_not == "desk.own_request"
    assert bench.item("vai", alias).why_not == ""
    appointment = bench.waiting("a1", AccessKind.VAI, satker="s-3")
    bench.decide("in1", appointment)
    seen = bench.item("in1", appointment)
    assert (seen.may_decide, seen.why_not, seen.first_by) == (False, "desk.same_eyes", "In1 Latihan")
    assert bench.item("in2", appointment).may_decide
    bench.decide("in2", appointment)
    assert bench.item("in3", appointment).why_not == "desk.not_waiting"


def test_a_vai_reads_what_inaproc_decided_in_the_house_but_not_before(bench: Bench) -> None:
    appointment = bench.waiting("a1", AccessKind.ADMIN_PPE)
    assert refusal(bench, "vai", appointment) == "desk.item_unknown"
    bench.decide("in1", appointment, "REJECT", UNSIGNED)
    item = bench.item("vai", appointment)
    assert (item.may_decide, item.why_not) == (False, "desk.not_waiting")


def test_a_profile_at_a_provider_is_not_on_the_desk(bench: Bench) -> None:
    item_id = bench.waiting_profile("a1", provider="penyedia-uji")
    assert item_id not in bench.listed("in1")
    assert refusal(bench, "in1", item_id) == "desk.item_unknown"
