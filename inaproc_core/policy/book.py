"""The dated rule book: parsed once from data, asked for the rules of a day and place."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import date, timedelta

from inaproc_core.policy.assembly import assemble
from inaproc_core.policy.entries import PolicyError, RuleEntry, check_history, parse_day, parse_entry
from inaproc_core.policy.policy import Policy

__all__ = ["PolicyBook", "PolicyError"]

_FORMAT = 1
_MEMBERS = frozenset({"format", "covers_from", "rules"})
_VERSION_LENGTH = 12
_MOST_REMEMBERED = 2_000


class PolicyBook:
    """Every rule with its values over time. Immutable; equal data gives an equal ``version``."""

    def __init__(self, document: Mapping[str, object], rules: Mapping[str, tuple[RuleEntry, ...]]) -> None:
        """Keep checked entries; use :meth:`parse`."""
        self._document = document
        self._rules = rules
        self.covers_from = parse_day("", "covers_from", document["covers_from"])
        canonical = json.dumps(document, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        self.version = hashlib.sha256(canonical.encode()).hexdigest()[:_VERSION_LENGTH]
        self._policies: dict[tuple[date, str], Policy] = {}

    @property
    def document(self) -> Mapping[str, object]:
        """The data it was parsed from, as a backend hands it to its clients."""
        return self._document

    @classmethod
    def parse(cls, document: Mapping[str, object]) -> PolicyBook:
        """Read a rule book and check it whole: every value of every rule on every day it can count.

        Args:
            document: ``{"format": 1, "covers_from": "YYYY-MM-DD", "rules": {key: [entry, …]}}``; an entry
                has ``value``, ``valid_from``, ``valid_to`` (null for open end), ``source``, ``status`` and
                optionally ``region``, ``enabled``, ``note``.

        Raises:
            PolicyError: naming the rule and what is wrong: unknown or missing rule, wrong form, two values
                on one day, a day without a value.
        """
        _check_members(document)
        raw_rules = document["rules"]
        if not isinstance(raw_rules, Mapping):
            raise PolicyError("", f"rules must be an object, got {raw_rules!r}")
        covers_from = parse_day("", "covers_from", document["covers_from"])
        rules: dict[str, tuple[RuleEntry, ...]] = {}
        for key, raw_entries in raw_rules.items():
            if not isinstance(raw_entries, list):
                raise PolicyError(str(key), f"must be a list of entries, got {raw_entries!r}")
            rules[str(key)] = tuple(parse_entry(str(key), raw) for raw in raw_entries)
            check_history(str(key), rules[str(key)], covers_from)
        book = cls(document, rules)
        book._check_every_value()
        return book

    def amended(self, rules: Mapping[str, object]) -> PolicyBook:
        """Return a new book in which these rules (key to list of entries) replace the old ones.

        A satker or an operator switches a rule this way, without touching the packaged book.

        Raises:
            PolicyError: as :meth:`parse`.
        """
        old = self._document["rules"]
        merged = {**old, **rules} if isinstance(old, Mapping) else dict(rules)
        return PolicyBook.parse({**self._document, "rules": merged})

    def at(self, on: date, region: str | None = None) -> Policy:
        """Return the rules in force on a day.

        Args:
            on: local day of the deed.
            region: Kemendagri code of the place of execution (``94`` or ``94.03``); the entry with the
                longest matching code wins, national entries count where none matches.

        Raises:
            PolicyError: if the day is before the book begins.
        """
        place = region or ""
        found = self._policies.get((on, place))
        if found is None:
            if on < self.covers_from:
                raise PolicyError("", f"covers days from {self.covers_from}, asked for {on}")
            entries = {key: self.entry(key, on, place) for key in self._rules}
            found = assemble(entries, on=on, region=place, version=self.version)
            if len(self._policies) >= _MOST_REMEMBERED:
                self._policies.clear()
            self._policies[on, place] = found
        return found

    def entry(self, key: str, on: date, region: str = "") -> RuleEntry:
        """Return the entry that counts, with its source: what a screen shows as "Dasar aturan".

        Raises:
            PolicyError: if there is no such rule, or no value on that day.
        """
        matching = [
            entry
            for entry in self._rules.get(key, ())
            if entry.enabled and entry.covers(on) and _is_within(region, entry.region)
        ]
        if not matching:
            raise PolicyError(key, f"no value on {on}")
        return max(matching, key=lambda entry: len(entry.region))

    def alternatives(self, key: str) -> tuple[RuleEntry, ...]:
        """Return the readings of a rule that are known but switched off."""
        return tuple(entry for entry in self._rules.get(key, ()) if not entry.enabled)

    def keys(self) -> tuple[str, ...]:
        """Return all rule keys, sorted."""
        return tuple(sorted(self._rules))

    def _check_every_value(self) -> None:
        days = {self.covers_from}
        regions = {""}
        for entries in self._rules.values():
            for entry in entries:
                if not entry.enabled:
                    continue
                regions.add(entry.region)
                days.add(entry.valid_from)
                if entry.valid_to is not None:
                    days.add(entry.valid_to + timedelta(days=1))
        for day in sorted(day for day in days if day >= self.covers_from):
            for region in sorted(regions):
                self.at(day, region)


def _check_members(document: Mapping[str, object]) -> None:
    if not isinstance(document, Mapping):
        raise PolicyError("", f"must be an object, got {document!r}")
    for name in sorted(_MEMBERS):
        if name not in document:
            raise PolicyError("", f"lacks {name!r}")
    for name in document:
        if name not in _MEMBERS:
            raise PolicyError("", f"unknown member {name!r}")
    if document["format"] != _FORMAT or isinstance(document["format"], bool):
        raise PolicyError("", f"format must be {_FORMAT}, got {document['format']!r}")


def _is_within(region: str, prefix: str) -> bool:
    return not prefix or region == prefix or region.startswith(prefix + ".")
