"""The real desk page over a fake backend: mouse, keys, documents, reasons, proof."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel

from inaproc_core.roles import Actor, Role
from inaproc_core.wire.messages import AccessRow
from inaproc_desktop.composition import desk as composition
from inaproc_desktop.ports.ui import ChangeSet
from inaproc_desktop.views import theme
from inaproc_desktop.views.verification.clean_list import CleanList
from inaproc_desktop.views.verification.picture import PictureView
from inaproc_desktop.views.widgets import ConfirmDialog, FailureDialog, FormDialog
from inaproc_desktop.views.widgets.proof import ProofDialog
from tests.desktop.fake_data import office
from tests.desktop.fake_deps import fake_deps
from tests.desktop.fake_desk import NOW, PASSWORD, FakeDesk, FakeWizardDrafts, full_desk
from tests.desktop.fakes import FixedClock

VAI = Actor(user_id="u-vai", access_id="a-vai", role=Role.VERIFIKATOR, name="Verifikator Latihan")


def specs_of(actor: Actor, desk: FakeDesk, kind: str = "") -> tuple[Any, Any]:
    world = office()
    world.online = desk.online
    deps, _mine = fake_deps(world, actor, desk=desk, wizard_drafts=FakeWizardDrafts(), clock=FixedClock(NOW))
    access = AccessRow(access_id=actor.access_id, role=actor.role.value, position="", kind=kind)
    deps = replace(deps, signed_in=replace(deps.signed_in, access=access))
    return composition.pages(deps), (deps, world)


@pytest.fixture
def opened(qtbot, app_style):
    theme.apply_theme(app_style, mode="light", scale=1.0)

    def go(desk: FakeDesk | None = None, item: str = "", actor: Actor = VAI, kind: str = "") -> Any:
        desk = desk or full_desk()
        specs, (deps, world) = specs_of(actor, desk, kind)
        page = next(spec for spec in specs if spec.place_id == "verification").make()
        qtbot.addWidget(page)
        page.resize(1160, 660)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        page.open_item(item)
        QCoreApplication.processEvents()
        return page, desk, deps, world

    return go


def answer(page: Any, agreed: bool = True) -> None:
    dialog = page.findChildren(ConfirmDialog)[-1]
    (dialog.confirm_button if agreed else dialog.cancel_button).click()


def words(widget: Any) -> str:
    QCoreApplication.processEvents()  # parts that join a visible parent are shown at its next turn
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def judge(page: Any, part: str, reason: str, note: str = "") -> None:
    row = page.item.parts.row_of(part)
    row.wrong.click()
    row.reason.show_value(reason)
    row.reason.changed.emit(reason)
    if note:
        row.note.show_value(note)
        row.note.changed.emit(note)


# ---- the queue


def test_the_queue_shows_who_what_and_how_long(opened):
    page, *_ = opened()
    table = page.queue.table
    assert table.row_count() == 8
    first = table._model.cell(0, 0), table._model.cell(0, 1)
    assert (first[0].text, first[0].secondary) == ("Gilang Latihan", "PPK · Dinas Kesehatan Kota Contoh")
    assert first[1].text == "lewat 5 jam"
    assert first[1].tone == "bad"
    assert first[1].pill.text == "Duplikat?"
    assert table._model.cell(1, 1).tone == "warn"
    assert table._model.cell(3, 1).pill.text == "Pemeriksa 2"


def test_search_and_status_ask_the_backend(opened):
    page, desk, *_ = opened()
    page.queue.search.show_value("hana")
    page.queue.search.search_asked.emit("hana")
    assert page.queue.table.row_count() == 1
    page.queue.search.show_value("tidak ada")
    page.queue.search.search_asked.emit("tidak ada")
    assert page.queue.table.row_count() == 0
    assert page.queue.table._empty._title.text() == "Tidak ada yang cocok"
    page.queue.search.show_value("")
    page.queue.status.show_value("APPROVED")
    page.queue.status.changed.emit("APPROVED")
    assert desk.asked[-1].status == "APPROVED"


def test_j_and_k_walk_and_open_where_one_stops(opened, qtbot):
    page, desk, *_ = opened()
    page.queue.table.focus_rows()
    for key in (Qt.Key.Key_J, Qt.Key.Key_J, Qt.Key.Key_J, Qt.Key.Key_K):
        qtbot.keyClick(page.queue.table._view, key)
    assert page.queue.table.chosen_id() == "access:r-3"
    qtbot.waitUntil(lambda: desk.opened[-1] == "access:r-3")
    assert desk.opened == ["access:r-1", "access:r-3"]


def test_enter_opens_at_once_and_leads_to_the_form(opened, qtbot):
    page, desk, *_ = opened()
    page.queue.table.choose("profile:u-9")
    qtbot.keyClick(page.queue.table._view, Qt.Key.Key_Return)
    assert desk.opened[-1] == "profile:u-9"
    assert page.item._name.text() == "Hana Latihan"


# ---- the item


def test_form_old_values_history_and_duplicates_stand_together(opened):
    page, *_ = opened()
    said = words(page.item)
    assert "Peran dan satuan kerja yang sama" in said
    assert "Sebelumnya: 31 Des 2025" in said
    assert "Dinas Kesehatan Kota Contoh" in said
    assert "Diminta perbaikan" in said
    assert "— halaman 1" in said


def test_pictures_are_shown_turned_and_enlarged(opened, qtbot):
    page, *_ = opened(item="profile:u-9")
    picture = page.item.documents.picture
    assert picture.isVisible()
    assert picture.picture_size().width() > picture.picture_size().height()
    fitted = picture.scale()
    qtbot.keyClick(picture, Qt.Key.Key_R)
    assert picture.picture_size().width() < picture.picture_size().height()
    qtbot.keyClick(picture, Qt.Key.Key_Plus)
    qtbot.keyClick(picture, Qt.Key.Key_Plus)
    assert picture.scale() > fitted
    qtbot.keyClick(picture, Qt.Key.Key_0)
    assert picture._canvas.width() <= picture.width()
    page.item.documents.tabs.setCurrentIndex(1)
    assert page.item.documents.tabs.tabText(1) == "Swafoto"
    assert (picture.picture_size().width(), picture.picture_size().height()) == (540, 720)


def test_a_link_in_the_form_leads_to_its_document(opened):
    page, desk, *_ = opened(item="access:r-3")
    assert page.item.documents.tabs.count() == 7
    page.item.parts.row_of("DEED").file_asked.emit("DEED")
    assert page.item.documents.tabs.tabText(page.item.documents.tabs.currentIndex()) == "Akta Pendirian"
    assert page.item.documents.preview.isVisible()
    # Only what was looked at was fetched: every view is logged.
    assert len(desk.viewed) == 2


def test_a_document_that_cannot_be_had_says_why_and_is_asked_for_again(opened):
    page, desk, *_ = opened()
    file = desk.items["profile:u-9"].files["KTP"]
    content = desk.contents.pop(file.file_id)
    page.item_chosen.emit("profile:u-9")
    assert page.item.documents._empty._title.text() == "Dokumen belum dapat dibuka"
    desk.contents[file.file_id] = content
    page.item.documents._empty.action.emit()
    assert page.item.documents.picture.isVisible()


def test_bytes_that_are_no_picture_are_said_to_be_broken(opened):
    page, desk, *_ = opened()
    desk.contents[desk.items["profile:u-9"].files["KTP"].file_id] = b"nothing"
    page.item_chosen.emit("profile:u-9")
    assert page.item.documents._empty._title.text() == "Gambar ini tidak dapat ditampilkan"


def test_the_document_takes_the_room_of_the_queue(opened, qtbot):
    page, *_ = opened()
    page.item.documents.preview._area.setFocus()
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_L)
    assert not page.queue.isVisible()
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_L)
    assert page.queue.isVisible()


def test_where_both_do_not_fit_one_stands_in_front(opened, qtbot):
    page, *_ = opened()
    page.resize(820, 660)
    qtbot.waitUntil(lambda: not page.item.isVisible())
    page.queue.opened.emit("profile:u-9")
    assert page.item.isVisible()
    assert not page.queue.isVisible()
    page.item.back.click()
    assert page.queue.isVisible()


# ---- deciding


def test_a_reason_shows_its_remedy_and_goes_with_the_decision(opened):
    page, desk, *_ = opened(item="profile:u-9")
    judge(page, "KTP", "ktp.glare", "sisi kiri")
    remedy = page.item.parts.row_of("KTP")._remedy.text()
    assert remedy.startswith("Pemohon membaca: ")
    page.item.fix.click()
    answer(page)
    ((item_id, sent),) = desk.decisions
    assert (item_id, sent.reasons[0].code, sent.reasons[0].note) == ("profile:u-9", "ktp.glare", "sisi kiri")
    assert "Hana Latihan: diminta perbaikan" in page._banner.text()


def test_a_reason_that_is_missing_is_asked_for_in_its_place(opened):
    page, desk, *_ = opened(item="profile:u-9")
    page.item.parts.row_of("KTP").wrong.click()
    page.item.fix.click()
    assert page.item.parts.row_of("KTP").reason.has_error()
    assert page.item.banner.text().startswith("Foto KTP: ")
    assert not page.findChildren(ConfirmDialog)
    assert desk.decisions == []


def test_a_final_reason_only_rejects(opened):
    page, desk, *_ = opened(item="profile:u-9")
    judge(page, "nik", "access.duplicate")
    assert "hanya untuk Tolak" in page.item.parts.row_of("nik")._remedy.text()
    page.item.fix.click()
    assert not page.findChildren(ConfirmDialog)
    page.item.reject.click()
    answer(page)
    assert desk.decisions[0][1].verdict == "REJECT"


def test_keys_decide_but_not_while_typing(opened, qtbot):
    page, desk, *_ = opened(item="profile:u-9")
    page.item.parts.note.focus_editor()
    editor = page.focusWidget()
    qtbot.keyClicks(editor, "apt")
    assert page.item.parts.note.value() == "apt"
    assert not page.findChildren(ConfirmDialog)
    page.queue.table.focus_rows()
    qtbot.keyClick(page.queue.table._view, Qt.Key.Key_A)
    answer(page)
    assert desk.decisions[0][1].note == "apt"


def test_no_is_no(opened):
    page, desk, *_ = opened()
    page.item.approve.click()
    answer(page, agreed=False)
    assert desk.decisions == []


def test_all_that_was_not_judged_is_ticked_at_once(opened):
    page, *_ = opened(item="profile:u-9")
    judge(page, "KTP", "ktp.glare")
    page.item.parts.all_ok.click()
    assert page.item.parts.row_of("nik").ok.isChecked()
    assert page.item.parts.row_of("KTP").wrong.isChecked()
    assert page.item.parts._note.text() == "7/7"


def test_ones_own_request_is_grey_with_the_reason(opened):
    page, *_ = opened(item="access:r-5")
    assert not any(each.isEnabled() for each in (page.item.approve, page.item.fix, page.item.reject))
    assert page.item._why.text().startswith("Ini permohonan Anda sendiri")
    assert not page.item.parts.row_of("nip").ok.isVisible()


def test_the_second_pair_of_eyes_reads_who_was_first(opened):
    page, *_ = opened(item="access:r-4")
    assert "Verifikator INAPROC Latihan 1" in page.item.banner.text()
    assert page.item.approve.isEnabled()


def test_being_overtaken_is_said_and_marked(opened):
    page, desk, *_ = opened()
    page.item.parts.row_of("golongan").ok.click()
    fields = {**desk.items["access:r-1"].fields, "nip": "197901012005011002"}
    desk.change("access:r-1", fields=fields)
    page.item.approve.click()
    answer(page)
    assert "berubah sejak Anda membukanya" in page.item.banner.text()
    assert "NIP" in page.item.banner.text()
    assert "Berubah" in words(page.item.parts.row_of("nip"))
    assert page.item.parts.row_of("golongan").ok.isChecked()
    assert desk.decisions == []


def test_without_a_link_decisions_are_grey_and_come_back(opened):
    page, _desk, deps, world = opened()
    world.online = False
    deps.bus.publish(ChangeSet.of("link"))
    assert not page.item.approve.isEnabled()
    assert page.item._why.text()
    world.online = True
    deps.bus.publish(ChangeSet.of("link"))
    assert page.item.approve.isEnabled()


def test_a_link_lost_in_between_keeps_everything(opened):
    page, desk, *_ = opened(item="profile:u-9")
    judge(page, "KTP", "ktp.glare", "sisi kiri")
    desk.online = False
    page.item.fix.click()
    answer(page)
    assert page.findChildren(FailureDialog)
    row = page.item.parts.row_of("KTP")
    assert (row.reason.value(), row.note.value()) == ("ktp.glare", "sisi kiri")
    assert page.item.fix.isEnabled()


# ---- presence and many


def test_presence_is_asked_for_in_a_dialog(opened):
    page, desk, *_ = opened()
    desk.proven = False
    page.item.approve.click()
    answer(page)
    dialog = page.window().findChildren(ProofDialog)[-1]
    dialog.confirm_button.click()
    assert dialog._step_up.password.has_error()
    dialog._step_up.password.show_value("salah")
    dialog.confirm_button.click()
    assert dialog._step_up.password.has_error()
    assert dialog._step_up.password.value() == ""
    dialog._step_up.password.show_value(PASSWORD)
    dialog.confirm_button.click()
    assert len(desk.decisions) == 1


def test_closing_the_proof_frees_the_page(opened):
    page, desk, *_ = opened()
    desk.proven = False
    page.item.approve.click()
    answer(page)
    page.window().findChildren(ProofDialog)[-1].reject()
    assert page.item.approve.isEnabled()
    assert page.queue.isEnabled()
    assert desk.decisions == []


def test_clean_ones_are_listed_and_approved_together(opened):
    page, desk, *_ = opened()
    assert page.queue.many.text() == "Setujui 3 yang bersih…"
    page.queue.many.click()
    dialog = next(one for one in page.window().findChildren(FormDialog) if one.findChild(CleanList))
    ticks = dialog.findChild(CleanList)._ticks
    ticks["access:r-7"].show_value(False)
    ticks["access:r-7"].changed.emit(False)
    dialog.confirm_button.click()
    assert set(desk.many[0].items) == {"access:r-6", "access:r-8"}
    assert "2 permohonan disetujui." in page._banner.text()


def test_first_approvals_among_many_are_not_called_approved(opened):
    desk = full_desk()
    desk.change("access:r-6", row={"kind": "VAI"})
    page, *_ = opened(desk)
    page.many_approved.emit(["access:r-6", "access:r-7"])
    assert page._banner.text() == "1 permohonan disetujui. 1 menunggu pemeriksa kedua."
    assert page.queue.table.row("access:r-6") is not None
    assert page.queue.table.row("access:r-7") is None


# ---- who sees what


def test_an_admin_of_a_company_sees_members_alone(opened):
    actor = Actor(user_id="u-v", access_id="a-v", role=Role.PENYEDIA, name="Eko Latihan", vendor_id="v-1")
    page, *_ = opened(actor=actor, kind="COMPANY_OWNER")
    assert page.title() == "Verifikasi Anggota"
    assert page.register.text() == "Daftar anggota"
    assert not page.queue.what.isVisible()


@pytest.mark.parametrize(
    ("role", "kind", "places"),
    [
        (Role.PENYEDIA, "COMPANY_MEMBER", []),
        (Role.PENYEDIA, "COMPANY_STAFF", ["verification", "register"]),
        (Role.VERIFIKATOR, "VAI", ["verification", "register"]),
        (Role.ADMIN, "ADMIN_PPE", ["verification"]),
        (Role.PPK, "PPK", []),
    ],
)
def test_pages_by_access(role, kind, places):
    actor = Actor(user_id="u", access_id="a", role=role, name="Latihan")
    specs, _ = specs_of(actor, FakeDesk(), kind)
    assert [spec.place_id for spec in specs] == places


def test_the_badge_is_counted_before_the_page_is_opened():
    specs, (deps, _world) = specs_of(VAI, full_desk())
    assert specs[0].badge() == 8
    assert deps.bus.published[-1].touches("desk")


def test_no_link_at_the_start_leaves_the_badge_empty():
    specs, _ = specs_of(VAI, FakeDesk(online=False))
    assert specs[0].badge() == 0


def test_a_picture_without_pixels_harms_nothing(qtbot, app_style):
    view = PictureView("Gambar")
    qtbot.addWidget(view)
    view.show_picture(QImage())
    view.turn()
    view.zoom_in()
    assert view.picture_size().isEmpty()
