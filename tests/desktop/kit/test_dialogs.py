"""Dialogs answer exactly once, never block, and lose nothing."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from inaproc_desktop.views.widgets import FormDialog, TextField, ask_reason, confirm, show_failure, tell


@pytest.fixture
def host(shown):
    return shown(QWidget(), 800, 600)


def gone(dialog_name, host):
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return all(child.windowTitle() != dialog_name for child in host.findChildren(QWidget))


def test_yes(host, qtbot):
    said: list[Any] = []
    dialog = confirm(
        host, title="Hapus draf?", text="Draf hilang.", confirm="Hapus draf", on_yes=lambda: said.append(1)
    )
    assert dialog.isVisible()
    dialog.confirm_button.click()
    assert said == [1]
    qtbot.waitUntil(lambda: gone("Hapus draf?", host))


def test_escape_is_no(host, qtbot):
    said: list[Any] = []
    answers: list[Any] = []
    dialog = confirm(host, title="Hapus?", text="", confirm="Hapus", on_yes=lambda: said.append(1))
    dialog.answered.connect(lambda agreed, _reason: answers.append(agreed))
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert said == []
    assert answers == [False]


def test_enter_does_no_harm(host, qtbot):
    said: list[Any] = []
    dialog = confirm(
        host, title="Hapus?", text="", confirm="Hapus", harmful=True, on_yes=lambda: said.append(1)
    )
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert said == []
    assert not dialog.isVisible()


def test_a_reason_must_say_something(host, qtbot):
    reasons: list[Any] = []
    dialog = ask_reason(
        host, title="Kembalikan?", text="Ke PP.", confirm="Kembalikan", on_reason=reasons.append
    )
    assert dialog.reason_field is not None
    edit = dialog.reason_field.findChild(QPlainTextEdit)
    qtbot.keyClicks(edit, "salah")
    dialog.confirm_button.click()
    assert dialog.isVisible()
    assert "10 huruf" in dialog.reason_field.error()
    qtbot.keyClicks(edit, " kode RUP-nya")
    dialog.confirm_button.click()
    assert reasons == ["salah kode RUP-nya"]


def test_blanks_are_no_reason(host, qtbot):
    dialog = ask_reason(host, title="Tolak?", text="", confirm="Tolak", on_reason=lambda _text: None)
    assert dialog.reason_field is not None
    dialog.reason_field.show_value(" " * 40)
    dialog.confirm_button.click()
    assert dialog.isVisible()
    dialog.reject()


def test_message(host, qtbot):
    dialog = tell(host, title="Selesai", text="Surat Pesanan terbit.")
    dialog.close_button.click()
    assert not dialog.isVisible()


def test_failure_folds_its_detail_and_copies_the_report(host, qtbot):
    dialog = show_failure(
        host,
        title="Belum terkirim",
        happened="Peladen tidak menjawab.",
        kept="Draf tersimpan.",
        next_step="Coba lagi.",
        detail="WorldFailed: world.timeout",
    )
    detail = dialog.findChild(QPlainTextEdit)
    assert not detail.isVisible()
    dialog.fold_button.click()
    assert detail.isVisible()
    assert detail.toPlainText() == "WorldFailed: world.timeout"
    dialog.copy_button.click()
    assert "world.timeout" in QGuiApplication.clipboard().text()
    assert "Peladen tidak menjawab." in QGuiApplication.clipboard().text()
    dialog.accept()


def test_a_form_stays_open_until_it_is_accepted(host, qtbot):
    name = TextField("Nama penerima")
    form = FormDialog(host, title="Tambah lokasi", body=name, confirm="Tambah")
    asked: list[Any] = []
    form.confirmed.connect(lambda: asked.append(name.value()))
    form.open()
    name.show_value("Gudang UPT")
    form.confirm_button.click()
    form.show_error("Nama itu sudah ada.")
    assert asked == ["Gudang UPT"]
    assert form.isVisible()
    assert name.value() == "Gudang UPT"
    form.show_busy(True)
    assert not form.confirm_button.isEnabled()
    form.accept()
    assert not form.isVisible()
