"""A list beside its detail; where both do not fit, the list becomes a box to choose from."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inaproc_desktop.views import theme
from inaproc_desktop.views.widgets.fields.choice import ComboField
from inaproc_desktop.views.widgets.values import Option

_NARROW = 900


class MasterDetail(QWidget):
    """Two columns, or one with a choice above it.

    Args:
        name: prefix of object names: ``shipping`` gives ``shipping.choice``.
        label: what is chosen, label of the box.
        master: the list.
        detail: what is shown of the chosen one.
        width: of the list, in pixels at 100 %.
        parent: the widget that owns it.

    Signals:
        chosen(str): another one was chosen in the box.
    """

    chosen = Signal(str)

    def __init__(
        self,
        name: str,
        label: str,
        master: QWidget,
        detail: QWidget,
        width: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._master = master
        self._width = width
        self._filled = False
        self.choice = ComboField(label)
        self.choice.setObjectName(f"{name}.choice")
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(theme.GAP_12))
        column.addWidget(self.choice)
        column.addWidget(detail, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(theme.GAP_12))
        row.addWidget(master)
        row.addWidget(right, 1)
        self._right = right
        self.choice.changed.connect(lambda chosen: self.chosen.emit(chosen or ""))
        theme.notifier().changed.connect(self._lay_out)
        self._lay_out()

    def show_choices(self, options: Sequence[Option]) -> None:
        """Offer the rows of the list in the box too."""
        self._filled = bool(options)
        self.choice.show_options(options)
        self._lay_out()

    def show_choice(self, option_id: str) -> None:
        """Show which one is chosen, without telling ``chosen``."""
        self.choice.show_value(option_id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Change over where both do not fit."""
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        narrow = self.width() < theme.px(_NARROW)
        # An empty list keeps its place: it says what comes next.
        self._master.setVisible(not narrow or not self._filled)
        self._right.setVisible(not narrow or self._filled)
        self._master.setMinimumWidth(0 if narrow else theme.px(self._width))
        self._master.setMaximumWidth(_UNLIMITED if narrow else theme.px(self._width))
        self.choice.setVisible(narrow and self._filled)


_UNLIMITED = 16_777_215
