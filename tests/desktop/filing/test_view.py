"""The wizards with their widgets over fakes: cards, fields, slots, camera, review, names for readers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget

from inaproc_core.wire.registration import OwnAccesses
from inaproc_desktop.composition import registration_access as composition
from inaproc_desktop.ports.data import Link
from inaproc_desktop.views.registration.filing.camera import CameraDialog, CameraState, SystemCamera
from inaproc_desktop.views.registration.filing.canvas import PictureCanvas
from inaproc_desktop.views.registration.filing.choice import ChoiceCard
from inaproc_desktop.views.registration.filing.slots import SlotCard
from inaproc_desktop.views.registration.filing.view import FilingPageView
from inaproc_desktop.views.widgets.dialogs import MessageDialog
from tests.builders import PP
from tests.desktop.fake_deps import fake_deps
from tests.desktop.fake_world import World
from tests.desktop.filing.stand_ins import NIK, OFFICES, VERIFIED, Desk, letter, nib_check, photo
from tests.desktop.strays import no_stray_windows


class FakeCamera:
    """A camera that shows one grey frame, or is not there."""

    def __init__(self, state: CameraState = CameraState.READY) -> None:
        self.shown = state
        self.running = False
        self.on_frame: Callable[[QImage], None] = lambda image: None
        self.on_denied: Callable[[], None] = lambda: None

    def state(self) -> CameraState:
        return self.shown

    def start(self, on_frame: Callable[[QImage], None], on_denied: Callable[[], None]) -> None:
        self.running = True
        self.on_frame, self.on_denied = on_frame, on_denied

    def stop(self) -> None:
        self.running = False


class Seat:
    """One wizard as the composition builds it."""

    def __init__(self, qtbot: Any, desk: Desk, place: str, camera: FakeCamera | None = None) -> None:
        self.desk = desk
        self.qtbot = qtbot
        deps, _mine = fake_deps(
            World(),
            PP,
            accesses=desk.calls,
            wizard_drafts=desk.drafts,
            clock=desk.clock,
            link=lambda: Link(
                online=desk.calls.online, syncing=False, waiting=0, attention=0, synced_at=None
            ),
        )
        specs = {spec.place_id: spec for spec in composition.pages(deps, camera or FakeCamera())}
        page = specs[place].make()
        assert isinstance(page, FilingPageView)
        self.page, self.deps = page, deps
        qtbot.addWidget(page)
        page.resize(1160, 720)
        page.show()
        page.open_item("")

    def link(self) -> Link:
        online = self.desk.calls.online
        return Link(online=online, syncing=False, waiting=0, attention=0, synced_at=None)

    def find(self, name: str) -> Any:
        found = self.page.findChild(QWidget, f"{self.page._name}.{name}")
        assert found is not None, name
        return found

    def click(self, name: str) -> None:
        button = self.find(name)
        assert isinstance(button, QAbstractButton)
        assert not button.isHidden(), f"{name} is hidden"
        button.click()

    def slot(self, slot: str) -> SlotCard:
        card = self.find(f"slot.{slot}")
        assert isinstance(card, SlotCard)
        return card

    def type(self, field_id: str, text: str) -> None:
        line = self.find(f"field.{field_id}").findChild(QLineEdit)
        line.setFocus()
        self.qtbot.keyClicks(line, text)

    def next(self) -> None:
        self.click("next")

    def step(self) -> str:
        assert self.page._frame is not None
        return self.page._frame.page_id()


@pytest.fixture
def profile(qtbot: Any, desk: Desk) -> Iterator[Seat]:
    yield Seat(qtbot, desk, "profile_wizard")


@pytest.fixture
def access(qtbot: Any, desk: Desk) -> Iterator[Seat]:
    desk.calls.own = OwnAccesses(accesses=[], requests=[], profile=VERIFIED)
    yield Seat(qtbot, desk, "access_wizard")


def at_pictures(seat: Seat) -> None:
    seat.click("choice.WNI")
    seat.next()
    seat.type("nik", NIK)
    seat.type("full_name", "Pemohon Simulasi")
    seat.type("birth_place", "Kota Contoh")
    seat.next()
    assert seat.step() == "files"


def test_a_profile_from_card_to_status_by_the_widgets(profile: Seat) -> None:
    profile.next()
    assert profile.step() == "nationality"
    at_pictures(profile)
    assert profile.find("field.birth_date").value().isoformat() == "1990-05-17"
    assert profile.find("field.sex").value() == "P"
    for slot, content in (("KTP", photo()), ("SELFIE", photo(800, 1100))):
        profile.slot(slot).bytes_given.emit(slot, "foto.jpg", content)
        assert profile.slot(slot).canvas.has_picture()
    profile.next()
    shown = dict(profile.find("review.facts").rows())
    assert shown["NIK"] == NIK
    assert shown["Tanggal Lahir"] == "17 Mei 1990"
    profile.next()
    assert profile.find("declare").has_error()
    profile.find("declare")._box.click()
    profile.next()
    assert profile.find("status.pill").text() == "Menunggu Verifikasi"
    assert profile.desk.calls.uploads == ["KTP", "SELFIE"]


def test_letters_stay_where_they_are_typed(profile: Seat) -> None:
    profile.click("choice.WNI")
    profile.next()
    profile.type("full_name", "Pemohon  Simulasi")
    assert profile.find("field.full_name").typed() == "Pemohon  Simulasi"


def test_a_half_typed_date_is_kept(profile: Seat) -> None:
    profile.click("choice.WNI")
    profile.next()
    profile.type("birth_date", "17-5-")
    profile.page.leave()
    kept = profile.desk.profile.kept("")
    assert kept is not None
    assert kept.fields["birth_date"] == "17-5-"


def test_every_control_has_a_name(profile: Seat, access: Seat) -> None:
    at_pictures(profile)
    access.click("choice.NON_PENYEDIA")
    access.next()
    access.click("choice.PPK")
    access.next()
    for seat in (profile, access):
        nameless = [
            widget
            for widget in (*seat.page.findChildren(QLineEdit), *seat.page.findChildren(QAbstractButton))
            if widget.isVisibleTo(seat.page)
            and not widget.accessibleName()
            and not (isinstance(widget, QAbstractButton) and widget.text())
            and widget.objectName() not in {"qt_spinbox_lineedit", ""}
        ]
        assert nameless == []


def test_findings_stand_on_the_picture_and_beside_it(profile: Seat) -> None:
    at_pictures(profile)
    card = profile.slot("KTP")
    card.bytes_given.emit("KTP", "foto.jpg", photo(blurred=True))
    said = [label.text() for label in card.findings.findChildren(QLabel)]
    assert any("buram" in text for text in said)
    assert "buram" in card.canvas.accessibleDescription()
    assert profile.find("slot.KTP.state").text() == "Tidak dapat dikirim"
    profile.next()
    assert profile.step() == "files"


def test_a_file_is_dropped_or_pasted(profile: Seat, tmp_path: Path) -> None:
    at_pictures(profile)
    place = tmp_path / "ktp.jpg"
    place.write_bytes(photo())
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(place))])
    assert profile.slot("KTP").take_mime(dropped)
    assert profile.find("slot.KTP.state").text() == "Siap"
    image = QImage(900, 1200, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.gray)
    QGuiApplication.clipboard().setImage(image)
    profile.click("slot.SELFIE.paste")
    assert profile.slot("SELFIE").canvas.has_picture()
    QGuiApplication.clipboard().setText("bukan gambar")
    profile.click("slot.SELFIE.paste")
    assert "Papan klip" in profile.slot("SELFIE").error()
    assert not profile.slot("SELFIE").take_mime(QMimeData())


def test_the_frame_moves_by_mouse_and_keys_and_cuts(profile: Seat, qtbot: Any) -> None:
    at_pictures(profile)
    card = profile.slot("KTP")
    card.bytes_given.emit("KTP", "foto.jpg", photo())
    profile.click("slot.KTP.crop")
    canvas: PictureCanvas = card.canvas
    before = canvas.frame_spot()
    canvas.move_frame((-1, -1), QPointF(0.1, 0.1))
    assert canvas.frame_spot().left == pytest.approx(before.left + 0.1)
    canvas.move_frame((1, 1), QPointF(5.0, 5.0))
    spot = canvas.frame_spot()
    assert spot.left + spot.width == pytest.approx(1.0)
    qtbot.keyClick(canvas, Qt.Key.Key_Left)
    assert canvas.frame_spot().left == pytest.approx(spot.left - 0.01)
    qtbot.keyClick(canvas, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert canvas.frame_spot().height == pytest.approx(spot.height - 0.01)
    canvas.move_frame((-1, 0), QPointF(9.0, 0.0))
    assert canvas.frame_spot().width > 0
    profile.click("slot.KTP.apply_crop")
    handed = profile.desk.profile.kept("")
    assert handed is not None
    assert handed.files["KTP"].width < 1200
    profile.click("slot.KTP.undo")
    back = profile.desk.profile.kept("")
    assert back is not None
    assert back.files["KTP"].width == 1200


def test_a_picture_is_taken_with_the_camera_after_a_yes(qtbot: Any, desk: Desk) -> None:
    camera = FakeCamera()
    seat = Seat(qtbot, desk, "profile_wizard", camera)
    at_pictures(seat)
    seat.click("slot.KTP.camera")
    dialog = seat.page.window().findChild(CameraDialog)
    assert dialog is not None
    assert not camera.running, "nothing is switched on before a yes"
    dialog.confirm_button.click()
    assert camera.running
    frame = QImage.fromData(photo())
    camera.on_frame(frame)
    dialog.confirm_button.click()
    assert not camera.running, "the light goes out once the picture is taken"
    dialog.confirm_button.click()
    assert seat.slot("KTP").canvas.has_picture()
    kept = desk.profile.kept("")
    assert kept is not None
    assert kept.files["KTP"].name == "kamera.jpg"


def test_a_camera_that_is_refused_says_what_to_do(qtbot: Any, desk: Desk) -> None:
    camera = FakeCamera()
    seat = Seat(qtbot, desk, "profile_wizard", camera)
    at_pictures(seat)
    seat.click("slot.KTP.camera")
    dialog = seat.page.window().findChild(CameraDialog)
    assert dialog is not None
    dialog.confirm_button.click()
    camera.on_denied()
    assert not camera.running
    assert "izin kamera" in dialog._banner.text()
    dialog.reject()


@pytest.mark.parametrize("state", [CameraState.NO_MODULE, CameraState.NO_DEVICE, CameraState.DENIED])
def test_without_a_camera_the_button_explains(qtbot: Any, desk: Desk, state: CameraState) -> None:
    seat = Seat(qtbot, desk, "profile_wizard", FakeCamera(state))
    at_pictures(seat)
    seat.click("slot.KTP.camera")
    dialog = seat.page.window().findChild(MessageDialog)
    assert dialog is not None
    assert "ponsel" in " ".join(label.text() for label in dialog.findChildren(QLabel))
    dialog.accept()


def test_the_camera_of_this_machine_never_fails_to_say_what_it_is() -> None:
    assert SystemCamera().state() in set(CameraState)


def test_a_big_letter_is_told_before_it_is_made_smaller(profile: Seat) -> None:
    at_pictures(profile)
    card = profile.slot("KTP")
    card.bytes_given.emit("KTP", "foto.jpg", photo(4200, 2800, quality=97))
    told = profile.find("slot.KTP.smaller").text()
    assert "→" in told
    profile.click("slot.KTP.use_smaller")
    assert "diperkecil dari" in " ".join(label.text() for label in card.findChildren(QLabel))


def test_an_access_with_its_satker_confirmed(access: Seat) -> None:
    access.click("choice.NON_PENYEDIA")
    access.next()
    access.find("search").search_asked.emit("")
    access.click("choice.PPK")
    access.next()
    picker = access.find("field.satker")
    access.type("satker", "dinas")
    picker.open_list()
    assert picker.suggestion(0).detail == "1.01.01 · Pemerintah Kota Contoh"
    picker.pick(picker.suggestion(0))
    assert access.find("field.instansi").value().text == "Pemerintah Kota Contoh"
    assert not access.find("confirm_office").isHidden()
    access.next()
    assert access.find("confirm_office").has_error()
    assert OFFICES[0].code in " ".join(label.text() for label in access.page.findChildren(QLabel))


def test_roles_are_searched(access: Seat) -> None:
    access.click("choice.NON_PENYEDIA")
    access.next()
    line = access.find("search").findChild(QLineEdit)
    line.setText("bendahara")
    line.returnPressed.emit()
    cards = access.page.findChildren(ChoiceCard)
    shown = {card.choice.id for card in cards if not card.isHidden()}
    assert "BPP" in shown
    assert "PPK" not in shown


def test_cek_nib_says_each_check(access: Seat) -> None:
    access.click("choice.PENYEDIA")
    access.next()
    access.click("choice.COMPANY_OWNER")
    access.next()
    access.type("nib", "1234567890123")
    access.desk.calls.nib = nib_check("1234567890123", failed="person")
    access.click("check_nib")
    said = " ".join(label.text() for label in access.find("nib_checks").findChildren(QLabel))
    assert "Tidak lolos" in said
    assert "Staf Perusahaan" in said
    assert access.find("field.nib").has_error()


def test_a_letter_is_shown_and_its_sample_offered(access: Seat) -> None:
    access.page.open_item("kind:BPP")
    assert access.step() == "type"
    access.next()
    access.next()
    card_name = "slot.ASSIGNMENT_LETTER"
    access.page._frame.show_page("files")  # type: ignore[union-attr]  # there is a wizard in sight
    card = access.slot("ASSIGNMENT_LETTER")
    card.bytes_given.emit("ASSIGNMENT_LETTER", "sk.pdf", letter(3))
    assert card.canvas.has_picture()
    assert not access.find(f"{card_name}.pages").isHidden()
    assert not access.find(f"{card_name}.template").isHidden()
    assert access.find(f"{card_name}.camera").isHidden()


def test_offline_is_said_and_filling_in_goes_on(qtbot: Any, desk: Desk) -> None:
    desk.calls.online = False
    seat = Seat(qtbot, desk, "profile_wizard")
    assert "Luring" in seat.find("banner").text()
    at_pictures(seat)


def test_neither_wizard_opens_a_window_of_its_own(qtbot: Any, qapp: Any, desk: Desk) -> None:
    seat = Seat(qtbot, desk, "profile_wizard")
    with no_stray_windows(qapp):
        at_pictures(seat)
        for slot, content in (("KTP", photo()), ("SELFIE", photo(800, 1100))):
            seat.slot(slot).bytes_given.emit(slot, "foto.jpg", content)
        seat.next()
        seat.click("back")
    desk.calls.own = OwnAccesses(accesses=[], requests=[], profile=VERIFIED)
    other = Seat(qtbot, desk, "access_wizard")
    with no_stray_windows(qapp):
        other.click("choice.NON_PENYEDIA")
        other.next()
        other.click("choice.PPK")
        other.next()
        assert other.step() == "data"
