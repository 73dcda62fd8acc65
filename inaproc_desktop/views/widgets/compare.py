"""Three columns side by side: what was seen, what was wanted, what stands now; and choosing row by row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from inaproc_desktop.views import theme
from inaproc_desktop.views.widgets import parts
from inaproc_desktop.views.widgets.choice import ChoiceDot
from inaproc_desktop.views.widgets.marks import IconMark

_MARK = 14
_DOT = 22


@dataclass(frozen=True, kw_only=True)
class CompareRow:
    """One row.

    Attributes:
        name: what the row is about.
        mine_differs, theirs_differs: from what was seen; such a cell is marked by an icon and weight.
        separable: whether mine or theirs can be taken for this row alone.
    """

    id: str
    name: str
    base: str
    mine: str
    theirs: str
    mine_differs: bool = False
    theirs_differs: bool = False
    separable: bool = False


@dataclass(frozen=True, kw_only=True)
class CompareWords:
    """The headings, and what a marked cell is said to be."""

    base: str
    mine: str
    theirs: str
    mine_changed: str
    theirs_changed: str


class CompareGrid(QWidget):
    """Rows in three columns. In merging, separable rows are chosen from one side or the other.

    Args:
        name: what is compared, for a screen reader.
        words: headings and marks.
        parent: the widget that owns it.

    Signals:
        choice_changed(): another side was chosen for a row.
    """

    choice_changed = Signal()

    def __init__(self, name: str, words: CompareWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._words = words
        self._rows: tuple[CompareRow, ...] = ()
        self._merging = False
        self._mine: dict[str, QRadioButton] = {}
        self._groups: list[QButtonGroup] = []
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(theme.px(theme.GAP_8))
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.px(theme.GAP_12))
        self._grid.setVerticalSpacing(theme.px(6))
        for column, stretch in enumerate((4, 4, 4, 4)):
            self._grid.setColumnStretch(column, stretch)
        outer.addLayout(self._grid)
        outer.addWidget(self._legend())

    def show_rows(self, rows: Sequence[CompareRow]) -> None:
        """Show these rows; choices of rows that stay are kept."""
        if tuple(rows) == self._rows:
            return
        self._rows = tuple(rows)
        self._draw()

    def show_merging(self, merging: bool) -> None:
        """Let the person choose row by row, or only read."""
        if merging is not self._merging:
            self._merging = merging
            self._draw()

    def rows(self) -> tuple[CompareRow, ...]:
        """Return what is shown."""
        return self._rows

    def chosen_mine(self) -> list[str]:
        """Return the ids of the rows in which mine is chosen."""
        return [row_id for row_id, choice in self._mine.items() if choice.isChecked()]

    def choose(self, row_id: str, *, mine: bool) -> None:
        """Choose a side for a row, as a click does."""
        group = next(each for each in self._groups if self._mine[row_id] in each.buttons())
        chosen = next(each for each in group.buttons() if (each is self._mine[row_id]) is mine)
        chosen.click()

    # ---- drawing

    def _legend(self) -> QWidget:
        words = self._words
        mine = parts.label(words.mine_changed, "small")
        theirs = parts.label(words.theirs_changed, "small")
        return parts.row(
            IconMark("edit", "accent", _MARK), mine, IconMark("sync", "warn", _MARK), theirs, None, gap=6
        )

    def _draw(self) -> None:
        kept = set(self.chosen_mine()) if self._mine else None
        self._clear()
        self._mine, self._groups = {}, []
        words = self._words
        for column, heading in enumerate(("", words.base, words.mine, words.theirs)):
            self._grid.addWidget(parts.label(heading, "small_strong", wrap=True), 0, column)
        line = 1
        for row in self._rows:
            self._grid.addWidget(parts.rule(), line, 0, 1, 4)
            name = parts.label(row.name, "muted", wrap=True)
            base = parts.label(row.base, wrap=True, selectable=True)
            base.setAccessibleName(f"{row.name}, {words.base}: {row.base}")
            cells: list[QWidget] = [name, base, *self._sides(row, kept)]
            for column, cell in enumerate(cells):
                self._grid.addWidget(cell, line + 1, column, Qt.AlignmentFlag.AlignTop)
            line += 2

    def _clear(self) -> None:
        while self._grid.count():
            item = self._grid.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()

    def _sides(self, row: CompareRow, kept: set[str] | None) -> list[QWidget]:
        words = self._words
        mine_said = f"{row.name}, {words.mine}: {row.mine}"
        theirs_said = f"{row.name}, {words.theirs}: {row.theirs}"
        if row.mine_differs:
            mine_said = f"{mine_said} ({words.mine_changed})"
        if row.theirs_differs:
            theirs_said = f"{theirs_said} ({words.theirs_changed})"
        if not (self._merging and row.separable):
            mine = _cell(row.mine, mine_said, "edit" if row.mine_differs else "", "accent")
            return [mine, _cell(row.theirs, theirs_said, "sync" if row.theirs_differs else "", "warn")]
        group = QButtonGroup(self)
        choices = []
        sides = []
        for text, said in ((row.mine, mine_said), (row.theirs, theirs_said)):
            choice = ChoiceDot("")
            choice.setAccessibleName(said)
            group.addButton(choice)
            choices.append(choice)
            sides.append(_Side(choice, text))
        take_mine = kept is None or row.id in kept
        choices[0 if take_mine else 1].setChecked(True)
        choices[0].setObjectName(f"compare.mine.{row.id}")
        choices[1].setObjectName(f"compare.theirs.{row.id}")
        group.buttonClicked.connect(lambda _button: self.choice_changed.emit())
        self._mine[row.id] = choices[0]
        self._groups.append(group)
        return list(sides)


class _Side(QWidget):
    """A dot with words beside it, on several lines where they are long; a click on the words chooses too."""

    def __init__(self, choice: ChoiceDot, text: str) -> None:
        super().__init__()
        self._choice = choice
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(4))
        choice.setFixedWidth(theme.px(_DOT))
        layout.addWidget(choice, 0, Qt.AlignmentFlag.AlignTop)
        words = parts.label(text, wrap=True)
        layout.addWidget(words, 1)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose by the words."""
        self._choice.click()
        event.accept()


def _cell(text: str, said: str, icon: str, colour: str) -> QWidget:
    """Return words, marked by an icon and weight where they differ from what was seen."""
    words = parts.label(text, "strong" if icon else "", wrap=True, selectable=True)
    words.setAccessibleName(said)
    if not icon:
        return words
    box = QWidget()
    layout = QHBoxLayout(box)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(theme.px(6))
    layout.addWidget(IconMark(icon, colour, _MARK), 0, Qt.AlignmentFlag.AlignTop)
    layout.addWidget(words, 1)
    return box
