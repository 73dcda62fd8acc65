"""The table widget: rows, keyboard, sorting, remembered widths, and what it says when it is empty."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QMenu, QStackedLayout, QWidget

from inaproc_desktop.views import theme
from inaproc_desktop.views.widgets import parts, remembered
from inaproc_desktop.views.widgets.banner import EmptyState
from inaproc_desktop.views.widgets.marks import pill_size
from inaproc_desktop.views.widgets.table.columns import Column
from inaproc_desktop.views.widgets.table.drawing import PAD, CellDelegate, Heading
from inaproc_desktop.views.widgets.table.model import RowsModel
from inaproc_desktop.views.widgets.table.rows_view import RowsView
from inaproc_desktop.views.widgets.table.widths import fitted
from inaproc_desktop.views.widgets.values import EmptyText

_MEASURED_ROWS = 100
"""Rows whose states are measured; more would not change the few words that states have."""


class Table(QWidget):
    """A list of frozen rows.

    Args:
        name: what is listed, for a screen reader.
        columns: the columns, left to right.
        row_id: gives the id of a row.
        lines: 1 for rows of 34 pixels, 2 for rows of 52 with a second line.
        key: name under which widths are remembered, ``"orders.list"``; empty forgets them.
        empty: what an empty list says.
        parent: the widget that owns it.

    Signals:
        chosen(str): another row became current; empty when none is.
        opened(str): Enter or double click on a row.
        sort_asked(str, bool): column key and whether descending, of a column that the screen sorts.
        filter_asked(): Ctrl+F.
        empty_action(): the button of the empty list.
        block_needed(int, int): offset and count of rows of a paged list that came into sight.
    """

    chosen = Signal(str)
    opened = Signal(str)
    sort_asked = Signal(str, bool)
    filter_asked = Signal()
    empty_action = Signal()
    block_needed = Signal(int, int)

    def __init__(
        self,
        name: str,
        columns: Sequence[Column[Any]],
        *,
        row_id: Callable[[Any], str] = lambda row: str(row.id),
        lines: int = 1,
        key: str = "",
        empty: EmptyText | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._key = key
        self._lines = lines
        self._laying_out = False
        self._chosen = ""
        self._quiet = False
        self._by_hand = _read_widths(key)
        self._model = RowsModel(columns, row_id, self)
        self._view = RowsView(self)
        self._view.setAccessibleName(name)
        self._view.setModel(self._model)
        self._delegate = CellDelegate(self._view, two_lines=lines > 1)
        self._view.setItemDelegate(self._delegate)
        self._heading = Heading(self._model.columns, self._view)
        self._view.setHorizontalHeader(self._heading)
        self._heading.setSectionsClickable(any(column.can_sort for column in columns))
        self._empty = EmptyState(empty)
        self._waiting = parts.label(self.tr("Memuat…"), "muted")
        self._waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._layers = QStackedLayout(self)
        for layer in (self._view, self._empty, self._waiting):
            self._layers.addWidget(layer)
        self.setFocusProxy(self._view)
        self.setMinimumHeight(theme.px(120))
        self._model.block_needed.connect(self.block_needed)
        self._empty.action.connect(self.empty_action)
        self._heading.sectionClicked.connect(self._on_heading)
        self._heading.sectionResized.connect(self._on_resized)
        self._view.selectionModel().currentRowChanged.connect(self._on_current)
        self._view.doubleClicked.connect(self._on_open)
        self._view.hovered.connect(self._on_hovered)
        self._view.laid_out.connect(self._lay_out)
        self._view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._view.customContextMenuRequested.connect(self._open_menu)
        self._heading.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._heading.customContextMenuRequested.connect(self._open_menu)
        self._view.installEventFilter(self)
        theme.notifier().changed.connect(self._fit)
        self._fit()
        self._show_layer()

    # ---- rows

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Show exactly these rows; the chosen row stays chosen, and in its place, if it is still there."""
        self._keeping_choice(lambda: self._model.show_rows(self._sorted(list(rows))))

    def show_total(self, total: int) -> None:
        """Announce a paged list of this length; ``block_needed`` asks for what comes into sight."""
        self._keeping_choice(lambda: self._model.show_total(total))

    def show_block(self, offset: int, rows: Sequence[Any]) -> None:
        """Show a block of a paged list."""
        self._model.show_block(offset, rows)
        self._lay_out()
        if self._chosen and self._view.currentIndex().row() < 0:
            self._choose_quietly(self._chosen)

    def show_loading(self, loading: bool = True) -> None:
        """Say that rows are on their way, while there are none to show."""
        if loading and not self._model.rowCount():
            self._layers.setCurrentWidget(self._waiting)
        else:
            self._show_layer()

    def show_empty(self, empty: EmptyText) -> None:
        """Change what the empty list says: a filter without hits is not a list without orders."""
        self._empty.show_empty(empty)

    def rows(self) -> list[Any]:
        """Return the rows that are here, as shown: what an export or a print takes."""
        return self._model.rows()

    def row(self, row_id: str) -> Any | None:
        """Return the row of an id, None when it is not here."""
        return self._model.row_at(self._model.position_of(row_id))

    def row_count(self) -> int:
        """Return how many rows there are."""
        return self._model.rowCount()

    # ---- choice

    def chosen_id(self) -> str:
        """Return the id of the current row, empty when there is none."""
        return self._chosen

    def choose(self, row_id: str) -> bool:
        """Make a row current and bring it into sight; returns whether it is there."""
        position = self._model.position_of(row_id)
        if position < 0:
            return False
        index = self._model.index(position, 0)
        self._view.setCurrentIndex(index)
        self._view.scrollTo(index)
        return True

    def clear_choice(self) -> None:
        """Make no row current, without telling ``chosen``: something in another list was chosen."""
        self._quiet = True
        self._view.selectionModel().clear()
        self._quiet = False
        self._chosen = ""

    def choose_first(self) -> None:
        """Make the first row current, if there is one."""
        if self._model.rowCount():
            self._view.setCurrentIndex(self._model.index(0, 0))

    def focus_rows(self) -> None:
        """Give the keyboard to the rows; chooses the first when none is chosen."""
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)
        if not self._chosen:
            self.choose_first()

    # ---- sorting

    def show_sorting(self, key: str, descending: bool = False) -> None:
        """Mark a column as the sorted one; rows that are here are sorted when it has a sort key."""
        self._heading.sorted_key, self._heading.descending = key, descending
        self._heading.viewport().update()
        column = self._sorted_column()
        if column is not None and column.sort_key is not None:
            self.show_rows(self._model.rows())

    def _sorted_column(self) -> Column[Any] | None:
        return next(
            (column for column in self._model.columns if column.key == self._heading.sorted_key), None
        )

    def _sorted(self, rows: list[Any]) -> list[Any]:
        column = self._sorted_column()
        if column is None or column.sort_key is None:
            return rows
        return sorted(rows, key=column.sort_key, reverse=self._heading.descending)

    def _on_heading(self, section: int) -> None:
        self._sort_by(self._model.columns[section])

    def _sort_by(self, column: Column[Any]) -> None:
        if not column.can_sort:
            return
        descending = column.key == self._heading.sorted_key and not self._heading.descending
        self.show_sorting(column.key, descending)
        if column.sort_key is None:
            self.sort_asked.emit(column.key, descending)

    # ---- choice, inside

    def _keeping_choice(self, change: Callable[[], None]) -> None:
        scroll = self._view.verticalScrollBar().value()
        chosen, self._quiet = self._chosen, True
        change()
        self._quiet = False
        self._show_layer()
        self._lay_out()
        if chosen and not self._choose_quietly(chosen) and self._model.position_of(chosen) < 0:
            paged = len(self._model.rows()) < self._model.rowCount()
            if not paged:
                self._chosen = ""
                self.chosen.emit("")
        self._view.verticalScrollBar().setValue(scroll)

    def _choose_quietly(self, row_id: str) -> bool:
        position = self._model.position_of(row_id)
        if position < 0:
            return False
        self._quiet = True
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self._view.selectionModel().setCurrentIndex(self._model.index(position, 0), flags)
        self._quiet = False
        return True

    def _on_current(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if self._quiet:
            return
        row_id = self._model.id_at(current.row()) if current.isValid() else ""
        if row_id != self._chosen:
            self._chosen = row_id
            self.chosen.emit(row_id)

    def _on_open(self, index: QModelIndex) -> None:
        row_id = self._model.id_at(index.row())
        if row_id:
            self.opened.emit(row_id)

    def _on_hovered(self, row: int) -> None:
        if row != self._delegate.hovered_row:
            self._delegate.hovered_row = row
            self._view.viewport().update()

    # ---- keyboard and menu

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter opens, Ctrl+F asks for the filter, Ctrl+C copies the row as text."""
        if watched is self._view and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._chosen:
                self.opened.emit(self._chosen)
                return True
            if event.matches(QKeySequence.StandardKey.Find):
                self.filter_asked.emit()
                return True
        return super().eventFilter(watched, event)

    def _open_menu(self, where: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sortable = [column for column in self._model.columns if column.can_sort]
        if sortable:
            chooser = menu.addMenu(self.tr("Urutkan menurut"))
            for column in sortable:
                act = chooser.addAction(column.title)
                act.triggered.connect(lambda _checked=False, column=column: self._sort_by(column))
        menu.addAction(self.tr("Kembalikan lebar kolom")).triggered.connect(self._reset_widths)
        menu.popup(self._view.viewport().mapToGlobal(where))

    # ---- sizes

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room among the stretching columns."""
        super().resizeEvent(event)
        self._lay_out()

    def _fit(self) -> None:
        height = theme.ROW_TWO_LINES if self._lines > 1 else theme.ROW_ONE_LINE
        rows = self._view.verticalHeader()
        rows.setMinimumSectionSize(theme.px(height))
        rows.setDefaultSectionSize(theme.px(height))
        self._lay_out()

    def _lay_out(self) -> None:
        self._laying_out = True
        room = self._view.viewport().width()
        at_scale = {key: round(width * theme.scale()) for key, width in self._by_hand.items()}
        least = self._pill_widths()
        for section, width in enumerate(fitted(self._model.columns, at_scale, room, theme.scale(), least)):
            self._heading.resizeSection(section, width)
        self._laying_out = False

    def _pill_widths(self) -> dict[str, int]:
        """Return what the states in sight need: a state in a word is never cut off."""
        widest: dict[str, int] = {}
        for at, column in enumerate(self._model.columns):
            if column.pill is not None:
                cells = [self._model.cell(row, at) for row in self._model.first_rows(_MEASURED_ROWS)]
                pills = [pill_size(cell.pill).width() for cell in cells if cell.pill is not None]
                widest[column.key] = max(pills) + 2 * theme.px(PAD) if pills else 0
        return widest

    def _on_resized(self, section: int, _old: int, new: int) -> None:
        if self._laying_out:
            return
        self._by_hand[self._model.columns[section].key] = round(new / theme.scale())
        if self._key:
            remembered.write(f"columns/{self._key}", json.dumps(self._by_hand))

    def _reset_widths(self) -> None:
        self._by_hand = {}
        if self._key:
            remembered.write(f"columns/{self._key}", "")
        self._lay_out()

    def _show_layer(self) -> None:
        self._layers.setCurrentWidget(self._view if self._model.rowCount() else self._empty)


def _read_widths(key: str) -> dict[str, int]:
    kept = remembered.read(f"columns/{key}") if key else ""
    try:
        found = json.loads(kept) if kept else {}
    except ValueError:
        found = {}
    return {str(name): width for name, width in found.items() if isinstance(width, int)}
