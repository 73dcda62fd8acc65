"""The frame's presenter, without Qt."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from inaproc_core.errors import Refusal
from inaproc_core.roles import Role
from inaproc_desktop.ports.understanding import UNDERSTOOD, Understanding
from inaproc_desktop.views.actions import Action, ActionTable
from inaproc_desktop.views.shell.places import PLACES
from inaproc_desktop.views.shell.presenter import ShellPresenter, matches
from inaproc_desktop.views.shell.rows import AccessItem, PaletteEntry, SyncState

ALL = frozenset(Role)
ROLES = {
    "home": ALL,
    "cart": frozenset({Role.PP, Role.PPK}),
    "approvals": frozenset({Role.PPK}),
    "outbox": ALL,
    "oversight": frozenset({Role.APIP}),
    "checkout": frozenset({Role.PP}),
}
WORDS = {"home": "Beranda", "cart": "Keranjang", "approvals": "Persetujuan", "outbox": "Kotak Keluar"}
PARKED = Understanding(parked=Refusal(code="version.client_too_old"))
ACCESS = AccessItem("a1", "PPK", "Dinas Contoh", "31 Des 2026")


class View:
    def __init__(self):
        self.pages = {"home", "cart", "approvals", "outbox", "checkout"}
        self.places, self.entries, self.opened, self.bell = [], [], [], []
        self.pill = None
        self.accesses: tuple[list[AccessItem], str] = ([], "")

    def page_ids(self):
        return self.pages

    def place_text(self, place_id):
        return WORDS.get(place_id, place_id)

    def show_places(self, places):
        self.places = list(places)

    def show_accesses(self, accesses, active_id):
        self.accesses = (list(accesses), active_id)

    def show_understanding(self, understanding):
        self.understanding = understanding

    def show_sync(self, pill):
        self.pill = pill

    def show_bell(self, items):
        self.bell = list(items)

    def show_entries(self, entries):
        self.entries = list(entries)

    def open_page(self, place_id, item_id=""):
        self.opened.append((place_id, item_id))


@pytest.fixture
def view():
    return View()


def made(view, **more):
    presenter = ShellPresenter(view, roles_of=ROLES, **more)
    presenter.show_access(Role.PPK, [ACCESS], "a1")
    return presenter


def test_the_rail_shows_what_the_role_may_use_and_what_exists(view):
    presenter = made(view)
    assert [place.id for place in view.places] == ["home", "cart", "approvals", "outbox"]
    presenter.show_access(Role.BENDAHARA, [ACCESS], "a1")
    assert [place.id for place in view.places] == ["home", "outbox"]
    presenter.show_access(Role.APIP, [ACCESS], "a1")
    assert [place.id for place in view.places] == ["home", "outbox"], "oversight has no page yet"
    view.pages.add("oversight")
    presenter.show_badges({})
    assert [place.id for place in view.places] == ["home", "outbox", "oversight"]


def test_without_an_access_there_is_no_place(view):
    made(view).show_access(None, [], "")
    assert view.places == []


def test_badges_add_up_and_end_with_the_access(view):
    presenter = made(view)
    presenter.show_badges({"cart": 3})
    presenter.show_badges({"approvals": 1})
    assert {place.id: place.badge for place in view.places if place.badge} == {"cart": 3, "approvals": 1}
    presenter.show_access(Role.PP, [ACCESS], "a1")
    assert not any(place.badge for place in view.places)


def test_pages_open_only_for_their_roles(view):
    presenter = made(view)
    presenter.open_page("approvals", "EP-1")
    presenter.open_page("checkout")
    presenter.open_page("nowhere")
    assert view.opened == [("approvals", "EP-1")]


@pytest.mark.parametrize(
    ("facts", "state"),
    [
        ({"online": True}, SyncState.SYNCED),
        ({"online": True, "running": True, "done": 3, "total": 12}, SyncState.SYNCING),
        ({"online": True, "waiting": 2}, SyncState.SYNCING),
        ({"online": False, "waiting": 4}, SyncState.OFFLINE),
        ({"online": False}, SyncState.OFFLINE),
        ({"online": False, "refused": 1, "waiting": 4}, SyncState.ATTENTION),
        ({"online": True, "running": True, "refused": 1}, SyncState.ATTENTION),
        ({"online": False, "refused": 1, "waiting": 2, "understanding": PARKED}, SyncState.PARKED),
        ({"online": True, "understanding": Understanding(skew_minutes=-12)}, SyncState.SYNCED),
    ],
)
def test_the_pill_shows_what_matters_most(view, facts, state):
    presenter = made(view)
    presenter.show_link(at=dt.datetime(2026, 11, 22, 2, 41, tzinfo=dt.UTC), **facts)
    assert view.pill.state is state
    assert view.pill.waiting == facts.get("waiting", 0)
    assert view.understanding == facts.get("understanding", UNDERSTOOD)


def test_the_palette_finds_pages_and_actions(view):
    ran: list[Any] = []
    actions = ActionTable(
        [
            Action(
                id="sync", text="Sinkronkan sekarang", handler=lambda: ran.append("sync"), shortcut="Ctrl+R"
            ),
            Action(id="x", text="Hanya PP", handler=lambda: ran.append("x"), roles=frozenset({Role.PP})),
        ]
    )
    presenter = made(view, actions=actions)
    presenter.find("")
    assert [entry.id for entry in view.entries] == [
        "page:home",
        "page:cart",
        "page:approvals",
        "page:outbox",
        "action:sync",
    ]
    presenter.find("KER")
    assert [entry.text for entry in view.entries] == ["Keranjang"]
    presenter.choose("page:cart")
    assert view.opened == [("cart", "")]
    presenter.find("sinkron")
    presenter.choose("action:sync")
    presenter.choose("gone")
    assert ran == ["sync"]


def test_late_answers_to_an_old_query_are_dropped(view):
    held: list[Any] = []
    presenter = made(view, providers=[lambda query, answer: held.append((query, answer))])
    presenter.find("kertas")
    presenter.find("kertas a4")
    (_old, old_answer), (_new, new_answer) = held
    new_answer([PaletteEntry("order:1", "EP-1", run=lambda: presenter.open_page("approvals", "EP-1"))])
    old_answer([PaletteEntry("order:9", "EP-9")])
    assert [entry.id for entry in view.entries] == ["order:1"]
    presenter.choose("order:1")
    assert view.opened == [("approvals", "EP-1")]


def test_a_click_on_the_pill_opens_the_outbox(view):
    made(view).open_outbox()
    assert view.opened == [("outbox", "")]


def test_places_are_named_once():
    assert len({place.id for place in PLACES}) == len(PLACES)


def test_actions_guard_their_names_and_keys():
    table = ActionTable([Action(id="a", text="A", handler=print, shortcut="Ctrl+R")])
    with pytest.raises(ValueError, match="there already"):
        table.add(Action(id="a", text="B", handler=print))
    with pytest.raises(ValueError, match="belongs to a"):
        table.add(Action(id="b", text="B", handler=print, shortcut="Ctrl+R"))
    assert table.by_id("a").text == "A"
    with pytest.raises(KeyError):
        table.by_id("b")


@pytest.mark.parametrize(
    ("query", "text", "found"),
    [("", "Beranda", True), ("kel kot", "Kotak Keluar", True), ("kelu x", "Kotak Keluar", False)],
)
def test_matching(query, text, found):
    assert matches(query, text) is found
