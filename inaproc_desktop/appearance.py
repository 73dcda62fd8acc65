"""How the window looks and speaks, as the person chose it: at the start and at every change."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QApplication

from inaproc_desktop.language import use_language
from inaproc_desktop.ports.preferences import Preferences, PreferenceStore, ThemeChoice
from inaproc_desktop.views import theme
from inaproc_desktop.views.widgets import exports


class Appearance:
    """Dresses the application in the preferences of a profile.

    Attributes:
        store: where the preferences are kept.
        on_rebuild: called when words or sizes changed, so that widgets made before must be made again; gets
            the field of the settings page that was changed, to give it the focus back. Colours need none
            of this, they follow by themselves.
    """

    def __init__(self, application: QApplication, store: PreferenceStore) -> None:
        """Dress the application as it was left."""
        self._application = application
        self.store = store
        self.on_rebuild: Callable[[str], None] = lambda _field: None
        self._shown = store.load()
        self._dress(self._shown)

    def show(self, wanted: Preferences) -> None:
        """Show preferences that were saved already; UI thread."""
        before, self._shown = self._shown, wanted
        self._dress(wanted)
        if wanted.language != before.language:
            self.on_rebuild("language")
        elif wanted.scale_percent != before.scale_percent:
            self.on_rebuild("scale")

    def choose_theme(self, mode: str) -> None:
        """Keep and show another theme: ``light``, ``dark`` or ``system``.

        Raises:
            WorldFailed: ``world.disk``.
        """
        wanted = replace(self.store.load(), theme=ThemeChoice(mode))
        self.store.save(wanted)
        self.show(wanted)

    def _dress(self, wanted: Preferences) -> None:
        use_language(self._application, wanted.language.value)
        exports.use_folder(wanted.export_folder)
        theme.apply_theme(self._application, wanted.theme.value, wanted.scale_percent / 100)
