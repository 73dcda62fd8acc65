"""NPWP, NITKU, NIB, bank accounts. Numbers are made up unless a test says otherwise."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inaproc_core.errors import Refused
from inaproc_core.identifiers import (
    Npwp,
    parse_bank_account,
    parse_nib,
    parse_nitku,
    parse_npwp,
)


def code_of(error: pytest.ExceptionInfo[Refused]) -> str:
    return error.value.refusal.code


def test_old_and_new_forms_of_one_npwp_are_equal() -> None:
    old = parse_npwp("01.234.567.4-901.000")
    assert old == parse_npwp("0012 3456 7490 1000") == Npwp("0012345674901000")
    assert old.is_old_form
    assert old.printed == "01.234.567.4-901.000"
    assert old.masked == "************1000"


def test_a_new_npwp_is_printed_in_groups() -> None:
    npwp = parse_npwp("1000000012345678")
    assert not npwp.is_old_form
    assert npwp.printed == "1000 0000 1234 5678"
    assert npwp.check_digit_agrees is None


@given(st.integers(1, 10**8 - 1), st.integers(0, 999_999))
def test_exactly_one_check_digit_agrees(eight: int, rest: int) -> None:
    agreeing = [digit for digit in range(10) if parse_npwp(f"{eight:08}{digit}{rest:06}").check_digit_agrees]
    assert len(agreeing) == 1


@given(st.integers(10**14, 10**15 - 1), st.integers(0, 8))
def test_one_mistyped_digit_breaks_the_check(number: int, place: int) -> None:
    text = str(number)
    good = next(
        candidate
        for candidate in (text[:8] + str(digit) + text[9:] for digit in range(10))
        if parse_npwp(candidate).check_digit_agrees
    )
    wrong = good[:place] + str((int(good[place]) + 1) % 10) + good[place + 1 :]
    assert parse_npwp(wrong).check_digit_agrees is False


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "npwp.empty"),
        ("01.234.567.4-901.00X", "npwp.not_digits"),
        ("01.234.567.4-901.00", "npwp.length"),
        ("12345678901234567", "npwp.length"),
        ("000000000000000", "npwp.zero"),
    ],
)
def test_a_faulty_npwp_is_refused(text: str, code: str) -> None:
    with pytest.raises(Refused) as caught:
        parse_npwp(text)
    assert code_of(caught) == code


def test_a_wrong_length_says_what_is_right() -> None:
    with pytest.raises(Refused) as caught:
        parse_npwp("123")
    assert caught.value.refusal.facts == {"expected": "15–16", "got": 3}


def test_a_nitku_holds_the_npwp_of_the_branch() -> None:
    head = parse_nitku("0012345674901000 000000")
    branch = parse_nitku("0012345674901000000012")
    assert head.is_head_office
    assert not branch.is_head_office
    assert head.npwp == branch.npwp == parse_npwp("01.234.567.4-901.000")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "nitku.empty"),
        ("0012345674901000", "nitku.length"),
        ("001234567490100000000a", "nitku.not_digits"),
        ("0" * 22, "nitku.zero"),
    ],
)
def test_a_faulty_nitku_is_refused(text: str, code: str) -> None:
    with pytest.raises(Refused) as caught:
        parse_nitku(text)
    assert code_of(caught) == code


def test_a_nib() -> None:
    nib = parse_nib("0220 1001 2345 6")
    assert str(nib) == "0220100123456"
    assert nib.masked == "*********3456"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "nib.empty"),
        ("022010012345", "nib.length"),
        ("02201001234567", "nib.length"),
        ("022010012345B", "nib.not_digits"),
        ("0" * 13, "nib.zero"),
    ],
)
def test_a_faulty_nib_is_refused(text: str, code: str) -> None:
    with pytest.raises(Refused) as caught:
        parse_nib(text)
    assert code_of(caught) == code


def test_a_bank_account_is_tidied() -> None:
    account = parse_bank_account("002", "0123-01-000123-30-5", "  CV  Contoh Simulasi ")
    assert (account.bank_code, account.number, account.holder) == (
        "002",
        "012301000123305",
        "CV Contoh Simulasi",
    )
    assert account.masked_number == "***********3305"
    assert account.is_held_by("cv contoh   simulasi")
    assert not account.is_held_by("cv contoh")


@pytest.mark.parametrize(
    ("bank", "number", "holder", "code", "field"),
    [
        ("2", "12345678", "Contoh", "bank_code.length", "pay.bank_code"),
        ("", "12345678", "Contoh", "bank_code.empty", "pay.bank_code"),
        ("BRI", "12345678", "Contoh", "bank_code.not_digits", "pay.bank_code"),
        ("002", "1234567", "Contoh", "account_number.length", "pay.number"),
        ("002", "1" * 21, "Contoh", "account_number.length", "pay.number"),
        ("002", "00000000", "Contoh", "account_number.zero", "pay.number"),
        ("002", "1234567a", "Contoh", "account_number.not_digits", "pay.number"),
        ("002", "12345678", "  X ", "account_holder.too_short", "pay.holder"),
    ],
)
def test_a_faulty_account_is_refused(bank: str, number: str, holder: str, code: str, field: str) -> None:
    with pytest.raises(Refused) as caught:
        parse_bank_account(bank, number, holder, at="pay")
    assert (caught.value.refusal.code, caught.value.refusal.field) == (code, field)


@given(st.text(max_size=30))
def test_any_text_is_read_or_refused(text: str) -> None:
    for parse in (parse_npwp, parse_nitku, parse_nib):
        try:
            assert str(parse(text)).isdecimal()
        except Refused as refused:
            assert refused.refusal.code
