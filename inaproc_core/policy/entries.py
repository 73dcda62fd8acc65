"""One rule's history: values with validity dates, and the checks that they neither overlap nor leave gaps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

_KNOWN = frozenset({"value", "valid_from", "valid_to", "region", "enabled", "source", "status", "note"})
_REQUIRED = ("value", "valid_from", "valid_to", "source", "status")
_STATUSES = frozenset({"C", "S", "I"})


class PolicyError(ValueError):
    """The rule book's data is wrong.

    Attributes:
        key: the rule at fault, empty when it is the book itself.
    """

    def __init__(self, key: str, problem: str) -> None:
        super().__init__(f"rule {key}: {problem}" if key else f"rule book: {problem}")
        self.key = key


@dataclass(frozen=True, kw_only=True)
class RuleEntry:
    """A value of a rule and the time and place it is in force.

    Attributes:
        key: the rule.
        value: the raw value, as in the data.
        valid_from: first day in force.
        valid_to: last day in force, ``None`` for open end.
        region: Kemendagri code prefix it is limited to, empty for the whole country.
        enabled: a reading that is known but switched off is kept in the data and never applied.
        source: article or page it comes from.
        status: ``C`` confirmed, ``S`` reported by a secondary source, ``I`` inferred.
    """

    key: str
    value: object
    valid_from: date
    valid_to: date | None
    region: str
    enabled: bool
    source: str
    status: str

    def covers(self, on: date) -> bool:
        """Return whether the entry is in force on this day."""
        return self.valid_from <= on and (self.valid_to is None or on <= self.valid_to)


def parse_day(key: str, name: str, raw: object) -> date:
    """Read an ISO date of a rule.

    Raises:
        PolicyError: if it is not a date in the form YYYY-MM-DD.
    """
    if isinstance(raw, str):
        try:
            day = date.fromisoformat(raw)
        except ValueError:
            pass
        else:
            if day.isoformat() == raw:
                return day
    raise PolicyError(key, f"{name} must be a date like 2026-01-31, got {raw!r}")


def _text(key: str, name: str, raw: object) -> str:
    if not isinstance(raw, str) or not raw.strip():
        raise PolicyError(key, f"{name} must be a text that is not empty, got {raw!r}")
    return raw


def parse_entry(key: str, raw: object) -> RuleEntry:
    """Read one entry of a rule.

    Raises:
        PolicyError: naming the rule and the member at fault.
    """
    if not isinstance(raw, Mapping):
        raise PolicyError(key, f"each entry must be an object, got {raw!r}")
    unknown = sorted(str(name) for name in raw if name not in _KNOWN)
    if unknown:
        raise PolicyError(key, f"unknown member {unknown[0]!r} in an entry")
    missing = [name for name in _REQUIRED if name not in raw]
    if missing:
        raise PolicyError(key, f"an entry lacks {missing[0]!r}")
    valid_from = parse_day(key, "valid_from", raw["valid_from"])
    valid_to = None if raw["valid_to"] is None else parse_day(key, "valid_to", raw["valid_to"])
    if valid_to is not None and valid_to < valid_from:
        raise PolicyError(key, f"valid_to {valid_to} is before valid_from {valid_from}")
    enabled = raw.get("enabled", True)
    if not isinstance(enabled, bool):
        raise PolicyError(key, f"enabled must be true or false, got {enabled!r}")
    status = _text(key, "status", raw["status"])
    if status not in _STATUSES:
        raise PolicyError(key, f"status must be C, S or I, got {status!r}")
    return RuleEntry(
        key=key,
        value=raw["value"],
        valid_from=valid_from,
        valid_to=valid_to,
        region=_text(key, "region", raw["region"]) if "region" in raw else "",
        enabled=enabled,
        source=_text(key, "source", raw["source"]),
        status=status,
    )


def check_history(key: str, entries: Sequence[RuleEntry], covers_from: date) -> None:
    """Check the enabled entries of one rule: no overlap per region, no gap in the national ones.

    Regional entries may leave gaps; there the national value counts.

    Raises:
        PolicyError: naming the rule and the days at fault.
    """
    by_region: dict[str, list[RuleEntry]] = {"": []}
    for entry in entries:
        if entry.enabled:
            by_region.setdefault(entry.region, []).append(entry)
    for region, history in by_region.items():
        history.sort(key=lambda entry: entry.valid_from)
        for earlier, later in pairwise(history):
            if earlier.valid_to is None or earlier.valid_to >= later.valid_from:
                place = f" in region {region}" if region else ""
                raise PolicyError(key, f"two values are in force on {later.valid_from}{place}")
    _check_gaps(key, by_region[""], covers_from)


def _check_gaps(key: str, national: Sequence[RuleEntry], covers_from: date) -> None:
    if not national:
        raise PolicyError(key, "no enabled national value")
    if national[0].valid_from > covers_from:
        raise PolicyError(key, f"no value from {covers_from} until {national[0].valid_from}")
    for earlier, later in pairwise(national):
        # check_history has found no overlap, so every entry but the last has an end.
        gap_start = (earlier.valid_to or later.valid_from) + timedelta(days=1)
        if gap_start < later.valid_from and later.valid_from > covers_from:
            raise PolicyError(key, f"no value from {gap_start} until {later.valid_from}")
    if national[-1].valid_to is not None:
        raise PolicyError(key, f"no value after {national[-1].valid_to}")
