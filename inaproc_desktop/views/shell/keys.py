"""Keys that belong to the window even while the person types in a field."""

from __future__ import annotations

from contextlib import suppress

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

RESERVED = frozenset({Qt.Key.Key_K, Qt.Key.Key_E, Qt.Key.Key_F, Qt.Key.Key_P})
"""With Ctrl: palette, export, filter, print."""


class ReservedKeys(QObject):
    """Keeps text fields from taking the window's keys.

    On X11 a Qt text field reads Ctrl+K as "delete to the end of the line" and Ctrl+E as "end of the line"
    before any shortcut is looked at: instead of opening the palette, Ctrl+K would destroy what was typed.
    Only the field that has the focus is watched, so that no other event passes through Python.

    Args:
        app: the application.
    """

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._watched: QWidget | None = None
        app.focusChanged.connect(self._on_focus)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave reserved keys to the shortcuts."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            only_control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
            if only_control and event.key() in RESERVED:
                event.ignore()
                return True
        return False

    def _on_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        if self._watched is not None:
            with suppress(RuntimeError):  # the field may be gone, and its filters with it
                self._watched.removeEventFilter(self)
            self._watched = None
        if isinstance(now, (QLineEdit, QPlainTextEdit)):
            now.installEventFilter(self)
            self._watched = now


_keys: ReservedKeys | None = None


def reserve_keys() -> None:
    """Reserve the window's keys in this application; calling it again changes nothing."""
    global _keys
    app = QApplication.instance()
    if _keys is None and isinstance(app, QApplication):
        _keys = ReservedKeys(app)
