"""The queue beside the item; where both do not fit, one at a time."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from inaproc_desktop.views import theme

_UNLIMITED = 16_777_215
_NARROW = 940
_LIST = 330


class TwoSides(QWidget):
    """Two parts side by side, or the one that is asked for.

    Args:
        left: the list.
        right: what is shown of the chosen row.
        parent: the widget that owns it.

    Signals:
        narrowed(bool): only one of the two has room now, or both have again.
    """

    narrowed = Signal(bool)

    def __init__(self, left: QWidget, right: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._left, self._right = left, right
        self._right_in_front = False
        self._left_wanted = True
        self._narrow: bool | None = None
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(theme.GAP_12))
        layout.addWidget(left)
        layout.addWidget(right, 1)
        theme.notifier().changed.connect(self._lay_out)
        self._lay_out()

    def is_narrow(self) -> bool:
        """Return whether only one of the two is in sight."""
        return self.width() < theme.px(_NARROW)

    def show_right(self, shown: bool) -> None:
        """Put the item in front where both do not fit; else the list."""
        self._right_in_front = shown
        self._lay_out()

    def show_left(self, shown: bool) -> None:
        """Give the item the room of the list, or give it back."""
        self._left_wanted = shown
        self._lay_out()

    def minimumSizeHint(self) -> QSize:
        """Return the least: one part, so that the window may become narrow."""
        least = super().minimumSizeHint()
        return QSize(theme.px(_LIST), least.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Change over where both do not fit."""
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        narrow = self.is_narrow()
        if narrow is not self._narrow:
            self._narrow = narrow
            self.narrowed.emit(narrow)
        self._left.setVisible(not self._right_in_front if narrow else self._left_wanted)
        self._right.setVisible(not narrow or self._right_in_front)
        self._left.setMinimumWidth(theme.px(_LIST))
        self._left.setMaximumWidth(_UNLIMITED if narrow else theme.px(_LIST))
