"""Pengaturan: the person's choices about the window, and what this device holds."""

from __future__ import annotations

from dataclasses import replace

from inaproc_core.errors import refuse
from inaproc_desktop.ports.catalogue import Catalogue, CatalogueQuery
from inaproc_desktop.ports.preferences import (
    SCALES,
    Device,
    DeviceContent,
    Language,
    OfflineCatalogue,
    Preferences,
    PreferenceStore,
    ThemeChoice,
)


class PreferencesService:
    """Reads and changes what the settings page shows."""

    def __init__(self, *, store: PreferenceStore, device: Device, catalogue: Catalogue) -> None:
        self._store = store
        self._device = device
        self._catalogue = catalogue

    def preferences(self) -> Preferences:
        """Return the present choices."""
        return self._store.load()

    def choose_language(self, language: Language) -> Preferences:
        """Show the screens in another language from now on."""
        return self._saved(replace(self._store.load(), language=language))

    def choose_theme(self, theme: ThemeChoice) -> Preferences:
        """Colour the window in another way from now on."""
        return self._saved(replace(self._store.load(), theme=theme))

    def choose_scale(self, percent: int) -> Preferences:
        """Change the size of letters and controls.

        Raises:
            ValueError: not one of ``SCALES``.
        """
        if percent not in SCALES:
            message = f"no size {percent} %; there are {SCALES}"
            raise ValueError(message)
        return self._saved(replace(self._store.load(), scale_percent=percent))

    def choose_export_folder(self, folder: str) -> Preferences:
        """Save lists and documents to another folder unless said otherwise; empty for the system's.

        Raises:
            Refused: ``export_folder.not_writable`` with ``folder``; the former folder stays.
        """
        if folder and not self._device.can_write(folder):
            refuse("export_folder.not_writable", at="export_folder", folder=folder)
        return self._saved(replace(self._store.load(), export_folder=folder))

    def catalogue(self) -> OfflineCatalogue:
        """Return what of the catalogue is here."""
        held = self._catalogue.search(CatalogueQuery(limit=1))
        return OfflineCatalogue(products=held.total, fetched_at=self._catalogue.fetched_at())

    def device(self) -> DeviceContent:
        """Return what is stored here."""
        return DeviceContent(folder=self._device.folder(), amounts=self._device.stored())

    def _saved(self, wanted: Preferences) -> Preferences:
        self._store.save(wanted)
        return wanted
