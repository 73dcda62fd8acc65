"""The language and the zone in which values are shown: one setting for the whole window."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo


class Zone(StrEnum):
    """The three zones of Indonesia; the value is what is printed after a time."""

    WIB = "WIB"
    WITA = "WITA"
    WIT = "WIT"


_TZ = {Zone.WIB: "Asia/Jakarta", Zone.WITA: "Asia/Makassar", Zone.WIT: "Asia/Jayapura"}


@dataclass(frozen=True, kw_only=True)
class Words:
    """The words of one language that stand inside dates and deadlines."""

    months: tuple[str, ...]
    days: tuple[str, ...]
    today: str
    yesterday: str
    tomorrow: str
    left: str
    left_short: str
    late: str
    late_short: str
    late_today: str


_INDONESIAN = Words(
    months=("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"),
    days=("Sen", "Sel", "Rab", "Kam", "Jum", "Sab", "Min"),
    today="hari ini",
    yesterday="kemarin",
    tomorrow="besok",
    left="{count} hari kerja lagi ({day})",
    left_short="{count} hari · {day}",
    late="lewat {count} hari kerja ({day})",
    late_short="lewat {count} hari · {day}",
    late_today="lewat, tadi {time}",
)
_ENGLISH = Words(
    months=("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    days=("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
    today="today",
    yesterday="yesterday",
    tomorrow="tomorrow",
    left="{count} working days left ({day})",
    left_short="{count} days · {day}",
    late="{count} working days late ({day})",
    late_short="{count} days late · {day}",
    late_today="late, was due {time}",
)
_LANGUAGES = {"id": _INDONESIAN, "en": _ENGLISH}


@dataclass(frozen=True)
class _Setting:
    language: str = "id"
    zone: Zone = Zone.WIB


_active = _Setting()


def use(*, language: str | None = None, zone: Zone | None = None) -> None:
    """Set the language (``"id"`` or ``"en"``) and the office's zone of everything shown from now on.

    Raises:
        ValueError: if the language is not one of the two.
    """
    global _active
    if language is not None:
        if language not in _LANGUAGES:
            message = f"no words for language {language!r}; there are {sorted(_LANGUAGES)}"
            raise ValueError(message)
        _active = replace(_active, language=language)
    if zone is not None:
        _active = replace(_active, zone=zone)


def language() -> str:
    """Return the language in use, ``"id"`` or ``"en"``."""
    return _active.language


def zone() -> Zone:
    """Return the office's zone in use."""
    return _active.zone


def words() -> Words:
    """Return the words of the language in use."""
    return _LANGUAGES[_active.language]


def local(at: datetime) -> datetime:
    """Return the moment on the office's wall clock.

    Raises:
        ValueError: if ``at`` has no zone; a naive time would silently be shown hours wrong.
    """
    if at.tzinfo is None:
        message = "a time without zone cannot be shown"
        raise ValueError(message)
    return at.astimezone(_zone_info(_active.zone))


@cache
def _zone_info(zone: Zone) -> ZoneInfo:
    from zoneinfo import ZoneInfo  # late: the first window shows no time

    return ZoneInfo(_TZ[zone])
