"""Pengaturan without widgets."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeVar

from inaproc_core.errors import Refused
from inaproc_desktop.ports.data import Link, WorldFailed
from inaproc_desktop.ports.preferences import (
    DeviceContent,
    Language,
    OfflineCatalogue,
    Preferences,
    ThemeChoice,
)
from inaproc_desktop.ports.ui import CancelToken, ChangeBus, ChangeSet, Lane, Runner
from inaproc_desktop.services.preferences import PreferencesService

T = TypeVar("T")


class SettingsView(Protocol):
    """What the presenter asks of the page."""

    def show_preferences(self, preferences: Preferences) -> None:
        """Show the choices in force."""

    def show_catalogue(self, held: OfflineCatalogue, link: Link) -> None:
        """Show what of the catalogue is here, and whether it can be renewed."""

    def show_device(self, content: DeviceContent) -> None:
        """Show what is stored on this device."""

    def show_folder_problem(self, error: Refused) -> None:
        """Say why a folder cannot be used; the former one stays."""

    def show_failure(self, error: WorldFailed) -> None:
        """Say that a choice was not kept."""

    def focus_field(self, field: str) -> None:
        """Put the focus where it was before the window was built again: ``language`` or ``scale``."""


class SettingsPresenter:
    """Keeps the page true; ``close`` ends it."""

    def __init__(
        self,
        view: SettingsView,
        service: PreferencesService,
        runner: Runner,
        bus: ChangeBus,
        link: Callable[[], Link],
        sync_now: Callable[[], None],
        apply: Callable[[Preferences], None],
    ) -> None:
        self._view = view
        self._service = service
        self._runner = runner
        self._link = link
        self._sync_now = sync_now
        self._apply = apply
        self._token = CancelToken()
        self._held: OfflineCatalogue | None = None
        self._unsubscribe = bus.subscribe(self._on_changes, "catalogue", "link")

    def open(self, field: str = "") -> None:
        """Show everything; ``field`` gets the focus when one is named."""
        self._view.show_preferences(self._service.preferences())
        self._read_catalogue()
        self._runner.submit(
            Lane.DATA,
            self._service.device,
            on_done=self._view.show_device,
            on_error=self._on_error,
            cancel=self._token,
        )
        if field:
            self._view.focus_field(field)

    def close(self) -> None:
        """Stop listening."""
        self._token.cancel()
        self._unsubscribe()

    def choose_language(self, language: Language) -> None:
        """Change the language."""
        self._change(self._service.choose_language, language)

    def choose_theme(self, theme: ThemeChoice) -> None:
        """Change the colours."""
        self._change(self._service.choose_theme, theme)

    def choose_scale(self, percent: int) -> None:
        """Change the size of letters and controls."""
        self._change(self._service.choose_scale, percent)

    def choose_export_folder(self, folder: str) -> None:
        """Change where files are saved; empty for the system's folder."""
        self._change(self._service.choose_export_folder, folder)

    def renew_catalogue(self) -> None:
        """Ask for a round of syncing, which fetches a newer catalogue where there is one."""
        self._sync_now()

    def _change(self, deed: Callable[[T], Preferences], wanted: T) -> None:
        self._runner.submit(
            Lane.DATA, deed, wanted, on_done=self._on_kept, on_error=self._on_error, cancel=self._token
        )

    def _on_kept(self, kept: Preferences) -> None:
        self._view.show_preferences(kept)
        # Last: a change of words or sizes builds the window again, and this page with it.
        self._apply(kept)

    def _read_catalogue(self) -> None:
        self._runner.submit(
            Lane.DATA,
            self._service.catalogue,
            on_done=self._on_catalogue,
            on_error=self._on_error,
            cancel=self._token,
        )

    def _on_catalogue(self, held: OfflineCatalogue) -> None:
        self._held = held
        self._view.show_catalogue(held, self._link())

    def _on_changes(self, changes: ChangeSet) -> None:
        if changes.touches("catalogue"):
            self._read_catalogue()
        elif self._held is not None:
            self._view.show_catalogue(self._held, self._link())

    def _on_error(self, error: Exception) -> None:
        # What was not kept must not stay on screen as if it were.
        self._view.show_preferences(self._service.preferences())
        if isinstance(error, Refused):
            self._view.show_folder_problem(error)
        elif isinstance(error, WorldFailed):
            self._view.show_failure(error)
        else:
            raise error
