"""Lines with editors in their cells: a cart, an offer, a delivery. For tens of lines, not thousands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QWidget

from inaproc_desktop.views import theme
from inaproc_desktop.views.widgets import parts
from inaproc_desktop.views.widgets.marks import Pill
from inaproc_desktop.views.widgets.table.columns import Align

Cell = QWidget | str


@dataclass(frozen=True)
class GridColumn:
    """A column of a line grid; a width of 0 takes what is left."""

    title: str
    width: int = 0
    align: Align = Align.LEFT


class LineGrid(QWidget):
    """Headings over lines of words and editors.

    The screen makes the editors once per line and keeps them; showing the same lines again moves nothing
    and loses neither focus nor typed text.

    Args:
        name: what the lines are, for a screen reader.
        columns: the columns, left to right.
        parent: the widget that owns it.
    """

    def __init__(self, name: str, columns: Sequence[GridColumn], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._columns = tuple(columns)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.px(theme.GAP_12))
        self._grid.setVerticalSpacing(theme.px(7))
        self._lines: dict[str, list[Cell]] = {}
        self._labels: dict[tuple[str, int], QLabel] = {}
        self._loose: list[QWidget] = []
        self._draw()

    def show_lines(self, lines: Sequence[tuple[str, Sequence[Cell]]]) -> None:
        """Show these lines: an id and one cell per column, each a widget or text.

        A line break inside a text begins a second, muted line.

        Raises:
            ValueError: if a line has not one cell per column.
        """
        for line_id, cells in lines:
            if len(cells) != len(self._columns):
                message = f"line {line_id} has {len(cells)} cells for {len(self._columns)} columns"
                raise ValueError(message)
        shown = {line_id: list(cells) for line_id, cells in lines}
        if self._same_widgets(shown):
            for line_id, cells in shown.items():
                for at, cell in enumerate(cells):
                    if isinstance(cell, str):
                        self._show_words(line_id, at, cell)
            self._lines = shown
            return
        self._lines = shown
        self._draw()

    def show_cell(self, line_id: str, column: int, text: str) -> None:
        """Change the words of one cell."""
        self._lines[line_id][column] = text
        self._show_words(line_id, column, text)

    def clear(self) -> None:
        """Show no lines."""
        self.show_lines([])

    def cell_text(self, line_id: str, column: int) -> str:
        """Return the words of a cell, empty for an editor."""
        cell = self._lines[line_id][column]
        return cell if isinstance(cell, str) else ""

    def _same_widgets(self, shown: dict[str, list[Cell]]) -> bool:
        if list(shown) != list(self._lines):
            return False
        return all(
            (isinstance(new, str) and isinstance(old, str) and new.count("\n") == old.count("\n"))
            or new is old
            for line_id, cells in shown.items()
            for new, old in zip(cells, self._lines[line_id], strict=True)
        )

    def _draw(self) -> None:
        self._take_out()
        for at, column in enumerate(self._columns):
            heading = parts.label(column.title, "small_strong")
            heading.setAlignment(_flags(column.align))
            self._loose.append(heading)
            self._grid.addWidget(heading, 0, at)
            self._grid.setColumnStretch(at, 0 if column.width else 1)
            if column.width:
                self._grid.setColumnMinimumWidth(at, theme.px(column.width))
        row = 1
        for line_id, cells in self._lines.items():
            line = parts.rule()
            self._loose.append(line)
            self._grid.addWidget(line, row, 0, 1, len(self._columns))
            tall = any(isinstance(cell, QWidget) for cell in cells)
            for at, cell in enumerate(cells):
                part = self._part(line_id, at, cell, tall)
                self._grid.addWidget(part, row + 1, at, Qt.AlignmentFlag.AlignTop)
            row += 2

    def _part(self, line_id: str, at: int, cell: Cell, tall: bool) -> QWidget:
        """Return what stands in a cell; words beside an editor start on the editor's line."""
        if isinstance(cell, QWidget):
            parts.show_or_hide(cell, True)
            if self._columns[at].width and not isinstance(cell, Pill):
                cell.setFixedWidth(theme.px(self._columns[at].width))
            return cell if not isinstance(cell, Pill) else self._lowered(cell, cell.sizeHint().height(), at)
        first, _, second = cell.partition("\n")
        align = self._columns[at].align
        main = parts.label(first, wrap=align is Align.LEFT)
        main.setAlignment(_flags(align))
        self._labels[line_id, at] = main
        words: QWidget = main
        if second:
            more = parts.label(second, "small", wrap=True)
            more.setAlignment(_flags(align))
            self._labels[f"{line_id}\n", at] = more
            words = parts.column(main, more, gap=0)
        if tall:
            return self._lowered(words, main.fontMetrics().height(), at)
        self._loose.append(words)
        return words

    def _lowered(self, widget: QWidget, height: int, at: int) -> QWidget:
        """Return a holder in which something of this height stands where an editor's text would."""
        holder = QWidget()
        layout = QHBoxLayout(holder)
        above = max((theme.px(theme.CONTROL_HEIGHT) - height) // 2, 0)
        layout.setContentsMargins(0, above, 0, 0)
        if isinstance(widget, Pill):
            layout.addWidget(widget, 0, _flags(self._columns[at].align))
        else:
            layout.addWidget(widget)
        self._loose.append(holder)
        return holder

    def _show_words(self, line_id: str, at: int, text: str) -> None:
        first, _, second = text.partition("\n")
        self._labels[line_id, at].setText(first)
        if second:
            self._labels[f"{line_id}\n", at].setText(second)

    def _take_out(self) -> None:
        while self._grid.count():
            item = self._grid.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None and widget not in self._loose:
                widget.hide()
        for widget in self._loose:
            # Pills belong to the screen; only their holder goes.
            for pill in widget.findChildren(Pill):
                pill.setParent(self)
                pill.hide()
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        self._loose.clear()
        self._labels.clear()


def _flags(align: Align) -> Qt.AlignmentFlag:
    horizontal = {
        Align.LEFT: Qt.AlignmentFlag.AlignLeft,
        Align.RIGHT: Qt.AlignmentFlag.AlignRight,
        Align.CENTER: Qt.AlignmentFlag.AlignHCenter,
    }[align]
    return horizontal | Qt.AlignmentFlag.AlignVCenter
