"""The negotiation page in front of people: both seats, live bounds, moves by keyboard names."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtWidgets import QPushButton

from inaproc_core.orders.states import State
from inaproc_core.values import Rupiah
from inaproc_desktop.composition import ordering
from inaproc_desktop.views.widgets import ConfirmDialog, MoneyField
from tests import builders
from tests.desktop.fake_data import office
from tests.desktop.fake_deps import fake_deps

ID = builders.ORDER_ID


@pytest.fixture
def opened(qtbot, app_style):
    def go(state, actor, *, online=True, buyer=builders.PP, item=ID):
        world = office()
        world.online = online
        world.add_orders(builders.play_to(state, buyer=buyer))
        deps, mine = fake_deps(world, actor)
        spec = next(one for one in ordering.pages(deps) if one.place_id == "negotiation")
        page: Any = spec.make()
        qtbot.addWidget(page)
        page.resize(1180, 700)
        page.show()
        page.open_item(item)
        return page, mine

    return go


def field(page, item):
    return page.findChild(MoneyField, f"negotiation.price.{item}")


def shown(page):
    names = ("send", "agree", "stop", "hand_over")
    return {name for name in names if page.findChild(QPushButton, f"negotiation.{name}").isVisible()}


def dialog_of(page) -> Any:
    return page.findChildren(ConfirmDialog)[-1]


@pytest.mark.parametrize(
    ("state", "actor", "moves"),
    [
        (State.WAIT_BUYER, builders.PP, {"send", "agree", "stop"}),
        (State.WAIT_SELLER, builders.VENDOR, {"send", "agree", "stop"}),
        (State.WAIT_SELLER, builders.PP, {"stop"}),
        (State.WAIT_BUYER, builders.VENDOR, set()),
        (State.AGREED, builders.PP, {"stop", "hand_over"}),
        (State.WAIT_BUYER, builders.PPK, set()),
    ],
)
def test_only_moves_that_are_possible_are_offered(opened, state, actor, moves):
    page, _ = opened(state, actor)
    assert shown(page) == moves


def test_a_wrong_price_is_explained_at_its_field_and_blocks_sending(opened, qtbot):
    page, mine = opened(State.WAIT_BUYER, builders.PP)
    price = field(page, "line:2")
    line = price.focusProxy()
    qtbot.keyClicks(line, "1164000")
    assert price.error() == "harus di bawah Rp1.164.000"
    assert not page.panel.send.isEnabled()
    assert page.panel.missing.text() == "1 harga perlu diperbaiki."
    line.clear()
    qtbot.keyClicks(line, "1000000")
    assert price.error() == ""
    assert page.panel.send.isEnabled()
    page.panel.send.click()
    assert mine.world.orders[ID].rounds[-1].prices["line:2"] == 1_000_000
    assert page.panel.send.isHidden()


def test_both_seats_read_their_own_column_titles(opened):
    buyer, _ = opened(State.WAIT_BUYER, builders.PP)
    vendor, _ = opened(State.WAIT_SELLER, builders.VENDOR)
    assert field(buyer, "line:1").name == "Tawaran baru: Kertas HVS A4 80 gsm"
    assert buyer.panel.send.text() == "Ajukan Harga Baru"
    assert vendor.panel.send.text() == "Ajukan Harga Balasan"
    assert buyer._budget.isVisible()
    assert not vendor._budget.isVisible()
    assert not vendor._verdict.isVisible()


def test_agreeing_is_confirmed_with_the_total(opened):
    page, mine = opened(State.WAIT_BUYER, builders.PP)
    page.panel.agree.click()
    assert mine.world.orders[ID].state is State.WAIT_BUYER
    dialog_of(page).confirm_button.click()
    assert mine.world.orders[ID].state is State.AGREED
    assert shown(page) == {"stop", "hand_over"}


def test_stopping_asks_for_a_reason(opened):
    page, mine = opened(State.WAIT_SELLER, builders.VENDOR)
    page.panel.stop.click()
    dialog = dialog_of(page)
    dialog.confirm_button.click()
    assert dialog.reason_field.has_error()
    dialog.reason_field.show_value("Stok tidak mencukupi")
    dialog.confirm_button.click()
    assert mine.world.orders[ID].ended_reason == "Stok tidak mencukupi"


def test_waiting_to_be_sent_is_said_and_can_be_taken_back(opened):
    page, _ = opened(State.WAIT_BUYER, builders.PP, online=False)
    page.same_asked.emit()
    page.panel.send.click()
    assert "menunggu terkirim" in page._banner.text()
    assert shown(page) == set()
    page.banner_action.emit()
    assert page._banner.text() == ""
    assert field(page, "line:1").value() == Rupiah(54_000)


def test_narrow_pages_keep_what_is_typed(opened, qtbot):
    page, _ = opened(State.WAIT_BUYER, builders.PP)
    qtbot.keyClicks(field(page, "line:1").focusProxy(), "51000")
    page.resize(700, 600)
    assert page.title().startswith("EP-")
    assert field(page, "line:1").value() == Rupiah(51_000)
    page.resize(1180, 700)
    assert field(page, "line:1").value() == Rupiah(51_000)


def test_the_list_says_whose_move_it_is(opened, qtbot):
    page, _ = opened(State.WAIT_BUYER, builders.PP, item="")
    table = page.list.table
    assert table.row_count() == 1
    assert page.list._turn_of(table.rows()[0]).text == "Giliran Anda"
    table.opened.emit(ID)
    # The window manager may give the page its width a moment later; a narrow page shows the number alone.
    qtbot.waitUntil(lambda: page.title().startswith("Negosiasi EP-"))
