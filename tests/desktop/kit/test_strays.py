"""No part and no page opens a window of its own while it is built."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from inaproc_desktop.composition import account_safety, settings
from inaproc_desktop.composition.pages import pages_of
from inaproc_desktop.storage.preferences import DataFolder, PreferenceFile
from inaproc_desktop.views.widgets import (
    Banner,
    Card,
    CheckField,
    CodeInput,
    ComboField,
    DateField,
    EmptyState,
    EmptyText,
    GridColumn,
    LineGrid,
    MoneyField,
    MultilineField,
    Page,
    PickerField,
    Pill,
    PillText,
    QuantityField,
    TextField,
    Tone,
    button,
)
from inaproc_desktop.views.widgets.dialogs import FailureDialog
from inaproc_desktop.views.widgets.wizard.frame import WizardFrame
from inaproc_desktop.views.widgets.wizard.page import WizardPage
from inaproc_desktop.views.widgets.wizard.stages import Stage
from tests.builders import PP, VENDOR
from tests.desktop.fake_deps import fake_deps
from tests.desktop.fake_world import World
from tests.desktop.registration.fakes import FakeAccount
from tests.desktop.strays import no_stray_windows


def grid() -> QWidget:
    made = LineGrid("Baris", [GridColumn("Barang"), GridColumn("Jumlah", 120), GridColumn("Keadaan", 120)])
    made.show_lines(
        [("1", ["Kertas\nA4", QuantityField("Jumlah", label_visible=False), Pill(PillText("Baru", Tone.OK))])]
    )
    return made


def wizard() -> QWidget:
    made = WizardFrame("some", "Sesuatu", Stage.PROFILE)
    made.add_pages([WizardPage("one", "Satu", "Isi ini."), WizardPage("two", "Dua")])
    made.show_page("two")
    return made


PARTS: dict[str, Callable[[], QWidget]] = {
    "text": lambda: TextField("Nama", hint="Sesuai KTP", required=True),
    "lines": lambda: MultilineField("Catatan"),
    "money": lambda: MoneyField("Harga"),
    "quantity": lambda: QuantityField("Jumlah", unit="rim"),
    "date": lambda: DateField("Tanggal"),
    "combo": lambda: ComboField("Pilihan"),
    "picker": lambda: PickerField("Satker"),
    "check": lambda: CheckField("Setuju"),
    "code": lambda: CodeInput("Kode"),
    "card": lambda: Card("Judul", button("Ubah")),
    "banner": lambda: Banner(Tone.WARN, "Awas", "Perbaiki", closable=True),
    "empty": lambda: EmptyState(EmptyText("Kosong", "Belum ada.", "Tambah"), "cart"),
    "page": lambda: Page("Halaman"),
    "grid": grid,
    "wizard": wizard,
}


@pytest.mark.parametrize("part", PARTS)
def test_parts(part: str, app_style: Any, qtbot: Any) -> None:
    with no_stray_windows(app_style):
        qtbot.addWidget(PARTS[part]())


def test_the_watch_sees_a_stray_window(app_style: Any, qtbot: Any) -> None:
    stray = QLabel("lepas")
    qtbot.addWidget(stray)
    with pytest.raises(AssertionError, match="QLabel"), no_stray_windows(app_style):
        stray.setVisible(True)


def test_a_failure_with_details(app_style: Any, qtbot: Any) -> None:
    page = Page("Halaman")
    qtbot.addWidget(page)
    with no_stray_windows(app_style):
        FailureDialog(page, title="Gagal", happened="Putus", detail="kode 7")


@pytest.mark.parametrize("actor", [PP, VENDOR], ids=lambda actor: str(actor.role))
def test_pages(actor: Any, app_style: Any, qtbot: Any, tmp_path: Path) -> None:
    deps, _mine = fake_deps(World(), actor, account=FakeAccount())
    own = settings.pages(
        deps, PreferenceFile(tmp_path / "p.json"), DataFolder(tmp_path), lambda _chosen: None
    )
    specs = (*pages_of(deps), *account_safety.pages(deps, lambda: None), *own)
    assert len(specs) > 15
    for spec in specs:
        with no_stray_windows(app_style):
            qtbot.addWidget(spec.make())
