"""Deadlines in words: how long is left, and how loudly to say so."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from inaproc_desktop.views.format.dates import day, time
from inaproc_desktop.views.format.setting import local, words

_SOON_WORKING_DAYS = 2


class Urgency(StrEnum):
    """How loudly a deadline is shown."""

    LATE = "late"
    TODAY = "today"
    SOON = "soon"
    LATER = "later"


@dataclass(frozen=True, kw_only=True)
class Deadline:
    """A deadline in words.

    Attributes:
        text: ``2 hari kerja lagi (Rab 25 Nov)``.
        short: ``2 hari · Rab 25 Nov``, for narrow columns.
        urgency: the tone to show it in.
    """

    text: str
    short: str
    urgency: Urgency


def deadline(due: dt.datetime, *, now: dt.datetime, working_days: int) -> Deadline:
    """Say when something is due.

    Args:
        due: the last moment, aware.
        now: the present moment, aware.
        working_days: working days between the two, counted by the office's calendar; zero or more.
            Counting them is a rule, so it is done by the caller.

    Returns:
        ``hari ini 23.59`` on the day itself, ``besok 23.59 (Sel 24 Nov)`` on the eve, then days.
    """
    said = words()
    due_day, today = local(due).date(), local(now).date()
    if due < now:
        if due_day == today:
            text = said.late_today.format(time=time(due))
            return Deadline(text=text, short=text, urgency=Urgency.LATE)
        count = max(working_days, 1)
        return Deadline(
            text=said.late.format(count=count, day=day(due)),
            short=said.late_short.format(count=count, day=day(due)),
            urgency=Urgency.LATE,
        )
    if due_day == today:
        text = f"{said.today} {time(due)}"
        return Deadline(text=text, short=text, urgency=Urgency.TODAY)
    if due_day == today + dt.timedelta(days=1):
        return Deadline(
            text=f"{said.tomorrow} {time(due)} ({day(due)})",
            short=f"{said.tomorrow} {time(due)}",
            urgency=Urgency.SOON,
        )
    urgency = Urgency.SOON if working_days <= _SOON_WORKING_DAYS else Urgency.LATER
    return Deadline(
        text=said.left.format(count=working_days, day=day(due)),
        short=said.left_short.format(count=working_days, day=day(due)),
        urgency=urgency,
    )
