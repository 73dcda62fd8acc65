"""The stack of pages: each one is built when it is first opened, and told when it comes and goes."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from inaproc_desktop.views.widgets.page import Page
from inaproc_desktop.views.widgets.scroll import scrolled


@dataclass(frozen=True)
class _Known:
    factory: Callable[[], QWidget]
    rail: str


class PageStack(QStackedWidget):
    """All pages of the window, one of them in sight.

    Signals:
        title_changed(): the page in sight is called differently, or another one is in sight.
    """

    title_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known: dict[str, _Known] = {}
        self._pages: dict[str, QWidget] = {}
        self._areas: dict[str, QWidget] = {}
        self._current = ""

    def add_page(self, place_id: str, factory: Callable[[], QWidget], rail: str) -> None:
        """Make a page known; ``rail`` is the rail entry that lights up for it."""
        self._known[place_id] = _Known(factory, rail)

    def page_ids(self) -> Collection[str]:
        """Return the names of all pages."""
        return self._known.keys()

    def rail_of(self, place_id: str) -> str:
        """Return the rail entry that lights up for a page.

        Raises:
            KeyError: if there is no such page.
        """
        return self._known[place_id].rail

    def page(self, place_id: str) -> QWidget | None:
        """Return a page that was built already."""
        return self._pages.get(place_id)

    def current_id(self) -> str:
        """Return the name of the page in sight, empty before the first."""
        return self._current

    def title(self) -> str:
        """Return the title of the page in sight, empty when it has none."""
        page = self._pages.get(self._current)
        return page.title() if isinstance(page, Page) else ""

    def open_page(self, place_id: str, item_id: str) -> None:
        """Bring a page into sight, in it an item when one is named.

        Raises:
            KeyError: if there is no such page.
        """
        page = self._pages.get(place_id) or self._build(place_id)
        if place_id != self._current:
            self.leave()
        self._current = place_id
        self.setCurrentWidget(self._areas[place_id])
        if isinstance(page, Page):
            page.open_item(item_id)
        self.title_changed.emit()

    def leave(self) -> None:
        """Tell the page in sight that it goes out of it."""
        page = self._pages.get(self._current)
        if isinstance(page, Page):
            page.leave()

    def forget_pages(self) -> None:
        """Let all built pages go."""
        self.leave()
        for area in self._areas.values():
            self.removeWidget(area)
            area.deleteLater()
        self._areas.clear()
        self._pages.clear()
        self._current = ""

    def _build(self, place_id: str) -> QWidget:
        page = self._known[place_id].factory()
        self._pages[place_id] = page
        self._areas[place_id] = scrolled(page)
        self.addWidget(self._areas[place_id])
        if isinstance(page, Page):
            page.title_changed.connect(self.title_changed)
        return page
