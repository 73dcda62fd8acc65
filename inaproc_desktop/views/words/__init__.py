"""Codes from below, said in words: states, turns, roles, events, deeds, refusals and failures.

One place, so that the same thing is called the same on every screen. The words follow the language in use.
"""

from __future__ import annotations

from inaproc_desktop.views.words.deeds import (
    age_words,
    command_words,
    deed_state_words,
    deed_words,
    made_words,
    standing_pill,
    standing_words,
)
from inaproc_desktop.views.words.events import event_words
from inaproc_desktop.views.words.failures import FailureWords, failure_words, world_sentence
from inaproc_desktop.views.words.orders import order_label, party_label, party_of, state_label, turn_words
from inaproc_desktop.views.words.people import access_words, role_label
from inaproc_desktop.views.words.sentences import outcome_sentence, refusal_sentence, sentence

__all__ = [
    "FailureWords",
    "access_words",
    "age_words",
    "command_words",
    "deed_state_words",
    "deed_words",
    "event_words",
    "failure_words",
    "made_words",
    "order_label",
    "outcome_sentence",
    "party_label",
    "party_of",
    "refusal_sentence",
    "role_label",
    "sentence",
    "standing_pill",
    "standing_words",
    "state_label",
    "turn_words",
    "world_sentence",
]
