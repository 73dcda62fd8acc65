"""The rail: icon, word and badge of every place the active access may use."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from inaproc_desktop.views import theme
from inaproc_desktop.views.shell.rows import PlaceItem
from inaproc_desktop.views.widgets import parts
from inaproc_desktop.views.widgets.sections import NavButton

WIDTH = 184
COMPACT_WIDTH = 60


class Rail(QFrame):
    """The navigation at the left.

    Args:
        words: gives the word of a place.
        parent: the widget that owns it.

    Signals:
        chosen(str): the id of the place to go to.
    """

    chosen = Signal(str)

    def __init__(self, words: Callable[[str], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.set_role(self, "rail")
        self.setAccessibleName(self.tr("Navigasi"))
        self._words = words
        self._items: tuple[PlaceItem, ...] = ()
        self._buttons: dict[str, NavButton] = {}
        self._current = ""
        self._compact = False
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        theme.set_role(inside, "scrolled")
        self._layout = QVBoxLayout(inside)
        self._layout.setContentsMargins(*(theme.px(side) for side in (8, 8, 8, 8)))
        self._layout.setSpacing(theme.px(2))
        area.setWidget(inside)
        outer.addWidget(area)
        theme.notifier().changed.connect(self._fit)
        self._fit()

    def show_places(self, items: Sequence[PlaceItem]) -> None:
        """Show these places; buttons of known places stay, so that the focus does."""
        if [item.id for item in items] != [item.id for item in self._items]:
            self._build(items)
        for item in items:
            self._buttons[item.id].show_count(item.badge)
        self._items = tuple(items)
        self.show_current(self._current)

    def place_at(self, position: int) -> str:
        """Return the id of the place at a position from 0, empty beyond the last."""
        return self._items[position].id if 0 <= position < len(self._items) else ""

    def show_current(self, place_id: str) -> None:
        """Mark the place in sight."""
        self._current = place_id
        for at, shown in self._buttons.items():
            shown.setChecked(at == place_id)

    def show_compact(self, compact: bool) -> None:
        """Show icons alone, for narrow windows and large letters."""
        self._compact = compact
        for shown in self._buttons.values():
            shown.show_compact(compact)
        self._fit()

    def retranslate(self) -> None:
        """Take the words anew."""
        items, self._items = self._items, ()
        self.show_places(items)

    def _build(self, items: Sequence[PlaceItem]) -> None:
        parts.clear(self._layout)
        self._buttons = {}
        section = items[0].section if items else 0
        for position, item in enumerate(items):
            if item.section != section:
                self._layout.addSpacing(theme.px(6))
                self._layout.addWidget(parts.rule())
                self._layout.addSpacing(theme.px(6))
                section = item.section
            made = NavButton(self._words(item.id), item.icon)
            made.show_compact(self._compact)
            if position < 9:
                made.setShortcut(f"Ctrl+{position + 1}")
            made.clicked.connect(lambda _checked=False, at=item.id: self._on_clicked(at))
            self._layout.addWidget(made)
            self._buttons[item.id] = made
        self._layout.addStretch(1)

    def _on_clicked(self, place_id: str) -> None:
        self.show_current(self._current)
        self.chosen.emit(place_id)

    def _fit(self) -> None:
        self.setFixedWidth(theme.px(COMPACT_WIDTH if self._compact else WIDTH))
