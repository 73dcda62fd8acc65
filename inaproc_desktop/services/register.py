"""The register of accesses: filters, export of all of it, monthly recap, ending an access."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path

from inaproc_core.calendar import Zone
from inaproc_core.errors import refuse
from inaproc_core.registration.forms import RegistrationRules
from inaproc_core.registration.vocabulary import AccessKind, RequestStatus
from inaproc_core.wire.registration import Deactivate
from inaproc_desktop.ports.desk import DeskCalls, RegisterFilter, RegisterList, RegisterRow, Spreadsheet
from inaproc_desktop.ports.ui import CancelToken
from inaproc_desktop.ports.world import WorldFailed
from inaproc_documents.recap import Figures, OfficeFigures, Recap, RoleFigures, render_recap
from inaproc_documents.spreadsheet import csv_of, xlsx_of

PAGE = 200
"""Rows that are asked for at once."""

SHOWN = 2000
"""Rows that the page shows at most; an export and a recap read all."""

DEACTIVATION_CODES = ("duplicate", "transferred", "dismissed", "requested", "other")
NOTE_MINIMUM = 10

_DECIDED = {RequestStatus.APPROVED, RequestStatus.NEEDS_FIX, RequestStatus.REJECTED}


@dataclass(frozen=True, kw_only=True)
class Maker:
    """Who makes a recap, as it is printed."""

    name: str
    office: str
    zone: Zone = Zone.WIB
    simulation: bool = False


class RegisterService:
    """What is done with the register. Methods block; call them on the network lane."""

    def __init__(
        self,
        *,
        calls: DeskCalls,
        rules: Callable[[], RegistrationRules],
        acting_as: str,
        maker: Maker,
    ) -> None:
        """Put the service together; ``acting_as`` is the access that looks."""
        self._calls = calls
        self._rules = rules
        self._acting_as = acting_as
        self._maker = maker

    def rows(
        self, asked: RegisterFilter, most: int | None = SHOWN, token: CancelToken | None = None
    ) -> RegisterList:
        """Return the register for a filter, page after page.

        Args:
            asked: the filter.
            most: rows after which reading stops; ``None`` reads all.
            token: stops between two pages.
        """
        found: list[RegisterRow] = []
        cursor, total = "", 0
        while True:
            page = self._calls.register(self._acting_as, replace(asked, office=""), cursor, PAGE)
            found += page.rows
            total, cursor = page.total, page.next_cursor
            if token is not None:
                token.stop_if_cancelled()
            if not cursor or (most is not None and len(found) >= most):
                break
        offices = tuple(sorted({name for row in found for name in (row.instansi, row.office) if name}))
        kept = tuple(row for row in found if not asked.office or asked.office in (row.office, row.instansi))
        return RegisterList(rows=kept, total=total - len(found) + len(kept), offices=offices)

    def export(self, sheet: Spreadsheet, path: str) -> None:
        """Write a table to XLSX, or to CSV when the path ends so; a file is there whole or not at all.

        Raises:
            WorldFailed: ``world.disk`` when the place cannot be written.
        """
        target = Path(path)
        if target.suffix.lower() == ".csv":
            self.save(csv_of(sheet.headings, sheet.rows), path)
        else:
            self.save(xlsx_of(sheet.title, sheet.headings, sheet.rows), path)

    def save(self, content: bytes, path: str) -> None:
        """Write a file; errors as ``export``."""
        target = Path(path)
        part = target.with_name(f".{target.name}.part")
        try:
            part.write_bytes(content)
            part.replace(target)
        except OSError as error:
            part.unlink(missing_ok=True)
            raise WorldFailed("world.disk", str(error)) from error

    def recap(self, month: date, office: str, now: datetime) -> bytes:
        """Return the recap of a month as a PDF.

        Args:
            month: any day of it.
            office: only this instansi or office, which is printed then; empty for all.
            now: state of things.
        """
        first, last = month_of(month)
        found = self.rows(RegisterFilter(first=first, last=last, office=office), most=None)
        limit = self._rules().limits.decision_hours
        recap = Recap(
            year=first.year,
            month=first.month,
            offices=recap_of(found.rows, limit, self._kind_label),
            limit_hours=limit,
            made_by=self._maker.name,
            made_for=self._maker.office,
            made_at=now,
            zone=self._maker.zone,
            scope=office,
            simulation=self._maker.simulation,
        )
        return render_recap(recap)

    def deactivate(self, row: RegisterRow, code: str, note: str) -> None:
        """End an access.

        Raises:
            Refused: ``register.reason_missing``, ``register.note_short``; nothing was sent.
            BackendRefused: ``session.step_up_required`` and others.
        """
        if code not in DEACTIVATION_CODES:
            refuse("register.reason_missing", at="code")
        if len(note.strip()) < NOTE_MINIMUM:
            refuse("register.note_short", at="note", count=NOTE_MINIMUM)
        asked = Deactivate(acting_as=self._acting_as, code=code, note=note.strip())
        self._calls.deactivate(row.access_id, asked)

    def step_up(self, code: str, password: str) -> int:
        """Prove presence again."""
        return self._calls.step_up(code, password)

    def _kind_label(self, kind: str) -> str:
        """Return a kind of access as documents write it: in Indonesian."""
        try:
            form = self._rules().access_forms.get(AccessKind(kind))
        except ValueError:
            return kind
        return form.label_id if form is not None else kind


def month_of(day: date) -> tuple[date, date]:
    """Return the first and the last day of a day's month."""
    first = day.replace(day=1)
    following = (first + timedelta(days=31)).replace(day=1)
    return first, following - timedelta(days=1)


def months_back(today: date, count: int) -> tuple[date, ...]:
    """Return the first days of this month and of those before it, newest first."""
    found = [today.replace(day=1)]
    while len(found) < count:
        found.append((found[-1] - timedelta(days=1)).replace(day=1))
    return tuple(found)


def figures_of(rows: Iterable[RegisterRow], limit_hours: int) -> Figures:
    """Count rows.

    Args:
        rows: of the register.
        limit_hours: hours after which a decision is late.
    """
    summed = Figures()
    for row in rows:
        decided = row.status in _DECIDED
        counts = decided or row.status == RequestStatus.WAITING
        summed = summed + Figures(
            received=1,
            approved=int(row.status == RequestStatus.APPROVED),
            fix=int(row.status == RequestStatus.NEEDS_FIX),
            rejected=int(row.status == RequestStatus.REJECTED),
            withdrawn=int(row.status == RequestStatus.WITHDRAWN),
            waiting=int(row.status == RequestStatus.WAITING),
            decided=int(decided),
            hours=row.hours if decided else 0,
            overdue=int(counts and row.hours > limit_hours),
        )
    return summed


def recap_of(
    rows: Iterable[RegisterRow], limit_hours: int, label: Callable[[str], str]
) -> tuple[OfficeFigures, ...]:
    """Group rows by instansi and office, and in them by kind of access, sorted as they are printed."""
    groups: dict[tuple[str, str], dict[str, list[RegisterRow]]] = {}
    for row in rows:
        kinds = groups.setdefault((row.instansi, row.office or row.instansi), {})
        kinds.setdefault(label(row.kind), []).append(row)
    return tuple(
        OfficeFigures(
            instansi=instansi,
            office=office,
            roles=tuple(
                RoleFigures(role=kind, figures=figures_of(found, limit_hours))
                for kind, found in sorted(kinds.items())
            ),
        )
        for (instansi, office), kinds in sorted(groups.items())
    )
