"""The theme is on, and off again, for every test of the kit that shows something."""

from __future__ import annotations

from typing import Any

import pytest

from inaproc_desktop.views import format as fmt
from inaproc_desktop.views import theme
from inaproc_desktop.views.widgets import remembered


@pytest.fixture
def themed(app_style):
    """The application in the light theme at 100 %."""
    theme.apply_theme(app_style, "light")
    yield app_style
    theme.apply_theme(app_style, "light")


@pytest.fixture(autouse=True)
def as_shipped():
    """Indonesian, WIB, and nothing arranged by hand."""
    fmt.use(language="id", zone=fmt.Zone.WIB)
    remembered.use_store(remembered.MemoryStore())
    yield
    fmt.use(language="id", zone=fmt.Zone.WIB)


@pytest.fixture
def shown(themed, qtbot):
    """Show a widget and hand it back; it lives until the test ends."""
    held: list[Any] = []

    def show(widget, width=0, height=0):
        qtbot.addWidget(widget)
        held.append(widget)
        hint = widget.sizeHint()
        widget.resize(width or max(hint.width(), 240), height or max(hint.height(), 120))
        with qtbot.waitExposed(widget):
            widget.show()
        return widget

    return show
