"""The dated registration data: parsed once, asked for the rules of a day."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import date, timedelta
from importlib import resources

from inaproc_core.policy.entries import PolicyError, RuleEntry, check_history, parse_day, parse_entry
from inaproc_core.registration.assembly import SECTIONS, assemble
from inaproc_core.registration.forms import RegistrationRules

__all__ = ["PolicyError", "RegistrationBook", "load_registration"]

_FORMAT = 1
_MEMBERS = ("format", "covers_from", "sections")
_VERSION_LENGTH = 12
_MOST_REMEMBERED = 400


def load_registration() -> RegistrationBook:
    """Read and check the packaged data. The only I/O of this room; called by composition roots."""
    text = resources.files("inaproc_core.registration").joinpath("rules.json").read_text(encoding="utf-8")
    return RegistrationBook.from_document(json.loads(text))


class RegistrationBook:
    """Limits, consents, forms and reasons with their values over time. Immutable."""

    def __init__(self, document: Mapping[str, object], sections: Mapping[str, tuple[RuleEntry, ...]]) -> None:
        """Keep checked entries; use :meth:`from_document`."""
        self._document = document
        self._sections = sections
        self.covers_from = parse_day("", "covers_from", document["covers_from"])
        self._rules: dict[tuple[date, ...], RegistrationRules] = {}

    @classmethod
    def from_document(cls, document: Mapping[str, object]) -> RegistrationBook:
        """Read the data and check it whole: every section on every day it can count.

        Args:
            document: ``{"format": 1, "covers_from": "YYYY-MM-DD", "sections": {name: [entry, …]}}``; an
                entry is that of the rule book: ``value``, ``valid_from``, ``valid_to``, ``source``,
                ``status``, optionally ``enabled`` and ``note``.

        Raises:
            PolicyError: naming the section, the place in it and what is wrong: unknown or missing member,
                wrong form, two values on one day, a day without a value.
        """
        raw = _sections_of(document)
        covers_from = parse_day("", "covers_from", document["covers_from"])
        sections: dict[str, tuple[RuleEntry, ...]] = {}
        for name in SECTIONS:
            entries = raw[name]
            if not isinstance(entries, list):
                raise PolicyError(name, f"must be a list of entries, got {entries!r}")
            sections[name] = tuple(parse_entry(name, entry) for entry in entries)
            if any(entry.region for entry in sections[name]):
                raise PolicyError(name, "registration is the same in the whole country: no region")
            check_history(name, sections[name], covers_from)
        book = cls(document, sections)
        for day in book.change_days():
            book.at(day)
        return book

    @property
    def document(self) -> Mapping[str, object]:
        """The data it was read from, as a backend hands it to its clients."""
        return self._document

    def change_days(self) -> tuple[date, ...]:
        """Return the first day covered and every later day on which something changes, rising."""
        days = {self.covers_from}
        for entries in self._sections.values():
            for entry in entries:
                if entry.enabled:
                    days.add(entry.valid_from)
                    if entry.valid_to is not None:
                        days.add(entry.valid_to + timedelta(days=1))
        return tuple(sorted(day for day in days if day >= self.covers_from))

    def at(self, day: date) -> RegistrationRules:
        """Return the rules in force on a local day.

        Raises:
            PolicyError: if the day is before the data begin.
        """
        if day < self.covers_from:
            raise PolicyError("", f"registration covers days from {self.covers_from}, asked for {day}")
        entries = {name: self.entry(name, day) for name in self._sections}
        key = tuple(entry.valid_from for entry in entries.values())
        found = self._rules.get(key)
        if found is None:
            values = {name: entry.value for name, entry in entries.items()}
            found = assemble(values, version=_version(values))
            if len(self._rules) >= _MOST_REMEMBERED:
                self._rules.clear()
            self._rules[key] = found
        return found

    def entry(self, name: str, day: date) -> RuleEntry:
        """Return the entry of a section that counts, with its source.

        Raises:
            PolicyError: if there is no such section, or no value on that day.
        """
        for entry in self._sections.get(name, ()):
            if entry.enabled and entry.covers(day):
                return entry
        raise PolicyError(name, f"no value on {day}")


def _version(values: Mapping[str, object]) -> str:
    canonical = json.dumps(values, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(canonical.encode()).hexdigest()[:_VERSION_LENGTH]


def _sections_of(document: Mapping[str, object]) -> Mapping[str, object]:
    if not isinstance(document, Mapping):
        raise PolicyError("", f"registration must be an object, got {document!r}")
    for name in _MEMBERS:
        if name not in document:
            raise PolicyError("", f"registration lacks {name!r}")
    for name in document:
        if name not in _MEMBERS:
            raise PolicyError("", f"registration: unknown member {name!r}")
    if document["format"] != _FORMAT or isinstance(document["format"], bool):
        raise PolicyError("", f"registration: format must be {_FORMAT}, got {document['format']!r}")
    sections = document["sections"]
    if not isinstance(sections, Mapping):
        raise PolicyError("", f"sections must be an object, got {sections!r}")
    for name in SECTIONS:
        if name not in sections:
            raise PolicyError(name, "missing from the registration data")
    for name in sections:
        if name not in SECTIONS:
            raise PolicyError(str(name), "unknown section of the registration data")
    return sections
