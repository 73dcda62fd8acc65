"""Pengiriman with real widgets: filling in, sending, waiting, marking as arrived."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from inaproc_core.orders.states import State
from inaproc_core.values import quantity
from inaproc_desktop.views.shipping.view import ShippingPage
from inaproc_desktop.views.widgets import FormDialog
from tests import builders
from tests.desktop.fake_data import Mine
from tests.desktop.finishing import page_of, state_of, world_of


def opened(qtbot: QtBot, mine: Mine) -> ShippingPage:
    page, _ = page_of("shipping", mine)
    assert isinstance(page, ShippingPage)
    qtbot.addWidget(page)
    page.resize(1150, 700)
    page.show()
    page.open_item("")
    return page


def type_into(field: QWidget, text: str) -> None:
    line = field.findChild(QLineEdit)
    assert line is not None
    line.setText(text)
    line.textEdited.emit(text)


def fill(page: ShippingPage) -> None:
    type_into(page.form.courier, "Armada sendiri")
    type_into(page.form.driver, "Gilang Latihan 0812")


def test_goods_are_sent_with_what_is_left_prefilled(qtbot: QtBot) -> None:
    world = world_of(State.PROCESSING)
    page = opened(qtbot, Mine(world, builders.VENDOR))
    assert not page.form.tracking.isVisible()
    assert page.form.form().quantities == {"1": quantity(10), "2": quantity(10)}
    fill(page)
    page.form.send.click()
    assert state_of(world) is State.SHIPPING
    assert not page.form.isVisible()


def test_a_missing_field_is_named_and_nothing_is_sent(qtbot: QtBot) -> None:
    world = world_of(State.PROCESSING)
    page = opened(qtbot, Mine(world, builders.VENDOR))
    page.form.send.click()
    assert page.form.courier.has_error()
    fill(page)
    assert not page.form.courier.has_error()
    page.form.expected.show_value(None)
    page.form.send.click()
    assert page.form.expected.has_error()
    assert state_of(world) is State.PROCESSING


def test_more_than_left_is_said_at_the_line_while_typing(qtbot: QtBot) -> None:
    page = opened(qtbot, Mine(world_of(State.PROCESSING), builders.VENDOR))
    fill(page)
    amount = page.findChild(QWidget, "shipping.quantity_1")
    assert amount is not None
    type_into(amount, "11")
    assert page.form._amounts["1"].has_error()
    type_into(amount, "4")
    assert not page.form._amounts["1"].has_error()
    page.form.send.click()
    assert page.form.isVisible(), "six are left"
    assert page.form.courier.value() == ""
    assert page.form.form().quantities["1"] == quantity(6)


def test_a_waiting_shipment_says_so(qtbot: QtBot) -> None:
    world = world_of(State.PROCESSING)
    world.online = False
    page = opened(qtbot, Mine(world, builders.VENDOR))
    fill(page)
    page.form.send.click()
    assert "belum terkirim" in page._banner.text()
    mark = page.findChild(QWidget, "shipping.mark_arrived_1")
    assert mark is not None
    assert not mark.isEnabled()


def test_arrival_asks_who_received(qtbot: QtBot) -> None:
    world = world_of(State.SHIPPING)
    page = opened(qtbot, Mine(world, builders.VENDOR))
    page.shipments.mark_asked.emit(1)
    (dialog,) = [one for one in page.window().findChildren(QDialog) if one.isVisible()]
    assert isinstance(dialog, FormDialog)
    field = dialog.findChild(QWidget, "shipping.received_by")
    assert field is not None
    type_into(field, "")
    dialog.confirm_button.click()
    assert dialog.isVisible()
    type_into(field, "Bagian Umum")
    dialog.confirm_button.click()
    assert state_of(world) is State.ARRIVED


def test_an_empty_list_says_what_comes_next(qtbot: QtBot) -> None:
    page = opened(qtbot, Mine(world_of(), builders.VENDOR))
    assert page.list.row_count() == 0
    assert page._stack.currentIndex() == 0
