"""Fields for words: one line, several lines, secrets, and the search box above lists."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from inaproc_desktop.views import theme
from inaproc_desktop.views.widgets.fields.field import Field

_TYPING_PAUSE_MS = 120


class LineField(Field):
    """A field whose editor is one line of text; the ground of text, money, quantity and date."""

    def __init__(
        self,
        label: str,
        *,
        hint: str = "",
        required: bool = False,
        label_visible: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(label, hint=hint, required=required, label_visible=label_visible, parent=parent)
        self._line = QLineEdit()
        self._edited = False
        self._place(self._line)
        self._line.textEdited.connect(self._on_edited)
        self._line.editingFinished.connect(self._on_left)

    def typed(self) -> str:
        """Return the text exactly as it stands in the field."""
        return self._line.text()

    def value(self) -> object:
        """Return the value; sub-classes narrow the type."""
        raise NotImplementedError

    def _on_edited(self, _text: str) -> None:
        self._edited = True
        self.show_error("")
        self.changed.emit(self.value())

    def _on_left(self) -> None:
        if not self._edited:
            return
        self._edited = False
        self._settle()
        self.committed.emit(self.value())

    def _settle(self) -> None:
        """Tidy what was typed when the person leaves; sub-classes may say what is wrong."""


class TextField(LineField):
    """One line of words. ``value()`` is the text without surrounding blanks.

    Args:
        label: see :class:`Field`.
        hint: see :class:`Field`.
        required: see :class:`Field`.
        label_visible: see :class:`Field`.
        max_length: letters that may be typed.
        placeholder: an example, never the only name of the field.
        secret: hides what is typed, with a button to look at it.
        parent: the widget that owns it.
    """

    def __init__(
        self,
        label: str,
        *,
        hint: str = "",
        required: bool = False,
        label_visible: bool = True,
        max_length: int = 0,
        placeholder: str = "",
        secret: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(label, hint=hint, required=required, label_visible=label_visible, parent=parent)
        if max_length:
            self._line.setMaxLength(max_length)
        self._line.setPlaceholderText(placeholder)
        self._secret = secret
        if secret:
            self._line.setEchoMode(QLineEdit.EchoMode.Password)
            self._look = QAction(self.tr("Perlihatkan"), self._line)
            self._look.setCheckable(True)
            theme.set_icon(self._look, "eye", "muted")
            self._look.toggled.connect(self._show_secret)
            self._line.addAction(self._look, QLineEdit.ActionPosition.TrailingPosition)

    def value(self) -> str:
        """Return the text; secrets with their blanks, everything else without outer ones."""
        return self._line.text() if self._secret else self._line.text().strip()

    def show_value(self, value: str) -> None:
        """Show a text without telling ``changed``; the same text leaves the cursor where it is."""
        if value != self._line.text():
            self._line.setText(value)
        self._edited = False

    def _show_secret(self, shown: bool) -> None:
        self._line.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)


class MultilineField(Field):
    """Several lines of words; Tab goes to the next field.

    Args:
        label: see :class:`Field`.
        hint: see :class:`Field`.
        required: see :class:`Field`.
        max_length: letters that may stand in it; the rest of the room is counted under the field.
        lines: height in lines.
        parent: the widget that owns it.
    """

    def __init__(
        self,
        label: str,
        *,
        hint: str = "",
        required: bool = False,
        max_length: int = 0,
        lines: int = 3,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(label, hint=hint, required=required, parent=parent)
        self._most = max_length
        self._plain_hint = hint
        self._lines = lines
        self._showing = False
        self._edited = False
        self._edit = QPlainTextEdit()
        self._edit.setTabChangesFocus(True)
        self._place(self._edit)
        self._edit.textChanged.connect(self._on_edited)
        self._edit.installEventFilter(self)
        theme.notifier().changed.connect(self._fit)
        self._fit()

    def value(self) -> str:
        """Return the text without outer blanks."""
        return self._edit.toPlainText().strip()

    def show_value(self, value: str) -> None:
        """Show a text without telling ``changed``."""
        if value == self._edit.toPlainText():
            return
        self._showing = True
        self._edit.setPlainText(value)
        self._showing = False
        self._edited = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell ``committed`` when the person leaves."""
        if watched is self._edit and event.type() == QEvent.Type.FocusOut and self._edited:
            self._edited = False
            self.committed.emit(self.value())
        return super().eventFilter(watched, event)

    def _on_edited(self) -> None:
        text = self._edit.toPlainText()
        if self._most and len(text) > self._most:
            cursor = self._edit.textCursor()
            at = cursor.position()
            self._showing = True
            self._edit.setPlainText(text[: self._most])
            cursor = self._edit.textCursor()
            cursor.setPosition(min(at, self._most))
            self._edit.setTextCursor(cursor)
            self._showing = False
        if self._showing:
            return
        self._edited = True
        self.show_error("")
        if self._most and len(text) > self._most * 4 // 5:
            left = max(self._most - len(text), 0)
            self.show_hint(self.tr("Tersisa {count} huruf.").format(count=left))
        elif self._hint != self._plain_hint:
            self.show_hint(self._plain_hint)
        self.changed.emit(self.value())

    def _fit(self) -> None:
        height = self._edit.fontMetrics().lineSpacing() * self._lines + theme.px(18)
        self._edit.setFixedHeight(height)


class SearchField(LineField):
    """The box above a list. ``changed`` comes with every letter, ``search_asked`` after a short pause.

    Signals:
        search_asked(str): the person stopped typing for a moment, or pressed Enter.
        list_asked(): the person pressed the down arrow: the list should take the focus.
    """

    search_asked = Signal(str)
    list_asked = Signal()

    def __init__(self, label: str, *, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(label, label_visible=False, parent=parent)
        self._line.setPlaceholderText(placeholder or label)
        self._line.setClearButtonEnabled(True)
        theme.set_role(self._line, "search")
        self._glass = QAction(self._line)
        theme.set_icon(self._glass, "search", "muted", 16)
        self._line.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_TYPING_PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self._line.textChanged.connect(self._on_text)
        self._line.returnPressed.connect(self._ask)
        self._line.installEventFilter(self)
        self._asked = ""

    def value(self) -> str:
        """Return what is searched for."""
        return self._line.text().strip()

    def show_value(self, value: str) -> None:
        """Show a search without asking for it."""
        self._asked = value.strip()
        self._line.setText(value)
        self._pause.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Escape empties the box, the down arrow leaves it for the list."""
        if watched is self._line and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Down:
                self.list_asked.emit()
                return True
            if event.key() == Qt.Key.Key_Escape and self._line.text():
                self._line.clear()
                self._ask()
                return True
        return super().eventFilter(watched, event)

    def _on_text(self, _text: str) -> None:
        self._pause.start()

    def _ask(self) -> None:
        self._pause.stop()
        if self.value() != self._asked:
            self._asked = self.value()
            self.search_asked.emit(self._asked)
