"""Pengaturan over fakes: every choice is kept, shown and applied; what cannot be kept is said."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QFileDialog

from inaproc_desktop.composition import settings as composition
from inaproc_desktop.ports.catalogue import CatalogueQuery
from inaproc_desktop.ports.data import WorldFailed
from inaproc_desktop.ports.preferences import Language, Preferences, StoredKind, ThemeChoice
from inaproc_desktop.storage.preferences import DataFolder, PreferenceFile
from inaproc_desktop.views.settings.licences import LicencesDialog
from inaproc_desktop.views.settings.view import SettingsPage
from inaproc_desktop.views.widgets import exports
from inaproc_desktop.views.widgets.dialogs import FailureDialog
from tests.builders import PP
from tests.desktop.fake_deps import fake_deps
from tests.desktop.fake_world import World


class Seat:
    """A page over the real file of preferences, a real folder and fakes for the rest."""

    def __init__(self, qtbot: Any, root: Path) -> None:
        self.world = World()
        self.store = PreferenceFile(root / "preferences.json")
        self.applied: list[Preferences] = []
        self.synced: list[bool] = []
        deps, _mine = fake_deps(self.world, PP, sync_now=lambda: self.synced.append(True))
        (spec,) = composition.pages(deps, self.store, DataFolder(root), self.applied.append)
        page = spec.make()
        assert isinstance(page, SettingsPage)
        self.page = page
        self.products = deps.catalogue.search(CatalogueQuery(limit=1)).total
        qtbot.addWidget(page)
        page.resize(1100, 700)
        page.show()
        page.entered.emit("")


@pytest.fixture
def seat(qtbot: Any, tmp_path: Path) -> Seat:
    person = tmp_path / "servers" / "a" / "people" / "b"
    (person / "keys").mkdir(parents=True)
    (person / "work.db").write_bytes(bytes(2_500_000))
    (person / "keys" / "key.p12").write_bytes(bytes(3_000))
    (tmp_path / "servers" / "a" / "catalogue-3.db").write_bytes(bytes(1_400_000))
    return Seat(qtbot, tmp_path)


def choose(field: Any, value: str) -> None:
    """Choose as a person does: by the list, so that the signal of a person is sent."""
    ids = [option.id for option in field.options()]
    field._box.setCurrentIndex(ids.index(value))
    field._box.activated.emit(ids.index(value))


def test_a_language_is_kept_and_applied(seat: Seat) -> None:
    choose(seat.page.language, "en")
    assert seat.applied[-1].language is Language.ENGLISH
    assert seat.store.load().language is Language.ENGLISH


def test_theme_and_size_are_kept_beside_each_other(seat: Seat) -> None:
    choose(seat.page.theme, "dark")
    choose(seat.page.scale, "125")
    assert seat.applied[-1] == Preferences(theme=ThemeChoice.DARK, scale_percent=125)
    assert PreferenceFile(seat.store._place).load() == seat.applied[-1]


def test_sizes_reach_from_90_to_150_percent(seat: Seat) -> None:
    shown = [option.text for option in seat.page.scale.options()]
    assert shown[0] == "90 %"
    assert shown[-1] == "150 %"


def test_an_export_folder_is_chosen_in_a_dialog_that_does_not_block(seat: Seat, tmp_path: Path) -> None:
    wanted = tmp_path / "laporan"
    wanted.mkdir()
    seat.page.choose.click()
    dialog = seat.page.findChild(QFileDialog, "settings.export_dialog")
    assert dialog is not None
    dialog.fileSelected.emit(str(wanted))
    dialog.reject()
    assert seat.page.folder.value() == str(wanted)
    assert seat.applied[-1].export_folder == str(wanted)
    assert not seat.page.usual.isHidden()
    seat.page.usual.click()
    assert seat.applied[-1].export_folder == ""
    assert seat.page.folder.value() == exports.usual_folder()


def test_a_folder_that_cannot_be_written_is_refused_and_the_former_stays(seat: Seat, tmp_path: Path) -> None:
    seat.page.folder_chosen.emit(str(tmp_path / "tidak-ada"))
    assert "tidak dapat ditulisi" in seat.page.folder.error()
    assert seat.page.folder.value() == exports.usual_folder()
    assert seat.applied == []


def test_a_choice_that_cannot_be_kept_is_not_shown_as_chosen(seat: Seat, monkeypatch: Any) -> None:
    def full(_preferences: Preferences) -> None:
        raise WorldFailed("world.disk", "no space left")

    monkeypatch.setattr(seat.store, "save", full)
    choose(seat.page.theme, "dark")
    assert seat.page.theme.value() == ThemeChoice.SYSTEM
    assert seat.applied == []
    dialog = seat.page.window().findChild(FailureDialog)
    assert dialog is not None
    dialog.accept()


def test_the_catalogue_says_how_fresh_it_is_and_is_renewed_when_connected(seat: Seat) -> None:
    shown = dict(seat.page.held.texts())
    assert shown["Produk tayang"] == str(seat.products)
    assert "WIB" in shown["Diunduh"]
    assert seat.page.renew.isEnabled()
    seat.page.renew.click()
    assert seat.synced == [True]


def test_offline_the_catalogue_cannot_be_renewed_and_says_why(seat: Seat) -> None:
    seat.world.online = False
    seat.page.entered.emit("")
    assert not seat.page.renew.isEnabled()
    assert "Luring" in seat.page.renewal.text()


def test_what_is_stored_is_measured(seat: Seat, tmp_path: Path) -> None:
    shown = dict(seat.page.stored.texts())
    assert shown["Pesanan, draf, dan dokumen"] == "2,4 MB"
    assert shown["Katalog"] == "1,3 MB"
    assert shown["Kunci tanda tangan"] == "2,9 KB"
    assert shown["Jumlah"] == "3,7 MB"
    assert seat.page.place.text() == str(tmp_path)


def test_the_licence_of_the_font_is_shown(seat: Seat) -> None:
    seat.page.licences.click()
    dialog = seat.page.window().findChild(LicencesDialog)
    assert dialog is not None
    assert "SIL OPEN FONT LICENSE" in dialog.words.toPlainText()
    choose(dialog.part, "regions")
    assert "MIT License" in dialog.words.toPlainText()
    choose(dialog.part, "qt")
    assert "Lesser General Public License" in dialog.words.toPlainText()
    dialog.accept()


def test_the_focus_comes_back_to_the_field_that_was_changed(seat: Seat, qtbot: Any) -> None:
    qtbot.waitExposed(seat.page)
    seat.page.activateWindow()
    seat.page.entered.emit("scale")
    assert seat.page.scale._box.hasFocus() or seat.page.focusWidget() is seat.page.scale._box


def test_everything_has_a_name_for_a_screen_reader(seat: Seat) -> None:
    for field in (seat.page.language, seat.page.theme, seat.page.scale, seat.page.folder):
        editor = field.focusProxy()
        assert editor is not None
        assert editor.accessibleName() == field.name


@pytest.mark.parametrize("width", [700, 1100, 1180])
def test_nothing_is_cut_off(seat: Seat, width: int) -> None:
    seat.page.resize(width, 2000)
    for widget in (
        seat.page.language,
        seat.page.choose,
        seat.page.renew,
        seat.page.stored,
        seat.page.licences,
    ):
        assert widget.visibleRegion().boundingRect().width() == widget.width(), widget.objectName()


def test_kinds_of_stored_data_all_have_words(seat: Seat, tmp_path: Path) -> None:
    (tmp_path / "training").mkdir()
    (tmp_path / "training" / "office.db").write_bytes(bytes(10))
    (tmp_path / "regions.db").write_bytes(bytes(10))
    seat.page.entered.emit("")
    assert len(seat.page.stored.texts()) == len(StoredKind) + 1
