"""Reminders 30, 14, 7 and 1 days before, each once; the end at midnight; overdue verifications."""

from __future__ import annotations

import threading
from datetime import UTC, datetime, timedelta

import msgspec
import pytest

from inaproc_backend.registration.life import AccessWorker, look_after
from inaproc_backend.storage import tables
from inaproc_core.registration.vocabulary import AccessKind, Verdict
from inaproc_core.wire.messages import AccessRow
from tests.backend.registration.house import NIK, OTHER_NIK, House


def status(house: House, user_id: str) -> list[str]:
    rows = [
        msgspec.json.decode(entry["row"], type=AccessRow) for entry in house.feed(f"user/{user_id}", "access")
    ]
    return [row.status for row in rows]


def test_each_reminder_goes_out_once_in_the_life_of_an_access(any_house: House) -> None:
    house = any_house
    sari = house.person("sari")
    house.access(sari, AccessKind.PPK, satker_id="s-1", valid_to="2026-12-31")
    told: dict[str, int] = {}
    for _ in range(45):
        before = len(house.mails(sari))
        look_after(house.services)
        look_after(house.services)
        if len(house.mails(sari)) > before:
            told[house.today.isoformat()] = len(house.mails(sari)) - before
        house.office.clock.forward(days=1)
    assert told == {
        "2026-12-01": 1,
        "2026-12-17": 1,
        "2026-12-24": 1,
        "2026-12-30": 1,
        "2027-01-01": 1,
    }
    assert house.mails(sari) == [*["access.ending"] * 4, "access.expired"]
    assert status(house, sari.user_id) == [*["ENDING"] * 4, "EXPIRED"]


def test_a_service_that_slept_sends_the_nearest_reminder_only(house: House) -> None:
    sari = house.person("sari")
    house.access(sari, AccessKind.PPK, satker_id="s-1", valid_to="2026-12-01")
    look_after(house.services)
    assert house.mails(sari) == ["access.ending"]
    body = house.office.rows(tables.outgoing_messages)[0]
    assert "8 hari lagi" in body["subject"] and "1 Des 2026" in body["body"]
    house.office.clock.forward(days=3)
    look_after(house.services)
    assert house.mails(sari) == ["access.ending"] * 2


def test_renewal_begins_the_reminders_anew(house: House) -> None:
    sari = house.verified("sari")
    access_id = house.granted(sari, fields={"valid_until": "2026-12-07"})
    look_after(house.services)
    request = house.send(sari, renews=access_id)
    house.decide(request.request_id, Verdict.APPROVE)
    mails = house.mails(sari)
    look_after(house.services)
    assert house.mails(sari) == mails
    house.office.clock.forward(days=20)
    look_after(house.services)
    assert house.mails(sari)[len(mails) :] == ["access.ending"]


def test_an_ended_or_deactivated_access_is_not_reminded_of(house: House) -> None:
    sari = house.person("sari")
    house.access(sari, AccessKind.PP, satker_id="s-1", valid_to="2026-12-01", revoked_at="2026-11-01T")
    house.access(sari, AccessKind.PPK, satker_id="s-1")
    look_after(house.services)
    assert house.mails(sari) == [] and house.office.rows(tables.reminders) == []


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        (datetime(2026, 12, 1, 16, 59, 59, tzinfo=UTC), ["ENDING"]),
        (datetime(2026, 12, 1, 17, 0, 0, tzinfo=UTC), ["EXPIRED"]),
    ],
)
def test_an_access_ends_at_midnight_of_the_capital(
    any_house: House, moment: datetime, expected: list[str]
) -> None:
    """Midnight WIB is 17.00 UTC."""
    sari = any_house.person("sari")
    any_house.access(sari, AccessKind.PPK, satker_id="s-1", valid_to="2026-12-01")
    any_house.office.clock.now = moment
    look_after(any_house.services)
    assert status(any_house, sari.user_id) == expected


def test_an_access_that_begins_is_told_without_a_mail(house: House) -> None:
    sari = house.verified("sari")
    house.granted(sari, fields={"valid_from": "2026-11-25"})
    assert status(house, sari.user_id) == ["FUTURE"]
    mails = house.mails(sari)
    house.office.clock.forward(days=2)
    look_after(house.services)
    look_after(house.services)
    assert status(house, sari.user_id) == ["FUTURE", "ACTIVE"]
    assert house.mails(sari) == mails


def test_several_processes_give_each_reminder_once(any_house: House) -> None:
    people = [any_house.person(f"person{n}") for n in range(5)]
    for one in people:
        any_house.access(one, AccessKind.PPK, satker_id="s-1", valid_to="2026-12-01")
    threads = [threading.Thread(target=look_after, args=(any_house.services,)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [any_house.mails(one) for one in people] == [["access.ending"]] * 5


def test_verifikators_hear_of_what_is_nearly_overdue(any_house: House) -> None:
    house = any_house
    vera, vai = house.person("vera"), house.verified("vai", OTHER_NIK)
    house.access(vera, AccessKind.VERIFIKATOR_INAPROC)
    house.access(vai, AccessKind.VAI, klpd_code="D999")
    sari = house.verified("sari", NIK)
    house.send(sari)
    house.send(sari, AccessKind.COMPANY_OWNER)
    house.send_profile(house.person("eve"))
    house.office.clock.forward(hours=59)
    look_after(house.services)
    assert house.mails(vera) == [] and house.mails(vai) == []
    house.office.clock.forward(hours=2)
    look_after(house.services)
    look_after(house.services)
    assert house.mails(vera) == ["desk.due_soon"] and house.mails(vai) == ["desk.due_soon"]
    subjects = {
        row["subject"] for row in house.office.rows(tables.outgoing_messages, template="desk.due_soon")
    }
    assert any("2" in subject for subject in subjects) and any("1" in subject for subject in subjects)


def test_the_worker_looks_until_it_is_stopped(house: House) -> None:
    sari = house.person("sari")
    house.access(sari, AccessKind.PPK, satker_id="s-1", valid_to="2026-12-01")
    worker = AccessWorker(house.services, every=0.01)
    worker.start()
    ends = datetime.now(UTC) + timedelta(seconds=10)
    while not house.mails(sari) and datetime.now(UTC) < ends:
        threading.Event().wait(0.02)
    worker.stop()
    assert house.mails(sari) == ["access.ending"]
