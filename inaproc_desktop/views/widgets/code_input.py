"""Six boxes for a one-time code: typing walks on, pasting fills them all."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from inaproc_desktop.views import theme
from inaproc_desktop.views.widgets.fields.field import Field


class CodeInput(Field):
    """A one-time code of digits.

    Args:
        label: what code it is.
        length: number of digits.
        hint: see :class:`Field`.
        parent: the widget that owns it.

    Signals:
        completed(str): all boxes are filled; carries the code.
    """

    completed = Signal(str)

    def __init__(self, label: str, *, length: int = 6, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(label, hint=hint, parent=parent)
        self._boxes: list[QLineEdit] = []
        holder = QWidget()
        layout = QHBoxLayout(holder)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(theme.GAP_8))
        for _ in range(length):
            box = QLineEdit()
            theme.set_role(box, "code")
            box.setMaxLength(1)
            box.setAlignment(Qt.AlignmentFlag.AlignCenter)
            box.setFixedSize(theme.px(44), theme.px(48))
            box.installEventFilter(self)
            layout.addWidget(box)
            self._boxes.append(box)
        layout.addStretch(1)
        self._place(holder, *self._boxes)
        for at, box in enumerate(self._boxes, start=1):
            said = self.tr("{label}, angka {place} dari {count}")
            box.setAccessibleName(said.format(label=label, place=at, count=length))

    def value(self) -> str:
        """Return the digits filled in so far."""
        return "".join(box.text() for box in self._boxes)

    def show_value(self, value: str) -> None:
        """Show digits without telling anybody."""
        digits = _digits(value)
        for at, box in enumerate(self._boxes):
            box.setText(digits[at : at + 1])

    def clear(self) -> None:
        """Empty all boxes and start again at the first."""
        self.show_value("")
        self._boxes[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take keys before the single box does."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and watched in self._boxes:
            return self._on_key(self._boxes.index(watched), event)
        return super().eventFilter(watched, event)

    def _on_key(self, at: int, event: QKeyEvent) -> bool:
        if event.matches(QKeySequence.StandardKey.Paste):
            self._fill(0, _digits(QGuiApplication.clipboard().text()))
            return True
        key = event.key()
        if key == Qt.Key.Key_Backspace:
            if not self._boxes[at].text() and at:
                at -= 1
            self._boxes[at].setText("")
            self._boxes[at].setFocus()
            self._tell()
            return True
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            to = at + (1 if key == Qt.Key.Key_Right else -1)
            if 0 <= to < len(self._boxes):
                self._boxes[to].setFocus()
            return True
        digits = _digits(event.text())
        if digits:
            self._fill(at, digits)
            return True
        # A letter is no digit: swallowed. Tab, Enter and shortcuts go their usual way.
        return bool(event.text()) and event.text().isprintable()

    def _fill(self, at: int, digits: str) -> None:
        if not digits:
            return
        last = at
        for place, digit in enumerate(digits[: len(self._boxes) - at], start=at):
            self._boxes[place].setText(digit)
            last = place
        self._boxes[min(last + 1, len(self._boxes) - 1)].setFocus()
        self._tell()

    def _tell(self) -> None:
        self.show_error("")
        self.changed.emit(self.value())
        if len(self.value()) == len(self._boxes):
            self.committed.emit(self.value())
            self.completed.emit(self.value())


def _digits(text: str) -> str:
    return "".join(letter for letter in text if letter.isascii() and letter.isdigit())
