"""Phone and recovery codes are lost: the real dialog and a backend in memory."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget

from inaproc_core.registration.book import load_registration
from inaproc_core.registration.vocabulary import Channel
from inaproc_desktop.composition.factor_reset import open_factor_reset
from inaproc_desktop.services.factor_reset import FactorResetService
from inaproc_desktop.views import theme
from inaproc_desktop.views.sign_in.factor_reset.view import FactorResetDialog
from inaproc_desktop.views.sign_in.view import SignInPage
from tests import builders
from tests.desktop.fakes import HeldRunner, ImmediateRunner
from tests.desktop.registration.fakes import CODE, PASSWORD, FakeRegistration

RULES = load_registration().at(builders.NOW.date())


@pytest.fixture
def backend() -> FakeRegistration:
    return FakeRegistration()


@pytest.fixture
def page(app_style: Any, qtbot: Any) -> SignInPage:
    theme.apply_theme(app_style, "light")
    page = SignInPage()
    qtbot.addWidget(page)
    page.resize(1366, 700)
    with qtbot.waitExposed(page):
        page.show()
    return page


@pytest.fixture
def open_dialog(page: SignInPage, backend: FakeRegistration) -> Callable[..., FactorResetDialog]:
    def opened(account: str = "ayu.latihan", runner: Any = None) -> FactorResetDialog:
        service = FactorResetService(lambda: backend, lambda: RULES)
        return open_factor_reset(page, service, runner or ImmediateRunner(), account)

    return opened


def named(dialog: QWidget, name: str, kind: type[Any] = QWidget) -> Any:
    found = dialog.findChild(kind, f"factor_reset.{name}")
    assert found is not None, name
    return found


def line(dialog: QWidget, name: str) -> QLineEdit:
    found: QLineEdit = named(dialog, name).findChild(QLineEdit)
    return found


def go_on(qtbot: Any, dialog: QWidget) -> None:
    qtbot.mouseClick(named(dialog, "next", QPushButton), Qt.MouseButton.LeftButton)


def words(widget: QWidget) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def give_code(qtbot: Any, dialog: QWidget, channel: str, code: str = CODE) -> None:
    for box, digit in zip(named(dialog, f"{channel}.code").findChildren(QLineEdit), code, strict=True):
        qtbot.keyClicks(box, digit)


def test_the_second_step_of_signing_in_leads_here(page: SignInPage, qtbot: Any) -> None:
    page.show_account("ayu.latihan", "")
    page.ask_code()
    lost = page.findChild(QPushButton, "sign_in.factor_lost")
    assert lost is not None and lost.isVisible()
    with qtbot.waitSignal(page.factor_reset_asked) as asked:
        qtbot.mouseClick(lost, Qt.MouseButton.LeftButton)
    assert asked.args == ["ayu.latihan"]


def test_course_to_the_moment_it_takes_effect(
    open_dialog: Callable[..., FactorResetDialog], backend: FakeRegistration, qtbot: Any
) -> None:
    dialog = open_dialog()
    said = words(dialog)
    assert "masa tunggu" in said and "dapat dibatalkan" in said
    line(dialog, "password").setText(PASSWORD)
    go_on(qtbot, dialog)
    assert line(dialog, "password").text() == ""
    assert "a•••@kantor.go.id" in words(dialog)
    give_code(qtbot, dialog, "email", "999999")
    assert "Kode salah" in words(named(dialog, "email.code"))
    give_code(qtbot, dialog, "email")
    assert "reset send SMS" in backend.calls
    assert "0812-••••-1490" in words(dialog)
    give_code(qtbot, dialog, "sms")
    assert dialog.is_done()
    assert "berlaku mulai" in words(named(dialog, "done"))
    assert "paling lambat" in words(dialog) and "Keamanan akun" in words(dialog)
    assert not named(dialog, "cancel").isVisible()
    go_on(qtbot, dialog)
    assert not dialog.isVisible()


def test_empty_fields_and_a_wrong_password_send_no_code(
    open_dialog: Callable[..., FactorResetDialog], backend: FakeRegistration, qtbot: Any
) -> None:
    dialog = open_dialog("")
    go_on(qtbot, dialog)
    assert named(dialog, "account").has_error() and named(dialog, "password").has_error()
    assert backend.calls == []
    line(dialog, "account").setText(" ayu.latihan ")
    line(dialog, "password").setText("salah")
    go_on(qtbot, dialog)
    assert backend.calls == ["reset ayu.latihan"]
    assert "kata sandi salah" in words(dialog)
    assert not named(dialog, "account").has_error()
    assert line(dialog, "account").text() == " ayu.latihan "


def test_an_sms_that_cannot_go_out_yet_can_be_asked_for_again(
    open_dialog: Callable[..., FactorResetDialog], backend: FakeRegistration, qtbot: Any
) -> None:
    backend.sms_fails = True
    dialog = open_dialog()
    line(dialog, "password").setText(PASSWORD)
    go_on(qtbot, dialog)
    give_code(qtbot, dialog, "email")
    assert named(dialog, "sms.code").has_error()
    backend.sms_fails = False
    qtbot.mouseClick(named(dialog, "sms.resend", QPushButton), Qt.MouseButton.LeftButton)
    assert Channel.SMS in backend.sent
    give_code(qtbot, dialog, "sms")
    assert dialog.is_done()


def test_an_sms_that_has_to_wait_is_not_asked_for_too_soon(
    open_dialog: Callable[..., FactorResetDialog], backend: FakeRegistration, qtbot: Any
) -> None:
    backend.sms_waits = 40
    dialog = open_dialog()
    line(dialog, "password").setText(PASSWORD)
    go_on(qtbot, dialog)
    give_code(qtbot, dialog, "email")
    assert "reset send SMS" not in backend.calls
    resend = named(dialog, "sms.resend", QPushButton)
    assert not resend.isEnabled() and "0." in resend.text()
    assert not named(dialog, "sms.code").has_error()


def test_half_a_code_is_not_sent(
    open_dialog: Callable[..., FactorResetDialog], backend: FakeRegistration, qtbot: Any
) -> None:
    dialog = open_dialog()
    line(dialog, "password").setText(PASSWORD)
    go_on(qtbot, dialog)
    go_on(qtbot, dialog)
    assert named(dialog, "email.code").has_error()
    assert "reset check EMAIL" not in backend.calls


def test_without_a_link_nothing_typed_is_lost(
    open_dialog: Callable[..., FactorResetDialog], backend: FakeRegistration, qtbot: Any
) -> None:
    backend.offline = True
    dialog = open_dialog()
    line(dialog, "password").setText(PASSWORD)
    go_on(qtbot, dialog)
    assert "tidak terjangkau" in words(dialog)
    assert line(dialog, "password").text() == PASSWORD
    assert named(dialog, "next", QPushButton).isEnabled()


def test_an_answer_after_closing_is_passed_over(
    open_dialog: Callable[..., FactorResetDialog], backend: FakeRegistration, qtbot: Any
) -> None:
    runner = HeldRunner()
    dialog = open_dialog(runner=runner)
    line(dialog, "password").setText(PASSWORD)
    go_on(qtbot, dialog)
    assert not named(dialog, "next", QPushButton).isEnabled()
    dialog.reject()
    runner.run_all()
    assert backend.calls == []
    assert line(dialog, "password").text() == ""
