"""A field that searches while one types and takes only what is picked from the answers."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    QStringListModel,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QColor, QFocusEvent, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QCompleter,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from inaproc_desktop.views import theme
from inaproc_desktop.views.widgets.fields.field import Field
from inaproc_desktop.views.widgets.values import Option

_TYPING_PAUSE_MS = 150
_NOT_COMING_BACK = frozenset({Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason})


class _OptionDelegate(QStyledItemDelegate):
    """Draws an option in two lines: what it is, and what tells alike ones apart."""

    def __init__(self, owner: PickerField) -> None:
        super().__init__(owner)
        self._owner = owner

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return room for one or two lines."""
        two = bool(self._owner.suggestion(index.row()).detail)
        return QSize(theme.px(120), theme.px(48 if two else 32))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the option."""
        shown = self._owner.suggestion(index.row())
        box = option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(theme.colours().accent_soft))
        inner = box.adjusted(theme.px(12), theme.px(5), -theme.px(12), -theme.px(5))
        font = theme.font("body")
        painter.setFont(font)
        painter.setPen(QColor(theme.colours().text))
        text = QFontMetrics(font).elidedText(shown.text, Qt.TextElideMode.ElideRight, inner.width())
        if not shown.detail:
            painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, text)
        else:
            painter.drawText(inner, Qt.AlignmentFlag.AlignTop, text)
            small = theme.font("small")
            painter.setFont(small)
            painter.setPen(QColor(theme.colours().muted))
            detail = QFontMetrics(small).elidedText(shown.detail, Qt.TextElideMode.ElideRight, inner.width())
            painter.drawText(inner, Qt.AlignmentFlag.AlignBottom, detail)
        painter.restore()


class PickerField(Field):
    """Searches while one types. ``value()`` is the picked option, None until one is picked.

    The screen answers ``query_changed`` with :meth:`show_suggestions`, at once or later.

    Signals:
        query_changed(str): the person stopped typing for a moment; empty when the list was opened.

    Args:
        label: see :class:`Field`.
        hint: see :class:`Field`.
        required: see :class:`Field`.
        placeholder: an example of what can be typed.
        label_visible: see :class:`Field`.
        parent: the widget that owns it.
    """

    query_changed = Signal(str)

    def __init__(
        self,
        label: str,
        *,
        hint: str = "",
        required: bool = False,
        placeholder: str = "",
        label_visible: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(label, hint=hint, required=required, label_visible=label_visible, parent=parent)
        self._picked: Option | None = None
        self._plain_hint = hint
        self._suggestions: tuple[Option, ...] = ()
        self._line = QLineEdit()
        self._line.setPlaceholderText(placeholder)
        self._line.setClearButtonEnabled(True)
        self._model = QStringListModel(self)
        self._completer = QCompleter(self._model, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setMaxVisibleItems(8)
        self._completer.setWidget(self._line)
        popup = QListView()
        theme.set_role(popup, "suggestions")
        self._completer.setPopup(popup)
        popup.setItemDelegate(_OptionDelegate(self))
        popup.setAccessibleName(label)
        self._completer.activated[QModelIndex].connect(self._on_picked)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_TYPING_PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self._place(self._line)
        self._line.textEdited.connect(self._on_edited)
        self._line.textChanged.connect(self._on_text)
        self._line.editingFinished.connect(self._on_left)
        self._line.installEventFilter(self)

    def value(self) -> Option | None:
        """Return the picked option."""
        return self._picked

    def show_value(self, value: Option | None) -> None:
        """Show an option without telling ``changed``."""
        self._picked = value
        text = value.text if value else ""
        if self._line.text() != text:
            self._line.setText(text)
            self._line.setCursorPosition(0)
        self._line.setToolTip(f"{text}\n{value.detail}" if value and value.detail else text)

    def typed(self) -> str:
        """Return the text exactly as it stands in the field."""
        return self._line.text()

    def show_searching(self) -> None:
        """Say that answers are on their way."""
        self.show_hint(self.tr("Mencari…"))

    def show_suggestions(self, options: Sequence[Option]) -> None:
        """Show answers under the field; none says so in words."""
        self._suggestions = tuple(options)
        self._model.setStringList([option.text for option in options])
        if not options and self._line.text().strip() and self._picked is None:
            self.show_hint(self.tr("Tidak ada yang cocok. Periksa ejaan atau coba kata lain."))
        else:
            self.show_hint(self._plain_hint)
        popup = self._completer.popup()
        # Not hasFocus(): that is False while another window is in front, and the answer would be lost.
        if options and self._line.window().focusWidget() is self._line:
            self._completer.complete()
        elif popup is not None:
            popup.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask again when one comes back to words that nothing was picked for.

        The answer may have come while another field had the keyboard; it is not put in the way there.
        """
        if watched is self._line and isinstance(event, QFocusEvent) and event.gotFocus():
            waiting = self._picked is None and bool(self._line.text().strip())
            if waiting and event.reason() not in _NOT_COMING_BACK:
                self._pause.start()
        return super().eventFilter(watched, event)

    def suggestion(self, row: int) -> Option:
        """Return one of the answers shown; an empty one outside of them."""
        return self._suggestions[row] if 0 <= row < len(self._suggestions) else Option("", "")

    def pick(self, option: Option) -> None:
        """Pick an option as if the person had done it."""
        self.show_value(option)
        self.show_error("")
        self.show_hint(self._plain_hint)
        self.changed.emit(option)
        self.committed.emit(option)

    def open_list(self) -> None:
        """Ask for answers to what stands in the field, at once."""
        self._ask()

    def _on_edited(self, _text: str) -> None:
        self.show_error("")
        had_one, self._picked = self._picked is not None, None
        if had_one:
            self.changed.emit(None)
        self._pause.start()

    def _on_text(self, text: str) -> None:
        # The clear button edits without "textEdited".
        if not text and self._picked is not None:
            self._picked = None
            self.changed.emit(None)

    def _ask(self) -> None:
        self.query_changed.emit(self._line.text().strip())

    def _on_picked(self, index: QModelIndex) -> None:
        if 0 <= index.row() < len(self._suggestions):
            self.pick(self._suggestions[index.row()])

    def _on_left(self) -> None:
        popup = self._completer.popup()
        if popup is not None and popup.isVisible():
            return
        if self._picked is None and self._line.text().strip():
            self.show_error(self.tr("Pilih salah satu dari daftar yang muncul ketika mengetik."))
