"""The main window: pages come lazily, keys lead places, the pill and the bell say what they are told."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QListView, QPushButton

from inaproc_desktop.ports.ui import Answer, Level, Message, Question
from inaproc_desktop.views import theme
from inaproc_desktop.views.actions import Action, ActionTable
from inaproc_desktop.views.shell.access_button import AccessButton
from inaproc_desktop.views.shell.bell import BellPopup
from inaproc_desktop.views.shell.palette import CommandPalette
from inaproc_desktop.views.shell.rail import Rail
from inaproc_desktop.views.shell.rows import (
    AccessItem,
    BellItem,
    PaletteEntry,
    PlaceItem,
    SyncPill,
    SyncState,
)
from inaproc_desktop.views.shell.sync_button import SyncButton
from inaproc_desktop.views.shell.topbar import BellButton
from inaproc_desktop.views.shell.view import ShellWindow
from inaproc_desktop.views.widgets import (
    ConfirmDialog,
    FailureDialog,
    NavButton,
    Page,
    Section,
    SectionNav,
    Toast,
    Tone,
    button,
)

SENTENCES = {
    "sync.refused": "Perintah ditolak peladen.",
    "draft.discard": "Draf akan dihapus.",
    "draft.discard.title": "Hapus draf?",
    "draft.discard.confirm": "Hapus draf",
    "cart.saved": "Keranjang tersimpan.",
    "price.changed": "Harga {count} produk berubah.",
}


def said(code, facts):
    return SENTENCES.get(code, "").format(**facts)


@pytest.fixture
def window(shown):
    made = ShellWindow(said)
    for place in ("home", "cart", "orders"):
        made.add_page(place, partial(Page, place.title()))
    made.add_page("checkout", lambda: Page("Checkout"), rail="cart")
    made.show_places(
        [PlaceItem("home", "home"), PlaceItem("cart", "cart", badge=3), PlaceItem("orders", "order", 1)]
    )
    return shown(made, 1366, 768)


def rail_words(window):
    return [each.accessibleName() for each in window.findChild(Rail).findChildren(NavButton)]


def test_pages_are_built_when_they_are_opened_first(window, qtbot):
    built: list[Any] = []

    def build():
        built.append(1)
        return Page("Nanti")

    window.add_page("late", build)
    assert built == []
    with qtbot.waitSignal(window.place_opened) as told:
        window.open_page("late", "EP-1")
    window.open_page("home")
    window.open_page("late")
    assert told.args == ["late"]
    assert built == [1]
    assert window.windowTitle() == "Nanti · INAPROC Desktop"
    window.page("late").show_title("Pesanan EP-1")
    assert window.windowTitle() == "Pesanan EP-1 · INAPROC Desktop"


def test_leaving_and_entering_are_told(window):
    window.open_page("home")
    came: list[Any] = []
    went: list[Any] = []
    window.open_page("cart")
    window.page("cart").entered.connect(came.append)
    window.page("cart").left.connect(lambda: went.append(1))
    window.open_page("cart", "7")
    assert went == []
    window.open_page("home")
    assert (came, went) == (["7"], [1])


def test_a_page_without_rail_entry_lights_its_parent(window):
    window.open_page("checkout")
    lit = [each.word() for each in window.findChild(Rail).findChildren(NavButton) if each.isChecked()]
    assert lit == ["Keranjang"]


def test_the_rail_has_words_and_counts(window):
    assert rail_words(window) == ["Beranda", "Keranjang, 3", "Pesanan"]
    window.show_places(
        [PlaceItem("home", "home", badge=1), PlaceItem("cart", "cart"), PlaceItem("orders", "order", 1)]
    )
    assert rail_words(window) == ["Beranda, 1", "Keranjang", "Pesanan"]


def test_ctrl_and_a_number_ask_for_a_place(window, qtbot):
    with qtbot.waitSignal(window.place_asked) as told:
        qtbot.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert told.args == ["cart"]


def test_another_access_sees_nothing_of_the_former(window):
    window.open_page("home")
    page = window.page("home")
    went: list[Any] = []
    page.left.connect(lambda: went.append(1))
    window.forget_pages()
    assert went == [1]
    assert window.page("home") is None
    window.open_page("home")
    assert window.page("home") is not page


def test_the_rail_shrinks_in_a_narrow_window(window, themed):
    rail = window.findChild(Rail)
    wide = rail.width()
    window.resize(900, 600)
    assert rail.width() < wide
    window.resize(1366, 768)
    assert rail.width() == wide
    theme.apply_theme(themed, "light", 2.0)
    window.resize(1367, 768)
    assert rail.width() == 120


@pytest.mark.parametrize(
    ("pill", "words"),
    [
        (SyncPill(SyncState.SYNCED, dt.datetime(2026, 11, 22, 2, 41, tzinfo=dt.UTC)), "Tersinkron 09.41"),
        (SyncPill(SyncState.SYNCED), "Tersinkron"),
        (SyncPill(SyncState.SYNCING, done=3, total=12), "Menyinkron… 3/12"),
        (SyncPill(SyncState.SYNCING), "Menyinkron…"),
        (SyncPill(SyncState.OFFLINE, waiting=4), "Luring · 4 perubahan menunggu"),
        (SyncPill(SyncState.OFFLINE), "Luring"),
        (SyncPill(SyncState.ATTENTION, refused=1), "Perlu perhatian · 1 ditolak"),
        (SyncPill(SyncState.PARKED, waiting=3), "Versi tidak cocok · 3 perubahan menunggu"),
        (SyncPill(SyncState.PARKED), "Versi tidak cocok"),
    ],
)
def test_the_sync_pill(window, qtbot, pill, words):
    window.show_sync(pill)
    button = window.findChild(SyncButton)
    assert button.accessibleName() == words
    with qtbot.waitSignal(window.sync_clicked):
        button.click()


def test_the_access_switcher(window, qtbot):
    window.show_accesses(
        [
            AccessItem("a", "PPK", "Dinas Pendidikan Kota Bandung", "31 Des 2026"),
            AccessItem("b", "PP", "Dinas Kesehatan"),
        ],
        "a",
    )
    button = window.findChild(AccessButton)
    assert button.accessibleName() == "Akses aktif: PPK · Dinas Pendidikan Kota Bandung · s.d. 31 Des 2026"
    entries = button.menu().actions()
    assert [entry.isChecked() for entry in entries[:2]] == [True, False]
    with qtbot.waitSignal(window.access_chosen) as told:
        entries[1].trigger()
    assert told.args == ["b"]
    leave = button.menu().actions()[-1]
    with qtbot.waitSignal(window.sign_out_asked):
        leave.trigger()


def test_the_bell(window, qtbot):
    window.show_bell([BellItem("1", "Balasan", "EP-1", "14.12", unread=True), BellItem("2", "Tiba")])
    bell = window.findChild(BellButton)
    assert bell.accessibleName() == "Notifikasi, 1 baru"
    bell.click()
    popup = window.findChild(BellPopup)
    assert popup.isVisible()
    first = popup.focusWidget()
    assert first.accessibleName() == "Balasan. EP-1. 14.12. baru"
    with qtbot.waitSignal(window.bell_chosen) as told:
        qtbot.keyClick(first, Qt.Key.Key_Space)
    assert told.args == ["1"]
    assert not popup.isVisible()


def test_the_palette_by_keyboard(window, qtbot):
    asked: list[Any] = []
    window.palette_query.connect(asked.append)
    window.open_page("home")
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = window.findChild(CommandPalette)
    assert palette.isVisible()
    assert asked == [""]
    window.show_entries(
        [
            PaletteEntry("page:home", "Beranda", icon="home", group="pages"),
            PaletteEntry("page:cart", "Keranjang", group="pages"),
            PaletteEntry("action:sync", "Sinkronkan", group="actions", shortcut="Ctrl+R"),
        ]
    )
    line = palette.findChild(QLineEdit)
    assert line.hasFocus()
    listing = palette.findChild(QListView)
    texts = [listing.model().index(at, 0).data() for at in range(listing.model().rowCount())]
    assert texts == ["Halaman", "Beranda", "Keranjang", "Tindakan", "Sinkronkan"]
    palette.grab()
    qtbot.keyClicks(line, "si")
    qtbot.waitUntil(lambda: asked == ["", "si"])
    for _ in range(2):
        qtbot.keyClick(line, Qt.Key.Key_Down)
    with qtbot.waitSignal(window.palette_chosen) as told:
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert told.args == ["action:sync"]
    assert not palette.isVisible()


def test_escape_closes_the_palette_and_gives_the_keyboard_back(window, qtbot):
    button = window.findChild(Rail).findChild(NavButton)
    button.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = window.findChild(CommandPalette)
    qtbot.keyClick(palette.findChild(QLineEdit), Qt.Key.Key_Escape)
    assert not palette.isVisible()
    assert button.hasFocus()


def test_training_is_said_everywhere(window):
    window.show_training(True)
    visible = [each.text() for each in window.findChildren(QLabel) if each.isVisible()]
    assert "MODE LATIHAN — data simulasi" in visible
    assert "MODE LATIHAN" in window.windowTitle()
    window.show_training(False)
    assert "MODE LATIHAN" not in window.windowTitle()


def test_messages_are_as_loud_as_their_level(window, qtbot):
    window.show_message(Message(level=Level.DONE, code="cart.saved"))
    assert window.findChild(Toast).text() == "Keranjang tersimpan."
    window.show_message(Message(level=Level.WARNING, code="price.changed", facts={"count": 2}))
    visible = [each.text() for each in window.findChildren(QLabel) if each.isVisible()]
    assert "Harga 2 produk berubah." in visible
    window.show_message(Message(level=Level.ERROR, code="sync.refused", detail="order.out_of_order"))
    dialog = window.findChild(FailureDialog)
    assert dialog.isVisible()
    dialog.accept()


def test_a_fault_of_the_program_has_words_of_its_own(window):
    window.show_message(Message(level=Level.ERROR, code="program.fault", detail="Traceback"))
    dialog = window.findChild(FailureDialog)
    assert dialog.windowTitle() == "Kesalahan program"
    dialog.accept()


def test_questions_come_back_with_an_answer(window, qtbot):
    answers: list[Any] = []
    window.show_question(Question(code="draft.discard", harmful=True), answers.append)
    dialog = window.findChild(ConfirmDialog)
    assert dialog.windowTitle() == "Hapus draf?"
    assert dialog.confirm_button.text() == "Hapus draf"
    dialog.confirm_button.click()
    assert answers == [Answer(agreed=True)]


def test_sign_in_stands_alone(window, qtbot):
    alone = QPushButton("Masuk")
    window.show_alone(alone)
    assert alone.isVisible()
    assert not window.findChild(Rail).isVisible()
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert not window.findChild(CommandPalette).isVisible()
    window.show_frame()
    assert window.findChild(Rail).isVisible()


def test_shortcuts_of_actions(window, qtbot):
    ran: list[Any] = []
    window.use_actions(
        ActionTable([Action(id="sync", text="Sinkronkan", handler=lambda: ran.append(1), shortcut="Ctrl+R")]),
        None,
    )
    qtbot.keyClick(window, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert ran == [1]
    window.use_actions(ActionTable(), None)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    qtbot.keyClick(window, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert ran == [1]


def test_the_size_is_remembered(window, qtbot):
    # The screen of the tests is 800 by 800, and Qt keeps restored windows on it.
    window.resize(800, 640)
    window.open_page("home")
    went: list[Any] = []
    window.page("home").left.connect(lambda: went.append(1))
    window.close()
    assert went == [1]
    again = ShellWindow()
    qtbot.addWidget(again)
    assert (again.width(), again.height()) == (800, 640)


def test_a_toast_can_be_shown_by_a_screen(window):
    window.show_toast("Tersimpan", Tone.OK)
    assert window.findChild(Toast).text() == "Tersimpan"


class GreedyField(QLineEdit):
    """Takes every key for itself, as a text field on X11 takes Ctrl+K for "delete to the end of the line"."""

    def event(self, event):
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)


def test_the_palette_key_destroys_nothing_in_a_field(window, qtbot):
    page = Page("Beranda")
    line = GreedyField("Gudang UPT")
    page.body.addWidget(line)
    window.add_page("typing", lambda: page)
    window.open_page("typing")
    qtbot.waitUntil(line.isVisible)
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    palette = window.findChild(CommandPalette)
    qtbot.keyClick(line, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert line.text() == "Gudang UPT", "other keys go to the field"
    qtbot.keyClick(line, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert palette.isVisible()
    assert line.text() == "Gudang UPT"


def test_an_ampersand_is_a_letter(window, qtbot):
    nav = SectionNav("Bagian")
    nav.show_sections([Section("rup", "RUP & anggaran")])
    qtbot.addWidget(nav)
    assert nav.findChild(NavButton).shortcut().isEmpty()
    assert button("Simpan & kirim").shortcut().isEmpty()


class ByPerson(QCloseEvent):
    """What the cross of the window sends."""

    def spontaneous(self) -> bool:
        return True


def test_closing_with_unsent_work_asks_first(window, qtbot):
    asked: list[Any] = []

    def ask(go_on: Any) -> bool:
        asked.append(go_on)
        return False

    window.guard_closing(ask)
    window.show()
    first = ByPerson()
    window.closeEvent(first)
    assert not first.isAccepted()
    assert window.isVisible()
    asked[0]()
    assert not window.isVisible()
    assert len(asked) == 1


def test_closing_does_not_ask_without_need(window, qtbot):
    window.guard_closing(lambda _go_on: True)
    calm = ByPerson()
    window.closeEvent(calm)
    assert calm.isAccepted()
    window.guard_closing(lambda _go_on: False)
    window.show()
    window.close()  # the program itself, or the end of the desktop session
    assert not window.isVisible()
