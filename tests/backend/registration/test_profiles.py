"""Stage 2: what is taken, what is refused, what a second delivery does, and what nobody is told."""

from __future__ import annotations

import threading
from datetime import timedelta
from typing import Any

import pytest

from inaproc_backend.registration.person_numbers import PersonKeyLostError, person_key
from inaproc_backend.registration.profiles import submit_profile
from inaproc_backend.storage import tables
from inaproc_core.errors import Refused
from inaproc_core.registration.vocabulary import FileSlot, ProfileStatus, Verdict
from inaproc_core.wire.registration import FieldReason, ProfileView
from tests.backend.registration.house import FOREIGNER, NIK, OTHER_NIK, PROFILE, House, refused

UNCLEAR = FieldReason(field="KTP", code="ktp.unclear", ask_for=["KTP"])


def test_a_profile_is_sent_and_verified(any_house: House) -> None:
    house = any_house
    sari = house.person("sari")
    assert house.view(sari) == ProfileView(status="NONE")
    view = house.send_profile(sari, fields={**PROFILE, "nik": "3273 0152 0493 0001"})
    assert (view.status, view.revision, view.attempts) == ("WAITING", 1, 1)
    assert view.fields["nik"] == NIK
    assert view.due_at == house.office.clock() + timedelta(hours=72)
    assert set(view.files) == {"KTP", "SELFIE"} and view.open_fields == []
    stored = house.stored_profile(sari)
    assert stored.masked_id == "************0001" and NIK not in stored.nik_fingerprint
    house.office.clock.forward(hours=5)
    settled = house.decide_profile(sari, Verdict.APPROVE)
    assert (settled.status, settled.revision) == ("VERIFIED", 2)
    view = house.view(sari)
    assert view.status == "VERIFIED" and view.due_at is None
    assert [(row.what, row.by) for row in view.history] == [
        ("sent", "APPLICANT"),
        ("approved", "VERIFIKATOR"),
    ]
    assert house.office.rows(tables.people, id=sari.user_id)[0]["name"] == "Sari Simulasi"
    assert house.mails(sari) == ["profile.received", "profile.verified"]
    used = house.office.rows(tables.files, user_id=sari.user_id)
    assert all(row["used_at"] for row in used)


def test_a_passport_is_a_profile_too(any_house: House) -> None:
    tom = any_house.person("tom")
    view = any_house.send_profile(tom, nationality="WNA", fields=FOREIGNER)
    assert view.status == "WAITING"
    any_house.decide_profile(tom, Verdict.APPROVE)
    assert any_house.office.rows(tables.people, id=tom.user_id)[0]["name"] == "Test SIMULATION"
    # The same number as a NIK would be another person.
    stored = any_house.stored_profile(tom)
    assert stored.nik_fingerprint and stored.masked_id.endswith("4567")


@pytest.mark.parametrize(
    ("change", "code", "at"),
    [
        ({"fields": {**PROFILE, "nik": ""}}, "form.missing", "nik"),
        ({"fields": {**PROFILE, "nik": NIK[:-1]}}, "nik.length", "nik"),
        ({"fields": {**PROFILE, "sex": "L"}}, "nik.other_sex", "nik"),
        ({"fields": {**PROFILE, "birth_date": "1993-04-13"}}, "nik.other_birth_date", "nik"),
        ({"fields": {**PROFILE, "birth_date": "besok"}}, "form.date", "birth_date"),
        ({"fields": {**PROFILE, "full_name": "S4ri"}}, "name.characters", "full_name"),
        ({"fields": {**PROFILE, "hobby": "x"}}, "form.unknown_field", "hobby"),
        ({"files": {}}, "form.file_missing", "KTP"),
        ({"files": {"KTP": "not-there"}}, "file.unknown", "KTP"),
        ({"nationality": "XX"}, "profile.nationality_unknown", "nationality"),
        ({"revision": 3}, "profile.moved_on", ""),
        ({"request_id": ""}, "access_request.id_malformed", "request_id"),
        ({"request_id": "x" * 81}, "access_request.id_malformed", "request_id"),
        ({"nationality": "WNA", "fields": {**FOREIGNER, "passport_expiry": "2026-11-01"}},
         "passport.expired", "passport_expiry"),
    ],
)  # fmt: skip
def test_bad_profiles_are_refused_by_name(house: House, change: dict[str, Any], code: str, at: str) -> None:
    refusal = refused(house.send_profile, house.person("sari"), **change)
    assert (refusal.code, refusal.field) == (code, at)
    assert house.office.rows(tables.profiles) == []


def test_files_of_others_and_of_other_slots_are_unknown(house: House) -> None:
    sari, eve = house.person("sari"), house.person("eve")
    selfie = house.file(sari, FileSlot.SELFIE)
    of_eve, of_slot = house.file(eve, FileSlot.KTP), house.file(sari, FileSlot.SIM)
    for ktp in (of_eve, of_slot):
        refusal = refused(house.send_profile, sari, files={"KTP": ktp, "SELFIE": selfie})
        assert (refusal.code, refusal.field) == ("file.unknown", "KTP")


def test_a_second_delivery_has_no_second_effect(any_house: House) -> None:
    sari = any_house.person("sari")
    asked = any_house.profile_of(sari)
    first = submit_profile(any_house.services, sari, asked)
    any_house.office.clock.forward(hours=1)
    assert submit_profile(any_house.services, sari, asked) == first
    assert len(any_house.office.rows(tables.profile_history)) == 1
    assert any_house.mails(sari) == ["profile.received"]
    # Also when it was decided meanwhile.
    any_house.decide_profile(sari, Verdict.APPROVE)
    assert submit_profile(any_house.services, sari, asked).status == "VERIFIED"


def test_two_submissions_at_once_make_one_profile(any_house: House) -> None:
    sari = any_house.person("sari")
    asked = [any_house.profile_of(sari) for _ in range(4)]
    codes: list[str] = []

    def send(one: Any) -> None:
        try:
            submit_profile(any_house.services, sari, one)
            codes.append("ok")
        except Refused as error:
            codes.append(error.refusal.code)

    threads = [threading.Thread(target=send, args=(one,)) for one in asked]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(codes) == ["ok", *["profile.moved_on"] * 3]
    assert len(any_house.office.rows(tables.profile_history)) == 1


def test_only_what_was_named_is_open_for_mending(any_house: House) -> None:
    house, sari = any_house, any_house.person("sari")
    first = house.profile_of(sari)
    submit_profile(house.services, sari, first)
    house.decide_profile(sari, Verdict.FIX, UNCLEAR, note="Terlalu gelap")
    view = house.view(sari)
    assert view.status == "NEEDS_FIX" and view.open_fields == ["KTP"]
    assert view.reasons == [UNCLEAR] and view.history[-1].note == "Terlalu gelap"

    def again(**change: Any) -> Any:
        values = {"revision": 2, "files": first.files, **change}
        return house.send_profile(sari, **values)

    other = house.file(sari, FileSlot.SELFIE)
    refusal = refused(again, files={**first.files, "SELFIE": other})
    assert (refusal.code, refusal.field) == ("form.closed", "SELFIE")
    refusal = refused(again, fields={**PROFILE, "birth_place": "Cimahi"})
    assert (refusal.code, refusal.field) == ("form.closed", "birth_place")
    assert refused(again).code == "form.nothing_changed"
    assert refused(again, revision=1).code == "profile.moved_on"
    passport = {"nationality": "WNA", "fields": FOREIGNER}
    assert refused(again, **passport).code == "profile.nationality_closed"
    mended = again(files={**first.files, "KTP": house.file(sari, FileSlot.KTP)})
    assert (mended.status, mended.revision, mended.attempts) == ("WAITING", 3, 2)
    assert [row.what for row in mended.history] == ["sent", "fix", "resent"]


def test_a_slot_that_a_reason_asks_for_must_be_filled(house: House) -> None:
    sari = house.person("sari")
    first = house.profile_of(sari)
    submit_profile(house.services, sari, first)
    house.decide_profile(sari, Verdict.FIX, FieldReason(field="KTP", code="ktp.face_faded", ask_for=["SIM"]))
    assert house.view(sari).open_fields == ["KTP", "SIM"]
    ktp = house.file(sari, FileSlot.KTP)
    refusal = refused(house.send_profile, sari, revision=2, files={**first.files, "KTP": ktp})
    assert (refusal.code, refusal.field) == ("form.file_missing", "SIM")
    sim = house.file(sari, FileSlot.SIM)
    assert house.send_profile(sari, revision=2, files={**first.files, "SIM": sim}).status == "WAITING"


def test_a_rejected_profile_can_begin_anew_a_waiting_or_verified_one_not(house: House) -> None:
    sari = house.person("sari")
    house.send_profile(sari)
    assert refused(house.send_profile, sari, revision=1).code == "profile.waiting"
    house.decide_profile(sari, Verdict.REJECT, FieldReason(field="nik", code="profile.final"))
    assert "nik" in house.view(sari).open_fields
    fields = {**PROFILE, "nik": OTHER_NIK, "birth_date": "1980-01-01", "sex": "L"}
    view = house.send_profile(sari, revision=2, fields=fields)
    assert view.status == "WAITING"
    house.decide_profile(sari, Verdict.APPROVE)
    assert refused(house.send_profile, sari, revision=4).code == "profile.already_verified"
    assert refused(house.decide_profile, sari, Verdict.REJECT).code == "profile.not_waiting"


def test_one_nik_is_verified_once_and_the_applicant_is_not_told(any_house: House) -> None:
    house = any_house
    house.verified("sari", NIK)
    eve = house.person("eve")
    view = house.send_profile(eve, provider="http")
    assert view.status == "WAITING" and [row.what for row in view.history] == ["sent"]
    stored = house.stored_profile(eve)
    assert stored.provider == "", "a known number is for the desk, whoever verifies the others"
    assert refused(house.decide_profile, eve, Verdict.APPROVE).code == "desk.nik_taken"
    assert house.stored_profile(eve).status is ProfileStatus.WAITING
    house.decide_profile(eve, Verdict.REJECT, FieldReason(field="nik", code="profile.already_registered"))


def test_two_accounts_of_one_nik_are_not_verified_at_the_same_moment(any_house: House) -> None:
    house = any_house
    both = [house.person("sari"), house.person("eve")]
    for one in both:
        house.send_profile(one)
    outcomes: list[str] = []

    def approve(one: Any) -> None:
        try:
            outcomes.append(house.decide_profile(one, Verdict.APPROVE).status)
        except Refused as error:
            outcomes.append(error.refusal.code)

    threads = [threading.Thread(target=approve, args=(one,)) for one in both]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == ["VERIFIED", "desk.nik_taken"]


def test_a_lost_or_exchanged_key_of_persons_stops_everything(house: House) -> None:
    sari = house.person("sari")
    house.send_profile(sari)
    place = house.services.config.data / "persons.secret"
    kept = place.read_bytes()
    with house.services.database.write() as connection:
        assert person_key(connection, house.services) == kept.strip()
    place.unlink()
    with pytest.raises(PersonKeyLostError, match="missing"):
        house.send_profile(house.person("eve"))
    assert not place.exists(), "no new key takes its place"
    place.write_bytes(b"f" * 64)
    with pytest.raises(PersonKeyLostError, match="does not belong"):
        house.send_profile(house.person("eve"))
