"""Stage 3: what may be asked for, a second delivery, mending, withdrawing, and whose move it is."""

from __future__ import annotations

import threading
from datetime import timedelta
from typing import Any

import msgspec
import pytest

from inaproc_backend.registration.life import reroute
from inaproc_backend.storage import tables
from inaproc_core.errors import Refused
from inaproc_core.registration.vocabulary import AccessKind, FileSlot, RequestStatus, Verdict, Verifier
from inaproc_core.wire.registration import FieldReason
from tests.backend.registration.house import COMPANY, NIK, OFFICE, OTHER_NIK, House, refused

WRONG_OFFICE = FieldReason(field="satker", code="satker.wrong", note="Bukan satker di surat")
ASKABLE = [kind for kind in AccessKind if kind is not AccessKind.VERIFIKATOR_INAPROC]
IN_MINISTRY = {"instansi_kind": "KEMENTERIAN", "instansi": "D998", "satker": "s-9"}


@pytest.mark.parametrize("kind", ASKABLE)
def test_every_kind_can_be_asked_for_and_granted(house: House, kind: AccessKind) -> None:
    if kind in {AccessKind.COMPANY_MEMBER, AccessKind.PP_NON_KLPD, AccessKind.PPK_NON_KLPD}:
        house.granted(house.verified("owner", OTHER_NIK), AccessKind.COMPANY_OWNER)
    sari = house.verified("sari")
    fields = IN_MINISTRY if kind is AccessKind.PPSPM else {}
    request = house.send(sari, kind, fields=fields)
    assert (request.status, request.kind) == ("WAITING", kind.value)
    settled = house.decide(request.request_id, Verdict.APPROVE)
    form = house.services.registration.at(house.today).access_form(kind)
    assert settled.needs_second is form.four_eyes
    if form.four_eyes:
        assert settled.access_id == "" and settled.status == "WAITING"
        assert refused(house.decide, request.request_id, Verdict.APPROVE).code == "desk.same_eyes"
        settled = house.decide(request.request_id, Verdict.APPROVE, by="u-second")
    row = house.access_row(settled.access_id)
    assert row["kind"] == kind.value and row["user_id"] == sari.user_id and row["valid_from"] == "2026-11-23"
    if form.whole_instansi:
        assert row["satker_id"] is None and row["vendor_id"] is None and row["klpd_code"] == "D999"
    assert house.stored_request(request.request_id).access_id == settled.access_id


def test_whoever_is_not_verified_asks_for_nothing(house: House) -> None:
    nobody = house.person("nobody")
    assert refused(house.send, nobody).code == "access_request.profile_not_verified"
    house.send_profile(nobody)
    assert refused(house.send, nobody).code == "access_request.profile_not_verified"


@pytest.mark.parametrize(
    ("kind", "change", "code", "at"),
    [
        ("PPK", {"fields": {"satker": "s-404"}}, "access_request.satker_unknown", "satker"),
        ("PPK", {"fields": {"satker": "s-9"}}, "access_request.satker_elsewhere", "satker"),
        ("PPK", {"fields": {"instansi": "D404"}}, "access_request.instansi_unknown", "instansi"),
        ("PPK", {"fields": {"instansi_kind": "PROVINSI"}}, "access_request.instansi_other_kind", "instansi"),
        ("PPSPM", {"fields": {"instansi_kind": "KEMENTERIAN"}}, "access_request.role_not_here", "instansi"),
        ("PPK", {"fields": {"valid_until": "2026-11-22"}}, "access_request.until_past", "valid_until"),
        ("PPK", {"fields": {"valid_until": "2027-01-01"}}, "access_request.until_beyond_year", "valid_until"),
        ("PPK", {"fields": {"letter_until": "2026-12-01"}}, "access_request.until_beyond_letter",
         "valid_until"),
        ("PPK", {"fields": {"satker_npwp": "12"}}, "npwp.length", "satker_npwp"),
        ("PPK", {"fields": {"golongan": "V/z"}}, "form.choice", "golongan"),
        ("PPK", {"files": {}}, "form.file_missing", "ASSIGNMENT_LETTER"),
        ("PPK", {"files": {"ASSIGNMENT_LETTER": "no"}}, "file.unknown", "ASSIGNMENT_LETTER"),
        ("PPK", {"revision": 1}, "access_request.moved_on", ""),
        ("PPK", {"request_id": ""}, "access_request.id_malformed", "request_id"),
        ("PPK", {"renews": "a-of-nobody"}, "access_request.other_access_gone", "kind"),
        ("PPK", {"transfers": "a-of-nobody"}, "access_request.other_access_gone", "kind"),
        ("COMPANY_MEMBER", {}, "access_request.company_not_here", "nib"),
        ("COMPANY_OWNER", {"fields": {"nib": "12"}}, "nib.length", "nib"),
        ("VERIFIKATOR_INAPROC", {}, "access_request.not_askable", "kind"),
    ],
)  # fmt: skip
def test_bad_requests_are_refused_by_name(
    house: House, kind: str, change: dict[str, Any], code: str, at: str
) -> None:
    sari = house.verified("sari")
    refusal = refused(house.send, sari, AccessKind(kind), **change)
    assert (refusal.code, refusal.field) == (code, at)
    assert house.office.rows(tables.access_requests) == []


def test_an_unknown_kind_is_refused(house: House) -> None:
    sari = house.verified("sari")
    asked = msgspec.structs.replace(house.asked(sari), kind="KING")
    assert refused(house.submit, sari, asked).code == "access_request.kind_unknown"


def test_the_request_shows_words_checks_and_history(any_house: House) -> None:
    sari = any_house.verified("sari")
    request = any_house.send(sari)
    (satker,) = any_house.office.rows(tables.satker, id="s-1")
    assert request.labels == {
        "instansi": "Pemerintah Kota Simulasi",
        "satker": satker["name"],
        "satker_code": satker["code"],
    }
    assert satker["code"]
    assert request.verifier == "INAPROC", "the instansi has no VAI yet"
    assert request.due_at == any_house.office.clock() + timedelta(hours=72)
    assert [row.what for row in request.history] == ["sent"]
    owner = any_house.verified("owner", OTHER_NIK)
    company = any_house.send(owner, AccessKind.COMPANY_OWNER)
    assert company.labels == {"nib": "PT Simulasi Uji"}
    rules = {rule.id: rule.result for rule in any_house.stored_request(company.request_id).checks}
    assert rules["registered"] == "unknown" and rules["identity"] == "passed"
    assert any_house.mails(sari) == ["access.received"]


def test_a_second_delivery_has_no_second_effect(any_house: House) -> None:
    sari = any_house.verified("sari")
    asked = any_house.asked(sari)
    first = any_house.submit(sari, asked)
    any_house.office.clock.forward(hours=1)
    assert any_house.submit(sari, asked) == first
    assert len(any_house.office.rows(tables.request_history)) == 1
    eve = any_house.verified("eve", OTHER_NIK)
    assert refused(any_house.submit, eve, asked).code == "access_request.id_in_use"


def test_the_same_role_in_the_same_place_is_asked_for_once(any_house: House) -> None:
    sari = any_house.verified("sari")
    first = any_house.send(sari)
    assert refused(any_house.send, sari).code == "access_request.asked_already"
    any_house.decide(first.request_id, Verdict.APPROVE)
    assert refused(any_house.send, sari).code == "access_request.duplicate"
    assert any_house.send(sari, fields={"satker": "s-2"}).status == "WAITING"
    assert any_house.send(sari, AccessKind.PP).status == "WAITING"


def test_two_requests_at_once_for_the_same_access_become_one(any_house: House) -> None:
    sari = any_house.verified("sari")
    asked = [any_house.asked(sari) for _ in range(4)]
    codes: list[str] = []

    def send(one: Any) -> None:
        try:
            codes.append(any_house.submit(sari, one).status)
        except Refused as error:
            codes.append(error.refusal.code)

    threads = [threading.Thread(target=send, args=(one,)) for one in asked]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(codes) == ["WAITING", *["access_request.asked_already"] * 3]


def test_two_decisions_at_once_are_one(any_house: House) -> None:
    sari = any_house.verified("sari")
    request = any_house.send(sari)
    codes: list[str] = []

    def decide(verdict: Verdict) -> None:
        try:
            codes.append(any_house.decide(request.request_id, verdict, by=f"u-{verdict}").status)
        except Refused as error:
            codes.append(error.refusal.code)

    threads = [threading.Thread(target=decide, args=(verdict,)) for verdict in Verdict]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(codes) == 3 and codes.count("access_request.not_waiting") == 2
    granted = any_house.office.rows(tables.accesses, user_id=sari.user_id)
    assert len(granted) == codes.count("APPROVED")


def test_mending_opens_only_what_was_named(any_house: House) -> None:
    sari = any_house.verified("sari")
    asked = any_house.asked(sari)
    request = any_house.submit(sari, asked)
    any_house.decide(request.request_id, Verdict.FIX, WRONG_OFFICE)
    again: dict[str, Any] = {"request_id": asked.request_id, "revision": 2, "files": asked.files}
    assert refused(any_house.send, sari, **again).code == "form.nothing_changed"
    refusal = refused(any_house.send, sari, fields={"golongan": "IV/a"}, **again)
    assert (refusal.code, refusal.field) == ("form.closed", "golongan")
    letter = any_house.file(sari, FileSlot.ASSIGNMENT_LETTER)
    other_letter = {**again, "files": {"ASSIGNMENT_LETTER": letter}}
    assert refused(any_house.send, sari, **other_letter).field == "ASSIGNMENT_LETTER"
    assert refused(any_house.send, sari, AccessKind.PP, **again).code == "access_request.kind_changed"
    renewing = {**again, "renews": "a-1"}
    assert refused(any_house.send, sari, **renewing).code == "access_request.succession_changed"
    stale = {**again, "revision": 1}
    assert refused(any_house.send, sari, fields={"satker": "s-2"}, **stale).code == "access_request.moved_on"
    mended = any_house.send(sari, fields={"satker": "s-2"}, **again)
    assert (mended.status, mended.revision, mended.attempts) == ("WAITING", 3, 2)
    assert mended.reasons == [] and [row.what for row in mended.history] == ["sent", "fix", "resent"]
    assert any_house.mails(sari) == ["access.received", "access.needs_fix", "access.received"]
    assert any_house.stored_request(asked.request_id).satker_id == "s-2"


def test_a_waiting_request_can_be_changed_and_a_first_approval_is_void_then(house: House) -> None:
    sari = house.verified("sari")
    request = house.send(sari, AccessKind.ADMIN_SATKER)
    house.decide(request.request_id, Verdict.APPROVE)
    assert house.stored_request(request.request_id).first_by == "u-desk"
    view = house.send(
        sari,
        AccessKind.ADMIN_SATKER,
        request_id=request.request_id,
        revision=2,
        fields={"satker": "s-2"},
        files={slot: file.file_id for slot, file in request.files.items()},
    )
    assert (view.status, view.revision, view.attempts) == ("WAITING", 3, 1)
    stored = house.stored_request(request.request_id)
    assert stored.first_by == "" and stored.satker_id == "s-2"
    assert [row.what for row in view.history] == ["sent", "first_approval", "amended"]


def test_withdrawing(any_house: House) -> None:
    sari, eve = any_house.verified("sari"), any_house.verified("eve", OTHER_NIK)
    request = any_house.send(sari)
    assert refused(any_house.withdraw, eve, request.request_id, 1).code == "access_request.unknown"
    assert refused(any_house.withdraw, sari, "no-such", 1).code == "access_request.unknown"
    assert refused(any_house.withdraw, sari, request.request_id, 0).code == "access_request.moved_on"
    view = any_house.withdraw(sari, request.request_id, 1)
    assert view.status == "WITHDRAWN" and view.due_at is None
    assert any_house.withdraw(sari, request.request_id, 1) == view
    assert refused(any_house.decide, request.request_id, Verdict.APPROVE).code == "access_request.not_waiting"
    assert any_house.mails(sari)[-1] == "access.withdrawn"
    decided = any_house.send(sari)
    any_house.decide(decided.request_id, Verdict.APPROVE)
    assert refused(any_house.withdraw, sari, decided.request_id, 2).code == "access_request.over"


def test_the_verifikator_of_an_instansi_decides_where_there_is_one(any_house: House) -> None:
    vai, sari = any_house.verified("vai", OTHER_NIK), any_house.verified("sari")
    assert any_house.send(sari).verifier == "INAPROC"
    access_id = any_house.access(vai, AccessKind.VAI, klpd_code="D999", valid_to="2026-12-31")
    assert any_house.send(sari, AccessKind.PP).verifier == "VAI"
    assert any_house.send(sari, AccessKind.PPK, fields={"satker": "s-2"}).verifier == "VAI"
    elsewhere = {**IN_MINISTRY}
    assert any_house.send(sari, AccessKind.APIP, fields=elsewhere).verifier == "INAPROC"
    # Nobody decides on their own request: the only VAI is no VAI for themselves.
    assert any_house.send(vai, AccessKind.APIP).verifier == "INAPROC"
    waiting = {row["id"]: row["verifier"] for row in any_house.office.rows(tables.access_requests)}
    assert reroute(any_house.services, any_house.today) == 1, "what was sent before the VAI came"
    with any_house.services.database.write() as connection:
        connection.execute(tables.accesses.update().where(tables.accesses.c.id == access_id).values(
            valid_to="2026-11-22"))  # fmt: skip
    assert reroute(any_house.services, any_house.today) == list(waiting.values()).count("VAI") + 1
    assert {row["verifier"] for row in any_house.office.rows(tables.access_requests)} == {"INAPROC"}
    assert reroute(any_house.services, any_house.today) == 0


def test_members_are_decided_on_by_their_company(any_house: House) -> None:
    owner, sari = any_house.verified("owner", OTHER_NIK), any_house.verified("sari")
    any_house.granted(owner, AccessKind.COMPANY_OWNER)
    request = any_house.send(sari, AccessKind.COMPANY_MEMBER)
    assert request.verifier == Verifier.COMPANY
    vendor = any_house.stored_request(request.request_id).vendor_id
    assert vendor == f"nib-{COMPANY['nib']}"
    row = any_house.access_row(any_house.decide(request.request_id, Verdict.APPROVE).access_id)
    assert row["vendor_id"] == vendor and row["position"] == "Staf"


def test_only_the_first_of_an_office_states_its_address(house: House) -> None:
    with house.services.database.write() as connection:
        connection.execute(tables.satker.insert().values(id="s-new", name="Baru", klpd_code="D999"))
    sari, eve = house.verified("sari"), house.verified("eve", OTHER_NIK)
    refusal = refused(house.send, sari, fields={"satker": "s-new", "address": ""})
    assert (refusal.code, refusal.field) == ("form.missing", "address")
    house.granted(sari, fields={"satker": "s-new", "address": "Jalan Simulasi 3"})
    row = house.office.rows(tables.satker, id="s-new")[0]
    assert (row["address"], row["npwp"], row["rev"]) == ("Jalan Simulasi 3", OFFICE["satker_npwp"], 2)
    assert house.send(eve, fields={"satker": "s-new", "address": ""}).status == "WAITING"
    assert [row["rev"] for row in house.feed("satker/s-new", "satker")] == [2]


def test_a_rejected_request_stays_and_another_can_be_made(house: House) -> None:
    sari = house.verified("sari", NIK)
    request = house.send(sari)
    house.decide(request.request_id, Verdict.REJECT, FieldReason(field="satker", code="access.not_entitled"))
    assert house.stored_request(request.request_id).status is RequestStatus.REJECTED
    again = refused(house.send, sari, request_id=request.request_id, revision=2)
    assert again.code == "access_request.nothing_to_mend"
    assert house.send(sari).status == "WAITING"
    assert house.mails(sari) == ["access.received", "access.rejected", "access.received"]


def test_mails_speak_the_language_of_the_account(house: House) -> None:
    sari, eve = house.verified("sari"), house.verified("eve", OTHER_NIK)
    with house.services.database.write() as connection:
        people = tables.people
        connection.execute(people.update().where(people.c.id == eve.user_id).values(language="en"))
    for who in (sari, eve):
        request = house.send(who)
        house.decide(request.request_id, Verdict.FIX, WRONG_OFFICE)
    rows = house.office.rows(tables.outgoing_messages, template="access.needs_fix")
    told = {row["target"].split("@")[0]: row["body"] for row in rows}
    assert "Satuan Kerja: Satuan kerja" in told["sari"] and "Work unit: " in told["eve"]
    assert all("Bukan satker di surat" in body for body in told.values())
