"""Dates and moments as Indonesian offices write them, on the office's wall clock."""

from __future__ import annotations

import datetime as dt

from inaproc_desktop.views.format.setting import local, words, zone


def date(value: dt.date) -> str:
    """Return ``22 Nov 2026``."""
    return f"{value.day} {words().months[value.month - 1]} {value.year}"


def day(value: dt.date | dt.datetime) -> str:
    """Return ``Rab 25 Nov``; a moment is taken on the office's wall clock."""
    here = _as_date(value)
    return f"{words().days[here.weekday()]} {here.day} {words().months[here.month - 1]}"


def time(at: dt.datetime) -> str:
    """Return ``14.05`` on the office's wall clock."""
    here = local(at)
    return f"{here.hour:02d}.{here.minute:02d}"


def moment(at: dt.datetime) -> str:
    """Return ``22 Nov 2026, 14.05 WIB``."""
    return f"{date(local(at).date())}, {time(at)} {zone()}"


def short_moment(at: dt.datetime) -> str:
    """Return ``Jum 20 Nov 14.12``, for timelines of the running year."""
    return f"{day(at)} {time(at)}"


def recent(at: dt.datetime, now: dt.datetime) -> str:
    """Return ``08.15`` today, ``kemarin`` yesterday, ``20 Nov`` this year, else the full date."""
    here, today = local(at).date(), local(now).date()
    if here == today:
        return time(at)
    if here == today - dt.timedelta(days=1):
        return words().yesterday
    if here.year == today.year:
        return f"{here.day} {words().months[here.month - 1]}"
    return date(here)


def date_range(first: dt.date, last: dt.date) -> str:
    """Return ``1–5 Des 2026``, naming month and year once where they are shared."""
    if first == last:
        return date(first)
    months = words().months
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{date(last)}"
    if first.year == last.year:
        return f"{first.day} {months[first.month - 1]} – {date(last)}"
    return f"{date(first)} – {date(last)}"


def _as_date(value: dt.date | dt.datetime) -> dt.date:
    return local(value).date() if isinstance(value, dt.datetime) else value
