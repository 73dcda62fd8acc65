"""Lupa kata sandi with the real dialog and a backend in memory."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget

from inaproc_core.registration.book import load_registration
from inaproc_desktop.composition.recovery import open_recovery
from inaproc_desktop.services.recovery import RecoveryService
from inaproc_desktop.views import theme
from inaproc_desktop.views.sign_in.recovery.view import RecoveryDialog
from inaproc_desktop.views.sign_in.view import SignInPage
from tests import builders
from tests.desktop.fakes import ImmediateRunner
from tests.desktop.registration.fakes import CODE, FakeRegistration

RULES = load_registration().at(builders.NOW.date())
NEW = "Sandi-Baru-2026"


@pytest.fixture
def backend() -> FakeRegistration:
    return FakeRegistration()


@pytest.fixture
def dialog(app_style: Any, qtbot: Any, backend: FakeRegistration) -> RecoveryDialog:
    theme.apply_theme(app_style, "light")
    page = SignInPage()
    qtbot.addWidget(page)
    page.resize(1366, 700)
    with qtbot.waitExposed(page):
        page.show()
    service = RecoveryService(lambda: backend, lambda: RULES)
    return open_recovery(page, service, ImmediateRunner(), "ayu.latihan")


def named(dialog: QWidget, name: str, kind: type[Any] = QWidget) -> Any:
    found = dialog.findChild(kind, f"recovery.{name}")
    assert found is not None, name
    return found


def line(dialog: QWidget, name: str) -> QLineEdit:
    found: QLineEdit = named(dialog, name).findChild(QLineEdit)
    return found


def go_on(qtbot: Any, dialog: QWidget) -> None:
    qtbot.mouseClick(named(dialog, "next", QPushButton), Qt.MouseButton.LeftButton)


def words(widget: QWidget) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def give_code(qtbot: Any, dialog: QWidget, code: str) -> None:
    for box, digit in zip(named(dialog, "email.code").findChildren(QLineEdit), code, strict=True):
        qtbot.keyClicks(box, digit)


def test_course_to_a_new_password(dialog: RecoveryDialog, backend: FakeRegistration, qtbot: Any) -> None:
    assert line(dialog, "account").text() == "ayu.latihan"
    go_on(qtbot, dialog)
    assert "Bila akun itu ada" in words(dialog)
    give_code(qtbot, dialog, "999999")
    assert "Kode salah" in words(named(dialog, "email.code"))
    give_code(qtbot, dialog, CODE)
    line(dialog, "password").setText("pendek")
    go_on(qtbot, dialog)
    assert named(dialog, "password").has_error()
    assert backend.new_password is None
    line(dialog, "password").setText(NEW)
    line(dialog, "password_again").setText(NEW)
    go_on(qtbot, dialog)
    assert backend.new_password == (NEW, "")
    assert dialog.is_done()
    assert line(dialog, "password").text() == ""
    with qtbot.waitSignal(dialog.ended):
        go_on(qtbot, dialog)


def test_second_factor_is_asked_where_it_is_on(
    dialog: RecoveryDialog, backend: FakeRegistration, qtbot: Any
) -> None:
    backend.second_factor = True
    go_on(qtbot, dialog)
    give_code(qtbot, dialog, CODE)
    for name in ("password", "password_again"):
        line(dialog, name).setText(NEW)
    go_on(qtbot, dialog)
    assert named(dialog, "second_factor").has_error()
    line(dialog, "second_factor").setText("PULIH-01XYZ")
    go_on(qtbot, dialog)
    assert not dialog.is_done()
    assert "Kode salah" in words(dialog)
    line(dialog, "second_factor").setText("654321")
    go_on(qtbot, dialog)
    assert dialog.is_done()


def test_empty_account_and_no_link_keep_the_dialog(
    dialog: RecoveryDialog, backend: FakeRegistration, qtbot: Any
) -> None:
    line(dialog, "account").setText(" ")
    go_on(qtbot, dialog)
    assert named(dialog, "account").has_error()
    backend.offline = True
    line(dialog, "account").setText("ayu")
    go_on(qtbot, dialog)
    assert "tidak terjangkau" in words(dialog)
    assert dialog.isVisible()
    assert named(dialog, "next", QPushButton).isEnabled()
    dialog.reject()
