"""Stages 2 and 3 as a person plays them: the profile, the request for an access, what the desk decides."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from inaproc_core.registration.vocabulary import Verdict
from inaproc_core.wire.registration import AccessRequestView
from inaproc_desktop.ports.desk import QueueFilter
from inaproc_desktop.tour import hands, papers
from inaproc_desktop.tour.purchase import PASSWORD, tick
from inaproc_desktop.tour.seat import Seat
from inaproc_desktop.views.widgets import Table
from inaproc_desktop.views.widgets.fields.choice import ComboField
from inaproc_desktop.views.widgets.fields.picker import PickerField

_PATIENCE = 40.0
"""Seconds for pictures to be sent and checked in a process of their own."""


@dataclass(frozen=True, kw_only=True)
class Resident:
    """What stands on somebody's KTP; made up."""

    nik: str
    full_name: str
    birth_place: str = "Kota Contoh"


@dataclass(frozen=True, kw_only=True)
class Wish:
    """An access to ask for.

    Attributes:
        group: card of the first page.
        kind: card of the second.
        fields: typed in, by field id, in their order.
        letters: lines of the letter to draw for each slot.
    """

    group: str
    kind: str
    fields: Mapping[str, str]
    letters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


# ---- stage 2


def send_profile(seat: Seat, who: Resident, folder: Path) -> None:
    """Fill the profile in and send it."""
    window, name = seat.window, "profile_wizard"
    seat.go("access")
    seat.go(name)
    _choose_card(window, f"{name}.choice.WNI")
    hands.click(window, f"{name}.next")
    hands.type_into(window, f"{name}.field.nik", who.nik)
    hands.type_into(window, f"{name}.field.full_name", who.full_name)
    hands.type_into(window, f"{name}.field.birth_place", who.birth_place)
    seat.picture("profil", "Data pribadi")
    hands.click(window, f"{name}.next")
    card = papers.card(folder, "ktp.jpg", [f"NIK {who.nik}", who.full_name, who.birth_place])
    hand_in(window, f"{name}.slot.KTP", card)
    hand_in(window, f"{name}.slot.SELFIE", papers.selfie(folder, "swafoto.jpg", who.full_name))
    seat.picture("profil", "Foto identitas")
    hands.click(window, f"{name}.next")
    tick(window, f"{name}.declare")
    seat.picture("profil", "Tinjau dan kirim")
    hands.click(window, f"{name}.next")
    hands.see(window, f"{name}.status", QWidget, _PATIENCE)
    seat.picture("profil", "Menunggu Verifikasi")


def hand_in(window: QWidget, slot: str, path: Path) -> None:
    """Paste a file into its place and wait until it was looked at."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    QApplication.clipboard().setMimeData(data)
    hands.click(window, f"{slot}.paste")
    paste = hands.see(window, f"{slot}.paste", QPushButton)
    hands.wait_until(paste.isEnabled, f"“{path.name}” to be looked at", _PATIENCE)
    hands.see(window, f"{slot}.drop", QWidget)


# ---- stage 3


def ask_for_access(seat: Seat, wish: Wish, folder: Path) -> AccessRequestView:
    """Ajukan Akses from the first page to Kirim; returns the request."""
    window, name = seat.window, "access_wizard"
    hands.wait_until(lambda: _may_ask(seat), "Hubungkan atau Buat Akses")
    hands.click(window, "access.create")
    _choose_card(window, f"{name}.choice.{wish.group}")
    hands.click(window, f"{name}.next")
    _choose_card(window, f"{name}.choice.{wish.kind}")
    seat.picture("akses", f"Peran {wish.kind}")
    hands.click(window, f"{name}.next")
    for field_id, text in wish.fields.items():
        _fill(window, f"{name}.field.{field_id}", text)
        if field_id == "nib":
            hands.click(window, f"{name}.check_nib")
            hands.see(window, f"{name}.nib_checks", QWidget)
            hands.settle(0.4)
            seat.picture("akses", "Cek NIB")
    _tick_if_there(window, f"{name}.confirm_office")
    seat.picture("akses", "Formulir")
    hands.click(window, f"{name}.next")
    hand_letters(window, wish.letters, folder)
    seat.picture("akses", "Dokumen")
    hands.click(window, f"{name}.next")
    return _send(seat)


def hand_letters(window: QWidget, letters: Mapping[str, tuple[str, ...]], folder: Path) -> None:
    """Draw each letter and hand it in."""
    for slot, lines in letters.items():
        path = papers.letter(folder, f"{slot.lower()}.jpg", lines)
        hand_in(window, f"access_wizard.slot.{slot}", path)


def mend(
    seat: Seat, request_id: str, letters: Mapping[str, tuple[str, ...]], folder: Path
) -> AccessRequestView:
    """Unggah Perbaikan Data: only the refused parts are open."""
    window = seat.window
    _reload(seat)
    hands.see(window, f"access.request.{request_id}.fix", QPushButton)
    seat.picture("akses", "Perlu Perbaikan")
    hands.click(window, f"access.request.{request_id}.fix")
    for slot, lines in letters.items():
        hands.see(window, f"access_wizard.slot.{slot}", QWidget)
        path = papers.letter(folder, f"{slot.lower()}-baru.jpg", lines)
        hand_in(window, f"access_wizard.slot.{slot}", path)
    seat.picture("akses", "Unggah Perbaikan Data")
    hands.click(window, "access_wizard.next")
    return _send(seat)


def ask_again(
    seat: Seat, request_id: str, letters: Mapping[str, tuple[str, ...]], folder: Path
) -> AccessRequestView:
    """Ask anew after a refusal; the old data stand there already."""
    window = seat.window
    _reload(seat)
    seat.picture("akses", "Ditolak")
    hands.click(window, f"access.request.{request_id}.again")
    hands.see(window, "access_wizard.next", QPushButton)
    return _through(seat, letters, folder)


def _through(seat: Seat, letters: Mapping[str, tuple[str, ...]], folder: Path) -> AccessRequestView:
    """Turn pages that are filled in already until the last one, handing the letters in on the way."""
    window = seat.window
    left = dict(letters)

    def at_the_end() -> bool:
        return any(one.isVisible() for one in window.findChildren(QWidget, "access_wizard.declare"))

    for _ in range(8):
        hands.settle(0.5)
        if at_the_end():
            return _send(seat)
        if any(one.isVisible() for one in window.findChildren(QWidget, "access_wizard.check_nib")):
            hands.click(window, "access_wizard.check_nib")
            hands.settle(1.0)
        _tick_if_there(window, "access_wizard.confirm_office")
        for slot in list(left):
            if any(one.isVisible() for one in window.findChildren(QWidget, f"access_wizard.slot.{slot}")):
                hand_letters(window, {slot: left.pop(slot)}, folder)
        hands.click(window, "access_wizard.next")
    message = "the last page of the wizard does not come"
    raise hands.Stuck(message)


def _send(seat: Seat) -> AccessRequestView:
    known = {(one.request_id, one.revision) for one in _requests(seat)}
    tick(seat.window, "access_wizard.declare")
    seat.picture("akses", "Tinjau")
    hands.click(seat.window, "access_wizard.next")
    hands.see(seat.window, "access_wizard.status", QWidget, _PATIENCE)
    seat.picture("akses", "Menunggu Verifikasi")
    sent = [one for one in _requests(seat) if (one.request_id, one.revision) not in known]
    return sent[0]


# ---- the desk


def decide(
    seat: Seat, applicant: str, verdict: Verdict, *, what: str, wrong: Mapping[str, str] | None = None
) -> None:
    """Open what an applicant sent, judge its parts, and decide.

    Args:
        seat: of the verifikator.
        applicant: their name as the queue shows it.
        verdict: the decision.
        what: words for the pictures.
        wrong: part to the first words of the reason.
    """
    window = seat.window
    seat.go("verification")
    item_id = _item_of(seat, applicant)
    shown = hands.see(window, "verification.queue", Table)

    def opened() -> bool:
        if any(
            one.isVisible() and one.text() == applicant
            for one in window.findChildren(QLabel, "verification.name")
        ):
            return True
        if shown.choose(item_id):
            hands.settle(0.6)
        return False

    hands.wait_until(opened, f"the item of {applicant}")
    hands.settle(0.8)
    hands.click(window, "verification.all_ok")
    for part, reason in (wrong or {}).items():
        hands.click(window, f"verification.wrong.{part}")
        hands.choose(window, f"verification.reason.{part}", reason)
    seat.picture("verifikasi", what)
    hands.click(window, f"verification.{verdict.value.lower()}")
    hands.press(_top("verification.confirm", QPushButton), "verification.confirm")
    hands.settle(0.5)
    if _is_asked("verification.proof.password"):
        asked = _top("verification.proof.password", QWidget).window()
        hands.type_into(asked, "verification.proof.password", PASSWORD)
        hands.click(asked, "verification.proof.confirm")
    hands.wait_until(lambda: item_id not in _waiting(seat), f"the decision on {applicant}")
    hands.settle(0.4)


def _item_of(seat: Seat, applicant: str) -> str:
    found: list[str] = []

    def there() -> bool:
        found[:] = [item_id for item_id, name in _waiting(seat).items() if name == applicant]
        return bool(found)

    hands.wait_until(there, f"what {applicant} sent")
    return found[0]


def _waiting(seat: Seat) -> dict[str, str]:
    deps = seat.deps
    rows = deps.desk.queue(deps.signed_in.access.access_id, QueueFilter(), "", 100).rows
    return {row.item_id: row.name for row in rows}


# ---- inside


def _may_ask(seat: Seat) -> bool:
    if seat.window.current_page() != "access":
        seat.go("access")
    button = hands.see(seat.window, "access.create", QPushButton)
    if not button.isEnabled():
        _reload(seat)
        hands.settle(0.6)
    return button.isEnabled()


def _reload(seat: Seat) -> None:
    if seat.window.current_page() != "access":
        seat.go("access")
    button = hands.see(seat.window, "access.reload", QPushButton)
    hands.wait_until(button.isEnabled, "Muat ulang")
    hands.press(button, "access.reload")
    hands.wait_until(button.isEnabled, "what the backend says of the accesses")
    hands.settle(0.2)


def _requests(seat: Seat) -> list[AccessRequestView]:
    return list(seat.deps.accesses.accesses().requests)


def _fill(window: QWidget, name: str, text: str) -> None:
    field = hands.see(window, name, QWidget)
    if isinstance(field, ComboField):
        hands.choose(window, name, text)
    elif isinstance(field, PickerField):
        typed, _, wanted = text.partition("|")
        hands.pick_suggestion(window, name, typed, wanted or typed)
        hands.settle(0.3)
    else:
        hands.type_into(window, name, text)


def _tick_if_there(window: QWidget, name: str) -> None:
    if any(one.isVisible() for one in window.findChildren(QWidget, name)):
        tick(window, name)


def _choose_card(window: QWidget, name: str) -> None:
    card = hands.see(window, name, QWidget)
    hands.reveal(card)
    QTest.mouseClick(card, Qt.MouseButton.LeftButton, pos=card.rect().center())
    hands.settle(0.2)


def _is_asked(name: str, patience: float = 2.5) -> bool:
    try:
        _top(name, QWidget, patience)
    except hands.Stuck:
        return False
    return True


def _top(name: str, kind: type[hands.Widget], patience: float = hands.PATIENCE) -> hands.Widget:
    """Return a visible widget of this name in any window of the program."""
    found: list[hands.Widget] = []

    def there() -> bool:
        windows = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
        found[:] = [each for one in windows for each in one.findChildren(kind, name) if each.isVisible()]
        return bool(found)

    hands.wait_until(there, f"“{name}”", patience)
    return found[0]
