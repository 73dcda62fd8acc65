"""Every refusal is a sentence in both languages: what is wrong, with the amounts, and what to do."""

from __future__ import annotations

import json
import re

import pytest

import resources
from inaproc_backend.messaging.notices import load_notices
from inaproc_backend.services import load_sentences
from inaproc_core.orders.commands import Command
from inaproc_core.orders.states import State
from inaproc_core.roles import Role
from inaproc_core.sentences import LANGUAGES, Sentences, render
from tests.backend.refusal_codes import all_uses, uses_in

_PLACE = re.compile(r"\{([a-z0-9_]+)(?::([a-z]+))?\}")
_SPECS = {None, "rp", "qty", "date", "moment", "wait", "size", "word", "words"}


def _templates(language: str, table: str = "refusals") -> dict[str, str]:
    path = resources.path("messages", f"{table}.{language}.json")
    found: dict[str, str] = json.loads(path.read_text(encoding="utf-8"))
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_in_the_source_has_a_sentence(language: str) -> None:
    # Codes of notices are words of messages that go out; they have a file of their own.
    told = {*_templates(language), *_templates(language, "desktop"), *load_notices(language)}
    missing = {use.code: use.place for use in all_uses() if use.code not in told}
    assert not missing


def test_the_scan_finds_codes_wherever_they_stand() -> None:
    source = """
refuse("a_b.c", at="x", total=1)
raise Refused(Refusal(code="d.e", facts={"f": 1}))
code = "session.g" if x else "session.h"
read_digits(t, name="nik", at="", lengths=())
"""
    found = {(use.code, use.facts) for use in uses_in(source, "inaproc_backend/x.py")}
    assert {("a_b.c", frozenset({"total"})), ("d.e", frozenset({"f"}))} <= found
    assert {code for code, _ in found} >= {"session.g", "session.h", "nik.empty", "nik.length"}
    assert len({use.code for use in all_uses()}) > 150


@pytest.mark.parametrize("language", LANGUAGES)
def test_nobody_has_to_count_bytes(language: str) -> None:
    counted = re.compile(r"\}\s*(bytes?|bita|[KMk]B)\b")
    told = _templates(language) | _templates(language, "desktop")
    assert not {code: template for code, template in told.items() if counted.search(template)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_only_ask_for_facts_that_are_given(language: str) -> None:
    templates = _templates(language)
    wrong = []
    for use in all_uses():
        template = templates.get(use.code)
        if template is None or use.facts is None:
            continue
        asked = {place[0] for place in _PLACE.findall(template)}
        if not asked <= use.facts:
            wrong.append(f"{use.place} {use.code}: {sorted(asked - use.facts)} are not given")
    assert not wrong


def test_both_languages_say_the_same_with_the_same_facts() -> None:
    indonesian, english = _templates("id"), _templates("en")
    assert indonesian.keys() == english.keys()
    for code, template in indonesian.items():
        assert set(_PLACE.findall(template)) == set(_PLACE.findall(english[code])), code


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_are_whole_and_say_what_to_do(language: str) -> None:
    for code, template in _templates(language).items():
        assert {spec or None for _, spec in _PLACE.findall(template)} <= _SPECS, code
        if code.startswith("word."):
            assert template and not template.endswith(".")
            continue
        assert template.endswith("."), code
        assert len(re.findall(r"[.;,:](?= |$)", template)) >= 2, f"{code}: what is wrong, and what to do"
        assert 30 <= len(template) <= 260, (code, len(template))


@pytest.mark.parametrize("language", LANGUAGES)
def test_states_roles_and_commands_have_words(language: str) -> None:
    templates = _templates(language)
    names = [*State, *Role, *(command.__name__ for command in Command.__args__)]
    assert [name for name in names if f"word.{name}" not in templates] == []


def test_amounts_dates_quantities_and_words_are_written_out() -> None:
    said = load_sentences("id")
    assert said.of(
        "checkout.over_threshold", {"total": 200_000_001, "limit": 200_000_000, "difference": 1}
    ).startswith("Total Rp200.000.001 melebihi batas Pejabat Pengadaan Rp200.000.000 sebesar Rp1.")
    assert "Setuju harga hanya dapat dilakukan oleh Penyedia" in said.of(
        "order.wrong_role", {"command": "AgreePrices", "allowed": "PENYEDIA", "role": "PP"}
    )
    assert "untuk barang baris 3 harus di bawah Rp1.500" in said.of(
        "offer.not_lower", {"item": "line:3", "price": 1_500, "ceiling": 1_500}
    )
    assert load_sentences("en").of("session.too_many_attempts", {"wait_seconds": 125}) == (
        "Too many wrong attempts. Try again in 2 min 5 s, or choose the forgotten password."
    )


@pytest.mark.parametrize(
    ("template", "facts", "language", "expected"),
    [
        ("{x:qty}", {"x": 150}, "id", "1,5"),
        ("{x:qty}", {"x": 125_000_05}, "en", "125,000.05"),
        ("{x:qty}", {"x": 2_000}, "id", "20"),
        ("{x:qty}", {"x": -50}, "id", "-0,5"),
        ("{x:rp}", {"x": -1_000}, "id", "-Rp1.000"),
        ("{x:date}", {"x": "2026-08-17"}, "id", "17 Agu 2026"),
        ("{x:date}", {"x": "2026-08-17"}, "en", "17 Aug 2026"),
        ("{x:date}", {"x": "besok"}, "id", "besok"),
        ("{x:moment}", {"x": "2026-11-25T23:59:59+07:00"}, "id", "25 Nov 2026 23.59 WIB"),
        ("{x:moment}", {"x": "2026-11-25T23:59:59+09:00"}, "id", "25 Nov 2026 23.59 WIT"),
        ("{x:moment}", {"x": ""}, "id", "…"),
        ("{x:wait}", {"x": 59}, "id", "59 detik"),
        ("{x:wait}", {"x": 0}, "id", "1 detik"),
        ("{x:size}", {"x": 2 * 1024 * 1024}, "id", "2 MB"),
        ("{x:size}", {"x": 2 * 1024 * 1024 + 1}, "id", "2,01 MB"),
        ("{x:size}", {"x": 1536}, "en", "1,5 KB"),
        ("{x:word}", {"x": "ZZZ"}, "id", "ZZZ"),
        ("{x} {y}", {"x": 3}, "id", "3 …"),
        ("{x:rp}", {"x": "tiga"}, "id", "tiga"),
    ],
)
def test_render(template: str, facts: dict[str, str | int], language: str, expected: str) -> None:
    assert render(template, facts, language) == expected


def test_an_unknown_code_is_shown_as_it_is() -> None:
    assert Sentences({}, "id").of("no.such", {}) == "no.such"
