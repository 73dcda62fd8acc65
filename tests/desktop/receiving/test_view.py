"""Penerimaan with real widgets: what came, inspection, delay, and the way to the BAST."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from inaproc_core.orders.states import State
from inaproc_desktop.ports.ui import ChangeSet
from inaproc_desktop.views.receiving.view import ReceivingPage
from inaproc_desktop.views.widgets import CheckField
from inaproc_desktop.views.widgets.fields.choice import TickBox
from tests import builders
from tests.desktop.fake_data import Mine
from tests.desktop.fakes import RecordingNavigator
from tests.desktop.finishing import page_of, state_of, world_of


def opened(qtbot: QtBot, mine: Mine, item: str = "o-0", **others: object) -> ReceivingPage:
    page, _ = page_of("receiving", mine, **others)
    assert isinstance(page, ReceivingPage)
    qtbot.addWidget(page)
    page.resize(1150, 700)
    page.show()
    page.open_item(item)
    return page


def tick(*fields: CheckField) -> None:
    for field in fields:
        box = field.findChild(TickBox)
        assert box is not None
        box.click()


def test_inspection_goes_on_to_the_bast(qtbot: QtBot) -> None:
    world, navigator = world_of(State.ARRIVED), RecordingNavigator()
    page = opened(qtbot, Mine(world, builders.PPK), navigator=navigator)
    form = page.form
    form.send.click()
    assert form.function.has_error()
    tick(form.function, form.quantity, form.time)
    form.send.click()
    assert state_of(world) is State.BAST_DRAFT
    assert navigator.opened == [("bast", "o-0")]
    assert page.bast.isVisible()


def test_a_delay_shows_days_and_penalty_and_asks_for_a_note(qtbot: QtBot) -> None:
    world = world_of(State.ARRIVED)
    world.clock.moment += timedelta(days=20)
    page = opened(qtbot, Mine(world, builders.PPK))
    form = page.form
    form.finished.show_value(date(2026, 12, 12))
    tick(form.function, form.quantity, form.time)
    assert form.late.isVisible()
    assert form.late.accessibleName().startswith("Terlambat 7 hari, denda Rp84.508")
    assert form.note.has_error()
    tick(form.time)
    assert not form.note.has_error()
    form.send.click()
    assert world.orders["o-0"].inspection is not None


def test_offline_the_inspection_is_closed_with_the_reason(qtbot: QtBot) -> None:
    world = world_of(State.ARRIVED)
    mine = Mine(world, builders.PPK)
    page, deps = page_of("receiving", mine)
    assert isinstance(page, ReceivingPage)
    qtbot.addWidget(page)
    page.show()
    page.open_item("o-0")
    assert page.form.send.isEnabled()
    world.online = False
    deps.bus.publish(ChangeSet.of("link"))
    assert not page.form.send.isEnabled()
    assert "Perlu tautan ke peladen" in page.form.why.text()


def test_another_order_is_shown_by_the_list(qtbot: QtBot) -> None:
    page = opened(qtbot, Mine(world_of(State.SHIPPING, State.ARRIVED), builders.PPK), "")
    assert page.form.isVisible(), "the one that waits for me comes first"
    page.list.choose("o-0")
    assert not page.form.isVisible()
    assert page.findChild(QWidget, "receiving.mark_arrived_1") is not None


def test_another_ppk_may_only_look(qtbot: QtBot) -> None:
    page = opened(qtbot, Mine(world_of(State.ARRIVED), builders.PPK2))
    assert not page.form.isVisible()


def test_the_button_stays_in_sight_in_a_low_window(qtbot: QtBot) -> None:
    page = opened(qtbot, Mine(world_of(State.ARRIVED), builders.PPK))
    page.resize(1150, 520)
    qtbot.wait(20)
    send = page.form.send
    assert send.isVisible()
    assert send.mapTo(page, send.rect().bottomRight()).y() < page.height()
    assert send.visibleRegion().boundingRect() == send.rect()
