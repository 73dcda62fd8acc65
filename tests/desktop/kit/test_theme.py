"""Tokens can be read, icons are drawn in the theme's ink, switching works on a live window."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QLabel, QPushButton

from inaproc_desktop.views import theme
from inaproc_desktop.views.theme.tokens import DARK, LIGHT, READ_PAIRS, SEEN_PAIRS, TYPE_SCALE, contrast

THEMES = [pytest.param(LIGHT, id="light"), pytest.param(DARK, id="dark")]


def test_contrast_of_black_on_white_is_21():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("colours", THEMES)
@pytest.mark.parametrize(("ink", "ground"), READ_PAIRS)
def test_text_can_be_read(colours, ink, ground):
    assert contrast(getattr(colours, ink), getattr(colours, ground)) >= 4.5


@pytest.mark.parametrize("colours", THEMES)
@pytest.mark.parametrize(("ink", "ground"), SEEN_PAIRS)
def test_shapes_can_be_seen(colours, ink, ground):
    assert contrast(getattr(colours, ink), getattr(colours, ground)) >= 3


def test_switching_changes_palette_sheet_and_tells(themed, qtbot):
    light = themed.palette().color(QPalette.ColorRole.Window).name().upper()
    with qtbot.waitSignal(theme.notifier().changed, timeout=1000):
        theme.apply_theme(themed, "dark", 1.5)
    assert light == LIGHT.background
    assert themed.palette().color(QPalette.ColorRole.Window).name().upper() == DARK.background
    assert DARK.accent in themed.styleSheet()
    assert LIGHT.accent not in themed.styleSheet()
    assert theme.is_dark()
    assert theme.px(10) == 15
    assert theme.font("body").pointSizeF() == pytest.approx(15)


def test_the_scale_is_held_in_bounds(themed):
    theme.apply_theme(themed, "light", 9)
    assert theme.scale() == 2.0


def test_an_unknown_mode_is_refused(themed):
    with pytest.raises(ValueError, match="sepia"):
        theme.apply_theme(themed, "sepia")


def test_the_font_of_the_application_is_used(themed):
    assert theme.font("title").family() == "Noto Sans"
    assert set(TYPE_SCALE) >= {"body", "small", "title"}


@pytest.mark.parametrize("name", theme.icon_names())
def test_every_icon_is_drawn_in_the_ink_asked_for(themed, name):
    image = theme.pixmap(name, 48, "accent").toImage()
    wanted = QColor(LIGHT.accent)
    pixels = [image.pixelColor(x, y) for x in range(48) for y in range(48)]
    inked = [pixel for pixel in pixels if pixel.alpha() > 250]
    assert len(inked) > 8
    for pixel in inked:
        off = (pixel.red() - wanted.red(), pixel.green() - wanted.green(), pixel.blue() - wanted.blue())
        assert max(map(abs, off)) <= 1, off


def test_icons_follow_a_switch(themed, qtbot):
    button = QPushButton("x")
    qtbot.addWidget(button)
    theme.set_icon(button, "cart")
    before = button.icon().pixmap(18, 18).toImage()
    theme.apply_theme(themed, "dark")
    assert button.icon().pixmap(18, 18).toImage() != before


def test_a_role_shows_at_once(themed, qtbot):
    label = QLabel("Total")
    qtbot.addWidget(label)
    label.ensurePolished()
    theme.set_role(label, "error")
    label.ensurePolished()
    assert label.palette().color(QPalette.ColorRole.WindowText).name().upper() == LIGHT.bad


def test_a_missing_icon_is_named(themed):
    with pytest.raises(FileNotFoundError, match="unicorn"):
        theme.pixmap("unicorn")
