"""From nothing to an active access, and everything that gets in between: real windows, files and backend."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget

from inaproc_core.orders import commands as c
from inaproc_core.orders.states import State
from inaproc_core.registration.vocabulary import FileSlot
from inaproc_core.roles import Role
from inaproc_core.values import Rupiah
from inaproc_desktop.launcher import TrainingProcess
from inaproc_desktop.ports.session import Server
from inaproc_desktop.tour import hands, papers
from inaproc_desktop.tour.newcomer import Mailbox, register
from inaproc_desktop.tour.purchase import PASSWORD as TRAINING_PASSWORD
from inaproc_desktop.views.widgets import remembered
from tests.journeys import newcomers as people
from tests.journeys.line import Line
from tests.journeys.test_purchase import checkout
from tests.journeys.windows import Window

pytestmark = pytest.mark.journey

LETTER = ("SURAT KETERANGAN KERJA", "Pejabat Pengadaan")
Open = Callable[..., Window]


@pytest.fixture(scope="module")
def training(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TrainingProcess]:
    """The training office of these journeys; one of them stops and starts it."""
    process = TrainingProcess(tmp_path_factory.mktemp("training"))
    process.start()
    yield process
    process.stop()


@pytest.fixture
def server(training: TrainingProcess) -> Server:
    return training.start()


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


def buy(person: Window, order_id: str) -> None:
    """Put a checkout into the outbox, as its page does; the engine of the window takes it from there."""
    deps = person.deps
    hands.wait_until(lambda: deps.mirror.rup("99000001") is not None, "the packages of the office")
    hands.wait_until(lambda: deps.catalogue.seq() > 0, "the catalogue")
    _, changes = deps.outbox.put(
        c.SubmitCheckout(checkout=checkout(deps), max_total=Rupiah(10**9)),
        actor=deps.signed_in.actor,
        order_id=order_id,
        base_rev=0,
    )
    deps.bus.publish(changes)
    deps.sync_now()


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
    vai.close()
    applicant.wait_for_role(Role.PP)
    assert {"catalogue", "cart", "checkout"} <= set(applicant.window.page_ids())
    order_id = "0193a1b2-0000-7000-8000-00000000d601"
    buy(applicant, order_id)
    assert applicant.wait_for(order_id, State.WAIT_SELLER).number.startswith("EP-")
    told = " ".join(mailbox.subjects(who.identity.email))
    for event in ("sudah dibuat", "terverifikasi", "perlu diperbaiki", "disetujui"):
        assert event in told, event
