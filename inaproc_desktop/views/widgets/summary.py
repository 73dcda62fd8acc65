"""Money line by line: labels at the left, amounts at the right, the total under a rule."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from inaproc_desktop.views import theme
from inaproc_desktop.views.widgets import parts
from inaproc_desktop.views.widgets.values import SummaryKind, SummaryRow

_ROLES: dict[SummaryKind, tuple[str, str]] = {
    "line": ("muted", ""),
    "muted": ("muted", "muted"),
    "strong": ("strong", "strong"),
    "total": ("total", "total"),
}


class SummaryRows(QWidget):
    """A short column of labels and amounts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.px(theme.GAP_12))
        self._grid.setVerticalSpacing(theme.px(6))
        self._grid.setColumnStretch(0, 1)
        self._shown: tuple[SummaryRow, ...] = ()

    def show_rows(self, rows: Sequence[SummaryRow]) -> None:
        """Show these rows in place of the present ones."""
        if tuple(rows) == self._shown:
            return
        self._shown = tuple(rows)
        while self._grid.count():
            item = self._grid.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.setParent(None)
                widget.deleteLater()
        line = 0
        for shown in rows:
            if shown.kind == "total" and line:
                self._grid.addWidget(parts.rule(), line, 0, 1, 2)
                line += 1
            label_role, value_role = _ROLES[shown.kind]
            name = parts.label(shown.label, label_role)
            value = parts.label(shown.value, value_role, selectable=True)
            value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            value.setAccessibleName(f"{shown.label}: {shown.value}")
            value.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            self._grid.addWidget(name, line, 0)
            self._grid.addWidget(value, line, 1)
            line += 1

    def texts(self) -> list[tuple[str, str]]:
        """Return what is shown, as pairs of label and amount."""
        return [(shown.label, shown.value) for shown in self._shown]
