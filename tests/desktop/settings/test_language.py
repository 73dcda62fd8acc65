"""Switching the language and the look while the window is open."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLineEdit, QWidget, QWizard

from inaproc_core.roles import Role
from inaproc_desktop import language
from inaproc_desktop.appearance import Appearance
from inaproc_desktop.composition import settings as composition
from inaproc_desktop.language import use_language
from inaproc_desktop.ports.preferences import Language, Preferences, ThemeChoice
from inaproc_desktop.storage.preferences import DataFolder, PreferenceFile
from inaproc_desktop.views import format as fmt
from inaproc_desktop.views import theme
from inaproc_desktop.views.actions import ActionTable
from inaproc_desktop.views.outbox.view import OutboxPage
from inaproc_desktop.views.settings.view import SettingsPage
from inaproc_desktop.views.shell.presenter import ShellPresenter
from inaproc_desktop.views.shell.view import ShellWindow
from inaproc_desktop.views.widgets import exports
from inaproc_desktop.views.words import role_label
from tests.builders import PP
from tests.desktop.fake_deps import fake_deps
from tests.desktop.fake_world import World


@pytest.fixture
def application(app_style: QApplication) -> Iterator[QApplication]:
    """The application, given back in Indonesian without translators and at 100 %."""
    locale = QLocale()
    yield app_style
    translator, language._active.translator = language._active.translator, None
    if translator is not None:
        app_style.removeTranslator(translator)
        translator.deleteLater()
    fmt.use(language="id", zone=fmt.Zone.WIB)
    exports.use_folder("")
    QLocale.setDefault(locale)
    theme.apply_theme(app_style, "light", 1.0)


def test_words_change_with_the_language(application: QApplication, qtbot: Any) -> None:
    assert use_language(application, "id") is False
    assert role_label(Role.BENDAHARA) == "Bendahara"
    assert use_language(application, "en") is True
    assert role_label(Role.BENDAHARA) == "Treasurer"
    page = OutboxPage()
    qtbot.addWidget(page)
    assert page.title() == "Outbox"
    assert use_language(application, "en") is False
    assert use_language(application, "id") is True
    assert role_label(Role.BENDAHARA) == "Bendahara"


def test_a_class_below_another_speaks_with_its_words(application: QApplication, qtbot: Any) -> None:
    class Special(OutboxPage):
        """No texts of its own."""

    use_language(application, "en")
    page = Special()
    qtbot.addWidget(page)
    assert page.title() == "Outbox"
    assert page.send.text() == "Send now"


def test_qt_itself_speaks_indonesian(application: QApplication, qtbot: Any) -> None:
    use_language(application, "id")
    box = QDialogButtonBox(
        QDialogButtonBox.StandardButton.Save
        | QDialogButtonBox.StandardButton.Cancel
        | QDialogButtonBox.StandardButton.Yes
    )
    qtbot.addWidget(box)
    assert {button.text() for button in box.buttons()} == {"Simpan", "Batal", "&Ya"}
    wizard = QWizard()
    qtbot.addWidget(wizard)
    assert wizard.buttonText(QWizard.WizardButton.FinishButton) == "&Selesai"
    line = QLineEdit("x")
    qtbot.addWidget(line)
    menu = line.createStandardContextMenu()
    qtbot.addWidget(menu)
    assert "Pilih Semua" in {action.text().partition("\t")[0] for action in menu.actions()}
    assert QCoreApplication.translate("QFileDialog", "File &name:") == "&Nama berkas:"
    use_language(application, "en")
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Save)
    qtbot.addWidget(box)
    assert box.buttons()[0].text() == "Save"


def test_values_follow_and_numbers_stay_as_written_here(application: QApplication) -> None:
    use_language(application, "en", fmt.Zone.WIT)
    assert (fmt.language(), fmt.zone()) == ("en", fmt.Zone.WIT)
    assert QLocale().standaloneMonthName(8) == "August"
    assert QLocale().decimalPoint() == ","
    use_language(application, "id")
    assert fmt.zone() is fmt.Zone.WIT
    assert QLocale().standaloneMonthName(8) == "Agustus"


def test_an_unknown_language_changes_nothing(application: QApplication) -> None:
    use_language(application, "en")
    with pytest.raises(ValueError, match="fr"):
        use_language(application, "fr")
    assert role_label(Role.BENDAHARA) == "Treasurer"


def test_a_window_is_built_again_for_words_and_sizes_only(application: QApplication, tmp_path: Path) -> None:
    store = PreferenceFile(tmp_path / "preferences.json")
    look = Appearance(application, store)
    asked: list[str] = []
    look.on_rebuild = asked.append
    look.choose_theme("dark")
    assert theme.is_dark()
    look.show(Preferences(theme=ThemeChoice.DARK, export_folder=str(tmp_path)))
    assert exports.place_of("daftar.xlsx") == str(tmp_path / "daftar.xlsx")
    assert asked == []
    look.show(Preferences(theme=ThemeChoice.DARK, scale_percent=125))
    assert theme.scale() == 1.25
    look.show(Preferences(theme=ThemeChoice.DARK, scale_percent=125, language=Language.ENGLISH))
    assert asked == ["scale", "language"]
    assert store.load().theme is ThemeChoice.DARK


def test_an_export_folder_that_is_gone_is_passed_over(application: QApplication, tmp_path: Path) -> None:
    exports.use_folder(str(tmp_path / "gone"))
    assert exports.place_of("a.pdf") == str(Path(exports.usual_folder(), "a.pdf"))


class Whole:
    """The window with Pengaturan and Kotak Keluar, tied to an appearance as the program does it."""

    def __init__(self, qtbot: Any, application: QApplication, root: Path) -> None:
        self.look = Appearance(application, PreferenceFile(root / "preferences.json"))
        self.look.on_rebuild = self.rebuild
        self.deps, _mine = fake_deps(World(), PP)
        self.specs = composition.pages(self.deps, self.look.store, DataFolder(root), self.look.show)
        self.window = ShellWindow()
        qtbot.addWidget(self.window)
        self.show()
        self.window.show()
        self.open("settings")

    def show(self) -> None:
        for spec in self.specs:
            self.window.add_page(spec.place_id, spec.make)
        self.window.add_page("outbox", OutboxPage)
        self.shell = ShellPresenter(
            self.window,
            roles_of={place: frozenset(Role) for place in ("settings", "outbox")},
            actions=ActionTable([]),
        )
        self.shell.show_access(PP.role, [], "")

    def open(self, place: str, item: str = "") -> QWidget:
        self.shell.open_page(place, item)
        page = self.window.page(place)
        assert page is not None
        return page

    def rebuild(self, field: str) -> None:
        self.window.build_again()
        self.show()
        self.open("settings", field)


def test_the_open_window_changes_its_language(application: QApplication, qtbot: Any, tmp_path: Path) -> None:
    whole = Whole(qtbot, application, tmp_path)
    whole.window.show_training(True)
    assert whole.window.windowTitle() == "Pengaturan · INAPROC Desktop — MODE LATIHAN"
    before = whole.window.page("settings")
    assert isinstance(before, SettingsPage)
    before.language_chosen.emit(Language.ENGLISH)
    page = whole.window.page("settings")
    assert isinstance(page, SettingsPage)
    assert page is not before
    assert page.title() == "Settings"
    assert whole.window.windowTitle() == "Settings · INAPROC Desktop — TRAINING MODE"
    assert whole.window.place_text("outbox") == "Outbox"
    assert page.language.value() == Language.ENGLISH
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    said = {widget.accessibleName() for widget in whole.window.findChildren(QWidget)}
    assert "Search pages, order numbers, products…" in said
    assert "Cari halaman, nomor pesanan, produk…" not in said
    page.language_chosen.emit(Language.INDONESIAN)
    again = whole.window.page("settings")
    assert isinstance(again, SettingsPage)
    assert again.title() == "Pengaturan"


def test_the_window_works_on_after_it_was_built_again(
    application: QApplication, qtbot: Any, tmp_path: Path
) -> None:
    whole = Whole(qtbot, application, tmp_path)
    page = whole.window.page("settings")
    assert isinstance(page, SettingsPage)
    page.scale_chosen.emit(125)
    with qtbot.waitSignal(whole.window.place_opened):
        whole.open("outbox")
    assert whole.window.current_page() == "outbox"
    asked: list[str] = []
    whole.window.palette_query.connect(asked.append)
    whole.window._frame.commands.open_palette()
    assert asked
