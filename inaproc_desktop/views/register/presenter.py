"""The register of accesses without its widgets."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Protocol

from inaproc_core.errors import Refused
from inaproc_desktop.ports.data import BackendRefused, Link, WorldFailed
from inaproc_desktop.ports.desk import (
    ProofView,
    RegisterFilter,
    RegisterList,
    RegisterRow,
    Spreadsheet,
)
from inaproc_desktop.ports.ui import CancelToken, ChangeBus, ChangeSet, Clock, Lane, Navigator, Runner
from inaproc_desktop.services.proving import Proving
from inaproc_desktop.services.register import RegisterService, months_back

MONTHS = 24


class RegisterView(ProofView, Protocol):
    """What the presenter asks of the page."""

    def show_months(self, months: Sequence[date]) -> None:
        """Offer these months, newest first."""

    def show_register(self, register: RegisterList, now: datetime) -> None:
        """Show the rows."""

    def show_reading(self, reading: bool) -> None:
        """Say that rows are on their way."""

    def sheet(self, rows: Sequence[RegisterRow]) -> Spreadsheet:
        """Return rows in words, for an export."""

    def show_exported(self, path: str, count: int) -> None:
        """Say where the export is."""

    def show_recap(self, pdf: bytes, month: date) -> None:
        """Show a recap, to be read and saved."""

    def show_saved(self, path: str) -> None:
        """Say where the recap is."""

    def show_working(self, working: bool) -> None:
        """Say that an export or recap is being made."""

    def show_deactivated(self, row: RegisterRow) -> None:
        """Say that an access has ended, and close the question."""

    def show_deactivation_failure(self, error: Exception) -> None:
        """Say why it did not; what was entered stays."""

    def show_not_proven(self) -> None:
        """Presence was not proven: nothing was sent, the question stays open."""

    def show_online(self, online: bool) -> None:
        """Close what needs the link, or open it again."""

    def show_failure(self, error: Exception) -> None:
        """Say what did not work."""


class RegisterPresenter:
    """One per page; ``close`` ends it."""

    def __init__(
        self,
        view: RegisterView,
        service: RegisterService,
        runner: Runner,
        bus: ChangeBus,
        clock: Clock,
        navigator: Navigator,
        link: Callable[[], Link],
        today: Callable[[], date],
    ) -> None:
        """Tie view and service together; ``today`` is the day at the office."""
        self._view = view
        self._service = service
        self._runner = runner
        self._bus = bus
        self._clock = clock
        self._navigator = navigator
        self._link = link
        self._today = today
        self._filter = RegisterFilter()
        self._proving = Proving(view, runner, service.step_up, self._not_proven)
        self._reading = CancelToken()
        self._working = CancelToken()
        self._unsubscribe = bus.subscribe(self._on_changes, "link", "desk")
        self._shown = False

    def close(self) -> None:
        """Stop listening."""
        self._reading.cancel()
        self._working.cancel()
        self._unsubscribe()

    def open(self, _item_id: str) -> None:
        """Show the register."""
        if not self._shown:
            self._view.show_months(months_back(self._today(), MONTHS))
            self._shown = True
        self._view.show_online(self._link().online)
        self._read()

    def filter(self, asked: RegisterFilter) -> None:
        """Show another part of it."""
        if asked != self._filter:
            self._filter = asked
            self._read()

    def back(self) -> None:
        """Go back to the desk."""
        self._navigator.open_page("verification")

    # ---- export and recap

    def export(self, path: str) -> None:
        """Write everything that the filter finds, also what is not on screen."""
        asked = self._filter
        self._begin()

        def read() -> RegisterList:
            return self._service.rows(asked, None, self._working)

        def write(found: RegisterList) -> None:
            sheet = self._view.sheet(found.rows)
            self._runner.submit(
                Lane.NETWORK,
                self._service.export,
                sheet,
                path,
                on_done=lambda _none: self._exported(path, len(found.rows)),
                on_error=self._failed_working,
                cancel=self._working,
            )

        self._runner.submit(
            Lane.NETWORK, read, on_done=write, on_error=self._failed_working, cancel=self._working
        )

    def recap(self) -> None:
        """Make the recap of the chosen month, of the present one where all months are shown."""
        month = self._filter.first or self._today().replace(day=1)
        self._begin()

        def done(pdf: bytes) -> None:
            self._view.show_working(False)
            self._view.show_recap(pdf, month)

        self._runner.submit(
            Lane.NETWORK,
            self._service.recap,
            month,
            self._filter.office,
            self._clock.now(),
            on_done=done,
            on_error=self._failed_working,
            cancel=self._working,
        )

    def save_recap(self, pdf: bytes, path: str) -> None:
        """Save the recap that is shown."""
        self._runner.submit(
            Lane.NETWORK,
            self._service.save,
            pdf,
            path,
            on_done=lambda _none: self._view.show_saved(path),
            on_error=self._failed_working,
        )

    def stop_working(self) -> None:
        """Do not go on with the export or recap."""
        self._working.cancel()
        self._view.show_working(False)

    # ---- ending an access

    def deactivate(self, row: RegisterRow, code: str, note: str) -> None:
        """End an access."""
        self._proving.run(
            lambda: self._service.deactivate(row, code, note),
            lambda: self._deactivated(row),
            self._failed_deactivating,
        )

    def prove(self, code: str, password: str) -> None:
        """Send the proof of presence that was asked for."""
        self._proving.prove(code, password)

    def drop_proof(self) -> None:
        """The proof was not given: nothing is sent."""
        self._proving.drop()

    # ---- inside

    def _read(self) -> None:
        self._view.show_reading(True)
        self._reading.cancel()
        self._reading = self._runner.submit(
            Lane.NETWORK, self._service.rows, self._filter, on_done=self._on_rows, on_error=self._failed
        )

    def _on_rows(self, register: RegisterList) -> None:
        self._view.show_reading(False)
        self._view.show_register(register, self._clock.now())

    def _begin(self) -> None:
        self._working.cancel()
        self._working = CancelToken()
        self._view.show_working(True)

    def _exported(self, path: str, count: int) -> None:
        self._view.show_working(False)
        self._view.show_exported(path, count)

    def _deactivated(self, row: RegisterRow) -> None:
        self._view.show_deactivated(row)
        self._bus.publish(ChangeSet.of("desk", ids=[row.request_id], initiator="register"))
        self._read()

    def _not_proven(self) -> None:
        self._view.show_not_proven()

    def _on_changes(self, changes: ChangeSet) -> None:
        if changes.touches("link"):
            self._view.show_online(self._link().online)
        if changes.touches("desk") and changes.initiator != "register" and self._shown:
            self._read()

    def _failed_deactivating(self, error: Exception) -> None:
        if not isinstance(error, Refused | BackendRefused | WorldFailed):
            raise error
        self._view.show_deactivation_failure(error)

    def _failed_working(self, error: Exception) -> None:
        self._view.show_working(False)
        self._failed(error)

    def _failed(self, error: Exception) -> None:
        self._view.show_reading(False)
        if not isinstance(error, Refused | BackendRefused | WorldFailed):
            raise error
        self._view.show_failure(error)
