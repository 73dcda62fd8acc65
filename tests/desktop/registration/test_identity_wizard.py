"""The wizard of stage 1 with real widgets, a backend in memory and a real draft file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget

from inaproc_core.registration.vocabulary import Channel
from inaproc_desktop.composition.registration_identity import join
from inaproc_desktop.views import theme
from inaproc_desktop.views.registration.identity.view import IdentityWizard
from inaproc_desktop.views.widgets import CheckField
from tests.desktop.registration.fakes import CODE, FORM, PASSWORD
from tests.desktop.registration.identity_desk import RULES, Desk
from tests.desktop.strays import no_stray_windows


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path)
    yield made
    made.database.close()


@pytest.fixture
def wizard(desk: Desk, app_style: Any, qtbot: Any) -> IdentityWizard:
    theme.apply_theme(app_style, "light")
    made = IdentityWizard(RULES.consents, RULES.limits)
    qtbot.addWidget(made)
    presenter = desk.presenter(made)
    join(made, presenter)
    made.resize(1366, 740)
    with qtbot.waitExposed(made):
        made.show()
    presenter.start()
    return made


def named(wizard: QWidget, name: str, kind: type[Any] = QWidget) -> Any:
    found = wizard.findChild(kind, f"identity.{name}")
    assert found is not None, name
    return found


def line(wizard: QWidget, name: str) -> QLineEdit:
    found: QLineEdit = named(wizard, name).findChild(QLineEdit)
    return found


def press(qtbot: Any, wizard: QWidget, name: str) -> None:
    qtbot.mouseClick(named(wizard, name, QPushButton), Qt.MouseButton.LeftButton)


def words(widget: QWidget) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel) if not label.isHidden())


def fill(qtbot: Any, wizard: IdentityWizard) -> None:
    for kind in ("terms", "privacy"):
        named(wizard, f"agree_{kind}", CheckField).show_value(True)
    press(qtbot, wizard, "next")
    for name, text in FORM.items():
        qtbot.keyClicks(line(wizard, name), text)
    for name in ("password", "password_again"):
        qtbot.keyClicks(line(wizard, name), PASSWORD)


def paste_code(qtbot: Any, wizard: QWidget, name: str, code: str = CODE) -> None:
    QGuiApplication.clipboard().setText(f" {code[:3]} {code[3:]}\n")
    box = named(wizard, name).findChildren(QLineEdit)[0]
    qtbot.keyClick(box, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def test_whole_course_by_hand(wizard: IdentityWizard, desk: Desk, qtbot: Any) -> None:
    fill(qtbot, wizard)
    press(qtbot, wizard, "next")
    assert wizard.page_id() == "email"
    assert "ayu@kantor.go.id" in words(named(wizard, "email.target").parentWidget())
    assert "(1.00)" in named(wizard, "email.resend", QPushButton).text()
    assert not named(wizard, "email.resend", QPushButton).isEnabled()
    paste_code(qtbot, wizard, "email.code")
    assert wizard.page_id() == "phone"
    paste_code(qtbot, wizard, "phone.code")
    assert wizard.page_id() == "totp"
    assert named(wizard, "totp.key", QLabel).text() == "JBSW Y3DP EHPK 3PXP"
    press(qtbot, wizard, "totp.copy_key")
    assert QGuiApplication.clipboard().text() == "JBSWY3DPEHPK3PXP"
    paste_code(qtbot, wizard, "totp.code")
    assert wizard.page_id() == "codes"
    assert "PULIH-10XYZ" in words(wizard)
    press(qtbot, wizard, "next")
    assert named(wizard, "codes_put_away").has_error()
    named(wizard, "codes_put_away", CheckField).show_value(True)
    press(qtbot, wizard, "next")
    assert wizard.page_id() == "done"
    assert "PULIH" not in words(wizard)
    assert "Profil: Giliran Anda" in wizard.stages.accessibleName()
    press(qtbot, wizard, "next")
    assert len(desk.entered) == 1


def test_recovery_codes_are_saved_for_their_owner_only(
    wizard: IdentityWizard, desk: Desk, qtbot: Any, tmp_path: Path
) -> None:
    panel = wizard._codes.codes
    panel.show_codes(["SATU-1", "DUA-2"], "ayu.latihan")
    place = tmp_path / "kode.txt"
    panel.save_to(str(place))
    assert "SATU-1" in place.read_text(encoding="utf-8")
    assert "ayu.latihan" in place.read_text(encoding="utf-8")
    assert place.stat().st_mode & 0o077 == 0
    panel.save_to(str(tmp_path / "tidak" / "ada.txt"))
    assert "tidak dapat ditulis" in words(named(wizard, "codes_said"))


def test_domain_that_was_meant_is_one_click_away(wizard: IdentityWizard, qtbot: Any) -> None:
    wizard.show_page("account")
    qtbot.keyClicks(line(wizard, "email"), "ayu@gmial.com")
    assert "gmail.com" in named(wizard, "meant", QPushButton).text()
    press(qtbot, wizard, "meant")
    assert line(wizard, "email").text() == "ayu@gmail.com"
    assert named(wizard, "meant").isHidden()


def test_meter_names_what_is_missing(wizard: IdentityWizard, qtbot: Any) -> None:
    wizard.show_page("account")
    qtbot.keyClicks(line(wizard, "password"), "rahasia1")
    assert "huruf besar" in named(wizard, "meter").accessibleDescription()
    assert "Belum cukup" in named(wizard, "meter").accessibleDescription()
    line(wizard, "password").clear()
    qtbot.keyClicks(line(wizard, "password"), PASSWORD)
    assert named(wizard, "meter").accessibleDescription() == "Kuat"


def test_help_and_change_open_one_at_a_time(wizard: IdentityWizard, qtbot: Any, desk: Desk) -> None:
    fill(qtbot, wizard)
    press(qtbot, wizard, "next")
    press(qtbot, wizard, "email.help")
    assert named(wizard, "email.advice").isVisible()
    press(qtbot, wizard, "email.change")
    assert not named(wizard, "email.advice").isVisible()
    qtbot.keyClicks(line(wizard, "email.new_target"), "ayu2@kantor.go.id")
    qtbot.keyClick(line(wizard, "email.new_target"), Qt.Key.Key_Return)
    assert desk.backend.calls[-1] == "amend"
    assert line(wizard, "email").text() == "ayu2@kantor.go.id"
    assert not named(wizard, "email.new_target").isVisible()


def test_code_step_says_pauses_and_ends(wizard: IdentityWizard, qtbot: Any) -> None:
    from tests.desktop.registration.fakes import code_state

    step = wizard._email.step_code
    wizard.show_page("email")
    step.show_state(code_state(Channel.EMAIL, "a@b.id", paused_seconds=95, sent=False))
    assert "1.35" in words(step)
    assert not named(wizard, "email.code").isEnabled()
    step.show_state(code_state(Channel.EMAIL, "a@b.id", expires_seconds=0, resend_seconds=0))
    assert "tidak berlaku" in words(step)
    assert named(wizard, "email.resend", QPushButton).isEnabled()
    step.show_state(code_state(Channel.EMAIL, "a@b.id", sends_left=0, resend_seconds=0))
    assert not named(wizard, "email.resend", QPushButton).isEnabled()


def test_without_a_link_the_code_page_says_so(wizard: IdentityWizard, desk: Desk, qtbot: Any) -> None:
    desk.backend.offline = True
    fill(qtbot, wizard)
    press(qtbot, wizard, "next")
    assert wizard.page_id() == "email"
    assert "butuh sambungan" in words(named(wizard, "banner"))
    desk.backend.offline = False
    wizard.banner_action.emit()
    assert named(wizard, "banner").isHidden()
    assert named(wizard, "email.code").isEnabled()


def test_every_field_has_a_name_for_a_screen_reader(wizard: IdentityWizard) -> None:
    for editor in wizard.findChildren(QLineEdit):
        assert editor.accessibleName()


def test_passwords_are_hidden_and_leave_the_screen_with_the_wizard(
    wizard: IdentityWizard, desk: Desk, qtbot: Any
) -> None:
    fill(qtbot, wizard)
    assert line(wizard, "password").echoMode() is QLineEdit.EchoMode.Password
    press(qtbot, wizard, "close")
    assert desk.closed == 1
    assert line(wizard, "password").text() == ""
    assert line(wizard, "full_name").text() == FORM["full_name"]


def test_the_wizard_opens_no_window_of_its_own(desk: Desk, app_style: Any, qtbot: Any) -> None:
    with no_stray_windows(app_style):
        made = IdentityWizard(RULES.consents, RULES.limits)
        qtbot.addWidget(made)
        presenter = desk.presenter(made)
        join(made, presenter)
        presenter.start()
