"""From nothing to an active access, and everything that gets in between: real windows, files and backend."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pyotp
import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget

from inaproc_core.orders import commands as c
from inaproc_core.orders.content import Checkout
from inaproc_core.orders.states import State
from inaproc_core.registration.vocabulary import Channel, FileSlot
from inaproc_core.roles import Role
from inaproc_core.values import Rupiah
from inaproc_core.wire.registration import Deactivate
from inaproc_desktop.composition.deps import Deps
from inaproc_desktop.launcher import TrainingProcess
from inaproc_desktop.ports.data import DeedState
from inaproc_desktop.ports.session import Server
from inaproc_desktop.tour import hands, papers
from inaproc_desktop.tour.newcomer import PASSWORD, Mailbox, register, type_code
from inaproc_desktop.tour.purchase import PASSWORD as TRAINING_PASSWORD
from inaproc_desktop.tour.purchase import tick
from inaproc_desktop.views.widgets import CodeInput, Pill, remembered
from tests.journeys import newcomers as people
from tests.journeys.crashing import HALF
from tests.journeys.line import Line
from tests.journeys.test_purchase import checkout
from tests.journeys.windows import Window

pytestmark = pytest.mark.journey

LETTER = ("SURAT KETERANGAN KERJA", "Pejabat Pengadaan")
BLOCK = 262_144
NEW_PASSWORD = "Laut-Sembilan-Tenang-2026"
Open = Callable[..., Window]


@pytest.fixture
def own_office(tmp_path: Path) -> Iterator[TrainingProcess]:
    """A backend of its own, for a journey that stops it."""
    process = TrainingProcess(tmp_path / "office")
    yield process
    process.stop()


@pytest.fixture
def opened(app_style: Any, qtbot: Any, server: Server, tmp_path: Path) -> Iterator[Open]:
    """Open windows; those that are still open are closed when the test ends."""
    there: list[Window] = []

    def begin(profile: str, url: str = server.url) -> Window:
        window = Window(app_style, tmp_path / profile, url)
        there.append(window)
        qtbot.addWidget(window.window)
        return window

    yield begin
    for window in there:
        window.close()
    remembered.use_store(remembered.MemoryStore())


@pytest.fixture
def line(server: Server) -> Iterator[Line]:
    made = Line(server.url)
    yield made
    made.close()


@pytest.fixture
def mailbox(server: Server) -> Iterator[Mailbox]:
    made = Mailbox(server.url)
    yield made
    made.close()


def in_sight(person: Window, name: str) -> bool:
    return any(one.isVisible() for one in person.window.findChildren(QWidget, name))


def fields_in_sight(person: Window, wizard: str) -> set[str]:
    """Return the fields that can be typed in."""
    prefix = f"{wizard}.field."
    shown = [one for one in person.window.findChildren(QWidget) if one.isVisible() and one.isEnabled()]
    return {one.objectName().removeprefix(prefix) for one in shown if one.objectName().startswith(prefix)}


def slot_state(person: Window, wizard: str, slot: FileSlot) -> str:
    return hands.see(person.window, f"{wizard}.slot.{slot.value}.state", Pill).text()


def typed_in(person: Window, name: str) -> str:
    return hands.see(person.window, name, QWidget).findChildren(QLineEdit)[0].text()


def press_words(person: Window, words: str) -> None:
    """Press the button in sight with these words."""
    found: list[QPushButton] = []

    def there() -> bool:
        buttons = person.window.findChildren(QPushButton)
        found[:] = [one for one in buttons if one.text() == words and one.isVisible() and one.isEnabled()]
        return bool(found)

    hands.wait_until(there, f"a button “{words}”")
    hands.press(found[0], words)


def sign_out(person: Window) -> None:
    person.window.sign_out_asked.emit()
    person.at_sign_in()


def ends(vai: Window, access_id: str) -> None:
    """Deactivate an access, as the VAI's register does."""
    vai.deps.desk.step_up("", TRAINING_PASSWORD)
    mine = vai.deps.signed_in.access.access_id
    vai.deps.desk.deactivate(access_id, Deactivate(acting_as=mine, code="other", note="Uji coba."))


def filled_in(deps: Deps) -> Checkout:
    """Return a checkout, once the window has what it takes."""
    hands.wait_until(lambda: deps.mirror.rup("99000001") is not None, "the packages of the office")
    hands.wait_until(lambda: deps.catalogue.seq() > 0, "the catalogue")
    return checkout(deps)


def send(person: Window, deps: Deps, form: Checkout, order_id: str) -> None:
    """Put a checkout into the outbox, as its page does; the engine of the window takes it from there."""
    _, changes = deps.outbox.put(
        c.SubmitCheckout(checkout=form, max_total=Rupiah(10**9)),
        actor=deps.signed_in.actor,
        order_id=order_id,
        base_rev=0,
    )
    person.deps.bus.publish(changes)
    person.deps.sync_now()


def refused_and_kept(deps: Deps, order_id: str) -> None:
    """Expect a command through a lost access to be refused, and the draft to be there."""

    def refused() -> bool:
        deeds = [*deps.outbox.deeds(), *deps.outbox.recent()]
        return any(deed.order_id == order_id and deed.state is DeedState.REFUSED for deed in deeds)

    hands.wait_until(refused, "the command to be refused")
    draft = deps.drafts.get("d-1")
    assert draft is not None
    assert draft.content == {"note": "setengah jadi"}


def test_from_nothing_to_an_active_access(
    opened: Open, mailbox: Mailbox, server: Server, tmp_path: Path
) -> None:
    who = people.newcomer(1)
    applicant = opened("pemohon")
    register(applicant, mailbox, who.identity, second_factor=False)
    assert applicant.deps.signed_in.actor.role is Role.APPLICANT

    people.begin_profile(applicant, who)
    hands.click(applicant.window, "profile_wizard.next")
    people.hand_in_pictures(applicant, who, tmp_path)
    hands.click(applicant.window, "profile_wizard.next")
    people.declare_and_send(applicant, "profile_wizard")
    people.wait_sent(applicant, "profile_wizard")

    central = opened("verinaproc1")
    central.come_in("verinaproc1", TRAINING_PASSWORD)
    people.look_at(central, who.name)
    people.approve(central)
    central.close()

    letter = papers.letter(tmp_path, "surat.jpg", [*LETTER, who.name])
    people.ask_for_pp(applicant, letter)
    people.wait_sent(applicant, "access_wizard")

    vai = opened("verifikator")
    vai.come_in("verifikator", TRAINING_PASSWORD)
    applicant.go("access")
    request_id = people.look_at(vai, who.name).rpartition(":")[2]
    people.ask_for_correction(vai, FileSlot.ASSIGNMENT_LETTER.value, "Surat tidak ditandatangani")

    # The page is open: it learns of the decision by itself.
    hands.click(applicant.window, f"access.request.{request_id}.fix")
    hands.see(applicant.window, "access_wizard.slot.ASSIGNMENT_LETTER", QWidget)
    applicant.says("Surat tidak ditandatangani")
    assert fields_in_sight(applicant, "access_wizard") == set()
    signed = papers.letter(tmp_path, "surat-ttd.jpg", [*LETTER, who.name, "Ditandatangani"])
    people.hand_in(applicant, "access_wizard", FileSlot.ASSIGNMENT_LETTER, signed)
    hands.click(applicant.window, "access_wizard.next")
    assert not in_sight(applicant, "access_wizard.review.change_data")
    people.declare_and_send(applicant, "access_wizard")
    people.wait_sent(applicant, "access_wizard")

    people.look_at(vai, who.name)
    people.approve(vai)
    applicant.wait_for_role(Role.PP)
    assert {"catalogue", "cart", "checkout"} <= set(applicant.window.page_ids())
    order_id = "0193a1b2-0000-7000-8000-00000000d601"
    send(applicant, applicant.deps, filled_in(applicant.deps), order_id)
    assert applicant.wait_for(order_id, State.WAIT_SELLER).number.startswith("EP-")
    told = " ".join(mailbox.subjects(who.identity.email))
    for event in ("sudah dibuat", "terverifikasi", "perlu diperbaiki", "disetujui"):
        assert event in told, event

    vai.go("register")
    hands.pick(vai.window, "register.table", request_id)
    hands.click(vai.window, "register.end")
    hands.choose(vai.window, "register.end.reason", "Diduga")
    hands.type_into(vai.window, "register.end.note", "Diperiksa dahulu.")
    hands.click(vai.window, "register.end.confirm")
    people.prove_if_asked(vai, "register.proof", lambda: not in_sight(vai, "register.end.confirm"))
    applicant.wait_for_role(Role.APPLICANT)
    applicant.says("tidak berlaku lagi")


def test_killed_half_way_everything_is_there_and_an_upload_goes_on(
    opened: Open, line: Line, tmp_path: Path
) -> None:
    who = people.newcomer(2)
    people.open_account(line.url, who)
    killed = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "tests.journeys.crashing",
            str(tmp_path / "pemohon"),
            line.url,
            "2",
            str(tmp_path),
        ],
        cwd=Path(__file__).parents[2],
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert killed.stdout is not None
        assert HALF in (said_by_it := killed.stdout.readline()), said_by_it
    finally:
        killed.kill()
        killed.communicate()

    again = opened("pemohon", line.url)
    again.come_in(who.identity.username, PASSWORD)
    again.go("profile_wizard")
    assert slot_state(again, "profile_wizard", FileSlot.KTP) in people.TAKEN
    hands.click(again.window, "profile_wizard.back")
    for field, typed in (("nik", who.nik), ("full_name", who.name), ("birth_place", "Kota Contoh")):
        assert typed_in(again, f"profile_wizard.field.{field}") == typed
    hands.click(again.window, "profile_wizard.next")
    face = people.enlarged(papers.selfie(tmp_path, "wajah.jpg", who.name))
    people.hand_in(again, "profile_wizard", FileSlot.SELFIE, face)
    hands.click(again.window, "profile_wizard.next")

    first, second = (tmp_path / "ktp.jpg").stat().st_size, face.stat().st_size
    assert second > 2 * BLOCK
    broken = line.cut_after(first + BLOCK + BLOCK // 2)
    people.declare_and_send(again, "profile_wizard")
    hands.wait_until(broken.is_set, "the line to break in the middle of the upload")
    hands.wait_until(lambda: not in_sight(again, "profile_wizard.sending"), "sending to give up")
    again.says("Peladen tidak terjangkau")
    before = line.sent()
    line.mend()
    hands.click(again.window, "profile_wizard.next")
    people.wait_sent(again, "profile_wizard")
    # Neither the first file nor the first block of the second one goes over the line again.
    assert line.sent() - before < second - BLOCK + BLOCK // 4
    assert again.deps.wizard_drafts.all() == ()


def test_without_a_backend_the_form_stays_and_goes_on(
    opened: Open, own_office: TrainingProcess, tmp_path: Path
) -> None:
    who = people.newcomer(3)
    line = Line(own_office.start().url)
    mailbox = Mailbox(line.url)
    try:
        through_breaks(opened("pemohon", line.url), who, line, own_office, mailbox, tmp_path)
    finally:
        mailbox.close()
        line.close()


def through_breaks(
    person: Window,
    who: people.Newcomer,
    line: Line,
    office: TrainingProcess,
    mailbox: Mailbox,
    tmp_path: Path,
) -> None:
    """Register while the backend comes and goes."""
    identity = who.identity
    window = person.window
    hands.click(window, "sign_in.register")
    person.give_passphrase()
    for kind in ("terms", "privacy"):
        tick(window, f"identity.agree_{kind}")
    hands.click(window, "identity.next")
    line.cut()
    for name in ("full_name", "username", "email", "phone"):
        hands.type_into(window, f"identity.{name}", getattr(identity, name))
    for name in ("password", "password_again"):
        hands.type_into(window, f"identity.{name}", PASSWORD)
    hands.click(window, "identity.next")
    person.says("Langkah ini butuh sambungan ke peladen")
    hands.click(window, "identity.back")
    for name in ("full_name", "username", "email"):
        assert typed_in(person, f"identity.{name}") == getattr(identity, name)
    assert typed_in(person, "identity.password") == PASSWORD
    hands.click(window, "identity.next")
    person.says("Langkah ini butuh sambungan ke peladen")
    line.mend()
    press_words(person, "Coba lagi")
    type_code(window, "identity.email.code", mailbox.code_for(Channel.EMAIL, identity.email))
    hands.see(window, "identity.phone.code", CodeInput)
    code = mailbox.code_for(Channel.SMS, f"+62{identity.phone[1:]}")
    line.cut()
    office.stop()
    type_code(window, "identity.phone.code", code)
    person.says("Langkah ini butuh sambungan ke peladen")
    line.mend(office.start().url)
    press_words(person, "Coba lagi")
    hands.click(window, "identity.extra")
    hands.see(window, "identity.done_rows", QWidget)
    hands.click(window, "identity.next")
    person.arrived()

    people.begin_profile(person, who)
    hands.click(window, "profile_wizard.next")
    people.hand_in_pictures(person, who, tmp_path)
    hands.click(window, "profile_wizard.next")
    broken = line.cut_after(BLOCK // 2)
    people.declare_and_send(person, "profile_wizard")
    hands.wait_until(broken.is_set, "the line to break in the middle of the upload")
    office.stop()
    hands.wait_until(lambda: not in_sight(person, "profile_wizard.sending"), "sending to give up")
    person.says("Peladen tidak terjangkau")
    line.mend(office.start().url)
    hands.click(window, "profile_wizard.next")
    people.wait_sent(person, "profile_wizard")


def test_a_revoked_access_stops_at_the_next_command(opened: Open, line: Line) -> None:
    buyer = opened("pp")
    buyer.come_in("pp", TRAINING_PASSWORD)
    away = opened("ppk", line.url)
    away.come_in("ppk", TRAINING_PASSWORD)
    held, lost = buyer.deps, away.deps
    for deps in (held, lost):
        deps.drafts.save("d-1", "checkout", "latihan-v1", "ATK", {"note": "setengah jadi"})
    form = filled_in(held)
    vai = opened("verifikator")
    vai.come_in("verifikator", TRAINING_PASSWORD)
    ends(vai, buyer.deps.signed_in.access.access_id)
    buyer.says("tidak berlaku lagi")
    send(buyer, held, form, "0193a1b2-0000-7000-8000-00000000d604")
    refused_and_kept(held, "0193a1b2-0000-7000-8000-00000000d604")

    line.cut()
    ends(vai, lost.signed_in.access.access_id)
    send(away, lost, form, "0193a1b2-0000-7000-8000-00000000d605")
    hands.wait_until(lambda: not away.deps.link().online, "the window to know that it is offline")
    assert lost.outbox.deeds()[0].state is DeedState.WAITING
    line.mend()
    lost.sync_now()
    away.says("tidak berlaku lagi")
    refused_and_kept(lost, "0193a1b2-0000-7000-8000-00000000d605")


def test_lost_password_signs_other_devices_out(opened: Open, mailbox: Mailbox, server: Server) -> None:
    who = people.newcomer(4)
    people.open_account(server.url, who)
    other = opened("lain")
    other.come_in(who.identity.username, PASSWORD)
    here = opened("sini")
    window = here.window
    hands.click(window, "sign_in.forgot")
    hands.type_into(window, "recovery.account", who.identity.email)
    hands.click(window, "recovery.next")
    hands.see(window, "recovery.email.code", CodeInput)
    type_code(window, "recovery.email.code", mailbox.code_for(Channel.EMAIL, who.identity.email))
    for name in ("password", "password_again"):
        hands.type_into(window, f"recovery.{name}", NEW_PASSWORD)
    hands.click(window, "recovery.next")
    hands.see(window, "recovery.done", QWidget)
    hands.click(window, "recovery.next")

    other.deps.sync_now()
    other.says("Sesi ini sudah berakhir")
    other.at_sign_in()
    other.give_password(who.identity.username, PASSWORD)
    other.says("kata sandi salah")
    here.come_in(who.identity.username, NEW_PASSWORD)
    assert any("kata sandi" in one.lower() for one in mailbox.subjects(who.identity.email))


def test_second_factor_from_enrolment_to_recovery_code(opened: Open, server: Server) -> None:
    who = people.newcomer(5)
    people.open_account(server.url, who)
    person = opened("pemohon")
    person.come_in(who.identity.username, PASSWORD)
    window = person.window
    person.go("account")
    hands.click(window, "account.totp_on")
    people.prove_if_asked(person, "account.proof", lambda: in_sight(person, "account.totp.key"), PASSWORD)
    phone = pyotp.TOTP("".join(hands.see(window, "account.totp.key", QLabel).text().split()))
    used = phone.now()
    type_code(window, "account.totp.code", used)
    hands.see(window, "account.codes_done", QWidget)
    codes = [one.text().split()[-1] for one in window.findChildren(QLabel, "account.recovery_code")]
    assert len(set(codes)) == 10
    tick(window, "account.codes_put_away")
    hands.click(window, "account.codes_done")
    sign_out(person)

    person.give_password(who.identity.username, PASSWORD)
    type_code(window, "sign_in.code", used)
    person.says("Kode salah atau sudah dipakai")
    fresh = phone.at(time.time() + phone.interval)
    type_code(window, "sign_in.code", fresh)
    person.arrived()
    sign_out(person)

    person.give_password(who.identity.username, PASSWORD)
    type_code(window, "sign_in.code", fresh)
    person.says("Kode salah atau sudah dipakai")
    hands.click(window, "sign_in.use_recovery")
    hands.type_into(window, "sign_in.recovery_code", codes[0])
    hands.click(window, "sign_in.recovery_submit")
    person.arrived()
    sign_out(person)

    person.give_password(who.identity.username, PASSWORD)
    hands.click(window, "sign_in.use_recovery")
    hands.type_into(window, "sign_in.recovery_code", codes[0])
    hands.click(window, "sign_in.recovery_submit")
    person.says("Kode salah atau sudah dipakai")
