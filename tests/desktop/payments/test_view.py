"""Pembayaran with real widgets, from all three seats."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QLineEdit, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from inaproc_core.errors import Refusal
from inaproc_core.orders.states import State
from inaproc_core.values import Rupiah
from inaproc_desktop.ports.data import BackendRefused
from inaproc_desktop.ports.ui import ChangeSet
from inaproc_desktop.views.payments.view import PaymentsPage
from inaproc_desktop.views.widgets import FailureDialog, step_up
from inaproc_desktop.views.widgets.choice import ChoiceDot
from tests import builders
from tests.desktop.fake_data import Mine
from tests.desktop.fakes import RecordingNavigator
from tests.desktop.finishing import page_of, state_of, world_of


def opened(qtbot: QtBot, mine: Mine, **others: object) -> PaymentsPage:
    page, _ = page_of("payments", mine, **others)
    assert isinstance(page, PaymentsPage)
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


def fill(page: PaymentsPage) -> None:
    type_into(page.form.reference, "SP2D-0042")
    type_into(page.form.proof.password, "rahasia")


def test_the_ppk_chooses_among_the_open_channels(qtbot: QtBot) -> None:
    world = world_of(State.PAYMENT_PREPARATION)
    order = world.orders["o-0"]
    assert order.current is not None
    world.add_orders(replace(order, current=replace(order.current, total=Rupiah(60_000_000))))
    page = opened(qtbot, Mine(world, builders.PPK))
    closed = page.findChild(ChoiceDot, "payments.channel_va_bni")
    card = page.findChild(ChoiceDot, "payments.channel_kkp")
    assert closed is not None
    assert card is not None
    assert not closed.isEnabled()
    assert not page.channel.send.isEnabled()
    card.click()
    page.channel.send.click()
    assert state_of(world) is State.WAIT_PAYMENT
    assert not page.channel.isVisible()
    assert "bendahara" in page._banner.text()
    page.leave()
    assert not page._banner.isVisible()


def test_the_button_stays_in_sight_in_a_low_window(qtbot: QtBot) -> None:
    page = opened(qtbot, Mine(world_of(State.WAIT_PAYMENT), builders.BENDAHARA))
    page.resize(1150, 520)
    qtbot.wait(20)
    send = page.form.send
    assert send.isVisible()
    assert send.visibleRegion().boundingRect() == send.rect()
    assert not page.channel.send.isVisible()


def test_the_treasurer_confirms_the_exact_amount(qtbot: QtBot) -> None:
    world = world_of(State.WAIT_PAYMENT)
    page = opened(qtbot, Mine(world, builders.BENDAHARA))
    amount = world.orders["o-0"].termins[0].amount
    assert page.form.amount.value() == amount
    line = page.form.amount.findChild(QLineEdit)
    assert line is not None
    assert line.isReadOnly()
    page.form.copy.click()
    assert QGuiApplication.clipboard().text() == str(amount)
    assert page.taxes.isVisible()
    assert not page.form.send.isEnabled()
    fill(page)
    page.form.send.click()
    assert state_of(world) is State.COMPLETED
    assert "SP2D-0042" in page._banner.text()
    assert page.list.row_count() == 0
    paid = page.findChild(QToolButton, "payments.queue_paid")
    assert paid is not None
    paid.click()
    assert page.list.row_count() == 1


def test_a_wrong_proof_stands_at_its_field_and_keeps_the_form(qtbot: QtBot) -> None:
    mine = Mine(world_of(State.WAIT_PAYMENT), builders.BENDAHARA)

    def refuse(code: str, password: str) -> int:
        raise BackendRefused(Refusal(code="session.wrong_password"), "Kata sandi salah.", 403)

    mine.backend.step_up = refuse  # type: ignore[method-assign]  # one answer of the fake is replaced
    page = opened(qtbot, mine)
    fill(page)
    page.form.send.click()
    assert page.form.proof.password.has_error()
    assert page.form.reference.value() == "SP2D-0042"
    assert state_of(mine.world) is State.WAIT_PAYMENT


def test_with_a_second_factor_a_code_confirms_the_payment(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(step_up, "_second_factor", lambda: True)
    mine = Mine(world_of(State.WAIT_PAYMENT), builders.BENDAHARA)
    proofs: list[tuple[str, str]] = []

    def prove(code: str, password: str) -> int:
        proofs.append((code, password))
        return 300

    monkeypatch.setattr(mine.backend, "step_up", prove)
    page = opened(qtbot, mine)
    type_into(page.form.reference, "SP2D-0042")
    page.form.proof.code.show_value("123456")
    page.form.proof.changed.emit()
    page.form.send.click()
    assert proofs == [("123456", "")]
    assert state_of(mine.world) is State.COMPLETED


def test_a_refusal_is_told_and_the_form_stays(qtbot: QtBot) -> None:
    world = world_of(State.WAIT_PAYMENT)
    page = opened(qtbot, Mine(world, builders.BENDAHARA))
    world.refuse_next = Refusal(code="payment.wrong_amount", field="amount")
    fill(page)
    page.form.send.click()
    (dialog,) = [one for one in page.window().findChildren(QDialog) if one.isVisible()]
    assert isinstance(dialog, FailureDialog)
    dialog.accept()
    assert page.form.reference.value() == "SP2D-0042"


def test_who_ordered_reads_why_they_may_not_pay(qtbot: QtBot) -> None:
    orderer = replace(builders.BENDAHARA, user_id=builders.PP.user_id)
    page = opened(qtbot, Mine(world_of(State.WAIT_PAYMENT), orderer))
    assert not page.form.isVisible()
    assert page.state.accessibleName().startswith("Anda tidak dapat membayar")


def test_a_penyedia_follows_the_money_read_only(qtbot: QtBot) -> None:
    world = world_of(State.WAIT_BAST_SELLER, State.WAIT_PAYMENT)
    navigator = RecordingNavigator()
    page = opened(qtbot, Mine(world, builders.VENDOR), navigator=navigator)
    assert page.list.row_count() == 2
    assert not page.form.isVisible()
    assert not page.channel.isVisible()
    assert not page.taxes.isVisible()
    page.bill.paper_asked.emit("letter")
    assert navigator.opened[0][0] == "letter"


def test_offline_deeds_are_closed_with_the_reason(qtbot: QtBot) -> None:
    world = world_of(State.WAIT_PAYMENT)
    mine = Mine(world, builders.BENDAHARA)
    page, deps = page_of("payments", mine)
    assert isinstance(page, PaymentsPage)
    qtbot.addWidget(page)
    page.show()
    page.open_item("o-0")
    fill(page)
    assert page.form.send.isEnabled()
    world.online = False
    deps.bus.publish(ChangeSet.of("link"))
    assert not page.form.send.isEnabled()
    assert "Perlu tautan ke peladen" in page.form.why.text()
