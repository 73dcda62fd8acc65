"""How long an access counts, day by day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inaproc_core.registration.validity import ACTING, latest_until, reminder_due, status_of
from inaproc_core.registration.vocabulary import AccessKind, AccessStatus
from tests.core.registration.samples import LIMITS, TODAY, access_form

END = date(2026, 12, 31)
DAYS = st.dates(date(2024, 1, 1), date(2030, 1, 1))


@pytest.mark.parametrize(
    ("days_before_end", "status"),
    [
        (200, AccessStatus.ACTIVE),
        (31, AccessStatus.ACTIVE),
        (30, AccessStatus.ENDING),
        (1, AccessStatus.ENDING),
        (0, AccessStatus.ENDING),
        (-1, AccessStatus.EXPIRED),
        (-400, AccessStatus.EXPIRED),
    ],
)
def test_the_end_of_an_access(days_before_end: int, status: AccessStatus) -> None:
    today = END - timedelta(days=days_before_end)
    assert status_of(date(2020, 1, 1), END, False, today, LIMITS) is status
    assert status_of(None, END, False, today, LIMITS) is status
    assert status_of(None, END, True, today, LIMITS) is AccessStatus.DEACTIVATED


def test_the_beginning_of_an_access() -> None:
    begin = date(2027, 1, 1)
    assert status_of(begin, None, False, date(2026, 12, 31), LIMITS) is AccessStatus.FUTURE
    assert status_of(begin, None, False, begin, LIMITS) is AccessStatus.ACTIVE
    assert status_of(begin, begin, False, begin, LIMITS) is AccessStatus.ENDING
    assert status_of(None, None, False, TODAY, LIMITS) is AccessStatus.ACTIVE


@given(DAYS, st.none() | DAYS, st.none() | DAYS)
def test_an_access_acts_exactly_between_its_days(today: date, begin: date | None, end: date | None) -> None:
    within = (begin is None or begin <= today) and (end is None or today <= end)
    assert (status_of(begin, end, False, today, LIMITS) in ACTING) == within
    assert status_of(begin, end, True, today, LIMITS) is AccessStatus.DEACTIVATED


@pytest.mark.parametrize(
    ("left", "sent", "due"),
    [
        (31, (), None),
        (30, (), 30),
        (29, (), 30),
        (29, (30,), None),
        (15, (30,), None),
        (14, (30,), 14),
        (14, (), 14),
        (8, (30, 14), None),
        (7, (30, 14), 7),
        (2, (30, 14, 7), None),
        (1, (30, 14, 7), 1),
        (0, (30, 14, 7), 1),
        (0, (30, 14, 7, 1), None),
        (3, (30,), 7),
        (-1, (), None),
    ],
)
def test_reminders(left: int, sent: tuple[int, ...], due: int | None) -> None:
    assert reminder_due(END, END - timedelta(days=left), LIMITS, sent) == due
    assert reminder_due(None, END, LIMITS, sent) is None


@given(st.sets(st.integers(0, 60)))
def test_each_reminder_is_given_at_most_once_and_in_order(running: set[int]) -> None:
    sent: list[int] = []
    for left in sorted(running, reverse=True):
        due = reminder_due(END, END - timedelta(days=left), LIMITS, sent)
        if due is not None:
            assert left <= due and due not in sent
            sent.append(due)
    assert sent == sorted(sent, reverse=True)
    if running and min(running) <= 1:
        assert sent[-1] == 1


@pytest.mark.parametrize(
    ("today", "letter", "begins", "latest"),
    [
        ("2026-11-22", None, None, "2026-12-31"),
        ("2026-12-31", None, None, "2026-12-31"),
        ("2027-01-01", None, None, "2027-12-31"),
        ("2026-12-20", None, "2027-01-01", "2027-12-31"),
        ("2026-12-20", None, "2031-01-01", "2027-12-31"),
        ("2026-11-22", None, "2020-01-01", "2026-12-31"),
        ("2026-11-22", "2026-11-30", None, "2026-11-30"),
        ("2026-11-22", "2028-06-30", None, "2028-06-30"),
    ],
)
def test_the_latest_end(today: str, letter: str | None, begins: str | None, latest: str) -> None:
    def day(text: str | None) -> date | None:
        return date.fromisoformat(text) if text else None

    form = access_form(AccessKind.PPK)
    found = latest_until(form, day(letter), date.fromisoformat(today), day(begins))
    assert found == date.fromisoformat(latest)


def test_a_company_access_has_no_end_of_its_own() -> None:
    assert latest_until(access_form(AccessKind.COMPANY_OWNER), None, TODAY) is None
