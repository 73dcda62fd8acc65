"""What people do at their windows in stages 2 and 3, and what a verifikator does about it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QLabel, QWidget

from inaproc_core.identifiers.person import Nik
from inaproc_core.registration.book import load_registration
from inaproc_core.registration.vocabulary import Channel, FileSlot
from inaproc_core.wire.account import Consents
from inaproc_core.wire.messages import Session
from inaproc_desktop.ports.desk import QueueFilter
from inaproc_desktop.ports.registration import Identity as SentIdentity
from inaproc_desktop.remote.account import HttpRegistration
from inaproc_desktop.remote.client import HttpClient
from inaproc_desktop.tour import hands, papers
from inaproc_desktop.tour.newcomer import PASSWORD, Identity, Mailbox
from inaproc_desktop.tour.purchase import PASSWORD as TRAINING_PASSWORD
from inaproc_desktop.tour.purchase import tick
from inaproc_desktop.views import format as fmt
from inaproc_desktop.views.widgets import Pill
from tests.journeys.windows import Window, said

TODAY = date.today
OFFICE = "Dinas Pendidikan Kota Contoh"
_CONFIRMS = {"account.proof": "account.proof_confirm"}
_DECIDED = "lewat email."
TAKEN = {"Siap", "Periksa dahulu"}


@dataclass(frozen=True, kw_only=True)
class Newcomer:
    """Somebody made up, with the number that stands for a person."""

    identity: Identity
    nik: str

    @property
    def name(self) -> str:
        return self.identity.full_name


def newcomer(number: int) -> Newcomer:
    """Make somebody up; everything that must be unique follows the number."""
    return Newcomer(
        identity=Identity(
            full_name=f"Pemohon Simulasi {'ABCDEFGHIJ'[number]}",
            username=f"pemohon.simulasi{number}",
            email=f"pemohon{number}@simulasi.example",
            phone=f"08119000{number:04d}",
        ),
        nik=f"3273021505{80 + number:02d}{number:04d}",
    )


def open_account(url: str, who: Newcomer) -> Session:
    """Pass stage 1 without a window, where the window of stage 1 is not what is looked at."""
    client, mailbox = HttpClient(url), Mailbox(url)
    calls = HttpRegistration(client, device_id="uji-akun-langsung")
    texts = {text.kind: text.version for text in load_registration().at(TODAY()).consents}
    identity = who.identity
    try:
        state = calls.begin_registration(
            SentIdentity(
                full_name=identity.full_name,
                username=identity.username,
                email=identity.email,
                phone=f"+62{identity.phone[1:]}",
                password=PASSWORD,
            ),
            Consents(terms_version=texts["terms"], privacy_version=texts["privacy"]),
            "id",
        )
        place, token = state.registration_id, state.token
        for channel, to in ((Channel.EMAIL, identity.email), (Channel.SMS, f"+62{identity.phone[1:]}")):
            now = calls.registration(place, token)
            code = now.email if channel is Channel.EMAIL else now.phone
            if not code.sent:
                calls.send_registration_code(place, token, channel)
            calls.check_registration_code(place, token, channel, mailbox.code_for(channel, to))
        answer = calls.complete_registration(place, token)
    finally:
        mailbox.close()
        client.close()
    assert answer.session is not None
    return answer.session


# ---- the applicant


def begin_profile(person: Window, who: Newcomer) -> None:
    """Open the wizard of stage 2 and fill in the form."""
    window = person.window
    person.go("profile_wizard")
    hands.click(window, "profile_wizard.choice.WNI")
    hands.click(window, "profile_wizard.next")
    born = Nik(who.nik).birth_date(TODAY())
    hands.type_into(window, "profile_wizard.field.nik", who.nik)
    hands.type_into(window, "profile_wizard.field.full_name", who.name)
    hands.type_into(window, "profile_wizard.field.birth_place", "Kota Contoh")
    hands.type_dates(window, "profile_wizard.field.birth_date", fmt.date(born))
    hands.choose(window, "profile_wizard.field.sex", "Laki")


def hand_in(person: Window, wizard: str, slot: FileSlot, file: Path) -> None:
    """Copy a file and paste it into a slot; a smaller one is agreed to."""
    prefix = f"{wizard}.slot.{slot.value}"
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    QGuiApplication.clipboard().setMimeData(data)
    hands.click(person.window, f"{prefix}.paste")
    state = hands.see(person.window, f"{prefix}.state", Pill)
    hands.wait_until(
        lambda: state.text() in {*TAKEN, "Terlalu besar"}, f"{slot.value} taken, it is: {state.text()}"
    )
    if state.text() not in TAKEN:
        hands.click(person.window, f"{prefix}.use_smaller")
        hands.wait_until(lambda: state.text() in TAKEN, f"{slot.value} taken, smaller")


def hand_in_pictures(person: Window, who: Newcomer, folder: Path) -> None:
    """Hand in card and face."""
    hand_in(person, "profile_wizard", FileSlot.KTP, card(who, folder))
    hand_in(person, "profile_wizard", FileSlot.SELFIE, papers.selfie(folder, "swafoto.jpg", who.name))


def card(who: Newcomer, folder: Path) -> Path:
    """Draw the identity card of somebody."""
    return papers.card(folder, "ktp.jpg", [f"NIK {who.nik}", who.name, "Kota Contoh"])


def enlarged(picture: Path) -> Path:
    """Make a picture so large that it goes in several blocks; returns the file."""
    image = QImage(str(picture))
    larger = image.scaledToWidth(image.width() * 2, Qt.TransformationMode.FastTransformation)
    assert larger.save(str(picture), None, 92)
    return picture


def declare_and_send(person: Window, wizard: str) -> None:
    """Declare and send, from the last page."""
    tick(person.window, f"{wizard}.declare")
    hands.click(person.window, f"{wizard}.next")


def wait_sent(person: Window, wizard: str) -> None:
    """Wait until the window says that somebody else is on the move."""
    name = f"{wizard}.status.pill"

    def sent() -> bool:
        pills = [one for one in person.window.findChildren(Pill, name) if one.isVisible()]
        return any(one.text() == "Menunggu Verifikasi" for one in pills)

    try:
        hands.wait_until(sent, "it to be sent")
    except hands.Stuck as stuck:
        raise hands.Stuck(f"{stuck}; the window says: {said(person.window)}") from stuck


def ask_for_pp(person: Window, letter: Path) -> None:
    """Ask for the access of a PP at the office of the training."""
    window = person.window
    person.go("access_wizard")
    hands.click(window, "access_wizard.choice.NON_PENYEDIA")
    hands.click(window, "access_wizard.next")
    hands.click(window, "access_wizard.choice.PP")
    hands.click(window, "access_wizard.next")
    hands.choose(window, "access_wizard.field.golongan", "III/b")
    hands.choose(window, "access_wizard.field.instansi_kind", "Kota")
    hands.pick_suggestion(window, "access_wizard.field.satker", "dinas pendidikan", OFFICE)
    tick(window, "access_wizard.confirm_office")
    hands.type_dates(window, "access_wizard.field.valid_until", fmt.date(date(TODAY().year, 12, 31)))
    hands.type_into(window, "access_wizard.field.satker_npwp", "0012345678901000")
    address = [one for one in window.findChildren(QWidget, "access_wizard.field.address") if one.isVisible()]
    if address:
        hands.type_into(window, "access_wizard.field.address", "Jalan Contoh Nomor 1")
    hands.click(window, "access_wizard.next")
    hand_in(person, "access_wizard", FileSlot.ASSIGNMENT_LETTER, letter)
    hands.click(window, "access_wizard.next")
    declare_and_send(person, "access_wizard")


# ---- the verifikator


def item_of(verifier: Window, name: str) -> str:
    """Wait until something of this person is in the queue; return its id."""
    access = verifier.deps.signed_in.access.access_id
    found: list[str] = []

    def there() -> bool:
        queue = verifier.deps.desk.queue(access, QueueFilter(), "", 50)
        found[:] = [row.item_id for row in queue.rows if row.name == name]
        return bool(found)

    hands.wait_until(there, f"{name} in the queue")
    return found[0]


def look_at(verifier: Window, name: str) -> str:
    """Open what a person handed in; returns its id."""
    item_id = item_of(verifier, name)
    verifier.go("verification", item_id)
    title = hands.see(verifier.window, "verification.name", QLabel)
    hands.wait_until(lambda: title.text() == name, f"{name} on the desk, it is: {title.text()}")
    return item_id


def approve(verifier: Window) -> None:
    """Find everything right and approve."""
    hands.click(verifier.window, "verification.all_ok")
    hands.click(verifier.window, "verification.approve")
    _confirm(verifier)


def ask_for_correction(verifier: Window, part: str, reason: str) -> None:
    """Send it back for one part."""
    hands.click(verifier.window, f"verification.wrong.{part}")
    hands.choose(verifier.window, f"verification.reason.{part}", reason)
    hands.click(verifier.window, "verification.fix")
    _confirm(verifier)


def _confirm(verifier: Window) -> None:
    window = verifier.window
    hands.click(window, "verification.confirm")
    prove_if_asked(verifier, "verification.proof", lambda: _DECIDED in said(window))
    verifier.says(_DECIDED)


def prove_if_asked(
    person: Window, name: str, done: Callable[[], bool], password: str = TRAINING_PASSWORD
) -> None:
    """Give the password again where it is asked for, until what was begun is done."""
    field = f"{name}.password"

    def asked() -> bool:
        return any(one.isVisible() for one in person.window.findChildren(QWidget, field))

    hands.wait_until(lambda: asked() or done(), "the end of it, or the question for a proof")
    if asked():
        hands.type_into(person.window, field, password)
        confirm = _CONFIRMS.get(name, f"{name}.confirm")
        hands.click(person.window, confirm)
    hands.wait_until(done, f"the end of it; the window says: {said(person.window)}")
