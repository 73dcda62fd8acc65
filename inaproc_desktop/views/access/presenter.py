"""Manajemen Akses without its widgets."""

from __future__ import annotations

from collections.abc import Callable

from inaproc_core.wire.registration import OwnAccesses
from inaproc_desktop.ports.accesses import AccessBook, Reporter
from inaproc_desktop.ports.data import BackendRefused, Link
from inaproc_desktop.ports.ui import CancelToken, ChangeBus, ChangeSet, Lane, Navigator, Runner
from inaproc_desktop.services.registration.managing import AccessesService
from inaproc_desktop.views.access.protocol import AccessesView

_PROFILE, _ACCESS = "profile_wizard", "access_wizard"


class AccessesPresenter:
    """One per page; ``close`` ends it."""

    def __init__(
        self,
        view: AccessesView,
        service: AccessesService,
        runner: Runner,
        bus: ChangeBus,
        navigator: Navigator,
        link: Callable[[], Link],
    ) -> None:
        """Build the presenter; nothing is asked before ``open``."""
        self._view = view
        self._service = service
        self._runner = runner
        self._bus = bus
        self._navigator = navigator
        self._link = link
        self._book: AccessBook | None = None
        self._reading = CancelToken()
        self._in_sight = False
        self._stale = False
        self._stop = bus.subscribe(self._on_change, "access", "filing", "link")

    def open(self, _item_id: str = "") -> None:
        """Show everything, asked for anew."""
        self._in_sight = True
        self.reload()

    def leave(self) -> None:
        """The page goes out of sight."""
        self._in_sight = False

    def close(self, *_ignored: object) -> None:
        """End everything that runs."""
        self._reading.cancel()
        self._stop()

    def reload(self) -> None:
        """Ask again."""
        self._reading.cancel()
        self._reading = CancelToken()
        self._view.show_loading(True)
        self._runner.submit(
            Lane.DATA,
            self._service.drafted,
            on_done=self._ask,
            on_error=self._view.show_failure,
            cancel=self._reading,
        )

    # ---- deeds

    def create(self) -> None:
        """Hubungkan atau Buat Akses; the profile first where it is not verified."""
        if self._book is not None and not self._book.may_ask:
            self._navigator.open_page(_PROFILE)
        else:
            self._navigator.open_page(_ACCESS)

    def open_profile(self) -> None:
        """See how the profile stands, or fill it in."""
        self._navigator.open_page(_PROFILE)

    def renew(self, access_id: str) -> None:
        """Aktifkan Kembali."""
        self._navigator.open_page(_ACCESS, f"renew:{access_id}")

    def transfer(self, access_id: str) -> None:
        """Pindah satker."""
        self._navigator.open_page(_ACCESS, f"transfer:{access_id}")

    def fix(self, request_id: str) -> None:
        """Unggah Perbaikan Data."""
        self._navigator.open_page(_ACCESS, f"fix:{request_id}")

    def change(self, request_id: str) -> None:
        """Ubah permohonan; was asked for and confirmed."""
        self._navigator.open_page(_ACCESS, f"change:{request_id}")

    def ask_again(self, request_id: str) -> None:
        """Ajukan lagi, with the old data."""
        self._navigator.open_page(_ACCESS, f"again:{request_id}")

    def look(self, request_id: str) -> None:
        """See how a request stands."""
        self._navigator.open_page(_ACCESS, f"status:{request_id}")

    def withdraw(self, request_id: str) -> None:
        """Tarik; was asked for and confirmed."""
        requests = self._book.requests if self._book is not None else ()
        request = next((one for one in requests if one.request_id == request_id), None)
        if request is None:
            return
        self._runner.submit(
            Lane.NETWORK,
            self._service.withdraw,
            request.request_id,
            request.revision,
            on_done=self._withdrawn,
            on_error=self._view.show_failure,
        )

    def report(self, request_id: str) -> None:
        """Salin laporan, about a request or in general."""
        self._runner.submit(
            Lane.NETWORK,
            self._service.reporter,
            on_done=lambda reporter: self._reported(reporter, request_id),
            on_error=self._view.show_failure,
        )

    # ---- inside

    def _ask(self, drafted: bool) -> None:
        known = self._service.known(drafted=drafted)
        if known is not None:
            self._book = known
            self._view.show_book(known, online=True)

        def failed(error: Exception) -> None:
            self._show(None, drafted)
            if isinstance(error, BackendRefused) or self._link().online:
                self._view.show_failure(error)

        self._runner.submit(
            Lane.NETWORK,
            self._service.read,
            on_done=lambda own: self._show(own, drafted),
            on_error=failed,
            cancel=self._reading,
        )

    def _show(self, own: OwnAccesses | None, drafted: bool) -> None:
        self._book = self._service.book(own, drafted=drafted)
        self._stale = own is None
        self._view.show_loading(False)
        self._view.show_book(self._book, online=own is not None)

    def _withdrawn(self, changes: ChangeSet) -> None:
        self._view.show_withdrawn()
        self._bus.publish(changes)
        self.reload()

    def _reported(self, reporter: Reporter, request_id: str) -> None:
        if self._book is not None:
            self._view.copy_report(reporter, request_id, self._book)

    def _on_change(self, changes: ChangeSet) -> None:
        came_back = changes.touches("link") and self._stale
        mine = changes.initiator == "access"
        moved = changes.touches("access") or changes.touches("filing")
        if self._in_sight and not mine and (moved or (came_back and self._link().online)):
            self.reload()
