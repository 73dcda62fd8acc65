"""What went wrong outside the program, in words: what happened, and what to do."""

from __future__ import annotations

from dataclasses import dataclass

from inaproc_core.errors import Refused
from inaproc_desktop.ports.data import BackendRefused, WorldFailed
from inaproc_desktop.ports.world import VersionMismatch
from inaproc_desktop.views.words.sentences import refusal_sentence, sentence


@dataclass(frozen=True, kw_only=True)
class FailureWords:
    """An error as it is shown.

    Attributes:
        happened: one or two sentences: what happened, what to do.
        detail: technical text for the folded part, may be empty.
        refused: a rule or the backend said no; false when the world failed.
    """

    happened: str
    detail: str = ""
    refused: bool = False


def world_sentence(code: str) -> str:
    """Return the sentence of a ``world.…`` code; a general one when the code is unknown."""
    return sentence(code) or sentence("world.unknown")


def failure_words(error: Exception) -> FailureWords | None:
    """Return how an error is shown; ``None`` for one of our own bugs, which the exception hook takes."""
    if isinstance(error, Refused):
        return FailureWords(happened=refusal_sentence(error.refusal), refused=True)
    if isinstance(error, BackendRefused):
        said = sentence(error.refusal.code, error.refusal.facts) or error.sentence
        return FailureWords(
            happened=said or error.refusal.code,
            detail=f"{error.refusal.code} (HTTP {error.status})" if error.status else error.refusal.code,
            refused=True,
        )
    if isinstance(error, VersionMismatch):
        return FailureWords(happened=refusal_sentence(error.refusal), detail=str(error))
    if isinstance(error, WorldFailed):
        return FailureWords(happened=world_sentence(error.code), detail=str(error))
    return None
