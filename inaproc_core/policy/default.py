"""The packaged rule book and holiday table. The only I/O of this room; called by composition roots."""

from __future__ import annotations

import json
from importlib import resources

from inaproc_core.calendar import WorkCalendar
from inaproc_core.policy.book import PolicyBook


def load_default() -> PolicyBook:
    """Read and check the packaged rule book."""
    return PolicyBook.parse(json.loads(_packaged("rules.json")))


def load_default_calendar() -> WorkCalendar:
    """Read and check the packaged holiday table."""
    return WorkCalendar.parse(json.loads(_packaged("holidays.json")))


def _packaged(name: str) -> str:
    return resources.files("inaproc_core.policy").joinpath(name).read_text(encoding="utf-8")
