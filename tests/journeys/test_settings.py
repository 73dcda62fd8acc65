"""Pengaturan in the real window: the language and the size change while a purchase is open, and are kept."""

from __future__ import annotations

from typing import Any

import pytest

from inaproc_desktop.ports.preferences import Language
from inaproc_desktop.views.settings.view import SettingsPage
from tests.journeys.test_window import WAIT, Start, in_frame, start

__all__ = ["start"]
pytestmark = pytest.mark.journey


@pytest.fixture(autouse=True)
def indonesian_again(app_style: Any) -> Any:
    yield
    from inaproc_desktop.language import use_language  # late: after the window is gone
    from inaproc_desktop.views import theme  # as above

    use_language(app_style, "id")
    theme.apply_theme(app_style, "light", 1.0)


def settings_of(program: Any) -> SettingsPage:
    page = program.window.page("settings")
    assert isinstance(page, SettingsPage)
    return page


def test_the_language_changes_in_the_open_window_and_is_kept(start: Start, qtbot: Any) -> None:
    program = start("--training", "--sign-in", "ppk")
    qtbot.waitUntil(lambda: in_frame(program), timeout=WAIT)
    program.house._frame.open_page("settings")  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: bool(settings_of(program).stored.texts()), timeout=WAIT)
    assert settings_of(program).title() == "Pengaturan"
    settings_of(program).language_chosen.emit(Language.ENGLISH)
    qtbot.waitUntil(lambda: settings_of(program).title() == "Settings", timeout=WAIT)
    assert "TRAINING MODE" in program.window.windowTitle()
    settings_of(program).scale_chosen.emit(125)
    qtbot.waitUntil(lambda: settings_of(program).scale.value() == "125", timeout=WAIT)
    for place in list(program.window.page_ids()):
        program.house._frame.open_page(place)  # type: ignore[union-attr]
        qtbot.wait(20)
    program.shut_down()
    again = start("--training", "--sign-in", "ppk")
    qtbot.waitUntil(lambda: in_frame(again), timeout=WAIT)
    assert again.window.place_text("settings") == "Settings"
    assert again._preferences.load().scale_percent == 125
