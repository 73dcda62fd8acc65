"""The command palette: one box that leads to pages, orders, products and actions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from inaproc_desktop.views import theme
from inaproc_desktop.views.shell.rows import PaletteEntry
from inaproc_desktop.views.widgets import parts

_TYPING_PAUSE_MS = 60
_ROW, _HEADING = 38, 26
_ENTRY_ROLE = Qt.ItemDataRole.UserRole + 1
_Index = QModelIndex | QPersistentModelIndex


class _Entries(QAbstractListModel):
    """Entries with a heading row before each group; headings cannot be chosen."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: list[PaletteEntry | str] = []

    def show_entries(self, entries: Sequence[PaletteEntry], headings: dict[str, str]) -> None:
        self.beginResetModel()
        self._rows = []
        group = ""
        for entry in entries:
            if entry.group != group:
                group = entry.group
                self._rows.append(headings.get(group, group))
            self._rows.append(entry)
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == _ENTRY_ROLE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row if isinstance(row, str) else f"{row.text} {row.detail}".strip()
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if isinstance(index.data(_ENTRY_ROLE), PaletteEntry):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags


class _EntryDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        heading = isinstance(index.data(_ENTRY_ROLE), str)
        return QSize(theme.px(200), theme.px(_HEADING if heading else _ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row = index.data(_ENTRY_ROLE)
        box: QRect = option.rect
        shown = theme.colours()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inner = box.adjusted(theme.px(12), 0, -theme.px(12), 0)
        if isinstance(row, str):
            painter.setFont(theme.font("small_strong"))
            painter.setPen(QColor(shown.muted))
            painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, row)
            painter.restore()
            return
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(shown.accent_soft))
            painter.drawRoundedRect(box.adjusted(2, 1, -2, -1), theme.px(6), theme.px(6))
        left = inner.left()
        if row.icon:
            side = theme.px(18)
            ratio = painter.device().devicePixelRatioF()
            drawn = theme.pixmap(row.icon, side, "muted", ratio)
            painter.drawPixmap(left, box.top() + (box.height() - side) // 2, drawn)
            left += side + theme.px(10)
        small, body = theme.font("small"), theme.font("body")
        right = inner.right()
        if row.shortcut:
            painter.setFont(small)
            painter.setPen(QColor(shown.muted))
            painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, row.shortcut)
            right -= QFontMetrics(small).horizontalAdvance(row.shortcut) + theme.px(10)
        room = QRect(left, box.top(), right - left, box.height())
        text = QFontMetrics(body).elidedText(row.text, Qt.TextElideMode.ElideRight, room.width())
        painter.setFont(body)
        painter.setPen(QColor(shown.text))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, text)
        room.setLeft(left + QFontMetrics(body).horizontalAdvance(text) + theme.px(10))
        if row.detail and room.width() > theme.px(30):
            painter.setFont(small)
            painter.setPen(QColor(shown.muted))
            detail = QFontMetrics(small).elidedText(row.detail, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, detail)
        painter.restore()


class CommandPalette(QWidget):
    """Lies over the window while it is open; Escape or a click beside it closes.

    Args:
        host: the window's content; it owns the palette.

    Signals:
        query_changed(str): the person typed; also with an empty text when it opens.
        chosen(str): the id of the entry that was chosen.
    """

    query_changed = Signal(str)
    chosen = Signal(str)

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self._return_to: QWidget | None = None
        self._panel = QFrame(self)
        theme.set_role(self._panel, "popup")
        layout = QVBoxLayout(self._panel)
        layout.setContentsMargins(*(theme.px(side) for side in (10, 10, 10, 10)))
        layout.setSpacing(theme.px(6))
        self._line = QLineEdit()
        self._line.setPlaceholderText(self.tr("Cari halaman, nomor pesanan, produk…"))
        self._line.setAccessibleName(self.tr("Cari halaman, nomor pesanan, produk, tindakan"))
        self._list = QListView()
        theme.set_role(self._list, "popup_list")
        self._list.setAccessibleName(self.tr("Hasil pencarian"))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setMouseTracking(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._model = _Entries(self)
        self._list.setModel(self._model)
        self._list.setItemDelegate(_EntryDelegate(self._list))
        self._nothing = parts.label(self.tr("Tidak ada yang cocok."), "muted")
        self._nothing.setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(8))
        layout.addWidget(self._line)
        layout.addWidget(self._list)
        layout.addWidget(self._nothing)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_TYPING_PAUSE_MS)
        self._pause.timeout.connect(lambda: self.query_changed.emit(self._line.text()))
        self._line.textEdited.connect(lambda _text: self._pause.start())
        self._line.installEventFilter(self)
        self._list.clicked.connect(self._on_clicked)
        self._list.entered.connect(self._list.setCurrentIndex)
        host.installEventFilter(self)
        self.hide()

    def open_palette(self) -> None:
        """Open over the window and take the keyboard."""
        if self.isVisible():
            self._line.selectAll()
            return
        self._return_to = self.window().focusWidget()
        self._line.clear()
        self.setGeometry(self._host.rect())
        self.show()
        self.raise_()
        self._line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.query_changed.emit("")
        self._fit()

    def close_palette(self) -> None:
        """Close and give the keyboard back."""
        self._pause.stop()
        self.hide()
        if self._return_to is not None:
            self._return_to.setFocus(Qt.FocusReason.OtherFocusReason)
            self._return_to = None

    def show_entries(self, entries: Sequence[PaletteEntry]) -> None:
        """Show what was found; the first entry is ready to be chosen."""
        headings = {"pages": self.tr("Halaman"), "actions": self.tr("Tindakan")}
        self._model.show_entries(entries, headings)
        self._nothing.setVisible(not entries)
        self._list.setVisible(bool(entries))
        if entries:
            self._list.setCurrentIndex(self._model.index(1 if entries[0].group else 0, 0))
            self._list.scrollToTop()
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk the list from the box; follow the window's size."""
        if watched is self._host and event.type() == QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self._host.rect())
            self._fit()
        is_key = watched is self._line and event.type() == QEvent.Type.KeyPress
        if is_key and isinstance(event, QKeyEvent):
            key = event.key()
            if key == Qt.Key.Key_Escape:
                self.close_palette()
                return True
            if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                self._walk(1 if key == Qt.Key.Key_Down else -1)
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._on_clicked(self._list.currentIndex())
                return True
            if key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
                return True
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Close on a click beside the panel."""
        if not self._panel.geometry().contains(event.position().toPoint()):
            self.close_palette()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Dim the window a little."""
        painter = QPainter(self)
        veil = QColor("#000000")
        veil.setAlpha(70)
        painter.fillRect(self.rect(), veil)
        painter.end()

    def _walk(self, direction: int) -> None:
        row = self._list.currentIndex().row() + direction
        while 0 <= row < self._model.rowCount():
            index = self._model.index(row, 0)
            if self._model.flags(index) & Qt.ItemFlag.ItemIsSelectable:
                self._list.setCurrentIndex(index)
                self._list.scrollTo(index)
                return
            row += direction

    def _on_clicked(self, index: QModelIndex) -> None:
        entry = index.data(_ENTRY_ROLE) if index.isValid() else None
        if isinstance(entry, PaletteEntry):
            self.close_palette()
            self.chosen.emit(entry.id)

    def _fit(self) -> None:
        width = min(theme.px(560), self.width() - theme.px(32))
        rows = self._model.rowCount()
        wanted = sum(self._list.sizeHintForRow(row) for row in range(min(rows, 12))) + theme.px(12)
        # What is left of the window under its upper edge, the box itself and its margins.
        room = self.height() - theme.px(44 + 40) - self._line.sizeHint().height() - theme.px(26)
        self._list.setFixedHeight(max(min(wanted, room), theme.px(_ROW)))
        self._panel.setFixedWidth(width)
        self._panel.adjustSize()
        self._panel.move((self.width() - width) // 2, theme.px(44))
