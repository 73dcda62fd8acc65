"""What every test of the desktop leaves behind: nothing."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from inaproc_desktop.views import theme


@pytest.fixture(autouse=True)
def usual_size() -> Iterator[None]:
    """Put the sizes back after a test that looked at the screens at 150 %."""
    yield
    application = QApplication.instance()
    if isinstance(application, QApplication) and theme.px(100) != 100:
        theme.apply_theme(application, "light", 1.0)
