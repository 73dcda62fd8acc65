"""Keeping the cursor where a person works while the page around it is filled anew."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QApplication, QLineEdit, QWidget


@contextmanager
def focus_kept(page: QWidget) -> Iterator[None]:
    """Give focus and cursor back after something that fills the fields of a page."""
    focus = QApplication.focusWidget()
    cursor = focus.cursorPosition() if isinstance(focus, QLineEdit) else None
    yield
    if focus not in page.findChildren(QWidget):  # a line of a product that is gone there went with it
        return
    focus.setFocus()
    if isinstance(focus, QLineEdit) and cursor is not None:
        focus.setCursorPosition(cursor)
