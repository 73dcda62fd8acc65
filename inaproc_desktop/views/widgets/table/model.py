"""The model under a table: frozen rows, all of them or the blocks that were asked for."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)

from inaproc_desktop.views.widgets.table.columns import Cell, Column, cell_of

_LOG = logging.getLogger(__name__)

BLOCK = 100
"""Rows that are asked for at once in a paged list."""

CELL_ROLE = Qt.ItemDataRole.UserRole + 1
_WAITING = Cell("…")
_Index = QModelIndex | QPersistentModelIndex
_SERVED = frozenset(
    {
        CELL_ROLE,
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.AccessibleTextRole,
    }
)


class RowsModel(QAbstractTableModel):
    """Holds frozen rows by position; a row that is not here yet is shown as ``…`` and asked for.

    Signals:
        block_needed(int, int): offset and count of rows that came into sight and are not here.
    """

    block_needed = Signal(int, int)

    def __init__(
        self, columns: Sequence[Column[Any]], row_id: Callable[[Any], str], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._row_id = row_id
        self._rows: dict[int, Any] = {}
        self._total = 0
        self._asked: set[int] = set()
        self._wanted: set[int] = set()
        self._broken: set[str] = set()
        self._ask_soon = QTimer(self)
        self._ask_soon.setSingleShot(True)
        self._ask_soon.setInterval(0)
        self._ask_soon.timeout.connect(self._ask)

    # ---- Qt's side

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many rows there are, here or not."""
        return 0 if parent.isValid() else self._total

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows. Never raises: a fault in a column shows a dash and is logged once."""
        if role not in _SERVED or not index.isValid():
            return None
        cell = self.cell(index.row(), index.column())
        if role == CELL_ROLE:
            return cell
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.text or (cell.pill.text if cell.pill else "")
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tooltip(index.row(), index.column(), cell)
        return f"{self._columns[index.column()].title}: {cell.spoken()}"

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return a heading."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._columns[section].title
        return None

    # ---- the table's side

    @property
    def columns(self) -> tuple[Column[Any], ...]:
        """The column specifications."""
        return self._columns

    def cell(self, row: int, column: int) -> Cell:
        """Return what a cell shows, ``…`` while its row is on its way."""
        held = self._rows.get(row)
        if held is None:
            self._want(row)
            return _WAITING if column == 0 else Cell("")
        spec = self._columns[column]
        try:
            return cell_of(spec, held)
        except Exception:
            if spec.key not in self._broken:
                self._broken.add(spec.key)
                _LOG.exception("column %s cannot show its row", spec.key)
            return Cell("—")

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Hold exactly these rows."""
        self.beginResetModel()
        self._rows = dict(enumerate(rows))
        self._total = len(rows)
        self._asked.clear()
        self._wanted.clear()
        self.endResetModel()

    def show_total(self, total: int) -> None:
        """Announce a paged list of this length; forget the rows of the old one."""
        self.beginResetModel()
        self._rows = {}
        self._total = total
        self._asked.clear()
        self._wanted.clear()
        self.endResetModel()

    def show_block(self, offset: int, rows: Sequence[Any]) -> None:
        """Take a block of a paged list; what lies beyond the announced length is left out."""
        for at, row in enumerate(rows, start=offset):
            if at < self._total:
                self._rows[at] = row
        last = min(offset + len(rows), self._total) - 1
        if last >= offset:
            self.dataChanged.emit(self.index(offset, 0), self.index(last, len(self._columns) - 1), [])

    def row_at(self, row: int) -> Any | None:
        """Return the row at a position, None while it is not here."""
        return self._rows.get(row)

    def id_at(self, row: int) -> str:
        """Return the id of the row at a position, empty while it is not here."""
        held = self._rows.get(row)
        return "" if held is None else self._row_id(held)

    def position_of(self, wanted: str) -> int:
        """Return the position of an id, -1 when it is not here."""
        return next((at for at, row in self._rows.items() if self._row_id(row) == wanted), -1)

    def first_rows(self, most: int) -> list[int]:
        """Return the positions of the first rows that are here."""
        return [at for at in range(min(most, self._total)) if at in self._rows]

    def rows(self) -> list[Any]:
        """Return the rows that are here, in order."""
        return [self._rows[at] for at in sorted(self._rows)]

    # ---- inside

    def _tooltip(self, row: int, column: int, cell: Cell) -> str | None:
        spec, held = self._columns[column], self._rows.get(row)
        if held is None:
            return None
        if spec.tooltip is not None:
            try:
                return spec.tooltip(held)
            except Exception:
                return None
        return "\n".join(part for part in (cell.text, cell.secondary) if part) or None

    def _want(self, row: int) -> None:
        block = row // BLOCK
        if block not in self._asked:
            self._asked.add(block)
            self._wanted.add(block)
            self._ask_soon.start()

    def _ask(self) -> None:
        for block in sorted(self._wanted):
            offset = block * BLOCK
            self.block_needed.emit(offset, min(BLOCK, self._total - offset))
        self._wanted.clear()
