"""Qt's table view, set up as the house wants it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget


class RowsView(QTableView):
    """Qt's table view, set up once: whole rows, no grid, fixed heights, hover by row.

    Signals:
        hovered(int): the row under the mouse, -1 when it left.
        laid_out(): the viewport changed its width.
    """

    hovered = Signal(int)
    laid_out = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.entered.connect(lambda index: self.hovered.emit(index.row()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell the table, also when only a scroll bar came or went."""
        super().resizeEvent(event)
        self.laid_out.emit()

    def leaveEvent(self, event: QEvent) -> None:
        """Forget the hovered row."""
        super().leaveEvent(event)
        self.hovered.emit(-1)
