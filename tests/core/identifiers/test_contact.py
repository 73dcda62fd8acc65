"""Telephone numbers in E.164 form. Numbers are made up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inaproc_core.errors import Refused
from inaproc_core.identifiers import parse_phone


@pytest.mark.parametrize(
    "text",
    [
        "081200000678",
        "81200000678",
        "6281200000678",
        "+6281200000678",
        "+62 812-0000-0678",
        "(+62) 812 0000 0678",
        "+62 0812 0000 0678",
        "006281200000678",
        "0812.0000.0678",
    ],
)
def test_all_ways_of_writing_one_number(text: str) -> None:
    phone = parse_phone(text, mobile_only=True)
    assert str(phone) == "+6281200000678"
    assert phone.is_mobile
    assert phone.national == "081200000678"
    assert phone.masked == "+62812*****678"


@pytest.mark.parametrize(
    ("text", "e164"),
    [("021-5550123", "+62215550123"), ("(0274) 555012", "+62274555012"), ("0622 55501", "+6262255501")],
)
def test_fixed_lines(text: str, e164: str) -> None:
    phone = parse_phone(text)
    assert str(phone) == e164
    assert not phone.is_mobile


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "phone.empty"),
        ("+", "phone.empty"),
        ("0812-ABCD-0678", "phone.not_digits"),
        ("+65 8123 4567", "phone.not_indonesian"),
        ("0065 8123 4567", "phone.not_indonesian"),
        ("0812", "phone.length"),
        ("08120000", "phone.length"),
        ("08120000067890", "phone.length"),
        ("0100000000", "phone.length"),
        ("+62", "phone.length"),
    ],
)
def test_a_faulty_number_is_refused(text: str, code: str) -> None:
    with pytest.raises(Refused) as caught:
        parse_phone(text, at="applicant.phone")
    assert (caught.value.refusal.code, caught.value.refusal.field) == (code, "applicant.phone")


def test_a_fixed_line_gets_no_sms() -> None:
    with pytest.raises(Refused) as caught:
        parse_phone("021-5550123", mobile_only=True)
    assert caught.value.refusal.code == "phone.not_mobile"


@pytest.mark.parametrize("more", range(7, 12))
def test_shortest_to_longest_mobile_number(more: int) -> None:
    text = "+628" + "1" * more
    assert str(parse_phone(text, mobile_only=True)) == text


@pytest.mark.parametrize("more", [6, 12])
def test_beyond_the_lengths_of_mobile_numbers(more: int) -> None:
    with pytest.raises(Refused) as caught:
        parse_phone("+628" + "1" * more)
    assert caught.value.refusal.code == "phone.length"


@given(st.text(max_size=25))
def test_reading_is_idempotent_or_refused(text: str) -> None:
    try:
        phone = parse_phone(text)
    except Refused as refused:
        assert refused.refusal.code.startswith("phone.")
    else:
        assert parse_phone(str(phone)) == phone
        assert parse_phone(phone.national) == phone
