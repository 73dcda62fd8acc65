"""How long an access counts: its status on a day, its latest end, and when to remind of it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from inaproc_core.registration.forms import AccessForm, Limits
from inaproc_core.registration.vocabulary import AccessStatus

ACTING = frozenset({AccessStatus.ACTIVE, AccessStatus.ENDING})
"""Statuses in which an access may act; in the others it is read only."""


def status_of(
    valid_from: date | None, valid_to: date | None, revoked: bool, today: date, limits: Limits
) -> AccessStatus:
    """Return where a granted access stands.

    Args:
        valid_from: first day, ``None`` for always.
        valid_to: last day, included; ``None`` for open end.
        revoked: it was deactivated.
        today: local day.
        limits: in force; the longest reminder is the beginning of "Akan Berakhir".
    """
    if revoked:
        return AccessStatus.DEACTIVATED
    if valid_to is not None and valid_to < today:
        return AccessStatus.EXPIRED
    if valid_from is not None and today < valid_from:
        return AccessStatus.FUTURE
    if valid_to is not None and (valid_to - today).days <= max(limits.reminder_days):
        return AccessStatus.ENDING
    return AccessStatus.ACTIVE


def reminder_due(
    valid_to: date | None, today: date, limits: Limits, sent: Collection[int] = ()
) -> int | None:
    """Return which reminder is due (30, 14, 7, 1 days before the end), or ``None``.

    A day on which nothing ran loses no reminder: the nearest one is still due until the next begins, and
    older ones are not made up for.

    Args:
        valid_to: last day of the access.
        today: local day.
        limits: in force.
        sent: reminders that were given for this end.
    """
    if valid_to is None:
        return None
    left = (valid_to - today).days
    begun = [days for days in limits.reminder_days if left <= days]
    if left < 0 or not begun or min(begun) in sent:
        return None
    return min(begun)


def latest_until(
    form: AccessForm, letter_until: date | None, today: date, valid_from: date | None = None
) -> date | None:
    """Return the last day to ask for: the date in the letter, else the end of the budget year.

    Args:
        form: of the kind; one that does not end with the year is bounded by its letter alone.
        letter_until: last day in the letter, ``None`` when it names none.
        today: local day.
        valid_from: first day in office; a post that begins next year takes next year's budget.
    """
    if letter_until is not None or not form.ends_with_year:
        return letter_until
    begins = valid_from.year if valid_from is not None else today.year
    return date(max(today.year, min(begins, today.year + 1)), 12, 31)
