"""Windows that nobody asked for: a part shown before it has a parent flashes up as a window of its own."""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget


class _Watch(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.Show
            and isinstance(watched, QWidget)
            and watched.isWindow()
            and watched.parentWidget() is None
        ):
            ours = [frame for frame in traceback.extract_stack() if "/inaproc_desktop/" in frame.filename]
            place = f"{ours[-1].filename}:{ours[-1].lineno}" if ours else "?"
            self.found.append(f"{type(watched).__name__} {watched.objectName()!r} at {place}")
        return False


@contextmanager
def no_stray_windows(app: Any) -> Iterator[None]:
    """Fail when a widget without a parent is shown; windows that are meant are shown before or after."""
    assert isinstance(app, QApplication)
    watch = _Watch()
    app.installEventFilter(watch)
    try:
        yield
        app.processEvents()
    finally:
        app.removeEventFilter(watch)
    if watch.found:
        raise AssertionError("\n".join(watch.found))
