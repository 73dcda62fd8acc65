"""The mailbox of training: codes found, newest first, asked for every two seconds while open."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from inaproc_core.wire.account import MailboxMessage
from inaproc_desktop.composition.training_tray import open_tray
from inaproc_desktop.views.training_tray.presenter import TrayPresenter, code_in
from tests.desktop.fake_desk import NOW, FakeMailbox
from tests.desktop.fakes import HeldRunner, ImmediateRunner


def message(number: int, text: str = "Kode Anda: 019274", channel: str = "EMAIL") -> MailboxMessage:
    return MailboxMessage(
        id=f"m-{number}",
        channel=channel,
        to="hana@contoh.example",
        subject="Kode verifikasi",
        text=text,
        at=NOW,
    )


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Kode Anda: 019274", "019274"),
        ("INAPROC: 482913. Berlaku 5 menit.", "482913"),
        ("482913", "482913"),
        ("Kode\n482913\nBerlaku", "482913"),
        ("Hubungi 081234567890", ""),
        ("NIP 198501012010012001", ""),
        ("Rp1.234.567 pada 2026-11-24", ""),
        ("Kode 12345", ""),
        ("", ""),
    ],
)
def test_codes_are_found_and_other_numbers_are_not(text, code):
    assert code_in(text) == code


class Told:
    def __init__(self) -> None:
        self.shown: list[list[str]] = []
        self.failures: list[Exception | None] = []

    def show_messages(self, messages):
        self.shown.append([one.id for one in messages])

    def show_failure(self, error):
        self.failures.append(error)


def test_it_asks_again_every_two_seconds_and_shows_only_what_is_new():
    calls, view, runner = FakeMailbox([message(1)]), Told(), ImmediateRunner()
    presenter = TrayPresenter(view, calls, runner)
    presenter.start()
    assert runner.timers[-1].seconds == 2.0
    runner.fire_timers()
    assert calls.calls == 2
    assert view.shown == [["m-1"]]
    calls.messages.insert(0, message(2))
    runner.fire_timers()
    assert view.shown[-1] == ["m-2", "m-1"]
    presenter.stop()
    assert runner.fire_timers() == 0


def test_a_lost_link_is_said_and_asked_over():
    calls, view, runner = FakeMailbox([message(1)], online=False), Told(), ImmediateRunner()
    TrayPresenter(view, calls, runner).start()
    assert view.failures[-1] is not None
    calls.online = True
    runner.fire_timers()
    assert view.failures[-1] is None
    assert view.shown == [["m-1"]]


def test_an_answer_after_the_end_is_passed_over():
    calls, view, runner = FakeMailbox([message(1)]), Told(), HeldRunner()
    presenter = TrayPresenter(view, calls, runner)
    presenter.start()
    presenter.stop()
    runner.run_all()
    assert view.shown == []


@pytest.fixture
def host(qtbot, app_style):
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    return made


def test_the_window_shows_codes_to_copy_and_says_simulation(host, qtbot):
    calls, runner = FakeMailbox([message(2), message(1, "Permohonan disetujui", "SMS")]), ImmediateRunner()
    window = open_tray(host, calls, runner)
    QCoreApplication.processEvents()
    assert window.isVisible()
    assert not window.isModal()
    assert "SIMULASI" in window.windowTitle()
    assert "SIMULASI" in window.note.text()
    code = window.findChild(QLabel, "tray.code.m-2")
    assert code.text() == "019274"
    window.findChild(QPushButton, "tray.copy.m-2").click()
    assert QGuiApplication.clipboard().text() == "019274"
    assert window.findChild(QLabel, "tray.code.m-1") is None
    window.close()
    assert runner.fire_timers() == 0


def test_new_messages_come_on_top_and_old_cards_stay(host):
    calls, runner = FakeMailbox([message(1)]), ImmediateRunner()
    window = open_tray(host, calls, runner)
    card = window._cards["m-1"]
    calls.messages.insert(0, message(2))
    runner.fire_timers()
    assert window._cards["m-1"] is card
    first = window._area.content.itemAt(0)
    assert first is not None
    assert first.widget() is window._cards["m-2"]
    assert [one.id for one in window.messages()] == ["m-2", "m-1"]
    calls.messages.pop()
    runner.fire_timers()
    assert [one.id for one in window.messages()] == ["m-2"]
    window.close()


def test_asking_for_it_again_brings_the_open_one(host, qtbot):
    calls, runner = FakeMailbox(), ImmediateRunner()
    window = open_tray(host, calls, runner)
    assert open_tray(host, calls, runner) is window
    assert window._layers.currentIndex() == 0
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()
    QCoreApplication.processEvents()
    again = open_tray(host, calls, runner)
    assert again.isVisible()
    again.close()
