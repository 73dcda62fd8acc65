"""The frame of the wizards: buttons ask, ``show_page`` moves, words and shapes say where one stands."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget

from inaproc_desktop.views import theme
from inaproc_desktop.views.widgets import TextField
from inaproc_desktop.views.widgets.wizard.frame import WizardFrame
from inaproc_desktop.views.widgets.wizard.page import WizardPage
from inaproc_desktop.views.widgets.wizard.stages import Stage, StageLine, Turn


@pytest.fixture(params=[1.0, 1.5])
def frame(request: pytest.FixtureRequest, app_style: Any, qtbot: Any) -> WizardFrame:
    theme.apply_theme(app_style, "light", request.param)
    made = WizardFrame("identity", "Registrasi", Stage.IDENTITY)
    qtbot.addWidget(made)
    first = WizardPage("terms", "Ketentuan", goes_back=False)
    second = WizardPage("account", "Data akun", extra_text="Lewati dulu", next_text="Periksa & lanjut")
    for at in range(10):
        second.add(TextField(f"Isian {at}", required=True))
    second.first_editor = second.findChildren(TextField)[0]
    made.add_pages([first, second, WizardPage("done", "Selesai", goes_back=False)])
    made.resize(1366, 700)
    with qtbot.waitExposed(made):
        made.show()
    return made


def press(qtbot: Any, frame: WizardFrame, name: str) -> None:
    button = frame.findChild(QPushButton, f"identity.{name}")
    assert button is not None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_buttons_ask_and_do_not_move(frame: WizardFrame, qtbot: Any) -> None:
    assert frame.page_id() == "terms"
    with qtbot.waitSignal(frame.next_asked) as asked:
        press(qtbot, frame, "next")
    assert asked.args == ["terms"]
    assert frame.page_id() == "terms"
    frame.show_page("account")
    assert frame.page_id() == "account"
    for name, signal in (("back", frame.back_asked), ("extra", frame.extra_asked)):
        with qtbot.waitSignal(signal) as asked:
            press(qtbot, frame, name)
        assert asked.args == ["account"]
    with qtbot.waitSignal(frame.close_asked):
        press(qtbot, frame, "close")
    assert frame.isVisible()


def test_keyboard_alone_leads_on_and_back(frame: WizardFrame, qtbot: Any) -> None:
    frame.show_page("account")
    line = frame.findChildren(TextField)[0].findChild(QLineEdit)
    assert frame.focusWidget() is line
    with qtbot.waitSignal(frame.next_asked):
        qtbot.keyClick(line, Qt.Key.Key_Return)
    with qtbot.waitSignal(frame.close_asked):
        qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert frame.findChild(QWidget, "identity.next").isVisible()


def test_buttons_are_dressed_by_the_page(frame: WizardFrame) -> None:
    assert frame.back_button.isHidden()
    assert frame.extra_button.isHidden()
    assert frame.next_button.text() == "Lanjut"
    frame.show_page("account")
    assert not frame.back_button.isHidden()
    assert frame.extra_button.text() == "Lewati dulu"
    assert frame.next_button.text() == "Periksa && lanjut"
    frame.show_page("done")
    assert frame.back_button.isHidden()
    assert frame.next_button.isEnabled()


def test_a_page_that_is_not_ready_greys_the_way_on(frame: WizardFrame, qtbot: Any) -> None:
    page = frame.findChild(QWidget, "identity.next")
    assert page is not None
    shown = frame.findChildren(WizardPage)[0]
    shown.set_ready(False)
    assert not frame.next_button.isEnabled()
    shown.set_ready(True)
    assert frame.next_button.isEnabled()


def test_a_long_page_scrolls_and_nothing_is_cut_off(frame: WizardFrame, qtbot: Any) -> None:
    frame.show_page("account")
    qtbot.wait(30)
    assert frame.minimumSizeHint().height() <= 700
    assert frame.minimumSizeHint().width() <= 1366
    for field in frame.findChildren(TextField):
        assert field.height() >= field.minimumSizeHint().height()
    bottom = frame.next_button.mapTo(frame, frame.next_button.rect().bottomRight())
    assert frame.rect().contains(bottom)


def test_waiting_covers_the_page_and_can_be_broken_off(frame: WizardFrame, qtbot: Any) -> None:
    frame.show_page("account")
    frame.show_busy("Mengirim…")
    with qtbot.assertNotEmitted(frame.back_asked):
        frame._on_back()
    frame.show_busy("")
    with qtbot.waitSignal(frame.back_asked):
        frame._on_back()


def test_stages_say_who_must_act(app_style: Any, qtbot: Any) -> None:
    theme.apply_theme(app_style, "light")
    line = StageLine(Stage.PROFILE)
    qtbot.addWidget(line)
    assert (
        line.accessibleName()
        == "Identitas Digital: Selesai. Profil: Giliran Anda. Akses: Setelah tahap sebelumnya"
    )
    line.show_turns({Stage.IDENTITY: Turn.DONE, Stage.PROFILE: Turn.VERIFIER})
    words = [label.text() for label in line.findChildren(QLabel)]
    assert "Menunggu verifikator" in words


def test_theme_and_size_change_under_an_open_wizard(frame: WizardFrame, app_style: Any, qtbot: Any) -> None:
    for turn in range(6):
        theme.apply_theme(app_style, "dark" if turn % 2 else "light", 1.0 + 0.25 * (turn % 3))
        frame.show_page(("terms", "account", "done")[turn % 3])
        qtbot.wait(10)
    assert frame.page_id() == "done"
    app_style.setStyleSheet("")


def test_words_about_the_draft_are_whole_at_once(frame: WizardFrame, qtbot: Any) -> None:
    kept = frame.findChild(QLabel, "identity.kept")
    assert kept is not None
    frame.show_kept("Draf · menyimpan…")
    qtbot.wait(1)
    frame.show_kept("Draf tersimpan di perangkat ini 03.44")
    # Before any layout came round: this is what the next paint shows.
    assert kept.width() >= kept.sizeHint().width()
    right = frame.mapFromGlobal(kept.mapToGlobal(kept.rect().topRight())).x()
    assert right <= frame.width()
