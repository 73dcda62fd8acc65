"""Sentences for codes, from the shipped tables ``resources/messages/*.json``."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache

import resources
from inaproc_core.errors import Fact, Refusal
from inaproc_core.sentences import render
from inaproc_core.wire.messages import Outcome
from inaproc_desktop.views import format as fmt

_TABLES = ("refusals", "desktop")
"""``refusals``: what the rules and the backend say no with; ``desktop``: what only this program says."""


@cache
def _templates(language: str) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for table in _TABLES:
        place = resources.path("messages", f"{table}.{language}.json")
        found.update(json.loads(place.read_text(encoding="utf-8")))
    return found


def sentence(code: str, facts: Mapping[str, Fact] | None = None) -> str:
    """Return the sentence of a code in the language in use; empty when no table knows the code."""
    language = fmt.language()
    templates = _templates(language)
    template = templates.get(code, "")
    return render(template, facts or {}, language, templates) if template else ""


def refusal_sentence(refusal: Refusal) -> str:
    """Return what is wrong and what to do; the bare code when no table knows it."""
    return sentence(refusal.code, refusal.facts) or refusal.code


def outcome_sentence(outcome: Outcome) -> str:
    """Return why the backend answered as it did: in our language, else in the words it sent."""
    return sentence(outcome.code, outcome.facts) or outcome.sentence or outcome.code
