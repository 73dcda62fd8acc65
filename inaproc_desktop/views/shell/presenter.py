"""What the frame does: places of an access, finds of the palette, face of the pill. No toolkit."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from inaproc_core.roles import Role
from inaproc_desktop.ports.understanding import UNDERSTOOD, Understanding
from inaproc_desktop.views.shell.places import PLACES, Place
from inaproc_desktop.views.shell.rows import (
    AccessItem,
    BellItem,
    PaletteEntry,
    PlaceItem,
    SyncPill,
    SyncState,
)

PaletteAnswer = Callable[[Sequence[PaletteEntry]], None]
PaletteProvider = Callable[[str, PaletteAnswer], None]
"""Finds entries for a query and hands them to the answer, at once or later, on the UI thread."""

_FIRST_ENTRIES = 40


class ActionRow(Protocol):
    """A command as a row: see ``views/actions``."""

    @property
    def id(self) -> str:
        """Stable name."""

    @property
    def text(self) -> str:
        """What it is called on screen."""

    @property
    def handler(self) -> Callable[[], None]:
        """Does it."""

    @property
    def shortcut(self) -> str:
        """Keys that do it."""

    @property
    def icon(self) -> str:
        """Its icon."""


class Actions(Protocol):
    """The commands of the window."""

    def allowed(self, role: Role | None) -> Sequence[ActionRow]:
        """Return what a role may do."""


class ShellView(Protocol):
    """What the presenter needs of the window."""

    def page_ids(self) -> Collection[str]:
        """Return the pages that exist."""

    def place_text(self, place_id: str) -> str:
        """Return what a place is called on screen."""

    def show_places(self, places: Sequence[PlaceItem]) -> None:
        """Show the rail."""

    def show_accesses(self, accesses: Sequence[AccessItem], active_id: str) -> None:
        """Show the accesses."""

    def show_sync(self, pill: SyncPill) -> None:
        """Show the sync pill."""

    def show_understanding(self, understanding: Understanding) -> None:
        """Say what is to be said of versions and clocks."""

    def show_bell(self, items: Sequence[BellItem]) -> None:
        """Show the notices."""

    def show_entries(self, entries: Sequence[PaletteEntry]) -> None:
        """Show what the palette found."""

    def open_page(self, place_id: str, item_id: str = "") -> None:
        """Open a page."""


class ShellPresenter:
    """Drives the frame. It is also the :class:`Navigator` of all presenters.

    Args:
        view: the window.
        roles_of: who may open which page, by page id; a page that is not named is closed to all.
        actions: commands offered in the palette.
        providers: further finders of the palette: orders by number, products.
        places: the entries of the rail.
    """

    def __init__(
        self,
        view: ShellView,
        *,
        roles_of: Mapping[str, frozenset[Role]],
        actions: Actions | None = None,
        providers: Sequence[PaletteProvider] = (),
        places: Sequence[Place] = PLACES,
    ) -> None:
        self._view = view
        self._roles_of = dict(roles_of)
        self._actions = actions
        self._providers = tuple(providers)
        self._places = tuple(places)
        self._role: Role | None = None
        self._badges: dict[str, int] = {}
        self._query = 0
        self._found: dict[int, list[PaletteEntry]] = {}
        self._entries: dict[str, PaletteEntry] = {}

    # ---- who

    def show_access(self, role: Role | None, accesses: Sequence[AccessItem], active_id: str) -> None:
        """Begin to act through an access: its places, its name in the switcher.

        Args:
            role: role of the active access, None for a person who has none yet.
            accesses: all accesses of the person.
            active_id: the active one.
        """
        self._role = role
        self._badges = {}
        self._view.show_accesses(accesses, active_id)
        self._show_places()

    def may_open(self, place_id: str) -> bool:
        """Return whether the active access may open a page that exists."""
        if place_id not in self._view.page_ids():
            return False
        return self._role is not None and self._role in self._roles_of.get(place_id, frozenset())

    # ---- badges, sync, notices

    def show_badges(self, badges: Mapping[str, int]) -> None:
        """Show how many things wait at each place; places that are not named keep their number."""
        self._badges.update(badges)
        self._show_places()

    def show_link(
        self,
        *,
        online: bool,
        at: datetime | None,
        running: bool = False,
        done: int = 0,
        total: int = 0,
        waiting: int = 0,
        refused: int = 0,
        understanding: Understanding = UNDERSTOOD,
    ) -> None:
        """Show where synchronisation stands.

        Versions that do not fit come first, because nothing goes on before; then what needs the person, then
        the missing link, then the running round.
        """
        self._view.show_understanding(understanding)
        if understanding.parked is not None:
            state = SyncState.PARKED
        elif refused:
            state = SyncState.ATTENTION
        elif not online:
            state = SyncState.OFFLINE
        elif running or waiting:
            state = SyncState.SYNCING
        else:
            state = SyncState.SYNCED
        self._view.show_sync(SyncPill(state, at, done, total, waiting, refused))

    def show_notices(self, items: Sequence[BellItem]) -> None:
        """Show the notices, the newest first."""
        self._view.show_bell(items)

    # ---- going places

    def open_page(self, place_id: str, item_id: str = "") -> None:
        """Open a page that the active access may open; do nothing otherwise."""
        if self.may_open(place_id):
            self._view.open_page(place_id, item_id)

    def open_outbox(self) -> None:
        """Open Kotak Keluar; where a click on the sync pill leads."""
        self.open_page("outbox")

    # ---- the palette

    def find(self, query: str) -> None:
        """Answer a query of the palette: pages, actions, then what the providers know."""
        self._query += 1
        this = self._query
        self._found = {0: self._pages(query) + self._commands(query)}
        self._show_found()
        for at, provider in enumerate(self._providers, start=1):
            provider(query, lambda entries, at=at: self._take(this, at, entries))  # type: ignore[misc]

    def choose(self, entry_id: str) -> None:
        """Do what an entry of the palette stands for."""
        entry = self._entries.get(entry_id)
        if entry is not None and entry.run is not None:
            entry.run()

    # ---- inside

    def _show_places(self) -> None:
        shown = [
            PlaceItem(place.id, place.icon, place.section, self._badges.get(place.id, 0))
            for place in self._places
            if self.may_open(place.id)
        ]
        self._view.show_places(shown)

    def _pages(self, query: str) -> list[PaletteEntry]:
        found = []
        for place in self._places:
            text = self._view.place_text(place.id)
            if self.may_open(place.id) and matches(query, text):
                found.append(
                    PaletteEntry(
                        id=f"page:{place.id}",
                        text=text,
                        icon=place.icon,
                        group="pages",
                        run=lambda at=place.id: self.open_page(at),  # type: ignore[misc]
                    )
                )
        return found

    def _commands(self, query: str) -> list[PaletteEntry]:
        return [
            PaletteEntry(
                id=f"action:{action.id}",
                text=action.text,
                icon=action.icon,
                group="actions",
                shortcut=action.shortcut,
                run=action.handler,
            )
            for action in (self._actions.allowed(self._role) if self._actions is not None else ())
            if matches(query, action.text)
        ]

    def _take(self, query: int, at: int, entries: Sequence[PaletteEntry]) -> None:
        if query == self._query:
            self._found[at] = list(entries)
            self._show_found()

    def _show_found(self) -> None:
        entries = [entry for at in sorted(self._found) for entry in self._found[at]][:_FIRST_ENTRIES]
        self._entries = {entry.id: entry for entry in entries}
        self._view.show_entries(entries)


def matches(query: str, text: str) -> bool:
    """Return whether every word of the query stands inside the text, without regard to case."""
    here = text.casefold()
    return all(word in here for word in query.casefold().split())
