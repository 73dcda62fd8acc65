"""The table: choice survives, sorting, paging, widths, and a model that never raises."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QHeaderView, QPushButton, QTableView

from inaproc_desktop.views import theme
from inaproc_desktop.views.widgets import Align, Column, EmptyText, PillText, Table, Tone
from inaproc_desktop.views.widgets.marks import pill_size
from inaproc_desktop.views.widgets.table.model import CELL_ROLE, RowsModel
from inaproc_desktop.views.widgets.table.widths import fitted


@dataclass(frozen=True)
class Row:
    id: str
    name: str
    amount: int = 0


COLUMNS: list[Column[Row]] = [
    Column(key="name", title="Nama", text=lambda row: row.name, stretch=True, sort_key=lambda row: row.name),
    Column(
        key="amount",
        title="Nilai",
        text=lambda row: str(row.amount),
        align=Align.RIGHT,
        width=100,
        sort_key=lambda row: row.amount,
        pill=lambda row: PillText("besar", Tone.WARN) if row.amount > 5 else None,
    ),
    Column(key="due", title="Batas", text=lambda row: "", width=90, sortable=True),
]
ROWS = [Row("a", "Cawan", 3), Row("b", "Anyaman", 9), Row("c", "Buku", 1)]


@pytest.fixture
def table(shown):
    made = Table(
        "Produk", COLUMNS, key="test.list", empty=EmptyText("Belum ada produk", "Cari dulu.", "Buka Katalog")
    )
    return shown(made, 600, 300)


def view_of(table):
    return table.findChild(QTableView)


def names(table):
    return [row.name for row in table.rows()]


def test_the_model_keeps_qts_rules(themed):
    model = RowsModel(COLUMNS, lambda row: row.id)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_rows(ROWS)
    model.show_total(500)
    model.show_block(100, [Row(str(at), f"r{at}") for at in range(100)])
    model.show_rows([])
    assert tester.model() is model


def test_rows_cells_and_words_for_a_screen_reader(table):
    table.show_rows(ROWS)
    model = view_of(table).model()
    index = model.index(1, 1)
    assert index.data() == "9"
    assert index.data(CELL_ROLE).pill == PillText("besar", Tone.WARN)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Nilai: 9, besar"
    assert view_of(table).accessibleName() == "Produk"


def test_the_chosen_row_survives_new_rows(table, qtbot):
    table.show_rows(ROWS)
    table.choose("b")
    told: list[Any] = []
    table.chosen.connect(told.append)
    table.show_rows([Row("x", "Baru"), *ROWS])
    assert table.chosen_id() == "b"
    assert view_of(table).currentIndex().row() == 2
    assert told == []
    table.show_rows([Row("x", "Baru")])
    assert table.chosen_id() == ""
    assert told == [""]


def test_keyboard(table, qtbot):
    table.show_rows(ROWS)
    table.focus_rows()
    assert table.chosen_id() == "a"
    with qtbot.waitSignal(table.chosen) as told:
        qtbot.keyClick(view_of(table), Qt.Key.Key_Down)
    assert told.args == ["b"]
    with qtbot.waitSignal(table.opened) as opened:
        qtbot.keyClick(view_of(table), Qt.Key.Key_Return)
    assert opened.args == ["b"]
    with qtbot.waitSignal(table.filter_asked):
        qtbot.keyClick(view_of(table), Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)


def test_sorting_here_and_by_the_screen(table, qtbot):
    table.show_rows(ROWS)
    heading = view_of(table).horizontalHeader()
    heading.sectionClicked.emit(0)
    assert names(table) == ["Anyaman", "Buku", "Cawan"]
    heading.sectionClicked.emit(0)
    assert names(table) == ["Cawan", "Buku", "Anyaman"]
    heading.sectionClicked.emit(1)
    assert [row.amount for row in table.rows()] == [1, 3, 9]
    with qtbot.waitSignal(table.sort_asked) as asked:
        heading.sectionClicked.emit(2)
    assert asked.args == ["due", False]


def test_sorting_stays_for_the_next_rows(table):
    table.show_sorting("amount", True)
    table.show_rows(ROWS)
    assert [row.amount for row in table.rows()] == [9, 3, 1]


def test_an_empty_list_says_what_to_do(table, qtbot):
    table.show_rows([])
    action = next(each for each in table.findChildren(QPushButton) if each.text() == "Buka Katalog")
    assert action.isVisible()
    with qtbot.waitSignal(table.empty_action):
        action.click()
    table.show_rows(ROWS)
    assert not action.isVisible()
    assert view_of(table).isVisible()


def test_a_paged_list_asks_for_what_is_seen(table, qtbot):
    asked: list[Any] = []
    table.block_needed.connect(lambda offset, count: asked.append((offset, count)))
    table.show_total(250)
    qtbot.waitUntil(lambda: asked == [(0, 100)])
    table.show_block(0, [Row(str(at), f"Produk {at}") for at in range(100)])
    assert view_of(table).model().index(99, 0).data() == "Produk 99"
    view_of(table).scrollToBottom()
    qtbot.waitUntil(lambda: asked[-1] == (200, 50))
    assert view_of(table).model().index(249, 0).data() == "…"
    assert table.row_count() == 250


def test_a_block_does_not_grow_the_list(table):
    table.show_total(3)
    table.show_block(0, [Row(str(at), "x") for at in range(10)])
    assert table.row_count() == 3
    assert len(table.rows()) == 3


@pytest.mark.expects_log
def test_a_broken_column_shows_a_dash(shown, caplog):
    broken = Table("Rusak", [Column(key="x", title="X", text=lambda row: row.nothing)])
    shown(broken)
    broken.show_rows(ROWS)
    model = view_of(broken).model()
    assert [model.index(at, 0).data() for at in range(3)] == ["—"] * 3
    assert sum("cannot show its row" in record.message for record in caplog.records) == 1


def test_row_heights_are_fixed_and_follow_the_scale(shown, themed):
    two = shown(Table("Dua baris", COLUMNS, lines=2))
    assert view_of(two).verticalHeader().defaultSectionSize() == 52
    theme.apply_theme(themed, "light", 1.5)
    assert view_of(two).verticalHeader().defaultSectionSize() == 78


def test_dragged_widths_are_remembered(table, shown):
    table.show_rows(ROWS)
    view_of(table).horizontalHeader().resizeSection(1, 177)
    again = shown(Table("Produk", COLUMNS, key="test.list"), 600, 300)
    again.show_rows(ROWS)
    assert view_of(again).horizontalHeader().sectionSize(1) == 177


def test_columns_fill_the_room_exactly():
    assert sum(fitted(COLUMNS, {}, 600, 1.0)) == 600
    assert fitted(COLUMNS, {}, 600, 1.0)[1:] == [100, 90]
    assert fitted(COLUMNS, {"amount": 200}, 600, 1.0)[1] == 200


def test_columns_never_shrink_to_nothing():
    assert fitted(COLUMNS, {}, 50, 1.0)[0] == 72


def test_no_column_measures_its_contents(table):
    heading = view_of(table).horizontalHeader()
    modes = {heading.sectionResizeMode(at) for at in range(3)}
    assert modes == {QHeaderView.ResizeMode.Interactive}


def test_a_hundred_thousand_rows_are_shown(table):
    rows = [Row(str(at), f"Produk {at}", at) for at in range(100_000)]
    table.show_rows(rows)
    table.grab()
    assert table.row_count() == 100_000


def test_a_state_in_a_word_is_never_cut_off():
    state = Column(key="state", title="Status", text=str, pill=lambda row: PillText(str(row)), width=40)
    other = Column(key="name", title="Nama", text=str, width=200, stretch=True)
    assert fitted([other, state], {}, 300, 1.0, {"state": 90}) == [210, 90]
    growing = Column(key="state", title="Status", text=str, width=100, stretch=True)
    assert fitted([other, growing], {}, 220, 1.0, {"state": 90}) == [130, 90]


def test_a_table_makes_room_for_its_longest_state(themed, qtbot):
    words = ["Baru", "Menunggu konfirmasi penyedia"]
    columns = [
        Column(key="name", title="Nama", text=str, width=60, stretch=True),
        Column(key="state", title="", text=lambda _row: "", pill=lambda row: PillText(row), width=60),
    ]
    table = Table("Pesanan", columns, row_id=str)
    qtbot.addWidget(table)
    table.resize(600, 200)
    table.show()
    table.show_rows(words)
    needed = pill_size(PillText(words[1])).width()
    assert table._heading.sectionSize(1) >= needed + 2 * theme.px(10)
