"""Fields keep what was typed, say what is wrong, and have a name."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from PySide6.QtCore import QDate, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QCalendarWidget, QCheckBox, QComboBox, QLineEdit, QPlainTextEdit

from inaproc_core.values import Quantity, Rupiah
from inaproc_desktop.views.widgets import (
    CheckField,
    CodeInput,
    ComboField,
    DateField,
    DateRangeField,
    MoneyField,
    MultilineField,
    Option,
    PickerField,
    QuantityField,
    SearchField,
    TextField,
    column,
)

ALL = [
    TextField,
    MoneyField,
    QuantityField,
    DateField,
    DateRangeField,
    ComboField,
    PickerField,
    CheckField,
    MultilineField,
    SearchField,
    CodeInput,
]


def line_of(field):
    return field.findChildren(QLineEdit)[0]


def leave(qtbot, field):
    """Press Enter: the editor is finished, as it is when the focus goes."""
    qtbot.keyClick(line_of(field), Qt.Key.Key_Return)


@pytest.mark.parametrize("cls", ALL)
def test_a_field_without_label_is_refused(themed, cls):
    with pytest.raises(ValueError, match="label"):
        cls("  ")


@pytest.mark.parametrize("cls", ALL)
def test_every_editor_has_a_name(shown, cls):
    field = shown(cls("Harga satuan"))
    editors = [
        editor
        for kind in (QLineEdit, QPlainTextEdit, QComboBox, QCheckBox)
        for editor in field.findChildren(kind)
        if editor.objectName() != "qt_spinbox_lineedit"
    ]
    assert editors
    for editor in editors:
        assert "Harga satuan" in editor.accessibleName()


def test_hint_and_error_are_told_to_a_screen_reader(shown):
    field = shown(MoneyField("Ongkir", hint="di bawah Rp5.000", required=True))
    assert line_of(field).accessibleDescription() == "wajib. di bawah Rp5.000"
    field.show_error("harus di bawah Rp3.500.000")
    assert field.has_error()
    assert "harus di bawah Rp3.500.000" in line_of(field).accessibleDescription()
    field.show_error("")
    assert not field.has_error()


def test_money_groups_digits_while_they_are_typed(shown, qtbot):
    field = shown(MoneyField("Harga"))
    seen: list[Any] = []
    field.changed.connect(seen.append)
    qtbot.keyClicks(line_of(field), "1045000")
    assert field.typed() == "1.045.000"
    assert field.value() == Rupiah(1_045_000)
    assert seen[-1] == 1_045_000
    assert len(seen) == 7


def test_money_keeps_the_cursor_between_the_same_digits(shown, qtbot):
    field = shown(MoneyField("Harga"))
    field.show_value(Rupiah(1_045_000))
    line = line_of(field)
    line.setCursorPosition(1)
    qtbot.keyClicks(line, "2")
    assert line.text() == "12.045.000"
    assert line.cursorPosition() == 2
    qtbot.keyClick(line, Qt.Key.Key_Backspace)
    assert line.text() == "1.045.000"
    assert line.cursorPosition() == 1


@pytest.mark.parametrize(
    ("typed", "problem", "words"),
    [
        ("1.04", "bad_grouping", "Titik atau koma"),
        ("10,5", "has_fraction", "tanpa sen"),
        ("sejuta", "not_a_number", "Bukan angka"),
        ("-5", "negative", "kurang dari nol"),
        ("9" * 16, "too_large", "terlalu besar"),
    ],
)
def test_money_keeps_bad_text_and_says_what_to_do(shown, qtbot, typed, problem, words):
    field = shown(MoneyField("Harga"))
    line_of(field).setText("")
    qtbot.keyClicks(line_of(field), typed)
    leave(qtbot, field)
    assert field.value() is None
    assert field.problem() == problem
    assert words in field.error()
    assert field.typed().replace(".", "") == typed.replace(".", "")


def test_a_typed_point_is_not_swallowed(shown, qtbot):
    field = shown(MoneyField("Harga"))
    qtbot.keyClicks(line_of(field), "1.5")
    assert field.typed() == "1.5"
    assert field.value() is None


def test_money_is_shown_tidily_when_left(shown, qtbot):
    field = shown(MoneyField("Harga"))
    line_of(field).clear()
    qtbot.keyClicks(line_of(field), "Rp 1045000,00")
    with qtbot.waitSignal(field.committed) as told:
        leave(qtbot, field)
    assert told.args == [1_045_000]
    assert field.typed() == "1.045.000"


def test_an_empty_money_field_has_no_problem(shown, qtbot):
    field = shown(MoneyField("Harga"))
    leave(qtbot, field)
    assert field.value() is None
    assert field.problem() == ""
    assert not field.has_error()


def test_showing_a_value_tells_nobody(shown):
    field = shown(MoneyField("Harga"))
    seen: list[Any] = []
    field.changed.connect(seen.append)
    field.committed.connect(seen.append)
    field.show_value(Rupiah(5))
    field.show_value(None)
    assert seen == []
    assert field.typed() == ""


def test_editing_clears_the_error_of_the_screen(shown, qtbot):
    field = shown(TextField("Nama"))
    field.show_error("Nama belum diisi.")
    qtbot.keyClicks(line_of(field), "A")
    assert field.error() == ""


def test_quantity(shown, qtbot):
    field = shown(QuantityField("Jumlah", unit="rim"))
    qtbot.keyClicks(line_of(field), "1234,5")
    leave(qtbot, field)
    assert field.value() == Quantity(123_450)
    assert field.typed() == "1.234,5"
    assert line_of(field).accessibleName() == "Jumlah (rim)"


def test_text_is_trimmed_and_committed_once(shown, qtbot):
    field = shown(TextField("Nama", max_length=5))
    kept: list[Any] = []
    field.committed.connect(kept.append)
    qtbot.keyClicks(line_of(field), " Abcdefg")
    leave(qtbot, field)
    leave(qtbot, field)
    assert kept == ["Abcd"]


def test_a_secret_is_hidden_until_asked_for(shown):
    field = shown(TextField("Kata sandi", secret=True))
    line = line_of(field)
    field.show_value(" rahasia ")
    assert line.echoMode() == QLineEdit.EchoMode.Password
    assert field.value() == " rahasia "
    line.actions()[0].toggle()
    assert line.echoMode() == QLineEdit.EchoMode.Normal


def test_several_lines_stop_at_their_length(shown, qtbot):
    field = shown(MultilineField("Catatan", max_length=10))
    edit = field.findChild(QPlainTextEdit)
    qtbot.keyClicks(edit, "dua belas huruf")
    assert field.value() == "dua belas"
    assert "Tersisa 0" in edit.accessibleDescription()


def test_date_reads_and_limits(shown, qtbot):
    field = shown(DateField("Tanggal BAST", minimum=dt.date(2026, 11, 20)))
    qtbot.keyClicks(line_of(field), "25-11-2026")
    leave(qtbot, field)
    assert field.value() == dt.date(2026, 11, 25)
    assert field.typed() == "25 Nov 2026"
    line_of(field).selectAll()
    qtbot.keyClicks(line_of(field), "1-11-2026")
    leave(qtbot, field)
    assert field.value() is None
    assert field.error() == "Paling awal 20 Nov 2026."
    assert field.typed() == "1 Nov 2026"


def test_an_unreadable_date_stays_as_typed(shown, qtbot):
    field = shown(DateField("Tanggal"))
    qtbot.keyClicks(line_of(field), "besok")
    leave(qtbot, field)
    assert field.typed() == "besok"
    assert "tidak terbaca" in field.error()


def test_a_day_is_picked_from_the_calendar(shown, qtbot):
    field = shown(DateField("Tanggal"))
    field.show_value(dt.date(2026, 12, 1))
    line_of(field).actions()[0].trigger()
    calendar = line_of(field).findChild(QCalendarWidget)
    assert calendar.selectedDate() == QDate(2026, 12, 1)
    with qtbot.waitSignal(field.committed) as told:
        calendar.clicked.emit(QDate(2026, 12, 24))
    assert told.args == [dt.date(2026, 12, 24)]


def test_a_range_must_not_run_backwards(shown, qtbot):
    field = shown(DateRangeField("Permintaan tiba"))
    first, last = field.findChildren(QLineEdit)
    assert (first.accessibleName(), last.accessibleName()) == (
        "Permintaan tiba, dari",
        "Permintaan tiba, sampai",
    )
    qtbot.keyClicks(first, "5-12-2026")
    qtbot.keyClicks(last, "1-12-2026")
    qtbot.keyClick(last, Qt.Key.Key_Return)
    assert "lebih awal" in field.error()
    field.show_value((dt.date(2026, 12, 1), dt.date(2026, 12, 5)))
    assert field.value() == (dt.date(2026, 12, 1), dt.date(2026, 12, 5))


def test_combo_keeps_its_choice_when_the_list_is_renewed(shown, qtbot):
    field = shown(ComboField("Metode"))
    assert field.value() is None
    field.show_options([Option("up", "UP"), Option("ls", "LS")])
    field.show_value("ls")
    field.show_options([Option("kkp", "KKP"), Option("ls", "LS", "langsung")])
    assert field.value() == "ls"
    field.show_options([Option("kkp", "KKP")])
    assert field.value() is None
    with qtbot.waitSignal(field.changed) as told:
        box = field.findChild(QComboBox)
        box.setCurrentIndex(0)
        box.activated.emit(0)
    assert told.args == ["kkp"]


def test_a_passing_wheel_changes_no_choice(shown, qtbot):
    field = ComboField("Metode")
    other = TextField("Nama")
    shown(column(other, field))
    field.show_options([Option("up", "UP"), Option("ls", "LS")])
    field.show_value("up")
    other.focus_editor()
    box = field.findChild(QComboBox)
    turn = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, 0),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(box, turn)
    assert field.value() == "up"


def test_check(shown, qtbot):
    field = shown(CheckField("Barang sesuai fungsi"))
    with qtbot.waitSignal(field.changed) as told:
        qtbot.keyClick(field.findChild(QCheckBox), Qt.Key.Key_Space)
    assert told.args == [True]
    assert field.value() is True


def test_picker_asks_once_after_typing_and_takes_the_picked_one(shown, qtbot):
    field = shown(PickerField("Kode RUP", hint="ketik kode atau nama"))
    line = line_of(field)
    line.setFocus()
    asked: list[Any] = []
    field.query_changed.connect(asked.append)
    with qtbot.waitSignal(field.query_changed, timeout=2000):
        qtbot.keyClicks(line, "atk")
    assert asked == ["atk"]
    field.show_suggestions(
        [Option("1", "51402877 · ATK", "Rp250.000.000"), Option("2", "51402878 · ATK lain")]
    )
    popup = field._completer.popup()
    assert popup.isVisible()
    popup.setCurrentIndex(popup.model().index(0, 0))
    with qtbot.waitSignal(field.committed) as told:
        qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert told.args[0].id == "1"
    assert field.value().id == "1"
    assert field.typed() == "51402877 · ATK"


def test_picker_keeps_text_that_was_not_picked(shown, qtbot):
    field = shown(PickerField("Kode RUP"))
    qtbot.keyClicks(line_of(field), "atk")
    leave(qtbot, field)
    assert field.value() is None
    assert field.typed() == "atk"
    assert "Pilih salah satu" in field.error()


def test_picker_asks_again_when_one_comes_back_to_unpicked_words(shown, qtbot):
    field, other = PickerField("Desa atau kecamatan"), TextField("Kode pos")
    shown(column(field, other))
    line_of(field).setFocus()
    qtbot.keyClicks(line_of(field), "cipaganti")
    with qtbot.waitSignal(field.query_changed, timeout=2000):
        line_of(other).setFocus()
    field.show_suggestions([Option("1", "Cipaganti, Coblong")])
    popup = field._completer.popup()
    assert popup is not None
    assert not popup.isVisible(), "not over the field that has the keyboard"
    with qtbot.waitSignal(field.query_changed, timeout=2000) as asked:
        line_of(field).setFocus()
    assert asked.args == ["cipaganti"]
    field.show_suggestions([Option("1", "Cipaganti, Coblong")])
    assert popup.isVisible()
    popup.hide()
    field.pick(Option("1", "Cipaganti, Coblong"))
    line_of(other).setFocus()
    with qtbot.assertNotEmitted(field.query_changed, wait=250):
        line_of(field).setFocus()


def test_editing_a_picked_option_unpicks_it(shown, qtbot):
    field = shown(PickerField("Kode RUP"))
    field.show_value(Option("1", "ATK"))
    seen: list[Any] = []
    field.changed.connect(seen.append)
    qtbot.keyClicks(line_of(field), "x")
    assert seen == [None]
    assert field.value() is None


def test_picker_says_when_nothing_fits(shown, qtbot):
    field = shown(PickerField("Kode RUP", hint="ketik kode"))
    qtbot.keyClicks(line_of(field), "zzz")
    field.show_suggestions([])
    assert "Tidak ada yang cocok" in line_of(field).accessibleDescription()
    field.show_suggestions([Option("1", "ATK")])
    assert line_of(field).accessibleDescription() == "ketik kode"


def test_search_asks_after_a_pause_and_once(shown, qtbot):
    field = shown(SearchField("Cari pesanan"))
    asked: list[Any] = []
    field.search_asked.connect(asked.append)
    with qtbot.waitSignal(field.search_asked, timeout=2000):
        qtbot.keyClicks(line_of(field), "kertas")
    qtbot.keyClick(line_of(field), Qt.Key.Key_Return)
    assert asked == ["kertas"]
    qtbot.keyClick(line_of(field), Qt.Key.Key_Escape)
    assert asked == ["kertas", ""]
    with qtbot.waitSignal(field.list_asked):
        qtbot.keyClick(line_of(field), Qt.Key.Key_Down)


def test_code_walks_pastes_and_goes_back(shown, qtbot, themed):
    field = shown(CodeInput("Kode"))
    boxes = field.findChildren(QLineEdit)
    assert boxes[2].accessibleName() == "Kode, angka 3 dari 6"
    boxes[0].setFocus()
    for digit in "12a3":
        qtbot.keyClick(field.window().focusWidget(), digit)
    assert field.value() == "123"
    assert boxes[3].hasFocus()
    qtbot.keyClick(boxes[3], Qt.Key.Key_Backspace)
    assert field.value() == "12"
    themed.clipboard().setText("Kode Anda: 482 193")
    with qtbot.waitSignal(field.completed) as told:
        qtbot.keyClick(boxes[0], Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert told.args == ["482193"]
    field.show_error("Kode salah atau sudah kedaluwarsa.")
    assert field.value() == "482193"
    field.clear()
    assert field.value() == ""
    assert boxes[0].hasFocus()


def test_a_locked_field_can_be_read_but_not_changed(shown, qtbot):
    field = shown(TextField("Sumber dana"))
    field.show_value("APBD 2026")
    field.set_locked(True)
    qtbot.keyClicks(line_of(field), "x")
    assert field.value() == "APBD 2026"


def test_the_calendar_opens_above_a_field_at_the_lower_edge(shown, themed):
    field = shown(DateField("Tanggal"))
    edge = themed.primaryScreen().availableGeometry().bottom()
    field.move(0, edge - field.height())
    themed.processEvents()
    line_of(field).actions()[0].trigger()
    popup = line_of(field).findChild(QCalendarWidget).window()
    assert popup.geometry().bottom() <= edge
    assert popup.geometry().bottom() < line_of(field).mapToGlobal(QPoint(0, 0)).y() + 2
    popup.close()
