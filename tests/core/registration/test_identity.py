"""Stage 1: name, username, email, phone, password."""

from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inaproc_core.errors import Refused
from inaproc_core.registration.identity import (
    check_email,
    check_full_name,
    check_password,
    check_repeated,
    check_username,
    lookalike_domain,
    password_lacks,
    phone_for_code,
    problem_of,
)
from tests.core.registration.samples import LIMITS, RULES

_ASCII = string.ascii_letters + string.digits + "._-@ +!"


def code_of(check: object) -> str:
    found = problem_of(check)  # type: ignore[arg-type]
    return found.code if found else ""


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("  Simulasi   Satu ", "Simulasi Satu"),
        ("O\u2019Contoh", "O'Contoh"),
        ("Contoh, S.", "Contoh, S."),
        ("A / B", "A / B"),
        ("Ab", "Ab"),
        ("E\u0301mile", "Émile"),
        ("x" * 100, "x" * 100),
    ],
)
def test_names_are_tidied(typed: str, expected: str) -> None:
    assert check_full_name(typed, LIMITS) == expected


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "name.empty"),
        ("   ", "name.empty"),
        ("A", "name.length"),
        ("x" * 101, "name.length"),
        ("Contoh 2", "name.characters"),
        ("Contoh_Dua", "name.characters"),
        (". - '", "name.characters"),
        ("Сontoh", "name.characters"),  # a Cyrillic capital Es
        ("Con\u202etoh", "name.characters"),
    ],
)
def test_names_that_are_none(typed: str, code: str) -> None:
    assert code_of(lambda: check_full_name(typed, LIMITS)) == code


@pytest.mark.parametrize(
    "typed", ["contoh.satu", " Contoh_1 ", "abcdef", "a" * 30, "ratna.pandu", "jappa.jaya", "c0ntoh"]
)
def test_usernames(typed: str) -> None:
    assert check_username(typed, RULES) == typed.strip().lower()


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "username.empty"),
        ("abcde", "username.length"),
        ("a" * 31, "username.length"),
        ("1contoh", "username.start"),
        (".contoh", "username.start"),
        ("contoh..satu", "username.separators"),
        ("contoh._satu", "username.separators"),
        ("contoh satu", "username.characters"),
        ("contoh-satu", "username.characters"),
        ("contöh", "username.characters"),
        ("contoh@x.id", "username.is_email"),
        ("a3171015203900001", "username.is_nik"),
        ("contoh.ppk", "username.reserved"),
        ("contohppk", "username.reserved"),
        ("PPK_Contoh", "username.reserved"),
        ("contoh.pp", "username.reserved"),
        ("pp2.contoh", "username.reserved"),
        ("bendaharaku", "username.reserved"),
        ("contoh.pokja3", "username.reserved"),
        ("superadmin", "username.reserved"),
        ("contoh_vai", "username.reserved"),
        ("verifikator1", "username.reserved"),
        ("penyedia.contoh", "username.reserved"),
    ],
)
def test_usernames_that_are_none(typed: str, code: str) -> None:
    assert code_of(lambda: check_username(typed, RULES)) == code


@given(st.text(alphabet=string.printable, max_size=40))
def test_a_username_is_in_its_normal_form(typed: str) -> None:
    try:
        name = check_username(typed, RULES)
    except Refused as refused:
        assert refused.refusal.field == "username"
        return
    assert check_username(name, RULES) == name == name.lower()
    assert LIMITS.username_min <= len(name) <= LIMITS.username_max
    assert set(name) <= set(string.ascii_lowercase + string.digits + "._")
    assert name[0].isalpha() and not any(two in name for two in ("..", "__", "._", "_."))


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        (" Nama.Contoh@Contoh.GO.ID ", "nama.contoh@contoh.go.id"),
        ("a+b@x-y.co", "a+b@x-y.co"),
        ("a@b.museum", "a@b.museum"),
        (f"{'a' * 64}@contoh.id", f"{'a' * 64}@contoh.id"),
    ],
)
def test_emails(typed: str, expected: str) -> None:
    assert check_email(typed, LIMITS) == expected


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "email.empty"),
        ("contoh", "email.form"),
        ("@contoh.id", "email.form"),
        ("contoh@", "email.form"),
        ("a@b@contoh.id", "email.form"),
        ("ä@contoh.id", "email.not_ascii"),
        ("a@cöntoh.id", "email.not_ascii"),
        (".a@contoh.id", "email.local"),
        ("a..b@contoh.id", "email.local"),
        ("a b@contoh.id", "email.local"),
        ('"a b"@contoh.id', "email.local"),
        ("a\r\nbcc:x@contoh.id", "email.local"),
        (f"{'a' * 65}@contoh.id", "email.local"),
        ("a@contoh", "email.domain"),
        ("a@contoh..id", "email.domain"),
        ("a@-contoh.id", "email.domain"),
        ("a@contoh-.id", "email.domain"),
        ("a@contoh.i", "email.domain"),
        ("a@[127.0.0.1]", "email.domain"),
        ("a@127.0.0.1", "email.domain"),
        (f"a@{'b' * 64}.id", "email.domain"),
        (f"a@{'b.' * 130}id", "email.length"),
    ],
)
def test_emails_that_are_none(typed: str, code: str) -> None:
    assert code_of(lambda: check_email(typed, LIMITS)) == code


@given(st.text(alphabet=_ASCII, max_size=80))
def test_an_email_is_in_its_normal_form(typed: str) -> None:
    try:
        email = check_email(typed, LIMITS)
    except Refused as refused:
        assert refused.refusal.field == "email"
        return
    assert check_email(email.upper(), LIMITS) == email
    assert email.count("@") == 1 and " " not in email and len(email) <= LIMITS.email_max


@pytest.mark.parametrize(
    ("domain", "meant"),
    [
        ("gmial.com", "gmail.com"),
        ("gmail.con", "gmail.com"),
        ("gmail.co", "gmail.com"),
        ("gmai.com", "gmail.com"),
        ("gmaill.com", "gmail.com"),
        ("yaho.com", "yahoo.com"),
        ("yahoo.co.di", "yahoo.co.id"),
        ("hotmial.com", "hotmail.com"),
        ("outlok.com", "outlook.com"),
        ("gmail.com", ""),
        ("GMAIL.COM", ""),
        ("ymail.com", ""),
        ("mail.com", ""),
        ("contoh.go.id", ""),
        ("lkpp.go.id", ""),
        ("kemenkeu.go.id", ""),
        ("", ""),
    ],
)
def test_slips_in_well_known_domains(domain: str, meant: str) -> None:
    assert lookalike_domain(f"nama@{domain}", RULES) == meant


@pytest.mark.parametrize("typed", ["0812345678", "812345678", "628123456789", "+62 812-3456-7890"])
def test_phones(typed: str) -> None:
    assert phone_for_code(typed, LIMITS).text.startswith("+628")


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "phone.empty"),
        ("081234567", "phone.length"),  # eight digits after the country code
        ("8123456789012", "phone.length"),
        ("0213456789", "phone.not_mobile"),
        ("+6591234567", "phone.not_indonesian"),
        ("08x2345678", "phone.not_digits"),
    ],
)
def test_phones_no_code_can_reach(typed: str, code: str) -> None:
    assert code_of(lambda: phone_for_code(typed, LIMITS)) == code


@given(
    st.from_regex(r"8[0-9]{8,11}", fullmatch=True), st.sampled_from(["", "0", "62", "+62", "0062", "+62 "])
)
def test_a_phone_is_one_number_however_it_is_written(national: str, prefix: str) -> None:
    assert phone_for_code(prefix + national, LIMITS).text == "+62" + national


GOOD = "Sawah-Hijau-77"


def password_code(password: str, *, breached: bool = False) -> str:
    return code_of(
        lambda: check_password(
            password,
            username="contoh.satu",
            email="nama@contoh.id",
            limits=LIMITS,
            is_breached=lambda text: breached,
        )
    )


@pytest.mark.parametrize(
    ("password", "code"),
    [
        (GOOD, ""),
        ("aB3 5678", ""),
        ("", "password.empty"),
        ("aB3-567", "password.too_short"),
        ("aB3-" + "x" * 125, "password.too_long"),
        ("sawah-hijau-77", "password.classes"),
        ("SAWAH-HIJAU-77", "password.classes"),
        ("Sawah-Hijau-xx", "password.classes"),
        ("SawahHijau77", "password.classes"),
        ("7-CONTOH.satu", "password.holds_username"),
        ("7-Xx-NAMA-yy", "password.holds_email"),
    ],
)
def test_passwords(password: str, code: str) -> None:
    assert password_code(password) == code


def test_leaked_passwords_are_asked_about_last() -> None:
    assert password_code(GOOD, breached=True) == "password.breached"
    assert password_code("short", breached=True) == "password.too_short"


def test_short_words_of_the_account_are_in_many_passwords() -> None:
    check_password(
        "Xabc-12345", username="abc", email="ab@c.id", limits=LIMITS, is_breached=lambda text: False
    )


def test_the_meter_tells_what_is_missing() -> None:
    assert password_lacks("", LIMITS) == ("length", "lower", "upper", "digit", "special")
    assert password_lacks("abcdefgh", LIMITS) == ("upper", "digit", "special")
    assert password_lacks(GOOD, LIMITS) == ()
    assert check_repeated(GOOD, GOOD) is None
    again = check_repeated(GOOD, "x")
    assert again is not None and again.code == "password.not_repeated"


@given(st.text(max_size=40))
def test_meter_and_check_agree(password: str) -> None:
    code = code_of(
        lambda: check_password(password, username="", email="", limits=LIMITS, is_breached=lambda text: False)
    )
    assert (code == "") == (not password_lacks(password, LIMITS))
