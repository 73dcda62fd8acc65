"""From a refusal's code and facts to the sentence a person reads.

The templates are data (``resources/messages/refusals.<language>.json``), read by the two edges that speak:
the backend's HTTP layer and the desktop's views. Nothing below an edge makes sentences.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime, timedelta

from inaproc_core.errors import Fact
from inaproc_core.sizes import size_words
from inaproc_core.values import QUANTITY_SCALE

_PLACE = re.compile(r"\{([a-z0-9_]+)(?::([a-z]+))?\}")
_UNKNOWN = "…"
_WORD = "word."

_MONTHS = {
    "id": ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"),
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
}
_ZONES = {timedelta(hours=7): "WIB", timedelta(hours=8): "WITA", timedelta(hours=9): "WIT"}
_DECIMAL = {"id": ",", "en": "."}
_GROUP = {"id": ".", "en": ","}
_OR = {"id": " atau ", "en": " or "}

LANGUAGES = ("id", "en")


class Sentences:
    """The sentences of one language."""

    def __init__(self, templates: Mapping[str, str], language: str) -> None:
        """Keep templates by code; entries that begin with ``word.`` are words for codes in facts.

        Args:
            templates: code to template, as in the packaged file.
            language: ``id`` or ``en``.
        """
        self.language = language
        self._templates = templates

    def of(self, code: str, facts: Mapping[str, Fact]) -> str:
        """Return the sentence of a code; the code itself where no sentence was written."""
        template = self._templates.get(code)
        return render(template, facts, self.language, self._templates) if template is not None else code


def render(
    template: str, facts: Mapping[str, Fact], language: str = "id", words: Mapping[str, str] | None = None
) -> str:
    """Fill a template.

    Args:
        template: text with places such as ``{total:rp}``. After the colon: ``rp`` rupiah, ``qty`` hundredths
            as a decimal, ``date`` an ISO day or moment as a day, ``moment`` the same with hour and zone,
            ``wait`` seconds as minutes and seconds, ``size`` bytes as ``1,9 MB``, ``word`` a code put into
            words, ``words`` several codes (``PP|PPK``) joined by "or"; nothing: as it is.
        facts: values by name. A name that is missing becomes "…", so that a sentence never fails.
        language: ``id`` or ``en``.
        words: ``word.<code>`` to the word; a fact ``line:3`` takes ``word.line`` with ``{no}``.
    """
    known = words or {}

    def fill(place: re.Match[str]) -> str:
        value = facts.get(place[1])
        return _UNKNOWN if value is None else _shown(value, place[2] or "", language, known)

    return _PLACE.sub(fill, template)


def _shown(value: Fact, spec: str, language: str, words: Mapping[str, str]) -> str:
    if isinstance(value, int) and spec in _NUMBERS:
        return _NUMBERS[spec](value, language)
    if isinstance(value, str) and spec in {"date", "moment"}:
        return _day(value, language, with_time=spec == "moment")
    if isinstance(value, str) and spec in {"word", "words"}:
        return _OR[language].join(_word(code, words) for code in value.split("|"))
    return str(value)


def _grouped(number: int, language: str) -> str:
    return f"{abs(number):,}".replace(",", _GROUP[language])


def _rupiah(amount: int, language: str) -> str:
    # Rupiah are written the Indonesian way in English too: Rp200,000 would be read as two hundred.
    return f"{'-' if amount < 0 else ''}Rp{_grouped(amount, 'id')}"


def _quantity(hundredths: int, language: str) -> str:
    units, rest = divmod(abs(hundredths), QUANTITY_SCALE)
    decimals = f"{_DECIMAL[language]}{rest:02d}".rstrip("0") if rest else ""
    return f"{'-' if hundredths < 0 else ''}{_grouped(units, language)}{decimals}"


def _wait(seconds: int, language: str) -> str:
    minutes, rest = divmod(max(1, seconds), 60)
    parts = [f"{minutes} {'menit' if language == 'id' else 'min'}"] if minutes else []
    if rest:
        parts.append(f"{rest} {'detik' if language == 'id' else 's'}")
    return " ".join(parts)


def _day(text: str, language: str, *, with_time: bool) -> str:
    try:
        at = datetime.fromisoformat(text)
        day: date = at.date()
    except ValueError:
        return text or _UNKNOWN
    shown = f"{day.day} {_MONTHS[language][day.month - 1]} {day.year}"
    if not with_time:
        return shown
    offset = at.utcoffset()
    zone = _ZONES.get(offset, at.strftime("UTC%z")) if offset is not None else ""
    return f"{shown} {at:%H.%M} {zone}".rstrip()


def _word(code: str, words: Mapping[str, str]) -> str:
    kind, _, number = code.partition(":")
    return words.get(_WORD + kind, code).replace("{no}", number)


_NUMBERS = {"rp": _rupiah, "qty": _quantity, "wait": _wait, "size": size_words}
