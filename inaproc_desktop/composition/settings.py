"""The page of Pengaturan."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from inaproc_core.roles import Role
from inaproc_desktop.composition.deps import Deps, PageSpec
from inaproc_desktop.composition.release import CLIENT_VERSION
from inaproc_desktop.ports.preferences import Device, Preferences, PreferenceStore
from inaproc_desktop.services.preferences import PreferencesService
from inaproc_desktop.views.settings.presenter import SettingsPresenter
from inaproc_desktop.views.settings.view import SettingsPage


def pages(
    deps: Deps, preferences: PreferenceStore, device: Device, apply: Callable[[Preferences], None]
) -> tuple[PageSpec, ...]:
    """Return the page of Pengaturan, for every role.

    Args:
        deps: what it is built from.
        preferences: where the choices are kept.
        device: what the data folder holds.
        apply: shows choices that were just kept (``Appearance.show``).
    """
    service = PreferencesService(store=preferences, device=device, catalogue=deps.catalogue)
    return (
        PageSpec(place_id="settings", roles=frozenset(Role), make=partial(_settings, deps, service, apply)),
    )


def _settings(deps: Deps, service: PreferencesService, apply: Callable[[Preferences], None]) -> QWidget:
    page = SettingsPage(CLIENT_VERSION)
    presenter = SettingsPresenter(page, service, deps.runner, deps.bus, deps.link, deps.sync_now, apply)
    page.entered.connect(presenter.open)
    page.language_chosen.connect(lambda language: presenter.choose_language(language))
    page.theme_chosen.connect(lambda theme: presenter.choose_theme(theme))
    page.scale_chosen.connect(presenter.choose_scale)
    page.folder_chosen.connect(presenter.choose_export_folder)
    page.renewal_asked.connect(presenter.renew_catalogue)
    page.destroyed.connect(presenter.close)
    return page
