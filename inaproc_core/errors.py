"""How a rule says no: a stable code and the facts behind it, never a sentence.

The sentence is made at the edge (the view, or the HTTP layer), in the reader's language.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NoReturn

Fact = str | int


@dataclass(frozen=True, kw_only=True)
class Refusal:
    """One refusal.

    Attributes:
        code: stable, dotted, lower case: ``checkout.over_threshold``. Wire format; never renamed.
        facts: what the sentence needs: amounts in rupiah, names, dates in ISO form.
        field: the input that is at fault (``lines.2.offer_price``), empty when it is not one field.
    """

    code: str
    facts: Mapping[str, Fact] = field(default_factory=dict)
    field: str = ""


class Refused(Exception):  # noqa: N818 - a refusal is an answer, not a fault of the program
    """Carries a refusal out of a deep check; ``decide`` returns it as a value."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(f"{refusal.code} {dict(refusal.facts)} {refusal.field}".strip())
        self.refusal = refusal


def refuse(code: str, *, at: str = "", **facts: Fact) -> NoReturn:
    """Raise a refusal with this code, these facts and the field ``at`` that is at fault.

    Raises:
        Refused: always.
    """
    raise Refused(Refusal(code=code, facts=facts, field=at))
