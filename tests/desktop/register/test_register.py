"""The real register page over a fake backend: filters, export, recap, ending an access."""

from __future__ import annotations

import csv
from dataclasses import replace
from io import StringIO
from typing import Any

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog

from inaproc_core.roles import Actor, Role
from inaproc_core.wire.messages import AccessRow
from inaproc_desktop.composition import desk as composition
from inaproc_desktop.ports.ui import ChangeSet
from inaproc_desktop.views import theme
from inaproc_desktop.views.register.dialogs import EndingDialog, RecapDialog
from inaproc_desktop.views.widgets.proof import ProofDialog
from tests.desktop.fake_data import office
from tests.desktop.fake_deps import fake_deps
from tests.desktop.fake_desk import NOW, PASSWORD, FakeDesk, FakeWizardDrafts, full_register
from tests.desktop.fakes import FixedClock

VAI = Actor(user_id="u-vai", access_id="a-vai", role=Role.VERIFIKATOR, name="Verifikator Latihan")


@pytest.fixture
def opened(qtbot, app_style):
    theme.apply_theme(app_style, mode="light", scale=1.0)

    def go(
        desk: FakeDesk | None = None, actor: Actor = VAI, kind: str = "VAI", place: str = "register"
    ) -> Any:
        desk = desk or FakeDesk(register_rows=full_register(), page_size=10)
        world = office()
        world.online = desk.online
        deps, _mine = fake_deps(
            world, actor, desk=desk, wizard_drafts=FakeWizardDrafts(), clock=FixedClock(NOW)
        )
        access = AccessRow(
            access_id=actor.access_id,
            role=actor.role.value,
            position="",
            kind=kind,
            klpd_name="Pemerintah Kota Contoh",
        )
        deps = replace(deps, signed_in=replace(deps.signed_in, access=access, training=True))
        page: Any = next(one for one in composition.pages(deps) if one.place_id == place).make()
        qtbot.addWidget(page)
        page.resize(1160, 660)
        page.show()
        page.open_item("")
        QCoreApplication.processEvents()
        return page, desk, deps, world

    return go


def pick(page: Any, name: str, value: str) -> None:
    field = getattr(page.filters, name)
    field.show_value(value)
    field.changed.emit(value)


def dialog_of(page: Any, kind: type) -> Any:
    return page.window().findChildren(kind)[-1]


# ---- reading


def test_every_row_is_there_with_its_present_state(opened):
    page, *_ = opened()
    assert page.table.row_count() == 28
    assert page._count.text() == "28 permohonan · 1 akses akan berakhir"
    states = {page.table._model.cell(row, 4).pill.text for row in range(28)}
    assert states == {
        "Aktif",
        "Akan Berakhir",
        "Kedaluwarsa",
        "Dinonaktifkan",
        "Menunggu Verifikasi",
        "Perlu Perbaikan",
        "Ditolak",
        "Ditarik",
    }
    first = page.table._model.cell(0, 0)
    assert first.secondary == "19850101 201001 2 001"


def test_filters_ask_for_month_status_and_kind(opened):
    page, desk, *_ = opened()
    assert page.filters.month.options()[1].text == "November 2026"
    pick(page, "month", "2026-11-01")
    pick(page, "status", "REJECTED")
    pick(page, "kind", "PPK")
    asked = desk.asked[-1]
    assert (str(asked.first), str(asked.last)) == ("2026-11-01", "2026-11-30")
    assert (asked.status, asked.kind) == ("REJECTED", "PPK")
    assert page.table.row_count() == 1


def test_the_office_is_chosen_from_those_that_occur(opened):
    page, *_ = opened()
    pick(page, "office", "Dinas Pendidikan Kota Contoh")
    assert page.table.row_count() == 9
    assert page.filters.office.value() == "Dinas Pendidikan Kota Contoh"
    pick(page, "office", "*")
    assert page.table.row_count() == 28


def test_nothing_found_says_what_to_change(opened):
    page, *_ = opened(FakeDesk())
    assert page.table._empty._title.text() == "Tidak ada yang cocok"


def test_a_lost_link_is_said_and_closes_what_needs_it(opened):
    page, desk, deps, world = opened()
    world.online = desk.online = False
    deps.bus.publish(ChangeSet.of("link", "desk"))
    assert not page.export.isEnabled()
    assert not page.recap.isEnabled()
    assert "tidak terjangkau" in page._banner.text()


# ---- export


def test_an_export_holds_every_row_of_the_filter(opened, tmp_path):
    page, *_ = opened()
    pick(page, "kind", "PPK")
    path = tmp_path / "register.xlsx"
    page.export_chosen.emit(str(path))
    sheet = load_workbook(path).active
    assert sheet is not None
    rows = list(sheet.iter_rows(values_only=True))
    assert len(rows) == 1 + page.table.row_count() == 19
    assert rows[0][0] == "Nama"
    by_name = {row[0]: row for row in rows[1:]}
    hostile = by_name['=HYPERLINK("http://contoh")']
    assert hostile[2] == "19850101 201001 2 001"
    assert hostile[13] == "Kedaluwarsa"
    assert str(by_name["Peserta Latihan 1"][7]).startswith("2026-11-23")
    assert "18 baris tersimpan" in page._banner.text()


def test_csv_is_for_an_indonesian_excel(opened, tmp_path):
    page, *_ = opened()
    path = tmp_path / "register.csv"
    page.export_chosen.emit(str(path))
    text = path.read_bytes()
    assert text.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(StringIO(text.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert len(rows) == 29
    assert all(len(row) == 16 for row in rows)
    assert any(row[0].startswith("'=HYPERLINK") for row in rows)


def test_the_dialog_asks_where_to(opened, tmp_path):
    page, *_ = opened()
    page.export.click()
    dialog = page.findChild(QFileDialog, "register.export_dialog")
    assert dialog.defaultSuffix() == "xlsx"
    dialog.filterSelected.emit("CSV (*.csv)")
    assert dialog.defaultSuffix() == "csv"
    dialog.fileSelected.emit(str(tmp_path / "x.csv"))
    dialog.reject()
    assert (tmp_path / "x.csv").exists()


def test_a_place_that_cannot_be_written_is_said(opened, tmp_path):
    page, *_ = opened()
    page.export_chosen.emit(str(tmp_path / "none" / "x.xlsx"))
    assert page._banner.text()
    assert page.export.isEnabled()


# ---- recap


def test_the_recap_of_the_chosen_month_is_shown_and_saved(opened, tmp_path):
    page, desk, *_ = opened()
    pick(page, "month", "2026-11-01")
    page.recap.click()
    dialog = dialog_of(page, RecapDialog)
    assert dialog.windowTitle() == "Rekap November 2026"
    assert dialog.preview.page_count() == 1
    assert str(desk.asked[-1].first) == "2026-11-01"
    dialog.confirm_button.click()
    chooser = page.findChild(QFileDialog, "register.recap_dialog")
    chooser.fileSelected.emit(str(tmp_path / "rekap.pdf"))
    chooser.reject()
    assert (tmp_path / "rekap.pdf").read_bytes().startswith(b"%PDF")
    assert "Rekap tersimpan" in page._banner.text()


def test_without_a_month_it_is_the_present_one(opened):
    page, desk, *_ = opened()
    page.recap.click()
    assert str(desk.asked[-1].first) == "2026-11-01"
    dialog_of(page, RecapDialog).reject()


# ---- ending an access


def test_an_access_is_ended_with_reason_note_and_proof(opened):
    page, desk, deps, _ = opened()
    desk.proven = False
    page.table.choose("r-3")
    page.end.click()
    dialog = dialog_of(page, EndingDialog)
    dialog.confirm_button.click()
    assert dialog.reason.has_error()
    dialog.reason.show_value("transferred")
    dialog.note.show_value("pindah")
    dialog.confirm_button.click()
    assert "paling sedikit 10 huruf" in dialog._banner.text()
    assert desk.ended == []
    dialog.note.show_value("Pindah ke Dinas Pendidikan")
    dialog.confirm_button.click()
    proof = dialog_of(page, ProofDialog)
    proof._step_up.password.show_value(PASSWORD)
    proof.confirm_button.click()
    ((access_id, asked),) = desk.ended
    assert (access_id, asked.code, asked.note) == ("a-3", "transferred", "Pindah ke Dinas Pendidikan")
    assert page.table.row("r-3").access_status == "DEACTIVATED"
    assert not page.end.isEnabled()
    assert deps.bus.published[-1].touches("desk")
    assert "dinonaktifkan" in page._banner.text()


def test_no_proof_keeps_what_was_entered(opened):
    page, desk, *_ = opened()
    desk.proven = False
    page.table.choose("r-3")
    page.end.click()
    dialog = dialog_of(page, EndingDialog)
    dialog.reason.show_value("other")
    dialog.note.show_value("Catatan yang cukup")
    dialog.confirm_button.click()
    dialog_of(page, ProofDialog).reject()
    assert dialog.confirm_button.isEnabled()
    assert dialog.note.value() == "Catatan yang cukup"
    assert desk.ended == []
    dialog.reject()


@pytest.mark.parametrize(("row", "may"), [("r-1", True), ("r-26", True), ("r-27", False), ("r-24", False)])
def test_only_accesses_that_count_can_be_ended(opened, row, may):
    page, *_ = opened()
    page.table.choose(row)
    assert page.end.isEnabled() is may


# ---- who


def test_an_admin_of_a_company_has_a_list_of_members(opened):
    actor = Actor(user_id="u-v", access_id="a-v", role=Role.PENYEDIA, name="Eko Latihan", vendor_id="v-1")
    page, _desk, deps, _ = opened(actor=actor, kind="COMPANY_STAFF")
    assert page.title() == "Daftar anggota"
    assert not page.recap.isVisible()
    assert not page.filters.kind.isVisible()
    assert page.end.isVisible()
    page.back_asked.emit()
    assert deps.navigator.opened == [("verification", "")]


def test_an_admin_only_reads(opened):
    actor = Actor(user_id="u-a", access_id="a-a", role=Role.ADMIN, name="Admin Latihan")
    page, *_ = opened(actor=actor, kind="ADMIN_PPE", place="verification")
    assert page.title() == "Register akses"
    assert not page.end.isVisible()
    assert not page._back.isVisible()
    assert page.export.isEnabled()
