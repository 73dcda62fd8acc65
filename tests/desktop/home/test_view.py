"""Beranda in real widgets: words for every kind of task, Enter opens, figures by role."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from inaproc_core.orders.states import State
from inaproc_core.roles import Role
from inaproc_desktop.composition import buying
from inaproc_desktop.ports.home import Task, TaskKind
from inaproc_desktop.views.home.tasks import TaskCard, task_detail, task_words
from inaproc_desktop.views.home.view import HomePage
from inaproc_desktop.views.widgets import Table
from tests import builders
from tests.desktop.fake_data import World, office
from tests.desktop.fake_deps import fake_deps
from tests.desktop.fakes import RecordingNavigator


def page_of(qtbot, actor, *orders, world: World | None = None):
    world = world or office()
    world.add_orders(*orders)
    deps, mine = fake_deps(world, actor)
    spec = next(one for one in buying.pages(deps) if one.place_id == "home")
    page = spec.make()
    assert isinstance(page, HomePage)
    qtbot.addWidget(page)
    page.resize(1180, 720)
    page.show()
    page.open_item("")
    qtbot.wait(1)
    return page, deps, mine


def table(page, name: str) -> Table:
    found = page.findChild(Table, name)
    assert isinstance(found, Table)
    return found


def texts(widget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


@pytest.mark.parametrize("kind", list(TaskKind))
def test_every_kind_of_task_has_words(qapp, kind):
    order = builders.play_to(State.WAIT_PAYMENT)
    task = Task(id="t", kind=kind, place="order", item="t", order=order)
    assert task_words(task)
    assert task_detail(task) is not None


def test_enter_opens_the_right_page(qtbot):
    page, deps, _ = page_of(qtbot, builders.PP, builders.play_to(State.WAIT_BUYER))
    tasks = table(page, "home.tasks")
    tasks.focus_rows()
    qtbot.keyClick(tasks.focusWidget() or tasks.focusProxy(), Qt.Key.Key_Return)
    assert isinstance(deps.navigator, RecordingNavigator)
    assert deps.navigator.opened == [("negotiation", builders.ORDER_ID)]


def test_the_title_counts_what_is_due_today(qtbot):
    order = builders.play_to(State.WAIT_BUYER)
    world = office()
    assert order.deadline is not None
    world.clock.moment = order.deadline.replace(hour=5)
    page, _, _ = page_of(qtbot, builders.PP, order, world=world)
    assert "1 jatuh tempo hari ini" in texts(page)


def test_an_official_sees_pagu_and_shares(qtbot):
    page, _, _ = page_of(qtbot, builders.PPK, builders.play_to(State.PROCESSING))
    said = texts(page)
    assert "Belanja 2026 terhadap pagu" in said
    assert "(sasaran 40 %)" in said
    assert "Uang dalam perjalanan" not in said


def test_a_penyedia_sees_money_and_shipments(qtbot):
    page, deps, _ = page_of(qtbot, builders.VENDOR, builders.play_to(State.PROCESSING))
    said = texts(page)
    assert "Uang dalam perjalanan" in said
    assert "Pengiriman jatuh tempo" in said
    assert "pagu" not in said
    link = next(one for one in page.findChildren(QPushButton) if one.text() == "Bagian Umum")
    link.click()
    assert isinstance(deps.navigator, RecordingNavigator)
    assert deps.navigator.opened == [("order", builders.ORDER_ID)]


def test_an_empty_office_is_told_how_to_begin(qtbot):
    page, deps, _ = page_of(qtbot, builders.PP)
    start = next(one for one in page.findChildren(QPushButton) if one.text() == "Buka Katalog")
    start.click()
    assert isinstance(deps.navigator, RecordingNavigator)
    assert deps.navigator.opened == [("catalogue", "")]


def test_a_draft_is_a_link(qtbot):
    world = office()
    page, deps, mine = page_of(qtbot, builders.PP, world=world)
    mine.drafts.save("d-1", "checkout", "v-1", "CV Graha Contoh Utama", {})
    page.open_item("")
    qtbot.wait(1)
    link = page.findChild(QPushButton, "home.draft.d-1")
    assert isinstance(link, QPushButton)
    assert link.text() == "Checkout · CV Graha Contoh Utama"
    link.click()
    assert isinstance(deps.navigator, RecordingNavigator)
    assert deps.navigator.opened == [("checkout", "d-1")]


def test_nobody_else_is_invited_to_buy(qapp):
    card = TaskCard(Role.APIP)
    assert "Katalog" not in texts(card)
    card.deleteLater()


def test_before_the_first_pull_an_empty_list_proves_nothing(qtbot):
    page, _, mine = page_of(qtbot, builders.PP)
    mine.mirror.pulled_at = None
    page.open_item("")
    assert "Menunggu data pertama dari peladen" in texts(page)
    mine.mirror.pulled_at = mine.world.clock.now()
    page.open_item("")
    assert "Tidak ada yang menunggu Anda" in texts(page)
