"""The life of accesses: reminders before the end, the end itself, and verifications that are overdue.

Everything is told once, however many processes look and however often: whoever inserts the row of
``reminders`` does it, in the same transaction. Accesses are dated by the capital's day, so an access ends at
midnight WIB.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection

from inaproc_backend.cluster import alone
from inaproc_backend.registration.access_entries import changed_entries
from inaproc_backend.registration.notices import in_wib, inaproc_verifiers, tell, tell_all
from inaproc_backend.registration.transactions import Work, write
from inaproc_backend.registration.verifiers import vais_of, verifier_of
from inaproc_backend.registration.wording import access_name, place_name
from inaproc_backend.services import Services
from inaproc_backend.storage.statements import Statement
from inaproc_backend.storage.times import from_text, to_text
from inaproc_core.registration.forms import Limits
from inaproc_core.registration.validity import reminder_due
from inaproc_core.registration.vocabulary import AccessKind, Verifier

_LOG = logging.getLogger(__name__)
_BATCH = 200
_DUE_SOON_HOURS = 12

_GIVE = Statement(
    "INSERT INTO reminders (subject, occasion, at) VALUES (:subject, :occasion, :now) ON CONFLICT DO NOTHING"
)
_GIVEN = Statement("SELECT occasion FROM reminders WHERE subject = :subject")
_ENDING = Statement(
    """
    SELECT a.id, a.valid_to FROM accesses a
    WHERE a.revoked_at IS NULL AND :first <= a.valid_to AND a.valid_to <= :last
      AND NOT EXISTS (
          SELECT 1 FROM reminders r
          WHERE r.subject = 'access/' || a.id AND r.occasion = 'until/' || a.valid_to || :days)
    ORDER BY a.valid_to, a.id LIMIT :most
    """
)
_BEGUN = Statement(
    """
    SELECT a.id, a.user_id, a.valid_from FROM accesses a
    WHERE a.revoked_at IS NULL AND a.valid_from <> '' AND a.request_id <> ''
      AND :since <= a.valid_from AND a.valid_from <= :day
      AND NOT EXISTS (
          SELECT 1 FROM reminders r
          WHERE r.subject = 'access/' || a.id AND r.occasion = 'begun/' || a.valid_from)
    ORDER BY a.id LIMIT :most
    """
)
_ENDED = Statement(
    """
    SELECT a.id, a.user_id, a.valid_to FROM accesses a
    WHERE a.revoked_at IS NULL AND a.valid_to <> '' AND a.valid_to < :day
      AND NOT EXISTS (
          SELECT 1 FROM reminders r
          WHERE r.subject = 'access/' || a.id AND r.occasion = 'ended/' || a.valid_to)
    ORDER BY a.valid_to, a.id LIMIT :most
    """
)
_ACCESS = Statement(
    """
    SELECT user_id, kind, satker_id, vendor_id, klpd_code, valid_from, valid_to, position FROM accesses
    WHERE id = :id AND revoked_at IS NULL /*pg FOR UPDATE*/
    """
)
_TOUCH = Statement("UPDATE accesses SET rev = rev + 1 WHERE id = :id AND revoked_at IS NULL")
_WAITING = Statement(
    """
    SELECT id, kind, klpd_code, vendor_id, user_id, verifier FROM access_requests
    WHERE status = 'WAITING' ORDER BY due_at, id
    """
)
_REROUTE = Statement("UPDATE access_requests SET verifier = :verifier WHERE id = :id AND status = 'WAITING'")
_DUE_REQUESTS = Statement(
    """
    SELECT id, due_at, verifier, klpd_code FROM access_requests
    WHERE status = 'WAITING' AND due_at IS NOT NULL AND due_at <= :soon ORDER BY due_at, id
    """
)
_DUE_PROFILES = Statement(
    """
    SELECT user_id, due_at FROM profiles
    WHERE status = 'WAITING' AND provider = '' AND due_at IS NOT NULL AND due_at <= :soon
    ORDER BY due_at, user_id
    """
)


def look_after(services: Services) -> None:
    """Do everything that is due now; safe with several processes."""
    today = services.today()
    limits = services.registration.at(today).limits
    remind(services, today, limits)
    begin_and_end(services, today)
    reroute(services, today)
    warn_verifiers(services, today)


def remind(services: Services, today: date, limits: Limits) -> int:
    """Send the reminders that are due: the nearest one of 30, 14, 7 and 1 days; return how many."""
    sent, nearer = 0, -1
    for days in sorted(limits.reminder_days):
        # The accesses for which this reminder is the nearest one that has begun.
        first, last = today + timedelta(days=nearer + 1), today + timedelta(days=days)
        values = {"first": first.isoformat(), "last": last.isoformat(), "days": f"/{days}", "most": _BATCH}
        with services.database.read() as connection:
            due = _ENDING.all(connection, values)
        for access_id, valid_to in due:
            sent += _remind_one(services, access_id, valid_to, today, limits)
        nearer = days
    return sent


def begin_and_end(services: Services, today: date) -> int:
    """Publish accesses that began or ended, so that clients see it without asking; return how many.

    An access that has not begun or has ended is refused by its dates alone; this only tells people.
    """
    # Whoever was away longer gets everything anew anyway.
    since = (today - timedelta(days=60)).isoformat()
    with services.database.read() as connection:
        values = {"day": today.isoformat(), "most": _BATCH}
        ended = _ENDED.all(connection, values)
        begun = _BEGUN.all(connection, {**values, "since": since})
    told = 0
    for access_id, user_id, valid_to in ended:
        told += _publish_one(services, access_id, user_id, f"ended/{valid_to}", mail=True)
    for access_id, user_id, valid_from in begun:
        told += _publish_one(services, access_id, user_id, f"begun/{valid_from}", mail=False)
    return told


def reroute(services: Services, today: date) -> int:
    """Hand waiting requests on when their verifikator came or went; return how many."""
    rules = services.registration.at(today)
    moved: list[tuple[str, Verifier]] = []
    # Looked for on a snapshot: writers do not wait for a long queue.
    with services.database.read() as connection:
        for request_id, kind, klpd_code, vendor_id, user_id, verifier in _WAITING.all(connection):
            now_of = verifier_of(
                connection,
                rules.access_form(AccessKind(kind)),
                klpd_code=klpd_code,
                vendor_id=vendor_id or "",
                applicant=user_id,
                today=today,
            )
            if now_of.value != verifier:
                moved.append((request_id, now_of))

    def run(work: Work) -> int:
        return sum(
            _REROUTE.run(work.connection, {"id": request_id, "verifier": verifier.value})
            for request_id, verifier in moved
        )

    return write(services, run) if moved else 0


def warn_verifiers(services: Services, today: date) -> int:
    """Tell verifikators of what is nearly or already overdue, once per item; return how many items."""
    soon = to_text(services.clock() + timedelta(hours=_DUE_SOON_HOURS))

    def run(work: Work) -> int:
        connection, now = work.connection, services.clock()
        by_house: dict[str, list[str]] = {}
        for user_id, due_at in _DUE_PROFILES.all(connection, {"soon": soon}):
            if _give(connection, f"profile/{user_id}", f"due/{due_at}", to_text(now)):
                by_house.setdefault("", []).append(due_at)
        for request_id, due_at, verifier, klpd_code in _DUE_REQUESTS.all(connection, {"soon": soon}):
            if _give(connection, f"request/{request_id}", f"due/{due_at}", to_text(now)):
                house = klpd_code if verifier == Verifier.VAI.value else ""
                by_house.setdefault(house, []).append(due_at)
        for house, dues in by_house.items():
            day = today.isoformat()
            people = vais_of(connection, house, today) if house else inaproc_verifiers(connection, day)
            due = in_wib(from_text(min(dues)))
            tell_all(connection, people, "desk.due_soon", now, count=len(dues), due=due)
        return sum(len(dues) for dues in by_house.values())

    return write(services, run)


def _remind_one(services: Services, access_id: str, valid_to: str, today: date, limits: Limits) -> int:
    def run(work: Work) -> int:
        connection, now = work.connection, services.clock()
        row = _ACCESS.one(connection, {"id": access_id})
        if row is None or row[6] != valid_to:  # ended or renewed meanwhile
            return 0
        ends = date.fromisoformat(valid_to)
        days = reminder_due(ends, today, limits, _given(connection, access_id, valid_to))
        if days is None or not _give(
            connection, f"access/{access_id}", f"until/{valid_to}/{days}", to_text(now)
        ):
            return 0
        words = _words(connection, services, row)
        left = (ends - today).days
        tell(connection, row[0], "access.ending", now, **words, valid_until=valid_to, days=left)
        # "Akan Berakhir" shows on the client without asking.
        _TOUCH.run(connection, {"id": access_id})
        work.entries += changed_entries(connection, services, row[0], [access_id])
        return 1

    return write(services, run)


def _given(connection: Connection, access_id: str, valid_to: str) -> list[int]:
    prefix = f"until/{valid_to}/"
    return [
        int(occasion.removeprefix(prefix))
        for (occasion,) in _GIVEN.all(connection, {"subject": f"access/{access_id}"})
        if occasion.startswith(prefix)
    ]


def _publish_one(services: Services, access_id: str, user_id: str, occasion: str, *, mail: bool) -> int:
    def run(work: Work) -> int:
        connection, now = work.connection, services.clock()
        row = _ACCESS.one(connection, {"id": access_id})
        kind, _, day = occasion.partition("/")
        if row is None or day != (row[6] if kind == "ended" else row[5]):
            return 0
        if not _give(connection, f"access/{access_id}", occasion, to_text(now)):
            return 0
        if mail:
            words = _words(connection, services, row)
            tell(connection, user_id, "access.expired", now, **words, valid_until=row[6])
        _TOUCH.run(connection, {"id": access_id})
        work.entries += changed_entries(connection, services, user_id, [access_id])
        return 1

    return write(services, run)


def _give(connection: Connection, subject: str, occasion: str, now: str) -> bool:
    return _GIVE.run(connection, {"subject": subject, "occasion": occasion, "now": now}) == 1


def _words(connection: Connection, services: Services, row: tuple[Any, ...]) -> dict[str, str]:
    kind, satker_id, vendor_id, klpd_code, position = row[1], row[2], row[3], row[4], row[7]
    access = position
    if kind:
        form = services.registration.at(services.today()).access_form(AccessKind(kind))
        access = access_name(connection, row[0], form)
    place = place_name(connection, satker_id=satker_id or "", vendor_id=vendor_id or "", klpd_code=klpd_code)
    return {"access": access, "place": place}


class AccessWorker:
    """Looks after accesses every so often, on a thread of its own."""

    def __init__(self, services: Services, *, every: float = 60.0, leads: Callable[[], bool] = alone) -> None:
        """Prepare; :meth:`start` begins. ``every``: seconds between two looks of the one that ``leads``."""
        self._services = services
        self._every = every
        self._leads = leads
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="accesses", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self) -> None:
        """End, after the look that is running."""
        self._stop.set()
        if self._thread.is_alive():
            self._thread.join()

    def _run(self) -> None:
        while not self._stop.wait(self._every):
            if not self._leads():
                continue
            try:
                look_after(self._services)
            except Exception:  # the next look may go better; the operator reads the log
                _LOG.exception("looking after accesses failed")
