"""What all fields share: the label above, the editor, and the line below for a hint or an error."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from inaproc_desktop.views import theme
from inaproc_desktop.views.widgets import parts
from inaproc_desktop.views.widgets.marks import IconMark


class Field(QWidget):
    """A labelled input.

    A sub-class builds its editor, hands it to :meth:`_place`, and offers ``value()`` and ``show_value()``.

    Args:
        label: what is asked for; also the name that a screen reader says. Required.
        hint: quiet help under the field.
        required: marks the label with a star and says so to a screen reader.
        label_visible: False where a column heading already says it (cells, search boxes).
        parent: the widget that owns it.

    Signals:
        changed(object): the person edited; carries the value, None when there is no valid one.
        committed(object): the person pressed Enter or left the field after editing; same value.

    Raises:
        ValueError: if the label is empty.
    """

    changed = Signal(object)
    committed = Signal(object)

    def __init__(
        self,
        label: str,
        *,
        hint: str = "",
        required: bool = False,
        label_visible: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        if not label.strip():
            message = "a field needs a label: without one a screen reader cannot name it"
            raise ValueError(message)
        self._name = label
        self._required = required
        self._hint = hint
        self._error = ""
        self._editors: tuple[QWidget, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(theme.px(theme.GAP_4))
        self._label = parts.label(parts.plain(f"{label} *" if required else label), "field")
        self._layout.addWidget(self._label)
        self._label.setVisible(label_visible)
        self._below = QWidget()
        below = QHBoxLayout(self._below)
        below.setContentsMargins(theme.px(2), 0, 0, 0)
        below.setSpacing(theme.px(theme.GAP_4))
        self._mark = IconMark("error", "bad", 14)
        self._words = parts.label("", "hint", wrap=True)
        below.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        below.addWidget(self._words, 1)
        self._layout.addWidget(self._below)
        self._show_below()

    # ---- for sub-classes

    def _place(self, holder: QWidget, *editors: QWidget) -> None:
        """Put the editor in its place and name it; ``holder`` is the editor or a row of several."""
        self._editors = editors or (holder,)
        self._layout.insertWidget(1, holder)
        self._label.setBuddy(self._editors[0])
        self.setFocusProxy(self._editors[0])
        if len(self._editors) == 1:
            self._editors[0].setAccessibleName(self._name)
        self._describe()

    # ---- for screens

    @property
    def name(self) -> str:
        """The label."""
        return self._name

    def show_error(self, text: str) -> None:
        """Say what is wrong and what to do, under the field; what was typed stays. Empty clears."""
        self._error = text
        for editor in self._editors:
            if editor.property("wrong") != bool(text):
                editor.setProperty("wrong", bool(text))
                editor.style().unpolish(editor)
                editor.style().polish(editor)
                editor.update()
        self._show_below()

    def show_hint(self, text: str) -> None:
        """Change the quiet help under the field."""
        self._hint = text
        self._show_below()

    def error(self) -> str:
        """Return the error shown, empty when there is none."""
        return self._error

    def has_error(self) -> bool:
        """Return whether an error is shown."""
        return bool(self._error)

    def focus_editor(self) -> None:
        """Put the cursor into the field and scroll it into view; where checklist links lead."""
        widget: QWidget | None = self.parentWidget()
        while widget is not None:
            if isinstance(widget, QScrollArea):
                widget.ensureWidgetVisible(self, theme.px(24), theme.px(24))
            widget = widget.parentWidget()
        self._editors[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def set_locked(self, locked: bool) -> None:
        """Make the field readable but not editable; its text stays selectable where it is text."""
        for editor in self._editors:
            lock = getattr(editor, "setReadOnly", None)
            if lock is None:
                editor.setEnabled(not locked)
            else:
                lock(locked)

    # ---- inside

    def _show_below(self) -> None:
        wrong = bool(self._error)
        self._mark.setVisible(wrong)
        self._words.setText(self._error or self._hint)
        theme.set_role(self._words, "error" if wrong else "hint")
        parts.show_or_hide(self._below, bool(self._error or self._hint))
        self._describe()

    def _describe(self) -> None:
        said = [self.tr("wajib")] if self._required else []
        said += [text for text in (self._error, self._hint) if text]
        for editor in self._editors:
            editor.setAccessibleDescription(". ".join(said))
