"""What a person does at a window: look, click, type, wait. Everything goes through real Qt input events."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QCompleter,
    QDateEdit,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QTableView,
    QWidget,
)

from inaproc_desktop.views.widgets import PickerField, Table

Widget = TypeVar("Widget", bound=QWidget)
Thing = TypeVar("Thing")

PATIENCE = 20.0
"""Seconds that a person waits for something before giving up."""


class Stuck(Exception):  # noqa: N818 - the tour stops: what was expected did not appear
    """Something that should be on screen, enabled or reached is not."""


def wait_until(condition: Callable[[], bool], what: str, patience: float = PATIENCE) -> None:
    """Let the windows live until ``condition`` holds.

    Raises:
        Stuck: when it does not in time; ``what`` says what was waited for.
    """
    end = time.monotonic() + patience
    while not condition():
        if time.monotonic() > end:
            message = f"waited {patience:.0f} s for: {what}"
            raise Stuck(message)
        QTest.qWait(15)


def settle(seconds: float = 0.15) -> None:
    """Let the windows paint and pending work come back."""
    QTest.qWait(int(seconds * 1000))


def see(window: QWidget, name: str, kind: type[Widget], patience: float = PATIENCE) -> Widget:
    """Wait until a widget of this name is visible in a window, and return it."""
    found: list[Widget] = []

    def visible() -> bool:
        found[:] = [widget for widget in window.findChildren(kind, name) if widget.isVisible()]
        return bool(found)

    wait_until(visible, f"“{name}” ({kind.__name__}) in {window.windowTitle()!r}", patience)
    return found[0]


def click(window: QWidget, name: str, patience: float = PATIENCE) -> None:
    """Wait until a button is there and enabled, then press it with the mouse."""
    button = see(window, name, QAbstractButton, patience)
    press(button, name, patience)


def press(button: QAbstractButton, name: str, patience: float = PATIENCE) -> None:
    """Press a visible button once it is enabled."""
    wait_until(button.isEnabled, f"“{name}” to become available: {button.toolTip()}", patience)
    reveal(button)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=_middle(button))
    settle(0.05)


def reveal(widget: QWidget) -> None:
    """Scroll whatever holds a widget so that it can be seen."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(widget)
        parent = parent.parentWidget()
    QApplication.processEvents()


def type_into(window: QWidget, name: str, text: str) -> None:
    """Replace the text of a field by typing, then leave it with Tab."""
    field = see(window, name, QWidget)
    editor = _editor(field)
    reveal(editor)
    editor.setFocus(Qt.FocusReason.MouseFocusReason)
    if isinstance(editor, QPlainTextEdit):
        editor.selectAll()
        QTest.keyClicks(editor, text)
    elif isinstance(editor, QDateEdit):
        editor.setDate(QDate.fromString(text, Qt.DateFormat.ISODate))
    else:
        editor.selectAll()
        if text:
            QTest.keyClicks(editor, text)
        else:
            QTest.keyClick(editor, Qt.Key.Key_Delete)
    QTest.keyClick(editor, Qt.Key.Key_Tab)
    settle(0.05)


def choose(window: QWidget, name: str, starts_with: str) -> None:
    """Choose the entry of a combo box whose text starts with these words."""
    field = see(window, name, QWidget)
    box = field if isinstance(field, QComboBox) else _only(field.findChildren(QComboBox), name)
    reveal(box)

    def there() -> bool:
        return any(box.itemText(row).startswith(starts_with) for row in range(box.count()))

    wait_until(there, f"“{starts_with}” among the choices of “{name}”")
    row = next(row for row in range(box.count()) if box.itemText(row).startswith(starts_with))
    box.setFocus()
    box.setCurrentIndex(row)
    box.activated.emit(row)
    settle(0.05)


def pick(window: QWidget, table_name: str, row_id: str, patience: float = PATIENCE) -> Table:
    """Click the row of this id in a table, once it is there; returns the table."""
    table = see(window, table_name, Table, patience)
    wait_until(lambda: table.choose(row_id), f"“{row_id}” in “{table_name}”", patience)
    settle(0.05)
    return table


def open_row(window: QWidget, table_name: str, row_id: str, patience: float = PATIENCE) -> None:
    """Pick a row and open it with Enter."""
    table = pick(window, table_name, row_id, patience)
    view = _only(table.findChildren(QTableView), table_name)
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Return)
    settle(0.05)


def pick_suggestion(window: QWidget, name: str, text: str, starts_with: str) -> None:
    """Type into a picker, wait for its suggestions, and take the one that starts with these words."""
    field = see(window, name, PickerField)
    editor = _only([one for one in field.findChildren(QLineEdit) if one.isVisible()], name)
    reveal(editor)
    editor.setFocus(Qt.FocusReason.MouseFocusReason)
    editor.selectAll()
    QTest.keyClicks(editor, text)

    popup = _only(field.findChildren(QCompleter), name).popup()
    if popup is None:
        message = f"“{name}” suggests nothing"
        raise Stuck(message)

    def row_of() -> int:
        count = popup.model().rowCount() if popup.isVisible() else 0
        found = (row for row in range(count) if field.suggestion(row).text.startswith(starts_with))
        return next(found, -1)

    wait_until(lambda: row_of() >= 0, f"“{starts_with}” among the suggestions of “{name}”")
    for _ in range(row_of() + 1):
        QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    settle(0.05)


def type_dates(window: QWidget, name: str, *texts: str) -> None:
    """Type dates into a date field or a range of two."""
    field = see(window, name, QWidget)
    editors = [editor for editor in field.findChildren(QLineEdit) if editor.isVisible()]
    for editor, text in zip(editors, texts, strict=True):
        reveal(editor)
        editor.setFocus(Qt.FocusReason.MouseFocusReason)
        editor.selectAll()
        QTest.keyClicks(editor, text)
        QTest.keyClick(editor, Qt.Key.Key_Tab)
    settle(0.05)


def _editor(field: QWidget) -> QLineEdit | QPlainTextEdit | QDateEdit:
    if isinstance(field, QLineEdit | QPlainTextEdit | QDateEdit):
        return field
    inner: list[QLineEdit | QPlainTextEdit | QDateEdit] = [
        *field.findChildren(QDateEdit),
        *field.findChildren(QPlainTextEdit),
        *field.findChildren(QLineEdit),
    ]
    for editor in inner:
        if editor.isVisible():
            return editor
    message = f"“{field.objectName()}” has nothing to type into"
    raise Stuck(message)


def _only(found: list[Thing], name: str) -> Thing:
    if not found:
        message = f"nothing of the expected kind inside “{name}”"
        raise Stuck(message)
    return found[0]


def _middle(widget: QWidget) -> QPoint:
    return widget.rect().center()
