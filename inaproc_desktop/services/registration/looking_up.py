"""Looking things up while a request is filled in: satker, instansi, a company by its NIB."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from inaproc_core.errors import Refused
from inaproc_core.wire.registration import Instansi, Office
from inaproc_desktop.ports.filing import Filing
from inaproc_desktop.ports.filing_view import LookUpView
from inaproc_desktop.ports.ui import CancelToken, Lane, Runner
from inaproc_desktop.services.registration.access import AccessJourney


class LookingUp:
    """Searches of the request in sight; an answer that comes too late is dropped."""

    def __init__(
        self,
        view: LookUpView,
        access: AccessJourney,
        runner: Runner,
        filing: Callable[[], Filing | None],
        on_changed: Callable[[Filing, str], None],
    ) -> None:
        """Begin without answers.

        Args:
            view: shows the answers.
            access: the services of stage 3.
            runner: lanes for work.
            filing: the request in sight.
            on_changed: takes the request with what was picked, and the field.
        """
        self._view = view
        self._access = access
        self._runner = runner
        self._filing = filing
        self._on_changed = on_changed
        self._offices: dict[str, Office] = {}
        self._instansi: dict[str, Instansi] = {}
        self._asking, self._checking = CancelToken(), CancelToken()

    def close(self) -> None:
        """Drop what is being asked."""
        self._asking.cancel()
        self._checking.cancel()

    def find_offices(self, query: str) -> None:
        """Search satker by name or code."""
        filing = self._filing()
        if filing is not None:
            self._runner.submit(
                Lane.NETWORK,
                self._access.find_offices,
                filing,
                query,
                on_done=self._found_offices,
                on_error=partial(self._view.show_search_failed, "satker"),
                cancel=self._asked_anew(),
            )

    def find_instansi(self, query: str) -> None:
        """Search K/L/PD by name or code."""
        filing = self._filing()
        if filing is not None:
            self._runner.submit(
                Lane.NETWORK,
                self._access.find_instansi,
                filing,
                query,
                on_done=self._found_instansi,
                on_error=partial(self._view.show_search_failed, "instansi"),
                cancel=self._asked_anew(),
            )

    def pick_office(self, satker_id: str) -> None:
        """Take a satker from the answers; empty for none."""
        filing, found = self._filing(), self._offices.get(satker_id)
        if filing is not None:
            made = self._access.with_office(filing, found) if found else None
            self._on_changed(made or self._access.edited(filing, "satker", ""), "satker")

    def pick_instansi(self, code: str) -> None:
        """Take a K/L/PD from the answers; empty for none."""
        filing, found = self._filing(), self._instansi.get(code)
        if filing is not None:
            made = self._access.with_instansi(filing, found) if found else None
            self._on_changed(made or self._access.edited(filing, "instansi", ""), "instansi")

    def check_nib(self) -> None:
        """Cek NIB."""
        filing = self._filing()
        if filing is None:
            return
        self._checking.cancel()
        self._checking = CancelToken()
        self._view.show_checking_nib(True)
        self._runner.submit(
            Lane.NETWORK,
            self._access.check_nib,
            filing,
            on_done=self._checked_nib,
            on_error=self._nib_failed,
            cancel=self._checking,
        )

    # ---- inside

    def _asked_anew(self) -> CancelToken:
        self._asking.cancel()
        self._asking = CancelToken()
        return self._asking

    def _found_offices(self, found: tuple[Office, ...]) -> None:
        self._offices = {office.satker_id: office for office in found}
        self._view.show_offices(found)

    def _found_instansi(self, found: tuple[Instansi, ...]) -> None:
        self._instansi = {one.code: one for one in found}
        self._view.show_instansi(found)

    def _checked_nib(self, checked: Filing) -> None:
        self._view.show_checking_nib(False)
        filing = self._filing()
        if filing is None or filing.fields.get("nib") != checked.fields.get("nib"):
            return
        # What was typed while the registries were asked stays; only empty fields take their answer.
        said = {name: value for name, value in checked.fields.items() if not filing.fields.get(name)}
        self._on_changed(replace(filing, fields={**filing.fields, **said}, nib=checked.nib), "nib")

    def _nib_failed(self, error: Exception) -> None:
        self._view.show_checking_nib(False)
        filing = self._filing()
        if isinstance(error, Refused) and filing is not None:
            self._on_changed(filing, "nib")
        else:
            self._view.show_search_failed("nib", error)
