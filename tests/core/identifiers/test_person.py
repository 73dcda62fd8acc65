"""NIK and NIP. All numbers here are made up."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inaproc_core.errors import Refused
from inaproc_core.identifiers import Sex, mask, parse_nik, parse_nip

TODAY = date(2026, 10, 1)


def test_a_man_s_nik() -> None:
    nik = parse_nik("3471 1017 0885 0001")
    assert str(nik) == "3471101708850001"
    assert nik.region == "34.71.10"
    assert nik.sex is Sex.MALE
    assert nik.birth_date(TODAY) == date(1985, 8, 17)
    assert nik.masked == "************0001"


def test_a_woman_s_nik_adds_forty_to_the_day() -> None:
    nik = parse_nik("347110-570885-0001")
    assert nik.sex is Sex.FEMALE
    assert nik.birth_date(TODAY) == date(1985, 8, 17)


@pytest.mark.parametrize(
    ("year", "today", "born"),
    [
        ("05", date(2026, 10, 1), date(2005, 8, 17)),
        ("26", date(2026, 8, 17), date(2026, 8, 17)),
        ("26", date(2026, 8, 16), date(1926, 8, 17)),
        ("99", date(2026, 10, 1), date(1999, 8, 17)),
    ],
)
def test_the_century_never_lies_in_the_future(year: str, today: date, born: date) -> None:
    assert parse_nik(f"3471101708{year}0001").birth_date(today) == born


def test_a_leap_day_settles_the_century() -> None:
    assert parse_nik("3471102902000001").birth_date(TODAY) == date(2000, 2, 29)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "nik.empty"),
        (" -. ", "nik.empty"),
        ("34711017088500O1", "nik.not_digits"),
        ("３４７１１０１７０８８５０００１", "nik.not_digits"),
        ("347110170885001", "nik.length"),
        ("34711017088500011", "nik.length"),
        ("1071101708850001", "nik.region"),
        ("3400101708850001", "nik.region"),
        ("3471001708850001", "nik.region"),
        ("3471100008850001", "nik.birth_date"),
        ("3471103208850001", "nik.birth_date"),
        ("3471104008850001", "nik.birth_date"),
        ("3471107208850001", "nik.birth_date"),
        ("3471101713850001", "nik.birth_date"),
        ("3471102902850001", "nik.birth_date"),
        ("3471101708850000", "nik.serial"),
    ],
)
def test_a_faulty_nik_is_refused(text: str, code: str) -> None:
    with pytest.raises(Refused) as caught:
        parse_nik(text, at="applicant.nik")
    assert caught.value.refusal.code == code
    assert caught.value.refusal.field == "applicant.nik"
    assert all(text not in str(fact) for fact in caught.value.refusal.facts.values() if text)


@given(
    st.dates(date(1927, 1, 1), TODAY),
    st.sampled_from(list(Sex)),
    st.integers(1, 9999),
)
def test_a_built_nik_is_read_back(born: date, sex: Sex, serial: int) -> None:
    day = born.day + (40 if sex is Sex.FEMALE else 0)
    nik = parse_nik(f"317305{day:02}{born.month:02}{born.year % 100:02}{serial:04}")
    assert nik.sex is sex
    assert nik.birth_date(TODAY) == born


def test_a_civil_servant_s_nip() -> None:
    nip = parse_nip("19850817 201012 1 003")
    assert str(nip) == "198508172010121003"
    assert nip.birth_date == date(1985, 8, 17)
    assert nip.service_year == 2010
    assert nip.sex is Sex.MALE
    assert not nip.is_pppk
    assert nip.spaced == "19850817 201012 1 003"
    assert nip.masked == "**************1003"


def test_a_pppk_has_21_for_the_month() -> None:
    nip = parse_nip("199001312023212005")
    assert nip.is_pppk
    assert nip.sex is Sex.FEMALE
    assert nip.service_year == 2023


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "nip.empty"),
        ("19850817201012100x", "nip.not_digits"),
        ("19850817201012100", "nip.length"),
        ("198502302010121003", "nip.birth_date"),
        ("198513172010121003", "nip.birth_date"),
        ("198508172010001003", "nip.service_month"),
        ("198508172010131003", "nip.service_month"),
        ("198508172010201003", "nip.service_month"),
        ("198508172010221003", "nip.service_month"),
        ("198508171985121003", "nip.service_before_birth"),
        ("198508172010120003", "nip.sex"),
        ("198508172010123003", "nip.sex"),
        ("198508172010121000", "nip.serial"),
    ],
)
def test_a_faulty_nip_is_refused(text: str, code: str) -> None:
    with pytest.raises(Refused) as caught:
        parse_nip(text)
    assert caught.value.refusal.code == code
    assert caught.value.refusal.field == "nip"


@given(st.text(max_size=25))
def test_any_text_is_read_or_refused(text: str) -> None:
    """Nothing but a refusal comes out of bad input."""
    for parse in (parse_nik, parse_nip):
        try:
            assert str(parse(text)).isdecimal()
        except Refused as refused:
            assert refused.refusal.code


@pytest.mark.parametrize(
    ("text", "head", "tail", "masked"),
    [("1234567890", 0, 4, "******7890"), ("1234567890", 2, 3, "12*****890"), ("123", 2, 4, "123")],
)
def test_mask(text: str, head: int, tail: int, masked: str) -> None:
    assert mask(text, head=head, tail=tail) == masked
