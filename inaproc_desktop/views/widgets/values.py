"""Plain values that widgets show. No toolkit: tests and presenters' rows are made of these and of text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal


class Tone(StrEnum):
    """A state's colour and shape. BAD is for harm only; ACCENT marks what is active or mine to do."""

    OK = "ok"
    WARN = "warn"
    BAD = "bad"
    ACCENT = "accent"
    NEUTRAL = "neutral"


@dataclass(frozen=True)
class PillText:
    """A state in a word, with the tone it is shown in."""

    text: str
    tone: Tone = Tone.NEUTRAL


@dataclass(frozen=True)
class Option:
    """One choice of a list: what is stored, what is read, and a second line that tells alike ones apart."""

    id: str
    text: str
    detail: str = ""


@dataclass(frozen=True)
class EmptyText:
    """What an empty list says: what is missing, what to do next, and the button that does it."""

    title: str
    text: str = ""
    action: str = ""


SummaryKind = Literal["line", "muted", "strong", "total"]


@dataclass(frozen=True)
class SummaryRow:
    """One line of a money summary; a ``total`` stands under a rule."""

    label: str
    value: str
    kind: SummaryKind = "line"


@dataclass(frozen=True)
class Segment:
    """A part of a bar: its word, its amount in any unit, its tone."""

    text: str
    amount: int
    tone: Tone = Tone.ACCENT


class StepState(StrEnum):
    """Where a step of a journey stands."""

    DONE = "done"
    CURRENT = "current"
    AHEAD = "ahead"
    FAILED = "failed"


@dataclass(frozen=True)
class Step:
    """A step of a journey."""

    text: str
    state: StepState = StepState.AHEAD


@dataclass(frozen=True)
class TimelineEvent:
    """Something that happened: what, who, when (as text), and more if there is more to say."""

    what: str
    who: str = ""
    when: str = ""
    detail: str = ""
    tone: Tone = Tone.NEUTRAL


@dataclass(frozen=True)
class ChecklistItem:
    """Something still missing; ``id`` names the field that the link leads to."""

    id: str
    text: str
    detail: str = ""


@dataclass(frozen=True)
class Section:
    """A section of a long page: how many inputs are missing in it, or whether it is complete."""

    id: str
    text: str
    missing: int = 0
    done: bool = False
