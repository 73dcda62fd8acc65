"""Stage 2: what a profile must agree with, on which day, and its states."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given as for_all
from hypothesis import strategies as st

from inaproc_core.errors import Refused
from inaproc_core.identifiers import Nik, parse_nik
from inaproc_core.registration.files import FileFacts
from inaproc_core.registration.profile import (
    PROFILE_DEED_OF,
    PROFILE_MOVES,
    ProfileDeed,
    age,
    check_profile,
    decide_profile,
    is_birth_date_of,
    read_profile,
)
from inaproc_core.registration.vocabulary import FileSlot, Nationality, ProfileStatus, Verdict
from tests.core.registration.samples import LIMITS, TODAY, WNA, WNI, profile_form, right_files

RESIDENT, FOREIGNER = profile_form(Nationality.WNI), profile_form(Nationality.WNA)


def problems(
    nationality: Nationality = Nationality.WNI,
    today: date = TODAY,
    given: Mapping[str, str] | None = None,
    **changed: str,
) -> list[tuple[str, str]]:
    form = profile_form(nationality)
    fields = {**(WNI if nationality is Nationality.WNI else WNA), **(given or {}), **changed}
    found = check_profile(form, fields, right_files(form), today=today, limits=LIMITS)
    return [(problem.code, problem.field) for problem in found]


def test_profiles_that_are_right() -> None:
    assert problems() == []
    assert problems(Nationality.WNA) == []
    assert problems(npwp="0123456789012345") == []


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"birth_date": "1990-03-13"}, [("nik.other_birth_date", "nik")]),
        ({"birth_date": "1990-04-12"}, [("nik.other_birth_date", "nik")]),
        ({"birth_date": "1991-03-12"}, [("nik.other_birth_date", "nik")]),
        ({"sex": "L"}, [("nik.other_sex", "nik")]),
        ({"nik": "3171011203900001"}, [("nik.other_sex", "nik")]),
        ({"sex": "L", "birth_date": "1990-03-13"}, [("nik.other_birth_date", "nik")]),
        ({"nik": "3171017203900001"}, [("nik.birth_date", "nik")]),
        ({"nik": "317101520390000"}, [("nik.length", "nik")]),
        ({"nik": ""}, [("form.missing", "nik")]),
        ({"sex": "X"}, [("form.choice", "sex")]),
        ({"birth_date": "12-03-1990"}, [("form.date", "birth_date")]),
        ({"birth_date": "1990-02-30"}, [("form.date", "birth_date")]),
        ({"birth_date": "1890-03-12"}, [("form.date", "birth_date")]),
        ({"birth_place": "x" * 101}, [("form.too_long", "birth_place")]),
        ({"birth_place": "Con\u202etoh"}, [("form.characters", "birth_place")]),
        ({"full_name": "Contoh 7"}, [("name.characters", "full_name")]),
        ({"npwp": "12345"}, [("npwp.length", "npwp")]),
        ({"nip": "1"}, [("form.unknown_field", "nip")]),
    ],
)
def test_one_problem_per_field(changed: dict[str, str], expected: list[tuple[str, str]]) -> None:
    assert problems(given=changed) == expected


def test_seventeen_on_the_day() -> None:
    born = {"nik": "3171012211090001", "birth_date": "2009-11-22", "sex": "L"}
    assert problems(today=date(2026, 11, 22), given=born) == []
    assert problems(today=date(2026, 11, 21), given=born) == [("profile.too_young", "birth_date")]
    assert problems(birth_date="2026-11-23", nik="3171016311260001") == [
        ("profile.birth_in_future", "birth_date")
    ]


@pytest.mark.parametrize(
    ("born", "today", "years"),
    [
        ("2008-02-29", "2025-02-28", 16),
        ("2008-02-29", "2025-03-01", 17),
        ("2008-02-29", "2028-02-29", 20),
        ("2000-12-31", "2017-12-30", 16),
        ("2000-12-31", "2017-12-31", 17),
    ],
)
def test_age(born: str, today: str, years: int) -> None:
    assert age(date.fromisoformat(born), date.fromisoformat(today)) == years


@pytest.mark.parametrize(
    ("days", "expected"), [(-1, True), (0, True), (LIMITS.passport_min_days, False), (400, False)]
)
def test_a_passport_must_still_count(days: int, expected: bool) -> None:
    expiry = (TODAY + timedelta(days=days)).isoformat()
    found = problems(Nationality.WNA, passport_expiry=expiry)
    assert found == ([("passport.expired", "passport_expiry")] if expected else [])


@pytest.mark.parametrize(
    ("typed", "kept"), [("x 123-4567", "X1234567"), ("ab1234", "AB1234"), ("123456789", "123456789")]
)
def test_passport_numbers(typed: str, kept: str) -> None:
    reading = read_profile(FOREIGNER, {**WNA, "passport": typed}, LIMITS)
    assert (reading.values["passport"], reading.problems) == (kept, ())


@pytest.mark.parametrize("typed", ["X12", "ABCDEFGH", "X123456789012", "X12345Ö"])
def test_passport_numbers_that_are_none(typed: str) -> None:
    assert problems(Nationality.WNA, passport=typed) == [("passport.form", "passport")]


def test_files_of_a_profile() -> None:
    files = right_files(RESIDENT)
    pdf = replace(files["KTP"], media_type="application/pdf")
    big = replace(files["SELFIE"], size=4 * 1024 * 1024 + 1)
    found = check_profile(RESIDENT, WNI, {"KTP": pdf, "SELFIE": big}, today=TODAY, limits=LIMITS)
    assert [(problem.code, problem.field) for problem in found] == [
        ("form.file_type", "KTP"),
        ("form.file_too_big", "SELFIE"),
    ]
    assert found[1].facts == {"size": 4 * 1024 * 1024 + 1, "most": 4 * 1024 * 1024}


@pytest.mark.parametrize(
    ("width", "height", "small"),
    [(480, 360, False), (360, 480, False), (479, 360, True), (480, 359, True), (4000, 300, True)],
)
def test_pictures_may_be_held_either_way(width: int, height: int, small: bool) -> None:
    files = right_files(RESIDENT)
    files["KTP"] = replace(files["KTP"], width=width, height=height)
    found = check_profile(RESIDENT, WNI, files, today=TODAY, limits=LIMITS)
    assert [problem.code for problem in found] == (["form.picture_too_small"] if small else [])


def test_a_file_of_another_place_is_noticed() -> None:
    files = right_files(RESIDENT)
    files["KTP"] = replace(files["KTP"], slot="SIM")
    (found,) = check_profile(RESIDENT, WNI, files, today=TODAY, limits=LIMITS)
    assert (found.code, found.facts) == ("form.file_other_slot", {"slot": "SIM"})


def test_what_a_reason_asks_for_must_come() -> None:
    found = check_profile(
        RESIDENT, WNI, right_files(RESIDENT), today=TODAY, limits=LIMITS, asked=(FileSlot.KK,)
    )
    assert [(problem.code, problem.field) for problem in found] == [("form.file_missing", "KK")]
    files = right_files(RESIDENT) | {"KK": FileFacts(media_type="application/pdf", size=5)}
    assert check_profile(RESIDENT, WNI, files, today=TODAY, limits=LIMITS, asked=(FileSlot.KK,)) == ()


@for_all(st.dates(date(1930, 1, 1), date(2009, 1, 1)), st.booleans(), st.integers(1, 9999))
def test_a_nik_agrees_with_its_own_day_and_no_other(born: date, woman: bool, serial: int) -> None:
    day = born.day + (40 if woman else 0)
    nik = f"317101{day:02d}{born.month:02d}{born.year % 100:02d}{serial:04d}"
    sex = "P" if woman else "L"
    assert problems(nik=nik, birth_date=born.isoformat(), sex=sex) == []
    other = born + timedelta(days=1)
    assert problems(nik=nik, birth_date=other.isoformat(), sex=sex) == [("nik.other_birth_date", "nik")]
    assert problems(nik=nik, birth_date=born.isoformat(), sex="L" if woman else "P") == [
        ("nik.other_sex", "nik")
    ]
    assert is_birth_date_of(parse_nik(nik), born)
    assert isinstance(parse_nik(nik), Nik)


@for_all(st.dictionaries(st.sampled_from([*WNI, "npwp", "x"]), st.text(max_size=30)))
def test_whatever_is_typed_gets_an_answer(fields: dict[str, str]) -> None:
    found = check_profile(RESIDENT, fields, {}, today=TODAY, limits=LIMITS)
    at = [problem.field for problem in found]
    assert len(at) == len(set(at))
    reading = read_profile(RESIDENT, fields, LIMITS)
    again = read_profile(RESIDENT, reading.values, LIMITS)
    assert dict(again.values) == dict(reading.values)
    # Whatever was right is written again as it is; nothing typed is told back.
    for problem in found:
        assert not [
            fact for fact in problem.facts.values() if fact in {fields.get("nik"), fields.get("npwp")}
        ]


# ---- states


@pytest.mark.parametrize("status", list(ProfileStatus))
@pytest.mark.parametrize("deed", list(ProfileDeed))
def test_every_deed_in_every_state(status: ProfileStatus, deed: ProfileDeed) -> None:
    waiting, send = ProfileStatus.WAITING, ProfileDeed.SEND
    if deed is send and status in {ProfileStatus.NONE, ProfileStatus.NEEDS_FIX, ProfileStatus.REJECTED}:
        assert decide_profile(status, deed) is waiting
    elif deed is not send and status is waiting:
        expected = {"APPROVE": "VERIFIED", "FIX": "NEEDS_FIX", "REJECT": "REJECTED"}[deed]
        assert decide_profile(status, deed) == expected
    else:
        with pytest.raises(Refused) as refused:
            decide_profile(status, deed)
        told = {waiting: "profile.waiting", ProfileStatus.VERIFIED: "profile.already_verified"}
        assert refused.value.refusal.code == (told[status] if deed is send else "profile.not_waiting")


@for_all(st.lists(st.sampled_from(list(ProfileDeed)), max_size=30))
def test_a_profile_is_verified_only_by_an_approval_and_stays_so(deeds: list[ProfileDeed]) -> None:
    status = ProfileStatus.NONE
    for deed in deeds:
        before = status
        try:
            status = decide_profile(status, deed)
        except Refused:
            assert (before, deed) not in PROFILE_MOVES
            continue
        assert (status is ProfileStatus.VERIFIED) == (deed is ProfileDeed.APPROVE)
        assert before is not ProfileStatus.VERIFIED


def test_every_verdict_is_a_deed() -> None:
    assert set(PROFILE_DEED_OF) == set(Verdict)
