"""Keamanan akun with real widgets and an account in memory."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QPushButton, QWidget

from inaproc_core.registration.book import load_registration
from inaproc_desktop.composition.account_safety import join
from inaproc_desktop.services.account_safety import AccountSafetyService
from inaproc_desktop.views import theme
from inaproc_desktop.views.account_safety.presenter import AccountSafetyPresenter
from inaproc_desktop.views.account_safety.view import AccountSafetyPage
from inaproc_desktop.views.widgets import CheckField, ConfirmDialog
from inaproc_desktop.views.widgets.step_up import use_second_factor
from tests import builders
from tests.desktop.fakes import ImmediateRunner
from tests.desktop.registration.fakes import CODE, PASSWORD, RECOVERY_CODE, FakeAccount

RULES = load_registration().at(builders.NOW.date())
KINDS = {kind.value: (form.label_id, form.label_en) for kind, form in RULES.access_forms.items()}
NEW = "Sandi-Baru-2026"


class Seat:
    def __init__(self, page: AccountSafetyPage, account: FakeAccount, qtbot: Any) -> None:
        self.page, self.account, self.qtbot = page, account, qtbot
        self.left = 0

    def press(self, name: str) -> None:
        # The newest one: a dialog that was closed may still wait to be let go.
        found = self.page.window().findChildren(QPushButton, f"account.{name}")
        assert found, name
        self.qtbot.mouseClick(found[-1], Qt.MouseButton.LeftButton)

    def named(self, name: str, kind: type[Any] = QWidget) -> Any:
        found = self.page.window().findChildren(kind, f"account.{name}")
        assert found, name
        return found[-1]

    def line(self, name: str) -> QLineEdit:
        found: QLineEdit = self.named(name).findChild(QLineEdit)
        return found

    def give_code(self, name: str, code: str = CODE) -> None:
        for box, digit in zip(self.named(name).findChildren(QLineEdit), code, strict=True):
            self.qtbot.keyClicks(box, digit)

    def yes(self) -> None:
        """Confirm the question on screen."""
        asked = [one for one in self.page.window().findChildren(ConfirmDialog) if one.isVisible()][-1]
        self.qtbot.mouseClick(asked.confirm_button, Qt.MouseButton.LeftButton)

    def text(self, name: str = "") -> str:
        widget = self.named(name) if name else self.page.window()
        labels = [widget] if isinstance(widget, QLabel) else widget.findChildren(QLabel)
        return " ".join(one.text() for one in labels if not one.isHidden())


@pytest.fixture
def seat_of(app_style: Any, qtbot: Any) -> Iterator[Callable[..., Seat]]:
    def make(**given: Any) -> Seat:
        theme.apply_theme(app_style, "light")
        account = FakeAccount(**given)
        use_second_factor(lambda: account.totp_on)
        page = AccountSafetyPage(RULES.limits, KINDS)
        qtbot.addWidget(page)
        seat = Seat(page, account, qtbot)

        def left() -> None:
            seat.left += 1

        service = AccountSafetyService(lambda: account, lambda: RULES)
        presenter = AccountSafetyPresenter(page, service, ImmediateRunner(), on_signed_out=left)
        join(page, presenter)
        page.resize(1200, 700)
        with qtbot.waitExposed(page):
            page.show()
        page.open_item("")
        return seat

    yield make
    use_second_factor()


def test_everything_is_shown(seat_of: Callable[..., Seat]) -> None:
    seat = seat_of()
    assert seat.text("email") == "ayu@kantor.go.id"
    assert seat.text("phone") == "0812-3456-1490"
    assert "Belum aktif" in seat.text()
    assert "Kata sandi diganti" in seat.text("events")
    assert seat.named("totp_on", QPushButton).isVisible()
    assert not seat.named("totp_off", QPushButton).isVisible()


def test_compulsory_second_factor_names_the_access(seat_of: Callable[..., Seat]) -> None:
    seat = seat_of(required=True)
    assert "Wajib, belum aktif" in seat.text()
    assert KINDS["BENDAHARA_PENGELUARAN"][0] in seat.text("totp_state")


def test_turning_the_second_factor_on(seat_of: Callable[..., Seat]) -> None:
    seat = seat_of(proven=False)
    seat.press("totp_on")
    seat.line("proof.password").setText("salah")
    seat.press("proof_confirm")
    assert "Kata sandi salah" in seat.text("proof.password")
    seat.line("proof.password").setText(PASSWORD)
    seat.press("proof_confirm")
    assert seat.text("totp.key") == "JBSW Y3DP EHPK 3PXP"
    seat.give_code("totp.code", "000000")
    assert "Kode salah" in seat.text("totp.code")
    seat.give_code("totp.code")
    assert seat.account.totp_on
    dialog = seat.named("codes_dialog", QDialog)
    assert "PULIH-10XYZ" in seat.text("codes_dialog")
    dialog.reject()
    assert dialog.isVisible()
    seat.named("codes_put_away", CheckField).show_value(True)
    seat.press("codes_done")
    assert not dialog.isVisible()
    assert "Aktif" in seat.text()
    assert "tersisa 10" in seat.text("codes_left")


def test_proof_with_a_second_factor_is_a_code(seat_of: Callable[..., Seat]) -> None:
    seat = seat_of(totp_on=True, codes_left=2, proven=False)
    assert "buat yang baru" in seat.text("codes_left")
    seat.press("totp_off")
    seat.yes()
    assert seat.named("proof.code").isVisible()
    seat.give_code("proof.code")
    seat.press("proof_confirm")
    assert not seat.account.totp_on
    assert "dimatikan" in seat.text("done")


def test_proof_that_is_not_given_does_nothing(seat_of: Callable[..., Seat]) -> None:
    seat = seat_of(totp_on=True, proven=False)
    seat.press("totp_off")
    seat.yes()
    seat.named("proof_dialog", QDialog).reject()
    assert seat.account.totp_on


def test_password_is_changed_with_the_old_one_as_proof(seat_of: Callable[..., Seat]) -> None:
    seat = seat_of(proven=False)
    seat.press("change_password")
    seat.press("password_confirm")
    assert seat.named("old_password").has_error()
    seat.line("old_password").setText("salah")
    for name in ("password", "password_again"):
        seat.line(name).setText(NEW)
    seat.press("password_confirm")
    assert "Kata sandi salah" in seat.text("old_password")
    seat.line("old_password").setText(PASSWORD)
    seat.press("password_confirm")
    assert seat.account.password == NEW
    assert "perangkat lain dikeluarkan" in seat.text("done")


def test_email_is_changed_by_a_code_to_the_new_one(seat_of: Callable[..., Seat]) -> None:
    seat = seat_of()
    seat.press("change_email")
    seat.line("new_contact").setText("salah")
    seat.press("contact_confirm")
    assert seat.named("new_contact").has_error()
    seat.line("new_contact").setText("Ayu2@kantor.go.id")
    seat.press("contact_confirm")
    seat.give_code("contact.code", "999999")
    assert "Kode salah" in seat.text("contact.code")
    seat.give_code("contact.code")
    assert seat.text("email") == "ayu2@kantor.go.id"


def test_devices_are_signed_out(seat_of: Callable[..., Seat]) -> None:
    seat = seat_of()
    table = seat.named("devices")
    table.choose("s-1")
    assert not seat.named("end_device", QPushButton).isEnabled()
    table.choose("s-2")
    seat.press("end_device")
    seat.yes()
    assert [one.session_id for one in seat.account.devices] == ["s-1"]


@pytest.mark.parametrize("totp_on", [False, True])
def test_signing_out_everywhere_goes_on_after_the_proof(seat_of: Callable[..., Seat], totp_on: bool) -> None:
    seat = seat_of(proven=False, totp_on=totp_on)
    seat.press("end_all")
    seat.yes()
    assert seat.left == 0 and seat.account.devices
    if totp_on:
        seat.give_code("proof.code")
    else:
        seat.line("proof.password").setText(PASSWORD)
    seat.press("proof_confirm")
    assert seat.left == 1
    assert seat.account.devices == []
    assert not seat.named("proof_dialog", QDialog).isVisible()
    assert seat.account.calls.count("end all") == 2


def test_a_recovery_code_proves_presence_too(seat_of: Callable[..., Seat]) -> None:
    seat = seat_of(proven=False, totp_on=True)
    seat.press("totp_off")
    seat.yes()
    seat.press("proof.change_proof")
    seat.press("proof_confirm")
    assert "Isi salah satu kode pemulihan" in seat.text("proof.recovery_code")
    seat.line("proof.recovery_code").setText("PULIH-00XYZ")
    seat.press("proof_confirm")
    assert "Kode salah" in seat.text("proof.recovery_code")
    assert seat.line("proof.recovery_code").text() == ""
    seat.line("proof.recovery_code").setText(RECOVERY_CODE)
    seat.press("proof_confirm")
    assert not seat.account.totp_on


def test_a_factor_that_went_on_elsewhere_is_asked_for(seat_of: Callable[..., Seat]) -> None:
    seat = seat_of(proven=False)
    known = False
    use_second_factor(lambda: known)
    seat.press("change_email")
    seat.line("new_contact").setText("ayu2@kantor.go.id")
    seat.press("contact_confirm")
    assert seat.named("proof.password").isVisible()
    seat.account.totp_on = known = True
    seat.line("proof.password").setText(PASSWORD)
    seat.press("proof_confirm")
    assert seat.named("proof.code").isVisible()
    assert not seat.named("proof.password").isVisible()
    assert "autentikator" in seat.text("proof.code")
    seat.give_code("proof.code")
    seat.press("proof_confirm")
    assert seat.account.pending is not None


def test_reset_of_the_second_factor_can_be_stopped(seat_of: Callable[..., Seat]) -> None:
    seat = seat_of(totp_on=True, reset_at=builders.NOW + timedelta(hours=20))
    assert "berlaku mulai" in seat.text("factor_reset")
    stop = seat.named("factor_reset").findChild(QPushButton)
    assert stop.text() == "Batalkan"
    seat.qtbot.mouseClick(stop, Qt.MouseButton.LeftButton)
    assert seat.account.reset_at is None
    assert "dibatalkan" in seat.text("done")
    assert seat.named("factor_reset").isHidden()


def test_without_a_link_the_page_says_so(seat_of: Callable[..., Seat]) -> None:
    seat = seat_of(offline=True)
    assert "tidak terjangkau" in seat.text()
