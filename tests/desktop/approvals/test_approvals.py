"""The PPK's page: one screen, a checklist that must be complete, decisions online only."""

from __future__ import annotations

from typing import Any

import pytest

from inaproc_core.orders.review import CHECKLIST
from inaproc_core.orders.states import State
from inaproc_desktop.composition import ordering
from inaproc_desktop.ports.ui import ChangeSet
from inaproc_desktop.views.widgets import CheckField, ConfirmDialog, FailureDialog
from tests import builders
from tests.desktop.fake_data import office
from tests.desktop.fake_deps import fake_deps

ID = builders.ORDER_ID


@pytest.fixture
def opened(qtbot, app_style):
    def go(*, online=True, buyer=builders.PP, item=ID, actor=builders.PPK):
        world = office()
        world.online = online
        world.add_orders(builders.play_to(State.WAITING_PPK_REVIEW, buyer=buyer))
        deps, mine = fake_deps(world, actor)
        spec = next(one for one in ordering.pages(deps) if one.place_id == "approvals")
        page: Any = spec.make()
        qtbot.addWidget(page)
        page.resize(1180, 700)
        page.show()
        page.open_item(item)
        return page, mine, deps

    return go


def tick_all(page):
    for point in CHECKLIST:
        page.findChild(CheckField, f"approvals.check.{point}").show_value(True)
    page.decision._on_edited()


def answer(page, reason=""):
    dialog = page.findChildren(ConfirmDialog)[-1]
    if reason:
        dialog.reason_field.show_value(reason)
    dialog.confirm_button.click()


def test_the_letter_needs_every_tick_and_then_opens(opened):
    page, mine, deps = opened()
    assert not page.issue.isEnabled()
    assert page.why_not.text() == "8 butir daftar periksa belum dicentang."
    tick_all(page)
    page.decision.terms.show_value("Kirim pada jam kerja")
    page.decision._on_edited()
    assert page.issue.isEnabled()
    page.issue.click()
    answer(page)
    order = mine.world.orders[ID]
    assert order.state is State.ESIGN_IN_PROGRESS
    assert order.letter.terms == "Kirim pada jam kerja"
    assert deps.navigator.opened == [("letter", ID)]


@pytest.mark.parametrize(
    ("button", "state"), [("send_back", State.WAIT_BUYER), ("reject", State.CANCELLED_ON_REVIEW)]
)
def test_no_is_said_with_a_reason_and_leads_to_the_list(opened, button, state):
    page, mine, deps = opened()
    getattr(page, button).click()
    answer(page, "Spesifikasi belum sesuai kebutuhan")
    assert mine.world.orders[ID].state is state
    assert deps.navigator.opened == [("approvals", "")]


def test_without_a_link_decisions_are_grey_with_the_reason_until_it_is_back(opened):
    page, mine, deps = opened(online=False)
    tick_all(page)
    assert not any(each.isEnabled() for each in (page.issue, page.send_back, page.reject))
    assert "persetujuan diputuskan langsung" in page.why_not.text()
    mine.world.online = True
    deps.bus.publish(ChangeSet.of("link"))
    assert page.issue.isEnabled()


def test_a_link_lost_in_between_loses_nothing(opened):
    page, mine, _ = opened()
    tick_all(page)
    page.issue.click()
    mine.world.online = False
    answer(page)
    assert page.findChildren(FailureDialog)
    assert mine.drafts.find("ppk_review", ID).content["ticked"] == list(CHECKLIST)
    assert page.issue.isEnabled()


def test_ticks_and_terms_survive_closing(opened):
    page, mine, _ = opened()
    tick_all(page)
    page.leave()
    assert mine.drafts.saves == 1
    page.order_chosen.emit("")
    page.open_item(ID)
    assert page.decision.missing() == 0


def test_an_order_bought_alone_offers_no_return(opened):
    page, _, _ = opened(buyer=builders.PPK)
    assert not page.send_back.isVisible()
    assert page.reject.isVisible()


def test_who_may_not_decide_reads_only(opened):
    page, _, _ = opened(actor=builders.PPK2)
    assert not page._actions.isVisible()


def test_the_list_opens_an_order(opened):
    page, _, _ = opened(item="")
    assert page.table.row_count() == 1
    assert page.title() == "Daftar Persetujuan PPK"
    page.table.opened.emit(ID)
    assert page.title().startswith("Tinjau EP-")


def test_a_resubmitted_order_starts_with_an_empty_checklist(opened):
    page, mine, _ = opened()
    tick_all(page)
    page.send_back.click()
    answer(page, "Spesifikasi belum sesuai kebutuhan")
    mine.world.add_orders(builders.play_to(State.WAITING_PPK_REVIEW))
    page.open_item(ID)
    assert page.decision.missing() == len(CHECKLIST)
    assert not page.issue.isEnabled()
