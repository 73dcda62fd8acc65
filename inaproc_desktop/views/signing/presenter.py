"""The page of a document without its widgets: reads, fetches, verifies, makes the key, signs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Protocol, TypeVar

from inaproc_core.errors import Refused
from inaproc_desktop.ports.data import BackendRefused, Link, WorldFailed
from inaproc_desktop.ports.finishing import Paper, PaperFile, Proof, ShownPaper, SignStep, Verdict
from inaproc_desktop.ports.ui import CancelToken, ChangeBus, ChangeSet, Clock, Lane, Navigator, Runner
from inaproc_desktop.services.signing import SigningService
from inaproc_desktop.services.way_back import WayBack

T = TypeVar("T")


class SigningView(Protocol):
    """What the presenter asks of the page."""

    def show_file(self, file: PaperFile, now: datetime) -> None:
        """Show what is signed, by whom, and what the reader may do."""

    def show_online(self, online: bool) -> None:
        """Close what needs the link, or open it again."""

    def show_reading(self) -> None:
        """Say that another order's document is looked up; nothing of the former one stays."""

    def show_missing(self) -> None:
        """Say that this document is not here."""

    def show_loading(self) -> None:
        """Say that the document is on its way."""

    def show_paper(self, shown: ShownPaper) -> None:
        """Show the document."""

    def show_no_paper(self, error: Exception) -> None:
        """Say why there is no document to show."""

    def show_verdict(self, verdict: Verdict | None) -> None:
        """Show the checks; ``None`` while none were made."""

    def show_checking(self, checking: bool) -> None:
        """Say that the checks run."""

    def show_step(self, step: SignStep | None) -> None:
        """Show where signing stands; ``None`` when nothing runs."""

    def show_turned_back(self) -> None:
        """Say that nothing was sent."""

    def show_busy(self, busy: bool) -> None:
        """Keep a deed from being made twice."""

    def show_key_made(self) -> None:
        """Say that the key is there, and go on to signing."""

    def show_sign_failure(self, error: Exception) -> None:
        """Say what went wrong with the signature."""

    def show_failure(self, error: Exception) -> None:
        """Say what else did not work."""

    def show_saved(self, path: str) -> None:
        """Say where the copy is."""


class SigningPresenter:
    """One per page; ``close`` ends it."""

    def __init__(
        self,
        view: SigningView,
        service: SigningService,
        runner: Runner,
        bus: ChangeBus,
        clock: Clock,
        navigator: Navigator,
        link: Callable[[], Link],
        paper: Paper,
    ) -> None:
        self._view = view
        self._service = service
        self._runner = runner
        self._bus = bus
        self._clock = clock
        self._navigator = navigator
        self._link = link
        self._paper = paper
        self._order_id = ""
        self._file: PaperFile | None = None
        self._shown: ShownPaper | None = None
        self._wanted = ("", 0)
        self._way_back: WayBack | None = None
        self._reading = CancelToken()
        self._fetching = CancelToken()
        self._unsubscribe = bus.subscribe(self._on_changes, "order", "link")

    def close(self) -> None:
        """Stop listening; what runs ends without showing anything."""
        self._reading.cancel()
        self._fetching.cancel()
        self._unsubscribe()

    # ---- reading

    def open(self, order_id: str) -> None:
        """Show the document of an order."""
        if order_id and order_id != self._order_id:
            self._order_id = order_id
            self._fetching.cancel()
            self._file, self._shown, self._wanted = None, None, ("", 0)
            self._view.show_reading()
            self._view.show_verdict(None)
        self._view.show_online(self._link().online)
        self._read()

    def back(self) -> None:
        """Go to the order that the document belongs to."""
        if self._order_id:
            self._navigator.open_page("order", self._order_id)
        else:
            self._navigator.open_page("orders")

    def _read(self) -> None:
        if not self._order_id:
            self._view.show_missing()
            return
        self._reading.cancel()
        self._reading = self._runner.submit(
            Lane.DATA,
            self._service.read,
            self._order_id,
            self._paper,
            on_done=self._on_file,
            on_error=self._on_error,
        )

    def _on_file(self, file: PaperFile | None) -> None:
        self._file = file
        if file is None:
            self._view.show_missing()
            return
        self._view.show_file(file, self._clock.now())
        wanted = (file.document_id, sum(seat.signature is not None for seat in file.seats))
        if file.document_id and wanted != self._wanted:
            self._wanted = wanted
            self._fetch(file.document_id)

    def _fetch(self, document_id: str) -> None:
        self._view.show_loading()
        self._view.show_verdict(None)
        self._fetching = self._runner.submit(
            Lane.NETWORK,
            self._service.fetch,
            document_id,
            on_done=self._on_paper,
            on_error=partial(self._on_no_link, document_id),
        )

    def _on_paper(self, shown: ShownPaper) -> None:
        self._shown = shown
        self._view.show_paper(shown)

    def _on_no_link(self, document_id: str, error: Exception) -> None:
        if not isinstance(error, WorldFailed | BackendRefused | Refused):
            raise error
        self._wanted = ("", 0)

        def on_kept(shown: ShownPaper | None) -> None:
            if shown is None:
                self._view.show_no_paper(error)
            else:
                self._on_paper(shown)

        self._fetching = self._runner.submit(
            Lane.DATA, self._service.kept, document_id, on_done=on_kept, on_error=self._on_error
        )

    def _on_changes(self, changes: ChangeSet) -> None:
        if changes.touches("link"):
            self._view.show_online(self._link().online)
        mine = not changes.ids or self._order_id in changes.ids
        if changes.touches("order") and self._order_id and mine and self._way_back is None:
            self._read()

    # ---- checks and copies

    def verify(self) -> None:
        """Verifikasi: check the document at hand."""
        if self._file is None or self._shown is None:
            return
        self._view.show_checking(True)
        self._runner.submit(
            Lane.NETWORK,
            self._service.verify,
            self._file,
            self._shown,
            on_done=self._on_verdict,
            on_error=self._on_error,
        )

    def _on_verdict(self, verdict: Verdict) -> None:
        self._view.show_checking(False)
        self._view.show_verdict(verdict)

    def save_copy(self, path: str) -> None:
        """Simpan PDF."""
        if self._shown is not None:
            self._runner.submit(
                Lane.NETWORK,
                self._service.save_copy,
                self._shown.pdf,
                path,
                on_done=lambda _nothing: self._view.show_saved(path),
                on_error=self._on_error,
            )

    # ---- deeds

    def make_key(self, passphrase: str) -> None:
        """Make the signing key of this machine."""
        self._view.show_busy(True)
        self._runner.submit(
            Lane.NETWORK, self._service.make_key, passphrase, on_done=self._on_key, on_error=self._on_error
        )

    def _on_key(self, _nothing: None) -> None:
        self._view.show_busy(False)
        self._view.show_key_made()
        self._read()

    def sign(self, passphrase: str, code: str, password: str) -> None:
        """Sign; the page shows each step and may turn back until it is sent."""
        if self._file is None or not self._file.may_sign or self._way_back is not None:
            return
        way_back = WayBack()
        self._way_back = way_back
        self._view.show_step(SignStep.PROVING)

        def tell(step: SignStep) -> None:
            self._runner.call_soon(partial(self._on_step, way_back, step))

        self._runner.submit(
            Lane.NETWORK,
            self._service.sign,
            self._file,
            passphrase,
            Proof(code=code, password=password),
            tell,
            way_back,
            on_done=self._on_signed,
            on_error=self._on_not_signed,
        )

    def turn_back(self) -> None:
        """Stop signing, if nothing was sent yet."""
        if self._way_back is not None and self._way_back.cancel():
            self._way_back = None
            self._view.show_step(None)
            self._view.show_turned_back()

    def _on_step(self, way_back: WayBack, step: SignStep) -> None:
        if self._way_back is way_back:
            self._view.show_step(step)

    def _on_signed(self, changes: ChangeSet) -> None:
        self._way_back = None
        self._view.show_step(None)
        self._bus.publish(changes)
        self._navigator.open_page("order", self._order_id)

    def _on_not_signed(self, error: Exception) -> None:
        self._way_back = None
        self._view.show_step(None)
        self._view.show_sign_failure(_expected(error))
        # Somebody may have signed or cancelled meanwhile: show what is true now.
        self._wanted = ("", 0)
        self._read()

    def decline(self, reason: str) -> None:
        """Tolak Pesanan."""
        self._do(self._service.decline, reason, self._on_declined)

    def number(self, number: str) -> None:
        """Give the BAST its number."""
        self._do(self._service.number, number, self._on_numbered)

    def _do(self, deed: Callable[[str, T], ChangeSet], fact: T, on_done: Callable[[ChangeSet], None]) -> None:
        if not self._order_id:
            return
        self._view.show_busy(True)
        self._runner.submit(
            Lane.NETWORK, deed, self._order_id, fact, on_done=on_done, on_error=self._on_error
        )

    def _on_declined(self, changes: ChangeSet) -> None:
        self._view.show_busy(False)
        self._bus.publish(changes)
        self._navigator.open_page("order", self._order_id)

    def _on_numbered(self, changes: ChangeSet) -> None:
        self._view.show_busy(False)
        self._bus.publish(changes)

    def _on_error(self, error: Exception) -> None:
        self._view.show_busy(False)
        self._view.show_checking(False)
        self._view.show_failure(_expected(error))


def _expected(error: Exception) -> Exception:
    if not isinstance(error, Refused | BackendRefused | WorldFailed):
        raise error
    return error
