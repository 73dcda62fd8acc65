"""Stage 3: days, places, the person, other accesses."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from hypothesis import given as for_all
from hypothesis import strategies as st

from inaproc_core.registration.access import (
    AccessContext,
    AccessFacts,
    Place,
    check_access,
    place_of,
    read_access,
)
from inaproc_core.registration.forms import FieldType
from inaproc_core.registration.vocabulary import PENYEDIA_KINDS, AccessKind, Nationality, ProfileStatus
from tests.core.registration.samples import KINDS, LIMITS, TODAY, access_form, right_fields, right_files

HERE = Place(klpd_code="D9901", satker_id="9001001")
THERE = Place(klpd_code="D9901", satker_id="9001002")
END = date(2026, 12, 10)


def problems(
    kind: AccessKind = AccessKind.PPK,
    context: AccessContext | None = None,
    today: date = TODAY,
    given: Mapping[str, str] | None = None,
    **changed: str,
) -> list[tuple[str, str]]:
    form = access_form(kind)
    filled = {**right_fields(form), **(given or {}), **changed}
    fields = {name: text for name, text in filled.items() if text}
    found = check_access(
        form, fields, right_files(form), context=context or AccessContext(), today=today, limits=LIMITS
    )
    return [(problem.code, problem.field) for problem in found]


@pytest.mark.parametrize(
    ("changed", "code", "at"),
    [
        ({"valid_until": "2026-11-22"}, "", ""),
        ({"valid_until": "2026-11-21", "valid_from": ""}, "until_past", "valid_until"),
        ({"valid_until": "2027-01-01"}, "until_beyond_letter", "valid_until"),
        ({"valid_until": "2027-01-01", "letter_until": ""}, "until_beyond_year", "valid_until"),
        ({"valid_until": "2026-12-31", "letter_until": ""}, "", ""),
        ({"valid_until": "2028-06-30", "letter_until": "2028-06-30"}, "", ""),
        ({"valid_until": "2028-07-01", "letter_until": "2028-06-30"}, "until_beyond_letter", "valid_until"),
        ({"valid_until": "2026-11-30", "valid_from": "2026-12-01"}, "until_before_begin", "valid_until"),
        ({"valid_until": "2026-12-01", "valid_from": "2026-12-01"}, "", ""),
        ({"letter_date": "2026-11-23"}, "letter_from_future", "letter_date"),
        ({"letter_date": "2026-11-22"}, "", ""),
        ({"letter_until": "2026-11-22", "valid_until": "2026-11-22"}, "", ""),
        (
            {"letter_until": "2026-11-01", "letter_date": "2026-11-02", "valid_until": ""},
            *("letter_expired", "letter_until"),
        ),
    ],
)
def test_days(changed: dict[str, str], code: str, at: str) -> None:
    found = [problem for problem in problems(given=changed) if problem[0] != "form.missing"]
    assert found == ([("access_request." + code, at)] if code else [])


def test_at_the_turn_of_the_year_the_next_budget_may_be_asked_for() -> None:
    changed = {"valid_from": "2027-01-01", "valid_until": "2027-12-31", "letter_until": "", "letter_date": ""}
    assert problems(today=date(2026, 12, 30), given=changed) == []
    assert problems(today=date(2026, 12, 30), given={**changed, "valid_from": ""}) == [
        ("access_request.until_beyond_year", "valid_until")
    ]


@pytest.mark.parametrize(
    ("kind", "known", "code", "at"),
    [
        ("PPK", {"instansi_known": False}, "instansi_unknown", "instansi"),
        ("PPK", {"instansi_kind": "KOTA"}, "instansi_other_kind", "instansi"),
        ("PPK", {"instansi_kind": "KEMENTERIAN"}, "", ""),
        ("PPK", {"instansi_kind": "INSTITUSI"}, "", ""),
        ("BUD", {"instansi_kind": "KEMENTERIAN"}, "role_not_here", "instansi"),
        ("PPSPM", {"instansi_kind": "KOTA"}, "role_not_here", "instansi"),
        ("PPK", {"satker_known": False}, "satker_unknown", "satker"),
        ("PPK", {"satker_instansi": "D1"}, "satker_elsewhere", "satker"),
        ("PPK", {"satker_instansi": "D9901"}, "", ""),
        ("PPK_NON_KLPD", {"company_known": False}, "company_not_here", "nib"),
        ("COMPANY_MEMBER", {"company_known": False}, "company_not_here", "nib"),
        ("COMPANY_OWNER", {"company_known": False}, "", ""),
        ("COMPANY_OWNER", {"nib_stops": True}, "nib_stops", "nib"),
        ("PPK", {"profile_status": ProfileStatus.WAITING}, "profile_not_verified", "kind"),
        ("PPK", {"nationality": Nationality.WNA}, "only_penyedia", "kind"),
        ("COMPANY_MEMBER", {"nationality": Nationality.WNA}, "", ""),
        ("VERIFIKATOR_INAPROC", {}, "not_askable", "kind"),
    ],
)
def test_places_and_persons(kind: str, known: dict[str, Any], code: str, at: str) -> None:
    found = problems(AccessKind(kind), AccessContext(**known))
    assert found == ([("access_request." + code, at)] if code else [])


@pytest.mark.parametrize("kind", KINDS)
def test_other_nationalities_sell_only(kind: AccessKind) -> None:
    found = problems(kind, AccessContext(nationality=Nationality.WNA))
    assert bool(found) == (kind not in PENYEDIA_KINDS)


@pytest.mark.parametrize("kind", ["BUD", "KUASA_BUD", "PPSPM"])
def test_the_kind_of_instansi_is_one_of_the_form(kind: str) -> None:
    other = "KEMENTERIAN" if kind != "PPSPM" else "KOTA"
    assert problems(AccessKind(kind), instansi_kind=other) == [("form.choice", "instansi_kind")]


# ---- beside other accesses


def held(kind: AccessKind | None = AccessKind.PPK, place: Place = HERE, **more: Any) -> AccessFacts:
    return AccessFacts(access_id="A1", kind=kind, place=place, **{"valid_to": END, **more})


@pytest.mark.parametrize(
    ("access", "duplicate"),
    [
        (held(), True),
        (held(valid_from=date(2026, 12, 1)), True),
        (held(valid_to=None), True),
        (held(valid_to=date(2026, 11, 21)), False),
        (held(revoked=True), False),
        (held(AccessKind.PP), False),
        (held(None), False),
        (held(place=THERE), False),
        (held(place=Place(klpd_code="D9901")), False),
    ],
)
def test_the_same_role_in_the_same_satker_twice(access: AccessFacts, duplicate: bool) -> None:
    found = problems(context=AccessContext(accesses=(access,)))
    assert found == ([("access_request.duplicate", "satker")] if duplicate else [])


def test_a_request_for_the_same_is_under_way() -> None:
    waiting = ((AccessKind.PPK, HERE),)
    assert problems(context=AccessContext(waiting=waiting)) == [("access_request.asked_already", "satker")]
    assert problems(context=AccessContext(waiting=((AccessKind.PPK, THERE),))) == []


def test_companies_are_compared_by_id_or_nib() -> None:
    owner = AccessFacts(access_id="A1", kind=AccessKind.COMPANY_OWNER, place=Place(vendor_id="V1"))
    context = AccessContext(accesses=(owner,), vendor_id="V1")
    assert problems(AccessKind.COMPANY_STAFF, context) == [("access_request.duplicate", "nib")]
    assert problems(AccessKind.COMPANY_MEMBER, context) == []
    new = ((AccessKind.COMPANY_OWNER, Place.of_company("", "1234567890123")),)
    assert problems(AccessKind.COMPANY_OWNER, AccessContext(waiting=new)) == [
        ("access_request.asked_already", "nib")
    ]


def test_whole_instansi_are_compared_by_code() -> None:
    vai = AccessFacts(access_id="A1", kind=AccessKind.VAI, place=Place(klpd_code="D9901"))
    assert problems(AccessKind.VAI, AccessContext(accesses=(vai,))) == [
        ("access_request.duplicate", "instansi")
    ]


@pytest.mark.parametrize(
    ("old", "changed", "code", "at"),
    [
        (held(), {}, "", ""),
        (held(valid_to=date(2026, 1, 31)), {}, "", ""),
        (held(AccessKind.PP), {}, "other_role", "kind"),
        (held(None), {}, "other_role", "kind"),
        (held(revoked=True), {}, "renews_deactivated", "kind"),
        (held(valid_to=None), {}, "renewal_not_needed", "kind"),
        (held(valid_to=date(2026, 12, 22)), {}, "", ""),
        (held(valid_to=date(2026, 12, 23)), {}, "renewal_too_early", "kind"),
        (held(place=THERE), {}, "renewal_elsewhere", "satker"),
        (held(), {"valid_until": "2026-12-10"}, "until_not_later", "valid_until"),
        (held(), {"valid_until": "2026-12-11"}, "", ""),
    ],
)
def test_renewing(old: AccessFacts, changed: dict[str, str], code: str, at: str) -> None:
    found = problems(context=AccessContext(accesses=(old,), renews=old), given=changed)
    assert found == ([("access_request." + code, at)] if code else [])


@pytest.mark.parametrize(
    ("old", "code", "at"),
    [
        (held(place=THERE), "", ""),
        (held(place=THERE, valid_to=date(2026, 1, 1)), "", ""),
        (held(place=HERE), "transfer_same_place", "satker"),
        (held(AccessKind.PP, THERE), "other_role", "kind"),
        (held(place=THERE, revoked=True), "transfers_deactivated", "kind"),
    ],
)
def test_moving_to_another_satker(old: AccessFacts, code: str, at: str) -> None:
    found = problems(context=AccessContext(accesses=(old,), transfers=old))
    assert found == ([("access_request." + code, at)] if code else [])


def test_one_request_does_one_thing() -> None:
    context = AccessContext(renews=held(), transfers=held(place=THERE))
    assert problems(context=context) == [("access_request.renews_and_transfers", "kind")]


def test_companies_are_not_moved() -> None:
    old = AccessFacts(access_id="A1", kind=AccessKind.COMPANY_MEMBER, place=Place(vendor_id="V2"))
    assert problems(AccessKind.COMPANY_MEMBER, AccessContext(transfers=old, vendor_id="V1")) == [
        ("access_request.transfer_of_company", "kind")
    ]


def test_buyers_outside_government_renew_by_nib_what_is_a_satker() -> None:
    old = AccessFacts(
        access_id="A1",
        kind=AccessKind.PP_NON_KLPD,
        place=Place(satker_id="U1"),
        valid_to=END,
    )
    assert problems(AccessKind.PP_NON_KLPD, AccessContext(renews=old, vendor_id="V1")) == []


def test_what_is_stored_is_in_normal_form() -> None:
    form = access_form(AccessKind.PP)
    typed = right_fields(form) | {
        "satker_npwp": "01.234.567.8-901.000",
        "nip": "19900312 201503 2 001",
        "address": " Jalan  Contoh 1 \n Kota ",
        "division": " Bagian   Umum ",
    }
    reading = read_access(form, typed, LIMITS)
    assert reading.problems == ()
    assert reading.values["satker_npwp"] == "0012345678901000"
    assert reading.values["nip"] == "199003122015032001"
    assert reading.values["address"] == "Jalan Contoh 1\nKota"
    assert reading.values["division"] == "Bagian Umum"
    assert place_of(reading, AccessContext()) == HERE


@for_all(st.sampled_from(KINDS), st.data())
def test_any_input_gets_one_answer_per_field(kind: AccessKind, data: st.DataObject) -> None:
    form = access_form(kind)
    ids = [field.id for field in form.fields]
    fields = data.draw(st.dictionaries(st.sampled_from([*ids, "x"]), st.text(max_size=25)))
    found = check_access(form, fields, {}, context=AccessContext(), today=TODAY, limits=LIMITS)
    at = [problem.field for problem in found]
    assert len(at) == len(set(at))
    assert "ASSIGNMENT_LETTER" in at
    reading = read_access(form, fields, LIMITS)
    assert set(reading.values) <= set(ids)
    assert read_access(form, reading.values, LIMITS).values == reading.values


@for_all(
    st.dates(date(2026, 1, 1), date(2030, 12, 31)), st.none() | st.dates(date(2026, 1, 1), date(2030, 12, 31))
)
def test_no_end_beyond_letter_or_year_passes(until: date, letter: date | None) -> None:
    found = problems(
        valid_until=until.isoformat(), letter_until=letter.isoformat() if letter else "", valid_from=""
    )
    bound = letter or date(2026, 12, 31)
    at_end = [problem for problem in found if problem[1] == "valid_until"]
    assert bool(at_end) == (not TODAY <= until <= bound)


def test_fields_of_dates_are_dates() -> None:
    for kind in KINDS:
        for field in access_form(kind).fields:
            is_day = field.type in {FieldType.DATE, FieldType.UNTIL}
            assert is_day == (field.id in {"valid_from", "valid_until", "letter_date", "letter_until"})
