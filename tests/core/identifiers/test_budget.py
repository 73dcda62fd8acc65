"""Kode RUP and MAK, also against the real extracts when they lie beside the project."""

from __future__ import annotations

import csv
import gzip
from pathlib import Path

import pytest

from inaproc_core.errors import Refused
from inaproc_core.identifiers import Mak, RupCode, parse_maks, parse_rup_code, parse_rup_codes

DATA = Path(__file__).parents[4] / "shared" / "data"


def test_a_rup_code_keeps_its_zeros() -> None:
    assert parse_rup_code(" 00384660 ") == RupCode("00384660")


def test_several_rup_codes() -> None:
    assert parse_rup_codes("53605662; 53605663;53605662") == (RupCode("53605662"), RupCode("53605663"))
    assert parse_rup_codes("53605662;") == (RupCode("53605662"),)


@pytest.mark.parametrize(
    ("text", "code", "field"),
    [
        ("", "rup_code.empty", "rup"),
        ("12345", "rup_code.length", "rup"),
        ("12345678901", "rup_code.length", "rup"),
        ("5360566X", "rup_code.not_digits", "rup"),
        ("00000000", "rup_code.zero", "rup"),
        ("53605662;123", "rup_code.length", "rup.1"),
    ],
)
def test_a_faulty_rup_code_is_refused(text: str, code: str, field: str) -> None:
    with pytest.raises(Refused) as caught:
        parse_rup_codes(text, at="rup")
    assert (caught.value.refusal.code, caught.value.refusal.field) == (code, field)


def test_a_mak_of_the_state_budget_names_its_account() -> None:
    (mak,) = parse_maks("WA.6621.EBA.994.002.0A.521111")
    assert mak.is_apbn
    assert mak.account == "521111"


def test_a_mak_of_a_region() -> None:
    (mak,) = parse_maks("2.07.03.2.01.0001.5.1.02.02.12.0001.")
    assert mak == Mak("2.07.03.2.01.0001.5.1.02.02.12.0001")
    assert not mak.is_apbn
    assert mak.account == ""


def test_several_maks_and_loose_ends() -> None:
    first, second = "1.02.01.1.10.0001.5", "1.02.01.1.10.0002.5"
    assert parse_maks(f"{first}., {second}; {first}, ") == (Mak(first), Mak(second))


@pytest.mark.parametrize(
    ("text", "code"),
    [("", "mak.empty"), (" ; , .", "mak.empty"), ("belanja modal", "mak.form"), ("5.1.02", "mak.form")],
)
def test_a_faulty_mak_is_refused(text: str, code: str) -> None:
    with pytest.raises(Refused) as caught:
        parse_maks(text)
    assert caught.value.refusal.code == code


@pytest.mark.skipif(not (DATA / "rup_budget_lines.csv.gz").exists(), reason="real extracts not beside us")
def test_real_codes_are_read() -> None:
    with gzip.open(DATA / "rup_budget_lines.csv.gz", "rt", encoding="utf-8") as file:
        seen = {(row["kd_rup"], row["mak"].strip()) for row in csv.DictReader(file)}
    assert seen
    codes = {code for code, _ in seen}
    assert [str(parse_rup_code(code)) for code in codes] == list(codes)
    refused = []
    for text in {mak for _, mak in seen if mak}:
        try:
            parse_maks(text)
        except Refused:
            refused.append(text)
    assert refused == []
