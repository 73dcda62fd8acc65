"""The sign-in page on screen: keyboard, words, dialogs."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QPushButton, QWidget

from inaproc_core.errors import Refusal
from inaproc_desktop.ports.data import BackendRefused, TrainingPerson, WorldFailed
from inaproc_desktop.ports.session import Server, ServerState
from inaproc_desktop.views import theme
from inaproc_desktop.views.sign_in.rows import Busy
from inaproc_desktop.views.sign_in.view import SignInPage
from inaproc_desktop.views.widgets import ConfirmDialog

PEOPLE = [
    TrainingPerson(username="pp", name="Ayu Latihan", role="PP", office="Dinas Pendidikan Kota Contoh"),
    TrainingPerson(username="penyedia1", name="Gita Latihan", role="PENYEDIA", office="PT Contoh"),
]


@pytest.fixture
def page(app_style: Any, qtbot: Any) -> SignInPage:
    theme.apply_theme(app_style, "light")
    made = SignInPage()
    qtbot.addWidget(made)
    made.resize(1366, 700)
    with qtbot.waitExposed(made):
        made.show()
    return made


def named(page: QWidget, name: str, kind: type[Any] = QWidget) -> Any:
    found = page.findChild(kind, f"sign_in.{name}")
    assert found is not None, name
    return found


def editor(page: QWidget, name: str) -> QLineEdit:
    line: QLineEdit = named(page, name).findChild(QLineEdit)
    return line


def words(widget: QWidget) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def test_keyboard_alone_signs_in(page: SignInPage, qtbot: Any) -> None:
    qtbot.keyClicks(editor(page, "username"), "ayu@kantor.go.id")
    qtbot.keyClicks(editor(page, "password"), " rahasia ")
    with qtbot.waitSignal(page.sign_in_asked) as asked:
        qtbot.keyClick(editor(page, "password"), Qt.Key.Key_Return)
    assert asked.args == ["ayu@kantor.go.id", " rahasia ", False]


def test_password_is_hidden_and_every_field_has_a_name(page: SignInPage) -> None:
    assert editor(page, "password").echoMode() is QLineEdit.EchoMode.Password
    for line in page.findChildren(QLineEdit):
        assert line.accessibleName()


def test_waiting_cannot_be_sent_twice(page: SignInPage, qtbot: Any) -> None:
    page.show_busy(Busy.SIGNING_IN)
    assert not named(page, "submit", QPushButton).isEnabled()
    assert named(page, "waiting", QLabel).text() == "Memeriksa…"
    with qtbot.assertNotEmitted(page.sign_in_asked):
        qtbot.keyClick(editor(page, "password"), Qt.Key.Key_Return)
    page.show_busy(Busy.NOTHING)
    assert named(page, "submit", QPushButton).isEnabled()


def test_throttling_says_how_long(page: SignInPage) -> None:
    page.show_error(
        BackendRefused(Refusal(code="session.too_many_attempts", facts={"wait_seconds": 95}), "", 429)
    )
    assert "1 menit 35 detik" in words(named(page, "error"))
    page.show_error(None)
    assert named(page, "error").isHidden()


def test_failure_of_the_world_says_what_was_kept(page: SignInPage) -> None:
    page.show_error(WorldFailed("world.offline", "ConnectError"))
    assert "Peladen tidak terjangkau" in words(named(page, "error"))
    assert "tersimpan" in words(named(page, "error"))


def test_our_own_fault_is_not_dressed_up(page: SignInPage) -> None:
    with pytest.raises(ZeroDivisionError):
        page.show_error(ZeroDivisionError())


def test_empty_fields_say_what_to_fill(page: SignInPage) -> None:
    page.show_missing(username=True, password=True)
    assert "Isi nama pengguna" in words(named(page, "username"))
    assert "Isi kata sandi" in words(named(page, "password"))


def test_code_goes_out_when_complete(page: SignInPage, qtbot: Any) -> None:
    page.ask_code()
    boxes = named(page, "code").findChildren(QLineEdit)
    with qtbot.waitSignal(page.code_given) as given:
        for box, digit in zip(boxes, "123456", strict=True):
            qtbot.keyClicks(box, digit)
    assert given.args == ["123456"]
    page.show_error(BackendRefused(Refusal(code="session.wrong_code"), "Kode salah.", 401))
    assert all(box.text() == "" for box in boxes)
    with qtbot.waitSignal(page.password_step_asked):
        qtbot.mouseClick(named(page, "back", QPushButton), Qt.MouseButton.LeftButton)


def test_training_people_fill_the_form(page: SignInPage, qtbot: Any) -> None:
    state = ServerState(server=Server(url="http://127.0.0.1:1", key="training"), version="1", training=True)
    page.show_server(state, "http://127.0.0.1:1")
    assert not named(page, "people_card").isVisible()
    page.show_people(PEOPLE)
    assert named(page, "people_card").isVisible()
    assert "SIMULASI" in words(named(page, "people_card"))
    assert not named(page, "training", QPushButton).isVisible()
    with qtbot.waitSignal(page.person_chosen) as chosen:
        named(page, "people").choose("penyedia1")
    assert chosen.args == ["penyedia1"]
    page.show_account("penyedia1", "Latihan-INAPROC-2026")
    with qtbot.waitSignal(page.sign_in_asked) as asked:
        named(page, "people").opened.emit("penyedia1")
    assert asked.args[:2] == ["penyedia1", "Latihan-INAPROC-2026"]


def test_nothing_is_cut_off_when_letters_grow(app_style: Any, qtbot: Any) -> None:
    theme.apply_theme(app_style, "light", 1.5)
    page = SignInPage()
    qtbot.addWidget(page)
    page.resize(1366, 700)
    with qtbot.waitExposed(page):
        page.show()
    page.show_people(PEOPLE)
    qtbot.wait(20)
    for name in ("username", "password", "submit"):
        widget = named(page, name)
        assert widget.height() >= widget.minimumSizeHint().height(), name
    card = named(page, "people_card")
    assert card.mapTo(page, card.rect().topRight()).x() <= page.width()


def dialog(page: SignInPage, name: str) -> QDialog:
    return next(
        each for each in page.window().findChildren(QDialog) if each.objectName() == f"sign_in.{name}"
    )


def test_server_dialog_stays_until_the_server_answers(page: SignInPage, qtbot: Any) -> None:
    qtbot.mouseClick(named(page, "change_server", QPushButton), Qt.MouseButton.LeftButton)
    asked = dialog(page, "server_dialog")
    check = named(asked, "server_check", QPushButton)
    qtbot.mouseClick(check, Qt.MouseButton.LeftButton)
    assert "Isi alamat peladen" in words(named(asked, "server_address"))
    editor(asked, "server_address").setText("kantor.go.id")
    with qtbot.waitSignal(page.server_checked) as given:
        qtbot.mouseClick(check, Qt.MouseButton.LeftButton)
    assert given.args == ["kantor.go.id"]
    assert not check.isEnabled()
    page.show_server_error(WorldFailed("world.offline"))
    assert asked.isVisible()
    assert editor(asked, "server_address").text() == "kantor.go.id"
    assert "Peladen tidak terjangkau" in words(named(asked, "server_address"))
    state = ServerState(server=Server(url="https://kantor.go.id", key="k"), version="1", training=False)
    page.show_server_answer(state)
    assert not asked.isVisible()


def test_passphrase_is_typed_twice_when_it_is_chosen(page: SignInPage, qtbot: Any) -> None:
    page.ask_passphrase(first_time=True)
    asked = dialog(page, "passphrase_dialog")
    confirm = named(asked, "passphrase_confirm", QPushButton)
    editor(asked, "passphrase").setText("frasa sandi panjang")
    editor(asked, "passphrase_again").setText("lain")
    with qtbot.assertNotEmitted(page.passphrase_given):
        qtbot.mouseClick(confirm, Qt.MouseButton.LeftButton)
    assert "tidak sama" in words(named(asked, "passphrase_again"))
    editor(asked, "passphrase_again").setText("frasa sandi panjang")
    with qtbot.waitSignal(page.passphrase_given) as given:
        qtbot.mouseClick(confirm, Qt.MouseButton.LeftButton)
    assert given.args == ["frasa sandi panjang"]
    page.show_passphrase_error(WorldFailed("world.passphrase_wrong"))
    assert "tidak cocok" in words(named(asked, "passphrase"))
    page.close_passphrase()
    assert not asked.isVisible()


def test_passphrase_is_typed_once_afterwards(page: SignInPage) -> None:
    page.ask_passphrase(first_time=False)
    asked = dialog(page, "passphrase_dialog")
    assert not named(asked, "passphrase_again").isVisible()
    asked.reject()


def test_ways_to_an_account(page: SignInPage, qtbot: Any) -> None:
    with qtbot.waitSignal(page.register_asked):
        qtbot.mouseClick(named(page, "register", QPushButton), Qt.MouseButton.LeftButton)
    qtbot.keyClicks(editor(page, "username"), "ayu")
    with qtbot.waitSignal(page.recovery_asked) as asked:
        qtbot.mouseClick(named(page, "forgot", QPushButton), Qt.MouseButton.LeftButton)
    assert asked.args == ["ayu"]


def test_recovery_code_in_place_of_the_phone(page: SignInPage, qtbot: Any) -> None:
    page.ask_code()
    qtbot.mouseClick(named(page, "use_recovery", QPushButton), Qt.MouseButton.LeftButton)
    assert not named(page, "code").isVisible()
    qtbot.mouseClick(named(page, "recovery_submit", QPushButton), Qt.MouseButton.LeftButton)
    assert "kode pemulihan" in words(named(page, "recovery_code"))
    qtbot.keyClicks(editor(page, "recovery_code"), "ABCD-EFGH")
    with qtbot.waitSignal(page.code_given) as given:
        qtbot.keyClick(editor(page, "recovery_code"), Qt.Key.Key_Return)
    assert given.args == ["ABCD-EFGH"]
    page.ask_code()
    assert named(page, "code").isVisible()


def test_lock_counts_down_and_shows_the_way_out(page: SignInPage, qtbot: Any) -> None:
    editor(page, "username").setText("ayu")
    page.show_error(
        BackendRefused(Refusal(code="session.too_many_attempts", facts={"wait_seconds": 2}), "", 429)
    )
    assert not named(page, "submit", QPushButton).isEnabled()
    assert "Lupa kata sandi?" in [one.text() for one in named(page, "error").findChildren(QPushButton)]
    qtbot.waitUntil(lambda: "1 detik" in words(named(page, "error")), timeout=3000)
    qtbot.waitUntil(lambda: named(page, "submit", QPushButton).isEnabled(), timeout=3000)
    assert "dapat dicoba lagi" in words(named(page, "error"))


def test_another_account_is_not_locked(page: SignInPage, qtbot: Any) -> None:
    page.show_error(
        BackendRefused(Refusal(code="session.too_many_attempts", facts={"wait_seconds": 900}), "", 429)
    )
    qtbot.keyClicks(editor(page, "username"), "b")
    assert named(page, "submit", QPushButton).isEnabled()
    assert named(page, "error").isHidden()


def test_mailbox_is_there_in_training_only(page: SignInPage, qtbot: Any) -> None:
    assert not named(page, "mailbox").isVisible()
    server = Server(url="http://127.0.0.1:1", key="training")
    page.show_server(ServerState(server=server, version="1", training=True), "http://127.0.0.1:1")
    with qtbot.waitSignal(page.mailbox_asked):
        qtbot.mouseClick(named(page, "mailbox", QPushButton), Qt.MouseButton.LeftButton)


def test_putting_the_work_file_aside_is_asked_first(page: SignInPage, qtbot: Any) -> None:
    page.ask_set_aside()
    asked = page.findChildren(ConfirmDialog, "sign_in.set_aside_dialog")[-1]
    with qtbot.assertNotEmitted(page.set_aside_agreed):
        qtbot.mouseClick(asked.cancel_button, Qt.MouseButton.LeftButton)
    page.ask_set_aside()
    asked = page.findChildren(ConfirmDialog, "sign_in.set_aside_dialog")[-1]
    with qtbot.waitSignal(page.set_aside_agreed):
        qtbot.mouseClick(asked.confirm_button, Qt.MouseButton.LeftButton)
    page.show_set_aside("/folder/set-aside-2026-11-22-1")
    assert "set-aside-2026-11-22-1" in words(page)
