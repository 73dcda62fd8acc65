"""Codes that travel as facts of refusals have words in both languages, and so have codes made at run time."""

from __future__ import annotations

import json

import pytest

import resources
from inaproc_core.registration.vocabulary import FileSlot, ProfileStatus, RequestStatus, Verifier
from inaproc_core.sentences import LANGUAGES

_WORDS = (
    *(f"PROFILE_{status.value}" for status in ProfileStatus),
    *(f"REQUEST_{status.value}" for status in RequestStatus),
    *(f"VERIFIER_{verifier.value}" for verifier in Verifier),
    *(slot.value for slot in FileSlot),
    *("lower", "upper", "digit", "special", "PICTURE", "PAPER"),
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_and_codes_are_said(language: str) -> None:
    path = resources.path("messages", f"refusals.{language}.json")
    said = json.loads(path.read_text(encoding="utf-8"))
    wanted = [f"word.{word}" for word in _WORDS]
    wanted += ["access_request.until_beyond_letter", "access_request.until_beyond_year"]
    assert [code for code in wanted if code not in said] == []
